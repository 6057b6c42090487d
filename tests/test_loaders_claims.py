"""Claims: what a claims file's words become, and ids that survive what is entered around them."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.reports import Claim, Report
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, RDF, SKOS
from tests.conftest import entered

QUOTE = "quote: The new Hotline, developed thru the SaferInternet Project"


def read(copy: Path, *facts: str) -> tuple[Claim, ...]:
    entered(copy, "\n".join([QUOTE, "      facts:", *(f"        - {fact}" for fact in facts)]))
    return read_report(copy).claims


def said(claim: Claim) -> dict[str, set[str]]:
    values: dict[str, set[str]] = {}
    for fact in claim.facts:
        values.setdefault(fact.predicate.value, set()).add(fact.object.value)
    return values


def test_a_role_makes_a_contribution_for_the_goal_of_its_section(copy: Path) -> None:
    (claim,) = read(copy, "cocd supports hotline: {status: ongoing, period: 2013/..}")
    values = said(claim)
    assert values[RDF.type] == {AG.Contribution}
    assert values[AG.goal] == {"https://w3id.org/alliancegraph/id/goal/global-alliance-1.1"}
    assert values[AG.role] == {"https://w3id.org/alliancegraph/id/role/supports"}
    assert (values[AG.period], values[AG.earliest]) == ({"2013/.."}, {"2013-01-01"})
    assert AG.latest not in values


def test_a_contribution_can_serve_other_goals_or_name_nobody(copy: Path) -> None:
    several, none = read(copy, "_ delivers hotline: {status: done, goal: [1.1, 4.1]}", "hotline partOf sigur-info")
    assert len(said(several)[AG.goal]) == 2
    assert AG.actor not in said(several)
    assert none.node is None


def test_a_thing_is_introduced_once_and_named_under_its_report(copy: Path) -> None:
    (claim,) = read(copy, "Meeting kick-off: {label: A first meeting, period: 2013-06-27, goal: none}")
    assert claim.node == NamedNode("https://w3id.org/alliancegraph/id/event/romania-2014-kick-off")
    assert AG.goal not in said(claim)


def test_texts_carry_the_language_of_the_report_or_their_own(copy: Path) -> None:
    (claim,) = read(copy, "hotline: {name: [a line, o linie@ro]}")[:1]
    names = {fact.object for c in read(copy, "hotline: {name: [a line, o linie@ro]}") for fact in c.facts}
    assert names == {Literal("a line", language="en"), Literal("o linie", language="ro")}
    assert claim.facts[0].predicate.value == SKOS.altLabel


def test_ids_survive_what_is_entered_around_them(copy: Path) -> None:
    before = read(copy, "cocd supports hotline: {status: ongoing}")
    after = read(copy, "hotline partOf sigur-info", "cocd supports hotline: {status: ongoing}", "cocd within mia")
    assert before[0] in after
    assert len({claim.id for claim in after}) == 3


def test_ids_follow_content(copy: Path) -> None:
    one = read(copy, "cocd supports hotline: {status: ongoing}")[0]
    other = read(copy, "cocd supports hotline: {status: done}")[0]
    reordered = read(copy, "cocd supports hotline: {goal: 1.1, status: ongoing}")[0]
    assert one.id != other.id
    assert one.id == reordered.id


def test_claims_stand_in_reading_order_within_their_section(report: Report) -> None:
    starts: dict[NamedNode, int] = {}
    back = []
    for claim in report.claims:
        start = claim.passage.span.start
        if start < starts.get(claim.passage.section, 0):
            back.append((claim.origin, claim.passage.quote))
        starts[claim.passage.section] = start
    assert back == []


def test_quotes_are_many_and_short(report: Report) -> None:
    quotes = {claim.passage.quote for claim in report.claims}
    assert len(quotes) > 100
    assert sorted(len(quote) for quote in quotes)[len(quotes) // 2] < 200
