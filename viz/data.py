"""All that the page's script shows, as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from alliancegraph.queries.network import project
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Judgement, Report
from alliancegraph.viz.contributions import contributions
from alliancegraph.viz.facts import evidence, facts
from alliancegraph.viz.layout import positions
from alliancegraph.viz.local import local_ids
from alliancegraph.viz.outline import outline
from alliancegraph.viz.periods import written_words
from alliancegraph.viz.picture import picture
from alliancegraph.viz.style import style

_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}

Json = dict[str, Any]


def page_data(views: Views) -> Json:
    """All that the page's script shows."""
    network, claims = project(views), claim_rows(views)
    ids = local_ids(sorted(network))
    told = contributions(views, ids)
    return {
        "items": {ids[name]: item(network.nodes[name]) for name in sorted(network)},
        "facts": facts(network, claims, told, ids),
        "evidence": evidence(claims),
        "targets": outline(views, told, ids),
        "judgements": [_judgement(row, ids) for row in views.judgements],
        "unfinished": [style().status_words(status) for status in style().unfinished],
        "reports": [report(row) for row in sorted(views.reports.values(), key=lambda row: row.name)],
        "several": len(views.reports) > 1,
        "picture": picture(network, positions(network), ids),
        "groups": {name: group.words for name, group in style().groups.items()},
        "dimmed": dict(style().dimmed),
    }


def as_script(data: Json) -> str:
    """JSON that is safe inside a script element: no character of it can end the element or start a tag."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_UNSAFE)


def report(row: Report) -> Json:
    """A report as the script shows it: how far it is read, and as of when it speaks; "" where not known."""
    return {"label": row.name, "reading": row.reading_name, "as_of": written_words(row.as_of)}


def item(item: Mapping[str, str]) -> Json:
    """A node of the network as the script shows it."""
    return {
        "label": item["label"],
        "names": [name for name in item.get("names", "").split("|") if name],
        "kind": style().kind_words(item.get("kind", "")),
        "group": item.get("group", ""),
        "number": item.get("number", ""),
        "short": item.get("short", ""),
    }


def _judgement(row: Judgement, ids: Mapping[str, str]) -> Json:
    ends = (row.one, row.one_name), (row.other, row.other_name)
    return {
        "ends": [{"id": ids.get(iri, ""), "label": label} for iri, label in ends],
        "words": style().verdicts.get(row.verdict, row.verdict),
        "reason": row.reason,
        "by": ", ".join(filter(None, (row.by, row.on))),
    }
