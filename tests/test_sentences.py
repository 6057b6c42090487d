"""Twenty sentences of two public reports of another alliance, entered by hand, asked of the graph.

The alliance adds words of its own to the ontology's, in the file of its goals: no code knows them.
"""

import shutil
from pathlib import Path

import pytest

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import FormError
from alliancegraph.graph.exchange.bulk import load_nquads
from alliancegraph.graph.model.iris import DERIVED, report_graph
from alliancegraph.loaders.form.scheme import read_scheme
from alliancegraph.ontology.terms import AG, CV, DATA, FOAF, ORG, VOID
from alliancegraph.queries.answers.answer import Answer
from tests.inputs import SENTENCES

Row = tuple[str, ...]
OWN = "https://example.org/open-government#"
PREFIXES = f"PREFIX ag: <{AG.base}> PREFIX og: <{OWN}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sentences")
    return build(shutil.copytree(SENTENCES, folder / "in"))


@pytest.fixture(scope="module")
def g(built: Path) -> ag.AllianceGraph:
    return ag.open(built)


def build(folder: Path) -> Path:
    assert main(["build", *map(str, sorted(folder.glob("*.txt"))), "--out", str(folder / "build")]) == 0
    return folder / "build"


def asked(g: ag.AllianceGraph, question: str, *columns: str, **values: str) -> list[Row]:
    """Return columns of the answer as texts, an empty one for an empty cell."""
    rows = [dict(row) for row in g.ask(question, **values)]
    return [tuple("" if row[column] is None else str(row[column]) for column in columns) for row in rows]


def selected(g: ag.AllianceGraph, query: str) -> list[Row]:
    """Return the rows of a query of one's own, as texts."""
    answer = g.query(f"{PREFIXES} {query}")
    assert isinstance(answer, Answer)
    return [tuple(map(str, dict(row).values())) for row in answer]


def test_every_sentence_is_accounted_for(g: ag.AllianceGraph) -> None:
    readings = {row[1] for row in asked(g, "sections", "stateName", "readingName") if row[0] == "answered"}
    assert readings == {"read"}


def test_numbers_say_what_they_are(g: ag.AllianceGraph) -> None:
    columns = ("counted", "kindName", "value", "upperValue", "outOf", "unit")
    found = set(asked(g, "statistics", *columns))
    without = "sub-commitments without public evidence"
    assert found == {
        ("participants of the cohort", "aimed at", "1000000", "", "", "participants"),
        ("money awarded to take steps to recruit participants", "observed", "55000000", "", "", "US dollars"),
        ("staff and volunteers trained in open mapping", "observed", "122", "", "", "people"),
        ("volunteers to be trained in open mapping", "planned", "100", "", "", "volunteers"),
        (f"{without} that are still in progress", "observed", "6", "", "9", "sub-commitments"),
        (f"{without} on which work has not commenced", "observed", "1", "", "9", "sub-commitments"),
        ("commitments that are not subdivided", "observed", "23", "", "36", "commitments"),
        ("commitments that are not subdivided", "observed", "64", "", "36", "percent"),
        ("SMART commitments", "aimed at", "8", "12", "", "SMART commitments"),
    }  # fmt: skip
    counted = {row[0] for row in selected(g, "SELECT ?counted { ?s a ag:Statistic ; ag:counted ?counted }")}
    assert counted == {counted for counted, kind, *_ in found if kind == "observed"}


def test_the_table_has_the_kinds_too(built: Path) -> None:
    header, *rows = (built / "statistics.csv").read_text(encoding="utf-8").splitlines()
    assert ",kind,value,upper_value,out_of," in header
    assert any(",SMART commitments,aim,8,12,,eight to 12," in row for row in rows)
    assert any(",volunteers to be trained in open mapping,planned,100,,,100," in row for row in rows)
    assert any(",commitments that are not subdivided,observed,23,,36,23," in row for row in rows)


def test_what_is_not_planned_is_no_contribution_and_no_plan(g: ag.AllianceGraph) -> None:
    found = asked(g, "unfinished", "statusName", "initiativeName", "condition")
    assert ("not planned", "Revision of the commitments of NAP 5", "") in found
    condition = "needs funding appropriated in order to begin its website redevelopment efforts"
    assert ("planned", "Redevelopment of NARA's website", condition) in found
    linked = {row[0] for row in selected(g, "SELECT ?who { ?who ag:contributesTo|ag:plansToContributeTo ?goal }")}
    assert f"{DATA}organization/us-nara" in linked
    assert f"{DATA}member/usa" not in linked


def test_a_season_has_its_days(g: ag.AllianceGraph) -> None:
    (launch,) = asked(g, "promises", "promiseName", "period", "firstDue")
    assert launch == ("Launch of the U.S. National SDG Reporting Platform", "fall 2016", "")
    days = selected(g, "SELECT ?from ?to { ?p a ag:Promise ; ag:earliest ?from ; ag:latest ?to }")
    assert days == [("2016-09-01", "2016-12-21")]


