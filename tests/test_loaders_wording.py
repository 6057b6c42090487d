"""Words that a claims file gives as the report's own stand in the quote, and figures are the printed ones."""

from pathlib import Path

import pytest

from alliancegraph.graph.errors import ClaimsError
from alliancegraph.graph.model.reports import Claim
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary
from tests.conftest import entered, reprinted

ADULTS = "21.500 adults informed during the outdoor campaigns"
POINTS = "two contact points were developed"
AS_WRITTEN = sorted(word for word, iri in Vocabulary.load().properties.items() if Vocabulary.load().is_as_written(iri))


def read(copy: Path, quote: str, section: str, fact: str) -> tuple[Claim, ...]:
    entered(copy, f"quote: {quote}\n      facts:\n        - {fact}", section=section)
    return read_report(copy).claims


def refused(copy: Path, quote: str, section: str, fact: str) -> str:
    with pytest.raises(ClaimsError) as caught:
        read(copy, quote, section, fact)
    said = str(caught.value)
    assert said.startswith(f"{copy.with_suffix('.claims.yaml')}:8: ")
    return said


def values(claim: Claim, predicate: str) -> list[str]:
    return [fact.object.value for fact in claim.facts if fact.predicate.value == predicate]


def test_the_ontology_says_which_words_are_the_reports() -> None:
    assert {"nameAsWritten", "valueAsWritten", "dateAsWritten", "qualifier", "words", "penaltyAsWritten"} <= {
        *AS_WRITTEN
    }
    assert {"label", "description", "purpose", "counted", "unit", "value", "note"}.isdisjoint(AS_WRITTEN)


@pytest.mark.parametrize("word", AS_WRITTEN)
def test_words_that_are_not_in_the_quote_are_refused_for_every_such_property(copy: Path, word: str) -> None:
    said = refused(copy, ADULTS, "3.1/B", f"cocd: {{{word}: press kits}}")
    assert "'press kits' is not in the quote; expected words of the quote, as the report prints them" in said
    assert "Write it as printed" in said


def test_both_ways_to_read_a_mark_are_told(copy: Path) -> None:
    reprinted(copy, "32.000.000", "32,000,000")
    fact = 'Statistic: {counted: adults, value: 21500, valueAsWritten: "21.500"}'
    said = refused(copy, ADULTS, "3.1/B", fact)
    assert "Here 21.500 is read as 21.5, for so the report's language has it; with its mark for the other it is" in said
    assert "it is 21500. If it is right all the same, say why: `onTrust: …`" in said
    assert read(copy, ADULTS, "3.1/B", fact.replace("}", ", onTrust: The annex has it}"))


@pytest.mark.parametrize("word", ["nameAsWritten", "webAddress", "dateAsWritten"])
def test_words_that_are_in_the_quote_are_taken(copy: Path, word: str) -> None:
    (claim,) = read(copy, ADULTS, "3.1/B", f"cocd: {{{word}: the outdoor campaigns}}")
    assert claim.facts[0].object.value == "the outdoor campaigns"


def test_each_word_of_a_list_is_checked_and_a_language_tag_is_none(copy: Path) -> None:
    said = refused(copy, ADULTS, "3.1/B", "cocd: {nameAsWritten: [adults, elders]}")
    assert "'elders' is not in the quote" in said
    assert len(read(copy, ADULTS, "3.1/B", "cocd: {nameAsWritten: [adults, campaigns@ro]}")) == 2


def test_words_elsewhere_in_the_section_do_not_do(copy: Path) -> None:
    assert "'969' is not in the quote" in refused(
        copy, ADULTS, "3.1/B", "Statistic: {counted: volunteers, value: 969, unit: people}"
    )


def test_descriptions_are_the_readers_own_words(copy: Path) -> None:
    assert len(read(copy, ADULTS, "3.1/B", "cocd: {description: Not a word of it}")) == 1


def test_a_value_that_is_printed_otherwise_needs_the_printed_one(copy: Path) -> None:
    said = refused(copy, ADULTS, "3.1/B", "Statistic: {counted: adults, value: 21500}")
    assert "'21500' is not in the quote" in said
    assert "Write the figure as printed in `valueAsWritten: …`." in said


@pytest.mark.parametrize(
    ("quote", "section", "value", "printed"),
    [
        (ADULTS, "3.1/B", "21500", '"21.500"'),
        ("over 6,500 views", "3.1/A", "6500", '"6,500"'),
        (POINTS, "1.1/A", "2", "two"),
        ("969 trained volunteers", "3.1/B", "969", "969"),
    ],
)
def test_a_value_has_the_figures_that_are_printed(
    copy: Path, quote: str, section: str, value: str, printed: str
) -> None:
    fact = f"Statistic: {{counted: them, value: {value}, valueAsWritten: {printed}}}"
    (claim,) = read(copy, quote, section, fact)
    assert values(claim, AG.value) == [value]
    assert values(claim, AG.valueAsWritten) == [printed.strip('"')]


@pytest.mark.parametrize("value", ["2150", "215000", "21501", "0"])
def test_a_slip_in_a_figure_is_refused(copy: Path, value: str) -> None:
    said = refused(
        copy, ADULTS, "3.1/B", f'Statistic: {{counted: adults, value: {value}, valueAsWritten: "21.500", unit: adults}}'
    )
    assert f"the value {value} for a printed 21.500; expected the same number. Correct one of them" in said


