"""Asks a graph: a question of the library, or a query of one's own."""

from collections.abc import Mapping

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from graph.errors import Problem, SparqlError
from graph.queryable import Queryable, Results
from queries.answer import About, Answer
from queries.library import Question
from queries.parameters import terms
from queries.triples import Triples
from queries.values import bind

COUNTS = (
    "What is counted is reporting, never performance. A plan or a willingness is not an action: see role and status. "
    "Blank in the form does not mean that nothing was done; a report that is not yet read is not blank."
)


def ask(store: Queryable, question: Question, values: Mapping[str, str]) -> Answer:
    """The rows that answer the question, narrowed by the values.

    Raises ParameterError if it cannot take one of the values, SparqlError if its answer is a graph (see `construct`).
    """
    results = _results(store, question, values)
    if not isinstance(results, QuerySolutions):
        remedy = "In Python, use `construct`; the command line writes it as Turtle."
        raise SparqlError(Problem(f"{question.name} answers with a graph", "a question that answers in rows", remedy))
    return Answer.of(results, _about(store, question, values), question.types)


def construct(store: Queryable, question: Question, values: Mapping[str, str]) -> Triples:
    """The triples that answer the question, narrowed by the values.

    Raises ParameterError if it cannot take one of the values, SparqlError if it answers in rows (see `ask`).
    """
    results = _results(store, question, values)
    if not isinstance(results, QueryTriples):
        remedy = "Ask it with `ask`."
        raise SparqlError(Problem(f"{question.name} answers in rows", "a question that answers with a graph", remedy))
    return Triples(results, _about(store, question, values))


def _results(store: Queryable, question: Question, values: Mapping[str, str]) -> Results:
    return store.query(bind(question.sparql, terms(question, values, store)))


def _about(store: Queryable, question: Question, values: Mapping[str, str]) -> About:
    return About(question.title, question.question, values, COUNTS, store, question.network)


def query(store: Queryable, sparql: str) -> Answer | Triples | bool:
    """What a SPARQL query gives, known prefixes left out or not: rows, triples, or true or false.

    Raises SparqlError if it is no query.
    """
    from graph.prefixes import known_prefixes

    results, about = store.query(sparql, known_prefixes()), About("A query of one's own", sparql, {}, COUNTS, store)
    if isinstance(results, QueryBoolean):
        return bool(results)
    if isinstance(results, QuerySolutions):
        return Answer.of(results, about)
    return Triples(results, about)
