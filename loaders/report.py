"""Reads a whole report: its document, form, metadata and claims."""

from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import problems_of, sifted
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.reports import Entity, Fact, Report
from alliancegraph.loaders.claims.claimedform import ListedClaims, read_listed_claims, with_claims
from alliancegraph.loaders.claims.expectations import check_expectations
from alliancegraph.loaders.claims.sentencecoverage import with_readings
from alliancegraph.loaders.claims.unsure import notices
from alliancegraph.loaders.form.about import claims_path
from alliancegraph.loaders.form.filledform import FilledForm, read_filled_form
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary

SHIPPED = Path(__file__).parent / "reports"


def shipped_reports() -> list[Path]:
    """Return the documents of the reports that ship with the project."""
    return sorted(path for path in SHIPPED.iterdir() if path.suffix in (".txt", ".pdf"))


def read_report(path: Path, claims: Path | None = None, form_name: str = "") -> Report:
    """Return the report in a document, with its claims (by default from the claims file beside the document).

    Raise InputError for anything wrong in its files. The reading states of sections are computed from the claims.
    """
    claims_file = claims or claims_path(path)
    if claims is None and not is_there(claims_file):
        return with_readings(read_filled_form(path, form_name).report)
    form, written = _read_both(path, form_name, claims_file)
    report = with_readings(with_claims(form, written, SHIPPED))
    report = replace(report, entities=tuple(_due(entity, report.scheme) for entity in report.entities))
    report = replace(report, notices=(*report.notices, *notices(report)))
    if claims is None and "expected" in form.about.values:
        check_expectations(form.about.values["expected"], report.claims, report.entities, form.scheme.vocabulary)
    return report


def _due(entity: Entity, scheme: NamedNode) -> Entity:
    """Return the entry of a list of the report's alliance; a submission with the scheme on which it is due."""
    if entity.cls.value != AG.Submission:
        return entity
    return replace(entity, facts=(*entity.facts, Fact(entity.iri, NamedNode(AG.scheme), scheme)))


def _read_both(path: Path, form_name: str, claims_file: Path) -> tuple[FilledForm, ListedClaims]:
    """Return the form and the claims file; raise one error with all problems of both if one cannot be read."""
    forms, misformed = sifted(lambda document: read_filled_form(document, form_name), [path])
    vocabulary = forms[0].scheme.vocabulary if forms else Vocabulary.load()
    files, misread = sifted(lambda file: read_listed_claims(file, vocabulary), [claims_file])
    if errors := [*misformed, *misread]:
        slips = (slip for written in files for slip in (*written.lists.slips, *written.slips))
        raise type(errors[0])(*problems_of(errors), *slips)
    return forms[0], files[0]
