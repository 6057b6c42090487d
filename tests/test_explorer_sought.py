"""From hit to hit in a report's text: where the reader is, the facts there, each place once; and the other goals."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.viz_page import go, opened, texts

TEXT = "text/romania-2014"
SEEN = """() => [...CSS.highlights.get("found")].filter(range => {
    const { top, bottom, right } = range.getBoundingClientRect();
    const side = document.querySelector(".facts-of-sentence").getBoundingClientRect();
    return top > 0 && bottom < innerHeight && (right < side.left || bottom < side.top);
}).length"""


@pytest.fixture(scope="module")
def page_path(everything: Path) -> Path:
    """Return the explorer of Romania's report and the invented ones."""
    return everything / "explorer.html"


def side(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Hits in this report")


def place(page: Page) -> tuple[int, int]:
    """Return which hit the reader is at, and how many there are."""
    number, count = re.findall(r"(\d+) of (\d+)", side(page).inner_text())[0]
    return int(number), int(count)


def count_of(page: Page) -> int:
    return int(re.findall(r"(\d+) hits?\.", page.locator("#view").inner_text())[0])


def test_the_side_says_where_the_reader_is_and_what_is_said_there(page: Page) -> None:
    go(page, "search?q=hotline&member=Romania")
    page.locator("h2", has_text="Cited sentences").locator("xpath=following-sibling::ul[1]//a").nth(5).click()
    expect(side(page)).to_contain_text("Search: hotline")
    expect(side(page)).to_contain_text("6 of 8 · section 3.1/A")
    expect(page.locator(".facts-of-sentence .card").first).to_contain_text("Facebook page")
    assert page.evaluate(SEEN) > 0


def test_the_keys_lead_from_hit_to_hit_and_back(page: Page) -> None:
    go(page, f"{TEXT}?q=hotline")
    assert place(page) == (1, 8)
    side(page).get_by_role("link", name="Next").focus()
    for number in range(2, 9):
        page.keyboard.press("Enter")
        expect(side(page)).to_contain_text(f"{number} of 8")
        expect(page.locator(".facts-of-sentence .card").first).to_be_visible()
        assert page.evaluate(SEEN) > 0
    expect(side(page).get_by_text("Next")).to_be_focused()
    expect(side(page).get_by_role("link", name="Next")).to_have_count(0)
    page.go_back()
    expect(side(page)).to_contain_text("7 of 8")
    page.reload()
    expect(side(page)).to_contain_text("7 of 8")
    side(page).get_by_role("link", name="Previous").click()
    expect(side(page)).to_contain_text("6 of 8")
    side(page).get_by_role("link", name="hotline").click()
    expect(page.locator("h1")).to_have_text("Search: hotline")


def test_a_sentence_chosen_between_two_hits_leaves_the_way_to_both(page: Page) -> None:
    go(page, f"{TEXT}?q=hotline")
    page.locator(".report-text mark", has_text="Another objective of this programme").first.click()
    expect(side(page)).to_contain_text("8 hits")
    expect(page.locator(".facts-of-sentence .card").first).to_be_visible()
    side(page).get_by_role("link", name="Next").click()
    expect(side(page)).to_contain_text("3 of 8")


def test_a_place_without_facts_is_a_hit_that_says_so(page: Page) -> None:
    go(page, f"{TEXT}?q=Policy+Target+No")
    expect(page.locator(".facts-of-sentence")).to_contain_text("No fact is taken from this place.")
    assert place(page)[0] == 1
    assert page.evaluate(SEEN) > 0


@pytest.mark.parametrize(
    "query", ["hotline", "grooming", "education ministry", "target policy", "children", "policy target"]
)
def test_a_place_is_counted_once_and_alike_in_the_search_and_in_the_text(page: Page, query: str) -> None:
    go(page, f"search?q={query.replace(' ', '+')}&member=Romania")
    for more in page.locator("#view details.later").all():
        more.locator("summary").click()
    assert count_of(page) == page.locator(".hits li").count()
    places = page.locator(".hits li").filter(has=page.locator("q")).count()
    assert places
    go(page, f"{TEXT}?q={query.replace(' ', '+')}")
    assert place(page) == (1, places)


def test_the_reports_with_hits_stand_by_member_and_those_without_are_named(page: Page) -> None:
    go(page, "search?q=hotline")
    fold = page.locator("#view > details.later").first
    expect(fold.locator("summary")).to_have_text(re.compile(r"^In the text of \d+ of \d+ reports$"))
    fold.locator("summary").click()
    found, missing = texts(page, "#view > details .spread")
    members = [re.sub(r" \(\d+\)$", "", one) for one in found.split(" · ")]
    assert members == sorted(members)
    assert "Romania 2014 (8)" in found
    assert missing.startswith("Not found in: ")
    assert "Romania 2014" not in missing
    expect(fold).to_contain_text("does not mean that nothing was done")
    fold.get_by_role("link", name="Romania 2014").click()
    expect(side(page)).to_contain_text("1 of 8")


def test_one_report_needs_no_list_of_reports(page: Page) -> None:
    go(page, "search?q=hotline&member=Romania")
    expect(page.locator("#view")).to_contain_text("hits.")
    expect(page.get_by_text("In the text of")).to_have_count(0)


def test_the_sections_stay_beside_the_text_and_tell_the_current_one(page: Page) -> None:
    go(page, TEXT)
    sections = page.get_by_role("navigation", name="Sections and their states")
    expect(page.locator("#view > .contents")).to_be_hidden()
    for code in ("4.1/A", "2.2/A"):
        sections.get_by_role("link", name=code, exact=True).click()
        current = sections.locator("a[aria-current]")
        expect(current).to_have_text(code)
        expect(current).to_be_in_viewport()
        expect(page.locator(f"[data-section='{code}'] h2")).to_be_in_viewport()
    page.evaluate("document.querySelector('[data-section=\"3.1/B\"]').scrollIntoView()")
    expect(sections.locator("a[aria-current]")).to_have_text("3.1/B")
    page.locator(".report-text mark").first.click()
    expect(sections).to_have_count(0)
    expect(page.locator("#view > .contents")).to_be_visible()


def test_a_phone_has_the_sections_folded_before_the_text(browser: Browser, page_path: Path) -> None:
    for page in opened(browser, page_path.as_uri(), 390, 844):
        go(page, TEXT)
        expect(page.locator("#view > .contents")).to_be_visible()
        expect(page.locator(".sections")).to_be_hidden()
        go(page, f"{TEXT}?q=hotline")
        for number in range(1, 9):
            expect(side(page)).to_contain_text(f"{number} of 8")
            expect(side(page)).to_be_in_viewport()
            assert page.evaluate(SEEN) > 0
            side(page).get_by_text("Next").click()


def test_a_goal_says_where_it_stands_and_leads_to_the_others(page: Page) -> None:
    go(page, "goal/global-alliance-1.1")
    crumbs = page.get_by_role("navigation", name="Goals of the alliance")
    expect(crumbs.locator("[aria-current='page']")).to_have_text("1.1")
    expect(page.locator("#views [aria-current]")).to_have_text("Goals")
    crumbs.get_by_role("link", name="2.1", exact=True).click()
    expect(page.locator("h1")).to_contain_text("2.1")
    expect(crumbs.locator("[aria-current='page']")).to_have_text("2.1")
    crumbs.get_by_role("link", name="Goals", exact=True).click()
    expect(page.locator("h1")).to_have_text("Goals")
    go(page, "organization/ro-focus")
    expect(page.locator("#views [aria-current]")).to_have_count(0)
