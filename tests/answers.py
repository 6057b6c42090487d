"""Answers of the library for the tests of what is made of them."""

from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import Question


def whole_answer(question: Question, store: Store, sample: Store) -> Answer:
    """Return all rows of the question in the graph of its example; of one that needs values, those of the example."""
    needed = any(parameter.required for parameter in question.parameters)
    graph = {"shipped": store, "sample": sample}[question.graph]
    return ask(graph, question, question.example_values if needed else {})
