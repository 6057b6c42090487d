"""Tables of a PDF without rules or tags, whose cells take several lines: their rows are known by where cells begin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from alliancegraph.loaders.documents.readers.pdfcolumns import PARAGRAPH, Gap, Piece, Row, reach

LEAST = 3  # rows that agree on the columns

_Line = tuple[Row, ...]  # the pieces of a line, by column


class Cells(NamedTuple):
    """A row of a table: the lines of each of its cells."""

    cells: tuple[tuple[Row, ...], ...]

    def lines(self) -> Iterator[tuple[str, Piece]]:
        """Yield each line, with what parts it from the one before: a tab between cells, else a line end."""
        last = None
        for column, cell in enumerate(self.cells):
            for row in cell:
                before = ("\n" if last in (None, column) else "") + "\t" * (column - (last or 0))
                yield before, Piece.of([run for piece in row for run in piece.runs])
                last = column


def wrapped_table(rows: Sequence[Row], start: int, rules: Sequence[float]) -> tuple[int, list[Cells]]:
    """Return where a table that begins in that row ends, and its rows; no rows if there is none, or a ruled one."""
    reached = [reach(rows, start, Gap(one.box.right, other.box.left)) for one, other in pairwise(rows[start])]
    end = min((end for end, _ in reached), default=start)
    if end - start <= LEAST or any(rows[start][0].box.top < rule < rows[end - 1][0].box.bottom for rule in rules):
        return start, []
    lines = [_by_column(row, [gap for _, gap in reached]) for row in rows[start:end]]
    steps = [after[0].box.top - row[0].box.top for row, after in pairwise(rows[start:end])]
    begins = _spaced(lines, steps) or _labelled(lines)
    edges = [*begins, len(lines)]
    return end, [_cells(lines[first:last]) for first, last in pairwise(edges)] if begins else []


def _by_column(row: Row, gaps: Sequence[Gap]) -> _Line:
    edges = [(gap.left + gap.right) / 2 for gap in gaps]
    columns: list[list[Piece]] = [[] for _ in range(len(gaps) + 1)]
    for piece in row:
        columns[sum(edge < piece.box.left for edge in edges)].append(piece)
    return tuple(map(tuple, columns))


def _labelled(lines: Sequence[_Line]) -> list[int]:
    """Return the lines at which rows begin, if each has a label of one line in the first column."""
    begins = [at for at, line in enumerate(lines) if line[0]]
    return begins if _are_rows(lines, begins) else []


def _spaced(lines: Sequence[_Line], steps: Sequence[float]) -> list[int]:
    """Return the lines at which rows begin, if a wider blank parts each from the one before across all columns."""
    usual = sorted(steps)[len(steps) // 4]
    begins = [0, *(at for at, step in enumerate(steps, 1) if step > PARAGRAPH * usual)]
    return begins if _are_rows(lines, begins) else []


def _are_rows(lines: Sequence[_Line], begins: Sequence[int]) -> bool:
    """Return whether rows begin in the first column and another, no cell resumes, and cells mostly differ in length."""
    if len(begins) < LEAST or begins[0] or not all(lines[at][0] and any(lines[at][1:]) for at in begins):
        return False
    rows = [lines[at:after] for at, after in pairwise([*begins, len(lines)])]
    resume = any(
        line[at] and not before[at] for row in rows for before, line in pairwise(row) for at in range(len(line))
    )
    uneven = sum(len(row) > 1 and not all(row[-1]) for row in rows)
    return not resume and 2 * uneven >= len(begins) - 1


def _cells(lines: Sequence[_Line]) -> Cells:
    return Cells(tuple(tuple(row for row in column if row) for column in zip(*lines, strict=True)))
