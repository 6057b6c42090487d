"""`alliancegraph load`: a whole alliance from N-Quads."""

import argparse
from pathlib import Path

from alliancegraph.commands.options import add_out
from alliancegraph.terminal import tell

HELP = "make a build from an N-Quads file with the graphs of many reports"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.description = (
        "For alliances of hundreds of reports: loads their graphs from one file and derives what rules infer. The "
        "build holds a store to ask, and no tables or page. Nothing is checked again: what the file says was checked "
        "when it was made."
    )
    parser.epilog = "example: alliancegraph load alliance.nq --out whole"
    parser.add_argument("file", type=Path, help="an N-Quads file, such as `export` writes")
    add_out(parser)


def run(arguments: argparse.Namespace) -> None:
    """Load the file."""
    from alliancegraph.build import load

    load(arguments.file, arguments.out, tell)
