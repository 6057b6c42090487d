"""A process with an engine, which can be stopped: it reads tasks as lines of JSON and writes replies.

A task sees the build that is current when it runs.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BufferedRWPair
from pathlib import Path
from socket import socket
from typing import Any

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import AllianceGraphError, FormatError, QuestionError, StoreError, UnknownQuestion
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.server.reply import Reply, began
from alliancegraph.queries.server.tasks import TASKS

_Version = tuple[Path, int, int]


class Worker:
    """Does tasks on the store of a build, which it opens again when the build changes."""

    def __init__(self, build: Path, rows: int) -> None:
        self._path = build / "store"
        self._rows = rows
        self._version: _Version | None = None
        self._store = Store.memory()
        with suppress(StoreError):
            self._renew()

    def frames(self, task: Mapping[str, Any]) -> Iterator[bytes]:
        """Yield the processor time when work on the task began, after opening a build, and then the reply."""
        problem = self._renewed()
        yield began(_worked())
        yield (problem or self._reply(task)).framed()

    def _renewed(self) -> Reply | None:
        """Open the current build; return a reply with the problem if it cannot be opened."""
        try:
            self._renew()
        except StoreError as error:
            return Reply.text(500, str(error))
        return None

    def _reply(self, task: Mapping[str, Any]) -> Reply:
        """Return the reply to a task; errors are replies too: 4xx for a mistake in it, 500 for one of ours."""
        try:
            return TASKS[task["do"]](self._store, task, self._rows)
        except UnknownQuestion as error:
            return Reply.text(404, str(error))
        except FormatError as error:
            return Reply.text(406, str(error))
        except QuestionError as error:
            return Reply.text(400, str(error))
        except (AllianceGraphError, OSError, RuntimeError, ValueError) as error:
            return Reply.text(500, f"the engine gave up: {error}")

    def _renew(self) -> None:
        """Open the current build if it has changed; while there is none, the former one stays open."""
        version = self._present()
        if not self._version or version not in (None, self._version):
            self._store, self._version = Store.open(self._path), version

    def _present(self) -> _Version | None:
        """Return what identifies the current build; None if there is none."""
        try:
            folder = self._path.resolve(strict=True)
            facts = folder.stat()
        except OSError:
            return None
        return folder, facts.st_ino, facts.st_mtime_ns


def work(link: socket, build: Path, limits: Limits) -> None:
    """Send that it is ready, and do the tasks that come in until the pipe ends."""
    _prepare(limits.megabytes)
    worker = Worker(build, limits.rows)
    known_prefixes()
    with link.makefile("rwb") as pipe:
        _send(pipe, b"ready\n")
        for line in pipe:
            _stop_after(limits.seconds + 1)
            for frame in worker.frames(json.loads(line)):
                _send(pipe, frame)
            _stop_after(0)


def _worked() -> float:
    """Return the processor time of this process, in seconds."""
    times = os.times()
    return times.user + times.system


def _send(pipe: BufferedRWPair, data: bytes) -> None:
    pipe.write(data)
    pipe.flush()


def _prepare(megabytes: int) -> None:
    """Start a session of its own, which Ctrl+C does not reach, discard stderr, and limit memory."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        os.setsid()
    _limit_memory(megabytes)


def _stop_after(seconds: int) -> None:
    """Let the system end this process after so many seconds; 0 cancels that."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _limit_memory(megabytes: int) -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = megabytes << 20
        resource.setrlimit(
            resource.RLIMIT_DATA, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
        )
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
