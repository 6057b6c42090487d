"""Reads and checks reports, in several processes if there are many, and keeps the results.

A report is read again only if a file that it depends on has changed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from alliancegraph import graph, loaders, ontology
from alliancegraph.cache import keep, program, recall
from alliancegraph.graph.assemble.assembly import check
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.errors import AllianceGraphError
from alliancegraph.graph.files.seen import Seen, is_as_seen, looking
from alliancegraph.loaders.report import read_report
from alliancegraph.processes import processes

_KIND = "readings"
_ROOMS = (graph, loaders, ontology)  # those that reading rests on
_MANY = 3  # reports for which a second process, which needs a while to start, pays


class Request(NamedTuple):
    """A document to read, and its claims file and form, if they are given."""

    document: Path
    claims: Path | None = None
    form: str = ""


class Reading(NamedTuple):
    """The result of reading a report, the files that it depends on, and whether it came from the cache."""

    result: Portion | AllianceGraphError
    seen: Seen
    kept: bool = False

    @property
    def portion(self) -> Portion:
        """The report, checked; raises the error that reading it raised."""
        if isinstance(self.result, AllianceGraphError):
            raise self.result
        return self.result


def readings(requests: Sequence[Request], fresh: bool) -> Iterator[Reading]:
    """Yield the reports, in the order of the requests; if `fresh`, the cache is not used."""
    kept = [None if fresh else _recall(request) for request in requests]
    missing = [request for request, reading in zip(requests, kept, strict=True) if reading is None]
    with _read(missing) as made:
        for reading in kept:
            yield reading or next(made)


@contextmanager
def _read(requests: Sequence[Request]) -> Iterator[Iterator[Reading]]:
    if len(requests) < _MANY:
        yield map(_reading, requests)
        return
    with processes(len(requests), "reads reports") as pool:
        yield pool.map(_reading, requests)


def _reading(request: Request) -> Reading:
    with looking() as seen:
        try:
            portion = Portion.of(read_report(*request))
            check(portion)
        except AllianceGraphError as error:
            return Reading(error.with_traceback(None), seen)
    keep(_KIND, _key(request), Reading(portion, seen, kept=True))
    return Reading(portion, seen)


def _recall(request: Request) -> Reading | None:
    """Return the cached reading, None if a file that it depends on has changed."""
    reading = recall(_KIND, _key(request))
    return reading if isinstance(reading, Reading) and is_as_seen(reading.seen) else None


def _key(request: Request) -> object:
    return request, program(*_ROOMS)
