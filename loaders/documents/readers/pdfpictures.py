"""Pictures on a page of a PDF that are no scan of it, and behind which of its lines each stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alliancegraph.loaders.documents.readers.pdfruns import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_SMALLEST = 4.0  # points: a thinner one is a rule
_LARGEST = 0.9  # share of a page: a larger one is its background
_OVER = 2  # lines of text on a picture that make it a background


def pictures(page: "PdfPage") -> Iterator[Box]:
    """Yield the places of the pictures of a page."""
    from pypdfium2 import raw

    width, height = page.get_size()
    for item in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, low, right, high = item.get_bounds()
        is_seen = min(right - left, high - low) > _SMALLEST
        if is_seen and (right - left) * (high - low) < _LARGEST * width * height:
            yield Box(left, -high, right, -low)


def told(pages: Sequence[Sequence[Box]]) -> list[list[Box]]:
    """Return the pictures of each page without those that are at the same place of several, as letterheads are."""
    places = Counter(tuple(map(round, box)) for page in pages for box in set(page))
    return [[box for box in page if places[tuple(map(round, box))] == 1] for page in pages]


def line_before(picture: Box, lines: Sequence[Box]) -> int | None:
    """Return which line a picture follows, in their order, -1 if none; None if lines are printed over the picture."""
    inside = [line for line in lines if _overlap(picture, line) and picture.top < line.middle < picture.bottom]
    if len(inside) > _OVER:
        return None
    above = [at for at, line in enumerate(lines) if line.top < picture.middle]
    return max((at for at in above if _overlap(picture, lines[at])), default=max(above, default=-1))


def _overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
