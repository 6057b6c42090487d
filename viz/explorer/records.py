"""What a report says, by what it speaks of: a record for each thing, each property with the claim that states it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from alliancegraph.queries.tables.rows import ClaimRow
from alliancegraph.viz.explorer.material import Material

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


def records(made: Material, rows: Iterable[ClaimRow], claims: Claims) -> list[Json]:
    """Return a record for each subject, in the order of the rows."""
    by_subject: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        by_subject[row.subject].append(row)
    return [_record(made, own, claims) for own in by_subject.values()]


def _record(made: Material, rows: Sequence[ClaimRow], claims: Claims) -> Json:
    first = rows[0]
    return {
        "id": made.ids.get(first.subject, ""),
        "kind": first.kind,
        "label": first.subject_label,
        "status": first.status,
        "goals": list(made.goals.get(first.subject, ())),
        "fields": [_field(made, row, claims.claim(row)) for row in rows],
        **_foreign(made, first.subject),
    }


def _field(made: Material, row: ClaimRow, claim: int) -> list[str | int]:
    """Return the property, the text of its value, the item that it names (empty for none), the claim, the language."""
    item = "" if row.datatype else made.ids.get(row.object, "")
    language = "" if item else made.language(row)
    return [row.predicate, row.object_label or row.object, item, claim, *([language] if language else [])]


def _foreign(made: Material, iri: str) -> Json:
    """Return the language of a name that is not English."""
    return {"lang": made.views.foreign[iri]} if iri in made.views.foreign else {}
