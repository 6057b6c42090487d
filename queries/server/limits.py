"""What one query may take of the machine that answers it."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds and megabytes for a query, rows (or triples) for its answer, and how many are answered at a time.

    A query that has run for a moment is a slow one: it gives way to all others, and only `slow` of them run beside
    `quick` others; at most `waiting` wait for their turn. `characters` is the length of a query.
    """

    seconds: int = 10
    megabytes: int = 1024
    rows: int = 10_000
    quick: int = 12
    slow: int = 4
    waiting: int = 100
    characters: int = 100_000
