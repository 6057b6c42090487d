"""Tables give of each contribution what its report says, and of when it was what is nearest to it."""

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.prefixes import known_prefixes
from graph.store import Store
from graph.tables import contribution_rows

REPORT = """
member:x ag:displayName "Northland"@en .
report:x-2014 ag:member member:x ; ag:year 2014 .
section:x-1.1 skos:notation "1.1/A" ; ag:report report:x-2014 .
goal:x-1.1 skos:notation "1.1" .
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
    (row,) = contribution_rows(store)
    assert row.period == period
