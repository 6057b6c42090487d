"""Sentences: the units that a reader has to account for, whatever the extractor did to the lines."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.graph.model.reports import Report, Span
from alliancegraph.loaders.documents.sentences import sentences

LETTER = re.compile(r"[^\W\d_]")
FULL = "The project is carried out by three partners that have worked together for years and"
TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("aZ1 \n\f\r\t.)-–•\uf0b7!?…\u2028\x85'\""), max_size=120)


def split(text: str, language: str = "en") -> list[str]:
    return [" ".join(text[s.start : s.end].split()) for s in sentences(text, Span(0, len(text)), language)]


def lost_letters(text: str, within: Span, spans: list[Span]) -> list[int]:
    kept = {at for span in spans for at in range(span.start, span.end)}
    return [at for at in range(within.start, within.end) if LETTER.match(text[at]) and at not in kept]


def check(text: str, within: Span, spans: list[Span]) -> None:
    assert all(within.start <= span.start < span.end <= within.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)
    assert lost_letters(text, within, spans) == []


def test_the_real_report_has_as_many_as_one_counts_by_hand(report: Report) -> None:
    found = {s.code: len(sentences(report.source.text, s.body, "en")) for s in report.sections}
    assert 125 <= sum(found.values()) <= 165
    assert [found[code] for code in ("2.1/C", "2.2/B", "4.1/B", "4.2/A")] == [0, 0, 0, 0]
    assert (found["1.1/A"], found["4.1/A"], found["4.2/C"]) == (10, 2, 1)


def test_the_real_report_loses_no_letter_and_counts_none_twice(report: Report) -> None:
    for section in report.sections:
        check(report.source.text, section.body, sentences(report.source.text, section.body, "en"))


@given(TEXT, st.sampled_from(["en", "ro", "el", "zh", "sr-Latn", "zz"]), st.integers(0, 9), st.integers(0, 9))
def test_sentences_of_any_text_are_ordered_disjoint_inside_and_whole(
    text: str, language: str, before: int, behind: int
) -> None:
    start = min(before, len(text))
    within = Span(start, max(start, len(text) - behind))
    check(text, within, sentences(text, within, language))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("• one thing\n• another thing", ["• one thing", "• another thing"]),
        ("\uf0b7 one thing\n\n \uf0b7 another", ["\uf0b7 one thing", "\uf0b7 another"]),
        ("- one thing\n– another thing", ["- one thing", "– another thing"]),
        ("1. one thing\n2) another thing", ["1. one thing", "2) another thing"]),
        (f"• {FULL}\nalso with others\n• another", [f"• {FULL} also with others", "• another"]),
        (f"{FULL}\n-dashed words", [f"{FULL} -dashed words"]),
    ],
)
def test_a_bullet_begins_a_sentence(text: str, found: list[str]) -> None:
    assert split(text) == found


def test_a_line_that_ends_early_ends_a_sentence() -> None:
    assert split(f"{FULL}\nPartners\nPolice\nSave the Children") == [f"{FULL} Partners", "Police", "Save the Children"]


def test_a_line_that_is_full_or_goes_on_in_small_letters_does_not() -> None:
    assert split(f"{FULL}\nalso by others\nin towns. It goes on.") == [
        f"{FULL} also by others in towns.",
        "It goes on.",
    ]
    assert split(f"{FULL}\n\n \fMinistries help.") == [f"{FULL} Ministries help."]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is set out in art. 18 par. 1 of the law.",
        "It amends Law no. 286/2009 on the Criminal Code.",
        "The offence (e.g. grooming) is an offence.",
        "The site www.sigur.info got 21.500 visits.",
        "Mr. Popescu came.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert split(f"{sentence} It is in force.") == [sentence, "It is in force."]


def test_a_number_may_begin_a_sentence_behind_another() -> None:
    assert split("We came in 2013. 12 officers were trained.") == ["We came in 2013.", "12 officers were trained."]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ro", "Se aplică art. 374 alin. 2 din Cod. Fapta se pedepsește.", 2),
        ("de", "Das Gesetz gilt seit dem 3. Mai. Es ist z.B. in Kraft.", 2),
        ("el", "Ο νόμος ισχύει. Είναι καλός;", 2),
        ("ja", "法律は施行された。良いことだ。", 2),
    ],
)
def test_other_languages_have_their_own_rules(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("It took approx. 20 months. See vol. II and sect. B of the act. Mr. Ion led it. It ended.", "en", 4),
        ("La loi n° 5 dit tout. M. Dupont et Mme. Durand sont venus.", "fr", 2),
        ("Gem. Art. 5 Abs. 2 gilt das Gesetz. Das ist Nr. 3.", "de", 2),
        ("Did you act? No. We had no plan. Ministries, NGOs, etc. The rest went.", "en", 5),
    ],
)
def test_abbreviations_of_each_language_end_no_sentence(text: str, language: str, count: int) -> None:
    assert len(split(text, language)) == count


def test_a_raised_ordinal_on_its_own_line_ends_no_sentence() -> None:
    text = f"It was adopted by the Board on the 1\nst\nMay 2014, as {FULL[12:]}\n{FULL}\nit ended."
    assert len(split(text)) == 1


def test_a_joined_line_is_no_margin() -> None:
    lines = [
        "The ministry of water works with all towns along the river and it has paid for the",
        "Clean Bank programme",
    ]
    lines += [
        "Water Board courses that were held in the spring of the year before last one with",
        "Young Wardens of Dale.",
    ]
    wide = [f"{lines[0]}\n{lines[1]} {lines[1]} {lines[1]} {lines[1]}\n{lines[2]}\n{lines[3]}"]
    assert (
        len(split("\n".join([*wide, f"We built {lines[0]} aware\u00adness {lines[2]} in\nthe last two years."]))) == 2
    )


def test_a_sentence_runs_across_a_page() -> None:
    assert split(f"{FULL}\fMinistries help.") == [f"{FULL} Ministries help."]


@pytest.mark.parametrize("text", ["", " \n\f\n ", "12\n", "\n– 2 –\n\f", "• \n…"])
def test_what_has_no_letter_is_no_sentence(text: str) -> None:
    assert split(text) == []


def test_sentences_are_sought_in_their_span_only() -> None:
    text = "One here. Two here. Three here."
    assert sentences(text, Span(text.index("Two"), text.index(" Three")), "en") == [Span(10, 19)]
