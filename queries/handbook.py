"""Documentation of the library: a question's help in a terminal, the list of all questions, a page for each theme."""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.answers.markdown import markdown_table
from alliancegraph.queries.answers.table import grid_or_blocks
from alliancegraph.queries.answers.titles import titles
from alliancegraph.queries.answers.wrapping import screen, wrapped
from alliancegraph.queries.library import GRAPHS, Question, all_questions

LONGEST = 70  # characters of a cell
MADE = "Made by `make docs` from the first lines of the files in `queries/library/`; do not edit."
HEAD = f"""\
# The questions of the library

{MADE}

`alliancegraph ask` lists them, `alliancegraph ask NAME --help` tells what one asks. What is counted is reporting, never
performance: rows stand in the order of names and years, and each count beside the number out of which it is taken.

The worked examples are tested. Where one needs several members and years it is asked of an invented alliance:
Northland, Southland, Eastland and Westland do not exist, and nothing in their reports is true. To ask them yourself:

```sh
alliancegraph build queries/sample/*.txt --out sample
alliancegraph ask members-on-goal --goal 1.1 --build sample
```
"""


def description(question: Question) -> str:
    """Return the question in plain words, as wide as the terminal."""
    return "\n".join([question.title, "", *wrapped(f"{question.question} {question.note}", screen())])


def example(question: Question) -> str:
    """Return a command that asks the question, and rows of its answer."""
    return f"example:\n  {question.example}\n{_rows_of(question)}"


def _rows_of(question: Question) -> str:
    columns = shown_columns(question)
    rows = [[row[name] for name in columns] for row in question.answer]
    what = "triples" if question.makes_graph else "rows"
    head = f"its answer, of {GRAPHS[question.graph]}, {len(rows)} of {question.rows} {what}:"
    return f"\n{head}\n\n{grid_or_blocks([*columns.values()], rows)}"


def shown_columns(question: Question) -> dict[str, str]:
    """Return the titles of the columns that the question's example shows, by variable."""
    named = dict(zip(question.columns, titles(question.columns, question.titles), strict=True))
    return {column: named[column] for column in question.answer[0]}


def pages() -> dict[str, str]:
    """Return the pages in Markdown, by their path in docs/."""
    themes = {theme: list(questions) for theme, questions in groupby(all_questions(), key=lambda each: each.theme)}
    listed = "".join(line for theme, questions in themes.items() for line in _listed(theme, questions))
    return {"questions.md": HEAD + listed} | {
        f"questions/{theme}.md": "".join(_theme(theme, questions)) for theme, questions in themes.items()
    }


def _listed(theme: str, questions: list[Question]) -> Iterator[str]:
    yield f"\n## {theme.capitalize()}\n\n"
    rows = [[f"[{question.name}](questions/{theme}.md#{question.name})", question.title] for question in questions]
    yield markdown_table(["question", "what it answers"], rows)


def _theme(theme: str, questions: list[Question]) -> Iterator[str]:
    yield f"# Questions: {theme}\n\n{MADE} [All questions](../questions.md)\n"
    for question in questions:
        yield from _entry(question)


def _entry(question: Question) -> Iterator[str]:
    yield f"\n## {question.name}\n\n{question.title}. {question.question}\n"
    if question.parameters:
        rows = [[f"`--{p.name}`{' (needed)' if p.required else ''}", p.help, p.example] for p in question.parameters]
        yield "\n" + markdown_table(["parameter", "what it is", "for example"], rows)
    if question.note:
        yield f"\nEvery answer says: {question.note}\n"
    build = " --build sample" if question.graph == "sample" else ""
    yield f"\nAsked of {GRAPHS[question.graph]}:\n\n```sh\n{question.example}{build}\n```\n\n{_answer(question)}"


def _answer(question: Question) -> str:
    columns = shown_columns(question)
    table = markdown_table([*columns.values()], [[cut(row[column]) for column in columns] for row in question.answer])
    among = "" if len(question.answer) == question.rows else ", these among them"
    what = "triple" if question.makes_graph else "row"
    return f"{table}\n{question.rows} {what}{'' if question.rows == 1 else 's'}{among}.\n"


def cut(text: str) -> str:
    """Return the text, cut at a word to at most LONGEST characters."""
    return text if len(text) <= LONGEST else text[: text.rfind(" ", 0, LONGEST)] + " …"


def write(folder: Path) -> None:
    """Write the pages into that folder."""
    (folder / "questions").mkdir(exist_ok=True)
    for name, text in pages().items():
        write_whole(folder / name, text)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
