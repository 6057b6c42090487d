"""Answers as Markdown tables, for pages and messages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alliancegraph.queries.answers.cells import cell
from alliancegraph.queries.answers.table import nothing

if TYPE_CHECKING:
    from alliancegraph.queries.answers.answer import Answer

_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\|<"})


def markdown(answer: "Answer") -> str:
    """Return the rows as a Markdown table, IRIs as prefixed names; without rows, a sentence follows the head.

    A bar in a text, which would end its cell, is escaped, and so is the start of a tag. Notes on the answer follow.
    """
    table = markdown_table(answer.titles, [[cell(term) for term in terms] for terms in answer.terms])
    below = (answer.about.beside_rows(),) if len(answer) else (answer.about.note, nothing(answer))
    return table + "".join(f"\n{_escaped(line)}\n" for line in below if line)


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the cells as a Markdown table; without rows, only its head."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(_escaped(text) for text in line)} |\n" for line in lines)


def _escaped(text: str) -> str:
    return " ".join(text.translate(_ESCAPES).split())
