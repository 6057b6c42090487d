"""The explorer's file: it loads nothing, shows text as text, ranks nobody, and every claim has its sentence in it."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pyoxigraph import Literal

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG, DCTERMS
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.page import explorer, page_data, write_explorer
from alliancegraph.viz.shared.items import short_ids
from alliancegraph.viz.shared.page import as_script
from alliancegraph.viz.shared.periods import written_words
from alliancegraph.viz.shared.style import plain, style
from tests.viz_alliance import BASE, REPORT, RULE, Alliance, alliance, bare, unread
from tests.viz_page import go, opened, texts

ATTACK = "</script><img src=x onerror=\"document.title='broken'\"><b>&\u2028"
PLACES = ["briefing", "goals", "goal/3.1", "text/freedonia-2014", "actors", "actor/evil", "laws", "timeline", "numbers",
          "ledger", "network", "network/goal/1.1", "members", "search?q=img"]  # fmt: skip
Chapter = dict[str, Any]


@pytest.fixture(scope="module")
def romania(store: Store) -> Chapter:
    """Return Romania's report as the explorer has it."""
    _, (chapter,) = page_data(Views(store))
    return chapter


@pytest.fixture(scope="module")
def page_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("viz") / "explorer.html"
    path.write_text(explorer(alliance().views()), encoding="utf-8")
    return path


# ---- the file ----


def test_same_input_same_bytes(store: Store, tmp_path: Path) -> None:
    assert explorer(alliance().views()) == explorer(alliance().views())
    one, other = tmp_path / "one" / "explorer.html", tmp_path / "other" / "explorer.html"
    for path in (one, other):
        path.parent.mkdir()
        write_explorer(Views(store), path)
    assert one.read_bytes() == other.read_bytes()


def test_page_refers_to_nothing_outside(page_path: Path) -> None:
    html = page_path.read_text(encoding="utf-8")
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b|<script[^>]+src|@import [\"'u]|url\(", html)
    assert "default-src &#39;none&#39;" in html
    assert "unsafe-inline" not in html
    assert not re.search(r"script-src[^;]*file:", html)


def test_data_cannot_leave_their_element() -> None:
    written = as_script({"text": ATTACK})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"text": ATTACK}


def test_every_claim_stands_in_the_view_of_a_goal_or_in_the_text(romania: Chapter, build: Path) -> None:
    with (build / "claims.csv").open(encoding="utf-8", newline="") as file:
        claimed = {row["claim"] for row in csv.DictReader(file)}
    told = [romania["claims"][field[3]] for record in romania["records"] for field in record["fields"]]
    assert claimed
    assert {claim for claim, _ in told} == claimed
    bodies = {section["code"]: section["body"] for section in romania["sections"]}
    for _, number in told:
        passage = romania["passages"][number]
        start, end = bodies[passage["section"]]
        assert start <= passage["start"] < passage["end"] <= end


def test_each_quote_is_what_its_place_in_the_text_holds(romania: Chapter) -> None:
    text = romania["text"].encode("utf-16-le")
    for passage in romania["passages"]:
        words = text[2 * passage["start"] : 2 * passage["end"]].decode("utf-16-le")
        assert " ".join(words.split()) == " ".join(passage["quote"].split())


def test_places_are_counted_as_browsers_do() -> None:
    made, text = unread(), "😀 Town did it."
    made.says(REPORT, (AG.text, text), (DCTERMS.title, "Form"), (DCTERMS.language, "en"))
    town = made.node("actor", "town", "NGO", "Town")
    made.contribution("1.1", town, "delivers", made.node("initiative", "it", "Measure", "it"), "done")
    _, (chapter,) = page_data(made.views())
    assert chapter["text"] == text
    assert chapter["passages"][0]["start"] == 101  # 100 letters, of which one is two units


def test_no_person_is_an_item(store: Store) -> None:
    core, _ = page_data(Views(store))
    assert not {"Person", "Human"} & {item["kind"] for item in core["items"].values()}


def test_groups_differ_in_colour_and_shape() -> None:
    groups = style().groups.values()
    assert len({group.shape for group in groups}) == len({group.fill for group in groups}) == len(groups)


@pytest.mark.parametrize("name", style().groups)
def test_texts_of_marks_have_contrast(name: str) -> None:
    group = style().groups[name]
    ground = group.fill if group.shape == "box" else "#ffffff"
    assert _contrast(group.text, ground) >= 4.5
    assert _contrast(group.border, "#ffffff") >= 3


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_intentions_look_unlike_actions() -> None:
    lines = {status: style().line_name("stated", status, "delivers") for status in style().statuses}
    assert lines["done"] == "action"
    assert lines["planned"] == "intention"
    assert lines["willing"] == "willingness"


