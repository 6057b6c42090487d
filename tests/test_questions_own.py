"""Questions that an analyst asks in plain SPARQL, answered by hand from the report first."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import alliancegraph as ag
from alliancegraph.graph.model.reports import Report
from alliancegraph.queries.answers.answer import Answer

FILE = Path(__file__).parent / "questions" / "romania-2014.yaml"
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["ask"])
def test_the_graph_answers_as_the_report_does(question: dict[str, Any], build: Path) -> None:
    answer = ag.open(build).query(question["sparql"])
    assert isinstance(answer, Answer)
    rows = {tuple("" if value is None else str(value) for value in row) for row in answer}
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
