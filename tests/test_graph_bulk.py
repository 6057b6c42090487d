"""Whole alliances from N-Quads: in any order of lines, with what rules derive, and errors that say where."""

import random
from pathlib import Path

import pytest
from pyoxigraph import Quad

from alliancegraph.build import populate
from graph.bulk import load_nquads, report_runs
from graph.errors import InputError
from graph.iris import FACTS
from graph.store import Store
from ontology.terms import AG
from tests.bench.alliance import Alliance, write


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("alliance") / "alliance.nq"
    write(Alliance(2, 2, scale=0.2), path)
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def loaded(path: Path, lines: list[str]) -> set[Quad]:
    path.write_text("".join(lines), encoding="utf-8")
    store = Store.memory()
    load_nquads(store, path)
    return set(store.quads())


def test_the_order_of_lines_does_not_matter(lines: list[str], tmp_path: Path) -> None:
    shuffled = random.Random(7).sample(lines, len(lines))
    assert loaded(tmp_path / "one.nq", lines) == loaded(tmp_path / "other.nq", ["# mixed\n", "\n", *shuffled])


def test_what_was_exported_loads_to_the_same(lines: list[str], tmp_path: Path) -> None:
    store = Store.memory()
    (tmp_path / "in.nq").write_text("".join(lines), encoding="utf-8")
    load_nquads(store, tmp_path / "in.nq")
    store.dump(tmp_path / "out.nq")
    again = Store.memory()
    load_nquads(again, tmp_path / "out.nq")
    assert set(again.quads()) == set(store.quads())


def test_exports_of_two_alliances_load_as_one(tmp_path: Path) -> None:
    both = Alliance(2, 2, scale=0.2)
    exports = []
    for member in (1, 2):
        one = Store.memory()
        populate(one, list(Alliance(2, 2, scale=0.2).reports_of(member)))
        one.dump(tmp_path / f"{member}.nq")
        exports += (tmp_path / f"{member}.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    merged = loaded(tmp_path / "merged.nq", exports)
    store = Store.memory()
    populate(store, list(both.reports()))
    counts = {quad for quad in store.quads() if quad.predicate.value == AG.count}
    assert {quad for quad in merged if quad.predicate.value == AG.count} == counts


def test_a_link_that_is_stated_too_stands_once(lines: list[str], tmp_path: Path) -> None:
    link = next(q for q in loaded(tmp_path / "plain.nq", lines) if q.predicate.value == AG.contributesTo)
    stated = f"{link.triple} {FACTS} .\n"
    found = [quad for quad in loaded(tmp_path / "stated.nq", [*lines, stated]) if quad.triple == link.triple]
    assert [quad.graph_name for quad in found] == [FACTS]


def test_runs_are_the_lines_of_each_report(lines: list[str], tmp_path: Path) -> None:
    path = tmp_path / "alliance.nq"
    path.write_text("".join(lines), encoding="utf-8")
    data = path.read_bytes()
    for graph, runs in report_runs(path).items():
        own = b"".join(data[start:end] for start, end in runs).splitlines()
        assert own
        assert own == [line for line in data.splitlines() if line.endswith(graph + b" .")]


def test_a_slip_is_told_with_its_line(lines: list[str], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"slip\.nq:3: no N-Quads"):
        loaded(tmp_path / "slip.nq", [*lines[:2], "<urn:a> <urn:b> .\n", *lines[2:]])


def test_sections_without_a_reading_state_are_refused(lines: list[str], tmp_path: Path) -> None:
    gone = next(line for line in lines if "/section/" in line and "#readingState" in line)
    with pytest.raises(InputError, match=r"old\.nq: a section without a reading state: .*; expected how far each"):
        loaded(tmp_path / "old.nq", [line for line in lines if line != gone])


def test_reports_without_accounts_are_refused(lines: list[str], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"old\.nq: contributions, and no accounts"):
        loaded(tmp_path / "old.nq", [line for line in lines if "/account/" not in line])
