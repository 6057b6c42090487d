"""The explorer for everybody: WCAG 2.2 AA by axe on every view, keyboard, small windows, large letters, no colours."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import axe_script, checked
from tests.visitor import Visitor
from tests.viz_page import go, opened, texts

TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LOOKS = {
    "type": "rule",
    "values": ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"],
}
PLACES = {
    "briefing": "briefing",
    "goals": "goals",
    "goal": "goal/global-alliance-2.1",
    "target": "goal/global-alliance-3",
    "list of texts": "text",
    "hit in a text": "text/romania-2014?q=hotline",
    "text": "text/romania-2014?marked=uncited&section=4.1%2FA",
    "actors": "actors",
    "actor": "organization/ro-focus",
    "law": "law/ro-law-286-2009",
    "laws": "laws",
    "timeline": "timeline",
    "numbers": "numbers",
    "ledger": "ledger",
    "choice of a network": "network",
    "network": "network/goal/global-alliance-4.1",
    "members": "members?one=northland-2014&other=northland-2015",
    "search": "search?q=hotline",
    "nothing found": "search?q=zzzzzz",
    "story": "briefing/romania-2014?story=how-to-read&step=1",
    "French": "briefing?lang=fr",
    "nothing": "actor/nobody",
}
SETTINGS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "twice as large": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "no colours": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
}
_IS_FIRST = "innerWidth === 1280 && !matchMedia('(prefers-color-scheme: dark), (forced-colors: active)').matches"
SMALL = """() => [...document.querySelectorAll("a, button, select, input, summary")].filter(one => {
    const { width, height } = one.getBoundingClientRect();
    const line = one.closest("p, li, td, th, caption, .fact, .card, blockquote, label, .report-text");
    const alone = !line || line.textContent.trim() === one.textContent.trim();
    return one.checkVisibility() && one.id !== "skip" && alone && width > 0 && (width < 24 || height < 24);
}).map(one => one.outerHTML.slice(0, 120))"""
ALL_LAID_OUT = ".card, .sheet { content-visibility: visible !important }"  # axe measures what is not yet seen, too
LEVELS = """[...document.querySelectorAll("h1, h2, h3, h4")].filter(one => one.checkVisibility())
    .map(one => Number(one.tagName[1]))"""
FOCUSED = "() => document.activeElement?.matches('body, html') ? '' : document.activeElement.outerHTML.slice(0, 90)"


@pytest.fixture(scope="module")
def page_path(everything: Path) -> Path:
    """Return the explorer of Romania's report and the invented ones, of which each has a file of its own."""
    return everything / "explorer.html"


@pytest.fixture(scope="module", params=SETTINGS)
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Yield a reader's browser; its pages take scripts that their policy does not know, such as axe."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", **SETTINGS[request.param])
    yield context
    context.close()


