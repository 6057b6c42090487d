"""Whose words a claim rests on, what has to be read with them, who checked it, and what a reader only infers."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import ClaimsError, ShapeError
from alliancegraph.graph.model.iris import DERIVED, FACTS
from alliancegraph.graph.model.reports import Report, Span
from alliancegraph.loaders.documents.quotes import occurrences
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, ORG, PROV, RDF
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.rows import THE_READER, ClaimRow, InferredRow, to_csv
from alliancegraph.queries.tables.tables import inferred_rows, statistic_rows
from alliancegraph.queries.views.alliance import Views
from tests.assembling import check, populate
from tests.conftest import HEAD, entered

HOTLINE = "quote: The new Hotline, developed thru the SaferInternet Project"
FACT = "\n      facts: [hotline partOf sigur-info]"
SECOND = "{quote: is a highly effective mechanism, facts: [cocd within mia]}"
FOCUS = "Romanian Centre for Missing and Sexually Exploited Children – FOCUS"
ID = "https://w3id.org/alliancegraph/id"


def built(copy: Path, *items: str, head: str = HEAD) -> Store:
    entered(copy, *items, head=head)
    store = Store.memory()
    populate(store, [read_report(copy)])
    return store


def rows(store: Store) -> dict[str, ClaimRow]:
    return {row.predicate: row for row in claim_rows(Views(store))}


def table(build: Path, name: str) -> list[dict[str, str]]:
    with (build / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def refused(copy: Path, *items: str) -> str:
    path = entered(copy, *items)
    with pytest.raises(ClaimsError) as caught:
        read_report(copy)
    said = str(caught.value)
    assert said.startswith(f"{path}:")
    return said


def test_context_is_given_with_the_claim(copy: Path) -> None:
    found = rows(built(copy, f"{HOTLINE}\n      context: is a highly effective mechanism{FACT}", SECOND))
    assert found["partOf"].context == "is a highly effective mechanism"
    assert found["within"].context == ""
    assert found["partOf"].quote == HOTLINE.removeprefix("quote: ")


@pytest.mark.parametrize("context", ["Romania committed to improve the procedures", "words that stand nowhere", "the"])
def test_context_stands_once_in_the_same_section(copy: Path, context: str) -> None:
    said = refused(copy, f"{HOTLINE}\n      context: {context}{FACT}")
    assert f".claims.yaml:7: the quote '{context}' " in said
    assert "in 1.1/B" in said


def test_context_does_not_make_room_for_words_as_written(copy: Path) -> None:
    facts = "\n      facts: [{hotline: {nameAsWritten: effective mechanism}}]"
    assert "is not in the quote" in refused(copy, f"{HOTLINE}\n      context: is a highly effective mechanism{facts}")


def test_a_passage_names_its_speaker_by_default_the_member(copy: Path) -> None:
    found = rows(built(copy, f"{HOTLINE}\n      stated by: focus{FACT}", SECOND))
    assert (found["partOf"].stated_by, found["within"].stated_by) == (FOCUS, "Romania")


def test_an_unknown_voice_gets_a_suggestion(copy: Path) -> None:
    assert ":7: unknown id 'focuz'" in refused(copy, f"{HOTLINE}\n      stated by: focuz{FACT}")


def test_a_reviewer_is_named_for_one_item_or_for_the_report(copy: Path) -> None:
    item = f"{HOTLINE}\n      reviewed by: Ana{FACT}"
    found = rows(built(copy, item, SECOND))
    assert (found["partOf"].reviewed_by, found["within"].reviewed_by) == ("Ana", "")
    found = rows(built(copy, item, SECOND, head=HEAD.replace("sections:", "reviewed by: Ion\nsections:")))
    assert (found["partOf"].reviewed_by, found["within"].reviewed_by) == ("Ana", "Ion")
    assert {row.recorded_by for row in found.values()} == {"a test"}


def test_the_claims_of_the_real_report_tell_voice_context_and_reader(build: Path, report: Report) -> None:
    claims = table(build, "claims.csv")
    assert {row["stated_by"] for row in claims} >= {"Romania", FOCUS}
    assert all(row["recorded_by"] == report.recorded_by != "" for row in claims)
    text = report.source.text
    for row in (row for row in claims if row["context"]):
        section = next(s for s in report.sections if s.code == row["section"])
        assert len(occurrences(row["context"], text, section.body)) == 1, row["context"]
    by_id = {claim.id: claim.passage for claim in report.claims}
    assert {row["claim"] for row in claims if row["context"]} == {
        claim.id for claim in report.claims if claim.passage.context and not claim.because
    }
    notes = {row["claim"] for row in claims if row["kind"] == "SourceNote"}
    assert {row["claim"] for row in claims if row["stated_by"] == THE_READER} == notes != set()
    assert {row["claim"] for row in claims if row["stated_by"] not in ("Romania", THE_READER)} == {
        id for id, passage in by_id.items() if passage.stated_by and id not in notes
    }


INFERRED = f"{HOTLINE}\n      inferred because: The hotline is run by them.{FACT}"


def test_an_inferred_fact_stands_apart_with_rule_reason_and_passage(copy: Path) -> None:
    store = built(copy, INFERRED)
    (claim,) = read_report(copy).claims
    fact = claim.facts[0]
    graphs = [quad.graph_name for quad in store.match(fact.subject) if quad.triple == Triple(*fact)]
    assert graphs == [DERIVED]
    node = NamedNode(f"{ID}/derived/romania-2014-{claim.id}")
    said = {(quad.predicate.value, quad.object): quad.graph_name for quad in store.match(node)}
    span = claim.passage.span
    assert set(said.values()) == {DERIVED}
    assert (RDF.type, NamedNode(AG.DerivedStatement)) in said
    assert (RDF.object, fact.object) in said
    assert (AG.rule, NamedNode(f"{ID}/rule/reader")) in said
    assert (AG.reason, Literal("The hotline is run by them.", language="en")) in said
    assert (PROV.wasDerivedFrom, NamedNode(f"{ID}/passage/romania-2014-{span.start}-{span.end}")) in said


def test_an_inferred_fact_is_a_row_of_its_own_table_only(copy: Path) -> None:
    store = built(copy, INFERRED, SECOND)
    assert {row.predicate for row in claim_rows(Views(store))} == {"within"}
    (row,) = [row for row in inferred_rows(Views(store)) if row.predicate == "partOf"]
    assert (row.rule, row.reason) == ("Implied by the text", "The hotline is run by them.")
    [passage] = row.rests_on
    assert re.fullmatch(f"{ID}/passage/romania-2014-\\d+-\\d+", passage)
    assert to_csv([row], InferredRow).startswith(
        "alpha3,subject,subject_label,predicate,object,object_label,rule,reason,"
    )


def test_an_inferred_field_of_a_thing_is_no_claim_of_the_thing(copy: Path) -> None:
    more = "quote: is a highly effective mechanism\n      inferred because: So it is.\n      facts: [{x: {purpose: P}}]"
    store = built(copy, f"{HOTLINE}\n      facts: [{{Measure x: {{label: X}}}}]", more)
    assert "purpose" not in rows(store)
    assert [row.object for row in inferred_rows(Views(store)) if row.predicate == "purpose"] == ["P"]


@pytest.mark.parametrize(
    "fact", ["{cocd supports hotline: {status: done}}", "{Measure x: {label: X}}", "{SourceNote: {note: N}}"]
)
def test_only_plain_facts_are_inferred(copy: Path, fact: str) -> None:
    said = refused(copy, f"{HOTLINE}\n      inferred because: So it seems.\n      facts: [{fact}]")
    assert ":8: a contribution or a thing that is only implied; expected a plain fact. Infer plain facts only" in said


def test_the_inferred_facts_of_the_real_report_are_in_their_table_only(build: Path, report: Report) -> None:
    implied = {fact for claim in report.claims if claim.because for fact in claim.facts}
    found = [row for row in table(build, "inferred.csv") if row["rule"] == "Implied by the text"]
    assert implied
    assert {(row["subject"], row["object"]) for row in found} == {(f.subject.value, f.object.value) for f in implied}
    assert all(row["reason"] for row in found)
    ids = {claim.id for claim in report.claims if claim.because}
    assert ids.isdisjoint(row["claim"] for row in table(build, "claims.csv"))


def test_statistics_have_iso_bounds_and_the_printed_number(build: Path, report: Report) -> None:
    statistics = table(build, "statistics.csv")
    made = [claim for claim in report.claims if claim.node and re.search("/(statistic|figure)/", claim.node.value)]
    assert {row["claim"] for row in statistics} == {claim.id for claim in made}
    for row in statistics:
        assert occurrences(row["value_as_written"], row["quote"], Span(0, len(row["quote"]))), row
        bounds = [date.fromisoformat(row[name]) for name in ("period_start", "period_end") if row[name]]
        assert bounds == sorted(bounds)
        assert bool(bounds) == bool(row["period"])
        assert (row["member"], row["alpha3"], row["year"]) == ("Romania", "ROU", "2014")
    (adults,) = [row for row in statistics if row["value_as_written"] == "21.500"]
    assert adults["value"] == "21500"
    (views,) = [row for row in statistics if row["value_as_written"] == "6,500"]
    assert (views["value"], views["qualifier"], views["period_start"]) == ("6500", "more than", "")
    assert views["period_end"] == "2014-05-31"
    counted_by = {row["source"] for row in statistics if "referral to court" in row["counted"]}
    assert counted_by == {"Public Ministry"}
    (posters,) = [row for row in statistics if row["value"] == "76"]
    assert (posters["place"], posters["initiative"]) == (
        "Romania (the country)",
        "Three outdoor banner campaigns",
    )


def test_statistics_without_a_period_have_no_bounds(copy: Path) -> None:
    facts = "\n      facts: [{Statistic: {counted: mechanisms, value: 1, valueAsWritten: a%s}}]"
    item = f"quote: is a highly effective mechanism{facts}"
    (row,) = statistic_rows(Views(built(copy, item % "")))
    assert (row.value, row.value_as_written, row.period_start, row.period_end) == ("1", "a", "", "")
    (row,) = statistic_rows(Views(built(copy, item % ", period: 2012-02/..")))
    assert (row.period, row.period_start, row.period_end) == ("2012-02/..", "2012-02-01", "")


def test_a_statistic_for_two_goals_is_one_row(copy: Path) -> None:
    fact = 'Statistic: {counted: mechanisms, value: 1, valueAsWritten: a, goal: ["4.1", "1.1"]}'
    (row,) = statistic_rows(Views(built(copy, f"quote: is a highly effective mechanism\n      facts: [{fact}]")))
    assert row.goal == ("1.1", "4.1")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("counted: [a, b]", "what is counted, once"),
        ("counted: a, source: [cocd, mia]", "one source"),
        ("counted: a, place: [bucharest, sofia]", "one place"),
    ],
)
def test_a_list_would_make_one_number_count_twice(copy: Path, field: str, name: str) -> None:
    fact = f"{{Statistic: {{{field}, value: 1, valueAsWritten: a}}}}"
    entered(copy, f"quote: is a highly effective mechanism\n      facts: [{fact}]")
    with pytest.raises(ShapeError, match=name):
        check(read_report(copy))


def test_a_number_has_one_unit(copy: Path) -> None:
    fact = "{Statistic: {counted: a, unit: [x, y], value: 1, valueAsWritten: a}}"
    entered(copy, f"quote: is a highly effective mechanism\n      facts: [{fact}]")
    with pytest.raises(ClaimsError, match=r"claims\.yaml:7: found a sequence; expected a text"):
        read_report(copy)


def test_every_body_that_the_report_speaks_of_is_named_as_it_is_written(report: Report) -> None:
    bodies = {entity.iri for entity in report.entities if "/organization/" in entity.iri.value}
    facts = [fact for claim in report.claims for fact in claim.facts]
    spoken_of = {end for fact in facts for end in (fact.subject, fact.object)} & bodies
    named = {fact.subject for fact in facts if fact.predicate.value == AG.nameAsWritten}
    assert len(spoken_of) > 50
    assert spoken_of - named == set()


def test_a_fact_that_is_stated_and_inferred_stands_once_among_the_stated(copy: Path) -> None:
    fact = "      facts: [cocd within mia]"
    stated = f"quote: is a highly effective mechanism\n{fact}"
    inferred = f"quote: This is a reporting tool\n      inferred because: a test says so\n{fact}"
    store = built(copy, f"{inferred}\n    - {stated}")
    found = [quad.graph_name for quad in store.quads() if quad.predicate.value == ORG.subOrganizationOf]
    assert found == [FACTS]


@pytest.mark.parametrize("key", ["inferred because", "reviewed by"])
def test_an_empty_text_is_refused(copy: Path, key: str) -> None:
    assert f"'{key}' is empty" in refused(copy, f"{HOTLINE}\n      {key}: ''{FACT}")
