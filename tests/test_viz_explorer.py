"""The explorer: one file that loads nothing, shows text as text, and leads from a goal to the sentence."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.contributions import NOBODY
from alliancegraph.viz.explorer.page import explorer, page_data, write_explorer
from alliancegraph.viz.shared.items import short_ids
from alliancegraph.viz.shared.page import as_script
from alliancegraph.viz.shared.periods import period_words, written_words
from alliancegraph.viz.shared.style import plain, style
from tests.viz_alliance import BASE, RULE, Alliance, alliance, unread
from tests.viz_page import goal_button, node_place, opened

ATTACK = "</script><img src=x onerror=\"document.title='broken'\"><b>&\u2028"
ACTOR = "actor/actor-0"


@pytest.fixture(scope="module")
def page_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("viz") / "explorer.html"
    path.write_text(explorer(alliance().views()), encoding="utf-8")
    return path


@pytest.fixture
def real(build: Path) -> Path:
    """Return the explorer of Romania's report."""
    return build / "explorer.html"


def _heading(page: Page) -> Locator:
    return page.locator("#summary h2")


def _address(page: Page) -> str:
    return page.url.partition("#")[2]


# ---- the file ----


def test_same_input_same_bytes() -> None:
    assert explorer(alliance().views()) == explorer(alliance().views())


def test_page_refers_to_nothing_outside(page_path: Path) -> None:
    html = page_path.read_text(encoding="utf-8")
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b|<script[^>]+src|@import [\"'u]|url\(", html)
    assert "default-src &#39;none&#39;" in html
    assert "unsafe-inline" not in html


def test_data_cannot_leave_their_element() -> None:
    written = as_script({"text": ATTACK})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"text": ATTACK}


def test_marks_of_a_group_have_one_size() -> None:
    nodes = page_data(alliance().views())["picture"]["nodes"]
    boxes = {(n["widthConstraint"]["minimum"], n["heightConstraint"]["minimum"]) for n in nodes if n["shape"] == "box"}
    assert len(boxes) == 1
    assert {node.get("size") for node in nodes if node["shape"] != "box"} == {style().sizes["node"]}


def test_groups_differ_in_colour_and_shape() -> None:
    groups = style().groups.values()
    assert len({group.shape for group in groups}) == len({group.fill for group in groups}) == len(groups)


@pytest.mark.parametrize("name", style().groups)
def test_texts_of_marks_have_contrast(name: str) -> None:
    group = style().groups[name]
    ground = group.fill if group.shape == "box" else "#ffffff"
    assert _contrast(group.text, ground) >= 4.5
    assert _contrast(group.border, "#ffffff") >= 3


def test_dimmed_texts_and_lines_have_contrast() -> None:
    assert _contrast(style().dimmed["text"], style().dimmed["fill"]) >= 4.5
    assert all(_contrast(line.colour, "#ffffff") >= 3 for line in style().lines.values())


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_intentions_are_drawn_unlike_actions() -> None:
    lines = {status: style().line_name("stated", status, "delivers") for status in style().statuses}
    assert lines["done"] == "action"
    assert lines["planned"] == "intention"
    assert lines["willing"] == "willingness"
    assert style().line_name("inferred", "", "plansToContributeTo") != style().line_name(
        "inferred", "", "contributesTo"
    )
    assert len({(line.colour, line.arrow, line.dashes) for line in style().lines.values()}) == len(style().lines)


def test_inferred_is_dashed_and_names_rule_and_claims() -> None:
    data = page_data(alliance().views())
    inferred = {(fact["subject"], fact["object"]) for fact in data["facts"] if fact["basis"] == "inferred"}
    assert {(edge["from"], edge["to"]) for edge in data["picture"]["edges"] if edge["dashes"]} == inferred
    assert all(fact["rule"] and fact["claims"] for fact in data["facts"] if fact["basis"] == "inferred")


