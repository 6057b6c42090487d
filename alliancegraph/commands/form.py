"""`alliancegraph form`: proposes a form from reports, and reports how a form fits them."""

import argparse
from pathlib import Path

from alliancegraph.terminal import say

HELP = "propose a form from filled-in reports (new), or tell what a form cannot find in them (check)"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the two commands and their arguments."""
    parser.epilog = (
        "examples: alliancegraph form new estonia.pdf kenya.pdf; alliancegraph form check proposed/form.yaml"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="action", prog="alliancegraph form")
    _add_check(
        actions.add_parser("check", help="tell which headings of a form are found in reports, and which are not")
    )


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Reads a template and its goals file, and tells each slip in either. With reports, tells where each heading is "
        "and how alike, which are missing and what is nearest, and what of the template no report uses."
    )
    parser.epilog = "example: alliancegraph form check river.yaml norway-2020.txt kenya-2020.pdf"
    parser.add_argument("template", help="the template: a YAML file, or the id of a form that ships")
    parser.add_argument("report", nargs="*", type=Path, help="reports that are this form, filled in")


def run(arguments: argparse.Namespace) -> None:
    """Run the command that is named."""
    check(arguments)


def check(arguments: argparse.Namespace) -> None:
    """Print how a template fits reports; raise InputError with all slips of its files and of the reports'."""
    from alliancegraph.fittext import fit_lines
    from alliancegraph.graph.errors import both, every
    from alliancegraph.loaders.documents.document import read_document
    from alliancegraph.loaders.form.fit import fit, unused
    from alliancegraph.loaders.form.template import find_template, read_template

    template, documents = both(
        lambda: read_template(find_template(Path(), arguments.template)),
        lambda: every(read_document, arguments.report),
    )
    fits = [fit(document, template) for document in documents]
    for line in fit_lines(template, fits, list(unused(template, documents)) if documents else []):
        say(line)
