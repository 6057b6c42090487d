"""What a build writes: the same bytes each time, every fact with its quote, no triple twice."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib
from hypothesis import assume, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.assemble.dataset import descriptions
from alliancegraph.graph.assemble.quads import LEAST_AROUND, READER, around, passage_iri
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.turtle import turtle
from alliancegraph.graph.model.iris import AUTHORITY, CANONICAL, DERIVED, FACTS, report_graph
from alliancegraph.graph.model.reports import Report, Span
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, DCTERMS, OA, OWL, PROV, RDF, SKOS, VOID, XSD
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.tables.rows import ClaimRow
from tests.assembling import populate
from tests.conftest import ROMANIA, entered

CLAIM_COLUMNS = (
    "claim,report,alpha3,section,goal,kind,subject,subject_label,predicate,object,object_label,"
    "datatype,status,passage,quote,start,end,page,context,stated_by,recorded_by,reviewed_by"
)


def value(term: object) -> str:
    """Return an IRI or a literal as text."""
    assert isinstance(term, NamedNode | Literal)
    return term.value


@pytest.fixture(scope="module")
def claims(build: Path) -> list[dict[str, str]]:
    with (build / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_bytes_from_run_to_run(build: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "alliancegraph", "build", "--out", str(tmp_path / "build")]
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    for name in ("alliance.ttl", "claims.csv", "sections.csv", "contributions.csv", "explorer.html"):
        assert (tmp_path / "build" / name).read_bytes() == (build / name).read_bytes(), name


def test_turtle_says_what_the_store_says(build: Path, store: Store) -> None:
    graph = rdflib.Graph().parse(build / "alliance.ttl")
    said = {tuple(term.n3() for term in triple) for triple in graph}
    stored = rdflib.Graph()
    for triple in store.triples():
        stored.parse(data=f"{triple.subject} {triple.predicate} {triple.object} .", format="nt")
    assert said == {tuple(term.n3() for term in triple) for triple in stored}


def test_turtle_is_pleasant(build: Path) -> None:
    text = (build / "alliance.ttl").read_text(encoding="utf-8")
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert "\nlaw:ro-law-286-2009-art-374 a eli:LegalResource , eli:LegalResourceSubdivision" in text
    assert "<https://w3id.org/alliancegraph/id/" not in text.replace("\n".join(prefixes), "")


def test_turtle_is_sorted_by_subject(store: Store) -> None:
    lines = turtle(sorted(store.triples(), key=str, reverse=True)).splitlines()
    subjects = [line.split(" ")[0] for line in lines if line and not line.startswith((" ", "@prefix"))]
    data = [subject for subject in subjects if subject.startswith("organization:")]
    assert len(data) > 50
    assert data == sorted(data)


def test_no_triple_stands_in_two_graphs(store: Store) -> None:
    graphs: dict[object, list[str]] = defaultdict(list)
    for quad in store.quads():
        graphs[quad.triple].append(str(quad.graph_name))
    assert {str(triple): names for triple, names in graphs.items() if len(names) > 1} == {}


def test_a_fact_that_a_list_gives_too_stands_once_and_is_proved(tmp_path: Path) -> None:
    shutil.copy(ROMANIA, tmp_path)
    entered(tmp_path / ROMANIA.name, "{quote: the MIS is member of, facts: [{mis: {name: MIS}}]}", section="2.2/A")
    store = Store.memory()
    populate(store, [read_report(tmp_path / ROMANIA.name)])
    named = [q for q in store.quads() if q.predicate.value == SKOS.altLabel and value(q.object) == "MIS"]
    assert [quad.graph_name for quad in named] == [AUTHORITY]
    assert len([q for q in store.quads() if q.predicate.value == RDF.object and value(q.object) == "MIS"]) == 1


def test_each_graph_holds_what_is_its_own(store: Store, report: Report) -> None:
    by_graph = defaultdict(set)
    for quad in store.quads():
        by_graph[quad.graph_name].add(value(quad.subject))
    assert set(by_graph) == {AUTHORITY, FACTS, DERIVED, CANONICAL, report_graph(report.id)}
    minted = by_graph[report_graph(report.id)]
    assert {iri for iri in minted if not iri.rpartition("/")[2].startswith(report.id)} == set()
    assert not by_graph[FACTS] & minted


def test_triples_a_claim(store: Store, report: Report) -> None:
    headings = {value(quad.object) for quad in store.quads() if quad.predicate.value == AG.heading}
    selectors = {heading.replace("/passage/", "/selector/") for heading in headings}
    structure = headings | selectors | {report.iri.value} | {section.iri.value for section in report.sections}
    graphs = (report_graph(report.id), FACTS)
    claimed = [q for q in store.quads() if q.graph_name in graphs and value(q.subject) not in structure]
    evidence = [
        quad
        for quad in claimed
        if re.search("/(passage|selector|statement)/", value(quad.subject))
        or quad.predicate.value in (AG.evidence, AG.claimId, AG.section)
    ]
    assert len(evidence) / len(report.claims) <= 9
    assert len(claimed) / len(report.claims) <= 14.6


def test_every_row_is_proved_by_its_quote(claims: list[dict[str, str]], report: Report) -> None:
    assert ",".join(claims[0]) == CLAIM_COLUMNS == ",".join(ClaimRow.__dataclass_fields__)
    for row in claims:
        assert " ".join(report.source.text[int(row["start"]) : int(row["end"])].split()) == row["quote"]


def test_every_passage_is_found_by_its_characters_alone(store: Store, report: Report) -> None:
    """As tools do that know the Web Annotation model and nothing of ours."""
    asked = f"""SELECT ?exact ?prefix ?suffix ?start {{
        ?selector a <{OA.TextQuoteSelector}> ; <{OA.exact}> ?exact ; <{OA.start}> ?start .
        OPTIONAL {{ ?selector <{OA.prefix}> ?prefix ; <{OA.suffix}> ?suffix }}
    }}"""
    text, selectors = report.source.text, list(store.select(asked))
    assert {getattr(row["exact"], "datatype", None) for row in selectors} == {NamedNode(XSD.string)}
    assert {len(row["prefix"].value) for row in selectors if row["prefix"]} == {LEAST_AROUND}
    for row in selectors:
        prefix, suffix = (row[name].value if row[name] else "" for name in ("prefix", "suffix"))
        found = list(re.finditer(re.escape(prefix + row["exact"].value + suffix), text))
        assert [hit.start() + len(prefix) for hit in found] == [int(row["start"].value)]


@given(st.text("ab ", min_size=1), st.integers(0), st.integers(0), st.integers(1, 90))
def test_words_that_repeat_are_told_apart_by_what_is_around_them(unit: str, one: int, other: int, times: int) -> None:
    text = f"Before. {unit * times} Behind."
    start, end = sorted((one % len(text), other % len(text) + 1))
    assume(start < end)
    prefix, suffix = around(text, Span(start, end))
    words = prefix + text[start:end] + suffix
    assert [hit.start() for hit in re.finditer(f"(?={re.escape(words)})", text)] == [start - len(prefix)]


def test_every_claim_is_a_row_and_every_row_a_triple(
    claims: list[dict[str, str]], report: Report, store: Store
) -> None:
    assert {row["claim"] for row in claims} == {claim.id for claim in report.claims if not claim.because}
    vocabulary = Vocabulary.load()
    for row in claims:
        predicate = RDF.type if row["predicate"] == "type" else vocabulary.prop(row["predicate"])
        objects = {
            getattr(quad.object, "value", "")
            for quad in store.match(NamedNode(row["subject"]))
            if quad.predicate.value == predicate
        }
        assert row["object"] in objects, row


def test_rows_name_kind_goal_and_status(claims: list[dict[str, str]]) -> None:
    supports = [r for r in claims if r["object_label"] == "Baseline database" and r["predicate"] == "initiative"]
    assert {(r["kind"], r["section"], r["goal"], r["status"]) for r in supports} == {
        ("Contribution", "1.1/B", "1.1|4.1", "done"),
        ("Contribution", "1.1/B", "1.1|4.1", "done-or-ongoing"),
    }
    repeals = [r for r in claims if r["predicate"] == "repeals"]
    assert {(r["kind"], r["goal"], r["status"], r["datatype"]) for r in repeals} == {("LegalResource", "", "", "")}
    dates = [r for r in claims if r["predicate"] == "inForceUntil"]
    assert {(r["object"], r["datatype"]) for r in dates} == {("2014-01-31", "date")}


def test_a_field_with_a_quote_of_its_own_is_no_second_row(claims: list[dict[str, str]]) -> None:
    visit = [r for r in claims if r["subject"].endswith("event/romania-2014-serbian-visit")]
    purposes = [row for row in visit if row["predicate"] == "purpose"]
    assert [row["quote"][:22] for row in purposes] == ["The meeting’s purpose "]


def test_kinds_are_the_narrowest(claims: list[dict[str, str]]) -> None:
    kinds = {row["subject"].rpartition("/")[2]: row["kind"] for row in claims}
    assert kinds["romania-2014-serbian-visit"] == "Visit"
    assert kinds["romania-2014-viral-campaign"] == "Campaign"
    assert kinds["ro-cocd"] == "PublicOrganisation"
    assert kinds["ro-sigur-info"] == "Project"


def test_literals_are_of_few_types(store: Store) -> None:
    flag = NamedNode(OWL.deprecated)  # the one boolean (O17)
    literals = [q.object for q in store.quads() if isinstance(q.object, Literal) and q.predicate != flag]
    allowed = {XSD.string, XSD.integer, XSD.decimal, XSD.date, RDF.langString}
    assert {literal.datatype.value for literal in literals} <= allowed


def test_what_is_inferred_names_its_rule_and_what_it_rests_on(store: Store, report: Report) -> None:
    derived = [quad for quad in store.quads() if quad.graph_name == DERIVED]
    about: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in derived:
        about[value(quad.subject)][quad.predicate.value].add(value(quad.object))
    statements = [said for said in about.values() if AG.DerivedStatement in said[RDF.type]]
    assert statements
    claimed = {claim.node.value for claim in report.claims if claim.node}
    claimed |= {f"https://w3id.org/alliancegraph/id/statement/{report.id}-{claim.id}" for claim in report.claims}
    passages = {passage_iri(report.id, claim.passage).value for claim in report.claims if claim.because}
    for said in statements:
        assert len(said[AG.rule]) == 1
        assert said[PROV.wasDerivedFrom]
        assert said[PROV.wasDerivedFrom] <= (passages if said[AG.rule] == {READER.value} else claimed)
    about_itself = {subject for subject, said in about.items() if {AG.DerivedStatement, AG.Tally} & said[RDF.type]}
    links = {
        (value(quad.subject), quad.predicate.value, value(quad.object))
        for quad in derived
        if value(quad.subject) not in about_itself
    }
    assert links == {(*said[RDF.subject], *said[RDF.predicate], *said[RDF.object]) for said in statements}


@pytest.mark.parametrize(
    ("actor", "goal", "links"),
    [
        ("ro-cocd", "4.1", {AG.contributesTo}),
        ("ro-mis", "4.2", set()),
        ("ro-ministry-of-education", "3.1", {AG.contributesTo, AG.plansToContributeTo}),
    ],
)
def test_a_willingness_is_no_contribution(store: Store, actor: str, goal: str, links: set[str]) -> None:
    base = "https://w3id.org/alliancegraph/id"
    found = store.select(f"SELECT ?p {{ <{base}/organization/{actor}> ?p <{base}/goal/global-alliance-{goal}> }}")
    assert {row["p"].value for row in found} == links


def test_stations_do_not_work_with_each_other(store: Store) -> None:
    pairs = store.select(
        f"SELECT ?one {{ ?one <{AG.worksWith}> ?other . ?one a <{AG.MediaOutlet}> . ?other a <{AG.MediaOutlet}> }}"
    )
    assert list(pairs) == []


def test_partners_of_one_body_are_not_said_to_work_with_each_other(store: Store) -> None:
    base = "https://w3id.org/alliancegraph/id/organization/ro"
    found = store.select(f"SELECT ?other {{ <{base}-libraries> <{AG.worksWith}> ?other }}")
    assert {row["other"].value for row in found} == {f"{base}-youth-panel"}


def test_the_graph_describes_itself(store: Store, report: Report) -> None:
    (dataset,) = descriptions(store)
    assert store.value(dataset, VOID.triples) == Literal(str(len(store.triples())), datatype=NamedNode(XSD.integer))
    assert store.value(dataset, DCTERMS.source) == report.iri
    assert store.value(report.iri, AG.sha256) == Literal(report.source.sha256)
    assert store.value(report.iri, AG.asOf) == Literal("2014-05-31/2014-12-31")
    version = store.value(dataset, DCTERMS.conformsTo)
    assert version is not None
    assert version.value.startswith("https://w3id.org/alliancegraph/ontology/")
    assert store.value(NamedNode("https://w3id.org/alliancegraph/ontology#"), OWL.versionIRI) == version
    for predicate in (DCTERMS.license, DCTERMS.rights, DCTERMS.bibliographicCitation):
        assert store.value(dataset, predicate) is not None


def test_turtle_keeps_awkward_texts() -> None:
    store = Store.memory()
    awkward = Literal('a "quote"\n@prefix no: <x> .\n\ttab \\ and ’', language="en")
    store.load([Quad(AUTHORITY, NamedNode(DCTERMS.title), awkward, AUTHORITY)])
    graph = rdflib.Graph().parse(data=turtle(store.triples()), format="turtle")
    assert [str(value) for value in graph.objects()] == [awkward.value]


def test_accounts_gather_what_contributions_say(store: Store) -> None:
    said = f"?it a <{AG.Contribution}> ; <{AG.goal}> ?goal ; <{AG.section}>/<{AG.report}> ?report"
    gathered = f"?account <{AG.onGoal}> ?goal ; <{AG.report}> ?report"
    for of, in_account in ((AG.actor, AG.names), (AG.initiative, AG.tellsOf)):
        asked = pairs(store, f"{said} ; <{of}> ?what")
        assert asked
        assert asked == pairs(store, f"{gathered} ; <{in_account}> ?what")
    stated = pairs(store, f"{gathered} ; <{AG.states}> ?what")
    assert pairs(store, f"{said} . BIND (?it AS ?what)") < stated
    assert pairs(store, f"?report <{AG.account}> ?what . ?what <{AG.onGoal}> ?goal") == pairs(
        store, f"?what a <{AG.Account}> ; <{AG.onGoal}> ?goal ; <{AG.report}> ?report"
    )


def test_what_names_no_goal_is_stated_for_that_of_its_section(store: Store) -> None:
    unnamed = f"?what <{AG.section}> ?in ; <{AG.claimId}> ?id . FILTER NOT EXISTS {{ ?what <{AG.goal}> ?any }}"
    sections = pairs(store, f"{unnamed} ?in <{AG.goal}> ?goal ; <{AG.report}> ?report")
    assert sections
    assert sections <= pairs(store, f"?account <{AG.states}> ?what ; <{AG.onGoal}> ?goal ; <{AG.report}> ?report")


def pairs(store: Store, pattern: str) -> set[tuple[str, ...]]:
    rows = store.select(f"SELECT ?report ?goal ?what WHERE {{ {pattern} }}")
    return {tuple(row[name].value for name in ("report", "goal", "what")) for row in rows}
