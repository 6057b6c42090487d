"""Goals and sections stand in the order of their numbers wherever they are listed: 2 before 10."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.words.codes import in_order
from alliancegraph.loaders.form.scheme import SCHEMES, read_scheme
from alliancegraph.ontology.terms import SKOS
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.answers.cells import text
from alliancegraph.queries.answers.rows import codes_in_order
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.queries.tables.tables import contribution_rows
from alliancegraph.queries.views.alliance import Views

CODES = st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,2})?(/[A-C])?", fullmatch=True)
LISTING = [question for question in all_questions() if {"goalNumber", "section"} & set(question.order)]


@pytest.fixture(scope="module")
def renumbered(everything: Path) -> Store:
    """Return all reports, with the fourth target and the goals under it as the tenth."""
    store = Store.memory()
    store.load(_renumbered(quad) for quad in Store.open(everything / "store").quads())
    return store


def _renumbered(quad: Quad) -> Quad:
    value = quad.object
    if quad.predicate.value != SKOS.notation or not isinstance(value, Literal) or value.value[:1] != "4":
        return quad
    return Quad(quad.subject, quad.predicate, Literal(f"10{value.value[1:]}"), quad.graph_name)


@given(st.lists(st.tuples(st.sampled_from("ab"), CODES, st.text(max_size=3))))
def test_rows_alike_before_a_code_are_ordered_by_it(rows: list[tuple[str, str, str]]) -> None:
    as_engines_do = [tuple(map(Literal, row)) for row in sorted(rows)]
    read = [tuple(map(text, row)) for row in codes_in_order(as_engines_do, (0, 1))]
    assert read == sorted(rows, key=lambda row: (row[0], in_order(row[1]), row[1:]))


def test_what_is_no_code_stays_where_it_is() -> None:
    rows = [(Literal("10 spots"),), (Literal("2 spots"),), (Literal("9"),)]
    assert codes_in_order(rows, (0,)) == rows


@pytest.mark.parametrize("question", LISTING, ids=lambda question: question.name)
def test_a_question_lists_goal_2_before_goal_10(question: Question, renumbered: Store) -> None:
    needed = {parameter.name for parameter in question.parameters if parameter.required}
    values = {name: re.sub("^4(?=[./])", "10", value) for name, value in question.example_values.items()}
    answer = ask(renumbered, question, {name: value for name, value in values.items() if name in needed})
    (place, *_) = (number for number, name in enumerate(question.order) if name in ("goalNumber", "section"))
    before, column = [answer.columns.index(name) for name in question.order[:place]], question.order[place]
    codes: dict[tuple[str, ...], list[str]] = {}
    for row, terms in zip(answer, answer.terms, strict=True):
        codes.setdefault(tuple(str(terms[each]) for each in before), []).append(str(row[column] or ""))
    for group in codes.values():
        assert group == sorted(group, key=in_order)


def test_there_are_goals_of_both_sizes_to_order(renumbered: Store) -> None:
    goals = next(question for question in all_questions() if question.name == "goals")
    answer = ask(renumbered, goals, {})
    assert isinstance(answer, Answer)
    numbers = [str(row["goalNumber"]) for row in answer]
    assert numbers[-1].startswith("10.")
    assert numbers == sorted(numbers, key=in_order) != sorted(numbers)


def test_the_table_of_contributions_is_in_that_order(renumbered: Store) -> None:
    rows = [(row.member, row.year, row.goal, row.section) for row in contribution_rows(Views(renumbered))]
    assert any(goal.startswith("10.") for _, _, goal, _ in rows)
    assert rows == sorted(rows, key=lambda row: (*row[:2], in_order(row[2]), in_order(row[3])))


def test_a_scheme_gives_its_goals_in_that_order(tmp_path: Path) -> None:
    text = (SCHEMES / "global-alliance.ttl").read_text(encoding="utf-8")
    path = tmp_path / "goals.ttl"
    path.write_text(text.replace('skos:notation "1', 'skos:notation "10'), encoding="utf-8")
    scheme = read_scheme(path)
    assert [goal.number for goal in scheme.targets] == ["2", "3", "4", "10"]
    assert scheme.goals[-1].number == "10.1"
