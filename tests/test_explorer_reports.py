"""The explorer of several reports: files beside the page, several years, promises across them, members side by side."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.page import explorer, write_explorer
from tests.bench.files import read_reports, write_files
from tests.viz_page import go, opened, texts, window

NOTHING = {
    "no later report is loaded",
    "the next report is not yet read",
    "no claim of a later report refers to it",
    "a later report is read in part, and no claim of it refers to it so far",
}


_NAMES = ("romania-2014.js", "northland-2014.js", "nowhere-1999.js", "own.js")


@pytest.fixture(scope="module")
def page_path(everything: Path) -> Path:
    """Return the explorer of six reports of three members and two years, each in a file of its own."""
    return everything / "explorer.html"


@pytest.fixture(scope="module")
def eleven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the explorer of a made-up alliance of eleven members, which `alliancegraph build` made."""
    folder = tmp_path_factory.mktemp("eleven")
    documents = [write_files(report, folder) for report in read_reports(11)]
    assert main(["build", "--out", str(folder / "build"), *map(str, documents)]) == 0
    return folder / "build" / "explorer.html"


@pytest.fixture
def few(browser: Browser, sample: Store, tmp_path: Path) -> Iterator[Page]:
    """Yield the explorer of five reports in one file."""
    path = tmp_path / "explorer.html"
    write_explorer(Views(sample), path)
    assert not path.with_suffix("").exists()
    yield from opened(browser, path.as_uri(), 1280, 800)


def test_a_view_is_as_of_the_dates_of_the_reports_that_it_shows(few: Page) -> None:
    foot = few.locator("#view footer")
    go(few, "briefing?member=Northland&year=2015")
    expect(foot).to_contain_text("As of: 2015-12-31.")
    go(few, "goals")
    expect(foot).to_contain_text("The reports are of different dates")


# ---- a folder ----


def test_each_report_has_a_file_beside_the_page(page_path: Path) -> None:
    names = {path.name for path in page_path.with_suffix("").iterdir()}
    assert {"romania-2014.js", "northland-2015.js"} <= names
    assert len(names) == 6
    html = page_path.read_text(encoding="utf-8")
    assert "chapter-romania-2014" not in html
    assert len(html) < 2_000_000


def test_reports_are_read_from_disk_under_the_policy_of_the_page(page: Page) -> None:
    go(page, "text/romania-2014?section=4.1%2FA")
    expect(page.locator(".report-text mark").first).to_be_attached()
    go(page, "ledger?member=Northland")
    expect(page.locator("td .proof").first).to_be_visible()


def test_a_report_that_is_asked_for_twice_at_a_time_is_read_once(page: Page) -> None:
    go(page, "goals")
    asked = page.evaluate(
        """async () => {
            const { store } = modules["explorer/store.js"], [report] = store.core.reports;
            store.read.delete(report.id);
            store.asked.delete(report.id);
            const both = Promise.all([store.chapter(report), store.chapter(report)]).then(() => "read");
            return Promise.race([both, new Promise(resolve => setTimeout(resolve, 5000, "never"))]);
        }"""
    )
    assert asked == "read"


def test_a_page_of_that_kind_reads_its_own_folder(browser: Browser, everything: Path, tmp_path: Path) -> None:
    path = tmp_path / "alliance of all.html"
    write_explorer(Views(Store.open(everything / "store")), path)
    assert path.with_suffix("").is_dir()
    with window(browser, 1280, 800) as page:
        page.goto(f"{path.as_uri()}#text/romania-2014")
        expect(page.locator(".report-text")).to_be_visible()


LOST = "is left out: the page could not read its file explorer/"


@pytest.fixture
def copied(page_path: Path, tmp_path: Path) -> Path:
    """Return a copy of the page and its folder, of which a test may spoil files."""
    shutil.copytree(page_path.with_suffix(""), tmp_path / "explorer")
    return Path(shutil.copy(page_path, tmp_path))


@pytest.fixture
def spoilt(browser: Browser, copied: Path) -> Iterator[Page]:
    """Yield the page without the file of Romania's report; the browser complains of that."""
    (copied.with_suffix("") / "romania-2014.js").unlink()
    with window(browser, 1280, 800) as page:
        page.goto(copied.as_uri())
        yield page


