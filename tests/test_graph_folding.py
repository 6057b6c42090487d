"""Folding: texts that differ only in how they are encoded or set compare alike, and offsets stay those of the text."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.graph.words.folding import fold, folded, readable

ANY = st.text(st.characters(codec="utf-8") | st.sampled_from("aﬁ¹²ş\u0301\u0327\u200b\u00ad\u200d\ufe0f…ﬃ㎡\n한й"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Agenția", "Agent\u0326ia"),
        ("Agenția", "Agenţia"),
        ("ȘȚ", "ŞŢ"),
        ("oﬃce ﬁles ﬂy", "office files fly"),
        ("Ｓafer　Ｎet，１２", "Safer Net,12"),
        ("off\u200bice\ufeff of\u2060 \u200ethe\u202c", "office of the"),
        ("re\u00adport", "report"),
        ("and so on…", "and so on..."),
        ("“the” ‘net’ – it’s", "\"the\" 'net' - it's"),
        ("10\u202f000\u00a0views", "10 000 views"),
        ("\uf0b7 one", "one"),
        ("Ⅳ № 5 ℃", "IV No 5 °C"),
        ("한국", normalize("NFD", "한국")),
        ("ﻡﺮﺤﺑﺍ", "مرحبا"),
        ("12 officers¹ and 21.500² adults, in 2014³.", "12 officers and 21.500 adults, in 2014."),
        ("officers¹,² of the EU¹", "officers of the EU"),
        ("officers \n¹\n of", "officers of"),
    ],
)
def test_what_differs_in_its_setting_is_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("m²", "m2"),
        ("m²", "m"),
        ("12 km²", "12 km"),
        ("1²", "12"),
        ("1²", "1"),
        ("10⁶", "106"),
        ("10⁶", "10"),
        ("10⁻³", "10"),
        ("㎡", "m2"),
        ("CO₂", "CO"),
        ("1½", "11/2"),
        ("①", "1"),
        ("a", "а"),
        ("A", "a"),
        ("o", "ó"),
        ("ı", "i"),
        ("s", "ş"),
        ("12", "١٢"),
        ("\u060012", "12"),
    ],
)
def test_what_may_be_meant_stays_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(ANY)
def test_any_text_is_folded_with_offsets_inside_it_and_in_order(text: str) -> None:
    whole = fold(text)
    assert len(whole.text) == len(whole.starts) == len(whole.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(whole.starts, whole.ends, strict=True))
    spans = [*zip(whole.starts, whole.ends, strict=True)]
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(spans))
    assert all(whole.is_split(at) == (spans[at - 1] == spans[at]) for at in range(1, len(spans)))


@given(ANY)
def test_normal_forms_make_no_difference(text: str) -> None:
    assert folded(normalize("NFC", text)) == folded(text) == folded(normalize("NFD", text))
    assert readable(normalize("NFD", text)) == readable(text)


@given(ANY)
def test_what_people_read_is_what_they_read_again(text: str) -> None:
    assert readable(readable(text)) == readable(text)


@given(ANY.filter(lambda text: not {"\u00ad", "\x02", "\ufffe"} & {*text}))
def test_a_text_compares_as_people_read_it(text: str) -> None:
    assert folded(readable(text)) == folded(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The\u200b oﬃ\u00adcers\n\tof  Agent\u0326ia", "The officers of Agenția"),
        ("Ministerul Educaţiei – “12 m²” …", "Ministerul Educaţiei – “12 m²” …"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("no\u200cte\u200ds\ufe0f", "notes"),
        ("page\x00 two\x02\f", "page two"),
    ],
)
def test_people_read_words_and_what_a_script_needs(text: str, read: str) -> None:
    assert readable(text) == read


@pytest.mark.parametrize("between", ["\u00ad\n", "\u00ad \n  ", "\u00ad\f"])
def test_a_word_that_a_line_or_page_breaks_at_a_soft_hyphen_is_whole(between: str) -> None:
    assert readable(f"to germi{between}nate") == folded(f"to germi{between}nate") == "to germinate"
    assert readable("well-\nknown") == "well- known"
