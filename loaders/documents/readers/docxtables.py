"""Rows of the tables of a DOCX file: which cells they have, and whether they are printed."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from alliancegraph.loaders.documents.omissions import Omitted
from alliancegraph.loaders.documents.readers.packages import W, attribute, local

MOST = 200  # columns of a cell
_ROWS = {"hidden": Omitted.HIDDEN, "del": Omitted.STRUCK}
_IN_ROWS = ("sdt", "sdtContent", "ins", "customXml")  # around cells
_PROPERTIES = ("trPr", "sdtPr", "tblPrEx")


def row_omitted(row: Element) -> Omitted | None:
    """Return as what a row is left out; None if it is printed."""
    return next((kind for name, kind in _ROWS.items() if row.find(f"{W}trPr/{W}{name}") is not None), None)


def cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, those in controls and changes too."""
    for child in row:
        if local(child.tag) in _IN_ROWS:
            yield from cells(child)
        elif local(child.tag) not in _PROPERTIES:
            yield child


def whole_number(element: Element | None, default: int) -> int:
    """Return the number in an element; the default if there is none, or none that a table can have."""
    text = attribute(element)
    return min(int(text), MOST) if text.isdecimal() and len(text) < len(str(MOST)) + 1 else default
