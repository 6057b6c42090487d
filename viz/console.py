"""The page of the endpoint: pick a question or write a query, see the answer as a table or a network."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import jinja2

from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.queries.server.limits import Limits
from alliancegraph.viz.columns import columns
from alliancegraph.viz.data import Json, as_script
from alliancegraph.viz.style import style

# Nothing may be loaded but from this server, and no other page may show this one inside itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
SHOWN = 10_000  # rows that the page asks for at the most; a saved file has all
_ROOM = Path(__file__).parent
_SCRIPTS = (
    "elements",
    "console-results",
    "console-table",
    "console-network",
    "console-questions",
    "console-save",
    "console",
)
_STYLES = ("explorer.css", "console.css")


def console(limits: Limits) -> str:
    """The page as HTML; it takes the files of `console_files` from beside it."""
    folder = jinja2.FileSystemLoader(_ROOM)
    template = jinja2.Environment(loader=folder, autoescape=True).get_template("console.html.j2")
    most = min(SHOWN, limits.rows)
    return template.render(limits=limits, most=most, data=as_script(_data(most)), questions=all_questions())


def console_files() -> Mapping[str, tuple[str, str]]:
    """Media type and text of each file that the page takes, by name."""
    vis = resources.files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js")
    script = "\n".join(_own(f"{name}.js") for name in _SCRIPTS)
    return {
        "console.css": ("text/css", "\n".join(_own(name) for name in _STYLES)),
        "console.js": ("text/javascript", f'"use strict";\n(() => {{\n{script}}})();\n'),
        "vis-network.js": ("text/javascript", vis.read_text(encoding="utf-8")),
    }


def _own(name: str) -> str:
    return (_ROOM / name).read_text(encoding="utf-8")


def _data(most: int) -> Json:
    looks = {name: vars(style().groups[group]) for name, group in (("from", "actor"), ("to", "initiative"))}
    return {
        "questions": {question.name: _question(question) for question in all_questions()},
        "links": [*columns().links, *columns().otherwise],
        "prefixes": known_prefixes(),
        "looks": looks,
        "most": most,
    }


def _question(question: Question) -> Json:
    told = ("name", "help", "example", "required")
    parameters = [{name: getattr(parameter, name) for name in told} for parameter in question.parameters]
    said = {"title": question.title, "question": question.question, "parameters": parameters}
    return {**said, "links": list(question.network)}
