"""Short names for items, as they stand in the page's addresses: "organization/ro-cocd"."""

from collections import Counter
from collections.abc import Iterable, Mapping


def local_ids(iris: Iterable[str]) -> Mapping[str, str]:
    """A short id for each IRI: its last two steps, or the whole IRI where two would share them."""
    short = {iri: "/".join(iri.rstrip("/").split("/")[-2:]) for iri in iris}
    uses = Counter(short.values())
    return {iri: name if uses[name] == 1 else iri for iri, name in short.items()}
