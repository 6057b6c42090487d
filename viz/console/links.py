"""Which columns of an answer the endpoint's page links by default: a link for each row that has both ends."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from alliancegraph.queries.library import all_questions
from alliancegraph.viz.shared.columns import known_links, stem

_TRIPLE = "predicate"  # the column that names the link of a triple, never an end


class Column(NamedTuple):
    """A column of an answer: whether it has IRIs, and the number of characters in its distinct cells."""

    name: str
    iris: bool
    length: int

    @classmethod
    def parse(cls, name: str, iris: str, length: str) -> Self:
        """Return a column as the page describes it; raise ValueError unless `iris` is yes or no, `length` a number."""
        return cls(name, bool(("no", "yes").index(iris)), int(length))

    @property
    def is_of_things(self) -> bool:
        """Whether its cells name things: by IRI, or as the library's columns do."""
        return self.name != _TRIPLE and (self.iris or self.name.endswith("Name"))


class Linked(NamedTuple):
    """The columns of the two ends, and the column that names the link; "" for none."""

    start: str
    end: str
    by: str


def linked(question: str, columns: Sequence[Column]) -> Linked:
    """Return the columns linked by the question of that name, or usually linked, or else the likely ones."""
    if not columns:
        return Linked("", "", "")
    by_stem = {stem(column.name): column.name for column in reversed(columns)}
    asked_for = next((one.network for one in all_questions() if one.name == question), ())
    for link in known_links(asked_for, list(by_stem)):
        return Linked(
            by_stem[link.start], by_stem[link.end], next((by_stem[by] for by in link.by if by in by_stem), "")
        )
    return _likely(columns)


def _likely(columns: Sequence[Column]) -> Linked:
    """Return a link from the first column of things to the one with most characters."""
    things, names = [column for column in columns if column.is_of_things], [column.name for column in columns]
    start = things[0].name if things else names[0]
    ends = sorted((column for column in things if column.name != start), key=lambda column: -column.length)
    end = next(iter([*(column.name for column in ends), *(name for name in names if name != start), start]))
    between = names[names.index(start) + 1 : names.index(end)] if names.index(end) > names.index(start) else []
    return Linked(start, end, next((name for name in between if name == _TRIPLE or name.endswith("Name")), ""))
