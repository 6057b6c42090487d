"""All that the page's script shows, as JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.claimrows import ClaimRow
from graph.judgements import JudgementRow
from graph.tables import ContributionRow, SectionRow
from viz.contributions import contributions as contributions_of
from viz.facts import evidence, facts
from viz.layout import positions
from viz.local import local_ids
from viz.outline import outline, report_label
from viz.periods import written_words
from viz.picture import picture
from viz.style import style

_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}

Json = dict[str, Any]


def page_data(
    network: "nx.MultiDiGraph[str]",
    claims: Sequence[ClaimRow],
    sections: Sequence[SectionRow],
    contributions: Sequence[ContributionRow],
    judgements: Sequence[JudgementRow] = (),
) -> Json:
    """All that the page's script shows."""
    ids = local_ids(sorted(network))
    told = contributions_of(network, claims, contributions, ids)
    return {
        "items": {ids[name]: item(network.nodes[name]) for name in sorted(network)},
        "facts": facts(network, claims, told, ids),
        "evidence": evidence(claims),
        "targets": outline(network, sections, told, ids),
        "judgements": [_judgement(row, ids) for row in judgements],
        "unfinished": [style().status_words(status) for status in style().unfinished],
        "reports": _reports(network, sections),
        "several": len({report_label(row) for row in sections}) > 1,
        "picture": picture(network, positions(network), ids),
        "groups": {name: group.words for name, group in style().groups.items()},
        "dimmed": dict(style().dimmed),
    }


def as_script(data: Json) -> str:
    """JSON that is safe inside a script element: no character of it can end the element or start a tag."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_UNSAFE)


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


def _judgement(row: JudgementRow, ids: Mapping[str, str]) -> Json:
    return {
        "ends": [{"id": ids.get(iri, ""), "label": label} for iri, label in _ends(row)],
        "words": style().verdicts.get(row.verdict, row.verdict),
        "reason": row.reason,
        "by": ", ".join(filter(None, (row.by, row.on))),
    }


def _ends(row: JudgementRow) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row.one, row.one_label), (row.other, row.other_label)


def _reports(network: "nx.MultiDiGraph[str]", sections: Sequence[SectionRow]) -> list[Mapping[str, str]]:
    """The reports by name, whether we have read them, and as of when they speak; "" where not known."""
    reading, as_of = (json.loads(network.graph.get(name, "{}")) for name in ("reading", "as_of"))
    reading = reading or {report_label(row): "" for row in sections}
    return [
        {"label": name, "reading": reading[name], "as_of": written_words(as_of.get(name, ""))}
        for name in sorted(reading)
    ]
