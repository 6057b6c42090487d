"""The form is found in the text, however the extractor or the member printed its headings."""

from pathlib import Path

import pytest

from alliancegraph.graph.errors import FormError
from alliancegraph.loaders.documents.document import Document, read_document
from alliancegraph.loaders.form.sections import Form, read_form, recognise
from alliancegraph.loaders.form.template import find_template, read_template
from tests.conftest import ROMANIA

TEMPLATE = read_template(find_template(Path(), "global-alliance-2014"))
BLANK = {"2.1/C", "2.2/B", "3.2/A", "4.1/B", "4.1/C", "4.2/A", "4.2/B"}


def form(text: str) -> Form:
    return read_form(Document(Path("report.txt"), text, ""), TEMPLATE)


def filled(**answers: str) -> str:
    """Return a form with answers by section (`s21A`), each heading on one line."""
    lines = [TEMPLATE.title.format(year=2014), "ATLANTIS"]
    for target in TEMPLATE.scheme.targets:
        lines.append(f"Policy Target No. {target.number} {target.words}")
        for goal in TEMPLATE.scheme.goals:
            if goal.number.startswith(target.number):
                lines.append(f"Operational Goal: {goal.words}")
                for heading in TEMPLATE.headings[-3:]:
                    lines.append(f"{heading.lead} {heading.words}")
                    lines.append(answers.get(f"s{goal.number.replace('.', '')}{heading.key}", ""))
    return "\n".join(lines)


def states(read: Form) -> dict[str, str]:
    return {section.code: section.state for section in read.sections}


@pytest.fixture(scope="module")
def text() -> str:
    return read_document(ROMANIA).text


def test_the_real_report_has_all_sections_with_their_state(text: str) -> None:
    read = form(text)
    assert len(read.sections) == 21
    assert {code for code, state in states(read).items() if state == "blank"} == BLANK
    assert {state for code, state in states(read).items() if code not in BLANK} == {"answered"}
    assert (read.year, read.preamble) == (2014, ("ROMANIA",))


def test_the_real_report_is_recognised(text: str) -> None:
    assert recognise(Document(ROMANIA, text, "")).id == "global-alliance-2014"


def test_bodies_hold_the_answers_and_no_heading(text: str) -> None:
    bodies = {s.code: " ".join(text[s.body.start : s.body.end].split()) for s in form(text).sections}
    assert bodies["1.1/A"].startswith("Romania committed to improve")
    assert bodies["1.1/A"].endswith("special preventive measures.")
    assert bodies["4.2/C"].startswith("The Ministry of Informational Society")
    assert not any("Operational Goal" in body or "Please " in body for body in bodies.values())


def test_headings_are_found_on_one_line_and_wrapped_narrowly() -> None:
    one_line = filled(s21B="The national legislation has changed.")
    assert states(form(one_line))["2.1/B"] == "answered"
    narrow = "\n\n".join(
        " \n\n".join(" ".join(words[i : i + 6]) for i in range(0, len(words), 6))
        for words in (line.split() for line in one_line.splitlines())
        if words
    )
    assert states(form(narrow)) == states(form(one_line))


def test_a_heading_repeated_at_a_page_top_is_not_the_answer() -> None:
    repeated = "C) Please indicate specific actions that your country will undertake as a follow-up"
    read = form(filled(s21C=f"\f{repeated}\n"))
    assert states(read)["2.1/C"] == "blank"
    read = form(filled(s21C=f"We will train officers.\n\f{repeated}\nAnd more of them."))
    assert states(read)["2.1/C"] == "answered"
    assert len(read.sections) == 21


def test_a_target_repeated_at_a_page_top_keeps_the_section() -> None:
    target = TEMPLATE.scheme.targets[1]
    read = form(filled(s21B=f"One.\n\fPolicy Target No. {target.number} {target.words}\nTwo."))
    body = next(s.body for s in read.sections if s.code == "2.1/B")
    assert "Two." in read.document.text[body.start : body.end]


