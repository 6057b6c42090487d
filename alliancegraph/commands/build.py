"""`alliancegraph build`: reports in, graph, tables and page out."""

import argparse
from typing import TYPE_CHECKING

from alliancegraph.commands.options import add_fresh, add_out, add_reports, reports_named
from alliancegraph.processes import uncollected
from alliancegraph.terminal import say, tell

if TYPE_CHECKING:
    from pathlib import Path

    from alliancegraph.readings import Request
    from alliancegraph.unchanged import Made

HELP = "read reports, build the graph, tables and page"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.epilog = (
        "examples: alliancegraph build (the reports that ship); "
        "alliancegraph build estonia-2014.txt estonia-2015.txt --out build"
    )
    add_reports(parser)
    add_fresh(parser)
    add_out(parser)


@uncollected()
def run(arguments: argparse.Namespace) -> None:
    """Build, unless the present build is of the same reports, unchanged; print its summary."""
    from alliancegraph.unchanged import unchanged_build

    wanted = reports_named(arguments)
    made = None if arguments.fresh else unchanged_build(wanted, arguments.out)
    if made:
        _tell_unchanged(wanted, arguments.out, made)
    for line in (made or _made(wanted, arguments.out, arguments.fresh)).summary:
        say(line)


def _tell_unchanged(wanted: "list[Request]", out: "Path", made: "Made") -> None:
    for request in wanted:
        tell(f"unchanged {request.document.name}")
    for warning in made.warnings:
        tell(warning)
    tell(f"nothing has changed, and its files have their checksums: {out} stays as it is")


def _made(wanted: "list[Request]", out: "Path", fresh: bool) -> "Made":
    from alliancegraph.build import build
    from alliancegraph.reports import checked_reports
    from alliancegraph.summary import summary
    from alliancegraph.unchanged import Made, keep_build

    readings = checked_reports(wanted, fresh, tell)
    built = build([reading.portion for reading in readings], out, tell)
    seen = [reading.seen for reading in readings]
    made = Made(seen, built.sums, built.warnings, list(summary(built.views, out)))
    keep_build(wanted, out, made)
    return made
