"""A page in one HTML file: a template with its data, scripts and styles inline, which may load nothing."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

import jinja2

from alliancegraph.viz.shared.modules import ROOM, scripts

_UNSAFE = re.compile("[<>&\u2028\u2029]")

Json = dict[str, Any]


def render(page: str, data: Json, shown: Mapping[str, Any], styles: Sequence[str], first: Sequence[str] = ()) -> str:
    """Return the page of that name, with data for its script and its template; `first` are scripts that run before."""
    inline, sheets = [*first, *scripts(f"{page}/main.js")], [sheet(name) for name in styles]
    return template(f"{page}/{page}.html.j2").render(
        policy=policy(inline, sheets),
        scripts=inline,
        styles=sheets,
        data=as_script(data),
        **shown,
    )


def template(name: str) -> jinja2.Template:
    """Return a template of this room."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(ROOM), autoescape=True).get_template(name)


def sheet(name: str) -> str:
    """Return a style sheet of this room."""
    return (ROOM / name).read_text(encoding="utf-8")


def as_script(data: Json) -> str:
    """JSON that is safe inside a script element: no character of it can end the element or start a tag."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _UNSAFE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def vis_script() -> str:
    """Return the library that draws networks."""
    return resources.files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")


def policy(scripts: Sequence[str], styles: Sequence[str], sources: str = "") -> str:
    """Return a content security policy: only these scripts and styles may run, and scripts from those sources.

    Nothing else may be loaded; images are those that a script draws itself, to save them.
    """
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}{sources}; style-src {_hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
