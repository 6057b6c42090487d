"""In a report's text the reader chooses which sentences are marked: held against the table of claims of the build."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.viz_page import go, texts

TEXT = "text/romania-2014"
MARKS = ".report-text mark"
PASSAGES = """all => all.flatMap(one => (one.dataset.passages ?? "").split(" ")).filter(one => one !== "")"""
STARTS = 'modules["explorer/store.js"].store.read.get("romania-2014").chapter.passages.map(one => one.start)'


@pytest.fixture(scope="module")
def page_path(everything: Path) -> Path:
    return everything / "explorer.html"


@pytest.fixture(scope="module")
def claims(everything: Path) -> list[dict[str, str]]:
    with (everything / "claims.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["report"] == "romania-2014"]


def marked(page: Page) -> set[int]:
    """Return where the marked passages begin."""
    starts = page.evaluate(STARTS)
    return {starts[int(number)] for number in page.locator(MARKS).evaluate_all(PASSAGES)}


@pytest.mark.parametrize("kind", ["Promise", "Statistic", "Penalty"])
def test_the_sentences_of_a_kind_are_marked_and_no_others(page: Page, claims: list[dict[str, str]], kind: str) -> None:
    go(page, f"{TEXT}?kind={kind}")
    own = [row for row in claims if row["kind"] == kind]
    expect(page.locator("#view")).to_contain_text(f"{len({row['passage'] for row in own})} of these ")
    assert {int(row["start"]) for row in own} <= marked(page)
    letters = {place for row in own for place in range(int(row["start"]), int(row["end"]))}
    assert marked(page) <= {start for start in page.evaluate(STARTS) if start in letters} | _around(claims, letters)


def _around(claims: list[dict[str, str]], letters: set[int]) -> set[int]:
    """Return where passages begin that share letters with those: one mark may stand for both."""
    return {int(row["start"]) for row in claims if letters & set(range(int(row["start"]), int(row["end"])))}


def test_the_sentences_of_a_status_are_marked(page: Page, claims: list[dict[str, str]]) -> None:
    go(page, f"{TEXT}?status=postponed")
    own = {int(row["start"]) for row in claims if row["status"] == "postponed"}
    assert own
    assert own <= marked(page)
    assert len(marked(page)) < len(page.evaluate(STARTS)) / 4


def test_sentences_that_name_nobody_are_marked(page: Page, claims: list[dict[str, str]]) -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for row in claims:
        if row["kind"] == "Contribution":
            said[row["subject"]].add(row["predicate"])
    unnamed = {thing for thing, predicates in said.items() if "actor" not in predicates}
    own = {row["passage"]: int(row["start"]) for row in claims if row["subject"] in unnamed}
    go(page, TEXT)
    page.get_by_label("Marked").select_option(label="nobody named")
    expect(page.locator("#view")).to_contain_text(f"{len(own)} of these ")
    assert set(own.values()) <= marked(page)
    page.locator(MARKS).first.click()
    expect(page.locator(".facts-of-sentence .card").first).to_contain_text("nobody named in the text")
    assert "marked=unnamed" in page.url
    expect(page.locator(MARKS).first).to_have_class("chosen")


def test_what_no_fact_is_taken_from_is_marked_instead(page: Page) -> None:
    go(page, f"{TEXT}?marked=uncited")
    assert marked(page) == set()
    left = texts(page, MARKS)
    assert len(left) > 20
    assert all(any(letter.isalnum() for letter in text) for text in left)
    assert "Also," in " ".join(left)
    expect(page.locator(".facts-of-sentence")).not_to_contain_text("Choose a marked sentence")
    go(page, TEXT)
    cited = texts(page, MARKS)
    plain = page.locator(".body > span").all_inner_texts()
    assert set(left) == {text for words in plain if any(map(str.isalnum, text := " ".join(words.split())))}
    assert len(cited) > 200


def test_the_sentence_to_which_a_link_leads_is_marked_whatever_is_chosen(page: Page) -> None:
    go(page, TEXT)
    numbers = page.locator(MARKS).first.get_attribute("data-passages") or ""
    go(page, f"{TEXT}?kind=Penalty&passage={numbers.split()[0]}")
    expect(page.locator("mark.chosen").first).to_have_attribute("data-passages", numbers)
    expect(page.locator(".facts-of-sentence .card").first).to_be_visible()


def test_the_choice_goes_along_from_section_to_section_and_is_taken_back(page: Page) -> None:
    go(page, f"{TEXT}?kind=Promise")
    few = page.locator(MARKS).count()
    page.locator(".sections").get_by_role("link", name="3.1/C").click()
    expect(page.locator("#view")).to_have_attribute("data-address", f"#{TEXT}?kind=Promise&section=3.1%2FC")
    assert page.locator(MARKS).count() == few
    page.get_by_role("link", name="Show all", exact=True).click()
    expect(page.get_by_label("Kind")).to_have_value("")
    assert page.locator(MARKS).count() > few
