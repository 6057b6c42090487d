"""Formats: every text comes back as it went in, a formula never runs, and what a format cannot hold is refused."""

import csv
import io
import json
import re
import unicodedata
from datetime import datetime
from pkgutil import resolve_name
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import FormatError
from alliancegraph.ontology.terms import DATA, XSD
from alliancegraph.queries.answers.answer import Answer, Inquiry
from alliancegraph.queries.answers.cells import Term
from alliancegraph.queries.answers.excel import LONGEST
from alliancegraph.queries.answers.formats import FORMATS, ROWS, TRIPLES, TRUTH, formatted, media_types
from alliancegraph.queries.answers.workbook import CREATED, MOST_ROWS
from alliancegraph.queries.answers.worksheet import RowSheet
from alliancegraph.queries.asking.ask import ask, query
from alliancegraph.queries.library import find_question
from alliancegraph.queries.server.capped import GRAPHS, SOLUTIONS

EMPTY = Store.memory()
CELL = st.sampled_from(
    ["", "a", " a", "a & b\n", "\x01", "<r>b</r>", "x" * 16_384, "🙂" * 17_000, 0, -7, 2**53, 0.5, True]
)
Cells = dict[int, Any]
SHEETS = st.lists(
    st.dictionaries(st.integers(0, 40), st.dictionaries(st.integers(0, 30), CELL)), min_size=1, max_size=2
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
CELLS = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")', "\t=1", "{=1}", "http://x.example/"]


def answer(*lines: tuple[Term | None, ...], columns: tuple[str, ...] = ("a", "b")) -> Answer:
    return Answer(columns, lines, Inquiry("Title", "Question?", {"goal": "4.1"}, "How to count", EMPTY))


def texts(cells: list[tuple[str, str]]) -> Answer:
    return answer(*((Literal(one), Literal(other, language="ro")) for one, other in cells))


def text(result: Answer, name: str) -> str:
    written = formatted(result, name)
    assert isinstance(written, str)
    return written


def book(result: Answer) -> openpyxl.Workbook:
    written = formatted(result, "xlsx")
    assert isinstance(written, bytes)
    return openpyxl.load_workbook(io.BytesIO(written))


def test_every_writer_is_there_and_every_ending_says_one_format() -> None:
    writers = [writer for each in FORMATS for writer in each.writers.values()]
    assert all(callable(resolve_name(writer)) for writer in writers)
    names = [name for each in FORMATS for name in (each.name, *each.media_types)]
    assert len(names) == len({*names})
    assert all(each.writers or each.served for each in FORMATS)


def test_the_engine_writes_what_the_endpoint_offers() -> None:
    assert [*SOLUTIONS] == media_types(ROWS) == media_types(TRUTH)
    assert [*GRAPHS] == media_types(TRIPLES)


@given(CELLS)
def test_csv_gives_texts_back(cells: list[tuple[str, str]]) -> None:
    read = list(csv.reader(io.StringIO(text(texts(cells), "csv"), newline="")))
    assert read == [["a", "b"], *map(list, cells)]


@given(CELLS)
def test_json_gives_terms_back(cells: list[tuple[str, str]]) -> None:
    written = texts(cells)
    solutions = parse_query_results(text(written, "json").encode(), format=QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    assert [tuple(solution) for solution in solutions] == list(written.terms)


def test_json_has_every_kind_of_term() -> None:
    number = Literal("1.5", datatype=NamedNode(XSD.decimal))
    written = answer((NamedNode("urn:x"), BlankNode("y")), (number, None))
    assert json.loads(text(written, "json"))["results"]["bindings"] == [
        {"a": {"type": "uri", "value": "urn:x"}, "b": {"type": "bnode", "value": "y"}},
        {"a": {"type": "literal", "value": "1.5", "datatype": XSD.decimal}},
    ]


@given(CELLS)
def test_markdown_keeps_its_columns_and_starts_no_tag(cells: list[tuple[str, str]]) -> None:
    lines = text(texts(cells), "md").split("\n")[2:-1]
    assert not re.search(r"(?<!\\)(?:\\\\)*<", "".join(lines))
    assert [[re.sub(r"\\(.)", r"\1", part.strip()) for part in _parts(line)] for line in lines] == [
        [" ".join(part.split()) for part in row] for row in cells
    ]


def _parts(line: str) -> list[str]:
    return list(re.findall(r"((?:\\.|[^|\\])*)\|", line)[1:])


@given(CELLS)
def test_a_workbook_gives_texts_back(cells: list[tuple[str, str]]) -> None:
    sheet = book(texts(cells))["Answer"]
    read = [[_plain(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2, max_col=2)]
    assert read == [[_whole(part) for part in row] for row in cells]


def _plain(value: object) -> str:
    """Return what a cell shows; openpyxl leaves Excel's escapes as they are."""
    return unescape(str(value or "")).replace("\r\n", "\n").replace("\r", "\n")


def _whole(part: str) -> str:
    return part.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_a_text(formula: str) -> None:
    cell = book(answer((Literal(formula), None)))["Answer"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (formula, "s", None)


@settings(deadline=None)
@given(SHEETS)
def test_rows_of_cells_are_written_as_the_library_writes_them(sheets: list[dict[int, Cells]]) -> None:
    assert packed(sheets, RowSheet) == packed(sheets, None)


def packed(sheets: list[dict[int, Cells]], kind: type[RowSheet] | None) -> bytes:
    """Return a workbook of sheets of that kind, the library's own for None: the cells by row and column."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        styles = [book.add_format({"text_wrap": True}), book.add_format({"bold": True})]
        for rows in sheets:
            sheet = book.add_worksheet(None, kind)
            for row, cells in sorted(rows.items()):
                _write_row(sheet, row, dict(sorted(cells.items())), styles[row % 2])
    return out.getvalue()


def _write_row(sheet: Any, row: int, cells: Cells, style: object) -> None:
    values = [cells.get(column) for column in range(max(cells, default=-1) + 1)]
    others = sheet.write_values(row, values, style) if isinstance(sheet, RowSheet) else cells
    for column in others:
        write = {str: sheet.write_string, bool: sheet.write_boolean}.get(type(cells[column]), sheet.write_number)
        write(row, column, cells[column], style)


def test_a_workbook_has_types_a_frozen_head_and_columns_that_can_be_read() -> None:
    day, number = Literal("2014-02-01", datatype=NamedNode(XSD.date)), Literal("0.5", datatype=NamedNode(XSD.decimal))
    early = Literal("1848-03-15", datatype=NamedNode(XSD.date))
    large = Literal(str(2**60), datatype=NamedNode(XSD.integer))
    workbook = book(answer((day, number), (early, large), (Literal("word " * 100), Literal("x" * (LONGEST + 1)))))
    sheet = workbook["Answer"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A2"].value == datetime(2014, 2, 1)
    assert sheet["A2"].number_format == "yyyy-mm-dd"
    assert (sheet["B2"].value, sheet["A3"].value, sheet["B3"].value) == (0.5, "1848-03-15", str(2**60))
    assert sheet["B4"].value == "x" * (LONGEST - 1) + "…"
    assert 5 < sheet.column_dimensions["A"].width < 70


@pytest.mark.parametrize(
    ("text", "datatype", "kind"),
    [
        ("1900-02-28", XSD.date, "s"),
        ("1900-03-01", XSD.date, "d"),
        ("9999-12-31", XSD.date, "d"),
        ("10000-01-01", XSD.date, "s"),
        ("0001-01-01", XSD.date, "s"),
        (str(2**53), XSD.integer, "n"),
        (str(2**53 + 1), XSD.integer, "s"),
        ("38.5", XSD.decimal, "n"),
        ("0.12345678901234567891", XSD.decimal, "s"),
        ("NaN", f"{XSD.base}double", "s"),
        ("INF", f"{XSD.base}double", "s"),
        ("1", f"{XSD.base}boolean", "b"),
    ],
)
def test_a_cell_is_a_number_or_a_day_only_where_excel_holds_it(text: str, datatype: str, kind: str) -> None:
    cell = book(answer((Literal(text, datatype=NamedNode(datatype)), None)))["Answer"]["A2"]
    assert cell.data_type == kind
    if kind == "s":
        assert cell.value == text
    if kind == "d":
        assert isinstance(cell.value, datetime)
        assert cell.value.date().isoformat() == text
    if kind == "b":
        assert cell.value is True


def test_a_workbook_says_what_was_asked_of_which_reports(store: Store) -> None:
    result = ask(store, find_question("contributors"), {"goal": "4.1"})
    said: dict[Any, Any] = {row[0].value: row[1].value for row in book(result)["About"].iter_rows()}
    assert said["Title"] == "Who contributes to a goal"
    assert said["goal"] == "4.1"
    assert said["Rows"] == "3"
    assert "never performance" in said["How to read it"]
    assert said["Romania 2014"].startswith("read, as of ")


def test_the_same_answer_gives_the_same_workbook() -> None:
    assert formatted(texts([("a", "b")]), "xlsx") == formatted(texts([("a", "b")]), "xlsx")
    assert book(texts([("a", "b")])).properties.created == CREATED


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    with pytest.raises(FormatError, match="1048576 rows; expected at most 1048575"):
        formatted(answer(*([(None,)] * (MOST_ROWS + 1)), columns=("a",)), "xlsx")


@pytest.mark.parametrize(
    ("sparql", "name", "said"),
    [
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "triples, which csv does not hold; expected one of: table, ttl"),
        ("SELECT * { ?s ?p ?o }", "ttl", "the answer is rows, which ttl does not hold"),
        ("ASK { ?s ?p ?o }", "xlsx", "the answer is true or false, which xlsx does not hold"),
    ],
)  # fmt: skip
def test_what_a_format_cannot_hold_is_refused(sparql: str, name: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        formatted(query(EMPTY, sparql), name)


def test_truth_as_json() -> None:
    assert json.loads(formatted(query(EMPTY, "ASK {}"), "json")) == {"head": {}, "boolean": True}


@given(TEXT)
@example("\x1b[2J\x1b]0;title\x07\x9b31m\u202egnp.exe")
def test_a_table_sends_a_terminal_nothing_but_its_lines(words: str) -> None:
    sent = set(text(answer((Literal(words), None)), "table")) - {"\n"}
    assert not {character for character in sent if unicodedata.category(character) == "Cc"}
    assert not sent & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_an_escape_in_a_table_is_shown() -> None:
    assert "␛[2Jred\\u202e" in text(answer((Literal("\x1b[2Jred\u202e"), None)), "table")


@pytest.mark.parametrize("mark", "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_each_mark_that_turns_a_line_around_is_shown(mark: str) -> None:
    assert f"a\\u{ord(mark):04x}b" in text(answer((Literal(f"a{mark}b"), None)), "table")


def test_a_name_in_a_table_can_be_pasted_into_a_query(store: Store) -> None:
    actors = query(store, "SELECT DISTINCT ?actor { ?x ag:actor ?actor } ORDER BY ?actor")
    assert isinstance(actors, Answer)
    pasted = " ".join(text(actors, "table").split("\n")[1:-2])
    assert "organization:ro-cocd" in pasted
    again = query(
        store, f"SELECT DISTINCT ?actor {{ VALUES ?actor {{ {pasted} }} ?x ag:actor ?actor }} ORDER BY ?actor"
    )
    assert isinstance(again, Answer)
    assert again.terms == actors.terms


@pytest.mark.parametrize(
    "iri", ["https://example.org/x", f"{DATA}law/a/b", f"{DATA}law/a.", f"{DATA}law/", f"{DATA}law/é"]
)
def test_an_iri_without_a_prefix_stands_in_full(iri: str) -> None:
    assert f"<{iri}>" in text(answer((NamedNode(iri), None)), "table")
