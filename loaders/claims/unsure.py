"""What is unsure about the claims on a report: numbers taken on trust, and what is not taken up."""

from collections.abc import Iterator, Sequence

from alliancegraph.graph.model.notices import Notice, listed
from alliancegraph.graph.model.reports import Origin, Report
from alliancegraph.loaders.numbers.words import has_number_words
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary

_NUMBERS = (AG.value, AG.representatives)


def notices(report: Report) -> Iterator[Notice]:
    """Yield a notice for the numbers of a report in a language without known number words, and for what is left out."""
    numbers = [c for c in report.claims if any(map(c.objects, _NUMBERS)) and not c.objects(AG.onTrust)]
    if numbers and not has_number_words(report.source.language):
        yield _on_trust(report, list(dict.fromkeys(claim.origin for claim in numbers if claim.origin)))
    yield from left_out(report)


def left_out(report: Report) -> Iterator[Notice]:
    """Yield a notice for each part of a report's claims file that is not in the graph."""
    for out in report.left_out:
        what = f"not taken up: '{out.words}' is {Vocabulary.load().label(out.state.value)}"
        yield Notice(
            "not-taken-up", what, "It stays in the claims file alone until a reviewer accepts it.", *out.origin or ()
        )


def _on_trust(report: Report, places: Sequence[Origin]) -> Notice:
    what = (
        f"no number words are known for {report.id} (language: {report.source.language}): what a word after a number "
        "means (2 million), and whether 2.500 is 2500 or 2.5, is taken on trust"
    )
    lines = listed(line for _, line in places)
    remedy = f"Look at lines {lines}, or write a file for the language in loaders/numbers/languages."
    return Notice("numbers-on-trust", what, remedy, *places[0] if places else ())
