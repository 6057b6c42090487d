"""Periods mean what they say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import Period


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-06-27", date(2013, 6, 27), date(2013, 6, 27)),
        ("2012-09-26/2012-09-28", date(2012, 9, 26), date(2012, 9, 28)),
        ("2008/2014", date(2008, 1, 1), date(2014, 12, 31)),
        ("2013/..", date(2013, 1, 1), None),
        ("../2014-05-31", None, date(2014, 5, 31)),
    ],
)
def test_period(text: str, earliest: date | None, latest: date | None) -> None:
    assert Period.parse(text) == Period(text, earliest, latest)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_an_interval_keeps_its_days(one: date, other: date) -> None:
    first, last = sorted([one, other])
    period = Period.parse(f"{first}/{last}")
    assert (period.earliest, period.latest) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "..", "../..", "13", "2013-13", "2013-02-30", "May 2014", "2014/2013", "2014-5-1"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (strptime-like: the text itself, or what date() says)
        Period.parse(text)
