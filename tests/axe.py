"""What axe-core finds wrong with a page for people with disabilities, by WCAG 2.2 AA; package.json pins it."""

from typing import Any

from playwright.sync_api import Page

from tests.javascript import ROOT
from tests.programs import missing

_SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """Return a line for each element that breaks a rule in the page's present state, those in shadow roots included."""
    if not _SCRIPT.exists():
        missing("axe-core is not installed; `make test` installs it where npm is")
    page.evaluate(_SCRIPT.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("tags => axe.run(document, { runOnly: tags })", _RULES)
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found["violations"] for node in rule["nodes"]
    ]
