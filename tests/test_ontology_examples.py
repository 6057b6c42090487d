"""Every class has a valid example and an invalid one, which differs in one statement (O16)."""

import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, URIRef

from alliancegraph.ontology.terms import AG, OA
from alliancegraph.ontology.vocabulary import ROOM, UnknownTerm, Vocabulary
from tests.shacl import agreed_results, named_shapes

EXAMPLES = ROOM / "examples"
GOALS = sorted((ROOM / "goals").glob("*.ttl"))
VOCABULARY = Vocabulary.load(GOALS)
PERSON = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://w3id.org/alliancegraph/id/member/somebody> a foaf:Person .
"""


def has_instances(cls: str) -> bool:
    try:
        return VOCABULARY.segment(cls) != ""
    except UnknownTerm:
        return False


CLASSES = sorted(word for word, iri in VOCABULARY.classes.items() if has_instances(iri))


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return named_shapes()


@pytest.fixture(scope="module")
def base() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in VOCABULARY.files():
        graph.parse(path)
    return graph


def example(kind: str, word: str) -> rdflib.Graph:
    return rdflib.Graph().parse(EXAMPLES / kind / f"{word}.ttl")


def findings(data: rdflib.Graph, base: rdflib.Graph, shapes: rdflib.Graph) -> dict[str, set[str]]:
    """Return the messages about violations, by node, after comparing our engine with the reference."""
    found: dict[str, set[str]] = {}
    own = [triple for triple in data if triple not in base]
    base += own  # and not base + data, which would copy the whole ontology for each example
    for result in agreed_results(base, shapes):
        found.setdefault(result.focus, set()).update(result.messages)
    base -= own
    return found


def instances(data: rdflib.Graph, word: str) -> set[str]:
    cls = URIRef(VOCABULARY.cls(word))
    return {str(node) for node in data.subjects(RDF.type, cls)}


def test_the_shapes_are_shapes(base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    conforms, _, text = pyshacl.validate(base, shacl_graph=shapes, inference="none", meta_shacl=True)
    assert conforms, text


@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_each_class_has_its_example(kind: str) -> None:
    assert len(CLASSES) > 50
    assert sorted(path.stem for path in (EXAMPLES / kind).iterdir()) == CLASSES


@pytest.mark.parametrize("word", CLASSES)
def test_a_valid_example_conforms(word: str, base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    data = example("valid", word)
    assert instances(data, word)
    assert findings(data, base, shapes) == {}


@pytest.mark.parametrize("word", CLASSES)
def test_an_invalid_example_is_found_out_in_words(word: str, base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    data = example("invalid", word)
    found = findings(data, base, shapes)
    named = instances(data, word) & set(found)
    assert named, found
    assert all(len(message) > 15 for node in named for message in found[node])
    assert len([message for node in found for message in found[node]]) == 1, found


@pytest.mark.parametrize("word", CLASSES)
def test_examples_differ_in_one_statement(word: str) -> None:
    valid, invalid = set(example("valid", word)), set(example("invalid", word))
    assert len(valid - invalid) == 1
    assert len(invalid - valid) <= 1


@pytest.mark.parametrize("word", CLASSES)
def test_the_first_line_says_what_is_wrong(word: str) -> None:
    first = {kind: (EXAMPLES / kind / f"{word}.ttl").read_text().splitlines()[0] for kind in ("valid", "invalid")}
    assert first["valid"].startswith(f"# {word}, ")
    assert first["invalid"].startswith(f"# {word}, wrong: ")
    assert len(first["invalid"]) > len(f"# {word}, wrong: ") + 15


@pytest.mark.parametrize("word", CLASSES)
def test_an_example_carries_its_superclasses_and_known_terms(word: str, base: rdflib.Graph) -> None:
    data = example("valid", word)
    for node, cls in data.subject_objects(RDF.type):
        above = {URIRef(iri) for iri in VOCABULARY.ancestors(str(cls))}
        assert above <= set(data.objects(node, RDF.type)), node
        assert (cls, RDFS.label, None) in base
    known = set(VOCABULARY.properties.values())
    assert [p for p in data.predicates() if p != RDF.type and str(p) not in known] == []


def test_quotes_of_examples_stand_where_they_say() -> None:
    checked = 0
    for path in sorted((EXAMPLES / "valid").iterdir()):
        data = rdflib.Graph().parse(path)
        texts = [str(text) for text in data.objects(None, URIRef(AG.text))]
        for selector in data.subjects(RDF.type, URIRef(OA.TextQuoteSelector)):
            start, end = (int(str(data.value(selector, URIRef(of)))) for of in (OA.start, OA.end))
            passage = data.value(None, URIRef(OA.hasSelector), selector)
            for text in texts:
                assert text[start:end] == str(data.value(selector, URIRef(OA.exact))), path
                assert text[start:end] == str(data.value(passage, URIRef(AG.quote))), path
                checked += 1
    assert checked > 10


def test_no_person_becomes_a_node(base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    found = findings(rdflib.Graph().parse(data=PERSON, format="turtle"), base, shapes)
    assert [*found.values()] == [{"No person becomes a node: name the body for which the person acts."}]


def test_vocabularies_and_goals_conform_by_themselves(base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    assert findings(rdflib.Graph(), base, shapes) == {}


REVIEW = "https://w3id.org/alliancegraph/id/review/"


@pytest.mark.parametrize(
    ("prop", "value", "words"),
    [
        (AG.reviewState, URIRef(f"{REVIEW}drafted"), "recorded, reviewed or disputed"),
        (AG.reviewState, URIRef(f"{REVIEW}corrected"), "recorded, reviewed or disputed"),
        (AG.reviewNote, rdflib.Literal("So it is.", "en"), "beside the review state"),
        (AG.corrects, rdflib.Literal("the first one"), "16 digits"),
    ],
)
def test_the_review_state_of_a_claim_is_checked(
    prop: str, value: rdflib.term.Node, words: str, base: rdflib.Graph, shapes: rdflib.Graph
) -> None:
    data = example("valid", "Contribution")
    (node,) = instances(data, "Contribution")
    data.add((URIRef(node), URIRef(prop), value))
    (message,) = findings(data, base, shapes)[node]
    assert words in message


@pytest.mark.parametrize("word", ["recorded", "reviewed", "disputed"])
def test_what_stands_in_the_graph_has_one_of_three_states(word: str, base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    data = example("valid", "Contribution")
    (node,) = instances(data, "Contribution")
    data.add((URIRef(node), URIRef(AG.reviewState), URIRef(f"{REVIEW}{word}")))
    assert findings(data, base, shapes) == {}


def test_a_node_without_an_account_breaks_a_shape(base: rdflib.Graph, shapes: rdflib.Graph) -> None:
    data = example("valid", "Contribution")
    (node,) = instances(data, "Contribution")
    data.remove((None, URIRef(AG.states), URIRef(node)))
    (message,) = findings(data, base, shapes)[node]
    assert "account" in message
