"""Suggests a build nearby when there is none in the folder that was named."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from alliancegraph.graph.errors import Problem


def is_build(folder: Path) -> bool:
    """Return whether the folder contains a store."""
    with suppress(PermissionError):
        return (folder / "store" / "CURRENT").is_file()
    return False


def no_build(folder: Path) -> Problem:
    """Return the problem that the folder holds no build, with a folder nearby that does, if there is one."""
    folder = Path(os.path.normpath(Path.cwd() / folder))
    other = next(filter(is_build, _places(folder)), None)
    remedy = f"There is one in {other}: `--build {other}` (for `add`, `--out`)." if other else "Or name one: `--build`."
    return Problem("holds no build", "a built graph", f"Run `alliancegraph build` first. {remedy}", folder)


def _places(folder: Path) -> Iterator[Path]:
    """Yield the places to look in: the parent, inside, further up under the same name, and beside the folder."""
    yield folder.parent
    yield folder / "build"
    for above in folder.parents:
        yield above / folder.name
        yield above / "build"
    with suppress(OSError):
        yield from sorted(folder.parent.iterdir())
