"""A query is judged by its own work alone; slow ones take turns, and only a full line sends one away."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar
from unittest.mock import Mock

import pytest

from alliancegraph.graph.errors import Problem, StoreError
from alliancegraph.queries.server.engine import Engine
from alliancegraph.queries.server.limits import Limits
from alliancegraph.queries.server.pool import Pool
from alliancegraph.queries.server.reply import Reply, began
from alliancegraph.queries.server.tasks import TASKS
from alliancegraph.queries.server.worker import Worker
from tests.serving import CROSS_JOIN

QUICK = "ASK {}"
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?b ?q ?c . ?c ?r ?d }"
Outcome = TypeVar("Outcome")


def _task(sparql: str) -> dict[str, object]:
    return {"do": "query", "sparql": sparql, "accept": "text/csv", "first": 0}


def _alone(work: Coroutine[object, object, Outcome]) -> Outcome:
    """Return what it gives in a thread of its own: a browser of other tests may hold this one's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _in_pool(build: Path, limits: Limits, act: Callable[[Pool], Awaitable[Outcome]]) -> Outcome:
    async def run() -> Outcome:
        async with Pool.opened(build, limits) as pool:
            return await act(pool)

    return _alone(run())


def test_the_work_of_a_query_counts_from_its_own_start(build: Path) -> None:
    async def act() -> tuple[float, float, float]:
        engine = await Engine.start(build, Limits(seconds=60))
        try:
            await engine.begin(_task(HEAVY))
            before = engine.worked()
            quick = engine.begin(_task(QUICK))
            at_once = engine.worked()
            await quick
            return before, at_once, engine.worked()
        finally:
            await engine.end()

    before, at_once, after = _alone(act())
    assert before > 0.02
    assert at_once == 0
    assert after < before


def test_a_quick_query_after_many_is_still_quick(build: Path) -> None:
    """One engine and no place for slow ones: whoever is taken for slow waits for ever, and is told so."""

    async def act(pool: Pool) -> set[int]:
        return {(await pool.reply(_task(QUICK))).status for _ in range(300)}

    assert _in_pool(build, Limits(quick=1, slow=0, patience=1), act) == {200}


def test_a_slow_query_waits_for_its_turn_and_is_answered(build: Path) -> None:
    async def act(pool: Pool) -> list[int]:
        order: list[int] = []
        asked = [asyncio.ensure_future(_noted(pool, order, sparql)) for sparql in (CROSS_JOIN, QUICK, QUICK)]
        await asyncio.gather(*asked)
        return order

    limits = Limits(seconds=2, quick=3, slow=1, moment=0)
    assert _in_pool(build, limits, act) == [504, 200, 200]


async def _noted(pool: Pool, order: list[int], sparql: str) -> None:
    order.append((await pool.reply(_task(sparql))).status)


def test_one_text_is_not_judged_by_what_it_took_before(build: Path) -> None:
    """While a slow query runs, the text of a query that was stopped before waits like any other."""

    async def act(pool: Pool) -> list[int]:
        first = await pool.reply(_task(CROSS_JOIN))
        both = await asyncio.gather(*(pool.reply(_task(CROSS_JOIN)) for _ in range(2)))
        return [first.status, *(reply.status for reply in both)]

    assert _in_pool(build, Limits(seconds=1, quick=2, slow=1), act) == [504, 504, 504]


def test_only_a_full_line_sends_a_query_away(build: Path) -> None:
    async def act(pool: Pool) -> list[Reply]:
        return list(await asyncio.gather(*(pool.reply(_task(CROSS_JOIN)) for _ in range(3))))

    replies = _in_pool(build, Limits(seconds=2, quick=3, slow=1, waiting=1), act)
    assert sorted(reply.status for reply in replies) == [503, 504, 504]
    assert b"1 queries wait already" in next(reply.body for reply in replies if reply.status == 503)


def test_nobody_waits_for_ever(build: Path) -> None:
    async def act(pool: Pool) -> list[Reply]:
        return list(await asyncio.gather(*(pool.reply(_task(CROSS_JOIN)) for _ in range(2))))

    replies = _in_pool(build, Limits(seconds=4, quick=2, slow=1, patience=1), act)
    assert sorted(reply.status for reply in replies) == [503, 504]
    assert b"for 1 seconds" in next(reply.body for reply in replies if reply.status == 503)


def _status(build: Path, task: dict[str, object]) -> int:
    _, framed = Worker(build, 10).frames(task)
    return int(json.loads(framed.splitlines()[0])["status"])


def test_a_slip_is_the_client_s_fault_and_a_failure_is_ours(
    tmp_path: Path, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _status(build, _task(QUICK)) == 200
    assert _status(build, _task("SELEC")) == 400
    assert _status(build, {"do": "bind", "question": "contributors", "values": {"goal": "9"}}) == 400
    assert _status(build, {"do": "bind", "question": "nothing", "values": {}}) == 404
    assert _status(tmp_path, _task(QUICK)) == 500
    for failure in (StoreError(Problem("a store", "another", "Build it.")), OSError("disk"), ValueError("engine")):
        monkeypatch.setitem(TASKS, "query", Mock(side_effect=failure))
        assert _status(build, _task(QUICK)) == 500


def test_to_open_a_build_is_no_work_of_the_query(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worked = [0.0]
    monkeypatch.setattr("alliancegraph.queries.server.worker._worked", lambda: worked[0])
    worker = Worker(tmp_path, 10)
    monkeypatch.setattr(worker, "_renew", lambda: worked.append(worked.pop() + 5))
    assert next(worker.frames(_task(QUICK))) == began(5.0)
