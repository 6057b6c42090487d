"""The explorer: the graph as one HTML file that needs no network."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Judgement
from alliancegraph.viz.explorer.facts import evidence, facts
from alliancegraph.viz.explorer.material import Material
from alliancegraph.viz.explorer.outline import outline
from alliancegraph.viz.shared.items import item, report
from alliancegraph.viz.shared.page import render
from alliancegraph.viz.shared.picture.vis import picture
from alliancegraph.viz.shared.style import ROW, style

Json = dict[str, Any]


def write_explorer(views: Views, path: Path) -> None:
    """Write the page of a graph; the same graph gives the same bytes."""
    write_whole(path, explorer(views))


def explorer(views: Views) -> str:
    """Return the page as HTML: the network, and every fact with its sentence."""
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
    """Return the heading; it names the report if there is only one."""
    return f"Who contributes: {reports[0]['label']}" if len(reports) == 1 else "Who contributes"


def page_data(views: Views) -> Json:
    """Return the data for the explorer's script, in the shape of `PageData` in shared/data.d.ts."""
    made = Material.of(views)
    network, ids = made.network, made.ids
    return {
        "items": {ids[iri]: item(network.nodes[iri], views.spellings.get(iri, ())) for iri in sorted(network)},
        "facts": facts(made),
        "evidence": evidence(made.claims),
        "targets": outline(made),
        "judgements": [_judgement(row, ids) for row in views.judgements],
        "unfinished": [style().status_words(status) for status in style().unfinished],
        "reports": [report(row) for row in sorted(views.reports.values(), key=lambda row: row.name)],
        "several": len(views.reports) > 1,
        "picture": picture(network, made.links, ids),
        "groups": {name: group.words for name, group in style().groups.items()},
        "dimmed": dict(style().dimmed),
    }


def _judgement(row: Judgement, ids: Mapping[str, str]) -> Json:
    ends = (row.one, row.one_name), (row.other, row.other_name)
    return {
        "ends": [{"id": ids.get(iri, ""), "label": label} for iri, label in ends],
        "words": style().verdicts.get(row.verdict, row.verdict),
        "reason": row.reason,
        "by": ", ".join(filter(None, (row.by, row.on))),
    }
