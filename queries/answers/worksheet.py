"""A worksheet of xlsxwriter that takes the values of a row at once: the library asks many questions of each cell.

What it writes is what the library writes, byte for byte. Texts and whole numbers are most of what our sheets hold.
"""

from collections import defaultdict
from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

from alliancegraph.queries.answers.excel import EXACT, LONGEST, in_cell

_SURELY_FITS = LONGEST // 2  # characters: they may be two UTF-16 units each, which is how a cell counts
_BLOCK = 16  # rows that share one attribute `spans`


class RowSheet(Worksheet):
    """A worksheet without notes, and without formats of rows and columns.

    `cut` is how many of its texts were longer than a cell, and end in an ellipsis.
    """

    def __init__(self) -> None:
        super().__init__()
        self.cut = 0
        self._texts: dict[Format, dict[str, CellStringTuple]] = defaultdict(dict)

    def write_values(self, row: int, values: Sequence[object], style: Format) -> list[int]:
        """Write the texts, and the whole numbers that a cell holds exactly; return the columns of other values.

        A value of None is no value.
        """
        cells, texts, others = self.table[row], self._texts[style], []
        for column, value in enumerate(values):
            if value.__class__ is str:
                if value in texts:
                    cells[column] = texts[value]
                    self.str_table.count += 1
                else:
                    self._write_new(row, column, value, style)
            elif value.__class__ is int and -EXACT <= value <= EXACT:
                cells[column] = CellNumberTuple(value, style)
            elif value is not None:
                others.append(column)
        for column in (min(cells), max(cells)) if cells else ():
            self._check_dimensions(row, column)
        return others

    def _write_new(self, row: int, column: int, text: str, style: Format) -> None:
        """Write a text that the sheet has not had in this style; one that may be too long for a cell, each time."""
        self.cut += len(text) > LONGEST
        self.write_string(row, column, in_cell(text), style)
        if len(text) <= _SURELY_FITS:
            self._texts[style][text] = self.table[row][column]

    def _calculate_spans(self) -> None:
        self.row_spans = {}
        for block in range(self.dim_rowmax // _BLOCK + 1):
            rows = (self.table.get(row) for row in range(block * _BLOCK, (block + 1) * _BLOCK))
            ends = [end for cells in rows if cells for end in (min(cells), max(cells))]
            if ends:
                self.row_spans[block] = f"{min(ends) + 1}:{max(ends) + 1}"

    def _write_rows(self) -> None:
        self._calculate_spans()
        starts = [f'<c r="{xl_col_to_name(column)}' for column in range(self.dim_colmax + 1)]
        for row, cells in sorted(self.table.items()):
            if cells:
                self._write_row(row, self.row_spans[row // _BLOCK])
                self._write_cells(row, starts)
                self._xml_end_tag("row")

    def _write_cells(self, row: int, starts: Sequence[str]) -> None:
        written = ""  # since the last cell of another kind
        for column, cell in sorted(self.table[row].items()):
            style = cell.format.xf_index  # which a format gets at its first cell
            if style and cell.__class__ is CellStringTuple:
                written += f'{starts[column]}{row + 1}" s="{style}" t="s"><v>{cell.string}</v></c>'
            elif style and cell.__class__ is CellNumberTuple:
                written += f'{starts[column]}{row + 1}" s="{style}"><v>{cell.number:.16G}</v></c>'
            else:
                self.fh.write(written)
                written = ""
                self._write_cell(row, column, cell)
        self.fh.write(written)
