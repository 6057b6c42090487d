"""The pages of a report that is read in part say so, in words, beside whatever they say to be missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import find_question
from alliancegraph.viz.answer.page import answer_page
from alliancegraph.viz.explorer.page import explorer
from alliancegraph.viz.shared.style import style
from tests.test_reading_states import HALF
from tests.viz_alliance import Alliance
from tests.viz_page import goal_button, opened

GOAL = "2.1 Criminalise and prosecute"


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


def lines(page: Page, place: str) -> list[str]:
    """Return the sections in that place, each as one line of words."""
    return [" ".join(text.split()) for text in page.locator(f"{place} .sections:visible li").all_inner_texts()]


def test_the_head_says_how_far_the_report_is_read(page: Page) -> None:
    assert page.locator("header .report").all_inner_texts() == ["Estonia 2014: read in part"]


def test_each_section_of_a_goal_says_how_far_it_is_read(page: Page) -> None:
    goal_button(page, GOAL).click()
    wanted = ["Section A Blank in the form", "Section B Answered not yet read", "Section C Blank in the form"]
    assert lines(page, "#outline") == wanted
    assert lines(page, "#facts") == wanted


def test_a_goal_without_a_contribution_is_so_as_far_as_it_is_read(page: Page) -> None:
    goal_button(page, GOAL).click()
    body = page.locator("#outline .goal-body:visible")
    assert "No contribution is recorded under this goal so far: Section B is not yet read." in body.inner_text()


def test_a_blank_goal_is_so_while_other_goals_are_not_read(page: Page) -> None:
    goal_button(page, "2.2 Investigate").click()
    body = page.locator("#outline .goal-body:visible").inner_text()
    assert "under this goal so far: under other goals, 2 sections not yet read, or in part." in body


def test_a_goal_that_is_read_leaves_nothing_open(page: Page) -> None:
    goal_button(page, "1.1 Identify").click()
    body = page.locator("#outline .goal-body:visible").inner_text()
    assert "read" not in body.lower().replace("already", "")
    assert "There may be more" not in body


def test_sections_that_are_not_read_are_listed_and_found(page: Page) -> None:
    assert page.locator("#lists .unreads .through").all_inner_texts() == [
        "Section B: not yet read",
        "Section A: not yet read",
    ]
    page.get_by_label("Find by name").fill("not yet read")
    found = page.locator("#matches button").all_inner_texts()
    assert [text.partition(" ")[0] for text in found] == ["2.1", "4.1"]


def test_the_facts_of_a_goal_are_counted_so_far(page: Page) -> None:
    goal_button(page, GOAL).click()
    assert (
        "0 facts stated, 0 inferred by rule so far: Section B is not yet read." in page.locator("#summary").inner_text()
    )
    goal_button(page, "1.1 Identify").click()
    told = page.locator("#summary").inner_text()
    assert "inferred by rule so far: under other goals, 2 sections not yet read, or in part." in told


def test_the_facts_of_an_actor_are_counted_so_far(page: Page) -> None:
    page.get_by_label("Find by name").fill("Police")
    page.locator("#matches button").first.click()
    told = page.locator("#summary").inner_text()
    assert (
        "1 inferred by rule so far: Section B under 2.1 is not yet read, Section A under 4.1 is not yet read." in told
    )


def test_goals_of_a_form_without_targets_are_listed_once(browser: Browser, tmp_path: Path) -> None:
    made = Alliance()
    for number in ("1", "2"):
        made.node("goal", number, "OperationalGoal", f"Goal {number}", number)
    path = tmp_path / "page.html"
    path.write_text(explorer(made.views()), encoding="utf-8")
    for page in opened(browser, path.as_uri(), 1280, 800):
        assert page.locator("#outline [data-item]").all_inner_texts() == ["1 Goal 1", "2 Goal 2"]


def test_a_target_says_it_for_its_goals(page: Page) -> None:
    page.locator("#outline h3 button", has_text="Investigate and prosecute").click()
    assert "Section B Answered not yet read" in lines(page, "#facts")
    assert "so far: Section B is not yet read." in page.locator("#facts").inner_text()


def test_an_answer_without_rows_names_the_report(answers: Page) -> None:
    assert answers.locator("#table p").inner_text().endswith(" Estonia 2014 is read in part.")


def test_the_words_of_a_reading_state_are_data() -> None:
    assert [style().reading_words(state) for state in ("read", "in-part", "not-yet")] == [
        "",
        style().readings["in-part"],
        style().readings["not-yet"],
    ]
