"""The page of the endpoint: pick a question or write a query, see the answer as a table or a network."""

from collections.abc import Mapping
from typing import Any

from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.queries.answers.titles import title
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.queries.server.limits import Limits
from alliancegraph.viz.shared.columns import columns
from alliancegraph.viz.shared.modules import modules
from alliancegraph.viz.shared.page import as_script, sheet, template
from alliancegraph.viz.shared.style import style

# Nothing may be loaded but from this server, and no other page may show this one inside itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
SHOWN = 10_000  # rows that the page asks for at the most; a saved file has all
_MAIN = "console/main.js"
_EDITOR = "console/vendor/codemirror.js"
_FORMATS = (
    *((name, name.upper()) for name in ("csv", "tsv", "xlsx", "json")),
    ("ttl", "Turtle"),
    ("svg", "SVG"),
    ("png", "PNG"),
)
_STYLES = ("shared/base.css", "shared/diagram/diagram.css", "console/console.css")

Json = dict[str, Any]


def console(limits: Limits, tables: Mapping[str, str]) -> str:
    """Return the page as HTML; it loads the files of `console_files` from the same server.

    `tables` are what the tables of the build have, by the names of their files.
    """
    most = min(SHOWN, limits.rows)
    shown = {
        "limits": limits,
        "most": most,
        "main": _MAIN,
        "questions": all_questions(),
        "formats": _FORMATS,
        "tables": tables,
    }
    return template("console/console.html.j2").render(**shown, data=as_script(console_data(most)))


def console_files() -> Mapping[str, tuple[str, str]]:
    """Return media type and text of each file that the page loads, by name."""
    return {
        "console.css": ("text/css", "\n".join(map(sheet, _STYLES))),
        "codemirror.js": ("text/javascript", sheet(_EDITOR)),
        **{module.file: ("text/javascript", module.text) for module in modules(_MAIN)},
    }


def console_data(most: int) -> Json:
    """Return the data for the page's script (`ConsoleData` in console.d.ts); `most` limits the rows."""
    return {
        "questions": {question.name: _question(question) for question in all_questions()},
        "prefixes": known_prefixes(),
        "style": style().looks(),
        "groups": dict(columns().things),
        "telling": {name: getattr(columns(), name) for name in ("basis", "inferred", "quote")},
        "most": most,
    }


def _question(question: Question) -> Json:
    return {
        "title": question.title,
        "question": question.question,
        "parameters": [{**parameter._asdict(), "title": title(parameter.name)} for parameter in question.parameters],
    }
