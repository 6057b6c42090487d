"""The page of a report as it is read, in one HTML file that loads nothing and runs no script."""

from collections.abc import Mapping

from alliancegraph.graph.model.looks import ANSWER, FURNITURE, HEADING, OUTSIDE, UNKNOWN, Look
from alliancegraph.viz.shared.page import policy, sheet, template

_LEGEND: Mapping[str, str] = {
    HEADING: "heading of the form, with its likeness",
    ANSWER: "answer",
    OUTSIDE: "outside the form",
    UNKNOWN: "heading that the form lacks",
    FURNITURE: "page furniture, no part of the text",
}


def look_page(look: Look) -> str:
    """Return the page as HTML."""
    styles = [sheet("look/look.css")]
    shown = {"look": look, "styles": styles, "policy": policy([], styles), "legend": _LEGEND}
    return template("look/look.html.j2").render(shown)
