"""Figures: what each way of printing a number can mean, and where a number in a text begins and ends."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.model.reports import Passage, Span
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.documents.surroundings import Quoted, surroundings
from alliancegraph.loaders.numbers.figures import check_figure, figures
from alliancegraph.loaders.numbers.words import NumberWords, number_words

ENGLISH = number_words("en")


def read(text: str, words: NumberWords = ENGLISH) -> list[tuple[str, set[Fraction]]]:
    found = figures(text, words)
    return [(text[figure.span.start : figure.span.end], set(figure.readings)) for figure in found]


def whole(text: str) -> set[Fraction]:
    """Return the readings of a text that is one number from its beginning to its end."""
    ((printed, readings),) = read(text)
    assert printed == text
    return readings


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        *[("21.500", "21.5"), ("6,500", 6500), ("32.000.000", 32000000), ("1,234,567", 1234567), ("1 234", 1234)],
        *[
            ("1'234", 1234),
            ("1’234’567", 1234567),
            ("1,234.5", "1234.5"),
            ("1.234,56", "1234.56"),
            ("1 234,5", "1234.5"),
        ],
        *[
            ("2.5", "2.5"),
            ("1,5", "1.5"),
            ("1,50", "1.5"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
            ("1.2345", "1.2345"),
        ],
        *[
            ("38.5 %", "38.5"),
            ("38,5%", "38.5"),
            ("12 percent", 12),
            ("12 per cent", 12),
            ("2.5 percentage points", "2.5"),
        ],
        *[
            ("2.5 million", 2500000),
            ("32 million", 32000000),
            ("5k", 5000),
            ("3 bn", 3000000000),
            ("5-million", 5000000),
        ],
        *[("two", 2), ("Twenty-five", 25), ("two hundred", 200), ("ten thousand", 10000), ("a hundred", 100)],
        *[
            ("two hundred and fifty thousand", 250000),
            ("one hundred and one", 101),
            ("two thousand million", 2 * 10**9),
        ],
        *[("one million two hundred thirty-four thousand five hundred sixty-seven", 1234567), ("two dozen", 24)],
        *[
            ("a dozen", 12),
            ("half", "0.5"),
            ("half a million", 500000),
            ("one and a half million", 1500000),
            ("2½", "2.5"),
        ],
        *[
            ("a million and a half", 1500000),
            ("2 and a half", "2.5"),
            ("½", "0.5"),
            ("1/2", "0.5"),
            ("−12", -12),
            ("a", 1),
        ],
        *[("minus 12 percent", -12), ("Negative five percent", -5), ("minus two and a half million", -2500000)],
        *[("minus half a million", -500000), ("negative a dozen", -12), ("minus ½", "-0.5"), ("minus 1/2", "-0.5")],
        *[("2 1/2", "2.5"), ("3 1/4", "3.25"), ("2-1/2", "2.5"), ("2 and 1/2", "2.5"), ("2 1/2 million", 2500000)],
        *[("two and ½", "2.5"), ("a million and ½", 1500000), ("half of a million", 500000), ("2 dozen", 24)],
        *[("5 mil", 5000000), ("5 thous", 5000), ("2 milliards", 2 * 10**9), ("3 dozens", 36), ("3 tens", 30)],
        *[("5 hundreds", 500), ("5 lakhs", 500000), ("2 crore", 20000000), ("3 tens of thousands", 30000)],
        *[("2 [sic] million", 2000000), ("2 (two) million", 2000000), ("2.5* million", 2500000), ("2¹ k", 2000)],
        *[("٢٠١٤", 2014), ("１２", 12), ("٢٠١٤٫٥", "2014.5"), ("007", 7), ("no", 0)],
    ],
)
def test_a_print_means_its_number(printed: str, number: int | str) -> None:
    assert whole(printed) == {Fraction(number)}


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("1.234 million", {1234000, 1234000000}),
        ("38.125 %", {Fraction("38.125"), 38125}),
        ("5m", {5, 5000000}),
        ("-12", {12, -12}),
        ("two thirds", {Fraction(2, 3)}),
    ],
)
def test_a_print_may_mean_several_numbers(printed: str, numbers: set[Fraction]) -> None:
    assert whole(printed) == numbers


@pytest.mark.parametrize(
    "printed",
    [
        *[
            "12.5.2014",
            "10:30",
            "1.23.456",
            "1,23,456",
            "10^6",
            "2.5 × 10^6",
            "3 x 20",
            "3×20",
            "3x20",
            "1e6",
            "2.5E-3",
        ],
        *["021-345-678", "0721-345678", "2014-05-31", "2014/16", "2013/2014", "24/7", "5/5", "25 th", "25-th", "2 nd"],
    ],
)
def test_digits_that_are_no_number_stand_there_unread(printed: str) -> None:
    assert whole(printed) == set()


@pytest.mark.parametrize("text", ["several hundred", "hundreds of thousands", "A4", "the first meeting", "many"])
def test_what_gives_no_number_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2.5 million views", ["2.5 million"]),
        ("12¹ officers", ["12"]),
        ("in 2014 300 reports", ["2014", "300"]),
        ("10-15 of them", ["10", "15"]),
        ("five twenty", ["five", "twenty"]),
        ("two and three", ["two", "three"]),
        ("in 2010 two officers", ["2010", "two"]),
        ("6, 4 and 3", ["6", "4", "3"]),
        ("in 2014.", ["2014"]),
        ("€5m", ["5m"]),
    ],
)
def test_a_number_goes_as_far_as_its_words(text: str, numbers: list[str]) -> None:
    assert [printed for printed, _ in read(text)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Between 2 and 3 million", [{2000000}, {3000000}]),
        ("5-10 million", [{5000000}, {10000000}]),
        ("5 – 10 million", [{5000000}, {10000000}]),
        ("€5 to €10 million", [{5000000}, {10000000}]),
        ("EUR 5 to EUR 10 million", [{5000000}, {10000000}]),
        ("two or three hundred", [{200}, {300}]),
        ("two to three hundred thousand", [{200000}, {300000}]),
        ("two hundred to three hundred thousand", [{200000}, {300000}]),
        ("one and two thousand", [{1000}, {2000}]),
        ("3 to 4k", [{3000}, {4000}]),
        ("2, 3 or 4 million", [{2000000}, {3000000}, {4000000}]),
        ("half to one million", [{500000}, {1000000}]),
        ("minus 3 to minus 2 million", [{-3000000}, {-2000000}]),
        ("2 and almost 3 million", [{2000000}, {3000000}]),
        ("2 1/2 to 3 million", [{2500000}, {3000000}]),
        ("3 to 4m", [{3, 3000000}, {4, 4000000}]),
        ("from 500 to 1 million", [{500, 500000000}, {1000000}]),
        ("from one to one hundred", [{1, 100}, {100}]),
        ("5 percent to 3 million", [{5}, {3000000}]),
        ("2 thousand to 3 million", [{2000}, {3000000}]),
        ("ten or a hundred", [{10}, {100}]),
        ("one or two thousand three hundred", [{1}, {2300}]),
        ("2 schools and 3 million", [{2}, {3000000}]),
        ("5, 3 million", [{5}, {3000000}]),
    ],
)
def test_a_number_shares_the_multiplier_of_the_next(text: str, numbers: list[set[int]]) -> None:
    assert [readings for _, readings in read(text)] == numbers


@pytest.mark.parametrize("text", ["No 5", "no. 5", "No: 5"])
def test_a_sign_for_a_number_is_no_zero(text: str) -> None:
    assert read(text) == [("5", {Fraction(5)})]


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " ", "'"]))
def test_thousands_are_divided_by_any_mark_that_the_text_shows(number: int, mark: str) -> None:
    printed = f"{number:,}".replace(",", mark)
    words = ENGLISH.as_printed_in("32.000.000 views")
    assert read(printed, words) == [(printed, {Fraction(number)})]


@given(st.decimals(0, 10**6, places=2), st.sampled_from([",", "."]))
def test_two_digits_behind_a_mark_are_a_fraction(number: Decimal, mark: str) -> None:
    assert whole(str(number).replace(".", mark)) == {Fraction(number)}


def test_a_language_without_words_has_its_digits_only() -> None:
    assert number_words("xx").meaning("million") == NumberWords().meaning("million")
    assert [printed for printed, _ in read("2 million", number_words("xx"))] == ["2"]
    assert number_words("en-GB") == ENGLISH


@pytest.mark.parametrize(
    "printed",
    [
        *["twenty-first", "twenty first", "twenty-third", "one hundred and first", "two hundred-first", "one-off"],
        *["zero-tolerance", "one-to-one", "seventy-odd", "twenty-somethings", "COVID-19", "EU-27"],
    ],
)
def test_a_number_in_a_longer_word_or_that_says_which_one_is_none(printed: str) -> None:
    assert whole(printed) == set()


@pytest.mark.parametrize(
    ("text", "number"),
    [("three-day", 3), ("3-day", 3), ("twenty-five-year-old", 25), ("two second prizes", 2), ("two first aid kits", 2)],
)
def test_what_is_counted_may_stand_behind_a_hyphen(text: str, number: int) -> None:
    ((_, readings),) = read(text)
    assert readings == {number}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2, 500 views", [{2500}]),
        ("2 ,500 views", [{2500}]),
        ("2 .5 million", [{2500000}]),
        ("one-sixth of them", [{Fraction(1, 6)}]),
        ("3 quarters", [{Fraction(3, 4)}]),
        ("6, 4 and 3", [{6}, {4}, {3}]),
        ("in 2014, 300 officers", [{2014}, {300}]),
    ],
)
def test_a_blank_beside_a_mark_parts_no_number(text: str, numbers: list[set[Fraction]]) -> None:
    assert [readings for _, readings in read(text)] == numbers


@pytest.mark.parametrize(
    ("language", "printed", "number"),
    [
        *[("fr", "deux millions", 2000000), ("fr", "vingt et un", 21), ("fr", "quatre-vingt-dix", 90)],
        *[
            ("fr", "Quatre-vingt-dix-sept", 97),
            ("fr", "soixante et onze", 71),
            ("fr", "cent", 100),
            ("fr", "mille", 1000),
        ],
        *[("fr", "deux cents", 200), ("fr", "mille deux cents", 1200), ("fr", "cent mille", 100000)],
        *[("fr", "deux mille cent", 2100), ("fr", "deux millions et demi", 2500000), ("fr", "un demi-million", 500000)],
        *[("fr", "trois quarts", "3/4"), ("fr", "2,5 millions", 2500000), ("fr", "38,5 pour cent", "38.5")],
        *[("fr", "2.500", 2500), ("fr", "2,500", "2.5"), ("fr", "12 500", 12500), ("fr", "2 milliards", 2 * 10**9)],
        *[("ro", "2.500", 2500), ("ro", "2,500", "2.5"), ("ro", "20 de mii", 20000), ("ro", "douăzeci și unu", 21)],
        *[("ro", "două sute cincizeci", 250), ("ro", "doua sute", 200), ("ro", "două şi jumătate", "2.5")],
        *[("ro", "un milion și jumătate", 1500000), ("ro", "jumătate de milion", 500000), ("ro", "o mie", 1000)],
        *[
            ("ro", "20 de procente", 20),
            ("ro", "38 la sută", 38),
            ("ro", "două treimi", "2/3"),
            ("ro", "5 mil.", 5000000),
        ],
        *[("de", "einundzwanzig", 21), ("de", "2,5 Mio.", 2500000), ("de", "2.500", 2500), ("de", "2,500", "2.5")],
        *[("de", "hundert", 100), ("de", "eine halbe Million", 500000), ("de", "anderthalb Millionen", 1500000)],
        *[("de", "fünf Milliarden", 5 * 10**9), ("de", "38,5 Prozent", "38.5"), ("de", "drei Viertel", "3/4")],
        *[("es", "treinta y cinco", 35), ("es", "mil doscientos", 1200), ("es", "ciento veinte mil", 120000)],
        *[("es", "mil millones", 10**9), ("es", "dos millones y medio", 2500000), ("es", "medio millón", 500000)],
        *[("es", "veintitrés", 23), ("es", "38 por ciento", 38), ("es", "2.500", 2500), ("es", "2,500", "2.5")],
        *[("en", "2.500", "2.5"), ("en", "2,500", 2500), ("xx", "2,50", "2.5")],
    ],
)
def test_each_language_has_its_words_and_marks(language: str, printed: str, number: int | str) -> None:
    ((found, readings),) = read(printed, number_words(language))
    assert printed.startswith(found)
    assert len(found) >= len(printed.rstrip("."))
    assert readings == {Fraction(number)}


@pytest.mark.parametrize(
    ("language", "printed"), [("fr", "vingt et unième"), ("fr", "21e"), ("de", "zweihundertfünfzig"), ("ro", "2-lea")]
)
def test_what_a_language_cannot_read_is_no_other_number(language: str, printed: str) -> None:
    assert [readings for _, readings in read(printed, number_words(language)) if readings] == []


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "ro"])
def test_each_language_has_a_word_for_each_number_to_twenty_and_for_the_tens(language: str) -> None:
    counted = {value for kind, value in number_words(language).meanings.values() if kind == "number"}
    assert {*range(21), *range(20, 100, 10)} <= counted


def test_a_mark_that_no_language_settles_may_do_either() -> None:
    assert read("2.500", number_words("xx")) == [("2.500", {Fraction(2500), Fraction("2.5")})]


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("over 2\n\n.5 million views", "over 2", "2 .5 million"),
        ("over 2 ,500 views", "over 2", "2 ,500"),
        ("over 2,\n500 views", "over 2", "2, 500"),
        ("over 2\n\n\n million views", "over 2", "2 million"),
        ("over 2\n 14 \n\f\nmillion views", "over 2", "2 million"),
        ("Report of us 3\nit had 2\nReport of us 4\n\fmillion views", "it had 2", "2 million"),
        ("over 2\n¹ See the annex,\nand the report of 2013.\n\fmillion views", "over 2", "2 million"),
        ("over 2¹\n.5 million views", "over 2", "2 .5 million"),
        ("over 2 (" + "so the ministry says, " * 8 + ") million views", "over 2", "million"),
        ("there were 2\n7\n\f500 officers", "500 officers", "2 500"),
        ("minus\n7\n\f500 officers", "500 officers", "minus 500"),
    ],
)
def test_a_number_goes_on_beside_its_quote_whatever_the_page_puts_between(text: str, quote: str, whole: str) -> None:
    start = text.index(quote)
    passage = Passage(NamedNode("https://example.org/s"), quote, Span(start, start + len(quote)))
    ways = surroundings(passage, text)
    found = [way.text[f.span.start : f.span.end] for way in ways for f in figures(way.text, ENGLISH)]
    printed = re.sub(r"\D", "", quote)
    assert any(whole in number for number in found)
    with pytest.raises(ClaimsError):
        check_figure(value(printed), value(printed), ways, ENGLISH)


@given(st.text(alphabet="ab2 \n\f.,¹[1]", max_size=60), st.text(alphabet="ab2 \n\f.,¹[1]", max_size=60))
def test_each_way_in_which_a_text_goes_on_holds_the_quote(lead: str, tail: str) -> None:
    passage = Passage(NamedNode("https://example.org/s"), "5 of us", Span(len(lead), len(lead) + 7))
    for way in surroundings(passage, lead + "5 of us" + tail):
        assert way.text[way.span.start : way.span.end] == "5 of us"


def value(text: str) -> Text:
    return Text(text, (Path("claims.yaml"), 1))


def fits(number: str, printed: str, quote: str) -> bool:
    try:
        check_figure(value(number), value(printed), [Quoted(quote, Span(0, len(quote)))], ENGLISH)
    except ClaimsError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "printed", "quote", "right"),
    [
        ("2500000", "2.5 million", "seen 2.5 million times", True),
        ("2.5", "2.5", "seen 2.5 million times", False),
        ("2500000", "2.5", "seen 2.5 million times", False),
        ("38.5", "38.5 %", "it fell by 38.5 % in a year", True),
        ("38.5", "38.5", "it fell by 38.5 % in a year", True),
        ("385", "38.5 %", "it fell by 38.5 % in a year", False),
        ("0.125", "0.125", "a share of 0.125 of all", True),
        ("125", "0.125", "a share of 0.125 of all", False),
        ("234", "234", "1 234 officers", False),
        ("1234", "1 234", "1 234 officers", True),
        ("50", "fifty", "two hundred and fifty schools", False),
        ("250", "two hundred and fifty", "two hundred and fifty schools", True),
        ("1.234", "1.234", "1.234 km", True),
        ("1234", "1.234", "1.234 adults", False),
        ("1234000", "1.234 million", "1.234 million adults", True),
        ("-12", "−12", "a change of −12 cases", True),
        ("12", "−12", "a change of −12 cases", False),
        ("12", "12", "from 12 to 120 to 12.5", True),
        ("2", "2", "Between 2 and 3 million", False),
        ("2000000", "2", "Between 2 and 3 million", True),
        ("12", "12 percent", "fell by minus 12 percent", False),
        ("-12", "minus 12 percent", "fell by minus 12 percent", True),
        ("-12", "12 percent", "fell by minus 12 percent", True),
        ("5000000", "-€5 million", "a change of -€5 million", True),
        ("-5000000", "-€5 million", "a change of -€5 million", True),
        ("-5000000", "−€5 million", "a change of −€5 million", True),
        ("5000000", "−€5 million", "a change of −€5 million", False),
        ("2", "2", "for 2 1/2 years", False),
        ("2.5", "2 1/2", "for 2 1/2 years", True),
        ("5000000", "5 mil.", "seen 5 mil. times", True),
        ("2500000", "2.5 (million)", "seen 2.5 (million) times", True),
        ("2.5", "2.5", "seen 2.5 (million) times", False),
        ("2", "2", "2 [sic] million", False),
        ("10", "10", "about 10^6 views", False),
        ("345", "345", "call 021-345-678", False),
        ("0", "No", "Law No 5", False),
        ("0", "No", "No cases", True),
        ("500", "500", "a result of (500) schools", True),
    ],
)
def test_a_value_is_held_against_the_whole_print(number: str, printed: str, quote: str, right: bool) -> None:
    assert fits(number, printed, quote) == right
