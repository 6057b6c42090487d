"""The order in which people read a page: lines from top to bottom, columns one after the other, tables row by row.

Rows whose gaps are above each other are columns: prose in two columns is read column by column, a table that is
ruled row by row and cell by cell.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import mean
from typing import NamedTuple

from alliancegraph.loaders.documents.prints import Kind
from alliancegraph.loaders.documents.readers.pdfcolumns import GAP, PARAGRAPH, Gap, Piece, Row, reach
from alliancegraph.loaders.documents.readers.pdfdirection import is_from_right
from alliancegraph.loaders.documents.readers.pdfruns import Box, Run
from alliancegraph.loaders.documents.readers.pdftables import Cells, wrapped_table

TAB = 2.0  # of the height of letters: a wider one parts cells of a table
BLANK = 0.12  # the same: a wider one parts words
WIDER_BLANK = 0.4  # the same, where letters are joined and their boxes are not
LEAST = 3  # rows that have both columns
WIDE = 12  # letters in the lines of a column, on average


class Segment(NamedTuple):
    """Runs on one line, what parts them from those before, and the kind of furniture that they are, if any."""

    before: str
    piece: Piece
    kind: Kind | None = None


def in_reading_order(runs: Iterable[Run], rules: Sequence[float] = ()) -> list[Segment]:
    """Return the lines of a page in the order of reading; `rules` are the heights of ruled lines across it."""
    segments: list[Segment] = []
    columns: Row = ()
    for row in _ordered([_pieces(row, GAP) for row in _rows(runs)], sorted(rules)):
        if isinstance(row, Cells):
            segments += [Segment(before, line) for before, line in row.lines()]
            columns = ()
            continue
        pieces = _pieces([run for piece in row for run in piece.runs], TAB)
        places = _columns_of(pieces, columns)
        if len(places) < len(pieces):
            columns, places = pieces, list(range(len(pieces)))
        tabs = [after - place for place, after in pairwise([0, *places])]
        segments += [Segment("\n" * (at == 0) + "\t" * tabs[at], piece) for at, piece in enumerate(pieces)]
    return segments


def _columns_of(pieces: Row, columns: Row) -> list[int]:
    """Return the column of each piece, where each is in one of its own; the columns are those of a row above."""
    places: list[int] = []
    for piece in pieces:
        over = [
            at
            for at, column in enumerate(columns)
            if piece.box.left < column.box.right and column.box.left < piece.box.right
        ]
        middle = (piece.box.left + piece.box.right) / 2
        nearest = min(
            range(len(columns)),
            key=lambda at: abs(columns[at].box.left + columns[at].box.right - 2 * middle),
            default=0,
        )
        place = over[0] if len(over) == 1 else nearest
        if len(columns) < 2 or len(over) > 1 or (places and place <= places[-1]):
            return []
        places.append(place)
    return places


def _rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Return runs that are side by side, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.box.middle):
        if rows and is_beside(run.box, max(rows[-1], key=lambda other: other.box.height).box):
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def is_beside(one: Box, other: Box) -> bool:
    """Return whether two boxes are on one line."""
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > min(one.height, other.height) / 2


def _pieces(row: Sequence[Run], gap: float) -> Row:
    """Return the pieces of a row, parted where a blank is that many letters high or more."""
    pieces: list[list[Run]] = []
    for run in sorted(row, key=lambda run: (run.box.left, run.start)):
        if pieces and run.box.left - max(other.box.right for other in pieces[-1]) < gap * run.box.height:
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return tuple(map(Piece.of, pieces))


def _ordered(rows: Sequence[Row], rules: Sequence[float]) -> Iterator[Row | Cells]:
    at = 0
    while at < len(rows):
        end, table = wrapped_table(rows, at, rules)
        if table:
            yield from table
            at = end
            continue
        end, gap = _columns(rows, at)
        if gap is None:
            yield rows[at]
            at += 1
            continue
        for band in _bands(rows[at:end], rules):
            for side in zip(*(gap.sides(row) for row in band), strict=True):
                yield from _ordered([row for row in side if row], rules)
        at = end


def _columns(rows: Sequence[Row], start: int) -> tuple[int, Gap | None]:
    """Return where columns that begin in that row end, and the gap between the first and the others."""
    best: tuple[int, Gap | None] = (start, None)
    for begun in _gaps(rows, start):
        end, gap = reach(rows, start, begun)
        if end > best[0] and _are_columns(rows[start:end], gap):
            best = end, gap
    return best


def _gaps(rows: Sequence[Row], start: int) -> Iterator[Gap]:
    """Yield the gaps in a row; where a column begins alone, those of the next rows at whose right it does."""
    alone = rows[start][0].box if len(rows[start]) == 1 else None
    for row in rows[start : start + LEAST] if alone and _goes_on(rows, start) else rows[start : start + 1]:
        for one, other in pairwise(row):
            if alone is None or abs(other.box.left - alone.left) < GAP / 2 * alone.height:
                yield Gap(one.box.right, other.box.left)


def _goes_on(rows: Sequence[Row], start: int) -> bool:
    """Return whether the next row is as near as the one behind it."""
    steps = [after[0].box.top - row[0].box.top for row, after in pairwise(rows[start : start + LEAST])]
    return len(steps) == LEAST - 1 and steps[0] < PARAGRAPH * steps[1]


def _are_columns(rows: Sequence[Row], gap: Gap) -> bool:
    """Return whether both sides of a gap have lines of text, in several rows."""
    sides = [gap.sides(row) for row in rows]
    both = [pair for pair in sides if all(pair)]
    widths = [[sum(piece.letters for piece in side) for side in column] for column in zip(*both, strict=True)]
    return len(both) >= LEAST and all(mean(column) >= WIDE for column in widths)


def _bands(rows: Sequence[Row], rules: Sequence[float]) -> Iterator[list[Row]]:
    """Yield the rows between ruled lines."""
    band: list[Row] = []
    for row in rows:
        top = row[0].box.middle
        if band and any(band[-1][0].box.middle < rule < top for rule in rules):
            yield band
            band = []
        band.append(row)
    yield band


def line_of(piece: Piece, text: str) -> tuple[str, list[int]]:
    """Return the words of a line, and where each of its runs begins in them.

    Between runs is what PDFium has there, else a blank if they are apart.
    """
    words, starts = piece.runs[0].words, [0]
    for run, after in pairwise(piece.runs):
        is_bare = words.endswith(" ") or after.words.startswith(" ")
        words += " " * (not is_bare and _is_blank(run, after, text))
        starts.append(len(words))
        words += after.words
    return words, starts


def _is_blank(run: Run, after: Run, text: str) -> bool:
    between = text[run.end : after.start] if run.end < after.start else ""
    gap = max(after.box.left - run.box.right, run.box.left - after.box.right)
    if len(run.words) == len(after.words) == 1 and is_from_right([run, after]):
        return gap > WIDER_BLANK * max(run.box.height, after.box.height)
    return between == " " or gap > BLANK * after.box.height
