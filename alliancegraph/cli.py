"""The command line: build the graph, ask it the library's questions or your own."""

import sys
from collections.abc import Mapping, Sequence

from alliancegraph.commands import add, ask, build, coverage, export, load, publish, query, serve
from alliancegraph.parser import Parser
from alliancegraph.terminal import HelpAsWritten, leave_output
from graph.errors import AllianceGraphError

EPILOG = """\
examples:
  alliancegraph build                              build the graph of the reports that ship with the project
  alliancegraph build moldova-2014.pdf             build the graph of your own report
  alliancegraph coverage                           which sentences have claims, and which nobody has accounted for
  alliancegraph ask                                list the questions
  alliancegraph ask contributors --goal 4.1        ask one
  alliancegraph ask contributors --help            what it asks, its parameters, an example
  echo 'SELECT * { ?s ?p ?o } LIMIT 5' | alliancegraph query -
  alliancegraph serve                              a SPARQL endpoint and a page on this machine
"""
COMMANDS = {
    "build": build,
    "add": add,
    "coverage": coverage,
    "ask": ask,
    "query": query,
    "export": export,
    "load": load,
    "publish": publish,
    "serve": serve,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; returns 0, or 2 after saying on standard error what is wrong and what to do."""
    try:
        _run(argv)
        if sys.stdout:
            sys.stdout.flush()
    except AllianceGraphError as error:
        for problem in error.problems:
            print(f"alliancegraph: {problem}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        leave_output()
    except OSError as error:
        leave_output()
        what = error.filename or "the output"
        print(f"alliancegraph: {what}: {error.strerror}. Check its permissions, and the space left.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _run(argv: Sequence[str] | None) -> None:
    parser, commands = _parsers()
    arguments, rest = parser.parse_known_args(argv)
    if rest and arguments.command != "ask":
        commands[arguments.command].refuse(rest)
    arguments.rest = rest
    COMMANDS[arguments.command].run(arguments)


def _parsers() -> tuple[Parser, Mapping[str, Parser]]:
    """The parser of the whole line, and that of each command."""
    parser = Parser(
        prog="alliancegraph",
        description="Who contributes to which goal, through what, with whom, under which law, by which sentence.",
        epilog=EPILOG,
        formatter_class=HelpAsWritten,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command", prog="alliancegraph")
    for name, command in COMMANDS.items():
        command.add(commands.add_parser(name, help=command.HELP, add_help=name != "ask"))
    return parser, commands.choices
