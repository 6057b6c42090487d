"""`alliancegraph coverage`: shows which sentences of a report have claims."""

import argparse

from alliancegraph.commands.options import add_reports, reports_named
from alliancegraph.terminal import tell, write_out

HELP = "show which sentences of a report have claims"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.description = (
        "Every sentence of a report is quoted by a claim or marked as stating nothing. Shows which are not, and which "
        "hold much more text than is quoted."
    )
    parser.epilog = "example: alliancegraph coverage --format csv > sentences.csv"
    add_reports(parser)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table, a summary")


def run(arguments: argparse.Namespace) -> None:
    """Print the coverage of the reports."""
    from alliancegraph.coveragetext import coverage_text
    from alliancegraph.reports import read_reports

    reports = read_reports(reports_named(arguments), tell)
    write_out(coverage_text(reports, arguments.format), arguments.format)
