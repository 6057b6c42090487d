"""Levels: which series are the questions of a form, which its goals, which its targets."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from alliancegraph.loaders.proposing.openings import LABEL, Opening
from alliancegraph.loaders.proposing.plain import PLAIN, line_before, repeated_lines, repeated_openings, short_codes
from alliancegraph.loaders.proposing.series import Row, Series

_NEARLY = 0.9  # share of the headings of a level that have goals under them
_MOST = 0.6  # share of the goals under which a series has to stand to be one of their level
_TITLE = re.compile(r"(?=[^\W\d_a-zß-öø-ÿ])(?:\S+\s+){1,14}[^\s]*[^\s.,;:!?]")  # a line that may be a theme's title
_FIRST = 60  # characters of a line that are compared


@dataclass(frozen=True)
class Levels:
    """The series of each level of a form, from the top; `above` are headings over its targets, which carry nothing.

    `parts` are questions under questions, such as (a) and (b) under 1.
    """

    goals: Series
    questions: Series | None = None
    targets: Series | None = None
    above: tuple[Series, ...] = ()
    parts: Series | None = None

    @property
    def restarts(self) -> bool:
        """Whether the numbers of goals begin again under each target."""
        return self.targets is not None and len(self.goals.runs) > 1


def levels(texts: Sequence[str], found: Sequence[Series], language: str) -> Levels | None:
    """Return the levels of the form that the samples fill in; None if no headings repeat or follow each other."""
    coded = [series for series in found if series.shape.kind != LABEL]
    labels = [series for series in found if series.shape.kind == LABEL]
    repeated = [series for series in coded if _repeats(texts[0], series)]
    serial = [series for series in coded if series not in repeated]
    if repeated:
        questions, parts = _nested(repeated)
        goals = _over(questions, [*serial, *labels]) or _lines_before(texts, questions)
        return replace(_with_targets(texts, goals, questions, serial), parts=parts) if goals else None
    goals = max(serial, key=lambda series: len(series.rows), default=None)
    if goals:
        found_levels = _with_targets(texts, goals, None, serial)
        goals = found_levels.goals
        asked = _labelled(goals, labels) or _under(texts, goals, language) or repeated_openings(texts, goals)
        return replace(found_levels, questions=asked)
    plain = repeated_lines(texts, language)
    goals = plain and _lines_before(texts, plain)
    return Levels(goals, plain) if goals and plain else None


def _nested(repeated: Sequence[Series]) -> tuple[Series, Series | None]:
    """Return the questions, the longest series, and the series of questions under them, if there is one."""
    longest = sorted(repeated, key=lambda series: -len(series.rows))
    pairs = ((outer, inner) for outer in longest for inner in longest if _is_under(inner, outer))
    return next(pairs, (longest[0], None))


def _is_under(inner: Series, outer: Series) -> bool:
    """Return whether nearly all runs of a series are each under one heading of another, which alone begins again."""
    starts = [row[0].start for row in outer.rows]
    edges = [(bisect(starts, run[0][0].start), bisect(starts, run[-1][0].start)) for run in inner.runs]
    within = [first for first, last in edges if first == last > 0]
    return inner is not outer and len(set(within)) >= _NEARLY * len(edges) and len(edges) > 1


def _repeats(text: str, series: Series) -> bool:
    """Return whether the same code has the same words wherever it comes again."""
    words: dict[str, list[str]] = defaultdict(list)
    for row in series.rows:
        line = text[row[0].words : row[0].words + _FIRST].split("\n", maxsplit=1)[0]
        words[row[0].code].append(" ".join(line.split()[:2]).casefold())
    again = [own for own in words.values() if len(own) > 1]
    same = [own for own in again if own.count(own[0]) >= _MOST * len(own)]
    return bool(again) and len(same) >= _MOST * len(again)


def _over(questions: Series, candidates: Sequence[Series]) -> Series | None:
    """Return the series with a heading over most rounds of questions, the nearest one if several do."""
    starts = [run[0][0].start for run in questions.runs if run]
    spans = list(zip([-1, *starts[:-1]], starts, strict=True))

    def over(series: Series) -> list[int]:
        own = [row[0].start for row in series.rows]
        return [max(within) for low, high in spans if (within := [at for at in own if low < at < high])]

    fit = [series for series in candidates if len(over(series)) >= max(2, _MOST * len(spans))]
    return max(fit, key=lambda series: (len(over(series)), sum(over(series))), default=None)


def _lines_before(texts: Sequence[str], questions: Series) -> Series | None:
    """Return the lines right before each round of questions, as goals without a code."""
    rows: list[Row] = []
    for number, run in enumerate(questions.runs, 1):
        before = [line_before(text, opening.start) for text, opening in zip(texts, run[0], strict=True)]
        rows.append(tuple(Opening(PLAIN, str(number), (number,), line.start, line.start) for line in before if line))
    return Series(PLAIN, (tuple(rows),)) if all(len(row) == len(texts) for row in rows) else None


def _with_targets(texts: Sequence[str], goals: Series, questions: Series | None, serial: Sequence[Series]) -> Levels:
    """Return the levels with the series over the goals: each of its headings has goals under it.

    Numbers that begin again under no such heading do so under a theme: a line without a code.
    """
    starts = [row[0].start for row in goals.rows]
    upper = [series for series in serial if series is not goals and _is_over(series, starts)]
    upper.sort(key=lambda series: len(series.rows))
    targets = upper[-1] if upper else None
    if len(goals.runs) > 1 and targets is None:
        goals, targets = _under_themes(texts, goals)
    if targets and len(goals.runs) > len(targets.rows):
        goals = _first_under(goals, targets)
    if len(goals.runs) > 1 and (targets is None or len(targets.rows) < len(goals.runs)):
        goals = Series(goals.shape, (max(goals.runs, key=len),))
    return Levels(goals, questions, targets, tuple(upper[:-1]))


def _first_under(goals: Series, targets: Series) -> Series:
    """Return the first run of goals under each target: those that begin again there are lists inside answers."""
    starts = [row[0].start for row in targets.rows]
    first: dict[int, tuple[Row, ...]] = {}
    for run in goals.runs:
        first.setdefault(bisect(starts, run[0][0].start), run)
    return replace(goals, runs=tuple(first.values()))


def _under_themes(texts: Sequence[str], goals: Series) -> tuple[Series, Series | None]:
    """Return the runs of goals under a title, and the titles; the goals alone if fewer than two do."""
    runs: list[tuple[Row, ...]] = []
    rows: list[Row] = []
    for run in goals.runs:
        before = [line_before(text, opening.start) for text, opening in zip(texts, run[0], strict=True)]
        titles = [line for line in before if line and _TITLE.fullmatch(line.text)]
        if len(titles) == len(texts):
            code = str(len(runs) + 1)
            rows.append(tuple(Opening(PLAIN, code, (int(code),), line.start, line.start) for line in titles))
            runs.append(run)
    return (Series(goals.shape, tuple(runs)), Series(PLAIN, (tuple(rows),))) if len(runs) > 1 else (goals, None)


def _is_over(series: Series, starts: Sequence[int]) -> bool:
    edges = [*(row[0].start for row in series.rows), max(starts) + 1]
    over = [any(low < at < high for at in starts) for low, high in pairwise(edges)]
    return edges[0] < starts[0] and sum(over) >= _NEARLY * len(over)


def _labelled(goals: Series, labels: Sequence[Series]) -> Series | None:
    """Return the labels under most goals (`Progress:`) as questions, in rounds; None if there are none."""
    own = [series for series in labels if _MOST * len(goals.rows) <= len(series.rows) <= len(goals.rows)]
    if not own or len(goals.rows) < 2:
        return None
    edges = [*(row[0].start for row in goals.rows), float("inf")]
    rows = sorted((row for series in own for row in series.rows), key=lambda row: row[0].start)
    codes = {label: code for code, label in short_codes([series.shape.before for series in own]).items()}
    named = [tuple(o._replace(shape=PLAIN, code=codes[o.shape.before], words=o.start) for o in row) for row in rows]
    runs = [tuple(row for row in named if low < row[0].start < high) for low, high in pairwise(edges)]
    return Series(PLAIN, tuple(run for run in runs if run))


def _under(texts: Sequence[str], goals: Series, language: str) -> Series | None:
    """Return the lines that come again under the goals; None if there are none."""
    plain = repeated_lines(texts, language)
    return plain if plain and len(plain.runs) >= _MOST * len(goals.rows) > 1 else None
