"""Headings that are not printed as the form has them: shortened, renumbered, reworded, missing."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.form.sections import Form, read_form
from alliancegraph.loaders.form.template import read_template
from tests.test_form_river import answers

INPUTS = Path(__file__).parent / "inputs" / "headings"


def said(text: str, template: str = "forests") -> Form:
    return read_form(Document(Path("r.txt"), text, ""), read_template(INPUTS / f"{template}.yaml"))


def warned(form: Form) -> set[tuple[str, int | None]]:
    """Return the code and the line of each warning about a heading."""
    return {(notice.code, notice.line) for notice in form.notices if notice.code.startswith("heading-")}


@pytest.mark.parametrize(
    "answer",
    [
        "La Ley 99 de 1993.",
        "Ley vigente.",
        "La ley vigente es de 1993.",
        "El marco vigente.",
        "Vigentes son dos leyes.",
    ],
)
def test_a_shortened_heading_takes_no_word_of_the_answer(answer: str) -> None:
    form = said(f"TEMA 1: GOBERNANZA FORESTAL\n\nI. Marco normativo\n{answer}\n\nII. Instituciones responsables\nUna.")
    assert answers(form) == {"1.I": answer, "1.II": "Una."}


@pytest.mark.parametrize(
    "heading",
    [
        "I. Mecanismos de\nconsulta previa",
        "I. Mecanismos\nde consulta\nprevia",
        "I. Mecanis-\nmos de consulta previa",
        "I. Mecanismos de con\u00ad\nsulta previa",
        "I. Mecanismos de consultas\nprevias",
        "I.\nMecanismos de consulta previa",
    ],
)
def test_a_heading_goes_on_over_a_lines_end_with_the_forms_next_words(heading: str) -> None:
    form = said(f"TEMA 3: COMUNIDADES Y BOSQUES\n\n{heading}\nPrevia es la consulta.")
    assert answers(form) == {"3.I": "Previa es la consulta."}


SWAPPED = """TEMA 2: INCENDIOS FORESTALES

I. Capacidad de respuesta
42 brigadas.

II. Medidas de prevención adoptadas
Torres.
"""
FAR = """TEMA 3: COMUNIDADES Y BOSQUES

I. Dificultades encontradas
Pocas.

II. Acuerdos de manejo comunitario
Doce.

III. Participación de las mujeres
Mucha.

IV. Mecanismos de consulta previa
Seis.
"""
TURNED = """TEMA 1: GOBERNANZA FORESTAL

I. Instituciones responsables
El INFONA.

II. Presupuesto asignado al sector
Un millón.

III. Marco normativo vigente
La Ley 99.
"""
PARTS = """Commitment 1: Qualified teachers in every school
(a)(i) Regional or local policy
Municipal rules.
(a)(ii) National policy
The act of 2019.
"""


@pytest.mark.parametrize(
    ("text", "template", "right"),
    [
        (SWAPPED, "forests", {"2.II": "42 brigadas.", "2.I": "Torres."}),
        (FAR, "forests", {"3.IV": "Pocas.", "3.II": "Doce.", "3.III": "Mucha.", "3.I": "Seis."}),
        (TURNED, "forests", {"1.II": "El INFONA.", "1.III": "Un millón.", "1.I": "La Ley 99."}),
        (PARTS, "numbered", {"1/a-ii": "Municipal rules.", "1/a-i": "The act of 2019."}),
    ],
)
def test_the_same_words_count_more_than_a_number(text: str, template: str, right: Mapping[str, str]) -> None:
    form = said(text, template)
    assert answers(form) == right
    assert "heading-other-number" in {code for code, _ in warned(form)}


def test_a_goal_before_its_place_costs_none_that_is_found_by_its_words() -> None:
    form = said(
        "TEMA 1: GOBERNANZA FORESTAL\n\nI. Marco normativo vigente\nLa Ley 422.\n\nIII. Presupuesto asignado\nNada.\n\n"
        "II. Instituciones responsables\nEl INFONA."
    )
    assert answers(form) == {"1.I": "La Ley 422.", "1.III": "nothing-to-report", "1.II": "El INFONA."}
    assert ("heading-reordered", 9) in warned(form)


def test_a_list_with_the_words_of_a_heading_to_come_is_none() -> None:
    form = said(
        "TEMA 1: GOBERNANZA FORESTAL\n\nI. Marco normativo vigente\nTrata de:\n"
        "1) Instituciones responsables\n2) Otras.\n\nII. Instituciones responsables\nEl INFONA."
    )
    assert answers(form) == {"1.I": "Trata de: 1) Instituciones responsables 2) Otras.", "1.II": "El INFONA."}


def test_a_missing_heading_is_looked_for_behind_the_last_one_before_it_in_the_form() -> None:
    form = said(
        f"{PARTS}(b)(i) Level of completion\nx\n(c) Next steps\nNone.\nCommitment 3: Inclusive school buildings",
        "numbered",
    )
    lines = {notice.what: notice.line for notice in form.notices if notice.code == "heading-missing"}
    assert lines == {
        "section 1/b-ii is missing": 6,
        "goal 2 is missing": 8,
        **{f"section 3/{label} is missing": 10 for label in ("a-i", "a-ii", "b-i", "b-ii", "c")},
    }


STACKED = """Commitment 1: Qualified teachers in every school
(a) Policies in force
(i) National policy
The act of 2019:
(i) one part,
(ii) another part.
(ii) Regional or local policy
Municipal rules.
(b) Progress
(i) {first}
☒ completed
(ii) {second}
All teachers hold a degree.
(c) Next steps
(i) A law,
(ii) a plan.
"""


@pytest.mark.parametrize("template", ["schools", "numbered"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Level of completion", "Explanation"),
        ("Completion level", "Explanations and comments"),
        ("State", "Explanation:"),
        ("", ""),
    ],
)
def test_a_part_that_is_printed_under_another_is_found_by_its_code(template: str, first: str, second: str) -> None:
    form = said(STACKED.format(first=first, second=second), template)
    ticked = f"{first} ☒ completed" if first == "State" else "☒ completed"
    assert answers(form) == {
        "1/a-i": "The act of 2019: (i) one part, (ii) another part.",
        "1/a-ii": "Municipal rules.",
        "1/b-i": ticked,
        "1/b-ii": "All teachers hold a degree.",
        "1/c": "(i) A law, (ii) a plan.",
    }


def test_contents_with_other_numbers_are_no_headings() -> None:
    goals = ["Marco normativo vigente", "Instituciones responsables", "Presupuesto asignado al sector"]
    contents = "".join(f"{number}) {words}\n" for number, words in enumerate(goals, 7))
    printed = "".join(f"{number}. {words}\nUno.\n" for number, words in zip(("I", "II", "III"), goals, strict=True))
    form = said(f"CONTENIDO\nTEMA 1: GOBERNANZA FORESTAL\n{contents}\nTEMA 1: GOBERNANZA FORESTAL\n{printed}")
    assert answers(form) == {"1.I": "Uno.", "1.II": "Uno.", "1.III": "Uno."}
