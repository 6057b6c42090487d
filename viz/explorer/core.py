"""What the explorer needs before any report: goals, reports with the states of their sections, items, words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pyoxigraph import Literal

from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.labels import Labels
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.queries.network import group
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Goal, Inference, Judgement, Report, Section
from alliancegraph.viz.explorer.chapter import conclusion
from alliancegraph.viz.explorer.mentions import Mentions
from alliancegraph.viz.explorer.records import NAMES
from alliancegraph.viz.explorer.stated import identifier, inferred_by
from alliancegraph.viz.shared.style import style

FOLDER = Path(__file__).parent

Json = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What a graph says of the things that reports mention, by their ids: names, classes, other names."""

    views: Views
    mentions: Mentions
    unstated: Sequence[Sequence[Inference]]  # inferred facts that rest on no report

    @cached_property
    def iris(self) -> Mapping[str, str]:
        """The IRIs of what has a name, and of the goals, by id."""
        return {identifier(iri): iri for iri in (*self.views.goals, *self.labels.names)}

    @cached_property
    def labels(self) -> Labels:
        """The names and classes of what has a name."""
        rows = self.views.named
        names = ((row.thing, row.name.value) for row in rows)
        return Labels.of(names, ((row.thing, row.cls) for row in rows if row.cls), ())

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The languages of names that are not English, by IRI."""
        told = ((row.thing, row.name) for row in self.views.named)
        languages = {thing: name.language for thing, name in told if isinstance(name, Literal)}
        return {thing: language for thing, language in languages.items() if language and language != NAMES}

    @cached_property
    def items(self) -> Mapping[str, str]:
        """The IRIs of what has a view of its own, by id: goals, actors, initiatives, events, laws and places."""
        ends = (identifier(end) for rows in self.unstated for end in (rows[0].subject, rows[0].object.value))
        ids = {*map(identifier, self.views.goals), *self.mentions.items, *ends} & self.iris.keys()
        return {key: iri for key in ids if (iri := self.iris[key]) in self.views.goals or group(self.labels, iri)}


def core(views: Views, mentions: Mentions) -> Json:
    """Return the data of the page whose reports mention those things, in the shape of `Core` in data.d.ts."""
    known = Known(views, mentions, list(inferred_by(views).get("", {}).values()))
    items = _item_list(known)
    return {
        "alliances": _alliances(known),
        "reports": _reports(views),
        "items": items,
        "names": _names(known),
        "groups": {name: look.words for name, look in style().groups.items()},
        "look": style().looks(),
        "statuses": {name: {"words": one.words, "line": one.line} for name, one in style().statuses.items()},
        "unfinished": list(style().unfinished),
        "states": dict(style().states),
        "readings": dict(style().readings),
        "kinds": {kind: style().kind_words(kind) for kind in _kinds(known)},
        "families": _data(FOLDER / "kinds.yaml"),
        "landmarks": _data(FOLDER / "landmarks.yaml"),
        "predicates": _predicates(known),
        "rules": {local_name(row.rule): row.rule_name for row in views.inferences},
        "inferred": [conclusion(rows) for rows in known.unstated],
        "terms": _terms(known),
        "sentences": _by_language("sentences"),
        "tables": _data(FOLDER / "tables.yaml"),
        "judgements": [_judgement(known, row) for row in views.judgements],
        "languages": _by_language("languages"),
        "stories": _stories({*items, *(local_name(iri) for iri in views.reports)}),
    }


@cache
def _data(path: Path) -> Json:
    data: Json = loaded(path.read_text(encoding="utf-8"), path)
    return data


def _by_language(folder: str) -> Json:
    """Return what the files of a folder hold, by the language after which each is named."""
    return {path.stem: _data(path) for path in sorted((FOLDER / folder).iterdir())}


def _alliances(known: Known) -> list[Json]:
    """Return the alliances in the order of their names, each with its targets."""
    name = known.labels.name
    schemes = sorted({goal.scheme for goal in known.views.goals.values()}, key=lambda scheme: (name(scheme), scheme))
    return [_alliance(known, scheme) for scheme in schemes]


def _alliance(known: Known, scheme: str) -> Json:
    label = known.labels.name(scheme)
    short = next(iter(known.views.spellings.get(scheme, ())), label)
    goals = {iri: goal for iri, goal in known.views.goals.items() if goal.scheme == scheme}
    return {"id": local_name(scheme), "label": label, "short": short, "targets": _targets(known, goals)}


def _targets(known: Known, goals: Mapping[str, Goal]) -> list[Json]:
    """Return the targets with their goals in order; a goal without a target is a group of its own."""
    tops = [goal for goal in goals.values() if goal.target not in goals]
    children = {top.iri: [goal for goal in goals.values() if goal.target == top.iri] for top in tops}
    return [{**_goal(known, top), "goals": [_goal(known, goal) for goal in children[top.iri] or [top]]} for top in tops]


def _goal(known: Known, goal: Goal) -> Json:
    label = known.labels.name(goal.iri)
    return {"id": identifier(goal.iri), "number": goal.number, "label": label, "short": goal.brief_name or label}


def _reports(views: Views) -> list[Json]:
    sections: dict[str, list[Section]] = defaultdict(list)
    for section in views.sections.values():
        sections[section.report].append(section)
    return [_report(views, row, sections[row.iri]) for row in views.reports.values()]


def _report(views: Views, row: Report, sections: Iterable[Section]) -> Json:
    return {
        "id": local_name(row.iri),
        "label": row.name,
        "member": row.member_name,
        "year": row.year,
        "alliance": local_name(row.scheme),
        "reading": row.reading,
        "asOf": row.as_of,
        "sections": [
            [one.code, identifier(one.goal), one.state, one.reading, "; ".join(views.ticks.get(one.iri, ()))]
            for one in sections
        ],
    }


def _item_list(known: Known) -> Json:
    """Return the items by id: name, class, group, and the reports that speak of each, by number."""
    return {key: _item(known, key) for key in sorted(known.items)}


def _item(known: Known, key: str) -> Json:
    views, labels, iri = known.views, known.labels, known.items[key]
    goal, label = views.goals.get(iri), labels.name(iri)
    names = [name for name in views.spellings.get(iri, ()) if name != label]
    more: Json = {"number": goal.number, "short": goal.brief_name} if goal else {}
    if iri in known.languages:
        more["lang"] = known.languages[iri]
    if within := [law for law in map(identifier, _laws_of(views, iri)) if law in known.items]:
        more["within"] = within
    where = sorted(known.mentions.items.get(key, ()))
    return {"label": label, "kind": labels.kind(iri), "group": group(labels, iri), "names": names, "in": where, **more}


def _laws_of(views: Views, provision: str) -> Sequence[str]:
    """Return the articles and the act of which it is a provision, the nearest first; each once."""
    laws: dict[str, None] = {}
    while (provision := views.provisions.get(provision, "")) and provision not in laws:
        laws[provision] = None
    return list(laws)


def _names(known: Known) -> Json:
    """Return name, class and language of what is mentioned or quoted and is not an item, by id."""
    wanted = (known.mentions.items.keys() - known.items.keys()) | known.mentions.voices - {""}
    return {key: _name(known, known.iris.get(key, key)) for key in sorted(wanted)}


def _name(known: Known, iri: str) -> list[str]:
    return [known.labels.name(iri), known.labels.kind(iri), known.languages.get(iri, NAMES)]


def _kinds(known: Known) -> list[str]:
    told_of = {*known.items, *known.mentions.subjects} & known.iris.keys()
    kinds = {known.labels.kind(known.iris[key]) for key in told_of}
    return sorted((kinds | known.mentions.kinds) - {""})


def _predicates(known: Known) -> Mapping[str, str]:
    """Return the words of each property: those of the style, else its label."""
    inferred = {Vocabulary.load().short(rows[0].predicate) for rows in known.unstated}
    used = known.mentions.predicates | inferred
    return {name: style().predicates.get(name) or _label(known, name) for name in sorted(used)}


def _label(known: Known, name: str) -> str:
    iri = Vocabulary.load().properties.get(name)
    return (iri and known.labels.names.get(iri)) or style().predicate_words(name)


def _terms(known: Known) -> Json:
    """Return the key of the words for each value that is a term of the vocabulary, by its property and English text."""
    keys = {identifier(iri): (key, iri) for iri, key in _keys(Vocabulary.load()).items()}
    terms: Json = defaultdict(dict)
    for predicate, named in sorted(known.mentions.values):
        if named in keys:
            key, iri = keys[named]
            terms[predicate][known.labels.name(iri)] = key
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


def _judgement(known: Known, row: Judgement) -> Json:
    ends = (row.one, row.one_name), (row.other, row.other_name)
    return {
        "ends": [[label, key if (key := identifier(iri)) in known.items else ""] for iri, label in ends],
        "verdict": row.verdict,
        "words": style().verdicts.get(row.verdict, row.verdict),
        "reason": row.reason,
        "by": ", ".join(filter(None, (row.by, row.on))),
    }


def _stories(shown: Collection[str]) -> list[Json]:
    """Return the stories whose steps all lead to something on the page; of a title, the one that needs most."""
    stories = [_data(path) for path in sorted((FOLDER / "stories").iterdir())]
    told = (story for story in stories if set(shown).issuperset(story["needs"]))
    return list(
        {story["title"][NAMES]: story for story in sorted(told, key=lambda story: len(story["needs"]))}.values()
    )
