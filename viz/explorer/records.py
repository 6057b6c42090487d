"""What a report says, by what it speaks of: a record for each thing, each property with the claim that states it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alliancegraph.queries.tables.rows import ClaimRow

Json = dict[str, Any]


@dataclass
class Claims:
    """The claims of a report, and the passages that they cite, numbered as they come.

    `passages` are numbers by IRI, `claims` the number of each claim by its id, and `cited` the passages of the claims.
    """

    passages: dict[str, int] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)
    cited: list[int] = field(default_factory=list)

    def passage(self, iri: str) -> int:
        """Return the number of a passage."""
        return self.passages.setdefault(iri, len(self.passages))

    def claim(self, row: ClaimRow) -> int:
        """Return the number of a row's claim."""
        if row.claim not in self.claims:
            self.claims[row.claim] = len(self.claims)
            self.cited.append(self.passage(row.passage))
        return self.claims[row.claim]


def records(
    rows: Iterable[ClaimRow], ids: Mapping[str, str], goals: Mapping[str, Sequence[str]], claims: Claims
) -> list[Json]:
    """Return a record for each subject, in the order of the rows.

    `ids` are the items of the page, by IRI; `goals` are the ids of the goals that a subject serves.
    """
    by_subject: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        by_subject[row.subject].append(row)
    return [_record(own, ids, goals.get(subject, ()), claims) for subject, own in by_subject.items()]


def _record(rows: Sequence[ClaimRow], ids: Mapping[str, str], goals: Sequence[str], claims: Claims) -> Json:
    first = rows[0]
    return {
        "id": ids.get(first.subject, ""),
        "kind": first.kind,
        "label": first.subject_label,
        "status": first.status,
        "goals": list(goals),
        "fields": [[row.predicate, *_value(row, ids), claims.claim(row)] for row in rows],
    }


def _value(row: ClaimRow, ids: Mapping[str, str]) -> tuple[str, str]:
    """Return the text of a value, and the item that it names; empty for none."""
    if row.datatype:
        return row.object, ""
    return row.object_label or row.object, ids.get(row.object, "")
