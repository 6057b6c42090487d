"""A worker as its parent sees it: a process that is asked, put behind the others, or ended."""

import asyncio
import json
import multiprocessing
import os
import socket
import sys
from asyncio import StreamReader, StreamWriter
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psutil

from queries.server.limits import Limits
from queries.server.reply import Reply, read_reply
from queries.server.worker import work

_LEAST_URGENT = getattr(psutil, "IDLE_PRIORITY_CLASS", 19)  # Windows has classes, all others numbers
if sys.platform == "win32":
    _PROCESSES = multiprocessing.get_context("spawn")
else:  # a fork of a process that has loaded all modules is there in a moment
    _PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["__main__", work.__module__])


class Engine:
    """One process, which does one task at a time."""

    def __init__(self, process: BaseProcess, link: tuple[StreamReader, StreamWriter], limits: Limits) -> None:
        self._process = process
        self._reader, self._writer = link
        self._limits = limits
        self._before = 0.0
        self._busy = False
        self._gave_way = False

    @classmethod
    async def start(cls, build: Path, limits: Limits) -> "Engine":
        """A fresh process that has opened the store of the build."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = _PROCESSES.Process(target=work, args=(theirs, build, limits), daemon=True)
            await asyncio.to_thread(process.start)
        link = await asyncio.open_connection(sock=ours)
        await link[0].readline()
        return cls(process, link, limits)

    @property
    def used_up(self) -> bool:
        """Whether it can be asked no more: it is at work or over, or has given way and cannot go back."""
        return self._busy or self._gave_way

    async def reply(self, task: Mapping[str, Any]) -> Reply:
        """What comes of the task: 507 if the process ends by it."""
        self._busy, self._before = True, self._processor_time()
        try:
            self._writer.write(json.dumps(task).encode() + b"\n")
            reply = await read_reply(self._reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            return Reply.text(507, f"the query ended the engine: it may need more than {self._limits.megabytes} MB")
        self._busy = False
        return reply

    def worked(self) -> float:
        """Seconds of processor time that the task has taken so far."""
        return self._processor_time() - self._before

    def give_way(self) -> None:
        """Lets all other work on the machine go before; systems allow no way back."""
        self._gave_way = True
        with suppress(psutil.NoSuchProcess):
            psutil.Process(self._process.pid).nice(_LEAST_URGENT)
        with suppress(OSError):
            self._let_session_give_way()

    def _let_session_give_way(self) -> None:
        """Linux may weigh sessions before it weighs the processes in them; this one must hold the worker alone."""
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
        """Ends the process at once, whatever it does."""
        self._process.kill()
        self._writer.close()
        await asyncio.to_thread(self._process.join)
