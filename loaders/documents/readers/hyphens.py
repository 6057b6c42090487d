"""Hyphens at the ends of lines of a PDF: those that a typesetter put there, and those that the word has.

PDFium gives both as one character. The document decides: a word that it writes in one elsewhere goes on, one that it
writes with a hyphen has one; and no typesetter parts numbers, or goes on with a capital.
"""

import re

from alliancegraph.graph.words.folding import SOFT_HYPHEN

HYPHEN = "\u2010"  # of a word, at a line's end
_BROKEN = re.compile(rf"(\w(?:[\w-]*\w)?)([-{SOFT_HYPHEN}{HYPHEN}])(?=\s*\n\s*(\w+))")
_WORD = re.compile(r"\w+(?:-\w+)*")


def with_hyphens(text: str) -> str:
    """Return a text, of the same length, with hyphens where words have them at a line's end, else soft ones.

    >>> with_hyphens("a long\u00ad\\nterm, a long-term plan in 2014\u00ad\\n2015 to coop\u00ad\\nerate")
    'a long‐\\nterm, a long-term plan in 2014‐\\n2015 to coop\xad\\nerate'
    """
    if not _BROKEN.search(text):
        return text
    words = {word.casefold() for word in _WORD.findall(text)}
    return _BROKEN.sub(lambda broken: f"{broken[1]}{_hyphen(broken, words)}", text)


def _hyphen(broken: re.Match[str], words: set[str]) -> str:
    """Return the hyphen at a line's end: that of a word; or a soft one, if PDFium has it for one of a typesetter."""
    left, sign, right = broken.groups()
    is_capital = right[0].isupper() and not left.isupper()
    whole = f"{left}{right}".casefold()
    is_written = f"{left}-{right}".casefold() in words and whole not in words
    is_own = sign == "-" or is_capital or left[-1].isdigit() or right[0].isdigit() or is_written
    return HYPHEN if is_own else SOFT_HYPHEN
