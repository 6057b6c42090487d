"""The typed names equal the Turtle's terms (O18), and the vocabulary answers as claims files need it."""

from pathlib import Path

import pytest

from alliancegraph.ontology import terms
from alliancegraph.ontology.terms import AG, DCTERMS, ELI, OA, OWL, PREFIXES, RDF, RDFS, SCHEMA, SH, SKOS, XSD
from alliancegraph.ontology.vocabulary import FILES, ROOM, UnknownTerm, Vocabulary

LANGUAGES = (RDF, RDFS, OWL, XSD, SH)
GOALS = ROOM / "goals" / "global-alliance.ttl"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


def named(namespace: type) -> set[str]:
    """Return the IRIs that a class of names lists."""
    return {value for name, value in vars(namespace).items() if not name.startswith("_") and name != "base"}


def namespaces() -> list[type]:
    return [cls for cls in vars(terms).values() if isinstance(cls, type) and hasattr(cls, "base")]


def declared(vocabulary: Vocabulary) -> set[str]:
    return {*vocabulary.classes.values(), *vocabulary.properties.values()}


def test_our_names_are_exactly_the_turtles_terms(vocabulary: Vocabulary) -> None:
    assert named(AG) == {iri for iri in declared(vocabulary) if iri.startswith(AG.base)}


@pytest.mark.parametrize("namespace", [n for n in namespaces() if n not in LANGUAGES], ids=lambda n: n.__name__)
def test_reused_names_are_declared_in_the_turtle(namespace: type, vocabulary: Vocabulary) -> None:
    assert named(namespace) - declared(vocabulary) == set()


def test_declared_terms_have_a_typed_name(vocabulary: Vocabulary) -> None:
    assert declared(vocabulary) - {iri for namespace in namespaces() for iri in named(namespace)} == set()


@pytest.mark.parametrize(
    ("words", "cls"),
    [(terms.StateWord, AG.SectionState), (terms.ReadingWord, AG.ReadingState), (terms.ReviewWord, AG.ReviewState)],
)
def test_the_words_of_states_are_exactly_those_of_their_scheme(words: type, cls: str, vocabulary: Vocabulary) -> None:
    assert {word for name, word in vars(words).items() if not name.startswith("_")} == {*vocabulary.concepts(cls)}


@pytest.mark.parametrize("namespace", namespaces(), ids=lambda n: n.__name__)
def test_a_name_is_the_local_name_of_its_term(namespace: type) -> None:
    base = vars(namespace)["base"]
    wrong = [name for name, iri in vars(namespace).items() if name[0] != "_" and name != "base" and iri != base + name]
    assert wrong == []


def test_every_namespace_has_its_prefix() -> None:
    assert {n.__name__.lower(): vars(n)["base"] for n in namespaces()} == PREFIXES


@pytest.mark.parametrize(
    ("word", "iri"),
    [
        ("label", SKOS.prefLabel),
        ("name", SKOS.altLabel),
        ("ensuresImplementationOf", ELI.ensures_implementation_of),
        ("articleOf", ELI.is_part_of),
        ("place", SCHEMA.location),
        ("actor", AG.actor),
        ("title", DCTERMS.title),
    ],
)
def test_a_word_is_looked_up_and_given_back(vocabulary: Vocabulary, word: str, iri: str) -> None:
    assert vocabulary.prop(word) == iri
    assert vocabulary.short(iri) == word


def test_classes_are_looked_up_by_their_word(vocabulary: Vocabulary) -> None:
    assert vocabulary.cls("Passage") == OA.SpecificResource
    assert vocabulary.cls("Event") == AG.Event
    assert vocabulary.short(OA.SpecificResource) == "Passage"


def test_an_unknown_word_names_the_known_ones(vocabulary: Vocabulary) -> None:
    with pytest.raises(UnknownTerm) as caught:
        vocabulary.concept(AG.Role, "leades")
    assert caught.value.word == "leades"
    assert "leads" in caught.value.known
    assert "done" not in caught.value.known


def test_a_class_is_no_property(vocabulary: Vocabulary) -> None:
    with pytest.raises(UnknownTerm):
        vocabulary.prop("Contribution")
    with pytest.raises(UnknownTerm):
        vocabulary.cls("actor")


def test_superclasses_are_found_on_all_levels(vocabulary: Vocabulary) -> None:
    assert vocabulary.ancestors(AG.Meeting) == {AG.Event, AG.Initiative, SCHEMA.Event}
    assert vocabulary.ancestors(AG.Contribution) == frozenset()


@pytest.mark.parametrize(
    ("word", "segment"),
    [
        ("Meeting", "event"),
        ("Measure", "initiative"),
        ("Project", "project"),
        ("NGO", "organization"),
        ("LegalResourceSubdivision", "law"),
        ("Member", "member"),
    ],
)
def test_a_segment_is_a_classs_own_or_inherited(vocabulary: Vocabulary, word: str, segment: str) -> None:
    assert vocabulary.segment(vocabulary.cls(word)) == segment


def test_a_class_without_instances_has_no_segment(vocabulary: Vocabulary) -> None:
    with pytest.raises(UnknownTerm):
        vocabulary.segment(SCHEMA.Event)


def test_ranges_tell_how_a_value_is_read(vocabulary: Vocabulary) -> None:
    assert vocabulary.range(AG.value) == XSD.decimal
    assert vocabulary.range(SKOS.prefLabel) == RDF.langString
    assert vocabulary.range(AG.status) == AG.Status
    assert vocabulary.range(AG.initiative) is None
    assert vocabulary.is_object_property(AG.initiative)
    assert not vocabulary.is_object_property(AG.value)
    assert not vocabulary.is_object_property(SKOS.prefLabel)


def test_concepts_come_in_the_order_of_the_file(vocabulary: Vocabulary) -> None:
    assert vocabulary.concepts(AG.Verdict) == ["same", "not-same", "unsure"]
    assert vocabulary.concept(AG.Status, "under-development").endswith("/id/status/under-development")


def test_a_group_of_roles_is_no_role(vocabulary: Vocabulary) -> None:
    assert {"works", "attends", "carries"}.isdisjoint(vocabulary.concepts(AG.Role))


def test_words_offer_roles_beside_properties_and_classes(vocabulary: Vocabulary) -> None:
    assert {"leads", "within", "Meeting"} <= {
        *vocabulary.concepts(AG.Role),
        *vocabulary.properties,
        *vocabulary.classes,
    }


def test_goals_become_concepts_when_their_file_is_given(vocabulary: Vocabulary) -> None:
    with_goals = Vocabulary.load([GOALS])
    assert AG.OperationalGoal not in vocabulary.concept_classes()
    assert with_goals.concept(AG.OperationalGoal, "4.1").endswith("/id/goal/global-alliance-4.1")
    assert with_goals.files() == [*FILES, GOALS]
    assert len(with_goals.triples()) > len(vocabulary.triples())


def test_files_are_read_once() -> None:
    assert Vocabulary.load([GOALS]) is Vocabulary.load([Path(GOALS)])
