"""A page in one HTML file: a template with its data, scripts and styles inside, which may load nothing."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2

from alliancegraph.viz.data import Json, as_script

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


def render(template: str, data: Json, shown: Mapping[str, Any], styles: Sequence[str] = ()) -> str:
    """The page of a template, with the data for its script and what it shows itself; `styles` are more style sheets."""
    scripts = [_vis("vis-network.min.js"), _script()]
    sheets = [_without_images(_vis("vis-network.css")), _own("explorer.css"), *map(_own, styles)]
    return _template(template).render(
        policy=_policy(scripts, sheets),
        scripts=scripts,
        styles=sheets,
        data=as_script(data),
        **shown,
    )


def _template(name: str) -> jinja2.Template:
    folder = jinja2.FileSystemLoader(_ROOM)
    return jinja2.Environment(loader=folder, autoescape=True).get_template(name)


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
