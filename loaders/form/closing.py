"""What follows a form: a line behind its last heading that reads like the heading of something else."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

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


def closing(lines: Lines, headings: Iterable[Heading], words: Words, last: Span) -> Iterator[Line]:
    """Yield the first line behind the last heading that reads like none of the form's answers; none if all do.

    It begins with words such as "Annex" or "Signed", is in capitals, has the number after the form's last, is a place
    with a date, or a title between two sentences.
    """
    named = re.compile(
        rf"{_BEFORE}(?:{alternatives(words['closing'])}{_BEHIND}|{alternatives(words['closing with'])}.*)"
    )
    following = _Following(headings)
    line = lines.after(last.end)
    while line is not None:
        is_first = (before := lines.before(line)) is None or before.start < last.end
        if not lines.hangs(line) and (
            named.fullmatch(folded(lines.of(line)).casefold())
            or _PLACE_AND_DATE.fullmatch(lines.of(line))
            or following.has(lines, line)
            or _is_in_capitals(lines, line, words, is_first)
            or (before is not None and not is_first and _is_title(lines, before, line))
        ):
            yield line
            return
        line = lines.after(line.end)


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


def _is_in_capitals(lines: Lines, line: Line, words: Words, is_first: bool) -> bool:
    """Return whether a line is a title in capitals above other text, and no answer such as "NOT APPLICABLE"."""
    own, after = lines.of(line), lines.of(lines.after(line.end))
    long = [word for word in re.findall(r"[^\W\d_]+", own) if len(word) >= _LETTERS]
    if not (own.isupper() and long and after) or after.isupper() or own[-1] in ".,;!?" or "\t" in own:
        return False
    is_long = len(own.split()) > 1 or not is_first
    declines = reply(own, "text", (), words).state != StateWord.answered
    return lines.is_apart(line) and is_long and len(own.split()) <= _WORDS and not declines


def _is_title(lines: Lines, before: Line, line: Line) -> bool:
    """Return whether a line is a title: short, without a full stop, between two sentences."""
    words, after = lines.of(line), lines.after(line.end)
    closed, opens = lines.of(before)[-1:] in ".!?", lines.of(after)[:1].isupper()
    is_sentence = (after is not None and lines.of(after)[-1:] in ".!?,;") or len(lines.of(after)) > len(words)
    return (
        closed and opens and is_sentence and _TITLE.fullmatch(words) is not None and len(words.split()) <= _TITLE_WORDS
    )
