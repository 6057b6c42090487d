"""A page with nothing but a diagram, for the tests of it."""

import json
from pathlib import Path
from typing import Any

import networkx as nx

from alliancegraph.viz.shared.modules import scripts
from alliancegraph.viz.shared.page import as_script, policy, sheet
from alliancegraph.viz.shared.style import style

_FRAME = "html { color-scheme: light dark; } body { margin: 8px; font: 15px/1.45 system-ui; } a { color: #ff0000; }"
_DRAW = """
const { drawDiagram } = modules["shared/diagram/drawing.js"];
const { svgText, pngBlob } = modules["shared/diagram/saving.js"];
const given = JSON.parse(document.getElementById("data").textContent);
const href = (id) => `#${encodeURIComponent(id)}`;
const draw = () => drawDiagram(given.network, { href, style: given.style, width: innerWidth - 16, ...given.options });
document.querySelector("main").append(draw());
"""

Json = dict[str, Any]


def diagram_page(network: Json, options: Json | None = None) -> str:
    """Return a page under a strict policy that draws the network."""
    run = [*scripts("shared/diagram/drawing.js"), *scripts("shared/diagram/saving.js")[1:], _DRAW]
    inline, sheets = list(dict.fromkeys(run)), [_FRAME, sheet("shared/diagram/diagram.css")]
    data = as_script({"network": network, "options": options or {}, "style": style().looks()})
    return "\n".join([
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A diagram</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(inline, sheets)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *(f"<style>{one}</style>" for one in sheets),
        '</head><body><main><h1>A diagram</h1></main>',
        f'<script type="application/json" id="data">{data}</script>',
        *(f"<script>{one}</script>" for one in inline),
        "</body></html>",
    ])  # fmt: skip


def as_diagram(network: "nx.MultiDiGraph[str]") -> Json:
    """Return a network of the graph as one that is drawn."""
    nodes = [
        {"id": name, "label": node["label"], "group": node["group"], "kind": style().kind_words(node["kind"])}
        for name, node in network.nodes(data=True)
    ]
    links = [
        {"from": source, "to": target, "words": link["label"], "basis": link["basis"],
         "line": style().line_name(link["basis"], link["status"], link["predicate"])}
        for source, target, link in network.edges(data=True)
    ]  # fmt: skip
    return {"nodes": nodes, "links": links}


def written(path: Path, network: Json, options: Json | None = None) -> str:
    """Write the page, and return its address."""
    path.write_text(diagram_page(network, options), encoding="utf-8")
    return path.as_uri()


def saved(text: str) -> Json:
    """Return what a page gave as JSON."""
    found: Json = json.loads(text)
    return found
