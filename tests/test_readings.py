"""A report is read again when anything that it rests on has changed, and not before."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from pyoxigraph import Quad

from alliancegraph import cache, processes, readings, unchanged
from alliancegraph.cli import main
from alliancegraph.files import FILES
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.catalogue import NAME
from alliancegraph.graph.files.seen import looking
from alliancegraph.loaders.report import read_report
from tests.conftest import REPORTS
from tests.inputs import PAIR

FORM = REPORTS.parent / "forms" / "global-alliance-2014.yaml"
PLAIN = (PAIR / "estonia-2015.claims.yaml").read_text()
SCHEME = Path("ontology/goals/global-alliance.ttl")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of its own for each test, where nobody else keeps or removes anything."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Estonia's two reports, and all that they rest on; the later one names things of the earlier."""
    shutil.copytree(PAIR, tmp_path, dirs_exist_ok=True)
    naming = tmp_path / "estonia-2015.claims.yaml"
    naming.write_text(f"things of: [estonia-2014]\n{naming.read_text()}")
    (tmp_path / "form.yaml").write_text(FORM.read_text().replace("scheme: global-alliance", "scheme: goals.ttl"))
    shutil.copy(SCHEME, tmp_path / "goals.ttl")
    documents = sorted(tmp_path.glob("*.txt"))
    for document in documents:
        document.with_suffix(".yaml").write_text("form: form.yaml\n")
    return documents


@pytest.fixture
def three(documents: list[Path]) -> list[Path]:
    """Return a third report beside them: for three, a second process starts."""
    third = documents[0].parent / "latvia-2014.txt"
    third.write_text(documents[1].read_text().replace("ESTONIA", "LATVIA").replace("Estonia", "Latvia"))
    third.with_suffix(".yaml").write_text("form: form.yaml\nmember: Latvia\nyear: 2014\n")
    third.with_suffix(".claims.yaml").write_text(PLAIN.replace("estonia-2015", "latvia-2014"))
    return [*documents, third]


def taken(documents: list[Path], capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, str]:
    """Return what a build says of each document: that it took it in, or that it is unchanged."""
    out = documents[0].parent / "out" / "build"
    assert main(["build", *map(str, documents), "--out", str(out), *options]) == 0
    said = capsys.readouterr().err.replace("taken in", "taken").splitlines()
    return {words[1].rstrip(":"): words[0] for words in map(str.split, said) if words[0] in ("taken", "unchanged")}


def entries(kept: Path) -> set[Path]:
    return {path for path in kept.rglob("*") if path.is_file()}


def all_of(documents: list[Path], how: str) -> dict[str, str]:
    return {document.name: how for document in documents}


