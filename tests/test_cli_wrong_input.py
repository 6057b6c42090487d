"""Wrong input: a clear message with file and line, exit code 2, no traceback, and the last good build still whole."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from alliancegraph.cli import main
from alliancegraph.loaders.form.scheme import SCHEMES
from alliancegraph.loaders.form.template import FORMS
from tests.conftest import ROMANIA

Run = Callable[..., str]


@pytest.fixture(scope="module")
def good_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("good") / "build"
    assert main(["build", "--out", str(out)]) == 0
    return out


def fingerprint(build: Path) -> dict[str, str]:
    files = (path for path in build.rglob("*") if path.is_file() and "store" not in path.parts)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def refused(good_build: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a build that must be refused, and gives what it says on standard error."""

    def run(*arguments: object) -> str:
        before, folders = fingerprint(good_build), sorted((good_build.parent / ".builds").iterdir())
        assert main(["build", *map(str, arguments), "--out", str(good_build)]) == 2
        assert fingerprint(good_build) == before
        assert sorted((good_build.parent / ".builds").iterdir()) == folders
        said = capsys.readouterr().err
        assert "Traceback" not in said
        assert "expected" in said
        return said

    return run


def test_a_missing_file(refused: Run, tmp_path: Path) -> None:
    assert "nowhere.txt: no such file" in refused(tmp_path / "nowhere.txt")


