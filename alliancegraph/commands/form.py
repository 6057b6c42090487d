"""`alliancegraph form`: proposes a form from reports, and reports how a form fits them."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from alliancegraph.terminal import say, tell

HELP = "propose a form from filled-in reports (new), or tell what a form cannot find in them (check)"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the two commands and their arguments."""
    parser.epilog = (
        "examples: alliancegraph form new estonia.pdf kenya.pdf; alliancegraph form check proposed/form.yaml"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="action", prog="alliancegraph form")
    _add_new(actions.add_parser("new", help="propose a template and a goals file from filled-in reports"))
    _add_check(
        actions.add_parser("check", help="tell which headings of a form are found in reports, and which are not")
    )


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Proposes the two files of a form: what all samples print in the same order is the form, what differs is not. "
        "One sample is enough where numbers count up and questions repeat. Comments with `# ?` ask what is unsure."
    )
    parser.epilog = "example: alliancegraph form new norway-2020.txt kenya-2020.txt --out river"
    parser.add_argument("sample", nargs="+", type=Path, help="reports of different members on the same form")
    parser.add_argument("--out", type=Path, default=Path("proposed"), help="a folder for them (default: proposed)")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Reads a template and its goals file, and tells each slip in either. With reports, tells where each heading is "
        "and how alike, which are missing and what is nearest, and what of the template no report uses."
    )
    parser.epilog = "example: alliancegraph form check river.yaml norway-2020.txt kenya-2020.pdf"
    parser.add_argument("template", help="the template: a YAML file, a folder of `form new`, or the id of a form")
    parser.add_argument("report", nargs="*", type=Path, help="reports that are this form, filled in")


def run(arguments: argparse.Namespace) -> None:
    """Run the command that is named."""
    {"new": new, "check": check}[arguments.action](arguments)


def new(arguments: argparse.Namespace) -> None:
    """Write the proposed files, and print how they fit the samples; raise InputError if one is there already."""
    from alliancegraph.graph.errors import InputError, Problem, every
    from alliancegraph.graph.files.writing import write_whole
    from alliancegraph.graph.words.counting import how_many
    from alliancegraph.loaders.documents.document import read_document
    from alliancegraph.loaders.proposing.files import ASK, GOALS, TEMPLATE, goals_file, template_file
    from alliancegraph.loaders.proposing.proposal import propose

    template, goals = arguments.out / TEMPLATE, arguments.out / GOALS
    if there := [path for path in (template, goals) if path.exists()]:
        remedy = "Name another folder with --out, or move it away: it may hold your own work."
        raise InputError(Problem("is there already", "a new file", remedy, there[0]))
    proposal = propose(every(read_document, arguments.sample))
    texts = {goals: goals_file(proposal), template: template_file(proposal)}
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        write_whole(path, text)
    asked = how_many(sum(ASK in line for text in texts.values() for line in text.splitlines()), "comment")
    tell(f"written: {template} and {goals}; {asked} with `{ASK.strip()}` ask what is unsure")
    _check(template, arguments.sample)


def check(arguments: argparse.Namespace) -> None:
    """Print how a template fits reports; raise InputError with all slips of its files and of the reports'."""
    from alliancegraph.loaders.form.template import find_template
    from alliancegraph.loaders.proposing.files import TEMPLATE

    own = Path(arguments.template) / TEMPLATE
    _check(own if own.is_file() else find_template(Path(), arguments.template), arguments.report)


def _check(path: Path, reports: Sequence[Path]) -> None:
    from alliancegraph.fittext import fit_lines
    from alliancegraph.graph.errors import both, every
    from alliancegraph.loaders.documents.document import read_document
    from alliancegraph.loaders.form.fit import fit, unused
    from alliancegraph.loaders.form.template import read_template

    template, documents = both(lambda: read_template(path), lambda: every(read_document, reports))
    fits = [fit(document, template) for document in documents]
    for line in fit_lines(template, fits, list(unused(template, documents)) if documents else []):
        say(line)
