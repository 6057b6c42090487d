"""The languages of the explorer: each has a word for every term that a view shows, and what is not its own says so."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer import core
from alliancegraph.viz.explorer.page import page_data, write_explorer
from alliancegraph.viz.shared.style import style
from tests.javascript import ROOT
from tests.viz_page import go, opened

EXPLORER = ROOT / "viz" / "explorer"
OTHERS = [path for path in sorted((EXPLORER / "languages").iterdir()) if path.stem != "en"]
SCHEMES = {"role": AG.Role, "qualifier": AG.Qualifier, "audience": AG.Audience, "actType": AG.ActType, "kind": AG.Kind}
UNSEEN = {  # terms with which the graph tells of claims, texts and itself; no view shows their names
    "kind": {
        *("ActType", "Report", "Submission", "Section", "Account", "Passage", "TextQuoteSelector"),
        *("TextPositionSelector", "Concept", "ConceptScheme", "Status", "Role", "SectionState", "ReadingState"),
        *("ReviewState", "Verdict", "Receipt", "Qualifier", "MembershipRole", "Audience", "Kind", "Judgement"),
        *("Statement", "StatedFact", "DerivedStatement", "ReplacedClaim", "Rule", "Tally", "Dataset", "LinkedDataset"),
    },
    "predicate": {
        *("displayName", "briefName", "definition", "evidence", "claimId", "recordedBy", "reviewedBy", "reviewState"),
        *("reviewedOn", "reviewNote", "corrects", "hasSource", "context", "hasSelector", "quote", "page", "exact"),
        *("prefix", "suffix", "start", "end", "subject", "predicate", "object", "year", "scheme", "sha256"),
        *(
            "published",
            "asOf",
            "readingState",
            "warning",
            "dueFrom",
            "receipt",
            "report",
            "account",
            "onGoal",
            "states",
        ),
        *("names", "tellsOf", "sectionLabel", "startsAt", "endsBefore", "state", "ticked", "refersTo", "heading"),
        *("broader", "inScheme", "topConceptOf", "relatedMatch", "entails", "compares", "verdict", "judgedBy"),
        *("judgedOn", "canonical", "rule", "count", "byYear", "byGoal", "byStatus", "byRole", "wasDerivedFrom"),
        *("language", "license", "rights", "bibliographicCitation", "comesFrom", "madeFrom", "conformsTo"),
        *("isReplacedBy", "vocabulary", "triples", "rangeIncludes", "shortName", "iriSegment", "dayAfter", "wording"),
    },
}
PLACES = (
    *("briefing", "goals", "goal/global-alliance-1.1", "goal/global-alliance-2.1", "goal/global-alliance-3"),
    *("goal/global-alliance-4.1", "text/romania-2014", "actors", "organization/ro-focus", "organization/ro-axn-black"),
    *("law/ro-law-286-2009", "laws", "timeline", "numbers", "ledger", "network", "network/goal/global-alliance-1.1"),
    *("network/goal/global-alliance-4.1?inferred=yes", "network/organization/ro-focus?inferred=yes"),
    *("search?q=postponed", "search?q=zzzzz", "search?q=hotlne", "briefing?story=how-to-read&step=1", "actor/nobody"),
    *("briefing?status=refused", "goal/global-alliance-4.1?status=done&kind=Contribution"),
)
OPENED = """() => {
    for (const part of document.querySelectorAll("#view details")) part.open = true;
    for (const button of document.querySelectorAll('#view button.proof[aria-expanded="false"]')) button.click();
}"""
# Names are not told apart in what is only a text for those who hear the drawing: SVG titles, hidden links.
APART = "script, style, noscript, svg title, .diagram-links, .paper, #language, .save"
UNTOLD = """([lang, apart]) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent.closest(apart)) continue;
        const own = parent.closest("[lang]").lang === lang;
        if (own && /[A-Za-z]{2}/.test(walker.currentNode.textContent)) {
            found.add(`${walker.currentNode.textContent.trim().slice(0, 80)} | ${parent.outerHTML.slice(0, 60)}`);
        }
    }
    return [...found];
}"""


def words(path: Path) -> dict[str, str]:
    """Return the words of a language by key."""
    found: dict[str, str] = loaded(path.read_text(encoding="utf-8"), path)
    return found


def vocabulary() -> dict[str, set[str]]:
    """Return the terms for which a language needs words, by the family of their keys."""
    known, look = Vocabulary.load(), style()
    rules = {path.stem for path in (ROOT / "graph" / "rules").glob("*.rq")} | {"reader"}
    drawing = (ROOT / "viz" / "shared" / "diagram" / "words.js").read_text(encoding="utf-8")
    return {
        **{family: set(known.concepts(scheme)) for family, scheme in SCHEMES.items()},
        "kind": (set(known.classes) - UNSEEN["kind"]) | set(known.concepts(AG.Kind)),
        "predicate": {*known.properties, "type"} - UNSEEN["predicate"],
        "status": set(look.statuses),
        "state": set(look.states),
        "reading": {name for name, told in look.readings.items() if told},
        "verdict": set(look.verdicts),
        "group": set(look.groups),
        "many": set(look.groups),
        "line": set(look.lines),
        "rule": rules,
        "season": set(yaml.safe_load((ROOT / "graph" / "model" / "seasons.yaml").read_text(encoding="utf-8"))),
        "diagram": set(re.findall(r"(?m)^  (\w+):", drawing)),
    }


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_language_has_words_for_the_whole_vocabulary_and_no_others(path: Path) -> None:
    own = words(path)
    for family, names in vocabulary().items():
        assert {key.partition(".")[2] for key in own if key.startswith(f"{family}.")} == names, family


def test_what_no_view_shows_is_in_no_report(everything: Path) -> None:
    data, _ = page_data(Views(Store.open(everything / "store")))
    assert not UNSEEN["kind"] & set(data["kinds"])
    assert not UNSEEN["predicate"] & set(data["predicates"])
    assert UNSEEN["kind"] <= set(Vocabulary.load().classes)
    assert UNSEEN["predicate"] <= set(Vocabulary.load().properties)


def test_every_value_that_is_a_term_has_its_key(everything: Path) -> None:
    data, _ = page_data(Views(Store.open(everything / "store")))
    known = vocabulary()
    keys = {key for terms in data["terms"].values() for key in terms.values()}
    assert {"role.takesPart", "audience.teachers", "qualifier.more-than", "kind.Meeting", "status.postponed"} <= keys
    assert {key for key in keys if key.partition(".")[2] not in known.get(key.partition(".")[0], set())} == set()


@pytest.fixture(scope="module")
def greek(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page with a language of Greek letters: what stands in it in Latin ones was never in a language file."""
    folder = tmp_path_factory.mktemp("explorer")
    for name in ("languages", "sentences", "stories"):
        shutil.copytree(EXPLORER / name, folder / name)
    for path in EXPLORER.glob("*.yaml"):
        shutil.copy(path, folder)
    for name in ("languages", "sentences"):
        french = yaml.safe_load((folder / name / "fr.yaml").read_text(encoding="utf-8"))
        (folder / name / "el.yaml").write_text(yaml.safe_dump(in_greek(french), allow_unicode=True), encoding="utf-8")
    for path in (folder / "stories").iterdir():
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        for told in (story["title"], *(step["text"] for step in story["steps"])):
            told["el"] = in_greek(told["fr"])
        path.write_text(yaml.safe_dump(story, allow_unicode=True), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core, "FOLDER", folder)
        write_explorer(Views(store), folder / "explorer.html")
    return folder / "explorer.html"


def in_greek(words: Any) -> Any:
    """Return words with Greek letters in place of Latin ones, the names of values as they are."""
    if isinstance(words, dict):
        return {key: in_greek(told) for key, told in words.items()}
    if isinstance(words, list):
        return [in_greek(told) for told in words]
    pieces = re.split(r"(\{\w+|\})", words)
    return "".join(piece if piece.startswith("{") else re.sub(r"[^\W\d_]", "λ", piece) for piece in pieces)


@pytest.fixture
def greek_page(browser: Browser, greek: Path) -> Iterator[Page]:
    yield from opened(browser, greek.as_uri(), 1280, 800)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_not_in_the_language_of_the_page_says_its_own(greek_page: Page, place: str) -> None:
    go(greek_page, f"{place}{'&' if '?' in place else '?'}lang=el")
    greek_page.evaluate(OPENED)
    greek_page.evaluate(OPENED)
    assert greek_page.evaluate("document.documentElement.lang") == "el"
    assert greek_page.evaluate(UNTOLD, ["el", APART]) == []
