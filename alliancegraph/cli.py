"""The command line: build the graph, ask it the library's questions or your own."""

import os
import sys
from collections.abc import Mapping, Sequence

from alliancegraph.commands import (
    add,
    ask,
    build,
    completion,
    coverage,
    export,
    form,
    load,
    look,
    publish,
    query,
    serve,
)
from alliancegraph.completion import ASKED, complete
from alliancegraph.graph.errors import AllianceGraphError, Problem
from alliancegraph.graph.files.oserrors import problem
from alliancegraph.parser import Parser
from alliancegraph.terminal import HelpAsWritten, leave, open_streams, orderly, tell
from alliancegraph.version import Version

EPILOG = """\
examples:
  alliancegraph build                              build the graph of the reports that ship with the project
  alliancegraph build moldova-2014.pdf             build the graph of your own report
  alliancegraph look moldova-2014.pdf              how it is read: pages, headings, sections, what is unsure
  alliancegraph coverage                           which sentences have claims, and which nobody has accounted for
  alliancegraph ask                                list the questions
  alliancegraph ask contributors --goal 4.1        ask one
  alliancegraph ask contributors --help            what it asks, its parameters, an example
  echo 'SELECT * { ?s ?p ?o } LIMIT 5' | alliancegraph query -
  alliancegraph serve                              a SPARQL endpoint and a page on this machine
"""
INTERRUPTED, UNHEARD = 130, 141  # as if by SIGINT and SIGPIPE
COMMANDS = {
    "build": build,
    "add": add,
    "look": look,
    "form": form,
    "coverage": coverage,
    "ask": ask,
    "query": query,
    "export": export,
    "load": load,
    "publish": publish,
    "serve": serve,
    "completion": completion,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 2 after a message on standard error about what is wrong and what to do.

    If a signal or a closed pipe ends the command, return 128 plus the number of the signal.
    """
    open_streams()
    try:
        with orderly():
            _run(argv)
    except AllianceGraphError as error:
        return _wrong(error.problems)
    except BrokenPipeError:
        leave(1)
        return UNHEARD
    except OSError as error:
        leave(1)
        return _wrong([problem(error)])
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _wrong(problems: Sequence[Problem]) -> int:
    for each in problems:
        tell(f"alliancegraph: {each}")
    return 2


def _run(argv: Sequence[str] | None) -> None:
    parser, commands = _parsers()
    if ASKED in os.environ:
        complete(parser, commands["ask"])
    try:
        arguments, rest = parser.parse_known_args(argv)
        if rest and arguments.command != "ask":
            commands[arguments.command].refuse(rest)
        arguments.rest = rest
        COMMANDS[arguments.command].run(arguments)
    finally:
        sys.stdout.flush()


def _parsers() -> tuple[Parser, Mapping[str, Parser]]:
    """Return the parser of the command line, and those of the commands."""
    parser = Parser(
        prog="alliancegraph",
        description="Who contributes to which goal, through what, with whom, under which law, by which sentence.",
        epilog=EPILOG,
        formatter_class=HelpAsWritten,
    )
    parser.add_argument("--version", action=Version)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command", prog="alliancegraph")
    for name, command in COMMANDS.items():
        command.add(commands.add_parser(name, help=command.HELP, add_help=name != "ask"))
    return parser, commands.choices
