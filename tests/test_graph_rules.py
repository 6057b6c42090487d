"""Each rule and each tally derives what the worked examples in its own file say, no more and no less."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from alliancegraph.graph.assemble.derive import RULES, TALLIES, Derived, derive, rule_iri
from alliancegraph.graph.model.prefixes import known_prefixes, short_name
from alliancegraph.graph.sparql.sparqlfile import SparqlFile, read_sparql
from alliancegraph.ontology.terms import AG, PROV, RDF
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.answers.cells import cell

LINKS, COUNTS = ([read_sparql(path) for path in sorted(folder.glob("*.rq"))] for folder in (RULES, TALLIES))
REPORT = NamedNode("urn:report")
Said = Mapping[str, list[str]]


class Example(NamedTuple):
    """A case of a rule: in words, as a report's graph in Turtle, and what is derived from it."""

    rule: SparqlFile
    case: str
    report: str
    derived: Any

    def derive(self) -> Derived:
        """Return what all rules derive from the report."""
        prefixes = "".join(f"PREFIX {prefix}: <{base}>\n" for prefix, base in known_prefixes().items())
        turtle = "\n".join((prefixes, self.rule.header.get("given", ""), self.report))
        triples = parse(turtle, format=RdfFormat.TURTLE)
        return derive(Quad(each.subject, each.predicate, each.object, REPORT) for each in triples)


def examples(rules: Iterable[SparqlFile]) -> list[Example]:
    return [Example(rule, **case) for rule in rules for case in rule.header["examples"]]


def words(example: Example) -> str:
    return f"{example.rule.name}: {example.case}"


@pytest.mark.parametrize("rule", [*LINKS, *COUNTS], ids=lambda rule: str(rule.name))
def test_a_rule_has_positive_and_negative_examples(rule: SparqlFile) -> None:
    cases = examples([rule])
    assert [each.case for each in cases if each.derived]
    assert [each.case for each in cases if not each.derived]
    assert Counter(each.case for each in cases).most_common(1)[0][1] == 1


@pytest.mark.parametrize("example", examples(LINKS), ids=words)
def test_links_are_derived_as_the_example_says(example: Example) -> None:
    derived = example.derive()
    found = links(derived, example.rule)
    assert found == example.derived
    assert set(found) <= {" ".join(map(cell, quad.triple)) for quad in derived.links}


@pytest.mark.parametrize("example", examples(COUNTS), ids=words)
def test_counts_are_derived_as_the_example_says(example: Example) -> None:
    prop = Vocabulary.load().prop
    told = [without({prop(key): [str(value)] for key, value in row.items()}) for row in example.derived]
    found = [without(said, RDF.type, AG.rule) for said in nodes(example.derive().tallies, example.rule)]
    assert sorted(found, key=str) == sorted(told, key=str)


def links(derived: Derived, rule: SparqlFile) -> Mapping[str, list[str]]:
    """Return the links that a rule derives, each with the claims that it rests on."""
    return {
        " ".join(said[of][0] for of in (RDF.subject, RDF.predicate, RDF.object)): sorted(said[PROV.wasDerivedFrom])
        for said in nodes(derived.statements, rule)
    }


def without(said: Said, *left: str) -> Said:
    return {of: said[of] for of in sorted(said) if of not in left}


def nodes(quads: Iterable[Quad], rule: SparqlFile) -> Iterator[Said]:
    """Return what is said of each node that the rule made, by property."""
    said: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        said.setdefault(str(quad.subject), {}).setdefault(quad.predicate.value, []).append(cell(quad.object))
    return (each for each in said.values() if each[AG.rule] == [short_name(rule_iri(rule).value)])
