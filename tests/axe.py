"""What axe-core finds wrong with a page for people with disabilities, by WCAG 2.2 AA; package.json pins it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.javascript import ROOT
from tests.programs import missing

_SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async rules => {
    const { passes, violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
    return { passed: passes.length, violations };
}"""  # of what passes it is counted alone: all that axe finds right takes longer to tell than to find


def violations(page: Page) -> list[str]:
    """Return a line for each element that breaks a rule in the page's present state, those in shadow roots included."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script().read_text(encoding="utf-8"))
    return checked(page, _RULES)


def checked(page: Page, rules: Any) -> list[str]:
    """Return the same by those rules, of which at least one must find something to look at, on a page that has axe."""
    found: dict[str, Any] = page.evaluate(_RUN, rules)
    assert found["passed"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def axe_script() -> Path:
    """Return the file of axe; a missing one is a reason to skip, but an error where CI=true."""
    if not _SCRIPT.exists():
        missing("axe-core is not installed; `make test` installs it where npm is")
    return _SCRIPT
