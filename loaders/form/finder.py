"""Finds the candidates for a form's headings in a text, by their codes or their first words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.form.candidates import (
    LABEL_ONLY,
    MISNUMBERED,
    OTHER,
    SENTENCE,
    Candidate,
    Stray,
    after_code,
    misnumbered,
    under_head,
    worded,
)
from alliancegraph.loaders.form.codes import Codes, Expected, any_code
from alliancegraph.loaders.form.leads import NUMBER_SIGNS, Part, is_atom, parts
from alliancegraph.loaders.form.lines import Line, Lines
from alliancegraph.loaders.form.outline import GOAL, SECTION, TARGET, Heading
from alliancegraph.loaders.form.wording import first_word, tokens, words_end
from alliancegraph.loaders.form.words import Words, alternatives

_LETTERS = 2  # of a word that a heading has at least as in the form
_OUTDONE = 0.3  # what a heading's number loses to another heading's words
_OPENING = 12  # words of a line among which its code is


class Finder:
    """Finds the candidates for headings in texts, by their codes or their first words."""

    def __init__(self, headings: Iterable[Heading], words: Words) -> None:
        self._words = words
        self._codes: dict[tuple[str, tuple[str, ...]], Codes] = {}
        self._worded: dict[str, dict[Expected, None]] = defaultdict(dict)
        for heading in headings:
            for lead in heading.leads:
                self._enter(Expected(heading, lead))

    def _enter(self, expected: Expected) -> None:
        heading, lead = expected
        if lead.code:
            self._codes.setdefault((heading.level, lead.before), Codes(heading.level, lead.before)).enter(expected)
            return
        for wording in heading.wordings:
            for word in tokens(f"{lead.printed} {wording}")[:2]:
                self._worded[word][expected] = None

    def find(self, lines: Lines) -> tuple[list[list[Candidate]], list[Stray]]:
        """Return the candidates of each line that has any, and the strays."""
        candidates: list[list[Candidate]] = []
        strays: list[Stray] = []
        above: tuple[str, ...] = ()
        for line in lines:
            opening = self._opening(lines.text, line)
            here = _best((*self._of_line(lines, line, opening), *self._under(lines, line, opening, above)))
            above = self._head(lines, line, opening) or (above if _are_under(above, here) else ())
            if here and lines.interrupts(line, here[0].span.end) and not _touches(candidates, lines, line):
                here = [replace(candidate, doubt=candidate.doubt or SENTENCE) for candidate in here]
            candidates += [here] if here else []
            if all(candidate.doubt for candidate in here):
                strays += islice(self._strays(lines, line, opening), 1)
        return _without_list_items(candidates), strays

    def _opening(self, text: str, line: Line) -> list[Part]:
        """Return the first words and numbers of a line; none if no heading begins like its first one."""
        found = parts(text, line.start, line.end)
        first = next(found, None)
        if first is None or not (is_atom(first.text) or first.text[:_LETTERS] in self._beginnings):
            return []
        return [first, *islice(found, _OPENING - 1)]

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first letters of what headings begin with."""
        words = [word for _, before in self._codes for word in before[:1]]
        return frozenset(word[:_LETTERS] for word in (*words, *self._worded, *self._words["structural"], *NUMBER_SIGNS))

    @cached_property
    def _pointing(self) -> frozenset[str]:
        """The first words of what points at a heading, "see"."""
        return frozenset(first_word(phrase) for phrase in self._words["pointing"])

    def _of_line(self, lines: Lines, line: Line, opening: Sequence[Part]) -> Iterator[Candidate]:
        for codes in self._codes.values():
            rest = codes.after(opening)
            if rest:
                yield from self._coded(lines, line, rest, codes)
        first = opening[:1] if opening and opening[0].text in self._pointing else opening[:2]
        for expected in {expected: None for part in first for expected in self._worded.get(part.text, ())}:
            yield from worded(lines, line, expected)

    def _coded(self, lines: Lines, line: Line, opening: Sequence[Part], codes: Codes) -> Iterator[Candidate]:
        found = codes.find(lines.text, opening)
        yield from misnumbered(lines, line, opening, codes)
        if found is None:
            return
        headings, end = found
        joined = self._joined(lines, Span(end, line.end), codes)
        for expected in headings:
            if joined:
                yield Candidate(expected.heading, Span(line.start, line.end), line, 1.0, joined=joined)
            else:
                yield from after_code(lines, line, expected, end)

    def _under(self, lines: Lines, line: Line, opening: Sequence[Part], above: tuple[str, ...]) -> Iterator[Candidate]:
        """Yield the candidates of a line whose code goes on with that of a line above, `(i)` under `(b)`."""
        for codes in self._of_sections if above and opening else ():
            found, end = codes.find(lines.text, opening, above) or ((), 0)
            for expected in found:
                yield from under_head(lines, line, expected, end)

    def _head(self, lines: Lines, line: Line, opening: Sequence[Part]) -> tuple[str, ...]:
        """Return the code of a line that codes of lines below go on with; empty if it has none."""
        heads = (codes.head(lines.text, line.start, opening) for codes in self._of_sections)
        return next((code for code, end in filter(None, heads) if lines.opens_something(line, end)), ())

    @cached_property
    def _of_sections(self) -> tuple[Codes, ...]:
        return tuple(codes for codes in self._codes.values() if codes.level == SECTION)

    def _joined(self, lines: Lines, rest: Span, codes: Codes) -> tuple[Heading, ...]:
        """Return the headings of further codes that the rest of a line joins to the first (`and B)`, `& B`)."""
        found: list[Heading] = []
        while codes.level == SECTION and (joiner := self._joiner.match(lines.text, rest.start, rest.end)):
            further = codes.find(lines.text, list(islice(parts(lines.text, joiner.end(), rest.end), _OPENING)))
            if further is None:
                break
            ((heading, lead), *_), end = further
            signs = words_end(lines.text, end)
            if signs < rest.end and not lines.text[joiner.end() : signs].strip().endswith(lead.signs or " "):
                break
            found.append(heading)
            rest = Span(signs, rest.end)
        return tuple(found)

    @cached_property
    def _joiner(self) -> re.Pattern[str]:
        return re.compile(rf"\s*(?:[&+,/–-]|{alternatives(self._words['joiners'])})\s*", re.IGNORECASE)

    def _strays(self, lines: Lines, line: Line, opening: Sequence[Part]) -> Iterator[Stray]:
        shapes = [(codes.level, codes.after(opening)) for codes in self._codes.values() if codes.before]
        if opening and opening[0].text in self._words["structural"]:
            shapes.append(("", opening[1:]))
        for level, rest in shapes:
            end = any_code(lines.text, rest or ())
            if end is not None and lines.opens_something(line, end):
                yield Stray(level, Span(line.start, line.end))


