"""Text outside the form is quoted, counted and asked for like any other, and is no section of a goal."""

import csv
from pathlib import Path

import pytest

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.graph.errors import ClaimsError
from alliancegraph.loaders.claims.sentencecoverage import coverage
from alliancegraph.loaders.report import read_report

NORWAY = Path(__file__).parent / "inputs" / "outside" / "norway-2020.txt"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("outside") / "build"
    assert main(["build", str(NORWAY), "--out", str(out)]) == 0
    return out


def copied(folder: Path, old: str, new: str) -> Path:
    """Return a copy of the report in which one text of its claims file is replaced."""
    for path in (NORWAY, NORWAY.with_suffix(".yaml"), NORWAY.with_suffix(".claims.yaml")):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    claims = folder / "norway-2020.claims.yaml"
    text = claims.read_text(encoding="utf-8").replace("[au]", f"[{NORWAY.parent / 'au'}]")
    assert old in text
    claims.write_text(text.replace(old, new), encoding="utf-8")
    river = NORWAY.parent.parent / "river" / "river.yaml"
    (folder / "norway-2020.yaml").write_text(f"form: {river}\n", encoding="utf-8")
    return folder / NORWAY.name


def test_text_outside_the_form_is_quoted_and_counts_as_far_as_it_is_read() -> None:
    report = read_report(NORWAY)
    first, second = (section for section in report.sections if section.code.startswith("outside"))
    assert {claim.passage.section for claim in report.claims} == {first.iri}
    assert [row.state for row in coverage(report) if row.section.startswith("outside")] == ["claimed", "uncovered"]
    assert (first.goal, second.goal) == (None, None)


def test_what_is_quoted_there_is_asked_for_by_its_goal(build: Path) -> None:
    rows = [dict(row) for row in ag.open(build).ask("contributors", goal="2")]
    assert [(str(row["actorName"]), str(row["quote"])) for row in rows] == [
        ("Ministry of fish", "The ministry of fish leads all work on this goal")
    ]


def test_sections_of_the_form_are_counted_without_it_and_the_table_lists_it(build: Path) -> None:
    (report,) = (dict(row) for row in ag.open(build).ask("reports"))
    assert (str(report["sections"]), str(report["reportState"])) == ("4", "read in part")
    with (build / "sections.csv").open(encoding="utf-8", newline="") as file:
        states = {row["section"]: row["state"] for row in csv.DictReader(file)}
    assert {code for code, state in states.items() if state == "outside"} == {"outside-1", "outside-2"}


def test_a_claim_there_names_its_goal(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"claims\.yaml:\d+: no goal in outside-1; .*`goal: 1\.1`"):
        read_report(copied(tmp_path, ', goal: "2"}', "}"))


def test_each_text_is_quoted_by_its_own_code_too(tmp_path: Path) -> None:
    assert len(read_report(copied(tmp_path, "outside:", "outside-1:")).claims) == 2
    with pytest.raises(ClaimsError, match="It occurs in outside-1"):
        read_report(copied(tmp_path, "outside:", "outside-2:"))
