"""Figures: what each way of printing a number can mean, and where a number in a text begins and ends."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ClaimsError
from graph.model import Span
from loaders.figures import Quoted, check_figure, figures
from loaders.numberwords import NumberWords, number_words
from loaders.yamlfile import Value

ENGLISH = number_words("en")


def read(text: str, words: NumberWords = ENGLISH) -> list[tuple[str, set[Fraction]]]:
    found = figures(text, words)
    return [(text[figure.span.start : figure.span.end], set(figure.readings)) for figure in found]


def whole(text: str) -> set[Fraction]:
    """The readings of a text that is one number from its beginning to its end."""
    ((printed, readings),) = read(text)
    assert printed == text
    return readings


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        *[("21.500", 21500), ("6,500", 6500), ("32.000.000", 32000000), ("1,234,567", 1234567), ("1 234", 1234)],
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
def test_thousands_are_divided_by_any_mark(number: int, mark: str) -> None:
    assert whole(f"{number:,}".replace(",", mark)) == {Fraction(number)}


@given(st.decimals(0, 10**6, places=2), st.sampled_from([",", "."]))
def test_two_digits_behind_a_mark_are_a_fraction(number: Decimal, mark: str) -> None:
    assert whole(str(number).replace(".", mark)) == {Fraction(number)}


def test_a_language_without_words_has_its_digits_only() -> None:
    assert number_words("xx") == NumberWords()
    assert [printed for printed, _ in read("2 million", number_words("xx"))] == ["2"]
    assert number_words("en-GB") == ENGLISH


def value(text: str) -> Value:
    node = yaml.compose(f'"{text}"')
    assert node is not None
    return Value(Path("claims.yaml"), node)


def fits(number: str, printed: str, quote: str) -> bool:
    try:
        check_figure(value(number), value(printed), Quoted(quote, Span(0, len(quote))), ENGLISH)
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
        ("1.234", "1.234", "1.234 adults", False),
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
