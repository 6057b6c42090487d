"""Targets and goals of the Global Alliance are worded as its form prints them, and numbers in them are data (O14)."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from alliancegraph.ontology.terms import AG, DATA, SKOS
from alliancegraph.ontology.vocabulary import ROOM, Vocabulary

FORM = Path(__file__).parent.parent / "loaders" / "reports" / "romania-2014.txt"
GOALS = ("1.1", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2")
SCHEME = DATA + "scheme/global-alliance"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load([ROOM / "goals" / "global-alliance.ttl"])


def printed() -> dict[str, str]:
    """Targets and goals of the form by number, white space collapsed; goals are counted within their target."""
    form = " ".join(FORM.read_text(encoding="utf-8").split())
    heads = [*re.finditer(r"Policy Target No\. (\d) |Operational Goal: | A\) Please", form)]
    found: dict[str, str] = {}
    target = ""
    for head, after in pairwise(heads):
        target = head[1] or target
        number = target if head[1] else f"{target}.{sum(key.startswith(f'{target}.') for key in found) + 1}"
        if not head[0].startswith(" A)"):
            found[number] = form[head.end() : after.start()].strip()
    return found


def test_the_form_is_read_as_it_is_printed() -> None:
    assert sorted(printed()) == sorted(["1", "2", "3", "4", *GOALS])


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
def test_targets_are_worded_as_printed(vocabulary: Vocabulary, number: str) -> None:
    target = vocabulary.concept(AG.PolicyTarget, number)
    assert target == f"{DATA}target/global-alliance-{number}"
    assert vocabulary.index.all(target, SKOS.prefLabel) == (printed()[number],)
    assert vocabulary.index.all(target, SKOS.topConceptOf) == (SCHEME,)


@pytest.mark.parametrize("number", GOALS)
def test_goals_are_worded_as_printed_and_stand_under_their_target(vocabulary: Vocabulary, number: str) -> None:
    goal, index = vocabulary.concept(AG.OperationalGoal, number), vocabulary.index
    assert goal == f"{DATA}goal/global-alliance-{number}"
    assert index.all(goal, SKOS.prefLabel) == (printed()[number],)
    assert index.all(goal, SKOS.broader) == (vocabulary.concept(AG.PolicyTarget, number[0]),)
    assert index.all(goal, SKOS.inScheme) == (SCHEME,)


def test_there_are_no_other_targets_and_goals(vocabulary: Vocabulary) -> None:
    assert tuple(vocabulary.concepts(AG.OperationalGoal)) == GOALS
    assert vocabulary.concepts(AG.PolicyTarget) == ["1", "2", "3", "4"]


def test_short_names_are_short_and_unique(vocabulary: Vocabulary) -> None:
    concepts = [*vocabulary.index.instances(AG.PolicyTarget, AG.OperationalGoal)]
    names = [name for iri in concepts for name in vocabulary.index.all(iri, SKOS.altLabel)]
    assert len(names) == len(set(names)) == len(concepts)
    assert max(len(name) for name in names) <= 40


def test_the_measure_of_goal_1_1_is_data(vocabulary: Vocabulary) -> None:
    goal = vocabulary.concept(AG.OperationalGoal, "1.1")
    parts = (AG.qualifier, AG.value, AG.unit, AG.targetPeriod)
    assert [vocabulary.index.first(goal, part) for part in parts] == [
        f"{DATA}qualifier/at-least",
        "10",
        "percent",
        "yearly",
    ]
    assert "ICSE" in vocabulary.index.first(goal, AG.counted)
    assert printed()["1.1"].endswith("by at least 10% yearly.")


def test_a_goal_with_a_number_in_its_words_has_it_as_data(vocabulary: Vocabulary) -> None:
    numbered = {number for number, words in printed().items() if "." in number and re.search(r"\d", words)}
    measured = {
        number for number in GOALS if vocabulary.index.all(vocabulary.concept(AG.OperationalGoal, number), AG.value)
    }
    assert measured == numbered
