"""The endpoint's page in a real browser: ask a question, write a query, read the answer as a table or a network."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.viz.console.page import SHOWN
from tests.serving import CROSS_JOIN, Server, served
from tests.test_reading_states import HALF
from tests.viz_page import window

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build) as running:
        yield running


def _opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """Yield a page that has no trouble of its own, and loads nothing from elsewhere."""
    answered: list[tuple[str, int]] = []

    def on_response(response: Response) -> None:
        answered.append((response.url, response.status))

    with window(browser, width, height) as page:
        page.on("response", on_response)
        page.goto(f"{address}/")
        yield page
        page.remove_listener("response", on_response)
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


def _run(page: Page, sparql: str) -> None:
    page.get_by_label("The query, in SPARQL").fill(sparql)
    page.keyboard.press("Control+Enter")


def _ask(page: Page, title: str, **values: str) -> None:
    page.get_by_label("A question of the library").select_option(label=title)
    for name, value in values.items():
        page.get_by_label(name, exact=True).fill(value)
    page.get_by_role("button", name="Ask", exact=True).click()


def test_a_question_of_the_library_is_asked_and_shows_its_query(page: Page) -> None:
    _ask(page, "Who contributes to a goal", goal="4.1")
    expect(page.get_by_role("status").first).to_contain_text("3 rows")
    expect(page.get_by_role("columnheader")).to_contain_text(["goalNumber", "actorName"])
    expect(page.locator("#table")).to_contain_text(
        "Romanian Centre for Missing and Sexually Exploited Children – FOCUS"
    )
    expect(page.locator(".sentence").first).to_contain_text("quote: ")
    expect(page.get_by_label("The query, in SPARQL")).to_have_value(
        re.compile(r"VALUES \?goal \{ <[^>]+goal/global-alliance-4\.1> \}")
    )


def test_a_value_that_nobody_knows_gets_a_suggestion(page: Page) -> None:
    _ask(page, "Who contributes to a goal", goal="4.9")
    expect(page.locator(".problem")).to_contain_text("no goal is called '4.9'")
    expect(page.locator(".problem")).to_contain_text("Did you mean 4.2 or 4.1?")


def test_another_question_that_is_named_is_one_step_away(page: Page) -> None:
    page.get_by_label("A question of the library").select_option("contributors")
    page.locator("#meaning").get_by_role("button", name="unnamed").click()
    expect(page.get_by_label("A question of the library")).to_have_value("unnamed")


def test_the_answer_is_a_network_too(page: Page) -> None:
    _ask(page, "Who contributes to a goal", goal="4.1")
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("5 items, 3 links: actorName to initiativeName")
    expect(page.locator("#network .mark")).to_have_count(5)
    expect(page.locator("#network .diagram-legend text")).to_have_text(["Actor", "Initiative", "another stated link"])
    expect(page.get_by_label("named by")).to_have_value("roleName")
    page.get_by_label("to", exact=True).select_option("memberName")
    expect(page.locator("#drawn")).to_contain_text("4 items, 3 links: actorName to memberName")
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
    _ask(page, "How two actors are linked", actor="MIA", other="Romanian Public Prosecutor's Office")
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("4 items, 3 links: oneName to otherName")
    expect(page.get_by_label("named by")).to_have_value("link")
    expect(page.locator("#parameters .note").first).to_have_text("any name of the first actor, such as MIA; needed")


def test_a_wrong_query_says_what_is_wrong(page: Page) -> None:
    _run(page, "SELECT * { ?s ?p")
    expect(page.locator(".problem")).to_contain_text(
        "line 1, column 10 of the query: not SPARQL: a '{' that is not closed"
    )
    expect(page.locator(".problem")).to_contain_text("^")
    _run(page, "SELECT * { ?s ag:goll ?o }")
    expect(page.get_by_role("status").first).to_contain_text("Did you mean ag:goal?")
    expect(page.locator(".problem")).to_have_count(0)


def test_an_answer_without_rows_says_why(page: Page) -> None:
    _run(page, "SELECT * { ?x skos:prefLabel 'Interpol' }")
    expect(page.get_by_role("status").first).to_contain_text('but there is "Interpol"@en: write it so.')
    _run(page, "ASK { ?x skos:prefLabel 'Interpol' }")
    expect(page.get_by_role("status").first).to_contain_text('but there is "Interpol"@en: write it so.')


def test_the_head_says_how_far_each_report_is_read(page: Page, half: Page) -> None:
    expect(page.locator("header .report")).to_have_text(["Romania 2014: read"])
    expect(half.locator("header .report")).to_have_text(["Estonia 2014: read in part"])


def test_an_answer_without_rows_names_the_reports_that_are_not_wholly_read(half: Page) -> None:
    _ask(half, "Who contributes to a goal", goal="2.1")
    expect(half.locator("#said")).to_contain_text("No rows")
    expect(half.locator("#said .note")).to_have_text(["Note: Estonia 2014 is read in part."])
    _ask(half, "Who contributes to a goal", goal="1.1")
    expect(half.locator("#said")).to_contain_text("1 row")
    expect(half.locator("#said .note")).to_have_count(0)


def test_a_long_answer_shows_its_first_rows_piece_by_piece_and_is_saved_whole(page: Page, store: Store) -> None:
    _run(page, "SELECT ?s ?o { ?s ?p ?o }")
    expect(page.locator(".cut")).to_contain_text(f"Only the first {SHOWN} rows; there are more")
    expect(page.locator("tbody")).to_have_count(500)
    page.get_by_role("button", name=f"Show 500 more of {SHOWN - 500} rows").click()
    expect(page.locator("tbody")).to_have_count(1000)
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert Path(download.value.path()).read_bytes().count(b"\r\n") == len(store) + 1
    page.get_by_role("button", name="Network", exact=True).click()
    expect(page.locator("#drawn")).to_contain_text("300 items")
    expect(page.locator("#drawn")).to_contain_text("are not drawn")


def test_a_wide_answer_scrolls_beside_its_first_column(page: Page) -> None:
    _ask(page, "Numbers that a report gives")
    first, last = page.locator("tbody td").first, page.get_by_role("columnheader").last
    expect(last).to_have_text("section")
    expect(last).not_to_be_in_viewport()
    page.locator("#answer").evaluate("answer => answer.scrollTo(answer.scrollWidth, 100)")
    expect(last).to_be_in_viewport(ratio=0.9)
    expect(first).to_be_in_viewport()
    assert page.evaluate("document.elementFromPoint(innerWidth - 60, answer.offsetTop + 10).tagName") == "TH"


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
    expect(page.get_by_role("status").first).to_have_text("Yes (true).")
    _run(page, "ASK { ?s a ag:Nothing }")
    expect(page.get_by_role("status").first).to_contain_text("No (false).")


def test_a_thing_tells_of_itself_and_the_way_back_leads_to_the_query(page: Page) -> None:
    _run(page, "SELECT ?goal { ?goal a ag:OperationalGoal } ORDER BY ?goal")
    page.get_by_role("button", name="goal:global-alliance-1.1").click()
    expect(page.get_by_role("status").first).to_contain_text("triples")
    expect(page.locator("table")).to_contain_text("skos:notation")
    assert quote("DESCRIBE", safe="") in page.url
    page.go_back()
    expect(page.get_by_label("The query, in SPARQL")).to_have_value(
        "SELECT ?goal { ?goal a ag:OperationalGoal } ORDER BY ?goal"
    )


def test_a_query_can_be_stopped(page: Page) -> None:
    _run(page, CROSS_JOIN)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".problem")).to_have_text("Stopped.")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


def test_a_query_that_another_one_stopped_says_nothing_more(page: Page) -> None:
    _run(page, CROSS_JOIN)
    with page.expect_event("requestfailed"):
        _run(page, f"{CROSS_JOIN} # again")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Asking …")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".problem")).to_have_text("Stopped.")


@pytest.mark.parametrize(("sparql", "button", "start"), [
    ("SELECT ?n { ?g a ag:OperationalGoal ; skos:notation ?n } ORDER BY ?n", "CSV", "n\r\n1.1"),
    ("SELECT ?n { ?g a ag:OperationalGoal ; skos:notation ?n } ORDER BY ?n", "JSON", '{"head":{"vars":["n"]}'),
    ("DESCRIBE <https://w3id.org/alliancegraph/id/goal/global-alliance-1.1>", "Turtle", "@prefix"),
])  # fmt: skip
def test_the_answer_can_be_saved(page: Page, sparql: str, button: str, start: str) -> None:
    _run(page, sparql)
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert Path(download.value.path()).read_bytes().decode().startswith(start)


def test_only_formats_that_hold_the_answer_are_offered(page: Page) -> None:
    offered = page.locator("[data-save]:visible")
    _run(page, "SELECT ?n { ?g a ag:OperationalGoal ; skos:notation ?n }")
    expect(offered).to_have_text(["CSV", "JSON"])
    _run(page, "DESCRIBE <https://w3id.org/alliancegraph/id/goal/global-alliance-1.1>")
    expect(offered).to_have_text(["Turtle"])


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the answer")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("A question of the library")).to_be_focused()
    page.keyboard.type("Partners of")
    page.keyboard.press("Tab")
    expect(page.get_by_label("actor", exact=True)).to_be_focused()
    page.keyboard.type("COCD")
    page.keyboard.press("Enter")
    expect(page.locator("table")).to_contain_text("Interpol")


def test_every_field_and_button_has_a_name(page: Page) -> None:
    _ask(page, "Who contributes to a goal", goal="4.1")
    page.get_by_role("button", name="Network", exact=True).click()
    for control in page.locator("button:visible, select:visible, input:visible, textarea:visible").all():
        assert control.evaluate("e => e.ariaLabel || e.innerText.trim() || [...e.labels || []].length") not in ("", 0)


def test_on_a_phone_the_answer_comes_into_view(phone: Page) -> None:
    _ask(phone, "Partners of an actor", actor="COCD")
    expect(phone.locator("table")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_page_may_load_nothing_from_elsewhere(server: Server) -> None:
    heard = server.send("GET", "/")
    assert "default-src 'none'" in heard.headers["content-security-policy"]
    assert "unsafe" not in heard.headers["content-security-policy"]
    assert "//" not in heard.text.partition('<script type="application/json"')[0]
