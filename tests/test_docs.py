"""Every command and example in the README and the guides runs."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from alliancegraph.loaders.claims.syntax import read_claims
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.library import all_questions

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "guides").glob("*.md"))]
TARGETS = {line.split(":")[0] for line in (ROOT / "Makefile").read_text().splitlines() if re.match(r"[a-z]+:", line)}


def blocks(language: str) -> list[tuple[str, str]]:
    """Return the code blocks of that language, each with the name of its page."""
    fence = re.compile(rf"^```{language}\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [(page.name, block) for page in PAGES for block in fence.findall(page.read_text(encoding="utf-8"))]


@pytest.fixture
def folder(tmp_path: Path, build: Path) -> Path:
    """Return a folder that looks like the project's after `make graph`."""
    for name in ("loaders", "ontology", "queries"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "build").symlink_to(build)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    command = tmp_path / ".venv" / "bin" / "alliancegraph"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m alliancegraph "$@"\n')
    command.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(("page", "block"), blocks("sh"))
def test_commands_run(folder: Path, page: str, block: str) -> None:
    made = [line.split()[1] for line in block.splitlines() if line.startswith("make ")]
    assert set(made) <= TARGETS, page
    script = "\n".join(line for line in block.splitlines() if not line.startswith("make "))
    path = os.pathsep.join([str(folder / ".venv" / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize(("page", "block"), blocks("python"))
def test_python_runs(folder: Path, page: str, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    exec(compile(block, page, "exec"), {})  # noqa: S102 (our own documentation)


@pytest.mark.parametrize(("page", "block"), blocks("yaml"))
def test_claims_are_well_formed(tmp_path: Path, page: str, block: str) -> None:
    (tmp_path / page).write_text(block, encoding="utf-8")
    assert not read_claims(tmp_path / page).slips


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_files_that_the_guides_name_exist() -> None:
    rooms = "alliancegraph|docs|graph|loaders|ontology|queries|tests|viz"
    named = [
        (page.name, path)
        for page in PAGES
        for path in re.findall(rf"`((?:{rooms})/[\w/.*-]*)`", page.read_text(encoding="utf-8"))
    ]
    assert len(named) > 40
    assert [name for name in named if not any(ROOT.glob(name[1].rstrip("/")))] == []


def test_functions_on_the_way_of_a_sentence_stand_in_the_file_that_is_named_before_them() -> None:
    way = (ROOT / "docs" / "guides" / "change-the-code.md").read_text(encoding="utf-8").partition("## Follow")[2]
    steps = re.findall(r"^(\d+)\. `([^`]+)`: (.*)$", way, re.MULTILINE)
    assert [int(number) for number, _, _ in steps] == [*range(1, 11), 10]
    for _, file, words in steps:
        code = (ROOT / file).read_text(encoding="utf-8")
        for name in re.findall(r"`([\w.]+)`", words.partition("; ")[2]):
            own = name.rpartition(".")[2]
            assert re.search(rf"\b(?:def|function) {own}\b|^  {own}\(.*\{{$", code, re.MULTILINE), f"{file}: {name}"


def test_names_of_questions_in_the_guides_exist() -> None:
    asked = {name for page in PAGES for name in re.findall(r"alliancegraph ask ([a-z-]+)", page.read_text())}
    assert asked
    assert asked <= {question.name for question in all_questions()}


def test_the_guide_names_all_roles_and_statuses() -> None:
    guide = (ROOT / "docs" / "guides" / "add-a-report.md").read_text(encoding="utf-8")
    table = set(re.findall(r"[\w-]+", "".join(line for line in guide.splitlines() if line.startswith("|"))))
    vocabulary = Vocabulary.load()
    assert {*vocabulary.concepts(AG.Role), *vocabulary.concepts(AG.Status)} <= table
    words = [
        word
        for line in guide.splitlines()
        if line.startswith(("| links", "| fields"))
        for word in line.split("|")[2].split(",")
    ]
    assert {word.strip() for word in words} <= set(vocabulary.properties)
