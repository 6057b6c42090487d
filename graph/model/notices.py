"""What a reader was unsure of, or left out: collected while a report is read, for whoever reads it again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from alliancegraph.graph.model.pages import Place, located

_WRITTEN = re.compile(r"([a-z-]+): (.*)\nAt: (.*?)(?:, page (\d+))?(?:, line (\d+))?\nTo do: (.*)")


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

    @property
    def place(self) -> Place:
        return Place(self.page, self.line or 0)

    def __str__(self) -> str:
        return f"{located(self.path, self.place)}{self.what}. {self.remedy}"

    @property
    def written(self) -> str:
        """The notice as the graph has it, in three lines: its kind and what was found, where, and what to do.

        >>> print(Notice("outside", "text in no section", "Quote it.", Path("in/ee-2014.pdf"), 12, 3).written)
        outside: text in no section
        At: ee-2014.pdf, page 3, line 12
        To do: Quote it.
        """
        where = f"{self.path.name if self.path else ''}{', ' if any(self.place) else ''}{self.place}"
        what, remedy = (" ".join(text.split()) for text in (self.what, self.remedy))
        return f"{self.code}: {what}\nAt: {where}\nTo do: {remedy}"

    @classmethod
    def read(cls, written: str) -> Self:
        """Return the notice that was written so; raise ValueError if it is not one."""
        found = _WRITTEN.fullmatch(written)
        if not found:
            raise ValueError(written)
        code, what, name, page, line, remedy = found.groups()
        path = Path(name) if name else None
        return cls(code, what, remedy, path, int(line) if line else None, int(page) if page else None)


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
