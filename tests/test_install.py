"""The distribution installs `alliancegraph` alone, and works wherever and however it is installed."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "queries" / "sample" / "northland-2014.txt"
ROOMS = ("graph", "loaders", "ontology", "queries", "viz")
DEPENDENCIES = sysconfig.get_path("purelib")
ALONE = "raise SystemExit('a module of the same name was run')\n"
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
OURS = ["--no-index", "--no-deps", "--no-build-isolation"]
KNOWN = """
from alliancegraph import graph, loaders, ontology, queries, viz; from alliancegraph.cache import program
print(*(name for name, *_ in program(graph, loaders, ontology, queries, viz)[2:]), sep="\\n")
"""
SDIST = "import sys; from setuptools.build_meta import build_sdist; build_sdist(sys.argv[1])"


def run(*command: object, folder: Path) -> str:
    """Return what a command says in a folder, where nothing but its own environment tells it of us."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [*map(str, command)], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Checkout(NamedTuple):
    """A copy of what the repository tracks, with links or, as in a zip or where git makes none, without."""

    folder: Path
    linked: bool

    @classmethod
    def made(cls, folder: Path, linked: bool) -> "Checkout":
        """Return the copy in a new folder."""
        caches = shutil.ignore_patterns("__pycache__")
        for name in ("alliancegraph", *ROOMS):
            shutil.copytree(ROOT / name, folder / name, symlinks=True, ignore=caches)
        stale = folder / "build" / "lib" / "graph"
        stale.mkdir(parents=True)
        (stale / "__init__.py").write_text(ALONE)
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, folder)
        for room in () if linked else ROOMS:
            (folder / "alliancegraph" / room).unlink(missing_ok=True)
            (folder / "alliancegraph" / room).write_text(f"../{room}")
        return cls(folder, linked)

    def sdist(self) -> Path:
        """Return a source distribution."""
        run(sys.executable, "-c", SDIST, self.folder.parent, folder=self.folder)
        return next(self.folder.parent.glob("*.tar.gz"))


class Environment(NamedTuple):
    """A fresh environment that has the libraries, and another distribution with modules named as our rooms."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, *what: object) -> "Environment":
        """Return the environment in a new folder, with us installed last."""
        run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder.parent)
        fresh = cls(folder)
        (fresh.site / "libraries.pth").write_text(DEPENDENCIES)
        for room in ROOMS:
            (fresh.site / room).mkdir()
            (fresh.site / room / "__init__.py").write_text(ALONE)
        run(*PIP, "--python", fresh.program("python"), "install", *OURS, *what, folder=folder.parent)
        return fresh

    @property
    def site(self) -> Path:
        """Where distributions are installed."""
        return next(self.folder.glob("[Ll]ib*/**/site-packages"))

    def program(self, name: str) -> Path:
        """Return a program of the environment."""
        return self.folder / Path(sys.executable).parent.name / name

    def files(self) -> dict[str, int]:
        """Return all files, each with the time of its last change."""
        return {str(path): path.stat().st_mtime_ns for path in self.folder.rglob("*")}


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout.made(tmp_path_factory.mktemp("linked") / "source", linked=True)


@pytest.fixture(scope="module")
def unlinked(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout.made(tmp_path_factory.mktemp("unlinked") / "source", linked=False)


@pytest.fixture(scope="module")
def wheel(unlinked: Checkout) -> Path:
    """Return the wheel of a checkout without links."""
    run(*PIP, "wheel", *OURS, "-w", unlinked.folder.parent, unlinked.folder, folder=unlinked.folder.parent)
    return next(unlinked.folder.parent.glob("*.whl"))


@pytest.fixture(scope="module", params=["wheel", "sdist", "editable", "editable without links"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    what = {
        "wheel": lambda: [request.getfixturevalue("wheel")],
        "sdist": lambda: [request.getfixturevalue("linked").sdist()],
        "editable": lambda: ["--editable", request.getfixturevalue("linked").folder],
        "editable without links": lambda: ["--editable", request.getfixturevalue("unlinked").folder],
    }
    return Environment.made(tmp_path_factory.mktemp("installed") / "environment", *what[request.param]())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder of a user who has modules named as our rooms."""
    for room in ROOMS:
        (tmp_path / f"{room}.py").write_text(ALONE)
    return tmp_path


def test_the_wheel_holds_all_that_the_rooms_read_under_one_name(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert inside == set(wanted())


def wanted() -> Iterator[str]:
    """Yield the files of the repository as they are installed."""
    for folder in ("alliancegraph", *ROOMS):
        under = Path("alliancegraph") if folder in ROOMS else Path()
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not {"__pycache__", *ROOMS} & set(path.relative_to(ROOT / folder).parts):
                yield (under / path.relative_to(ROOT)).as_posix()


def test_it_builds_and_answers_where_others_have_modules_of_the_same_names(installed: Environment, place: Path) -> None:
    before = installed.files()
    run(installed.program("alliancegraph"), "build", REPORT, "--out", "b", folder=place)
    said = run(installed.program("python"), "-m", "alliancegraph", "ask", "reports", "--build", "b", folder=place)
    assert "Northland" in said
    assert installed.files() == before


def test_what_is_kept_depends_on_files_that_are_found(installed: Environment, place: Path) -> None:
    names = run(installed.program("python"), "-c", KNOWN, folder=place).splitlines()
    own = ("alliancegraph/readings.py", "graph/assemble/derive.py", "loaders/report.py", "ontology/shapes.ttl")
    for file in (*own, "queries/views/fact.rq", "viz/shared/style.yaml"):
        assert [name for name in names if name.endswith(file)], file


def test_the_installed_package_builds_what_it_ships(wheel: Path, place: Path, build: Path) -> None:
    zipfile.ZipFile(wheel).extractall(place / "site")
    path = f"import sys; sys.path.insert(0, {str(place / 'site')!r})"
    script = f"{path}; from alliancegraph.cli import main; sys.exit(main(['build']))"
    run(sys.executable, "-P", "-c", script, folder=place)
    assert (place / "build" / "alliance.ttl").read_bytes() == (build / "alliance.ttl").read_bytes()


def test_others_keep_the_names_of_rooms(installed: Environment) -> None:
    assert {(installed.site / room / "__init__.py").read_text() for room in ROOMS} == {ALONE}
    assert {path.name.partition("-")[0] for path in installed.site.glob("*.dist-info")} == {"alliancegraph"}


def test_its_types_are_seen(wheel: Path) -> None:
    assert "alliancegraph/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_no_test_imports_a_room_under_a_second_name() -> None:
    assert set(ROOMS) & set(sys.modules) == set()


def test_dependencies_are_pinned_by_hash_and_name_no_index() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    for name in ("run", "test"):
        lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
        assert not [line for line in lines if "://" in line or line.startswith(("-i", "--index", "--extra", "--find"))]
        pinned = {line.split("==")[0].lower() for line in lines if "==" in line}
        assert {item.split(">=")[0].lower() for item in wanted} <= pinned
        assert sum("==" in line for line in lines) <= sum("--hash=sha256:" in line for line in lines)
