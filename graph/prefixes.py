"""Prefixes: those of the vocabularies, and one for each kind of thing (`law:` for id/law/)."""

from ontology.terms import DATA, PREFIXES
from ontology.vocabulary import Vocabulary


def known_prefixes() -> dict[str, str]:
    """All of them, by prefix; a query may use them without declaring them.

    >>> known_prefixes()["law"]
    'https://w3id.org/alliancegraph/id/law/'
    """
    kinds = Vocabulary.load().segments()
    return dict(sorted(PREFIXES.items())) | {kind: f"{DATA}{kind}/" for kind in sorted(kinds)}
