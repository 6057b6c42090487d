"""Where a build stands: one writer at a time, whole or not at all, and nobody's files are lost."""

import errno
import gc
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import alliancegraph as ag
import alliancegraph.graph.engines.store
from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import StoreError
from alliancegraph.graph.files.locks import Hold, alone
from alliancegraph.queries.library import SAMPLE
from alliancegraph.swap import fresh_folder

NORTH, LATER, SOUTH = (SAMPLE / f"{name}.txt" for name in ("northland-2014", "northland-2015", "southland-2014"))

LINK = os.symlink


def make(out: Path, text: str = "", told: list[str] | None = None) -> None:
    """Return a build as small as one can be, told apart by what its store and its table hold."""
    with fresh_folder(out, (told if told is not None else []).append) as folder:
        fill(folder, text)


def fill(folder: Path, text: str) -> None:
    store = Store.create(folder / "store")
    node = ox.NamedNode("urn:text")
    store.load([ox.Quad(node, node, ox.Literal(text), node)])
    store.flush()
    (folder / "claims.csv").write_text(text)


def text_of(store: Store) -> str:
    return next(quad.object.value for quad in store.quads() if isinstance(quad.object, ox.Literal))


def kept(out: Path) -> list[str]:
    """Return the names in the folder where the builds of `out` are kept."""
    return sorted(path.name for path in (out.parent / ".builds" / out.name).iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def test_a_build_shows_the_newest_and_keeps_the_one_before(out: Path) -> None:
    for number in range(1, 12):
        make(out, f"{number}")
    assert out.is_symlink()
    assert kept(out) == ["10", "11", "lock"]
    assert text_of(Store.open(out / "store")) == "11"


def test_checksums_are_those_of_the_files(out: Path) -> None:
    make(out, "a table")
    assert (out / "SHA256SUMS").read_text() == f"{sha256(b'a table').hexdigest()}  claims.csv\n"


# One writer at a time


@contextmanager
def started(*arguments: object) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-m", "alliancegraph", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        yield process


def heard(process: "subprocess.Popen[str]", word: str) -> str:
    """Return the first line of a process's standard error that has that word."""
    assert process.stderr
    return next(line for line in process.stderr if word in line)


def held(out: Path) -> Any:
    """Return the lock of a build, as another writer has it."""
    return alone(out.parent / ".builds" / out.name / "lock", pytest.fail)


def test_two_that_add_at_once_wait_for_each_other_and_both_are_there(out: Path) -> None:
    assert main(["build", str(NORTH), "--out", str(out)]) == 0
    with started("add", LATER, "--out", out) as one, started("add", SOUTH, "--out", out) as other:
        with held(out):
            said = [heard(process, "waiting") for process in (one, other)]
        assert [process.wait() for process in (one, other)] == [0, 0]
    assert all(f"process {os.getpid()}" in line and str(out) in line and "since" in line for line in said)
    rows = ag.open(out).ask("reports")
    reports = {f"{row['memberName']} {row['year']}" for row in rows if row["reportState"] == "read"}
    assert reports == {"Northland 2014", "Northland 2015", "Southland 2014"}


def test_waiting_for_another_build_is_reported_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    looks: list[float] = []
    with ExitStack() as other:
        other.enter_context(alone(tmp_path / "lock", pytest.fail))

        def look_again(pause: float) -> None:
            looks.append(pause)
            if len(looks) == 3:
                other.close()

        monkeypatch.setattr("time.sleep", look_again)
        with alone(tmp_path / "lock", lambda: said.append("waiting")):
            assert (said, len(looks)) == (["waiting"], 3)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_waiting_build_can_be_interrupted(out: Path, number: signal.Signals) -> None:
    make(out, "before")
    with started("build", NORTH, "--out", out) as process, held(out):
        heard(process, "waiting")
        process.send_signal(number)
        assert process.wait() == 128 + number
    assert kept(out) == ["1", "lock"]


def test_builds_of_different_names_do_not_wait(out: Path) -> None:
    make(out)
    with held(out):
        make(out.with_name("other"))


HOLDS = """
import sys, time; from pathlib import Path; from alliancegraph.swap import fresh_folder
with fresh_folder(Path(sys.argv[1]), print) as folder:
    (folder / "alliance.ttl").write_text("half"); print("in", flush=True); time.sleep(600)
"""


def test_the_lock_and_the_leftovers_of_a_dead_process_are_in_nobodys_way(out: Path) -> None:
    make(out, "before")
    for _ in range(2):
        with subprocess.Popen([sys.executable, "-c", HOLDS, str(out)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            process.kill()
    assert "new" in kept(out)
    (out.parent / ".builds" / out.name / "gone" / "store").mkdir(parents=True)
    told: list[str] = []
    make(out, "after", told)
    assert told == []
    assert kept(out) == ["1", "2", "lock"]


STOPPED = """
import sys, time; import alliancegraph.build as build; from alliancegraph.cli import main
def write_files(*_):
    print("in", flush=True)
    while True:
        time.sleep(0.05)  # a signal just before one long sleep would not end it
build.write_files = write_files
sys.exit(main(["build", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_build_that_is_stopped_leaves_nothing(out: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", STOPPED, str(NORTH), "--out", str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.send_signal(number)
        said = process.stderr.read().decode()
    assert process.returncode == 128 + number
    assert "Traceback" not in said
    assert list(out.parent.iterdir()) == []


def test_the_engine_is_closed_before_its_folder_is_moved(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def seal(folder: Path) -> None:
        ox.Store(str(folder / "store"))  # the engine lets one in at a time
        sealed.append(folder.name)

    sealed: list[str] = []
    monkeypatch.setattr("alliancegraph.swap.seal", seal)
    assert main(["build", str(NORTH), "--out", str(out)]) == 0
    assert main(["add", str(LATER), "--out", str(out)]) == 0
    assert main(["export", str(out.parent / "all.nq"), "--build", str(out)]) == 0
    assert main(["load", str(out.parent / "all.nq"), "--out", str(out)]) == 0
    assert len(sealed) == 3


# Readers


def test_a_link_is_followed_once(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(out, "before")

    def hold(folder: Path) -> Hold:
        holding = Hold(folder)
        make(out, "after")
        return holding

    monkeypatch.setattr(alliancegraph.graph.engines.store, "Hold", hold)
    assert text_of(Store.open(out / "store")) == "before"


def test_what_goes_between_a_look_and_its_lock_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "store").mkdir()
    look = os.open

    def moved(folder: Path, flags: int) -> int:
        found = look(folder, flags)
        folder.rename(tmp_path / "gone")
        return found

    monkeypatch.setattr(os, "open", moved)
    with pytest.raises(FileNotFoundError):
        Hold(tmp_path / "store")


def test_a_lock_that_goes_before_it_is_had_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def removed(path: Path, mode: str) -> Any:
        monkeypatch.undo()
        file = path.open(mode)
        path.unlink()
        return file

    monkeypatch.setattr(Path, "open", removed)
    with alone(tmp_path / "lock", lambda: None):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_a_build_that_goes_while_it_is_opened_is_looked_for_again(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(out, "before")

    def hold(folder: Path) -> Hold:
        monkeypatch.undo()
        for text in ("between", "after"):
            make(out, text)
        return Hold(folder)

    monkeypatch.setattr(alliancegraph.graph.engines.store, "Hold", hold)
    assert text_of(Store.open(out / "store")) == "after"


def test_opening_while_the_link_moves(out: Path) -> None:
    for text in ("one", "other"):
        make(out, text)
    done = threading.Event()
    swaps = threading.Thread(target=swap, args=(out, done))
    swaps.start()
    try:
        seen = {text_of(Store.open(out / "store")) for _ in range(300)}
    finally:
        done.set()
        swaps.join()
    assert seen == {"one", "other"}


def swap(out: Path, done: threading.Event) -> None:
    """Points the link at one build and at the other, until it is done."""
    link = out.with_name("link")
    while not done.is_set():
        for number in "12":
            link.symlink_to(Path(".builds", out.name, number))
            link.replace(out)


def test_a_build_that_is_read_stays(out: Path) -> None:
    make(out, "read")
    reader = ag.open(out)
    dataset = reader.rdflib()
    for text in ("a", "b", "c"):
        make(out, text)
    assert kept(out) == ["1", "3", "4", "lock"]
    del reader
    make(out, "d")
    assert "1" in kept(out)
    assert [str(value) for value in dataset.objects()] == ["read"]
    del dataset
    gc.collect()  # rdflib's graphs refer to themselves
    make(out, "e")
    assert kept(out) == ["5", "6", "lock"]


def test_rdflib_sees_the_graph_that_was_opened(out: Path) -> None:
    make(out, "opened")
    reader = ag.open(out)
    make(out, "newer")
    assert [str(value) for value in reader.rdflib().objects()] == ["opened"]


def test_a_build_that_another_link_shows_is_whole(out: Path) -> None:
    make(out, "shown")
    (out / "notes.txt").write_text("mine")
    out.with_name("final").symlink_to(out.readlink())
    for text in ("a", "b", "c"):
        make(out, text)
    assert text_of(Store.open(out.with_name("final") / "store")) == "shown"
    assert (out.with_name("final") / "notes.txt").read_text() == "mine"


# What is not ours


def strew(out: Path) -> None:
    (out / "notes.txt").write_text("mine")
    (out / ".hidden").write_text("mine too")
    (out / "answers").mkdir()
    (out / "answers" / "a.csv").write_text("asked")
    LINK("/nowhere", out / "elsewhere")


@pytest.mark.parametrize("links", [True, False])
def test_files_of_others_move_along(out: Path, links: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not links:
        refuse_links(monkeypatch)
    make(out)
    strew(out)
    told: list[str] = []
    for text in ("a", "b", "c"):
        make(out, text, told)
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / ".hidden").read_text() == "mine too"
    assert (out / "answers" / "a.csv").read_text() == "asked"
    assert (out / "elsewhere").readlink() == Path("/nowhere")
    assert told == []


def test_a_file_that_somebody_changed_is_kept_beside_the_new_one(out: Path) -> None:
    told: list[str] = []
    for text in ("first", "second", "third"):
        make(out, text, told)
        with (out / "claims.csv").open("a") as table:
            table.write(" with my notes")
    make(out, "last", told)
    names = ["claims.csv", "claims.kept.csv", "claims.kept-2.csv", "claims.kept-3.csv"]
    last = ["last", "first with my notes", "second with my notes", "third with my notes"]
    assert [(out / name).read_text() for name in names] == last
    assert [f"kept as {out / name}" in line for name, line in zip(names[1:], told, strict=True)] == [True] * 3


def test_of_two_files_of_one_name_the_newer_keeps_it(out: Path) -> None:
    make(out)
    older = out.resolve()
    make(out)
    (older / "notes.txt").write_text("older")
    (out / "notes.txt").write_text("newer")
    make(out)
    assert [(out / name).read_text() for name in ("notes.txt", "notes.kept.txt")] == ["newer", "older"]


def test_what_somebody_removed_stays_away(out: Path) -> None:
    make(out)
    strew(out)
    make(out)
    (out / "notes.txt").unlink()
    for text in ("a", "b"):
        make(out, text)
    assert not (out / "notes.txt").exists()


def test_what_was_saved_in_the_last_build_as_it_went_is_brought_along(out: Path) -> None:
    make(out)
    last = out.resolve()
    make(out)
    (last / "late.csv").write_text("late")
    make(out)
    assert (out / "late.csv").read_text() == "late"


def test_what_cannot_be_moved_along_is_told_and_stays(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(out)
    strew(out)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "notes.txt":
            raise OSError(errno.EXDEV, "another disk")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    told: list[str] = []
    for text in ("a", "b", "c"):
        make(out, text, told)
    left = out.parent / ".builds" / out.name / "1" / "notes.txt"
    assert told == [f"{left} could not be moved to {out}: another disk"] * 3
    assert left.read_text() == "mine"


def test_a_table_that_only_an_older_version_made_is_not_kept(out: Path) -> None:
    with fresh_folder(out, pytest.fail) as folder:
        fill(folder, "")
        (folder / "old.csv").write_text("no longer made")
    make(out)
    assert not (out / "old.csv").exists()


def test_a_build_without_checksums_is_one(out: Path) -> None:
    make(out)
    (out / "SHA256SUMS").unlink()
    make(out)
    assert sorted(path.name for path in out.iterdir()) == ["SHA256SUMS", "claims.csv", "store"]


def as_older_versions_had_it(out: Path) -> Path:
    """Return a build without checksums in a folder named by its content, which the link shows."""
    flat = out.parent / ".builds" / "e39f38b3c7c2"
    flat.mkdir(parents=True)
    fill(flat, "old")
    out.symlink_to(flat.relative_to(out.parent))
    return flat


def test_a_build_of_an_older_version_goes_as_others_do_and_what_was_put_in_it_stays(out: Path) -> None:
    flat = as_older_versions_had_it(out)
    strew(out)
    make(out, "new")
    assert not flat.exists()
    assert kept(out) == ["0", "1", "lock"]
    make(out, "newer")
    assert kept(out) == ["1", "2", "lock"]
    assert (out / "notes.txt").read_text() == "mine"


def test_a_build_of_an_older_version_that_another_link_shows_stays(out: Path) -> None:
    flat = as_older_versions_had_it(out)
    out.with_name("final").symlink_to(out.readlink())
    for text in ("a", "b", "c"):
        make(out, text)
    assert (flat / "claims.csv").read_text() == "old"
    assert text_of(Store.open(out.with_name("final") / "store")) == "old"


def test_a_copy_of_a_build_is_built_anew_with_what_was_put_in_it(out: Path) -> None:
    make(out)
    copy = Path(shutil.copytree(out, out.with_name("copy")))
    (copy / "notes.txt").write_text("mine")
    make(copy, "new")
    assert text_of(Store.open(copy / "store")) == "new"
    assert (copy / "notes.txt").read_text() == "mine"


def somebodys_folder(path: Path) -> None:
    path.mkdir()
    for name in ("thesis.txt", "claims.csv"):
        (path / name).write_text("years of work")


def somebodys_database(path: Path) -> None:
    somebodys_folder(path)
    (path / "store").mkdir()
    (path / "store" / "CURRENT").write_text("MANIFEST-1")


@pytest.mark.parametrize(
    ("there", "message"),
    [
        (somebodys_folder, "it holds claims.csv, thesis.txt"),
        (somebodys_database, "it holds claims.csv, store, thesis.txt"),
        (lambda path: path.write_text("a file"), "it is a file"),
        (lambda path: path.symlink_to("/tmp"), "it is a link to /tmp, which no build made"),
        (lambda path: path.symlink_to("/nowhere"), "it is a link to /nowhere"),
    ],
)
def test_what_is_in_the_way_is_named_and_left(out: Path, there: Any, message: str) -> None:
    there(out)
    before = sorted(out.parent.rglob("*"))
    with pytest.raises(StoreError, match=message):
        make(out)
    assert sorted(out.parent.rglob("*")) == before


@pytest.mark.parametrize("name", [".", "..", "/", "~", "build/inner", ".builds/inner", "build/deep/er", "copy/inner"])
def test_places_where_no_build_may_be(out: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make(out)
    shutil.copytree(out, out.with_name("copy"))
    (out.parent / "home").mkdir()
    monkeypatch.setenv("HOME", str(out.parent / "home"))
    monkeypatch.chdir(out.parent)
    before = sorted(out.parent.rglob("*"))
    with pytest.raises(StoreError, match="is in the way"):
        make(Path(name).expanduser())
    assert sorted(out.parent.rglob("*")) == before


def test_an_empty_folder_may_become_a_build(out: Path) -> None:
    out.mkdir()
    make(out, "new")
    assert text_of(Store.open(out / "store")) == "new"


# Systems without links


def refuse_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def symlink(*_: object, **__: object) -> None:
        raise OSError("links are not allowed here")

    monkeypatch.setattr(os, "symlink", symlink)


def test_without_links_a_build_is_moved_into_place(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_links(monkeypatch)
    make(out, "first")
    reader = Store.open(out / "store")
    for text in ("second", "third"):
        make(out, text)
    assert not out.is_symlink()
    assert text_of(Store.open(out / "store")) == "third"
    assert text_of(reader) == "first"
    del reader
    for text in ("fourth", "fifth"):
        make(out, text)
    assert len(kept(out)) == 2


def test_where_links_are_no_longer_granted_a_link_gives_way(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(out, "linked")
    refuse_links(monkeypatch)
    make(out, "moved")
    assert not out.is_symlink()
    assert text_of(Store.open(out / "store")) == "moved"


def test_a_build_that_cannot_be_moved_into_place_leaves_the_last_one(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_links(monkeypatch)
    make(out, "first")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target == out and not refused:
            refused.append(path)
            raise PermissionError(13, "in use", str(path))
        return rename(path, target)

    refused: list[Path] = []
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="permission denied"):
        make(out, "second")
    assert text_of(Store.open(out / "store")) == "first"


# Disks


FULL = 'ulimit -f 200; exec "$0" -m alliancegraph "$@"'


@pytest.mark.parametrize("command", ["build", "add"])
def test_a_disk_without_room_leaves_the_last_build_whole(out: Path, command: str) -> None:
    assert main(["build", str(NORTH), "--out", str(out)]) == 0
    before = sorted(path for path in out.parent.rglob("*"))
    arguments = ["sh", "-c", FULL, sys.executable, command, str(LATER), "--out", str(out)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"alliancegraph: {out}: the file would be larger than is allowed" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path for path in out.parent.rglob("*")) == before
    assert main(["ask", "reports", "--build", str(out)]) == 0


# There is no build


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("deep/er/build", "build"),
        ("deep/er/whole", "whole"),
        ("nobuild", "whole"),
        ("build/store", "build"),
        ("", "build"),
        ("mine", "mine.old"),
    ],
)
def test_where_there_is_no_build_one_nearby_is_named(tmp_path: Path, asked: str, there: str) -> None:
    make(tmp_path / there)
    with pytest.raises(StoreError) as raised:
        ag.open(tmp_path / asked)
    said = str(raised.value)
    assert said.startswith(f"{tmp_path / asked}: holds no build")
    assert f"There is one in {tmp_path / there}: `--build {tmp_path / there}`" in said


def test_where_there_is_none_nearby_the_option_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as raised:
        ag.open("nothing/here")
    said = str(raised.value)
    assert said.startswith(f"{tmp_path / 'nothing/here'}: holds no build")
    assert "Run `alliancegraph build` first" in said
    assert "Or name one: `--build`" in said
