"""Questions that an analyst asks in plain SPARQL, answered by hand from the report first."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model import Report
from graph.store import Store

FILE = Path(__file__).parent / "questions" / "romania-2014.yaml"
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def prefixes(build: Path) -> str:
    """The prefixes of the Turtle that the build wrote, as a query wants them."""
    lines = (build / "alliance.ttl").read_text(encoding="utf-8").splitlines()
    return "\n".join(re.sub(r"^@(.*) \.$", r"\1", line) for line in lines if line.startswith("@prefix"))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["ask"])
def test_the_graph_answers_as_the_report_does(question: dict[str, Any], store: Store, build: Path) -> None:
    answer = store.select(prefixes(build) + question["sparql"])
    names = [variable.value for variable in answer.variables]
    rows = {tuple(row[name].value if row[name] else "" for name in names) for row in answer}
    assert rows == {tuple(map(str, row)) for row in question["answer"]}


def test_each_question_is_on_a_sentence_of_its_own_that_the_report_has(report: Report) -> None:
    sentences = [question["sentence"] for question in QUESTIONS]
    assert len(set(sentences)) == len(sentences) >= 40
    text = " ".join(report.source.text.split())
    parts = [part.strip() for sentence in sentences for part in sentence.split("[...]")]
    assert [part for part in parts if part not in text] == []


def test_the_questions_reach_all_sections_that_are_answered(report: Report) -> None:
    answered = {section.code for section in report.sections if section.state.value.endswith("answered")}
    assert {question["section"] for question in QUESTIONS} == answered
