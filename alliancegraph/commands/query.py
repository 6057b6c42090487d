"""`alliancegraph query`: a SPARQL query of one's own."""

import argparse
from pathlib import Path

from alliancegraph.commands.answering import answer_format, give, written
from alliancegraph.commands.options import add_reading, graph_asked
from alliancegraph.terminal import at_once, tell

HELP = "run your own SPARQL query"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", help="a file with the query, or - for standard input")
    add_reading(parser)


def run(arguments: argparse.Namespace) -> None:
    """Prints the answer, and on standard error a note on each word that the ontology lacks."""
    from graph.textfile import read_stdin, read_text
    from queries.ask import query
    from queries.words import unknown_words

    answer_format(arguments)
    sparql = read_stdin() if arguments.file == "-" else read_text(Path(arguments.file))
    for line in unknown_words(sparql):
        tell(f"alliancegraph: note: {line}")
    with at_once():
        answer = written(query(graph_asked(arguments), sparql), arguments)
    give(answer, arguments)
