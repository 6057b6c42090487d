"""The pages of the library say what the files say now, and the command line knows every format."""

from pathlib import Path

from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.answers.formats import formatted
from alliancegraph.queries.asking.ask import query
from alliancegraph.queries.handbook import LONGEST, cut, pages
from alliancegraph.queries.library import all_questions

DOCS = Path(__file__).parent.parent / "docs"


def test_the_pages_are_current() -> None:
    written = [DOCS / "questions.md", *(DOCS / "questions").iterdir()]
    current = {str(path.relative_to(DOCS)): path.read_text(encoding="utf-8") for path in written}
    assert current == pages(), "run `make docs`"


def test_every_question_has_its_place_and_its_example() -> None:
    found = pages()
    for question in all_questions():
        page = found[f"questions/{question.theme}.md"]
        entry = page.split(f"\n## {question.name}\n")[1].split("\n## ")[0]
        assert question.example in entry
        assert ("--build sample" in entry) is (question.graph == "sample")
        assert f"(questions/{question.theme}.md#{question.name})" in found["questions.md"]


def test_pages_say_that_the_sample_is_invented() -> None:
    assert "do not exist" in pages()["questions.md"]
    assert "an invented alliance" in pages()["questions/comparison.md"]


def test_long_texts_are_cut_at_a_word() -> None:
    assert cut("word " * 30) == "word " * 13 + "word …"
    assert len(cut("word " * 30)) <= LONGEST + 2


def test_markdown_has_a_line_for_each_row_and_no_bar_too_many(store: Store) -> None:
    written = formatted(query(store, "SELECT ?a ?b { VALUES (?a ?b) { ('x | y' 1) ('z' UNDEF) } }"), "md")
    assert isinstance(written, str)
    assert written.splitlines() == ["| A | B |", "| --- | --- |", r"| x \| y | 1 |", "| z |  |"]
