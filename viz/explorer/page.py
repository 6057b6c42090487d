"""The explorer: the graph as one HTML file that needs no network."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer.data import page_data
from alliancegraph.viz.shared.page import render
from alliancegraph.viz.shared.style import ROW, style


def write_explorer(views: Views, path: Path) -> None:
    """Write the page for everything that the views give; the same graph gives the same bytes."""
    write_whole(path, explorer(views))


def explorer(views: Views) -> str:
    """The page as HTML: the network, and every fact with its sentence."""
    data = page_data(views)
    shown = {
        "title": _title(data["reports"]),
        "reports": data["reports"],
        "groups": [group for name, group in style().groups.items() if name != style().other],
        "lines": [line for name, line in style().lines.items() if name != ROW],
        "counts": {
            "contributions": len({row.claim for row in views.contributions}),
            "claims": len({fact.claim for fact in views.facts}),
        },
    }
    return render("explorer", data, shown)


def _title(reports: Sequence[Mapping[str, str]]) -> str:
    """A heading; it names the report where there is only one."""
    return f"Who contributes: {reports[0]['label']}" if len(reports) == 1 else "Who contributes"