def test_inferred_names_its_rule_and_the_sentences_on_which_it_rests() -> None:
    _, (chapter,) = page_data(alliance().views())
    assert chapter["inferred"]
    assert all(one["rule"] and one["passages"] for one in chapter["inferred"])


def test_empty_network_makes_a_page() -> None:
    assert "<title>Who contributes to which goal</title>" in explorer(Views(Store.memory()))


def test_page_of_one_report_is_named_after_it() -> None:
    assert "<title>Freedonia 2014</title>" in explorer(unread().views())


@pytest.mark.parametrize("place", ["claim=zzz", "passage=99999", "section=9.9/Z"])
def test_a_sentence_or_section_that_the_report_does_not_have_is_told(browser: Browser, build: Path, place: str) -> None:
    for page in opened(browser, f"{(build / 'explorer.html').as_uri()}#text/romania-2014?{place}", 1280, 800):
        expect(page.locator("#view")).to_contain_text("names a sentence or section that is not in this report")
        go(page, "text/romania-2014?section=4.1/A")
        expect(page.locator("#view")).not_to_contain_text("is not in this report")


def test_what_is_not_there_is_told_of_a_choice_or_of_what_is_read(browser: Browser, tmp_path: Path) -> None:
    for reading, words in [("read", "Nothing of this kind is recorded."), ("not-yet", "is recorded so far; not all")]:
        path = tmp_path / f"{reading}.html"
        write_explorer(bare(reading).views(), path)
        for page in opened(browser, f"{path.as_uri()}#ledger", 1280, 800):
            expect(page.locator("#view")).to_contain_text(words)
            go(page, "ledger?status=done")
            expect(page.locator("#view")).to_contain_text("Nothing of this kind is recorded for what is chosen.")


def test_short_ids_are_short_where_they_can_be() -> None:
    ids = short_ids(["https://a.example/id/actor/x", "https://b.example/id/actor/x", "https://a.example/id/law/y"])
    assert list(ids.values()) == ["https://a.example/id/actor/x", "https://b.example/id/actor/x", "law/y"]


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


# ---- in a browser ----


def test_without_scripts_the_page_says_what_it_needs(page_path: Path) -> None:
    html = page_path.read_text(encoding="utf-8")
    assert re.search(r"<noscript>.*needs JavaScript.*loads nothing from the network.*</noscript>", html)


@pytest.mark.parametrize("address", ["actor/nobody", "%", "__proto__", "text/nothing", "network/nothing", "briefing/x"])
def test_an_address_of_nothing_is_told(page: Page, address: str) -> None:
    go(page, address)
    assert texts(page, "#view h1")[0]
    go(page, "actor/nobody")
    expect(page.locator("#view")).to_contain_text("names something that is not on this page")


def test_the_order_of_lists_is_that_of_the_alphabet_never_of_a_count(page: Page) -> None:
    go(page, "actors")
    for kind in range(1, 1 + page.locator("#view .columns").count()):
        names = texts(page, f"#view .columns >> nth={kind - 1} >> a")
        assert names == sorted(names, key=lambda name: int(name.rpartition(" ")[2]))
    assert kind > 1
    go(page, "goal/3.1")
    assert not re.search(r"\b(score|rank|best|worst|top)\b", page.locator("#view").inner_text(), re.IGNORECASE)


def test_what_is_inferred_stands_apart(page: Page) -> None:
    go(page, "actor/actor-0")
    page.locator("summary", has_text="inferred").click()
    card = page.locator(".card.inferred").first
    assert "a done step contributes" in card.inner_text()
    card.get_by_text("Rests on").click()
    assert card.locator("blockquote").first.is_visible()
    assert page.locator(".card:not(.inferred) .rule").count() == 0


def test_every_view_says_what_is_counted(page: Page) -> None:
    for place in PLACES[:5]:
        go(page, place)
        expect(page.locator("#view footer")).to_contain_text("What is counted is reporting, never performance.")
        expect(page.locator("#view footer")).to_contain_text("As of: 2014-05-31 to 2014-12-31.")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = unread()
    made.report(ATTACK, as_of=ATTACK, iri=f"{BASE}report/evil-2014")
    made.says(RULE, (AG.displayName, f"~{ATTACK}"))
    made.says(
        REPORT,
        (AG.text, ATTACK * 9),
        (DCTERMS.title, ATTACK),
        (DCTERMS.language, "en"),
        (DCTERMS.bibliographicCitation, ATTACK),
    )
    actor = made.node("actor", "evil", "NGO", ATTACK, short=ATTACK, names=ATTACK)
    step = made.node("initiative", "step", "Measure", ATTACK)
    made.contribution("1.1", actor, "delivers", step, "done", quote=ATTACK, context=ATTACK)
    path = tmp_path_factory.mktemp("attack") / "explorer.html"
    path.write_text(explorer(made.views()), encoding="utf-8")
    return path