def test_a_report_whose_file_is_missing_is_named_and_read_once_it_is_there(
    spoilt: Page, page_path: Path, copied: Path
) -> None:
    go(spoilt, "text/romania-2014")
    expect(spoilt.locator("h1")).to_have_text("A file is missing")
    expect(spoilt.locator(".missing")).to_contain_text(f"Romania 2014 {LOST}romania-2014.js")
    expect(spoilt.locator(".missing")).to_contain_text("Copy the page again together with its folder")
    shutil.copy(page_path.with_suffix("") / "romania-2014.js", copied.with_suffix(""))
    go(spoilt, "goals")
    go(spoilt, "text/romania-2014")
    expect(spoilt.locator(".report-text")).to_be_visible()
    expect(spoilt.locator(".missing")).to_have_count(0)


@pytest.mark.parametrize(
    "place",
    [
        *("laws", "timeline", "numbers", "ledger", "goal/global-alliance-1.1", "network/goal/global-alliance-1.1"),
        *("search?q=police", "members?one=northland-2014&other=romania-2014"),
    ],
)
def test_views_show_the_other_reports_where_a_file_is_missing(spoilt: Page, place: str) -> None:
    go(spoilt, place)
    expect(spoilt.locator(".missing p").first).to_contain_text(f"Romania 2014 {LOST}romania-2014.js")
    assert spoilt.locator(".missing p").count() == 2
    assert re.search("(North|South|East)land", " ".join(texts(spoilt, "#view tbody, .hits li")))
    assert "Romania 2014" not in " ".join(texts(spoilt, "#view td, .hits li"))


def test_a_file_that_is_not_whole_or_not_that_of_the_report_is_missing(browser: Browser, copied: Path) -> None:
    files = copied.with_suffix("")
    text = (files / "romania-2014.js").read_text(encoding="utf-8")
    broken = {
        "cut": text[: len(text) // 2],
        "empty": "",
        "other": (files / "northland-2014.js").read_text(),
        "bad": text.replace('", "', '", "AAAA'),
    }
    for how, instead in broken.items():
        (files / "romania-2014.js").write_text(instead, encoding="utf-8")
        page = browser.new_page()
        page.goto(f"{copied.as_uri()}#numbers")
        expect(page.locator(".missing p").first, how).to_contain_text(f"Romania 2014 {LOST}romania-2014.js")
        expect(page.locator("#view table").first, how).to_be_visible()
        page.close()


def test_a_later_report_whose_file_is_missing_is_no_silence(browser: Browser, copied: Path) -> None:
    (copied.with_suffix("") / "northland-2015.js").unlink()
    with window(browser, 1280, 800) as page:
        page.goto(copied.as_uri())
        go(page, "ledger?member=Northland&year=2014")
        expect(page.locator(".missing")).to_contain_text("Northland 2015")
        assert set(later(page).values()) == {"the file of the next report could not be read"}


def test_what_is_not_there_may_be_in_a_file_that_is_missing(spoilt: Page) -> None:
    go(spoilt, "laws?member=Romania")
    expect(spoilt.locator("h1")).to_have_text("A file is missing")
    go(spoilt, "goal/global-alliance-4.2")
    told = spoilt.locator("#view").inner_text()
    assert "No contribution is recorded" not in told


def test_the_same_graph_gives_the_same_files(everything: Path, tmp_path: Path) -> None:
    views = Views(Store.open(everything / "store"))
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write_explorer(views, tmp_path / name / "explorer.html")
    ours = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert len(ours) == 7
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes() for name in ours)


def test_a_file_of_an_unchanged_report_is_left_and_one_of_no_report_goes(
    everything: Path, sample: Store, tmp_path: Path
) -> None:
    views, path = Views(Store.open(everything / "store")), tmp_path / "explorer.html"
    write_explorer(views, path)
    unchanged, changed, gone, theirs = (tmp_path / "explorer" / name for name in _NAMES)
    before = unchanged.stat().st_ino, changed.read_bytes()
    changed.write_text("changed", encoding="utf-8")
    gone.write_bytes(before[1])
    theirs.write_text("somebody's own", encoding="utf-8")
    write_explorer(views, path)
    assert (unchanged.stat().st_ino, changed.read_bytes()) == before
    assert theirs.is_file()
    assert not gone.exists()
    write_explorer(Views(sample), path)
    assert list((tmp_path / "explorer").iterdir()) == [theirs]


