"""What the explorer needs before any report: goals, reports with the states of their sections, items, words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.graph.model.iris import local_name
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.network import group
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Goal, Judgement, Report
from alliancegraph.viz.explorer.material import NAMES, Material
from alliancegraph.viz.shared.style import style

FOLDER = Path(__file__).parent

Json = dict[str, Any]


def core(made: Material) -> Json:
    """Return the data of the page, in the shape of `Core` in data.d.ts."""
    views = made.views
    return {
        "alliances": _alliances(made),
        "reports": [_report(made, row) for row in views.reports.values()],
        "items": _item_list(made),
        "groups": {name: look.words for name, look in style().groups.items()},
        "look": style().looks(),
        "statuses": {name: {"words": one.words, "line": one.line} for name, one in style().statuses.items()},
        "unfinished": list(style().unfinished),
        "states": dict(style().states),
        "readings": dict(style().readings),
        "kinds": {kind: style().kind_words(kind) for kind in _kinds(made)},
        "families": _data(FOLDER / "kinds.yaml"),
        "landmarks": _data(FOLDER / "landmarks.yaml"),
        "predicates": _predicates(made),
        "terms": _terms(made),
        "sentences": _by_language("sentences"),
        "tables": _data(FOLDER / "tables.yaml"),
        "judgements": [_judgement(made, row) for row in views.judgements],
        "languages": _by_language("languages"),
        "stories": _stories(made),
    }


@cache
def _data(path: Path) -> Json:
    data: Json = loaded(path.read_text(encoding="utf-8"), path)
    return data


def _by_language(folder: str) -> Json:
    """Return what the files of a folder hold, by the language after which each is named."""
    return {path.stem: _data(path) for path in sorted((FOLDER / folder).iterdir())}


def _alliances(made: Material) -> list[Json]:
    """Return the alliances in the order of their names, each with its targets."""
    views = made.views
    schemes = sorted(
        {goal.scheme for goal in views.goals.values()}, key=lambda scheme: (views.labels.name(scheme), scheme)
    )
    return [_alliance(made, scheme) for scheme in schemes]


def _alliance(made: Material, scheme: str) -> Json:
    label = made.views.labels.name(scheme)
    short = next(iter(made.views.spellings.get(scheme, ())), label)
    goals = {iri: goal for iri, goal in made.views.goals.items() if goal.scheme == scheme}
    return {"id": local_name(scheme), "label": label, "short": short, "targets": _targets(made, goals)}


def _targets(made: Material, goals: Mapping[str, Goal]) -> list[Json]:
    """Return the targets with their goals in order; a goal without a target is a group of its own."""
    tops = [goal for goal in goals.values() if goal.target not in goals]
    children = {top.iri: [goal for goal in goals.values() if goal.target == top.iri] for top in tops}
    return [{**_goal(made, top), "goals": [_goal(made, goal) for goal in children[top.iri] or [top]]} for top in tops]


def _goal(made: Material, goal: Goal) -> Json:
    label = made.views.labels.name(goal.iri)
    return {"id": made.ids[goal.iri], "number": goal.number, "label": label, "short": goal.brief_name or label}


def _report(made: Material, row: Report) -> Json:
    return {
        "id": local_name(row.iri),
        "label": row.name,
        "member": row.member_name,
        "year": row.year,
        "alliance": local_name(row.scheme),
        "reading": row.reading,
        "asOf": row.as_of,
        "sections": [
            [
                section.code,
                made.ids.get(section.goal, ""),
                section.state,
                section.reading,
                "; ".join(made.views.ticks.get(section.iri, ())),
            ]
            for section in made.sections.get(row.iri, ())
        ],
    }


def _item_list(made: Material) -> Json:
    """Return the items by id: name, class, group, and the reports that speak of each, by number."""
    where = _where(made)
    return {made.ids[iri]: _item(made, iri, sorted(where[iri])) for iri in sorted(made.ids)}


def _item(made: Material, iri: str, reports: Sequence[int]) -> Json:
    goal, views = made.views.goals.get(iri), made.views
    label, kind = views.labels.name(iri), views.labels.kind(iri)
    names = [name for name in views.spellings.get(iri, ()) if name != label]
    more: Json = {"number": goal.number, "short": goal.brief_name} if goal else {}
    if iri in views.foreign:
        more["lang"] = views.foreign[iri]
    if within := [made.ids[law] for law in _laws_of(views, iri) if law in made.ids]:
        more["within"] = within
    return {"label": label, "kind": kind, "group": group(views.labels, iri), "names": names, "in": reports, **more}


def _laws_of(views: Views, provision: str) -> Sequence[str]:
    """Return the articles and the act of which it is a provision, the nearest first; each once."""
    laws: dict[str, None] = {}
    while (provision := views.provisions.get(provision, "")) and provision not in laws:
        laws[provision] = None
    return list(laws)


def _where(made: Material) -> Mapping[str, set[int]]:
    numbers = {local_name(iri): number for number, iri in enumerate(made.views.reports)}
    where: dict[str, set[int]] = defaultdict(set)
    for report, rows in made.claims.items():
        for row in rows:
            where[row.subject].add(numbers[report])
            if not row.datatype:
                where[row.object].add(numbers[report])
    for number, iri in enumerate(made.views.reports):
        for inferred in made.inferences.get(iri, {}).values():
            where[inferred[0].subject].add(number)
            where[inferred[0].object.value].add(number)
    return where


def _kinds(made: Material) -> list[str]:
    kinds = {row.kind for rows in made.claims.values() for row in rows}
    return sorted(kinds | {made.views.labels.kind(iri) for iri in made.ids})


def _predicates(made: Material) -> Mapping[str, str]:
    """Return the words of each property: those of the style, else its label."""
    vocabulary = made.views.labels.vocabulary
    used = {row.predicate for rows in made.claims.values() for row in rows}
    used |= {vocabulary.short(row.predicate) for row in made.views.inferences}
    return {name: style().predicates.get(name) or _label(made.views, name) for name in sorted(used)}


def _label(views: Views, name: str) -> str:
    iri = views.labels.vocabulary.properties.get(name)
    return (iri and views.labels.names.get(iri)) or style().predicate_words(name)


def _terms(made: Material) -> Json:
    """Return the key of the words for each value that is a term of the vocabulary, by its property and English text."""
    keys = _keys(made.views.labels.vocabulary)
    terms: Json = defaultdict(dict)
    for row in (row for rows in made.claims.values() for row in rows if row.object in keys):
        terms[row.predicate][row.object_label] = keys[row.object]
    return terms


def _keys(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the keys of classes, such as `kind.NGO`, and of concepts, such as `role.partners`, by IRI.

    A concept of two schemes has the key of the first.
    """
    classes = {iri: f"kind.{word}" for word, iri in vocabulary.classes.items()}
    families = {cls: vocabulary.short(cls) for cls in vocabulary.schemes}
    concepts = {
        iri: f"{family[0].lower()}{family[1:]}.{word}"
        for cls, family in reversed(families.items())
        for word, iri in vocabulary.schemes[cls].items()
    }
    return {**classes, **concepts}


def _judgement(made: Material, row: Judgement) -> Json:
    ends = (row.one, row.one_name), (row.other, row.other_name)
    return {
        "ends": [[label, made.ids.get(iri, "")] for iri, label in ends],
        "verdict": row.verdict,
        "words": style().verdicts.get(row.verdict, row.verdict),
        "reason": row.reason,
        "by": ", ".join(filter(None, (row.by, row.on))),
    }


def _stories(made: Material) -> list[Json]:
    """Return the stories whose steps all lead to something on the page; of a title, the one that needs most."""
    known = {*made.ids.values(), *(local_name(iri) for iri in made.views.reports)}
    stories = [_data(path) for path in sorted((FOLDER / "stories").iterdir())]
    told = (story for story in stories if known.issuperset(story["needs"]))
    return list(
        {story["title"][NAMES]: story for story in sorted(told, key=lambda story: len(story["needs"]))}.values()
    )
