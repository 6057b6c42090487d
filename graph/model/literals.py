"""Literals that the engine stores by value: `"001"^^xsd:integer` comes back as `1`."""

from collections import Counter
from functools import lru_cache

import pyoxigraph as ox

from alliancegraph.ontology.terms import RDF, XSD

_AS_WRITTEN = (XSD.string, RDF.langString)
REMEDY = "Write it so; write as a plain text what must stay as it is, such as an identifier."


class Rewritten:
    """The noted literals that the engine changes: the number of them and the first of each datatype."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, ox.Literal] = {}

    def messages(self) -> dict[ox.Literal, str]:
        """Return a message for each datatype, by its first literal."""
        return {literal: self._message(datatype, literal) for datatype, literal in self.first.items()}

    def _message(self, datatype: str, first: ox.Literal) -> str:
        others = f" (and {self.counts[datatype] - 1} more)" if self.counts[datatype] > 1 else ""
        return f"'{first.value}' as xsd:{datatype.removeprefix(XSD.base)}{others} comes back as {stored(first)}"

    def note(self, literal: ox.Literal) -> None:
        """Note a literal; plain texts and whole numbers, which most are, are recognised without asking the engine."""
        datatype = literal.datatype.value
        if datatype not in _AS_WRITTEN and not _is_plain(literal, datatype) and stored(literal) != literal:
            self.counts[datatype] += 1
            self.first.setdefault(datatype, literal)


def _is_plain(literal: ox.Literal, datatype: str) -> bool:
    return datatype == XSD.integer and literal.value[:1] in set("123456789")


@lru_cache(maxsize=1 << 16)
def stored(literal: ox.Literal) -> ox.Literal:
    """Return the literal as the engine gives it back.

    >>> stored(ox.Literal("05", datatype=ox.NamedNode(XSD.integer))).value
    '5'
    """
    store, node = ox.Store(), ox.NamedNode(RDF.object)
    store.add(ox.Quad(node, node, literal))
    kept = next(iter(store)).object
    assert isinstance(kept, ox.Literal)
    return kept
