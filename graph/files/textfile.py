"""Reads the text files of users: UTF-8, with or without a byte-order mark, whatever the locale."""

import codecs
import sys
from pathlib import Path

from alliancegraph.graph.errors import InputError, Problem
from alliancegraph.graph.files.seen import read_bytes

STDIN = Path("-")
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def decode(content: bytes, file: Path | None = None) -> str:
    """Return the bytes as text, without a byte-order mark.

    Raise InputError, with the line, if they are not UTF-8.

    >>> decode(b"\\xef\\xbb\\xbfgoal")
    'goal'
    """
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            raise InputError(Problem(f"is {name}", "UTF-8 text", "Save it as UTF-8.", file))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = f"is not UTF-8 text (a byte {content[error.start]:02X})"
        raise InputError(Problem(found, "UTF-8 text", "Save it as UTF-8.", file, line)) from None


def read_text(path: Path, expected: str = "a text file") -> str:
    """Return the file's text with line ends `\\n`; raise InputError if it is missing or not UTF-8."""
    try:
        found = read_bytes(path)
    except OSError as error:
        raise _unreadable(error, path, expected) from None
    return decode(found, path).replace("\r\n", "\n").replace("\r", "\n")


def read_stdin() -> str:
    """Return all of standard input, as UTF-8 in every locale; raise InputError if it is closed or not UTF-8."""
    if sys.stdin is None:
        raise InputError(Problem("is closed", "text on standard input", "Name a file, or send it the text.", STDIN))
    try:
        content = sys.stdin.buffer.read()
    except OSError as error:
        raise _unreadable(error, STDIN, "text on standard input") from None
    return decode(content, STDIN)


def _unreadable(error: OSError, path: Path, expected: str) -> InputError:
    return InputError(Problem(f"cannot be read ({error.strerror})", expected, "Check the path.", path))
