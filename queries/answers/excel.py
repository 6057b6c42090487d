"""What a cell of an Excel workbook can hold."""

from datetime import date
from decimal import Decimal

from alliancegraph.queries.answers.datatypes import Value

LONGEST = 32_767  # characters of a cell
EXACT = 2**53  # up to which Excel's numbers are exact
FIRST_DAY = date(1900, 3, 1)  # before it, Excel counts a day that did not exist
_NO_CHARACTERS = ("\ufffe", "\uffff")  # XML has no such characters


def fits(value: Value) -> bool:
    """Return whether a cell can hold the value as its type."""
    if isinstance(value, date):
        return value >= FIRST_DAY
    return not isinstance(value, int | float | Decimal) or _is_exact(value)


def _is_exact(value: float | Decimal) -> bool:
    """Return whether Excel's numbers, which have some 16 digits, hold the value exactly."""
    return -EXACT <= value <= EXACT and (not isinstance(value, Decimal) or Decimal(repr(float(value))) == value)


def in_cell(text: str) -> str:
    """Return a text as a cell can hold it; one that is too long ends in an ellipsis."""
    whole = text
    for character in () if text.isascii() else _NO_CHARACTERS:
        whole = whole.replace(character, "\ufffd")
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1]}…"
