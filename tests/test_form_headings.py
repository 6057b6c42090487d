"""Headings that are not printed as the form has them: shortened, renumbered, reworded, missing."""

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
