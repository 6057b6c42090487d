"""What a reader was unsure of, or left out: collected while a report is read, for whoever reads it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """A place in a document: its page, if it has pages, and the line on that page or else in the file, from 1."""

    page: int | None
    line: int


@dataclass(frozen=True)
class Notice:
    """Something that somebody should look at: a kebab-case code for its kind, what was found, and what to do.

    `line` counts on the page if the document has pages, else in the file; both count from 1.
    """

    code: str
    what: str
    remedy: str
    path: Path | None = None
    line: int | None = None
    page: int | None = None

    def __str__(self) -> str:
        page = f"page {self.page}" if self.page else ""
        line = f"{'line ' if page else ''}{self.line}" if self.line else ""
        place = ":".join(str(part) for part in (self.path, ", ".join(filter(None, (page, line)))) if part)
        return f"{place}{': ' if place else ''}{self.what}. {self.remedy}"


def listed(numbers: Iterable[int]) -> str:
    """Return numbers in order as people list them, such as pages.

    >>> listed([3, 1, 2, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}-{last}" if first < last else str(first) for first, last in runs)
