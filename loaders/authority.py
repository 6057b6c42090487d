"""Authority lists: folders of YAML files that name organisations, laws, initiatives and places by short ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph.iris import mint
from graph.members import member_facts
from graph.model import Entity, Fact, Member
from loaders.lexicon import TYPE, Lexicon
from loaders.members import GOVERNMENT, named_member
from loaders.yamlfile import Value, read_yaml
from ontology.terms import AG, DCTERMS, RDF, SKOS
from ontology.vocabulary import Vocabulary

LISTS = Path(__file__).parent / "authority"
_HEADER = ("prefix", "source", "language")


@dataclass(frozen=True)
class _Entry:
    """One entity as a list writes it."""

    id: str
    cls: str
    header: Mapping[str, str]
    key: Value
    value: Value


def find_list(name: Value) -> Path:
    """The folder of an authority list: beside the file that names it, or shipped with the project."""
    for folder in (name.file.parent / name.text(), LISTS / name.text()):
        if folder.is_dir():
            return folder
    remedy = f"Shipped lists: {', '.join(sorted(folder.name for folder in LISTS.iterdir() if folder.is_dir()))}."
    raise name.error(f"no authority list '{name.text()}'", "a folder of YAML files", remedy)


def read_lists(folders: Iterable[Path], vocabulary: Vocabulary) -> dict[str, Entity]:
    """All entities of the lists by short id, each with its facts; raises ClaimsError for an id given twice."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    entries = _unique(entry for path in paths for entry in _entries(read_yaml(path)))
    lexicon = Lexicon(vocabulary, "en", {})
    lexicon = Lexicon(vocabulary, "en", {entry.id: _bare(entry, lexicon) for entry in entries})
    return {entry.id: _full(entry, lexicon) for entry in entries}


def _entries(file: Value) -> Iterable[_Entry]:
    header = {key.text(): value.text() for key, value in file.pairs() if key.text() in _HEADER}
    for cls, entities in file.pairs():
        if cls.text() not in _HEADER:
            for key, value in entities.pairs():
                yield _Entry(key.name(), cls.text(), header, key, value)


def _unique(entries: Iterable[_Entry]) -> list[_Entry]:
    by_id: dict[str, _Entry] = {}
    for entry in entries:
        if (first := by_id.setdefault(entry.id, entry)) is not entry:
            found = f"the id '{entry.id}' stands in {first.key.file.name}:{first.key.line} too"
            raise entry.key.error(found, "each id once", "Join the two, or give one of them another id.")
    return list(by_id.values())


def _bare(entry: _Entry, lexicon: Lexicon) -> Entity:
    cls = lexicon.cls(entry.key, entry.cls)
    if cls.value == AG.Member:
        return Entity(_member(entry).iri, cls)
    prefix = entry.header.get("prefix", "")
    local = f"{prefix}-{entry.id}" if prefix else entry.id
    return Entity(mint(lexicon.vocabulary.segment(cls.value), local), cls)


def _full(entry: _Entry, lexicon: Lexicon) -> Entity:
    entity, origin = lexicon.entities[entry.id], (entry.key.file, entry.key.line)
    lexicon = replace(lexicon, language=entry.header.get("language", lexicon.language))
    facts = [Fact(entity.iri, TYPE, entity.cls)]
    for key, value in entry.value.pairs():
        facts += lexicon.facts(entity, key, value)
    if entity.cls.value == AG.Member:
        return Entity(entity.iri, entity.cls, _as_reports_name(_member(entry), facts), origin)
    if source := entry.header.get("source"):
        facts.append(Fact(entity.iri, NamedNode(DCTERMS.source), Literal(source)))
    return Entity(entity.iri, entity.cls, tuple(facts), origin)


def _member(entry: _Entry) -> Member:
    """The member that an entry names, under the name that it has where it reports itself."""
    fields = {key.text(): value for key, value in entry.value.pairs()}
    if "label" not in fields:
        raise entry.key.error("a member without a label", "`label: …`", "Write its English short name.")
    return named_member(fields["label"], fields["memberType"].text() if "memberType" in fields else GOVERNMENT)


def _as_reports_name(member: Member, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """What a list says of a member, its own label replaced by the one that its reports give it.

    The list is no source of its name: several lists may name one member.
    """
    said = (fact for fact in facts if fact.predicate.value not in (RDF.type, SKOS.prefLabel))
    return (*member_facts(member), *said)
