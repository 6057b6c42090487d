"""Figures as reports print them: 32.000.000, 150,000, 21.500, two."""

import re

from loaders.yamlfile import Value


def check_figure(value: Value, printed: Value) -> None:
    """Raises ClaimsError unless the number is the one printed; a figure printed in words is taken on trust."""
    digits = re.sub(r"\D", "", printed.text())
    if digits and digits != re.sub(r"\D", "", value.text()):
        found = f"the value {value.text()} for a printed {printed.text()}"
        raise value.error(found, "the same figures", "Correct one of them.")
