"""Pictures on a page of a PDF that are no scan of it, and behind which of its lines each is."""

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
        box = Box.of(*item.get_bounds())
        if min(box.width, box.height) > _SMALLEST and box.width * box.height < _LARGEST * width * height:
            yield box


def repeated(pages: Sequence[Sequence[Box]]) -> set[tuple[int, ...]]:
    """Return the places of pictures that several pages have, as letterheads are."""
    places = Counter(place for page in pages for place in set(map(place_of, page)))
    return {place for place, count in places.items() if count > 1}


def place_of(picture: Box) -> tuple[int, ...]:
    """Return where a picture is, in whole points."""
    return tuple(map(round, picture))


def line_before(picture: Box, lines: Sequence[Box]) -> int | None:
    """Return which line a picture follows, in their order, -1 if none; None if lines are printed over the picture."""
    inside = [line for line in lines if _overlap(picture, line) and picture.top < line.middle < picture.bottom]
    if len(inside) > _OVER:
        return None
    if (beside := line_beside(picture, lines)) is not None:
        return beside
    above = [at for at, line in enumerate(lines) if line.top < picture.middle]
    return max((at for at in above if _overlap(picture, lines[at])), default=max(above, default=-1))


def line_beside(picture: Box, lines: Sequence[Box]) -> int | None:
    """Return which line is at the height of a picture, the nearest of several; None if none is."""
    beside = [at for at, line in enumerate(lines) if line.top < picture.middle < line.bottom]
    return min(beside, key=lambda at: abs(lines[at].left - picture.right), default=None)


def _overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
