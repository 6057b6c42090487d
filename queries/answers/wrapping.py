"""Wraps text for a terminal, where Chinese, Japanese and Korean characters are two cells wide."""

import os
import sys
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

USUAL = 120  # cells where there is no terminal
_WIDE = ("W", "F")
_PICTURES = 0x2400  # Unicode's pictures of the control characters, U+0000 first
_KEPT = "\t\n"
_HIDDEN = (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {
    code: chr(_PICTURES + code) if code < 0x20 else f"\\u{code:04x}" for code in _HIDDEN if chr(code) not in _KEPT
}


def visible(text: str) -> str:
    """Return the text with characters that would control a terminal, or reverse its lines, shown as marks.

    >>> visible("\x1b[2Jred\u202e")
    '␛[2Jred\\\\u202e'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def screen() -> int:
    """Return the width of the terminal in cells; COLUMNS has precedence."""
    try:
        return int(os.environ.get("COLUMNS", "")) or USUAL
    except ValueError:
        return _terminal()


def _terminal() -> int:
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or USUAL
    except (OSError, ValueError):
        return USUAL


def width(text: str) -> int:
    """Return the number of cells that a text takes.

    >>> width("日本")
    4
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1


def padded(text: str, size: int) -> str:
    """Return the text with spaces after it, up to that number of cells."""
    return text + " " * (size - width(text))


def wrapped(text: str, size: int) -> list[str]:
    """Return the text in lines of at most that number of cells, broken at white space, or inside a longer word.

    >>> wrapped("who contributes to 4.1", 11)
    ['who', 'contributes', 'to 4.1']
    """
    lines = [""]
    for piece in (piece for word in text.split() for piece in _pieces(word, size)):
        joined = f"{lines[-1]} {piece}".lstrip()
        if width(joined) <= size:
            lines[-1] = joined
        else:
            lines.append(piece)
    return lines


def _pieces(word: str, size: int) -> Iterator[str]:
    """Yield the word in pieces that fit a line; a single character is never divided."""
    piece = ""
    for character in word:
        if piece and width(piece + character) > size:
            yield piece
            piece = ""
        piece += character
    yield piece
