"""Answers as tables: in a terminal, with a block for each row if they are too wide, and in a notebook."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from html import escape
from itertools import compress, zip_longest
from typing import TYPE_CHECKING

from alliancegraph.graph.words.counting import how_many
from alliancegraph.queries.answers.cells import cell
from alliancegraph.queries.answers.wrapping import padded, screen, visible, width, wrapped

if TYPE_CHECKING:
    from alliancegraph.queries.answers.answer import Answer

COMFORTABLE = 28  # characters in which a long text still reads well
GAP = "  "


def table(answer: "Answer") -> str:
    """Return the rows as text as wide as the terminal, IRIs as prefixed names, and the number of rows.

    Columns that are empty in all rows are named below. Notes on the answer come last.
    """
    rows = [[cell(term) for term in terms] for terms in answer.terms]
    if not rows:
        return f"{nothing(answer)}\n"
    filled = [any(column) for column in zip(*rows, strict=True)]
    shown = filled if any(filled) else [True] * len(filled)
    empty = ", ".join(compress(answer.titles, (not each for each in shown)))
    grid = grid_or_blocks([*compress(answer.titles, shown)], [[*compress(row, shown)] for row in rows])
    below = (counted(answer), empty and f"Empty in all rows: {empty}.", answer.about.beside_rows())
    return grid + "".join(f"{line}\n" for line in below if line)


def truth(truth: bool) -> str:
    """Return the answer to ASK as a line."""
    return f"{str(truth).lower()}\n"


def preview(answer: "Answer", shown: int) -> str:
    """Return the first rows, and the number of all."""
    return table(answer) if len(answer) <= shown else f"{table(answer[:shown])}… of {counted(answer)}\n"


def html_table(answer: "Answer", shown: int) -> str:
    """Return the first rows as an HTML table, IRIs as prefixed names, and the number of all."""
    rows = [_html_line("td", map(cell, terms)) for terms in answer.terms[:shown]]
    head = f"<thead>{_html_line('th', answer.titles)}</thead>"
    first = f"The first {shown} of " if len(answer) > shown else ""
    number = f"{first}{counted(answer)}" if rows else escape(nothing(answer))
    beside = answer.about.beside_rows() if rows else ""
    note = f"<p>{escape(beside)}</p>" if beside else ""
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table><p>{number}</p>{note}"


def _html_line(tag: str, texts: Iterable[str]) -> str:
    cells = (f'<{tag} style="text-align: left">{escape(text)}</{tag}>' for text in texts)
    return f"<tr>{''.join(cells)}</tr>"


def nothing(answer: "Answer") -> str:
    """Return that there are no rows, what else would give some, and which reports are not wholly read."""
    return f"No rows. {answer.about.emptiness()}".rstrip()


def counted(rows: Sized) -> str:
    """Return the number of rows in words."""
    return how_many(len(rows), "row")


def grid_or_blocks(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the cells as lines, none wider than the terminal."""
    room = screen()
    rows = [[visible(text) for text in row] for row in rows]
    sizes = [max(map(width, column)) for column in zip(columns, *rows, strict=True)]
    needed = sum(min(size, COMFORTABLE) + len(GAP) for size in sizes)
    lines = _grid(columns, rows, _fitted(sizes, room)) if needed <= room else _blocks(columns, rows, room)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fitted(sizes: Sequence[int], line: int) -> list[int]:
    """Return the widths of the columns: the widest are narrowed to the same width, until all fit."""
    room = line - len(GAP) * (len(sizes) - 1)
    most = max(sizes)
    while sum(min(size, most) for size in sizes) > room:
        most -= 1
    return [min(size, most) for size in sizes]


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], sizes: Sequence[int]) -> Iterator[str]:
    for row in (columns, *rows):
        parts = (wrapped(text, size) for text, size in zip(row, sizes, strict=True))
        yield from (_line(line, sizes) for line in zip_longest(*parts, fillvalue=""))


def _line(parts: Iterable[str], sizes: Sequence[int]) -> str:
    return GAP.join(padded(text, size) for text, size in zip(parts, sizes, strict=True))


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    margin = max(map(width, columns)) + len(GAP)
    for row in rows:
        for name, text in zip(columns, row, strict=True):
            if text:
                first, *rest = wrapped(text, room - margin)
                yield padded(name, margin) + first
                yield from (" " * margin + line for line in rest)
        yield ""
