"""Forms of many shapes: each heading is found where it is, and no text gets lost or into another section."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from alliancegraph.graph.model.reports import Span
from alliancegraph.loaders.documents.document import Document, read_document
from alliancegraph.loaders.form.sections import Form, read_form
from alliancegraph.loaders.form.template import find_template, read_template
from tests.conftest import ROMANIA

RIVER = Path(__file__).parent / "inputs" / "river"
GLOBAL = read_template(find_template(Path(), "global-alliance-2014"))
TEMPLATES = {
    **dict.fromkeys(("r24", "r25"), "river24"),
    **dict.fromkeys(("r21", "r22"), "river21"),
    **{name: name.replace("r", "river") for name in ("r3", "r3b", "r4", "r7", "r14")},
    "r1b": "riverl",
}
NONE, BLANK, ELSEWHERE = "nothing-to-report", "blank", "refers-elsewhere"


def river(name: str) -> Form:
    template = read_template(RIVER / f"{TEMPLATES.get(name, 'river')}.yaml")
    return read_form(read_document(RIVER / f"{name}.txt"), template)


def said(text: str, template: str = "river") -> Form:
    return read_form(Document(Path("r.txt"), text, ""), read_template(RIVER / f"{template}.yaml"))


def part(form: Form, span: Span) -> str:
    return " ".join(form.document.text[span.start : span.end].split())


def answers(form: Form) -> dict[str, str]:
    """Return what each section says: the words of an answer, else its state."""
    return {s.code: part(form, s.body) if s.state == "answered" else s.state for s in form.sections}


def notices(form: Form) -> list[tuple[str, int | None]]:
    return [(notice.code, notice.line) for notice in form.notices]


FULL = {"1/A": "Trees.", "1/B": NONE, "2/A": "Ponds.", "2/B": NONE}
CODED = {f"{goal}/{label}": "Text." for goal in range(1, 11) for label in "AB" if (goal, label) != (2, "B")}


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("r1", {"1/A": NONE, "1/B": "a weir.", "2/A": "ponds", "2/B": "Two ponds."}),
        ("r1b", {"1/A": "we closed three mills.", "1/B": NONE, "2/A": "Ponds.", "2/B": "Two ponds."}),
        ("r2b", {"1/A": "Trees.", "1/B": NONE, "2/A": BLANK, "2/B": BLANK}),
        ("r3", {"1.1/A": "Trees.", "1.1/B": NONE, "1.2/A": "Ponds.", "1.2/B": NONE}),
        ("r3b", {"1/a-i": "Trees.", "1/a-ii": NONE, "2/a-i": "Ponds.", "2/a-ii": NONE}),
        ("r4", {"1": "Trees were planted.", "2": "Ponds."}),
        ("r5", {"1/A": "Trees.", "1/B": NONE, "2/A": "Ponds."}),
        ("r7", FULL),
        ("r8", {"1/A": "Trees were planted and more will be.", "1/B": ELSEWHERE, "2/A": "Ponds.", "2/B": NONE}),
        ("r10", FULL),
        ("r13", {"1/A": "Trees.", "1/B": BLANK, "2/A": "Ponds.", "2/B": NONE}),
        ("r14", CODED),
        ("r15b", FULL),
        ("r17", FULL),
        ("r19", FULL),
        ("r24", {"1/21": "Trees.", "2/21": "Ponds.", "2/22": NONE}),
        ("r25", {"1/21": BLANK, "1/22": NONE, "2/21": "Ponds.", "2/22": NONE}),
        ("r26", {"1/A": "We planted trees.", "1/B": NONE, "2/A": NONE, "2/B": BLANK}),
        ("r27", {"1/A": "We planted trees.", "1/B": NONE, "2/A": NONE, "2/B": BLANK}),
        ("r28", {"1/A": "We planted trees.", "1/B": NONE, "2/A": NONE, "2/B": BLANK}),
    ],
)
def test_each_answer_is_in_its_section(name: str, right: Mapping[str, str]) -> None:
    assert answers(river(name)) == right


@pytest.mark.parametrize(
    ("name", "right"),
    [
        *((name, []) for name in ("r1", "r1b", "r3", "r3b", "r4", "r7", "r8", "r19", "r21", "r22", "r28")),
        ("r2b", [("heading-unknown", 13), ("outside", 14)]),
        ("r5", [("heading-missing", 9)]),
        ("r10", [("outside", 9), ("heading-unknown", 14), ("outside", 15)]),
        ("r13", [("heading-unknown", 3), ("heading-unknown", 9)]),
        ("r14", [("heading-missing", 9)]),
        ("r15b", [("heading-other-words", 3)]),
        ("r17", [("heading-reordered", 8)]),
        ("r26", [("heading-lost", 3)]),
        ("r27", [("heading-other-number", 3)]),
    ],
)
def test_what_was_unsure_is_told_with_its_line(name: str, right: list[tuple[str, int]]) -> None:
    assert notices(river(name)) == right


def test_a_heading_does_not_open_in_the_middle_of_a_sentence() -> None:
    assert answers(river("r21")) == {
        "1/What-was-done": "The board asked each town to describe the steps that it took and the next step that "
        "it plans.",
        "1/Next-steps": "Two mills will close. What follows is the next step of the plan.",
        "2/What-was-done": "Ponds.",
        "2/Next-steps": NONE,
    }
    assert answers(river("r22"))["1/Next-steps"] == "next step is a weir that we build."


def test_text_outside_the_sections_is_kept() -> None:
    form = river("r10")
    assert [part(form, block.body) for block in form.outside] == [
        "The ministry of fish leads all work on this goal.",
        "We will close two mills by 2025.",
    ]


def test_a_choice_is_data() -> None:
    first, second, third, _ = river("r18").sections
    assert [choice[:2] for choice in first.choices] == [("Yes", False), ("No", True), ("Planned", False)]
    assert [first.state, second.state, third.state] == ["answered", BLANK, BLANK]
    assert [label for label, *_ in third.choices] == ["Yes", "No"]


def test_joined_questions_have_one_answer_and_the_second_points_at_it() -> None:
    first, second, *_ = river("r8").sections
    assert (second.refers, second.heading, second.body.start) == (("1/A",), first.heading, second.body.end)


@pytest.mark.parametrize("joined", ["A & B", "A) + B)", "A)/B)", "A) and B) What was done and what comes next"])
def test_questions_are_joined_in_many_ways(joined: str) -> None:
    form = said(f"River form 2020\nNorway\nGoal 1: Cleaner water\n{joined}\nTrees.\nGoal 2: More fish\n")
    assert answers(form) == {"1/A": "Trees.", "1/B": ELSEWHERE}


def test_a_goal_that_a_sentence_names_is_no_heading() -> None:
    mention = "We work towards\nGoal 2: More fish\nand we dig."
    form = said(
        ANSWERED.replace("Trees.", mention) + "Goal 2: More fish\nA) What was done\nPonds.\nB) What comes next\n"
    )
    assert answers(form) == {"1/A": " ".join(mention.split()), "1/B": NONE, "2/A": "Ponds.", "2/B": BLANK}
    assert form.notices == ()


ANSWERED = "River form 2020\nNorway\nGoal 1: Cleaner water\nA) What was done\nTrees.\nB) What comes next\nNone.\n"


def test_a_heading_repeated_at_a_page_top_or_within_a_sentence_is_furniture() -> None:
    for again in ("\f", "a\n"):
        form = said(ANSWERED.replace("Trees.", f"We planted {again}A) What was done\ntrees."))
        assert answers(form)["1/A"].replace(" a ", " ") == "We planted trees."
    form = said(ANSWERED.replace("Trees.", "We planted.\n\fGoal 1: Cleaner water\nA) What was done\nMore."))
    assert answers(form)["1/A"] == "We planted. More."
    assert not [code for code, _ in notices(form) if code != "heading-missing"]


def test_a_doubled_heading_keeps_both_answers_apart() -> None:
    form = said(ANSWERED.replace("B)", "A) What was done\nPonds.\nB)"))
    assert answers(form) == {"1/A": "Trees.", "1/A-2": "Ponds.", "1/B": NONE}
    assert ("heading-doubled", 6) in notices(form)


def test_another_number_is_another_heading() -> None:
    form = said(
        ANSWERED + "Goal 2: More fish\nA) What was done\nPonds.\nB) What comes next\n\nGoal 3: More fish\nTen.\n"
    )
    assert answers(form)["2/B"] == BLANK
    assert notices(form) == [("heading-unknown", 13), ("outside", 14)]
    assert [part(form, block.body) for block in form.outside] == ["Ten."]


def test_the_questions_of_a_goal_that_the_form_lacks_are_outside() -> None:
    goals = "Goal 2: More fish\nA) What was done\nPonds.\nB) What comes next\nTwo.\n"
    form = said(f"{ANSWERED}Goal 3: More fishers\nA) What was done\nTen.\nB) What comes next\nFive.\n{goals}")
    assert answers(form) == {"1/A": "Trees.", "1/B": NONE, "2/A": "Ponds.", "2/B": "Two."}
    assert [part(form, block.body) for block in form.outside] == ["A) What was done Ten. B) What comes next Five."]


def test_an_enumeration_in_an_answer_is_no_heading() -> None:
    form = said(ANSWERED.replace("Trees.", "We planted:\na) trees,\nb) reeds and\nc) hedges."))
    assert answers(form)["1/A"] == "We planted: a) trees, b) reeds and c) hedges."


def test_southland_answers_on_the_line_of_the_question() -> None:
    form = read_form(read_document(RIVER / "southland-2014.txt"), GLOBAL)
    assert answers(form)["1.1/C"] == "we open a hotline in May."
    assert answers(form)["4.2/A"] == NONE


def parts(form: Form) -> list[Span]:
    """Return the headings and the texts under them, and what is before the first heading."""
    blocks = form.layout.blocks
    return [form.layout.preamble, *(span for block in blocks for span in (block.heading, block.body))]


@pytest.mark.parametrize("name", sorted(path.stem for path in RIVER.glob("r*.txt")))
def test_every_character_is_in_one_part(name: str) -> None:
    check_parts(river(name))


def test_every_character_of_the_real_report_is_in_one_part() -> None:
    check_parts(read_form(read_document(ROMANIA), GLOBAL))


def check_parts(form: Form) -> None:
    """Check that the parts cover the text once, and that each body is a section's, outside, or empty."""
    offsets = [offset for span in parts(form) for offset in range(span.start, span.end)]
    assert offsets == list(range(len(form.document.text)))
    bodies = {section.body for section in form.sections} | {block.body for block in form.outside}
    assert all(block.body in bodies or not part(form, block.body) for block in form.layout.blocks)


def test_a_mark_under_a_heading_is_taken_as_blank_with_a_notice() -> None:
    form = said(
        "River form 2020\nGoal 1: Cleaner water\nA) What was done\nX\nB) What comes next\nYes / No\n"
        "Goal 2: More fish\nA) What was done\nPonds.\nB) What comes next\nNone.\n"
    )
    assert answers(form) == {"1/A": BLANK, "1/B": BLANK, "2/A": "Ponds.", "2/B": NONE}
    assert ("blank-with-mark", 4) in notices(form)
