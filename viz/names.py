"""Finds the item that a table row names, and the words for a property or role, in the network."""

from collections import defaultdict
from collections.abc import Mapping

import networkx as nx

from viz.links import links
from viz.style import style


class Names:
    """Local ids by claim and label, and words by predicate."""

    def __init__(self, network: "nx.MultiDiGraph[str]", ids: Mapping[str, str]) -> None:
        self._by_claim: dict[tuple[str, str], str] = {}
        self._by_label: dict[str, list[str]] = defaultdict(list)
        self._words: dict[str, str] = {}
        for name in sorted(network):
            self._by_label[network.nodes[name]["label"]].append(ids[name])
        for link in links(network):
            self._words[link.predicate] = link.label
            for end, claim in [(end, claim) for end in (link.source, link.target) for claim in link.claims]:
                self._by_claim[claim, network.nodes[end]["label"]] = ids[end]

    def id_of(self, claim: str, label: str) -> str:
        """The item of that label in the claim's link, or the only item of that label; "" where it is not certain."""
        named = self._by_label.get(label, [])
        return self._by_claim.get((claim, label)) or (named[0] if len(named) == 1 else "")

    def words_of(self, predicate: str) -> str:
        """The network's words for a property or role, or else the style's."""
        return self._words.get(predicate) or style().predicate_words(predicate)
