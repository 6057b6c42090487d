"""Completion in real shells, and the versions: what the command line says of itself."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from alliancegraph.cli import COMMANDS, main
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.library import all_questions
from tests.programs import program

PATIENCE = 120  # seconds for a shell, on any machine
BASH = """
eval "$(alliancegraph completion bash)"
COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
read -ra COMP_WORDS <<<"$1"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
function=$(complete -p alliancegraph | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
$function alliancegraph "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = "alliancegraph completion fish | source; complete --do-complete $argv[1]"
ZSH = """
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; autoload -Uz compinit; compinit -u -D; eval "$(alliancegraph completion zsh)"; print read""y'
zpty -r shell heard '*ready*'
zpty -w -n shell $1$'\\t\\C-a: \\C-e\\n'
zpty -w shell 'print don""e'
zpty -r shell heard '*done*'
print -r -- $heard
"""
Complete = Callable[[str], str]


@pytest.fixture
def environment(tmp_path: Path, build: Path) -> dict[str, str]:
    """Return an environment in which the command is on the path, in a folder that has a build."""
    (tmp_path / "build").symlink_to(build)
    command = tmp_path / "bin" / "alliancegraph"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m alliancegraph "$@"\n')
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}


def _shell(environment: dict[str, str], *command: str) -> str:
    folder = Path(environment["HOME"])
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    return done.stdout


@pytest.fixture(params=["bash", "fish"])
def complete(request: pytest.FixtureRequest, environment: dict[str, str]) -> Complete:
    """Return a function that gives what a shell offers for a line, one a line."""
    shell = program(request.param)
    if request.param == "bash":
        return lambda line: _shell(environment, shell, "--norc", "-c", BASH, "bash", line)
    return lambda line: _shell(environment, shell, "--no-config", "-c", FISH, line)


def _words(offered: str) -> set[str]:
    """Return the first word of each line: fish tells more behind a tab."""
    return {line.partition("\t")[0].strip() for line in offered.splitlines() if line.strip()}


def test_commands_and_questions_are_completed(complete: Complete) -> None:
    assert {*COMMANDS} <= _words(complete("alliancegraph "))
    assert _words(complete("alliancegraph ask contri")) == {"contributions-of", "contributors"}


def test_parameters_of_a_question_are_completed_and_no_others(complete: Complete) -> None:
    offered = _words(complete("alliancegraph ask contributors --"))
    assert {"--goal", "--member", "--country", "--format"} <= offered
    assert "--actor" not in offered


def test_values_are_completed_from_the_build(complete: Complete) -> None:
    assert _words(complete("alliancegraph ask contributors --goal 4")) == {"4", "4.1", "4.2"}
    assert _words(complete("alliancegraph ask contributors --member Ro")) == {"Romania"}
    assert _words(complete("alliancegraph ask contributors --status ong")) == {"ongoing"}
    assert _words(complete("alliancegraph ask partners --actor COC")) == {"COCD"}
    assert _words(complete("alliancegraph ask contributors --build nowhere --member Ro")) == set()


def test_choices_of_options_are_completed(complete: Complete) -> None:
    assert _words(complete("alliancegraph ask contributors --format xl")) == {"xlsx"}
    assert _words(complete("alliancegraph completion ")) >= {"bash", "zsh", "fish"}


def test_fish_tells_what_a_question_is(environment: dict[str, str]) -> None:
    offered = _shell(environment, program("fish"), "--no-config", "-c", FISH, "alliancegraph ask contributors")
    assert offered == "contributors\tWho contributes to a goal\n"


@pytest.mark.parametrize(("line", "whole"), [
    ("alliancegraph ask contributo", "alliancegraph ask contributors"),
    ("alliancegraph ask contributors --member Ro", "--member Romania"),
    ("alliancegraph ask partners --actor Countering", r"--actor Countering\ Organized\ Criminality\ Directorate"),
])  # fmt: skip
def test_zsh_completes_at_the_touch_of_a_key(environment: dict[str, str], line: str, whole: str) -> None:
    heard = _shell(environment, program("zsh"), "-f", "-c", ZSH, "zsh", line)
    assert whole in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|[\r\x07\x08]", "", heard)


def test_a_name_with_blanks_is_escaped_in_bash(environment: dict[str, str]) -> None:
    offered = _shell(
        environment, program("bash"), "--norc", "-c", BASH, "bash", "alliancegraph ask partners --actor Countering"
    )
    assert offered.strip() == r"Countering\ Organized\ Criminality\ Directorate"


def test_every_shell_has_its_script(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert main(["completion", shell]) == 0
        assert "alliancegraph" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main(["completion", "tcsh"])
    assert caught.value.code == 2


def test_no_two_parameters_of_a_question_share_an_option_with_what_all_have() -> None:
    shared = {"build", "on", "seconds", "format", "out", "network", "help"}
    assert {p.name for question in all_questions() for p in question.parameters}.isdisjoint(shared)


def test_the_version_names_program_ontology_and_engine(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    ontology = next(line for line in Vocabulary.load().files()[0].read_text().splitlines() if "owl:versionIRI" in line)
    iri = re.findall("<[^>]+>", ontology)[0]
    expected = f"alliancegraph {version('alliancegraph')}, ontology {iri}, pyoxigraph {version('pyoxigraph')}\n"
    assert capsys.readouterr().out == expected
