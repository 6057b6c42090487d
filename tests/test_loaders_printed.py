"""Numbers beside values, held against the print: times, years, how many came, and units of percent."""

from pathlib import Path

import pytest

from alliancegraph.graph.errors import sifted
from alliancegraph.loaders.claims.fields import SOURCE as FIELDS
from alliancegraph.loaders.numbers.printed import SOURCE
from alliancegraph.loaders.report import read_report
from alliancegraph.loaders.yamlfile import read_yaml
from alliancegraph.ontology.terms import XSD
from alliancegraph.ontology.vocabulary import Vocabulary
from tests.conftest import entered, reprinted

ADULTS = "21.500 adults"


def problem(copy: Path, printed: str, fact: str) -> str:
    """Return what is said of a fact where the report prints that in place of `21.500 adults`; empty if nothing is."""
    reprinted(copy, ADULTS, printed)
    quote = f"quote: '{printed} informed during the outdoor campaigns'\n      facts:\n        - {fact}"
    claims = entered(copy, quote, section="3.1/B")
    _, errors = sifted(read_report, [copy])
    said = "\n".join(map(str, errors))
    assert said.startswith(f"{claims}:8: " if said else "")
    return said


def test_every_number_field_of_every_class_is_held_against_the_print() -> None:
    vocabulary = Vocabulary.load()
    held = {
        "value",
        "upperValue",
        *(word.text() for _, words in read_yaml(SOURCE).pairs() for word in words.elements()),
    }
    for cls, words in read_yaml(FIELDS).pairs():
        names = {word.text() for word in words.elements()}
        numbers = {name for name in names if vocabulary.range(vocabulary.prop(name)) in (XSD.integer, XSD.decimal)}
        assert numbers <= held, cls.text()
        assert not numbers or "onTrust" in names, cls.text()


PENALTY = "Penalty: {provision: law-678-2001, punishment: imprisonment, "


@pytest.mark.parametrize(
    ("printed", "least", "most", "right"),
    [
        ("between 3 and 10 years", 36, 120, True),
        ("between 3 and 10 years", 3, 10, False),
        ("between 3 and 10 years", 36, 121, False),
        ("between 3 and 10 years", 120, 36, False),
        ("between 3 months and 3 years", 3, 36, True),
        ("between 3 months and 3 years", 36, 36, True),
        ("one to five years", 12, 60, True),
        ("2 (two) to 7 years", 24, 84, True),
        ("a year to 18 months", 12, 18, True),
        ("from 1 year to 2 years and 6 months", 12, 30, True),
        ("3 days to 10 years", 3, 120, False),
        ("10 years; 36 months", 36, 156, False),
        ("10 years or 36 months", 36, 156, False),
        ("10 years 36 months", 36, 156, True),
        ("from 6-month terms to 5-year terms", 6, 60, True),
        ("art. 36 and art. 120", 36, 120, False),
    ],
)
def test_times_are_those_that_are_printed(copy: Path, printed: str, least: int, most: int, right: bool) -> None:
    said = problem(copy, printed, f"{PENALTY}minimumMonths: {least}, maximumMonths: {most}}}")
    assert (said == "") == right


def test_both_durations_are_named_and_may_be_taken_on_trust(copy: Path) -> None:
    times = "minimumMonths: 1, maximumMonths: 2"
    said = problem(copy, "between 3 and 10 years", f"{PENALTY}{times}}}")
    assert "minimumMonths 1, which is not printed here (read as time in months: 36, 120)" in said
    assert "maximumMonths 2, which is not printed here" in said
    assert problem(copy, "between 3 and 10 years", f"{PENALTY}{times}, onTrust: The law has it}}") == ""


@pytest.mark.parametrize(
    ("printed", "number", "right"),
    [
        ("four officers", 4, True),
        ("four officers", 5, False),
        ("4.5 million officers", 4, False),
        ("twenty-first officers", 20, False),
    ],
)
def test_how_many_came_is_printed(copy: Path, printed: str, number: int, right: bool) -> None:
    said = problem(copy, printed, f"cocd delivers hotline: {{status: done, representatives: {number}}}")
    assert (said == "") == right


@pytest.mark.parametrize(("year", "right"), [(2013, True), (2012, False)])
def test_a_year_is_printed(copy: Path, year: int, right: bool) -> None:
    said = problem(copy, "as of 12.05.2013", f"cocd delivers hotline: {{status: done, reportedBefore: {year}}}")
    assert (said == "") == right


