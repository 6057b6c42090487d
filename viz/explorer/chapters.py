"""The reports of the explorer, each made from its own graph, and kept in a file beside the page until that changes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import alliancegraph.graph
import alliancegraph.ontology
import alliancegraph.queries
from alliancegraph.graph.files.writing import write_whole
from alliancegraph.graph.model.iris import local_name
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Inference, Report
from alliancegraph.viz.explorer.chapter import chapter
from alliancegraph.viz.explorer.packing import packed, unpacked
from alliancegraph.viz.explorer.stated import Stated, inferred_by
from alliancegraph.viz.shared.modules import ROOM

_HANDED_OVER = "chapterOf("  # with which the file of a report begins
_FILE = re.compile(r'chapterOf\("(?P<id>[^"]+)", "(?P<packed>[^"]*)"\); // (?P<seal>\w+)\n')
_ROOMS = (alliancegraph.graph, alliancegraph.ontology, alliancegraph.queries)
_MAKING = ("*.py", "*.rq", "*.ttl", "*.yaml")  # the files that decide what is made of a graph

Json = dict[str, Any]


def chapters(views: Views) -> Iterator[Json]:
    """Yield the reports, in the shape of `Chapter` in data.d.ts."""
    stated, inferred = Stated(views), inferred_by(views)
    for iri, report in views.reports.items():
        yield chapter(stated.alone(iri), report, inferred.get(iri, {}).values())


def kept_chapters(views: Views, folder: Path) -> Iterator[Json]:
    """Yield the reports, each from its file in the folder, which is written first unless it is still right.

    The file is right if it is sealed with what it would be made from: the report's graph, what the lists say of the
    things in it, what is inferred from it, the words of the vocabulary, the order of the goals, and the program. A
    graph that is not kept by report is made into files each time.
    """
    stated, inferred = Stated(views), inferred_by(views)
    for iri, report in views.reports.items():
        conclusions = list(inferred.get(iri, {}).values())
        path, source = _file(folder, iri), _source(views, report, conclusions)
        found = _kept(path, source) if source else None
        if found is None:
            found = chapter(stated.alone(iri), report, conclusions)
            _write(path, found, source)
        yield found


def leave_only(folder: Path, reports: Iterable[str]) -> None:
    """Remove from the folder the files of reports other than those, and the folder if nothing else is in it."""
    others = set(folder.glob("*.js")) - {_file(folder, iri) for iri in reports}
    gone = [path for path in others if path.read_bytes().startswith(_HANDED_OVER.encode())]
    for path in gone:
        path.unlink()
    if gone and not any(folder.iterdir()):
        folder.rmdir()


def _file(folder: Path, report: str) -> Path:
    return folder / f"{local_name(report)}.js"


def _source(views: Views, report: Report, inferred: Sequence[Sequence[Inference]]) -> str:
    """Return what identifies all that a report's file is made from; empty where that cannot be known."""
    lines = views.lines(report.iri)
    beside = repr((_program(), list(views.concepts.values()), list(views.goals), report.member, inferred))
    return sha256(beside.encode() + lines).hexdigest() if lines else ""


@cache
def _program() -> str:
    """Return what identifies the files of the program that decide what is made of a graph."""
    rooms = (ROOM, *(Path(room.__path__[0]) for room in _ROOMS))
    files = sorted({file for room in rooms for kind in _MAKING for file in room.rglob(kind)})
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _kept(path: Path, source: str) -> Json | None:
    """Return the report in a file; none if there is no such file, or it is damaged or made from something else."""
    found = _FILE.fullmatch(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
    return unpacked(found["packed"]) if found and found["seal"] == _seal(source, found["packed"]) else None


def _write(path: Path, data: Json, source: str) -> None:
    """Write the file of a report, unless it is there as it would be written."""
    text = packed(data)
    written = f'{_HANDED_OVER}"{data["id"]}", "{text}"); // {_seal(source, text)}\n'
    if not path.is_file() or path.read_bytes() != written.encode():
        write_whole(path, written)


def _seal(source: str, text: str) -> str:
    return sha256(f"{source} {text}".encode()).hexdigest()
