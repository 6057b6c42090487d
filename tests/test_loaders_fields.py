"""What stands behind keys: nothing empty, a field that its class has a place for, a thing of the right class."""

from pathlib import Path

import pytest

from alliancegraph.graph.errors import AllianceGraphError, ShapeError
from alliancegraph.loaders.authority import read_lists
from alliancegraph.loaders.claims.fields import SOURCE, fields
from alliancegraph.loaders.report import read_report
from alliancegraph.loaders.yamlfile import read_yaml
from alliancegraph.ontology.terms import AG, ELI, RDFS
from alliancegraph.ontology.vocabulary import Vocabulary
from tests.assembling import check
from tests.conftest import HEAD, entered

QUOTE = "quote: The new Hotline, developed thru the SaferInternet Project\n      facts:\n        - "
VOCABULARY = Vocabulary.load()


def refused(copy: Path, fact: str) -> str:
    path = entered(copy, QUOTE + fact)
    with pytest.raises(AllianceGraphError) as caught:
        read_report(copy)
    said = str(caught.value)
    assert said.startswith(f"{path}:8: ")
    return said


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("Training x: {label: y, count: 3}", "'count' on something of class Training, which has no such field"),
        ("Meeting x: {label: y, unit: people}", "'unit' on something of class Meeting"),
        ("Measure x: {label: y, claimId: z}", "'claimId' on something of class Measure"),
        ("Measure x: {label: y, start: 3}", "'start' on something of class Measure"),
        ("cocd: {counted: officers}", "'counted' on something of class PublicOrganisation"),
        ("cocd delivers hotline: {status: done, unit: officers}", "'unit' on something of class Contribution"),
        ("Promise x: {label: y, announcedIn: 2013}", "'announcedIn' on something of class Promise"),
        ("cocd repeals hotline", "'repeals' on something of class PublicOrganisation"),
        ("hotline within cocd", "'within' on something of class Service"),
    ],
)
def test_a_field_needs_a_place_in_its_class(copy: Path, fact: str, found: str) -> None:
    assert found in refused(copy, fact)
    assert "expected a field of" in refused(copy, fact)


@pytest.mark.parametrize("cls", ["Tally", "Account", "Report", "Section", "Passage", "Status", "Agent", "Rule"])
def test_what_programs_write_is_no_class_of_claims(copy: Path, cls: str) -> None:
    assert f"unknown class '{cls}'; expected a class that facts can be about" in refused(copy, f"{cls} x: {{label: y}}")


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("cocd delivers hotline: {status: done, place: interpol}", "'interpol', which is of class PublicOrganisation"),
        (
            "hotline basedOn cocd",
            "'cocd', which is of class PublicOrganisation; expected something of class Initiative",
        ),
        ("cocd cooperatesWith hotline", "'hotline', which is of class Service; expected something of class Agent"),
    ],
)
def test_a_property_leads_to_things_of_its_class(copy: Path, fact: str, found: str) -> None:
    assert found in refused(copy, fact)


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        *[
            (f"Measure x: {{label: {nothing}}}", "'label' is empty")
            for nothing in ("", "~", "null", "''", '" "', '"\u200b"')
        ],
        ("Measure x: {label: y, description: }", "'description' is empty"),
        ("cocd: {name: [a, '']}", "found nothing here; expected a text"),
        ("cocd: {name: []}", "an empty list; expected at least one element"),
        ("cocd delivers hotline: {status: }", "'status' is empty"),
        ("Measure a/b: {label: y}", "'a/b' is not a short name"),
        ("cocd delivers hotline: {status: finished}", "unknown status 'finished'; expected one of done, ongoing,"),
        ("Measure x: {label: y, audience: pensioners}", "unknown audience 'pensioners'; expected one of children,"),
        ("cocd delivers hotline: {status: done, representatives: ٣}", "found '٣'; expected a whole number"),
        ("cocd delivers hotline: {status: done, representatives: 1_0}", "found '1_0'; expected a whole number"),
        ("cocd delivers hotline: {status: done, period: 2014-00}", "'2014-00' is not in the calendar"),
        ("cocd delivers hotline: {status: done, period: 2013/2014}", "or one school year"),
    ],
)
def test_nothing_empty_and_nothing_that_is_not_there(copy: Path, fact: str, found: str) -> None:
    assert found in refused(copy, fact)


def test_the_days_of_a_promise_are_those_of_its_new_time(copy: Path) -> None:
    entered(copy, QUOTE + "Promise x: {label: y, period: autumn 2015, firstDue: 2014}")
    (claim,) = read_report(copy).claims
    times = (AG.firstDue, AG.period, AG.earliest, AG.latest)
    days = [[object.value for object in claim.objects(predicate)] for predicate in times]
    assert days == [["2014"], ["autumn 2015"], ["2015-09-01"], ["2015-12-21"]]


def test_a_first_date_is_a_period(copy: Path) -> None:
    assert "'soon' is no period" in refused(copy, "Promise x: {label: y, firstDue: soon}")


def test_words_for_nothing_are_texts_in_quotation_marks(copy: Path) -> None:
    entered(copy, QUOTE + "cocd: {name: ['null', \"~\"]}")
    assert [claim.facts[0].object.value for claim in read_report(copy).claims] == ["null", "~"]


