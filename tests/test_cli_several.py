"""Several reports on the command line: what anybody does after the first year, and all that may be wrong with it."""

import csv
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from alliancegraph.cli import main
from alliancegraph.graph.model.reports import Report
from alliancegraph.loaders.report import read_report
from tests.inputs import PAIR

Said = Callable[[], str]


@pytest.fixture
def estonia(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the two reports of Estonia, and what stands beside them; commands run there."""
    shutil.copytree(PAIR, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Return what the last command said on standard error."""
    return lambda: capsys.readouterr().err


def run(*arguments: str) -> int:
    return main(list(arguments))


def change(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def turtle(build: str) -> bytes:
    return (Path(build) / "alliance.ttl").read_bytes()


def claims(folder: Path, year: int = 2015) -> Path:
    return folder / f"estonia-{year}.claims.yaml"


def of_2014(estonia: Path, fact: str = "police delivers estonia-2014-spring: {status: done}") -> None:
    """Let the claims on 2015 state a fact of a thing that those on 2014 introduce, on line 10."""
    change(claims(estonia), ("authority:", "things of: [estonia-2014]\nauthority:"))
    with claims(estonia).open("a", encoding="utf-8") as file:
        file.write(f"        - {fact}\n")


@pytest.mark.usefixtures("estonia")
def test_a_members_second_report_is_built_and_added() -> None:
    assert run("build", "estonia-2014.txt", "estonia-2015.txt", "--out", "once") == 0
    assert run("build", "estonia-2014.txt") == 0
    assert run("add", "estonia-2015.txt") == 0
    assert turtle("build") == turtle("once")


def test_a_thing_of_last_years_claims(estonia: Path, said: Said) -> None:
    of_2014(estonia)
    assert run("build", "estonia-2014.txt", "estonia-2015.txt", "--out", "once") == 0
    assert "warning" not in said()
    assert run("build", "estonia-2015.txt") == 0
    assert "warning: estonia-2015 names estonia-2014-spring, and estonia-2014, whose claims introduce it, is" in said()
    assert run("add", "estonia-2014.txt") == 0
    assert turtle("build") == turtle("once")


@pytest.mark.parametrize(
    ("changes", "id", "what"),
    [
        ([("Campaign spring", "Campaign spr"), ("partOf spring", "partOf spr")], "spr", "no longer introduce"),
        ([("Campaign spring", "Service spring")], "spring", "introduce as something else"),
    ],
)
def test_a_thing_that_another_report_names_stays_or_both_are_put_in(
    estonia: Path, said: Said, changes: Sequence[tuple[str, str]], id: str, what: str
) -> None:
    of_2014(estonia)
    assert run("build", "estonia-2014.txt", "estonia-2015.txt") == 0
    before = turtle("build")
    change(claims(estonia, 2014), *changes)
    assert run("add", "estonia-2014.txt") == 2
    found = f"the claims on estonia-2014 {what} initiative/estonia-2014-spring, which those on estonia-2015 name"
    assert f"{claims(Path(), 2014)}:8: {found}" in said()
    assert turtle("build") == before
    change(claims(estonia), ("estonia-2014-spring", f"estonia-2014-{id}"))
    assert run("add", "estonia-2014.txt", "estonia-2015.txt") == 0
    assert run("build", "estonia-2014.txt", "estonia-2015.txt", "--out", "once") == 0
    assert turtle("build") == turtle("once")


@pytest.mark.parametrize("inferred", [False, True])
def test_a_thing_whose_report_comes_later_without_it_is_missed(estonia: Path, said: Said, inferred: bool) -> None:
    of_2014(estonia, "guide partOf estonia-2014-spring")
    if inferred:
        quote = "quote: The police printed a guide for parents as part of the spring campaign."
        item = f"    - {quote}\n      inferred because: it had one\n      facts:\n        - guide partOf estonia-2014"
        change(claims(estonia), ("        - guide partOf estonia-2014", item))
    assert run("build", "estonia-2015.txt") == 0
    claims(estonia, 2014).unlink()
    assert run("add", "estonia-2014.txt") == 2
    assert "the claims on estonia-2014 no longer introduce initiative/estonia-2014-spring" in said()


def test_a_thing_that_nobody_names_any_more_goes(estonia: Path) -> None:
    unnamed = claims(estonia).read_text(encoding="utf-8")
    assert run("build", "estonia-2015.txt", "--out", "once") == 0
    of_2014(estonia)
    assert run("build", "estonia-2015.txt") == 0
    claims(estonia).write_text(unnamed, encoding="utf-8")
    assert run("add", "estonia-2015.txt") == 0
    assert turtle("build") == turtle("once")


def test_a_promise_of_last_years_claims(estonia: Path) -> None:
    promise = "        - Promise promised: {label: A guide, initiative: guide}\n"
    with claims(estonia, 2014).open("a", encoding="utf-8") as file:
        file.write(promise)
    of_2014(estonia, "Assessment: {about: estonia-2014-promised, words: printed a guide, statedBy: police}")
    assert run("build", "estonia-2015.txt") == 0
    assert run("build", "estonia-2014.txt", "estonia-2015.txt") == 0


@pytest.mark.parametrize("language", ["it", "it-IT", "en"])
def test_numbers_in_a_language_without_number_words_are_told_of(estonia: Path, said: Said, language: str) -> None:
    (estonia / "estonia-2014.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    for path in (estonia / "estonia-2014.txt", claims(estonia, 2014)):
        change(path, ("printed a guide", "printed 2 milioni guide"))
    with claims(estonia, 2014).open("a", encoding="utf-8") as file:
        file.write("        - Statistic: {counted: guides, value: 2, unit: guides}\n")
        file.write("        - police supports guide: {status: done, representatives: 2}\n")
        file.write("        - Statistic: {counted: all guides, value: 3, valueAsWritten: 2, onTrust: I counted}\n")
    assert run("build", "estonia-2014.txt") == 0
    found = [line for line in said().splitlines() if "no number words are known" in line]
    assert len(found) == (language != "en")
    assert all(f"warning: {claims(Path(), 2014)}:11: " in line and "lines 11-12, or write" in line for line in found)
    assert all(f"for estonia-2014 (language: {language})" in line for line in found)


def test_the_claims_that_introduce_it_are_needed(estonia: Path, said: Said) -> None:
    of_2014(estonia)
    claims(estonia, 2014).unlink()
    assert run("build", "estonia-2015.txt") == 2
    assert f"{claims(Path())}:2: no estonia-2014.claims.yaml; expected the claims on that report, beside" in said()


def test_things_of_a_report_that_ships_are_known_elsewhere(estonia: Path, said: Said) -> None:
    of_2014(estonia, "police delivers romania-2014-banner-campaign: {status: done}")
    change(claims(estonia), ("things of: [estonia-2014]", "things of: [romania-2014]"))
    assert run("build", "estonia-2015.txt") == 0
    assert "estonia-2015 names romania-2014-banner-campaign, and romania-2014, whose claims introduce it, is" in said()


def test_they_are_named_by_their_report(estonia: Path, said: Said) -> None:
    of_2014(estonia)
    change(claims(estonia, 2014), ("report: estonia-2014", "report: estonia-2013"))
    assert run("build", "estonia-2015.txt") == 2
    assert "has claims on 'estonia-2013'; expected claims on estonia-2014. Write estonia-2013 here" in said()


def test_without_things_of_the_id_is_unknown_and_the_message_says_why(estonia: Path, said: Said) -> None:
    of_2014(estonia)
    change(claims(estonia), ("things of: [estonia-2014]\n", ""))
    assert run("build", "estonia-2015.txt") == 2
    assert "unknown id 'estonia-2014-spring'" in (message := said())
    assert "is known where `things of:` names that report" in message


def test_what_is_not_named_of_another_report_is_not_taken_over(estonia: Path) -> None:
    of_2014(estonia, "police cooperatesWith police")
    assert [entity for entity in read(estonia).entities if entity.report] == []


def read(folder: Path) -> Report:
    return read_report(folder / "estonia-2015.txt")


def test_any_claim_that_refers_to_a_promised_thing_takes_it_up(
    estonia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with claims(estonia, 2014).open("a", encoding="utf-8") as file:
        file.write("        - Promise promised: {label: A guide, initiative: guide}\n")
    change(claims(estonia), ("police publishes guide: {status: done}", "guide: {audience: parents}"))
    assert run("build", "estonia-2014.txt", "estonia-2015.txt") == 0
    capsys.readouterr()
    assert run("ask", "promises-followed-up", "--format", "csv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [("taken up again" in line, "printed a guide" in line) for line in lines[1:]] == [(True, True)]


def test_one_body_that_two_years_introduce_is_told(estonia: Path, said: Said) -> None:
    with claims(estonia).open("a", encoding="utf-8") as file:
        file.write("        - Campaign spring: {label: Spring campaign}\n")
    assert run("build", "estonia-2015.txt") == 0
    assert "warning" not in said()
    assert run("add", "estonia-2014.txt") == 0
    assert f"warning: {claims(Path(), 2014)}:8: the claims on estonia-2015 introduce a thing of this" in said()
    assert run("build", "estonia-2014.txt", "estonia-2015.txt") == 0
    assert said().count("write `things of: [estonia-2014]` above, and estonia-2014-spring here") == 1
    assert warned() == [("introduced-twice", "estonia-2015.claims.yaml")]


def warned() -> list[tuple[str, str]]:
    """Return the code and the file of each warning in the table."""
    with Path("build", "warnings.csv").open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["file"]) for row in csv.DictReader(file)]


def test_a_report_that_is_missing_is_in_the_table_until_it_is_added(estonia: Path) -> None:
    of_2014(estonia)
    assert run("build", "estonia-2015.txt") == 0
    assert warned() == [("report-missing", "")]
    assert run("add", "estonia-2014.txt") == 0
    assert warned() == []
    assert run("build", "estonia-2014.txt", "estonia-2015.txt", "--out", "once") == 0
    assert turtle("build") == turtle("once")


def test_two_things_of_one_name_and_two_classes_are_two(estonia: Path, said: Said) -> None:
    with claims(estonia).open("a", encoding="utf-8") as file:
        file.write("        - Project spring: {label: Spring campaign}\n")
    assert run("build", "estonia-2014.txt", "estonia-2015.txt") == 0
    assert "introduce a thing of this class" not in said()


def test_a_corrected_list_needs_all_reports_that_name_the_thing(estonia: Path, said: Said) -> None:
    assert run("build", "estonia-2014.txt", "estonia-2015.txt") == 0
    before = turtle("build")
    change(estonia / "estonia" / "o.yaml", ("{label: Police}", "{label: Police Board, name: Police}"))
    said()
    assert run("add", "estonia-2015.txt") == 2
    message = said()
    assert 'the build says of organization/ee-police: label "Police"@en; the lists of the added reports' in message
    assert "add the reports that name it together with these (estonia-2014)" in message
    assert turtle("build") == before
    assert run("add", "estonia-2015.txt", "estonia-2014.txt") == 0
    assert "description replaced by that of the lists: organization/ee-police" in said()
    assert run("build", "estonia-2014.txt", "estonia-2015.txt", "--out", "once") == 0
    assert turtle("build") == turtle("once")


def test_a_list_may_grow(estonia: Path) -> None:
    assert run("build", "estonia-2014.txt") == 0
    change(estonia / "estonia" / "o.yaml", ("{label: Police}", "{label: Police, name: The police}"))
    assert run("add", "estonia-2015.txt") == 0
    assert run("build", "estonia-2014.txt", "estonia-2015.txt", "--out", "once") == 0
    assert turtle("build") == turtle("once")


def latvia(folder: Path, label: str) -> None:
    """Return the report of a neighbour whose list describes the same IRI."""
    (folder / "latvia").mkdir()
    (folder / "latvia" / "l.yaml").write_text(
        f"prefix: ee\nsource: x\nPublicOrganisation:\n  police: {{label: {label}}}\n"
    )
    text = (folder / "estonia-2014.txt").read_text(encoding="utf-8")
    (folder / "latvia-2014.txt").write_text(text.replace("ESTONIA", "LATVIA"), encoding="utf-8")
    quote = "quote: The police printed a guide for parents as part of the spring campaign."
    (folder / "latvia-2014.claims.yaml").write_text(
        "report: latvia-2014\nauthority: [latvia]\nrecorded by: me\nsections:\n  3.1/A:\n"
        f"    - {quote}\n      facts: [police cooperatesWith latvia]\n"
    )


def test_two_lists_that_describe_one_body_otherwise_are_shown(estonia: Path, said: Said) -> None:
    latvia(estonia, "Latvian police")
    assert run("build", "estonia-2014.txt", "latvia-2014.txt") == 2
    assert (
        f"{Path('latvia/l.yaml')}:4: organization/ee-police has label 'Latvian police' here, and has label 'Police' in "
        f"{Path('estonia/o.yaml')}:4; expected one description of a thing. If the two are one, join" in said()
    )
    assert run("build", "estonia-2014.txt") == 0
    assert run("add", "latvia-2014.txt") == 2
    assert "the build says of organization/ee-police: label" in said()


def test_lists_that_agree_on_a_body_are_one(estonia: Path) -> None:
    latvia(estonia, "Police")
    assert run("build", "estonia-2014.txt", "latvia-2014.txt") == 0


def test_the_slips_of_all_reports_and_files_are_told_at_once(estonia: Path, said: Said) -> None:
    latvia(estonia, "Police")
    text = (estonia / "latvia-2014.txt").read_text(encoding="utf-8")
    (estonia / "latvia-2014.txt").write_text(text.replace("LATVIA", "LIVONIA"), encoding="utf-8")
    change(estonia / "latvia-2014.claims.yaml", ("recorded by: me\n", ""), ("      facts", "      fact"))
    change(estonia / "latvia" / "l.yaml", ("PublicOrganisation", "PublicOrganization"))
    change(claims(estonia, 2014), ("spring:", "guide:"), ("status: done", "status: don, period: now"))
    change(claims(estonia), ("police publishes guide", "police within guide"), (": {status: done}", ""))
    assert run("build", "estonia-2014.txt", "latvia-2014.txt", "estonia-2015.txt", "nowhere.txt") == 2
    message = said()
    for slip in (
        "no country is called 'LIVONIA'",
        "latvia-2014.claims.yaml:1: 'recorded by' is missing",
        "latvia-2014.claims.yaml:6: unknown key 'fact'",
        "latvia-2014.claims.yaml:5: 'facts' is missing",
        "estonia-2014.claims.yaml:8: the id 'guide' is already in use",
        "estonia-2014.claims.yaml:9: unknown id 'spring'",
        "estonia-2014.claims.yaml:10: unknown status 'don'",
        "estonia-2014.claims.yaml:10: 'now' is no period",
        "An organisation can be within an organisation only",
        "nowhere.txt: no such file",
    ):
        assert slip in message, slip
    assert not Path("build").exists()


def test_an_id_is_introduced_once(estonia: Path, said: Said) -> None:
    with claims(estonia, 2014).open("a", encoding="utf-8") as file:
        file.write("        - Measure spring: {label: Spring}\n")
    assert run("build", "estonia-2014.txt") == 2
    assert "estonia-2014.claims.yaml:11: the id 'spring' is already in use" in said()


def test_all_slips_of_one_line_are_told(estonia: Path, said: Said) -> None:
    change(claims(estonia), ("{status: done}", "{status: don, period: now, nameAsWritten: leaflet}"))
    assert run("build", "estonia-2015.txt") == 2
    message = said()
    for slip in ("unknown status 'don'", "'now' is no period", "'leaflet' is not in the quote"):
        assert f"estonia-2015.claims.yaml:8: {slip}" in message


@pytest.mark.usefixtures("estonia")
def test_one_file_twice_is_one_too_many(said: Said) -> None:
    assert run("build", "estonia-2014.txt", "estonia-2014.txt") == 2
    assert "a second report of estonia-2014; the first is estonia-2014.txt" in said()


@pytest.mark.parametrize("word", ["Agent", "AnyEvent", "Plan"])
def test_a_class_without_things_of_its_own_is_refused(estonia: Path, said: Said, word: str) -> None:
    change(claims(estonia, 2014), ("Campaign spring", f"{word} spring"))
    assert run("build", "estonia-2014.txt") == 2
    assert f"estonia-2014.claims.yaml:8: unknown class '{word}'" in said()
