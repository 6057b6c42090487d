"""Which columns of an answer are linked, on its page and on that of the endpoint: known by their names, or likely."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.library import Question, all_questions
from alliancegraph.viz.answer.network import AnswerNetwork
from alliancegraph.viz.console.links import Column, Linked, linked
from alliancegraph.viz.shared.columns import known_links, neighbours, stem
from tests.answers import whole_answer
from tests.serving import Server, served


def texts(*names: str) -> list[Column]:
    return [Column(name, iris=False, length=10) for name in names]


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with served(build) as running:
        yield running


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_the_endpoints_page_links_what_the_page_of_the_answer_links(
    store: Store, sample: Store, question: Question
) -> None:
    answer = whole_answer(question, store, sample)
    known = known_links(question.network, AnswerNetwork.of(answer).reader.things)
    start, end, by = linked(question.name, texts(*answer.columns))
    for link in known[:1]:
        assert (stem(start), stem(end)) == (link.start, link.end)
        assert stem(by) == next((name for name in link.by if name in map(stem, answer.columns)), "")


def test_links_are_those_of_the_question_then_the_usual_ones() -> None:
    own = texts("oneName", "link", "otherName", "actorName", "roleName", "initiativeName")
    assert linked("path", own) == Linked("oneName", "otherName", "link")
    assert linked("", own) == Linked("actorName", "initiativeName", "roleName")
    assert linked("no-such-question", own) == Linked("actorName", "initiativeName", "roleName")


def test_the_first_end_that_an_answer_has_counts_and_the_first_of_two_names_of_a_thing() -> None:
    assert linked("", texts("goalNumber", "goalName", "actor")) == Linked("actor", "goalNumber", "")
    assert linked("", texts("goal", "measure", "actor", "link")) == Linked("actor", "measure", "link")


def test_links_of_last_resort_stand_behind_the_usual_ones() -> None:
    assert linked("", texts("memberName", "goalNumber")) == Linked("memberName", "goalNumber", "")
    assert linked("", texts("memberName", "goalNumber", "actorName")) == Linked("actorName", "goalNumber", "")


@pytest.mark.parametrize(("told", "expected"), [
    ([Column("s", True, 5), Column("p", True, 9), Column("o", True, 50)], Linked("s", "o", "")),
    (
        [Column("subject", True, 5), Column("predicate", True, 99), Column("object", True, 50)],
        Linked("subject", "object", "predicate"),
    ),
    ([Column("n", False, 5), Column("x", True, 9), Column("yName", False, 3)], Linked("x", "yName", "")),
    ([Column("x", True, 5), Column("kindName", False, 3), Column("y", True, 4)], Linked("x", "y", "kindName")),
    ([Column("a", False, 5), Column("b", False, 9)], Linked("a", "b", "")),
    ([Column("b", False, 1), Column("a", True, 9)], Linked("a", "b", "")),
    ([Column("a", True, 5)], Linked("a", "a", "")),
    ([], Linked("", "", "")),
])  # fmt: skip
def test_of_columns_that_nobody_knows_the_likely_ones_are_linked(told: list[Column], expected: Linked) -> None:
    assert linked("", told) == expected


def test_neighbours_are_linked_by_what_stands_between_them() -> None:
    (link,) = neighbours(["a", "b", "c", "d"], ["a", "d"])
    assert (link.start, link.by, link.end) == ("a", ("b", "c"), "d")


def test_the_server_says_the_links(server: Server) -> None:
    columns = ("actorName", 5), ("roleName", 5), ("goalNumber", 2)
    asked = "&".join(["question=", *(f"column={name}&iris=no&length={length}" for name, length in columns)])
    assert server.send("GET", f"/links?{asked}").text == '{"from":"actorName","to":"goalNumber","by":"roleName"}'


@pytest.mark.parametrize("asked", ["column=a&iris=no", "column=a&iris=no&length=x", "column=a&iris=true&length=5"])
def test_a_malformed_request_for_links_is_refused(server: Server, asked: str) -> None:
    heard = server.send("GET", f"/links?{asked}")
    assert heard.status == 400
    assert heard.text == (
        f"{asked}; expected for each `column` whether it holds `iris`, yes or no, and the `length` of its distinct "
        "cells in characters. The page asks so.\n"
    )
