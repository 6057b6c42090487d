"""Replaces a build atomically: files are made in a fresh folder, then `build/` is pointed at it by one rename.

Builds are numbered folders in `.builds/build/`; one process at a time writes there.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from alliancegraph.belongings import bring_along, is_ours, seal, strangers
from alliancegraph.graph.errors import Problem, StoreError
from alliancegraph.graph.files.locks import alone, unheld
from alliancegraph.graph.files.nearby import is_build
from alliancegraph.graph.files.oserrors import problem
from alliancegraph.terminal import Tell

BUILDS = ".builds"
LOCK, NEW, GONE = "lock", "new", "gone"
OLDEST = "0"  # the name given to a build that an older version kept in `.builds` itself
KEPT = 1  # builds kept beside the one that is shown, for processes that read them


@contextmanager
def fresh_folder(out: Path, tell: Tell) -> Iterator[Path]:
    """Yield an empty folder to build in; on success, `out` shows it, else `out` is unchanged.

    Wait, with a message, while another process writes there. Files in `out` that no build made are moved along. Raise
    StoreError if `out` is in the way, or cannot be written.
    """
    out = _real(out)
    home = out.parent / BUILDS / out.name
    with _in_words(out):
        _refuse_foreign(out)
        with alone(home / LOCK, lambda: tell(_busy(home, out))), _new(home) as folder:
            yield folder
            seal(folder)
            _show(out, home)
            bring_along(_unshown(home, out), out, tell)
            _prune(home, out)


@contextmanager
def _in_words(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        named = Path(os.fsdecode(error.filename or out))
        raise StoreError(problem(error, out if BUILDS in named.parts else named)) from None


def _real(out: Path) -> Path:
    """Return the absolute path, with its parent resolved; a link of that name itself is not followed."""
    out = Path.cwd() / out
    return out.resolve() if out.name == ".." else out.parent.resolve() / out.name


def _refuse_foreign(out: Path) -> None:
    found = _in_the_way(out)
    if found:
        remedy = "Choose another folder with --out."
        raise StoreError(Problem(f"is in the way: {found}", "a build, an empty folder, or nothing", remedy, out))


def _in_the_way(out: Path) -> str:
    """Return why there can be no build there; empty if there can."""
    here = Path.cwd()
    if out in (here, *here.parents, Path.home()) or os.path.ismount(out):
        return "it is no folder that may be replaced"
    if BUILDS in out.parts or any(map(is_build, out.parents)):
        return "it lies in a build"
    if out.is_symlink():
        target = out.readlink()
        return "" if BUILDS in target.parts else f"it is a link to {target}, which no build made"
    if not out.exists():
        return ""
    if not out.is_dir():
        return "it is a file"
    return "" if is_ours(out) else _listed(sorted(entry.name for entry in out.iterdir()))


def _listed(names: list[str]) -> str:
    return f"it holds {', '.join(names[:5])}{', …' if names[5:] else ''}" if names else ""


def _busy(home: Path, out: Path) -> str:
    """Return a message that names the process that writes there, unless it ends in that moment."""
    who, since = "another process", ""
    with suppress(OSError):
        who = f"process {(home / LOCK).read_text() or '(just begun)'}"
        since = time.strftime(" since %H:%M:%S", time.localtime((home / LOCK).stat().st_mtime))
    return f"waiting: {who} has been writing {out}{since} (Ctrl+C gives up)"


@contextmanager
def _new(home: Path) -> Iterator[Path]:
    """Yield a folder to build in; remove what interrupted processes left, and empty folders afterwards."""
    for left in (NEW, GONE):
        shutil.rmtree(home / left, ignore_errors=True)
    folder = home / NEW
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _tidy(home)


def _tidy(home: Path) -> None:
    if [path.name for path in home.iterdir()] == [LOCK]:
        with suppress(OSError):
            (home / LOCK).unlink()
            home.rmdir()
            home.parent.rmdir()


def _numbered(home: Path) -> list[Path]:
    """Return the finished builds, the oldest first."""
    return sorted((path for path in home.iterdir() if path.name.isdecimal()), key=lambda path: int(path.name))


def _next(home: Path) -> Path:
    last = _numbered(home)[-1:]
    return home / str(int(last[0].name) + 1 if last else 1)


def _show(out: Path, home: Path) -> None:
    """Make `out` show the new build, and set aside what was there."""
    before = out.resolve()
    aside = out.rename(_next(home)) if out.is_dir() and not out.is_symlink() else None
    try:
        _point(out, (home / NEW).rename(_next(home)))
    except BaseException:
        if aside and not out.exists():
            aside.rename(out)
        raise
    if before.parent == home.parent and str(before) not in _shown(out):
        before.rename(home / OLDEST)


def _point(out: Path, target: Path) -> None:
    """Point a link at a build or, on systems without symbolic links, move the build there."""
    link = target.with_name("link")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(target.relative_to(out.parent), target_is_directory=True)
    except OSError:
        if out.is_symlink():
            out.unlink()
        target.rename(out)
    else:
        link.replace(out)


def _unshown(home: Path, out: Path) -> list[Path]:
    """Return the finished builds that no link beside `out` shows, the oldest first."""
    shown = _shown(out)
    return [build for build in _numbered(home) if str(build) not in shown]


def _shown(out: Path) -> set[str]:
    """Return the targets of the links beside `out`, its own included."""
    return {os.path.realpath(path) for path in out.parent.iterdir() if path.is_symlink()}


def _prune(home: Path, out: Path) -> None:
    """Remove all but the newest builds that are not shown, except those that are read or hold other files."""
    for build in _unshown(home, out)[:-KEPT]:
        with suppress(OSError), unheld(build / "store") as free:
            if free and not strangers(build):
                shutil.rmtree(build.rename(home / GONE), ignore_errors=True)
