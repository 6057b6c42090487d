"""The ontology's page names every term with its definition, its examples exist, and its queries have answers."""

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import alliancegraph as ag
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.ontology.terms import AG, SCHEMA, SKOS
from alliancegraph.ontology.vocabulary import ROOM, UnknownTerm, Vocabulary
from alliancegraph.queries.answers.answer import Answer

PAGE = (ROOM / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
NOTES_ON_TERMS = {AG.shortName, AG.iriSegment, AG.dayAfter, AG.wording, SCHEMA.rangeIncludes}
VOCABULARY = Vocabulary.load()


def has_instances(cls: str) -> bool:
    try:
        return VOCABULARY.segment(cls) != ""
    except UnknownTerm:
        return False


def shown(iri: str) -> str:
    prefix, base = next((prefix, base) for prefix, base in known_prefixes().items() if iri.startswith(base))
    return f"`{prefix}:{iri.removeprefix(base)}`"


TERMS = [iri for iri in VOCABULARY.classes.values() if has_instances(iri)]
TERMS += [iri for iri in VOCABULARY.properties.values() if iri not in NOTES_ON_TERMS]


@pytest.mark.parametrize("iri", TERMS)
def test_every_term_stands_there_with_its_definition(iri: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {shown(iri)}"))
    assert VOCABULARY.index.first(iri, SKOS.definition) in row


def test_examples_are_in_the_graph(store: Store) -> None:
    named = re.findall(r"\| `(\w+):([\w.-]+)`[^|]*\|$", PAGE, re.MULTILINE)
    examples = [NamedNode(known_prefixes()[prefix] + local) for prefix, local in named]
    assert len(examples) > 35
    assert [example for example in examples if not list(store.match(example))] == []


def test_there_are_five_queries() -> None:
    assert len(QUERIES) == 5


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_has_an_answer(query: str, build: Path) -> None:
    answer = ag.open(build).query(query)
    assert isinstance(answer, Answer)
    assert list(answer)
