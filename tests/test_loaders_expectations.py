"""Expectations: a build that finds fewer or more facts than the about file expects stops, and says so."""

import shutil
from pathlib import Path

import pytest
import yaml

from alliancegraph.cli import main
from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.model.states import NOT_YET
from alliancegraph.loaders.form.about import about_path
from alliancegraph.loaders.report import read_report, shipped_reports
from tests.conftest import ROMANIA, entered

HOTLINE = "quote: The new Hotline, developed thru the SaferInternet Project\n      facts: "
FACTS = (
    "[{hotline: {purpose: Reports}}, hotline partOf sigur-info, {cocd supports hotline: {status: done}}, "
    "{cocd leads hotline: {status: done}}, {Visit a-visit: {label: A visit}}]"
)


def expect(copy: Path, *lines: str) -> tuple[Path, int]:
    """Write what a copy of the report is expected to hold; the about file, and the line of the first."""
    about = about_path(copy)
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "expected:\n" + "".join(f"  {line}\n" for line in lines), encoding="utf-8")
    return about, text.count("\n") + 2


def refusal(copy: Path) -> str:
    with pytest.raises(ClaimsError) as caught:
        read_report(copy)
    return str(caught.value)


@pytest.mark.parametrize("path", shipped_reports(), ids=lambda path: path.stem)
def test_a_shipped_report_that_is_read_expects_as_many_claims_as_it_has_now(path: Path) -> None:
    report = read_report(path)
    if report.reading == NOT_YET:
        pytest.skip("nobody has read it yet")
    expected = yaml.safe_load(about_path(path).read_text(encoding="utf-8"))["expected"]
    least, most = expected["claims"]
    assert 0.8 * len(report.claims) <= least <= len(report.claims) <= most <= 1.3 * len(report.claims)
    assert {"Organization", "Initiative", "LegalResource", "Contribution", "Statistic"} <= set(expected)


def test_a_loss_of_facts_stops_the_build(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(about_path(ROMANIA), copy.parent)
    entered(copy, HOTLINE + FACTS)
    about = about_path(copy)
    text = about.read_text(encoding="utf-8")
    least, most = yaml.safe_load(text)["expected"]["claims"]
    line = text.splitlines().index("expected:") + 2
    assert main(["build", str(copy), "--out", str(tmp_path / "build")]) == 2
    said = capsys.readouterr().err
    assert f"{about}:{line}: claims: 5; expected at least {least} and at most {most}" in said
    assert "If claims were lost, bring them back" in said
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("claims", 5),
        ("Organization", 1),
        ("PublicOrganisation", 1),
        ("Company", 0),
        ("Contribution", 2),
        ("Visit", 1),
        ("Event", 1),
        ("Campaign", 0),
    ],
)
def test_things_count_once_for_their_class_and_the_wider_ones(copy: Path, word: str, count: int) -> None:
    entered(copy, HOTLINE + FACTS)
    about, line = expect(copy, f"{word}: [{count}, {count}]")
    assert len(read_report(copy).claims) == 5
    about.write_text(about.read_text(encoding="utf-8").replace(f"[{count}, {count}]", f"[{count + 1}, 9]"))
    expected = f"at least {count + 1} and at most 9"
    assert refusal(copy).startswith(f"{about}:{line}: {word}: {count}; expected {expected}.")


def test_too_many_are_refused_too(copy: Path) -> None:
    entered(copy, HOTLINE + FACTS)
    about, line = expect(copy, "claims: [0, 9]", "Contribution: [0, 1]")
    assert f"{about}:{line + 1}: Contribution: 2; expected at least 0 and at most 1" in refusal(copy)


def test_an_unknown_class_gets_a_suggestion(copy: Path) -> None:
    about, line = expect(copy, "Organisation: [1, 99]")
    said = refusal(copy)
    assert f"{about}:{line}: unknown class 'Organisation'" in said
    assert "Did you mean " in said
    assert "Organization" in said


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ("[1]", "found 1 number; expected two. Write the least and the most: [60, 90]."),
        ("5", "found 1 number"),
        ("[1, 2, 3]", "found 3 numbers"),
        ("[few, many]", "found 'few'; expected a whole number"),
        ("[1.5, 2]", "found '1.5'"),
        ("{at least: 1}", "found a mapping"),
        ("[9999, 1]", "expected at least 9999 and at most 1"),
    ],
)
def test_wrong_bounds_are_told(copy: Path, bounds: str, message: str) -> None:
    about, line = expect(copy, f"claims: {bounds}")
    said = refusal(copy)
    assert f"{about}:{line}: " in said
    assert message in said


def test_a_claims_file_of_another_name_is_held_to_no_expectation(copy: Path) -> None:
    expect(copy, "claims: [9999, 9999]")
    few = entered(copy, HOTLINE + FACTS).rename(copy.with_name("few.yaml"))
    assert len(read_report(copy, few).claims) == 5
