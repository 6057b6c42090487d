"""`alliancegraph export`: the graph of a build as a file that other tools read."""

import argparse
from pathlib import Path

from alliancegraph.commands.options import add_build, file_name
from alliancegraph.terminal import tell
from graph.errors import Problem, StoreError

HELP = "write the graph as Turtle, N-Triples or N-Quads"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.description = "Turtle and N-Triples give every triple once; N-Quads keeps the named graphs, for `load`."
    parser.epilog = "example: alliancegraph export alliance.nq"
    parser.add_argument("file", type=file_name, help="where to write; its ending says the format: .ttl, .nt or .nq")
    add_build(parser)


def run(arguments: argparse.Namespace) -> None:
    """Writes the file."""
    from graph.exports import EXPORTS, export
    from graph.store import Store

    file: Path = arguments.file
    if file.suffix.lower() not in EXPORTS:
        remedy = "Choose one of these endings."
        raise StoreError(Problem(f"the ending '{file.suffix}'", f"one of {', '.join(EXPORTS)}", remedy, file))
    export(Store.open(arguments.build / "store"), file)
    tell(f"written: {file}")
