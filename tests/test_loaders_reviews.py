"""Review states: what is drafted or corrected stays out and is listed, what is disputed stays in and is marked."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from alliancegraph.cli import main
from alliancegraph.graph.assemble.assembly import check, populate
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import AllianceGraphError
from alliancegraph.graph.model.iris import FACTS, mint
from alliancegraph.graph.model.reports import Report
from alliancegraph.graph.model.states import DRAFTED, RECORDED
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, DCTERMS, ORG, RDF, XSD, ReviewWord
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.views.alliance import Views
from tests.conftest import HEAD, entered

HOTLINE = "quote: The new Hotline, developed thru the SaferInternet Project"
OTHER = "quote: is a highly effective mechanism"
FACT = "\n      facts: [hotline partOf sigur-info]"
REPLACED = [ReviewWord.corrected, ReviewWord.amended, ReviewWord.overturned]
DISPUTED = mint("review", ReviewWord.disputed)


def read(copy: Path, *items: str, head: str = HEAD) -> Report:
    entered(copy, *items, head=head)
    return read_report(copy)


def stored(report: Report) -> Store:
    portion = Portion.of(report)
    check(portion)
    store = Store.memory()
    populate(store, [portion])
    return store


def refusal(copy: Path, *items: str, head: str = HEAD) -> str:
    entered(copy, *items, head=head)
    with pytest.raises(AllianceGraphError) as caught:
        read_report(copy)
    return str(caught.value)


def headed(lines: str) -> str:
    return HEAD.replace("sections:", f"{lines}\nsections:")


def said(store: Store) -> set[tuple[str, str]]:
    """Return what is in a review state, by kind, and the word of that state."""
    found = store.match(predicate=AG.reviewState)
    return {(str(quad.subject).split("/")[-2], str(quad.object).split("/")[-1].rstrip(">")) for quad in found}


def test_the_review_state_recorded_is_stated_on_the_report_only(copy: Path) -> None:
    report = read(copy, HOTLINE + FACT)
    assert {claim.review for claim in report.claims} == {None}
    assert said(stored(report)) == {("report", "recorded")}
    views = Views(stored(report))
    assert {views.review_of(fact) for fact in views.facts} == {"recorded"}


def test_the_real_report_has_one_state(report: Report, store: Store) -> None:
    assert report.review
    assert report.review.state == RECORDED
    assert report.left_out == ()
    assert said(store) == {("report", "recorded")}


def test_a_report_without_claims_is_in_no_review_state(copy: Path) -> None:
    copy.with_suffix(".claims.yaml").unlink()
    assert said(stored(read_report(copy))) == set()


def test_a_disputed_claim_stays_and_is_marked_with_day_and_note(copy: Path) -> None:
    review = "\n      review: {state: disputed, on: 2026-11-26, note: Another line is meant.}"
    store = stored(read(copy, HOTLINE + review + FACT, f"{OTHER}\n      facts: [cocd within mia]"))
    assert said(store) == {("report", "recorded"), ("statement", "disputed")}
    (node,) = (quad.subject for quad in store.match(None, AG.reviewState, DISPUTED))
    assert isinstance(node, NamedNode)
    assert store.value(node, AG.reviewNote) == Literal("Another line is meant.", language="en")
    assert store.value(node, AG.reviewedOn) == Literal("2026-11-26", datatype=NamedNode(XSD.date))
    views = Views(store)
    assert {row.predicate for row in claim_rows(views)} == {"partOf", "within"}
    states = {fact.predicate.rsplit("/", 1)[-1].rsplit("#", 1)[-1]: views.review_of(fact) for fact in views.facts}
    assert states == {"isPartOf": "disputed", "subOrganizationOf": "recorded"}


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("{Measure x: {label: X, review: disputed}}", "initiative"),
        ("{hotline partOf sigur-info: {review: disputed}}", "statement"),
        ("{cocd supports hotline: {status: done, review: disputed}}", "contribution"),
        ("{hotline: {purpose: P, review: disputed}}", "statement"),
    ],
)
def test_one_fact_can_be_disputed(copy: Path, fact: str, kind: str) -> None:
    store = stored(read(copy, f"{HOTLINE}\n      facts: [{fact}, cocd within mia]"))
    assert said(store) == {("report", "recorded"), (kind, "disputed")}
    assert all(row.predicate != "reviewState" for row in claim_rows(Views(store)))


def test_a_disputed_inference_is_marked_where_it_stands(copy: Path) -> None:
    item = f"{HOTLINE}\n      inferred because: So it seems.\n      review: disputed{FACT}"
    assert said(stored(read(copy, item))) == {("report", "recorded"), ("derived", "disputed")}


def test_the_nearest_of_fact_quote_section_and_file_holds(copy: Path) -> None:
    head = headed("review: reviewed\nreviews of sections: {1.1/B: disputed}")
    items = (
        f"{HOTLINE}\n      facts: [{{hotline partOf sigur-info: {{review: reviewed}}}}, cocd within mia]",
        f"{OTHER}\n      review: recorded\n      facts: [diicot within public-prosecutors-office]",
    )
    store = stored(read(copy, *items, head=head))
    states = {("report", "reviewed"), ("section", "disputed"), ("statement", "reviewed"), ("statement", "recorded")}
    assert said(store) == states
    views = Views(store)
    assert sorted(views.review_of(fact) for fact in views.facts) == ["disputed", "recorded", "reviewed"]


def test_ids_do_not_depend_on_the_state(copy: Path) -> None:
    one, other = (read(copy, HOTLINE + review + FACT) for review in ("", "\n      review: disputed"))
    assert [claim.id for claim in one.claims] == [claim.id for claim in other.claims]


# What is not taken up


def test_a_drafted_fact_is_not_in_the_graph_and_is_listed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "\n        - hotline partOf sigur-info: {review: drafted}\n        - cocd within mia"
    item = f"{HOTLINE}\n      facts:{facts}"
    path = entered(copy, item)
    report = read_report(copy)
    assert [(out.words, out.state, out.origin) for out in report.left_out] == [
        ("hotline partOf sigur-info", DRAFTED, (path, 8))
    ]
    assert {row.predicate for row in claim_rows(Views(stored(report)))} == {"within"}
    assert main(["build", str(copy), "--out", str(copy.parent / "b")]) == 0
    assert f"{path}:8: not taken up: 'hotline partOf sigur-info' is drafted" in capsys.readouterr().err
    assert main(["coverage", str(copy)]) == 0
    assert f"{path}:8: not taken up: 'hotline partOf sigur-info' is drafted" in capsys.readouterr().out


@pytest.mark.parametrize("lines", ["review: drafted", "reviews of sections: {1.1/B: drafted}"])
def test_a_draft_of_a_file_or_a_section_is_listed_whole(copy: Path, lines: str) -> None:
    taken = f"{OTHER}\n      review: recorded\n      facts: [cocd within mia]"
    report = read(
        copy, HOTLINE + FACT, "{quote: This is a reporting tool, nothing: heading}", taken, head=headed(lines)
    )
    assert [(out.words, out.state) for out in report.left_out] == [
        ("hotline partOf sigur-info", DRAFTED),
        ("nothing: heading", DRAFTED),
    ]
    assert report.marks == ()
    assert len(report.claims) == 1
    assert said(stored(report)) == {("report", "recorded")}


def test_a_draft_may_name_what_is_not_known_but_nothing_rests_on_it(copy: Path) -> None:
    draft = f"{HOTLINE}\n      review: drafted\n      facts: [{{Measure x: {{label: X}}}}, nobody within nothing]"
    assert read(copy, draft).claims == ()
    said = refusal(copy, draft, f"{OTHER}\n      facts: [{{x: {{purpose: P}}}}]")
    assert "unknown id 'x'" in said
    assert "nobody" not in said


@pytest.mark.parametrize("state", REPLACED)
def test_a_replaced_claim_gives_way_to_what_replaces_it(copy: Path, state: str) -> None:
    new = f"{HOTLINE}\n      facts: [{{Measure x: {{label: Right}}}}]"
    (claim,) = read(copy, new).claims
    review = f"review: {{state: {state}, on: 2026-11-26, note: Another line is meant., replaced by: {claim.id}}}"
    report = read(copy, new, f"{OTHER}\n      facts: [{{Measure x: {{label: Wrong, {review}}}}}]")
    (old,) = read(copy, f"{OTHER}\n      facts: [{{Measure x: {{label: Wrong}}}}]").claims
    (now,) = report.claims
    assert (now.id, [each.id for each in now.corrects]) == (claim.id, [old.id])
    assert [(out.words, out.state) for out in report.left_out] == [("Measure x", mint("review", state))]
    store = stored(report)
    assert [quad.object.value for quad in store.match(claim.node, AG.corrects) if isinstance(quad.object, Literal)] == [
        old.id
    ]
    assert {row.object for row in claim_rows(Views(store)) if row.predicate == "label"} <= {"Right"}


@pytest.mark.parametrize("state", REPLACED)
def test_the_iri_of_a_replaced_claim_leads_to_what_replaces_it(copy: Path, state: str) -> None:
    (old,) = read(copy, f"{HOTLINE}\n      facts: [diicot within mia]").claims
    (new,) = read(copy, HOTLINE + FACT).claims
    review = f"{{state: {state}, on: 2026-11-26, note: Another line is meant., replaced by: {new.id}}}"
    report = read(
        copy, f"{HOTLINE}\n      facts: [hotline partOf sigur-info, {{diicot within mia: {{review: {review}}}}}]"
    )
    store = stored(report)
    gone, now = (mint("statement", f"{report.id}-{claim.id}") for claim in (old, new))
    assert {(quad.predicate.value, quad.object) for quad in store.match(gone)} == {
        (RDF.type, NamedNode(AG.ReplacedClaim)),
        (DCTERMS.isReplacedBy, now),
        (AG.reviewState, mint("review", state)),
        (AG.reviewedOn, Literal("2026-11-26", datatype=NamedNode(XSD.date))),
        (AG.reviewNote, Literal("Another line is meant.", language="en")),
    }
    assert not list(store.match(predicate=ORG.subOrganizationOf, graph=FACTS))
    assert {row.predicate for row in claim_rows(Views(store))} == {"partOf"}


def test_what_a_member_has_amended_need_no_longer_be_in_the_report(copy: Path) -> None:
    (new,) = read(copy, HOTLINE + FACT).claims
    review = "{{state: {}, on: 2026-11-26, note: A corrigendum., replaced by: {}}}"
    gone = "quote: Eleven hotlines\n      facts: [{{cocd within mia: {{review: {}}}}}]"
    amended = read(copy, HOTLINE + FACT, gone.format(review.format("amended", new.id)))
    assert [len(claim.corrects) for claim in amended.claims] == [1]
    assert "'Eleven hotlines' is not in" in refusal(
        copy, HOTLINE + FACT, gone.format(review.format("corrected", new.id))
    )


def test_corrections_on_one_line_are_told_apart(copy: Path) -> None:
    one, other = read(copy, f"{HOTLINE}\n      facts: [hotline partOf sigur-info, cocd within mia]").claims
    facts = ", ".join(
        f"{{{word} within mia: {{review: {{state: corrected, on: 2026-11-26, note: N, replaced by: {claim.id}}}}}}}"
        for word, claim in (("diicot", one), ("mis", other))
    )
    now = f"{HOTLINE}\n      facts: [hotline partOf sigur-info, cocd within mia]"
    first, second = read(copy, now, f"{OTHER}\n      facts: [{facts}]").claims
    assert first.corrects != second.corrects
    assert (len(first.corrects), len(second.corrects)) == (1, 1)


@pytest.mark.parametrize(
    ("review", "found"),
    [
        ("checked", "unknown review state 'checked'; expected one of drafted, recorded, reviewed, disputed, corrected"),
        ("corrected", "'corrected' on a claim that nothing replaces"),
        ("{state: corrected, replaced by: abc}", "'corrected' without a day or a reason"),
        ("{state: amended, on: 2026-11-26, replaced by: abc}", "'amended' without a day or a reason"),
        ("{state: corrected, on: 2026-11-26, note: N, replaced by: abc}", "no claim 'abc' that is taken up"),
        ("{state: reviewed, replaced by: abc}", "'replaced by' on a claim that is reviewed"),
        ("{state: reviewed, on: yesterday}", "'yesterday' is not a date"),
        ("{state: reviewed, by: Ana}", "unknown key 'by'"),
        ("{on: 2026-11-26}", "'state' is missing"),
        ("[reviewed]", "found a sequence"),
    ],
)
def test_a_review_that_is_wrong_is_refused_with_its_line(copy: Path, review: str, found: str) -> None:
    assert f".claims.yaml:7: {found}" in refusal(copy, f"{HOTLINE}\n      review: {review}{FACT}")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("review: corrected", ".yaml:4: 'corrected' for a whole file or section"),
        ("review: rewieved", ".yaml:4: unknown review state 'rewieved'"),
        ("reviews of sections: {1.1/A: reviewed}", ".yaml:4: a review of '1.1/A', of which nothing is quoted"),
        ("reviews of sections: {1.1/B: }", ".yaml:4: '1.1/B' is empty"),
    ],
)
def test_so_is_one_of_a_file_or_a_section(copy: Path, lines: str, found: str) -> None:
    assert found in refusal(copy, HOTLINE + FACT, head=headed(lines))


def test_a_mark_makes_no_claim_that_could_be_reviewed(copy: Path) -> None:
    said = refusal(copy, "{quote: This is a reporting tool, nothing: heading, review: disputed}")
    assert ".yaml:6: 'disputed' on a mark; expected no review" in said


def test_a_claim_cannot_be_corrected_and_hold(copy: Path) -> None:
    (claim,) = read(copy, HOTLINE + FACT).claims
    review = f"{{state: corrected, on: 2026-11-26, note: N, replaced by: {claim.id}}}"
    again = f"{HOTLINE}\n      review: {review}{FACT}"
    assert f"the corrected claim {claim.id} is also entered as a valid one" in refusal(copy, HOTLINE + FACT, again)
