"""Pieces of lines on a page of a PDF, and the blanks between columns of them."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from alliancegraph.loaders.documents.readers.pdfdirection import as_read
from alliancegraph.loaders.documents.readers.pdfruns import Box, Run

GAP = 0.8  # of the height of letters: a wider blank may part columns
PARAGRAPH = 1.35  # of the distance between lines: a wider one ends a paragraph


class Piece(NamedTuple):
    """Runs side by side without a wide gap."""

    runs: tuple[Run, ...]
    box: Box

    @classmethod
    def of(cls, runs: Sequence[Run]) -> "Piece":
        boxes = [run.box for run in runs]
        left, top = min(box.left for box in boxes), min(box.top for box in boxes)
        box = Box(left, top, max(box.right for box in boxes), max(box.bottom for box in boxes))
        return cls(tuple(as_read(runs)), box)

    @property
    def letters(self) -> int:
        return sum(len(run.words) for run in self.runs)


Row = tuple[Piece, ...]


class Gap(NamedTuple):
    """A blank between columns, from left to right."""

    left: float
    right: float

    def narrowed(self, row: Row) -> "Gap | None":
        """Return the part of the gap that a row leaves blank too; None if it prints across."""
        left = max((piece.box.right for piece in row if piece.box.left < self.left), default=self.left)
        right = min((piece.box.left for piece in row if piece.box.right > self.right), default=self.right)
        found = Gap(max(self.left, left), min(self.right, right))
        is_blank = all(p.box.right <= found.left or p.box.left >= found.right for p in row)
        return found if is_blank and found.right - found.left > GAP / 2 * row[0].box.height else None

    def sides(self, row: Row) -> tuple[Row, Row]:
        """Return the pieces of a row left of the gap, and those right of it."""
        left = tuple(piece for piece in row if piece.box.right <= self.left)
        return left, tuple(piece for piece in row if piece not in left)


def reach(rows: Sequence[Row], start: int, gap: Gap) -> tuple[int, Gap]:
    """Return the row at which a gap ends, and what all rows before leave of it."""
    end = last = start
    for at in range(start, len(rows)):
        narrowed = gap.narrowed(rows[at])
        if narrowed is None:
            break
        gap, end = narrowed, at + 1
        if all(gap.sides(rows[at])):
            last = at + 1
    return _tail(rows, start, last, end), gap


def _tail(rows: Sequence[Row], start: int, last: int, end: int) -> int:
    """Return where columns end of which one goes on alone: with its paragraph."""
    steps = [after[0].box.top - row[0].box.top for row, after in pairwise(rows[start:last])]
    usual = median(steps) if steps else 0
    while last < end and rows[last][0].box.top - rows[last - 1][0].box.top < PARAGRAPH * usual:
        last += 1
    return last
