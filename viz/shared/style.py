"""The look and the words of the pages, read from style.yaml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.yamltext import loaded

SOURCE = Path(__file__).with_name("style.yaml")
STATED = "stated"
INFERRED = "inferred"
STRUCTURE = "structure"
ROW = "row"
_FORESEEN = "foreseen"
_RELATION = "relation"


@dataclass(frozen=True)
class Group:
    """The look of a group of nodes: words for one of it and for many, shape, colours as #rrggbb."""

    words: str
    many: str
    shape: str
    fill: str
    border: str
    text: str


@dataclass(frozen=True)
class Line:
    """The look of a kind of link: words for the legend, colour, width in pixels, arrow head ("" for none)."""

    words: str
    colour: str
    width: int
    arrow: str
    dashes: bool


@dataclass(frozen=True)
class Status:
    """A status in plain words, and the kind of line that shows it."""

    words: str
    line: str


@dataclass(frozen=True)
class Style:
    """All looks and words of the pages."""

    groups: Mapping[str, Group]
    other: str
    lines: Mapping[str, Line]
    plans: Sequence[str]
    statuses: Mapping[str, Status]
    unfinished: Sequence[str]
    verdicts: Mapping[str, str]
    states: Mapping[str, str]
    readings: Mapping[str, str]
    kinds: Mapping[str, str]
    many: Mapping[str, str]
    predicates: Mapping[str, str]

    def group(self, name: str) -> Group:
        """Return the look of a group, that of `other` if it is unknown."""
        return self.groups.get(name, self.groups[self.other])

    def looks(self) -> dict[str, Any]:
        """Return what a diagram is drawn with (`DiagramStyle` in diagram/diagram.d.ts)."""
        groups, lines = (
            {name: {"rank": rank, **vars(look)} for rank, (name, look) in enumerate(looks.items())}
            for looks in (self.groups, self.lines)
        )
        return {"groups": groups, "other": self.other, "lines": lines}

    def line_name(self, basis: str, status: str, predicate: str) -> str:
        """Return the kind of line for a basis (stated, inferred, structure, row), status and predicate."""
        if basis == INFERRED and predicate in self.plans:
            return _FORESEEN
        if basis in (INFERRED, STRUCTURE, ROW):
            return basis
        known = self.statuses.get(status)
        return known.line if known else _RELATION

    def status_words(self, status: str) -> str:
        """Return a status in plain words; "" for ""."""
        known = self.statuses.get(status)
        return known.words if known else plain(status)

    def kind_words(self, kind: str) -> str:
        """Return a class name in plain words."""
        return self.kinds.get(kind, plain(kind))

    def kinds_words(self, kind: str) -> str:
        """Return a class name in plain words, in the plural."""
        words = self.kind_words(kind)
        return self.many.get(kind) or _plural(words) if words else ""

    def predicate_words(self, predicate: str) -> str:
        """Return a property's short name in plain words."""
        return self.predicates.get(predicate, plain(predicate))


def _plural(words: str) -> str:
    """Return English words in the plural: those of the last of them."""
    if re.search(r"[^aeiou]y$", words):
        return f"{words[:-1]}ies"
    return f"{words}es" if re.search(r"(s|x|ch|sh)$", words) else f"{words}s"


def plain(name: str) -> str:
    """Return a term's short name as words: "dateAsWritten" gives "date as written"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("-", " ").lower()


@cache
def style() -> Style:
    """Return the style that ships with the project."""
    data = loaded(SOURCE.read_text(encoding="utf-8"), SOURCE)
    return Style(
        groups={name: Group(**look) for name, look in data.pop("groups").items()},
        lines={name: Line(**look) for name, look in data.pop("lines").items()},
        statuses={name: Status(**words) for name, words in data.pop("statuses").items()},
        **data,
    )
