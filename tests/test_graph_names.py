"""However many labels a thing has, and in whichever languages, it is shown once, under one name."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from alliancegraph.graph.assemble.updates import Update
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.exchange.bulk import load_nquads
from alliancegraph.graph.model.iris import AUTHORITY
from alliancegraph.graph.model.labels import Labels
from alliancegraph.ontology.names import names
from alliancegraph.ontology.terms import AG, RDFS, SCHEMA, SKOS
from alliancegraph.queries.asking.ask import ask
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.queries.network import project
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.tables import contribution_rows, inferred_rows, section_rows, statistic_rows
from alliancegraph.queries.views.alliance import Views

INTERPOL = NamedNode("https://w3id.org/alliancegraph/id/organization/interpol")
Stores = Mapping[str, Store]


def more_labels(quads: Iterable[Quad]) -> Iterable[Quad]:
    """Yield a label in French, one in Afar and one in Romanian beside each label and further name in English."""
    for quad in quads:
        if quad.predicate.value in (SKOS.prefLabel, RDFS.label, SKOS.altLabel):
            assert isinstance(quad.object, Literal)
            for language in ("fr", "aa", "ro"):
                label = Literal(f"A {quad.object.value} {language}", language=language)
                yield Quad(quad.subject, quad.predicate, label, quad.graph_name)


def labelled(store: Store) -> Store:
    """Return the same graph, every label in four languages."""
    quads = list(store.quads())
    copy = Store.memory()
    copy.load([*quads, *more_labels(quads)])
    return copy


@pytest.fixture(scope="module")
def as_built(store: Store, sample: Store) -> Stores:
    return {"shipped": store, "sample": sample}


@pytest.fixture(scope="module")
def in_four_languages(as_built: Stores) -> Stores:
    return {name: labelled(store) for name, store in as_built.items()}


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_an_answer_has_the_same_rows(as_built: Stores, in_four_languages: Stores, question: Question) -> None:
    before, after = (
        list(ask(stores[question.graph], question, question.example_values)) for stores in (as_built, in_four_languages)
    )
    assert before
    assert after == before


@pytest.mark.parametrize("rows", [claim_rows, contribution_rows, section_rows, statistic_rows, inferred_rows])
def test_a_table_has_the_same_rows(as_built: Stores, in_four_languages: Stores, rows: object) -> None:
    assert callable(rows)
    assert rows(Views(in_four_languages["shipped"])) == rows(Views(as_built["shipped"]))


def test_the_network_and_its_names_are_the_same(as_built: Stores, in_four_languages: Stores) -> None:
    before, after = (project(Views(stores["shipped"])) for stores in (as_built, in_four_languages))
    assert set(after.edges(data="relation")) == set(before.edges(data="relation"))
    assert set(after.nodes(data="label")) == set(before.nodes(data="label"))
    assert Views(in_four_languages["shipped"]).labels.names == Views(as_built["shipped"]).labels.names


def test_triples_are_named_as_views_name_them(as_built: Stores) -> None:
    store = as_built["shipped"]
    named = Labels.of_triples(quad.triple for quad in store.quads())
    assert named == Views(store).labels
    assert {name for name in named.names.values() if name.startswith("(nobody named) ")}


def test_what_has_a_name_is_called_by_it_whatever_else_is_said_of_it(store: Store) -> None:
    shown = {quad.subject.value: quad.object.value for quad in store.match(predicate=AG.displayName)}  # type: ignore[union-attr]
    labels = Views(store).labels
    assert {thing: labels.name(thing) for thing in shown} == shown


def test_everything_that_is_named_is_shown_under_one_name(store: Store, sample: Store) -> None:
    for graph in (store, sample):
        quads = list(graph.quads())
        shown = [quad.subject for quad in quads if quad.predicate.value == AG.displayName]
        assert sorted(shown, key=str) == sorted(
            {quad.subject for quad in quads if quad.predicate.value in (SKOS.prefLabel, RDFS.label)}, key=str
        )
        assert {quad.triple for quad in quads if quad.predicate.value in (AG.displayName, AG.briefName)} == set(
            names(quad.triple for quad in quads)
        )


def label(text: str, language: str) -> Quad:
    return Quad(INTERPOL, NamedNode(SKOS.prefLabel), Literal(text, language=language), AUTHORITY)


def shown(store: Store) -> list[tuple[str, str | None]]:
    found = (quad.object for quad in store.match(INTERPOL, AG.displayName))
    return [(literal.value, literal.language) for literal in found if isinstance(literal, Literal)]


def test_a_name_is_chosen_anew_when_labels_come() -> None:
    store = Store.memory()
    update = Update(store)
    for text, language, chosen in [
        ("Interpol (ro)", "ro", ("Interpol (ro)", "ro")),
        ("Interpol (fr)", "fr", ("Interpol (fr)", "fr")),
        ("Interpol", "en", ("Interpol", "en")),
        ("Interpol (de)", "de", ("Interpol", "en")),
    ]:
        update.place([label(text, language)])
        assert shown(store) == [chosen]
        assert update.balance == len(store)


def test_a_file_without_names_is_loaded_with_them(tmp_path: Path, store: Store) -> None:
    quads = [quad for quad in store.quads() if quad.predicate.value not in (AG.displayName, AG.briefName)]
    file = tmp_path / "nameless.nq"
    file.write_text("".join(f"{quad} .\n" for quad in quads), encoding="utf-8")
    loaded = Store.memory()
    load_nquads(loaded, file)
    assert set(loaded.quads()) == set(store.quads())


def test_a_report_keeps_its_own_name_when_it_is_put_in_again(store: Store) -> None:
    reports = store.select(f"SELECT ?name {{ ?report a <{SCHEMA.Report}> ; <{AG.displayName}> ?name }}")
    assert [row["name"].value for row in reports] == ["Romania 2014"]


@pytest.mark.parametrize(
    ("languages", "chosen"), [(["aa", "", "en"], "en"), (["aa", "", "fr"], ""), (["fr", "aa", "ro"], "aa")]
)
def test_english_comes_first_then_no_language_then_the_first_by_tag(languages: list[str], chosen: str) -> None:
    labels = [Literal(f"in {tag}", language=tag) if tag else Literal("in ") for tag in languages]
    triples = [Triple(INTERPOL, NamedNode(SKOS.prefLabel), label) for label in labels]
    assert {triple.object.value for triple in names(triples) if isinstance(triple.object, Literal)} == {f"in {chosen}"}
