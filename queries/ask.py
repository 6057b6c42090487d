"""Asks a question of the library."""

from collections.abc import Mapping

from pyoxigraph import QuerySolutions

from graph.store import Store
from queries.library import Question
from queries.parameters import terms
from queries.values import bind


def ask(store: Store, question: Question, values: Mapping[str, str]) -> QuerySolutions:
    """The rows that answer the question, narrowed by the values; raises ParameterError if it cannot take one."""
    return store.select(bind(question.sparql, terms(question, values, store)))
