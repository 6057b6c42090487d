"""Streams that are closed, full or of few characters, and what the exit code says of them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.library import SAMPLE

NORTH = SAMPLE / "northland-2014.txt"
UNHEARD = 128 + 13  # as if by SIGPIPE
UNHEARING = ["2>&-", ">&-", "<&- >&- 2>&-", "2>/dev/full", ">&$gone", "2>&$gone", ">&$gone 2>&$gone"]


def run(streams: str, *arguments: object, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run `alliancegraph` in a shell with its streams redirected; `$gone` is a pipe whose reader is no more."""
    reader, writer = os.pipe()
    os.close(reader)
    script = f'exec "$@" {streams.replace("$gone", str(writer))}'
    command = ["bash", "-c", script, "bash", sys.executable, "-m", "alliancegraph", *map(str, arguments)]
    environment = {**os.environ, **(env or {})}
    try:
        return subprocess.run(
            command, env=environment, pass_fds=[writer], capture_output=True, text=True, encoding="latin-1", check=False
        )
    finally:
        os.close(writer)


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of one report, beside it the same as N-Quads and a query for all of it."""
    out = tmp_path_factory.mktemp("north") / "build"
    assert main(["build", str(NORTH), "--out", str(out)]) == 0
    assert main(["export", str(out.with_name("all.nq")), "--build", str(out)]) == 0
    out.with_name("all.rq").write_text("SELECT * { ?s ?p ?o }")
    return out


@pytest.mark.parametrize("streams", UNHEARING)
def test_a_build_that_nobody_hears_is_made(tmp_path: Path, streams: str) -> None:
    done = run(streams, "build", NORTH, "--out", tmp_path / "build")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    assert len(Store.open(tmp_path / "build" / "store")) > 1000
    sums = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(sums, cwd=tmp_path / "build", check=False).returncode == 0


@pytest.mark.parametrize("streams", ["<&- >&- 2>&-", ">&$gone 2>&$gone"])
def test_other_work_that_nobody_hears_is_done(north: Path, tmp_path: Path, streams: str) -> None:
    whole = north.with_name("all.nq")
    assert run(streams, "load", whole, "--out", tmp_path / "build").returncode == 0
    assert run(streams, "add", SAMPLE / "southland-2014.txt", "--out", tmp_path / "build").returncode == 0
    assert run(streams, "export", tmp_path / "again.nq", "--build", north).returncode == 0
    assert sorted((tmp_path / "again.nq").read_bytes().splitlines()) == sorted(whole.read_bytes().splitlines())
    assert len(Store.open(tmp_path / "build" / "store")) > len(Store.open(north / "store"))


@pytest.mark.parametrize("text_format", ["table", "csv", "xlsx"])
def test_an_answer_whose_reader_is_gone_is_no_success(north: Path, text_format: str) -> None:
    done = run(">&$gone", "query", north.with_name("all.rq"), "--build", north, "--format", text_format)
    assert (done.returncode, done.stderr) == (UNHEARD, "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_of_which_a_part_is_read_is_no_success(north: Path, unbuffered: str) -> None:
    query = ["query", str(north.with_name("all.rq")), "--build", str(north)]
    command = [sys.executable, "-m", "alliancegraph", *query]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0, env=environment) as process:
        assert process.stdout
        process.stdout.read(1)  # the pipe is full by now: the answer is longer
        process.stdout.close()
        assert process.wait() == UNHEARD


@pytest.mark.parametrize("arguments", [["ask"], ["coverage", NORTH], ["--help"], ["ask", "sections", "--help"]])
def test_an_output_that_is_closed_or_full_is_told(arguments: list[object]) -> None:
    closed, full = run(">&-", *arguments), run("> /dev/full", *arguments)
    assert (closed.returncode, full.returncode) == (2, 2)
    assert "is closed; expected a way to write" in closed.stderr
    assert "the disk is full; expected room to write" in full.stderr
    assert [done.stderr.count("alliancegraph: ") for done in (closed, full)] == [1, 1]
    assert "Traceback" not in closed.stderr + full.stderr


def test_a_build_whose_output_fails_on_a_full_disk_is_made_and_the_error_reported(tmp_path: Path) -> None:
    done = run("> /dev/full", "build", NORTH, "--out", tmp_path / "build")
    assert (done.returncode, done.stderr.count("the disk is full; expected room to write")) == (2, 1)
    assert len(Store.open(tmp_path / "build" / "store")) > 1000


@pytest.mark.parametrize("streams", UNHEARING)
def test_what_is_wrong_is_an_error_though_nobody_hears_it(tmp_path: Path, streams: str) -> None:
    done = run(streams, "ask", "sections", "--build", tmp_path / "none")
    assert (done.returncode, done.stdout) == (2, "")


def test_progress_never_goes_where_answers_go(tmp_path: Path, north: Path) -> None:
    (tmp_path / "q.rq").write_text("ASK { ?s a ag:Nothing }")  # a note on that word goes to standard error
    done = run("2>&-", "query", tmp_path / "q.rq", "--build", north)
    assert (done.returncode, done.stdout) == (0, "false\n")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_terminal_of_few_characters_shows_others_escaped(tmp_path: Path, encoding: str) -> None:
    done = run("", "build", NORTH, "--out", tmp_path / "\u0219", env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    assert "\\u0219/explorer.html" in done.stdout
