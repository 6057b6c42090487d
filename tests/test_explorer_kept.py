"""The files of the explorer's reports: each follows from its report alone, and is made again only if that changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.iris import AUTHORITY, DERIVED, mint, report_graph
from alliancegraph.ontology.terms import AG, PROV, RDF, SCHEMA, SKOS
from alliancegraph.queries.views.alliance import Views
from alliancegraph.viz.explorer import chapters
from alliancegraph.viz.explorer.chapter import chapter
from alliancegraph.viz.explorer.page import page_data, write_explorer

_REPORT = "southland-2014"
_OWN = report_graph(_REPORT)
_MADE_UP = mint("derived", "made-up")

Change = tuple[list[Quad], list[Quad]]  # what goes, and what comes


@pytest.fixture
def graph(everything: Path) -> Store:
    """Return a graph of more reports than go into one file, which can be changed."""
    return Store.open(everything / "store").in_memory()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the reports that are made, as they are made."""
    ids: list[str] = []

    def noting(*parts: Any) -> Any:
        found = chapter(*parts)
        ids.append(found["id"])
        return found

    monkeypatch.setattr(chapters, "chapter", noting)
    return ids


def files(graph: Store, folder: Path) -> dict[str, bytes]:
    """Write the page and its reports into the folder; return all files there."""
    folder.mkdir(exist_ok=True)
    write_explorer(Views(graph), folder / "explorer.html")
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def _text(quad: Quad) -> str:
    assert isinstance(quad.object, Literal)
    return quad.object.value


def a_sentence_more(graph: Store) -> Change:
    """Return what a report is changed from and to: its text has another word at the end."""
    (old,) = graph.match(None, AG.text, graph=_OWN)
    return [old], [Quad(old.subject, old.predicate, Literal(f"{_text(old)} Amen."), _OWN)]


def another_name(graph: Store) -> Change:
    """Return another name of a body that several reports name."""
    old = next(quad for quad in graph.match(None, AG.displayName) if _text(quad) == "Cyber Unit")
    return [old], [Quad(old.subject, old.predicate, Literal("Unit for Networks", language="en"), old.graph_name)]


def an_inference_more(graph: Store) -> Change:
    """Return a fact that is inferred from a claim on a report."""
    claim = next(quad.subject for quad in graph.match(None, AG.claimId, graph=_OWN))
    actor = next(graph.match(None, AG.actor, graph=_OWN)).object
    rule = next(graph.match(None, AG.rule)).object
    said = [(RDF.type, NamedNode(AG.DerivedStatement)), (RDF.subject, actor), (RDF.object, actor), (AG.rule, rule)]
    more = [(RDF.predicate, NamedNode(AG.worksWith)), (PROV.wasDerivedFrom, claim)]
    return [], [Quad(_MADE_UP, NamedNode(name), value, DERIVED) for name, value in (*said, *more)]


def another_order_of_goals(graph: Store) -> Change:
    """Return the numbers of two goals that one contribution serves, each as that of the other."""
    served = (list(graph.match(node.subject, AG.goal)) for node in graph.match(None, AG.actor))
    goals = next(quads for quads in served if len(quads) > 1)[:2]
    old = [quad for quad in graph.match(None, SKOS.notation) if quad.subject in [goal.object for goal in goals]]
    new = [Quad(one.subject, one.predicate, other.object, one.graph_name) for one, other in (old, reversed(old))]
    return old, new


def a_listed_fact(graph: Store) -> Change:
    """Return a fact of the lists about a body that a report introduces."""
    introduced = next(
        quad.subject
        for quad in graph.match(None, SKOS.prefLabel, graph=_OWN)
        if any(graph.match(quad.subject, AG.claimId))
    )
    return [], [Quad(introduced, NamedNode(SCHEMA.location), mint("place", "made-up"), AUTHORITY)]


