"""Docstrings use the words of the field: ruff checks their form (PEP 257), this their words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("alliancegraph", "graph", "loaders", "ontology", "queries", "viz")
VAGUE = re.compile(
    r"\b(?:said|told|tells?|stands?)\b|^(?:Return|Yield) (?:what (?:comes|is there|stands)|the same)\b", re.MULTILINE
)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def docstrings(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, DOCUMENTED))
    return filter(None, found)


def test_docstrings_name_claims_rows_and_terms_not_what_is_said_or_stands_somewhere() -> None:
    root = Path(__file__).parent.parent
    paths = sorted(path for room in ROOMS for path in (root / room).rglob("*.py"))
    vague = [f"{path.relative_to(root)}: {text}" for path in paths for text in docstrings(path) if VAGUE.search(text)]
    assert vague == []
