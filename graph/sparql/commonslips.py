"""The most common mistakes in SPARQL, as data: slips.yaml has their patterns, explanations and remedies."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.files.textfile import read_text
from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.graph.sparql.tokens import Token

_FILE = Path(__file__).with_name("slips.yaml")


class Slip(NamedTuple):
    """A mistake: its place in the query, in characters, what was found and expected there, and what to do."""

    place: int
    found: str
    expected: str
    remedy: str


class Common(NamedTuple):
    """A mistake of the list: its pattern, its explanation, and a query with it and one without."""

    pattern: str
    found: str
    expected: str
    remedy: str
    wrong: str
    right: str


@cache
def all_common() -> tuple[Common, ...]:
    """Return the list, in its order."""
    return tuple(Common(**item) for item in loaded(read_text(_FILE), _FILE)["slips"])


def common_slips(read: Sequence[Token]) -> Iterator[Slip]:
    """Yield the mistakes of the list that match the tokens, the first of each."""
    shapes = [token.shape for token in read]
    starts = [0, *accumulate(len(shape) + 1 for shape in shapes)]
    line = " ".join(shapes)
    for slip in all_common():
        if (match := re.search(slip.pattern, line)) and match.lastgroup:
            token = read[bisect_right(starts, match.start(match.lastgroup)) - 1]
            yield Slip(token.start, *(words.format(at=token.text) for words in slip[1:4]))
