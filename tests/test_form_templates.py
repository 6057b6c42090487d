"""Whatever a form prints is a line of its template, as the guide lists them."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.cli import main
from alliancegraph.graph.errors import InputError
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.form.sections import Form, read_form
from alliancegraph.loaders.form.template import Template, read_template
from tests.test_form_river import NONE, RIVER, answers, check_parts, notices

GOALS = (RIVER / "river.ttl").read_text(encoding="utf-8")
HEAD = "id: river\ntitle: River form {year}\nscheme: river.ttl\nlanguage: [en, fr]\n"


def template(folder: Path, text: str, goals: str = GOALS) -> Template:
    (folder / "river.ttl").write_text(goals, encoding="utf-8")
    (folder / "t.yaml").write_text(HEAD + text, encoding="utf-8")
    return read_template(folder / "t.yaml")


def form(printed: Template, *lines: str) -> Form:
    return read_form(Document(Path("r.txt"), "\n".join(["River form 2020", "Norway", *lines]), ""), printed)


AB = "sections: {A: What was done, B: What comes next}\n"


@pytest.mark.parametrize(
    ("text", "lines", "right"),
    [
        pytest.param(
            'goal: "{part}."\nsection: ""\nsections: {Lead: Lead government actors, Next: Next steps}\n',
            ["1. Cleaner water", "Lead government actors\tWater board", "Next steps\tA weir.", "2. More fish"],
            {"1/Lead": "Water board", "1/Next": "A weir."},
            id="labels of ours, the answer in the cell beside",
        ),
        pytest.param(
            f'goal: "Goal {{notation}}:"\nprints: {{1: IV, 2: V}}\nsection: "{{label}})"\n{AB}',
            ["Goal IV: Cleaner water", "A) What was done", "x1", "Goal 5: More fish", "B) What comes next", "x2"],
            {"1/A": "x1", "2/B": "x2"},
            id="other numbers, in roman numerals and digits",
        ),
        pytest.param(
            'goal: {en: "Goal {notation}:", fr: "Objectif {notation} :"}\nsection: "{label})"\n'
            "sections: {A: {en: What was done, fr: Ce qui a été fait}, B: [What comes next, Prochaines étapes]}\n",
            ["Objectif 1 : Cleaner water", "A) Ce qui a été fait : des arbres", "B) Prochaines étapes", "x2"],
            {"1/A": "des arbres", "1/B": "x2"},
            id="wordings by language",
        ),
        pytest.param(
            'goal: "Goal {notation}:"\nsection: "{label})"\n'
            "sections: {A: What was done, B: {words: What comes next, under: [1], optional: yes}}\n",
            ["Goal 1: Cleaner water", "A) What was done", "x1", "Goal 2: More fish", "A) What was done", "x2"],
            {"1/A": "x1", "2/A": "x2"},
            id="a question under one goal, optional",
        ),
        pytest.param(
            'goal: "Goal {notation}:"\nsection: "Question {label}"\nsections: {"7": "", "12": ""}\n',
            ["Goal 1: Cleaner water", "Question 07", "x1", "Question 12: x2"],
            {"1/7": "x1", "1/12": "x2"},
            id="numbers with zeros before them",
        ),
        pytest.param(
            f'goal: "Goal {{notation}}:"\nsection: "{{label}})"\n{AB}'
            "headings: [Fish and water]\nignore: [For use only]\n",
            [
                "Goal 1: Cleaner water",
                "A) What was done",
                "x1",
                "For use only",
                "x2",
                "Fish and water",
                "B) What comes next",
            ],
            {"1/A": "x1 x2", "1/B": "blank"},
            id="headings that carry nothing, lines to ignore",
        ),
    ],
)
def test_what_a_form_prints_is_data(tmp_path: Path, text: str, lines: list[str], right: dict[str, str]) -> None:
    read = form(template(tmp_path, text), *lines)
    assert answers(read) == right
    assert {code for code, _ in notices(read)} <= {"heading-missing"}
    check_parts(read)


def test_numbers_begin_again_in_each_part(tmp_path: Path) -> None:
    goals = GOALS.replace('"1"', '"1.1"').replace('"2"', '"2.1"') + "".join(
        f'goal:t{n} a ag:PolicyTarget, skos:Concept ; skos:prefLabel "{words}"@en ; skos:notation "{n}" ; '
        "skos:inScheme scheme:river .\n"
        for n, words in ((1, "Water"), (2, "Fish"))
    )
    printed = template(tmp_path, f'target: "Part {{notation}}:"\ngoal: "{{part}}."\nsection: "{{label}})"\n{AB}', goals)
    read = form(
        printed,
        *("Part 1: Water", "1. Cleaner water", "A) What was done", "x1", "B) What comes next", "x2"),
        *("Part 2: Fish", "1. More fish", "A) What was done", "x3", "B) What comes next", "See 1 A."),
    )
    assert answers(read) == {"1.1/A": "x1", "1.1/B": "x2", "2.1/A": "x3", "2.1/B": "refers-elsewhere"}
    assert read.sections[-1].refers == ("2.1/A",)
    assert read.notices == ()


def test_a_numbered_list_in_an_answer_takes_no_place_of_goals(tmp_path: Path) -> None:
    words = ("More fish", "Fewer mills", "Wider banks", "Open weirs")
    goals = GOALS.splitlines()[:-1] + [
        GOALS.splitlines()[-1].replace("river-2", f"river-2.{n}").replace("More fish", of).replace('"2"', f'"2.{n}"')
        for n, of in enumerate(words, 1)
    ]
    parts = (
        f'goal:t{n} a ag:PolicyTarget, skos:Concept ; skos:prefLabel "{of}"@en ; skos:notation "{n}" ; '
        "skos:inScheme scheme:river ."
        for n, of in ((1, "Water"), (2, "Fish"))
    )
    written = "\n".join((*goals, *parts)).replace('"1" ; skos:topConceptOf', '"1.1" ; skos:topConceptOf')
    printed = template(tmp_path, 'target: "Part {notation}:"\ngoal: "{part}."\n', written)
    listed = [f"{n}. {place}: ten mills." for n, place in enumerate(("Coast", "Hills", "Woods", "Lakes"), 1)]
    own = [line for n, of in enumerate(words, 1) for line in (f"{n}. {of}", f"x{n}")]
    read = form(printed, "Part 1: Water", "1. Cleaner water", "Of 40 mills:", *listed, "Part 2: Fish", *own)
    assert answers(read) == {"1.1": " ".join(("Of 40 mills:", *listed))} | {f"2.{n}": f"x{n}" for n in range(1, 5)}
    assert read.notices == ()


def test_a_heading_is_repeated_only_where_it_has_been(tmp_path: Path) -> None:
    read = form(
        *(template(tmp_path, 'goal: "Goal {notation}:"\n'), "Goal 1: Cleaner water", "Trees."),
        *("Goal 2: Trout will be counted.", "Mills.\fGoal 2: More fish", "Ponds."),
    )
    assert answers(read) == {"1": "Trees.", "2": "Ponds."}
    assert [notice.code for notice in read.notices] == ["heading-unknown", "outside"]


def test_words_say_more_than_the_number_of_another_heading(tmp_path: Path) -> None:
    goals = GOALS + GOALS.splitlines()[-1].replace("river-2", "river-3").replace("More fish", "Fewer mills").replace(
        '"2"', '"3"'
    )
    printed = template(tmp_path, 'goal: "{notation}."\n', goals)
    read = form(printed, "1. Cleaner water", "Trees.", "3. More fish", "Ponds.", "3. Fewer mills", "One.")
    assert answers(read) == {"1": "Trees.", "2": "Ponds.", "3": "One."}
    assert [notice.code for notice in read.notices] == ["heading-other-number"]


def test_a_reworded_heading_ends_with_its_cell(tmp_path: Path) -> None:
    goals = GOALS.replace("Cleaner water", "Which ministry or agency coordinates water policy?")
    printed = template(tmp_path, 'goal: "{notation}"\n', goals)
    read = form(printed, "1\tWhich ministry coordinates the policy on water?\tThe ministry of rivers.", "2\tMore fish")
    assert answers(read) == {"1": "The ministry of rivers.", "2": "blank"}


def test_questions_of_a_goal_may_change_places_wherever_the_goal_is(tmp_path: Path) -> None:
    printed = template(tmp_path, f'goal: "Goal {{notation}}:"\nsection: "{{label}})"\n{AB}')
    read = form(
        *(printed, "Goal 2: More fish", "A) What was done", "x3", "B) What comes next", "x4"),
        *("Goal 1: Cleaner water", "B) What comes next", "x2", "A) What was done", "x1"),
    )
    assert answers(read) == {"2/A": "x3", "2/B": "x4", "1/B": "x2", "1/A": "x1"}
    assert {notice.code for notice in read.notices} == {"heading-reordered"}


def test_another_edition_words_a_goal_by_its_hidden_label(tmp_path: Path) -> None:
    goals = GOALS.replace('skos:altLabel "Water"@en', 'skos:altLabel "Water"@en ; skos:hiddenLabel "Pure streams"@en')
    read = form(
        template(tmp_path, 'goal: "Goal {notation}:"\n', goals), "Goal 1: Pure streams", "x1", "Goal 2: More fish"
    )
    assert answers(read) == {"1": "x1", "2": "blank"}
    assert read.notices == ()


def test_where_an_answer_points_is_data(tmp_path: Path) -> None:
    printed = template(tmp_path, f'goal: "Goal {{notation}}:"\nsection: "{{label}})"\n{AB}')
    for answer, code in (
        *(("See 1 A.", "1/A"), ("Please refer to our answer under goal 1.", "1/B"), ("See A.", "2/A")),
        *(
            ("Idem", "2/A"),
            ("See above.", "2/A"),
            ("See previous answer", "2/A"),
            ("See annex.", ""),
            ("See our 2013 report.", ""),
            ("See our national report 2018, section 1/A.", ""),
            ("Same as 1/A", "1/A"),
            ("The answer to 1 B applies here as well.", "1/B"),
        ),
    ):
        read = form(
            *(printed, "Goal 1: Cleaner water", "A) What was done", "Trees.", "B) What comes next", "Reeds."),
            *("Goal 2: More fish", "A) What was done", "Ponds.", "B) What comes next", answer),
        )
        assert (read.sections[-1].state, read.sections[-1].refers) == ("refers-elsewhere", (code,) if code else ())
        guessed = ["pointer-guessed"] if "above" in answer or "previous" in answer else []
        assert [notice.code for notice in read.notices] == (guessed if code else ["pointer-elsewhere"])


def test_questions_of_letters_and_numbers_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    goals = GOALS.replace('"1"', '"A2"').replace('"2"', '"A10"')
    printed = template(tmp_path, 'goal: "{notation}."\n', goals)
    read = form(printed, "A2. Cleaner water", "Trees.", "A10. More fish", "See A2.")
    assert [(section.code, section.refers) for section in read.sections] == [("A2", ()), ("A10", ("A2",))]
    assert read.notices == ()


def test_a_blank_section_above_a_page_without_text_is_doubted(tmp_path: Path) -> None:
    printed = template(tmp_path, f'goal: "Goal {{notation}}:"\nsection: "{{label}})"\n{AB}')
    read = form(printed, "Goal 1: Cleaner water", "A) What was done\f \n\fB) What comes next", "x2\f\f")
    assert [(n.code, n.page) for n in read.notices if n.code == "blank-page"] == [("blank-page", 2)]


def test_all_slips_of_a_template_its_goals_and_a_report_are_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slips = 'goal: "Goal {number}:"\nsection: "{label})"\nsections: {A: {words: x, kind: tick}}\n'
    slips += 'report: "{land}"\nprint: x\n'
    (tmp_path / "t.yaml").write_text(HEAD + slips, encoding="utf-8")
    (tmp_path / "river.ttl").write_text(GOALS.replace('skos:notation "2" ;', ""), encoding="utf-8")
    (tmp_path / "r.yaml").write_text("as of: now\nform: t.yaml\nyear: twenty\nlanguage: xx\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text("River form 2020\n", encoding="utf-8")
    with pytest.raises(InputError):
        read_template(tmp_path / "t.yaml")
    assert (
        main(["build", str(tmp_path / "r.txt"), "--form", str(tmp_path / "t.yaml"), "--out", str(tmp_path / "b")]) == 2
    )
    message = capsys.readouterr().err
    for slip in (
        "t.yaml:5: 'Goal {number}:' cannot be filled in",
        "t.yaml:7: unknown key 'tick'",
        "t.yaml:8: '{land}' cannot be filled in",
        "t.yaml:9: unknown key 'print'",
        "river.ttl:7: no skos:notation",
        "r.yaml:1: 'now' is no period",
        "r.yaml:3: found 'twenty'",
        "r.yaml:4: 'xx' is not a language tag",
    ):
        assert slip in message, (slip, message)


def test_a_number_of_no_goal_for_which_another_is_printed_is_told_beside_that_of_a_question(tmp_path: Path) -> None:
    written = 'goal: "Goal {notation}:"\nprints: {1: IV, 9: V}\nsection: "{label})"\n'
    written += "sections: {A: {words: x, under: [8]}}\n"
    with pytest.raises(InputError, match=r"t\.yaml:8: no goal '8'[^\n]*\n[^\n]*t\.yaml:6: no target or goal '9'"):
        template(tmp_path, written)


def test_a_goal_of_another_class_is_told_with_its_line(tmp_path: Path) -> None:
    goals = GOALS.replace("goal:river-2 a ag:OperationalGoal", "goal:river-2 a ag:OperationalGaol")
    with pytest.raises(InputError, match=r"river\.ttl:7: \S+river-2 is neither a target nor a goal"):
        template(tmp_path, 'goal: "Goal {notation}:"\n', goals)


def test_a_goal_of_another_class_hides_no_other_slip_of_the_goals(tmp_path: Path) -> None:
    goals = GOALS.replace("goal:river-2 a ag:OperationalGoal", "goal:river-2 a ag:OperationalGaol")
    with pytest.raises(InputError, match=r"river-2 is neither a target nor a goal[^\n]*\n.*no skos:notation"):
        template(tmp_path, 'goal: "Goal {notation}:"\n', goals.replace('skos:notation "1" ;', ""))


def test_quotes_are_looked_up_when_the_template_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written, report = 'goal: "Goal {number}:"\n', tmp_path / "r.txt"
    (tmp_path / "river.ttl").write_text(GOALS, encoding="utf-8")
    report.write_text("River form 2020\nNorway\nGoal 1: Cleaner water\nTrees.\n", encoding="utf-8")
    claims = "report: norway-2020\nauthority: [international]\nrecorded by: us\nsections:\n  1:\n"
    claims += "    - quote: Ponds.\n      nothing: introduction\n"
    (tmp_path / "r.claims.yaml").write_text(claims, encoding="utf-8")
    told = []
    for words in (written, written.replace("number", "notation")):
        (tmp_path / "t.yaml").write_text(HEAD + words, encoding="utf-8")
        assert main(["build", str(report), "--form", str(tmp_path / "t.yaml"), "--out", str(tmp_path / "b")]) == 2
        told.append(capsys.readouterr().err)
    assert [("cannot be filled in" in each, "r.claims.yaml:6" in each) for each in told] == [
        (True, False),
        (False, True),
    ]


def test_a_goals_file_with_what_the_guide_names_is_enough(tmp_path: Path) -> None:
    goals = GOALS.replace(' ; skos:altLabel "River"@en ; skos:definition "d"@en', "").replace(
        " ; skos:topConceptOf scheme:river", ""
    )
    assert goals != GOALS
    template(tmp_path, 'goal: "Goal {notation}:"\n', goals)
    (tmp_path / "r.txt").write_text((RIVER / "r4.txt").read_text(encoding="utf-8"), encoding="utf-8")
    out = str(tmp_path / "build")
    assert main(["build", str(tmp_path / "r.txt"), "--form", str(tmp_path / "t.yaml"), "--out", out]) == 0


def test_the_template_of_the_guide_reads_the_form_of_the_guide(tmp_path: Path) -> None:
    guide = (Path(__file__).parent.parent / "docs" / "guides" / "add-a-form.md").read_text(encoding="utf-8")
    printed, written = (dedent(block) for block in re.findall(r"(?m)(?:^ {4}.*\n)+", guide)[:2])
    (tmp_path / "river.ttl").write_text(GOALS, encoding="utf-8")
    (tmp_path / "river.yaml").write_text(written, encoding="utf-8")
    read = read_form(Document(Path("r.txt"), printed, ""), read_template(tmp_path / "river.yaml"))
    assert answers(read) == {"1/A": "We planted trees.", "1/B": "blank"}


LINES = st.sampled_from(
    [
        *(
            "Goal 1: Cleaner water",
            "Goal 2: More fish",
            "Goal 3: More fishers",
            "A) What was done",
            "B) What comes next",
        ),
        *(
            "A) and B)",
            "B) what comes",
            "Part II: Fish",
            "Goal 1",
            "a) trees",
            "None.",
            "We plant trees.",
            "\f",
            "",
            "and the",
        ),
        *("B) What comes next: a weir", "goal 1: cleaner", "Goal 1: Cleaner water ........ 3", "\t☐ Yes ☒ No", "7"),
    ]
)


@given(st.lists(st.one_of(LINES, st.text(alphabet="AB1) \n\fa:.é", max_size=12)), max_size=25))
def test_every_character_of_any_text_is_in_one_part(lines: list[str]) -> None:
    printed = read_template(RIVER / "river.yaml")
    document = Document(Path("r.txt"), "\n".join([*lines, "Goal 1: Cleaner water"]), "")
    read = read_form(document, printed)
    check_parts(read)
    assert len({section.code for section in read.sections}) == len(read.sections)
    assert NONE not in {s.state for s in read.sections if "trees" in document.text[s.body.start : s.body.end]}
