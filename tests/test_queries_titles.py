"""The titles of columns, for people: of the words of variables, no two alike; CSV and JSON keep the variables."""

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from alliancegraph.cli import main
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.formats import formatted
from alliancegraph.queries.answers.titles import title, titles
from alliancegraph.queries.handbook import pages, shown_columns
from alliancegraph.queries.library import Question, all_questions, find_question
from alliancegraph.viz.answer.page import answer_page
from tests.answers import whole_answer

VARIABLES = st.from_regex(r"[A-Za-z0-9_é][A-Za-z0-9_é]{0,9}", fullmatch=True)


@pytest.mark.parametrize(("variable", "expected"), [
    ("goalNumber", "Goal"),
    ("goal", "Goal"),
    ("actorName", "Actor"),
    ("actor_name", "Actor name"),
    ("documentNumber", "Document number"),
    ("valueAsWritten", "Value as written"),
    ("shareOfGDP", "Share of GDP"),
    ("someIri", "Some IRI"),
    ("Name", "Name"),
    ("s", "S"),
    ("o2", "O2"),
    ("_", "_"),
    ("état", "État"),
])  # fmt: skip
def test_a_title_is_made_of_the_words_of_the_variable(variable: str, expected: str) -> None:
    assert title(variable) == expected


def test_columns_that_would_have_one_title_say_more() -> None:
    assert titles(["goalNumber", "goalName", "goal"]) == ("Goal number", "Goal name", "Goal")
    assert titles(["Goal", "goal"]) == ("Goal (Goal)", "Goal (goal)")
    assert titles(["a", "b"], {"a": "Same", "b": "Same"}) == ("A", "B")


@given(st.lists(VARIABLES, unique=True, max_size=8), st.dictionaries(VARIABLES, st.sampled_from(["One", "Two"])))
def test_no_two_titles_are_alike_or_empty(variables: list[str], own: dict[str, str]) -> None:
    made = titles(variables, own)
    assert len(set(made)) == len(variables)
    assert all(made)


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_a_question_knows_its_columns_and_names_only_those(store: Store, sample: Store, question: Question) -> None:
    answer = whole_answer(question, store, sample)
    assert question.columns == answer.columns
    assert set(question.titles) <= set(answer.columns)
    assert len(set(answer.titles)) == len(answer.columns)
    assert all(re.fullmatch(r"[A-Z][^A-Z_?]*(?:\bISO 3166\b.*)?", each) for each in answer.titles)


def _answer() -> Answer:
    about = Inquiry("t", "q", {}, "", Store.memory(), titles={"or": "Alternative"})
    return Answer(("goalNumber", "or", "empty"), [(Literal("1.1"), Literal("x"), None)], about)


def test_people_read_titles_in_the_terminal_markdown_and_a_notebook() -> None:
    text = formatted(_answer(), "table")
    assert isinstance(text, str)
    assert text.splitlines()[0].split() == ["Goal", "Alternative"]
    assert "Empty in all rows: Empty." in text
    assert str(formatted(_answer(), "md")).startswith("| Goal | Alternative | Empty |\n")
    assert ">Alternative</th>" in _answer()._repr_html_()


def test_people_read_titles_in_workbooks(build: Path) -> None:
    written = formatted(_answer(), "xlsx")
    assert isinstance(written, bytes)
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert [cell.value for cell in book["Answer"][1]] == ["Goal", "Alternative", "Empty"]
    tables = openpyxl.load_workbook(build / "alliance.xlsx")
    assert [cell.value for cell in tables["sections"][1]][:3] == ["Member", "ISO 3166 code", "Year"]


def test_people_read_titles_on_the_page_of_an_answer(store: Store) -> None:
    page = answer_page(whole_answer(find_question("penalties"), store, store))
    assert '<th scope="col">In addition</th>' in page


def test_programs_read_variables() -> None:
    assert next(csv.reader(io.StringIO(str(formatted(_answer(), "csv"))))) == ["goalNumber", "or", "empty"]
    assert json.loads(formatted(_answer(), "json"))["head"]["vars"] == ["goalNumber", "or", "empty"]
    assert dict(_answer()[0])["goalNumber"] == "1.1"
    assert list(_answer().to_pandas()) == ["goalNumber", "or", "empty"]


def test_the_handbook_shows_the_titles_of_the_whole_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert shown_columns(find_question("members-together"))["through"] == "Linked by"
    assert "| Initiative | Section | Actor | Role | Repeated in |" in pages()["questions/goals.md"]
    with pytest.raises(SystemExit):
        main(["ask", "path", "--help"])
    assert re.search(r"Step +From +Link +To", capsys.readouterr().out)