@pytest.mark.parametrize(("quote", "line"), [("quote:", 6), ("quote: ''", 6), ("quote: ~", 6)])
def test_an_empty_quote_is_refused(copy: Path, quote: str, line: int) -> None:
    path = entered(copy, f"{quote}\n      facts: [cocd within mia]")
    with pytest.raises(AllianceGraphError) as caught:
        read_report(copy)
    assert f"{path}:{line}: 'quote' is empty" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Company:\n  x: {label: }\n", "list.yaml:2: 'label' is empty"),
        ("Company:\n  x:\n", "list.yaml:2: 'x' is empty"),
        ("Company:\n  x: {label: y, count: 3}\n", "list.yaml:2: 'count' on something of class Company"),
        ("prefix: #x\nCompany:\n  x: {label: y}\n", "list.yaml:1: '#x' is cut off"),
        ("LegalResource:\n  x: {label: y, inForceFrom: 20140201}\n", "list.yaml:2: '20140201' is not a date"),
        ("LegalResource:\n  x: {label: y, noLongerInForce: 0001-01-01}\n", "'0001-01-01' has no day before it"),
        ("LegalResource:\n  x: {label: y, yearOfAct: '２０１４'}\n", "list.yaml:2: found '２０１４'"),
    ],
)
def test_lists_are_read_as_strictly(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    assert found in str(read_lists([tmp_path], VOCABULARY).slips[0])


@pytest.mark.parametrize("said", ["inForceUntil: 2014-02-28", "noLongerInForce: 2014-03-01"])
def test_the_last_day_in_force_is_given_as_it_is_or_by_the_day_after(tmp_path: Path, said: str) -> None:
    (tmp_path / "list.yaml").write_text(f"LegalResource:\n  x: {{label: y, {said}}}\n", encoding="utf-8")
    (act,) = read_lists([tmp_path], VOCABULARY).entities
    dates = {fact.predicate.value: fact.object.value for fact in act.facts if fact.object.value.startswith("2014")}
    assert dates == {ELI.date_no_longer_in_force: "2014-02-28"}


@pytest.mark.parametrize("name", ["list.yml", "list.YAML"])
def test_lists_have_either_ending(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Company:\n  x: {label: y}\n", encoding="utf-8")
    assert [thing.id for thing in read_lists([tmp_path], VOCABULARY).entities] == ["x"]


def test_so_have_the_files_beside_a_report(copy: Path) -> None:
    claims = entered(copy, QUOTE + "hotline partOf sigur-info")
    claims.rename(claims.with_suffix(".yml"))
    copy.with_suffix(".yaml").rename(copy.with_suffix(".yml"))
    assert len(read_report(copy).claims) == 1
    entered(copy, QUOTE + "hotline partOf sigur-info")
    with pytest.raises(AllianceGraphError, match=r"romania-2014.claims.yaml and romania-2014.claims.yml; expected one"):
        read_report(copy)


def test_fields_and_classes_are_the_ontologys() -> None:
    written = {cls.text(): [word.text() for word in words.elements()] for cls, words in read_yaml(SOURCE).pairs()}
    assert set(written) <= set(VOCABULARY.classes)
    assert {word for words in written.values() for word in words} <= {*VOCABULARY.properties, *VOCABULARY.days_after}
    for cls, words in written.items():
        domains = {domain for word in words for domain in VOCABULARY.index.all(VOCABULARY.prop(word), RDFS.domain)}
        assert all(VOCABULARY.is_a(VOCABULARY.cls(cls), domain) for domain in domains), cls


def test_a_narrower_class_has_the_fields_of_its_wider_ones() -> None:
    assert "label" in fields(VOCABULARY.cls("Training"), VOCABULARY)
    assert "within" in fields(VOCABULARY.cls("NGO"), VOCABULARY)
    assert fields(VOCABULARY.cls("Tally"), VOCABULARY) == ()


def misfits(copy: Path, *facts: str, head: str = HEAD) -> list[str]:
    entered(copy, QUOTE + "\n        - ".join(facts), head=head)
    with pytest.raises(ShapeError) as caught:
        check(read_report(copy))
    return str(caught.value).splitlines()


def test_a_finding_names_the_property_its_words_and_the_line(copy: Path) -> None:
    (said,) = misfits(copy, "cocd: {name: A}", "cocd delivers hotline: {status: [done, ongoing]}")
    assert said.startswith(f"{copy.with_suffix('.claims.yaml')}:9: Contribution '")
    assert "does not fit the model: its status is done and ongoing; expected this to be so: A contribution has" in said
    assert f"(one of {', '.join(Vocabulary.load().concepts(AG.Status))})" in said


def test_a_finding_names_what_is_missing(copy: Path) -> None:
    (said,) = misfits(copy, "Meeting x: {period: 2013}")
    assert (
        f"{copy.with_suffix('.claims.yaml')}:8: Meeting 'romania-2014-x' does not fit the model: it has no label"
        in said
    )


def test_a_finding_on_a_thing_of_the_lists_is_at_the_claim_that_says_it(copy: Path) -> None:
    (said,) = misfits(copy, "cocd within mia", "cocd: {label: Another}")
    assert said.startswith(f"{copy.with_suffix('.claims.yaml')}:9: PublicOrganisation '")
    assert "its label is Another and Countering Organized Criminality Directorate" in said


def test_a_finding_on_a_list_entry_names_its_line(copy: Path) -> None:
    (copy.parent / "own").mkdir()
    (copy.parent / "own" / "list.yaml").write_text("prefix: x\nCompany:\n  y: {label: Y}\n  z: {name: Z}\n")
    (said,) = misfits(copy, "cocd within mia", head=HEAD.replace("romania]", "romania, own]"))
    assert said.startswith(
        f"{copy.parent / 'own' / 'list.yaml'}:4: Company 'x-z' does not fit the model: it has no label"
    )
