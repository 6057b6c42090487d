"""The rules of ontology/STYLE.md, each by its number."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from alliancegraph.ontology.terms import (
    AG,
    CV,
    DATA,
    DCAT,
    DCTERMS,
    ELI,
    FOAF,
    OA,
    ORG,
    OWL,
    RDF,
    RDFS,
    SCHEMA,
    SH,
    SKOS,
    VOID,
    XSD,
)
from alliancegraph.ontology.vocabulary import FILES, ROOM, Vocabulary

ALLIANCE = FILES[0]
GOALS = sorted((ROOM / "goals").glob("*.ttl"))
EXAMPLES = sorted((ROOM / "examples").glob("*/*.ttl"))
SHAPES = ROOM / "shapes.ttl"

DATATYPES = {XSD.string, RDF.langString, XSD.integer, XSD.decimal, XSD.date}
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property}
SYMMETRIC = OWL.base + "SymmetricProperty"
DISJOINT = OWL.base + "disjointWith"
HEADER = {RDF.type, OWL.versionIRI, OWL.versionInfo, DCTERMS.title, DCTERMS.description, DCTERMS.license}
TERM_PREDICATES = {
    RDF.type, RDFS.subClassOf, DISJOINT, RDFS.domain, RDFS.range, RDFS.label, SKOS.definition, RDFS.isDefinedBy,
    AG.shortName, AG.iriSegment, AG.dayAfter, AG.wording, SCHEMA.rangeIncludes, OWL.deprecated, DCTERMS.isReplacedBy,
}  # fmt: skip
ROLES = {AG.Role, ORG.Role}
SELECTORS, DATASETS = (
    {OA.TextQuoteSelector, OA.TextPositionSelector},
    {DCAT.Dataset, VOID.Dataset},
)
AXIOMS = {RDFS.subClassOf, RDFS.base + "subPropertyOf", RDFS.domain, RDFS.range, DISJOINT}
RESTATED = {  # what the vocabularies that define these classes say themselves: CPOV, ELI and ORG
    CV.PublicOrganisation: ORG.Organization,
    ELI.LegalResourceSubdivision: ELI.LegalResource,
    ORG.Organization: FOAF.Agent,
    ORG.OrganizationalCollaboration: ORG.Organization,
    ORG.Role: SKOS.Concept,
}
GROUPS = {"works", "attends", "carries", "relates", "figures", "findings", "answers", "declines"}


@cache
def read(*paths: Path) -> list[Triple]:
    return [quad.triple for path in paths for quad in parse(path=path, format=RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(GOALS)


@pytest.fixture(scope="module")
def own() -> Vocabulary:
    return Vocabulary.load()


@pytest.fixture(scope="module")
def terms(own: Vocabulary) -> list[str]:
    return [*own.classes.values(), *own.properties.values()]


def test_o1_each_term_has_one_english_label_and_definition(terms: list[str]) -> None:
    said = Counter(
        (triple.subject.value, triple.predicate.value, triple.object.language)
        for triple in read(ALLIANCE)
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal)
    )
    assert len(terms) > 150
    for predicate in (RDFS.label, SKOS.definition):
        assert [iri for iri in terms if said[iri, predicate, "en"] != 1] == []
        assert {language for _, said_by, language in said if said_by == predicate} == {"en"}


def test_o2_definitions_are_sentences() -> None:
    found = [str(getattr(t.object, "value", "")) for t in read(*FILES) if t.predicate.value == SKOS.definition]
    assert [text for text in found if not re.fullmatch(r"[A-Z].*\.", text)] == []


def test_o3_labels_are_unique(own: Vocabulary) -> None:
    for terms in (own.classes.values(), own.properties.values()):
        labels = Counter(own.index.first(iri, RDFS.label) for iri in terms)
        assert [label for label, count in labels.items() if count > 1] == []


def test_o4_each_term_names_its_origin(own: Vocabulary, terms: list[str]) -> None:
    origins = {iri: own.index.all(iri, RDFS.isDefinedBy) for iri in terms}
    assert [iri for iri, of in origins.items() if len(of) != 1 or re.sub(r"[^/#]+$", "", iri) != of[0]] == []


def test_o5_words_are_unique(own: Vocabulary) -> None:
    index = own.index
    classes = [own.short(iri) for iri in index.instances(OWL.Class)]
    verbs = [own.short(iri) for iri in index.instances(*PROPERTY_KINDS)]
    verbs += own.days_after
    verbs += [index.first(iri, SKOS.notation) for iri in index.instances(AG.Role)]
    assert [word for word, count in Counter(classes).items() if count > 1] == []
    assert [word for word, count in Counter(verbs).items() if count > 1] == []


def test_o5_short_names_stand_only_where_they_differ(own: Vocabulary, terms: list[str]) -> None:
    short = {iri: own.index.all(iri, AG.shortName) for iri in terms}
    assert [iri for iri, of in short.items() if len(of) > 1 or of == (re.split("[/#]", iri)[-1],)] == []


def test_o6_names_are_camel_case(own: Vocabulary) -> None:
    ours = [iri.removeprefix(AG.base) for iri in own.classes.values() if iri.startswith(AG.base)]
    assert [name for name in ours if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name)] == []
    ours = [iri.removeprefix(AG.base) for iri in own.properties.values() if iri.startswith(AG.base)]
    assert [name for name in ours if not re.fullmatch(r"[a-z][A-Za-z0-9]*", name)] == []
    words = [*own.classes, *own.properties]
    assert [word for word in words if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", word)] == []


def test_o7_only_few_constructs_of_owl_2_rl() -> None:
    triples = read(ALLIANCE)
    header = {t.predicate.value for t in triples if t.subject == NamedNode(AG.base)}
    assert header == HEADER
    assert {t.predicate.value for t in triples if t.subject != NamedNode(AG.base)} <= TERM_PREDICATES
    types = {str(getattr(t.object, "value", "")) for t in triples if t.predicate.value == RDF.type}
    assert types == {OWL.Ontology, OWL.Class, SYMMETRIC, *PROPERTY_KINDS}


def test_o7_no_term_is_of_two_kinds(own: Vocabulary, terms: list[str]) -> None:
    kinds = {iri: set(own.index.all(iri, RDF.type)) - {SYMMETRIC} for iri in terms}
    assert [iri for iri, of in kinds.items() if len(of) != 1] == []


def test_o7_only_annotations_and_rdf_itself_are_beyond_objects_and_data(own: Vocabulary) -> None:
    assert set(own.index.instances(RDF.Property)) == {RDF.object}
    reserved = [iri for iri in own.properties.values() if iri.startswith((RDF.base, RDFS.base, OWL.base, XSD.base))]
    assert set(reserved) == {RDF.subject, RDF.predicate, RDF.object}


@pytest.mark.parametrize("path", [*FILES, *GOALS, *EXAMPLES], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_o7_no_blank_nodes(path: Path) -> None:
    triples = read(path)
    assert triples
    assert not any(isinstance(node, BlankNode) for t in triples for node in (t.subject, t.object))


def canonical(value: Literal) -> bool:
    match value.datatype.value:
        case XSD.integer:
            return value.value == str(int(value.value))
        case XSD.decimal:
            return value.value == f"{Decimal(value.value).normalize():f}"
        case XSD.date:
            return re.fullmatch(r"\d{4}-\d\d-\d\d", value.value) is not None
        case datatype:
            return datatype in DATATYPES


@pytest.mark.parametrize("path", [*FILES, *GOALS, *EXAMPLES], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_o8_literals_are_of_few_types_in_canonical_form(path: Path) -> None:
    flag = NamedNode(OWL.deprecated)
    literals = [t.object for t in read(path) if isinstance(t.object, Literal) and t.predicate != flag]
    assert [literal for literal in literals if not canonical(literal)] == []


def test_o9_domains_and_ranges_are_classes_or_types_of_ours(own: Vocabulary) -> None:
    classes = set(own.classes.values())
    for iri in own.properties.values():
        ours = iri.startswith(AG.base)
        domains, ranges = (
            own.index.all(iri, RDFS.domain),
            own.index.all(iri, RDFS.range if ours else SCHEMA.rangeIncludes),
        )
        kinds = classes if own.is_object_property(iri) else DATATYPES
        assert len(domains) <= 1, iri
        assert set(domains) <= classes, iri
        assert len(ranges) <= 1, iri
        assert set(ranges) <= kinds, iri


def test_o9_nothing_is_inferred_of_terms_that_are_not_ours() -> None:
    said = {
        (t.subject.value, t.predicate.value, t.object.value)
        for t in read(ALLIANCE)
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode) and t.predicate.value in AXIOMS
    }
    foreign = {axiom for axiom in said if not axiom[0].startswith(AG.base)}
    assert foreign == {(narrower, RDFS.subClassOf, wider) for narrower, wider in RESTATED.items()}


def test_o9_each_value_of_ours_has_a_type(own: Vocabulary) -> None:
    values = [iri for iri in own.properties.values() if iri in own.index.instances(OWL.DatatypeProperty)]
    assert len(values) > 30
    assert [iri for iri in values if own.range(iri) is None] == []


def reasoned(paths: list[Path]) -> list[str]:
    """Return the contradictions that the OWL 2 RL rules find."""
    import owlrl
    import rdflib

    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path)
    closure = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False, rdfs=False)
    closure.closure()
    return list(closure.error_messages)


VALID = [path for path in EXAMPLES if path.parent.name == "valid"]


def test_o10_goals_and_examples_contradict_nothing() -> None:
    assert reasoned([*FILES, *GOALS, *VALID]) == []


def test_o10_the_reasoner_would_find_a_contradiction(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(f"<{DATA}project/x> a <{AG.Initiative}> ; <{AG.cooperatesWith}> <{DATA}member/y> .")
    assert reasoned([*FILES, wrong]) != []


def test_o11_segments_are_shared_only_by_sides_of_one_thing(own: Vocabulary) -> None:
    shared: dict[str, set[str]] = {}
    for iri in own.classes.values():
        for segment in own.index.all(iri, AG.iriSegment):
            shared.setdefault(segment, set()).add(iri)
    assert len(shared) > 25
    assert [segment for segment in shared if not re.fullmatch("[a-z]+", segment)] == []
    assert [classes for classes in shared.values() if len(classes) > 1] == [SELECTORS, ROLES, DATASETS]


@pytest.mark.parametrize("path", [*FILES, *GOALS, *EXAMPLES], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_o12_data_iris_have_one_segment_after_the_kind(path: Path, own: Vocabulary) -> None:
    kinds = {segment for iri in own.classes.values() for segment in own.index.all(iri, AG.iriSegment)}
    nodes = {node.value for t in read(path) for node in (t.subject, t.object) if isinstance(node, NamedNode)}
    local = [node.removeprefix(DATA).split("/") for node in nodes if node.startswith(DATA)]
    assert [parts for parts in local if len(parts) != 2 or parts[0] not in kinds or not parts[1]] == []


def test_o13_concepts_are_complete_and_stand_in_order(vocabulary: Vocabulary) -> None:
    index = vocabulary.index
    concepts = list(index.instances(SKOS.Concept))
    assert len(concepts) > 45
    for iri in concepts:
        scheme = index.all(iri, SKOS.inScheme)
        assert len(scheme) == len(index.all(iri, SKOS.prefLabel)) == len(index.all(iri, SKOS.notation)) == 1, iri
        above = index.all(iri, SKOS.broader)
        assert [index.all(each, SKOS.inScheme) for each in above] == [scheme] * len(above), iri
        assert bool(above) != (index.all(iri, SKOS.topConceptOf) == scheme), iri


def test_o13_notations_are_unique_in_their_scheme(vocabulary: Vocabulary) -> None:
    index = vocabulary.index
    codes = Counter((index.all(i, SKOS.inScheme), index.first(i, SKOS.notation)) for i in index.instances(SKOS.Concept))
    assert [code for code, count in codes.items() if count > 1] == []


def test_o13_concepts_of_ours_are_defined_and_named_by_their_word(own: Vocabulary) -> None:
    for iri in own.index.instances(SKOS.Concept, SKOS.ConceptScheme):
        assert own.index.first(iri, SKOS.definition), iri
    for iri in own.index.instances(SKOS.Concept):
        assert iri.endswith(f"/{own.index.first(iri, SKOS.notation)}")


def test_o13_only_groups_of_words_are_concepts_without_a_class(own: Vocabulary) -> None:
    classed = {own.concept(cls, word) for cls in own.concept_classes() for word in own.concepts(cls)}
    loose = {own.index.first(iri, SKOS.notation) for iri in own.index.instances(SKOS.Concept) if iri not in classed}
    assert loose == GROUPS


def test_statuses_entail_what_they_say_and_what_is_not_to_come_nothing(own: Vocabulary) -> None:
    found = {word: own.index.first(own.concept(AG.Status, word), AG.entails) for word in own.concepts(AG.Status)}
    done = dict.fromkeys(["done", "ongoing", "under-development", "ended", "done-or-ongoing"], AG.contributesTo)
    meant = dict.fromkeys(["planned", "pending", "postponed", "delayed"], AG.plansToContributeTo)
    assert found == {**done, **meant, **dict.fromkeys(["willing", "not-planned", "cancelled", "refused"], "")}


def messages() -> dict[str, list[Literal]]:
    found: dict[str, list[Literal]] = {}
    for triple in read(SHAPES):
        if triple.predicate.value == SH.base + "message" and isinstance(triple.object, Literal):
            found.setdefault(str(triple.subject), []).append(triple.object)
    return found


def test_o15_each_constraint_has_an_english_message() -> None:
    shapes = [str(t.object) for t in read(SHAPES) if t.predicate.value == SH.base + "property"]
    said = messages()
    assert len(shapes) > 70
    assert [shape for shape in shapes if len(said.get(shape, [])) != 1] == []
    assert {message.language for of in said.values() for message in of} == {"en"}
    named = {str(t.subject) for t in read(SHAPES) if t.predicate.value == SH.base + "name"}
    assert set(shapes) <= named


def test_o15_messages_are_in_plain_words() -> None:
    for text in (message.value for of in messages().values() for message in of):
        assert re.fullmatch(r"[A-Z].*[.?]", text), text
        assert not re.search(r"\b\w+:\w|\b[a-z]+[A-Z]", text), text


def test_o15_shapes_name_only_terms_of_the_ontology(terms: list[str]) -> None:
    languages = (RDF.base, SH.base, XSD.base, "https://w3id.org/alliancegraph/shapes#")
    persons = {"http://xmlns.com/foaf/0.1/Person", "https://schema.org/Person", "http://www.w3.org/ns/prov#Person"}
    used = {t.object.value for t in read(SHAPES) if isinstance(t.object, NamedNode)}
    foreign = {iri for iri in used if not iri.startswith(languages)}
    concepts = set(Vocabulary.load().index.instances(SKOS.Concept))
    assert foreign - set(terms) - persons - concepts == set()


def test_o17_a_deprecated_term_names_its_successor(own: Vocabulary, terms: list[str]) -> None:
    deprecated = [iri for iri in terms if own.index.all(iri, OWL.deprecated)]
    assert [iri for iri in deprecated if not set(own.index.all(iri, DCTERMS.isReplacedBy)) & set(terms)] == []


def test_o17_the_version_stands_in_the_version_iri(own: Vocabulary) -> None:
    version = own.index.first(AG.base, OWL.versionInfo)
    assert own.index.first(AG.base, OWL.versionIRI) == f"{AG.base.rstrip('#')}/{version}"


def test_each_rule_has_a_number_of_its_own() -> None:
    numbers = re.findall(r"^- \*\*O(\d+)\*\* ", (ROOM / "STYLE.md").read_text(), re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, len(numbers) + 1))


def test_each_rule_has_a_test() -> None:
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_ontology_*.py")).lower()
    numbers = re.findall(r"^- \*\*O(\d+)\*\* ", (ROOM / "STYLE.md").read_text(), re.MULTILINE)
    assert [n for n in numbers if not re.search(rf"test_o{n}_|\(o{n}\)", tests)] == []


def test_o19_only_the_words_of_reports_are_as_written(own: Vocabulary) -> None:
    wordings = {iri: own.index.all(iri, AG.wording) for iri in own.properties.values()}
    marked = {iri for iri, of in wordings.items() if "as written" in of}
    assert {word for of in wordings.values() for word in of} == {"as written", "period"}
    assert {iri for iri, of in wordings.items() if "period" in of} == {AG.period, AG.firstDue}
    assert {AG.valueAsWritten, AG.dateAsWritten, AG.penaltyAsWritten, AG.words, AG.nameAsWritten} <= marked
    assert all(own.range(iri) in (XSD.string, RDF.langString, AG.Qualifier) for iri in marked)
