"""Edits a text at the lines and columns that YAML's marks give; everything else keeps its bytes."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

import yaml

Place = tuple[int, int]  # line and column, counted from 0
_END = re.compile(r"\r\n|\n|\r")


class Edit(NamedTuple):
    """Text that replaces what is between two places."""

    start: Place
    end: Place
    words: str


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, without their ends."""
    return _END.split(text)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with those edits, which must not overlap; new lines end as its first line does."""
    ends = [end[0] for end in _END.finditer(text)]
    lengths = (len(line) + len(end) for line, end in zip(_END.split(text), ends, strict=False))
    starts = [*accumulate(lengths, initial=0)]
    for (first, column), (last, behind), words in sorted(edits, reverse=True):
        stop = starts[last] + behind if last < len(starts) else len(text)
        text = text[: starts[first] + column] + words.replace("\n", (*ends, "\n")[0]) + text[stop:]
    return text


def start_of(part: yaml.Node | yaml.Token) -> Place:
    """Return where a part of a YAML text begins."""
    return part.start_mark.line, part.start_mark.column


def end_of(part: yaml.Node | yaml.Token) -> Place:
    """Return where a part of a YAML text ends, according to the YAML reader."""
    return part.end_mark.line, part.end_mark.column
