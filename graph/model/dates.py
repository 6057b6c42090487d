"""Days and periods as people write them, with the first and last day that they can mean.

A period is an ISO 8601 date or interval, or a time that has a name, such as a season: seasons.yaml lists them.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from alliancegraph.graph.errors import Problem
from alliancegraph.graph.files.textfile import read_text
from alliancegraph.graph.files.yamltext import loaded

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_BARE_YEARS = re.compile(r"([0-9]{4})/([0-9]{4})")
_NAMED = re.compile(r"(?P<name>[a-z]+(?: [a-z]+)*) (?P<year>[12][0-9]{3})(?:/(?P<next>[12][0-9]{3}))?")
_SEASONS = Path(__file__).with_name("seasons.yaml")
OPEN = ".."
PERIOD = (
    "2013, 2014-02, 2013-06-27, 2012-09-26/2012-09-28, 2013/.., ../2014-05-31, autumn 2016 or school year 2014/2015"
)


class NoPeriod(ValueError):
    """A text is no period; the problem describes the mistake, without a place."""

    def __init__(self, found: str, remedy: str, expected: str = PERIOD) -> None:
        super().__init__(found)
        self.problem = Problem(found, expected, remedy)


@dataclass(frozen=True)
class Period:
    """A time: its text (`2013`, `2012-09-26/2012-09-28`, `2013/..`, `autumn 2016`) and its outer days, if bounded."""

    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the period that the text writes; raise NoPeriod for anything else.

        Two consecutive years may be a school year, and are refused: they need their months.

        >>> Period.parse("2014-02").latest
        datetime.date(2014, 2, 28)
        """
        _refuse_school_year(text)
        first, last = (text, text) if _NAMED.fullmatch(text) or "/" not in text else text.split("/", 1)
        period = cls(text, _bound(first, 0), _bound(last, -1))
        if not (period.earliest or period.latest):
            raise NoPeriod(f"'{text}' is open at both ends", "Leave the key out where the text names no time.")
        if period.earliest and period.latest and period.earliest > period.latest:
            raise NoPeriod(f"'{text}' ends before it begins", "Put the earlier date first.")
        return period


def day(text: str) -> date:
    """Return the day written as in 2014-02-01; raise ValueError for anything else."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _refuse_school_year(text: str) -> None:
    years = _BARE_YEARS.fullmatch(text)
    if years and int(years[2]) == int(years[1]) + 1:
        first, last = years.groups()
        remedy = (
            f"Write {first}-01/{last}-12 for the two calendar years, `school year {first}/{last}`, or the months of a "
            f"school or budget year, {first}-09/{last}-08; its words go into `dateAsWritten`."
        )
        raise NoPeriod(f"'{text}' may be two calendar years or one school year", remedy, "months with the years")


def _bound(point: str, which: int) -> date | None:
    """Return the first (0) or last (-1) day of a point in time; None for an open end."""
    if point == OPEN:
        return None
    if named := _NAMED.fullmatch(point):
        return _named_day(named, which)
    match = _POINT.fullmatch(point)
    if not match:
        raise NoPeriod(f"'{point}' is no period", "Write the year in four digits, the month and the day in two.")
    year, month, in_month = match.groups()
    try:
        return _outer_day(int(year), month, in_month, which)
    except ValueError:
        raise NoPeriod(f"'{point}' is not in the calendar", "Look it up in the text.") from None


def _outer_day(year: int, month: str | None, in_month: str | None, which: int) -> date:
    number = int(month) if month else (1, 12)[which]
    last = calendar.monthrange(year, number)[1]
    return date(year, number, int(in_month) if in_month else (1, last)[which])


def _named_day(point: re.Match[str], which: int) -> date:
    """Return the first (0) or last (-1) day that a time with a name can mean."""
    if point["name"] not in _seasons():
        remedy = f"Known names are {', '.join(_seasons())}; any other time is written by its dates."
        raise NoPeriod(f"'{point[0]}' is no period", remedy)
    days, year = _seasons()[point["name"]], int(point["year"])
    if point["next"] and int(point["next"]) != year + 1:
        raise NoPeriod(f"'{point[0]}' has two years that do not follow each other", "Write the dates.")
    is_over_the_turn = any(day.startswith("+") for day in days) and not point["next"]
    return _in_year(days[which], year - is_over_the_turn if which == 0 else year)


def _in_year(day: str, year: int) -> date:
    """Return a month and day in that year or, behind a plus, in the one after."""
    return date.fromisoformat(f"{year + day.startswith('+'):04}-{day.removeprefix('+')}")


@cache
def _seasons() -> Mapping[str, tuple[str, str]]:
    listed = loaded(read_text(_SEASONS, "the names of times"), _SEASONS)
    return {name: (first, last) for name, (first, last) in listed.items()}