def test_what_has_not_changed_is_not_read_again(documents: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(documents, capsys) == all_of(documents, "taken")
    turtle = (documents[0].parent / "out" / "build" / "alliance.ttl").read_bytes()
    assert taken(documents, capsys) == all_of(documents, "unchanged")
    assert (documents[0].parent / "out" / "build" / "alliance.ttl").read_bytes() == turtle
    assert taken(documents, capsys, "--fresh") == all_of(documents, "taken")


@pytest.mark.parametrize(
    ("changed", "reread"),
    [
        ("estonia-2015.txt", ["estonia-2015.txt"]),
        ("estonia-2015.yaml", ["estonia-2015.txt"]),
        ("estonia-2015.claims.yaml", ["estonia-2015.txt"]),
        ("estonia-2014.claims.yaml", ["estonia-2014.txt", "estonia-2015.txt"]),
        ("estonia/new.yaml", None),
        ("form.yaml", None),
        ("goals.ttl", None),
    ],
)
def test_what_rests_on_a_changed_file_is_read_again(
    changed: str, reread: list[str] | None, documents: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    taken(documents, capsys)
    with (documents[0].parent / changed).open("a") as file:
        file.write("source: a test\n" if changed == "estonia/new.yaml" else "\n")
    now = taken(documents, capsys)
    assert {name for name, how in now.items() if how == "taken"} == set(reread or all_of(documents, ""))
    again = contents(documents)
    taken(documents, capsys, "--fresh")
    assert again == contents(documents)


def contents(documents: list[Path]) -> tuple[dict[str, bytes], set[Quad]]:
    """Return what a build of the documents holds: its files, and its graph."""
    out = documents[0].parent / "out" / "build"
    files = {name: (out / name).read_bytes() for name in (*FILES, NAME)}
    return files, set(Store.open(out / "store").quads())


def test_all_that_is_opened_is_known(documents: list[Path]) -> None:
    opened: set[Path] = set()
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str | Path):
            opened.add(Path(arguments[0]))

    sys.addaudithook(watch)
    for document in documents:
        opened.clear()
        with looking() as seen:
            read_report(document)
        ours = {path for path in opened if documents[0].parent in (path, *path.parents)}
        assert document in ours
        assert ours <= set(seen)
    watching = False


def test_what_appears_beside_a_report_is_seen(documents: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    report = documents[0]
    claims = report.with_suffix(".claims.yaml").rename(report.with_name("later.yaml"))
    assert taken([report], capsys) == all_of([report], "taken")
    assert taken([report], capsys) == all_of([report], "unchanged")
    claims.rename(report.with_suffix(".claims.yaml"))
    assert taken([report], capsys) == all_of([report], "taken")


def test_errors_are_found_again(documents: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    claims = documents[0].with_suffix(".claims.yaml")
    claims.write_text(claims.read_text().replace("quote: ", "quote: no such words, ", 1))
    for _ in range(2):
        assert main(["build", *map(str, documents), "--out", str(claims.parent / "out")]) == 2
        assert f"{claims}:" in capsys.readouterr().err


def test_slips_of_all_reports_are_told_whichever_process_reads_them(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for document in three:
        claims = document.with_suffix(".claims.yaml")
        claims.write_text(claims.read_text().replace("quote: ", "quote: no such words, ", 1))
    assert main(["build", *map(str, three), "--out", str(three[0].parent / "out")]) == 2
    said = capsys.readouterr().err
    assert all(f"{document.with_suffix('.claims.yaml')}:" in said for document in three)


def test_another_program_reads_for_itself(
    documents: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(documents[:1], capsys)
    monkeypatch.setattr(readings, "program", lambda *_: ("another",))
    monkeypatch.setattr(unchanged, "program", lambda *_: ("another",))
    assert taken(documents[:1], capsys) == all_of(documents[:1], "taken")


def test_the_version_of_the_program_is_identified_by_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "data.yaml").write_text("a: 1\n")
    (package / "code.py").write_text("")
    monkeypatch.setattr(cache, "__file__", str(package / "code.py"))
    before = cache.program.__wrapped__()
    assert cache.program.__wrapped__() == before
    (package / "data.yaml").write_text("a: 10\n")
    assert cache.program.__wrapped__() != before


@pytest.mark.parametrize("damage", [b"", b"damaged"])
def test_a_damaged_reading_is_none(
    damage: bytes, documents: list[Path], capsys: pytest.CaptureFixture[str], kept: Path
) -> None:
    taken(documents[:1], capsys)
    for entry in entries(kept):
        entry.write_bytes(damage)
    assert taken(documents[:1], capsys) == all_of(documents[:1], "taken")


def test_without_a_place_to_keep_them_reports_are_read_each_time(
    documents: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        assert taken(documents[:1], capsys) == all_of(documents[:1], "taken")


def test_readings_that_nobody_asks_for_go(
    documents: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    taken(documents[:1], capsys)
    before = entries(kept)
    monkeypatch.setattr(cache, "_DAYS", -1)
    taken(documents[1:2], capsys)
    assert not before & entries(kept)


def test_several_processes_give_what_one_gives(three: list[Path]) -> None:
    requests = [readings.Request(path) for path in three]
    together = [reading.portion for reading in readings.readings(requests, fresh=True)]
    alone = [next(iter(readings.readings([request], fresh=True))).portion for request in requests]
    assert together == alone


def test_a_reading_process_that_is_ended_is_told_in_words(
    three: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_begin", os.abort)  # it starts each process
    assert main(["build", *map(str, three), "--out", str(three[0].parent / "out")]) == 2
    assert "a process that reads reports was ended" in capsys.readouterr().err
