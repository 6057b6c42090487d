"""The structure of a tagged PDF: which characters are page furniture, and the order of paragraphs and cells.

The tags name no characters but marked content, so each run is found by the number of its content. A row's cells are
parted by tabs, one for each column, so that a tick keeps its column; rows and lines by line ends.
"""

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from alliancegraph.loaders.documents.prints import Kind
from alliancegraph.loaders.documents.readers.pdfcolumns import Piece
from alliancegraph.loaders.documents.readers.pdfdirection import is_from_right
from alliancegraph.loaders.documents.readers.pdflines import Segment, is_beside
from alliancegraph.loaders.documents.readers.pdfruns import Run

if TYPE_CHECKING:
    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_STRUCTELEMENT, FPDF_STRUCTTREE

_NEXT = 2.0  # of the height of letters: how far the next line is
LEAST = 0.9  # share of a page's letters that its tags name; with less the tags are no guide
MOST_SPANNED = 100  # rows or columns of a cell
DEEPEST = 64  # elements inside each other
_CELLS = ("TD", "TH")
_HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6")
_BLOCKS = ("P", "LI", "LBody", "Caption", "TOCI", "Note", "BlockQuote", *_HEADINGS, *_CELLS)
_KINDS = {"Note": Kind.FOOTNOTE, "FENote": Kind.FOOTNOTE, "TOC": Kind.CONTENTS, "TOCI": Kind.CONTENTS}


class Cell(NamedTuple):
    """A cell of a table: its row among all rows of the page, and its column, from 0."""

    row: int
    column: int


class Place(NamedTuple):
    """Where marked content belongs: its paragraph, its cell, and the kind of furniture that it is, if any."""

    block: int = 0
    cell: Cell | None = None
    kind: Kind | None = None


def artifacts(runs: Iterable[Run]) -> list[Run]:
    """Return the runs that are marked as page furniture."""
    return [run for run in runs if _content(run) < 0 and "Artifact" in _marks(run)]


def segments(page: "PdfPage", runs: Sequence[Run]) -> list[Segment]:
    """Return the runs of a page in the order of its tags; none if the page has no tags, or these miss much of it."""
    places = _places(page)
    named = {_content(run): run for run in runs}
    letters = [(len(run.words), _content(run) in places) for run in runs]
    whole = sum(length for length, _ in letters)
    if not named or sum(length for length, is_known in letters if is_known) < LEAST * whole:
        return []
    return list(_parted(_ordered(runs, places)))


def _ordered(runs: Sequence[Run], places: dict[int, Place]) -> list[tuple[Run, Place]]:
    """Return the runs in the order of their content in the tags.

    Those without are above or below the others, or follow the one before in the file where they are near it, else the
    one beside or above them.
    """
    order = {content: at for at, content in enumerate(places)}
    known = [run for run in runs if _content(run) in order]
    keys: list[tuple[int, int]] = []
    here, before = -1, None
    for run in runs:
        content = _content(run)
        if content in order:
            here = order[content]
        elif before is None or not _is_near(before, run):
            here = _beside(run, known, order)
        before = run
        keys.append((here, run.start))
    found = sorted(zip(keys, runs, strict=True), key=lambda pair: pair[0])
    return [(run, places.get(_content(run), Place())) for _, run in found]


def _is_near(run: Run, after: Run) -> bool:
    """Return whether a run is on the line of another, or on the next one."""
    return is_beside(run.box, after.box) or 0 < after.box.middle - run.box.middle < _NEXT * run.box.height


def _beside(run: Run, known: Sequence[Run], order: Mapping[int, int]) -> int:
    """Return where a run without tags belongs: behind what is left of it on its line, or else what is above it."""
    left = [one for one in known if is_beside(one.box, run.box) and one.box.left <= run.box.left]
    above = [one for one in known if one.box.middle < run.box.middle]
    if max(one.box.middle for one in known) < run.box.middle and not left:
        return len(order)
    nearest = max(left or above, key=lambda one: one.box.left if left else one.box.middle, default=None)
    return order[_content(nearest)] if nearest else -1


def _parted(ordered: Sequence[tuple[Run, Place]]) -> Iterator[Segment]:
    line: list[Run] = []
    before, place = "", Place()
    for run, here in ordered:
        if line and here.cell == place.cell and here.kind == place.kind and _goes_on(line[-1], run):
            line.append(run)
            continue
        if line:
            yield Segment(before, Piece.of(line), place.kind)
        before = _between(line[-1] if line else None, place, here)
        line, place = [run], here
    if line:
        yield Segment(before, Piece.of(line), place.kind)


def _goes_on(run: Run, after: Run) -> bool:
    return is_beside(run.box, after.box) and (after.box.left >= run.box.left or is_from_right([run, after]))


