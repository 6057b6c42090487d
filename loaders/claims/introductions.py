"""The things that a claims file introduces, for its own claims and for those on other reports."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from alliancegraph.graph.assemble.quads import source_fact
from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.claimsfile import ClaimsFile, FactLine
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.reports import Entity, Fact
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.claims.lexicon import TYPE, Lexicon
from alliancegraph.loaders.claims.syntax import read_claims, refuse
from alliancegraph.loaders.claims.values import FieldReader
from alliancegraph.loaders.form.about import claims_path


def introducing_lines(file: ClaimsFile) -> list[FactLine]:
    """Return the lines of a claims file that introduce a thing: a class and an id."""
    return [line for line in file.facts() if len(line.words) == 2]


def introductions(file: ClaimsFile, lexicon: Lexicon) -> Iterator[Entity]:
    """Yield the things that the file introduces; an unknown class is reported when its line is read."""
    for line in introducing_lines(file):
        word, id = line.words
        try:
            cls = lexicon.cls(word)
            iri = mint(lexicon.vocabulary.segment(cls.value), f"{file.report}-{id}")
        except ClaimsError:
            cls = iri = TYPE
        yield Entity(iri, cls, id=str(id), origin=line.head.origin)


def read_introductions(name: Text, folders: Iterable[Path], fields: FieldReader) -> list[Entity]:
    """Return the things that the claims on another report introduce, with ids such as `estonia-2014-spring`.

    Raise ClaimsError if none of the folders has that report's claims file, or if it is malformed.
    """
    path = _claims_file(name, folders)
    file, slips = read_claims(path)
    refuse(slips)
    if file.report != name:
        remedy = f"Write {file.report} here, or correct `report:` there."
        raise name.error(f"{path} has claims on '{file.report}'", f"claims on {name}", remedy)
    fields = replace(fields, language=file.language.language() if file.language else fields.language)
    lines = zip(introductions(file, fields.lexicon), introducing_lines(file), strict=True)
    return [_elsewhere(thing, line, fields, name) for thing, line in lines]


def _claims_file(name: Text, folders: Iterable[Path]) -> Path:
    for folder in folders:
        if is_there(path := claims_path(folder / f"{name}.txt")):
            return path
    remedy = "Put it there, or move what both reports name into an authority list."
    raise name.error(f"no {name}.claims.yaml", "the claims on that report, beside this file", remedy)


def _elsewhere(thing: Entity, line: FactLine, fields: FieldReader, report: str) -> Entity:
    """Return the thing with its class and its label only, as another report's claims know it."""
    facts = [Fact(thing.iri, TYPE, thing.cls), source_fact(thing.iri, report)]
    if label := line.field("label"):
        facts += fields.facts(thing, label)
    return replace(thing, id=f"{report}-{thing.id}", report=str(report), facts=tuple(facts))