def _without_list_items(candidates: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """Return the candidates without bare codes before other words, where a line has the goal or target in full."""
    whole = {c.heading for group in candidates for c in group if not c.doubt and c.worth > LABEL_ONLY}
    own = {heading for heading in whole if heading.level != SECTION and not any(lead.before for lead in heading.leads)}
    kept = [[c for c in group if c.doubt != OTHER or c.heading not in own] for group in candidates]
    return [group for group in kept if group]


def _are_under(above: tuple[str, ...], candidates: Sequence[Candidate]) -> bool:
    """Return whether the certain candidates of a line, if it has any, have a code that begins like the one above."""
    leads = [lead for candidate in candidates if not candidate.doubt for lead in candidate.heading.leads]
    return not leads or any(lead.code[: len(above)] == above for lead in leads)


def _touches(candidates: Sequence[Sequence[Candidate]], lines: Lines, line: Line) -> bool:
    """Return whether the line before has one of the last candidates, whose end is open like that of a sentence."""
    before = lines.before(line)
    if before is None or not candidates:
        return False
    return any(each.line == before or each.span.end >= before.end for each in candidates[-1])


def _best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the best candidate for each heading; those in doubt only if none of their level is certain.

    The words of another heading of the level count more than a number with words that are not the same.
    """
    best: dict[Heading, Candidate] = {}
    for candidate in candidates:
        if candidate.heading not in best or candidate.worth > best[candidate.heading].worth:
            best[candidate.heading] = candidate
    certain = [candidate for candidate in best.values() if not candidate.doubt]
    misnumbered = {candidate.heading.level for candidate in best.values() if candidate.doubt == MISNUMBERED}
    misnumbered -= {candidate.heading.level for candidate in certain if candidate.has_same_words}
    unsure = misnumbered | ({TARGET, GOAL, SECTION} - {candidate.heading.level for candidate in certain})
    return [_beside(c, misnumbered) for c in best.values() if not c.doubt or c.heading.level in unsure]


def _beside(candidate: Candidate, misnumbered: Collection[str]) -> Candidate:
    """Return a candidate, which is worth less on a line with the words of another heading of its level."""
    is_outdone = candidate.heading.level in misnumbered and candidate.doubt != MISNUMBERED
    return replace(candidate, worth=candidate.worth - _OUTDONE) if is_outdone else candidate
