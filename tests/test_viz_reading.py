"""What a policy officer does on the page: who, through what, with which status, and in which sentence."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG, RDF, SCHEMA
from alliancegraph.queries.network import project
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.page import explorer, page_data
from alliancegraph.viz.shared.style import style
from tests.viz_alliance import BASE, Alliance, alliance, bare
from tests.viz_page import goal_button, node_place, opened

CONTEXT = "the Office and the Bureau are partners"
SENTENCE = "the Office supported the Bureau's initiative to create the Baseline"


@pytest.fixture(scope="module")
def page_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("viz") / "explorer.html"
    made = _deeds()
    path.write_text(explorer(made.views()), encoding="utf-8")
    return path


def _deeds() -> Alliance:
    """Return a few contributions that a reader can tell apart."""
    made = bare("read", "2014-05-31/2014-12-31")
    office = made.node("actor", "office", "PublicOrganisation", "Office against Crime", names="OAC|Salvați Biroul")
    bureau = made.node("actor", "bureau", "NGO", "Bureau")
    made.node("place", "house", "Place", "Backoffice House")
    made.claim("3.2/A", bureau, SCHEMA.location, f"{BASE}place/house")
    baseline = made.node("initiative", "baseline", "Database", "Baseline")
    meeting = made.node("event", "meeting", "Meeting", "Yearly meeting")
    law = made.node("law", "law-1", "LegalResource", "Law no. 1")
    made.contribution("4.1", office, "supports", baseline, "done", SENTENCE, CONTEXT, underLaw=law, representatives=2)
    made.contribution("4.1", bureau, "initiates", baseline, "ongoing", SENTENCE, CONTEXT)
    made.contribution("4.1", "", "organises", meeting, "postponed")
    spot = made.node("initiative", "spot", "MediaProduct", "Spot on the air")
    for number in range(12):
        station = made.node("actor", f"station-{number}", "MediaOutlet", f"Station {number}")
        made.contribution("3.1", station, "broadcasts", spot, "done", "all stations showed it")
    made.contribution("3.1", bureau, "delivers", made.node("initiative", "guide", "Publication", "Guide"), "willing")
    _judge(made, "actor/bureau", "actor/office", "unsure", "it never says that they are one")
    _judge(made, "initiative/guide", "initiative/spot", "not-same", "one is printed")
    return made


def _judge(made: Alliance, one: str, other: str, verdict: str, reason: str) -> None:
    iri = f"{BASE}judgement/{verdict}"
    made.says(iri, (RDF.type, AG.Judgement), (AG.judges, f"{BASE}{one}"), (AG.judges, f"{BASE}{other}"))
    made.says(iri, (AG.verdict, f"{BASE}verdict/{verdict}"), (AG.reason, reason), (AG.judgedBy, "a reader"))
    made.says(iri, (AG.judgedOn, "2026-11-23"))


@pytest.fixture
def crowded(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "explorer.html"
    path.write_text(explorer(alliance().views()), encoding="utf-8")
    yield from opened(browser, f"{path.as_uri()}#goal/3.1", 1280, 800)


def _select(page: Page, item: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#{item}")
    page.wait_for_function("document.querySelector('#summary button')")


def _found(page: Page, query: str) -> list[str]:
    page.get_by_label("Find by name").fill(query)
    return page.locator("#matches button").all_inner_texts()


def _texts(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.all_inner_texts()]


# ---- who, through what, which status, which sentence ----


def test_card_of_a_goal_has_a_line_for_each_contribution(page: Page) -> None:
    _select(page, "goal/4.1")
    card = page.locator("article.card:not(.inferred)", has_text=SENTENCE)
    assert _texts(card.locator(".fact")) == [
        "Bureau initiates Baseline · Ongoing from 2013",
        "Office against Crime supports Baseline under Law no. 1 · Done from 2013 · 2 representatives",
    ]
    assert "serves the goal" not in page.locator("#facts").inner_text()
    assert "(the text names nobody) organises Yearly meeting" in page.locator("#facts").inner_text()


def test_words_that_have_to_be_read_with_a_sentence_stand_below_it(page: Page) -> None:
    _select(page, "goal/4.1")
    card = page.locator("article.card:not(.inferred)", has_text=SENTENCE)
    assert _texts(card.locator("blockquote + .context")) == [f"Read with: {CONTEXT}"]
    assert page.locator("article.card:not(.inferred)", has_text="Yearly meeting").locator(".context").count() == 0


def test_card_of_an_initiative_and_of_a_law_has_the_same_lines(page: Page) -> None:
    for item in ("initiative/baseline", "law/law-1"):
        _select(page, item)
        lines = " ".join(_texts(page.locator("#facts .fact")))
        assert "Office against Crime supports Baseline under Law no. 1 · Done" in lines
        assert "serves the goal" not in lines


def test_place_in_the_text_is_shown_when_asked_for(page: Page) -> None:
    _select(page, "goal/4.1")
    where = page.locator("article.card:not(.inferred)", has_text=SENTENCE).locator("details.proof")
    assert not where.get_by_text("characters").is_visible()
    where.get_by_text("Where").click()
    assert where.get_by_text("characters").is_visible()
    assert where.get_by_text(re.compile(r"^claims c\d+, c\d+$")).is_visible()


def test_facts_are_counted_in_words(page: Page) -> None:
    _select(page, "initiative/guide")
    assert "1 fact stated" in page.locator("#summary").inner_text()


# ---- the picture ----


def _gaps(page: Page) -> list[float]:
    """Return the lengths of the gaps in the dashed lines that are drawn, in pixels of the screen."""
    gaps: list[float] = page.evaluate(
        """explorer.network.body.data.edges.get().filter(edge => edge.dashes && !edge.hidden)
            .map(edge => edge.dashes[1] * explorer.network.getScale())"""
    )
    return gaps


def test_dashes_can_be_told_from_strokes_on_every_scale(crowded: Page) -> None:
    for name in ("Zoom out", "Zoom out", "Zoom in"):
        crowded.get_by_role("button", name=name).click()
        assert min(_gaps(crowded)) >= 7.9


def _named(page: Page) -> int:
    names: int = page.evaluate(
        "explorer.network.body.data.nodes.get().filter(node => node.shape !== 'box' && node.font.size > 0).length"
    )
    return names


def test_names_that_fit_are_shown_on_every_scale(crowded: Page) -> None:
    assert crowded.evaluate("explorer.network.getConnectedNodes('goal/3.1').length") > 40
    assert _named(crowded) > 0
    for _ in range(6):
        crowded.get_by_role("button", name="Zoom out").click()
    few = _named(crowded)
    for _ in range(4):
        crowded.get_by_role("button", name="Zoom in").click()
    assert _named(crowded) > few


def test_names_have_room_at_the_edges(phone: Page) -> None:
    phone.get_by_role("button", name="Whole picture").click()
    middles = phone.evaluate(
        """Object.values(explorer.network.getPositions())
            .map(place => explorer.network.canvasToDOM(place).x / document.querySelector('#network').clientWidth)"""
    )
    assert 0.15 < min(middles) < max(middles) < 0.85


def test_long_names_lose_their_end() -> None:
    made = bare("read")
    long = made.node("actor", "long", "NGO", "One " * 30)
    made.contribution("1.1", long, "delivers", made.node("initiative", "step", "Measure", "step"), "done")
    (node,) = (node for node in page_data(made.views())["picture"]["nodes"] if node["id"] == "actor/long")
    assert node["brief"].startswith("One One")
    assert [node[text].index("…") for text in ("brief", "label")] == [
        len(node[text]) - 1 for text in ("brief", "label")
    ]


def test_links_between_those_who_serve_the_goal_stand_out(page: Page) -> None:
    colour = """explorer.network.body.data.edges.get()
        .find(edge => edge.from === 'actor/bureau' && edge.to === 'initiative/baseline').color.color"""
    fill = "explorer.network.body.data.nodes.get('actor/bureau').color.background"
    _select(page, "goal/3.1")
    assert page.evaluate(colour) == style().dimmed["line"]
    assert page.evaluate(fill) == style().groups["actor"].fill
    _select(page, "goal/4.1")
    assert page.evaluate(colour) == style().lines["action"].colour


def test_advice_on_inferred_links_where_nothing_is_chosen(page: Page) -> None:
    advice = page.get_by_text("so inferred links are not drawn")
    assert advice.is_visible()
    _select(page, "goal/4.1")
    assert not advice.is_visible()


def test_legend_is_closed_on_narrow_windows(page: Page, phone: Page) -> None:
    assert page.locator("#legend ul").first.is_visible()
    assert not phone.locator("#legend ul").first.is_visible()


def test_selection_is_in_sight_on_narrow_windows(browser: Browser, page_path: Path) -> None:
    for page in opened(browser, f"{page_path.as_uri()}#goal/4.1", 1000, 700):
        page.wait_for_function("""() => {
            const { x, y } = explorer.network.canvasToDOM(explorer.network.getPosition("goal/4.1"));
            const { clientWidth, clientHeight } = document.getElementById("network");
            return x > 0 && y > 0 && x < clientWidth && y < clientHeight;
        }""")


def test_tooltip_speaks_in_the_font_of_the_page(page: Page) -> None:
    family = page.evaluate(
        """(() => {
            const tip = document.querySelector('.vis-network').appendChild(document.createElement('div'));
            tip.className = 'vis-tooltip';
            return getComputedStyle(tip).fontFamily + getComputedStyle(tip).whiteSpace;
        })()"""
    )
    assert family.startswith("system-ui")
    assert family.endswith("normal")


def test_picture_is_no_stop_of_the_tab_key_and_has_a_name(page: Page) -> None:
    assert page.locator(".vis-network").get_attribute("tabindex") == "-1"
    assert "Network of goals" in (page.locator("#network").get_attribute("aria-label") or "")
    assert page.locator("#network").get_attribute("role") == "img"


# ---- search ----


@pytest.mark.parametrize(("query", "found"), [
    ("oac", ["Office against Crime"]), ("SALVATI", ["Office against Crime"]), ("Salvați b", ["Office against Crime"]),
    ("office", ["Office against Crime", "Backoffice House"]), ("postponed", ["Yearly meeting"]),
    ("willing", ["Bureau", "Guide"]), ("faster takedown", ["4.2 Faster takedown, in the full wording of the form"]),
    ("?", []),
])  # fmt: skip
def test_search_knows_names_and_statuses(page: Page, query: str, found: list[str]) -> None:
    assert _found(page, query) == found


def test_search_finds_goals_with_blank_sections(page: Page) -> None:
    assert [name[:3] for name in _found(page, "blank")] == ["2.1", "2.2", "3.2", "4.1", "4.2"]


def test_choice_ends_the_search(page: Page) -> None:
    _found(page, "office")
    page.mouse.click(*node_place(page, "goal/4.1"))
    page.wait_for_function("location.hash === '#goal/4.1'")
    page.wait_for_function("document.querySelector('#matches').hidden")
    assert page.get_by_label("Find by name").input_value() == ""
    assert page.locator("#outline").is_visible()


def test_escape_after_a_hit_returns_to_the_search(page: Page) -> None:
    _found(page, "office")
    page.locator("#matches button").first.click()
    page.wait_for_function("document.activeElement.matches('#summary h2')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "query"


# ---- lists ----


def test_list_of_what_is_not_finished(page: Page) -> None:
    parts = page.locator("#lists details.unfinished")
    assert _texts(parts.locator("summary")) == ["Postponed", "Only a willingness, nothing promised yet"]
    parts.last.locator("summary").click()
    assert _texts(parts.last.locator("li")) == ["Guide Bureau"]


def test_list_of_blank_sections(page: Page) -> None:
    assert "does not mean that nothing was done" in page.locator("#lists").inner_text()
    assert "4.1 Industry finds and removes Section B, Section C" in _texts(page.locator("#lists .blanks li"))


def test_where_nothing_is_blank_nothing_is_said_of_it(browser: Browser, tmp_path: Path) -> None:
    made = Alliance()
    made.report()
    made.node("goal", "1", "OperationalGoal", "One", "1")
    path = tmp_path / "explorer.html"
    path.write_text(explorer(made.views()), encoding="utf-8")
    for page in opened(browser, path.as_uri(), 1280, 800):
        assert "Blank" not in page.locator("#lists").inner_text()


def test_many_who_did_the_same_are_one_line(page: Page) -> None:
    goal_button(page, "3.1").click()
    crowd = page.locator("details.crowd:visible")
    assert _texts(crowd.locator("summary")) == ["Spot on the air: broadcasts Station 0, Station 1 …"]
    assert not crowd.get_by_role("button", name="Station 11").is_visible()
    crowd.locator("summary").click()
    assert crowd.get_by_role("button", name="Station 11").is_visible()


def test_long_goal_waits_for_a_press_of_the_button(page: Page) -> None:
    _select(page, "goal/3.1")
    headings = page.locator("#facts .about h4")
    assert [heading.is_visible() for heading in headings.all()] == [True, False]
    page.get_by_role("button", name="Show all 13").click()
    assert [heading.is_visible() for heading in headings.all()] == [True, True]


def test_phone_leads_to_the_sentences(phone: Page, page: Page) -> None:
    goal_button(phone, "4.1").click()
    phone.get_by_role("button", name="To the sentences").locator("visible=true").click()
    phone.wait_for_function("document.activeElement.matches('#summary h2')")
    goal_button(page, "4.1").click()
    assert page.locator(".phone:visible").count() == 0


def test_target_lists_its_goals_and_their_actors(page: Page) -> None:
    _select(page, "goal/4")
    text = page.locator("#details").inner_text()
    assert "facts stated" not in text
    assert text.index("4.1 Industry") < text.index("Office against Crime") < text.index("4.2 Faster takedown")
    assert page.locator("#facts .sections li").count() == 6
    page.locator("#facts").get_by_role("button", name="Bureau").click()
    page.wait_for_function("location.hash === '#actor/bureau'")


def test_header_counts_contributions_and_claims(page: Page) -> None:
    header = page.locator("header").inner_text()
    assert "16 contributions in 17 claims, each with its sentence" in header
    assert "written between 31 May and 31 December 2014" in header


# ---- same or not ----


def test_doubtful_identity_stands_on_both_apart_from_what_is_stated(page: Page) -> None:
    for item, other in (("actor/bureau", "Office against Crime"), ("actor/office", "Bureau")):
        _select(page, item)
        card = page.locator("article.judgement")
        assert _texts(card.locator("p").first)[0] == f"May be the same as {other}: it never says that they are one"
        assert page.get_by_role("heading", name="Same or not").is_visible()
    _select(page, "initiative/guide")
    assert "Not the same as Spot on the air: one is printed" in page.locator("article.judgement").inner_text()


def test_judgements_come_from_the_store_once_each(store: Store) -> None:
    rows = Views(store).judgements
    assert rows
    assert len({(row.one, row.other) for row in rows}) == len(rows)
    assert {row.verdict for row in rows} <= set(style().verdicts)
    assert all(row.reason and row.one < row.other for row in rows)


def test_other_names_come_from_the_store(store: Store) -> None:
    names = {name for _, item in project(Views(store)).nodes(data=True) for name in json.loads(item["names"])}
    assert "COCD" in names


# ---- on paper ----


def test_paper_holds_the_selected_item_alone_and_all_of_it(page: Page) -> None:
    _select(page, "goal/3.1")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator("#picture").is_visible()
    assert not page.get_by_text("Clear the selection").is_visible()
    assert not page.get_by_role("button", name="Show all").is_visible()
    assert page.locator("summary", has_text="Where").locator("visible=true").count() == 0
    assert page.locator("#facts .about h4").last.is_visible()
    assert page.locator(".card").first.evaluate("card => getComputedStyle(card).breakInside") == "avoid"
    assert page.locator("h3").last.evaluate("heading => getComputedStyle(heading).breakAfter") == "avoid"


def test_paper_of_no_selection_holds_the_goals(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("#outline").is_visible()
    assert not page.get_by_role("heading", name="All items").is_visible()
