"""Where a quote stands in a text, through the noise that PDF extractors leave.

White space is free where the quote has any, and the bullets of a list count as white space; a line may break inside a
word (superscripts on a line of their own), with or without a hyphen; typographic quotes and dashes equal their plain
forms. Nothing else is forgiven.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from graph.model import Span

_ALIKE = {"'": "’‘‛´`", '"': "“”„‟«»", "-": "‐‑‒–—−", " ": "•\uf0b7·▪◦"}
_PLAIN = {ord(fancy): plain for plain, fancies in _ALIKE.items() for fancy in fancies}
SOFT_HYPHEN = "\u00ad"
_BREAK = re.compile(r"\u00ad?[-\u00ad]?\s*\n\s*|\u00ad")
_GAP = re.compile(r"\s*")
_PASSED_OVER = re.compile(r"[\s\-\u00ad]")


def occurrences(quote: str, text: str, within: Span) -> list[Span]:
    """Each place of the text, inside the span, at which the quote stands as whole words."""
    wanted = simplified(quote).strip(" \t\n-")
    plain, letters, offsets = _letters(text)
    starts = (offsets[at] for at in _places(_PASSED_OVER.sub("", wanted), letters))
    spans = (_span(wanted, plain, start) for start in starts if within.start <= start < within.end)
    return [span for span in spans if span and span.end <= within.end]


def nearest_words(quote: str, text: str) -> str:
    """The words of the text that are most like the quote; empty where nothing is like it."""
    words = collapsed(text)
    found = fuzz.partial_ratio_alignment(quote, words, score_cutoff=70)
    if found is None or not words:
        return ""
    start = words.rfind(" ", 0, found.dest_start + 1) + 1
    end = words.find(" ", found.dest_end)
    return words[start : end if end >= 0 else len(words)]


def simplified(text: str) -> str:
    """The text, typographic quotes and dashes in plain form and bullets as blanks; each character keeps its place."""
    return text.translate(_PLAIN)


def collapsed(text: str) -> str:
    """The text on one line, its white space collapsed."""
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _letters(text: str) -> tuple[str, str, list[int]]:
    """The text in plain characters; its letters without white space and hyphens; the offset of each of them."""
    plain = simplified(text)
    offsets = [offset for offset, character in enumerate(plain) if not _PASSED_OVER.match(character)]
    return plain, "".join(plain[offset] for offset in offsets), offsets


def _places(wanted: str, letters: str) -> Iterator[int]:
    at = letters.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = letters.find(wanted, at + 1)


def _span(wanted: str, plain: str, start: int) -> Span | None:
    """The span from that start which reads as the quote, if one does."""
    end = start
    for before, character in zip(" " + wanted, wanted, strict=False):
        step = _step(before, character, plain, end)
        if step is None:
            return None
        end = step
    span = Span(start, end)
    return span if _whole_words(plain, span) else None


def _step(before: str, character: str, plain: str, at: int) -> int | None:
    """The offset behind the next character of the quote, read at that offset of the text."""
    if character.isspace():
        gap = _GAP.match(plain, at)
        assert gap
        return gap.end() if gap.end() > at or before.isspace() or plain[at - 1] == SOFT_HYPHEN else None
    if plain[at : at + 1] == SOFT_HYPHEN and character == "-":
        return at + 1
    if plain[at : at + 1] != character and not before.isspace() and (broken := _BREAK.match(plain, at)):
        at = broken.end()
    return at + 1 if plain[at : at + 1] == character else None


def _whole_words(plain: str, span: Span) -> bool:
    """Whether no word is cut at either end."""
    return not any(re.fullmatch(r"\w\w", plain[max(0, edge - 1) : edge + 1]) for edge in (span.start, span.end))
