"""Numbers as our own files write them: digits from 0 to 9, a minus before them, a point before a fraction.

Nothing else is accepted: no `5e3`, `2_000`, `1.`, `.5`, `+5`, `007`, `NaN`, and no digits of other scripts.
"""

import re
from decimal import Decimal

_WHOLE = r"-?(?:0|[1-9][0-9]{0,17})"  # fits into 64 bits, so that all engines can compute with it
WHOLE = "a whole number of at most 18 digits from 0 to 9, such as 21500"
DECIMAL = "a number of at most 18 digits from 0 to 9, with a point before a fraction of at most 9: 21500 or 0.125"


def whole(text: str) -> int:
    """Return the whole number that the text writes; raise ValueError for anything else."""
    if not re.fullmatch(_WHOLE, text):
        raise ValueError(text)
    return int(text)


def decimal(text: str) -> Decimal:
    """Return the number that the text writes, without trailing zeros; raise ValueError for anything else.

    >>> str(decimal("-1.50"))
    '-1.5'
    """
    if not re.fullmatch(rf"{_WHOLE}(?:\.[0-9]{{1,9}})?", text):
        raise ValueError(text)
    return (Decimal(text) + 0).normalize()
