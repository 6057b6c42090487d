"""`alliancegraph look`: a report as it is read."""

import argparse
import json
from pathlib import Path

from alliancegraph.commands.options import file_name
from alliancegraph.terminal import painter, show, tell, write_out

HELP = "show a report as it is read: pages, headings, sections and their states, what is unsure"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.description = (
        "Shows the text of a report page by page: headings of the form and how alike they are, answers, text outside "
        "the form, what is page furniture; then its sections with their states, and what is unsure. Needs no claims, "
        "and shows a report too in which nothing of a form is found."
    )
    parser.epilog = (
        "examples: alliancegraph look estonia-2014.pdf; alliancegraph look river.txt --form river.yaml --out river.html"
    )
    parser.add_argument("report", type=Path, help="the report: text, PDF, DOCX or HTML")
    parser.add_argument("--form", default="", help="form template: its id or a YAML file (default: recognised)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--out", type=file_name, metavar="FILE.html", help="write a page to look at instead")


def run(arguments: argparse.Namespace) -> None:
    """Show the report, or write the page."""
    from dataclasses import asdict

    from alliancegraph.loaders.form.looking import look
    from alliancegraph.looktext import look_lines

    found = look(arguments.report, arguments.form)
    if arguments.out:
        from alliancegraph.graph.files.writing import write_whole
        from alliancegraph.viz.look.page import look_page

        write_whole(arguments.out, look_page(found))
        tell(f"written: {arguments.out}")
    elif arguments.format == "json":
        write_out(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n", "json")
    else:
        show(look_lines(found, painter()))
