"""Six forms of other alliances, each beside what is right, written by hand before it was read.

What is right are the codes of the sections, the state of each, what it points at, its first words, its ticked boxes,
and words that are in no answer.
"""

import shutil
from pathlib import Path

import pytest

from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.documents.document import read_document
from alliancegraph.loaders.form.looking import look
from alliancegraph.loaders.form.sections import Form, FormSection, read_form
from alliancegraph.loaders.form.template import read_template
from alliancegraph.loaders.yamlfile import Value, read_yaml

SIX = Path(__file__).parent / "inputs" / "six"
FORMS = ("eaux.txt", "coast.txt", "wells.txt", "night.docx", "seeds.pdf", "roads.html")


def read(name: str) -> Form:
    path = SIX / name
    return read_form(read_document(path), read_template(path.with_name(f"{path.stem}-form.yaml")))


def right(name: str) -> tuple[dict[str, Value], list[str]]:
    record = read_yaml((SIX / name).with_suffix(".right.yaml")).by_key()
    sections = {str(code.text()): value for code, value in record["sections"].pairs()}
    return sections, [str(words.text()) for words in record["outside"].elements()]


def faults(form: Form, sections: dict[str, Value]) -> dict[str, str]:
    """Return what is wrong with each section that is not read as it is right."""
    found = {section.code: section for section in form.sections}
    wrong = {code: "not in the form" for code in found if code not in sections}
    wrong |= {code: "not found" for code in sections if code not in found}
    both = (code for code in sections if code in found)
    return wrong | {code: fault for code in both if (fault := _fault(form, found[code], sections[code]))}


def _fault(form: Form, section: FormSection, expected: Value) -> str:
    if expected.kind != "mapping":
        return "" if section.state == expected.text() else f"{section.state}: {_said(form, section)}"
    record = expected.by_key()
    if "refers-elsewhere" in record:
        codes = [str(code.text()) for code in record["refers-elsewhere"].elements()]
        is_right = section.state == "refers-elsewhere" and list(section.refers) == codes
        return "" if is_right else f"{section.state} {section.refers}: {_said(form, section)}"
    ticked = [str(label.text()) for label in record["ticked"].elements()] if "ticked" in record else []
    is_right = (
        section.state == "answered"
        and _said(form, section).startswith(str(record["answered"].text()) if "answered" in record else "")
        and [choice.label for choice in section.choices if choice.is_ticked] == ticked
    )
    return "" if is_right else f"{section.state}: {_said(form, section)}"


def _said(form: Form, section: FormSection) -> str:
    return readable(form.document.text[section.body.start : section.body.end])


@pytest.mark.parametrize("name", FORMS)
def test_each_section_is_read_as_it_is_right(name: str) -> None:
    sections, _ = right(name)
    assert faults(read(name), sections) == {}


@pytest.mark.parametrize("name", FORMS)
def test_what_is_outside_the_form_is_in_no_answer(name: str) -> None:
    form, (_, outside) = read(name), right(name)
    answers = "\n".join(_said(form, section) for section in form.sections)
    assert [words for words in outside if words in answers] == []


def test_a_pointer_at_a_heading_is_no_heading(tmp_path: Path) -> None:
    page = (SIX / "roads.html").read_text(encoding="utf-8").replace("<h2 id='g4'>Walking and cycling</h2>", "")
    (tmp_path / "roads.html").write_text(page, encoding="utf-8")
    form = read_form(read_document(tmp_path / "roads.html"), read_template(SIX / "roads-form.yaml"))
    assert faults(form, right("roads.html")[0]) == {}


def test_a_template_with_the_name_of_its_report_is_told(tmp_path: Path) -> None:
    for name, copy in (("wells.txt", "wells.txt"), ("wells-form.yaml", "wells.yaml"), ("wells.ttl", "wells.ttl")):
        shutil.copy(SIX / name, tmp_path / copy)
    with pytest.raises(ClaimsError, match=r"wells\.yaml:1: a template with the name of the report.*wells-form\.yaml"):
        look(tmp_path / "wells.txt", str(tmp_path / "wells.yaml"))
