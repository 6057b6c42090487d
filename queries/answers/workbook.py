"""Excel workbooks: answers and tables with their types, and a sheet that describes the question and its sources."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, Self

from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.answers.cells import Term, text
from alliancegraph.queries.answers.datatypes import Value, native
from alliancegraph.queries.answers.excel import LONGEST, fits, in_cell
from alliancegraph.queries.views.rows import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

    from alliancegraph.queries.answers.worksheet import RowSheet

MOST_ROWS = 1_048_575  # of a sheet, its header left out
WIDEST = 420  # pixels of a column; longer texts wrap
MEASURED = 200  # rows that determine the widths of columns: measuring a text takes as long as writing it
CREATED = datetime(2000, 1, 1)  # the same in all files, so that the same answer gives the same bytes


class _Styles(NamedTuple):
    """The formats of a workbook's cells: of headers, of texts, which wrap, and of days."""

    bold: "Format"
    wrapping: "Format"
    day: "Format"

    @classmethod
    def of(cls, book: "Workbook") -> Self:
        """Add the formats to a workbook, and return them."""
        wrapping, day = ({"text_wrap": True, "valign": "top"}, {"num_format": "yyyy-mm-dd", "valign": "top"})
        return cls(*map(book.add_format, ({"bold": True}, wrapping, day)))


class Sheet(NamedTuple):
    """A sheet's name, its columns, and the values of its rows."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


def workbook(answer: Answer) -> bytes:
    """Return the answer as an .xlsx file: sheet `Answer` with typed cells, sheet `About` with its context.

    Raise FormatError if a sheet cannot hold all rows.
    """
    rows = [[_value(term) for term in terms] for terms in answer.terms]
    return sheets([Sheet("Answer", answer.titles, rows)], list(_about(answer)))


def _value(term: Term | None) -> Value:
    """Return a term as a cell can hold it, else its text."""
    value = native(term)
    return value if fits(value) else text(term)


def sheets(tables: Iterable[Sheet], about: Iterable[tuple[str, str]]) -> bytes:
    """Return the tables as an .xlsx file with a sheet each, and `About`, which also says what was cut.

    Cells are typed; a text is always a text, never a formula or a link. Raise FormatError if a sheet cannot hold all
    rows.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        styles = _Styles.of(book)
        cut = sum(_write_sheet(book, table, styles) for table in tables)
        lost = [("Cut", f"{cut} texts of more than {LONGEST} characters end in …; CSV has them whole.")] if cut else []
        _write_about(book, [*about, *lost])
    return out.getvalue()


def _write_sheet(book: "Workbook", table: Sheet, styles: _Styles) -> int:
    """Write a sheet, and return how many of its texts are longer than a cell."""
    from alliancegraph.queries.answers.worksheet import RowSheet

    if len(table.rows) > MOST_ROWS:
        remedy = "Narrow the question, or take csv."
        raise FormatError(Problem(f"{len(table.rows)} rows", f"at most {MOST_ROWS}, which a sheet holds", remedy))
    sheet: RowSheet = book.add_worksheet(table.name, RowSheet)
    sheet.write_values(0, table.columns, styles.bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    _write_rows(sheet, 1, table.rows[:MEASURED], styles)
    sheet.autofit(WIDEST)
    _write_rows(sheet, MEASURED + 1, table.rows[MEASURED:], styles)
    return sheet.cut


def _write_rows(sheet: "RowSheet", first: int, rows: Iterable[Sequence[Value]], styles: _Styles) -> None:
    for row, values in enumerate(rows, first):
        for column in sheet.write_values(row, values, styles.wrapping):
            _write(sheet, (row, column), values[column], styles)


def _write(sheet: "RowSheet", place: tuple[int, int], value: Value, styles: _Styles) -> None:
    """Write a value that is no text and no whole number; as text if a cell cannot hold it exactly."""
    if isinstance(value, bool):
        sheet.write_boolean(*place, value, styles.wrapping)
    elif not fits(value):
        sheet.write_string(*place, f"{value:f}" if isinstance(value, Decimal) else str(value), styles.wrapping)
    elif isinstance(value, date):
        sheet.write_datetime(*place, value, styles.day)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(*place, value, styles.wrapping)


def _write_about(book: "Workbook", about: Iterable[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("About")
    bold, wrapping = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    for row, (name, words) in enumerate(about):
        sheet.write_string(row, 0, in_cell(name), bold)
        sheet.write_string(row, 1, in_cell(words), wrapping)
    sheet.autofit(WIDEST)


def _about(answer: Answer) -> Iterator[tuple[str, str]]:
    about = answer.about
    yield "Title", about.title
    yield "Question", about.question
    yield from about.values.items()
    yield "Rows", str(len(answer))
    yield "How to read it", " ".join(filter(None, (about.beside_rows(), about.counts)))
    yield from reports_about(about.sources())


def reports_about(reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """Yield a line of `About` for each report: its reading state and date."""
    for report in reports:
        yield report.name, ", ".join(filter(None, (report.reading_name, report.as_of and f"as of {report.as_of}")))
