"""The real report, built once for all tests that only look."""

from pathlib import Path

import pytest
from hypothesis import settings

from alliancegraph.cli import main
from graph.model import Report
from graph.store import Store
from loaders.report import read_report

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

REPORTS = Path(__file__).parent.parent / "loaders" / "reports"
ROMANIA = REPORTS / "romania-2014.txt"


@pytest.fixture(scope="session")
def report() -> Report:
    """Romania's report of 2014, with its claims."""
    return read_report(ROMANIA)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the reports that ship with the project."""
    out = tmp_path_factory.mktemp("built") / "build"
    assert main(["build", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def store(build: Path) -> Store:
    """The store of that build."""
    return Store.open(build / "store")


@pytest.fixture(scope="session")
def romania() -> Path:
    """The document of Romania's report."""
    return ROMANIA
