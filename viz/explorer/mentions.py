"""What the reports of a page mention, gathered from each report as the page has it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

Json = dict[str, Any]


@dataclass
class Mentions:
    """The ids of what reports mention, each with the numbers of the reports, and the short names that they use.

    `subjects` are the ids of what records are about, `values` the ids that are values of a property, with the property,
    and `voices` the ids of those who are quoted.
    """

    items: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    subjects: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    predicates: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, chapters: Iterable[Json]) -> Self:
        """Return what those reports mention; they are numbered in their order."""
        found = cls()
        for number, chapter in enumerate(chapters):
            found._add(number, chapter)
        return found

    def _add(self, number: int, chapter: Mapping[str, Any]) -> None:
        for record in chapter["records"]:
            self._name(number, record["id"])
            self.subjects.add(record["id"])
            self.kinds.add(record["kind"])
            for predicate, _, named, *_ in record["fields"]:
                self._name(number, named)
                self.predicates.add(predicate)
                self.values.add((predicate, named))
        for one in chapter["inferred"]:
            self._name(number, one["subject"][1])
            self._name(number, one["object"][1])
            self.predicates.add(one["predicate"])
        self.voices.update(passage["by"] for passage in chapter["passages"])

    def _name(self, number: int, named: str) -> None:
        if named:
            self.items[named].add(number)
