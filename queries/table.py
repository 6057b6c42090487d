"""Answers in a terminal: a table where it fits, else one block a row, so that no quote is squeezed narrow."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence

from pyoxigraph import QuerySolutions

from queries.cells import cell

COMFORTABLE = 28  # characters in which a long text still reads well
GAP = "  "


def table(solutions: QuerySolutions) -> str:
    """The rows as text as wide as the terminal, IRIs by their local names, and their number."""
    columns = [variable.value for variable in solutions.variables]
    rows = [[cell(value) for value in row] for row in solutions]
    if not rows:
        return "No rows.\n"
    width = shutil.get_terminal_size((120, 24)).columns
    needed = sum(min(size, COMFORTABLE) + len(GAP) for size in _sizes(columns, rows))
    lines = _grid(columns, rows, width) if needed <= width else _blocks(columns, rows, width)
    return "\n".join([*lines, f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}\n"])


def _sizes(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(columns, *rows, strict=True)]


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    from rich.console import Console
    from rich.table import Table

    grid = Table(*columns, box=None, header_style="bold", pad_edge=False, padding=(0, len(GAP), 0, 0))
    for row in rows:
        grid.add_row(*row)
    console = Console(highlight=False, markup=False, width=width)
    with console.capture() as capture:
        console.print(grid)
    yield from (line.rstrip() for line in capture.get().splitlines())


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    margin = max(map(len, columns)) + len(GAP)
    for row in rows:
        for name, text in zip(columns, row, strict=True):
            if text:
                yield textwrap.fill(text, width, initial_indent=name.ljust(margin), subsequent_indent=" " * margin)
        yield ""
