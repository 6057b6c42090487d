"""The page of the library says what the files and the graph say now, and the command line knows every format."""

import re
from pathlib import Path

from alliancegraph.commands.options import ANSWER_FORMATS
from graph.store import Store
from queries.ask import query
from queries.formats import FORMATS, formatted
from queries.handbook import LONGEST, cut, handbook
from queries.library import all_questions

PAGE = Path(__file__).parent.parent / "docs" / "questions.md"


def test_the_page_is_current(store: Store) -> None:
    assert PAGE.read_text(encoding="utf-8") == handbook(store), "run `make docs`"


def test_the_page_has_every_question_with_its_answer(store: Store) -> None:
    page = handbook(store)
    assert re.findall(r"^### (.*)$", page, re.MULTILINE) == [question.name for question in all_questions()]
    assert not re.search(r"^0 rows", page, re.MULTILINE)


def test_long_texts_are_cut_at_a_word() -> None:
    assert cut("word " * 30) == "word " * 13 + "word …"
    assert len(cut("word " * 30)) <= LONGEST + 2


def test_the_command_line_knows_every_format() -> None:
    assert set(ANSWER_FORMATS) == set(FORMATS)


def test_markdown_has_a_line_for_each_row_and_no_bar_too_many(store: Store) -> None:
    written = formatted(query(store, "SELECT ?a ?b { VALUES (?a ?b) { ('x | y' 1) ('z' UNDEF) } }"), "md")
    assert isinstance(written, str)
    assert written.splitlines() == ["| a | b |", "| --- | --- |", r"| x \| y | 1 |", "| z |  |"]
