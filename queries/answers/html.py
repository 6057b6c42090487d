"""Answers in a notebook: a table whose texts are escaped."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from alliancegraph.queries.answers.cells import cell
from alliancegraph.queries.answers.table import counted, nothing

if TYPE_CHECKING:
    from alliancegraph.queries.answers.answer import Answer


def html_table(answer: "Answer", shown: int) -> str:
    """The first rows as an HTML table, IRIs by their prefixed names, and the number of all."""
    rows = [_line("td", map(cell, terms)) for terms in answer.terms[:shown]]
    head = f"<thead>{_line('th', answer.columns)}</thead>"
    first = f"The first {shown} of " if len(answer) > shown else ""
    number = f"{first}{counted(answer)}" if rows else escape(nothing(answer))
    beside = answer.about.beside_rows() if rows else ""
    note = f"<p>{escape(beside)}</p>" if beside else ""
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table><p>{number}</p>{note}"


def _line(tag: str, texts: Iterable[str]) -> str:
    cells = (f'<{tag} style="text-align: left">{escape(text)}</{tag}>' for text in texts)
    return f"<tr>{''.join(cells)}</tr>"