@pytest.mark.parametrize(
    "reworded",
    [
        "C) Please indicate specific actions that will be undertaken as a follow-up",
        "C. Please indicate the specific actions your country will undertake as follow-up:",
        "(C) PLEASE INDICATE SPECIFIC ACTIONS THAT YOUR COUNTRY WILL UNDERTAKE AS A FOLLOW-UP",
    ],
)
def test_a_slightly_reworded_heading_is_recognised(reworded: str) -> None:
    plain = "C) Please indicate specific actions that your country will undertake as a follow-up"
    assert states(form(filled(s31C="More to come.").replace(plain, reworded)))["3.1/C"] == "answered"
    assert states(form(filled().replace(plain, reworded)))["3.1/C"] == "blank"


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("", "blank"),
        (" \n - \n … \n", "blank"),
        ("Nothing to report.", "nothing-to-report"),
        ("N/A", "nothing-to-report"),
        ("Nothing\u00a0to re\u00adport\u200b¹.", "nothing-to-report"),
        ("“Ｎ/Ａ”", "nothing-to-report"),
        ("Nothing to report at this stage. No measures were announced in 2013.", "nothing-to-report"),
        ("Please see section 2.1/B.", "refers-elsewhere"),
        ("See above", "refers-elsewhere"),
        ("Nothing to report. However, the police trained forty officers.", "answered"),
        ("None of the officers was trained.", "answered"),
        ("Seen from here, all is well.", "answered"),
        (f"See {'also ' * 18}above.", "refers-elsewhere"),
        (f"See {'also ' * 19}above.", "answered"),
        (f"Nothing to report{' so far' * 11}.", "nothing-to-report"),
        (f"Nothing to report{' so far' * 12}.", "answered"),
    ],
)
def test_the_state_of_a_section(answer: str, state: str) -> None:
    assert states(form(filled(s22A=answer)))["2.2/A"] == state


@pytest.mark.parametrize("page", ["\n 2\n\f", "\n\f- 2 -\n", "\n\n  12 \n\f\n"])
def test_a_page_number_at_a_page_break_is_no_answer(tmp_path: Path, page: str) -> None:
    for answer, state in (("", "blank"), ("Nothing to report.", "nothing-to-report")):
        path = tmp_path / "report.txt"
        path.write_text(filled(s21C=f"{answer}{page}"), encoding="utf-8")
        assert states(read_form(read_document(path), TEMPLATE))["2.1/C"] == state


def test_a_number_by_itself_is_an_answer() -> None:
    assert states(form(filled(s21C="\n12\n")))["2.1/C"] == "answered"


def found(read: Form) -> list[tuple[str, int | None]]:
    """Return the codes and lines of what was unsure."""
    return [(notice.code, notice.line) for notice in read.notices]


def test_a_missing_heading_is_named_with_the_line_of_the_last_one_before_it() -> None:
    lines = filled().splitlines()
    cut = next(n for n, line in enumerate(lines) if line.startswith("B)"))
    read = form("\n".join(lines[:cut] + lines[cut + 1 :]))
    assert found(read) == [("heading-missing", 5)]
    assert "section 1.1/B is missing" in read.notices[0].what
    assert len(read.sections) == 20


def test_a_lost_goal_heading_is_told_and_keeps_its_sections() -> None:
    lines = [line for line in filled(s42B="A notice.").splitlines() if "notice and takedown" not in line]
    read = form("\n".join(lines))
    assert [code for code, _ in found(read)] == ["heading-lost"]
    assert states(read)["4.2/B"] == "answered"
    assert len(read.sections) == 21


def test_text_that_is_no_form_is_refused() -> None:
    with pytest.raises(FormError, match="no heading of a known form"):
        recognise(Document(Path("poem.txt"), "Twas brillig, and the slithy toves\n" * 40, ""))
