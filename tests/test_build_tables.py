"""The tables of a build: each row names its member's code, and the workbook says what the CSV files say."""

import csv
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from alliancegraph.files import HOW_TO_READ, TABLES
from alliancegraph.queries.answers.excel import LONGEST
from alliancegraph.queries.answers.titles import titles
from alliancegraph.queries.answers.workbook import Sheet, sheets


def table(build: Path, name: str) -> list[list[str]]:
    with (build / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("name", sorted({*TABLES} - {"warnings"}))  # the report gives no cause for any
def test_each_row_has_the_code_of_its_member(build: Path, name: str) -> None:
    head, *rows = table(build, name)
    assert rows
    assert {row[head.index("alpha3")] for row in rows} == {"ROU"}


@pytest.mark.parametrize("name", TABLES)
def test_the_workbook_says_what_the_tables_say(build: Path, name: str) -> None:
    sheet = openpyxl.load_workbook(build / "alliance.xlsx")[name]
    shown, (head, *rows) = [[plain(cell.value) for cell in row] for row in sheet.iter_rows()], table(build, name)
    assert shown == [[*titles(head)], *([" ".join(text.split("\r\n")) for text in row] for row in rows)]


def plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else f"{value}"


def test_figures_are_numbers_days_are_days_and_no_text_is_a_formula(build: Path) -> None:
    book = openpyxl.load_workbook(build / "alliance.xlsx")
    assert book.sheetnames == [*TABLES, "About"]
    head = [cell.value for cell in book["statistics"][1]]
    columns = {
        name: [cell.value for cell in column[1:]] for name, column in zip(head, book["statistics"].columns, strict=True)
    }
    assert {type(value) for value in columns["Value"]} == {int}
    assert {type(value) for value in columns["Period start"] if value} == {datetime}
    assert datetime(2013, 1, 1) in columns["Period start"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_the_workbook_says_how_to_read_it(build: Path) -> None:
    about = {str(name): str(words) for name, words in openpyxl.load_workbook(build / "alliance.xlsx")["About"].values}
    assert about["How to read it"] == HOW_TO_READ
    assert about["Romania 2014"].startswith("read, as of 2014-05-31/2014-12-31")


def test_a_text_that_no_cell_holds_is_told(tmp_path: Path) -> None:
    long = ["x" * (LONGEST + 1), "y"]
    (tmp_path / "b.xlsx").write_bytes(sheets([Sheet("t", ["a", "b"], [long, long])], []))
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert book["About"]["B1"].value == f"2 texts of more than {LONGEST} characters end in …; CSV has them whole."


def test_a_formula_in_a_table_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(sheets([Sheet("t", ["=1+1"], [["=HYPERLINK(1)"]])], []))
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "b.xlsx")["t"].iter_rows() for cell in row]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("=HYPERLINK(1)", "s")]
