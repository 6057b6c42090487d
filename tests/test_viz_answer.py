"""The page of an answer, in a real browser: picture, sentence of a line, table; offline, and text as text."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pyoxigraph import Literal

import alliancegraph as ag
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import FormatError
from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.cells import Term
from alliancegraph.queries.asking.ask import ask, query
from alliancegraph.queries.library import Question, all_questions, find_question
from alliancegraph.viz.answer.network import AnswerNetwork
from alliancegraph.viz.answer.page import answer_page
from alliancegraph.viz.shared.columns import columns
from alliancegraph.viz.shared.style import style
from tests.answers import whole_answer
from tests.javascript import given
from tests.viz_page import opened

FOCUS = "Romanian Centre for Missing and Sexually Exploited Children – FOCUS"


def rows(store: Store, sparql: str) -> Answer:
    answer = query(store, sparql)
    assert isinstance(answer, Answer)
    return answer


def linked(answer: Answer) -> set[tuple[str, str, str, str]]:
    """Return the links of an answer: from, words, to, basis."""
    network = AnswerNetwork.of(answer).network()
    label = {name: data["number"] or data["label"] for name, data in network.nodes(data=True)}
    return {(label[a], data["label"], label[b], data["basis"]) for a, b, data in network.edges(data=True)}


@pytest.fixture(scope="module")
def page_path(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answer") / "contributors.html"
    path.write_text(answer_page(ask(store, find_question("contributors"), {"goal": "4.1"})), encoding="utf-8")
    return path


def press_line(page: Page, one: str, other: str) -> None:
    """Press the middle of the line between the marks of those names."""
    ends = [page.get_by_role("link", name=re.compile(f"^{name},")).get_attribute("data-mark") for name in (one, other)]
    line = page.locator(f"#network .link[data-from='{ends[0]}'][data-to='{ends[1]}'] path").first
    x, y = line.evaluate(
        """line => {
            const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
            return [middle.x, middle.y];
        }"""
    )
    page.mouse.click(x, y)


def test_choosing_a_mark_shows_what_is_said_of_it(page: Page) -> None:
    page.get_by_role("link", name=re.compile("^Interpol,")).first.click()
    details = page.get_by_role("region", name="Details")
    assert details.get_by_role("heading").all_inner_texts()[:2] == ["Interpol", "Stated in the report"]
    assert page.evaluate("document.activeElement.textContent") == "Interpol"
    assert details.locator(".fact").all_inner_texts() == [
        "Interpol initiates Baseline database · Done or ongoing, the report does not say which"
    ]
    page.keyboard.press("Escape")
    assert details.inner_text() == ""
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Interpol,")


def test_choosing_a_line_shows_its_sentence(page: Page) -> None:
    press_line(page, "Interpol", "Baseline database")
    details = page.locator("#details")
    assert "Interpol initiates Baseline database · Done or ongoing" in details.locator(".fact").inner_text()
    assert (
        "“Interpol’s initiative to create the Baseline database in order" in details.locator("blockquote").inner_text()
    )
    assert details.get_by_text("Romania 2014, section 1.1/B").is_visible()


def test_the_address_keeps_a_line_and_escape_clears_it(page: Page) -> None:
    press_line(page, "Interpol", "Baseline database")
    page.reload()
    assert page.locator("#details blockquote").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("#details").inner_text() == ""


def test_a_name_in_the_table_opens_its_sentences_from_the_keyboard(page: Page) -> None:
    name = page.locator("#table").get_by_role("link", name=FOCUS)
    name.focus()
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == FOCUS
    assert "organised a workshop for professionals" in page.locator("#details blockquote").inner_text()
    assert page.evaluate("document.activeElement.closest('#details') !== null")


def test_a_member_of_a_crowd_is_uncovered_when_it_is_chosen(browser: Browser, store: Store, tmp_path: Path) -> None:
    lines = [(Literal(f"Broadcaster {n}"), Literal("Campaign")) for n in range(40)]
    answer = Answer(("actorName", "initiativeName"), lines, Inquiry("", "", {}, "", store))
    for page in show(browser, answer, tmp_path / "crowd.html"):
        assert page.locator("#network .mark").count() == 2
        page.locator("#table").get_by_role("link", name="Broadcaster 17").click()
        assert (
            page.locator("#network .mark.chosen").get_attribute("aria-label")
            == "Broadcaster 17, actor; is named for: Campaign (in a row of the answer that gives no sentence)"
        )
        assert page.locator("#network .mark").count() == 42
        page.locator("#network .crowd").click()
        assert page.locator("#network .mark").count() == 2


def test_the_drawing_is_saved_with_its_source(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename == "Who-contributes-to-a-goal.svg"
    assert "Romania 2014, written between 31 May and 31 December 2014" in text
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_the_table_has_every_row_and_the_head_says_what_was_asked(page: Page) -> None:
    assert page.locator("#table tbody tr").count() == 3
    assert page.locator("h1").inner_text() == "Who contributes to a goal"
    head = page.locator("header").inner_text()
    assert "goal: 4.1" in head
    assert "written between 31 May and 31 December 2014" in head
    assert "never performance" in head


def test_links_follow_the_columns(store: Store) -> None:
    found = linked(ask(store, find_question("contributors"), {"goal": "4.1"}))
    assert ("Interpol", "initiates", "Baseline database", "stated") in found
    assert ("Baseline database", "serves the goal", "4.1", "stated") in found
    assert not any("Romania" in (start, end) for start, _, end, _ in found)


def test_a_question_can_say_how_it_is_drawn(store: Store) -> None:
    assert linked(ask(store, find_question("repeals"), {})) == {
        ("Law no. 187/2012", "repeals", "Law no. 161/2003 art. 51 par. 1", "stated"),
        ("Law no. 187/2012", "repeals", "Law no. 678/2001 art. 18", "stated"),
    }


def test_what_a_rule_says_is_not_drawn_as_stated(store: Store) -> None:
    assert {basis for *_, basis in linked(ask(store, find_question("partners"), {}))} == {"inferred"}
    assert {basis for *_, basis in linked(ask(store, find_question("structure"), {}))} == {"stated", "inferred"}


def test_ones_own_rows_are_linked_and_have_no_sentence(store: Store) -> None:
    sparql = f"""PREFIX ag: <https://w3id.org/alliancegraph/ontology#>
    SELECT ?body ?role ?x {{ ?c ag:actor ?body ; ag:role ?role ; ag:initiative ?x . ?body <http://www.w3.org/2004/02/skos/core#prefLabel> "{FOCUS}"@en }}"""  # fmt: skip  # noqa: E501
    answer = rows(store, sparql)
    groups = {data["group"] for _, data in AnswerNetwork.of(answer).network().nodes(data=True)}
    assert {"actor", "initiative", "event"} >= groups > {"actor"}
    kinds = {data["label"]: data["kind"] for _, data in AnswerNetwork.of(answer).network().nodes(data=True)}
    assert kinds[FOCUS] == "Organization"
    found = linked(answer)
    assert {start for start, *_ in found} == {FOCUS}
    assert {"organises", "is a partner in"} <= {words for _, words, *_ in found}
    assert {basis for *_, basis in found} == {"row"}


def test_a_link_of_several_rows_says_what_each_of_them_has_beside_it(store: Store) -> None:
    sparql = (
        'SELECT * { VALUES (?actorName ?initiativeName ?note) { ("A" "B" "one") ("A" "B" "two") ("A" "C" "three") } }'
    )
    told = json.loads(given(answer_page(rows(store, sparql))))["facts"]
    assert {fact["object"]: (fact["rows"], fact["more"]) for fact in told} == {
        "initiative/B": (["row-1", "row-2"], ["note: one", "note: two"]),
        "initiative/C": (["row-3"], ["note: three"]),
    }


def test_triples_are_a_network_too(build: Path) -> None:
    page = answer_page(ag.open(build).query("CONSTRUCT WHERE { ?a ag:contributesTo ?goal }"))
    assert '"words":"contributes to"' in page
    assert '"label":"4.1 Private sector' in page


def test_true_or_false_is_no_network() -> None:
    with pytest.raises(FormatError, match="true or false"):
        answer_page(True)


def show(browser: Browser, answer: Answer, path: Path) -> Any:
    path.write_text(answer_page(answer), encoding="utf-8")
    return opened(browser, path.as_uri(), 1280, 800)


def test_an_empty_answer_says_so(browser: Browser, store: Store, tmp_path: Path) -> None:
    answer = ask(store, find_question("contributors"), {})[:0]
    for page in show(browser, answer, tmp_path / "empty.html"):
        assert page.get_by_text("No row answers this.").is_visible()
        assert not page.locator("#picture").is_visible()


def test_an_answer_without_things_is_a_table(browser: Browser, store: Store, tmp_path: Path) -> None:
    for page in show(browser, rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), tmp_path / "count.html"):
        assert page.get_by_text("No column names a thing").is_visible()
        assert page.locator("tbody td").inner_text().isdigit()


def test_text_is_text(browser: Browser, store: Store, tmp_path: Path) -> None:
    evil = "</script><img src=x onerror=alert(1)><b>'\"%20/#?&amp;"
    sparql = 'SELECT ?actorName ?roleName ?goalNumber ?quote { BIND ("""%s""" AS ?actorName) BIND (?actorName AS ?quote) BIND (?quote AS ?roleName) BIND (?roleName AS ?goalNumber) }'  # fmt: skip  # noqa: E501
    for page in show(browser, rows(store, sparql % evil), tmp_path / "evil.html"):
        assert page.locator("img").count() == 0
        assert page.locator("tbody td").all_inner_texts() == [evil] * 4
        page.locator("tbody a").first.click()
        assert page.locator("#details h2").inner_text() == evil
        assert f"“{evil}”" in page.locator("#details").inner_text()


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_each_row_of_every_question_is_drawn(store: Store, sample: Store, question: Question) -> None:
    found = AnswerNetwork.of(whole_answer(question, store, sample))
    assert all(found.edges[row] or row in found.alone for row in found.rows) == bool(found.reader.things)
    for rule in question.network:
        assert {rule["from"], *rule["to"], *rule["by"]} <= found.reader.places.keys()


def test_the_rules_name_groups_that_are_drawn() -> None:
    assert set(columns().things.values()) <= set(style().groups)
    rules = [*columns().links, *columns().otherwise]
    ends = {name for rule in rules for name in (rule["from"], *rule["to"])}
    assert ends <= set(columns().things)


def test_the_same_answer_gives_the_same_page(store: Store) -> None:
    answer: Answer = ask(store, find_question("meetings"), {})
    assert answer_page(answer) == answer_page(answer)


def test_many_rows_are_drawn(store: Store) -> None:
    lines: list[tuple[Term | None, ...]] = [(Literal(f"a {n % 700}"), Literal(f"b {n % 900}")) for n in range(3000)]
    answer = Answer(("actorName", "initiativeName"), lines, Inquiry("", "", {}, "", store))
    assert len(AnswerNetwork.of(answer).network()) == 1600
    assert "b 899" in answer_page(answer)
