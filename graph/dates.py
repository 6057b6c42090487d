"""Periods as people write them, as ISO 8601 intervals and the first and last day that they can mean."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
OPEN = ".."


@dataclass(frozen=True)
class Period:
    """An interval: its text (`2013`, `2014-02`, `2012-09-26/2012-09-28`, `2013/..`) and its outer days, if bounded."""

    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The period that the text writes; raises ValueError for anything else, or an end before its start.

        >>> Period.parse("2014-02").latest
        datetime.date(2014, 2, 28)
        """
        first, _, last = text.partition("/")
        period = cls(text, _bound(first, 0), _bound(last or first, -1))
        if not (period.earliest or period.latest):
            raise ValueError(text)
        if period.earliest and period.latest and period.earliest > period.latest:
            raise ValueError(text)
        return period


def _bound(point: str, which: int) -> date | None:
    if point == OPEN:
        return None
    match = _POINT.fullmatch(point)
    if not match:
        raise ValueError(point)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month = month or (1, 12)[which]
    return date(year, month, day or (1, calendar.monthrange(year, month)[1])[which])