def a_title_of_a_status(graph: Store) -> Change:
    """Return another name of a word of the vocabulary."""
    old = next(graph.match(mint("status", "done"), AG.displayName))
    return [old], [Quad(old.subject, old.predicate, Literal("finished", language="en"), AUTHORITY)]


CHANGES: dict[Callable[[Store], Change], set[str]] = {
    a_sentence_more: {_REPORT},
    another_name: set(),
    an_inference_more: {_REPORT},
    a_listed_fact: {_REPORT},
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_only_what_has_changed_is_made_again(
    graph: Store, made: list[str], tmp_path: Path, change: Callable[[Store], Change]
) -> None:
    before = files(graph, tmp_path / "page")
    assert set(made) == {Path(name).stem for name in before if name.endswith(".js")}
    made.clear()
    assert files(graph, tmp_path / "page") == before
    assert not made
    old, new = change(graph)
    graph.remove(old)
    graph.add(new)
    after = files(graph, tmp_path / "page")
    assert set(made) == CHANGES[change]
    assert after != before
    assert after == files(graph, tmp_path / "fresh")


def test_another_word_of_the_vocabulary_order_of_goals_or_program_makes_all_again(
    graph: Store, made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = len(files(graph, tmp_path / "page")) - 1
    made.clear()
    for times, change in enumerate((a_title_of_a_status, another_order_of_goals), 1):
        old, new = change(graph)
        graph.remove(old)
        graph.add(new)
        after = files(graph, tmp_path / "page")
        assert len(made) == times * reports
    assert after == files(graph, tmp_path / "fresh")
    made.clear()
    monkeypatch.setattr(chapters, "_program", lambda: "another")
    files(graph, tmp_path / "page")
    assert len(made) == reports


def test_a_damaged_file_is_made_again(graph: Store, made: list[str], tmp_path: Path) -> None:
    before = files(graph, tmp_path / "page")
    damaged = tmp_path / "page" / "explorer" / f"{_REPORT}.js"
    for content in (b"", b"\xff", before[f"explorer/{_REPORT}.js"].replace(b'"H4s', b'"H5s')):
        damaged.write_bytes(content)
        made.clear()
        assert files(graph, tmp_path / "page") == before
        assert made == [_REPORT]


def test_a_graph_that_is_not_kept_by_report_makes_the_same_page(graph: Store) -> None:
    whole = Store.memory()
    whole.load(Quad(quad.subject, quad.predicate, quad.object, AUTHORITY) for quad in graph.quads())
    assert page_data(Views(whole)) == page_data(Views(graph))


def test_a_graph_that_keeps_a_part_of_a_report_elsewhere_makes_the_same_page(graph: Store, tmp_path: Path) -> None:
    before, made = page_data(Views(graph)), files(graph, tmp_path / "page")
    claimed = next(graph.match(None, AG.actor, graph=_OWN)).subject
    old = list(graph.match(claimed, graph=_OWN))
    graph.remove(old)
    graph.add(Quad(claimed, quad.predicate, quad.object, mint("graph", "elsewhere")) for quad in old)
    assert page_data(Views(graph)) == before
    assert files(graph, tmp_path / "page").keys() == made.keys()


def test_a_report_shows_only_its_own_sentences(graph: Store) -> None:
    _, reports = page_data(Views(graph))
    several = [one for report in reports for one in report["inferred"]]
    assert len(several) > len({str([one["subject"], one["predicate"], one["object"]]) for one in several})
    for report in reports:
        text = report["text"].encode("utf-16-le")
        for passage in report["passages"]:
            words = text[2 * passage["start"] : 2 * passage["end"]].decode("utf-16-le")
            assert " ".join(words.split()) == " ".join(passage["quote"].split())


def test_a_page_that_needs_no_folder_any_more_leaves_none(graph: Store, sample: Store, tmp_path: Path) -> None:
    files(graph, tmp_path)
    assert files(sample, tmp_path).keys() == {"explorer.html"}
    assert not (tmp_path / "explorer").exists()
