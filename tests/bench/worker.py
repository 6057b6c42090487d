"""An engine in a process of its own, so that its time and memory are its own, and that it can be stopped."""

import os
import sys
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.engines import engine

_SPAWN = get_context("spawn")


class Reply(NamedTuple):
    """What a call gave, and how many seconds it took inside the process."""

    value: Any
    seconds: float


class Failed(Exception):
    """The engine could not do it; the text says why."""


class Worker:
    """Calls the methods of an engine (see `engines.Engine`), one after the other."""

    def __init__(self, name: str, folder: Path) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, name, folder))
        self._process.start()
        theirs.close()

    @property
    def lives(self) -> bool:
        """Whether it can be called again: an engine that panics takes its process with it."""
        return self._process.is_alive()

    def call(self, method: str, *arguments: object, limit: float | None = None) -> Reply:
        """Return what the method gives; raise Failed where it fails, or is stopped after `limit` seconds."""
        self._connection.send((method, arguments))
        try:
            if not self._connection.poll(limit):
                self.stop()
                raise Failed(f"over {limit:g} s")
            reply: Reply | str = self._connection.recv()
        except EOFError:
            self._process.join()
            raise Failed("crashes") from None
        if isinstance(reply, str):
            raise Failed(reply)
        return reply

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Let the engine finish."""
        if self.lives:
            self._connection.send(("close", ()))
        self._process.join()


def _work(connection: Connection, name: str, folder: Path) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # what an engine prints when it panics
    asked = engine(name, folder)
    try:
        while (request := connection.recv())[0] != "close":
            connection.send(_reply(getattr(asked, request[0]), *request[1]))
    finally:
        asked.close()


def _reply(method: Any, *arguments: object) -> Reply | str:
    start = time.perf_counter()
    try:
        value = method(*arguments)
    except TimeoutError as error:
        return f"over {error} s"
    except Exception as error:  # noqa: BLE001 (each library has errors of its own, and the table says that it failed)
        return f"fails ({type(error).__name__})"
    return Reply(value, time.perf_counter() - start)
