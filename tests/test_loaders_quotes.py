"""Quotes are found through the extractor's noise, and only there."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import Folded, fold, folded
from alliancegraph.loaders.documents.likeness import difference, nearest_words
from alliancegraph.loaders.documents.quotes import as_quoted, collapsed, cut_word, occurrences

WORD = st.text(
    st.characters(categories=["L", "Nd"], max_codepoint=0x17F, exclude_characters="Ŀŀ"), min_size=1, max_size=8
)
NOISE = st.sampled_from([" ", "  ", " \n\n ", "\n", " \n\f ", "\t"])
UNSEEN = ["", "\u200b", "\u2060", "\ufeff", "\u200e", "\u00ad", "\u200d", "\ufe0f"]
GAPS = [" ", "\u00a0", "\n", " \n\f", " \u200b", "\u2009\t", " \uf0b7 "]
SETTINGS = [{}, {"ffi": "ﬃ", "fi": "ﬁ"}, {"ș": "ş", "Ț": "Ţ"}, {"’": "'", "–": "-", "…": "..."}, {"a": "ａ", "1": "１"}]


def find(quote: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in occurrences(quote, text, Span(0, len(text)))]


@given(st.lists(WORD, min_size=1, max_size=12), st.lists(NOISE, min_size=12, max_size=12))
def test_offsets_survive_white_space(words: list[str], noise: list[str]) -> None:
    text = "«" + "".join(word + gap for word, gap in zip(words, noise, strict=False)) + "»"
    quote = " ".join(words)
    assert any(collapsed(found) == quote for found in find(quote, text))


@given(
    WORD.filter(lambda word: not word[:2].isdecimal() and len(word) > 1),
    st.sampled_from(["-\n\n", "\u00ad\n", "-\n ", "\n\n"]),
)
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
        ("12 officers", "some 12 officers¹ were trained"),
        ("12 officers¹", "some 12 officers¹ were trained"),
        ("12 officers were", "some 12 officers¹ were trained"),
        ("12 officers¹ were", "some 12 officers were trained"),
        ("in 2014 of 21.500 adults", "in 2014¹ of 21.500² adults"),
        ("5 km² of sea", "some 5 km² of sea"),
        ("Agenția", "to Agent\u0326ia."),
        ("oﬃcers", "the officers"),
        ("officers", "the oﬃcers"),
        ("of of\u200bficers", "of officers"),
        ("and so on...", "and so on…"),
        ("Ministerul Educaţiei", "la Ministerul Educației,"),
        ("法律は施行", "この法律は\n施行された。"),
        ("ตำรวจ", "และตำรวจไทย"),
        ("one another", "one\u00a0another"),
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
        ("m2", "m²"),
        ("12", "1²"),
        ("10", "10⁶"),
        ("5 km", "5 km² of sea"),
        ("12", "1\n2"),
        ("20142015", "2014-\n2015"),
        ("of", "oﬃcers"),
        ("of", "oﬀ it"),
        ("so on.", "so on… it"),
        ("か", "がく"),
        ("cafe", "cafe\u0301s"),
        ("café", "cafés"),
        ("कम", "कमी"),
        ("offi", "the offi\u00adcers"),
        ("format A", "in format A\u00ad4"),
        ("21", "21.500 adults"),
        ("500 adults", "21.500 adults"),
        ("500 adults", "21\u00a0500 adults"),
        ("500 adults", "21 500 adults"),
        ("word next", "word –\nnext"),
        ("cаse", "case"),
    ],
)
def test_nothing_else_is_forgiven(quote: str, text: str) -> None:
    assert find(quote, text) == []


@given(st.data())
def test_a_quote_set_otherwise_is_found_at_the_very_offsets(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(st.from_regex(r"[a-fiășțȚéйα한]([a-fi1-3ășțȚéйα한’–]{0,4}[a-fiăș])?…?", fullmatch=True), min_size=1)
    )
    spans, text = [], data.draw(st.sampled_from(["", "• ", "\ufeff"]))
    for word in words:
        printed = reset(word, data)
        spans.append((len(text), len(text) + len(printed)))
        text += printed + data.draw(st.sampled_from(GAPS))
    first, last = sorted(data.draw(st.integers(0, len(words) - 1)) for _ in "12")
    quote = data.draw(st.sampled_from(GAPS)).join(reset(word, data) for word in words[first : last + 1])
    span = Span(spans[first][0], spans[last][1])
    assert span in occurrences(quote, text, Span(0, len(text)))
    assert as_read(as_quoted(quote, text, span)) == as_read(" ".join(words[first : last + 1]))


def reset(word: str, data: st.DataObject) -> str:
    """Return a word as another typesetter, extractor or editor would write it; its first and last characters show."""
    for printed, other in data.draw(st.sampled_from(SETTINGS)).items():
        word = word.replace(printed, other)
    word = data.draw(st.sampled_from(UNSEEN)).join(word)
    return normalize(data.draw(st.sampled_from(["NFC", "NFD"])), word)


def as_read(words: str) -> str:
    return folded(words).replace("-", "")


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


@pytest.mark.parametrize(
    ("quote", "text", "kept"),
    [
        ("12 officers¹ were", "12 officers¹ were", "12 officers were"),
        ("the officers", "the oﬃ\u00adcers", "the officers"),
        ("Internet-related", "Internet-\n\n related", "Internet-related"),
        ("Internet- related", "Internet-\n\n related", "Internet- related"),
        ("Internet-related", "Internet\u00adrelated", "Internet-related"),
        ("combatting", "combat-\nting", "combatting"),
        ("February 1st", "February 1\n\nst", "February 1st"),
        ("Children - FOCUS", "Children –\n FOCUS", "Children – FOCUS"),
        ("it's 'so'...", "it’s ‘so’…", "it’s ‘so’…"),
        ("one • two", "one\n\uf0b7 two", "one \uf0b7 two"),
        ("Agenția", "Agent\u0327ia", "Agenţia"),
        ("5 m² of", "5\u00a0m² of", "5 m² of"),
        ("of the", "of\u200b the", "of the"),
    ],
)
def test_a_quote_is_kept_as_people_read_the_print(quote: str, text: str, kept: str) -> None:
    (span,) = occurrences(quote, text, Span(0, len(text)))
    assert as_quoted(quote, text, span) == kept


@pytest.mark.parametrize(
    ("quote", "text", "word"),
    [
        ("12 off", "all 12 oﬃcers came", "officers"),
        ("art. 2", "in art. 24", "24"),
        ("500", "over 21.500 adults", "21.500"),
        ("5 km", "5 km² of sea", "km²"),
        ("of", "of, oﬀ", "off"),
        ("officers", "all officers", ""),
        ("nurses", "all officers", ""),
    ],
)
def test_a_word_that_is_cut_is_named(quote: str, text: str, word: str) -> None:
    assert cut_word(quote, text, Span(0, len(text))) == word


@pytest.mark.parametrize(
    ("quote", "words", "named"),
    [
        (
            "the cаse",
            "the case",
            "'а', CYRILLIC SMALL LETTER A (U+0430), the report 'a', LATIN SMALL LETTER A (U+0061)",
        ),
        ("m2 of sea", "m² of sea", "'2', DIGIT TWO (U+0032), the report '²', SUPERSCRIPT TWO (U+00B2)"),
        ("21.5OO adults", "21.500 adults", "'O', LATIN CAPITAL LETTER O (U+004F), the report '0', DIGIT ZERO (U+0030)"),
        ("Romaniá", "in Romanià.", "'á', LATIN SMALL LETTER A WITH ACUTE (U+00E1), the report 'à', LATIN SMALL"),
        ("5° of", "5 of", "'°', DEGREE SIGN (U+00B0), the report nothing there"),
        ("the а of", "the a of", "'а', CYRILLIC SMALL LETTER A (U+0430), the report 'a', LATIN"),
        ("СОСО came", "COCO came", "'С', CYRILLIC CAPITAL LETTER ES (U+0421), the report 'C', LATIN"),
    ],
)
def test_what_looks_alike_is_named(quote: str, words: str, named: str) -> None:
    assert named in difference(quote, words)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("(CSAN)", "role (CSAM)"),
        ("so on…", "and so on... It"),
        ("Educaţiei", "Educației"),
        ("an old case", "a new case"),
    ],
)
def test_what_anybody_sees_is_not_named(quote: str, words: str) -> None:
    assert difference(quote, words) == ""


def test_a_text_is_folded_once_for_all_of_its_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    lengths: list[int] = []

    def counted(given: str) -> Folded:
        lengths.append(len(given))
        return fold(given)

    monkeypatch.setattr("alliancegraph.loaders.documents.quotes.fold", counted)
    for number in range(0, 3000, 9):
        quote = f"word{number}"
        (span,) = occurrences(quote, text, Span(0, len(text)))
        assert as_quoted(quote, text, span) == text[span.start : span.end] == quote
    assert lengths.count(len(text)) == 1


def test_the_nearest_words_of_a_long_text_are_found_where_they_stand() -> None:
    before, behind = ("The Ministry works with schools and towns on safer nets for children. " * 900 for _ in "12")
    text = f"{before}In all, 3777 officers came to the northern harbour. {behind}"
    assert (
        nearest_words("3777 oficers came to the north harbour", text) == "3777 officers came to the northern harbour."
    )


def test_among_many_words_that_are_like_the_quote_the_nearest_are_offered() -> None:
    text = " ".join(f"officer {3700 + number} came to town {7 * number}." for number in range(20))
    assert nearest_words("officer 3711 cane to town 77", text) == "officer 3711 came to town 77."
