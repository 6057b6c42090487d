"""The distribution: each room is ours alone, and what is installed can build without the project's folder."""

import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("alliancegraph", "graph", "loaders", "ontology", "queries", "viz")


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_is_provided_by_this_distribution_alone(room: str) -> None:
    assert set(packages_distributions()[room]) == {"alliancegraph"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in (*ROOMS, "pyproject.toml", "README.md", "LICENSE"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(source)], check=True)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*pip, str(source)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_that_the_rooms_read(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    files = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files - inside == set()


def test_the_installed_package_builds_from_any_folder(wheel: Path, tmp_path: Path, build: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop()); import loaders; print(loaders.__file__);"
        "from alliancegraph.cli import main; sys.exit(main(['build']))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(str(tmp_path / "site"))
    assert (tmp_path / "build" / "alliance.ttl").read_bytes() == (build / "alliance.ttl").read_bytes()


def test_dependencies_are_pinned_by_hash_and_name_no_index() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    for name in ("run", "test"):
        lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
        assert not [line for line in lines if "://" in line or line.startswith(("-i", "--index", "--extra", "--find"))]
        pinned = {line.split("==")[0].lower() for line in lines if "==" in line}
        assert {item.split(">=")[0].lower() for item in wanted} <= pinned
        assert sum("==" in line for line in lines) <= sum("--hash=sha256:" in line for line in lines)
