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
    """Does tasks on the store of a build, which it opens again when the build is another one."""

    def __init__(self, build: Path, rows: int) -> None:
        self._path = build / "store"
        self._rows = rows
        self._version: _Version | None = None
        self._store = Store.memory()
        with suppress(StoreError):
            self._renew()

    def frames(self, task: Mapping[str, Any]) -> Iterator[bytes]:
        """When the work on the task began, which opening a build is no part of; then what comes of it."""
        problem = self._renewed()
        yield began(_worked())
        yield (problem or self._reply(task)).framed()

    def _renewed(self) -> Reply | None:
        """What is wrong with the build that is there, if anything is."""
        try:
            self._renew()
        except StoreError as error:
            return Reply.text(500, str(error))
        return None

    def _reply(self, task: Mapping[str, Any]) -> Reply:
        """What comes of the task; what is wrong with it is a reply, too: 4xx for a slip in it, 500 for one of ours."""
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
        """Opens the build that is there; while there is none, the one that was there is good enough."""
        version = self._present()
        if not self._version or version not in (None, self._version):
            self._store, self._version = Store.open(self._path), version

    def _present(self) -> _Version | None:
        """Tells one build from another; None while there is none."""
        try:
            folder = self._path.resolve(strict=True)
            facts = folder.stat()
        except OSError:
            return None
        return folder, facts.st_ino, facts.st_mtime_ns


def work(link: socket, build: Path, limits: Limits) -> None:
    """Says that it is ready, and does the tasks that come in until there are none."""
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
    """Seconds of processor time of this process."""
    times = os.times()
    return times.user + times.system


def _send(pipe: BufferedRWPair, data: bytes) -> None:
    pipe.write(data)
    pipe.flush()


def _prepare(megabytes: int) -> None:
    """A session of its own, to which no Ctrl+C comes; what the engine says when it breaks is for nobody."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        os.setsid()
    _limit_memory(megabytes)


def _stop_after(seconds: int) -> None:
    """The system stops this process by then, should nobody be left who would; 0 calls it off."""
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
