"""Reports come into a build that is there; the files that it holds follow, and a slip leaves it as it was."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from alliancegraph.cli import main
from alliancegraph.files import FILES
from alliancegraph.graph.engines.store import Store
from alliancegraph.loaders.form.template import FORMS
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import ROOM
from alliancegraph.queries.library import SAMPLE


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def contents(build: Path) -> dict[str, bytes]:
    return {name: (build / name).read_bytes() for name in FILES}


@pytest.fixture
def northland(tmp_path: Path) -> Path:
    """Return a build of one invented report."""
    out = tmp_path / "build"
    assert run("build", SAMPLE / "northland-2014.txt", "--out", out) == 0
    return out


def test_adding_one_by_one_gives_the_bytes_of_building_at_once(northland: Path, tmp_path: Path) -> None:
    others = [SAMPLE / "northland-2015.txt", SAMPLE / "southland-2014.txt"]
    for report in others:
        assert run("add", report, "--out", northland) == 0
    assert run("build", SAMPLE / "northland-2014.txt", *others, "--out", tmp_path / "once") == 0
    assert contents(northland) == contents(tmp_path / "once")


def test_a_build_of_a_store_alone_stays_one(northland: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "all.nq", "--build", northland) == 0
    assert run("load", tmp_path / "all.nq", "--out", tmp_path / "loaded") == 0
    assert run("add", SAMPLE / "northland-2015.txt", "--out", tmp_path / "loaded") == 0
    assert sorted(path.name for path in (tmp_path / "loaded").iterdir()) == ["SHA256SUMS", "store"]
    assert run("ask", "reports", "--year", "2015", "--build", tmp_path / "loaded") == 0


def test_a_build_made_before_sections_had_reading_states_takes_no_more(
    northland: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Store.create(tmp_path / "before")
    before.load(quad for quad in Store.open(northland / "store").quads() if quad.predicate.value != AG.readingState)
    before.flush()
    shutil.rmtree(northland / "store")
    (tmp_path / "before").rename(northland / "store")
    assert run("add", SAMPLE / "northland-2015.txt", "--out", northland) == 2
    assert "a section without a reading state" in capsys.readouterr().err


def other_alliance(folder: Path) -> Path:
    """Return a form like the Global Alliance's, with goals of another alliance."""
    goals = (ROOM / "goals" / "global-alliance.ttl").read_text(encoding="utf-8")
    (folder / "river.ttl").write_text(goals.replace("global-alliance", "river-alliance"), encoding="utf-8")
    form = (FORMS / "global-alliance-2014.yaml").read_text(encoding="utf-8")
    (folder / "river.yaml").write_text(form.replace("scheme: global-alliance", "scheme: river.ttl"), encoding="utf-8")
    return folder / "river.yaml"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("nowhere.txt",), "nowhere.txt"), (("form.txt", "--form", "river.yaml"), "reports to another alliance")],
)
def test_what_cannot_be_added_leaves_the_build_as_it_was(
    northland: Path,
    romania: Path,
    arguments: Sequence[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(northland.parent)
    shutil.copy(romania, "form.txt")
    other_alliance(northland.parent)
    before, target = contents(northland), northland.resolve()
    assert run("add", *arguments, "--out", northland) == 2
    assert message in capsys.readouterr().err
    assert (contents(northland), northland.resolve()) == (before, target)


def test_there_must_be_a_build_to_add_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", SAMPLE / "northland-2014.txt", "--out", tmp_path / "none") == 2
    assert "Run `alliancegraph build` first" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
