"""Figures, promises, assessments, penalties and notes: told in one sentence on what they are about."""

import re

import pytest

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.sayings import sayings
from alliancegraph.viz.shared.style import style

BASE = "https://w3id.org/alliancegraph/id/"


@pytest.fixture(scope="module")
def told(store: Store) -> set[tuple[str, str, str]]:
    """Return what is said of each thing: its IRI, words, text."""
    rows = claim_rows(Views(store))
    ids = {row.object: row.object for row in rows if row.object.startswith(BASE)}
    return {(row.object.removeprefix(BASE), words, text) for row, words, text, _ in sayings(rows, ids)}


@pytest.mark.parametrize(
    ("thing", "words", "text"),
    [
        (
            "initiative/ro-hotline",
            "has the figure",
            "cases of child abuse materials reported to the Hotline: more than 940 ",
        ),
        ("initiative/ro-hotline", "is assessed by Romania as", "“highly effective mechanism”"),
        ("law/ro-law-286-2009-art-222", "sets the penalty of", "imprisonment between 1 month and 1 year or fine"),
        ("organization/ro-focus", "was announced in 2013 with", "“Workshop for professionals on the work"),
        (
            "organization/interpol",
            "is in the promise",
            "“Trainings for more Romanian investigators to become ICSE users”",
        ),
        ("initiative/romania-2014-focus-tv-spot", "has a note", "The report counts nine stations and names five"),
    ],
)
def test_a_thing_is_told_with_what_is_said_of_it(
    told: set[tuple[str, str, str]], thing: str, words: str, text: str
) -> None:
    assert [t for t in told if t[0] == thing and t[1].startswith(words) and t[2].startswith(text)]


def test_what_is_not_known_is_left_out(told: set[tuple[str, str, str]]) -> None:
    assert ("initiative/romania-2014-informed-children", "has the figure") in {
        (thing, words) for thing, words, _ in told
    }
    assert [text for _, _, text in told if "{" in text or "()" in text or "  " in text] == []


def test_the_style_speaks_the_words_of_the_ontology() -> None:
    vocabulary = Vocabulary.load()
    for kind, saying in style().sayings.items():
        named = {*saying.of, *re.findall(r"{(\w+)}", " ".join([saying.words, *saying.parts]))}
        assert kind in vocabulary.classes
        assert named - {"label"} <= set(vocabulary.properties), kind
    assert set(style().kinds) <= set(vocabulary.classes)
    assert set(style().plans) | (set(style().predicates) - {"type"}) <= set(vocabulary.properties)


def test_the_style_has_words_for_all_states_of_the_ontology_and_no_others() -> None:
    vocabulary, look = Vocabulary.load(), style()
    schemes = (look.statuses, AG.Status), (look.states, AG.SectionState), (look.readings, AG.ReadingState)
    for words, scheme in (*schemes, (look.verdicts, AG.Verdict)):
        assert set(words) == set(vocabulary.concepts(scheme))
    assert [status for status in look.statuses if status in look.unfinished] == list(look.unfinished)
