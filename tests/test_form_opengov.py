"""A self-assessment in tables, numbered again in each theme, is described by data alone."""

from collections import Counter
from pathlib import Path

import pytest

from alliancegraph.graph.model.reports import Choice, Report
from alliancegraph.loaders.documents.document import read_document
from alliancegraph.loaders.form.filledform import read_filled_form
from alliancegraph.loaders.form.sections import read_form
from alliancegraph.loaders.form.template import read_template
from tests.test_form_river import check_parts

FOLDER = Path(__file__).parent / "inputs" / "opengov"


@pytest.fixture(scope="module")
def report() -> Report:
    return read_filled_form(FOLDER / "us-2016.txt", str(FOLDER / "us-2016-form.yaml")).report


def test_each_commitment_is_a_goal_with_all_its_fields(report: Report) -> None:
    sections = [section for section in report.sections if section.goal]
    fields = Counter(section.goal for section in sections)
    assert (len(fields), set(fields.values())) == (45, {10})
    assert {section.state.value.rpartition("/")[2] for section in sections} == {"answered"}
    assert (report.member.alpha3, report.year) == ("USA", 2016)


def test_the_status_of_each_commitment_is_its_tick_with_the_column(report: Report) -> None:
    ticks = {section.code: section.choices for section in report.sections if section.label == "Completion"}
    assert {tuple(choice.label for choice in choices) for choices in ticks.values()} == {
        ("Not started", "Limited", "Substantial", "Completed")
    }
    assert all(any(choice.is_ticked for choice in choices) for choices in ticks.values())
    assert [choice.label for choice in ticks["1.1/Completion"] if choice.is_ticked] == ["Substantial"]
    assert [choice for choice in ticks["2.1/Completion"] if choice.is_ticked] == [
        Choice("Limited", True, "c"),
        Choice("Substantial", True, "a"),
        Choice("Completed", True, "b"),
    ]


def test_what_is_outside_the_tables_is_told(report: Report) -> None:
    codes = Counter(notice.code for notice in report.notices)
    assert {code: codes[code] for code in codes if code.startswith(("heading", "outside"))} == {
        "outside": 2,
        "heading-unknown": 1,
        "heading-reordered": 1,
    }
    foreword, chapter = (section for section in report.sections if section.goal is None)
    text = report.source.text
    assert text[chapter.heading.start : chapter.heading.end] == "Lessons Learned, Next Steps, and Conclusion"
    assert foreword.code == "outside-1"


@pytest.mark.parametrize("year", [2016, 2024])
def test_every_character_is_in_one_part(year: int) -> None:
    template = read_template(FOLDER / f"us-{year}-form.yaml")
    check_parts(read_form(read_document(FOLDER / f"us-{year}.txt"), template))


def test_no_page_top_is_in_an_answer(report: Report) -> None:
    answers = [report.source.text[section.body.start : section.body.end] for section in report.sections]
    assert not any("DRAFT" in answer for answer in answers)


def test_chapters_without_questions_are_a_section_each() -> None:
    report = read_filled_form(FOLDER / "us-2024.txt").report
    text = report.source.text
    found = {s.code: " ".join(text[s.body.start : s.body.end].split()[:3]) for s in report.sections}
    assert found == {
        "1": "The Biden-Harris Administration",
        "2": "In response to",
        "3": "Detailed information on",
        "4": "The development and",
        "5": "Successful implementation during",
        "outside-1": "President Biden has",
    }
    assert [notice.code for notice in report.notices if notice.code.startswith("heading")] == []