def test_one_file_holds_all_reports_where_it_is_asked_for(browser: Browser, everything: Path, tmp_path: Path) -> None:
    path = tmp_path / "whole.html"
    path.write_text(explorer(Views(Store.open(everything / "store"))), encoding="utf-8")
    for page in opened(browser, f"{path.as_uri()}#text/romania-2014", 1280, 800):
        expect(page.locator(".report-text")).to_be_visible()


def test_a_made_up_alliance_opens_from_disk(browser: Browser, eleven: Path) -> None:
    for page in opened(browser, eleven.as_uri(), 1280, 800):
        expect(page.locator("h1")).to_contain_text("Briefing")
        for view in ("laws", "timeline", "numbers", "ledger", "members", "search?q=police"):
            go(page, view)
            assert page.locator("#view").inner_text()


# ---- the start ----


def test_an_alliance_begins_with_the_choice_of_a_member(browser: Browser, page_path: Path) -> None:
    for page in opened(browser, page_path.as_uri(), 1280, 800):
        expect(page.locator("h1")).to_have_text("Briefing")
        told = texts(page, "#view .columns p")
        assert [text[:14] for text in told] == sorted(text[:14] for text in told)
        assert {"Northland 2014", "Northland 2015", "Eastland 2015 not yet read"} <= set(told)
        page.get_by_role("link", name="Northland 2014").click()
        expect(page.locator("h1")).to_have_text("Briefing: Northland 2014")
        page.locator("#views").get_by_role("link", name="Promises").click()
        expect(page.get_by_label("Member")).to_have_value("Northland")
        go(page, "briefing?year=2014")
        assert {text[-4:] for text in texts(page, "#view .columns a")} == {"2014"}
        go(page, "briefing?member=Northland")
        expect(page.locator("h1")).to_have_text("Briefing: Northland 2015")
        go(page, "briefing?member=Nobody")
        expect(page.locator("#view")).to_contain_text("There is no report of the chosen member and year.")


def test_the_choice_of_a_member_needs_no_report(browser: Browser, copied: Path) -> None:
    shutil.rmtree(copied.with_suffix(""))
    with window(browser, 1280, 800) as page:
        page.goto(copied.as_uri())
        expect(page.get_by_role("link", name="Romania 2014")).to_be_visible()
        expect(page.locator(".missing")).to_have_count(0)


# ---- the parts of a view ----


def test_a_long_view_begins_with_links_to_its_parts(page: Page) -> None:
    go(page, "ledger?member=Romania")
    parts = page.get_by_role("navigation", name="On this page")
    assert texts(page, ".parts a") == ["Promises", "What was announced, and what has become of it"]
    announced = page.get_by_role("region", name="What was announced")
    expect(announced).not_to_be_in_viewport()
    parts.get_by_role("link", name="What was announced").press("Enter")
    expect(announced).to_be_focused()
    expect(announced).to_be_in_viewport()
    assert page.url.endswith("part=announced")
    page.reload()
    expect(announced).to_be_in_viewport()
    page.go_back()
    expect(parts.get_by_role("link", name="What was announced")).to_be_focused()


def test_each_link_to_a_part_leads_to_it(page: Page) -> None:
    go(page, "briefing/romania-2014")
    names = texts(page, ".parts a")
    assert len(names) > 4
    for name in names:
        page.locator(".parts a", has_text=re.compile(f"^{re.escape(name)}$")).click()
        found = page.locator("[data-part]:focus")
        expect(found).to_be_in_viewport()
        assert " ".join(found.inner_text().split()).startswith(name)


@pytest.mark.parametrize("place", ["goals", "goal/global-alliance-4.2?member=Romania", "search?q=zzzzz"])
def test_a_short_view_has_no_links_to_its_parts(page: Page, place: str) -> None:
    go(page, place)
    expect(page.locator(".parts")).to_have_count(0)


# ---- promises across years ----


