"""Where an answer goes: to standard output, to a file, or into a network page."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from alliancegraph.commands.options import ANSWER_FORMATS
from alliancegraph.terminal import write_out
from graph.errors import FormatError, Problem

if TYPE_CHECKING:
    from queries.formats import Result, Written


def give(result: "Result", arguments: argparse.Namespace) -> None:
    """The result as the options ask; raises FormatError where it cannot be written so."""
    from queries.formats import formatted

    if arguments.network:
        _give_page(result, arguments.network)
        return
    name = arguments.format or _by_ending(arguments.out)
    written = formatted(result, name)
    if arguments.out:
        _save(written, arguments.out)
    elif isinstance(written, bytes) and sys.stdout.isatty():
        remedy = "Add `--out answer.xlsx`, or send it on with `> answer.xlsx`."
        raise FormatError(Problem(f"{name} on a terminal", "a file", remedy))
    else:
        write_out(written, name)


def _by_ending(out: Path | None) -> str:
    ending = out.suffix.removeprefix(".") if out else ""
    return ending if ending in ANSWER_FORMATS else "table"


def _give_page(result: "Result", path: Path) -> None:
    from viz.answer import answer_page

    _save(answer_page(result), path)
    print(f"{path}: open it in a browser")


def _save(written: "Written", path: Path) -> None:
    path.write_bytes(written.encode() if isinstance(written, str) else written)
