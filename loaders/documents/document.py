"""A report's document as text: plain text, or the text layer of a PDF."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from alliancegraph.graph.errors import DocumentError, InputError, Problem
from alliancegraph.graph.files.seen import read_bytes
from alliancegraph.graph.files.textfile import decode

LONGEST = 8 << 20  # bytes: twice as many if escaped, the maximum of parsers for a line
PAGE_BREAK = "\f"
_HYPHENS = {0xFFFE: "\u00ad", 0x02: "\u00ad"}  # PDFium writes these for a hyphen at a line's end


@dataclass(frozen=True)
class Document:
    """A document: its text as read, to which all offsets refer, and the SHA-256 of its bytes."""

    path: Path
    text: str
    sha256: str


def read_document(path: Path) -> Document:
    """Return the document at the path; line ends become `\\n`, a form feed separates the pages of a PDF.

    Raise DocumentError if the file is missing, cannot be read as text, or is too long.
    """
    content = _content(path)
    is_pdf = content.startswith(b"%PDF") or path.suffix.lower() == ".pdf"
    text = _pdf_text(path, content) if is_pdf else _plain_text(path, content)
    if not text.strip():
        remedy = "A scanned document needs text recognition first." if is_pdf else "Check the file."
        raise DocumentError(Problem("holds no text", "a report", remedy, path))
    if (size := len(text.encode())) > LONGEST:
        found, remedy = f"a text of {size >> 20} MiB", "Leave out what is no part of the report."
        raise DocumentError(Problem(found, f"at most {LONGEST >> 20}, which RDF tools read as one text", remedy, path))
    return Document(path, text, sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except FileNotFoundError:
        raise DocumentError(Problem("no such file", "a report's text or PDF", "Check the path.", path)) from None
    except IsADirectoryError:
        raise DocumentError(Problem("is a folder", "a text or PDF file", "Name the file itself.", path)) from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise DocumentError(Problem(reason, "a readable file", "Check its permissions.", path)) from None


def _plain_text(path: Path, content: bytes) -> str:
    try:
        return _lines(decode(content, path))
    except InputError as error:
        raise DocumentError(*error.problems) from None


def _pdf_text(path: Path, content: bytes) -> str:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
    except pypdfium2.PdfiumError as error:
        remedy = "Open it in a PDF viewer; if it opens there, save it again without a password."
        raise DocumentError(Problem(f"not a readable PDF ({error})", "a PDF file", remedy, path)) from None
    return PAGE_BREAK.join(_lines(page).translate(_HYPHENS) for page in pages)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
