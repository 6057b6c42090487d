"""Recognises a build that would come out as it is, because nothing has changed from which it was made.

What a build was made from is kept in the user's cache folder, with the checksums of the build's own files.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from alliancegraph import graph, loaders, ontology, queries, viz
from alliancegraph.belongings import checksums
from alliancegraph.cache import keep, program, recall
from alliancegraph.graph.files.seen import Seen, is_as_seen
from alliancegraph.readings import Request

_KIND = "builds"
ROOMS = (graph, loaders, ontology, queries, viz)  # a build's files rest on all of them


class Made(NamedTuple):
    """A build: what its reports depend on, the checksums of its files, the notes and the summary that it told."""

    seen: Sequence[Seen]
    sums: Mapping[Path, str]
    notes: Sequence[str]
    summary: Sequence[str]


def keep_build(wanted: Sequence[Request], out: Path, made: Made) -> None:
    """Keeps what a build of those reports was made from."""
    keep(_KIND, _key(wanted, out), made)


def unchanged_build(wanted: Sequence[Request], out: Path) -> Made | None:
    """The build of those reports that stands there, if neither it nor anything from which it was made has changed."""
    made = recall(_KIND, _key(wanted, out))
    return made if isinstance(made, Made) and all(map(is_as_seen, made.seen)) and _stands(out, made) else None


def _stands(out: Path, made: Made) -> bool:
    """Whether the files are there as they were made, whatever else is."""
    found = checksums(out)
    return all(found.get(name) == checksum for name, checksum in made.sums.items())


def _key(wanted: Sequence[Request], out: Path) -> object:
    return wanted, out, program(*ROOMS)