def test_challenges_recommendations_and_what_is_answered(g: ag.AllianceGraph) -> None:
    found = asked(g, "findings", "kindName", "byName", "statedByName", "section")
    irm, us = "Independent Reporting Mechanism", "United States"
    assert sorted(found) == [
        ("challenge", "", us, "3/A"),
        ("challenge", "", us, "5/A"),
        ("lack", "", us, "2/A"),
        ("lack", "", us, "5/A"),
        ("recommendation", irm, irm, "5/A"),
        ("recommendation", irm, irm, "5/C"),
        ("recommendation accepted", irm, us, "5/C"),
    ]


def test_a_tick_is_proved_with_its_question(g: ag.AllianceGraph) -> None:
    (tick,) = asked(g, "coded-answers", "choiceName", "aboutName", "quote", "context")
    assert tick == (
        "substantial",
        "USA.gov",
        "☐ Not started ☐ Limited ☒ Substantial ☐ Completed",
        "Completion level",
    )


def test_who_founds_a_body(g: ag.AllianceGraph) -> None:
    found = set(asked(g, "relations", "actorName", "roleName", "whatName", "statusName"))
    assert found == {
        ("U.S. Government", "establishes", "Open Government Secretariat", "done"),
        ("Open Government Secretariat", "establishes", "Open Government Federal Advisory Committee", "planned"),
    }


def test_a_section_points_at_another(g: ag.AllianceGraph) -> None:
    pointers = {row for row in asked(g, "sections", "section", "refersTo", member="United States") if row[1]}
    assert pointers == {("5/A", "5/C")}


def test_a_pointer_is_in_the_graph_of_its_report(built: Path) -> None:
    (pointer,) = Store.open(built / "store").match(predicate=AG.refersTo)
    assert pointer.graph_name == report_graph("united-states-og-2024")


def test_acts_have_their_kinds(g: ag.AllianceGraph) -> None:
    assert asked(g, "laws", "lawName", "kindName") == [
        ("Circular A-130", "circular"),
        ("Customer due diligence rule", "regulation"),
        ("Federal Advisory Committee Act", "law"),
    ]


def test_bodies_of_an_alliances_own_class_are_bodies(g: ag.AllianceGraph) -> None:
    classes = {row[0] for row in selected(g, f"SELECT ?class {{ <{DATA}organization/us-omb> a ?class }}")}
    assert classes == {f"{OWN}FederalAgency", CV.PublicOrganisation, ORG.Organization, FOAF.Agent}


def with_support(folder: Path) -> Path:
    """Build the sentences with one more body that works in what NIH grants."""
    copy = shutil.copytree(SENTENCES, folder / "in")
    claims = copy / "united-states-og-2016.claims.yaml"
    text = claims.read_text(encoding="utf-8")
    more = "- nih grants cohort: {status: done}\n        - treasury supports cohort: {status: done}"
    claims.write_text(text.replace("- nih grants cohort: {status: done}", more), encoding="utf-8")
    return build(copy)


def test_rules_know_an_alliances_own_roles(tmp_path: Path) -> None:
    g = ag.open(with_support(tmp_path))
    links = selected(g, "SELECT ?a ?b { ?x ag:worksWith ?y . ?x ag:displayName ?a . ?y ag:displayName ?b }")
    assert set(links) == {("NIH", "Department of the Treasury"), ("Department of the Treasury", "NIH")}


def test_so_do_they_where_a_graph_is_loaded_from_a_file(tmp_path: Path) -> None:
    """An export has all that the rules need: without its links, it has the same ones when they are inferred again."""
    built, file = with_support(tmp_path), tmp_path / "all.nq"
    assert main(["export", str(file), "--build", str(built)]) == 0
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f"<{DERIVED.value}>" not in line and f"<{VOID.triples}>" not in line]
    assert len(kept) < len(lines)
    file.write_text("".join(kept), encoding="utf-8")
    whole = Store.memory()
    load_nquads(whole, file)
    links = {(quad.subject, quad.object) for quad in whole.match(predicate=AG.worksWith)}
    assert links == {(quad.subject, quad.object) for quad in Store.open(built / "store").match(predicate=AG.worksWith)}
    assert len(links) == 2


TAKEN = {
    "a role of ours": ('skos:notation "grants"', 'skos:notation "leads"', "the word 'leads'"),
    "a property of ours": ('skos:notation "grants"', 'skos:notation "within"', "the word 'within'"),
    "no word": ('    skos:notation "civil-society" ;\n', "", "no skos:notation"),
    "a class of ours": ("og:FederalAgency a", "og:NGO a", "the word 'NGO'"),
}


@pytest.mark.parametrize("case", TAKEN)
def test_words_of_an_alliance_are_its_own(case: str, tmp_path: Path) -> None:
    before, after, found = TAKEN[case]
    text = (SENTENCES / "open-government.ttl").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "goals.ttl"
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(FormError, match=found) as caught:
        read_scheme(path)
    assert f"{path}:" in str(caught.value)


def test_a_role_without_a_group_is_found_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = shutil.copytree(SENTENCES, tmp_path / "in")
    goals = copy / "open-government.ttl"
    text = goals.read_text(encoding="utf-8")
    goals.write_text(
        text.replace("    skos:broader role:works .", "    skos:topConceptOf scheme:role ."), encoding="utf-8"
    )
    assert main(["build", str(copy / "united-states-og-2016.txt"), "--out", str(tmp_path / "build")]) == 2
    assert "A role belongs to one group" in capsys.readouterr().err
