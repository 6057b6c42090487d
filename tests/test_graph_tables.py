"""Tables give of each contribution what its report says, and of when it was what is nearest to it."""

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.queries.tables.tables import contribution_rows
from alliancegraph.queries.views.alliance import Views

REPORT = """
member:x ag:displayName "Northland"@en .
report:x-2014 a schema:Report ; ag:displayName "Northland 2014" ; ag:member member:x ; ag:year 2014 ;
  ag:readingState reading:read .
reading:read skos:notation "read" ; ag:displayName "read" .
state:answered skos:notation "answered" .
section:x-1.1 a ag:Section ; skos:notation "1.1/A" ; ag:report report:x-2014 ; ag:goal goal:x-1.1 ; ag:startsAt 1 ;
  ag:state state:answered ; ag:readingState reading:read .
goal:x-1.1 a ag:OperationalGoal ; skos:notation "1.1" .
role:leads skos:notation "leads" .
status:done skos:notation "done" .
contribution:a a ag:Contribution ; ag:claimId "a" ; ag:goal goal:x-1.1 ; ag:section section:x-1.1 ; ag:role role:leads ;
  ag:status status:done ; ag:initiative event:e .
event:e ag:displayName "A fair"@en .
"""


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("", ""),
        ('event:e a ag:Event ; ag:period "2014-05" .', "2014-05"),
        ('contribution:a ag:period "2014-06" .', "2014-06"),
        ('event:e a ag:Event ; ag:period "2014-05" . contribution:a ag:period "2014-06" .', "2014-06"),
        ('event:e a ag:Campaign ; ag:period "2014-05" .', ""),
    ],
    ids=["none", "its event's", "its own", "its own before its event's", "that of a campaign, which lasts longer"],
)
def test_the_period_of_a_contribution_is_its_own_or_that_of_its_event(said: str, period: str) -> None:
    prefixes = "".join(f"PREFIX {prefix}: <{base}>\n" for prefix, base in known_prefixes().items())
    store = Store.memory()
    triples = parse(f"{prefixes}{REPORT}{said}", format=RdfFormat.TURTLE)
    store.load(Quad(each.subject, each.predicate, each.object, NamedNode("urn:report")) for each in triples)
    (row,) = contribution_rows(Views(store))
    assert row.period == period