def test_an_empty_file(refused: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    assert "empty.txt: holds no text" in refused(tmp_path / "empty.txt")


def test_a_folder(refused: Run, tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_a_file_that_is_no_form(refused: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague,\nA) Please find the minutes enclosed.\n")
    assert "letter.txt: no heading of a known form" in refused(tmp_path / "letter.txt")


def test_noise_named_pdf(refused: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.pdf").write_bytes(bytes(range(256)) * 20)
    assert "noise.pdf: is no PDF, though its name says so" in refused(tmp_path / "noise.pdf")


def test_noise_named_txt(refused: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(32)) * 20)
    assert "noise.txt: 480 control characters of 640" in refused(tmp_path / "noise.txt")


def claims_beside(copy: Path, old: str, new: str) -> tuple[Path, int]:
    """Return the real claims file with one text changed, and the line where it changed."""
    path = copy.with_suffix(".claims.yaml")
    claims = path.read_text(encoding="utf-8")
    assert claims.count(old) >= 1
    path.write_text(claims.replace(old, new, 1), encoding="utf-8")
    return path, claims[: claims.index(old)].count("\n") + 1


def write_claims(copy: Path, body: str) -> Path:
    """Return a claims file of a few lines."""
    path = copy.with_name("few.claims.yaml")
    head = "report: romania-2014\nauthority: [international, romania]\nrecorded by: a test\nsections:\n"
    path.write_text(head + body, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (
            "  1.1/B:\n    - quote: COCD assigned 2 more\n      facts: [cocd within mia]\n",
            6,
            "is not in 1.1/B",
        ),
        (
            "  1.1/A:\n    - quote: assigned 1 more police officer\n      facts: [cocd within mia]\n",
            6,
            "It occurs in 1.1/B",
        ),
        (
            "  1.1/B:\n    - quote: highly\n      facts: [cocd withinn mia]\n",
            7,
            "Did you mean within",
        ),
        ("  1.1/B:\n    - quote: highly\n      facts: [cocd within mai]\n", 7, "unknown id 'mai'"),
        (
            "  1.1/B:\n    - quote: highly\n      facts: [{cocd leads baseline-database: {status: onging}}]\n",
            7,
            "Did you mean ongoing",
        ),
        ("  1.1/B:\n    - quote: highly\n      facts: [cocd leads interpol]\n", 7, "no status"),
        ("  1.1/B:\n    - quote: highly\n      facts: [{Mesure x: {label: y}}]\n", 7, "Did you mean Measure"),
        ("  1.1/B:\n    - quote: highly\n      facts: [{Measure cocd: {label: y}}]\n", 7, "is already in use"),
        ("  1.1/B:\n    - quote: highly\n      facts: [{cocd: {period: May 2014}}]\n", 7, "is no period"),
        ("  1.1/B:\n    - quote: the\n      facts: [cocd within mia]\n", 6, "Quote more words"),
        ("  9.9/Z:\n    - quote: highly\n      facts: [cocd within mia]\n", 5, "no section '9.9/Z'"),
        ("  1.1/B:\n    - qoute: highly\n      facts: [cocd within mia]\n", 6, "Did you mean quote"),
        ("  1.1/B:\n    - quote: highly\n   facts: [cocd within mia]\n", 7, "not YAML"),
        ("  1.1/B: &a\n    - quote: a: b\n", 6, "not YAML"),
        (
            "  1.1/B:\n    - quote: highly\n      facts: [cocd within mia]\n      facts: []\n",
            8,
            "occurs twice",
        ),
        (
            "  1.1/B:\n    - quote: highly\n      facts: [cocd within mia, cocd within mia]\n",
            7,
            "entered twice",
        ),
        ("  1.1/B:\n    - quote: highly\n      facts: [Save the Children leads x]\n", 7, "Write ids, not names"),
        ("  1.1/B:\n    - quote: highly\n      facts:\n        -\n", 8, "found 0 words"),
        (
            "  1.1/B:\n    - quote: highly\n      facts: [{cocd promots mia: {status: done}}]\n",
            7,
            "Did you mean promotes",
        ),
        ("  1.1/B:\n    - quote: highly\n      facts: [{cocd leads mia: {satus: done}}]\n", 7, "Did you mean status"),
        ("  1.1/B:\n    - quote: highly\n      facts: [{cocd leads mia: {status:done}}]\n", 7, "space after the colon"),
        (
            "  1.1/B:\n    - quote: is a highly effectiv mechanism\n      facts: [cocd within mia]\n",
            6,
            "highly effective",
        ),
    ],
)
def test_a_slip_in_a_claims_file(refused: Run, copy: Path, body: str, line: int, message: str) -> None:
    path = write_claims(copy, body)
    said = refused(copy, "--claims", path)
    assert f"{path}:{line}: " in said
    assert message in said


def test_all_slips_are_told_at_once(refused: Run, copy: Path) -> None:
    body = (
        "  1.1/B:\n    - {quote: nowhere, facts: [cocd within mia]}\n    - {quote: highly, facts: [cocd within mai]}\n"
    )
    assert refused(copy, "--claims", write_claims(copy, body)).count("alliancegraph: ") == 2


def test_a_slip_in_form_hides_no_other(refused: Run, copy: Path) -> None:
    body = (
        "  1.1/A:\n    - {quote: nowhere}\n    - {qoute: highly, facts: [cocd within mia]}\n"
        "  1.1/B:\n    - {quote: highly, facts: [{cocd: {}, mia: {}}, cocd within mai]}\n"
        "    - {quote: nor here, nothing: x}\n"
        "  1.2/A: one\n  2.1/A:\n    - {quote: nothing of it, facts: [cocd within mai, cocd leads hotline]}\n"
    )
    path = write_claims(copy, body)
    said = refused(copy, "--claims", path)
    slips = [
        (6, "'facts' is missing"),
        (6, "the quote 'nowhere' is not in 1.1/A"),
        (7, "unknown key 'qoute'"),
        (9, "found 2 heads"),
        (9, "unknown id 'mai'"),
        (10, "the quote 'nor here' is not in 1.1/B"),
        (11, "found a scalar"),
        (13, "the quote 'nothing of it' is not"),
        (13, "unknown id 'mai'"),
        (13, "no status"),
    ]
    assert [slip for slip in slips if f"{path}:{slip[0]}: {slip[1]}" not in said] == []


def test_figures_are_not_held_against_a_quote_that_is_nowhere(refused: Run, copy: Path) -> None:
    fact = "Statistic: {counted: officers, value: 3, valueAsWritten: three, when: 2014}"
    body = f"  1.1/B:\n    - {{quote: assigned three more, facts: [{fact}]}}\n"
    said = refused(copy, "--claims", write_claims(copy, body))
    assert said.count("alliancegraph: ") == 2
    assert "the quote 'assigned three more' is not in 1.1/B" in said
    assert "unknown word 'when'; expected a field of Statistic. Known: audience, counted, dateAsWritten" in said


def test_a_missing_claims_file(refused: Run, copy: Path) -> None:
    assert "nowhere.yaml: cannot be read" in refused(copy, "--claims", copy.with_name("nowhere.yaml"))


def test_claims_on_another_report(refused: Run, copy: Path) -> None:
    path, line = claims_beside(copy, "report: romania-2014", "report: romania-2013")
    assert f"{path}:{line}: claims on 'romania-2013'" in refused(copy)


def test_a_report_that_changed_since_it_was_read(refused: Run, copy: Path) -> None:
    copy.write_text(copy.read_text(encoding="utf-8") + "\nPS.", encoding="utf-8")
    assert "another SHA-256" in refused(copy)


def test_a_claim_that_breaks_a_shape(refused: Run, copy: Path) -> None:
    body = "  1.1/B:\n    - quote: highly\n      facts: [{Meeting m: {period: 2013}}]\n"
    path = write_claims(copy, body)
    assert f"{path}:7: Meeting 'romania-2014-m' does not fit the model" in refused(copy, "--claims", path)


@pytest.mark.parametrize(
    ("key", "old", "new", "message"),
    [
        ("member", "member: Romania", "member: Freedonia", "no country is called 'Freedonia'"),
        ("as of", "2014-05-31/2014-12-31", "one day in 2014", "no period"),
        ("form", "global-alliance-2014", "my-form.yaml", "my-form.yaml: cannot be read"),
        ("title", "title:", "titel:", "Did you mean title"),
    ],
)
def test_a_slip_in_an_about_file(refused: Run, copy: Path, key: str, old: str, new: str, message: str) -> None:
    about = copy.with_suffix(".yaml")
    text = about.read_text(encoding="utf-8")
    assert old in text, key
    about.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert message in refused(copy)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("No. {notation}", "No. {number}", "no braces but {notation}"),
        ("scheme: global-alliance", "scheme: nowhere.ttl", "form.yaml:5: no scheme 'nowhere.ttl'"),
        ("scheme: global-alliance", "scheme: globl-alliance", "Did you mean global-alliance?"),
        ("  A: Please", "  A one: Please", "'A one' is not a short name"),
        ("title:", "titel:", "Did you mean title"),
    ],
)
def test_a_slip_in_a_template(refused: Run, tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (FORMS / "global-alliance-2014.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "form.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert message in refused(ROMANIA, "--form", tmp_path / "form.yaml")


def with_scheme(folder: Path, scheme: str) -> Path:
    """Return a template beside that scheme of goals."""
    (folder / "scheme.ttl").write_text(scheme, encoding="utf-8")
    text = (FORMS / "global-alliance-2014.yaml").read_text(encoding="utf-8")
    (folder / "form.yaml").write_text(text.replace("scheme: global-alliance", "scheme: scheme.ttl"), encoding="utf-8")
    return folder / "form.yaml"


def test_a_scheme_with_a_blank_node(refused: Run, tmp_path: Path) -> None:
    scheme = (SCHEMES / "global-alliance.ttl").read_text(encoding="utf-8")
    form = with_scheme(tmp_path, scheme + "\n<urn:x> <urn:y> [] .")
    assert "a blank node" in refused(ROMANIA, "--form", form)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('    skos:altLabel "Identify more victims"@en ;\n', "", "does not fit the model: it has no "),
        ('skos:notation "2.1" ;', 'skos:notation "1.1" ;', "the skos:notation '1.1' of "),
        ('    skos:notation "2.1" ;\n', "", "no skos:notation; expected a skos:notation of its own"),
        ('skos:notation "2" ;', 'skos:notation "1" ;', "the skos:notation '1' of "),
    ],
)
def test_a_slip_in_a_scheme_names_its_line(refused: Run, tmp_path: Path, old: str, new: str, message: str) -> None:
    scheme = (SCHEMES / "global-alliance.ttl").read_text(encoding="utf-8")
    assert scheme.count(old) == 1
    line = scheme[: scheme.rindex("\n\n", 0, scheme.index(old))].count("\n") + 3
    said = refused(ROMANIA, "--form", with_scheme(tmp_path, scheme.replace(old, new)))
    assert f"scheme.ttl:{line}: " in said
    assert message in said


