"""Engines that stand ready: quick queries find one at once, slow ones give way and run out of time."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from queries.server.engine import Engine
from queries.server.limits import Limits
from queries.server.reply import Reply

MOMENT = 0.1  # seconds of work after which a query is a slow one, however long it waited for the processor
REMEMBERED = 1000
LATER = "Ask again in a moment."


class Pool:
    """As many engines as queries may run at a time; one that was used up is replaced by a fresh one."""

    def __init__(self, build: Path, limits: Limits) -> None:
        self._build = build
        self._limits = limits
        self._ready: asyncio.Queue[Engine] = asyncio.Queue()
        self._engines: set[Engine] = set()
        self._changes: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._slow = 0
        self._slow_before: dict[str, None] = {}  # the last queries that were slow

    @classmethod
    @asynccontextmanager
    async def opened(cls, build: Path, limits: Limits) -> AsyncIterator["Pool"]:
        """A pool whose engines end with the block."""
        pool = cls(build, limits)
        try:
            await asyncio.gather(*(pool._add() for _ in range(limits.quick + limits.slow)))
            yield pool
        finally:
            await pool._close()

    async def reply(self, task: Mapping[str, Any]) -> Reply:
        """What comes of the task, or why nothing does: 503 if there is too much to do, 504 if it took too long."""
        if self._waiting >= self._limits.waiting:
            return Reply.text(503, f"{self._waiting} queries wait already. {LATER}")
        if self._full() and _key(task) in self._slow_before:
            return self._too_many()
        engine = await self._next()
        try:
            return await self._within_limits(engine, task)
        finally:
            self._put_back(engine)

    async def _next(self) -> Engine:
        self._waiting += 1
        try:
            return await self._ready.get()
        finally:
            self._waiting -= 1

    async def _within_limits(self, engine: Engine, task: Mapping[str, Any]) -> Reply:
        under_way = asyncio.ensure_future(engine.reply(task))
        try:
            async with asyncio.timeout(self._limits.seconds):
                if await self._in_a_moment(engine, under_way):
                    return await under_way
                self._remember(_key(task))
                return self._too_many() if self._full() else await self._slowly(engine, under_way)
        except TimeoutError:
            return self._too_slow()
        finally:
            under_way.cancel()

    async def _in_a_moment(self, engine: Engine, under_way: "asyncio.Future[Reply]") -> bool:
        """Whether the reply is there before the engine has worked for a moment."""
        while engine.worked() < MOMENT and not under_way.done():
            await asyncio.wait([under_way], timeout=MOMENT / 2)
        return under_way.done()

    async def _slowly(self, engine: Engine, under_way: "asyncio.Future[Reply]") -> Reply:
        engine.give_way()
        self._slow += 1
        try:
            return await under_way
        finally:
            self._slow -= 1

    def _full(self) -> bool:
        return self._slow >= self._limits.slow

    def _remember(self, query: str) -> None:
        self._slow_before[query] = None
        if len(self._slow_before) > REMEMBERED:
            self._slow_before.pop(next(iter(self._slow_before)))

    def _too_many(self) -> Reply:
        return Reply.text(503, f"{self._slow} slow queries are under way already. {LATER}")

    def _too_slow(self) -> Reply:
        return Reply.text(
            504,
            f"the query was stopped: it ran for more than {self._limits.seconds} seconds. "
            "Ask for less at a time: bind a variable, join on shared ones, or start with a LIMIT inside.",
        )

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
        for change in self._changes:
            change.cancel()
        await asyncio.gather(*(engine.end() for engine in self._engines))


def _key(task: Mapping[str, Any]) -> str:
    return str(task.get("sparql"))
