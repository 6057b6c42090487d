"""The endpoint's page in a real browser: ask a question, write a query, read the answer as a table or a network."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, Route, expect

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.viz.console.page import SHOWN
from tests.axe import violations
from tests.serving import CROSS_JOIN, Server, served
from tests.test_reading_states import HALF
from tests.viz_page import window

expect.set_options(timeout=60_000)  # patience on a busy machine: what happens is tested, not how soon
ATTACK = "<img src=x onerror=alert(1)>"
EDITOR = "The query, in SPARQL"
INTERPOL = "https://w3id.org/alliancegraph/id/organization/interpol"
CONTRIBUTION = f"""SELECT ?contribution ?actor ?role ?goal {{
  VALUES ?goal {{ goal:global-alliance-4.1 }}
  ?contribution ag:actor ?actor ; ag:role ?role ; ag:goal ?goal FILTER (?actor = <{INTERPOL}>)
}}"""
ROLES = "SELECT ?contribution ?role { ?contribution a ag:Contribution ; ag:role ?role } ORDER BY ?role LIMIT 200"
CLASSES = """SELECT ?thing ?class {
  VALUES ?class { ag:Contribution ag:DerivedStatement ag:Initiative ag:Tally } ?thing a ?class
} ORDER BY ?class ?thing"""
GOAL = "4.1 Private sector: identify and remove"
GOALS = "SELECT ?goalNumber { ?g a ag:OperationalGoal ; skos:notation ?goalNumber } ORDER BY ?goalNumber"


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build, "--seconds", "300") as running:
        yield running


def _opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """Yield a page that has no trouble of its own, breaks no policy, and loads nothing from elsewhere."""
    answered: list[tuple[str, int]] = []
    refused: list[str] = []

    def on_response(response: Response) -> None:
        answered.append((response.url, response.status))

    def on_message(message: ConsoleMessage) -> None:
        refused.extend([message.text] if "Security Policy" in message.text else [])

    with window(browser, width, height) as page:
        page.on("response", on_response)
        page.on("console", on_message)
        page.goto(f"{address}/reports")  # of the same origin, and opened sooner than the page
        page.evaluate("localStorage.clear()")
        page.goto(f"{address}/")
        yield page
        page.remove_listener("response", on_response)
        page.remove_listener("console", on_message)
    assert refused == []
    assert all(url.startswith((address, "blob:", "data:")) for url, _ in answered)
    assert {status for _, status in answered} <= {200, 400}


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    yield from _opened(browser, server.address, 1280, 800)


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Page]:
    yield from _opened(browser, server.address, 390, 844)


@pytest.fixture(scope="module")
def half_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    out = tmp_path_factory.mktemp("half") / "build"
    assert main(["build", str(HALF), "--out", str(out)]) == 0
    with served(out) as running:
        yield running


@pytest.fixture
def half(browser: Browser, half_server: Server) -> Iterator[Page]:
    """Yield the page of a server on a report that is read in part."""
    yield from _opened(browser, half_server.address, 1280, 800)


def _editor(page: Page) -> Locator:
    return page.get_by_label(EDITOR)


def _write(page: Page, sparql: str) -> None:
    """Write a query in place of another, which is removed first: what is typed over several lines, browsers style."""
    _editor(page).press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(sparql)


def _run(page: Page, sparql: str) -> None:
    _write(page, sparql)
    page.keyboard.press("Control+Enter")


def _field(page: Page, name: str) -> Locator:
    return page.locator("#parameters").get_by_label(name, exact=True)


def _options(page: Page) -> Locator:
    return page.locator(".options [role='option']")


def _choose(page: Page, title: str, **values: str) -> None:
    page.get_by_label("A question of the library").select_option(label=title)
    for name, value in values.items():
        _field(page, name).fill(value)


def _ask(page: Page, title: str, **values: str) -> None:
    _choose(page, title, **values)
    page.get_by_role("button", name="Ask", exact=True).click()


def _said(page: Page) -> Locator:
    return page.locator("#said")


def test_a_question_of_the_library_is_asked_and_shows_its_query(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_contain_text("3 rows")
    expect(page.get_by_role("columnheader")).to_contain_text(["Goal", "Actor"])
    expect(page.get_by_role("columnheader").first).to_have_attribute("title", "?goalNumber")
    expect(page.locator("#rows")).to_contain_text("Romanian Centre for Missing and Sexually Exploited Children – FOCUS")
    expect(page.locator(".sentence").first).to_contain_text("Quote: ")
    expect(_editor(page)).to_contain_text(re.compile(r"VALUES \?goal \{ <[^>]+goal/global-alliance-4\.1> \}"))
    expect(page).to_have_title("Who contributes to a goal: 4.1 – Ask the graph")


def test_a_value_that_nobody_knows_is_told_before_anything_is_asked(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.9")
    expect(page.locator("#problem-goal")).to_contain_text("no goal is called '4.9'")
    expect(page.locator("#problem-goal")).to_contain_text("Did you mean 4.2 or 4.1?")
    expect(_field(page, "Goal")).to_be_focused()
    expect(_field(page, "Goal")).to_have_attribute("aria-invalid", "")
    expect(_said(page)).to_be_empty()
    _field(page, "Goal").fill("4.2")
    page.keyboard.press("Enter")
    expect(_said(page)).to_contain_text("1 row")
    expect(page.locator("#problem-goal")).to_be_empty()


def test_a_value_that_is_needed_is_asked_for(page: Page) -> None:
    _ask(page, "How two actors are linked", Actor="MIA")
    expect(page.locator("#problem-other")).to_contain_text("needed: any name of the other actor")
    expect(_field(page, "Other")).to_be_focused()
    expect(_said(page)).to_be_empty()
    _field(page, "Other").fill("Romanian Public Prosecutor's Office")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(_said(page)).to_contain_text("rows")


def test_values_that_do_not_go_together_are_told(page: Page) -> None:
    _ask(page, "What changed between two years of a member", Member="Romania", Earlier="2014", Later="2013")
    expect(_said(page)).to_contain_text("Give two that differ, the smaller one as --earlier")


def test_a_field_without_known_values_offers_none(page: Page) -> None:
    _choose(page, "One claim with all its evidence")
    page.get_by_role("button", name="Values of Claim").click()
    _field(page, "Claim").fill("d0fad")
    page.keyboard.press("Enter")
    expect(page.locator("#problem-claim")).to_contain_text("no claim 'd0fad'")
    expect(page.locator(".options-room :visible")).to_have_count(0)


def test_a_field_offers_its_values_by_label_and_by_other_names(page: Page) -> None:
    _choose(page, "Partners of an actor")
    actor = _field(page, "Actor")
    actor.press_sequentially("coc")
    options = _options(page)
    expect(options).to_have_text([re.compile("Countering Organized Criminality Directorate.*COCD")])
    actor.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert actor.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    actor.press("Enter")
    expect(actor).to_have_value("Countering Organized Criminality Directorate")
    expect(options).to_have_count(0)
    actor.press("Enter")
    expect(page.locator("#rows")).to_contain_text("Interpol")


def test_all_values_are_a_click_away_and_escape_closes_them(page: Page) -> None:
    _choose(page, "Who contributes to a goal")
    page.get_by_role("button", name="Values of Goal").click()
    expect(_options(page)).to_contain_text(["1 Identify", "1.1 ", "2 "])
    page.keyboard.press("Escape")
    expect(_options(page)).to_have_count(0)
    page.get_by_role("button", name="Values of Status").click()
    page.locator(".options [data-value='ongoing']").click()
    expect(_field(page, "Status")).to_have_value("ongoing")


def test_accents_do_not_matter_in_a_field(half: Page) -> None:
    _choose(half, "Who contributes to a goal")
    _field(half, "Member").press_sequentially("ESTÓN")
    expect(_options(half)).to_have_text([re.compile("Estonia")])
    _field(half, "Member").fill("zzz")
    expect(half.locator(".options-more").nth(1)).to_contain_text("None of the known values")


def test_another_question_that_is_named_is_one_step_away(page: Page) -> None:
    page.get_by_label("A question of the library").select_option("contributors")
    page.locator("#meaning").get_by_role("button", name="unnamed").click()
    expect(page.get_by_label("A question of the library")).to_have_value("unnamed")
    expect(page.locator("#tabs [aria-current]")).to_have_text("What is reported without naming an actor")


def test_the_answer_is_a_network_too(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("5 items, 3 links: Actor to Initiative")
    expect(page.locator("#network .mark")).to_have_count(5)
    expect(page.locator("#network .diagram-legend text")).to_have_text(["Actor", "Initiative", "another stated link"])
    expect(page.get_by_label("named by")).to_have_value("roleName")
    page.get_by_label("to", exact=True).select_option("memberName")
    expect(page.locator("#drawn")).to_contain_text("4 items, 3 links: Actor to Member")
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator("table")).to_be_visible()


def test_a_mark_of_the_network_says_what_links_it(page: Page) -> None:
    _run(
        page,
        'SELECT * { VALUES (?actorName ?roleName ?goalName ?rule) { ("A" "is in" "G" UNDEF) ("B" "leads" "G" "r") } }',
    )
    page.get_by_role("button", name="Network", exact=True).click()
    address = page.url
    page.get_by_role("link", name="B, Actor; leads: G (inferred)").click()
    expect(page.locator("#network .mark.chosen")).to_be_focused()
    expect(page.locator("#network p.note")).to_have_text("B, Actor; leads: G (inferred)")
    assert page.url == address


def test_a_network_has_the_links_that_its_question_names(page: Page) -> None:
    _ask(page, "How two actors are linked", Actor="MIA", Other="Romanian Public Prosecutor's Office")
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("4 items, 3 links: From to To")
    expect(page.get_by_label("named by")).to_have_value("link")
    expect(page.get_by_label("Links from")).to_have_value("oneName")


def test_the_slip_of_a_wrong_query_is_marked_at_its_place(page: Page) -> None:
    _run(page, "SELECT * { ?s ?p")
    expect(page.locator(".problem:visible")).to_contain_text(
        "line 1, column 10 of the query: not SPARQL: a '{' that is not closed"
    )
    expect(page.locator("#sparql .cm-lintRange-error")).to_have_text("{")
    expect(page.locator("#sparql .cm-lint-marker-error")).to_have_count(1)
    _run(page, "SELECT * { ?s ag:goll ?o }")
    expect(_said(page)).to_contain_text("Did you mean ag:goal?")
    expect(page.locator(".problem:visible")).to_have_count(0)
    expect(page.locator("#sparql .cm-lintRange-error")).to_have_count(0)


def test_the_editor_colours_and_pairs_and_numbers_lines(page: Page) -> None:
    _write(page, "")
    page.keyboard.type("ASK { ")
    expect(_editor(page)).to_have_text("ASK { }")
    page.keyboard.press("Backspace")
    expect(page.locator("#sparql .cm-matchingBracket")).to_have_count(2)
    colours = page.locator("#sparql .cm-line span").evaluate_all(
        "spans => spans.map(each => getComputedStyle(each).color)"
    )
    assert len(set(colours)) > 1
    expect(page.locator("#sparql .cm-lineNumbers")).to_contain_text("1")


@pytest.mark.parametrize(("typed", "offered", "written"), [
    ("SELECT * { ?x a ag:Contrib", "ag:Contributioncontribution", "SELECT * { ?x a ag:Contribution"),
    ("SELECT * { ?x ag:displ", "ag:displayName", "SELECT * { ?x ag:displayName"),
    ("SELECT * { ?x ag:actor Interp", "Interpolorganization:interpol", "SELECT * { ?x ag:actor organization:interpol"),
    ("SELECT * { ?x sko", "skos:prefix", "SELECT * { ?x skos:"),
    ("SELECT ?statistic { ?stat", "?statistic", "SELECT ?statistic { ?statistic"),
    ("SELECT * { ?x ?y ?z } LIM", "LIMIT", "SELECT * { ?x ?y ?z } LIMIT"),
])  # fmt: skip
def test_the_editor_completes_words_and_names(page: Page, typed: str, offered: str, written: str) -> None:
    _write(page, typed[:-1])
    page.keyboard.type(typed[-1])
    expect(page.locator("#sparql .cm-tooltip-autocomplete li[aria-selected]")).to_contain_text(offered)
    page.locator("#sparql .cm-tooltip-autocomplete li[aria-selected]").click()
    expect(_editor(page)).to_have_text(written)


def test_nothing_is_offered_in_a_text(page: Page) -> None:
    _write(page, 'SELECT * { ?x ?y "Interpo')
    page.keyboard.type('l"')
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Control+Space")
    _run(page, "SELECT * { ?x ?y ?z } LIMIT 1")
    expect(_said(page)).to_contain_text("1 row")
    expect(page.locator("#sparql .cm-tooltip-autocomplete")).to_have_count(0)


def test_tab_leaves_the_editor(page: Page) -> None:
    _editor(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(_editor(page)).to_be_focused()


def test_an_answer_without_rows_says_why(page: Page) -> None:
    _run(page, "SELECT * { ?x skos:prefLabel 'Interpol' }")
    expect(_said(page)).to_contain_text('but there is "Interpol"@en: write it so.')
    _run(page, "ASK { ?x skos:prefLabel 'Interpol' }")
    expect(_said(page)).to_contain_text('but there is "Interpol"@en: write it so.')


def test_the_head_says_how_far_each_report_is_read(page: Page, half: Page) -> None:
    expect(page.locator("header .report")).to_have_text(["Romania 2014: read"])
    expect(half.locator("header .report")).to_have_text(["Estonia 2014: read in part"])


def test_an_answer_without_rows_names_the_reports_that_are_not_wholly_read(half: Page) -> None:
    _ask(half, "Who contributes to a goal", Goal="2.1")
    expect(_said(half)).to_contain_text("No rows")
    expect(half.locator("#said .note")).to_have_text(["Note: Estonia 2014 is read in part."])
    _ask(half, "Who contributes to a goal", Goal="1.1")
    expect(_said(half)).to_contain_text("1 row")
    expect(half.locator("#said .note")).to_have_count(0)


def test_a_long_answer_shows_its_first_rows_piece_by_piece_and_is_saved_whole(page: Page, store: Store) -> None:
    _run(page, "SELECT ?s ?o { ?s ?p ?o }")
    expect(page.locator(".cut")).to_contain_text(f"Only the first {SHOWN} rows; there are more")
    expect(page.locator("tbody")).to_have_count(250)
    page.get_by_role("button", name=f"Show 250 more of {SHOWN - 250} rows").click()
    expect(page.locator("tbody")).to_have_count(500)
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert Path(download.value.path()).read_bytes().count(b"\r\n") == len(store) + 1


def _wide(columns: int, rows: int) -> str:
    """Return a query with that many columns and at least as many rows."""
    names = " ".join(f'("{number}" AS ?column{number})' for number in range(columns - 1))
    return f"SELECT {names} (STRAFTER(STR(?s), 'id/') AS ?lastName) {{ ?s ?p ?o }} LIMIT {rows}"


def test_a_wide_and_long_answer_scrolls_below_its_head_and_beside_its_first_column(page: Page) -> None:
    _run(page, _wide(60, SHOWN))
    expect(_said(page)).to_contain_text(f"{SHOWN} rows", timeout=300_000)
    first, last = page.locator("tbody td").first, page.get_by_role("columnheader").last
    expect(last).to_have_text("Last")
    expect(last).not_to_be_in_viewport()
    page.locator("#rows").evaluate("rows => rows.scrollTo(rows.scrollWidth, 0)")
    expect(last).to_be_in_viewport(ratio=0.9)
    expect(first).to_be_in_viewport()
    page.locator("#rows").evaluate("rows => rows.scrollTo(rows.scrollWidth, 2000)")
    expect(last).to_be_in_viewport(ratio=0.9)
    page.get_by_label("Rows with").fill("report/romania-2014")
    expect(page.locator("#narrowed")).to_contain_text(f"of {SHOWN} rows")
    assert page.locator("tbody").count() < 250


def test_columns_can_be_hidden_and_stay_so(page: Page) -> None:
    _ask(page, "Numbers that a report gives")
    expect(page.locator("#empty")).to_contain_text("Empty in all rows: ")
    page.locator("#chooser summary").click()
    page.get_by_label("Kind", exact=True).uncheck()
    page.get_by_label("Quote", exact=True).uncheck()
    expect(page.get_by_role("columnheader", name="Kind")).to_have_count(0)
    expect(page.locator(".sentence", has_text="Quote: ")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("columnheader").first).to_have_text("Counted")
    expect(page.get_by_role("columnheader", name="Kind")).to_have_count(0)


def test_rows_are_narrowed_by_a_text_in_them_accents_and_case_aside(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    page.get_by_label("Rows with").fill("WÖRKSHOP")
    expect(page.locator("#narrowed")).to_have_text(re.compile(r"^\d of 3 rows; files have all$"))
    assert 0 < page.locator("tbody").count() < 3


def test_texts_are_texts(page: Page) -> None:
    _run(page, f"""SELECT ("{ATTACK}" AS ?textName) ("é\\n\\"q\\"" AS ?otherName) {{}}""")
    expect(page.locator("td").first).to_have_text(ATTACK)
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("2 items")
    _run(page, f"""CONSTRUCT {{ <urn:a> <urn:b> "{ATTACK} é\\n\\"q\\""@ro }} WHERE {{}}""")
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator("td").last).to_have_text(f'{ATTACK} é "q"')
    expect(page.locator("td").last).to_have_attribute("lang", "ro")
    assert page.locator("img").count() == 0


def test_yes_and_no(page: Page) -> None:
    _run(page, "ASK { ?s a ag:Contribution }")
    expect(_said(page)).to_have_text("Yes (true).")
    _run(page, "ASK { ?s a ag:Nothing }")
    expect(_said(page)).to_contain_text("No (false).")


def test_a_thing_tells_of_itself_and_the_way_back_leads_to_the_query(page: Page) -> None:
    _run(page, "SELECT ?goal { ?goal a ag:OperationalGoal } ORDER BY ?goal")
    page.get_by_role("link", name="1.1 Identify more victims").click()
    expect(_said(page)).to_contain_text("triples")
    expect(page.locator("#rows")).to_contain_text("rdf:type")
    assert "query=DESCRIBE" in page.url
    page.go_back()
    expect(_editor(page)).to_have_text("SELECT ?goal { ?goal a ag:OperationalGoal } ORDER BY ?goal")
    expect(page.locator("#rows")).to_contain_text("1.1 Identify more victims")


def test_things_in_answers_have_their_names_and_files_keep_the_iris(page: Page) -> None:
    _run(page, CONTRIBUTION)
    cells = page.locator("#rows td a")
    expect(cells).to_have_text(["Interpol initiates: Baseline database", "Interpol", "initiates", GOAL])
    expect(cells.nth(1)).to_have_attribute("title", f"organization:interpol\n{INTERPOL}")
    assert INTERPOL.encode() in _saved(page, "CSV")[1]
    page.get_by_role("button", name="IRIs", exact=True).click()
    expect(cells.nth(1)).to_have_text("organization:interpol")
    page.reload()
    expect(cells.nth(1)).to_have_text("organization:interpol")
    page.get_by_role("button", name="IRIs", exact=True).click()
    expect(cells.nth(1)).to_have_text("Interpol")


def test_a_description_tells_what_it_describes_and_what_refers_to_it(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _run(page, f"DESCRIBE <{INTERPOL}>")
    expect(_said(page).locator("strong")).to_have_text("Interpol")
    expect(_said(page).locator("code")).to_have_text(INTERPOL)
    expect(page.locator("#rows")).to_contain_text("works with")
    page.get_by_role("button", name="Copy IRI").click()
    expect(_said(page)).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == INTERPOL
    page.get_by_role("link", name="What refers to it").click()
    expect(page.locator("#rows tbody", has_text="Interpol initiates: Baseline").first).to_contain_text("actor")
    expect(page.locator("#tabs [aria-current]")).to_have_text("What refers to interpol")


def test_names_count_where_rows_are_narrowed(page: Page) -> None:
    _run(page, "SELECT ?s ?class { ?s a ?class } ORDER BY ?s")
    expect(page.locator("#rows tbody")).to_have_count(250)
    page.get_by_label("Rows with").fill("criminal code art. 374 par. 1")
    expect(page.locator("#narrowed")).to_have_text(re.compile(r"^\d+ of \d{4} rows; files have all$"))
    expect(page.locator("#rows td a").first).to_have_text("Criminal Code art. 374 par. 1")
    page.get_by_label("Rows with").fill("organization:interpol")
    expect(page.locator("#rows td a").first).to_have_text("Interpol")


def test_a_network_of_things_has_their_names_and_keeps_namesakes_apart(page: Page) -> None:
    _run(page, f"SELECT * {{ VALUES (?one ?other) {{ (<{INTERPOL}> ag:Project) (<{INTERPOL}> kind:project) }} }}")
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("3 items, 2 links")
    expect(page.locator("#network .mark")).to_contain_text(["Interpol"])


def test_a_triple_is_not_drawn_as_stated_for_it_may_be_inferred(page: Page) -> None:
    _run(page, f"CONSTRUCT {{ <{INTERPOL}> ag:contributesTo ?goal }} WHERE {{ <{INTERPOL}> ag:contributesTo ?goal }}")
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#network .diagram-legend")).to_contain_text("in a row of the answer that gives no sentence")
    expect(page.locator("#network .diagram-legend")).not_to_contain_text("stated")


def test_a_server_that_is_gone_is_told(page: Page) -> None:
    page.route("**/sparql", lambda route: route.abort())
    _run(page, GOALS)
    expect(page.locator(".problem:visible")).to_contain_text("The server does not answer. Start it again")
    page.unroute("**/sparql")


def test_an_answer_is_shown_where_names_cannot_be_had(page: Page) -> None:
    page.route("**/names", lambda route: route.fulfill(status=400))
    _run(page, CONTRIBUTION)
    expect(page.locator("#rows td a").nth(1)).to_have_text("organization:interpol")
    page.unroute("**/names")


def test_the_values_of_columns_narrow_the_rows_and_say_how_many_have_them(page: Page) -> None:
    _ask(page, "One actor's contributions, with quotes", Actor="Save the Children")
    rows = page.locator("#rows tbody")
    expect(rows.first).to_be_visible()
    before = rows.count()
    page.locator("#facets summary").click()
    expect(page.get_by_role("button", name="IRIs", exact=True)).to_be_hidden()
    boxes = page.get_by_role("group", name="Status")
    words = boxes.locator("label").all_inner_texts()
    assert words == sorted(words)
    assert sum(int(text.rpartition("(")[2].rstrip(")")) for text in words) == before
    boxes.get_by_label("ongoing", exact=False).last.check()
    expect(page.locator("#narrowed")).to_contain_text(f"of {before} rows")
    assert boxes.locator("label").all_inner_texts() == words
    boxes.get_by_label("ongoing", exact=False).last.uncheck()
    expect(rows).to_have_count(before)
    _run(page, "ASK {}")
    _run(page, CONTRIBUTION)
    expect(page.locator("#facets")).to_be_hidden()


def test_a_value_of_a_column_that_is_then_hidden_is_told_and_can_be_given_up(page: Page) -> None:
    _run(page, ROLES)
    rows = page.locator("#rows tbody")
    expect(rows.first).to_be_visible()
    before = rows.count()
    expect(page.get_by_role("button", name="Show all rows")).to_be_hidden()
    page.locator("#facets summary").click()
    box = page.get_by_role("group", name="Role").get_by_label("initiates", exact=False)
    box.check()
    page.locator("#chooser summary").click()
    page.get_by_role("group", name="Columns that are shown").get_by_label("Role").uncheck()
    expect(page.get_by_role("columnheader", name="Role")).to_have_count(0)
    expect(page.locator("#narrowed")).to_contain_text(f" of {before} rows, chosen by Role; files have all")
    assert rows.count() < before
    page.get_by_label("Rows with").fill("contribution")
    page.get_by_role("button", name="Show all rows").click()
    expect(rows).to_have_count(before)
    expect(page.locator("#narrowed")).to_be_empty()
    expect(page.get_by_label("Rows with")).to_be_focused()
    expect(page.get_by_label("Rows with")).to_have_value("")
    expect(box).not_to_be_checked()
    expect(page.get_by_role("button", name="Show all rows")).to_be_hidden()
    box.check()
    expect(page.locator("#narrowed")).to_contain_text(", chosen by Role; files have all")


def test_names_that_come_after_the_next_answer_offer_no_values_for_it(page: Page) -> None:
    held: list[Route] = []
    _run(page, CLASSES)
    expect(page.locator("#rows tbody")).to_have_count(250)
    page.route("**/names", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/names"):
        page.locator("#facets summary").click()
    _run(page, ROLES)
    expect(page.get_by_role("columnheader").last).to_have_text("Role")
    with page.expect_response("**/names"):
        held[0].continue_()
    page.evaluate("fetch('words').then(response => response.text())")
    page.unroute("**/names")
    expect(page.locator("#values")).to_be_empty()
    page.locator("#facets summary").click()
    expect(page.locator("#values legend")).to_have_text(["Role"])


def test_values_are_called_as_the_rows_are_and_stay_chosen(page: Page) -> None:
    _run(page, ROLES)
    page.locator("#facets summary").click()
    page.get_by_role("group", name="Role").get_by_label("initiates", exact=False).check()
    narrowed = page.locator("#narrowed").inner_text()
    page.get_by_role("button", name="IRIs", exact=True).click()
    expect(page.get_by_role("group", name="Role").get_by_label("role:initiates", exact=False)).to_be_checked()
    expect(page.locator("#narrowed")).to_have_text(narrowed)
    page.get_by_role("button", name="IRIs", exact=True).click()
    expect(page.get_by_role("group", name="Role").get_by_label("role:", exact=False)).to_have_count(0)


def test_a_link_asks_the_question_again_with_its_values_and_its_view(page: Page, server: Server) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1", Member="Romania")
    expect(_said(page)).to_contain_text("3 rows")
    page.get_by_role("button", name="Network", exact=True).click()
    address = f"{server.address}/#question=contributors&goal=4.1&member=Romania&view=network"
    assert page.url == address
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#drawn")).to_contain_text("5 items, 3 links")
    expect(_field(page, "Goal")).to_have_value("4.1")
    expect(_field(page, "Member")).to_have_value("Romania")
    expect(page.locator("#tabs .tab")).to_have_text(["Who contributes to a goal: 4.1, Romania"])
    page.goto("about:blank")
    page.goto(address.removesuffix("&view=network"))
    expect(page.locator("#rows")).to_contain_text("Interpol")
    expect(page.locator("#tabs .tab")).to_have_count(1)


def test_the_link_is_copied_wherever_the_reader_has_jumped_to(page: Page, server: Server) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_contain_text("3 rows")
    page.get_by_role("link", name="Skip to the answer").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{server.address}/#question=contributors&goal=4.1"
    page.context.clear_permissions()


def test_a_link_runs_a_query_of_ones_own(page: Page, server: Server) -> None:
    page.goto("about:blank")
    page.goto(f"{server.address}/#query={quote(GOALS)}")
    expect(page.locator("#rows td").first).to_have_text("1.1")
    expect(_editor(page)).to_have_text(GOALS)


def test_a_link_to_what_is_unknown_says_so(page: Page, server: Server) -> None:
    page.goto("about:blank")
    page.goto(f"{server.address}/#question=contributors&goal=9.9")
    expect(_said(page)).to_contain_text("no goal is called '9.9'")


def test_tabs_keep_their_questions_and_can_be_named_and_closed(page: Page) -> None:
    tabs = page.locator("#tabs .tab")
    _run(page, GOALS)
    expect(page.locator("#rows td").first).to_have_text("1.1")
    page.get_by_role("button", name="+ New").click()
    expect(page.locator("#table")).to_be_hidden()
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_contain_text("3 rows")
    tabs.first.click()
    expect(page.locator("#rows td").first).to_have_text("1.1")
    expect(_editor(page)).to_have_text(GOALS)
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("Name of this question").fill("All goals")
    page.keyboard.press("Enter")
    expect(tabs).to_have_text(["All goals", "Who contributes to a goal: 4.1"])
    page.reload()
    expect(tabs).to_have_text(["All goals", "Who contributes to a goal: 4.1"])
    page.get_by_role("button", name="Close “All goals”").click()
    expect(tabs).to_have_text(["Who contributes to a goal: 4.1"])
    expect(_field(page, "Goal")).to_have_value("4.1")
    page.get_by_role("button", name="Close").click()
    expect(tabs).to_have_text(["New question"])


def test_the_history_keeps_what_was_run_with_its_values_and_rows(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_contain_text("3 rows")
    _run(page, "ASK { ?s a ag:Contribution }")
    expect(_said(page)).to_have_text("Yes (true).")
    page.reload()
    page.locator("#history summary").click()
    runs = page.locator("#runs li")
    expect(runs).to_contain_text(["ASK { ?s a ag:Contribution } yes, ", "Who contributes to a goal: 4.1 3 rows, "])
    runs.last.get_by_role("button").click()
    expect(_said(page)).to_contain_text("3 rows")
    expect(_field(page, "Goal")).to_have_value("4.1")
    expect(page.locator("#tabs .tab")).to_have_count(2)
    page.get_by_role("button", name="Forget it").click()
    expect(page.locator("#history")).to_be_hidden()


def test_a_question_whose_query_was_changed_is_a_query_of_ones_own(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_contain_text("3 rows")
    page.get_by_role("button", name="Run").click()
    assert "#question=contributors" in page.url
    _run(page, "SELECT ?goalNumber { ?g skos:notation ?goalNumber } LIMIT 1")
    expect(_said(page)).to_contain_text("1 row")
    assert "#query=SELECT" in page.url
    expect(page.get_by_label("A question of the library")).to_have_value("")


def test_what_is_written_while_a_question_is_asked_stays(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/questions/contributors?*", hold)
    with page.expect_request("**/questions/contributors?*"):
        _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_have_text("Asking …")
    _write(page, GOALS)
    held.pop().continue_()
    expect(_said(page)).to_contain_text("3 rows")
    expect(_editor(page)).to_have_text(GOALS)
    page.unroute_all()


def test_a_query_can_be_stopped(page: Page) -> None:
    _run(page, CROSS_JOIN)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#said .problem")).to_have_text("Stopped.")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


def test_a_query_that_another_one_stopped_says_nothing_more(page: Page) -> None:
    _run(page, CROSS_JOIN)
    with page.expect_event("requestfailed"):
        _run(page, f"{CROSS_JOIN} # again")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(_said(page)).to_have_text("Asking …")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#said .problem")).to_have_text("Stopped.")


def _saved(page: Page, button: str) -> tuple[str, bytes]:
    """Return the name and the content of the file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_an_answer_is_saved_under_the_name_of_its_question(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(_said(page)).to_contain_text("3 rows")
    starts = {
        "CSV": b"goalNumber,actorName,",
        "TSV": b"?goalNumber\t?actorName\t",
        "JSON": b'{"head":{"vars":["goalNumber"',
    }
    for button, start in starts.items():
        name, content = _saved(page, button)
        assert name == f"contributors-4.1.{button.lower()}"
        assert content.startswith(start)
    name, content = _saved(page, "XLSX")
    assert name == "contributors-4.1.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [cell.value for cell in book["Answer"][1]][:2] == ["Goal", "Actor"]
    assert ("Title", "Who contributes to a goal") in [*book["About"].values]


def test_the_network_is_saved_as_a_picture_under_the_name_of_its_question(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    expect(page.get_by_role("button", name="SVG")).to_be_hidden()
    page.get_by_role("button", name="Network", exact=True).click()
    name, content = _saved(page, "SVG")
    assert name == "contributors-4.1.svg"
    drawing = ElementTree.fromstring(content)
    texts = "".join(drawing.itertext())
    assert "Who contributes to a goal: 4.1" in texts
    assert "Romania 2014: read" in texts
    name, content = _saved(page, "PNG")
    assert name == "contributors-4.1.png"
    assert content.startswith(b"\x89PNG")


def test_a_file_bears_the_name_that_the_reader_gives(page: Page) -> None:
    _run(page, GOALS)
    expect(_said(page)).to_contain_text("rows")
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("Name of this question").fill("Alle Ziele: été/2014")
    page.keyboard.press("Enter")
    name, content = _saved(page, "XLSX")
    assert name == "Alle-Ziele-été-2014.xlsx"
    assert [row[0] for row in openpyxl.load_workbook(io.BytesIO(content))["Answer"].values][:2] == ["Goal", "1.1"]


@pytest.mark.parametrize(("sparql", "ending", "first"), [
    ("SELECT ?n { ?g a ag:OperationalGoal ; skos:notation ?n } ORDER BY ?n", "csv", b"n\r\n1.1"),
    (f"DESCRIBE <{INTERPOL}>", "ttl", b"@prefix"),
])  # fmt: skip
def test_an_answer_has_an_address_for_programs(
    page: Page, server: Server, sparql: str, ending: str, first: bytes
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _run(page, sparql)
    page.get_by_role("button", name="Copy data address").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    path = page.evaluate("navigator.clipboard.readText()").removeprefix(server.address)
    assert path.startswith(f"/query.{ending}?")
    assert server.send("GET", path).body.startswith(first)


def test_a_question_has_an_address_with_its_values(page: Page, server: Server) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _ask(page, "Who contributes to a goal", Goal="4.1")
    page.get_by_role("button", name="Copy data address").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{server.address}/answers/contributors.csv?goal=4.1"
    page.locator("#tables summary").click()
    assert server.send("GET", f"/{page.get_by_role('link', name='sections.csv').get_attribute('href')}").status == 200


def test_only_formats_that_hold_the_answer_are_offered(page: Page) -> None:
    offered = page.locator("[data-save]:visible")
    _run(page, "SELECT ?n { ?g a ag:OperationalGoal ; skos:notation ?n }")
    expect(offered).to_have_text(["CSV", "TSV", "XLSX", "JSON"])
    _run(page, "DESCRIBE <https://w3id.org/alliancegraph/id/goal/global-alliance-1.1>")
    expect(offered).to_have_text(["Turtle"])
    name, content = _saved(page, "Turtle")
    assert name.endswith(".ttl")
    assert content.startswith(b"@prefix")


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the answer")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="+ New")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("A question of the library")).to_be_focused()
    page.keyboard.type("Partners of")
    page.keyboard.press("Tab")
    expect(_field(page, "Actor")).to_be_focused()
    page.keyboard.type("COCD")
    page.keyboard.press("Enter")
    expect(page.locator("#rows")).to_contain_text("Interpol")


def test_every_field_and_button_has_a_name_and_is_large_enough(page: Page) -> None:
    _ask(page, "Who contributes to a goal", Goal="4.1")
    page.get_by_role("button", name="Network", exact=True).click()
    for control in page.locator("button:visible, select:visible, input:visible").all():
        assert control.evaluate("e => e.ariaLabel || e.innerText.trim() || [...e.labels || []].length") not in ("", 0)
    small = page.locator("button:visible:not(.link), select:visible, input:visible").evaluate_all(
        "found => found.filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 24).map(each => each.outerHTML)"
    )
    assert small == []


@pytest.mark.parametrize(("colours", "forced", "width"), [
    ("light", "none", 1280),
    ("dark", "none", 1280),
    ("dark", "none", 390),
    ("light", "none", 768),
    ("light", "none", 390),
    ("light", "active", 1280),
    ("dark", "active", 390),
])  # fmt: skip
def test_axe_finds_nothing_wrong(page: Page, colours: str, forced: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=colours, forced_colors=forced)  # type: ignore[arg-type]
    assert violations(page) == []
    _ask(page, "Who contributes to a goal", Goal="4.9")
    expect(page.locator("#problem-goal")).to_contain_text("no goal")
    assert violations(page) == []
    _field(page, "Goal").fill("4.")
    expect(_options(page).first).to_be_visible()
    assert violations(page) == []
    _ask(page, "Numbers that a report gives")
    expect(page.locator("#rows td").first).to_be_visible()
    page.locator("#chooser summary").click()
    page.locator("#facets summary").click()
    expect(page.locator("#values legend").first).to_be_visible()
    page.locator("#history summary").click()
    assert violations(page) == []
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#network svg").first).to_be_visible()
    assert violations(page) == []
    _run(page, f"DESCRIBE <{INTERPOL}>")
    expect(_said(page).locator("code")).to_be_visible()
    assert violations(page) == []
    _run(page, "SELECT * { ?s ?p")
    expect(page.locator("#sparql .cm-lintRange-error")).to_have_count(1)
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_the_page_never_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    _ask(page, "Numbers that a report gives")
    expect(page.locator("#rows td").first).to_be_visible()
    page.locator("#chooser summary").click()
    page.locator("#facets summary").click()
    expect(page.locator("#values legend").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    _run(page, f"DESCRIBE <{INTERPOL}>")
    expect(_said(page).locator("code")).to_be_visible()
    expect(page.locator("#rows td").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_editor_can_have_all_the_breadth(page: Page) -> None:
    page.get_by_role("button", name="Wide editor").click()
    assert page.locator("#sparql").evaluate("editor => editor.offsetWidth") > 1200
    page.reload()
    assert page.locator("#sparql").evaluate("editor => editor.offsetWidth") > 1200
    page.get_by_role("button", name="Wide editor").click()
    assert page.locator("#sparql").evaluate("editor => editor.offsetWidth") < 600


def test_on_a_phone_the_answer_comes_into_view(phone: Page) -> None:
    _ask(phone, "Partners of an actor", Actor="COCD")
    expect(phone.locator("#said")).to_be_in_viewport()


def test_the_page_works_where_the_browser_keeps_nothing(page: Page) -> None:
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('no room'); }; }")
    page.get_by_role("button", name="+ New").click()
    _run(page, GOALS)
    expect(page.locator("#rows td").first).to_have_text("1.1")


def test_the_page_may_load_nothing_from_elsewhere(server: Server) -> None:
    heard = server.send("GET", "/")
    assert "default-src 'none'" in heard.headers["content-security-policy"]
    assert "unsafe" not in heard.headers["content-security-policy"]
    assert "//" not in heard.text.partition('<script type="application/json"')[0]
