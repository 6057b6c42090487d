"""What the command line tells of a question: what it asks, an example, and what the example is answered with."""

from queries.library import GRAPHS, Question
from queries.table import grid_or_blocks
from queries.wrapping import screen, wrapped


def description(question: Question) -> str:
    """The question in plain words, as wide as the terminal."""
    return "\n".join([question.title, "", *wrapped(question.question, screen())])


def example(question: Question) -> str:
    """A command that asks the question, and the first rows of its answer."""
    return f"example:\n  {question.example}\n{_answer(question)}"


def _answer(question: Question) -> str:
    if not question.answer:
        return ""
    columns = list(dict.fromkeys(name for row in question.answer for name in row))
    rows = [[str(row.get(name) or "") for name in columns] for row in question.answer]
    of = GRAPHS[question.graph]
    return f"\nits answer, {len(rows)} of {question.rows} rows, of {of}:\n\n{grid_or_blocks(columns, rows)}"
