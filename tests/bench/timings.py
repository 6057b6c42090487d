"""What was measured, and how it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple


class Runs(NamedTuple):
    """How many values are drawn for a question, and how often it is asked with each."""

    draws: int
    rounds: int


@dataclass
class Timing:
    """The runs of one case on one engine: seconds, and how many rows each of its queries gave."""

    seconds: list[float] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    failure: str = ""

    def add(self, query: int, rows: int, seconds: float) -> None:
        """Return one more run."""
        self.seconds.append(seconds)
        self.rows[query] = rows

    @property
    def spent(self) -> float:
        """All seconds together."""
        return sum(self.seconds)

    @property
    def median(self) -> float:
        """The middle of the runs, in seconds."""
        return median(self.seconds)

    @property
    def most_rows(self) -> int:
        """The longest answer."""
        return max(self.rows.values(), default=0)

    def told(self, right: Mapping[int, int]) -> str:
        """Median and worst in milliseconds, or what went wrong; `right` are the rows that there should be."""
        if self.failure or not self.seconds:
            return self.failure or "–"
        wrong = any(right.get(query) not in (None, rows) for query, rows in self.rows.items())
        told = f"{milliseconds(self.median)} / {milliseconds(max(self.seconds))}"
        return f"{told} (other rows)" if wrong else told


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, on how many years, how many rows answer it, a cell for each engine."""

    what: str
    years: int
    rows: str
    cells: Mapping[str, str]


def milliseconds(seconds: float) -> str:
    """Two or three figures.

    >>> milliseconds(0.00234), milliseconds(0.0234), milliseconds(2.34)
    ('2.3', '23', '2,340')
    """
    number = 1000 * seconds
    return f"{number:.1f}" if number < 10 else f"{number:,.0f}"


def markdown(header: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Return a table; the first column holds words, the others figures."""
    ruled = [header, ["---", *("---:" for _ in header[1:])], *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in ruled)
