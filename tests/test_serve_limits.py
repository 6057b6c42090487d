"""No query takes more of the machine than it may, and what is cut says so."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, parse_query_results
from pyoxigraph import Store as Engine

from alliancegraph.queries.server.capped import SOLUTIONS, written
from tests.serving import CROSS_JOIN, Heard, Server, served

SECONDS, ROWS, MEGABYTES = 2, 50, 200
QUICK = "SELECT ?g { ?g a ag:OperationalGoal }"
HUGE = "SELECT ?a { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c"
PAIRS = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f }"


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build, "--seconds", SECONDS, "--rows", ROWS) as running:
        yield running


def _timed(server: Server, sparql: str) -> tuple[int, float]:
    start = time.monotonic()
    return server.get(sparql).status, time.monotonic() - start


def _workers(server: Server) -> dict[int, int]:
    """Return how urgent each process of the server is, by its number."""
    urgency = {}
    for process in psutil.Process(server.process.pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            urgency[process.pid] = process.nice()
    return urgency


def test_a_query_is_stopped_when_its_time_is_up(server: Server) -> None:
    assert server.get(QUICK).status == 200
    before = _workers(server)
    heard, start = server.get(CROSS_JOIN), time.monotonic()
    assert heard.status == 504
    assert f"more than {SECONDS} seconds" in heard.text
    assert server.get(QUICK).status == 200
    while before.keys() <= (after := _workers(server)).keys() or len(after) < len(before):
        assert time.monotonic() < start + 20
        time.sleep(0.02)
    assert len(before.keys() - after.keys()) == 1


def test_quick_queries_pass_slow_ones(server: Server) -> None:
    with ThreadPoolExecutor(4) as clients:
        slow = [clients.submit(_timed, server, CROSS_JOIN) for _ in range(4)]
        time.sleep(0.5)
        quick = [_timed(server, QUICK) for _ in range(10)]
        assert not any(one.done() for one in slow)
        assert {one.result()[0] for one in slow} == {504}
    assert {status for status, _ in quick} == {200}


def test_a_slow_query_gives_way_in_a_session_of_its_own(server: Server) -> None:
    with ThreadPoolExecutor(1) as clients:
        slow = clients.submit(server.get, CROSS_JOIN)
        worker = _slow_worker(server)
        assert not slow.done()
        assert os.getsid(worker) == worker
        slow.result()


def _slow_worker(server: Server) -> int:
    """Return the process that works on a slow query, as soon as there is one."""
    end = time.monotonic() + 20
    while not (slow := [worker for worker, urgency in _workers(server).items() if urgency > os.nice(0)]):
        assert time.monotonic() < end
        time.sleep(0.02)
    return slow[0]


def test_slow_queries_take_turns(server: Server) -> None:
    with ThreadPoolExecutor(8) as clients:
        heard = list(clients.map(lambda number: server.get(f"{CROSS_JOIN} # {number}"), range(8)))
    assert {one.status for one in heard} == {504}


def test_a_query_that_needs_too_much_memory_ends_alone(build: Path) -> None:
    with served(build, "--seconds", 60, "--megabytes", MEGABYTES) as server:
        heard = server.get(HUGE)
        assert heard.status == 507
        assert f"{MEGABYTES} MB" in heard.text
        assert server.get(QUICK).status == 200


def test_a_query_is_cancelled_when_its_client_disconnects(build: Path) -> None:
    with served(build, "--seconds", 600) as server, ThreadPoolExecutor(1) as clients:
        assert server.get(QUICK).status == 200
        asked = clients.submit(replace(server, patience=3).get, CROSS_JOIN)
        worker = _slow_worker(server)
        assert isinstance(asked.exception(), TimeoutError)
        psutil.wait_procs([psutil.Process(worker)] if psutil.pid_exists(worker) else [], timeout=20)
        assert not psutil.pid_exists(worker)


@pytest.mark.parametrize("media_type", SOLUTIONS)
def test_a_part_is_never_given_for_the_whole(server: Server, media_type: str) -> None:
    heard = server.get(PAIRS, media_type)
    assert (heard.status, heard.media_type) == (507, "text/plain")
    assert f"more than {ROWS} rows" in heard.text
    assert "--rows" in heard.text


def test_nor_are_some_triples(server: Server) -> None:
    assert server.get("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "application/n-triples").status == 507


@pytest.mark.parametrize("media_type", SOLUTIONS)
def test_the_first_rows_can_be_requested(server: Server, media_type: str) -> None:
    heard = _first(server, PAIRS, ROWS - 10, media_type)
    assert heard.headers["x-rows-cut-at"] == str(ROWS - 10)
    assert _count(heard.body, media_type) == ROWS - 10
    assert "x-rows-cut-at" not in _first(server, f"{PAIRS} LIMIT 10", 10, media_type).headers
    assert _first(server, PAIRS, ROWS + 1, media_type).status == 507


def test_the_first_triples_can_be_requested(server: Server) -> None:
    heard = _first(server, "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", ROWS, "application/n-triples")
    assert heard.headers["x-rows-cut-at"] == str(ROWS)
    assert len(heard.text.splitlines()) == ROWS


def test_a_number_of_first_rows_that_is_none(server: Server) -> None:
    heard = server.send("GET", f"/sparql?{urlencode({'query': PAIRS, 'first': '-1'})}")
    assert (heard.status, heard.text.partition(";")[0]) == (400, "first=-1")


def _first(server: Server, sparql: str, rows: int, media_type: str) -> Heard:
    return server.send("GET", f"/sparql?{urlencode({'query': sparql, 'first': rows})}", Accept=media_type)


def _count(body: bytes, media_type: str) -> int:
    if media_type == "text/csv":
        return len(body.splitlines()) - 1
    rows = parse_query_results(body, format=SOLUTIONS[media_type])
    assert isinstance(rows, QuerySolutions)
    return len(list(rows))


@pytest.mark.parametrize(("limit", "status"), [(ROWS - 1, 200), (ROWS, 200), (ROWS + 1, 507)])
def test_an_answer_that_fits_is_whole(server: Server, limit: int, status: int) -> None:
    heard = server.get(f"{PAIRS} LIMIT {limit}")
    assert heard.status == status
    assert status == 507 or len(json.loads(heard.body)["results"]["bindings"]) == limit


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))  # those that XML has
TERMS = st.one_of(
    st.builds(Literal, TEXT),
    st.builds(lambda text: Literal(text, language="en"), TEXT),
    st.builds(Literal, st.integers() | st.floats() | st.booleans()),
    st.builds(lambda text: Literal(text, datatype=NamedNode("urn:type")), TEXT),
    st.just(NamedNode("urn:thing")),
)


@given(st.lists(TERMS, max_size=5), st.sampled_from(sorted(SOLUTIONS)))
def test_nothing_is_lost_on_the_way_through_tsv(terms: list[Literal | NamedNode], media_type: str) -> None:
    engine = Engine()
    engine.extend(Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), term) for n, term in enumerate(terms))
    sparql = "SELECT ?o ?none { ?s <urn:p> ?o OPTIONAL { ?s <urn:none> ?none } } ORDER BY ?s"
    straight, read = engine.query(sparql), engine.query(sparql)
    assert isinstance(straight, QuerySolutions)
    assert isinstance(read, QuerySolutions)
    assert written(read, media_type, 10) == (straight.serialize(format=SOLUTIONS[media_type]), False)


def test_no_engine_outlives_a_server_that_is_killed(build: Path) -> None:
    command = [sys.executable, "-m", "alliancegraph", "serve", "--port", "0", "--seconds", "1", "--build", str(build)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        server = Server(process.stdout.readline().partition("/ ")[0], process)
        with ThreadPoolExecutor(1) as clients:
            asked = clients.submit(server.get, CROSS_JOIN)
            busy = _slow_worker(server)
            orphans = psutil.Process(process.pid).children(recursive=True)
            os.kill(process.pid, signal.SIGKILL)
            assert asked.exception()
    assert busy in {orphan.pid for orphan in orphans}
    assert len(orphans) > 10
    assert psutil.wait_procs(orphans, timeout=20)[1] == []


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_at_once_and_quietly_when_told_to(build: Path, sent: signal.Signals) -> None:
    with served(build) as server, ThreadPoolExecutor(1) as clients:
        slow = clients.submit(server.get, CROSS_JOIN)
        time.sleep(0.5)
        server.process.send_signal(sent)
        assert server.process.wait(10) in (-sent, 130, 128 + sent)
        slow.exception()
