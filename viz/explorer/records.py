"""What a report says, by what it speaks of: a record for each thing, each property with the claim that states it.

Of what the report does not introduce, records have only the id: what it is called and what it is, the page knows.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal

from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.views.rows import Fact
from alliancegraph.viz.explorer.stated import Stated, identifier

NAMES = "en"  # the language of a name for which the graph says no other

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

    def claim(self, fact: Fact) -> int:
        """Return the number of the claim that states a fact."""
        if fact.claim not in self.claims:
            self.claims[fact.claim] = len(self.claims)
            self.cited.append(self.passage(fact.passage))
        return self.claims[fact.claim]


def records(stated: Stated, facts: Iterable[Fact], claims: Claims) -> list[Json]:
    """Return a record for each subject, in the order of the facts."""
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_subject[fact.subject].append(fact)
    return [_record(stated, own, claims) for own in by_subject.values()]


def _record(stated: Stated, facts: Sequence[Fact], claims: Claims) -> Json:
    first = facts[0]
    own = stated.introduced.get(first.subject)
    return {
        "id": identifier(first.subject) if own is None or own.is_item else "",
        "kind": own.kind if own else "",
        "label": own.name if own and not own.is_item else "",
        "status": first.status,
        "goals": [identifier(goal.iri) for goal in stated.views.served.get(first.subject, ())],
        "fields": [_field(stated, fact, claims.claim(fact)) for fact in facts],
        **({"lang": own.language} if own and not own.is_item and own.language not in ("", NAMES) else {}),
    }


def _field(stated: Stated, fact: Fact, claim: int) -> list[str | int]:
    """Return the property, the text of its value, the id of what it names (empty for none), the claim, the language."""
    text, named, language = _value(stated, fact)
    return [Vocabulary.load().short(fact.predicate), text, named, claim, *([language] if language else [])]


def _value(stated: Stated, fact: Fact) -> tuple[str, str, str]:
    if isinstance(fact.object, Literal):
        return fact.object.value, "", fact.object.language or ""
    own = stated.introduced.get(fact.object.value)
    if own and not own.is_item:
        return own.name, "", own.language or NAMES
    return "", identifier(fact.object.value), ""