def test_a_printed_figure_that_is_not_printed_is_refused(copy: Path) -> None:
    said = refused(copy, ADULTS, "3.1/B", 'Statistic: {counted: adults, value: 21500, valueAsWritten: "21,500"}')
    assert "'21,500' is not in the quote" in said


def test_a_number_in_words_is_held_against_the_print(copy: Path) -> None:
    fact = "Statistic: {counted: contact points, value: 3, valueAsWritten: two}"
    assert "the value 3 for a printed two; expected the same number" in refused(copy, POINTS, "1.1/A", fact)


def test_a_value_that_nobody_can_tell_from_the_print_is_taken_on_trust_in_the_readers_words(copy: Path) -> None:
    trusted = "Statistic: {counted: points, value: 3, valueAsWritten: two, onTrust: The list names three}"
    (claim,) = read(copy, POINTS, "1.1/A", trusted)
    assert (values(claim, AG.value), values(claim, AG.onTrust)) == (["3"], ["The list names three"])


def test_nothing_is_taken_on_trust_that_the_print_says(copy: Path) -> None:
    fact = "Statistic: {counted: points, value: 2, valueAsWritten: two, onTrust: I counted}"
    assert "2 taken on trust, which is what two means" in refused(copy, POINTS, "1.1/A", fact)


def test_trust_makes_no_number_of_what_is_none(copy: Path) -> None:
    fact = "Statistic: {counted: points, value: NaN, valueAsWritten: two, onTrust: I counted}"
    assert "found 'NaN'; expected a number" in refused(copy, POINTS, "1.1/A", fact)


@pytest.mark.parametrize(
    "value",
    [
        "5e3",
        "2_000",
        "+5",
        "1.",
        ".5",
        "0x10",
        "007",
        "NaN",
        "Infinity",
        "٢٠١٤",
        "２１５００",
        "1" * 19,
        "0.1234567891",
        "1,5",
    ],
)
def test_what_only_a_programmer_takes_for_a_number_is_refused(copy: Path, value: str) -> None:
    fact = f'Statistic: {{counted: adults, value: "{value}", valueAsWritten: "21.500"}}'
    assert f"found '{value}'; expected a number of at most 18 digits" in refused(copy, ADULTS, "3.1/B", fact)


def test_a_negative_number_is_one_but_not_the_printed_one(copy: Path) -> None:
    fact = 'Statistic: {counted: adults, value: -12, valueAsWritten: "21.500"}'
    assert "the value -12 for a printed 21.500" in refused(copy, ADULTS, "3.1/B", fact)


def test_a_piece_of_a_printed_number_is_not_the_number(copy: Path) -> None:
    said = refused(copy, ADULTS, "3.1/B", 'Statistic: {counted: adults, value: 500, valueAsWritten: "500"}')
    assert "'500' is not in the quote" in said
    assert "It occurs only inside '21.500'" in said


def test_words_beside_the_number_are_not_read_over(copy: Path) -> None:
    fact = 'Statistic: {counted: adults, value: 21500, valueAsWritten: "21.500 adults"}'
    assert "'21.500 adults' cannot be read as a number" in refused(copy, ADULTS, "3.1/B", fact)


def test_the_value_is_as_written_by_default(copy: Path) -> None:
    (claim,) = read(copy, "969 trained volunteers", "3.1/B", "Statistic: {counted: volunteers, value: 969}")
    assert values(claim, AG.valueAsWritten) == ["969"]
    (other,) = read(
        copy, "969 trained volunteers", "3.1/B", 'Statistic: {counted: volunteers, value: 969, valueAsWritten: "969"}'
    )
    assert (claim.id, set(claim.facts)) == (other.id, set(other.facts))


def test_a_figure_is_no_part_of_a_longer_one(copy: Path) -> None:
    assert "'96' is not in the quote" in refused(
        copy, "969 trained volunteers", "3.1/B", "Statistic: {counted: volunteers, value: 96}"
    )


def test_a_mark_between_thousands_is_no_fraction(copy: Path) -> None:
    said = refused(copy, ADULTS, "3.1/B", "Statistic: {counted: adults, value: 21.500, unit: adults}")
    assert "the value 21.500 for a printed 21.500; expected the same number" in said


@pytest.mark.parametrize(
    ("printed", "quote", "value", "right"),
    [
        ("21.500 million adults", "21.500", "21500", "is only a part of '21.500 million'"),
        ("minus 21.500 adults", "21.500 adults", "21500", "the value 21500 for a printed 21.500"),
        ("21.500 and 30.000 million adults", "21.500", "21500", "the value 21500 for a printed 21.500"),
        ("21.500 of 30 million adults", "21.500", "21500", ""),
    ],
)
def test_a_number_at_the_edge_of_a_quote_goes_on_in_the_text(
    copy: Path, printed: str, quote: str, value: str, right: str
) -> None:
    reprinted(copy, "21.500 adults", printed)
    fact = f'Statistic: {{counted: adults, value: {value}, valueAsWritten: "21.500"}}'
    if right:
        assert right in refused(copy, quote, "3.1/B", fact)
    else:
        assert len(read(copy, quote, "3.1/B", fact)) == 1
