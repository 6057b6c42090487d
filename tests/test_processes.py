"""Work in other processes gives what it gives here, and its errors arrive."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from alliancegraph import files, processes
from alliancegraph.cli import main
from alliancegraph.graph.errors import AllianceGraphError
from alliancegraph.queries.library import SAMPLE

PATIENCE = 60  # seconds, in which a process has ended on the busiest machine
NORTH = SAMPLE / "northland-2014.txt"
BOTH = pytest.mark.parametrize("worth_it", [True, False])


@BOTH
def test_all_calls_have_ended_after_the_block(worth_it: bool, tmp_path: Path) -> None:
    with processes.beside(worth_it, "writes") as call:
        for number in "123":
            call(os.mkdir, tmp_path / number)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "2", "3"]


@BOTH
def test_an_error_beside_arrives(worth_it: bool) -> None:
    with pytest.raises(ValueError, match="invalid literal"), processes.beside(worth_it, "writes") as call:
        call(int, "x")


def test_a_process_that_is_ended_is_told_in_words() -> None:
    told = "a process that writes was ended"
    with pytest.raises(AllianceGraphError, match=told), processes.beside(True, "writes") as call:
        call(os.abort)


WAITING = """
import os, sys, time
from alliancegraph.processes import processes
if __name__ == "__main__":
    with processes(1, "waits") as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        sys.stdin.read()
"""


def test_a_process_ends_with_the_first_even_if_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "waiting.py").write_text(WAITING)
    command = [sys.executable, str(tmp_path / "waiting.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        other = psutil.Process(int(first.stdout.readline()))
        first.kill()
    other.wait(PATIENCE)


def test_tables_written_in_another_process_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for number, many in enumerate((files.MANY, 1)):
        monkeypatch.setattr(files, "MANY", many)
        assert main(["build", str(NORTH), "--out", str(tmp_path / str(number)), "--fresh"]) == 0
        made.append({name: (tmp_path / str(number) / name).read_bytes() for name in files.FILES})
    assert made[0] == made[1]


@pytest.mark.parametrize("enabled", [True, False])
def test_cycles_are_collected_again_as_before(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with processes.uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
