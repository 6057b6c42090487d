"""What a DOCX file shows in place of text: pictures, charts, and objects of other programs."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from alliancegraph.loaders.documents.omissions import Omitted
from alliancegraph.loaders.documents.readers.packages import attribute, local

_KINDS = {
    "pic": Omitted.PICTURE,
    "imagedata": Omitted.PICTURE,
    "chart": Omitted.OBJECT,
    "relIds": Omitted.OBJECT,  # of a diagram
    "OLEObject": Omitted.OBJECT,
}
_DESCRIBED = ("descr", "title", "alt", "ProgID")


def shown(drawing: Element) -> tuple[Omitted, str] | None:
    """Return what a drawing or an object shows, and what its file says of it; None if only shapes, or an ornament."""
    inside = list(_own(drawing))
    if any(local(item.tag) == "decorative" and attribute(item) == "1" for item in inside):
        return None
    kinds = [_KINDS[name] for item in inside if (name := local(item.tag)) in _KINDS]
    if not kinds:
        return None
    kind = Omitted.OBJECT if Omitted.OBJECT in kinds else Omitted.PICTURE
    described = (attribute(item, name) for name in _DESCRIBED for item in inside)
    words = next(filter(None, described), "")
    return (Omitted.FORMULA, "") if words.startswith("Equation.") else (kind, words)


def _own(element: Element) -> Iterator[Element]:
    """Yield the elements inside one, without those of text boxes."""
    for child in element:
        if local(child.tag) not in ("txbxContent", "Fallback"):
            yield child
            yield from _own(child)