def test_a_number_that_would_come_back_otherwise(refused: Run, tmp_path: Path) -> None:
    scheme = (SCHEMES / "global-alliance.ttl").read_text(encoding="utf-8")
    more = '<urn:x> <urn:y> 10.50 , 05 , "001" , "P12M"^^<http://www.w3.org/2001/XMLSchema#duration> .'
    (tmp_path / "scheme.ttl").write_text(f"{scheme}\n{more}", encoding="utf-8")
    text = (FORMS / "global-alliance-2014.yaml").read_text(encoding="utf-8")
    (tmp_path / "form.yaml").write_text(text.replace("scheme: global-alliance", "scheme: scheme.ttl"), encoding="utf-8")
    said = refused(ROMANIA, "--form", tmp_path / "form.yaml")
    assert [word for word in ("'10.50'", "'05'", "'P12M'") if f"scheme.ttl: {word} as xsd:" not in said] == []
    assert "'001'" not in said


def test_a_text_that_no_parser_would_take_again(refused: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word \n" * (2 << 20), encoding="utf-8")
    assert "long.txt: a text of 12 MiB; expected at most 8" in refused(tmp_path / "long.txt")


def test_an_id_that_means_the_member(refused: Run, copy: Path) -> None:
    (copy.parent / "own").mkdir()
    (copy.parent / "own" / "list.yaml").write_text("Company:\n  romania: {label: Romania Inc}\n")
    path = write_claims(copy, "  1.1/B:\n    - {quote: highly, facts: [interpol cooperatesWith romania]}\n")
    path.write_text(path.read_text().replace("[international, romania]", "[international, own]"))
    said = refused(copy, "--claims", path)
    assert f"{path}:6: the id 'romania' is that of organization/romania (list.yaml:2), member/rou; expected" in said
    assert "Write which: organization/romania or member/rou." in said


def test_a_thing_that_two_lists_describe_otherwise(refused: Run, copy: Path) -> None:
    (copy.parent / "own").mkdir()
    (copy.parent / "own" / "list.yaml").write_text("prefix: ro\nCompany:\n  cocd: {label: Another}\n")
    path = write_claims(copy, "  1.1/B:\n    - {quote: highly, facts: [cocd within mia]}\n")
    path.write_text(path.read_text().replace("[international, romania]", "[international, romania, own]"))
    said = refused(copy, "--claims", path)
    assert "list.yaml:3: organization/ro-cocd has type 'Company', label 'Another' here, and has type " in said
    assert "in /" in said
    assert "organizations.yaml:" in said


def test_an_unknown_form(refused: Run) -> None:
    assert "Did you mean global-alliance-2014" in refused(ROMANIA, "--form", "global-aliance-2014")


def test_two_reports_of_one_year(refused: Run, copy: Path) -> None:
    assert "a second report of romania-2014" in refused(ROMANIA, copy)


@pytest.mark.parametrize("beside", ["notes.txt", "alliance.ttl"])
def test_a_folder_of_ones_own_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], beside: str
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / beside).write_text("")
    (tmp_path / "build" / "thesis.txt").write_text("years of work")
    assert main(["build", "--out", str(tmp_path / "build")]) == 2
    assert "is in the way" in capsys.readouterr().err
    assert (tmp_path / "build" / "thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize("out", [".", ".."])
def test_the_current_folder_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["build", "--out", out]) == 2
    assert "is in the way" in capsys.readouterr().err
    assert (tmp_path / "here").is_dir()


def test_a_damaged_store_is_told(tmp_path: Path, build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(build, tmp_path / "build")
    (tmp_path / "build" / "store" / "CURRENT").write_text("noise")
    assert main(["ask", "sections", "--build", str(tmp_path / "build")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_asking_without_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "contributors", "--build", str(tmp_path / "none")]) == 2
    assert "Run `alliancegraph build` first" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "contributor"], "Did you mean contributors"),
        (["ask", "contributors", "--goal", "4.3"], "Did you mean 4.2 or 4.1"),
        (["ask", "contributions-of", "--actor", "COCDD"], "Did you mean COCD"),
        (["ask", "blank-sections", "--year", "last"], "expected one of 2013, 2014"),
        (["query", "nowhere.rq"], "cannot be read"),
        (["query", "ASK { ?s ?p ?o }"], "a file with the query, or - for standard input"),
    ],
)
def test_asking_wrongly(build: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert main([*arguments, "--build", str(build)]) == 2
    assert message in capsys.readouterr().err


def test_a_query_that_is_no_sparql(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "q.rq").write_text("SELECT * WHERE { ?s ?p }")
    assert main(["query", str(tmp_path / "q.rq"), "--build", str(build)]) == 2
    assert "not SPARQL" in capsys.readouterr().err
