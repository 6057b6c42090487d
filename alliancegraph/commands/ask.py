"""`alliancegraph ask`: a question of the library, or the list of all."""

import argparse
from typing import TYPE_CHECKING

from alliancegraph.commands.options import add_reading, graph_asked
from alliancegraph.parser import Parser
from alliancegraph.queries.answers.formats import WRITTEN
from alliancegraph.terminal import HelpAsWritten, at_once

if TYPE_CHECKING:
    from alliancegraph.queries.library import Parameter, Question

HELP = "ask a question of the library, or list the questions"
FOR_ALL = f"[--format {'|'.join(WRITTEN)}] [--out FILE] [--network FILE.html] [--build DIR | --on URL [--seconds N]]"

SHARED = ("--format", "--out", "--network", "--build", "--on", "--seconds")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that all questions have; those of a single question are in `arguments.rest`."""
    parser.add_argument("question", nargs="?", help="the question's name; without one, all are listed")
    add_reading(parser)


def run(arguments: argparse.Namespace) -> None:
    """Print the answer, the help of a question, or the list of all."""
    if arguments.question is None:
        _list_questions(arguments.rest)
    else:
        _ask(_question(arguments), arguments)


def _question(arguments: argparse.Namespace) -> "Question":
    """Return the named question; raise UnknownQuestion, which explains that it precedes its parameters."""
    from alliancegraph.graph.errors import Problem, UnknownQuestion
    from alliancegraph.graph.words.suggestions import OFFERED
    from alliancegraph.queries.library import find_question

    try:
        return find_question(arguments.question)
    except UnknownQuestion as error:
        option = next((each.partition("=")[0] for each in arguments.rest if each.startswith("--")), "")
        takers = _takers(option.removeprefix("--"))
        if not takers or "Did you mean" in str(error):
            raise
        listed = ", ".join([*takers[:OFFERED], *(["…"] if takers[OFFERED:] else [])])
        expected = f"the question's name first: alliancegraph ask QUESTION {option} …"
        raise UnknownQuestion(
            Problem(error.problems[0].found, expected, f"Some that take {option}: {listed}.")
        ) from None


def _takers(parameter: str) -> list[str]:
    """Return the questions that have that parameter."""
    from alliancegraph.queries.library import all_questions

    return [question.name for question in all_questions() if any(parameter in p.names for p in question.parameters)]


def _ask(question: "Question", arguments: argparse.Namespace) -> None:
    values = _question_parser(question, arguments.rest).read(arguments.rest)
    from alliancegraph.commands.answering import answer_format, give, note_unread, written
    from alliancegraph.queries.asking.ask import ask

    answer_format(arguments)
    given = {name: value for name, value in vars(values).items() if value is not None}
    graph = graph_asked(arguments)
    with at_once():
        result = ask(graph, question, given)
        answer = written(result, arguments)
    give(answer, arguments)
    note_unread(result.about.unread(), answer)


def _list_questions(rest: list[str]) -> None:
    from alliancegraph.queries.library import all_questions

    parser = Parser(
        prog="alliancegraph ask",
        usage=f"alliancegraph ask [QUESTION] [--PARAMETER VALUE ...] {FOR_ALL}",
        description="Lists the questions of the library; `alliancegraph ask QUESTION --help` explains one of them.",
    )
    add_reading(parser)
    parser.read(rest)
    theme = ""
    for question in all_questions():
        if question.theme != theme:
            theme = question.theme
            print(f"{theme}")
        print(f"  {question.name:<24}{question.title}")
    print("\nAsk one: alliancegraph ask contributors --goal 4.1")


def _question_parser(question: "Question", rest: list[str]) -> Parser:
    parser = Parser(beside=SHARED, prog=f"alliancegraph ask {question.name}", formatter_class=HelpAsWritten)
    if {"-h", "--help"} & {*rest}:
        _describe(parser, question)
    add_parameters(parser, question)
    return parser


def add_parameters(parser: argparse.ArgumentParser, question: "Question") -> list[argparse.Action]:
    """Add an option for each parameter of the question, and return them in order."""
    return [_add_parameter(parser, parameter) for parameter in question.parameters]


def _add_parameter(parser: argparse.ArgumentParser, parameter: "Parameter") -> argparse.Action:
    otherwise = "needed" if parameter.required else "default: all"
    help = f"{parameter.help} (such as {parameter.example}; {otherwise})"
    names = [f"--{name}" for name in parameter.names]
    return parser.add_argument(*names, dest=parameter.name, metavar=parameter.type.upper(), help=help)


def _describe(parser: argparse.ArgumentParser, question: "Question") -> None:
    from alliancegraph.queries.handbook import description, example

    parser.description = description(question)
    parser.epilog = f"{example(question)}\nAs for every question: {FOR_ALL}"
