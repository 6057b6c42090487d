"""The links of the network as the pages show them: a mutual link once, with the claims that it rests on."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from alliancegraph.viz.shared.style import INFERRED

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, order=True)
class MergedLink:
    """A link from one node to another; `mutual` if the network has it in both directions."""

    source: str
    target: str
    predicate: str
    label: str
    basis: str
    status: str
    rule: str
    claims: tuple[str, ...]
    mutual: bool = False


def merged_links(network: "nx.MultiDiGraph[str]") -> list[MergedLink]:
    """Return all links, sorted; equal or mirrored inferred links are joined, with all their claims."""
    found = {_link(source, target, data) for source, target, data in network.edges(data=True)}
    inferred: dict[_Key, list[MergedLink]] = defaultdict(list)
    for link in found:
        if link.basis == INFERRED:
            inferred[_key(link)].append(link)
    stated = [link for link in found if link.basis != INFERRED]
    return sorted([*stated, *(_merged(key, inferred) for key in inferred if not _is_second(key, inferred))])


def _link(source: str, target: str, data: Mapping[str, Any]) -> MergedLink:
    return MergedLink(
        source=source,
        target=target,
        predicate=data.get("predicate", ""),
        label=data["label"],
        basis=data.get("basis", ""),
        status=data.get("status", ""),
        rule=data.get("rule", ""),
        claims=tuple(data.get("claims", ())) or tuple(filter(None, [data.get("claim", "")])),
    )


def _key(link: MergedLink) -> _Key:
    return link.source, link.target, link.predicate, link.rule


def _mirror(key: _Key) -> _Key:
    source, target, predicate, rule = key
    return target, source, predicate, rule


def _is_second(key: _Key, inferred: Mapping[_Key, list[MergedLink]]) -> bool:
    return key > _mirror(key) and _mirror(key) in inferred


def _merged(key: _Key, inferred: Mapping[_Key, list[MergedLink]]) -> MergedLink:
    mirrored = inferred.get(_mirror(key), []) if _mirror(key) != key else []
    claims = {claim for link in [*inferred[key], *mirrored] for claim in link.claims}
    return replace(min(inferred[key]), claims=tuple(sorted(claims)), mutual=bool(mirrored))
