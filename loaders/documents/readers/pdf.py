"""PDF files, read by PDFium: the text of each page in the order of reading; scanned pages are named."""

from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from alliancegraph.graph.errors import DocumentError, Problem
from alliancegraph.graph.model.notices import Notice, listed
from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.documents.furniture.pagenumbers import is_page_number
from alliancegraph.loaders.documents.furniture.running import is_watermark
from alliancegraph.loaders.documents.omissions import Omission, Omitted
from alliancegraph.loaders.documents.prints import Kind, Print, Stretch
from alliancegraph.loaders.documents.readers.hyphens import with_hyphens
from alliancegraph.loaders.documents.readers.pdfcolumns import Piece
from alliancegraph.loaders.documents.readers.pdfdrawings import drawings, struck_out, unread
from alliancegraph.loaders.documents.readers.pdffields import Filled, show_filled, with_filled
from alliancegraph.loaders.documents.readers.pdflines import Segment, in_reading_order, line_of
from alliancegraph.loaders.documents.readers.pdfnotes import first_mark, marks, notes, with_powers
from alliancegraph.loaders.documents.readers.pdfpictures import line_before, line_beside, pictures, place_of, repeated
from alliancegraph.loaders.documents.readers.pdfruns import Box, Run, characters, whole
from alliancegraph.loaders.documents.readers.pdftags import artifacts, segments
from alliancegraph.loaders.documents.readers.plaintext import LACKED

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

FEW = 60  # letters on a page, such as a stamp or a header, beside which a picture of it counts as a scan
ACROSS = 3  # times the usual height: letters that are printed across a page
_HEAD = 1024  # bytes before a PDF's mark
_UNKNOWN = 0.3  # share of letters that are not known, above which a page is not readable
_SCANNED_AREA = 0.5  # share of a page that a picture of it covers
_DRAWN = 200  # outlines that stand for letters
_REMEDY = "Recognise its text first: ocrmypdf IN.pdf OUT.pdf."


def is_pdf(content: bytes) -> bool:
    """Return whether a file is a PDF by its first bytes."""
    return b"%PDF-" in content[:_HEAD]


def read_pdf(path: Path, content: bytes) -> Print:
    """Return the text of a PDF; raise DocumentError if it is damaged, locked, or consists of scanned pages."""
    with _opened(path, content) as pdf:
        filled = show_filled(pdf)
        pages = [_page(page, places) for page, places in zip(pdf, filled, strict=True)]
        scanned = [number for number, page in enumerate(pages, 1) if page.is_picture]
    _refuse_scans(path, pages, scanned)
    text, stretches, omissions = _joined(pages)
    return Print(text, tuple(stretches), tuple(_notices(path, pages, scanned)), tuple(omissions))


@contextmanager
def _opened(path: Path, content: bytes) -> "Iterator[PdfDocument]":
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_refusal(path, content, str(error))) from None
    try:
        yield pdf
    except pypdfium2.PdfiumError as error:
        remedy = "Open it in a PDF viewer and print it to a new PDF."
        raise DocumentError(Problem(f"is a damaged PDF ({error})", "a whole PDF", remedy, path)) from None
    finally:
        pdf.close()


def _refusal(path: Path, content: bytes, error: str) -> Problem:
    """Return why PDFium cannot open a file, in plain words."""
    if "assword" in error or "ecurity" in error:
        remedy = "Open it in a PDF viewer and save it without a password."
        return Problem("is a PDF locked by a password", "a PDF that opens without one", remedy, path)
    if not is_pdf(content):
        return Problem("is no PDF, though its name says so", "a PDF", "Name it after what it is.", path)
    remedy = "Get the file again: it may have been cut off; if a PDF viewer opens it, print it to a new PDF."
    return Problem("is a damaged PDF", "a whole PDF", remedy, path)


