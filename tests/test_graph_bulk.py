"""Whole alliances from N-Quads: however a line is written, with what rules derive, and errors that say where."""

import gzip
import os
import random
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.build import add, load
from alliancegraph.cli import main
from alliancegraph.graph.assemble.dataset import descriptions
from alliancegraph.graph.assemble.portion import Portion
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import InputError
from alliancegraph.graph.exchange.bulk import load_nquads, read_reports
from alliancegraph.graph.exchange.nquads import NQuads
from alliancegraph.graph.model.iris import AUTHORITY, FACTS
from alliancegraph.graph.model.literals import Rewritten
from alliancegraph.ontology.terms import AG, RDF, VOID, XSD
from tests.assembling import populate
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


def test_counts_that_a_file_brings_along_give_way_to_those_of_its_facts(lines: list[str], tmp_path: Path) -> None:
    store = Store.memory()
    (tmp_path / "in.nq").write_text("".join(lines), encoding="utf-8")
    load_nquads(store, tmp_path / "in.nq")
    store.dump(tmp_path / "out.nq")
    exported = (tmp_path / "out.nq").read_text(encoding="utf-8")
    old = exported.replace(f'<{AG.count}> "', f'<{AG.count}> "9')
    assert old != exported
    assert loaded(tmp_path / "old.nq", [old]) == set(store.quads())


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
    path, copy = tmp_path / "alliance.nq", tmp_path / "copy.nq"
    path.write_text("".join(random.Random(3).sample(lines, len(lines))), encoding="utf-8")
    runs = read_reports(NQuads(path, path), copy, Rewritten())
    data = copy.read_bytes()
    assert len(runs) == 4
    for graph, places in runs.items():
        own = b"".join(data[start:end] for start, end in places).decode().splitlines()
        assert own
        assert {line for line in own if not line.endswith(f" <{graph}> .")} == set()
        read = [line for line in lines if f" <{graph}> ." in line and not re.match("<[^>]*/id/(pass|sel|acc)", line)]
        assert sorted(own) == sorted(line.rstrip("\n") for line in read)


