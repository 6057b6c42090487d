"""Made-up reports as people hand them in: text, about file, claims file, authority lists.

python -m tests.bench.files --reports 54 --out folder
alliancegraph build folder/*.txt
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.reports import Claim, Entity, Fact, Report, Term
from alliancegraph.ontology.terms import AG, DATA, DC, RDF, SKOS
from tests.bench.alliance import Alliance
from tests.bench.form import SCHEME
from tests.bench.terms import vocabulary
from tests.bench.words import WORDS

_GOALS = {goal.iri: goal.number for goal in SCHEME.goals}
_FOLLOWS = (RDF.type, AG.earliest, AG.latest, AG.scheme, DC.source)  # what readers conclude from the rest
Written = Mapping[str, Any] | Sequence[Any] | str


def write_files(report: Report, folder: Path) -> Path:
    """Write a report that is read, and what stands beside it, into a folder; return its document."""
    document = folder / f"{report.id}.txt"
    document.write_text(report.source.text)
    _write(document.with_suffix(".yaml"), _about(report))
    _write(document.with_suffix(".claims.yaml"), _claims_file(report))
    (folder / report.id).mkdir(exist_ok=True)
    for number, (source, entities) in enumerate(_by_source(report.entities).items()):
        _write(folder / report.id / f"list-{number}.yaml", ({"source": source} if source else {}) | _list(entities))
    return document


def _write(file: Path, document: Written) -> None:
    file.write_text(yaml.dump(document, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110))


def _about(report: Report) -> Written:
    source = report.source
    return {
        "title": source.title,
        "form": WORDS["form"],
        "member": report.member.label,
        "year": report.year,
        "language": source.language,
        "document": f"{report.id}.txt",
        "sha256": source.sha256,
        "reporter type": source.member_type,
        "as of": source.as_of,
        "cite as": source.citation,
    }


def _by_source(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        sources = (fact.object for fact in entity.facts if fact.predicate.value == DC.source)
        source = next((source.value for source in sources if isinstance(source, Literal)), "")
        found.setdefault(source, []).append(entity)
    return found


def _list(entities: Iterable[Entity]) -> dict[str, dict[str, Written]]:
    """Return the entities by class, as an authority list writes them."""
    classes: dict[str, dict[str, Written]] = {}
    for entity in entities:
        cls = classes.setdefault(vocabulary.short(entity.cls.value), {})
        cls[local_name(entity.iri.value)] = _fields(entity.facts)
    return classes


def _claims_file(report: Report) -> Written:
    sections = {section.iri: section for section in report.sections}
    by_section = groupby(report.claims, key=lambda claim: claim.passage.section)
    return {
        "report": report.id,
        "authority": [report.id],
        "recorded by": report.recorded_by,
        "sections": {
            sections[iri].code: list(_items(report.id, claims, sections[iri].goal)) for iri, claims in by_section
        },
    }


def _items(report: str, claims: Iterable[Claim], goal: NamedNode | None) -> Iterator[Written]:
    for (passage, because), stated in groupby(claims, key=lambda claim: (claim.passage, claim.because)):
        item: dict[str, Written] = {"quote": passage.quote}
        if passage.context:
            item["context"] = passage.context.quote
        if passage.stated_by:
            item["stated by"] = _id(passage.stated_by)
        if because:
            item["inferred because"] = because
        yield {**item, "facts": [_line(report, claim, goal) for claim in stated]}


def _line(report: str, claim: Claim, goal: NamedNode | None) -> Written:
    """Return a claim as a fact line."""
    if claim.node is None:
        return _plain(*claim.facts)
    goals = claim.objects(AG.goal)
    facts = [fact for fact in claim.facts if fact.predicate.value != AG.goal or list(goals) != [goal]]
    (cls,) = claim.objects(RDF.type)
    if cls == NamedNode(AG.Contribution):
        return _contribution(claim, facts)
    assert isinstance(cls, NamedNode)
    own = local_name(claim.node.value).removeprefix(f"{report}-")
    head = vocabulary.short(cls.value)
    return {head if own == claim.id else f"{head} {own}": _fields(facts)}


def _contribution(claim: Claim, facts: Iterable[Fact]) -> Written:
    (role,), (initiative,) = claim.objects(AG.role), claim.objects(AG.initiative)
    (actor,) = claim.objects(AG.actor) or (None,)
    ends = (AG.actor, AG.role, AG.initiative)
    head = f"{_value(actor) if actor else '_'} {_value(role)} {_value(initiative)}"
    return {head: _fields(fact for fact in facts if fact.predicate.value not in ends)}


def _plain(fact: Fact) -> Written:
    subject, prop, value = _id(fact.subject), vocabulary.short(fact.predicate.value), _value(fact.object)
    if isinstance(fact.object, NamedNode) and value == _id(fact.object):
        return f"{subject} {prop} {value}"
    return {subject: {prop: value}}


def _fields(facts: Iterable[Fact]) -> dict[str, Written]:
    """Return what facts say of a thing, by the words of their properties; a text where there is one, or a list."""
    said: dict[str, list[str]] = {}
    for fact in facts:
        if fact.predicate.value not in _FOLLOWS:
            said.setdefault(vocabulary.short(fact.predicate.value), []).append(_value(fact.object))
    return {word: values[0] if len(values) == 1 else values for word, values in said.items()}


def _value(term: Term) -> str:
    """Return a term as files write it: a text, the number of a goal, the word of a concept, the id of a thing."""
    if isinstance(term, Literal):
        return term.value
    if term.value in vocabulary.schemes[AG.Qualifier].values():
        return vocabulary.label(term.value)  # as reports print it
    return _GOALS.get(term) or vocabulary.index.first(term.value, SKOS.notation) or _id(term)


def _id(thing: NamedNode) -> str:
    return thing.value.removeprefix(DATA)


def read_reports(count: int, seed: int = 1) -> Iterator[Report]:
    """Return the first reports of an alliance's first year that are read."""
    return islice((report for report in Alliance(10 * count, 1, seed).reports() if report.claims), count)


def main() -> None:
    """Write reports and tells how much they claim."""
    parser = argparse.ArgumentParser(description="Writes made-up reports with their claims files.")
    parser.add_argument("--reports", type=int, default=54)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    claims = 0
    for report in read_reports(chosen.reports, chosen.seed):
        write_files(report, chosen.out)
        claims += len(report.claims)
    print(f"{chosen.out}: {chosen.reports} reports, {claims:,} claims")


if __name__ == "__main__":
    main()
