"""Authority lists may name members, the one that reports too, and say what an alliance has received."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from alliancegraph.graph.errors import ClaimsError, ShapeError
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.members import EU_COUNTRY, member_facts
from alliancegraph.graph.model.reports import Entity, Fact, Member, Report
from alliancegraph.loaders.authority import read_lists
from alliancegraph.loaders.claims.syntax import refuse
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary
from tests.assembling import check
from tests.conftest import entered

HEAD = "report: romania-2014\nauthority: [international, romania, roster]\nrecorded by: a test\nsections:\n"


def listed(folder: Path, text: str) -> dict[str, Entity]:
    (folder / "roster").mkdir(exist_ok=True)
    (folder / "roster" / "members.yaml").write_text(text, encoding="utf-8")
    lists = read_lists([folder / "roster"], Vocabulary.load())
    refuse(lists.slips)
    return {entity.id: entity for entity in lists.entities}


def said(entity: Entity) -> set[tuple[str, str]]:
    return {(fact.predicate.value, fact.object.value) for fact in entity.facts}


def test_a_country_has_the_name_that_its_reports_give_it(tmp_path: Path) -> None:
    entity = listed(tmp_path, "prefix: x\nsource: y\nMember:\n  moldova: {label: MDA, name: The Republic}\n")["moldova"]
    assert entity.iri == mint("member", "mda")
    assert {(SKOS.prefLabel, "Moldova"), (SKOS.notation, "MDA"), (SKOS.altLabel, "The Republic")} < said(entity)
    assert (SKOS.prefLabel, "MDA") not in said(entity)


def test_a_member_that_is_no_country_needs_a_reporter_type(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="no country is called 'Northland'"):
        listed(tmp_path, "Member:\n  northland: {label: Northland}\n")
    text = "prefix: x\nMember:\n  northland: {label: Northland, memberType: organisation}\n"
    assert listed(tmp_path, text)["northland"].iri == mint("member", "northland")


def test_a_member_needs_a_label(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"members.yaml:2: a member without a label"):
        listed(tmp_path, "Member:\n  northland: {memberType: organisation}\n")


def test_claims_speak_of_the_members_of_a_list(copy: Path) -> None:
    listed(copy.parent, "Member:\n  serbia: {label: Serbia}\n")
    entered(
        copy,
        "{quote: The Republic of Moldova had been included, facts: [serbia cooperatesWith romania]}",
        section="3.2/B",
        head=HEAD,
    )
    claim = read_report(copy).claims[0]
    assert claim.facts[0].subject == mint("member", "srb")
    assert claim.facts[0].object == mint("member", "rou")


def spoken_of(copy: Path, lists: str, fact: str) -> Fact:
    entered(
        copy,
        f"{{quote: The Republic of Moldova had been included, facts: [{fact}]}}",
        section="3.2/B",
        head=HEAD.replace("international, romania, roster", lists),
    )
    return read_report(copy).claims[0].facts[-1]


def test_a_thing_of_the_reporting_members_id_is_told_apart_by_its_kind(copy: Path) -> None:
    listed(copy.parent, "prefix: x\nNGO:\n  romania: {label: Romania Society}\n")
    for said, meant in (("member/rou", ("member", "rou")), ("organization/x-romania", ("organization", "x-romania"))):
        fact = spoken_of(copy, "international, roster", f"interpol cooperatesWith {said}")
        assert fact.object == mint(*meant)
    with pytest.raises(ClaimsError, match="Write which: organization/x-romania or member/rou"):
        spoken_of(copy, "international, roster", "interpol cooperatesWith romania")


def test_a_place_and_a_member_share_an_id_where_only_one_can_be_meant(copy: Path) -> None:
    listed(copy.parent, "Member:\n  malta: {label: Malta}\n")
    lists = "international, romania, roster"
    assert spoken_of(copy, lists, "cocd cooperatesWith malta").object == mint("member", "mlt")
    assert spoken_of(copy, lists, "malta cooperatesWith cocd").subject == mint("member", "mlt")
    where = spoken_of(copy, lists, "{cocd organises hotline: {status: done, place: malta, goal: none}}")
    assert where.object == mint("place", "malta")
    with pytest.raises(ClaimsError, match=r"is that of place/malta \(places.yaml:\d+\), member/mlt"):
        spoken_of(copy, lists, "{malta: {name: Melita}}")


def test_what_several_lists_say_of_a_member_adds_up(copy: Path) -> None:
    listed(copy.parent, "Member:\n  romania: {label: ROU, name: The country}\n")
    report = read_with(copy, "international, romania, roster")
    assert (SKOS.altLabel, "The country") in {part for each in report.entities for part in said(each)}


def read_with(copy: Path, lists: str) -> Report:
    spoken_of(copy, lists, "cocd cooperatesWith romania")
    return read_report(copy)


def test_the_shipped_list_has_only_what_the_report_proves(report: Report) -> None:
    found = [entity for entity in report.entities if entity.cls.value == AG.Submission]
    assert [(AG.year, "2013") in said(entity) for entity in found] == [True]
    assert "your country’s 2013 report" in " ".join(report.source.text.split())


def test_a_member_has_a_country_and_is_none(report: Report) -> None:
    serbia = NamedNode(EU_COUNTRY + "SRB")
    assert {fact.predicate.value for fact in member_facts(Member("Serbia", "SRB")) if fact.object == serbia} == {
        AG.country
    }
    bodies = [entity for entity in report.entities if (AG.country, serbia.value) in said(entity)]
    assert [entity.id for entity in bodies] == ["serbian-ministry-of-interior"]


def test_a_country_is_one_of_the_list(copy: Path) -> None:
    listed(copy.parent, "prefix: x\nsource: y\nCompany:\n  lake: {label: Lake, country: https://example.org/serbia}\n")
    spoken_of(copy, "international, romania, roster", "lake cooperatesWith romania")
    with pytest.raises(ShapeError, match="A country is named as in the EU's list of countries"):
        check(read_report(copy))
