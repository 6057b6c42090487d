"""Plain text in any encoding: known by its byte-order mark, else UTF-8, else guessed, and a notice says so."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.errors import DocumentError, InputError, Problem
from alliancegraph.graph.files.textfile import decode
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.documents.prints import Print

_MARKS = {  # the longer ones first: that of UTF-32 begins as that of UTF-16
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_LINE_ENDS = re.compile("\r\n?|[\v\x1c-\x1e]")
_HYPHEN = re.compile(r"(?<=\w)[\x02\ufffe](?=\s*\w)")  # PDFium writes these for a hyphen at a line's end
LACKED = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # by XML
_SAMPLE = 1 << 16  # bytes at which the encoding is guessed
_WIDE = 0.05  # share of bytes that are zero in text of two bytes a character
_LEAST = 4  # such bytes
_FEW = 16  # control characters that any text may have
_BINARY = 0.05  # share of control characters above which a file is no text


class Decoded(NamedTuple):
    """A text, and the encoding in which it was if that is worth telling."""

    text: str
    encoding: str = ""
    is_guess: bool = False


def read_plain_text(path: Path, content: bytes) -> Print:
    """Return the text of a file in any encoding; raise DocumentError if it is no text."""
    decoded = decoded_text(path, content)
    return clean(path, decoded.text, tuple(_notices(path, decoded)))


def clean(path: Path, text: str, notices: tuple[Notice, ...] = ()) -> Print:
    """Return a text with line ends `\\n` and without the characters that XML lacks, which a notice counts.

    Raise DocumentError if these are so many that it is no text.
    """
    text = _HYPHEN.sub("\u00ad", _LINE_ENDS.sub("\n", text))
    first = LACKED.search(text)
    if first is None:
        return Print(text, notices=notices)
    kept, count = LACKED.subn("", text)
    if count > max(_FEW, _BINARY * len(text)):
        found, remedy = f"{count} control characters of {len(text)}", "Is it a program's own format? Export it as text."
        raise DocumentError(Problem(found, "text", remedy, path))
    what = f"{how_many(count, 'character')} taken out that XML lacks, U+{ord(first[0]):04X} first"
    line = text.count("\n", 0, first.start()) + 1
    return Print(kept, notices=(*notices, Notice("nul-characters", what, "Check the words there.", path, line)))


def decoded_text(path: Path, content: bytes) -> Decoded:
    """Return the bytes of a file as text; raise DocumentError with the line of a broken byte in UTF-8."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return Decoded(_decoded(path, content, encoding), encoding)
    if encoding := _wide(content):
        return Decoded(_decoded(path, content, encoding), encoding, is_guess=True)
    try:
        return Decoded(decode(content, path))
    except InputError as error:
        if _is_broken_utf_8(content):
            raise DocumentError(*error.problems) from None
    encoding = _guessed(content)
    return Decoded(_decoded(path, content, encoding), encoding, is_guess=True)


def _decoded(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(encoding, "ignore").count("\n") + 1
        found = f"is damaged: not {encoding} text (a byte {content[error.start]:02X})"
        raise DocumentError(Problem(found, f"{encoding} text", "Save it as UTF-8.", path, line)) from None


def _wide(content: bytes) -> str:
    """Return the encoding of text in two bytes a character without a mark: every other byte is often zero."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(_LEAST, len(sample) * _WIDE) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "UTF-16-BE" if even > odd else "UTF-16-LE"


def _is_broken_utf_8(content: bytes) -> bool:
    """Return whether bytes are UTF-8 but for a few that are broken."""
    text = content.decode("utf-8", "replace")
    return sum(map(str.isalpha, re.findall(r"[^\x00-\x7f\ufffd]", text))) > text.count("\ufffd")


def _guessed(content: bytes) -> str:
    """Return the likeliest encoding: the lines with letters outside ASCII decide."""
    import chardet

    lines = b"\n".join(line for line in content.splitlines() if not line.isascii())
    return chardet.detect(lines[:_SAMPLE])["encoding"] or "Windows-1252"


def _notices(path: Path, decoded: Decoded) -> Iterator[Notice]:
    if decoded.is_guess:
        what, remedy = f"read as {decoded.encoding}, by a guess", "Look at its letters with marks, or save it as UTF-8."
        yield Notice("encoding-guessed", what, remedy, path)
    elif decoded.encoding:
        yield Notice("encoding", f"read as {decoded.encoding}", "Nothing, if its letters look right.", path)
