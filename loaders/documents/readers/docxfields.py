"""Fields of a DOCX file that are filled in: boxes to tick and lists to choose from, of both kinds that Word has."""

from xml.etree.ElementTree import Element

from alliancegraph.loaders.documents.boxes import BOXES
from alliancegraph.loaders.documents.readers.docxruns import NO
from alliancegraph.loaders.documents.readers.packages import W, attribute, local


def legacy_field(field: Element) -> str:
    """Return what a field of an old form prints: its box, or the entry of its list that is chosen, else the first."""
    found = {local(child.tag): attribute(child) for child in field}
    if local(field.tag) == "checkBox":
        return BOXES[found.get("checked", found.get("default", "0")) not in NO]
    entries = [attribute(entry) for entry in field.iterfind(f"{W}listEntry")]
    at = found.get("result", found.get("default", "0"))
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def box_of(control: Element) -> str:
    """Return the box that a content control prints; empty if it has none."""
    signs = _signs(control)
    return BOXES[attribute(signs.get("checked")) not in ("", *NO)] if "checkbox" in signs else ""


def is_placeholder(control: Element) -> bool:
    """Return whether a content control only shows what to fill in."""
    return "showingPlcHdr" in _signs(control)


def _signs(control: Element) -> dict[str, Element]:
    return {local(sign.tag): sign for sign in control.iterfind(f"{W}sdtPr//")}
