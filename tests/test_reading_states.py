"""How far a section is read: from its claims to the graph, and beside whatever is said to be missing."""

import csv
import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import ShapeError
from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.reports import Claim, Mark, Passage, Report, Section, Span
from alliancegraph.graph.model.states import ANSWERED, BLANK, IN_PART, NOT_YET, READ
from alliancegraph.loaders.claims.sentencecoverage import coverage, with_readings
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG
from alliancegraph.queries.answers.formats import formatted
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.asking.binding import bind
from alliancegraph.queries.asking.parameters import terms
from alliancegraph.queries.library import SAMPLE, Question, all_questions, find_question
from alliancegraph.queries.sources import unread
from alliancegraph.viz.answer.page import answer_page
from tests.assembling import check
from tests.conftest import ROMANIA, copied

INPUTS = Path(__file__).parent / "inputs"
HALF = INPUTS / "half" / "estonia-2014.txt"
TRAINED = "The police trained 12 officers."
CODE = "The Ministry of Justice adopted a new code in 2013."
Row = dict[str, str]


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of a report of which one answered section in three is read."""
    out = tmp_path_factory.mktemp("half") / "build"
    assert main(["build", str(HALF), "--out", str(out)]) == 0
    return out


def readings(report: Report) -> dict[str, str]:
    """Return the reading state of each section in which something stands."""
    return {s.code: local_name(s.reading.value) for s in report.sections if s.state != BLANK}


def rows(store: Store, question: str, **values: str) -> list[Row]:
    answer = ask(store, find_question(question), values)
    return [{name: "" if value is None else str(value) for name, value in dict(row).items()} for row in answer]


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def written(folder: Path, answer: str) -> Report:
    """Return the half-read form with another answer to 2.1/B, and no claims."""
    path = folder / HALF.name
    path.write_text(HALF.read_text(encoding="utf-8").replace(CODE, answer), encoding="utf-8")
    return read_report(path)


def quoting(report: Report, section: str, *quotes: str, marked: bool = False) -> Section:
    """Return the section as it is read where those words alone are quoted, or marked as stating nothing."""
    own = next(s for s in report.sections if s.code == section)
    starts = [report.source.text.index(words, own.body.start) for words in quotes]
    spans = [Span(start, start + len(words)) for start, words in zip(starts, quotes, strict=True)]
    claims = tuple(Claim(str(n), Passage(own.iri, "", span), ()) for n, span in enumerate(spans))
    marks = tuple(Mark(span, "wish") for span in spans)
    read = replace(report, marks=marks) if marked else replace(report, claims=claims)
    return next(s for s in with_readings(read).sections if s.code == section)


# From claims to states


def test_a_section_is_as_far_read_as_its_sentences_are_accounted_for() -> None:
    report = read_report(HALF)
    assert readings(report) == {"1.1/A": "read", "2.1/B": "not-yet", "4.1/A": "not-yet"}
    assert report.reading == IN_PART


def test_all_that_is_answered_in_the_shipped_report_is_read(report: Report) -> None:
    assert set(readings(report).values()) == {"read"}
    assert len(readings(report)) == 14
    assert report.reading == READ


def test_a_report_without_claims_is_not_yet_read_and_blank_where_it_is_blank(tmp_path: Path) -> None:
    report = written(tmp_path, CODE)
    assert set(readings(report).values()) == {"not-yet"}
    assert {s.reading for s in report.sections if s.state == BLANK} == {READ}
    assert report.reading == NOT_YET


@pytest.mark.parametrize("marked", [False, True])
def test_quotes_and_marks_read_a_section_together(tmp_path: Path, marked: bool) -> None:
    report = written(tmp_path, f"{TRAINED} {CODE}")
    assert quoting(report, "2.1/B", TRAINED, marked=marked).reading == IN_PART
    assert quoting(report, "2.1/B", TRAINED, CODE, marked=marked).reading == READ
    assert quoting(report, "2.1/B", f"{TRAINED} {CODE}", marked=marked).reading == READ


@pytest.mark.parametrize("quote", [f"{TRAINED} The", f"officers. {CODE}"])
def test_a_quote_that_reaches_into_its_neighbour_does_not_read_it(tmp_path: Path, quote: str) -> None:
    assert quoting(written(tmp_path, f"{TRAINED} {CODE}"), "2.1/B", quote).reading == IN_PART


@pytest.mark.parametrize("marked", [False, True])
def test_a_long_sentence_of_which_little_is_quoted_is_read_in_part(tmp_path: Path, marked: bool) -> None:
    rest = "which the courts, the prosecutors and the police apply in all counties of the country since the spring"
    report = written(tmp_path, f"The Ministry adopted a code, {rest}.")
    assert quoting(report, "2.1/B", "The Ministry adopted a code", marked=marked).reading == IN_PART
    assert quoting(report, "2.1/B", "The Ministry adopted a code", rest, marked=marked).reading == READ


@pytest.mark.parametrize("answer", ["12", "2013: 12\n2014: 15", "12 / 15 / 2014"])
def test_an_answer_in_numbers_is_not_read_by_having_no_sentence(tmp_path: Path, answer: str) -> None:
    report = written(tmp_path, answer)
    assert readings(report)["2.1/B"] == "not-yet"
    assert quoting(report, "2.1/B", answer).reading == READ


def test_numbers_between_sentences_have_to_be_accounted_for(tmp_path: Path) -> None:
    report = written(tmp_path, f"{TRAINED}\n\n2013 12\n\n{CODE}")
    assert quoting(report, "2.1/B", TRAINED, CODE).reading == IN_PART
    assert quoting(report, "2.1/B", TRAINED, "2013 12", CODE).reading == READ


def test_what_the_form_repeats_at_a_page_top_leaves_a_blank_section_blank(tmp_path: Path) -> None:
    heading = (
        "Policy Target No. 2\n\nEnhancing efforts to investigate cases of child sexual abuse online and to identify "
    )
    report = written(tmp_path, f"\n3\n\f{heading}and prosecute offenders.")
    blank = next(s for s in report.sections if s.code == "2.1/B")
    assert report.source.text.count("prosecute offenders") == HALF.read_text(encoding="utf-8").count(
        "prosecute offenders"
    )
    assert (blank.state, blank.reading) == (BLANK, READ)
    assert "2.1/B" not in {row.section for row in coverage(report)}


ROMANIAN = read_report(ROMANIA)


@given(st.sets(st.integers(0, len(ROMANIAN.claims) - 1)), st.sets(st.integers(0, len(ROMANIAN.claims) - 1)))
def test_more_claims_never_leave_a_section_less_read(some: set[int], more: set[int]) -> None:
    degree = [NOT_YET, IN_PART, READ]
    few, many = (
        with_readings(replace(ROMANIAN, claims=tuple(ROMANIAN.claims[at] for at in sorted(chosen))))
        for chosen in (some, some | more)
    )
    for before, after in zip(few.sections, many.sections, strict=True):
        assert degree.index(before.reading) <= degree.index(after.reading)
    unread = {row.section for row in coverage(few) if not row.is_read}
    assert {s.code for s in few.sections if s.reading != READ} == unread


@pytest.mark.parametrize(
    "answer", ["None.", "Nothing to report.", "See 4.1.", "N/A", "There are no measures to report."]
)
def test_a_phrase_that_the_form_knows_accounts_for_itself(tmp_path: Path, answer: str) -> None:
    report = written(tmp_path, answer)
    assert readings(report) == {"1.1/A": "not-yet", "2.1/B": "read", "4.1/A": "not-yet"}
    assert report.reading == NOT_YET
    (row,) = (row for row in coverage(report) if row.section == "2.1/B")
    state = next(s.state for s in report.sections if s.code == "2.1/B")
    assert (row.state, row.reason, row.quoted) == ("marked", (local_name(state.value),), 100)


def test_what_goes_on_behind_a_phrase_is_not_accounted_for(tmp_path: Path) -> None:
    report = written(tmp_path, "Nothing to report, except that the police trained 12 officers in spring.")
    assert readings(report)["2.1/B"] == "not-yet"


def test_a_report_is_read_where_all_but_its_phrases_is_quoted(tmp_path: Path) -> None:
    for name in ("estonia-2014.claims.yaml", "estonia/o.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((HALF.parent / name).read_bytes())
    path = tmp_path / HALF.name
    text = HALF.read_text(encoding="utf-8").replace(CODE, "None.")
    path.write_text(
        text.replace("No measures under this goal had been announced.", "Not applicable."), encoding="utf-8"
    )
    assert read_report(path).reading == READ


# In the graph


def test_the_state_of_a_report_follows_from_its_sections(everything: Path) -> None:
    store = Store.open(everything / "store")
    found = list(store.select(f"SELECT ?r ?s ?state ?how {{ ?s a <{AG.Section}> ; <{AG.report}> ?r ; "
                              f"<{AG.state}> ?state ; <{AG.readingState}> ?how }} ORDER BY ?r"))  # fmt: skip
    by_report = {report: [*own] for report, own in groupby(found, key=lambda row: row["r"])}
    assert len(by_report) == 6
    states = {report: store.value(report, AG.readingState) for report in by_report}
    assert {*states.values()} == {READ, IN_PART, NOT_YET}
    for report, own in by_report.items():
        filled = {row["how"] for row in own if row["state"] == ANSWERED or row["how"] != READ}
        assert states[report] == (filled.pop() if len(filled) == 1 else IN_PART)


def test_sections_csv_says_how_far_each_is_read(half: Path) -> None:
    with (half / "sections.csv").open(encoding="utf-8", newline="") as file:
        found = {row["section"]: (row["state"], row["reading"]) for row in csv.DictReader(file)}
    assert found.pop("2.1/B") == ("answered", "not-yet")
    assert found.pop("4.1/A") == ("nothing-to-report", "not-yet")
    assert found.pop("1.1/A") == ("answered", "read")
    assert set(found.values()) == {("blank", "")}


def test_a_blank_section_is_in_no_reading_state_for_those_who_count(half: Path) -> None:
    sections = ag.open(half).ask("sections").to_pandas()
    assert sections.groupby("readingName").size().to_dict() == {"read": 1, "not yet read": 2}


# Beside what is missing


def reasons(found: Iterable[Row]) -> dict[str, str]:
    return {row["section"]: row["reason"] for row in found}


def test_goals_without_action_name_blank_and_unread_sections(half: Path) -> None:
    found = rows(Store.open(half / "store"), "no-action")
    told = reasons(found)
    assert [told.pop(code) for code in ("2.1/B", "4.1/A")] == ["not yet read", "nothing to report, not yet read"]
    assert set(told.values()) == {"blank"}
    assert len(told) == 16
    assert {(row["sectionsRead"], row["sectionsWritten"]) for row in found} == {("1", "3")}


def no_action(folder: Path, *items: str) -> dict[str, str]:
    """Why no action is reported on goal 2.1 by the half-read report with that answer, and those items on it."""
    for name in ("estonia-2014.claims.yaml", "estonia/o.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes((HALF.parent / name).read_bytes())
    written(folder, f"{TRAINED} {CODE}")
    claims = folder / "estonia-2014.claims.yaml"
    text = claims.read_text(encoding="utf-8") + "  2.1/B:\n" + "".join(f"    - {item}\n" for item in items)
    claims.write_text(text, encoding="utf-8")
    assert main(["build", str(folder / HALF.name), "--out", str(folder / "build")]) == 0
    return reasons(rows(Store.open(folder / "build" / "store"), "no-action", goal="2.1"))


WILLING = f"{{quote: '{CODE}', facts: [Measure m: {{label: A code}}, police supports m: {{status: willing}}]}}"
NOTHING = f"{{quote: '{TRAINED}', nothing: repetition}}"


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        ([NOTHING], "read in part, so far without an action"),
        ([WILLING], "read in part, so far only willing"),
        ([WILLING, NOTHING], "only willing"),
        ([NOTHING, f"{{quote: '{CODE}', nothing: wish}}"], "answered without an action"),
    ],
)
def test_why_no_action_is_reported_goes_as_far_as_we_have_read(tmp_path: Path, items: list[str], reason: str) -> None:
    assert no_action(tmp_path, *items)["2.1/B"] == reason


def test_reports_and_sections_say_how_far_they_are_read(half: Path) -> None:
    (report,) = rows(Store.open(half / "store"), "reports")
    wanted = ("read in part", "2", "21", "1", "3")
    columns = ("reportState", "answered", "sections", "sectionsRead", "sectionsWritten")
    assert tuple(report[name] for name in columns) == wanted
    told = {row["section"]: row["readingName"] for row in rows(Store.open(half / "store"), "sections")}
    assert (told["1.1/A"], told["1.1/B"], told["2.1/B"]) == ("read", "", "not yet read")


def test_a_member_without_a_type_is_the_member_that_reports(half: Path) -> None:
    (row,) = rows(Store.open(half / "store"), "voices")
    assert (row["statedByName"], row["speaksAs"]) == ("Estonia", "the member that reports")


def test_an_empty_answer_names_what_is_not_wholly_read(half: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "ask", "contributors", "--goal", "2.1", "--build", half) == (
        "No rows. Without --goal there is 1 row. Estonia 2014 is read in part.\n"
    )
    answer = ag.open(half).ask("contributors", goal="2.1")
    assert "<p>No rows. Without --goal there is 1 row. Estonia 2014 is read in part.</p>" in answer._repr_html_()


@pytest.mark.parametrize("form", [["--format", "csv"], ["--format", "json"], ["--out", "x.csv"], ["--out", "x.xlsx"]])
def test_unread_reports_are_noted_beside_an_empty_answer_without_room_for_it(
    half: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["ask", "contributors", "--goal", "2.1", "--build", str(half), *form]) == 0
    assert capsys.readouterr().err == "alliancegraph: note: Estonia 2014 is read in part.\n"


def test_an_empty_answer_says_it_once(half: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["ask", "contributors", "--goal", "2.1", "--build", str(half)]
    for form in (["--format", "md"], ["--format", "table"], ["--network", str(tmp_path / "x.html")]):
        assert main([*asked, *form]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert "--network" in form or out.endswith(" Estonia 2014 is read in part.\n")
    assert main(["ask", "contributors", "--goal", "1.1", "--build", str(half), "--format", "csv"]) == 0
    assert capsys.readouterr().err == "alliancegraph: note: Estonia 2014 is read in part.\n"


def test_a_query_of_ones_own_without_an_answer_says_it_too(
    half: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("ASK", "SELECT *", "CONSTRUCT"):
        (tmp_path / "q.rq").write_text(f"{form} {{ ?s a ag:Statistic }}".replace("CONSTRUCT", "CONSTRUCT WHERE"))
        assert main(["query", str(tmp_path / "q.rq"), "--build", str(half)]) == 0
        assert "".join(capsys.readouterr()).count("Estonia 2014 is read in part.") == 1


def test_an_empty_answer_from_what_is_read_says_no_more(build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        said(capsys, "ask", "contributors", "--goal", "2.2", "--role", "wins", "--build", build)
        == "No rows. Without --goal there is 1 row. Without --role there are 6 rows.\n"
    )


def backwards(store: Store) -> set[str]:
    """Return what the query says has changed where the earlier report is the one that is not wholly read."""
    question = find_question("changes")
    years = terms(question, {"member": "Southland", "earlier": "2014", "later": "2015"}, store)
    turned = {**years, "earlier": years["later"], "later": years["earlier"]}
    return {row["change"].value for row in store.select(bind(question.sparql, turned))}


def test_work_missing_from_a_report_read_in_part_is_missing_so_far(sample: Store) -> None:
    found = rows(sample, "changes", member="Southland", earlier="2014", later="2015")
    assert {row["change"] for row in found} == {
        "another status",
        "new",
        "no longer reported, so far as the later report is read",
    }
    assert backwards(sample) == {
        "another status",
        "new, so far as the earlier report is read",
        "no longer reported",
    }


def test_nothing_is_missing_from_a_report_that_is_not_yet_read(tmp_path: Path) -> None:
    read, unread = SAMPLE / "southland-2014.txt", tmp_path / "southland-2015.txt"
    for ending in (".txt", ".yaml"):
        unread.with_suffix(ending).write_bytes((SAMPLE / unread.name).with_suffix(ending).read_bytes())
    assert main(["build", str(read), str(unread), "--out", str(tmp_path / "build")]) == 0
    store = Store.open(tmp_path / "build" / "store")
    assert rows(store, "changes", member="Southland", earlier="2014", later="2015") == []
    assert backwards(store) == set()
    states = {row["state"] for row in rows(store, "promises-followed-up", member="Southland")}
    assert states == {"a later report is loaded and not yet read"}


def test_a_sum_over_an_alliance_stands_beside_the_sections_read(sample: Store) -> None:
    found = rows(sample, "reporting", goal="1.1", year="2015")
    assert {(row["sectionsRead"], row["sectionsWritten"]) for row in found} == {("3", "5")}


def test_the_summary_says_so_far_and_names_what_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = said(capsys, "build", HALF, "--out", tmp_path / "build")
    assert summary.startswith("Estonia 2014: read in part\n")
    assert "    no actor named so far\n" in summary
    assert "no actor named\n" not in summary
    assert "  Sections not yet read: 2.1/B, 4.1/A\n" in summary


def test_the_summary_of_a_report_that_is_read_leaves_nothing_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = said(capsys, "build", copied(tmp_path), "--out", tmp_path / "build")
    assert summary.startswith("Romania 2014: read\n")
    assert "so far" not in summary
    assert "Sections not yet read" not in summary


def test_coverage_gives_the_state_of_each_section(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [re.split(r" {2,}", line.strip()) for line in said(capsys, "coverage", HALF).splitlines()]
    found = {line[0]: line[-1] for line in lines if "/" in line[0] and len(line) == 5}
    assert found == {"1.1/A": "read", "2.1/B": "not yet read", "4.1/A": "not yet read"}


def test_coverage_says_how_many_claims_the_reader_infers(capsys: pytest.CaptureFixture[str]) -> None:
    assert "claims, 11 of them inferred by the reader\n" in said(capsys, "coverage")


def test_whatever_puts_reports_into_a_build_says_how_far_they_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "build"
    summary = said(capsys, "build", *sorted(SAMPLE.glob("northland*.txt")), "--out", out)
    assert "\n  Sections nothing to report: 3.2/B\n" in summary
    assert "\n\nNorthland 2015: read\n" in summary
    assert main(["add", str(HALF), "--out", str(out)]) == 0
    assert "added: Estonia 2014, read in part\n" in capsys.readouterr().err
    said(capsys, "export", tmp_path / "all.nq", "--build", out)
    assert main(["load", str(tmp_path / "all.nq"), "--out", str(tmp_path / "whole")]) == 0
    assert "loaded: 3 reports\n" in capsys.readouterr().err


def test_a_section_in_no_reading_state_does_not_fit_the_model() -> None:
    report = read_report(HALF)
    astray = replace(report.sections[0], reading=NamedNode("urn:read"))
    wrong = replace(report, sections=(astray, *report.sections[1:]))
    with pytest.raises(ShapeError, match="exactly one reading state: read, in-part or not-yet"):
        check(wrong)


# Answers with rows


@pytest.fixture(scope="module")
def unopened(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return the half-read form without its claims."""
    folder = tmp_path_factory.mktemp("unopened")
    shutil.copytree(HALF.parent, folder, dirs_exist_ok=True)
    for claims in folder.glob("*.claims.yaml"):
        claims.unlink()
    assert main(["build", str(folder / HALF.name), "--out", str(folder / "build")]) == 0
    return Store.open(folder / "build" / "store")