def later(page: Page) -> dict[str, str]:
    """Return what a later report says of each promise."""
    table = page.get_by_role("table", name="Promises", exact=True)
    rows = table.locator("tbody tr:not(.proofs)")
    return {row.locator("th").inner_text(): " ".join(row.locator("td").last.inner_text().split()) for row in rows.all()}


def test_the_ledger_says_of_each_promise_what_is_known_later(few: Page) -> None:
    go(few, "ledger")
    told = later(few)
    assert set(told.values()) >= {"no later report is loaded", "no claim of a later report refers to it"}
    taken = [text for text in told.values() if text not in NOTHING]
    assert taken
    proof = few.get_by_role("table", name="Promises", exact=True).locator("td:last-child button.proof").first
    proof.click()
    expect(few.locator("tr.proofs .quotation .where").first).to_contain_text("2015")
    assert not {"kept", "broken"} & set(few.locator("#view").inner_text().lower().split())


def test_a_later_report_that_is_not_yet_read_is_no_silence(few: Page) -> None:
    go(few, "ledger")
    few.evaluate(
        """modules["explorer/store.js"].store.core.reports
            .filter(report => report.year === 2015).forEach(report => { report.reading = "not-yet"; })"""
    )
    go(few, "ledger?year=2014")
    assert set(later(few).values()) == {"the next report is not yet read"}


def test_a_briefing_has_read_the_later_reports_of_which_it_speaks(browser: Browser, page_path: Path) -> None:
    for page in opened(browser, f"{page_path.as_uri()}#briefing/northland-2014", 1280, 800):
        expect(page.locator("h1")).to_have_text("Briefing: Northland 2014")
        told = later(page)
        go(page, "ledger?member=Northland&year=2014")
        assert told == later(page)
        assert "the next report is not yet read" not in told.values()


def test_a_filter_of_the_year_leaves_later_reports_to_say_what_became_of_promises(few: Page) -> None:
    go(few, "ledger")
    everything = later(few)
    go(few, "ledger?year=2014")
    assert later(few).items() <= everything.items()
    assert set(later(few).values()) != {"no later report is loaded"}


# ---- members ----


def test_members_are_in_the_order_of_the_alphabet_with_the_years_that_are_missing(page: Page) -> None:
    go(page, "members")
    rows = texts(page, "#view .sheet tbody th")
    years = [
        f"{member} {year}" for member in ("Eastland", "Northland", "Romania", "Southland") for year in (2014, 2015)
    ]
    assert rows == years
    missing = page.locator("tr", has_text="Romania 2015")
    assert set(missing.locator("td").all_inner_texts()) == {"no report loaded"}
    labels = {mark.get_attribute("aria-label") or "" for mark in page.locator("a.state").all()}
    for words in ("Blank in the form", "not yet read", "read in part", "Refers to another place", "nothing to report"):
        assert any(words in label for label in labels), words


def test_two_reports_stand_side_by_side(page: Page) -> None:
    go(page, "members")
    page.locator("[data-filter=one]").select_option(label="Northland 2014")
    page.locator("[data-filter=other]").select_option(label="Northland 2015")
    table = page.get_by_role("table", name="Side by side")
    expect(table.locator("thead")).to_contain_text("Northland 2015")
    assert "one=northland-2014" in page.url
    assert "other=northland-2015" in page.url
    heads = [" ".join(text.split()) for text in table.locator("tbody th").all_inner_texts()]
    assert heads[0].startswith("1.1 Identify more victims section 1.1/A A) Please report on")
    assert len(heads) == len(set(heads)) == 21  # three sections of seven goals
    cells = [" ".join(text.split()) for text in table.locator("tbody tr").nth(2).locator("td").all_inner_texts()]
    assert cells == [
        "C ● Second training course of the Cyber Unit (Planned) Parents’ evenings (Planned)",
        "C ● Exercise of 2016 (Planned)",
    ]
    expect(table.locator("tbody tr", has_text="section 2.1/A").locator("td").first).to_have_text(
        re.compile("A ○.*No contribution is recorded here")
    )
    page.reload()
    expect(page.get_by_role("table", name="Side by side")).to_be_visible()


