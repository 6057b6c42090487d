"""What the rows of an answer say, as the script of its page shows it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from alliancegraph.viz.answer.network import AnswerNetwork
from alliancegraph.viz.shared.items import item_name
from alliancegraph.viz.shared.style import ROW, STATED, style

Json = dict[str, Any]


def items(network: "nx.MultiDiGraph[str]", ids: Mapping[str, str]) -> dict[str, Json]:
    """Return the nodes of the network by their ids on the page."""
    return {ids[name]: _item(network.nodes[name]) for name in sorted(network)}


def facts(rows: AnswerNetwork, network: "nx.MultiDiGraph[str]", ids: Mapping[str, str]) -> list[Json]:
    """Return each link of the network, then in which row each thing is that has no links."""
    linked = sorted(_links(rows, network, ids), key=_reading_order)
    return [*linked, *_alone(rows, ids)]


def _item(node: Mapping[str, str]) -> Json:
    kind = node["kind"]
    return {
        "label": item_name(node),
        "group": node["group"] or style().other,
        "kind": style().kind_words(kind),
        "kinds": style().kinds_words(kind),
    }


def _links(rows: AnswerNetwork, network: "nx.MultiDiGraph[str]", ids: Mapping[str, str]) -> Iterator[Json]:
    for source, target, link in network.edges(data=True):
        known = {name: link[name] for name in ("status", "basis", "rule")}
        yield _fact(rows, ids[source], link["label"], {"object": ids[target], "rows": list(link["rows"]), **known})


def _alone(rows: AnswerNetwork, ids: Mapping[str, str]) -> Iterator[Json]:
    quoted = rows.evidence()["rows"]
    for row, thing in rows.alone.items():
        basis = STATED if row in quoted else ROW
        yield _fact(rows, ids[thing.key], "is in row", {"text": row.partition("-")[2], "rows": [row], "basis": basis})


def _fact(rows: AnswerNetwork, subject: str, words: str, more: Json) -> Json:
    fact = {"subject": subject, "words": words, "object": "", "text": "", "status": "", "rule": "", **more}
    line = style().line_name(fact["basis"], fact["status"], "")
    return {**fact, "line": line, "status": style().status_words(fact["status"]), "more": _more(rows, fact["rows"])}


def _more(rows: AnswerNetwork, names: Sequence[str]) -> list[str]:
    """Return the other cells of the rows that state a fact, without repetition."""
    return list(dict.fromkeys(filter(None, map(rows.more, names))))


def _reading_order(fact: Json) -> tuple[str, ...]:
    return fact["basis"], fact["rule"], fact["subject"], fact["words"], fact["object"]
