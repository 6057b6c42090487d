"""Files appear whole or not at all; what the system refuses is said in words."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from alliancegraph.cli import main
from alliancegraph.graph.files.oserrors import problem
from alliancegraph.graph.files.writing import whole, write_whole


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with whole(path) as new:
        new.write_text("half")
        assert not path.exists()
        assert new.suffix == ".csv"
        new.write_text("whole")
    assert path.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [path]


def break_off(path: Path, trouble: BaseException) -> None:
    with whole(path) as new:
        new.write_text("half")
        raise trouble


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "no room"), KeyboardInterrupt(), SystemExit(143)])
def test_what_breaks_off_leaves_what_was_there(tmp_path: Path, trouble: BaseException) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    with pytest.raises(type(trouble)):
        break_off(path, trouble)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"nowhere/a\.csv'") as raised:
        write_whole(tmp_path / "nowhere" / "a.csv", "")
    assert raised.value.filename == str(tmp_path / "nowhere" / "a.csv")


def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("before")
    path.chmod(0o640)
    link.symlink_to(path.name)
    write_whole(link, "after")
    assert link.is_symlink()
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "told")
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert pipe.is_fifo()


def test_what_a_dead_process_left_goes_and_that_of_a_living_one_stays(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    dead, living, other = (tmp_path / f".{name}.new.csv" for name in (f"a.{gone.pid}", f"a.{os.getppid()}", "a.mine"))
    for left in (dead, living, other):
        left.touch()
    write_whole(tmp_path / "a.csv", "")
    assert sorted(tmp_path.iterdir()) == sorted([living, other, tmp_path / "a.csv"])


LIMITED = 'ulimit -f 2; exec "$0" -m alliancegraph "$@"'


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "a.ttl"],
        ["export", "a.nt"],
        ["export", "a.nq"],
        ["ask", "contributors", "--out", "a.csv"],
        ["ask", "contributors", "--out", "a.xlsx"],
        ["ask", "contributors", "--goal", "4.1", "--network", "a.html"],
    ],
)
def test_without_room_there_is_no_file_or_the_one_before(tmp_path: Path, build: Path, arguments: list[str]) -> None:
    name = arguments[-1]
    for before in (None, b"before"):
        if before:
            (tmp_path / name).write_bytes(before)
        command = ["sh", "-c", LIMITED, sys.executable, *arguments, "--build", str(build)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert f"alliancegraph: {name}: the file would be larger than is allowed; expected room" in done.stderr
        assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


def test_a_file_whose_folder_is_missing_is_told(
    build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none" / "a.csv"
    assert main(["ask", "sections", "--build", str(build), "--out", str(path)]) == 2
    assert f"{path}: there is no such file or folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "a.ttl"), "a.ttl: the disk is full"),
        (OSError("No space left on device (os error 28)"), "b.ttl: the disk is full"),
        (OSError("IO error: No space left on device: While appending to file: /x/8.log: …"), "b.ttl: the disk is full"),
        (OSError("Disk quota exceeded (os error 122)"), "b.ttl: your share of the disk is used up"),
        (OSError(errno.EROFS, "Read-only file system", "b.ttl"), "b.ttl: the file system is read-only"),
        (OSError(errno.EACCES, "Permission denied", "b.ttl"), "b.ttl: permission denied"),
        (OSError("something of its own"), "b.ttl: something of its own"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(error: OSError, words: str) -> None:
    said = str(problem(error, None if error.filename else "b.ttl"))
    assert said.startswith(words)
    assert "None" not in said
    assert "expected" in said
