"""All that the explorer's script shows, as JSON."""

from collections.abc import Mapping
from typing import Any

from alliancegraph.queries.network import project
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Judgement
from alliancegraph.viz.explorer.contributions import contributions
from alliancegraph.viz.explorer.facts import evidence, facts
from alliancegraph.viz.explorer.outline import outline
from alliancegraph.viz.shared.items import item, report, short_ids
from alliancegraph.viz.shared.picture.links import merged_links
from alliancegraph.viz.shared.picture.vis import picture
from alliancegraph.viz.shared.style import style

Json = dict[str, Any]


def page_data(views: Views) -> Json:
    """All that the explorer's script shows, in the shape of `PageData` in shared/data.d.ts."""
    network, claims = project(views), claim_rows(views)
    ids, drawn = short_ids(sorted(network)), merged_links(network)
    told = contributions(views, ids)
    return {
        "items": {ids[iri]: item(network.nodes[iri], views.spellings.get(iri, ())) for iri in sorted(network)},
        "facts": facts(network, drawn, claims, told, ids),
        "evidence": evidence(claims),
        "targets": outline(views, told, ids),
        "judgements": [_judgement(row, ids) for row in views.judgements],
        "unfinished": [style().status_words(status) for status in style().unfinished],
        "reports": [report(row) for row in sorted(views.reports.values(), key=lambda row: row.name)],
        "several": len(views.reports) > 1,
        "picture": picture(network, drawn, ids),
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
