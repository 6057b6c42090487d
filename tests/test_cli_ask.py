"""`alliancegraph ask` and `query`: help, files, formats, pages; what cannot be is refused with exit code 2."""

import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from alliancegraph.cli import main
from alliancegraph.queries import handbook
from alliancegraph.queries.answers.formats import WRITTEN
from alliancegraph.queries.library import find_question

Run = Callable[..., str]
COMMAND = [sys.executable, "-m", "alliancegraph"]


@pytest.fixture
def ask(build: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Asks, and gives what is printed."""

    def run(*arguments: object) -> str:
        assert main(["ask", *map(str, arguments), "--build", str(build)]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def refused(build: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that must be refused, and gives what it says."""

    def run(*arguments: object) -> str:
        assert main([*map(str, arguments), "--build", str(build)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        return told.err

    return run


def test_help_of_a_question_tells_all_without_a_graph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(["ask", "contributors", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "Who is reported as doing what for this goal" in said
    assert (
        "--goal GOAL the goal's number, or a policy target's for all of its goals (such as 4.1; default: all)" in said
    )
    assert "example: alliancegraph ask contributors --goal 4.1" in said
    assert all(name in said for name in WRITTEN)


def test_help_shows_the_answer_to_the_example() -> None:
    rows = ({"actorName": "Interpol", "year": "2014"}, {"actorName": "FOCUS", "year": ""})
    question = find_question("contributors")._replace(answer=rows, rows=7, graph="sample")
    said = handbook.example(question)
    assert f"example:\n  {question.example}\n" in said
    assert "its answer, of an invented alliance, 2 of 7 rows:" in said
    assert "Actor     Year\nInterpol  2014\nFOCUS\n" in said
    assert "invented" not in handbook.example(find_question("contributors"))


def test_an_answer_goes_to_a_file_in_the_format_of_its_ending(ask: Run, tmp_path: Path) -> None:
    assert ask("laws", "--out", tmp_path / "laws.xlsx") == ""
    sheet = openpyxl.load_workbook(tmp_path / "laws.xlsx")["Answer"]
    assert sheet["A1"].value == "Law"
    assert ask("laws", "--out", tmp_path / "laws.csv") == ""
    assert (
        (tmp_path / "laws.csv")
        .read_bytes()
        .startswith(b"lawName,kindName,provisionName,yearOfAct,inForceFrom,inForceBasis,inForceUntil")
    )
    assert ask("laws", "--out", tmp_path / "laws.txt", "--format", "json") == ""
    assert (tmp_path / "laws.txt").read_text().startswith('{"head"')


def test_a_workbook_goes_down_a_pipe(build: Path) -> None:
    command = [*COMMAND, "ask", "laws", "--format", "xlsx", "--build", str(build)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert openpyxl.load_workbook(io.BytesIO(done.stdout)).sheetnames == ["Answer", "About"]


def test_a_workbook_on_a_terminal_is_refused(build: Path) -> None:
    inner, outer = pty.openpty()
    command = [*COMMAND, "ask", "laws", "--format", "xlsx", "--build", str(build)]
    done = subprocess.run(command, stdout=outer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(outer)
    os.close(inner)
    assert done.returncode == 2
    assert "xlsx on a terminal; expected a file. Add `--out answer.xlsx`" in done.stderr


def test_a_form_of_answer_that_the_format_does_not_hold(refused: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("CONSTRUCT WHERE { ?s a ag:Section }")
    assert "the answer is triples, which csv does not hold" in refused("query", tmp_path / "q.rq", "--format", "csv")
    assert "the answer is rows, which ttl does not hold" in refused("ask", "laws", "--format", "ttl")
    (tmp_path / "a.rq").write_text("ASK {}")
    assert "true or false" in refused("query", tmp_path / "a.rq", "--network", tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()


def test_a_file_that_cannot_be_written(refused: Run, tmp_path: Path) -> None:
    assert "nowhere/laws.csv" in refused("ask", "laws", "--out", tmp_path / "nowhere" / "laws.csv")


def test_a_network_page_is_written_and_named(ask: Run, tmp_path: Path) -> None:
    assert ask("contributors", "--network", tmp_path / "c.html") == f"{tmp_path / 'c.html'}: open it in a browser\n"
    assert (tmp_path / "c.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_answer_loads_only_what_it_needs(build: Path) -> None:
    heavy = (
        "pandas",
        "numpy",
        "rdflib",
        "rich",
        "xlsxwriter",
        "jinja2",
        "igraph",
        "networkx",
        "alliancegraph.viz",
        "dataclasses",
    )
    script = (
        f"import sys; from alliancegraph.cli import main; main(sys.argv[1:]); print(set({heavy}) & set(sys.modules))"
    )
    command = [sys.executable, "-c", script, "ask", "contributors", "--goal", "4.1", "--build", str(build)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--out", "x.parquet"],
            "x.parquet: the ending '.parquet'; expected one of .json, .csv, .md, .xlsx, .ttl, .txt",
        ),
        (["--out", "x.tsv"], "the ending '.tsv'; expected one of"),
        (["--out", "x.html"], "For a network page, take --network."),
        (["--out", "x.json", "--format", "csv"], "the ending '.json'; expected the ending of csv"),
        (["--out", "x.CSV."], "the ending '..'; expected one of"),
        (["--network", "x.csv"], "x.csv: the ending '.csv'; expected .html or .htm"),
        (["--network", "x"], "the ending ''; expected .html"),
    ],
)
def test_an_ending_is_a_promise(
    refused: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q.rq").write_text("SELECT * { ?s a ag:Section }")
    assert said in refused("ask", "laws", *options)
    assert said in refused("query", "q.rq", *options)
    assert [path.name for path in tmp_path.iterdir()] == ["q.rq"]


def test_endings_in_capitals(ask: Run, tmp_path: Path) -> None:
    ask("laws", "--out", tmp_path / "LAWS.CSV")
    assert (tmp_path / "LAWS.CSV").read_bytes().startswith(b"lawName,")
    ask("contributors", "--goal", "4.1", "--network", tmp_path / "PAGE.HTM")
    assert (tmp_path / "PAGE.HTM").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask", "contributors", "--goal", "4.1", "--goal", "3.1"], "argument --goal: is given twice"),
        (["ask", "contributors", "--member", "A", "--country", "B"], "argument --member/--country: is given twice"),
        (["ask", "contributors", "--gaol", "4.1"], "unrecognized arguments: --gaol 4.1. Did you mean --goal?"),
        (["ask", "contributors", "--fromat", "csv"], "Did you mean --format?"),
        (["ask", "contributors", "--form", "csv"], "unrecognized arguments: --form csv. Did you mean --format?"),
        (["sevre"], "invalid choice: 'sevre' (choose from"),
        (["sevre"], "Did you mean serve?"),
        (["serve", "--port", "٨٠٨٠"], "argument --port: '٨٠٨٠'; expected a whole number of at least 0"),
        (["serve", "--port", "-1"], "argument --port: '-1'; expected"),
        (["serve", "--rows", "0"], "argument --rows: '0'; expected a whole number of at least 1"),
        (["serve", "--seconds", "1_0"], "argument --seconds: '1_0'; expected"),
        (["ask", "laws", "--seconds", "٦٠"], "argument --seconds: '٦٠'; expected a whole number of at least 1"),
        (["ask", "laws", "--format", "xls"], "Did you mean xlsx?"),
        (["build", "--cliams", "x"], "Did you mean --claims?"),
        (["build", "--out", "a", "--out", "b"], "argument --out: is given twice"),
        (["query", "a.rq", "b.rq"], "unrecognized arguments: b.rq."),
        (["ask", "laws", "--out", "x.csv/"], "'x.csv/' is a folder; expected a file"),
        (["export", "x.nq/"], "'x.nq/' is a folder; expected a file"),
        (["ask", "laws", "--on", "notaurl"], "'notaurl'; expected an address such as"),
        (["ask", "laws", "--on", "http://127.0.0.1:1/", "--seconds", "-5"], "expected a whole number of at least 1"),
        (["ask", "laws", "--on", "http://127.0.0.1:1/", "--seconds", "٣"], "expected a whole number of at least 1"),
    ],
)
def test_options_are_read_strictly(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_an_option_that_is_not_near_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["ask", "laws", "--goal", "4.2"])
    said = capsys.readouterr().err
    assert "unrecognized arguments: --goal 4.2." in said
    assert "Did you mean" not in said


def test_a_question_comes_before_its_parameters(refused: Run) -> None:
    said = refused("ask", "--goal", "4.1")
    assert "no question '4.1'; expected the question's name first: alliancegraph ask QUESTION --goal …" in said
    assert "Some that take --goal: " in said
    assert "Did you mean contributors?" in refused("ask", "contributers", "--goal", "4.1")


def test_blank_sections_of_a_goal(ask: Run) -> None:
    rows = ask("blank-sections", "--goal", "4.2", "--format", "csv").splitlines()
    assert [row.split(",")[2] for row in rows[1:]] == ["4.2/A", "4.2/B"]


@pytest.mark.parametrize("options", [[], ["--format", "csv"], ["--format", "json"], ["--format", "md"]])
def test_escapes_in_data_are_shown_on_a_terminal_not_sent(build: Path, tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "q.rq").write_text('SELECT ("\\u001B]0;title\\u0007\\u009B2Jred" AS ?text) {}')
    inner, outer = pty.openpty()
    command = [*COMMAND, "query", str(tmp_path / "q.rq"), "--build", str(build), *options]
    done = subprocess.run(command, stdout=outer, stderr=subprocess.PIPE, check=True)
    os.close(outer)
    sent = os.read(inner, 10_000).decode()
    os.close(inner)
    assert "title" in sent
    assert not set(sent) & {"\x1b", "\x07", "\x9b"}
    assert done.stderr == b""


def test_escapes_in_what_a_message_repeats_are_shown(refused: Run) -> None:
    said = refused("ask", "\x1b[2Jnobody")
    assert "␛[2Jnobody" in said
    assert "\x1b" not in said
