"""Turtle holds whatever texts a report has, and says what the store says."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.exports import export
from alliancegraph.graph.exchange.turtle import turtle
from alliancegraph.ontology.terms import RDF, SKOS

SUBJECTS = st.sampled_from([NamedNode(f"https://example.org/{name}") for name in ("a", "ab", "b-c")])
PREDICATES = st.sampled_from([NamedNode(iri) for iri in (SKOS.prefLabel, RDF.type, RDF.object)])
TEXTS = st.text(st.characters(exclude_categories=["Cs"])).map(Literal)
TRIPLES = st.builds(Triple, SUBJECTS, PREDICATES, TEXTS | SUBJECTS)
BREAKS = "one\u2028two\x0cthree\x85four\nfive\r\tsix"


@given(st.lists(TRIPLES))
@example([Triple(NamedNode("https://example.org/a"), NamedNode(SKOS.prefLabel), Literal(BREAKS))])
@example([Triple(NamedNode("https://example.org/a"), NamedNode(RDF.object), Literal(f" <{RDF.type}> "))])
def test_it_says_the_same_in_any_order(triples: list[Triple]) -> None:
    text = turtle(triples)
    assert {quad.triple for quad in parse(text.encode(), format=RdfFormat.TURTLE)} == set(triples)
    assert turtle(reversed(triples)) == text


def test_a_type_stands_first(store: Store) -> None:
    blocks = turtle(store.triples()).split("\n\n")[1:]
    typed = [block for block in blocks if f"<{RDF.type}>" in block or " a " in block.splitlines()[0]]
    assert len(typed) > 1000
    assert [block for block in blocks if "\n    a " in block] == []


def test_an_export_says_what_the_store_says(store: Store, tmp_path: Path) -> None:
    expected = {*store.triples(), Triple(NamedNode("https://example.org/a"), NamedNode(RDF.object), Literal(BREAKS))}
    changed = Store.memory()
    changed.load([*store.quads(), *(_again(triple) for triple in expected)])
    for ending, rdf_format in ((".ttl", RdfFormat.TURTLE), (".nt", RdfFormat.N_TRIPLES)):
        export(changed, tmp_path / f"all{ending}")
        assert {quad.triple for quad in parse(path=str(tmp_path / f"all{ending}"), format=rdf_format)} == expected
    lines = (tmp_path / "all.nt").read_bytes().splitlines()
    assert lines == sorted(set(lines))


def _again(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, NamedNode("https://example.org/g"))
