"""Completion in bash, zsh and fish: commands, options, the library's questions, their parameters and values."""

import argparse
import os
import shlex
from collections.abc import Mapping
from typing import TYPE_CHECKING

from alliancegraph.parser import Once, Parser

if TYPE_CHECKING:
    from alliancegraph.queries.library import Question

SHELLS = ("bash", "zsh", "fish")
ASKED = "_ARGCOMPLETE"  # set by the shell's script


def script(shell: str) -> str:
    """Return the script that makes a shell complete the command line."""
    from argcomplete.shell_integration import shellcode

    return shellcode(["alliancegraph"], shell=shell)


def complete(parser: Parser, ask: Parser) -> None:
    """Write what the command line in COMP_LINE can go on with, for the shell, and exit."""
    import argcomplete

    argcomplete.finders.safe_actions.add(Once)
    _teach(ask, os.environ.get("COMP_LINE", ""))
    argcomplete.autocomplete(parser, always_complete_options="long")


def _teach(ask: Parser, line: str) -> None:
    """Let `ask` complete the questions, and the parameters of the one on the line, with their values."""
    from alliancegraph.commands.ask import add_parameters
    from alliancegraph.queries.library import all_questions

    questions = {question.name: question for question in all_questions()}
    [positional] = [action for action in ask.positionals if action.dest == "question"]
    vars(positional).update(completer=lambda **_: {name: question.title for name, question in questions.items()})
    asked = _asked(line, questions)
    if asked:
        for parameter, action in zip(asked.parameters, add_parameters(ask, asked), strict=True):
            vars(action).update(completer=_Values(parameter.type))


def _asked(line: str, questions: "Mapping[str, Question]") -> "Question | None":
    """Return the first question that the line names after its first word."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.quotes, lexer.commenters = True, "", ""
    return next((questions[word] for word in [*lexer][1:] if word in questions), None)


class _Values:
    """The values of parameters of a type in the build that the line names; none if there is no such build."""

    def __init__(self, type: str) -> None:
        self._type = type

    def __call__(self, prefix: str, parsed_args: argparse.Namespace, **_: object) -> dict[str, str]:
        from alliancegraph.graph.engines.store import Store
        from alliancegraph.graph.errors import StoreError
        from alliancegraph.queries.asking.values import choices

        try:
            found = choices(self._type, Store.open(parsed_args.build / "store"))
        except StoreError:
            return {}
        values = {each.value: each.label.removeprefix(each.value).strip() for each in found if each.value != each.iri}
        others = {name: each.label for each in found for name in each.names} if prefix else {}
        return {**others, **values}
