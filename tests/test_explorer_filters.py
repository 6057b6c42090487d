"""The explorer's filters: which each view has, and that every choice leaves what fits it and nothing else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.viz_page import go, opened, texts

ALL = ["member", "year", "status", "role", "kind"]
FIELDS = {
    "briefing/romania-2014": ["report", "status", "role", "kind"],
    "goals": [],
    "goal/global-alliance-3.1": ALL,
    "organization/ro-focus": ALL,
    "text": ["member", "year"],
    "text/romania-2014": ["report", "marked", "status", "role", "kind"],
    "actors": ALL,
    "initiatives": ALL,
    "laws": [*ALL[:2], "kind"],
    "timeline": [*ALL, "goal"],
    "numbers": [*ALL[:2], "goal", "initiative", "kind"],
    "ledger": [*ALL[:3], "kind", "goal", "initiative"],
    "network/goal/global-alliance-4.1": ALL,
    "members": ALL[:2],
    "members?one=northland-2014&other=northland-2015": [*ALL, "one", "other"],
    "search?q=hotline": ALL[:2],
}
SHOWN = "#view tbody tr, #view .columns li"
HOTLINE = "Internet Hotline Safernet.ro"


@pytest.fixture(scope="module")
def page_path(everything: Path) -> Path:
    return everything / "explorer.html"


def fields(page: Page) -> list[str]:
    """Return the names of the fields with which a reader chooses."""
    named = page.locator("#view select[data-filter]")
    names = [one.get_attribute("data-filter") or "" for one in named.all()]
    return [name for name in names if name not in ("one", "other") or "one=" in page.url]


@pytest.mark.parametrize("place", FIELDS)
def test_each_view_has_the_filters_that_mean_something_there(page: Page, place: str) -> None:
    go(page, place)
    assert fields(page) == FIELDS[place]


@pytest.mark.parametrize(
    ("view", "field"),
    [
        *((view, name) for view in ("actors", "initiatives") for name in ALL[2:]),
        *(("numbers", name) for name in ("goal", "initiative", "kind")),
        *(("ledger", name) for name in ("status", "kind", "goal", "initiative")),
        *(("timeline", name) for name in ("role", "kind", "goal")),
        ("laws", "kind"),
        ("members?one=northland-2014&other=northland-2015", "role"),
    ],
)  # fmt: skip
def test_each_choice_leaves_something_and_not_all(page: Page, view: str, field: str) -> None:
    go(page, view)
    every = texts(page, SHOWN)
    values = page.locator(f"[data-filter={field}] option").evaluate_all("all => all.map(one => one.value)")[1:]
    assert len(values) > 1
    left = []
    for value in values[:6]:
        go(page, f"{view}{'&' if '?' in view else '?'}{field}={value}")
        left.append(texts(page, SHOWN))
    assert all(left)
    assert any(one != every for one in left)


def test_the_numbers_of_one_service_are_found(page: Page) -> None:
    go(page, "numbers")
    page.get_by_label("About").select_option(label=HOTLINE)
    expect(page.get_by_role("link", name="Show all", exact=True)).to_be_visible()
    named = texts(page, "[data-part=statistics] tbody th, [data-part=figures] tbody th")
    assert set(named) == {HOTLINE}
    assert set(texts(page, "[data-part=periods] tbody td:nth-child(2)")) == {HOTLINE}
    assert {"78", "265", "940"} <= set(texts(page, "#view td"))
    assert "initiative=initiative%2Fro-hotline" in page.url
    page.reload()
    expect(page.get_by_label("About")).to_have_value("initiative/ro-hotline")
    page.get_by_role("link", name="Show all", exact=True).click()
    expect(page.get_by_label("About")).to_have_value("")


def test_the_numbers_under_one_goal_are_those_that_the_goal_shows(page: Page) -> None:
    go(page, "numbers?goal=goal/global-alliance-2.1")
    told = page.locator("#view tbody tr").all_text_contents()
    assert told
    go(page, "goal/global-alliance-2.1")
    tables = ("Numbers that were counted", "Numbers that nobody has counted")
    rows = page.locator(", ".join(f"table:has(caption:text-is('{name}')) tbody tr" for name in tables))
    assert told == rows.all_text_contents()


def test_meetings_are_found_together_with_conferences_and_visits(page: Page) -> None:
    go(page, "timeline?member=Romania")
    page.get_by_label("Kind").select_option(label="meetings, conferences and visits")
    expect(page.get_by_label("Kind")).to_have_value("gatherings")
    kinds = page.locator("#view table").first.locator("tbody td:nth-child(4)").all_inner_texts()
    assert set(kinds) == {"meeting", "conference", "visit"}
    go(page, "initiatives?member=Romania&kind=gatherings")
    assert texts(page, "#view h2") == ["Conference", "Meeting", "Visit"]


def test_kinds_are_offered_together_only_where_there_are_several(page: Page) -> None:
    go(page, "actors")
    assert "meetings, conferences and visits" not in texts(page, "[data-filter=kind] option")


def test_the_list_of_texts_is_that_of_the_chosen_member(page: Page) -> None:
    go(page, "text?member=Northland")
    assert {text.partition(" –")[0] for text in texts(page, "#view li")} == {"Northland 2014", "Northland 2015"}
    page.get_by_role("link", name="Northland 2015").click()
    page.locator("[data-filter=report]").select_option(label="Romania 2014")
    expect(page.locator("h1")).to_have_text("Romania 2014: the text")


def test_actors_are_those_who_have_the_chosen_role(page: Page) -> None:
    go(page, "actors?role=hosts&member=Romania")
    assert texts(page, "#view .columns li") == ["Romanian Safer Internet Consortium", "Romanian Safer Internet Center"]


def test_side_by_side_stands_what_has_the_chosen_status(page: Page) -> None:
    go(page, "members?one=northland-2014&other=northland-2015&status=planned")
    told = texts(page, "#view .cell li")
    assert told
    assert all(text.endswith("(Planned)") for text in told)
    assert "No contribution is recorded" not in page.locator("#view").inner_text()


def test_choices_are_in_the_language_of_the_page_and_names_in_their_own(browser: Browser, page_path: Path) -> None:
    for page in opened(browser, f"{page_path.as_uri()}#timeline?lang=fr", 1280, 800):
        page.locator("#view h1").wait_for()
        expect(page.locator("[data-filter=kind]")).to_contain_text("réunions, conférences et visites")
        assert page.locator("[data-filter=goal] option[lang=en]").count() > 5
        assert not page.locator("[data-filter=kind] option[lang]").count()
        assert re.search(r"^1\.1 ", texts(page, "[data-filter=goal] option")[1])


def test_many_options_are_made_when_the_reader_goes_to_their_field(page: Page) -> None:
    go(page, "numbers")
    page.evaluate(
        """() => {
            const record = n => ({ kind: "Statistic", status: "", fields: [["initiative", `Deed ${n}`, "", 0]] });
            const lines = Array.from({ length: 300 }, (_, n) => ({ record: record(n), goals: new Set() }));
            const bar = modules["explorer/choosing.js"].filterBar(["initiative"], lines);
            document.querySelector("#view").replaceChildren(bar);
        }"""
    )
    field = page.get_by_label("About")
    expect(field.locator("option")).to_have_count(1)
    field.focus()
    expect(field.locator("option")).to_have_count(301)
    field.press("ArrowDown")
    page.wait_for_url(re.compile("initiative=Deed"))
