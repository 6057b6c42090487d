"""Series: openings of one shape whose codes follow each other, perhaps beginning again under each goal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from rapidfuzz.distance import LCSseq

from alliancegraph.loaders.proposing.openings import LABEL, MIXED, NUMBER, Opening, Shape, lines

Row: TypeAlias = tuple[Opening, ...]  # one heading, in each of the samples
_LONG = 6  # openings of a run in which one may be missing
_LEAST = 2  # openings of a series


@dataclass(frozen=True)
class Series:
    """Headings of one shape, in the runs in which their codes follow each other; each heading once for each sample.

    `labels` are the words of headings whose answer is on the same line, by their codes; `others` are shapes that
    abbreviate the first.
    """

    shape: Shape
    runs: tuple[tuple[Row, ...], ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Shape, ...] = ()

    def patterns(self, name: str) -> tuple[str, ...]:
        """Return the patterns of a template for its shapes, with that name in braces for the code."""
        return tuple(shape.pattern(name) for shape in (self.shape, *self.others))

    @property
    def rows(self) -> list[Row]:
        """Its headings, in order."""
        return [row for run in self.runs for row in run]

    @property
    def codes(self) -> list[str]:
        """Its distinct codes, in the order in which they count."""
        return list(dict.fromkeys(row[0].code for row in sorted(self.rows, key=lambda row: row[0].number)))


def all_series(samples: Sequence[tuple[str, Sequence[Opening]]]) -> list[Series]:
    """Return the series that all samples share, each a text with its openings; a line is in one series at most."""
    shared = _shared(samples)
    shapes: dict[Shape, list[Row]] = defaultdict(list)
    for row in shared:
        shapes[row[0].shape].append(row)
    headed = _headed(*samples[0])
    found = [_series(shape, shapes, headed) for shape in shapes]
    return _apart(series for series in found if len(series.rows) >= _LEAST)


def _series(shape: Shape, shapes: Mapping[Shape, list[Row]], headed: Set[int]) -> Series:
    """Return the series of a shape, with the headings that abbreviate it."""
    others = tuple(other for other in shapes if other != shape and other.has_words and other.abbreviates(shape))
    rows = sorted((row for each in (shape, *others) for row in shapes[each]), key=lambda row: row[0].start)
    return Series(shape, _runs(shape, rows, headed), others=others)


def _headed(text: str, found: Sequence[Opening]) -> frozenset[int]:
    """Return where openings begin whose line before has an opening of another shape, as below a chapter's title."""
    shapes: dict[int, set[Shape]] = defaultdict(set)
    for opening in found:
        shapes[opening.start].add(opening.shape)
    return frozenset(
        line.start
        for before, line in pairwise(lines(text))
        if shapes[before.start] and shapes[line.start].isdisjoint(shapes[before.start])
    )


def _apart(found: Iterable[Series]) -> list[Series]:
    """Return the series without those whose lines are in longer ones: C is a letter after A and B, else a hundred."""
    taken: set[int] = set()
    kept: list[Series] = []
    for series in sorted(found, key=lambda each: -len(each.rows)):
        starts = {row[0].start for row in series.rows}
        if not starts & taken:
            kept.append(series)
            taken |= starts
    return kept


def _shared(samples: Sequence[tuple[str, Sequence[Opening]]]) -> list[Row]:
    """Return the openings that all samples have, in the same order: shape, code and first words are equal."""
    (text, first), *others = samples
    rows: list[Row] = [(opening,) for opening in first]
    for other_text, others_own in others:
        keys = [_key(text, row[0]) for row in rows]
        steps = LCSseq.opcodes(keys, [_key(other_text, opening) for opening in others_own])
        equal = [(s.src_start, s.dest_start, s.src_end - s.src_start) for s in steps if s.tag == "equal"]
        rows = [(*rows[a + at], others_own[b + at]) for a, b, size in equal for at in range(size)]
    return rows


def between_shared(own: Sequence[Opening], shared: Set[int]) -> set[Opening]:
    """Return the openings of a sample that count on from the one before, up to the next of those that all share."""
    found: set[Opening] = set()
    coming = [opening for opening in own if opening.start in shared]
    last: tuple[int, ...] = ()
    for opening in own:
        coming = coming[1:] if coming and coming[0] == opening else coming
        counts_on = bool(coming) and last < opening.number < coming[0].number
        found |= {opening} if counts_on and opening.start not in shared else set()
        last = opening.number if counts_on or opening.start in shared else last
    return found


def _key(text: str, opening: Opening) -> tuple[object, ...]:
    """Return what is equal in all samples; an answer may follow words and a code, and never a bare code."""
    line = text[opening.words : opening.words + 80].split("\n", maxsplit=1)[0].split()
    words = "" if opening.shape.has_words else " ".join(line[:2]).casefold()
    return (opening.shape, opening.number, words)


def _runs(shape: Shape, rows: Sequence[Row], headed: Set[int]) -> tuple[tuple[Row, ...], ...]:
    """Return the openings whose codes follow each other, divided where they begin again."""
    if shape.kind == LABEL:
        return (tuple(rows),)
    runs: list[list[Row]] = []
    has_words = shape.has_words or shape.kind == MIXED
    for row in rows:
        count = row[0].number
        if runs and _is_next(runs[-1], count, has_words=has_words):
            runs[-1].append(row)
        elif shape.kind == NUMBER and (at := _interrupted(runs, count, headed)) is not None:
            runs[at].append(row)
            del runs[at + 1 :]
        elif _begins(count, [run[0][0].number for run in runs], has_words=has_words):
            runs.append([row])
    return tuple(tuple(run) for run in runs)


def _is_next(run: Sequence[Row], count: tuple[int, ...], *, has_words: bool) -> bool:
    """Return whether a code goes on with a run; a long one may lack a heading here and there."""
    last = run[-1][0].number
    lacks_one = len(run) >= _LONG and len(count) == 1 and last[0] < count[0] <= last[0] + 2
    return lacks_one or _follows(last, count, has_words=has_words)


def _interrupted(runs: Sequence[Sequence[Row]], count: tuple[int, ...], headed: Set[int]) -> int | None:
    """Return the last run before others that goes on with a code: what came between are lists inside answers."""
    for at in range(len(runs) - 2, -1, -1):
        if runs[at + 1][0][0].start in headed:
            return None
        if _follows(runs[at][-1][0].number, count, has_words=False):
            return at
    return None


def _follows(one: tuple[int, ...], other: tuple[int, ...], *, has_words: bool) -> bool:
    """Return whether a code comes after another: 2 after 1, 1.2 after 1.1, 2.1 after 1.3; with words, gaps are well."""
    if has_words:
        return other > one
    same = [a == b for a, b in zip(one, other, strict=True)]
    at = same.index(False) if False in same else len(one)
    return at < len(one) and other[at] == one[at] + 1 and all(number == 1 for number in other[at + 1 :])


def _begins(count: tuple[int, ...], first: Sequence[tuple[int, ...]], *, has_words: bool) -> bool:
    return count == first[0] if first else count[-1] == 1 or has_words
