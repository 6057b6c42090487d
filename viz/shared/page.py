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

_VIS = "templates/lib/vis-9.1.2"
_UNSAFE = re.compile("[<>&\u2028\u2029]")

Json = dict[str, Any]


def render(page: str, data: Json, shown: Mapping[str, Any], styles: Sequence[str] = ()) -> str:
    """Return the page of that name, with data for its script, data for its template, and more style sheets."""
    inline = [vis_script(), *scripts(f"{page}/main.js")]
    sheets = [_without_images(_vis("vis-network.css")), *map(sheet, ("shared/page.css", *styles))]
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
    return _vis("vis-network.min.js")


def _vis(name: str) -> str:
    return resources.files("pyvis").joinpath(_VIS, name).read_text(encoding="utf-8")


def _without_images(css: str) -> str:
    """Return the style sheet without the images of buttons that the page does not show."""
    return re.sub(r'background-image:url\("data:[^"]*"\);?', "", css)


def policy(scripts: Sequence[str], styles: Sequence[str], sources: str = "") -> str:
    """Return a content security policy: only these scripts and styles may run, and scripts from those sources.

    Nothing else may be loaded.
    """
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}{sources}; style-src {_hashes(styles)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
