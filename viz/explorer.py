"""The explorer: the graph as one HTML file that needs no network."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx as nx

from graph.claimrows import ClaimRow, claim_rows
from graph.judgements import JudgementRow, judgement_rows
from graph.network import project
from graph.store import Store
from graph.tables import ContributionRow, SectionRow, contribution_rows, section_rows
from graph.writing import write_whole
from viz.data import Json, page_data
from viz.page import render
from viz.style import ROW, style


def write_explorer(store: Store, path: Path) -> None:
    """Write the page for everything in the store; the same store gives the same bytes."""
    rows = claim_rows(store), section_rows(store), contribution_rows(store)
    write_whole(path, explorer(project(store), *rows, judgement_rows(store)))


def explorer(
    network: "nx.MultiDiGraph[str]",
    claims: Sequence[ClaimRow],
    sections: Sequence[SectionRow],
    contributions: Sequence[ContributionRow],
    judgements: Sequence[JudgementRow] = (),
) -> str:
    """The page as HTML: the network, and every fact with its sentence."""
    data = page_data(network, claims, sections, contributions, judgements)
    counted: Json = {"contributions": contributions, "claims": claims}
    shown = {
        "title": network.graph.get("title") or _title(data["reports"]),
        "reports": data["reports"],
        "groups": [group for name, group in style().groups.items() if name != style().other],
        "lines": [line for name, line in style().lines.items() if name != ROW],
        "counts": {name: len({row.claim for row in rows}) for name, rows in counted.items()},
    }
    return render("explorer.html.j2", data, shown)


def _title(reports: Sequence[Mapping[str, str]]) -> str:
    """A heading for a page that was given none; it names the report where there is only one."""
    return f"Who contributes: {reports[0]['label']}" if len(reports) == 1 else "Who contributes"
