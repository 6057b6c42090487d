"""PDF files, read by PDFium: the text of each page in the order of reading; scanned pages are named."""

from collections.abc import Iterator, Sequence
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
from alliancegraph.loaders.documents.prints import Kind, Print, Stretch
from alliancegraph.loaders.documents.readers.pdflines import Piece, Segment, in_reading_order, line_of
from alliancegraph.loaders.documents.readers.pdfnotes import marks, notes
from alliancegraph.loaders.documents.readers.pdfruns import Run, characters
from alliancegraph.loaders.documents.readers.pdftags import artifacts, segments
from alliancegraph.loaders.documents.readers.plaintext import LACKED

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

FEW = 60  # letters on a page, such as a stamp or a header, beside which a picture of it counts as a scan
ACROSS = 3  # times the usual height: letters that are printed across a page
WIDE_RULE, THIN_RULE = 40, 3  # points
_HEAD = 1024  # bytes before a PDF's mark
_UNKNOWN = 0.3  # share of letters that are not known, above which a page is not readable
_SCANNED_AREA = 0.5  # share of a page that a picture of it covers
_DRAWN = 200  # outlines that stand for letters
_REMEDY = "Recognise its text first: ocrmypdf IN.pdf OUT.pdf."


def read_pdf(path: Path, content: bytes) -> Print:
    """Return the text of a PDF; raise DocumentError if it is damaged, locked, or consists of scanned pages."""
    with _opened(path, content) as pdf:
        _show_fields(pdf)
        pages = [_page(page) for page in pdf]
        scanned = [number for number, page in enumerate(pages, 1) if page.is_picture]
    _refuse_scans(path, pages, scanned)
    text, stretches = _joined(pages)
    return Print(text, tuple(stretches), tuple(_notices(path, pages, scanned)))


def _show_fields(pdf: "PdfDocument") -> None:
    """Write what is filled in into the fields of a form on its pages, where readers find it."""
    if pdf.get_formtype():
        pdf.init_forms()
        for page in pdf:
            page.flatten()


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
    if b"%PDF-" not in content[:_HEAD]:
        return Problem("is no PDF, though its name says so", "a PDF", "Name it after what it is.", path)
    remedy = "Get the file again: it may have been cut off; if a PDF viewer opens it, print it to a new PDF."
    return Problem("is a damaged PDF", "a whole PDF", remedy, path)


class _Page(NamedTuple):
    """A page: its text, its furniture, whether it is a picture of text, and whether its letters are not known.

    `lacked` is the number of characters that XML lacks.
    """

    text: str
    stretches: tuple[Stretch, ...]
    is_picture: bool
    is_garbled: bool
    lacked: int


def _page(page: "PdfPage") -> _Page:
    found = characters(page)
    across, runs = _parted(found.runs)
    marked = artifacts(runs)
    runs = [run for run in runs if run not in marked]
    lines = segments(page, runs) or in_reading_order(runs, _rules(page))
    head, foot = _edges([segment.piece for segment in in_reading_order(marked)], runs)
    watermarks = [Segment("\n", Piece.of([run]), Kind.WATERMARK) for run in across]
    text, stretches = _text(found.text, [*head, *lines, *foot, *watermarks])
    return _Page(
        text, tuple(stretches), _is_picture(page, found.text), is_garbled(text), len(LACKED.findall(found.text))
    )


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


def _text(printed: str, lines: Sequence[Segment]) -> tuple[str, list[Stretch]]:
    """Return the lines of a page as text, with their furniture."""
    plain = [line.piece for line in lines if line.kind is None]
    at_foot = notes(plain)
    text, stretches = "", list[Stretch]()
    for before, piece, kind in lines:
        start = len(text)
        text = text.rstrip(" ") + before * bool(text)
        words, starts = line_of(piece, printed)
        stretches += _marks(piece, [len(text) + at for at in starts])
        text += words
        if kind or (piece in at_foot and any(map(str.isalpha, words))):  # and no page number
            stretches.append(Stretch(min(start, len(text)), len(text), kind or Kind.FOOTNOTE))
    return text, stretches


def _marks(line: Piece, starts: Sequence[int]) -> list[Stretch]:
    found = ((starts[at], line.runs[at].words.rstrip()) for at in marks(line))
    return [Stretch(start, start + len(words), Kind.FOOTNOTE_MARK) for start, words in found]


def _rules(page: "PdfPage") -> list[float]:
    """Return the heights of the ruled lines across a page, downwards as in `Box`."""
    from pypdfium2 import raw

    found = []
    for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, low, right, high = item.get_bounds()
        if right - left > WIDE_RULE:
            found += [-low] if high - low < THIN_RULE else [-low, -high]
    return found


def _is_picture(page: "PdfPage", text: str) -> bool:
    """Return whether a page is a picture of text: a scan, or letters drawn as outlines."""
    from pypdfium2 import raw

    if len("".join(text.split())) > FEW:
        return False
    width, height = page.get_size()
    pictures = [item.get_bounds() for item in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
    area = sum((right - left) * (high - low) for left, low, right, high in pictures)
    outlines = sum(1 for _ in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=3))
    return bool(area > _SCANNED_AREA * width * height or outlines > _DRAWN)


def is_garbled(text: str) -> bool:
    """Return whether many characters of a text are no known letters."""
    letters = "".join(text.split())
    unknown = sum(category(letter) in ("Co", "Cn") or letter == "\ufffd" for letter in letters)
    return len(letters) > FEW and unknown > _UNKNOWN * len(letters)


def _joined(pages: Sequence[_Page]) -> tuple[str, list[Stretch]]:
    stretches, start = list[Stretch](), 0
    for page in pages:
        stretches += [Stretch(start + one, start + end, kind) for one, end, kind in page.stretches]
        start += len(page.text) + len(PAGE_BREAK)
    return PAGE_BREAK.join(page.text for page in pages), stretches


def _refuse_scans(path: Path, pages: Sequence[_Page], scanned: Sequence[int]) -> None:
    if len(scanned) == len(pages) or (scanned and not any(page.text.strip() for page in pages)):
        found = f"a scanned page: {listed(scanned)} of {len(pages)} (text recognition first: ocrmypdf)"
        raise DocumentError(Problem(found, "pages with text", _REMEDY, path))
    if not any(page.text.strip() for page in pages):
        raise DocumentError(Problem("holds no text, only empty pages", "pages with text", "Check the file.", path))


def _notices(path: Path, pages: Sequence[_Page], scanned: Sequence[int]) -> Iterator[Notice]:
    if scanned:
        what = f"a scanned page: {listed(scanned)} of {len(pages)} (text recognition first: ocrmypdf)"
        yield Notice(
            "scanned-page", what, "What is on it is not read, so a section there may look blank.", path, page=scanned[0]
        )
    if garbled := [number for number, page in enumerate(pages, 1) if page.is_garbled]:
        what = f"letters that the file does not name on {how_many(len(garbled), 'page')}: {listed(garbled)}"
        remedy = "Recognise its text: ocrmypdf --force-ocr IN.pdf OUT.pdf."
        yield Notice("unreadable-letters", what, remedy, path, page=garbled[0])
    for number, page in enumerate(pages, 1):
        if page.lacked:
            what = f"{how_many(page.lacked, 'character')} taken out that XML lacks"
            yield Notice("nul-characters", what, "Check the words there.", path, page=number)
