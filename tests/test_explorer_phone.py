"""The explorer on a phone: the report's text flows, filters are folded, and a legend has the marks that are drawn."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.viz_page import go, opened, texts

TEXT = "text/romania-2014?section=1.1%2FA"
GOAL = "goal/global-alliance-3.1"
PROSE = "Romania committed to improve the procedures for investigating Online Child Sexual Exploitation (OCSE) cases"
SHOWN = """words => {
    const body = document.querySelector("[data-section='1.1/A'] .body");
    return body.innerText.replace(/[^\\S\\n]+/g, " ").includes(words);
}"""


@pytest.fixture(scope="module")
def page_path(build: Path) -> Path:
    return build / "explorer.html"


def test_printed_line_ends_are_spaces_where_the_window_is_narrower(phone: Page) -> None:
    go(phone, TEXT)
    assert phone.evaluate(SHOWN, PROSE)


def test_printed_lines_stay_in_a_wide_window(page: Page) -> None:
    go(page, TEXT)
    assert not page.evaluate(SHOWN, PROSE)
    assert page.locator("[data-section='1.1/A'] .body").inner_text().count("\n") > 15


def test_paragraphs_and_the_text_itself_are_the_same_on_a_phone(browser: Browser, page_path: Path) -> None:
    told = []
    for width in (390, 1400):
        for page in opened(browser, page_path.as_uri(), width, 844):
            go(page, TEXT)
            told.append(page.locator(".report-text").evaluate("part => part.textContent"))
    assert told[0] == told[1]
    assert len(told[0]) > 20_000
    for page in opened(browser, page_path.as_uri(), 390, 844):
        go(page, TEXT)
        body = page.locator("[data-section='1.1/A'] .body").inner_text()
        starts = ("As mention in the 2013", "This project is a", "Another objective of", "At national level")
        assert all(f"\n{start}" in body for start in starts)


def test_what_is_copied_of_a_sentence_is_the_same_on_a_phone(browser: Browser, page_path: Path) -> None:
    told = []
    for width in (390, 1400):
        for page in opened(browser, page_path.as_uri(), width, 844):
            go(page, "text/romania-2014?passage=0")
            page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
            page.get_by_role("button", name="Copy quotation").first.click()
            told.append(page.evaluate("window.copied"))
    assert told[0] == told[1]
    assert "committed to improve the procedures for investigating" in told[0]


TABLES = (
    "briefing",
    "ledger",
    "numbers",
    "laws",
    "timeline",
    GOAL,
    "organization/ro-focus",
    "network/goal/global-alliance-4.1",
)
ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "td": "cell",
    "thead th": "columnheader",
    "tbody th": "rowheader",
}
WIDER = """() => [...document.querySelectorAll("#view .frame")].filter(one => one.scrollWidth > one.clientWidth + 1)
    .map(one => one.ariaLabel)"""
LABELS = """() => [...document.querySelectorAll("#view tbody tr:first-child td[data-label]")]
    .filter(one => one.firstChild).map(one => [getComputedStyle(one, "::before").content, one.dataset.label])"""


@pytest.mark.parametrize("place", TABLES)
def test_a_table_on_a_phone_is_a_block_for_each_row(phone: Page, place: str) -> None:
    go(phone, place)
    phone.evaluate("document.querySelector('#view').classList.remove('large')")
    assert phone.locator("#view table").count() > 0
    assert phone.evaluate(WIDER) == []
    shown = phone.evaluate(LABELS)
    assert shown
    assert all(content.startswith(f'"{label}"') for content, label in shown), shown


def test_a_table_on_a_phone_is_a_table_for_those_who_hear_it(phone: Page, page: Page) -> None:
    parts = []
    for one in (phone, page):
        go(one, "ledger")
        table = one.get_by_role("table", name="What was announced, and what has become of it", exact=True)
        heads = table.get_by_role("columnheader").all_text_contents()
        rows = [row.get_by_role("cell").count() for row in table.get_by_role("row").all()]
        parts.append((heads, rows, table.get_by_role("rowheader").count()))
    assert parts[0] == parts[1]
    for element, role in ROLES.items():  # browsers that know no table where its rows are blocks go by these
        assert phone.locator(f"#view {element}:not([role={role}])").count() == 0, element
    assert parts[0][0][:3] == ["What", "Actor", "Announced in"]
    assert parts[0][1] == [0, *[len(parts[0][0]) - 1] * 5]
    go(phone, "ledger")
    phone.locator("button.proof").first.click()
    expect(phone.locator("tr.proofs td blockquote").first).to_be_visible()
    expect(phone.locator("tr.proofs").get_by_role("cell")).to_have_count(1)


def test_a_table_is_printed_as_a_table_and_shown_as_one_on_a_laptop(phone: Page, page: Page) -> None:
    display = "() => getComputedStyle(document.querySelector('#view td')).display"
    go(phone, "ledger")
    assert phone.evaluate(display) != "table-cell"
    phone.emulate_media(media="print")
    assert phone.evaluate(display) == "table-cell"
    go(page, "ledger")
    assert page.evaluate(display) == "table-cell"
    assert page.evaluate("() => getComputedStyle(document.querySelector('#view td'), '::before').content") == "none"


def test_filters_are_folded_on_a_phone_and_say_what_is_chosen(phone: Page) -> None:
    go(phone, GOAL)
    expect(phone.get_by_label("Status")).to_be_hidden()
    words = phone.locator(".choices > summary")
    expect(words).to_have_text("What is shown")
    words.click()
    field = phone.get_by_label("Status")
    field.focus()
    field.select_option("done")
    expect(words).to_have_text("What is shown: 1 choice")
    expect(phone.get_by_label("Status")).to_be_focused()
    phone.get_by_label("Status").select_option("")
    expect(words).to_have_text("What is shown")
    expect(phone.get_by_label("Status")).to_be_focused()
    go(phone, f"{GOAL}?status=done&role=organises")
    expect(words).to_have_text("What is shown: 2 choices")
    expect(phone.get_by_label("Role")).to_be_visible()


def test_filters_stand_open_without_words_on_a_laptop(page: Page) -> None:
    go(page, GOAL)
    expect(page.get_by_label("Status")).to_be_visible()
    expect(page.locator(".choices > summary")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_label("Status")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_label("Status")).to_be_visible()


@pytest.mark.parametrize("place", ["briefing", "goal/global-alliance-2.1", GOAL])
def test_the_legend_has_the_marks_that_are_drawn_and_no_others(page: Page, place: str) -> None:
    go(page, place)
    drawn = set(page.locator("#view a.state").evaluate_all("all => all.map(one => one.className)"))
    told = page.locator(".legend .state").evaluate_all("all => all.map(one => one.className)")
    assert drawn
    assert set(told) == drawn
    assert len(texts(page, ".legend li")) == len(drawn)
