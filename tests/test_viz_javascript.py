"""The scripts of the pages: written by the rules, of the right types, given what they expect, and right."""

import json
from pathlib import Path

import pytest

from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import find_question
from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.answer.page import answer_page
from alliancegraph.viz.console.page import console
from alliancegraph.viz.explorer.page import page_data
from tests.javascript import ROOT, given, node, tool
from tests.viz_alliance import alliance, unread

CORE, CHAPTER = ("explorer/data", "Core"), ("explorer/data", "Chapter")
ANSWER, CONSOLE = ("answer/answer", "AnswerData"), ("console/console", "ConsoleData")
UNITS = sorted((ROOT / "tests").glob("*.test.js"))


def test_scripts_are_written_by_the_rules() -> None:
    tool("eslint", "--max-warnings", "0", "viz", "tests")


def test_types_fit() -> None:
    tool("tsc", "--project", ".")


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units(path: Path) -> None:
    assert "# fail 0" in node("--test", "--test-reporter=tap", path)


def declared(folder: Path, name: str, declaration: tuple[str, str], data: str) -> None:
    """Write the data as a constant of that type, of which tsc says what does not fit."""
    file, kind = declaration
    text = f'import type {{ {kind} }} from "{ROOT / "viz" / file}";\nexport const {name}: {kind} = {data};\n'
    (folder / f"{name}.ts").write_text(text, encoding="utf-8")


def check(folder: Path) -> None:
    options = {
        "compilerOptions": {"types": [], "noEmit": True},
        "extends": str(ROOT / "tsconfig.json"),
        "include": ["*"],
    }
    (folder / "tsconfig.json").write_text(json.dumps(options))
    tool("tsc", "--project", folder)


def test_pages_give_their_scripts_what_these_declare(store: Store, sample: Store, tmp_path: Path) -> None:
    pages = {
        "romania": Views(store),
        "invented": Views(sample),
        "crowd": alliance().views(),
        "unread": unread().views(),
    }
    for name, views in pages.items():
        core, chapters = page_data(views)
        declared(tmp_path, name, CORE, json.dumps(core))
        for number, chapter in enumerate(chapters):
            declared(tmp_path, f"{name}{number}", CHAPTER, json.dumps(chapter))
    for question in ("contributors", "repeals", "partners", "reports"):
        page = answer_page(ask(store, find_question(question), {}))
        declared(tmp_path, question, ANSWER, given(page))
    declared(tmp_path, "endpoint", CONSOLE, given(console(Limits(), {})))
    check(tmp_path)


def test_what_is_not_declared_is_noticed(store: Store, tmp_path: Path) -> None:
    data = json.loads(given(answer_page(ask(store, find_question("repeals"), {}))))
    declared(tmp_path, "more", ANSWER, json.dumps({**data, "colour": "red"}))
    declared(tmp_path, "other", ANSWER, json.dumps({**data, "about": "no"}))
    declared(tmp_path, "less", ANSWER, json.dumps({name: value for name, value in data.items() if name != "evidence"}))
    with pytest.raises(AssertionError) as caught:
        check(tmp_path)
    for complaint in ('"colour"\' does not exist', "not assignable to type 'About'", "'evidence' is missing"):
        assert complaint in str(caught.value)


def test_the_tools_are_pinned_and_name_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    packages.pop("")
    assert packages
    assert all(
        "resolved" not in package and package["integrity"].startswith("sha512-") for package in packages.values()
    )


def test_the_editor_is_the_bundle_of_the_pinned_packages(tmp_path: Path) -> None:
    tool("esbuild", "--version")
    vendored = ROOT / "viz" / "console" / "vendor"
    node(vendored / "bundle.js", tmp_path)
    for name in ("codemirror.js", "LICENCES.txt"):
        assert (tmp_path / name).read_bytes() == (vendored / name).read_bytes(), "run `npm run bundle`"
