"""What somebody filled in into a PDF: fields of its form, and text typed over its pages, shown by the file or not."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from alliancegraph.loaders.documents.boxes import BOXES
from alliancegraph.loaders.documents.omissions import Omitted
from alliancegraph.loaders.documents.readers.pdfruns import Box, Run

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage
    from pypdfium2.raw import FPDF_ANNOTATION, FPDF_FORMHANDLE

TALLEST = 11.0  # points of a line in a field that may have several
_HIDDEN = 2 | 32  # flags of what is not seen
_MARKS = (1, *range(4, 16))  # FPDF_ANNOT_TEXT, _LINE to _INK: notes, drawings, stamps and marks put on a page


class Filled(NamedTuple):
    """A place of a page that is filled in: its lines; whether it is a box to tick, or all that its list offers.

    What it holds besides text of the page is `omitted`; its lines are then what the file says of it.
    """

    lines: tuple[str, ...]
    box: Box
    is_tick: bool = False
    offered: tuple[str, ...] = ()
    omitted: Omitted | None = None


def show_filled(pdf: "PdfDocument") -> list[list[Filled]]:
    """Return what is filled in on each page; write it on the pages too, as far as the file knows how it looks."""
    if pdf.get_formtype() and pdf.formenv is None:
        pdf.init_forms()
    return [_shown(pdf, page) for page in pdf]


def with_filled(runs: Sequence[Run], filled: Sequence[Filled]) -> list[Run]:
    """Return the runs of a page with what is filled in, once each."""
    found = list(runs)
    for place in filled:
        inside = [run for run in found if _is_inside(run.box, place.box) or _is_cut_off(run, place)]
        if _bare("".join(run.words for run in inside)) != _bare("".join(place.lines)):
            found = [run for run in found if run not in inside or not _is_of(run, place)]
            found += _runs(place, max((run.end for run in found), default=0))
    return found


def _shown(pdf: "PdfDocument", page: "PdfPage") -> list[Filled]:
    from pypdfium2 import raw

    found = list(_annotations(page))
    filled = [place for annotation in found for place in _filled(pdf, annotation)]
    kinds = {raw.FPDFAnnot_GetSubtype(annotation) for annotation in found}
    for annotation in found:
        raw.FPDFPage_CloseAnnot(annotation)
    if kinds - {raw.FPDF_ANNOT_LINK}:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    return filled


def _annotations(page: "PdfPage") -> "Iterator[FPDF_ANNOTATION]":
    """Yield the annotations of a page that are seen."""
    from pypdfium2 import raw

    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if annotation and not raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
            yield annotation


def _filled(pdf: "PdfDocument", annotation: "FPDF_ANNOTATION") -> Iterator[Filled]:
    from pypdfium2 import raw

    kind, box = raw.FPDFAnnot_GetSubtype(annotation), _box(annotation)
    words = _string(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
    if kind in (raw.FPDF_ANNOT_FILEATTACHMENT, raw.FPDF_ANNOT_SOUND, raw.FPDF_ANNOT_MOVIE, raw.FPDF_ANNOT_RICHMEDIA):
        yield Filled((), box, omitted=Omitted.OBJECT)
    elif kind == raw.FPDF_ANNOT_FREETEXT:
        yield from _text(words, box)
    elif kind in _MARKS:
        yield Filled((words,), box, omitted=Omitted.ANNOTATION)
    elif kind == raw.FPDF_ANNOT_WIDGET and pdf.formenv:
        yield from _field(pdf.formenv.raw, annotation, box)


def _field(form: "FPDF_FORMHANDLE", annotation: "FPDF_ANNOTATION", box: Box) -> Iterator[Filled]:
    from pypdfium2 import raw

    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        yield Filled((BOXES[bool(raw.FPDFAnnot_IsChecked(form, annotation))],), box, is_tick=True)
    elif kind in (raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX, raw.FPDF_FORMFIELD_TEXTFIELD):
        count = max(0, raw.FPDFAnnot_GetOptionCount(form, annotation))
        offered = [_string(raw.FPDFAnnot_GetOptionLabel, form, annotation, at) for at in range(count)]
        chosen = [words for at, words in enumerate(offered) if raw.FPDFAnnot_IsOptionSelected(form, annotation, at)]
        value = _string(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
        yield from _text("\n".join(chosen) or value, box, tuple(offered))


def _text(words: str, box: Box, offered: tuple[str, ...] = ()) -> Iterator[Filled]:
    lines = tuple(line for line in words.splitlines() if line.strip())
    if lines or offered:
        yield Filled(lines, box, offered=offered)


def _string(function: Callable[..., int], *arguments: object) -> str:
    """Return the text that a function of PDFium gives."""
    length = function(*arguments, None, 0)
    units: Any = (ctypes.c_ushort * (length // 2 + 1))()
    function(*arguments, units, length)
    return bytes(units)[: max(0, length - 2)].decode("utf-16-le", "replace")


def _box(annotation: "FPDF_ANNOTATION") -> Box:
    from pypdfium2 import raw

    found = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, found)
    low, high = sorted((found.bottom, found.top))
    return Box.of(min(found.left, found.right), low, max(found.left, found.right), high)


def _is_inside(box: Box, field: Box) -> bool:
    middle = (box.left + box.right) / 2
    return field.left <= middle <= field.right and field.top <= box.middle <= field.bottom


def _is_cut_off(run: Run, place: Filled) -> bool:
    """Return whether a run is an entry of a list that has no room for it, and goes on below its field."""
    bottom = place.box.bottom + len(place.offered) * run.box.height
    is_below = place.box.left <= run.box.left <= place.box.right and place.box.bottom < run.box.middle < bottom
    return is_below and _bare(run.words) in map(_bare, place.offered)


def _is_of(run: Run, place: Filled) -> bool:
    """Return whether a run in a field shows part of what is filled in, and is no print of the page below it."""
    if place.is_tick:
        return len(_bare(run.words)) == 1
    return any(_bare(run.words) in _bare(words) for words in ("".join(place.lines), *place.offered))


def _bare(words: str) -> str:
    return "".join(words.split())


def _runs(place: Filled, start: int) -> Iterator[Run]:
    """Yield the lines that are filled in below each other, as runs behind the others of the page."""
    height = min(TALLEST, place.box.height / max(1, len(place.lines)))
    gap = (place.box.height - height * len(place.lines)) / 2
    for at, line in enumerate(place.lines):
        top = place.box.top + gap + height * at
        yield Run(line, Box(place.box.left, top, place.box.right, top + height), start, start, None)
