"""The eight tasks of a policy officer, each walked from the start of the real page, by mouse and by keyboard alone."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from tests.visitor import Visitor
from tests.viz_page import opened, texts

POSTPONED = "The national conference foreseen to be organised at the end of the project was postponed"


@pytest.fixture(params=["mouse", "keyboard"])
def visitor(request: pytest.FixtureRequest, browser: Browser, build: Path) -> Iterator[Visitor]:
    """Yield a visitor who has just opened the page of Romania's report."""
    for page in opened(browser, (build / "explorer.html").as_uri(), 1280, 800):
        page.locator("#view h1").wait_for()
        yield Visitor(page, request.param == "keyboard")


@pytest.fixture
def page(browser: Browser, build: Path) -> Iterator[Page]:
    """Yield the page of Romania's report."""
    yield from opened(browser, (build / "explorer.html").as_uri(), 1280, 800)


def view(visitor: Visitor, name: str) -> None:
    """Follow the link to a view."""
    visitor.press(visitor.page.locator("#views").get_by_role("link", name=name, exact=True))
    expect(visitor.page.locator("#views [aria-current]")).to_have_text(name)


def table(visitor: Visitor, title: str) -> Locator:
    """Return the table with that title."""
    return visitor.page.get_by_role("table", name=title, exact=True)


