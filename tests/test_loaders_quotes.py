"""Quotes are found through the extractor's noise, and only there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Span
from loaders.quotes import collapsed, nearest_words, occurrences

WORD = st.text(st.characters(categories=["L", "N"], max_codepoint=0x17F), min_size=1, max_size=8)
NOISE = st.sampled_from([" ", "  ", " \n\n ", "\n", " \n\f ", "\t"])


def find(quote: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in occurrences(quote, text, Span(0, len(text)))]


@given(st.lists(WORD, min_size=1, max_size=12), st.lists(NOISE, min_size=12, max_size=12))
def test_offsets_survive_white_space(words: list[str], noise: list[str]) -> None:
    text = "«" + "".join(word + gap for word, gap in zip(words, noise, strict=False)) + "»"
    quote = " ".join(words)
    assert any(collapsed(found) == quote for found in find(quote, text))


@given(WORD.filter(lambda word: len(word) > 1), st.sampled_from(["-\n\n", "\u00ad\n", "-\n ", "\n\n"]))
def test_a_word_broken_at_a_line_end_is_one_word(word: str, hyphenation: str) -> None:
    broken = word[:1] + hyphenation + word[1:]
    assert find(f"the {word} works", f"that the {broken} works") == [f"the {broken} works"]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("As of February 1st 2014", "As of February 1\n\nst\n\n 2014, all"),
        ("country's report", "your country’s report"),
        ("Children - FOCUS", "Missing Children – FOCUS."),
        ("Internet-related offences", "harmful content and Internet-\n\n related offences"),
        ("sub-organisation of", "a sub\u00adorganisation of it"),
        ("Internet- related offences", "and Internet\u00adrelated offences"),
        ("as follows: • one • two", "as follows: one \uf0b7 two."),
        ('"The production', "as follows “The production, possession"),
    ],
)
def test_what_the_extractor_and_the_typesetter_did_is_forgiven(quote: str, text: str) -> None:
    assert len(find(quote, text)) == 1


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("12 cases", "1 2 cases"),
        ("1 2 cases", "12 cases"),
        ("4 cases", "24 cases"),
        ("COCD assigned", "COCD has assigned"),
        ("cocd", "COCD"),
        ("art. 18", "art. 180"),
    ],
)
def test_nothing_else_is_forgiven(quote: str, text: str) -> None:
    assert find(quote, text) == []


def test_each_occurrence_is_told_apart() -> None:
    assert len(find("two representatives", "two representatives, then two \n representatives")) == 2


def test_a_quote_is_sought_in_its_span_only() -> None:
    text = "here it is. and here it is."
    assert [s.start for s in occurrences("here it is", text, Span(11, len(text)))] == [text.rindex("here")]


def test_a_quote_does_not_run_out_of_its_span() -> None:
    text = "in one section. In the next"
    assert occurrences("one section. In the next", text, Span(0, text.index("In"))) == []


def test_special_characters_are_no_pattern() -> None:
    assert find("a.b (c)*", "axb a.b (c)*") == ["a.b (c)*"]
    assert not re.search(r"\\d", find("5", "5")[0])


def test_the_nearest_words_of_a_text_are_offered() -> None:
    text = "underlining their role \n\n in reporting Material (CSAM) in order"
    assert nearest_words("role in reporting Material (CSAN)", text) == "role in reporting Material (CSAM)"
    assert nearest_words("Twas brillig and the slithy toves", text) == ""
