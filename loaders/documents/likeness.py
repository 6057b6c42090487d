"""The words of a report that are most similar to a quote that is not found, and where the two differ."""

from functools import lru_cache
from unicodedata import name

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein, Prefix

from alliancegraph.graph.words.folding import folded, readable

ALIKE = 50  # per cent of similarity, below which two words count as different
LIKELY = 20  # parts of a text that are compared in the second pass


def nearest_words(quote: str, text: str) -> str:
    """Return the words of the text that are most similar to the quote; empty if nothing is similar."""
    words = _surroundings(quote, _on_one_line(text))
    found = fuzz.partial_ratio_alignment(quote, words, score_cutoff=70)
    if found is None or not words:
        return ""
    start = words.rfind(" ", 0, found.dest_start + 1) + 1
    end = words.find(" ", found.dest_end)
    return words[start : end if end >= 0 else len(words)]


@lru_cache(maxsize=8)
def _on_one_line(text: str) -> str:
    return readable(text)


def _surroundings(quote: str, words: str) -> str:
    """Return the part of a long text with the words most similar to the quote, found in two passes."""
    length = max(1, len(quote))
    parts = [words[start : start + 2 * length] for start in range(0, len(words), length)]
    likely = process.extract(quote, parts, scorer=fuzz.ratio, limit=LIKELY)
    best = max(likely, key=lambda part: fuzz.partial_ratio(quote, part[0]), default=("", 0, 0))[2]
    return words[max(0, best - 1) * length : (best + 3) * length]


def difference(quote: str, words: str) -> str:
    """Return a sentence on the first look-alike characters in which two texts differ; empty if there are none."""
    typed, printed = folded(quote).split(), folded(words).split()
    for step in Levenshtein.opcodes(typed, printed):
        pairs = zip(typed[step.src_start : step.src_end], printed[step.dest_start : step.dest_end], strict=False)
        for ours, theirs in (_rests(*pair) for pair in pairs):
            if _look_alike(ours[:1], theirs[:1]):
                return f"What looks alike is not: the quote has {_named(ours)}, the report {_named(theirs)}."
    return ""


def _rests(one: str, other: str) -> tuple[str, str]:
    """Return two words without their common beginning; two empty texts if the words are quite different."""
    same = Prefix.similarity(one, other)
    is_like = len(one) == len(other) or fuzz.ratio(one, other) >= ALIKE
    return (one[same:], other[same:]) if is_like else ("", "")


def _look_alike(one: str, other: str) -> bool:
    """Return whether two different characters look alike, as characters outside ASCII may."""
    return not (one + other).isascii() or any(one in alike and other in alike for alike in ("1lI|", "0Oo") if one)


def _named(rest: str) -> str:
    return f"'{rest[0]}', {name(rest[0], 'without a name')} (U+{ord(rest[0]):04X})" if rest else "nothing there"
