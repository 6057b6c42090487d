"""Finds a form's headings in a text: wrapped over lines, repeated at a page top, or slightly reworded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.quotes import collapsed

ALIKE = 75  # per cent of similarity, below which words are another heading
MOST_LINES = 10


@dataclass(frozen=True)
class Heading:
    """A heading that a form should have: what opens it (`A)`), and its words."""

    level: str
    key: str
    lead: str
    words: str


@dataclass(frozen=True)
class Found:
    """A heading and its place, with its similarity in per cent."""

    heading: Heading
    span: Span
    likeness: float


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def find_headings(text: str, expected: Sequence[Heading]) -> list[Found]:
    """Return the headings in the text, in order, each at the lines that match it best."""
    lines = [_Line(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\n\f]*\S[^\n\f]*", text)]
    found: list[Found] = []
    for number, line in enumerate(lines):
        if found and line.start < found[-1].span.end:
            continue
        matches = [m for h in expected for m in _match(h, lines[number : number + MOST_LINES])]
        if matches:
            found.append(max(matches, key=lambda match: match.likeness))
    return found


def _match(heading: Heading, lines: Sequence[_Line]) -> Iterator[Found]:
    if not _opens(heading.lead, lines[0].text):
        return
    wanted = _plain(f"{heading.lead} {heading.words}")
    for count in range(1, len(lines) + 1):
        printed = _plain(" ".join(line.text for line in lines[:count]))
        likeness = fuzz.ratio(printed, wanted)
        if likeness >= ALIKE:
            start = lines[0].start + len(lines[0].text) - len(lines[0].text.lstrip())
            end = lines[count - 1].start + len(lines[count - 1].text.rstrip())
            yield Found(heading, Span(start, end), likeness)


def _opens(lead: str, line: str) -> bool:
    """Return whether a line begins with the lead: exactly if it is short (`A)`), else approximately."""
    wanted, words = _plain(lead), _plain(line)
    if len(wanted) < 5:
        return words.split(" ")[0] == wanted
    return fuzz.ratio(words[: len(wanted)], wanted) >= ALIKE


def _plain(words: str) -> str:
    return collapsed(re.sub(r"[^\w]+", " ", words)).casefold()
