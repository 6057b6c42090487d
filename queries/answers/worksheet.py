"""A worksheet of xlsxwriter that takes the texts of a row at once: the library asks many questions of each cell.

What it writes is what the library writes, byte for byte. Texts are most of what our sheets hold.
"""

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellStringTuple, Worksheet

_SURELY_FITS = 16_383  # characters: a cell holds twice as many UTF-16 units
_BLOCK = 16  # rows that share one attribute `spans`


class TextSheet(Worksheet):
    """A worksheet without notes, and without formats of rows and columns."""

    def write_texts(self, row: int, texts: Mapping[int, str], style: Format) -> None:
        """Write texts into the columns of those numbers, given in ascending order."""
        if max(map(len, texts.values()), default=0) > _SURELY_FITS:
            for column, text in texts.items():
                self.write_string(row, column, text, style)
        elif texts:
            self._add(row, texts, style)

    def _add(self, row: int, texts: Mapping[int, str], style: Format) -> None:
        known, index = self.str_table, self.str_table.string_table
        self.table[row] |= {
            column: CellStringTuple(index.setdefault(text, len(index)), style) for column, text in texts.items()
        }
        known.count, known.unique_count = known.count + len(texts), len(index)
        for column in (min(texts), max(texts)):
            self._check_dimensions(row, column)

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
        texts = ""  # those since the last cell of another kind
        for column, cell in sorted(self.table[row].items()):
            if cell.__class__ is CellStringTuple and cell.format.xf_index:  # which a format gets at its first cell
                texts += f'{starts[column]}{row + 1}" s="{cell.format.xf_index}" t="s"><v>{cell.string}</v></c>'
            else:
                self.fh.write(texts)
                texts = ""
                self._write_cell(row, column, cell)
        self.fh.write(texts)
