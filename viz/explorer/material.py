"""The data from which all parts of the explorer are made, each computed once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import networkx as nx

from alliancegraph.queries.network import project
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.rows import ClaimRow
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.contributions import Contribution, contributions
from alliancegraph.viz.shared.items import short_ids
from alliancegraph.viz.shared.picture.links import MergedLink, merged_links


@dataclass(frozen=True)
class Material:
    """The views, and the network, links, claims and contributions made from them; `ids` are the page's, by IRI."""

    views: Views
    network: "nx.MultiDiGraph[str]"
    ids: Mapping[str, str]
    links: Sequence[MergedLink]
    claims: Sequence[ClaimRow]
    contributions: Sequence[Contribution]

    @classmethod
    def of(cls, views: Views) -> Self:
        """Return the material for those views."""
        network = project(views)
        ids = short_ids(sorted(network))
        return cls(views, network, ids, merged_links(network), claim_rows(views), contributions(views, ids))
