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

PAGES = (".html", ".htm")
NEUTRAL = ("", "txt")  # endings that promise no format


def answer_format(arguments: argparse.Namespace) -> str:
    """The format that the options ask for; raises FormatError where a file's ending promises another one."""
    out: Path | None = arguments.out
    network: Path | None = arguments.network
    if network and network.suffix.lower() not in PAGES:
        raise _ending(network, f"{' or '.join(PAGES)}, which a network page has", "Call it `network.html`.")
    ending = out.suffix.lower().removeprefix(".") if out else ""
    if out and ending not in (*NEUTRAL, *ANSWER_FORMATS):
        known = ", ".join(f".{name}" for name in (*ANSWER_FORMATS[1:], "txt"))
        raise _ending(out, f"one of {known}", "For a network page, take --network.")
    promised = ending if ending in ANSWER_FORMATS else ""
    if promised and arguments.format not in (None, promised):
        raise _ending(out, f"the ending of {arguments.format}", "Leave --format away, or call the file otherwise.")
    return arguments.format or promised or "table"


def _ending(path: Path | None, expected: str, remedy: str) -> FormatError:
    return FormatError(Problem(f"the ending '{path.suffix if path else ''}'", expected, remedy, path))


def give(result: "Result", arguments: argparse.Namespace) -> None:
    """The result as the options ask; raises FormatError where it cannot be written so."""
    from queries.formats import formatted

    name = answer_format(arguments)
    if arguments.network:
        _give_page(result, arguments.network)
        return
    written = formatted(result, name)
    if arguments.out:
        _save(written, arguments.out)
    elif isinstance(written, bytes) and sys.stdout.isatty():
        remedy = "Add `--out answer.xlsx`, or send it on with `> answer.xlsx`."
        raise FormatError(Problem(f"{name} on a terminal", "a file", remedy))
    else:
        write_out(written, name)


def _give_page(result: "Result", path: Path) -> None:
    from viz.answer import answer_page

    _save(answer_page(result), path)
    print(f"{path}: open it in a browser")


def _save(written: "Written", path: Path) -> None:
    path.write_bytes(written.encode() if isinstance(written, str) else written)
