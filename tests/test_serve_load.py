"""Fifty clients at once, slow and broken queries among them: no quick one is sent away."""

from pathlib import Path

from tests.bench.mix import GOALS, call, mixed
from tests.serving import served

SECONDS = 8  # of a slow query, and of the test


def test_quick_queries_are_answered_among_slow_and_broken_ones(build: Path) -> None:
    with served(build, "--seconds", SECONDS) as server:
        right = call(server, GOALS).body
        calls = mixed(server, SECONDS)
    assert {each.status for each in calls.broken} <= {400, 504}
    assert {each.status for each in calls.slow} <= {503, 504}
    assert {each.status for each in calls.quick} <= {200, 504}  # 504 where other work leaves them no processor at all
    assert right in {each.body for each in calls.quick}
