"""`alliancegraph ask`: a question of the library, or the list of all."""

import argparse
import textwrap
from typing import TYPE_CHECKING

from alliancegraph.commands.options import add_reading
from alliancegraph.terminal import answer, let_interrupts_through

if TYPE_CHECKING:
    from queries.library import Question

HELP = "ask a question of the library, or list them"


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments that all questions have; those of the one that is asked stay in `arguments.rest`."""
    parser.add_argument("question", nargs="?", help="the question's name; without one, all are listed")
    add_reading(parser)


def run(arguments: argparse.Namespace) -> None:
    """Prints the answer, the help of a question, or the list of all."""
    from graph.store import Store
    from queries.ask import ask
    from queries.library import find_question

    if arguments.question is None:
        _list_questions(arguments.rest)
        return
    question = find_question(arguments.question)
    values = _question_parser(question).parse_args(arguments.rest)
    given = {name: value for name, value in vars(values).items() if value is not None}
    let_interrupts_through()
    answer(ask(Store.open(arguments.build / "store"), question, given), arguments.format)


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
        names = [f"--{name}" for name in parameter.names]
        parser.add_argument(*names, dest=parameter.name, metavar=parameter.type.upper(), help=help)
    return parser
