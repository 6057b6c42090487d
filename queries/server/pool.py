"""A pool of engines: quick queries find a free one; slow ones give way, wait in line, and time out."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from alliancegraph.queries.server.engine import LESS, Engine
from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.server.reply import Reply

GLANCE = 0.05  # seconds between checks of an engine's processor time
_Turn = TypeVar("_Turn")


class Pool:
    """One engine for each query that may run at a time; used engines are replaced by new ones.

    Only running shows whether a query is slow. A slow query goes on in its engine if fewer than `slow` others run;
    otherwise it is stopped, and starts again when it is its turn among the slow ones.
    """

    def __init__(self, build: Path, limits: Limits) -> None:
        self._build = build
        self._limits = limits
        self._ready: asyncio.Queue[Engine] = asyncio.Queue()
        self._engines: set[Engine] = set()
        self._changes: set[asyncio.Task[None]] = set()
        self._slow = asyncio.Semaphore(limits.slow)
        self._waiting = 0

    @classmethod
    @asynccontextmanager
    async def opened(cls, build: Path, limits: Limits) -> AsyncIterator["Pool"]:
        """Yield a pool whose engines end with the block."""
        pool = cls(build, limits)
        try:
            await asyncio.gather(*(pool._add() for _ in range(limits.quick + limits.slow)))
            yield pool
        finally:
            await pool._close()

    async def reply(self, task: Mapping[str, Any]) -> Reply:
        """Return the reply to a task: 503 if too many wait, 504 if it took too long."""
        try:
            return await self._at_once(task) or await self._in_turn(task)
        except _FullError as full:
            return Reply.text(503, f"{full}; expected fewer at a time. Ask again in a moment.")
        except TimeoutError:
            seconds = self._limits.seconds
            return Reply.text(504, f"the query was stopped: it ran for more than {seconds} seconds. {LESS}")

    async def _at_once(self, task: Mapping[str, Any]) -> Reply | None:
        """Return the reply if the task is quick, or if there is a place for a slow one; else None."""
        async with self._engine() as engine, asyncio.timeout(self._limits.seconds):
            under_way = engine.begin(task)
            if await self._in_a_moment(engine, under_way):
                return await under_way
            if self._slow.locked():
                return None
            async with self._slow:
                engine.give_way()
                return await under_way

    async def _in_a_moment(self, engine: Engine, under_way: "asyncio.Task[Reply]") -> bool:
        """Return whether the reply comes before the engine has worked on it for a moment."""
        while engine.worked() < self._limits.moment and not under_way.done():
            await asyncio.wait([under_way], timeout=GLANCE)
        return under_way.done()

    async def _in_turn(self, task: Mapping[str, Any]) -> Reply:
        """Return the reply to a slow task, started anew; tasks are taken in the order in which they came."""
        await self._turn(self._slow.acquire())
        try:
            async with self._engine() as engine, asyncio.timeout(self._limits.seconds):
                engine.give_way()
                return await engine.begin(task)
        finally:
            self._slow.release()

    @asynccontextmanager
    async def _engine(self) -> AsyncIterator[Engine]:
        engine = await self._turn(self._ready.get())
        try:
            yield engine
        finally:
            self._put_back(engine)

    async def _turn(self, coming: Coroutine[Any, Any, _Turn]) -> _Turn:
        """Wait for a turn; raise _FullError if too many wait already, or after `patience` seconds."""
        if self._waiting >= self._limits.waiting:
            coming.close()
            raise _FullError(f"{self._waiting} queries wait already")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.patience):
                return await coming
        except TimeoutError:
            raise _FullError(f"others were before this query for {self._limits.patience} seconds") from None
        finally:
            self._waiting -= 1

    def _put_back(self, engine: Engine) -> None:
        if not engine.used_up:
            self._ready.put_nowait(engine)
            return
        change = asyncio.ensure_future(self._replace(engine))
        self._changes.add(change)
        change.add_done_callback(self._changes.discard)

    async def _replace(self, engine: Engine) -> None:
        self._engines.discard(engine)
        await asyncio.gather(engine.end(), self._add())

    async def _add(self) -> None:
        engine = await Engine.start(self._build, self._limits)
        self._engines.add(engine)
        self._ready.put_nowait(engine)

    async def _close(self) -> None:
        await asyncio.gather(*self._changes)
        await asyncio.gather(*(engine.end() for engine in self._engines))


class _FullError(Exception):
    """Too many queries wait."""
