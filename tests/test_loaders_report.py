"""Reports from other places: members by any name, PDFs as browsers print them, odd encodings."""

import html
import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pyoxigraph import Literal

from alliancegraph.graph.assemble.quads import passage_iri, report_quads
from alliancegraph.graph.errors import InputError
from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.pages import page_of
from alliancegraph.graph.model.reports import Claim, Report
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from alliancegraph.reports import read_reports, requests
from tests.conftest import ROMANIA
from tests.docxs import docx, paragraph

TEXT = ROMANIA.read_text(encoding="utf-8")


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("printed", "alpha3"),
    [
        ("ROMANIA", "ROU"),
        ("Republic of Moldova", "MDA"),
        ("MOLDOVA", "MDA"),
        ("The Netherlands", "NLD"),
        ("Côte d’Ivoire", "CIV"),
        ("No\nAUSTRIA", "AUT"),
        ("100\nAUSTRIA", "AUT"),
    ],
)
def test_the_member_stands_above_the_first_heading(tmp_path: Path, printed: str, alpha3: str) -> None:
    assert read_report(written(tmp_path / "form.txt", TEXT.replace("ROMANIA", printed, 1))).member.alpha3 == alpha3


def test_a_member_that_is_no_country_is_named_beside_the_report(tmp_path: Path) -> None:
    path = written(tmp_path / "form.txt", TEXT.replace("ROMANIA", "", 1))
    written(tmp_path / "form.yaml", "member: Rivers Without Borders\nreporter type: organisation\nyear: 2015\n")
    report = read_report(path)
    assert (report.id, report.member.alpha3) == ("rivers-without-borders-2015", "")
    assert report.member.iri.value.endswith("/member/rivers-without-borders")


def test_a_name_without_a_latin_letter_still_has_an_iri(tmp_path: Path) -> None:
    path = written(tmp_path / "form.txt", TEXT)
    names = []
    for name in ("Ομάδα", "Группа"):
        written(tmp_path / "form.yaml", f"member: {name}\nreporter type: organisation\n")
        names.append(read_report(path).id)
    assert len(set(names)) == 2
    assert all(len(name) > len("-2014") for name in names)


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path, change: "type[str]") -> None:
    plain = read_report(written(tmp_path / "plain.txt", TEXT))
    odd = read_report(written(tmp_path / "odd.txt", change(TEXT)))
    assert (odd.source.text, odd.sections) == (plain.source.text, plain.sections)