class _Page(NamedTuple):
    """A page: its text, its furniture, whether it is a picture of text, and whether its letters are not known.

    `lacked` is the number of characters that XML lacks.
    """

    text: str
    stretches: tuple[Stretch, ...]
    omissions: tuple[tuple[Box, Omission], ...]
    is_picture: bool
    is_garbled: bool
    lacked: int


def _page(page: "PdfPage", filled: Sequence[Filled]) -> _Page:
    found, drawn = characters(page), drawings(page)
    struck = struck_out(found.runs, drawn.lines)
    kept = [run._replace(words="") if run in struck else run for run in found.runs]
    across, runs = _parted(with_filled(kept, [place for place in filled if not place.omitted]))
    marked = artifacts(runs)
    runs = [run for run in runs if run not in marked]
    lines = segments(page, runs) or in_reading_order(runs, drawn.rules)
    head, foot = _edges([segment.piece for segment in in_reading_order(marked)], runs)
    watermarks = [Segment("\n", Piece.of([run]), Kind.WATERMARK) for run in across]
    text, stretches, ends = _text(found.text, [*head, *lines, *foot, *watermarks])
    is_picture = _is_picture(page, found.text)
    shown = [(place.box, Omission(0, place.omitted, " ".join(place.lines))) for place in filled if place.omitted]
    shown += [(run.box, Omission(0, Omitted.STRUCK, run.words)) for run in struck]
    shown += [(box, Omission(0, Omitted.BOX)) for box in unread(drawn.boxes, runs)]
    shown += [(box, Omission(0, Omitted.PICTURE)) for box in (() if is_picture else pictures(page))]
    omissions = [(box, one._replace(at=at)) for box, one in shown if (at := _place(box, one.kind, ends)) is not None]
    lacked = len(LACKED.findall(whole(found.text)))
    return _Page(text, tuple(stretches), tuple(omissions), is_picture, is_garbled(text), lacked)


def _place(box: Box, kind: Omitted, ends: Sequence[tuple[Box, int]]) -> int | None:
    """Return the offset behind which a picture is; None if it is a background, or a square beside no line."""
    lines = [line for line, _ in ends]
    at = line_beside(box, lines) if kind is Omitted.BOX else line_before(box, lines)
    return at if at is None else ends[at][1] if at >= 0 else 0


def _edges(lines: Sequence[Piece], runs: Sequence[Run]) -> tuple[list[Segment], list[Segment]]:
    """Return lines that are marked as furniture: those above the text, and those beside and below it."""
    top = min((run.box.middle for run in runs), default=0)
    above = [line for line in lines if line.box.middle < top]
    return [_marked(line, Kind.HEADER) for line in above], [
        _marked(line, Kind.FOOTER) for line in lines if line not in above
    ]


def _marked(line: Piece, kind: Kind) -> Segment:
    words = " ".join(run.words for run in line.runs)
    if is_page_number(words):
        return Segment("\n", line, Kind.PAGE_NUMBER)
    return Segment("\n", line, Kind.WATERMARK if is_watermark(words) else kind)


