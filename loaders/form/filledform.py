"""A filled-in form with what is known about it: a report without its claims."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import both, every
from alliancegraph.graph.model.iris import mint, slug
from alliancegraph.graph.model.reports import Report, Section, Source
from alliancegraph.graph.model.states import OUTSIDE
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.documents.document import Document, read_document
from alliancegraph.loaders.form.about import About, check_about, read_about
from alliancegraph.loaders.form.members import doubts, find_member, find_year
from alliancegraph.loaders.form.scheme import Scheme
from alliancegraph.loaders.form.sections import Form, FormSection, read_form, recognise
from alliancegraph.loaders.form.template import Template, find_template, read_template
from alliancegraph.ontology.terms import StateWord

_NO_NAME = re.compile(r"[^\w.-]+")  # what the local name of an IRI cannot have


class FilledForm(NamedTuple):
    """A report without claims, its metadata, the document as read, and the goals of its form."""

    about: About
    document: Document
    report: Report
    scheme: Scheme


def read_filled_form(path: Path, form_name: str = "") -> FilledForm:
    """Return the filled-in form in a document; its template is given, in the about file, or recognised.

    Raise InputError if the document, its about file or the template cannot be read, or if the form is another one.
    """
    document = read_document(path)
    about = read_about(document)
    _, named = both(lambda: check_about(about, document), lambda: template_named(form_name, about))
    template = named or recognise(document)
    form = read_form(document, template, left_out(about, template))
    return FilledForm(about, form.document, _report(about, form), template.scheme)


def left_out(about: About, template: Template) -> tuple[str, ...]:
    """Return the sections and goals that this member's form lacks; raise ClaimsError for those no form has."""
    named = [value.text() for value in about.values["left out"].elements()] if "left out" in about.values else []
    known = {code for place in template.outline.places for code in (place.code, place.goal) if code}
    every(lambda code: _refuse_unknown(code, known), named)
    return tuple(named)


def _refuse_unknown(code: Text, known: Collection[str]) -> None:
    if code not in known:
        raise code.error(f"no section '{code}'", "a section or a goal of the form", suggestion(code, known))


def template_named(form_name: str, about: About) -> Template | None:
    """Return the template named on the command line, or by the about file (a path relative to it)."""
    if form_name:
        return read_template(find_template(Path(), form_name))
    if "form" in about.values:
        return read_template(find_template(about.values["form"].text().folder, about.text("form")))
    return None


def _report(about: About, form: Form) -> Report:
    member, year = both(lambda: find_member(about, form), lambda: find_year(about, form))
    id = form.template.report_id(slug(member.label), year)
    iris = {section.code: _iri(id, section) for section in form.sections}
    return Report(
        id=id,
        member=member,
        year=year,
        scheme=form.template.scheme.iri,
        goals=form.template.scheme.triples,
        goal_places=form.template.scheme.places,
        source=_source(about, form, year),
        sections=(*(_section(section, iris) for section in form.sections), *_outside(id, form)),
        notices=(*form.document.warnings, *doubts(about, form), *form.notices),
    )


def _source(about: About, form: Form, year: int) -> Source:
    return Source(
        title=about.text("title", form.template.title.format(year=year)),
        text=form.document.text,
        language=about.values["language"].text().language() if "language" in about.values else form.template.language,
        sha256=form.document.sha256,
        as_of=about.text("as of"),
        rights=about.text("rights of quotes"),
        citation=about.text("cite as"),
        member_type=about.text("reporter type"),
    )


def _iri(report: str, section: FormSection) -> NamedNode:
    return mint("section", f"{report}-{_NO_NAME.sub('-', section.code).lower()}")


def _section(section: FormSection, iris: Mapping[str, NamedNode]) -> Section:
    return Section(
        iri=iris[section.code],
        code=section.code,
        label=section.label,
        goal=section.goal.iri,
        state=mint("state", section.state),
        heading=section.heading,
        body=section.body,
        kind=section.kind,
        refers=tuple(iris[code] for code in section.refers),
        choices=section.choices,
    )


def _outside(report: str, form: Form) -> Iterator[Section]:
    """Yield the stretches of text outside the form as sections of no goal."""
    for number, block in enumerate(form.outside, 1):
        code = f"{StateWord.outside}-{number}"
        iri = mint("section", f"{report}-{code}")
        yield Section(iri, code, "", None, OUTSIDE, block.heading, block.body)
