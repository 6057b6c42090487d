"""Chooses the reader of a file by its first bytes, whatever its name, and refuses by name what holds no text."""

from collections.abc import Callable
from pathlib import Path

from alliancegraph.graph.errors import DocumentError, Problem
from alliancegraph.loaders.documents.pdf import read_pdf
from alliancegraph.loaders.documents.plaintext import read_plain_text
from alliancegraph.loaders.documents.prints import Print

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
_HEAD = 1024  # bytes before a PDF's mark


def read_print(path: Path, content: bytes) -> Print:
    """Return what a file prints; raise DocumentError, with the cause, if that cannot be read."""
    for mark, (what, remedy) in _REFUSED.items():
        if content.startswith(mark):
            raise DocumentError(Problem(f"is {what}", _EXPECTED, remedy, path))
    return _reader(path, content)(path, content)


def _reader(path: Path, content: bytes) -> Reader:
    if b"%PDF-" in content[:_HEAD] or path.suffix.lower() == ".pdf":
        return read_pdf
    return read_plain_text
