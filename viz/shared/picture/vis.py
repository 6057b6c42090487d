"""The network as nodes and edges for vis-network, collected by pyvis."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import networkx as nx
from pyvis.network import Network

from alliancegraph.viz.shared.picture.backbone import BACKBONE, Box, goal_box, goals_in_order
from alliancegraph.viz.shared.picture.layout import positions
from alliancegraph.viz.shared.picture.links import MergedLink
from alliancegraph.viz.shared.style import Group, Line, style

_LABEL_LENGTH = 54
_BRIEF_LENGTH = 33
_FACE = "system-ui, sans-serif"

Json = dict[str, Any]


class _Drawn(NamedTuple):
    """The key of an edge of the picture: its ends, its kind of line, and whether it is mutual."""

    source: str
    target: str
    line: str
    mutual: bool


def picture(network: "nx.MultiDiGraph[str]", links: Iterable[MergedLink], ids: Mapping[str, str]) -> Json:
    """Return nodes and edges with places, looks and texts; links that look the same are one edge."""
    collected, box, places = Network(directed=True), goal_box(network), positions(network)
    for name in [*goals_in_order(network), *_loose(network)]:
        x, y = places[name]
        collected.add_node(ids[name], x=x, y=y, **_node(network.nodes[name], box))
    for drawn, words in sorted(_edges(links).items()):
        title = "; ".join(sorted(words))
        collected.add_edge(ids[drawn.source], ids[drawn.target], title=title, **_edge(drawn))
    return {"nodes": collected.nodes, "edges": collected.edges}


def _loose(network: "nx.MultiDiGraph[str]") -> list[str]:
    """Return all nodes but the goals; goals are drawn first, so that they cover nothing."""
    return sorted(name for name in network if network.nodes[name].get("group") != BACKBONE)


def _node(item: Mapping[str, str], box: Box) -> Json:
    look = style().group(item.get("group", ""))
    shown = _backbone_look(look, box) if item.get("group") == BACKBONE else _loose_look(look)
    return {
        "label": _node_label(item, _LABEL_LENGTH),
        "brief": _node_label(item, _BRIEF_LENGTH),
        "title": item["label"],
        "shape": look.shape,
        **shown,
    }


def _node_label(item: Mapping[str, str], length: int) -> str:
    """Return the number and short name, cut to the length."""
    text = f"{item.get('number', '')} {item.get('short') or item['label']}".strip()
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _colour(look: Group) -> Json:
    return {
        "background": look.fill,
        "border": look.border,
        "highlight": {"background": look.fill, "border": "#000000"},
        "hover": {"background": look.fill, "border": "#000000"},
    }


def _backbone_look(look: Group, box: Box) -> Json:
    return {
        "color": _colour(look),
        "font": {"color": look.text, "size": box.text, "face": _FACE},
        "widthConstraint": {"minimum": box.width, "maximum": box.width},
        "heightConstraint": {"minimum": box.height},
        "scaling": {"label": {"drawThreshold": 5, "maxVisible": 24}},
    }


def _loose_look(look: Group) -> Json:
    sizes = style().sizes
    return {
        "color": _colour(look),
        "font": {"color": look.text, "size": sizes["text"], "face": _FACE},
        "size": sizes["node"],
        "widthConstraint": {"maximum": sizes["text width"]},
    }


def _edges(links: Iterable[MergedLink]) -> dict[_Drawn, set[str]]:
    """Return the words of the links, by the edge that shows them."""
    edges: dict[_Drawn, set[str]] = {}
    for link in links:
        line = style().line_name(link.basis, link.status, link.predicate)
        status = style().status_words(link.status)
        words = f"{link.label} ({status.lower()})" if status else link.label
        edges.setdefault(_Drawn(link.source, link.target, line, link.mutual), set()).add(words)
    return edges


def _edge(drawn: _Drawn) -> Json:
    line = style().lines[drawn.line]
    return {
        "inferred": line.dashes,
        "color": line.colour,
        "width": line.width,
        "dashes": [12, 8] if line.dashes else False,
        "arrows": _arrows(line, drawn.mutual),
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.15} if line.dashes else False,
    }


def _arrows(line: Line, mutual: bool) -> Json:
    enabled = bool(line.arrow) and not mutual
    return {"to": {"enabled": enabled, "type": line.arrow or "arrow", "scaleFactor": 0.8}}