def _between(run: Run | None, place: Place, here: Place) -> str:
    """Return what is between two runs: tabs between cells, a blank in a paragraph, a blank line behind a table."""
    row = place.cell.row if place.cell else None
    if here.cell is None:
        return "\n\n" if place.cell else "\n" if run else ""
    if here.cell.row != row:
        return ("\n" if run else "") + "\t" * here.cell.column
    if place.cell and here.cell.column > place.cell.column:
        return "\t" * (here.cell.column - place.cell.column)
    is_one = here.block == place.block and run is not None and not run.words.rstrip().endswith(("-", "\u00ad"))
    return " " if is_one else "\n"


def _content(run: Run) -> int:
    from pypdfium2 import raw

    return int(raw.FPDFPageObj_GetMarkedContentID(run.item)) if run.item else -1


def _marks(run: Run) -> Iterator[str]:
    from pypdfium2 import raw

    for at in range(raw.FPDFPageObj_CountMarks(run.item) if run.item else 0):
        mark = raw.FPDFPageObj_GetMark(run.item, at)
        name, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length):
            yield "".join(map(chr, name)).partition("\0")[0]


def _places(page: "PdfPage") -> dict[int, Place]:
    """Return the place of each marked content of a page, by its number, in the order of the tags."""
    with _tree(page) as tree:
        walk = _Walk()
        for element in walk.children(tree, "FPDF_StructTree"):
            walk.element(element, Place(), 0)
        return walk.places


@contextmanager
def _tree(page: "PdfPage") -> "Iterator[FPDF_STRUCTTREE]":
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        yield tree
    finally:
        if tree:
            raw.FPDF_StructTree_Close(tree)


class _Walk:
    """Goes through the elements of a page's structure."""

    def __init__(self) -> None:
        self.places: dict[int, Place] = {}
        self._numbers = count(1)
        self._spans: dict[int, int] = {}  # rows that cells of the row above go on to take, by column

    def children(self, parent: "FPDF_STRUCTELEMENT | FPDF_STRUCTTREE", kind: str) -> "Iterator[FPDF_STRUCTELEMENT]":
        from pypdfium2 import raw

        total = getattr(raw, f"{kind}_CountChildren")(parent) if parent else 0
        for at in range(total):
            yield getattr(raw, f"{kind}_GetChildAtIndex")(parent, at)

    def element(self, element: "FPDF_STRUCTELEMENT", place: Place, depth: int) -> None:
        """Note the places of the content of an element and of those inside it."""
        kind = _kind(element)
        place = place._replace(kind=_KINDS.get(kind, place.kind))
        if kind in _BLOCKS:
            place = place._replace(block=next(self._numbers))
        if kind == "Table":
            self._spans = {}
        inside = self._row if kind == "TR" else self._inside
        if depth < DEEPEST:
            inside(element, place, depth + 1)

    def _inside(self, element: "FPDF_STRUCTELEMENT", place: Place, depth: int) -> None:
        for at, child in enumerate(self.children(element, "FPDF_StructElement")):
            if child:
                self.element(child, place, depth)
            else:
                self._content(element, at, place)

    def _row(self, element: "FPDF_STRUCTELEMENT", place: Place, depth: int) -> None:
        """Note the cells of a row; those that span rows above take their columns."""
        row, column = next(self._numbers), 0
        spans = {at: rows - 1 for at, rows in self._spans.items() if rows > 1}
        for child in self.children(element, "FPDF_StructElement"):
            while column in spans:
                column += 1
            if child and _kind(child) not in _CELLS:
                self.element(child, place, depth)
                continue
            rows, columns = (_span(child, "RowSpan"), _span(child, "ColSpan")) if child else (1, 1)
            if child:
                self.element(child, place._replace(cell=Cell(row, column)), depth)
            spans |= dict.fromkeys(range(column, column + columns), rows)
            column += columns
        self._spans = spans

    def _content(self, element: "FPDF_STRUCTELEMENT", at: int, place: Place) -> None:
        from pypdfium2 import raw

        content = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if content >= 0:
            self.places.setdefault(content, place)


def _kind(element: "FPDF_STRUCTELEMENT") -> str:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    length = raw.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[: max(0, min(length, len(name)) - 2)].decode("utf-16-le", "replace")


def _span(cell: "FPDF_STRUCTELEMENT", name: str) -> int:
    """Return how many rows or columns a cell takes."""
    from pypdfium2 import raw

    number = ctypes.c_float()
    for at in range(max(0, raw.FPDF_StructElement_GetAttributeCount(cell))):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(cell, at)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, name.encode()) if attribute else None
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return max(1, min(round(number.value), MOST_SPANNED))
    return 1
