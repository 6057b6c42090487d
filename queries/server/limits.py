"""The limits on one query: time, memory, rows."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds and megabytes for a query, rows (or triples) for its answer, and how many are answered at a time.

    A query that has worked for more than a `moment` (seconds of processor time) is a slow one: it gives way to all
    others, and only `slow` of them run beside `quick` others. At most `waiting` queries wait for their turn, each for
    as many seconds as `patience` says. `characters` is the length of a query.
    """

    seconds: int = 10
    megabytes: int = 1024
    rows: int = 1_000_000
    quick: int = 12
    slow: int = 4
    waiting: int = 100
    patience: int = 30
    moment: float = 0.1
    characters: int = 100_000
