"""Two alliances in one graph: no member is asked for the goals of another, and goals stand apart on the page."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.page import write_explorer
from tests.merging import merged, river_alliance
from tests.viz_page import go, opened, texts

OPEN = [q for q in all_questions() if not q.makes_graph and not any(one.required for one in q.parameters)]
OF_GOALS = [q for q in OPEN if any(one.name == "goal" for one in q.parameters)]
ALL_REPORTS = {  # columns that count all members or reports of the graph, whichever their alliance
    "figures-compared": {"reportsRead", "inPart"},
    "shared-actors": {"membersRead", "inPart"},
    "shared-initiatives": {"membersRead", "inPart"},
    "single-source": {"reportsRead", "reportsLoaded"},
}
GLOBAL, RIVER = "Global Alliance", "River"
Stores = tuple[Store, Store, Store]


@pytest.fixture(scope="module")
def stores(sample: Store, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    """Return the invented alliance, the one about a river, and both together."""
    river = river_alliance(tmp_path_factory.mktemp("river"))
    return sample, river, merged(sample, river)


@pytest.fixture(scope="module")
def page_path(stores: Stores, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    write_explorer(Views(stores[2]), path)
    return path


def name(question: Question) -> str:
    return question.name


def rows(store: Store, question: Question, **values: str) -> Counter[tuple[tuple[str, str], ...]]:
    """Return how often an answer has each row, without the columns that count all reports."""
    left_out = ALL_REPORTS.get(question.name, set()) if not values else set()
    answer = ask(store, question, values)
    return Counter(
        tuple((key, str(row[key])) for key in answer.columns if key not in left_out) for row in map(dict, answer)
    )


# ---- questions ----


@pytest.mark.parametrize("question", OPEN, ids=name)
def test_the_answer_is_that_of_each_alliance(question: Question, stores: Stores) -> None:
    one, other, both = (rows(store, question) for store in stores)
    assert both == one + other


@pytest.mark.parametrize("question", OF_GOALS, ids=name)
def test_what_is_asked_of_a_goal_is_out_of_its_own_alliance(question: Question, stores: Stores) -> None:
    one, _, both = stores
    assert rows(both, question, goal="1.1") == rows(one, question, goal="1.1")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("changes", {"member": "Northland", "earlier": "2014", "later": "2015"}),
        ("promises-followed-up", {"member": "Northland"}),
        ("promises-followed-up", {"member": "Northland", "year": "2015"}),
    ],
)
def test_a_later_report_to_another_alliance_is_none(question: str, values: dict[str, str], stores: Stores) -> None:
    one, _, both = stores
    (asked,) = (one for one in all_questions() if one.name == question)
    assert rows(one, asked, **values)
    assert rows(both, asked, **values) == rows(one, asked, **values)


def test_reports_to_two_alliances_are_not_compared(stores: Stores) -> None:
    (asked,) = (one for one in all_questions() if one.name == "changes")
    assert not rows(stores[2], asked, member="Northland", earlier="2014", later="2016")


# ---- the page ----


def test_goals_stand_under_the_name_of_their_alliance(page: Page) -> None:
    go(page, "goals")
    headings = texts(page, "#view h2")
    assert [heading.partition(":")[0] for heading in headings] == [
        "Global Alliance Against Child Sexual Abuse Online", "River goals",
    ]  # fmt: skip
    assert texts(page, "#view h2:nth-of-type(2) ~ ul a") == ["1 Water", "2 Fish"]


def test_members_have_the_goals_of_their_alliance_alone(page: Page) -> None:
    go(page, "members")
    for title, goals, members in (
        (GLOBAL, ["1.1", "2.1"], {"Eastland", "Northland", "Southland"}),
        (RIVER, ["1", "2"], {"Northland", "Norway"}),
    ):
        table = page.get_by_role("table", name=f"Members and goals: {title}")
        assert table.locator("thead th").all_inner_texts()[1:3] == goals
        assert {text.rpartition(" ")[0] for text in table.locator("tbody th").all_inner_texts()} == members
        assert "not asked" not in table.inner_text()


def test_reports_to_two_alliances_stand_in_a_table_each(page: Page) -> None:
    go(page, "members?one=northland-2014&other=norway-2020")
    for title, report in ((GLOBAL, "Northland 2014"), (RIVER, "Norway 2020")):
        table = page.get_by_role("table", name=f"Side by side: {title}")
        assert table.locator("thead th").all_inner_texts() == ["Goal", report]


def test_a_briefing_has_the_goals_of_its_report(page: Page) -> None:
    go(page, "briefing/norway-2020")
    table = page.get_by_role("table", name="Goals by status of what is reported")
    expect(table.locator("caption")).to_have_text(f"Goals by status of what is reported: {RIVER}")
    assert table.locator("tbody th").all_inner_texts() == ["1 Water", "2 Fish"]


def test_a_goal_is_read_in_the_reports_of_its_alliance(page: Page) -> None:
    go(page, "goal/river-2")
    expect(page.locator("#view .kind").first).to_have_text("River goals")
    table = page.get_by_role("table", name="Sections of the form")
    assert table.locator("tbody th").all_inner_texts() == ["Northland 2016", "Norway 2020"]


def test_goals_of_the_same_number_are_told_apart_where_they_are_found(page: Page) -> None:
    go(page, "search?q=fish")
    hits = texts(page, "#view .hits li")
    assert any(hit.startswith("2 Fish") and hit.endswith(RIVER) for hit in hits), hits
    go(page, "network")
    assert texts(page, "#view h2") == [GLOBAL, RIVER]


def test_a_promise_is_not_followed_into_the_report_to_another_alliance(page: Page) -> None:
    go(page, "ledger?member=Northland&year=2015")
    told = page.get_by_role("table", name="Promises", exact=True).locator("tbody td:last-child").all_inner_texts()
    assert set(told) == {"no later report is loaded"}


def test_one_alliance_is_not_named(browser: Browser, sample: Store, tmp_path: Path) -> None:
    write_explorer(Views(sample), tmp_path / "explorer.html")
    for page in alone(browser, tmp_path / "explorer.html"):
        go(page, "goals")
        assert texts(page, "#view h2")[0] == "1 Identify and help victims"
        go(page, "members")
        expect(page.get_by_role("table", name="Members and goals", exact=True)).to_be_visible()


def alone(browser: Browser, path: Path) -> Iterator[Page]:
    yield from opened(browser, path.as_uri(), 1280, 800)
