"""What is drawn on a page of a PDF and decides how its text is read: rules, lines through words, boxes to tick."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from alliancegraph.loaders.documents.readers.pdfruns import Box, Run

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

WIDE_RULE, THIN = 40, 3  # points
SMALLEST, LARGEST = 7, 18  # the same: sides of a box to tick
_SQUARE = 1.3  # of one side: the other, at most
_THROUGH = 0.4, 0.72  # of the height of letters, from their top: where a line strikes them out
_COVERED = 0.9  # of their width


class Drawings(NamedTuple):
    """Outlines of a page: the heights of ruled lines across it, thin lines, and boxes of the size of letters."""

    rules: tuple[float, ...]
    lines: tuple[Box, ...]
    boxes: tuple[Box, ...]


def drawings(page: "PdfPage") -> Drawings:
    """Return what is drawn on a page."""
    from pypdfium2 import raw

    found = [Box.of(*item.get_bounds()) for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=2)]
    wide = [box for box in found if box.width > WIDE_RULE]
    rules = [height for box in wide for height in ([box.bottom] if box.height < THIN else [box.bottom, box.top])]
    lines = tuple(box for box in found if box.height < THIN < box.width)
    return Drawings(tuple(rules), lines, tuple(_boxes(found)))


def struck_out(runs: Sequence[Run], lines: Sequence[Box]) -> list[Run]:
    """Return the runs through whose letters a line goes from end to end."""
    ordered = sorted(lines, key=lambda line: line.middle)
    heights = [line.middle for line in ordered]
    struck = []
    for run in runs:
        first, last = (bisect(heights, run.box.top + share * run.box.height) for share in _THROUGH)
        struck += [run] if any(_covers(line, run.box) for line in ordered[first:last]) else []
    return struck


def unread(boxes: Sequence[Box], runs: Sequence[Run]) -> list[Box]:
    """Return the boxes that have no text in them, so that no text says which is ticked."""
    middles = [((run.box.left + run.box.right) / 2, run.box.middle) for run in runs]
    return [
        box
        for box in boxes
        if not any(box.left < across < box.right and box.top < down < box.bottom for across, down in middles)
    ]


def _boxes(found: Sequence[Box]) -> Iterator[Box]:
    """Yield the squares of the size of letters, those inside each other once."""
    seen = set[tuple[int, int]]()
    for box in found:
        place = round((box.left + box.right) / 4), round(box.middle / 2)
        is_square = max(box.width, box.height) < _SQUARE * min(box.width, box.height)
        if is_square and SMALLEST <= box.height <= LARGEST and place not in seen:
            seen.add(place)
            yield box


def _covers(line: Box, letters: Box) -> bool:
    covered = min(line.right, letters.right) - max(line.left, letters.left)
    return covered >= _COVERED * letters.width