def rows(visitor: Visitor, title: str) -> list[list[str]]:
    """Return the cells of a table, without its head, once the visitor has it before them."""
    seen = table(visitor, title)
    seen.scroll_into_view_if_needed()
    found = seen.locator("tbody tr:not(.proofs)")
    return [[" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()] for row in found.all()]


def saved(visitor: Visitor, found: Locator) -> Download:
    """Return the file that a button saves."""
    with visitor.page.expect_download() as download:
        visitor.press(found)
    return download.value


def pasted(visitor: Visitor) -> str:
    """Return what was copied, by pasting it into a field of the page once the page says that it is copied."""
    expect(visitor.page.locator("#status")).to_have_text("Copied.")
    field = visitor.page.get_by_label("Search")
    field.focus()
    visitor.page.keyboard.press("Control+V")
    return field.input_value()


def test_prove_a_fact_for_goal_4_1(visitor: Visitor) -> None:
    visitor.press(visitor.page.get_by_role("link", name="4.1 Private sector: identify and remove").first)
    visitor.press(table(visitor, "Postponed").get_by_role("button", name="Sentence in 4.1/A"))
    proof = table(visitor, "Postponed").locator(".quotation")
    expect(proof.locator("blockquote")).to_contain_text(POSTPONED)
    assert proof.locator("blockquote").get_attribute("lang") == "en"
    visitor.press(proof.get_by_role("link", name="Romania 2014, section 4.1/A"))
    marked = visitor.page.locator(".report-text mark.chosen", has_text="The national conference")
    expect(marked).to_be_in_viewport()
    facts = visitor.page.locator(".facts-of-sentence")
    expect(facts).to_contain_text("organises National conference at the end of the project")
    assert visitor.acts == 3


def test_promises_and_what_became_of_announcements(visitor: Visitor) -> None:
    view(visitor, "Promises")
    promised = rows(visitor, "Promises")
    assert next(row for row in promised if "Training of" in row[0])[1:3] == [
        "Save the Children",
        "Ministry of Education",
    ]
    assert {row[-1] for row in promised} == {"no later report is loaded"}
    announced = {row[0]: row[3] for row in rows(visitor, "What was announced, and what has become of it")}
    assert announced["National conference at the end of the project"] == "postponed"
    assert announced["Resource guide for schools to be used in classrooms"] == "done"
    assert visitor.acts == 1
    visitor.press(table(visitor, "Promises").locator("tr", has_text="National conference").get_by_role("button"))
    expect(table(visitor, "Promises").locator("blockquote")).to_contain_text(POSTPONED)


def test_penalties_before_and_after(visitor: Visitor) -> None:
    view(visitor, "Laws")
    visitor.page.get_by_role("button", name="Show all", exact=False).first.wait_for()
    told = rows(visitor, "Laws and provisions")
    law = {row[0]: row for row in told}
    assert law["Law no. 678/2001 art. 18 par. 2"][2] == "The same punishment our reading: imprisonment, 3 to 10 years"
    assert law["Law no. 678/2001 art. 18 par. 1"][2].startswith("imprisonment between 3 and 10 years")
    assert law["Law no. 678/2001 art. 18 par. 1"][4] == "2014-01-31"
    before, after = (rows(visitor, f"{how} Law no. 187/2012") for how in ("Ended by", "Brought into force by"))
    assert {row[2] for row in before} == {"2014-01-31"}
    assert {row[2] for row in after} == {"2014-02-01", "2014-02-01 (inferred)"}
    out, since = ([number for number, row in enumerate(told) if row[column]] for column in (4, 3))
    assert max(out) < min(number for number in since if number not in out)
    assert visitor.acts == 1


def test_meetings_in_order_with_whom(visitor: Visitor) -> None:
    view(visitor, "Timeline")
    visitor.choose(visitor.page.get_by_label("Kind"), "meeting")
    dated = table(visitor, "What has a date")
    expect(dated.locator("tbody tr").first).to_contain_text("meeting")
    found = [row for row in rows(visitor, "What has a date") if row[3] == "meeting"]
    starts = [re.sub(r"^(from|until) ", "", row[0])[:10] for row in found]
    assert len(found) > 5
    assert starts == sorted(starts)
    who = dated.get_by_role("columnheader").all_inner_texts().index("Who")
    assert "Romanian Safer Internet Consortium takes part in (2 representatives) Done" in {row[who] for row in found}
    assert "kind=Meeting" in visitor.page.url
    assert visitor.acts == 2
    visitor.press(dated.get_by_role("link", name="Insafe Training Meeting in Sofia").first)
    expect(table(visitor, "Done").locator("tbody")).to_contain_text("Romanian Safer Internet Consortium")


def test_who_takes_part_in_the_whole_is_not_stated_of_a_meeting(visitor: Visitor) -> None:
    view(visitor, "Timeline")
    visitor.choose(visitor.page.get_by_label("Kind"), "meeting")
    dated = table(visitor, "What has a date")
    whole = "Participants of Meetings with authorities, of which this is part: Public and private institutions."
    meeting = dated.locator("tbody tr", has_text="General Advisory Board Assembly meeting of 27 June 2013")
    expect(meeting.locator(".cell:not(.of-whole)")).to_have_text("Romanian Safer Internet Consortium organises Done")
    expect(meeting.locator(".of-whole")).to_contain_text(f"{whole} It is not stated of this event itself.")
    assert dated.locator("tbody tr", has_text="Insafe Training Meeting").locator(".of-whole").count() == 0
    visitor.press(meeting.locator(".of-whole button").first)
    expect(dated.locator("tr.proofs .quotation").first).to_be_visible()
    visitor.choose(visitor.page.get_by_label("Role"), "organises")
    expect(meeting.locator(".cell").first).to_be_visible()
    assert dated.locator(".of-whole").count() == 0
    visitor.press(meeting.get_by_role("link", name="General Advisory Board Assembly meeting"))
    expect(visitor.page.locator("h1")).to_contain_text("27 June 2013")
    expect(visitor.page.locator("#view > .of-whole")).to_contain_text(whole)


def test_all_that_has_a_date_is_in_order_and_keeps_its_date_where_a_status_is_chosen(visitor: Visitor) -> None:
    view(visitor, "Timeline")
    every = {row[2]: row for row in rows(visitor, "What has a date")}
    starts = [re.sub(r"^(from|until) ", "", row[0])[:4] for row in every.values()]
    assert starts == sorted(starts)
    visitor.choose(visitor.page.get_by_label("Status"), "Done")
    expect(visitor.page.locator("form.filters a")).to_have_text("Show all")
    done = {row[2]: row for row in rows(visitor, "What has a date")}
    meeting = "Insafe conference in Cyprus, 15-16 May 2012"
    assert done[meeting] == every[meeting]


@pytest.mark.parametrize(
    ("name", "field"), [("Timeline", "Kind"), ("Timeline", "Status"), ("Numbers", "Kind"), ("Promises", "Status")]
)
def test_no_choice_leads_to_nothing(page: Page, name: str, field: str) -> None:
    page.locator("#views").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_have_text(name)
    select = page.get_by_label(field)
    for number in range(1, select.locator("option").count()):
        select.select_option(index=number)
        page.wait_for_url(re.compile(f"{field.lower()}="))
        expect(page.locator("#view tbody tr").first).to_be_visible()


def test_a_postponed_promise_and_what_was_announced_are_found_by_their_status(visitor: Visitor) -> None:
    view(visitor, "Promises")
    visitor.choose(visitor.page.get_by_label("Status"), "Postponed")
    for title in ("Promises", "What was announced, and what has become of it"):
        expect(table(visitor, title).locator("tbody th")).to_have_text(
            ["National conference at the end of the project"]
        )


def test_what_is_not_said_and_the_numbers_of_the_hotline(visitor: Visitor) -> None:
    blanks = visitor.page.locator("h2:text-is('Blank in the form') ~ ul").first.locator("li")
    assert [text[:13] for text in blanks.all_inner_texts()] == [
        f"section {code}" for code in ("2.1/C", "2.2/B", "3.2/A", "4.1/B", "4.1/C", "4.2/A", "4.2/B")
    ]
    assert "does not mean that nothing was done" in visitor.page.locator("main").inner_text()
    assert rows(visitor, "Laws for which nobody is named")
    assert "National conference at the end of the project" in {row[0] for row in rows(visitor, "Nobody is named for")}
    view(visitor, "Numbers")
    told = [row for row in rows(visitor, "Numbers that were counted") if "Hotline" in " ".join(row)]
    assert {"78", "265", "940"} <= {cell for row in told for cell in row}
    assert visitor.acts == 1
    visitor.press(table(visitor, "Numbers that were counted").get_by_role("link", name="Internet Hotline").first)
    expect(table(visitor, "Numbers that were counted").locator("tbody")).to_contain_text("265")


def test_what_one_ministry_does(visitor: Visitor) -> None:
    view(visitor, "Actors")
    visitor.press(visitor.page.get_by_role("link", name="Ministry for Information Society", exact=True))
    expect(visitor.page.locator("h1")).to_have_text("Ministry for Information Society")
    goals = [row[0][:3] for row in rows(visitor, "Goals and roles")]
    assert goals == sorted(goals)
    assert {"2.2", "3.1", "4.2"} <= set(goals)
    assert rows(visitor, "Who is named with the same initiatives")
    assert visitor.acts == 2
    visitor.press(visitor.page.locator("summary", has_text=re.compile("^Show")).first)
    expect(visitor.page.locator(".card blockquote").first).to_be_visible()


def test_share_print_export_and_quote(visitor: Visitor) -> None:
    page = visitor.page
    view(visitor, "Promises")
    tools = page.locator(".sheet", has=table(visitor, "Promises")).locator(".tools")
    text = saved(visitor, tools.get_by_role("button", name="CSV")).path().read_text(encoding="utf-8-sig")
    written = list(csv.reader(io.StringIO(text)))
    book = openpyxl.load_workbook(
        io.BytesIO(saved(visitor, tools.get_by_role("button", name="XLSX")).path().read_bytes())
    )
    (sheet,) = book.worksheets
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == written
    assert written[0][:3] == ["What", "Actor", "Together with"]
    assert len(written) == 1 + len(rows(visitor, "Promises"))
    row = table(visitor, "Promises").locator("tr", has_text="National conference")
    visitor.press(row.get_by_role("button"))
    visitor.press(page.get_by_role("button", name="Copy quotation"))
    expect(page.get_by_role("status")).to_have_text("Copied.")
    quoted = pasted(visitor)
    assert quoted.startswith(f"“{POSTPONED}")
    assert "carried out.” (" in quoted
    assert quoted.endswith(", section 4.1/A)")


def test_a_saved_table_is_named_after_its_page_and_what_it_holds(visitor: Visitor) -> None:
    visitor.press(visitor.page.get_by_role("link", name="4.1 Private sector: identify and remove").first)
    tools = visitor.page.locator(".sheet", has=table(visitor, "Postponed"))
    name = saved(visitor, tools.get_by_role("button", name="CSV")).suggested_filename
    assert name == "goal-global-alliance-4.1-contributors-postponed.csv"


def test_a_link_to_a_claim_can_be_sent(visitor: Visitor, browser: Browser) -> None:
    visitor.press(visitor.page.get_by_role("link", name="4.1 Private sector: identify and remove").first)
    visitor.press(visitor.page.get_by_role("button", name="Copy link").first)
    address = pasted(visitor)
    assert re.search(r"#text/romania-2014\?claim=\w+$", address)
    for other in opened(browser, address, 1024, 768):
        expect(other.locator("mark.chosen").first).to_be_in_viewport()
        expect(other.locator(".facts-of-sentence .card")).to_have_count(1)


def test_a_drawing_can_be_saved(visitor: Visitor) -> None:
    visitor.press(visitor.page.get_by_role("link", name="4.1 Private sector: identify and remove").first)
    visitor.press(visitor.page.get_by_role("link", name="Draw the network"))
    svg = saved(visitor, visitor.page.get_by_role("button", name="SVG")).path().read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert "Baseline database" in svg
    drawn = {(row[0], row[1]): row[3] for row in rows(visitor, "The links of the drawing")}
    line = drawn["National conference at the end of the project", "serves the goal"]
    assert line == "planned, pending, postponed, delayed"
    assert "explorer.html#network" in svg
    assert saved(visitor, visitor.page.get_by_role("button", name="PNG")).path().read_bytes().startswith(b"\x89PNG")


def test_find_a_word_of_the_report(visitor: Visitor) -> None:
    visitor.type(visitor.page.get_by_label("Search"), "baseline")
    hits = visitor.page.locator(".hits a")
    expect(visitor.page.locator("h1")).to_have_text("Search: baseline")
    assert texts(visitor.page, "mark.hit")[0].lower() == "baseline"
    last = hits.filter(has_text="Romania 2014, section").last
    visitor.press(last)
    expect(visitor.page.locator(".report-text")).to_be_visible()
    assert visitor.page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())")[0] == "Baseline"
    assert visitor.acts == 2


def test_one_misspelt_word_of_several_is_mended(visitor: Visitor) -> None:
    visitor.type(visitor.page.get_by_label("Search"), "ministry of internl affairs")
    expect(visitor.page.get_by_role("link", name="Ministry of Internal Affairs", exact=True).first).to_be_visible()
