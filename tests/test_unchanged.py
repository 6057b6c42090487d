"""A build stays as it is while nothing has changed from which it was made, and no longer."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from alliancegraph import unchanged
from alliancegraph.belongings import checksums
from alliancegraph.cli import main
from alliancegraph.files import FILES
from alliancegraph.graph.engines.store import Store
from tests.conftest import REPORTS
from tests.inputs import PAIR

FORM = REPORTS.parent / "forms" / "global-alliance-2014.yaml"
SCHEME = Path("ontology/goals/global-alliance.ttl")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of its own for each test, where nobody else keeps or removes anything."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Estonia's two reports, and all that they rest on; a claim on the later one is a draft, which is noted."""
    shutil.copytree(PAIR, tmp_path, dirs_exist_ok=True)
    (tmp_path / "form.yaml").write_text(FORM.read_text().replace("scheme: global-alliance", "scheme: goals.ttl"))
    shutil.copy(SCHEME, tmp_path / "goals.ttl")
    for document in tmp_path.glob("*.txt"):
        document.with_suffix(".yaml").write_text("form: form.yaml\n")
    claims = tmp_path / "estonia-2015.claims.yaml"
    claims.write_text(claims.read_text().replace("{status: done}", "{status: done, review: drafted}"))
    return sorted(tmp_path.glob("*.txt"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out" / "build"


def built(documents: list[Path], out: Path, *options: str) -> Path:
    """Return the folder that `out` shows after a build."""
    assert main(["build", *map(str, documents), "--out", str(out), *options]) == 0
    return out.resolve()


def test_a_build_of_which_nothing_has_changed_stays(
    documents: list[Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = built(documents, out)
    made, before = capsys.readouterr(), checksums(out)
    assert built(documents, out) == first
    again = capsys.readouterr()
    assert checksums(out) == before
    assert again.out == made.out
    warned = [line for line in made.err.splitlines() if "not taken up" in line]
    assert warned
    assert again.err.splitlines() == [
        *(f"unchanged {document.name}" for document in documents),
        *warned,
        f"nothing has changed, and its files have their checksums: {out} stays as it is",
    ]


def test_a_build_that_stays_is_what_a_fresh_one_would_be(documents: list[Path], out: Path) -> None:
    built(documents, out)
    stays, fresh = built(documents, out), built(documents, out, "--fresh")
    assert stays != fresh
    assert [(stays / name).read_bytes() for name in FILES] == [(fresh / name).read_bytes() for name in FILES]
    assert set(Store.open(stays / "store").quads()) == set(Store.open(fresh / "store").quads())


@pytest.mark.parametrize(
    "changed",
    [
        "estonia-2014.txt",
        "estonia-2015.yaml",
        "estonia-2015.claims.yaml",
        "form.yaml",
        "goals.ttl",
        "estonia/new.yaml",
        "out/build/claims.csv",
        "out/build/alliance.xlsx",
        "out/build/store/CURRENT",
    ],
)
def test_it_is_made_anew_where_a_file_has_changed(changed: str, documents: list[Path], out: Path) -> None:
    first = built(documents, out)
    with (out.parent.parent / changed).open("a") as file:
        file.write("source: a test\n" if changed == "estonia/new.yaml" else "\n")
    assert built(documents, out) != first


@pytest.mark.parametrize("removed", ["estonia-2015.yaml", "out/build/explorer.html"])
def test_it_is_made_anew_where_a_file_is_gone(removed: str, documents: list[Path], out: Path) -> None:
    form = ("--form", str(documents[0].parent / "form.yaml"))
    first = built(documents[1:], out, *form)
    (out.parent.parent / removed).unlink()
    assert built(documents[1:], out, *form) != first
    assert (out / "explorer.html").is_file()


def test_it_is_made_anew_where_it_is_gone(documents: list[Path], out: Path) -> None:
    built(documents, out)
    shutil.rmtree(out.parent)
    built(documents, out)
    assert (out / "explorer.html").is_file()


def test_it_is_made_anew_of_other_reports_and_in_another_order(documents: list[Path], out: Path) -> None:
    made = [built(documents, out), built(documents[:1], out), built(documents, out), built(documents[::-1], out)]
    assert [one == other for one, other in pairwise(made)] == [False] * 3


def test_it_is_made_anew_after_a_report_was_added(documents: list[Path], out: Path) -> None:
    built(documents[:1], out)
    assert main(["add", str(documents[1]), "--out", str(out)]) == 0
    added = out.resolve()
    assert built(documents[:1], out) != added


def test_it_is_made_anew_by_another_program(documents: list[Path], out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(documents, out)
    monkeypatch.setattr(unchanged, "program", lambda *_: ("another",))
    assert built(documents, out) != first


def test_a_build_rests_on_all_rooms() -> None:
    rooms = {room.__name__.rpartition(".")[2] for room in unchanged.ROOMS}
    assert rooms == {folder.name for folder in Path(unchanged.__file__).parent.iterdir() if folder.is_symlink()}


def test_files_of_others_do_not_disturb_it(documents: list[Path], out: Path) -> None:
    first = built(documents, out)
    (out / "warned.txt").write_text("mine")
    assert built(documents, out) == first
    assert (out / "warned.txt").read_text() == "mine"


def test_a_copy_elsewhere_is_told_as_what_it_is(
    documents: list[Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(documents, out)
    shutil.copytree(out, out.with_name("copy"))
    capsys.readouterr()
    built(documents, out.with_name("copy"))
    assert f"{out.with_name('copy') / 'claims.csv'} " in capsys.readouterr().out


def test_without_a_place_to_keep_what_it_was_made_from_it_is_made_anew(
    documents: list[Path], out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert built(documents, out) != built(documents, out)
