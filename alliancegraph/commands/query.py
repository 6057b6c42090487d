"""`alliancegraph query`: runs a SPARQL query that the user wrote."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from alliancegraph.commands.answering import answer_format, give, note_unread, written
from alliancegraph.commands.options import add_reading, graph_asked
from alliancegraph.ontology.terms import XSD
from alliancegraph.terminal import at_once, tell

if TYPE_CHECKING:
    from alliancegraph.queries.answers.answer import Result
    from alliancegraph.queries.answers.cells import Term

HELP = "run your own SPARQL query"
EXPECTED = "a file with the query, or - for standard input"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", help=EXPECTED)
    add_reading(parser)


def run(arguments: argparse.Namespace) -> None:
    """Print the answer, and notes on standard error: unknown terms, and why an answer may be empty."""
    from alliancegraph.graph.files.textfile import read_stdin, read_text
    from alliancegraph.queries.asking.ask import query
    from alliancegraph.queries.asking.vocabulary import unknown_words
    from alliancegraph.queries.sources import unread

    answer_format(arguments)
    sparql = read_stdin() if arguments.file == "-" else read_text(Path(arguments.file), EXPECTED)
    for line in unknown_words(sparql):
        tell(f"alliancegraph: note: {line}")
    graph = graph_asked(arguments)
    with at_once():
        result = query(graph, sparql)
        answer = written(result, arguments)
    give(answer, arguments)
    if not result:
        note_unread(unread(graph), answer)
    if not result or _says_nothing(result):
        from alliancegraph.queries.asking.hints import hints

        for line in hints(graph, sparql):
            tell(f"alliancegraph: note: {line}")


def _says_nothing(result: "Result") -> bool:
    """Return whether a column is empty, or the only row has only zeros."""
    if isinstance(result, bool):
        return False
    empty = any(all(term is None for term in column) for column in zip(*result.terms, strict=True))
    return empty or (len(result) == 1 and all(_is_nought(term) for term in result.terms[0]))


def _is_nought(term: "Term | None") -> bool:
    return term is not None and str(term) == f'"0"^^<{XSD.integer}>'
