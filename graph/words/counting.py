"""Counts in words: 1 report, 2 reports."""


def how_many(number: int, noun: str) -> str:
    """Return the number and the noun, with an s in the plural.

    >>> how_many(0, "claim"), how_many(1, "claim"), how_many(2, "claim")
    ('0 claims', '1 claim', '2 claims')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
