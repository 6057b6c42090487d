"""Footnotes on a page of a PDF: raised small marks behind words, and the lines in smaller letters that explain them."""

import re
from collections.abc import Container, Iterator, Sequence
from statistics import median

from alliancegraph.loaders.documents.readers.pdfcolumns import Piece
from alliancegraph.loaders.documents.readers.pdfruns import Run
from alliancegraph.loaders.documents.readers.raised import is_explained, is_mark, is_power, lowered, may_be_mark, raised

SMALL = 0.85  # of the height of the letters beside it
_RAISED = 0.1  # the same: how far its foot is above theirs
_LEVEL = 0.02  # the same: how much above it is, at most, if it is lowered
_SMALLER = 0.95  # of the height of most lines
_MARK = re.compile(r"[\d*†‡]{1,3}")
_SIGN = re.compile(r"(?<=[\w.,)])[*†‡]{1,3}(?!\w)")  # raised without being set so


def marks(piece: Piece, noted: Container[str] = ()) -> Iterator[int]:
    """Yield which runs of a line are footnote marks: digits that are small and raised, behind a word.

    Behind a number or a short word only those of the notes at the page's foot are, which `noted` names.
    """
    for at in _raised(piece):
        words, before = piece.runs[at].words.strip(), _before(piece, at)
        if is_mark(words, before) or words in noted:
            yield at


def with_powers(piece: Piece, noted: Container[str]) -> Piece:
    """Return a line with digits that are raised behind a number as raised characters, so that 10⁶ is not 106."""
    runs, noting = list(piece.runs), set(marks(piece, noted))
    for at in _raised(piece):
        if at not in noting and is_power(runs[at].words, _before(piece, at)):
            runs[at] = runs[at]._replace(words=raised(runs[at].words.strip()))
    for at in _lowered(piece):
        runs[at] = runs[at]._replace(words=lowered(runs[at].words.strip()))
    return piece._replace(runs=tuple(runs))


def _raised(piece: Piece) -> Iterator[int]:
    """Yield which runs of a line are digits or marks, raised behind a word or a number, and no unit."""
    for at in range(1, len(piece.runs)):
        run, before = piece.runs[at], _before(piece, at)
        if _is_raised(run, piece) and any(may_be(run.words, before) for may_be in (is_mark, is_explained, is_power)):
            yield at


def _lowered(piece: Piece) -> Iterator[int]:
    """Yield which runs of a line are digits below it, behind a number."""
    tall = max((run.box for run in piece.runs), key=lambda box: box.height)
    for at in range(1, len(piece.runs)):
        run = piece.runs[at]
        is_low = run.box.height < SMALL * tall.height and run.box.bottom >= tall.bottom - _LEVEL * tall.height
        if is_low and is_power(run.words, _before(piece, at)):
            yield at


def _before(piece: Piece, at: int) -> str:
    """Return the words before a run; with a sign, those before that too."""
    before = piece.runs[at - 1].words.rstrip()
    return piece.runs[at - 2].words + before if len(before) == 1 and at > 1 else before


def _is_raised(run: Run, piece: Piece) -> bool:
    """Return whether a run of a line is a mark that is smaller than its line and raised."""
    tall = max((other.box for other in piece.runs), key=lambda box: box.height)
    is_small = run.box.height < SMALL * tall.height and run.box.bottom < tall.bottom - _RAISED * tall.height
    return is_small and (may_be_mark(run.words) or is_power(run.words, "0"))


def notes(lines: Sequence[Piece]) -> list[Piece]:
    """Return the lines in small letters at a page's foot, from the first that begins with a mark in the lines above."""
    usual = median([_height(line) for line in lines for _ in range(line.letters)]) if lines else 0
    known = {line.runs[at].words.strip() for line in lines for at in _raised(line)}
    known |= {sign for line in lines for run in line.runs for sign in _SIGN.findall(run.words)}
    small = [line for line in lines if _height(line) < _SMALLER * usual]
    foot = max((line.box.middle for line in lines if line not in small), default=0)
    begin = min((line.box.top for line in small if line.box.top > foot and first_mark(line) in known), default=None)
    return [] if begin is None else [line for line in small if line.box.middle > begin]


def first_mark(line: Piece) -> str:
    """Return the mark with which a note begins; empty if it has none."""
    found = _MARK.match(line.runs[0].words)
    return found[0] if found else ""


def _height(line: Piece) -> float:
    return max(run.box.height for run in line.runs)
