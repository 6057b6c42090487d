"""Authority lists may name members, the one that reports too, and say what an alliance has received."""

from pathlib import Path

import pytest

from graph.errors import ClaimsError
from graph.iris import mint
from graph.model import Entity, Report
from loaders.authority import read_lists
from loaders.report import read_report
from ontology.terms import AG, SKOS
from ontology.vocabulary import Vocabulary
from tests.conftest import entered

HEAD = "report: romania-2014\nauthority: [international, romania, roster]\nrecorded by: a test\nsections:\n"


def listed(folder: Path, text: str) -> dict[str, Entity]:
    (folder / "roster").mkdir(exist_ok=True)
    (folder / "roster" / "members.yaml").write_text(text, encoding="utf-8")
    return {entity.id: entity for entity in read_lists([folder / "roster"], Vocabulary.load())}


def said(entity: Entity) -> set[tuple[str, str]]:
    return {(fact.predicate.value, fact.object.value) for fact in entity.facts}


def test_a_country_has_the_name_that_its_reports_give_it(tmp_path: Path) -> None:
    entity = listed(tmp_path, "prefix: x\nsource: y\nMember:\n  moldova: {label: MDA, name: The Republic}\n")["moldova"]
    assert entity.iri == mint("member", "mda")
    assert {(SKOS.prefLabel, "Moldova"), (SKOS.notation, "MDA"), (SKOS.altLabel, "The Republic")} < said(entity)
    assert (SKOS.prefLabel, "MDA") not in said(entity)


def test_a_member_that_is_no_country_says_so(tmp_path: Path) -> None:
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


def test_another_thing_cannot_take_the_reporting_members_id(copy: Path) -> None:
    listed(copy.parent, "prefix: x\nNGO:\n  romania: {label: Romania Society}\n")
    entered(
        copy,
        "{quote: Republic of Moldova, nothing: place}",
        section="3.2/B",
        head=HEAD.replace("international, romania, ", ""),
    )
    with pytest.raises(ClaimsError, match="the id 'romania' is taken"):
        read_report(copy)


def test_the_shipped_list_has_only_what_the_report_proves(report: Report) -> None:
    found = [entity for entity in report.entities if entity.cls.value == AG.Submission]
    assert [(AG.year, "2013") in said(entity) for entity in found] == [True]
    assert "your country’s 2013 report" in " ".join(report.source.text.split())
