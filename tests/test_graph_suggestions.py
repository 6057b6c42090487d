"""What is offered in place of an unknown word is near it, and never says the opposite."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.graph.words.suggestions import did_you_mean, near, nearest, suggestion
from alliancegraph.ontology.terms import AG, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

MINISTRIES = ["industry", "Ministry of Education", "Ministry of Labour", "Public Ministry"]


@pytest.mark.parametrize(
    ("word", "known", "offered"),
    [
        ("Ministry", MINISTRIES, ["Ministry of Education", "Ministry of Labour", "Public Ministry"]),
        ("Mnistry", MINISTRIES, ["Ministry of Education", "Ministry of Labour", "Public Ministry"]),
        ("industri", MINISTRIES, ["industry"]),
        ("contributor", ["contributors", "contributions-of"], ["contributors"]),
        ("contribtors", ["contributors", "contributions-of"], ["contributors"]),
        ("GAOL", ["goal", "role"], ["goal"]),
        ("under-develpment", ["under-development", "done"], ["under-development"]),
        ("zzz", MINISTRIES, []),
        ("Three TV", ["Three radio", "Three TV spots", "TV Three"], ["Three TV spots", "TV Three"]),
        ("tv spots", ["European spots", "Three TV spots (all)", "spots"], ["Three TV spots (all)"]),
        ("Moldova", ["Moldova's", "Republic of Moldova", "Malta"], ["Moldova's", "Republic of Moldova"]),
        ("Th", ["Three TV spots", "Tho"], ["Tho"]),
    ],
)
def test_what_is_near(word: str, known: list[str], offered: list[str]) -> None:
    assert nearest(word, known) == offered


@pytest.mark.parametrize("word", ["not-done", "undone", "not done", "non-done", "Not-Done"])
def test_the_opposite_is_never_offered(word: str) -> None:
    assert near(word, ["done", "ended"]) == ""
    assert near("planned", ["unplanned"]) == ""
    assert near(f"{word}s", ["done"]) == ""
    assert near(word, ["done or ongoing"]) == ""
    assert near("in Sofia", ["Meeting in Sofia"]) == "Did you mean Meeting in Sofia?"


@pytest.mark.parametrize(
    ("cls", "word", "offered"),
    [
        (AG.Role, "participates", "takesPart"),
        (AG.Role, "launches", "initiates"),
        (AG.Role, "Funded", "funds or establishes"),
        (AG.Status, "completed", "done"),
        (AG.Status, "not-done", "not-planned"),
        (AG.Status, "not-foreseen", "not-planned"),
    ],
)
def test_words_that_people_try(cls: str, word: str, offered: str) -> None:
    vocabulary = Vocabulary.load()
    said = near(word, vocabulary.concepts(cls), vocabulary.synonyms(cls))
    assert said == (f"Did you mean {offered}?" if offered else "")


def test_no_word_stands_for_two_roles_or_is_another_role() -> None:
    vocabulary = Vocabulary.load()
    for cls in (AG.Role, AG.Status):
        labels = [
            label for iri in vocabulary.schemes[cls].values() for label in vocabulary.index.all(iri, SKOS.altLabel)
        ]
        assert labels
        assert len(labels) == len(set(labels))
        assert not {*labels} & {*vocabulary.concepts(cls)}


def test_without_a_near_word_the_known_are_listed_with_numbers_in_order() -> None:
    assert suggestion("x", ["10.1", "2.1", "1.1"]) == "Known: 1.1, 2.1, 10.1."
    assert suggestion("x", [f"{number}" for number in range(1, 20)]).endswith("11, 12, ….")
    assert did_you_mean([]) == ""
    assert did_you_mean("abcdefg") == "Did you mean a, b, c, d or e?"


@given(st.lists(st.text()), st.text())
def test_only_known_words_are_offered_each_once(known: list[str], word: str) -> None:
    offered = nearest(word, known)
    assert set(offered) <= set(known)
    assert len(offered) == len(set(offered))
