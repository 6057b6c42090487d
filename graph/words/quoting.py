"""Quotation marks around words that may have some of their own."""

import re

_DOUBLE = re.compile('^["“”„«»]|["“”„«»]$')


def quoted(text: str) -> str:
    """Return the text in quotation marks: single ones where it begins or ends with double ones."""
    return f"‘{text}’" if _DOUBLE.search(text) else f"“{text}”"
