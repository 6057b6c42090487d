"""Reads and checks reports, in several processes if there are many, and caches the results.

A report is read again only if a file that it depends on has changed. The cache is a folder of the user's; each entry is
named after the document and this program's version. Entries are Python pickles, so no file from elsewhere is ever
loaded as one.
"""

import os
import pickle
import signal
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pyoxigraph
from platformdirs import user_cache_path

from alliancegraph import graph, loaders, ontology
from alliancegraph.graph.assemble.assembly import check
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.errors import AllianceGraphError, Problem
from alliancegraph.graph.files.seen import is_as_seen, looking
from alliancegraph.graph.files.writing import write_whole
from alliancegraph.loaders.report import read_report

_ROOMS = (graph, loaders, ontology)  # those that reading rests on, wherever the installation has them
_MANY = 3  # reports for which a second process, which needs a while to start, pays
_DAYS = 30  # how long a reading is kept that nobody asks for


class Request(NamedTuple):
    """A document to read, and its claims file and form, if they are given."""

    document: Path
    claims: Path | None = None
    form: str = ""


class Reading(NamedTuple):
    """The result of reading a report, and whether it came from the cache."""

    result: Portion | AllianceGraphError
    kept: bool

    @property
    def portion(self) -> Portion:
        """The report, checked; raises the error that reading it raised."""
        if isinstance(self.result, AllianceGraphError):
            raise self.result
        return self.result


def readings(requests: Sequence[Request], fresh: bool) -> Iterator[Reading]:
    """Yield the reports, in the order of the requests; if `fresh`, the cache is not used."""
    kept = [None if fresh else _recall(request) for request in requests]
    missing = [request for request, portion in zip(requests, kept, strict=True) if portion is None]
    with _read(missing) as made:
        for portion in kept:
            yield Reading(portion, kept=True) if portion else Reading(next(made), kept=False)


@contextmanager
def _read(requests: Sequence[Request]) -> Iterator[Iterator[Portion | AllianceGraphError]]:
    if len(requests) < _MANY:
        yield map(_outcome, requests)
        return
    workers = min(os.cpu_count() or 1, len(requests))
    with ProcessPoolExecutor(workers, get_context("spawn"), _leave_interrupts_to_the_first) as pool:
        try:
            yield pool.map(_outcome, requests)
        except BrokenExecutor:
            remedy = "Free some memory, or read fewer reports at once: what was read so far is kept."
            raise AllianceGraphError(
                Problem("a process that reads reports was ended", "all to finish", remedy)
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _leave_interrupts_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(request: Request) -> Portion | AllianceGraphError:
    try:
        with looking() as seen:
            portion = Portion.of(read_report(*request))
        check(portion)
    except AllianceGraphError as error:
        return error.with_traceback(None)
    with suppress(OSError):
        _keep(request, zlib.compress(pickle.dumps((seen, portion)), 1))
    return portion


def _recall(request: Request) -> Portion | None:
    """Return the cached reading, None if a file that it depends on has changed."""
    with suppress(OSError, zlib.error):
        file = _file(request)
        seen, portion = pickle.loads(zlib.decompress(file.read_bytes()))
        if isinstance(portion, Portion) and is_as_seen(seen):
            file.touch()
            return portion
    return None


def _keep(request: Request, content: bytes) -> None:
    file = _file(request)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(file, content)
    for old in _outdated(file.parent.iterdir()):
        old.unlink(missing_ok=True)


def _outdated(files: Iterable[Path]) -> list[Path]:
    limit = time.time() - _DAYS * 24 * 60 * 60
    return [file for file in files if file.stat().st_mtime < limit]


def _file(request: Request) -> Path:
    name = sha256(repr((Path.cwd(), request, program())).encode()).hexdigest()
    return user_cache_path("alliancegraph") / "readings" / f"{name}.reading"


@cache
def program() -> tuple[object, ...]:
    """Return what identifies this version of the program: its files, Python, and the folder of its libraries."""
    folders = [Path(__file__).parent, *(Path(room.__path__[0]).resolve() for room in _ROOMS)]
    files = sorted(
        {path for folder in folders for path in folder.rglob("*") if path.suffix != ".pyc" and path.is_file()}
    )
    libraries = Path(pyoxigraph.__file__).parent.parent
    stats = ((str(file), file.stat()) for file in files)
    return (sys.version, libraries.stat().st_mtime_ns, *((name, s.st_size, s.st_mtime_ns) for name, s in stats))
