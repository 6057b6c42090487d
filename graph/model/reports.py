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
from alliancegraph.graph.model.states import ANSWERED, IN_PART, NOT_YET, READ

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


@dataclass(frozen=True)
class Section:
    """One part of the form: goal and label make its code (`1.1/A`); body and heading are spans of the text.

    `reading` says how far it is read: READ, IN_PART or NOT_YET; `review` is that of its claims, if not the report's.
    """

    iri: NamedNode
    code: str
    label: str
    goal: NamedNode
    state: NamedNode
    heading: Span
    body: Span
    reading: NamedNode = NOT_YET
    review: Review | None = None


@dataclass(frozen=True)
class Passage:
    """The exact words of a section that prove something.

    `stated_by` is whose words they are, if not the member's; `context` another passage that has to be read with them.
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
    type included; any other claim holds one plain fact and has no node. `because` is the reader's reason where the
    passage only implies the fact; `review` how far the claim has come, if not as far as its section or report;
    `corrects` are the ids of claims that it replaces. `origin` is the file and line (from 1) where it is written.
    """

    id: str
    passage: Passage
    facts: tuple[Fact, ...]
    node: NamedNode | None = None
    because: str = ""
    review: Review | None = None
    corrects: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    def objects(self, predicate: str) -> list[Term]:
        """What its facts say by that property."""
        return [fact.object for fact in self.facts if fact.predicate.value == predicate]


class LeftOut(NamedTuple):
    """What a claims file holds and the graph does not, in its words, with its state: DRAFTED or CORRECTED."""

    words: str
    state: NamedNode
    origin: Origin | None


@dataclass(frozen=True)
class Entity:
    """Something that authority lists name: its class and what they say of it, the class included.

    `id` is the short one that claims use, `origin` the file and line where it stands, counted from 1. A thing that the
    claims of another report introduce has the id of that report, and of its facts its class and its label. `split` are
    texts with a comma, each with its place, that brackets in a list may have made two.
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
    """The document that a report was read from, and the words that go with it wherever its quotes go."""

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

    `goals` is the alliance's scheme as triples, `goal_places` where that is written, `entities` what the authority
    lists name, `marks` what states nothing, `left_out` what its claims file holds beside the claims; `review` is that
    of its claims, None where it has no claims file.
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

    @property
    def iri(self) -> NamedNode:
        return mint("report", self.id)

    @cached_property
    def nodes(self) -> frozenset[NamedNode]:
        """The nodes that its claims are about, which its graph alone describes."""
        return frozenset(claim.node for claim in self.claims if claim.node)

    @property
    def reading(self) -> NamedNode:
        """How far it is read: as all of its sections are, or else in part; what the form's states account for apart."""
        open_ones = (section for section in self.sections if section.state == ANSWERED or section.reading != READ)
        readings = {section.reading for section in open_ones} or {READ}
        return readings.pop() if len(readings) == 1 else IN_PART


def claim_id(report: str, section: str, quote: str, facts: tuple[Fact, ...]) -> str:
    """A hash of a claim's content, so that claims entered around it leave it as it is."""
    said = sorted(f"{fact.subject} {fact.predicate} {fact.object}" for fact in facts)
    content = "\n".join([report, section, quote, *said])
    return sha256(content.encode()).hexdigest()[:16]
