"""Candidates: the stretches of a text that may be a heading, each with its likeness to the one that it may be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.form.leads import (
    NUMBER_SIGNS,
    Lead,
    Part,
    as_number,
    as_roman,
    code_end,
    is_atom,
    parts,
    plain,
)
from alliancegraph.loaders.form.lines import Line, Lines
from alliancegraph.loaders.form.outline import SECTION, Heading
from alliancegraph.loaders.form.words import Words

ALIKE = 75  # per cent of likeness below which words are no longer the same heading
SAME = 95  # from which on they are the same
SHORT, SHORT_ALIKE = 20, 85  # a heading of so few characters and without a code must be more alike
LABEL_ONLY, OTHER_WORDS, OTHER_NUMBER = 0.6, 0.35, 0.4  # what a heading is worth that has only that
SENTENCE, OTHER, MISNUMBERED = "in a sentence", "other words", "another number"  # the doubts
_LETTERS = 2  # of a word that a heading has at least as in the form
_OPENING = 12  # words of a line among which its code is
_SLACK = 1.5  # how much longer printed words may be than the form's
_TOKEN = re.compile(r"[\w\u00ad]+")
_CLOSING = re.compile(r"[^\w\s|☐☑☒□■\[(<_—–-]+|[ \u00a0\u202f][:?!»](?=\s|$)")
_ENDS = re.compile(r"[ \t]*(?:[\n\f|☐☑☒□■\[(<_–—-]|$)|\t| {3,}")


@dataclass(frozen=True)
class Candidate:
    """A stretch that may be a heading, and what it is worth as one, from 0 to 1.

    `doubt` is why it may be none, `joined` are further headings that it is at once (`A) and B)`).
    """

    heading: Heading
    span: Span
    line: Line
    worth: float
    doubt: str = ""
    joined: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Stray:
    """A line that reads like a heading of a level, or of a part of any document, but is none of the form."""

    level: str
    span: Span


class _Expected(NamedTuple):
    heading: Heading
    lead: Lead


class _Codes:
    """The headings of a level with the same words before their code, by that code."""

    def __init__(self, level: str, before: tuple[str, ...]) -> None:
        self.level, self.before = level, before
        self._own: dict[tuple[str, ...], list[_Expected]] = defaultdict(list)
        self._numerals: dict[tuple[str, ...], list[_Expected]] = {}

    def enter(self, expected: _Expected) -> None:
        """Enter a heading by its code, and by its code in the other kind of numerals."""
        self._own[expected.lead.code].append(expected)
        for other in (as_roman, as_number):
            self._numerals.setdefault(tuple(map(other, expected.lead.code)), self._own[expected.lead.code])

    def after(self, opening: Sequence[Part]) -> Sequence[Part] | None:
        """Return the rest of a line's opening after the words before the code; None if it has other words."""
        rest = list(opening)
        for word in self.before:
            rest = _without_signs(rest)
            if not rest or not _alike(word, rest[0].text):
                return None
            rest = rest[1:]
        return _without_signs(rest) if self.before else rest

    def find(self, text: str, opening: Sequence[Part]) -> tuple[list[_Expected], int] | None:
        """Return the headings with the code that the opening begins with, and its end; the longest code counts."""
        for length in range(min(len(opening), max(map(len, self._own))), 0, -1):
            code = tuple(part.text for part in opening[:length])
            found = self._own.get(code) or self._numerals.get(code)
            end = code_end(text, opening, length) if found else None
            if found and end is not None:
                return found, end
        return None

    def beginning(self, text: str, start: int) -> Iterator[_Expected]:
        """Yield the headings whose words begin with the word after the offset."""
        following = _TOKEN.search(text, start)
        word = plain(following[0]) if following else ""
        entered = (expected for entered in self._own.values() for expected in entered)
        return (expected for expected in entered if word in map(_first_word, expected.heading.wordings))


