"""Authority lists: folders of YAML files that name organisations, laws, initiatives and places by short ids."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.errors import ClaimsError, Problem, every, problems_of, sifted
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.claimsfile import Field
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.members import member_facts
from alliancegraph.graph.model.reports import Entity, Fact, Member
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.claims.ids import Ids, path
from alliancegraph.loaders.claims.lexicon import TYPE, Lexicon
from alliancegraph.loaders.claims.syntax import fact_field
from alliancegraph.loaders.claims.values import FieldReader
from alliancegraph.loaders.form.members import GOVERNMENT, named_member
from alliancegraph.loaders.yamlfile import ENDINGS, Value, read_yaml
from alliancegraph.ontology.terms import AG, DC, RDF, SKOS
from alliancegraph.ontology.vocabulary import Vocabulary

LISTS = Path(__file__).parent / "authority"
_HEADER: Mapping[str, Callable[[Text], str]] = {"prefix": Text.name, "source": str, "language": Text.language}


@dataclass(frozen=True)
class _Entry:
    """One entry of a list, as written."""

    key: Text
    cls: Text
    header: Mapping[str, str]
    value: Value


def find_list(name: Text) -> Path:
    """Return the folder of an authority list: beside the file that names it, or shipped with the project."""
    for folder in (name.folder / name, LISTS / name):
        if is_there(folder) and folder.is_dir():
            return folder
    remedy = f"Shipped lists: {', '.join(sorted(folder.name for folder in LISTS.iterdir() if folder.is_dir()))}."
    raise name.error(f"no authority list '{name}'", "a folder of YAML files", remedy)


class Lists(NamedTuple):
    """The entities of authority lists, without their facts if there are slips; `whole` if none is missing."""

    entities: tuple[Entity, ...]
    slips: tuple[Problem, ...] = ()
    whole: bool = True


def read_lists(folders: Iterable[Path], vocabulary: Vocabulary) -> Lists:
    """Return all entities of the lists with their facts, and all slips in the lists."""
    paths = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS]
    found, unread = sifted(_entries, paths)
    entries = [entry for entries in found for entry in entries]
    lexicon = Lexicon(vocabulary, Ids.of(()))
    named, unnamed = sifted(lambda entry: (entry, _bare(entry, lexicon)), entries)
    whole = not (unread or unnamed)
    lexicon = replace(lexicon, ids=replace(Ids.of(entity for _, entity in named), whole=whole))
    entities, misread = sifted(lambda pair: _full(*pair, lexicon), named)
    _, contradictions = sifted(refuse_contradictions, [entities])
    slips = problems_of([*unread, *unnamed, *misread, *contradictions])
    return Lists(tuple((entity for _, entity in named) if slips else entities), slips, whole)


def refuse_contradictions(entities: Iterable[Entity]) -> None:
    """Raise ClaimsError for each thing that has two descriptions; descriptions of members are joined."""
    first: dict[NamedNode, Entity] = {}
    every(lambda entity: _refuse_other(first.setdefault(entity.iri, entity), entity), entities)


def _refuse_other(one: Entity, other: Entity) -> None:
    if one != other and AG.Member not in (one.cls.value, other.cls.value):
        found = f"{path(other)} {_only(other, one)} here, and {_only(one, other)} in {_place(one)}"
        remedy = (
            "If the two are one, join what they say in one list, and name that list in `authority:`; if not, give each "
            "country's lists a `prefix:` of their own, or one of the two another id."
        )
        raise ClaimsError(Problem(found, "one description of a thing", remedy, *(other.origin or ())))


def _only(one: Entity, other: Entity) -> str:
    """Return the facts of one entity that the other lacks, in words."""
    short = Vocabulary.load().short
    facts = [f"{short(p.value)} '{short(o.value)}'" for _, p, o in one.facts if (one.iri, p, o) not in other.facts]
    return f"has {', '.join(facts)}" if facts else "has nothing else"


def _place(entity: Entity) -> str:
    return ":".join(map(str, entity.origin)) if entity.origin else "another list"


def _entries(path: Path) -> list[_Entry]:
    file = read_yaml(path)
    values = {str(key.text()): value for key, value in file.pairs() if key.text() in _HEADER}
    header = {key: _HEADER[key](value.text()) for key, value in values.items()}
    classes = [(cls, entities) for cls, entities in file.pairs() if cls.text() not in _HEADER]
    return [entry for entries in every(lambda pair: _of_class(*pair, header), classes) for entry in entries]


def _of_class(cls: Value, entities: Value, header: Mapping[str, str]) -> list[_Entry]:
    return every(lambda pair: _entry(*pair, cls.text(), header), entities.pairs())


def _entry(key: Value, value: Value, cls: Text, header: Mapping[str, str]) -> _Entry:
    key.text().name()
    return _Entry(key.text(), cls, header, value)


def _bare(entry: _Entry, lexicon: Lexicon) -> Entity:
    cls = lexicon.cls(entry.cls)
    return Entity(_iri(entry, cls, lexicon), cls, id=str(entry.key), origin=entry.key.origin)


def _iri(entry: _Entry, cls: NamedNode, lexicon: Lexicon) -> NamedNode:
    if cls.value == AG.Member:
        return _member(entry).iri
    prefix = entry.header.get("prefix", "")
    local = f"{prefix}-{entry.key}" if prefix else str(entry.key)
    return mint(lexicon.vocabulary.segment(cls.value), local)


def _full(entry: _Entry, entity: Entity, lexicon: Lexicon) -> Entity:
    reader = FieldReader(lexicon, entry.header.get("language", "en"))
    fields = every(lambda pair: _field(entity, fact_field(*pair), reader), entry.value.pairs())
    facts = [Fact(entity.iri, TYPE, entity.cls), *(fact for _, facts in fields for fact in facts)]
    entity = replace(entity, split=tuple((whole, field.origin) for field, _ in fields for whole in field.split))
    if entity.cls.value == AG.Member:
        return replace(entity, facts=_as_reports_name(_member(entry), facts))
    if source := entry.header.get("source"):
        facts.append(Fact(entity.iri, NamedNode(DC.source), Literal(source, language="en")))
    return replace(entity, facts=tuple(facts))


def _field(entity: Entity, field: Field, reader: FieldReader) -> tuple[Field, list[Fact]]:
    return field, reader.facts(entity, field)


def _member(entry: _Entry) -> Member:
    """Return the member that an entry names, under the name that its own reports give it."""
    fields = {str(key.text()): value for key, value in entry.value.pairs()}
    if "label" not in fields:
        raise entry.key.error("a member without a label", "`label: …`", "Write its English short name.")
    return named_member(fields["label"].text(), fields["memberType"].text() if "memberType" in fields else GOVERNMENT)


def _as_reports_name(member: Member, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return a list's facts about a member, with its label as in the member's reports.

    The list is not recorded as the source of the name, because several lists may name one member.
    """
    others = (fact for fact in facts if fact.predicate.value not in (RDF.type, SKOS.prefLabel))
    return (*member_facts(member), *others)
