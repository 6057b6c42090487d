"""Asks a graph: a question of the library, or a query of one's own."""

from collections.abc import Mapping

from pyoxigraph import QueryBoolean, QuerySolutions

from graph.queryable import Queryable
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
    """The rows that answer the question, narrowed by the values; raises ParameterError if it cannot take one."""
    solutions = store.select(bind(question.sparql, terms(question, values, store)))
    about = About(question.title, question.question, values, COUNTS, store, question.network)
    return Answer.of(solutions, about, question.types)


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
