"""Streams that are closed, full or of few characters, and what the exit code says of them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from alliancegraph.cli import main
from graph.store import Store
from queries.library import SAMPLE

NORTH = SAMPLE / "northland-2014.txt"
UNHEARD = 128 + 13  # as if by SIGPIPE
ALL = "SELECT * { ?s ?p ?o }"
CLOSED = ["2>&-", ">&-", ">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full"]
GONE = [f"{closed} | exec 3<&0 0<&- 3<&-" for closed in ("", "2>&1", "2>&1 >/dev/null")]  # a reader that is gone


def run(line: str, *arguments: object, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Runs `alliancegraph` with those arguments in a shell, as `line` has it in place of `$run`."""
    script = f'run() {{ "$python" -m alliancegraph "$@"; }}\n{line.replace("$run", "run " + chr(34) + "$@" + chr(34))}'
    environment = {**os.environ, "python": sys.executable, **(env or {})}
    command = ["bash", "-o", "pipefail", "-c", script, "bash", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("streams", [*CLOSED, *GONE])
def test_a_build_that_nobody_hears_is_made(tmp_path: Path, streams: str) -> None:
    done = run(f"$run {streams}", "build", NORTH, "--out", tmp_path / "build")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    assert len(Store.open(tmp_path / "build" / "store")) > 1000
    assert main(["ask", "reports", "--build", str(tmp_path / "build")]) == 0


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("north") / "build"
    assert main(["build", str(NORTH), "--out", str(out)]) == 0
    (out.parent / "all.rq").write_text(ALL)
    return out


@pytest.mark.parametrize("streams", [*CLOSED, *GONE])
@pytest.mark.parametrize("command", ["export", "add", "load"])
def test_other_work_that_nobody_hears_is_done(north: Path, tmp_path: Path, command: str, streams: str) -> None:
    assert main(["export", str(tmp_path / "all.nq"), "--build", str(north)]) == 0
    assert main(["load", str(tmp_path / "all.nq"), "--out", str(tmp_path / "build")]) == 0
    arguments: dict[str, list[object]] = {
        "export": [tmp_path / "again.nq", "--build", north],
        "add": [SAMPLE / "southland-2014.txt", "--out", tmp_path / "build"],
        "load": [tmp_path / "all.nq", "--out", tmp_path / "build"],
    }
    done = run(f"$run {streams}", command, *arguments[command])
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    if command == "export":
        assert sorted((tmp_path / "again.nq").read_bytes()) == sorted((tmp_path / "all.nq").read_bytes())
    assert main(["ask", "reports", "--build", str(tmp_path / "build")]) == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments", [["query", "all.rq"], ["query", "all.rq", "--format", "csv"], ["query", "all.rq", "--format", "xlsx"]]
)
def test_an_answer_that_is_cut_off_is_no_success(north: Path, arguments: list[str], unbuffered: str) -> None:
    line = f"cd {north.parent} && $run | head --bytes 1"
    done = run(line, *arguments, env={"PYTHONUNBUFFERED": unbuffered})
    assert done.returncode in (0, UNHEARD)
    gone = run(f"cd {north.parent} && $run {GONE[0]}", *arguments, env={"PYTHONUNBUFFERED": unbuffered})
    assert (gone.returncode, gone.stderr) == (UNHEARD, "")


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "sections"], ["--help"], ["ask", "sections", "--help"]])
def test_a_closed_output_is_told(north: Path, arguments: list[str]) -> None:
    done = run(f"cd {north.parent} && $run >&-", *arguments)
    assert done.returncode == 2
    assert "is closed; expected a way to write" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["coverage", NORTH], ["ask", "sections"], ["ask"], ["query", "all.rq"]])
def test_a_full_disk_is_told(north: Path, arguments: list[object]) -> None:
    done = run(f"cd {north.parent} && $run > /dev/full", *arguments)
    assert done.returncode == 2
    assert "the disk is full; expected room to write" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_wrong_is_an_error_though_nobody_hears_it(tmp_path: Path) -> None:
    for streams in (*CLOSED, *GONE):
        done = run(f"$run {streams}", "ask", "sections", "--build", tmp_path / "none")
        assert (done.returncode, done.stdout) == (2, "")


def test_progress_never_goes_where_answers_go(tmp_path: Path, north: Path) -> None:
    (tmp_path / "q.rq").write_text("ASK { ?s a ag:Nothing }")  # a note on that word goes to standard error
    done = run("$run 2>&-", "query", tmp_path / "q.rq", "--build", north)
    assert (done.returncode, done.stdout) == (0, "false\n")


def test_files_that_are_opened_get_no_stream_of_a_closed_one(tmp_path: Path) -> None:
    done = run("$run >&- 2>&- <&-", "build", NORTH, "--out", tmp_path / "build")
    assert done.returncode == 0
    assert run("cd $1 && sha256sum --check --quiet SHA256SUMS", tmp_path / "build").returncode == 0


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_terminal_of_few_characters_shows_others_escaped(tmp_path: Path, encoding: str) -> None:
    report = tmp_path / "north.txt"
    report.write_bytes(NORTH.read_bytes())
    for beside in NORTH.parent.glob("northland-2014.*"):
        (tmp_path / beside.name.replace("northland-2014", "north")).write_bytes(beside.read_bytes())
    done = run("$run", "build", report, "--out", tmp_path / "build-\u0219", env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    assert "build-\\u0219/explorer.html" in done.stdout
