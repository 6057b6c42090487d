"""The benchmark's table, measured on a small alliance by the engines that need no extras."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alliancegraph.queries.asking.parameters import types
from alliancegraph.queries.library import all_questions
from tests.bench import cold
from tests.bench.alliance import Alliance
from tests.bench.cases import Case
from tests.bench.contestant import Contestant
from tests.bench.data import alliance_data
from tests.bench.draws import VALUES
from tests.bench.table import ONCE, Table
from tests.bench.timings import Timing

ROOT = Path(__file__).parent.parent
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?a != ?d && ?d != ?g) }"
QUICK = "SELECT * WHERE { ?s ?p ?o } LIMIT 10"
SILENT: Callable[[str], None] = lambda _: None  # noqa: E731


@pytest.fixture(scope="module", autouse=True)
def path() -> Iterator[None]:
    """Yield where processes that the benchmark starts find the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        yield


@pytest.fixture(scope="module")
def table() -> Table:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cold, "PAIRS", 1)
        measured = Table(["ours", "raw"], SILENT, ONCE)
        measured.measure(Alliance(2, 1))
    return measured


def test_every_question_has_a_line(table: Table) -> None:
    lines = [row.what for row in table.rows]
    assert [f"question: {question.name}" for question in all_questions()] == [w for w in lines if "question" in w]


def test_both_engines_answer_everything_alike(table: Table) -> None:
    asked = [row for row in table.rows if row.rows]
    assert len(asked) > len(all_questions())
    for row in asked:
        for cell in row.cells.values():
            assert all(part.replace(".", "").replace(",", "").isdigit() for part in cell.split(" / ")), row


def test_the_rest_is_measured_too(table: Table) -> None:
    assert {row.what: set(row.cells) for row in table.rows if not row.rows} == {
        "bulk load, s": {"ours", "raw"},
        "peak memory, MB": {"ours", "raw"},
        "all as Turtle, s": {"ours"},
        "cold start, ms": {"ours", "raw"},
        "one report more, s": {"ours"},
    }


def test_the_table_is_markdown_and_says_on_what_it_was_measured(table: Table) -> None:
    header, rule, *lines = table.text().split("\n\n")[0].splitlines()
    assert header == "|  | years | rows | alliancegraph | pyoxigraph, raw |"
    assert {line.count("|") for line in (rule, *lines)} == {header.count("|")}
    assert "cores" in table.text()
    assert "pyoxigraph 0." in table.text()


def test_every_type_of_parameter_has_values() -> None:
    assert set(types()) <= set(VALUES)


@pytest.fixture
def contestant(tmp_path: Path) -> Iterator[Contestant]:
    filled = Contestant("raw", tmp_path / "raw", {})
    filled.load(alliance_data(Alliance(1, 1, scale=0.1), tmp_path))
    yield filled
    filled.close()


def test_a_failed_query_is_reported_and_not_repeated(contestant: Contestant) -> None:
    timing, case = Timing(), Case("nonsense", ["SELECT nonsense"], ["SELECT nonsense"])
    contestant.ask(case, 0, timing)
    assert timing.told({}) == "fails (SyntaxError)"
    assert contestant.cannot == {"nonsense": "fails (SyntaxError)"}


def test_an_engine_comes_back_after_it_was_stopped(contestant: Contestant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.contestant.LIMIT", 0.5)
    stopped, answered = Timing(), Timing()
    contestant.ask(Case("endless", [ENDLESS], [ENDLESS]), 0, stopped)
    assert stopped.told({}) == "over 0.5 s"
    monkeypatch.undo()  # a busy machine may take longer than that for any query
    contestant.ask(Case("quick", [QUICK], [QUICK]), 0, answered)
    assert answered.rows == {0: 10}


def test_different_numbers_of_rows_are_reported() -> None:
    timing = Timing([0.001], {0: 3})
    assert timing.told({0: 3}) == "1.0 / 1.0"
    assert timing.told({0: 4}) == "1.0 / 1.0 (other rows)"
