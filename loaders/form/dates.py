"""The dates in an answer, as in ISO 8601: 3 May 2014, May 2014, 03.05.2014, 2012-2014, May 2013 to June 2014."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from alliancegraph.graph.model.dates import NoPeriod, Period
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.form.words import Words
from alliancegraph.loaders.numbers.words import number_words

_ABBREVIATED = 4  # letters that tell months apart whose first three are alike: juin, juillet
_LETTERS = 3  # of the name of a month, at least
_OF = r"\s*(?:(?:de|del|of|d['’])\s*)?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|ère|[.ºª°])?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_EITHER = " or "


class _Point(NamedTuple):
    """A date in an answer, and where it is."""

    start: int
    end: int
    text: str


def dates(answer: str, words: Words) -> Iterator[str]:
    """Yield the dates and periods of an answer in order; what can be read in two ways (3/5/2014) in both."""
    plain = folded(answer).casefold()
    points, at = _points(plain, words), 0
    while at < len(points):
        period = _period(plain, points[at : at + 2], words)
        yield period or points[at].text
        at += 2 if period else 1


def _period(plain: str, points: list[_Point], words: Words) -> str:
    """Return the period between two dates with "to" or a dash between them; empty if they are none."""
    text = "/".join(point.text for point in points)
    joins = len(points) > 1 and number_words(words.language).joins(plain[points[0].end : points[1].start])
    return text if joins and (_is_period(text) or _EITHER in text) else ""


def _points(plain: str, words: Words) -> list[_Point]:
    found: list[_Point] = []
    for pattern in _patterns(words):
        for match in pattern.finditer(plain):
            point = _Point(*match.span(), _iso(match, words))
            if all(point.end <= other.start or other.end <= point.start for other in found):
                found.append(point)
    return sorted(point for point in found if point.text)


@lru_cache(maxsize=16)
def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a date: ISO, in figures, with the name of its month, a year alone; the surest first."""
    names = sorted({name[:_LETTERS] for names in words.months for name in map(folded, names)})
    month = rf"(?<![^\W\d_])(?P<name>(?:{'|'.join(names) or '(?!)'})[^\W\d_]*)\.?"
    return tuple(
        map(
            re.compile,
            (
                r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-])",
                rf"(?<![\d.])(?P<day>\d{{1,2}})\s?(?P<sign>[./-])\s?(?P<month>\d{{1,2}})\s?(?P=sign)\s?{_YEAR}",
                rf"{_DAY}{_OF}{month}{_OF},?\s*{_YEAR}",
                rf"{month}\s+{_DAY},?\s+{_YEAR}",
                rf"{month}{_OF}{_YEAR}",
                rf"(?<![\d.,/]){_YEAR}(?!/\d)",
            ),
        )
    )


def _iso(match: re.Match[str], words: Words) -> str:
    """Return a date as in ISO 8601; two where day and month may change places, empty for one of no calendar."""
    own = match.groupdict()
    month = int(own["month"]) if own.get("month") else _month(own.get("name") or "", words)
    day = int(own["day"]) if own.get("day") else 0
    orders = [(month, day), (day, month)] if own.get("sign") == "/" else [(month, day)]
    parts = ([f"{part:02}" for part in order if part] for order in orders)
    found = dict.fromkeys("-".join([own["year"], *part]) for part in parts)
    return _EITHER.join(filter(_is_period, found))


def _month(name: str, words: Words) -> int:
    """Return the number of the month whose name begins like that; 0 for none."""
    if not name:
        return 0
    known = [(at, folded(own).casefold()) for names in words.months for at, own in enumerate(names, 1)]
    like = (at for at, own in known if own.startswith(name) or name.startswith(own[:_ABBREVIATED]))
    return next(like, 0) or next((at for at, own in known if own[:_LETTERS] == name[:_LETTERS]), 0)


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except NoPeriod:
        return False
    return True
