"""What is unsure is one list: told at the end of a build, in the graph, as a table, and counted by a question."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.graph.model.notices import Notice
from alliancegraph.loaders.report import read_report
from tests.conftest import ROMANIA

RIVER = Path(__file__).parent / "inputs" / "river"
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@pytest.fixture(scope="module")
def estonia(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report in which two sections have no heading, and a sentence is in no section."""
    text = re.sub(r"(?m)^C\).*\n(?:.*follow-up.*\n)?", "", ROMANIA.read_text(encoding="utf-8"), count=2)
    path = tmp_path_factory.mktemp("warned") / "estonia-2014.txt"
    path.write_text(text.replace("Romania", "Estonia"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def built(estonia: Path) -> Path:
    out = estonia.with_name("build")
    assert main(["build", str(estonia), "--out", str(out)]) == 0
    return out


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@given(LINES, LINES, st.none() | st.integers(1, 9999), st.none() | st.integers(1, 9999))
def test_a_notice_is_read_as_it_was_written(what: str, remedy: str, line: int | None, page: int | None) -> None:
    notice = Notice("heading-missing", what, remedy, Path("estonia-2014.pdf"), line, page)
    assert Notice.read(notice.written) == notice


def test_the_table_lists_what_the_reading_noticed(estonia: Path, built: Path) -> None:
    notices = read_report(estonia).notices
    assert [notice.code for notice in notices].count("heading-missing") == 2
    rows = table(built / "warnings.csv")
    assert list(rows[0]) == ["code", "file", "page", "line", "what", "remedy", "report"]
    found = sorted(
        (row["code"], row["file"], row["page"], int(row["line"]), row["what"], row["remedy"]) for row in rows
    )
    assert found == sorted((n.code, estonia.name, str(n.page or ""), n.line, n.what, n.remedy) for n in notices)
    sheet = load_workbook(built / "alliance.xlsx")["warnings"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [row["code"] for row in rows]


def test_reports_are_answered_with_their_warnings(estonia: Path, built: Path) -> None:
    rows = ag.open(built).ask("reports")
    assert [row["warnings"] for row in rows] == [len(read_report(estonia).notices)]


def test_a_build_tells_one_line_a_cause(estonia: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "build"
    assert main(["build", str(estonia), "--out", str(out)]) == 0
    told = capsys.readouterr().err.splitlines()
    warned = [line for line in told if line.startswith("warning: ")]
    assert told[-len(warned) :] == warned
    assert [line for line in warned if "is missing" in line] == [
        line for line in warned if line.endswith("(heading-missing: 1 more, listed in warnings.csv)")
    ]
    assert len([line for line in warned if "is missing" in line]) == 1


def test_a_language_in_which_no_declines_are_known_is_warned_of(tmp_path: Path) -> None:
    form = tmp_path / "river.yaml"
    (tmp_path / "river.ttl").symlink_to(RIVER / "river.ttl")
    text = (RIVER / "river.yaml").read_text(encoding="utf-8")
    form.write_text(text.partition("states:")[0].replace("language: en", "language: is"), encoding="utf-8")
    assert [n.code for n in read_report(RIVER / "r1.txt", form_name=str(form)).notices] == ["declines-unknown"]
    assert not read_report(RIVER / "r1.txt", form_name=str(RIVER / "river.yaml")).notices
