"""Values as people give them: by any name, under any of a parameter's names, and with help where they do not fit."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import alliancegraph as ag
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import ParameterError
from alliancegraph.graph.model.iris import AUTHORITY, mint
from alliancegraph.ontology.terms import AG, FOAF, RDF, SCHEMA, XSD
from alliancegraph.queries.asking.lookup import find_thing
from alliancegraph.queries.asking.parameters import terms
from alliancegraph.queries.library import all_questions, find_question

COCD = mint("organization", "ro-cocd")


def bound(store: Store, question: str, **values: str) -> dict[str, object]:
    return {name: of[0] for name, of in terms(find_question(question), values, store).items()}


@pytest.mark.parametrize("name", ["COCD", "cocd", " COCD ", "Countering organized criminality DIRECTORATE", COCD.value])
def test_an_actor_by_any_name(store: Store, name: str) -> None:
    assert bound(store, "contributions-of", actor=name) == {"actor": COCD}


def test_a_name_in_a_language_that_no_report_has(store: Store) -> None:
    assert find_thing("actor", [FOAF.Agent], "SALVATI COPIII", store) == mint("organization", "ro-save-the-children")


@pytest.mark.parametrize("name", ["Criminal Code art. 374", mint("law", "ro-law-286-2009-art-374").value])
def test_a_law_is_a_whole_act(store: Store, name: str) -> None:
    with pytest.raises(ParameterError, match="no law is called"):
        bound(store, "laws", law=name)
    assert bound(store, "laws", law="Criminal Code") == {"law": mint("law", "ro-law-286-2009")}
    assert bound(store, "mentions", thing=name) == {"thing": mint("law", "ro-law-286-2009-art-374")}


@pytest.mark.parametrize(
    "name",
    [
        "Law 187/2012",
        "law no 187/2012",
        "Law nr. 187/2012",
        "LAW No.187/2012",
        "Law № 187/2012",
        "Law nº 187/2012",
        "Law n.º 187/2012",
        "Law núm. 187/2012",
    ],
)
def test_a_law_without_or_with_any_word_for_number(store: Store, name: str) -> None:
    assert bound(store, "laws", law=name) == {"law": mint("law", "ro-law-187-2012")}


def test_a_country_is_a_member(store: Store) -> None:
    assert bound(store, "promises", country="Romania") == bound(store, "promises", member="ROU")


def test_one_value_a_parameter(store: Store) -> None:
    with pytest.raises(ParameterError, match="two values for member"):
        bound(store, "promises", country="Romania", member="Romania")


def test_words_numbers_sections_and_claims(store: Store) -> None:
    assert bound(store, "contributors", goal="4.1", status="under development", role="takesPart") == {
        "goal": mint("goal", "global-alliance-4.1"),
        "status": mint("status", "under-development"),
        "role": mint("role", "takesPart"),
    }
    assert bound(store, "claims-of-section", section="4.1/a") == {"section": Literal("4.1/A")}
    assert bound(store, "reports", year="2013") == {"year": Literal("2013", datatype=NamedNode(XSD.integer))}


@pytest.mark.parametrize(
    ("question", "values", "said"),
    [
        ("contributions-of", {"actor": "COCDD"}, "Did you mean COCD?"),
        ("contributions-of", {"actor": "xyzxyz"}, "Known: "),
        ("contributions-of", {"actor": "urn: no iri://x"}, "no actor is called"),
        ("contributors", {"gaol": "4.1"}, "Did you mean goal?"),
        ("claims-of-section", {"section": "4.1/D"}, "Did you mean 4.1/"),
        ("claim", {"claim": "0000"}, "no claim '0000'"),
        ("claim", {}, "no claim for claim; expected the claim's id"),
        ("reports", {"year": "1999"}, "no report of 1999 (--year); expected one of 2013, 2014"),
        ("changes", {"later": "2014"}, "no member for changes; expected the member that reports. Known: Romania"),
        ("mentions", {}, "no thing for mentions; expected any name of the body, initiative, law or place. Known: "),
    ],
)
def test_what_does_not_fit_gets_help(store: Store, question: str, values: dict[str, str], said: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(said)):
        bound(store, question, **values)


@pytest.mark.parametrize("spelling", ["NAA", "naa"])
def test_a_name_that_two_bodies_share_lists_both(spelling: str) -> None:
    store = Store.memory()
    for local, name in (("agency", "National Agency"), ("authority", "National Authority")):
        body = mint("organization", local)
        for predicate, object in (
            (RDF.type, NamedNode(FOAF.Agent)),
            (AG.displayName, Literal(name, language="en")),
            (AG.nameAsWritten, Literal("NAA", language="en")),
        ):
            store.load([Quad(body, NamedNode(predicate), object, AUTHORITY)])
    with pytest.raises(ParameterError) as caught:
        find_thing("actor", [FOAF.Agent], spelling, store)
    for said in ("names 2 things", "National Agency (https://", "id/organization/authority)"):
        assert said in str(caught.value)


@pytest.mark.parametrize(("earlier", "later"), [("2015", "2014"), ("2014", "2014")])
def test_values_that_are_to_ascend(sample: Store, earlier: str, later: str) -> None:
    said = f"--earlier {earlier} and --later {later}; expected a value of --earlier that is less than that of --later"
    with pytest.raises(ParameterError, match=said):
        bound(sample, "changes", member="Northland", earlier=earlier, later=later)


@pytest.mark.parametrize("value", ["", "  ", "\t\u00a0"])
@pytest.mark.parametrize("name", ["actor", "section", "goal", "status"])
def test_an_empty_value(store: Store, name: str, value: str) -> None:
    with pytest.raises(ParameterError, match=f"--{name} is empty; expected a value"):
        bound(store, "contributions-of", **{name: value})


def test_where_there_is_nothing_of_a_kind_nothing_else_is_offered(sample: Store) -> None:
    with pytest.raises(ParameterError, match=r"no place is called 'Sofia'; .* The graph has none\."):
        find_thing("place", [SCHEMA.Place], "Sofia", sample)


YEARLY = [
    question.name
    for question in all_questions()
    if "year" in (p.name for p in question.parameters) and re.search(r"SELECT [^{]*\?year\b", question.sparql)
]


@pytest.mark.parametrize("question", YEARLY)
def test_a_year_leaves_the_rows_of_that_year(everything: Path, question: str) -> None:
    graph = ag.open(everything)
    needed = {p.name: p.example for p in find_question(question).parameters if p.required}
    whole = graph.ask(question, **needed)
    for year in sorted({str(row["year"]) for row in whole if row["year"]}):
        assert [*graph.ask(question, year=year, **needed)] == [row for row in whole if str(row["year"]) == year]


def test_events_and_penalties_are_those_of_a_member(everything: Path) -> None:
    graph = ag.open(everything)
    for question in ("meetings", "penalties"):
        whole = {*graph.ask(question)}
        members = [{*graph.ask(question, member=str(row["memberName"]))} for row in graph.ask("reports")]
        assert set.union(*members) == whole
        assert all(own < whole for own in members)
