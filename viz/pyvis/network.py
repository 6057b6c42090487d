"""A network as pyvis has it, to go on with in Python, whose page loads nothing and shows every text as a text."""

import json
import webbrowser
from collections import Counter
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network

from alliancegraph.graph.files.writing import write_whole
from alliancegraph.graph.words.quoting import quoted
from alliancegraph.viz.pyvis.places import places
from alliancegraph.viz.shared.items import item_name
from alliancegraph.viz.shared.page import render, vis_script
from alliancegraph.viz.shared.style import Group, Line, style

_TEXT_WIDTH = 165  # pixels
_BEND = 0.12  # how far a line bends for each other line between the same two nodes

Json = dict[str, Any]


class OfflineNetwork(Network):
    """A pyvis Network: `write_html`, `save_graph`, `show` and `generate_html` give a page that needs no network.

    pyvis loads two files from elsewhere even where `cdn_resources` is "in_line", and takes titles for HTML where one
    of them has the letters href.
    """

    def generate_html(self, *_: object, **__: object) -> str:
        """Return the page as HTML; no title or label of it can become a tag or a script."""
        nodes, edges, heading, height, width, options = self.get_network_data()
        data = {"nodes": nodes, "edges": edges, "options": json.loads(options), "size": [width, height]}
        self.html = render(
            "pyvis", data, {"title": heading or "Network"}, ["shared/base.css", "pyvis/pyvis.css"], [vis_script()]
        )
        return self.html

    def write_html(self, name: str, *_: object, open_browser: bool = False, **__: object) -> None:
        """Write the page into the file of that name; raise InputError if that is impossible."""
        write_whole(Path(name), self.generate_html())
        if open_browser:
            webbrowser.open(Path(name).absolute().as_uri())


def pyvis_network(network: "nx.MultiDiGraph[str]", title: str) -> OfflineNetwork:
    """Return the network with places and looks; titles give the kind of a node, and the sentence of an edge.

    Nodes keep their keys. Physics is off; parallel edges stay.
    """
    made = OfflineNetwork(height="90vh", directed=True, heading=title, cdn_resources="in_line")
    made.toggle_physics(False)
    for name, (x, y) in places(network).items():
        made.add_node(name, x=x, y=y, **_node(network.nodes[name]))
    between: Counter[frozenset[str]] = Counter()
    for source, target, link in network.edges(data=True):
        pair = frozenset((source, target))
        made.add_edge(source, target, **_edge(link, between[pair]))
        between[pair] += 1
    return made


def _node(node: Json) -> Json:
    look = style().group(node["group"])
    return {
        "label": item_name(node),
        "title": "\n".join(filter(None, (node["label"], style().kind_words(node["kind"])))),
        "shape": look.shape,
        "color": _colour(look),
        "font": {"color": look.text},
        "widthConstraint": {"maximum": _TEXT_WIDTH},
    }


def _colour(look: Group) -> Json:
    same = {"background": look.fill, "border": look.border}
    return {**same, "highlight": same, "hover": same}


def _edge(link: Json, others: int) -> Json:
    """Return the look of an edge beside so many others between the same two nodes."""
    line = style().lines[style().line_name(link["basis"], link["status"], link.get("predicate", ""))]
    return {
        "title": _said(link),
        "color": line.colour,
        "width": line.width,
        "dashes": line.dashes,
        "arrows": _arrows(line),
        "smooth": {"enabled": others > 0, "type": "curvedCW", "roundness": _BEND * others},
    }


def _arrows(line: Line) -> Json:
    return {"to": {"enabled": bool(line.arrow), "type": line.arrow or "arrow"}}


def _said(link: Json) -> str:
    """Return the words of a link, what infers it, or the sentence that states it with its place."""
    status = style().status_words(link["status"])
    words = f"{link['label']} ({status.lower()})" if status else link["label"]
    quote = link.get("quote", "")
    said = (words, f"Rule: {link['rule']}" if link["rule"] else "", quoted(quote) if quote else "", _source(link))
    return "\n".join(filter(None, said))


def _source(link: Json) -> str:
    if "source" in link:
        return str(link["source"])
    report = " ".join(str(link[name]) for name in ("member", "year") if name in link)
    return ", ".join(filter(None, (report, link.get("section", ""))))
