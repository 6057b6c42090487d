"""Where the words of a heading end: where samples begin to differ, or else where the line or the sentence does."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from alliancegraph.graph.words.folding import folded, readable
from alliancegraph.loaders.form.lines import NARROW, is_full
from alliancegraph.loaders.form.wording import sentence_end

_STOP = re.compile(r"[.!?](?=\s)")
_TOKEN = re.compile(r"\S+")
_CLOSED = (":", "?", ".", "!")
_LONGEST = 90  # words of a heading
_MOST, _FEWEST = 0.6, 2  # of the stretches that begin alike: a share, and how many


class Stretch(NamedTuple):
    """The text from a heading's opening on, up to the next heading; `width` is the length of long lines around it."""

    text: str
    width: int


class Wording(NamedTuple):
    """The words of a heading, and whether it is unsure where they end."""

    words: str
    unsure: bool = False


def shared_wording(stretches: Sequence[Stretch], declines: Callable[[str], bool]) -> Wording:
    """Return the words with which most of the stretches begin, as the first of these prints them.

    Where all are the same, or go on with an answer that declines, the heading ends as one that is printed once.
    """
    stretches, size = _alike(stretches)
    tokens = [_tokens(stretch) for stretch in stretches]
    ends = [_ends(stretch.text, own, size) for stretch, own in zip(stretches, tokens, strict=True)]
    if all(size == len(own) for own in tokens):
        return lone_wording(stretches[0], is_whole=False)
    end = max((end for own in ends for end in own), default=size)
    words, lone = _words(stretches[0].text, tokens[0], end), lone_wording(stretches[0], is_whole=False).words
    rest = words.removeprefix(lone).strip()
    return Wording(lone if rest != words and rest and declines(rest) else words)


def _alike(stretches: Sequence[Stretch]) -> tuple[list[Stretch], int]:
    """Return the stretches that begin alike, most of all, and the number of tokens up to which they do."""
    own, size = list(stretches), 0
    while True:
        following = [_plain(stretch, size) for stretch in own]
        word, count = Counter(following).most_common(1)[0]
        if not word or count < max(_FEWEST, _MOST * len(stretches)):
            return own, size
        own = [stretch for stretch, other in zip(own, following, strict=True) if other == word]
        size += 1


def _plain(stretch: Stretch, number: int) -> str:
    """Return a token as it is compared; empty behind the last one."""
    tokens = _tokens(stretch)
    return folded(tokens[number][0]).casefold().rstrip(":") if number < len(tokens) else ""


@lru_cache(maxsize=1024)
def _tokens(stretch: Stretch) -> Sequence["re.Match[str]"]:
    return list(_TOKEN.finditer(stretch.text))[:_LONGEST]


def _ends(text: str, tokens: Sequence["re.Match[str]"], size: int) -> list[int]:
    """Return after how many of the shared tokens a heading may end: at a line's end, or at a colon or question mark."""
    found = []
    for number, token in enumerate(tokens[:size], 1):
        following = tokens[number].start() if number < len(tokens) else len(text)
        if "\n" in text[token.end() : following] or token[0].endswith((":", "?")):
            found.append(number)
    return found


def lone_wording(stretch: Stretch, *, is_whole: bool) -> Wording:
    """Return the words of a heading that is printed once: its line, and those into which it was wrapped.

    `is_whole` says that no answer can follow before the next heading; what is left over then is unsure, and so is the
    end of any other heading that no sign closes.
    """
    lines = [line.strip() for line in stretch.text.splitlines() if line.strip()]
    if is_whole and _is_one_sentence(lines):
        return Wording(readable(" ".join(lines)))
    taken: list[str] = []
    for line in lines:
        if taken and not _goes_on(taken[-1], line, stretch.width):
            break
        taken.append(line)
    whole = readable(" ".join(taken))
    words = whole if is_whole else whole[: sentence_end(whole, 0, len(whole))]
    if words != whole:
        return Wording(words, unsure=True)
    left, guessed = len(taken) < len(lines), any(line[0].isupper() for line in taken[1:])
    return Wording(words, left if is_whole else guessed or (left and not words.endswith(_CLOSED)))


def _is_one_sentence(lines: Sequence[str]) -> bool:
    """Return whether lines, the first of them a long one, are one sentence with its full stop."""
    words = " ".join(lines)
    return len(lines) > 1 and len(lines[0]) >= NARROW and words.endswith(".") and _STOP.search(words[:-1]) is None


def _goes_on(line: str, following: str, width: int) -> bool:
    """Return whether a line goes on in the next one."""
    if line.endswith(_CLOSED):
        return False
    return following[0].islower() or is_full(len(line), width)


def _words(text: str, tokens: Sequence["re.Match[str]"], size: int) -> str:
    return readable(text[tokens[0].start() : tokens[size - 1].end()]) if size else ""
