"""`alliancegraph query`: a SPARQL query of one's own."""

import argparse
import sys
from pathlib import Path

from alliancegraph.commands.answering import answer_format, give
from alliancegraph.commands.options import add_reading, graph_asked
from alliancegraph.terminal import let_interrupts_through, tell
from graph.errors import Problem, SparqlError

HELP = "run your own SPARQL query"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", help="a file with the query, or - for standard input")
    add_reading(parser)


def run(arguments: argparse.Namespace) -> None:
    """Prints the answer, and on standard error a note on each word that the ontology lacks."""
    from queries.ask import query
    from queries.words import unknown_words

    answer_format(arguments)
    sparql = _read(arguments.file)
    for line in unknown_words(sparql):
        tell(f"alliancegraph: note: {line}")
    let_interrupts_through()
    give(query(graph_asked(arguments), sparql), arguments)


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Check the path; `-` reads standard input."
        raise SparqlError(Problem(f"cannot be read ({error})", "a SPARQL file", remedy, Path(name))) from None
