"""An answer says what is empty in it, and an empty one what may be asked otherwise."""

import io
import re

import openpyxl
import pytest
from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.engines.store import Store
from alliancegraph.ontology.terms import AG, OA
from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.formats import formatted
from alliancegraph.queries.answers.table import html_table
from alliancegraph.queries.asking.alternatives import Asked, alternatives
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.asking.parameters import terms
from alliancegraph.queries.library import all_questions, find_question
from tests.answers import whole_answer

NOTED = [question for question in all_questions() if question.note and not question.makes_graph]


def table(store: Store, name: str, **values: str) -> str:
    return str(ask(store, find_question(name), values))


KLAUS = "Three TV spots (European, national and Where is Klaus)"


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        (
            "contributors",
            {"goal": "4.1", "status": "planned"},
            "Without --goal there are 11 rows. Without --status",
        ),
        (
            "statistics",
            {"goal": "4.2", "initiative": KLAUS},
            f'there are 5 rows. `mentions --thing "{KLAUS}"`',
        ),
        (
            "contributors",
            {"goal": "4.2", "role": "leads", "status": "postponed"},
            "Without --goal and --status and",
        ),
        ("changes", {"member": "Romania", "earlier": "2013", "later": "2014"}, "No rows.\n"),
        ("contributions-of", {"actor": "Industry", "status": "postponed"}, '`mentions --thing "Industry"` has'),
    ],
)
def test_an_empty_answer_says_what_would_give_rows(store: Store, name: str, values: dict[str, str], said: str) -> None:
    assert said in table(store, name, **values)


def test_each_number_of_an_alternative_is_that_of_its_answer(store: Store) -> None:
    question, values = find_question("contributors"), {"goal": "4.1", "status": "planned", "member": "Romania"}
    said = alternatives(Asked(store, question, values, terms(question, values, store)))
    for left_out in ("goal", "status"):
        rest = {name: value for name, value in values.items() if name != left_out}
        assert f"Without --{left_out} there are {len(ask(store, question, rest))} rows." in said
    assert "--member" not in said


def test_what_a_question_about_mentions_says_of_a_value_it_says_once(store: Store) -> None:
    said = table(store, "mentions", thing="Interpol", year="2013")
    assert "Without --year there are" in said
    assert "`mentions" not in said


def test_an_answer_with_rows_asks_nothing_more(store: Store) -> None:
    answer = ask(store, find_question("contributors"), {"goal": "4.1"})
    assert "Without" not in str(answer)


def cells(*lines: tuple[Literal | None, ...], note: str = "") -> Answer:
    return Answer(("a", "b", "c"), lines, Inquiry("T", "Q?", {}, "", Store.memory(), note=note))


@pytest.mark.parametrize("columns", ["120", "20"])
def test_a_column_that_is_empty_in_all_rows_is_named_below(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    long = Literal("long " * 20)
    written = str(cells((long, None, None), (None, None, long)))
    assert written.endswith("\n2 rows\nEmpty in all rows: B.\n")
    assert "Empty" not in str(cells((long, long, None), (None, None, long)))
    assert "Empty" not in str(cells((None, None, None)))
    assert formatted(cells((long, None, None)), "csv") == f"a,b,c\r\n{long.value},,\r\n"


def test_a_note_stands_with_the_answer(store: Store, sample: Store) -> None:
    assert {"penalties", "law-change", "source-notes"} <= {question.name for question in NOTED}
    for question in NOTED:
        answer = whole_answer(question, store, sample)
        note = answer.about.beside_rows()
        assert note.startswith(question.note)
        assert str(answer).endswith(f"\n{note}\n")
        assert str(formatted(answer, "md")).endswith(f"\n\n{note}\n")
        assert question.note in html_table(answer, 20)
        assert question.note not in str(formatted(answer, "json"))
        written = formatted(answer, "xlsx")
        assert isinstance(written, bytes)
        about = openpyxl.load_workbook(io.BytesIO(written))["About"]
        assert any(str(row[1].value).startswith(question.note) for row in about.iter_rows())


def test_a_quote_that_needs_other_words_has_them_beside_it(store: Store) -> None:
    rows = ask(store, find_question("contributors"), {"goal": "4.1"})
    (supports,) = [row for row in rows if row["roleName"] == "supports"]
    assert str(supports["context"]).startswith("In order to pursue the shared policy target and to increase")
    for question in (each for each in all_questions() if not each.makes_graph):
        columns = question.sparql.split("WHERE")[0]
        contexts = {
            quote.replace("uote", "ontext").replace("q", "c") for quote in re.findall(r"\?\w*[qQ]uote\w*", columns)
        }
        found = {context.lower() for context in re.findall(r"\?\w*[cC]ontext\w*", columns)}
        assert {context.replace("q", "c").replace("Q", "C").lower() for context in contexts} == found, question.name


def test_a_graph_of_evidence_has_what_its_quotes_are_read_with(store: Store) -> None:
    graph = set(ask(store, find_question("evidence-graph"), {}).terms)
    quoted = (subject for subject, predicate, _ in graph if predicate == NamedNode(OA.hasSelector))
    passages = {passage for passage in quoted if isinstance(passage, NamedNode)}
    wanted = {quad.triple for passage in passages for quad in store.match(passage, AG.context)}
    assert wanted
    read_with = {quad.triple for _, _, other in wanted for quad in store.match(other, OA.hasSelector)}
    texts = {quad.triple for _, _, other in wanted for quad in store.match(other, AG.quote)}
    texts |= {quad.triple for _, _, selector in read_with for quad in store.match(selector, OA.exact)}
    assert {tuple(triple) for triple in wanted | read_with | texts} <= graph