def _parted(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """Return the runs that are printed across the page, and the others."""
    usual = median([run.box.height for run in runs for _ in run.words]) if runs else 0
    across = [run for run in runs if run.is_slanted or _is_across(run, runs, usual)]
    return across, [run for run in runs if run not in across]


def _is_across(run: Run, runs: Sequence[Run], usual: float) -> bool:
    """Return whether large letters are printed over those of several lines."""
    if run.box.height < ACROSS * usual:
        return False
    under = [other.box.middle for other in runs if other is not run and run.box.top < other.box.middle < run.box.bottom]
    return bool(under) and max(under) - min(under) > usual


def _text(printed: str, lines: Sequence[Segment]) -> tuple[str, list[Stretch], list[tuple[Box, int]]]:
    """Return the lines of a page as text, with their furniture, and where each ends."""
    at_foot = notes([line.piece for line in lines if line.kind is None])
    noted = {*filter(None, map(first_mark, at_foot))}
    text, stretches, ends = "", list[Stretch](), list[tuple[Box, int]]()
    for before, piece, kind in lines:
        start = len(text)
        text = text.rstrip(" ") + before * bool(text)
        words, starts = line_of(with_powers(piece, noted), printed)
        stretches += _marks(piece, [len(text) + at for at in starts], noted)
        text += words
        ends += [] if kind else [(piece.box, len(text))]
        if kind or (piece in at_foot and any(map(str.isalpha, words))):  # and no page number
            stretches.append(Stretch(min(start, len(text)), len(text), kind or Kind.FOOTNOTE))
    return text, stretches, ends


def _marks(line: Piece, starts: Sequence[int], noted: Container[str]) -> list[Stretch]:
    found = ((starts[at], line.runs[at].words.rstrip()) for at in marks(line, noted))
    return [Stretch(start, start + len(words), Kind.FOOTNOTE_MARK) for start, words in found]


def _is_picture(page: "PdfPage", text: str) -> bool:
    """Return whether a page is a picture of text: a scan, or letters drawn as outlines."""
    from pypdfium2 import raw

    if len("".join(text.split())) > FEW:
        return False
    width, height = page.get_size()
    shown = [Box.of(*item.get_bounds()) for item in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
    area = sum(box.width * box.height for box in shown)
    outlines = sum(1 for _ in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=3))
    return bool(area > _SCANNED_AREA * width * height or outlines > _DRAWN)


def is_garbled(text: str) -> bool:
    """Return whether many characters of a text are no known letters."""
    letters = "".join(text.split())
    unknown = sum(category(letter) in ("Co", "Cn") or letter == "\ufffd" for letter in letters)
    return len(letters) > FEW and unknown > _UNKNOWN * len(letters)


def _joined(pages: Sequence[_Page]) -> tuple[str, list[Stretch], list[Omission]]:
    stretches, omissions, start = list[Stretch](), list[Omission](), 0
    letterheads = repeated([[box for box, one in page.omissions if one.kind is Omitted.PICTURE] for page in pages])
    for page in pages:
        stretches += [Stretch(start + one, start + end, kind) for one, end, kind in page.stretches]
        omissions += [
            one._replace(at=start + one.at) for box, one in page.omissions if place_of(box) not in letterheads
        ]
        start += len(page.text) + len(PAGE_BREAK)
    text = PAGE_BREAK.join(page.text for page in pages)
    return with_hyphens(text) + PAGE_BREAK * (len(pages) == 1), stretches, omissions


def _refuse_scans(path: Path, pages: Sequence[_Page], scanned: Sequence[int]) -> None:
    if len(scanned) == len(pages) or (scanned and not any(page.text.strip() for page in pages)):
        raise DocumentError(Problem(_scans(pages, scanned), "pages with text", _REMEDY, path))
    if not any(page.text.strip() for page in pages):
        raise DocumentError(Problem("holds no text, only empty pages", "pages with text", "Check the file.", path))


def _scans(pages: Sequence[_Page], scanned: Sequence[int]) -> str:
    return f"a scanned page: {listed(scanned)} of {len(pages)} (text recognition first: ocrmypdf)"


def _notices(path: Path, pages: Sequence[_Page], scanned: Sequence[int]) -> Iterator[Notice]:
    if scanned:
        remedy = "What is on it is not read, so a section there may look blank."
        yield Notice("scanned-page", _scans(pages, scanned), remedy, path, page=scanned[0])
    if garbled := [number for number, page in enumerate(pages, 1) if page.is_garbled]:
        what = f"letters that the file does not name on {how_many(len(garbled), 'page')}: {listed(garbled)}"
        remedy = "Recognise its text: ocrmypdf --force-ocr IN.pdf OUT.pdf."
        yield Notice("unreadable-letters", what, remedy, path, page=garbled[0])
    for number, page in enumerate(pages, 1):
        if page.lacked:
            what = f"{how_many(page.lacked, 'character')} taken out that XML lacks"
            yield Notice("nul-characters", what, "Check the words there.", path, page=number)
