"""Fifty clients at once, slow and broken queries among them: the quick ones are answered, and stay quick."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from tests.serving import CROSS_JOIN, Server, served

QUICK, SLOW, BROKEN = 35, 10, 5
SECONDS = 8  # of a slow query, and of the test
GOALS = "SELECT ?number { ?goal a ag:OperationalGoal ; skos:notation ?number } ORDER BY ?number"
WRONG = ("SELECT * {", "SELECT * { ?s ?p ?o.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "DROP ALL", "\\u0053")


@dataclass(frozen=True)
class Call:
    status: int
    seconds: float
    body: bytes


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build, "--seconds", SECONDS) as running:
        yield running


def _call(server: Server, sparql: str) -> Call:
    start = time.monotonic()
    heard = server.post(sparql, "text/csv")
    return Call(heard.status, time.monotonic() - start, heard.body)


def _calls(server: Server, sparql: str, pause: float) -> list[Call]:
    """What one client is told in the time of the test, when it asks again and again."""
    end = time.monotonic() + SECONDS
    calls = []
    while time.monotonic() < end:
        calls.append(_call(server, sparql))
        time.sleep(pause)
    return calls


def test_quick_queries_stay_quick_among_slow_and_broken_ones(server: Server) -> None:
    right = _call(server, GOALS).body
    with ThreadPoolExecutor(QUICK + SLOW + BROKEN) as clients:
        slow = [clients.submit(_calls, server, f"{CROSS_JOIN} # {number}", 1) for number in range(SLOW)]
        broken = [clients.submit(_calls, server, WRONG[number % len(WRONG)], 0.2) for number in range(BROKEN)]
        quick = [clients.submit(_calls, server, GOALS, 0.2) for _ in range(QUICK)]
        answers = [call for client in quick for call in client.result()]
        assert {call.status for client in broken for call in client.result()} == {400}
        assert {call.status for client in slow for call in client.result()} == {503, 504}
    assert {(call.status, call.body) for call in answers} == {(200, right)}
    assert len(answers) > 3 * QUICK
    assert median(call.seconds for call in answers) < SECONDS / 8
    assert max(call.seconds for call in answers) < SECONDS
