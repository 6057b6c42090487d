"""Where an answer goes: to standard output, to a file, or into a network page."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.answers.formats import WRITTEN, formatted
from alliancegraph.terminal import say, tell, write_out

if TYPE_CHECKING:
    from alliancegraph.queries.answers.answer import Result
    from alliancegraph.queries.answers.formats import Written

PAGES = (".html", ".htm")
NEUTRAL = ("", "txt")  # endings that mean no format


def answer_format(arguments: argparse.Namespace) -> str:
    """Return the format that the options ask for; raise FormatError if a file's ending means another one."""
    out: Path | None = arguments.out
    network: Path | None = arguments.network
    if network and network.suffix.lower() not in PAGES:
        raise _ending(network, f"{' or '.join(PAGES)}, which a network page has", "Call it `network.html`.")
    ending = _ending_of(out) if out else ""
    if out and ending not in (*NEUTRAL, *WRITTEN):
        known = ", ".join(f".{name}" for name in (*WRITTEN[1:], "txt"))
        raise _ending(out, f"one of {known}", "For a network page, take --network.")
    promised = ending if ending in WRITTEN else ""
    if promised and arguments.format not in (None, promised):
        raise _ending(out, f"the ending of {arguments.format}", "Leave --format out, or call the file otherwise.")
    return arguments.format or promised or "table"


def _shown(path: Path | None) -> str:
    return f".{_ending_of(path)}" if path and "." in path.name else ""


def _ending_of(path: Path) -> str:
    """Return what follows the last dot of the file's name, in lower case; "." if nothing does, "" without a dot."""
    return (path.name.rpartition(".")[2] or ".").lower() if "." in path.name else ""


def _ending(path: Path | None, expected: str, remedy: str) -> FormatError:
    return FormatError(Problem(f"the ending '{_shown(path)}'", expected, remedy, path))


def written(result: "Result", arguments: argparse.Namespace) -> "Written":
    """Return the result as the options ask for it; raise FormatError if it cannot be written so."""
    if arguments.network:
        from alliancegraph.viz.answer.page import answer_page

        return answer_page(result)
    return formatted(result, answer_format(arguments))


def give(answer: "Written", arguments: argparse.Namespace) -> None:
    """Write the answer to where the options say; raise FormatError for bytes on a terminal."""
    if arguments.network:
        write_whole(arguments.network, answer)
        say(f"{arguments.network}: open it in a browser")
    elif arguments.out:
        write_whole(arguments.out, answer)
    elif isinstance(answer, bytes) and sys.stdout.isatty():
        remedy = "Add `--out answer.xlsx`, or send it on with `> answer.xlsx`."
        raise FormatError(Problem(f"{arguments.format} on a terminal", "a file", remedy))
    else:
        write_out(answer, answer_format(arguments))


def note_unread(sentence: str, answer: "Written") -> None:
    """Write on standard error which reports are not wholly read, unless the answer says so."""
    if sentence and not (isinstance(answer, str) and sentence in answer):
        tell(f"alliancegraph: note: {sentence}")
