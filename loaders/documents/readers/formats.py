"""Chooses the reader of a file by its first bytes, whatever its name, and refuses by name what holds no text."""

import re
from collections.abc import Callable
from pathlib import Path

from alliancegraph.graph.errors import DocumentError, Problem
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.documents.prints import Print
from alliancegraph.loaders.documents.readers.docx import read_docx
from alliancegraph.loaders.documents.readers.htmlpage import is_html, read_html
from alliancegraph.loaders.documents.readers.packages import Package
from alliancegraph.loaders.documents.readers.pdf import is_pdf, read_pdf
from alliancegraph.loaders.documents.readers.plaintext import read_plain_text

Reader = Callable[[Path, bytes], Print]
_EXPECTED = "a report as text, PDF, DOCX or HTML"
_REFUSED = {
    b"\xd0\xcf\x11\xe0": ("an old Word file, or a DOCX with a password", "Save it as .docx without a password."),
    b"{\\rtf": ("an RTF file", "Save it as .docx or .txt."),
    b"\x89PNG": ("a PNG picture", "Recognise its text first, with ocrmypdf say."),
    b"\xff\xd8\xff": ("a JPEG picture", "Recognise its text first, with ocrmypdf say."),
    b"GIF8": ("a GIF picture", "Recognise its text first, with ocrmypdf say."),
    b"II*\x00": ("a TIFF picture", "Recognise its text first, with ocrmypdf say."),
    b"MM\x00*": ("a TIFF picture", "Recognise its text first, with ocrmypdf say."),
    b"\x1f\x8b": ("a file packed by gzip", "Unpack it, or pack it as .zip."),
    b"7z\xbc\xaf": ("a 7z archive", "Unpack it, or pack it as .zip."),
    b"Rar!": ("a RAR archive", "Unpack it, or pack it as .zip."),
    b"\x7fELF": ("a program", "Check the path."),
    b"MZ\x90": ("a program", "Check the path."),
    b"%!PS": ("a PostScript file", "Save it as PDF."),
    b"SQLite format": ("a database", "Check the path."),
}
_OFFICE = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "index.xml": "an Apple document",
}


def read_print(path: Path, content: bytes) -> Print:
    """Return what a file prints; raise DocumentError, with the cause, if that cannot be read."""
    for mark, (what, remedy) in _REFUSED.items():
        if content.startswith(mark):
            raise DocumentError(Problem(f"is {what}", _EXPECTED, remedy, path))
    return _reader(path, content)(path, content)


def _reader(path: Path, content: bytes) -> Reader:
    if is_pdf(content):
        return read_pdf
    if content.startswith(b"PK\x03\x04"):
        return _read_archive
    if is_html(content):
        return read_html
    return read_pdf if path.suffix.lower() == ".pdf" else read_plain_text


def _read_archive(path: Path, content: bytes) -> Print:
    """Return the text of a DOCX file, or of the one document in an archive."""
    package = Package(path, content)
    if package.has("word/document.xml"):
        return read_docx(path, content)
    for sign, what in _OFFICE.items():
        if package.has(sign):
            raise DocumentError(Problem(f"is {what}", _EXPECTED, "Save it as .docx or PDF.", path))
    inner = [name for name in package.names if not re.search(r"(?:^|/)(?:\.|__MACOSX/)|/$", name)]
    if len(inner) != 1:
        found, remedy = f"an archive of {how_many(len(inner), 'file')}", "Unpack it, and name the report itself."
        raise DocumentError(Problem(found, "one document in an archive", remedy, path))
    unpacked = package.content(inner[0])
    if unpacked.startswith(b"PK\x03\x04") and not Package(path, unpacked).has("word/document.xml"):
        raise DocumentError(Problem("an archive in an archive", "a document in an archive", "Unpack it.", path))
    return read_print(path / inner[0], unpacked)
