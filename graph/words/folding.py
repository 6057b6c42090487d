"""Folds texts for comparison: differences of encoding and typesetting disappear.

These are: composed or decomposed characters, ligatures, full width, typographic quotes, dashes and dots, bullets and
other blanks, Romanian letters with a cedilla for a comma, invisible characters, footnote marks. Capitals, raised and
lowered digits, fractions and look-alike letters of other scripts are kept, because there the difference may be
intended.
"""

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, decomposition, normalize

SOFT_HYPHEN = "\u00ad"
BULLETS = "•·∙▪▫◦●‣⁃►➢➤\uf0b7\uf0a7\uf0d8"
_ALIKE = {
    "'": "‘’‚‛′‹›ʹʻʼʽ´`",
    '"': "“”„‟″«»〝〞〟",
    "-": "‐‑‒–—―−",
    " ": f"{BULLETS}\t\u2800",
    "\n": "\v\f\r\x1c\x1d\x1e\x85\u2028\u2029",
    SOFT_HYPHEN: "\x02\ufffe",  # PDFium writes these for a hyphen at a line's end
    "\u0326": "\u0327",  # comma and cedilla below
}
_PLAIN = {ord(other): plain for plain, others in _ALIKE.items() for other in others}
_KEPT = ("<super>", "<sub>", "<fraction>", "<circle>")
_BROKEN = re.compile(rf"(?:{SOFT_HYPHEN}|(?<=\w\u2010))[^\S\n\f]*[\n\f]\s*")  # a word that goes on in the next line
_PRINTED = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"  # visible format characters
_JOINER = re.compile(r"[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]|" + _JOINER.pattern)
_JOINED = re.compile(r"[\u0600-\u109f\u1780-\u18af\u2190-\u2bff\u3400-\u9fff\U0001f000-\U0003ffff]")
_VOWELS = re.compile(r"[\u1161-\u11ff\ud7b0-\ud7ff]")  # and finals of Korean syllables
_LIGATURES = re.compile(r"[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdcf\ufe80-\ufefc]")
_RUNS = re.compile(r"([\n -~]+(?![^\n -~]))|[\n -~]?[^\n -~]+")
_RAISED = "[⁰¹²³⁴-⁹]+"
_POWER = r"(?<!\A\w)(?<!\W\w)(?<!\b10)(?<!\b[kcdmμn]m)(?<!\b(?:ft|yd|mi))"
_FOOTNOTE = re.compile(
    rf"(?<=[^\s\u00ad⁰¹²³⁴-⁹⁺⁻]){_POWER}(?:{_RAISED}(?:[,;-]? ?{_RAISED})*|[†‡]+)(?![⁺⁻])"
    rf"|(?<!\S){_RAISED}(?![^\s.,;:)])"
)


class Folded(NamedTuple):
    """A folded text, and the start and end of each of its characters in the original."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def is_split(self, at: int) -> bool:
        """Return whether the offset divides one character of the original."""
        return 0 < at < len(self.text) and self.starts[at - 1] == self.starts[at]


def fold(text: str) -> Folded:
    """Return the text folded, with its offsets: line ends become `\\n`, other white space blanks; footnote marks go."""
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    for run in _RUNS.finditer(text):
        if run[1]:
            parts.append(run[0])
            starts.extend(range(run.start(), run.end()))
            ends.extend(range(run.start() + 1, run.end() + 1))
            continue
        for start, end in _characters(run[0]):
            plain = _plain(run[0][start:end])
            parts.append(plain)
            starts.extend([run.start() + start] * len(plain))
            ends.extend([run.start() + end] * len(plain))
    return _without_footnotes(Folded("".join(parts).translate(_PLAIN), starts, ends))


def folded(text: str) -> str:
    """Return the text folded, on one line: texts that differ only in typesetting become equal.

    >>> folded("The\u200b oﬃ\u00adcers¹ of Bucures\u0327ti …") == folded("The officers of București ...")
    True
    """
    plain = simplified(text) if _is_plain(text) else _BROKEN.sub("", fold(text).text).replace(SOFT_HYPHEN, "")
    return normalize("NFC", " ".join(plain.split()))


def simplified(text: str) -> str:
    """Return the text with typographic characters in plain form and bullets as blanks, of the same length."""
    return text.translate(_PLAIN)


def readable(text: str) -> str:
    """Return the text as people read it, on one line: composed, without ligatures and invisible characters.

    >>> readable("The\u200b oﬃ\u00adcers   of m²")
    'The officers of m²'
    >>> readable("germi\u00ad\\nnate"), readable("long\u2010\\nterm")
    ('germinate', 'long‐term')
    """
    if not _is_plain(text):
        whole = _BROKEN.sub("", text)
        seen = "".join(run[1] or _seen(run[0]) for run in _RUNS.finditer(whole))
        text = normalize("NFC", _LIGATURES.sub(lambda ligature: normalize("NFKC", ligature[0]), seen))
    return " ".join(text.split())


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _characters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each visible character, with the marks and joiners that belong to it."""
    start = end = -1
    for at, character in enumerate(text):
        if end >= 0 and _continues(character, text[end - 1]):
            end = at + 1
        elif not _is_unseen(character):
            if end >= 0:
                yield start, end
            start, end = at, at + 1
    if end >= 0:
        yield start, end


@lru_cache(maxsize=16384)
def _continues(character: str, before: str) -> bool:
    """Return whether a character belongs to the one before it."""
    if _JOINER.match(character):
        return _JOINED.match(before) is not None
    return not _is_unseen(character) and (category(character)[0] == "M" or _VOWELS.match(character) is not None)


@lru_cache(maxsize=4096)
def _is_unseen(character: str) -> bool:
    if character.isspace() or simplified(character) == SOFT_HYPHEN or character in _PRINTED:
        return False
    return category(character) in ("Cf", "Cc") or _UNSEEN.match(character) is not None


def _seen(run: str) -> str:
    """Return a run without soft hyphens and invisible characters, except for joiners that are needed."""
    kept = (part for at, part in enumerate(run) if not _is_unseen(part) or (at and _continues(part, run[at - 1])))
    return "".join(part for part in kept if simplified(part) != SOFT_HYPHEN)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    return normalize("NFD", "".join(_expanded(part) for part in normalize("NFD", character)))


def _expanded(part: str) -> str:
    if (simple := simplified(part)) != part:
        return simple
    if part.isspace():
        return part if part == "\n" else " "
    kind, *points = decomposition(part).split() or [""]
    if category(part) == "Pd":
        return "-"
    if not kind.startswith("<") or kind in _KEPT or points[0] == "0020":
        return "" if _is_unseen(part) else part
    return "".join(_expanded(chr(int(point, 16))) for point in points)


def _without_footnotes(whole: Folded) -> Folded:
    edges = [0, *(edge for mark in _FOOTNOTE.finditer(whole.text) for edge in mark.span()), len(whole.text)]
    kept = [*zip(edges[::2], edges[1::2], strict=True)]
    if len(kept) == 1:
        return whole
    return Folded(
        "".join(whole.text[start:end] for start, end in kept),
        array("l", (offset for start, end in kept for offset in whole.starts[start:end])),
        array("l", (offset for start, end in kept for offset in whole.ends[start:end])),
    )