@pytest.fixture(scope="module")
def pdf(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real report as a PDF that a browser printed, its paragraphs wrapped anew."""
    path = tmp_path_factory.mktemp("pdf") / "romania.pdf"
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in TEXT.splitlines() if line.strip())
    page_text = f"<html lang=en><style>p {{ margin: 0; width: 30em; hyphens: auto }}</style>{paragraphs}</html>"
    page = browser.new_page()
    page.set_content(page_text)
    page.pdf(path=path)
    page.close()
    return path


def _quote(claim: Claim) -> str:
    """Return a claim's quote; in a text file a hyphen at the end of a line may have a blank behind it."""
    return re.sub(r"(?<=\d)- (?=\d)", "-", folded(claim.passage.quote))


def test_a_pdf_has_the_sections_and_quotes_of_the_text(pdf: Path) -> None:
    text = read_report(ROMANIA)
    report = read_report(pdf, ROMANIA.with_suffix(".claims.yaml"))
    assert [(s.code, s.state) for s in report.sections] == [(s.code, s.state) for s in text.sections]
    assert list(map(_quote, report.claims)) == list(map(_quote, text.claims))
    assert words(report.source.text) == words(text.source.text)
    pages = {page_of(report.source.text, claim.passage.span.start) for claim in report.claims}
    assert {1, 2, 3} <= pages <= set(range(1, report.source.text.count("\f") + 2))


def test_passages_have_the_page_on_which_they_begin(tmp_path: Path) -> None:
    path = written(tmp_path / "paged.txt", TEXT.replace("Policy Target No. 2", "\f\nPolicy Target No. 2", 1))
    report = read_report(path, ROMANIA.with_suffix(".claims.yaml"))
    found = (quad for quad in report_quads(report, Vocabulary.load()) if quad.predicate.value == AG.page)
    pages = {str(quad.subject): term.value for quad in found if isinstance(term := quad.object, Literal)}
    passages = {str(passage_iri(report.id, claim.passage)): claim.passage.section for claim in report.claims}
    first = {section.iri for section in report.sections if section.code.startswith("1.")}
    assert {pages[passage] for passage, section in passages.items() if section in first} == {"1"}
    assert {pages[passage] for passage, section in passages.items() if section not in first} == {"2"}
    plain = read_report(ROMANIA)
    assert not [quad for quad in report_quads(plain, Vocabulary.load()) if quad.predicate.value == AG.page]


def words(text: str) -> str:
    """Return the letters of a text in their order, without what typesetting puts between them."""
    return re.sub(r"[\s-]", "", folded(text))


def as_docx(lines: list[str]) -> bytes:
    return docx("".join(paragraph(html.escape(line)) for line in lines), header1=paragraph("Reporting form"))


def as_html(lines: list[str]) -> bytes:
    page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f"<!doctype html><html><nav>Home</nav><body>{page}</body></html>".encode()


def as_archive(lines: list[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("report.txt", "\n".join(lines).encode("utf-16"))
    return out.getvalue()


@pytest.mark.parametrize("made", [as_docx, as_html, as_archive])
def test_each_format_gives_the_report_of_the_text(made: Callable[[list[str]], bytes], tmp_path: Path) -> None:
    path = tmp_path / "report.bin"
    path.write_bytes(made([line for line in TEXT.splitlines() if line.strip()]))
    text, report = read_report(ROMANIA), read_report(path, ROMANIA.with_suffix(".claims.yaml"))
    assert [(s.code, s.state) for s in report.sections] == [(s.code, s.state) for s in text.sections]
    assert list(map(_quote, report.claims)) == list(map(_quote, text.claims))  # bullets of Word are read as bullets
    assert words(report.source.text) == words(text.source.text)


def test_reports_of_two_alliances_are_not_mixed(tmp_path: Path) -> None:
    forms = Path("loaders/forms/global-alliance-2014.yaml")
    scheme = Path("ontology/goals/global-alliance.ttl").read_text(encoding="utf-8")
    written(tmp_path / "other.ttl", scheme.replace("scheme:global-alliance", "scheme:other"))
    form = forms.read_text(encoding="utf-8").replace("scheme: global-alliance", "scheme: other.ttl")
    written(tmp_path / "other.yaml", form)
    path = written(tmp_path / "form.txt", TEXT.replace("ROMANIA", "AUSTRIA", 1))
    written(tmp_path / "form.yaml", "form: other.yaml\n")
    with pytest.raises(InputError, match="reports to 2 alliances"):
        read_reports(requests([ROMANIA, path], None, ""), lambda _: None)


def test_a_template_names_its_reports(tmp_path: Path) -> None:
    form = Path("loaders/forms/global-alliance-2014.yaml").read_text(encoding="utf-8")
    written(tmp_path / "other.yaml", form + "\nreport: ours-{member}-{year}\n")
    path = written(tmp_path / "form.txt", TEXT)
    assert read_report(path, None, str(tmp_path / "other.yaml")).id == "ours-romania-2014"
    assert os.path.sep not in read_report(path).id


def test_a_submission_in_a_list_is_due_on_the_goals_of_the_form(report: Report) -> None:
    due = {
        (fact.subject, fact.object)
        for entity in report.entities
        for fact in entity.facts
        if fact.predicate.value == AG.scheme
    }
    assert due == {(mint("submission", "ro-report-2013"), report.scheme)}
