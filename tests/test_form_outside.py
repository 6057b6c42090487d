"""Text outside the form is quoted, counted and asked for like any other, and is no section of a goal."""

import csv
from pathlib import Path

import pytest

import alliancegraph as ag
from alliancegraph.cli import main
from alliancegraph.graph.errors import ClaimsError, FormError
from alliancegraph.graph.model.looks import Look
from alliancegraph.loaders.claims.sentencecoverage import coverage
from alliancegraph.loaders.form.looking import look
from alliancegraph.loaders.report import read_report

NORWAY = Path(__file__).parent / "inputs" / "outside" / "norway-2020.txt"
RIVER = NORWAY.parent.parent / "river"
RIVER_1 = (RIVER / "r1.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("outside") / "build"
    assert main(["build", str(NORWAY), "--out", str(out)]) == 0
    return out


def copied(folder: Path, old: str, new: str) -> Path:
    """Return a copy of the report in which one text of its claims file is replaced."""
    for path in (NORWAY, NORWAY.with_suffix(".yaml"), NORWAY.with_suffix(".claims.yaml")):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    claims = folder / "norway-2020.claims.yaml"
    text = claims.read_text(encoding="utf-8").replace("[au]", f"[{NORWAY.parent / 'au'}]")
    assert old in text
    claims.write_text(text.replace(old, new), encoding="utf-8")
    river = NORWAY.parent.parent / "river" / "river.yaml"
    (folder / "norway-2020.yaml").write_text(f"form: {river}\n", encoding="utf-8")
    return folder / NORWAY.name


def test_text_outside_the_form_is_quoted_and_counts_as_far_as_it_is_read() -> None:
    report = read_report(NORWAY)
    first, second = (section for section in report.sections if section.code.startswith("outside"))
    assert {claim.passage.section for claim in report.claims} == {first.iri}
    assert [row.state for row in coverage(report) if row.section.startswith("outside")] == ["claimed", "uncovered"]
    assert (first.goal, second.goal) == (None, None)


def test_what_is_quoted_there_is_asked_for_by_its_goal(build: Path) -> None:
    rows = [dict(row) for row in ag.open(build).ask("contributors", goal="2")]
    assert [(str(row["actorName"]), str(row["quote"])) for row in rows] == [
        ("Ministry of fish", "The ministry of fish leads all work on this goal")
    ]


def test_sections_of_the_form_are_counted_without_it_and_the_table_lists_it(build: Path) -> None:
    (report,) = (dict(row) for row in ag.open(build).ask("reports"))
    assert (str(report["sections"]), str(report["reportState"])) == ("4", "read in part")
    with (build / "sections.csv").open(encoding="utf-8", newline="") as file:
        states = {row["section"]: row["state"] for row in csv.DictReader(file)}
    assert {code for code, state in states.items() if state == "outside"} == {"outside-1", "outside-2"}


def test_a_claim_there_names_its_goal(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"claims\.yaml:\d+: no goal in outside-1; .*`goal: 1\.1`"):
        read_report(copied(tmp_path, ', goal: "2"}', "}"))


def test_each_text_is_quoted_by_its_own_code_too(tmp_path: Path) -> None:
    assert len(read_report(copied(tmp_path, "outside:", "outside-1:")).claims) == 2
    with pytest.raises(ClaimsError, match="It occurs in outside-1"):
        read_report(copied(tmp_path, "outside:", "outside-2:"))


BEHIND = {
    "\n\nContact\nKari Nordmann\n": "Contact",
    "\nContact: Kari Nordmann\n": "Contact: Kari Nordmann",
    "\n\nOslo, 3 May 2020\n\nKari Nordmann\nDirector\n": "Oslo, 3 May 2020",
    "\nDone at Oslo on 3 May.\nKari Nordmann\n": "Done at Oslo on 3 May.",
    "\nANNEXES\nThe Glomma is long.\n": "ANNEXES",
    "\nAnnex A: Rivers\nThe Glomma is long.\n": "Annex A: Rivers",
    "\n\nLIST OF PARTICIPANTS\nThe Glomma is long.\n": "LIST OF PARTICIPANTS",
    "\nC) Further remarks\nThe Glomma is long.\n": "C) Further remarks",
    "\nGoal 3: Further remarks\nThe Glomma is long.\n": "Goal 3: Further remarks",
    "\n\nSignature: ________\nName: Kari\n": "Signature: ________",
}
WITHIN = (
    "\n1. One thing\n2. Another thing\n3. C\n",
    "\nAnnex A of the law was changed.\n",
    "\nContact with schools was made.\n",
    "\n\nNOTHING TO REPORT\n",
)


def seen(folder: Path, text: str) -> Look:
    """Return the look of a report on the river form."""
    (folder / "norway-2020.txt").write_text(text, encoding="utf-8")
    return look(folder / "norway-2020.txt", str(RIVER / "river.yaml"))


@pytest.mark.parametrize(("behind", "heading"), BEHIND.items())
def test_what_follows_the_form_ends_its_last_answer(tmp_path: Path, behind: str, heading: str) -> None:
    report = seen(tmp_path, RIVER_1.rstrip() + behind)
    assert report.sections[-1].characters == len("Two ponds.")
    assert [warning.what for warning in report.warnings if warning.code == "heading-unknown"] == [
        f"'{heading}' is no heading of the form"
    ]
    below = behind.strip().removeprefix(heading).strip()
    outside = [warning.what for warning in report.warnings if warning.code == "outside"]
    assert outside == ([f"text outside the sections: '{' '.join(below.split())}'"] if below else [])


@pytest.mark.parametrize("behind", WITHIN)
def test_an_answer_goes_on_where_no_heading_follows_it(tmp_path: Path, behind: str) -> None:
    report = seen(tmp_path, RIVER_1.rstrip() + behind)
    assert (report.sections[-1].characters, report.warnings) == (len("Two ponds." + behind.rstrip()), ())


def test_titles_in_capitals_that_other_answers_have_too_end_none(tmp_path: Path) -> None:
    titled = "Two ponds.\n\nWEIRS AND MILLS\nThree weirs."
    before, heading, behind = RIVER_1.rstrip().replace("Two ponds.", titled).partition("Goal 2")
    text = before.replace("next: a weir.", f"next\n{titled}") + heading + behind
    report = seen(tmp_path, text)
    assert [section.characters for section in report.sections[1::2]] == [len(titled)] * 2
    assert report.warnings == ()


@pytest.mark.parametrize("words", ["We thank the secretariat.", "We thank the secretariat for\nits help."])
def test_a_sentence_above_the_form_is_warned_of_and_can_be_quoted(tmp_path: Path, words: str) -> None:
    first, heading, rest = RIVER_1.partition("\nGoal 1")
    report = seen(tmp_path, f"{first}\n{words}{heading}{rest}")
    assert [(warning.code, warning.line) for warning in report.warnings] == [("outside", 3)]
    read = read_report(tmp_path / "norway-2020.txt", form_name=str(RIVER / "river.yaml"))
    (outside,) = (section for section in read.sections if section.code == "outside-1")
    assert read.source.text[outside.body.start : outside.body.end].strip() == words


def test_names_and_dates_above_the_form_are_no_sentences(tmp_path: Path) -> None:
    first, heading, rest = RIVER_1.partition("\nGoal 1")
    above = "Ministry of fish\nReporting period: 2019-2020\nSubmitted 3.5.2020"
    assert seen(tmp_path, f"{first}\n{above}{heading}{rest}").warnings == ()


PAGES = """\
River form 2020
Norway
Goal 1: Cleaner water
A) What was done{0}
\fB) What comes next{1}
\fGoal 2: More fish
A) What was done{2}
\fB) What comes next{3}
"""


@pytest.mark.parametrize(
    ("answers", "states", "codes"),
    [
        (["\nBy the board"] * 4, ["answered"] * 4, ["answer-at-edge"] * 4),
        (["\n\nBy the board"] * 4, ["blank"] * 4, ["furniture-removed", *["blank-by-furniture"] * 4]),
        (["\n1", "\n2", "\n3", "\n4"], ["blank"] * 4, ["furniture-removed", *["blank-by-furniture"] * 4]),
        (["\nRiver form 2020"] * 4, ["blank"] * 4, ["furniture-removed", *["blank-by-furniture"] * 4]),
        (
            ["\nTrees.\nThe rivers", "\nThe rivers", "\nPonds.\nThe rivers", "\nFish.\nThe rivers"],
            ["answered", "blank", "answered", "answered"],
            ["furniture-removed"],
        ),
        (
            ["\nTrees.\nThe rivers", "\nThe rivers", "\nPonds.\nThe rivers", "\nThe rivers"],
            ["answered", "blank", "answered", "blank"],
            ["furniture-removed", *["blank-by-furniture"] * 2],
        ),
    ],
)
def test_no_answer_leaves_as_a_footer_unless_it_is_told(
    tmp_path: Path, answers: list[str], states: list[str], codes: list[str]
) -> None:
    report = seen(tmp_path, PAGES.format(*answers))
    assert [section.state for section in report.sections] == states
    assert [warning.code for warning in report.warnings] == codes


def test_a_lone_number_at_a_page_end_answers_the_question_before_it(tmp_path: Path) -> None:
    report = seen(
        tmp_path,
        PAGES.format("", "\n14", "\n7", "\n9")
        .replace("\f", "", 1)
        .replace("\fB) What comes next\n9", "B) What comes next\n9"),
    )
    assert [section.state for section in report.sections] == ["blank", "answered", "answered", "answered"]
    assert [(warning.code, warning.page, warning.line) for warning in report.warnings] == [("answer-at-edge", 1, 6)]


def test_messages_about_pages_name_page_and_line(tmp_path: Path) -> None:
    path = copied(tmp_path, "The ministry of fish leads all work on this goal", "None")
    text = NORWAY.read_text(encoding="utf-8").replace("Goal 2: More fish", "\fGoal 2: More fish")
    path.write_text(text.replace("2020", ""), encoding="utf-8")
    with pytest.raises(FormError, match=r"norway-2020\.txt:page 1, line 3: no year; "):
        read_report(path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(
        ClaimsError, match=r"It occurs in 1/B \(page 1, line 7\), 2/B \(page 2, line 6\): move it there"
    ):
        read_report(path)
    path.write_text(text.replace("this goal.", "this goal. None. None."), encoding="utf-8")
    with pytest.raises(ClaimsError, match=r"occurs 2 times in outside-1 \(page 2, line 2; page 2, line 2\);"):
        read_report(path)
