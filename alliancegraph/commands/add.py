"""`alliancegraph add`: adds a report to an existing build, without reading the others again."""

import argparse

from alliancegraph.commands.options import add_fresh, add_out, add_reports, reports_named
from alliancegraph.processes import uncollected
from alliancegraph.terminal import tell

HELP = "add reports to an existing build, or replace them there"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.description = (
        "Reads reports as `build` does and adds each to an existing build. Reports that it holds already stay; "
        "one of the same member and year is replaced."
    )
    parser.epilog = "example: alliancegraph add moldova-2014.txt"
    add_reports(parser)
    add_fresh(parser)
    add_out(parser)


@uncollected()
def run(arguments: argparse.Namespace) -> None:
    """Add the reports."""
    from alliancegraph.build import add as add_to_build
    from alliancegraph.reports import checked_reports

    readings = checked_reports(reports_named(arguments), arguments.fresh, tell)
    add_to_build([reading.portion for reading in readings], arguments.out, tell)
