"""A worker process as its parent sees it: it can be asked, given a lower priority, or ended."""

import asyncio
import json
import multiprocessing
import os
import signal
import socket
import sys
from asyncio import StreamReader, StreamWriter
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psutil

from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.server.reply import Reply, read_began, read_reply
from alliancegraph.queries.server.worker import work

LESS = "Ask for less at a time: bind a variable, join on shared ones, or start with a LIMIT inside."
TOO_DEEP = "the query ended the engine: it nests too deep, or chains too much; expected less. Split it into several."
_LEAST_URGENT = getattr(psutil, "IDLE_PRIORITY_CLASS", 19)  # Windows has classes, all others numbers
if sys.platform == "win32":
    _PROCESSES = multiprocessing.get_context("spawn")
else:  # a fork of a process that has loaded all modules is there in a moment
    _PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["__main__", work.__module__, "alliancegraph.queries.asking.hints"])


class Engine:
    """One worker process, which does one task at a time."""

    def __init__(self, process: BaseProcess, link: tuple[StreamReader, StreamWriter], limits: Limits) -> None:
        self._process = process
        self._reader, self._writer = link
        self._limits = limits
        self._under_way: asyncio.Task[Reply] | None = None
        self._began: float | None = None
        self._gave_way = False

    @classmethod
    async def start(cls, build: Path, limits: Limits) -> "Engine":
        """Start a new process that has opened the store of the build."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = _PROCESSES.Process(target=work, args=(theirs, build, limits), daemon=True)
            await asyncio.to_thread(process.start)
        link = await asyncio.open_connection(sock=ours)
        await link[0].readline()
        return cls(process, link, limits)

    @property
    def used_up(self) -> bool:
        """Whether it can take no more tasks: it is at work or ended, or its priority was lowered for good."""
        return self._under_way is not None or self._gave_way

    def begin(self, task: Mapping[str, Any]) -> "asyncio.Task[Reply]":
        """Start a task and return its future reply, an explanation if the process ends."""
        self._began = None
        self._under_way = asyncio.ensure_future(self._reply(task))
        return self._under_way

    async def _reply(self, task: Mapping[str, Any]) -> Reply:
        try:
            self._writer.write(json.dumps(task).encode() + b"\n")
            self._began = await read_began(self._reader)
            reply = await read_reply(self._reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            return await self._last_words()
        self._under_way = None
        return reply

    def worked(self) -> float:
        """Return the seconds of processor time since the process began the task, as it reported; 0 until then."""
        return 0 if self._began is None else self._processor_time() - self._began

    async def _last_words(self) -> Reply:
        """Return a reply that says why the process ended, by its signal."""
        await asyncio.to_thread(self._process.join)
        if self._process.exitcode == -signal.SIGSEGV:
            return Reply.text(400, TOO_DEEP)
        return Reply.text(507, f"the query ended the engine: it may need more than {self._limits.megabytes} MB. {LESS}")

    def give_way(self) -> None:
        """Lower the priority of the process; operating systems do not allow raising it again."""
        self._gave_way = True
        with suppress(psutil.NoSuchProcess):
            psutil.Process(self._process.pid).nice(_LEAST_URGENT)
        with suppress(OSError):
            self._let_session_give_way()

    def _let_session_give_way(self) -> None:
        """Lower the priority of its session too, as Linux weighs sessions first, if it is alone in it."""
        pid = self._process.pid
        if sys.platform == "linux" and pid and os.getsid(pid) == pid:
            Path(f"/proc/{pid}/autogroup").write_text(str(_LEAST_URGENT))

    def _processor_time(self) -> float:
        try:
            times = psutil.Process(self._process.pid).cpu_times()
        except psutil.NoSuchProcess:
            return 0
        return times.user + times.system

    async def end(self) -> None:
        """Kill the process, whatever it does."""
        if self._under_way:
            self._under_way.cancel()
        self._process.kill()
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()
        await asyncio.to_thread(self._process.join)
        self._process.close()
