"""The limits on one query: time, memory, rows."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds and megabytes for a query, the maximum of rows (or triples), and how many queries run at a time.

    A query that has used more than a `moment` (seconds of processor time) is slow: its priority is lowered, and only
    `slow` of them run beside `quick` others. At most `waiting` queries wait, each for at most `patience` seconds.
    `characters` is the maximal length of a query.
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
