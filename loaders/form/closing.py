"""What follows a form: a line behind its last heading that reads like the heading of something else."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.form.leads import Lead, Part, as_number, code_end, parts
from alliancegraph.loaders.form.lines import Line, Lines
from alliancegraph.loaders.form.outline import Heading
from alliancegraph.loaders.form.states import reply
from alliancegraph.loaders.form.words import Words, alternatives
from alliancegraph.ontology.terms import StateWord

_WORDS = 10  # of a title, at most
_LETTERS = 4  # of a word in capitals, at least
_BEFORE = r"[\W\d_]*"
_BEHIND = r"(?:\s+(?:[a-z]|[ivx]{1,4}|\d{1,2}))?(?:\W*|\s*[:._–—-].*)"
_PLACE_AND_DATE = re.compile(
    r"[^\W\d_][\w .'’-]{1,30},\s+(?:[^\W\d_]+\s+){0,2}\d{1,2}\W{1,2}(?:[^\W\d_]+\s+){1,3}\d{4}\W?"
)
_TITLE = re.compile(r"(?=[^\W\d_a-zß-öø-ÿ])[^.!?;:]{3,60}$")
_TITLE_WORDS = 8


def closing(lines: Lines, headings: Iterable[Heading], words: Words, found: Sequence[Span]) -> Line | None:
    """Return the first line behind the last heading found that reads like none of the form's answers; None if all do.

    It begins with words such as "Annex" or "Signed", is in capitals unless other answers have such lines too, has the
    number after the form's last, is a place with a date, or a title between two sentences.
    """
    ends = _Ends(lines, headings, words, found)
    line = lines.after(found[-1].end)
    while line is not None and not ends.at(line):
        line = lines.after(line.end)
    return line


class _Ends:
    """Tells where the last answer of a form ends."""

    def __init__(self, lines: Lines, headings: Iterable[Heading], words: Words, found: Sequence[Span]) -> None:
        self._lines, self._words, self._last = lines, words, found[-1]
        self._following = _Following(headings)
        self._has_titles = any(self._is_in_capitals(line, is_first=False) for line in _between(lines, found))
        alone, opening = (alternatives(words[use]) for use in ("closing", "closing with"))
        self._named = re.compile(rf"{_BEFORE}(?:{alone}{_BEHIND}|{opening}.*)")

    def at(self, line: Line) -> bool:
        """Return whether it ends before that line."""
        if self._lines.hangs(line):
            return False
        own = self._lines.of(line)
        is_named = self._named.fullmatch(folded(own).casefold()) or _PLACE_AND_DATE.fullmatch(own)
        return bool(is_named) or self._following.has(self._lines, line) or self._is_title(line)

    def _is_title(self, line: Line) -> bool:
        before = self._lines.before(line)
        is_first = before is None or before.start < self._last.end
        if self._lines.of(line).isupper() and self._has_titles:
            return False
        is_between = before is not None and not is_first and _is_between(self._lines, before, line)
        return is_between or self._is_in_capitals(line, is_first=is_first)

    def _is_in_capitals(self, line: Line, *, is_first: bool) -> bool:
        """Return whether a line is a title in capitals above other text, and no answer such as "NOT APPLICABLE"."""
        own, after = self._lines.of(line), self._lines.of(self._lines.after(line.end))
        long = [word for word in re.findall(r"[^\W\d_]+", own) if len(word) >= _LETTERS]
        if not (own.isupper() and long and after) or after.isupper() or own[-1] in ".,;!?" or "\t" in own:
            return False
        is_long = len(own.split()) > 1 or not is_first
        declines = reply(own, "text", (), self._words).state != StateWord.answered
        return self._lines.is_apart(line) and is_long and len(own.split()) <= _WORDS and not declines


def _between(lines: Lines, found: Sequence[Span]) -> Iterator[Line]:
    """Yield the lines between the headings, the first line of each answer aside."""
    for span, following in pairwise(found):
        line = lines.after(span.end)
        while line is not None and line.start < following.start:
            line = lines.after(line.end)
            if line is not None and line.start < following.start:
                yield line


class _Following:
    """The codes that come after the last one of each kind of heading that is nothing but a code before its words."""

    def __init__(self, headings: Iterable[Heading]) -> None:
        leads = [lead for heading in headings for lead in heading.leads if lead.code and not lead.before]
        self._last = {(len(lead.code), lead.signs): lead for lead in leads}
        self._seen = False

    def has(self, lines: Lines, line: Line) -> bool:
        """Return whether a line begins with such a code, and is no entry of a list that the answer has counted."""
        if self._seen:
            return False
        opening = list(islice(parts(lines.text, line.start, line.end), _WORDS))
        return any(self._follows(lines, line, opening, *each) for each in self._last.items())

    def _follows(self, lines: Lines, line: Line, opening: Sequence[Part], key: tuple[int, str], last: Lead) -> bool:
        length, signs = key
        end = code_end(lines.text, opening, length) if len(opening) > length else None
        if end is None or not lines.text[line.start : end + len(signs)].endswith(signs):
            return False
        code = tuple(part.text for part in opening[:length])
        self._seen = self._seen or _is_counted(code)
        return _next(last.code) == code and lines.of(line)[-1:] not in ".;," and len(lines.of(line).split()) <= _WORDS


def _is_counted(code: Collection[str]) -> bool:
    """Return whether a code is the first of a list."""
    return set(code) <= {"1", "a", "i"}


def _next(code: Sequence[str]) -> tuple[str, ...]:
    *before, last = code
    number = as_number(last) if len(last) > 1 else last
    following = str(int(number) + 1) if number.isdigit() else chr(ord(number[-1]) + 1)
    return (*before, following)


def _is_between(lines: Lines, before: Line, line: Line) -> bool:
    """Return whether a line is a title: short, without a full stop, between two sentences."""
    words, after = lines.of(line), lines.after(line.end)
    closed, opens = lines.of(before)[-1:] in ".!?", lines.of(after)[:1].isupper()
    is_sentence = (after is not None and lines.of(after)[-1:] in ".!?,;") or len(lines.of(after)) > len(words)
    return (
        closed and opens and is_sentence and _TITLE.fullmatch(words) is not None and len(words.split()) <= _TITLE_WORDS
    )
