"""The explorer: the graph as one HTML file that needs no network."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

import jinja2
import networkx as nx

from graph.claimrows import ClaimRow, claim_rows
from graph.judgements import JudgementRow, judgement_rows
from graph.network import project
from graph.store import Store
from graph.tables import ContributionRow, SectionRow, contribution_rows, section_rows
from viz.data import Json, as_script, page_data
from viz.style import style

_ROOM = Path(__file__).parent
_VIS = "templates/lib/vis-9.1.2"
_SCRIPTS = (
    "data",
    "elements",
    "outline",
    "lists",
    "search",
    "details",
    "cards",
    "names",
    "picture",
    "selection",
    "main",
)


def write_explorer(store: Store, path: Path) -> None:
    """Write the page for everything in the store; the same store gives the same bytes."""
    rows = claim_rows(store), section_rows(store), contribution_rows(store)
    page = explorer(project(store), *rows, judgement_rows(store))
    path.write_text(page, encoding="utf-8", newline="\n")


def explorer(
    network: "nx.MultiDiGraph[str]",
    claims: Sequence[ClaimRow],
    sections: Sequence[SectionRow],
    contributions: Sequence[ContributionRow],
    judgements: Sequence[JudgementRow] = (),
) -> str:
    """The page as HTML: the network, and every fact with its sentence."""
    data = page_data(network, claims, sections, contributions, judgements)
    scripts = [_vis("vis-network.min.js"), _script()]
    counted: Json = {"contributions": contributions, "claims": claims}
    styles = [_without_images(_vis("vis-network.css")), _own("explorer.css")]
    return _template().render(
        title=network.graph.get("title") or _title(data["reports"]),
        reports=data["reports"],
        counts={name: len({row.claim for row in rows}) for name, rows in counted.items()},
        groups=style().groups,
        lines=style().lines,
        policy=_policy(scripts, styles),
        scripts=scripts,
        styles=styles,
        data=as_script(data),
    )


def _title(reports: Sequence[Mapping[str, str]]) -> str:
    """A heading for a page that was given none; it names the report where there is only one."""
    return f"Who contributes: {reports[0]['label']}" if len(reports) == 1 else "Who contributes"


def _template() -> jinja2.Template:
    folder = jinja2.FileSystemLoader(_ROOM)
    return jinja2.Environment(loader=folder, autoescape=True).get_template("explorer.html.j2")


def _script() -> str:
    """The page's own script, of the files by noun in an order in which each knows those before it."""
    body = "\n".join(_own(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{body}}})();\n'


def _own(name: str) -> str:
    return (_ROOM / name).read_text(encoding="utf-8")


def _vis(name: str) -> str:
    return resources.files("pyvis").joinpath(_VIS, name).read_text(encoding="utf-8")


def _without_images(css: str) -> str:
    """The style sheet without the pictures of buttons that the page does not show."""
    return re.sub(r'background-image:url\("data:[^"]*"\);?', "", css)


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """A content security policy: nothing may be loaded, and only these scripts and styles may run."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
