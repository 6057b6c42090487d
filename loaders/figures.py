"""Figures as reports print them: 32.000.000, 150,000, 21.500, two."""

import re
from decimal import Decimal

from loaders.yamlfile import Value

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"\d+[.,]\d{1,2}")


def check_figure(value: Value, printed: Value) -> None:
    """Raises ClaimsError unless the number is the one printed; what is printed in words is taken on trust.

    A point or comma before three digits divides thousands; before one or two, it begins a fraction.
    """
    if re.search(r"[^\W\d_]", printed.text()) or not _NUMBER.fullmatch(value.text()):
        return
    if Decimal(value.text()) != _figure(printed.text()):
        found = f"the value {value.text()} for a printed {printed.text()}"
        remedy = "Correct one of them; a value has no mark between thousands: value: 21500, valueAsWritten: 21.500."
        raise value.error(found, "the same number", remedy)


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(",", ".") if _FRACTION.fullmatch(text) else re.sub(r"\D", "", text) or "0")