@pytest.mark.parametrize(
    ("printed", "written", "value", "upper", "right"),
    [
        ("eight to 12 brochures", "eight to 12", "8", "12", True),
        ("between 8 and 12 brochures", "8 and 12", "8", "12", True),
        ("8-12 brochures", "8-12", "8", "12", True),
        ("2 to 3 million brochures", "2 to 3 million", "2000000", "3000000", True),
        ("eight to 12 brochures", "eight to 12", "8", "13", False),
        ("eight to 12 brochures", "eight to 12", "12", "8", False),
        ("eight to 12 brochures", "12", "8", "12", False),
        ("eight tours, 12 brochures", "eight tours, 12", "8", "12", False),
        ("eight to 120 brochures", "eight to 12", "8", "12", False),
        ("8 brochures", "8", "8", "8", False),
    ],
)
def test_both_ends_of_a_range_are_printed(
    copy: Path, printed: str, written: str, value: str, upper: str, right: bool
) -> None:
    numbers = f"value: {value}, upperValue: {upper}, valueAsWritten: '{written}'"
    said = problem(copy, printed, f"Statistic: {{counted: brochures, {numbers}, unit: brochures}}")
    assert (said == "") == right, said


def test_a_range_without_its_words_is_told_of_and_may_be_trusted(copy: Path) -> None:
    range = "Statistic: {counted: brochures, value: 8, upperValue: 12, unit: brochures"
    said = problem(copy, "8 to 12 brochures", f"{range}}}")
    assert "the range from 8 to 12 for a printed '8'; expected both ends in `valueAsWritten`" in said
    assert problem(copy, "8 to 12 brochures", f"{range}, onTrust: The annex says so}}") == ""


@pytest.mark.parametrize(
    ("unit", "printed", "written", "right"),
    [
        ("percent", "8 to 12 percent of adults", "8 to 12", True),
        ("adults", "8 to 12 percent of adults", "8 to 12", False),
        ("percent", "8 to 12 adults", "8 to 12", False),
    ],
)
def test_a_range_is_percent_where_the_print_is(copy: Path, unit: str, printed: str, written: str, right: bool) -> None:
    numbers = f"value: 8, upperValue: 12, valueAsWritten: {written}"
    assert (problem(copy, printed, f"Statistic: {{counted: adults, {numbers}, unit: {unit}}}") == "") == right


@pytest.mark.parametrize(
    ("printed", "whole", "unit", "right"),
    [
        ("7 of 9 schools", 9, "schools", True),
        ("7 of 9 schools", 8, "schools", False),
        ("7 out of nine schools", 9, "schools", True),
        ("7 percent of 900 schools", 900, "percent", True),
        ("7 percent of 900 schools", 900, "schools", False),
    ],
)
def test_a_share_has_the_whole_that_is_printed(copy: Path, printed: str, whole: int, unit: str, right: bool) -> None:
    fact = f"Statistic: {{counted: schools reached, value: 7, outOf: {whole}, unit: {unit}}}"
    assert (problem(copy, printed, fact) == "") == right


def test_nothing_is_trusted_that_is_printed(copy: Path) -> None:
    fact = "cocd delivers hotline: {status: done, representatives: 4, onTrust: I counted}"
    assert "'onTrust' beside no number, or beside those that are printed" in problem(copy, "four officers", fact)


@pytest.mark.parametrize(
    ("printed", "written", "value", "unit", "right"),
    [
        ("38.5 % of adults", "38.5 %", "38.5", "percent", True),
        ("38.5 % of adults", "38.5", "38.5", "percent of adults", True),
        ("38.5 % of adults", "38.5 %", "38.5", "%", True),
        ("38.5 % of adults", "38.5 %", "38.5", "adults", False),
        ("38.5 per cent of adults", "38.5", "38.5", "adults", False),
        ("38 adults", "38", "38", "percent", False),
        ("38 adults, 5 %", "38", "38", "percent", False),
        ("5 to 10 % of adults", "5", "5", "percent", True),
        ("5 ‰ of adults", "5", "5", "percent", False),
        ("5 ‰ of adults", "5", "5", "per thousand", True),
        ("38 adults", "38", "38", "adults", True),
        ("38 adults and 12 children", "38", "38", "children", False),
        ("38 adults and 12 children", "12", "12", "children", True),
        ("38 and 12 children", "38", "38", "children", True),
        ("38 adults and 12 children", "38", "38", "people", True),
        ("2.5M adults", "2.5M", "2.5", "adults", False),
        ("2.5M adults", "2.5", "2.5", "adults", False),
        ("2.5M adults", "2.5M", "2500000", "adults", True),
        ("5 m of ribbon", "5", "5", "m of ribbon", True),
    ],
)
def test_a_unit_is_percent_where_the_print_is(
    copy: Path, printed: str, written: str, value: str, unit: str, right: bool
) -> None:
    fact = f'Statistic: {{counted: them, value: {value}, valueAsWritten: "{written}", unit: "{unit}"}}'
    assert (problem(copy, printed, fact) == "") == right


def test_a_unit_of_percent_may_be_trusted(copy: Path) -> None:
    fact = "Statistic: {counted: them, value: 38, unit: percent, onTrust: The head of the table says so}"
    assert problem(copy, "38 adults", fact) == ""
