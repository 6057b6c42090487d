"""The form that made-up members fill in, as its template has it."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from alliancegraph.loaders.form.scheme import Goal
from alliancegraph.loaders.form.template import FORMS, read_template
from alliancegraph.ontology.index import Index
from alliancegraph.ontology.terms import AG
from tests.bench.words import WORDS

TEMPLATE = read_template(FORMS / f"{WORDS['form']}.yaml")
SCHEME, LABELS = TEMPLATE.scheme, tuple(question.heading.key for question in TEMPLATE.questions)
_INDEX = Index.of(SCHEME.triples)
MEASURES = {
    NamedNode(goal): (_INDEX.first(goal, AG.counted), _INDEX.first(goal, AG.unit))
    for goal in _INDEX.instances(AG.OperationalGoal)
    if _INDEX.first(goal, AG.value)
}
_PRINTED = {(heading.level, heading.key): f"{heading.lead} {heading.words}" for heading in TEMPLATE.headings}


def heading(level: str, key: str) -> str:
    """Return what the form prints above a target, a goal or a section."""
    return _PRINTED[level, key]


def lead_in(goal: Goal) -> Iterator[str]:
    """Yield the headings before a goal's sections: its target's if the goal is the first under it, and its own."""
    for target in SCHEME.targets:
        if goal == next(other for other in SCHEME.goals if other.number.startswith(f"{target.number}.")):
            yield heading("target", target.number)
    yield heading("goal", goal.number)
