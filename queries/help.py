"""What the command line tells of a question: what it asks, an example, and what the example is answered with."""

from alliancegraph.queries.answers.table import grid_or_blocks
from alliancegraph.queries.answers.wrapping import screen, wrapped
from alliancegraph.queries.library import GRAPHS, Question


def description(question: Question) -> str:
    """The question in plain words, as wide as the terminal."""
    return "\n".join([question.title, "", *wrapped(f"{question.question} {question.note}", screen())])


def example(question: Question) -> str:
    """A command that asks the question, and rows of its answer."""
    return f"example:\n  {question.example}\n{_answer(question)}"


def _answer(question: Question) -> str:
    columns = list(question.answer[0])
    rows = [[row[name] for name in columns] for row in question.answer]
    what = "triples" if question.makes_graph else "rows"
    head = f"its answer, of {GRAPHS[question.graph]}, {len(rows)} of {question.rows} {what}:"
    return f"\n{head}\n\n{grid_or_blocks(columns, rows)}"