class Finder:
    """Finds the candidates for headings in texts, by their codes or their first words."""

    def __init__(self, headings: Iterable[Heading], words: Words) -> None:
        self._words = words
        self._codes: dict[tuple[str, tuple[str, ...]], _Codes] = {}
        self._worded: dict[str, dict[_Expected, None]] = defaultdict(dict)
        for heading in headings:
            for lead in heading.leads:
                self._enter(_Expected(heading, lead))

    def _enter(self, expected: _Expected) -> None:
        heading, lead = expected
        if lead.code:
            self._codes.setdefault((heading.level, lead.before), _Codes(heading.level, lead.before)).enter(expected)
            return
        for wording in heading.wordings:
            for word in _tokens(f"{lead.printed} {wording}")[:2]:
                self._worded[word][expected] = None

    def find(self, lines: Lines) -> tuple[list[list[Candidate]], list[Stray]]:
        """Return the candidates of each line that has any, and the strays."""
        candidates: list[list[Candidate]] = []
        strays: list[Stray] = []
        for line in lines:
            opening = self._opening(lines.text, line)
            here = _best(self._of_line(lines, line, opening))
            if here and lines.interrupts(line, here[0].span.end) and not _touches(candidates, lines, line):
                here = [replace(candidate, doubt=candidate.doubt or SENTENCE) for candidate in here]
            candidates += [here] if here else []
            if all(candidate.doubt for candidate in here):
                strays += islice(self._strays(lines, line, opening), 1)
        return candidates, strays

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

    def _of_line(self, lines: Lines, line: Line, opening: Sequence[Part]) -> Iterator[Candidate]:
        for codes in self._codes.values():
            rest = codes.after(opening)
            if rest:
                yield from self._coded(lines, line, rest, codes)
        for expected in {expected: None for part in opening[:2] for expected in self._worded.get(part.text, ())}:
            yield from _worded(lines, line, expected)

    def _coded(self, lines: Lines, line: Line, opening: Sequence[Part], codes: _Codes) -> Iterator[Candidate]:
        found = codes.find(lines.text, opening)
        if found is None:
            yield from _misnumbered(lines, line, opening, codes)
            return
        headings, end = found
        joined = self._joined(lines, Span(end, line.end), codes)
        for expected in headings:
            if joined:
                yield Candidate(expected.heading, Span(line.start, line.end), line, 1.0, joined=joined)
            else:
                yield from _after_code(lines, line, expected, end)

    def _joined(self, lines: Lines, rest: Span, codes: _Codes) -> tuple[Heading, ...]:
        """Return the headings of further codes that the rest of a line joins to the first (`and B)`, `& B`)."""
        found: list[Heading] = []
        while codes.level == SECTION and (joiner := self._joiner.match(lines.text, rest.start, rest.end)):
            further = codes.find(lines.text, list(islice(parts(lines.text, joiner.end(), rest.end), _OPENING)))
            if further is None:
                break
            ((heading, lead), *_), end = further
            signs = _end(lines.text, end)
            if signs < rest.end and not lines.text[joiner.end() : signs].strip().endswith(lead.signs or " "):
                break
            found.append(heading)
            rest = Span(signs, rest.end)
        return tuple(found)

    @cached_property
    def _joiner(self) -> re.Pattern[str]:
        words = "|".join(sorted(map(re.escape, self._words["joiners"]))) or "(?!)"
        return re.compile(rf"\s*(?:[&+,/–-]|(?:{words})(?!\w))\s*", re.IGNORECASE)

    def _strays(self, lines: Lines, line: Line, opening: Sequence[Part]) -> Iterator[Stray]:
        shapes = [(codes.level, codes.after(opening)) for codes in self._codes.values() if codes.before]
        if opening and opening[0].text in self._words["structural"]:
            shapes.append(("", opening[1:]))
        for level, rest in shapes:
            end = _any_code(lines.text, rest or ())
            if end is not None and lines.opens_something(line, end):
                yield Stray(level, Span(line.start, line.end))


def _after_code(lines: Lines, line: Line, expected: _Expected, end: int) -> Iterator[Candidate]:
    """Yield the candidate of a line with the right code: with words alike, without words, or with others."""
    heading, lead = expected
    if not any((*heading.wordings, *lead.after)):
        yield from _without_words(lines, line, expected, end)
        return
    alike = _alike_words(lines.text, end, [" ".join((*lead.after, wording)) for wording in heading.wordings])
    if alike is not None:
        doubt = SENTENCE if lines.hangs(line) else ""
        yield Candidate(heading, Span(line.start, alike[0]), line, alike[1] / 100, doubt)
        return
    label = _end(lines.text, end)
    if not _is_printed(lead, lines.text[line.start : label]) or lines.runs_through(line, label):
        return
    if label == line.end:
        yield Candidate(heading, Span(line.start, label), line, LABEL_ONLY)
    elif any(heading.wordings):
        stop = label if heading.level == SECTION else line.end
        yield Candidate(heading, Span(line.start, stop), line, OTHER_WORDS, OTHER)


def _without_words(lines: Lines, line: Line, expected: _Expected, end: int) -> Iterator[Candidate]:
    """Yield the candidate for a heading that is nothing but a code, with or without words before it."""
    label = _end(lines.text, end)
    if _is_printed(expected.lead, lines.text[line.start : label]):
        is_alone = label in (line.end, end + 1) or lines.opens_something(line, end)
        doubt = SENTENCE if lines.runs_through(line, label) or not is_alone else ""
        yield Candidate(expected.heading, Span(line.start, label), line, 1.0, doubt)


def _misnumbered(lines: Lines, line: Line, opening: Sequence[Part], codes: _Codes) -> Iterator[Candidate]:
    """Yield the candidates of a line whose words are those of a heading with another code."""
    end = _any_code(lines.text, opening)
    if end is None:
        return
    for heading, lead in codes.beginning(lines.text, end):
        alike = _alike_words(
            lines.text, end, [f"{' '.join(lead.after)} {words}" for words in heading.wordings if words]
        )
        if alike is not None and alike[1] >= SAME:
            yield Candidate(heading, Span(line.start, alike[0]), line, OTHER_NUMBER, MISNUMBERED)