def test_texts_of_reports_stay_texts(browser: Browser, attacked: Path) -> None:
    for page in opened(browser, attacked.as_uri(), 1280, 800):
        for place in PLACES:
            go(page, place)
            for summary in page.locator("#view summary:visible").all():
                summary.click()
            for button in page.locator("#view button.proof").all():
                button.click()
            assert page.locator("img, b, #view script").count() == 0, place
            assert page.title() != "broken"
        go(page, "actor/evil")
        assert "<img src=x" in page.locator("h1").inner_text()
        assert "<img src=x" in page.locator("blockquote").first.inner_text()


def test_marks_that_turn_the_direction_stay_without_effect(browser: Browser, tmp_path: Path) -> None:
    made = unread()
    made.node("actor", "turned", "NGO", "Office \u202egnp.exe\u2066 \u05d0")
    step = made.node("initiative", "step", "Measure", "step")
    made.contribution("1.1", f"{BASE}actor/turned", "delivers", step, "done")
    path = tmp_path / "explorer.html"
    path.write_text(explorer(made.views()), encoding="utf-8")
    for page in opened(browser, f"{path.as_uri()}#goal/1.1", 1280, 800):
        name = page.locator("td a, th a", has_text="Office").first
        assert name.inner_text() == "Office gnp.exe \u05d0"
        assert name.locator("bdi").count() == 1
        go(page, "actor/turned")
        assert "\u202e" not in page.locator("body").inner_text()
        assert "\u202e" not in page.title()


# ---- what is not said ----


def test_a_report_that_is_not_yet_read_says_so(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "unread.html"
    path.write_text(explorer(unread().views()), encoding="utf-8")
    for page in opened(browser, path.as_uri(), 1280, 800):
        page.locator("#view h1").wait_for()
        told = page.locator("#view").inner_text()
        assert "Blank in the form" in told
        assert "does not mean that nothing was done" in told
        assert "section 4.2/C 4.2 Faster takedown" in " ".join(
            page.locator("h2:text-is('Not wholly read') ~ ul").inner_text().split()
        )
        go(page, "goal/4.2")
        labels = [one.get_attribute("aria-label") or "" for one in page.locator("a.state").all()]
        assert labels == [
            "Freedonia 2014, section 4.2/A: Blank in the form", "Freedonia 2014, section 4.2/B: Blank in the form",
            "Freedonia 2014, section 4.2/C: Answered, not yet read",
        ]  # fmt: skip
        expect(page.locator("#view")).to_contain_text("No contribution is recorded under this goal so far")


# ---- on paper ----


def test_paper_holds_the_view_with_its_reference_and_nothing_to_press(page: Page) -> None:
    go(page, "goal/3.1")
    page.emulate_media(media="print")
    for gone in ("nav", "#search", ".filters", "#language", ".copy", ".tools"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    assert page.get_by_text("Printed on").is_visible()
    assert page.locator("footer .paper", has_text="#goal/3.1").first.is_visible()
    assert page.locator(".card blockquote").first.is_visible()
    assert page.locator(".card").first.evaluate("card => getComputedStyle(card).breakInside") == "avoid"


def test_goals_of_a_form_without_targets_are_listed_once(browser: Browser, tmp_path: Path) -> None:
    made = Alliance()
    for number in ("1", "2"):
        made.node("goal", number, "OperationalGoal", f"Goal {number}", number)
    path = tmp_path / "page.html"
    path.write_text(explorer(made.views()), encoding="utf-8")
    for page in opened(browser, f"{path.as_uri()}#goals", 1280, 800):
        page.locator("#view h1").wait_for()
        assert texts(page, "#view .goals a") == ["1 Goal 1", "2 Goal 2"]


def test_a_name_in_another_language_says_which(browser: Browser, tmp_path: Path) -> None:
    made = alliance()
    actor = made.node("actor", "garde", "NGO", Literal("Garde des enfants", language="fr"))
    made.contribution("1.1", actor, "leads", f"{BASE}initiative/initiative-1", "done")
    path = tmp_path / "explorer.html"
    path.write_text(explorer(made.views()), encoding="utf-8")
    for page in opened(browser, f"{path.as_uri()}#goal/1.1", 1280, 800):
        expect(page.get_by_role("link", name="Garde des enfants").first).to_have_attribute("lang", "fr")
