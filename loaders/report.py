"""Reads a report whole: document, form, what is known about it, claims."""

from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode

from graph.iris import mint, slug
from graph.model import Entity, Report, Section, Source
from loaders.about import About, claims_path, read_about
from loaders.authority import find_list, read_lists
from loaders.claims import ClaimReader
from loaders.claimsfile import ClaimsFile, parse_claims
from loaders.coverage import with_readings
from loaders.document import read_document
from loaders.expectations import check_expectations
from loaders.form import Form, FormSection, read_form, recognise
from loaders.lexicon import Lexicon
from loaders.members import find_member, find_year
from loaders.numberwords import number_words
from loaders.scheme import Scheme
from loaders.template import Template, find_template, read_template
from loaders.yamlfile import read_yaml
from ontology.terms import AG
from ontology.vocabulary import Vocabulary

SHIPPED = Path(__file__).parent / "reports"


def shipped_reports() -> list[Path]:
    """The documents of the reports that ship with the project."""
    return sorted(path for path in SHIPPED.iterdir() if path.suffix in (".txt", ".pdf"))


def read_report(path: Path, claims: Path | None = None, form_name: str = "") -> Report:
    """The report in a document, with the claims of the claims file (by default the one beside the document).

    Raises InputError for whatever is not as it should be. How far a section is read follows from the claims.
    """
    document = read_document(path)
    about = read_about(document)
    template = _template(form_name, about) or recognise(document)
    report = _unread(about, read_form(document, template))
    claims_file = claims or claims_path(path)
    if claims is None and not claims_file.exists():
        return with_readings(report)
    report = with_readings(_with_claims(report, template.scheme, parse_claims(read_yaml(claims_file))))
    if claims is None and "expected" in about.values:
        check_expectations(about.values["expected"], report.claims, report.entities, Vocabulary.load())
    return report


def _template(form_name: str, about: About) -> Template | None:
    """The template named on the command line, or by the about file (a path from there)."""
    if form_name:
        return read_template(find_template(Path(), form_name))
    if "form" in about.values:
        return read_template(find_template(about.values["form"].file.parent, about.text("form")))
    return None


def _unread(about: About, form: Form) -> Report:
    member, year = find_member(about, form), find_year(about, form)
    id = form.template.report_id(slug(member.label), year)
    return Report(
        id=id,
        member=member,
        year=year,
        scheme=form.template.scheme.iri,
        goals=form.template.scheme.triples,
        source=_source(about, form, year),
        sections=tuple(_section(id, section) for section in form.sections),
    )


def _source(about: About, form: Form, year: int) -> Source:
    return Source(
        title=about.text("title", form.template.title.format(year=year)),
        text=form.document.text,
        language=about.text("language", form.template.language),
        sha256=form.document.sha256,
        as_of=about.text("as of"),
        rights=about.text("rights of quotes"),
        citation=about.text("cite as"),
        member_type=about.text("reporter type"),
    )


def _section(report: str, section: FormSection) -> Section:
    return Section(
        iri=mint("section", f"{report}-{section.goal.number}-{section.label.lower()}"),
        code=section.code,
        label=section.label,
        goal=section.goal.iri,
        state=mint("state", section.state),
        heading=section.heading,
        body=section.body,
    )


def _with_claims(report: Report, scheme: Scheme, file: ClaimsFile) -> Report:
    if file.report.text() != report.id:
        remedy = "Correct `report:`, or give the claims file of this report."
        raise file.report.error(f"claims on '{file.report.text()}'", f"claims on {report.id}", remedy)
    vocabulary = Vocabulary.load()
    entities = read_lists([find_list(name) for name in file.authority], vocabulary)
    member = slug(report.member.label)
    if member in entities and entities[member].iri != report.member.iri:
        remedy = "Give the entity of the authority list another id."
        raise file.report.error(f"the id '{member}' is taken", f"{member} to mean the member that reports", remedy)
    known = entities | {member: Entity(report.member.iri, NamedNode(AG.Member))}
    lexicon = Lexicon(vocabulary, file.language or report.source.language, known, scheme)
    numbers = number_words(report.source.language)
    reader = ClaimReader(report.id, report.source.text, {s.code: s for s in report.sections}, lexicon, numbers)
    return replace(
        report,
        claims=reader.claims(file),
        marks=reader.marks(file),
        entities=tuple(entities.values()),
        recorded_by=file.recorded_by,
        reviewed_by=file.reviewed_by,
    )