def test_inferred_links_that_mirror_each_other_are_shown_once() -> None:
    made = unread()
    step = made.node("initiative", "step", "Measure", "step")
    one, other = (made.node("actor", name, "NGO", name) for name in ("one", "other"))
    deeds = [made.contribution("1.1", actor, "delivers", step, "done") for actor in (one, other)]
    made.inferred(one, AG.worksWith, other, f"{BASE}contribution/0")
    made.inferred(other, AG.worksWith, one, f"{BASE}contribution/1")
    data = page_data(made.views())
    (link,) = (fact for fact in data["facts"] if {fact["subject"], fact["object"]} == {"actor/one", "actor/other"})
    assert link["claims"] == deeds
    between = (edge for edge in data["picture"]["edges"] if {edge["from"], edge["to"]} == {"actor/one", "actor/other"})
    assert [edge["arrows"]["to"]["enabled"] for edge in between] == [False]


def test_every_stated_fact_has_its_sentence() -> None:
    data = page_data(alliance().views())
    stated = [fact for fact in data["facts"] if fact["basis"] == "stated"]
    passages = [data["evidence"]["passages"][data["evidence"]["claims"][fact["claims"][0]]] for fact in stated]
    assert stated
    assert all(passage["quote"] for passage in passages)


def test_goal_lists_sections_and_actors_by_status() -> None:
    targets = page_data(alliance().views())["targets"]
    goal = next(g for target in targets for g in target["goals"] if g["number"] == "3.1")
    words = [status["words"] for status in goal["statuses"]]
    assert [target["number"] for target in targets] == ["1", "2", "3", "4"]
    assert words == sorted(words, key=[status.words for status in style().statuses.values()].index)
    done = goal["statuses"][0]["actors"]
    assert done[-1]["label"] == NOBODY
    assert [actor["label"] for actor in done[:-1]] == sorted(actor["label"] for actor in done[:-1])


def test_contribution_that_names_nobody_is_a_fact_of_what_was_done() -> None:
    facts = page_data(alliance().views())["facts"]
    nameless = [fact for fact in facts if fact["subjectLabel"] == NOBODY]
    assert [(fact["subject"], fact["object"]) for fact in nameless] == [("", "event/event-0")]


def test_several_reports_are_told_apart() -> None:
    made = alliance()
    assert not page_data(made.views())["several"]
    made.report("Sylvania", iri=f"{BASE}report/sylvania-2014")
    assert page_data(made.views())["several"]


def test_empty_network_makes_a_page() -> None:
    assert "<title>Who contributes</title>" in explorer(Views(Store.memory()))


def test_page_without_a_title_is_named_after_its_report() -> None:
    assert "<title>Who contributes: Freedonia 2014</title>" in explorer(unread().views())


def test_short_ids_are_short_where_they_can_be() -> None:
    ids = short_ids(["https://a.example/id/actor/x", "https://b.example/id/actor/x", "https://a.example/id/law/y"])
    assert list(ids.values()) == ["https://a.example/id/actor/x", "https://b.example/id/actor/x", "law/y"]


@pytest.mark.parametrize(("period", "words"), [
    ("", ""), ("2013", "2013"), ("2013/..", "from 2013"), ("../2014-05-31", "until 2014-05-31"),
    ("2012-09-26/2012-09-28", "2012-09-26 to 2012-09-28"), ("2013/2013", "2013"),
])  # fmt: skip
def test_periods_in_words(period: str, words: str) -> None:
    assert period_words(period) == words


@pytest.mark.parametrize(("period", "words"), [
    ("", ""), ("2014", "written in 2014"), ("2014-05-31", "written on 31 May 2014"),
    ("2014-05-31/2014-12-31", "written between 31 May and 31 December 2014"),
    ("2013-12/2014-01", "written between December 2013 and January 2014"),
    ("2014-05-31/..", "written after 31 May 2014"), ("../2014", "written by 2014"), ("soon", "written in soon"),
])  # fmt: skip
def test_when_a_report_was_written_in_words(period: str, words: str) -> None:
    assert written_words(period) == words


def test_terms_in_words() -> None:
    assert plain("dateAsWritten") == "date as written"
    assert plain("takesPart") == "takes part"


