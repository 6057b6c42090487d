"""Asks a graph: a question of the library, or a query that the user wrote."""

from collections.abc import Mapping
from functools import partial

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.triples import Triples
from alliancegraph.queries.asking.binding import Terms, bind
from alliancegraph.queries.asking.parameters import terms
from alliancegraph.queries.library import Question
from alliancegraph.queries.sources import unread

COUNTS = (
    "What is counted is reporting, never performance. A plan or a willingness is not an action: see role and status. "
    "Blank in the form does not mean that nothing was done; what is not yet read is neither blank nor without action."
)


def ask(store: Queryable, question: Question, values: Mapping[str, str]) -> Answer:
    """Return the rows that answer the question, narrowed by the values; Triples if it constructs a graph.

    Raise ParameterError for a value that it cannot take.
    """
    given = terms(question, values, store)
    results = store.query(bind(question.sparql, given))
    assert not isinstance(results, QueryBoolean)
    wholes = (f"{count} is out of {whole}." for count, whole in question.counts.items())
    counts = " ".join([COUNTS, *wholes])
    otherwise = partial(_alternatives, store, question, values, given)
    rest = partial(unread, store, given) if question.reads_claims else str
    about = Inquiry(
        title=question.title,
        question=question.question,
        values=values,
        counts=counts,
        store=store,
        network=question.network,
        note=question.note,
        alternatives=otherwise,
        unread=rest,
        titles=question.titles,
    )
    answer = _answer(results, about, question.types)
    return answer if question.makes_graph else answer.with_codes_in_order(question.order)


def _alternatives(store: Queryable, question: Question, values: Mapping[str, str], given: Mapping[str, Terms]) -> str:
    from alliancegraph.queries.asking.alternatives import Asked, alternatives

    return alternatives(Asked(store, question, values, given))


def query(store: Queryable, sparql: str) -> Answer | bool:
    """Return the result of a SPARQL query, in which known prefixes need no declaration: rows, Triples, or a boolean.

    Raise SparqlError if the query is malformed.
    """
    from alliancegraph.graph.model.prefixes import known_prefixes

    results = store.query(sparql, known_prefixes())
    if isinstance(results, QueryBoolean):
        return bool(results)
    return _answer(results, Inquiry("A query of one's own", sparql, {}, COUNTS, store))


def _answer(results: QuerySolutions | QueryTriples, about: Inquiry, types: Mapping[str, str] | None = None) -> Answer:
    if isinstance(results, QueryTriples):
        return Triples.made(results, about)
    return Answer.of(results, about, types)
