"""Prefixes: those of the vocabularies, and one for each kind of thing (`law:` for id/law/)."""

import re
from functools import cache

from alliancegraph.ontology.terms import DATA, PREFIXES
from alliancegraph.ontology.vocabulary import Vocabulary

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def known_prefixes() -> dict[str, str]:
    """Return all of them, by prefix; a query may use them without declaring them.

    >>> known_prefixes()["law"]
    'https://w3id.org/alliancegraph/id/law/'
    """
    kinds = Vocabulary.load().segments()
    return dict(sorted(PREFIXES.items())) | {kind: f"{DATA}{kind}/" for kind in sorted(kinds)}


def short_name(iri: str) -> str:
    """Return the IRI as a query may write it: with a known prefix, else in full between angle brackets.

    >>> short_name("https://w3id.org/alliancegraph/id/law/ro-law-286-2009")
    'law:ro-law-286-2009'
    >>> short_name("https://example.org/a")
    '<https://example.org/a>'
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix, local = _by_base().get(iri[:cut]), iri[cut:]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else f"<{iri}>"


@cache
def _by_base() -> dict[str, str]:
    return {base: prefix for prefix, base in known_prefixes().items()}
