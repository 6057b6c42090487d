"""The page of the library: each question with its parameters, an example, and what the shipped graph answers to it."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from graph.store import Store
from queries.ask import ask
from queries.cells import cell
from queries.library import Question, all_questions
from queries.markdown import markdown_table
from queries.table import counted

ROWS = 4
LONGEST = 70  # characters of a cell
HEAD = """\
# The questions of the library

Made by `make docs` from the first lines of the files in `queries/library/` and from the graph that ships with the
project; do not edit. The answers are the first rows, long texts cut; `alliancegraph ask` gives them whole.
"""


def handbook(store: Store) -> str:
    """The page, in Markdown, with answers from that store."""
    themes = groupby(all_questions(), key=lambda question: question.theme)
    return HEAD + "".join(line for theme, questions in themes for line in _theme(theme, list(questions), store))


def _theme(theme: str, questions: list[Question], store: Store) -> Iterator[str]:
    yield f"\n## {theme.capitalize()}\n"
    for question in questions:
        yield from _entry(question, store)


def _entry(question: Question, store: Store) -> Iterator[str]:
    yield f"\n### {question.name}\n\n{question.title}. {question.question}\n"
    if question.parameters:
        rows = [[f"`--{p.name}`", p.help, p.example] for p in question.parameters]
        yield "\n" + markdown_table(["parameter", "what it is", "for example"], rows)
    yield f"\n```sh\n{question.example}\n```\n\n{_answer(question, store)}"


def _answer(question: Question, store: Store) -> str:
    answer = ask(store, question, {p.name: p.example for p in question.parameters})
    rows = [[cut(cell(term)) for term in terms] for terms in answer.terms[:ROWS]]
    return f"{markdown_table(answer.columns, rows)}\n{counted(answer)}.\n"


def cut(text: str) -> str:
    """The text, at most LONGEST characters of it, cut at a word."""
    return text if len(text) <= LONGEST else text[: text.rfind(" ", 0, LONGEST)] + " …"


if __name__ == "__main__":
    print(handbook(Store.open(Path("build/store"))), end="")