OPEN = [question for question in all_questions() if not any(parameter.required for parameter in question.parameters)]


@pytest.mark.parametrize("question", OPEN, ids=lambda question: str(question.name))
def test_rows_that_a_reading_could_add_to_say_what_is_not_read(question: Question, half: Path, unopened: Store) -> None:
    store = Store.open(half / "store")
    answer = ask(store, question, {})
    if question.reads_claims:
        assert answer.about.beside_rows().endswith("Estonia 2014 is read in part.")
        assert not len(answer) or question.makes_graph or "Estonia 2014 is read in part.\n" in str(answer)
    else:
        assert answer.terms == ask(unopened, question, {}).terms
        assert "Estonia 2014 is" not in str(answer)


def test_every_form_of_an_answer_says_so(half: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(Store.open(half / "store"), find_question("contributors"), {})
    said = "Estonia 2014 is read in part."
    assert len(answer) > 0
    for written in (answer._repr_html_(), formatted(answer, "md"), answer_page(answer)):
        assert str(written).count(said) == 1
    for form in ("csv", "json"):
        assert main(["ask", "contributors", "--build", str(half), "--format", form]) == 0
        out, err = capsys.readouterr()
        assert said not in out
        assert f"alliancegraph: note: {said}\n" in err
    assert main(["ask", "contributors", "--build", str(half)]) == 0
    out, err = capsys.readouterr()
    assert said in out
    assert said not in err


def test_only_reports_that_the_answer_may_rest_on_are_named(sample: Store) -> None:
    named = {
        member: ask(sample, find_question("reports"), {"member": member}).about.unread()
        for member in ("Eastland", "Northland", "Southland")
    }
    assert unread(sample) == " ".join(filter(None, named.values()))
    for member, said in named.items():
        assert set(re.findall(r"(\w+) 20", said)) <= {member}
