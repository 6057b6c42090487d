"""The things that a claims file introduces, for its own report and for the claims on others that name them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from alliancegraph.graph.assemble.quads import source_fact
from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.reports import Entity, Fact
from alliancegraph.loaders.claims.lexicon import TYPE, Lexicon
from alliancegraph.loaders.claims.syntax import ClaimsFile, FactLine, parse_claims, refuse
from alliancegraph.loaders.form.about import claims_path
from alliancegraph.loaders.yamlfile import Value, read_yaml


def introducing_lines(file: ClaimsFile) -> list[FactLine]:
    """The lines of a claims file that introduce a thing: a class and an id."""
    return [line for item in file.items for line in item.facts if len(line.words) == 2]


def introductions(file: ClaimsFile, lexicon: Lexicon) -> Iterator[Entity]:
    """The things that the file introduces; one of an unknown class is left to whoever reads the line."""
    for line in introducing_lines(file):
        word, id = line.words
        try:
            cls = lexicon.cls(line.head, word)
            iri = mint(lexicon.vocabulary.segment(cls.value), f"{file.report.text()}-{id}")
        except ClaimsError:
            cls = iri = TYPE
        yield Entity(iri, cls, id=id, origin=(line.head.file, line.head.line))


def read_introductions(name: Value, folders: Iterable[Path], lexicon: Lexicon) -> list[Entity]:
    """The things that the claims on another report introduce, under its id and theirs: `estonia-2014-spring`.

    Raises ClaimsError if none of the folders holds that report's claims file, or its form is wrong.
    """
    file = parse_claims(read_yaml(_claims_file(name, folders)))
    refuse(file.slips)
    if file.report.text() != name.text():
        remedy = f"Write {file.report.text()} here, or correct `report:` there."
        found = f"{file.report.file} has claims on '{file.report.text()}'"
        raise name.error(found, f"claims on {name.text()}", remedy)
    lexicon = replace(lexicon, language=file.language or lexicon.language)
    lines = zip(introductions(file, lexicon), introducing_lines(file), strict=True)
    return [_elsewhere(thing, line, lexicon, name.text()) for thing, line in lines]


def _claims_file(name: Value, folders: Iterable[Path]) -> Path:
    for folder in folders:
        if is_there(path := claims_path(folder / f"{name.text()}.txt")):
            return path
    remedy = "Put it there, or move what both reports name into an authority list."
    raise name.error(f"no {name.text()}.claims.yaml", "the claims on that report, beside this file", remedy)


def _elsewhere(thing: Entity, line: FactLine, lexicon: Lexicon, report: str) -> Entity:
    """The thing as another report's claims know it: its class and its label."""
    said = [Fact(thing.iri, TYPE, thing.cls), source_fact(thing.iri, report)]
    for key, value in line.fields:
        if key.text() == "label":
            said += lexicon.facts(thing, key, value)
    return replace(thing, id=f"{report}-{thing.id}", report=report, facts=tuple(said))
