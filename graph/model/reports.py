"""The data model that loaders produce: reports, sections, passages, claims, and entities of the authority lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.graph.model.iris import mint, slug
from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.states import ANSWERED, IN_PART, NOT_YET, OUTSIDE, READ

Term = NamedNode | Literal
Origin = tuple[Path, int]


class Fact(NamedTuple):
    """A subject, a predicate, an object."""

    subject: NamedNode
    predicate: NamedNode
    object: Term


@dataclass(frozen=True)
class Span:
    """Offsets in characters (code points) into a report's text as read: `text[start:end]`."""

    start: int
    end: int


class Review(NamedTuple):
    """The review state of claims, since which day, and a note on it."""

    state: NamedNode
    on: date | None = None
    note: str = ""


class Choice(NamedTuple):
    """A box or column of an answer: its label, whether it is ticked, and with what if not with a tick (`a, b`)."""

    label: str
    is_ticked: bool
    mark: str = ""


@dataclass(frozen=True)
class Section:
    """One part of the form: goal and label make its code (`1.1/A`); body and heading are spans of the text.

    Text outside the form is a section too, in the state OUTSIDE (`outside-1`): its goal is None.

    `reading` is READ, IN_PART or NOT_YET; `review` is that of its claims, if it differs from the report's. An answer
    that declines is of a `kind` (`does-not-apply`), one that points elsewhere `refers` to other sections, `choices` are
    its boxes.
    """

    iri: NamedNode
    code: str
    label: str
    goal: NamedNode | None
    state: NamedNode
    heading: Span
    body: Span
    reading: NamedNode = NOT_YET
    review: Review | None = None
    kind: str = ""
    refers: tuple[NamedNode, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Passage:
    """The exact words of a section that prove something.

    `stated_by` is whose words they are, if not the member's; `context` is another passage that has to be read with
    them.
    """

    section: NamedNode
    quote: str
    span: Span
    stated_by: NamedNode | None = None
    reviewed_by: str = ""
    context: "Passage | None" = None


@dataclass(frozen=True)
class Mark:
    """A stretch of the text that states nothing, with one word of reason: a heading, a wish."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Claim:
    """Facts that one passage states.

    A claim about a node of its own (a contribution, a meeting) holds all facts that the passage states about it, its
    type included; any other claim holds one plain fact and has no node. `because` is the reader's reason if the passage
    only implies the fact; `review` is None if it is that of the section or report; `corrects` are the claims that it
    replaces, each with the review that says so. `origin` is the file and line (from 1) where it is written.
    """

    id: str
    passage: Passage
    facts: tuple[Fact, ...]
    node: NamedNode | None = None
    because: str = ""
    review: Review | None = None
    corrects: tuple["Claim", ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    def objects(self, predicate: str) -> list[Term]:
        """Return the values of that property in its facts."""
        return [fact.object for fact in self.facts if fact.predicate.value == predicate]


class LeftOut(NamedTuple):
    """Content of a claims file that is not in the graph, with its state: DRAFTED, or one of REPLACED."""

    words: str
    state: NamedNode
    origin: Origin | None


@dataclass(frozen=True)
class Entity:
    """An entry of an authority list: its class and its facts, the class included.

    `id` is the short one that claims use, `origin` the file and line (from 1) where it is written. A thing that the
    claims of another report introduce has that report's id in `report`, and only its class and its label as facts.
    `split` are texts with a comma, each with its place, that brackets in a list may have divided in two.
    """

    iri: NamedNode
    cls: NamedNode
    facts: tuple[Fact, ...] = ()
    report: str = ""
    id: str = field(default="", compare=False)
    origin: Origin | None = field(default=None, compare=False)
    split: tuple[tuple[str, Origin | None], ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Member:
    """Who reports: a country (with its ISO 3166-1 alpha-3 code) or another body (code empty)."""

    label: str
    alpha3: str

    @property
    def iri(self) -> NamedNode:
        return mint("member", self.alpha3.lower() or slug(self.label))


@dataclass(frozen=True)
class Source:
    """The document that a report was read from, and the rights and citation that go with its quotes."""

    title: str
    text: str
    language: str
    sha256: str
    as_of: str = ""
    rights: str = ""
    citation: str = ""
    member_type: str = ""


@dataclass(frozen=True)
class Report:
    """A form as read, with the claims made from it.

    `goals` is the alliance's scheme as triples, `goal_places` where these are written, `entities` the entries of the
    authority lists, `marks` the text that states nothing, `left_out` what is only in its claims file; `review` is that
    of its claims, None if it has no claims file. `notices` are what was unsure or passed over in reading.
    """

    id: str
    member: Member
    year: int
    scheme: NamedNode
    goals: tuple[Triple, ...]
    source: Source
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...] = ()
    marks: tuple[Mark, ...] = ()
    entities: tuple[Entity, ...] = ()
    recorded_by: str = ""
    reviewed_by: str = ""
    review: Review | None = None
    left_out: tuple[LeftOut, ...] = ()
    goal_places: Mapping[NamedNode, Origin] = field(default_factory=dict, compare=False)
    notices: tuple[Notice, ...] = field(default=(), compare=False)

    @property
    def iri(self) -> NamedNode:
        return mint("report", self.id)

    @cached_property
    def nodes(self) -> frozenset[NamedNode]:
        """Its sections, and the nodes that its claims are about: only its graph describes them."""
        made = (claim.node for claim in self.claims if claim.node)
        return frozenset((*(section.iri for section in self.sections), *made))

    @property
    def reading(self) -> NamedNode:
        """The reading state of its sections, IN_PART if they differ.

        A section without an answer of its own counts only until it is read.
        """
        written = (ANSWERED, OUTSIDE)
        open_ones = (section for section in self.sections if section.state in written or section.reading != READ)
        readings = {section.reading for section in open_ones} or {READ}
        return readings.pop() if len(readings) == 1 else IN_PART


def claim_id(report: str, section: str, quote: str, facts: tuple[Fact, ...]) -> str:
    """Return a hash of a claim's content, so that it does not depend on other claims."""
    lines = sorted(f"{fact.subject} {fact.predicate} {fact.object}" for fact in facts)
    content = "\n".join([report, section, quote, *lines])
    return sha256(content.encode()).hexdigest()[:16]
