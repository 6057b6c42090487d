"""Answers to questions of a kind give numbers, dates, a choice or rows; one that gives none is warned of."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.cli import main
from alliancegraph.loaders.form.looking import look
from alliancegraph.loaders.form.values import values
from alliancegraph.loaders.form.words import words

RIVER = Path(__file__).parent / "inputs" / "river"
READ = [
    ("en", "date", "3 May 2014", ["2014-05-03"]),
    ("en", "date", "May 3rd, 2014", ["2014-05-03"]),
    ("en", "date", "on 2014-05-03", ["2014-05-03"]),
    ("de", "date", "03.05.2014", ["2014-05-03"]),
    ("de", "date", "3. März 2014", ["2014-03-03"]),
    ("fr", "date", "le 1er juillet 2018", ["2018-07-01"]),
    ("es", "date", "3 de mayo de 2014", ["2014-05-03"]),
    ("ro", "date", "1 iunie 2014", ["2014-06-01"]),
    ("en", "date", "03/05/2014", ["2014-05-03 or 2014-03-05"]),
    ("en", "date", "13/05/2014", ["2014-05-13"]),
    ("en", "date", "2012-2014", ["2012/2014"]),
    ("en", "date", "from May 2013 to June 2014", ["2013-05/2014-06"]),
    ("en", "date", "Adopted on 3 May 2014, amended in 2016.", ["2014-05-03", "2016"]),
    ("en", "date", "Law 2010/13 of 3 May 2014", ["2014-05-03"]),
    ("en", "date", "31 February 2014", []),
    ("en", "date", "Not decided yet", []),
    ("en", "number", "About 1 240 stations", ["1240"]),
    ("en", "number", "12 in 2013 and 15 in 2014", ["12", "15"]),
    ("fr", "number", "12,5 %", ["12.5"]),
    ("en", "number", "2013", ["2013"]),
    ("en", "number", "a good many", []),
    ("en", "choice", "Yes, since 2013 in all regions", ["Yes"]),
    ("en", "choice", "We think about several ways to do it", []),
    ("en", "row", "Mill\t12\nWeir\t3", ["Mill | 12", "Weir | 3"]),
    ("en", "row", "no table at all", []),
    ("en", "text", "12", []),
]


@pytest.mark.parametrize(("language", "kind", "answer", "found"), READ)
def test_an_answer_gives_what_its_question_asks_for(language: str, kind: str, answer: str, found: list[str]) -> None:
    assert list(values(answer, kind, (), words((language,)))) == found


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y"]))
def test_any_day_is_read_however_it_is_written(day: date, form: str) -> None:
    expected = [day.isoformat()] if 1900 <= day.year < 2100 else []
    assert list(values(f"It began on {day.strftime(form)}.", "date", (), words(("en",)))) == expected


def test_values_are_shown_and_what_is_none_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "form.yaml"
    (tmp_path / "river.ttl").symlink_to(RIVER / "river.ttl")
    text = (RIVER / "river.yaml").read_text(encoding="utf-8")
    text = text.replace("A: What was done", "A: {words: What was done, kind: number}")
    form.write_text(text.replace("B: What comes next", "B: {words: What comes next, kind: date}"), encoding="utf-8")
    report = tmp_path / "norway-2020.txt"
    printed = "River form 2020\nNorway\nGoal 1: Cleaner water\nA) What was done\n{}\nB) What comes next\n{}\n"
    lines = [printed.format("12 weirs", "Soon")]
    lines += ["Goal 2: More fish\nA) What was done\nSome.\nB) What comes next\nMay 2021\n"]
    report.write_text("".join(lines), encoding="utf-8")
    read = look(report, str(form))
    assert [section.values for section in read.sections] == [("12",), (), (), ("2021-05",)]
    assert [(warning.code, warning.line, warning.what) for warning in read.warnings] == [
        ("answer-other-kind", 7, "section 1/B: expected a date, found 'Soon'"),
        ("answer-other-kind", 10, "section 2/A: expected a number, found 'Some.'"),
    ]
    assert main(["look", str(report), "--form", str(form)]) == 0
    assert "answered, '2021-05' (line 12, 8 characters)" in capsys.readouterr().out