WAYS: dict[str, Callable[[str], str]] = {
    "without a space before the full stop": lambda line: line.replace(" .\n", ".\n"),
    "with tabs": lambda line: re.sub(r"^(\S+) (\S+) ", r"\1\t\2\t", line),
    "without spaces between IRIs": lambda line: re.sub(r"^(<\S+>) (<\S+>) <", r"\1\2<", line),
    "with a comment that looks like a graph": lambda line: line.replace(" .\n", " . # <urn:x> .\n"),
    "with spaces around": lambda line: f"  {line[:-1]}  \n",
    "with CRLF": lambda line: line.replace("\n", "\r\n"),
    "ended by CR": lambda line: line.replace("\n", "\r"),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_does_not_matter_how_a_line_is_written(way: str, lines: list[str], tmp_path: Path) -> None:
    other = [WAYS[way](line) for line in lines]
    assert other != lines
    (tmp_path / "other.nq").write_bytes("".join(other).encode())
    store = Store.memory()
    assert load_nquads(store, tmp_path / "other.nq") == []
    assert set(store.quads()) == loaded(tmp_path / "plain.nq", lines)


def test_a_text_that_looks_like_the_end_of_a_line_moves_nothing(lines: list[str], tmp_path: Path) -> None:
    report = next(line for line in lines if f"<{AG.year}>" in line and "/report/" in line).split()
    trap = f'{report[0]} <{AG.recordedBy}> "so <urn:g> .\\n{report[0]} <urn:g> ." {report[-2]} .\n'
    found = loaded(tmp_path / "trap.nq", [trap, *lines])
    assert {quad for quad in found if quad.predicate.value == AG.recordedBy} - loaded(tmp_path / "no.nq", lines)
    assert {q for q in found if q.predicate.value == AG.count} == {
        q for q in loaded(tmp_path / "no.nq", lines) if q.predicate.value == AG.count
    }


def packed(path: Path, data: bytes) -> Path:
    path.write_bytes(gzip.compress(data))
    return path


def marked(path: Path, data: bytes) -> Path:
    path.write_bytes(b"\xef\xbb\xbf" + data)
    return path


def marked_and_packed(path: Path, data: bytes) -> Path:
    return packed(path, b"\xef\xbb\xbf" + data)


def piped(path: Path, data: bytes) -> Path:
    os.mkfifo(path)
    threading.Thread(target=path.write_bytes, args=(data,), daemon=True).start()
    return path


@pytest.mark.parametrize("given", [packed, marked, marked_and_packed, piped])
def test_a_file_comes_in_many_wrappings(given: Callable[[Path, bytes], Path], lines: list[str], tmp_path: Path) -> None:
    store = Store.memory()
    load_nquads(store, given(tmp_path / "wrapped", "".join(lines).encode()))
    assert set(store.quads()) == loaded(tmp_path / "plain.nq", lines)


@pytest.mark.parametrize("redirect", [f"< {{file}} {sys.executable}", f"cat {{file}} | {sys.executable}"])
def test_standard_input_is_a_file_too(redirect: str, lines: list[str], tmp_path: Path) -> None:
    (tmp_path / "in.nq").write_text("".join(lines), encoding="utf-8")
    command = f"{redirect.format(file='in.nq')} -m alliancegraph load /dev/stdin --out b"
    subprocess.run(command, shell=True, check=True, cwd=tmp_path, capture_output=True)
    loaded_there = set(Store.open(tmp_path / "b" / "store").quads())
    expected = loaded(tmp_path / "plain.nq", lines)
    assert {q for q in expected if q.predicate.value == AG.count} <= loaded_there


LINE = "<urn:a> <urn:b> {} <urn:g> .\n"
REFUSED = {
    "a triple without a graph": '<urn:a> <urn:b> "c" .\n',
    "a blank node": "_:a <urn:b> <urn:c> <urn:g> .\n",
    "a blank node ": LINE.format("_:c"),
    " a blank node": "<urn:a> <urn:b> <urn:c> _:g .\n",
    "a triple in a triple": LINE.format("<<( <urn:a> <urn:b> <urn:c> )>>"),
    "a text with a direction": LINE.format('"c"@en--ltr'),
    "a line of more than 16 MiB": LINE.format(f'"{"x" * (17 << 20)}"'),
    "not N-Quads": LINE.format("<c>"),
    "not N-Quads ": LINE.format('"c"@toolonglanguage'),
    " not N-Quads": LINE.format('"\\uD800"'),
    "not N-Quads (": "<urn:a> <urn:b> .\n",
    "not  N-Quads": "@prefix a: <urn:a> .\n",
}


@pytest.mark.parametrize("found", REFUSED)
def test_what_a_build_cannot_hold_is_told_with_its_line(found: str, lines: list[str], tmp_path: Path) -> None:
    words = " ".join(found.split()).removesuffix(" (")
    with pytest.raises(InputError, match=rf"slip\.nq:3: {words}"):
        loaded(tmp_path / "slip.nq", [lines[0], "# a comment\n", REFUSED[found], *lines[1:]])


@pytest.mark.parametrize(
    "data",
    [
        "<urn:a> <urn:b> <urn:c> <urn:g> .".encode("utf-16"),
        b'<urn:a> <urn:b> "\xff" <urn:g> .',
        gzip.compress(b"x" * 99, mtime=0)[:-9],
        gzip.compress(b"x" * 99, mtime=0)[:10] + b"\xff" * 20,
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "bytes.nq").write_bytes(data)
    with pytest.raises(InputError, match=r"bytes\.nq"):
        load_nquads(Store.memory(), tmp_path / "bytes.nq")


@pytest.mark.parametrize("content", ["", "# nothing\n", '<urn:a> <urn:b> "c" <urn:g> .\n'])
def test_a_file_without_reports_replaces_no_build(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.nq").write_text(content, encoding="utf-8")
    assert main(["load", str(tmp_path / "none.nq"), "--out", str(tmp_path / "build")]) == 2
    assert "none.nq: no report; expected" in capsys.readouterr().err
    assert not (tmp_path / "build").exists()


def test_literals_that_do_not_come_back_as_written_are_told(lines: list[str], tmp_path: Path) -> None:
    typed = [
        ("001", XSD.integer), ("05", XSD.integer), ("10.50", XSD.decimal), ("1", f"{XSD.base}boolean"),
        ("P12M", f"{XSD.base}duration"), ("001", XSD.string), ("abc", XSD.integer), ("5", XSD.integer),
        ("2014-01-01Z", XSD.date), ("<b>x</b>", f"{RDF.base}HTML"), ("9" * 19, XSD.integer), ("1" * 40, XSD.integer),
    ]  # fmt: skip
    more = [f'<urn:a{n}> <urn:b> "{value}"^^<{datatype}> <urn:g> .\n' for n, (value, datatype) in enumerate(typed)]
    (tmp_path / "typed.nq").write_text("".join([*lines[:4], *more, *lines[4:]]), encoding="utf-8")
    store = Store.memory()
    told = [str(problem) for problem in load_nquads(store, tmp_path / "typed.nq")]
    starts = [
        ":5: '001' as xsd:integer (and 1 more) comes back as \"1\"",
        ":7: '10.50' as xsd:decimal comes back as \"10.5\"",
        ":8: '1' as xsd:boolean comes back as \"true\"",
        ":9: 'P12M' as xsd:duration comes back as \"P1Y\"",
    ]
    assert len(told) == len(starts)
    assert [text for text, start in zip(told, starts, strict=True) if f"typed.nq{start}" not in text] == []
    kept = {quad.object for quad in store.match(predicate="urn:b")}
    written = {Literal(value, datatype=NamedNode(datatype)) for value, datatype in typed}
    assert len(written - kept) == 5


def test_every_triple_that_is_loaded_is_exported(lines: list[str], tmp_path: Path) -> None:
    foreign = '<urn:a> <urn:b> "of a partner"@fr <urn:own-graph> .\n'
    (tmp_path / "in.nq").write_text("".join([*lines, foreign]), encoding="utf-8")
    load(tmp_path / "in.nq", tmp_path / "build", lambda _: None)
    store = Store.open(tmp_path / "build" / "store")
    given = {line.rpartition(" <")[0].encode() + b" .\n" for line in (*lines, foreign)}
    assert given <= store.ntriples()


def described(build: Path) -> tuple[list[int], int]:
    store = Store.open(build / "store")
    names = descriptions(store)
    sizes = [quad.object for quad in store.match(predicate=VOID.triples, graph=AUTHORITY) if quad.subject in names]
    return [int(size.value) for size in sizes if isinstance(size, Literal)], len(store)


def test_what_describes_itself_is_counted_once(lines: list[str], tmp_path: Path) -> None:
    (tmp_path / "in.nq").write_text("".join(lines), encoding="utf-8")
    first, again = tmp_path / "first", tmp_path / "again"
    load(tmp_path / "in.nq", first, lambda _: None)
    Store.open(first / "store").dump(tmp_path / "out.nq")
    load(tmp_path / "out.nq", again, lambda _: None)
    assert described(first) == described(again)
    add(list(map(Portion.of, Alliance(3, 2, scale=0.2).reports_of(3))), again, lambda _: None)
    for build in (first, again):
        sizes, size = described(build)
        assert sizes == [size]


def test_a_dataset_of_somebody_else_stays(lines: list[str], tmp_path: Path) -> None:
    other = f"<https://w3id.org/alliancegraph/id/dataset/freedonia> <{RDF.type}> <{VOID.Dataset}> {AUTHORITY} .\n"
    (tmp_path / "in.nq").write_text("".join([*lines, other]), encoding="utf-8")
    load(tmp_path / "in.nq", tmp_path / "build", lambda _: None)
    assert other.rpartition(" <")[0].encode() + b" .\n" in Store.open(tmp_path / "build" / "store").ntriples()


def test_a_slip_is_told_with_its_line(lines: list[str], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"slip\.nq:3: not N-Quads"):
        loaded(tmp_path / "slip.nq", [*lines[:2], "<urn:a> <urn:b> .\n", *lines[2:]])


def test_sections_without_a_reading_state_are_refused(lines: list[str], tmp_path: Path) -> None:
    gone = next(line for line in lines if "/section/" in line and "#readingState" in line)
    with pytest.raises(InputError, match=r"old\.nq: a section without a reading state: .*; expected how far each"):
        loaded(tmp_path / "old.nq", [line for line in lines if line != gone])


def test_reports_without_accounts_are_refused(lines: list[str], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"old\.nq: contributions, and no accounts"):
        loaded(tmp_path / "old.nq", [line for line in lines if "/account/" not in line])


def test_a_part_of_an_export_is_refused(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "all.nq"), "--build", str(build)]) == 0
    lines = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    cut = [line for line in lines if line.endswith("/id/graph/romania-2014> .\n")][-40:]
    (tmp_path / "cut.nq").write_text("".join(line for line in lines if line not in cut), encoding="utf-8")
    capsys.readouterr()
    assert main(["load", str(tmp_path / "cut.nq"), "--out", str(tmp_path / "b")]) == 2
    assert "triples fewer than the file says that it holds (void:triples)" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


def test_two_alliances_in_one_file_are_refused(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "all.nq"), "--build", str(build)]) == 0
    lines = (tmp_path / "all.nq").read_text(encoding="utf-8")
    other = lines.replace("/id/scheme/global-alliance>", "/id/scheme/river>").replace("romania-2014", "river-2014")
    (tmp_path / "one.nq").write_text(lines, encoding="utf-8")
    (tmp_path / "both.nq").write_text(lines + other, encoding="utf-8")
    out = tmp_path / "out"
    assert main(["load", str(tmp_path / "one.nq"), "--out", str(out)]) == 0
    before = set(Store.open(out / "store").quads())
    capsys.readouterr()
    assert main(["load", str(tmp_path / "both.nq"), "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert re.search(
        r"both\.nq: reports to 2 alliances, .*/scheme/global-alliance> and .*/scheme/river>; expected", said
    )
    assert "Load each alliance from a file of its own into a folder of its own (--out)." in said
    assert set(Store.open(out / "store").quads()) == before
