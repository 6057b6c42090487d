"""The words of the explorer: languages, sentences, tables and stories are files, whole and known to the ontology."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.page import page_data, write_explorer
from alliancegraph.viz.shared.style import style
from tests.javascript import ROOT
from tests.viz_page import go, opened

EXPLORER = ROOT / "viz" / "explorer"
LANGUAGES = sorted((EXPLORER / "languages").iterdir())
SCRIPTS = "\n".join(path.read_text(encoding="utf-8") for path in EXPLORER.rglob("*.js"))
OWN = (  # words of the vocabulary, which English has from elsewhere, and a language may have of its own
    *("status", "state", "reading", "verdict", "kind", "predicate", "role", "qualifier", "audience", "actType"),
    *("group", "many", "line", "rule", "season", "diagram", "column"),
)
FORMS = re.compile(r"\.(zero|one|two|few|many|other)$")


def words(path: Path) -> dict[str, str]:
    """Return the words of a language by key."""
    found: dict[str, str] = loaded(path.read_text(encoding="utf-8"), path)
    return found


ENGLISH = words(EXPLORER / "languages" / "en.yaml")


@pytest.fixture(scope="module")
def page_path(build: Path) -> Path:
    return build / "explorer.html"


def keys(language: dict[str, str]) -> set[str]:
    """Return the keys that every language has to have, without the forms of numbers."""
    return {FORMS.sub("", key) for key in language if key.partition(".")[0] not in OWN or key in ENGLISH}


def sentences(language: str) -> dict[str, list[str]]:
    """Return how each kind is told in that language."""
    path = EXPLORER / "sentences" / f"{language}.yaml"
    found: dict[str, list[str]] = loaded(path.read_text(encoding="utf-8"), path)
    return found


def slots(parts: list[str]) -> set[str]:
    """Return the properties that the parts of a sentence name."""
    return set(re.findall(r"\{(\w+)", " ".join(parts)))


def used() -> set[str]:
    """Return the keys that the scripts ask for where they stand whole; one of two, too."""
    either = re.findall(r'\bt\([^"`]*\? "([^"]+)" : "([^"]+)"', SCRIPTS)
    return {*re.findall(r'\b(?:t|partHeading)\("([^"]+)"', SCRIPTS), *(key for pair in either for key in pair)}


def patterns() -> list[re.Pattern[str]]:
    """Return patterns of the keys of which the scripts put in a part."""
    found = re.findall(r"\bt\(`([^`]+)`", SCRIPTS)
    return [re.compile(re.sub(r"\\\$\\\{.*?\\\}", r"[\\w-]+", re.escape(one)) + "$") for one in found]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_language_has_the_same_keys(path: Path) -> None:
    assert keys(words(path)) == keys(ENGLISH)


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_language_puts_in_the_same_values(path: Path) -> None:
    def values(language: dict[str, str], key: str) -> set[str]:
        forms = [text for own, text in language.items() if FORMS.sub("", own) == key]
        return set(re.findall(r"\{(\w+)\}", " ".join(forms)))

    assert {key: values(words(path), key) for key in keys(ENGLISH)} == {
        key: values(ENGLISH, key) for key in keys(ENGLISH)
    }


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_language_tells_the_same_kinds_of_the_same_properties(path: Path) -> None:
    english, own = sentences("en"), sentences(path.stem)
    assert {kind: slots(parts) for kind, parts in own.items()} == {
        kind: slots(parts) for kind, parts in english.items()
    }


def test_every_key_that_a_script_asks_for_exists() -> None:
    landmarks: dict[str, Any] = loaded((EXPLORER / "landmarks.yaml").read_text(), EXPLORER / "landmarks.yaml")
    told = {key for own in landmarks["views"].values() for key in own} | {one["words"] for one in landmarks["parts"]}
    assert (used() | told) - keys(ENGLISH) - set(ENGLISH) == set()
    for pattern in patterns():
        assert any(pattern.match(key) for key in ENGLISH), pattern


def test_no_key_is_unused() -> None:
    landmarks = (EXPLORER / "landmarks.yaml").read_text(encoding="utf-8")
    literals = {*re.findall(r'"([\w.]+)"', SCRIPTS), *re.findall(r"[\w.]+", landmarks)}
    wanted = {key for key in ENGLISH if key.partition(".")[0] not in (*OWN, "language")}
    idle = {key for key in wanted if not {key, FORMS.sub("", key)} & literals}
    assert {
        key for key in idle if not any(one.match(key) or one.match(FORMS.sub("", key)) for one in patterns())
    } == set()


def test_sentences_and_tables_speak_the_words_of_the_ontology() -> None:
    vocabulary = Vocabulary.load()
    for kind, parts in sentences("en").items():
        assert kind in vocabulary.classes
        assert slots(parts) - {"label"} <= set(vocabulary.properties), kind
    tables: dict[str, list[dict[str, Any]]] = loaded((EXPLORER / "tables.yaml").read_text(), EXPLORER / "tables.yaml")
    families: dict[str, list[str]] = loaded((EXPLORER / "kinds.yaml").read_text(), EXPLORER / "kinds.yaml")
    assert {kind for kinds in families.values() for kind in kinds} <= set(vocabulary.classes)
    assert {key.removeprefix("kinds.") for key in ENGLISH if key.startswith("kinds.")} == set(families)
    for rule in (rule for rules in tables.values() for rule in rules):
        assert set(rule["kinds"]) <= set(vocabulary.classes)
        assert set(rule["columns"]) - {"label"} <= set(vocabulary.properties), rule["id"]


def test_the_style_has_words_for_all_states_of_the_ontology_and_no_others() -> None:
    vocabulary, look = Vocabulary.load(), style()
    schemes = (look.statuses, AG.Status), (look.states, AG.SectionState), (look.readings, AG.ReadingState)
    for told, scheme in (*schemes, (look.verdicts, AG.Verdict)):
        assert set(told) == set(vocabulary.concepts(scheme))
    assert [status for status in look.statuses if status in look.unfinished] == list(look.unfinished)


def test_judgements_come_from_the_store_once_each(store: Store) -> None:
    rows = Views(store).judgements
    assert rows
    assert len({(row.one, row.other) for row in rows}) == len(rows)
    assert {row.verdict for row in rows} <= set(style().verdicts)
    assert all(row.reason and row.one < row.other for row in rows)


def test_the_page_speaks_the_chosen_language_and_the_address_keeps_it(page: Page) -> None:
    go(page, "briefing")
    page.locator("#language").select_option("fr")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    french = words(EXPLORER / "languages" / "fr.yaml")
    expect(page.locator("#views")).to_contain_text(french["view.laws"])
    page.locator("#views").get_by_role("link", name=french["view.laws"]).click()
    expect(page.locator("h1")).to_have_text(french["view.laws"])
    assert "lang=fr" in page.url
    page.reload()
    expect(page.locator("h1")).to_have_text(french["view.laws"])


def test_no_official_text_shows_an_id(page: Page) -> None:
    for place in (
        "briefing",
        "goal/global-alliance-2.1",
        "organization/ro-focus",
        "ledger",
        "timeline",
        "laws",
        "numbers",
    ):
        go(page, place)
        shown = page.locator("#view").inner_text()
        assert not re.search(r"\b[0-9a-f]{16}\b|\bro-[a-z]+|[a-z]+\{|\bundefined\b|\[object|\bNaN\b", shown), place
        assert "::" not in shown
        assert not re.search(r"\b[a-z]+\.[a-z]+\.[a-z]+\b", shown), place


@pytest.mark.parametrize("path", sorted((EXPLORER / "stories").iterdir()), ids=lambda path: path.stem)
def test_a_story_is_told_in_every_language(path: Path) -> None:
    story: dict[str, Any] = loaded(path.read_text(encoding="utf-8"), path)
    for told in (story["title"], *(step["text"] for step in story["steps"])):
        assert set(told) == {language.stem for language in LANGUAGES}


def walk_story(page: Page, story: dict[str, Any]) -> None:
    """Go through all steps of a story, back by one, and leave it."""
    go(page, "briefing")
    page.get_by_role("link", name=story["title"]["en"]).click()
    for number, step in enumerate(story["steps"], 1):
        expect(page.locator("#story h2")).to_have_text(
            f"{story['title']['en']}: step {number} of {len(story['steps'])}"
        )
        expect(page.locator("#story p").first).to_have_text(step["text"]["en"])
        assert page.url.partition("#")[2].startswith(step["address"].removeprefix("#").partition("?")[0])
        assert "no such place" not in page.locator("h1").inner_text()
        assert all(1 <= len(re.findall(r"[.!?](?:\s|$)", text)) <= 3 for text in step["text"].values())
        if number < len(story["steps"]):
            page.get_by_role("link", name="Next").click()
    assert page.get_by_role("link", name="Next").count() == 0
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator("#story h2")).to_contain_text(f"step {len(story['steps']) - 1} of")
    page.get_by_role("link", name="Close").click()
    expect(page.locator("#story")).to_be_hidden()
    assert "story=" not in page.url


def test_the_story_of_a_report_walks_all_its_steps(page: Page, store: Store) -> None:
    (story,) = page_data(Views(store))[0]["stories"]
    assert story["needs"]
    walk_story(page, story)


def test_the_story_for_any_report_walks_all_its_steps(browser: Browser, sample: Store, tmp_path: Path) -> None:
    (story,) = page_data(Views(sample))[0]["stories"]
    assert not story["needs"]
    path = tmp_path / "explorer.html"
    write_explorer(Views(sample), path)
    for page in opened(browser, path.as_uri(), 1280, 800):
        walk_story(page, story)