def test_side_by_side_nothing_is_lost_that_a_report_says_under_a_goal(page: Page) -> None:
    go(page, "members?one=northland-2015&other=romania-2014")
    own = page.get_by_role("table", name="Side by side").locator("tbody tr", has_text="3.1 Run awareness campaigns")
    named = set(own.locator("td:nth-child(3) li a").all_text_contents())
    go(page, "goal/global-alliance-3.1?member=Romania")
    page.locator("#view .frame > button").evaluate_all("all => all.forEach(one => one.click())")
    tables = page.locator("[data-part^=contributors-] table")
    assert named == set(tables.locator("td[data-label=Initiative] a").all_text_contents())


def test_the_same_figure_stands_in_the_order_of_time(page: Page) -> None:
    go(page, "numbers")
    table = page.get_by_role("table", name="The same figure over time")
    heads = ["Member", "What is counted", "Initiative", "Unit", "Counted by", "As printed, in the order of time"]
    assert table.locator("thead th").all_inner_texts() == heads
    rows = [
        texts_of(row.locator("th, td:not(:last-child), td:last-child p")) for row in table.locator("tbody tr").all()
    ]
    proof = "Northland {}, {}"
    found = {row[1]: row[5:] for row in rows if row[0] == "Northland"}
    assert found == {
        "increase in identified victims in the ICSE database": [
            f"2014: 12 {proof.format(2014, '1.1/B')}", f"2015: 6 {proof.format(2015, '1.1/B')}",
        ],
        "reports that reached the hotline": [
            f"2014: more than 300 {proof.format(2014, '1.1/B')}", f"2015: more than 450 {proof.format(2015, '1.1/B')}",
        ],
        "pages removed": [f"2014: 40 {proof.format(2014, '4.1/B')}", f"2015: 55 {proof.format(2015, '4.1/B')}"],
    }  # fmt: skip
    table.get_by_role("button", name="Sentence in Northland 2015, 4.1/B").click()
    expect(table.locator("blockquote")).to_contain_text("55")


def test_one_report_alone_may_give_a_figure_for_several_periods(page: Page) -> None:
    go(page, "numbers?member=Romania")
    table = page.get_by_role("table", name="The same figure over time")
    hotline = table.locator("tbody tr", has_text="reported to the Romanian Hotline")
    assert texts_of(hotline.locator("td:last-child p")) == [
        f"{period} Romania 2014, 1.1/B" for period in ("2011: 78", "2013: 265")
    ]
    counted = table.locator("tbody th").all_inner_texts()
    assert len(counted) == 4
    assert not [text for text in counted if "chapters" in text]  # twice in the report, of no period


def test_a_section_that_is_not_read_is_not_said_to_have_nothing(page: Page) -> None:
    go(page, "members?one=eastland-2015&other=romania-2014")
    table = page.get_by_role("table", name="Side by side")
    blank, unread = (table.locator("tbody tr", has_text=f"section 1.1/{letter}").first for letter in "AB")
    expect(blank.locator("td").first).to_have_text("A ○No contribution is recorded here.")
    expect(unread.locator("td").first).to_have_text(
        "B ◌No contribution is recorded here so far; the section is not wholly read."
    )
    expect(blank.locator("th")).to_contain_text("your country’s 2014 report")
    expect(blank.locator("th")).to_contain_text("your country’s 2013 report")


def texts_of(found: Locator) -> list[str]:
    """Return the texts, each on one line."""
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_a_member_and_a_year_are_chosen_for_all_views(page: Page) -> None:
    go(page, "briefing/romania-2014")
    report = page.locator("[data-filter=report]")
    expect(report.locator("option:checked")).to_have_text("Romania 2014")
    report.select_option(label="Northland 2014")
    expect(page.locator("h1")).to_have_text("Briefing: Northland 2014")
    page.locator("#views").get_by_role("link", name="Numbers").click()
    expect(page.get_by_label("Member")).to_have_value("Northland")
    go(page, "goal/global-alliance-1.1?member=Northland&year=2014")
    assert {text.partition(",")[0] for text in texts(page, ".card .where a")} == {"Northland 2014"}


def test_of_many_reports_each_opens_when_it_is_asked_for(page: Page) -> None:
    go(page, "goal/global-alliance-1.1")
    reports = [text for text in texts(page, "#view .later > summary") if "inferred" not in text]
    assert len(reports) > 3
    assert reports == sorted(reports)
    page.locator("#view .later > summary").first.click()
    expect(page.locator("#view .later .card").first).to_be_visible()


