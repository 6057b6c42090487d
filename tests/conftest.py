"""The real report, built once for all tests that only look."""

import gc
import os
import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.files.locks import alone
from alliancegraph.graph.model.reports import Report
from alliancegraph.loaders.report import read_report, shipped_reports
from alliancegraph.queries.library import SAMPLE
from tests.browser import open_browser
from tests.viz_page import opened

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let what runs in the background ignore Ctrl+C
if hasattr(signal, "SIGHUP"):
    signal.signal(
        signal.SIGHUP, signal.SIG_DFL
    )  # and nohup lets it ignore a hang-up: what tests start would inherit both

HEAD = "report: romania-2014\nauthority: [international, romania]\nrecorded by: a test\nsections:\n"
REPORTS = Path(__file__).parent.parent / "loaders" / "reports"
ROMANIA = REPORTS / "romania-2014.txt"


def pytest_collection_finish() -> None:
    """Let the collector of cycles pass over what stays to the end, and come seldom: it took a seventh of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the workers of a run of all tests share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def kept(shared: Path) -> Iterator[Path]:
    """Yield where results are kept meanwhile: what the user keeps stays as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        yield shared / "cache"


@pytest.fixture(scope="session")
def report() -> Report:
    """Romania's report of 2014, with its claims."""
    return read_report(ROMANIA)


@pytest.fixture(scope="session")
def build(shared: Path) -> Path:
    """Return a build of the reports that ship with the project."""
    return made_once(shared / "built" / "build")


@pytest.fixture(scope="session")
def store(build: Path) -> Store:
    """Return the store of that build."""
    return Store.open(build / "store")


@pytest.fixture(scope="session")
def sample(shared: Path) -> Store:
    """Return the store of the invented alliance that the library's worked examples are asked of."""
    return Store.open(made_once(shared / "sample" / "build", *sample_reports()) / "store")


@pytest.fixture(scope="session")
def everything(shared: Path) -> Path:
    """Return a build of the shipped reports and the invented ones together."""
    return made_once(shared / "everything" / "build", *shipped_reports(), *sample_reports())


def made_once(out: Path, *documents: Path) -> Path:
    """Return a build, made by whichever worker is first; the next finds it unchanged."""
    with alone(out.parent / "lock", lambda: None):
        assert main(["build", "--out", str(out), *map(str, documents)]) == 0
    return out


def sample_reports() -> list[Path]:
    """Return the documents of the invented alliance."""
    return sorted(SAMPLE.glob("*.txt"))


@pytest.fixture(scope="session")
def romania() -> Path:
    """Return the document of Romania's report."""
    return ROMANIA


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of Romania's report and the files beside it, so that a test can enter a few claims of its own."""
    return copied(tmp_path)


def copied(folder: Path) -> Path:
    """Return the report copied into a folder; its about file expects no number of facts."""
    for path in REPORTS.glob("romania-2014*"):
        shutil.copy(path, folder)
    about = folder / "romania-2014.yaml"
    text = re.sub(r"(?m)^expected:\n(?:[ #].*\n?)*", "", about.read_text(encoding="utf-8"))
    about.write_text(text, encoding="utf-8")
    return folder / ROMANIA.name


def entered(copy: Path, *items: str, section: str = "1.1/B", head: str = HEAD) -> Path:
    """Write a claims file of those items beside a copy of the report, the first on line 6, and gives its path."""
    claims = copy.with_suffix(".claims.yaml")
    claims.write_text(f"{head}  {section}:\n" + "".join(f"    - {item}\n" for item in items), encoding="utf-8")
    return claims


def reprinted(copy: Path, old: str, new: str) -> None:
    """Let a copy of the report print something else, which its about file then does not contradict."""
    about = copy.with_suffix(".yaml")
    about.write_text(re.sub("(?m)^sha256: .*\n", "", about.read_text(encoding="utf-8")), encoding="utf-8")
    copy.write_text(copy.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a real browser."""
    with open_browser() as running:
        yield running


@pytest.fixture
def page(browser: Browser, page_path: Path) -> Iterator[Page]:
    """Yield the page at `page_path`, which each module that asks for it makes, on a laptop."""
    yield from opened(browser, page_path.as_uri(), 1280, 800)


@pytest.fixture
def phone(browser: Browser, page_path: Path) -> Iterator[Page]:
    """Yield the same page on a phone."""
    yield from opened(browser, page_path.as_uri(), 390, 844)
