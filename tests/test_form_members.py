"""Members as forms print them: countries by any name, bodies and invented countries by one line."""

import gettext
from pathlib import Path

import pycountry
import pytest

from alliancegraph.graph.errors import FormError, InputError
from alliancegraph.loaders.form.countries import by_name, languages
from alliancegraph.loaders.form.filledform import read_filled_form

RIVER = Path(__file__).parent / "inputs" / "river"


def member(folder: Path, printed: str, about: str = "") -> tuple[str, str]:
    text = (RIVER / "r13.txt").read_text(encoding="utf-8").replace("Norway", printed)
    (folder / "r.txt").write_text(text, encoding="utf-8")
    if about:
        (folder / "r.yaml").write_text(about, encoding="utf-8")
    found = read_filled_form(folder / "r.txt", str(RIVER / "river.yaml")).report.member
    return found.alpha3, found.label


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("THE NETHERLANDS", "NLD"),
        ("Turkey", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("UK", "GBR"),
        ("Republic of Korea", "KOR"),
        ("Kosovo*", "XKX"),
        ("FYROM", "MKD"),
        ("Country: Romania", "ROU"),
        ("Name of the country: Czech Republic", "CZE"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Trinidad & Tobago", "TTO"),
        ("United States of America", "USA"),
        ("Cote d’Ivoire", "CIV"),
        ("République de Moldavie\nRoumanie", "ROU"),
        ("Deutschland", "DEU"),
        ("Ελλάδα", "GRC"),
        ("Magyarország", "HUN"),
        ("A form\nNORWAY", "NOR"),
    ],
)
def test_a_country_by_the_name_that_a_form_prints(tmp_path: Path, printed: str, code: str) -> None:
    assert member(tmp_path, printed)[0] == code


@pytest.mark.parametrize("printed", ["IT", "NO", "Southland", "An invented example: no such country exists"])
def test_no_country_is_guessed(tmp_path: Path, printed: str) -> None:
    with pytest.raises(FormError) as caught:
        member(tmp_path, printed)
    (problem,) = caught.value.problems
    assert "member: …" in problem.remedy
    assert "reporter type: organisation" in problem.remedy


@pytest.mark.parametrize(
    ("printed", "label", "named"),
    [
        ("Norway\nSweden", "Norway", "Norway and Sweden are"),
        ("Norway and Sweden", "Norway", "Norway and Sweden are"),
        ("Government of Norway", "Norway", "Norway is"),
        ("Submitted by Norway", "Norway", "Norway is"),
        ("Ministry of Fish, Norway", "Norway", "Norway is"),
        ("Norway / Norvège", "Norway", "Norway is"),
        ("Norway", "Norway", ""),
    ],
)
def test_a_country_that_is_a_guess_is_warned_of(tmp_path: Path, printed: str, label: str, named: str) -> None:
    text = (RIVER / "r13.txt").read_text(encoding="utf-8").replace("Norway", printed)
    (tmp_path / "r.txt").write_text(text, encoding="utf-8")
    report = read_filled_form(tmp_path / "r.txt", str(RIVER / "river.yaml")).report
    told = [notice.what for notice in report.notices if notice.code == "member-guessed"]
    assert (report.member.label, told) == (
        label,
        [f"{named} named above the first heading: Norway is taken"] if named else [],
    )


def test_a_country_beside_the_title(tmp_path: Path) -> None:
    text = (RIVER / "r13.txt").read_text(encoding="utf-8").replace("2020\nNorway", "2020 – Norway")
    (tmp_path / "r.txt").write_text(text, encoding="utf-8")
    assert read_filled_form(tmp_path / "r.txt", str(RIVER / "river.yaml")).report.member.alpha3 == "NOR"


def test_a_body_or_an_invented_country_needs_one_line(tmp_path: Path) -> None:
    assert member(tmp_path, "River Board", "reporter type: organisation\n") == ("", "River Board")
    assert member(tmp_path, "An example", "member: Norge\n") == ("NOR", "Norway")


def test_a_form_without_a_section_is_asked_for_its_right_code(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"r.yaml:1: no section '2/C'.*2/B"):
        member(tmp_path, "Norway", "left out: [2/C]\n")


def test_a_section_that_this_member_leaves_out_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "r5.txt").write_bytes((RIVER / "r5.txt").read_bytes())
    template = str(RIVER / "river.yaml")
    assert [n.code for n in read_filled_form(tmp_path / "r5.txt", template).report.notices] == ["heading-missing"]
    (tmp_path / "r5.yaml").write_text("left out: [2/B]\n", encoding="utf-8")
    assert read_filled_form(tmp_path / "r5.txt", template).report.notices == ()


def test_a_country_is_found_by_its_name_in_every_language() -> None:
    missed = [
        (language, name) for language in languages() for name in named(language) if not by_name(name, (language,))
    ]
    assert missed == []


def named(language: str) -> set[str]:
    words = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language.replace("-", "_")], fallback=True)
    return {words.gettext(country.name) for country in pycountry.countries} - {c.name for c in pycountry.countries}


def test_a_body_is_no_country_in_any_language() -> None:
    assert by_name("Internet Watch Foundation", languages()) is None