# ---- a goal across members ----


def by_status(page: Page) -> dict[str, dict[str, str]]:
    """Return the numbers of each member by status."""
    table = page.get_by_role("table", name="Members by status of what is reported")
    _, *statuses = table.locator("thead th").all_inner_texts()
    rows = table.locator("tbody tr").all()
    numbers = (dict(zip(statuses, row.locator("td").all_inner_texts(), strict=True)) for row in rows)
    return dict(zip((row.locator("th").inner_text() for row in rows), numbers, strict=True))


def test_a_goal_shows_its_members_by_status_in_the_order_of_the_alphabet(page: Page) -> None:
    go(page, "goal/global-alliance-1.1?year=2014")
    found = by_status(page)
    assert list(found) == ["Northland", "Romania", "Southland"]
    for member, numbers in found.items():
        go(page, f"briefing/{member.lower()}-2014")
        table = page.get_by_role("table", name="Goals by status of what is reported")
        heads = table.locator("thead th").all_inner_texts()[2:]
        own = dict(zip(heads, table.locator("tbody tr").first.locator("td").all_inner_texts()[1:], strict=True))
        assert {status: own.get(status, "–") for status in numbers} == numbers


def test_a_number_leads_to_what_it_counts(page: Page) -> None:
    go(page, "goal/global-alliance-1.1?year=2014")
    number = by_status(page)["Northland"]["Done"]
    row = page.get_by_role("table", name="Members by status of what is reported").locator("tr", has_text="Northland")
    row.get_by_role("link", name=re.compile(r"^\d+ initiatives?, Done, under 1.1 .*, Northland$")).click()
    expect(page.get_by_label("Member")).to_have_value("Northland")
    expect(page.get_by_label("Status")).to_have_value("done")
    expect(page.get_by_label("Year")).to_have_value("2014")
    done = page.get_by_role("table", name="Done", exact=True)
    initiatives = done.locator("thead th").all_inner_texts().index("Initiative")
    assert len(set(done.locator(f"tbody tr > :nth-child({initiatives + 1})").all_inner_texts())) == int(number)
    expect(page.get_by_role("table", name="Members by status of what is reported")).to_have_count(0)


def test_a_target_counts_all_of_its_goals(page: Page) -> None:
    go(page, "target/global-alliance-2?year=2014")
    numbers = by_status(page)["Northland"]
    assert {status: number for status, number in numbers.items() if number != "–"} == {
        "Done": "1", "Under development": "1", "Only a willingness, nothing promised yet": "1",
    }  # fmt: skip


def test_one_member_is_not_set_beside_itself(browser: Browser, build: Path) -> None:
    for page in opened(browser, (build / "explorer.html").as_uri(), 1280, 800):
        go(page, "goal/global-alliance-1.1")
        expect(page.get_by_role("table", name="Sections of the form")).to_be_visible()
        expect(page.get_by_role("table", name="Members by status of what is reported")).to_have_count(0)


def test_many_members_are_shown_by_status_when_it_is_asked_for(browser: Browser, eleven: Path) -> None:
    for page in opened(browser, eleven.as_uri(), 1280, 800):
        go(page, "goal/global-alliance-2.1")
        expect(page.get_by_role("table", name="Members by status of what is reported")).to_have_count(0)
        page.get_by_text("11 members by status of what is reported").click()
        expect(page.get_by_role("table", name="Members by status of what is reported")).to_be_visible()
        members = list(by_status(page))
        assert len(members) == 11
        assert members == sorted(members)


def test_the_sections_of_many_reports_are_shown_when_it_is_asked_for(browser: Browser, eleven: Path) -> None:
    for page in opened(browser, f"{eleven.as_uri()}#goal/global-alliance-1.1", 1280, 800):
        heading = page.get_by_role("heading", name="Sections of the form")
        table = page.get_by_role("table", name="Sections of the form")
        expect(heading).to_be_visible()
        expect(table).to_have_count(0)
        page.get_by_text("Show the sections of 11 reports").click()
        expect(table.locator("tbody tr")).to_have_count(11)
