"""Rules see of a report what they say that they read."""

import re
from pathlib import Path

import pytest

from alliancegraph.graph.assemble.derive import RULES, TALLIES
from alliancegraph.graph.sparql.sparqlfile import read_sparql
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary

FILES = sorted([*RULES.glob("*.rq"), *TALLIES.glob("*.rq")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_a_rule_names_the_statements_that_it_reads(path: Path) -> None:
    rule = read_sparql(path)
    named = {Vocabulary.load().prop(name) for name in rule.header.get("statements", ())}
    query = re.sub("(?m)^#.*", "", rule.sparql)
    read = set(re.findall(r"rdf:predicate ag:(\w+)", query))
    assert named == {f"{AG.base}{name}" for name in read}
    assert ("ag:StatedFact" in query) == bool(read)
