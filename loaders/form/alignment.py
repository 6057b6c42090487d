"""Decides which candidates are which headings of a form: one best path through all of them, in the order of the text.

A path gains what each of its headings is worth. It pays for places that it skips, for a section whose goal has no
heading, for going back, and for a heading that comes again. What a step costs is bounded, so a path that is further
behind than that can be given up: this keeps the work in proportion to the candidates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from alliancegraph.loaders.form.candidates import OTHER, SENTENCE, Candidate, Stray
from alliancegraph.loaders.form.lines import Lines
from alliancegraph.loaders.form.outline import GOAL, SECTION, TARGET, Outline

FORWARD, BACK, AGAIN, LOST, REPEATED = "forward", "back", "again", "lost", "repeated"
_COST = {FORWARD: 0.0, BACK: 0.8, AGAIN: 0.75, LOST: 0.5, REPEATED: 0.05}
_MOST_SKIPPED = 0.5
_IN_SENTENCE = 0.6
_UNFINISHED = 0.3  # for a goal without a heading while sections of the one before it are still to come
_WITHIN = 0.3  # for going back to what has not been before under the same goal or target
_BEHIND = 2.0  # more than any step costs
_NOWHERE = -1


@dataclass(frozen=True)
class Match:
    """A candidate as the heading at a place of the form, and how it was reached."""

    candidate: Candidate
    place: int
    step: str


def opened_by(match: Match, outline: Outline) -> tuple[int, ...]:
    """Return the places that a heading opens: its own, and those of the questions that it joins."""
    goal = outline.places[match.place].goal
    return (match.place, *(outline.of_goals[goal, heading] for heading in match.candidate.joined))


class _State(NamedTuple):
    """Where a path is: the place matched last, and whether a heading that the form lacks came after it."""

    place: int
    strayed: bool


class _Path(NamedTuple):
    worth: float
    end: int
    match: Match | None = None
    before: "_Path | None" = None


def align(
    outline: Outline, candidates: Sequence[Sequence[Candidate]], strays: Sequence[Stray], lines: Lines
) -> list[Match]:
    """Return the matches of the best path, in the order of the text."""
    paths: dict[_State, _Path] = {_State(_NOWHERE, False): _Path(0.0, 0)}
    coming = sorted((stray for stray in strays if stray.level in (TARGET, GOAL)), key=lambda stray: stray.span.start)
    at = 0
    for group in candidates:
        while at < len(coming) and coming[at].span.start < group[0].line.start:
            paths = _strayed(paths, coming[at])
            at += 1
        paths = _stepped(outline, paths, group, lines)
    return list(reversed(list(_matches(max(paths.values(), key=lambda path: path.worth)))))


def _matches(path: _Path | None) -> Iterator[Match]:
    while path is not None and path.match is not None:
        yield path.match
        path = path.before


def _strayed(paths: dict[_State, _Path], stray: Stray) -> dict[_State, _Path]:
    """Return the paths after a goal or target that the form lacks: sections that follow are not theirs."""
    found: dict[_State, _Path] = {}
    for state, path in paths.items():
        after = _State(state.place, state.strayed or path.end <= stray.span.start)
        if after not in found or path.worth > found[after].worth:
            found[after] = path
    return found


def _stepped(
    outline: Outline, paths: dict[_State, _Path], group: Sequence[Candidate], lines: Lines
) -> dict[_State, _Path]:
    """Return the paths after the candidates of a line: each path may take one of them, or none."""
    found = dict(paths)
    for candidate in group:
        for state, path in paths.items():
            if path.end > candidate.span.start:
                continue
            for place, step, cost in _steps(outline, state, path, candidate, lines):
                worth = path.worth + candidate.worth * (1 + len(candidate.joined)) - cost
                after = state if step == REPEATED else _State(place, False)
                if after not in found or worth > found[after].worth:
                    found[after] = _Path(worth, candidate.span.end, Match(candidate, place, step), path)
    best = max(path.worth for path in found.values())
    return {state: path for state, path in found.items() if path.worth > best - _BEHIND}


def _steps(
    outline: Outline, state: _State, path: _Path, candidate: Candidate, lines: Lines
) -> Iterator[tuple[int, str, float]]:
    """Yield the places that a candidate may have after a state, how each is reached and what that costs."""
    doubt = _IN_SENTENCE if candidate.doubt == SENTENCE else 0.0
    for place in _places(outline, state, candidate):
        step = _step(outline, state, place)
        if _in_force(outline, state, place) and _is_repetition(candidate, path, lines) and _has_been(path, place):
            yield place, REPEATED, _COST[REPEATED]
        if step == LOST and _is_unfinished(outline, state):
            doubt += _UNFINISHED
        cost = _WITHIN if step == BACK and _is_open(outline, path, candidate, place) else _COST[step]
        yield place, step, cost + doubt + _skipped(outline, state.place, place)


def _places(outline: Outline, state: _State, candidate: Candidate) -> Iterator[int]:
    """Yield the places that a candidate may have: a section that of its goal, or of the next goal that has it."""
    heading = candidate.heading
    if heading.level != SECTION:
        yield from outline.numbers[heading]
    elif not state.strayed:
        goal = outline.places[state.place].goal if state.place != _NOWHERE else ""
        own = outline.of_goals.get((goal, heading))
        following = outline.following(heading, state.place if own is None else max(own, state.place))
        yield from (place for place in (own, following) if place is not None)


def _step(outline: Outline, state: _State, place: int) -> str:
    here = outline.places[place]
    if state.place == place:
        return AGAIN
    if here.heading.level == SECTION and (state.place == _NOWHERE or outline.places[state.place].goal != here.goal):
        return LOST
    return FORWARD if place > state.place else BACK


def _is_unfinished(outline: Outline, state: _State) -> bool:
    """Return whether sections of the goal in force are still to come."""
    following = outline.places[state.place + 1 : state.place + 2] if state.place != _NOWHERE else ()
    return any(place.heading.level == SECTION and not place.optional for place in following)


def _is_open(outline: Outline, path: _Path, candidate: Candidate, place: int) -> bool:
    """Return whether a place is under the goal or target in force, and has not been matched since its heading.

    A goal is only if the candidate has its words: a number alone, as of a list, does not lead back.
    """
    if candidate.heading.level == SECTION:
        return _is_new(outline, path, place, GOAL)
    return candidate.heading.level == GOAL and candidate.has_same_words and _is_new(outline, path, place, TARGET)


def _is_new(outline: Outline, path: _Path, place: int, above: str) -> bool:
    """Return whether a place has not been matched since the heading of the level above that is in force."""
    step = path
    while step.match and step.before:
        last = outline.places[step.match.place]
        if step.match.place == place or last.number_at(above) != outline.places[place].number_at(above):
            return False
        if last.heading.level == above:
            return True
        step = step.before
    return above == TARGET


def _skipped(outline: Outline, before: int, place: int) -> float:
    """Return what it costs to skip the places between two; going back skips none."""
    return min(_MOST_SKIPPED, max(0.0, outline.weights[place] - outline.weights[before + 1]))


def _in_force(outline: Outline, state: _State, place: int) -> bool:
    """Return whether that heading, or a section under it, was matched last."""
    if state.place == _NOWHERE or state.strayed:
        return False
    here, last = outline.places[place], outline.places[state.place]
    if here.heading.level == TARGET:
        return here.target == last.target
    return here.goal == last.goal if here.heading.level == GOAL else place == state.place


def _has_been(path: _Path | None, place: int) -> bool:
    """Return whether a heading was matched before, by its words: what only has its code is none to be repeated."""
    while path and path.match:
        if path.match.place == place:
            return path.match.candidate.doubt != OTHER
        path = path.before
    return False


def _is_repetition(candidate: Candidate, path: _Path, lines: Lines) -> bool:
    """Return whether a heading may be there again only because a page begins, or because an answer goes on."""
    line, end = candidate.line, candidate.span.end
    if path.match and path.match.step == REPEATED and not lines.text[path.end : line.start].strip():
        return True
    return lines.is_page_top(line) or lines.interrupts(line, end) or lines.goes_on(end)
