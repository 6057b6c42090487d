"""The command line: build the graph, ask it the library's questions or your own."""

import argparse
import io
import os
import signal
import sys
import textwrap
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import AllianceGraphError, Problem, SparqlError

if TYPE_CHECKING:
    from graph.store import Results
    from queries.library import Question

EPILOG = """\
examples:
  alliancegraph build                              build the graph of the reports that ship with the project
  alliancegraph build moldova-2014.pdf             build the graph of your own report
  alliancegraph coverage                           which sentences have claims, and which nobody has accounted for
  alliancegraph ask                                list the questions
  alliancegraph ask contributors --goal 4.1        ask one
  alliancegraph ask contributors --help            what it asks, its parameters, an example
  echo 'SELECT * { ?s ?p ?o } LIMIT 5' | alliancegraph query -
"""
FORMATS = ("table", "csv", "json")
ANSWER_FORMATS = (*FORMATS, "md")


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
        _leave_output()
    except OSError as error:
        _leave_output()
        what = error.filename or "the output"
        print(f"alliancegraph: {what}: {error.strerror}. Check its permissions, and the space left.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _run(argv: Sequence[str] | None) -> None:
    parser = _parser()
    arguments, rest = parser.parse_known_args(argv)
    if arguments.command == "ask":
        _ask(arguments, rest)
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    else:
        {"build": _build, "coverage": _coverage, "query": _query}[arguments.command](arguments)


def _leave_output() -> None:
    """Nothing more can be written: what Python still holds goes nowhere, so that leaving makes no noise."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _answer(results: "Results", results_format: str) -> None:
    from queries.formats import formatted

    _write_out(formatted(results, results_format), results_format)


def _write_out(text: str, text_format: str) -> None:
    """Prints a text: machines get UTF-8, a terminal that lacks a character gets a mark in its place."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        for_people = text_format == "table"
        sys.stdout.reconfigure(encoding=None if for_people else "utf-8", errors="replace")
    print(text, end="")


def _let_interrupts_through() -> None:
    """The engine does not hear Python's Ctrl-C while it works; the system's own way stops it at once."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="alliancegraph",
        description="Who contributes to which goal, through what, with whom, under which law, by which sentence.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    _add_build(commands.add_parser("build", help="read reports, build the graph, tables and page"))
    _add_coverage(commands.add_parser("coverage", help="show which sentences of a report its claims rest on"))
    ask = commands.add_parser("ask", help="ask a question of the library, or list them", add_help=False)
    ask.add_argument("question", nargs="?", help="the question's name; without one, all are listed")
    _add_reading(ask)
    query = commands.add_parser("query", help="run your own SPARQL query")
    query.add_argument("file", help="a file with the query, or - for standard input")
    _add_reading(query)
    return parser


def _add_reports(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", nargs="*", type=Path, help="text or PDF of a report (default: those that ship)")
    parser.add_argument("--claims", type=Path, help="the claims file (default: REPORT.claims.yaml beside the report)")
    parser.add_argument("--form", default="", help="form template: its id or a YAML file (default: recognised)")


def _add_build(parser: argparse.ArgumentParser) -> None:
    _add_reports(parser)
    parser.add_argument("--out", type=Path, default=Path("build"), help="where the build appears (default: build)")


def _add_coverage(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Every sentence of a report is quoted by a claim or marked as stating nothing. Shows which are not, and which "
        "hold much more text than is quoted."
    )
    parser.epilog = "example: alliancegraph coverage --format csv > sentences.csv"
    _add_reports(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table, a summary")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--build", type=Path, default=Path("build"), metavar="DIR", help="the build to ask (default: build)"
    )
    parser.add_argument("--format", choices=ANSWER_FORMATS, default="table", help="default: table")


def _build(arguments: argparse.Namespace) -> None:
    from alliancegraph.build import build, read_reports
    from alliancegraph.summary import summary

    reports = read_reports(arguments.report, arguments.claims, arguments.form, _tell)
    build(reports, arguments.out, _tell)
    for line in summary(arguments.out):
        print(line)


def _coverage(arguments: argparse.Namespace) -> None:
    from alliancegraph.build import read_reports
    from alliancegraph.coverage import coverage_text

    reports = read_reports(arguments.report, arguments.claims, arguments.form, _tell)
    _write_out(coverage_text(reports, arguments.format), arguments.format)


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr)


def _ask(arguments: argparse.Namespace, rest: list[str]) -> None:
    from graph.store import Store
    from queries.ask import ask
    from queries.library import find_question

    if arguments.question is None:
        _list_questions(rest)
        return
    question = find_question(arguments.question)
    values = _question_parser(question).parse_args(rest)
    given = {name: value for name, value in vars(values).items() if value is not None}
    _let_interrupts_through()
    answer = ask(Store.open(arguments.build / "store"), question, given)
    _answer(answer, arguments.format)


def _list_questions(rest: list[str]) -> None:
    from queries.library import all_questions

    parser = argparse.ArgumentParser(
        prog="alliancegraph ask",
        usage="alliancegraph ask [QUESTION] [--PARAMETER VALUE ...] [--format table|csv|json|md] [--build DIR]",
        description="Lists the questions of the library; `alliancegraph ask QUESTION --help` tells what one asks.",
    )
    parser.parse_args(rest)
    theme = ""
    for question in all_questions():
        if question.theme != theme:
            theme = question.theme
            print(f"{theme}")
        print(f"  {question.name:<24}{question.title}")
    print("\nAsk one: alliancegraph ask contributors --goal 4.1")


def _question_parser(question: "Question") -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"alliancegraph ask {question.name}",
        description=textwrap.fill(question.question, 100),
        epilog=f"example: {question.example}\n\nand, as for every question: --format table|csv|json|md, --build DIR",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for parameter in question.parameters:
        help = f"{parameter.help} (such as {parameter.example}; default: all)"
        parser.add_argument(f"--{parameter.name}", metavar=parameter.type.upper(), help=help)
    return parser


def _query(arguments: argparse.Namespace) -> None:
    from graph.prefixes import known_prefixes
    from graph.store import Store
    from queries.words import unknown_words

    sparql = _read_query(arguments.file)
    for line in unknown_words(sparql):
        _tell(f"alliancegraph: note: {line}")
    _let_interrupts_through()
    _answer(Store.open(arguments.build / "store").query(sparql, known_prefixes()), arguments.format)


def _read_query(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Check the path; `-` reads standard input."
        raise SparqlError(Problem(f"cannot be read ({error})", "a SPARQL file", remedy, Path(name))) from None
