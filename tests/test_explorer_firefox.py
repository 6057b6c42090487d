"""The explorer in Firefox, from disk, under the strict rule for files: the tasks by clicks, and files of reports."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.firefox import Firefox, open_firefox

TEXT = "document.querySelector('#view').textContent"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with open_firefox(tmp_path_factory.mktemp("profile")) as window:
        yield window


def test_a_fact_is_proved_from_the_start(firefox: Firefox, build: Path) -> None:
    firefox.go((build / "explorer.html").as_uri())
    firefox.press('#view td a[href^="#goal/global-alliance-4.1"], #view th a[href^="#goal/global-alliance-4.1"]')
    firefox.wait("document.querySelector('h1').textContent.startsWith('4.1')")
    firefox.press("button.proof")
    firefox.wait("document.querySelector('.proofs blockquote')")
    firefox.press(".proofs .where a")
    firefox.wait("document.querySelector('.report-text mark.chosen')")
    assert firefox.run("return document.querySelectorAll('.facts-of-sentence .card').length") > 0


@pytest.mark.parametrize(
    "view", ["ledger", "laws", "timeline", "numbers", "actors", "network/goal/global-alliance-4.1"]
)
def test_every_view_opens(firefox: Firefox, build: Path, view: str) -> None:
    firefox.go("about:blank")
    firefox.go(f"{(build / 'explorer.html').as_uri()}#{view}")
    firefox.wait("document.querySelector('#view footer')")
    assert firefox.run("return document.querySelectorAll('#view a').length") > 5


def test_a_word_is_found_with_a_slip(firefox: Firefox, build: Path) -> None:
    firefox.go("about:blank")
    firefox.go((build / "explorer.html").as_uri())
    firefox.wait("document.querySelector('#view h1')")
    firefox.type("#query", "hotlne")
    firefox.wait("document.querySelector('h1').textContent === 'Search: hotlne'")
    assert "spelt much like it: hotline" in firefox.run(f"return {TEXT}")
    firefox.press(".hits a")
    firefox.wait("!document.querySelector('h1').textContent.startsWith('Search')")


def test_reports_of_a_folder_are_read(firefox: Firefox, everything: Path) -> None:
    address = (everything / "explorer.html").as_uri()
    firefox.go(f"{address}#text/romania-2014")
    firefox.wait("document.querySelector('.report-text mark')")
    firefox.go("about:blank")
    firefox.go(f"{address}#ledger")
    firefox.wait("document.querySelector('td .proof')")


def test_a_report_whose_file_is_missing_is_named_beside_the_others(
    firefox: Firefox, everything: Path, tmp_path: Path
) -> None:
    shutil.copytree(everything / "explorer", tmp_path / "explorer")
    page = Path(shutil.copy(everything / "explorer.html", tmp_path))
    (tmp_path / "explorer" / "romania-2014.js").unlink()
    firefox.go(f"{page.as_uri()}#numbers")
    firefox.wait("document.querySelector('#view td .proof')")
    told = firefox.run("return document.querySelector('.missing').textContent")
    assert told.startswith("Romania 2014 is left out: the page could not read its file explorer/romania-2014.js")


def test_the_strict_rule_for_files_holds(firefox: Firefox, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><title>A page</title>")
    (tmp_path / "beside.txt").write_text("text")
    firefox.go((tmp_path / "page.html").as_uri())
    assert firefox.run("return fetch('beside.txt').then(() => 'read', () => 'refused')") == "refused"
