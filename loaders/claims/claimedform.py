"""A filled-in form with the claims made from it: the claims file, its authority lists, and the form joined."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import Problem, both, every, problems_of, sifted
from alliancegraph.graph.model.claimsfile import ClaimsFile
from alliancegraph.graph.model.iris import slug
from alliancegraph.graph.model.reports import Claim, Entity, Report, Term
from alliancegraph.loaders.authority import Lists, find_list, read_lists
from alliancegraph.loaders.claims.ids import Ids
from alliancegraph.loaders.claims.introductions import read_introductions
from alliancegraph.loaders.claims.lexicon import Lexicon
from alliancegraph.loaders.claims.meaning import ClaimReader
from alliancegraph.loaders.claims.passages import Passages
from alliancegraph.loaders.claims.reviews import Reviews, left_out
from alliancegraph.loaders.claims.syntax import read_claims, refuse
from alliancegraph.loaders.claims.values import FieldReader
from alliancegraph.loaders.claims.wording import refuse_split
from alliancegraph.loaders.form.filledform import FilledForm
from alliancegraph.loaders.numbers.words import number_words
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary


class ListedClaims(NamedTuple):
    """A claims file, the errors in the form of its items, and the lists that it names."""

    file: ClaimsFile
    slips: tuple[Problem, ...]
    lists: Lists


def read_listed_claims(path: Path, vocabulary: Vocabulary) -> ListedClaims:
    """Return the claims file with its lists; raise InputError if it is not YAML, or has a wrong header."""
    file, slips = read_claims(path)
    folders, missing = sifted(find_list, file.authority)
    lists = read_lists(folders, vocabulary)
    return ListedClaims(
        file, slips, Lists(lists.entities, (*problems_of(missing), *lists.slips), lists.whole and not missing)
    )


def with_claims(form: FilledForm, written: ListedClaims, shipped: Path) -> Report:
    """Return the report of a form with its claims; raise ClaimsError with all problems of the claims and lists.

    Claims files of other reports are beside this one, or in the folder of shipped ones.
    """
    report, file = form.report, written.file
    if file.report != report.id:
        remedy = "Correct `report:`, or give the claims file of this report."
        raise file.report.error(f"claims on '{file.report}'", f"claims on {report.id}", remedy)
    lists = written.lists
    member = Entity(report.member.iri, NamedNode(AG.Member), id=slug(report.member.label))
    sections = (Entity(section.iri, NamedNode(AG.Section), id=section.code) for section in report.sections)
    ids = replace(Ids.of([*lists.entities, member, *sections]), whole=lists.whole)
    language = file.language.language() if file.language else report.source.language
    fields = FieldReader(Lexicon(form.scheme.vocabulary, ids, form.scheme), language, report.source.language)
    split = [(*doubt, report.source.text, ids) for entity in lists.entities for doubt in entity.split]
    checks: list[Callable[[], object]] = [
        lambda: refuse((*lists.slips, *written.slips)),
        lambda: Reviews(fields.lexicon).check(file),
        lambda: every(lambda doubt: refuse_split(*doubt), split),
    ]
    _, read = both(lambda: every(lambda check: check(), checks), lambda: _read_against(form, file, fields, shipped))
    return replace(read, entities=(*lists.entities, *read.entities))


def _read_against(form: FilledForm, file: ClaimsFile, fields: FieldReader, shipped: Path) -> Report:
    """Return the report with the file's claims, and with the things of other reports that they name."""
    elsewhere = _elsewhere(file, fields, shipped)
    fields = replace(fields, lexicon=fields.lexicon.knowing(elsewhere))
    reviews, report = Reviews(fields.lexicon), _reviewed(form.report, file, fields)
    numbers = number_words(report.source.language).as_printed_in(report.source.text)
    passages = Passages(form.document, {section.code: section for section in report.sections})
    reader = ClaimReader(report.id, passages, numbers, fields, reviews.default(file))
    claims = reader.claims(file)
    named = _named(claims)
    return replace(
        report,
        claims=claims,
        marks=reader.marks(file),
        entities=tuple(thing for thing in elsewhere if thing.iri in named),
        left_out=tuple(left_out(file)),
    )


def _reviewed(report: Report, file: ClaimsFile, fields: FieldReader) -> Report:
    """Return the report with the review states that the file gives to all claims and to those on a section."""
    reviews = Reviews(fields.lexicon)
    of_sections = {str(section.code): reviews.of_section(section) for section in file.sections}
    return replace(
        report,
        sections=tuple(replace(section, review=of_sections.get(section.code)) for section in report.sections),
        review=reviews.default(file),
        recorded_by=str(file.recorded_by),
        reviewed_by=str(file.reviewed_by or ""),
    )


def _elsewhere(file: ClaimsFile, fields: FieldReader, shipped: Path) -> list[Entity]:
    """Return the things that claims on other reports introduce, of the reports that the file names."""
    folders = (file.report.folder, shipped)
    found = every(lambda name: read_introductions(name, folders, fields), file.things_of)
    return [thing for things in found for thing in things]


def _named(claims: Iterable[Claim]) -> set[Term]:
    """Return the things and values in the claims, and whose words they are."""
    voices = {claim.passage.stated_by for claim in claims if claim.passage.stated_by}
    return voices | {end for claim in claims for fact in claim.facts for end in (fact.subject, fact.object)}