@pytest.fixture(scope="module")
def explorer(reader: BrowserContext, page_path: Path) -> Page:
    """Return the explorer with axe in it."""
    page = reader.new_page()
    page.goto(page_path.as_uri())
    page.add_script_tag(path=axe_script())
    page.add_style_tag(content=ALL_LAID_OUT)
    return page


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_axe_finds_nothing(explorer: Page, place: str) -> None:
    go(explorer, place)
    for summary in explorer.locator("#view summary:visible").all()[:3]:
        summary.click()
    for button in explorer.locator("#view button.proof").all()[:2]:
        button.click()
    assert checked(explorer, TAGS if explorer.evaluate(_IS_FIRST) else LOOKS) == []


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_nothing_is_wider_than_the_window(browser: Browser, page_path: Path, place: str) -> None:
    for page in opened(browser, page_path.as_uri(), 320, 640):
        go(page, place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_targets_are_large_enough(page: Page, place: str) -> None:
    go(page, place)
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_headings_are_in_order_and_places_have_names(page: Page, place: str) -> None:
    go(page, place)
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert " ".join(page.title().split()).startswith(texts(page, "h1")[0])


def test_what_is_quoted_has_its_language(page: Page) -> None:
    go(page, "goal/global-alliance-4.1?lang=fr&member=Romania")
    expect(page.locator("h1")).to_contain_text("4.1")
    assert page.locator("html").get_attribute("lang") == "fr"
    quotes = page.locator("blockquote, .context q")
    assert quotes.count() > 3
    assert {quote.evaluate("quote => quote.closest('[lang]').lang") for quote in quotes.all()} == {"en"}
    go(page, "text/romania-2014?lang=fr")
    assert page.locator(".report-text").get_attribute("lang") == "en"
    assert page.locator(".report-text .note").first.get_attribute("lang") == "fr"


# ---- the keyboard ----


def test_from_the_start_to_a_sentence_in_few_presses(browser: Browser, build: Path) -> None:
    for page in opened(browser, (build / "explorer.html").as_uri(), 1280, 800):
        page.locator("#view h1").wait_for()
        visitor = Visitor(page, by_keyboard=True)
        page.keyboard.press("Tab")
        expect(page.locator("#skip")).to_be_focused()
        expect(page.locator("#skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        parts = page.get_by_role("navigation", name="On this page")
        visitor.press(parts.get_by_role("link", name="Goals by status"))
        expect(page.get_by_role("region", name="Goals by status")).to_be_focused()
        visitor.press(page.get_by_role("link", name="1.1 Identify more victims", exact=True).first)
        expect(page.locator("h1")).to_be_focused()
        visitor.press(parts.get_by_role("link", name="Who contributes"))
        expect(page.get_by_role("heading", name="Who contributes")).to_be_focused()
        visitor.press(page.locator("button.proof").first)
        expect(page.locator("td.proofs blockquote").first).to_be_visible()
        assert visitor.presses + len(("Tab", "Enter")) < 15


def test_arrow_keys_lead_from_sentence_to_sentence_of_the_text(page: Page) -> None:
    go(page, "text/romania-2014")
    assert page.locator(".report-text mark[tabindex='0']").count() == 1
    sentences = page.locator(".report-text mark")
    sentences.first.focus()
    page.keyboard.press("ArrowDown")
    expect(sentences.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    side = page.locator(".facts-of-sentence")
    expect(side).to_be_focused()
    expect(side.locator(".card").first).to_be_visible()
    assert "passage=" in page.url
    expect(sentences.nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(sentences.nth(1)).to_be_focused()
    address = page.url
    page.reload()
    expect(side.locator(".card").first).to_be_visible()
    assert page.url == address


def test_arrow_keys_lead_through_the_drawing(page: Page) -> None:
    go(page, "network/goal/global-alliance-4.1")
    marks = page.locator(".diagram a[data-mark]")
    assert page.locator(".diagram a[tabindex='0']").count() == 1
    page.locator(".diagram a[tabindex='0']").focus()
    before = page.evaluate(FOCUSED)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) != before
    assert marks.count() > 3
    page.keyboard.press("Enter")
    expect(page.locator("#view")).to_have_attribute("data-view", "item")


def test_back_leads_to_the_link_that_was_followed(page: Page) -> None:
    go(page, "ledger?member=Romania")
    link = page.get_by_role("link", name="National conference at the end of the project").first
    link.focus()
    link.scroll_into_view_if_needed()
    height = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - height) < 2
    page.go_forward()
    expect(page.locator("h1")).to_be_focused()


def test_the_focus_stays_on_a_field_in_which_the_reader_chooses(page: Page) -> None:
    go(page, "timeline?member=Romania")
    field = page.get_by_label("Kind")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    assert "kind=" in page.url
    page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    go(page, "network/goal/global-alliance-4.1")
    page.get_by_label("Draw inferred links, too").press("Space")
    expect(page.get_by_label("Draw inferred links, too")).to_be_focused()
    expect(page.get_by_label("Draw inferred links, too")).to_be_checked()
    page.get_by_label("Language of the page").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#language")).to_be_focused()
    expect(page.locator("html")).to_have_attribute("lang", "fr")


@pytest.mark.parametrize(
    "place", ["briefing/romania-2014", "ledger", "text/romania-2014", "network/goal/global-alliance-4.1"]
)
def test_the_focus_is_seen_wherever_it_goes(page: Page, place: str) -> None:
    go(page, place)
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)
        seen = page.evaluate(
            """() => {
                const { outlineStyle, outlineWidth, stroke } = getComputedStyle(document.activeElement);
                const box = document.activeElement.getBoundingClientRect();
                const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
                const inner = document.activeElement.closest("svg") !== null;
                return (ring || inner) && box.bottom > 0 && box.top < innerHeight;
            }"""
        )
        assert seen, page.evaluate(FOCUSED)