def test_store_becomes_the_same_page_each_time(store: Store, tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    write_explorer(Views(store), one)
    write_explorer(Views(store), other)
    assert one.read_bytes() == other.read_bytes()


# ---- in a browser ----


def test_from_goal_to_actor_to_sentence(page: Page) -> None:
    goal_button(page, "3.1 Public awareness").click()
    assert page.locator("#outline .sections:visible").get_by_text("Section A").is_visible()
    actor = page.locator("#outline .goal-body:visible .actor > button").first
    label = actor.inner_text()
    actor.click()
    assert _heading(page).inner_text() == label
    assert page.locator("#facts blockquote").first.is_visible()
    assert re.search(r"section \d\.\d/[ABC]$", page.locator("#facts p.proof").first.inner_text())
    where = page.locator("#facts details.proof").first
    where.get_by_text("Where").click()
    assert re.search(r"characters \d+ to \d+\s+claim c\d+", where.inner_text())


def test_boxes_of_goals_have_one_size_in_the_real_report(browser: Browser, real: Path) -> None:
    for page in opened(browser, real.as_uri(), 1280, 800):
        sizes = page.evaluate(
            """Object.values(explorer.network.body.nodes).filter(node => node.options.shape === "box")
                .map(node => explorer.network.getBoundingBox(node.id))
                .map(box => `${Math.round(box.right - box.left)} ${Math.round(box.bottom - box.top)}`)"""
        )
        assert len(sizes) > 1
        assert len(set(sizes)) == 1


def test_from_goal_to_actor_to_sentence_in_the_real_report(browser: Browser, real: Path) -> None:
    for page in opened(browser, real.as_uri(), 1280, 800):
        page.locator("button.goal").first.click()
        page.locator("#outline .goal-body:visible .actor > button").first.click()
        assert page.locator("#facts blockquote").first.is_visible()


def test_a_short_name_finds_its_body_first(browser: Browser, real: Path) -> None:
    for page in opened(browser, real.as_uri(), 1280, 800):
        page.get_by_label("Find by name").fill("mis")
        found = page.locator("#matches button").all_inner_texts()
        assert found[0] == "Ministry for Information Society"
        assert any("Missing" in name for name in found[1:])


def test_inferred_facts_stand_apart(page: Page) -> None:
    page.goto(f"{page.url}#{ACTOR}")
    assert page.get_by_role("heading", name="Inferred by rule").is_visible()
    card = page.locator(".card.inferred").first
    assert "a done step contributes" in card.inner_text()
    card.get_by_text("Rests on").first.click()
    assert card.locator("blockquote").first.is_visible()


def test_a_click_on_a_mark_opens_its_details(page: Page) -> None:
    page.mouse.click(*node_place(page, ACTOR))
    page.wait_for_function("id => location.hash === '#' + id", arg=ACTOR)
    assert "Kind 0" in _heading(page).inner_text()


def test_selection_dims_the_rest(page: Page) -> None:
    page.goto(f"{page.url}#{ACTOR}")
    colours = page.evaluate("Object.values(explorer.network.body.nodes).map(n => n.options.color.background)")
    assert 1 < sum(colour != style().dimmed["fill"] for colour in colours) < len(colours) / 2


def test_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the goals"
    page.keyboard.press("Enter")
    _tab_to(page, "1.1 More victims identified")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    opener = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#summary h2')")
    assert _heading(page).inner_text() == opener
    page.keyboard.press("Escape")
    assert _heading(page).inner_text() == "Nothing is selected"
    assert page.evaluate("document.activeElement.textContent") == opener


def _tab_to(page: Page, name: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == name:
            return
    pytest.fail(f"Tab does not reach {name!r}")


def test_goal_can_be_closed_again(page: Page) -> None:
    goal = goal_button(page, "2.2 Joint investigations")
    goal.click()
    assert goal.get_attribute("aria-expanded") == "true"
    goal.click()
    assert goal.get_attribute("aria-expanded") == "false"


def test_address_keeps_the_selection(page: Page) -> None:
    page.goto(f"{page.url}#{ACTOR}")
    name = _heading(page).inner_text()
    page.locator("#facts button.link").first.click()
    assert _heading(page).inner_text() != name
    page.go_back()
    page.wait_for_function("name => document.querySelector('#summary h2').textContent === name", arg=name)
    page.reload()
    assert _heading(page).inner_text() == name
    assert _address(page) == ACTOR


@pytest.mark.parametrize("address", ["actor/nobody", "%", "__proto__"])
def test_address_of_no_item_is_told(page: Page, address: str) -> None:
    page.goto(f"{page.url}#{address}")
    assert "not on this page" in page.get_by_role("status").inner_text()
    assert _heading(page).inner_text() == "Nothing is selected"


def test_search_filters_and_escape_clears(page: Page) -> None:
    page.get_by_label("Find by name").fill("TOWN")
    assert page.locator("#matches button").count() == 9
    assert page.get_by_role("status").inner_text().startswith("9 of ")
    page.locator("#matches button").first.click()
    assert _heading(page).inner_text() == "Town 0"
    page.keyboard.press("Escape")
    assert page.get_by_label("Find by name").input_value() == ""
    assert page.locator("#outline").is_visible()
    assert _address(page) == ""


def test_the_chosen_item_is_marked_among_what_is_found(page: Page) -> None:
    page.goto(f"{page.url}#{ACTOR}")
    page.get_by_label("Find by name").fill("Kind 0")
    assert page.locator("#matches button[aria-current=true]").all_inner_texts() == [_heading(page).inner_text()]


def test_a_button_clears_the_selection(page: Page) -> None:
    page.goto(f"{page.url}#{ACTOR}")
    page.get_by_role("button", name="Clear the selection").click()
    assert _heading(page).inner_text() == "Nothing is selected"
    assert _address(page) == ""


def test_inferred_links_are_drawn_when_asked_for(page: Page) -> None:
    count = "explorer.network.body.data.edges.get().filter(e => e.hidden).length"
    assert page.evaluate(count) > 0
    page.get_by_label("Draw all inferred links").check()
    assert page.evaluate(count) == 0


def test_phone_needs_no_sideways_scrolling(phone: Page) -> None:
    for address in ("", "goal/3.1", ACTOR):
        phone.goto(f"{phone.url.partition('#')[0]}#{address}")
        assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_phone_leads_to_the_details(phone: Page) -> None:
    goal_button(phone, "3.1 Public awareness").click()
    phone.locator("#outline .goal-body:visible .actor > button").first.click()
    phone.wait_for_function("document.activeElement.matches('#summary h2')")
    box = _heading(phone).bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 400


def test_report_not_yet_read(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "unread.html"
    path.write_text(explorer(unread().views()), encoding="utf-8")
    for page in opened(browser, path.as_uri(), 1280, 800):
        assert "not yet read" in page.locator("header").inner_text()
        goal_button(page, "4.2 Faster takedown").click()
        body = page.locator("#outline .goal-body:visible").inner_text()
        assert "Blank in the form" in body
        assert "Section C Answered not yet read" in " ".join(body.split())
        assert "No contribution is recorded under this goal so far: Section C is not yet read." in body


def test_text_of_reports_stays_text(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "attack.html"
    path.write_text(explorer(_attacked().views()), encoding="utf-8")
    for page in opened(browser, f"{path.as_uri()}#actor/evil", 1280, 800):
        assert page.locator("img, b").count() == 0
        assert page.title() != "broken"
        assert "<img src=x" in _heading(page).inner_text()
        assert "<img src=x" in page.locator("#facts blockquote").first.inner_text()
        page.mouse.move(*node_place(page, "actor/evil"))
        page.locator(".vis-tooltip").wait_for(state="visible")
        assert page.locator("img, b").count() == 0


def _attacked() -> Alliance:
    made = unread()
    made.report(ATTACK, as_of=ATTACK, iri=f"{BASE}report/evil-2014")
    made.says(RULE, (AG.displayName, f"~{ATTACK}"))
    actor = made.node("actor", "evil", "NGO", ATTACK, short=ATTACK, names=ATTACK)
    step = made.node("initiative", "step", "Measure", ATTACK)
    made.contribution("1.1", actor, "delivers", step, "done", quote=ATTACK, context=ATTACK)
    return made
