"""The pages of a report that is read in part say so, in words, beside whatever they say to be missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import find_question
from alliancegraph.viz.answer.page import answer_page
from tests.test_reading_states import HALF
from tests.viz_page import go, opened, texts

GOAL = "goal/global-alliance-2.1"


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("half") / "build"
    assert main(["build", str(HALF), "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def page_path(half: Path) -> Path:
    return half / "explorer.html"


@pytest.fixture
def answers(browser: Browser, half: Path, tmp_path: Path) -> Iterator[Page]:
    """Yield the page of an answer without rows."""
    path = tmp_path / "answer.html"
    answer = ask(Store.open(half / "store"), find_question("contributors"), {"goal": "2.1"})
    path.write_text(answer_page(answer), encoding="utf-8")
    yield from opened(browser, path.as_uri(), 1280, 800)


def sections(page: Page) -> list[str]:
    """Return what the marks of sections say to those who hear the page."""
    return [
        label.partition(", ")[2]
        for label in (one.get_attribute("aria-label") or "" for one in page.locator("a.state").all())
    ]


def test_the_briefing_lists_what_is_not_wholly_read(page: Page) -> None:
    go(page, "briefing")
    unread = page.locator("h2:text-is('Not wholly read') ~ ul").first
    expect(page.locator("#view")).to_contain_text("not yet, or only in part, taken the facts")
    assert [text[:13] for text in unread.locator("li").all_inner_texts()] == ["section 2.1/B", "section 4.1/A"]


def test_each_section_of_a_goal_says_how_far_it_is_read(page: Page) -> None:
    go(page, GOAL)
    wanted = [
        "section 2.1/A: Blank in the form",
        "section 2.1/B: Answered, not yet read",
        "section 2.1/C: Blank in the form",
    ]
    assert sections(page) == wanted
    page.locator("a.state", has_text="B").click()
    expect(page.locator('[data-section="2.1/B"] .note')).to_contain_text("Answered, not yet read")
    expect(page.locator('[data-section="2.1/A"] .note')).to_contain_text("Blank in the form")
    assert page.locator('[data-section="2.1/A"] .body').count() == 0


def test_the_list_of_texts_says_how_far_a_report_is_read(page: Page) -> None:
    go(page, "text")
    beside = page.get_by_role("navigation", name="Sections and their states")
    expect(beside.locator("li", has_text="2.1/B")).to_contain_text("not yet read")


def test_what_an_actor_does_is_counted_so_far(page: Page) -> None:
    go(page, "actors")
    page.locator("#view .columns a").first.click()
    expect(page.locator("#view")).to_contain_text("Not all of these reports are wholly read.")


def test_a_goal_without_contributions_says_that_they_may_be_in_what_is_not_read(page: Page) -> None:
    go(page, GOAL)
    expect(page.locator("#view")).to_contain_text("No contribution is recorded under this goal so far")


def test_blank_sections_are_found(page: Page) -> None:
    go(page, "search?q=blank in the form")
    assert "Estonia 2014, section 2.1/A: Blank in the form" in texts(page, ".hits a")


def test_an_answer_without_rows_names_the_report(answers: Page) -> None:
    assert answers.locator("#table p").inner_text().endswith(" Estonia 2014 is read in part.")
