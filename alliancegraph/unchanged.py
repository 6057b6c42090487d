"""Recognises a build from which nothing has changed since it was made, so that it need not be made again.

The checksums of its inputs, and of its own files, are in the user's cache folder.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from alliancegraph import graph, loaders, ontology, queries, viz
from alliancegraph.cache import keep, program, recall
from alliancegraph.graph.files.seen import Seen, is_as_seen
from alliancegraph.readings import Request

_KIND = "builds"
ROOMS = (graph, loaders, ontology, queries, viz)  # a build's files rest on all of them


class Made(NamedTuple):
    """A build: the files that its reports depend on, the checksums of its own, its warnings and its summary."""

    seen: Sequence[Seen]
    sums: Mapping[Path, str]
    warnings: Sequence[str]
    summary: Sequence[str]


def keep_build(wanted: Sequence[Request], out: Path, made: Made) -> None:
    """Write to the cache what a build of those reports was made from."""
    keep(_KIND, _key(wanted, out), made)


def unchanged_build(wanted: Sequence[Request], out: Path) -> Made | None:
    """Return the build of those reports, None if a file of it, or one that it was made from, has changed."""
    made = recall(_KIND, _key(wanted, out))
    if not isinstance(made, Made):
        return None
    own = {out / name: checksum for name, checksum in made.sums.items()}
    return made if all(map(is_as_seen, (*made.seen, own))) else None


def _key(wanted: Sequence[Request], out: Path) -> object:
    return wanted, out, program(*ROOMS)
