"""Periods mean what they say."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.graph.model import dates
from alliancegraph.graph.model.dates import NoPeriod, Period, day

SEASONS = Path(dates.__file__).with_name("seasons.yaml")


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


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("autumn 2016", date(2016, 9, 1), date(2016, 12, 21)),
        ("fall 2016", date(2016, 9, 1), date(2016, 12, 21)),
        ("southern autumn 2016", date(2016, 3, 1), date(2016, 6, 21)),
        ("winter 2016/2017", date(2016, 12, 1), date(2017, 3, 21)),
        ("winter 2016", date(2015, 12, 1), date(2017, 3, 21)),
        ("school year 2014/2015", date(2014, 7, 1), date(2015, 8, 31)),
        ("second term 2014/2015", date(2015, 1, 1), date(2015, 8, 31)),
        ("second term 2015", date(2015, 1, 1), date(2016, 8, 31)),
        ("second quarter of 2016", date(2016, 4, 1), date(2016, 6, 30)),
        ("autumn 2015/spring 2016", date(2015, 9, 1), date(2016, 6, 21)),
        ("autumn 2016/..", date(2016, 9, 1), None),
        ("../early 2017", None, date(2017, 6, 30)),
    ],
)
def test_a_time_with_a_name(text: str, earliest: date | None, latest: date | None) -> None:
    assert Period.parse(text) == Period(text, earliest, latest)


def test_each_name_of_a_time_is_a_period_that_ends_after_it_begins() -> None:
    names = [line.partition(":")[0] for line in SEASONS.read_text().splitlines() if not line.startswith("#")]
    assert len(names) > 20
    for name in names:
        for years in ("2016", "2016/2017"):
            period = Period.parse(f"{name} {years}")
            assert str(period.earliest) < str(period.latest), name


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_an_interval_keeps_its_days(one: date, other: date) -> None:
    first, last = sorted([one, other])
    period = Period.parse(f"{first}/{last}")
    assert (period.earliest, period.latest) == (first, last)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *[
            (text, "is no period")
            for text in ("", "13", "May 2014", "2014-5-1", "2014/", "/2014", "2014//2015", "2013/14")
        ],
        *[(text, "is no period") for text in ("٢٠١٤", "２０１４", "2014-٠٢", "2014–2015", "20140201")],
        *[
            (text, "is not in the calendar")
            for text in ("2014-00", "2014-02-00", "2013-13", "2013-02-30", "0000", "2014/2015-00")
        ],
        *[(text, "is no period") for text in ("Autumn 2016", "autumn", "monsoon 2016", "2016 autumn", "autumn 0016")],
        *[(text, "do not follow each other") for text in ("winter 2016/2018", "school year 2014/2014")],
        *[(text, "ends before it begins") for text in ("2014/2013", "2014-05/2014-04", "2014-02-02/2014-02-01")],
        *[(text, "is open at both ends") for text in ("..", "../..")],
    ],
)
def test_anything_else_is_refused(text: str, found: str) -> None:
    with pytest.raises(NoPeriod, match=found):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2013/2014", "1999/2000"])
def test_two_years_in_a_row_may_be_a_school_year(text: str) -> None:
    with pytest.raises(NoPeriod, match="may be two calendar years or one school year") as caught:
        Period.parse(text)
    first, last = text.split("/")
    assert f"Write {first}-01/{last}-12 for the two calendar years" in caught.value.problem.remedy
    assert Period.parse(f"{first}-09/{last}-08").latest == date(int(last), 8, 31)


@pytest.mark.parametrize("text", ["20140201", "2014-W05-1", "٢٠١٤-٠٢-٠١", "2014-2-1", "2014-02-30", "2014-02"])
def test_a_day_is_written_in_one_way(text: str) -> None:
    assert day("2014-02-01") == date(2014, 2, 1)
    with pytest.raises(ValueError, match=r"."):
        day(text)