def _worded(lines: Lines, line: Line, expected: _Expected) -> Iterator[Candidate]:
    """Yield the candidate of a line that begins with the words of a heading without a code."""
    heading, lead = expected
    wanted = [f"{lead.printed} {wording}".strip() for wording in heading.wordings]
    alike = _alike_words(lines.text, line.start, wanted)
    if alike is not None:
        end, likeness = alike
        short = len(wanted[0]) < SHORT
        if not (short and likeness < SHORT_ALIKE) and _stands_alone(lines, line, end, wanted[0]):
            yield Candidate(heading, Span(line.start, end), line, likeness / 100)
        return
    label = _lead_end(lines, line, lead) if any(heading.wordings) else 0
    if label and not lines.runs_through(line, label):
        yield Candidate(heading, Span(line.start, line.end), line, OTHER_WORDS, OTHER)


def _stands_alone(lines: Lines, line: Line, end: int, wanted: str) -> bool:
    """Return whether words without a code are a heading by themselves, and no part of a sentence."""
    printed = lines.text[line.start]
    if printed.islower() and wanted[:1].isupper():
        return False
    closes = lines.text[end - 1] in ":?!." or len(wanted) > 3 * SHORT
    if end < line.end and not closes and not _ENDS.match(lines.text, end):
        return False
    return not lines.runs_through(line, end)


def _lead_end(lines: Lines, line: Line, lead: Lead) -> int:
    """Return the end of a lead without a code that the line begins with exactly; 0 if it does not."""
    if not lead.before or not lead.signs:
        return 0
    printed = [part for part, _ in zip(parts(lines.text, line.start, line.end), lead.before, strict=False)]
    if [part.text for part in printed] != list(lead.before):
        return 0
    end = _end(lines.text, printed[-1].end)
    return end if _is_printed(lead, lines.text[line.start : end]) else 0


def _is_printed(lead: Lead, printed: str) -> bool:
    """Return whether a lead is printed as in the form, signs and capitals of its code included."""
    if lead.before and lead.code:
        return True
    return " ".join(printed.split()).rstrip(":") == lead.printed.rstrip(":")


def _alike_words(text: str, start: int, wordings: Sequence[str]) -> tuple[int, float] | None:
    """Return the end of the words that are most alike to one of the wordings, and their likeness; None if none are."""
    found = [(_end(text, start), 100.0) if not _tokens(words) else _nearest(text, start, words) for words in wordings]
    best = max((each for each in found if each), key=lambda each: each[1], default=None)
    return best if best and best[1] >= ALIKE else None


def _nearest(text: str, start: int, words: str) -> tuple[int, float] | None:
    """Return the end of the stretch from the start on that is most alike to the words, and its likeness."""
    wanted = " ".join(_tokens(words))
    printed, best = "", (0.0, 0, 0.0)
    for token in _TOKEN.finditer(text, start):
        printed = f"{printed} {plain(token[0])}".lstrip()
        if len(printed) > _SLACK * len(wanted) + SHORT:
            break
        if len(printed) * _SLACK < len(wanted):
            continue
        likeness = fuzz.ratio(printed, wanted)
        closed = _ENDS.match(text, _end(text, token.end())) is not None
        best = max(best, (likeness + closed, token.end(), likeness))
    return (_end(text, best[1]), best[2]) if best[1] else None


def _end(text: str, offset: int) -> int:
    """Return the offset after the signs that close the words or the code before it."""
    closing = _CLOSING.match(text, offset)
    return closing.end() if closing else offset


def _first_word(words: str) -> str:
    return next(iter(_tokens(words)), "")


def _tokens(text: str) -> list[str]:
    return [plain(token[0]) for token in _TOKEN.finditer(text)]


def _touches(candidates: Sequence[Sequence[Candidate]], lines: Lines, line: Line) -> bool:
    """Return whether the line before has one of the last candidates, whose end is open like that of a sentence."""
    before = lines.before(line)
    if before is None or not candidates:
        return False
    return any(each.line == before or each.span.end >= before.end for each in candidates[-1])


def _best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the best candidate for each heading; those in doubt only if none of their level is certain."""
    best: dict[Heading, Candidate] = {}
    for candidate in candidates:
        if candidate.heading not in best or candidate.worth > best[candidate.heading].worth:
            best[candidate.heading] = candidate
    certain = {candidate.heading.level for candidate in best.values() if not candidate.doubt}
    return [c for c in best.values() if not c.doubt or c.heading.level not in certain]


def _without_signs(opening: list[Part]) -> list[Part]:
    return opening[1:] if opening and len(opening) > 1 and opening[0].text in NUMBER_SIGNS else opening


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= ALIKE)


def _any_code(text: str, opening: Sequence[Part]) -> int | None:
    """Return the end of the code that the opening begins with, whatever it is; None if it begins with none."""
    end = None
    for at, part in enumerate(opening):
        if not is_atom(part.text) or (at and any(map(str.isspace, text[opening[at - 1].end : part.start]))):
            break
        end = part.end
    return _end(text, end) if end is not None else None
