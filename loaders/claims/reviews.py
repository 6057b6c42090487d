"""Review states of claims: drafted claims are not in the graph yet, replaced ones are no longer."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pyoxigraph import NamedNode

from alliancegraph.graph.errors import every
from alliancegraph.graph.model.claimsfile import ClaimsFile, FileReview, FileSection, Item
from alliancegraph.graph.model.iris import local_name
from alliancegraph.graph.model.reports import Claim, LeftOut, Review
from alliancegraph.graph.model.states import DRAFTED, RECORDED, REPLACED
from alliancegraph.loaders.claims.lexicon import Lexicon
from alliancegraph.ontology.terms import AG, ReviewWord

_RECORDED = Review(RECORDED)
_REPLACED = {local_name(state.value): state for state in REPLACED}
_LEFT_OUT = {ReviewWord.drafted: DRAFTED, **_REPLACED}


@dataclass(frozen=True)
class Reviews:
    """Reads the reviews of a claims file."""

    lexicon: Lexicon

    def check(self, file: ClaimsFile) -> None:
        """Raise ClaimsError for each review that is wrong, or where a review has no meaning."""
        items = [item for section in file.sections for item in section.items]
        wide = list(filter(None, (file.review, *(section.review for section in file.sections))))
        marks = [item.review for item in items if item.nothing and item.review]
        facts = filter(None, (review for item in items if not item.nothing for review in _of_facts(item)))
        checks = [(_refuse_corrected, wide), (_refuse_of_mark, marks), (self._check, (*wide, *marks, *facts))]
        every(lambda check: every(*check), checks)

    def _check(self, written: FileReview) -> None:
        state = self.lexicon.concept(AG.ReviewState, written.state)
        if state in REPLACED:
            _refuse_incomplete(written)
        elif written.replaced_by:
            remedy = f"Write `state:` with one of {', '.join(sorted(_REPLACED))}, or remove it."
            raise written.replaced_by[0].error(f"'replaced by' on a claim that is {written.state}", "none", remedy)

    def default(self, file: ClaimsFile) -> Review:
        """Return the review of all claims of the file that have no other."""
        return self._of_taken(file.review) or _RECORDED

    def of_section(self, section: FileSection) -> Review | None:
        """Return the review of the claims on a section; None if it has none of its own."""
        return self._of_taken(section.review)

    def of_fact(self, written: FileReview | None, inherited: Review) -> Review | None:
        """Return the review written at a fact or its quote; None if it is the inherited one."""
        review = self._read(written) if written else None
        return review if review != inherited else None

    def _of_taken(self, written: FileReview | None) -> Review | None:
        return self._read(written) if written and written.state not in _LEFT_OUT else None

    def _read(self, written: FileReview) -> Review:
        state = self.lexicon.concept(AG.ReviewState, written.state)
        return Review(state, written.on.day() if written.on else None, str(written.note or ""))


def taken_up(file: ClaimsFile) -> ClaimsFile:
    """Return the file without drafted and replaced content."""
    return _kept(file, lambda word: word not in _LEFT_OUT)


def replaced(file: ClaimsFile) -> ClaimsFile:
    """Return the file with its replaced content only: corrected, amended or overturned."""
    return _kept(file, lambda word: word in _REPLACED)


def is_amended(item: Item) -> bool:
    """Return whether all facts of an item are amended, so that its quote need no longer be in the report."""
    return all(_word(line.review or item.review) == ReviewWord.amended for line in item.facts)


class Stated(NamedTuple):
    """A claim, and the review that is written at its fact or quote, if any."""

    claim: Claim
    review: FileReview | None


def with_corrections(claims: Sequence[Claim], gone: Iterable[Stated]) -> tuple[Claim, ...]:
    """Return the claims, each with those that it replaces.

    Raise ClaimsError for a replacement that is not among the claims, and for a replaced claim that is.
    """
    known = {claim.id: claim for claim in claims}
    corrects: dict[str, list[Claim]] = defaultdict(list)
    every(lambda stated: _correct(stated.claim, stated.review, known, corrects), gone)
    return tuple(replace(claim, corrects=tuple(corrects.get(claim.id, ()))) for claim in claims)


def _correct(
    claim: Claim, review: FileReview | None, known: Mapping[str, Claim], corrects: dict[str, list[Claim]]
) -> None:
    if review is None:
        return  # a whole file or section marked as replaced, which `Reviews.check` refuses
    if claim.id in known:
        found = f"the {review.state} claim {claim.id} is also entered as a valid one"
        raise review.state.error(found, "it once", "Remove one of them.")
    for id in review.replaced_by:
        if id not in known:
            beside = [other.id for other in known.values() if other.passage.span == claim.passage.span]
            remedy = f"Claims on the same words: {', '.join(beside) or 'none'}."
            raise id.error(f"no claim '{id}' that is taken up", "the id of a claim on this report", remedy)
        corrects[id].append(claim)


def left_out(file: ClaimsFile) -> list[LeftOut]:
    """Return the content that does not go into the graph, drafts first."""
    return [out for word, state in _LEFT_OUT.items() for out in _listed(_kept(file, word.__eq__), state)]


def _listed(file: ClaimsFile, state: NamedNode) -> Iterator[LeftOut]:
    for item in (item for section in file.sections for item in section.items):
        yield from (LeftOut(str(line.head), state, line.head.origin) for line in item.facts)
        if item.nothing:
            yield LeftOut(f"nothing: {item.nothing}", state, item.nothing.origin)


def _kept(file: ClaimsFile, keep: Callable[[str], bool]) -> ClaimsFile:
    """Return the file with the content whose state `keep` accepts; facts without a state inherit one."""
    sections = (_kept_section(section, section.review or file.review, keep) for section in file.sections)
    return replace(file, sections=tuple(sections))


def _kept_section(section: FileSection, review: FileReview | None, keep: Callable[[str], bool]) -> FileSection:
    kept = ((item, _kept_item(item, item.review or review, keep)) for item in section.items)
    return replace(section, items=tuple(item for whole, item in kept if item.facts or item.nothing or item == whole))


def _kept_item(item: Item, review: FileReview | None, keep: Callable[[str], bool]) -> Item:
    facts = tuple(line for line in item.facts if keep(_word(line.review or review)))
    return replace(item, facts=facts, nothing=item.nothing if keep(_word(review)) else None)


def _word(review: FileReview | None) -> str:
    return review.state if review else ReviewWord.recorded


def _of_facts(item: Item) -> Iterator[FileReview | None]:
    yield item.review
    yield from (line.review for line in item.facts)


def _refuse_corrected(review: FileReview) -> None:
    if review.state in _REPLACED:
        remedy = "Put it after each fact or quote that is replaced, with what replaces it."
        raise review.state.error(f"'{review.state}' for a whole file or section", "it on a claim", remedy)


def _refuse_incomplete(review: FileReview) -> None:
    """Raise ClaimsError unless a review of replaced content has its replacement, its day and its reason."""
    if not review.replaced_by:
        remedy = "Build once with the new claim beside it, and take the id from claims.csv: `replaced by: …`."
        found = f"'{review.state}' on a claim that nothing replaces"
        raise review.state.error(found, "the ids of what replaces it", remedy)
    if not (review.on and review.note):
        remedy = "Write `on: 2026-11-26` and `note: …` into the same brackets."
        raise review.state.error(f"'{review.state}' without a day or a reason", "since when, and why", remedy)


def _refuse_of_mark(review: FileReview) -> None:
    if review.state != ReviewWord.drafted:
        remedy = "A mark makes no claim: remove the review, or write `drafted` for one that is not taken up."
        raise review.state.error(f"'{review.state}' on a mark", "no review", remedy)
