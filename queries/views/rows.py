"""The rows of the views, a type for each file beside it: `report.rq` is read into `Report`.

Fields are the columns, in their order. Things are given by IRI; what the graph does not say is an empty text. Names and
words that have a field of their own end in `name`; all other names are those of `alliancegraph.graph.model.labels`.
"""

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

Term = NamedNode | Literal


class Report(NamedTuple):
    """A report; `reading` is a word and `reading_name` its name, `as_of` an ISO interval.

    `review` is the review state, as a word, of all of its claims that have no other; empty if it has none. `scheme` is
    that of the goals on which it reports.
    """

    iri: str
    name: str
    member: str
    member_name: str
    alpha3: str
    year: int
    reading: str
    reading_name: str
    as_of: str
    recorded_by: str
    reviewed_by: str
    review: str
    scheme: str


class Warned(NamedTuple):
    """What was unsure when a report was read, as `alliancegraph.graph.model.notices.Notice.written` has it."""

    report: str
    written: str


class Section(NamedTuple):
    """A section of a report's form, such as 4.1/A; `state`, `reading` and `review` are words of their schemes.

    `start` is its offset in characters of the report's text as read; `review` is empty if it is the report's. Text
    outside the form has no `goal`.
    """

    iri: str
    report: str
    goal: str
    code: str
    state: str
    reading: str
    start: int
    review: str


class Text(NamedTuple):
    """The text of a report as read, to which all offsets refer; `language` is a code, `citation` how it is cited."""

    report: str
    title: str
    language: str
    text: str
    citation: str


class Heading(NamedTuple):
    """The place of the heading that opens a section, and the end of the section, in characters of the report's text."""

    section: str
    start: int
    end: int
    before: int


class Tick(NamedTuple):
    """A box that is ticked in a section: its words as printed."""

    section: str
    label: str


class Passage(NamedTuple):
    """The exact words that prove a fact; offsets are in characters of the report's text as read.

    `page` is empty if the report has no pages, `context` are words that have to be read with the quote, and
    `reviewed_by` is who checked this passage separately.
    """

    iri: str
    section: str
    quote: str
    start: int
    end: int
    page: str
    context: str
    stated_by: str
    stated_by_name: str
    reviewed_by: str


class Fact(NamedTuple):
    """A stated triple, the id of its claim, and its passage; `status` is that of its subject, as a word.

    `review` is the review state of the claim, as a word; empty if it is that of its section or report.
    """

    claim: str
    passage: str
    subject: str
    predicate: str
    object: Term
    status: str
    review: str


class Service(NamedTuple):
    """A node with a claim, and a goal that it serves."""

    node: str
    goal: str


class Contribution(NamedTuple):
    """A contribution to one goal; the actor is empty if the text names nobody, the period is an ISO interval."""

    iri: str
    claim: str
    section: str
    goal: str
    actor: str
    role: str
    role_name: str
    initiative: str
    status: str
    period: str
    law: str
    representatives: str


class Statistic(NamedTuple):
    """A number under one goal; the bounds of its period are ISO dates, empty if that end is open.

    `kind` is the word for what it is: observed, or planned, an aim, a threshold, a norm, an estimate.
    """

    iri: str
    claim: str
    section: str
    goal: str
    passage: str
    counted: str
    kind: str
    value: str
    upper_value: str
    out_of: str
    value_as_written: str
    on_trust: str
    qualifier: str
    unit: str
    period: str
    period_start: str
    period_end: str
    place: str
    source: str
    initiative: str


class Inference(NamedTuple):
    """A fact that no report states, and one claim or passage on which it rests, with the report of that."""

    iri: str
    subject: str
    predicate: str
    object: Term
    rule: str
    rule_name: str
    reason: str
    basis: str
    report: str


class Judgement(NamedTuple):
    """A verdict (same, not-same or unsure) on two entities; the day is an ISO date."""

    one: str
    one_name: str
    other: str
    other_name: str
    verdict: str
    reason: str
    by: str
    on: str


class Concept(NamedTuple):
    """A concept of a scheme: its class, its word, such as `under-development`, and its name."""

    iri: str
    cls: str
    word: str
    name: str


class Goal(NamedTuple):
    """A policy target, or an operational goal with its policy target; the scheme is that of its alliance."""

    iri: str
    cls: str
    number: str
    brief_name: str
    target: str
    scheme: str


class Provision(NamedTuple):
    """An article or paragraph, and the act or article of which it is a provision."""

    iri: str
    law: str


class Thing(NamedTuple):
    """A thing and one of its classes; the number is that of a goal, or the word of a concept."""

    iri: str
    cls: str
    name: str
    brief_name: str
    number: str


class Label(NamedTuple):
    """The name of a thing wherever it is shown."""

    thing: str
    name: str


class Named(NamedTuple):
    """A thing that has a name, and one of its classes; the name has its language."""

    thing: str
    cls: str
    name: Term


class Claimed(NamedTuple):
    """A thing that a claim introduces, and one of its classes; without a name, `words` are what it counts or says.

    The name has its language; it is an empty text if there is none.
    """

    thing: str
    cls: str
    name: Term
    words: str


class Caption(NamedTuple):
    """What answers call a passage, a section or a goal: its words, its report and code, its number and brief name."""

    thing: str
    name: str


class Foreign(NamedTuple):
    """A thing whose name is not English, and the code of its language."""

    thing: str
    language: str


class Kind(NamedTuple):
    """A class of a thing."""

    thing: str
    cls: str


class Name(NamedTuple):
    """A name, number or spelling of a thing, by which a user may ask for it."""

    thing: str
    name: str


class Same(NamedTuple):
    """A thing, and what is one with it by judgements: itself, and each other that goes by the same name."""

    iri: str
    thing: str


class Candidate(NamedTuple):
    """A thing of a class, with one of its names, numbers and spellings."""

    thing: str
    cls: str
    name: str


class Language(NamedTuple):
    """A language of reports, by its code, such as `en`."""

    code: str


class Year(NamedTuple):
    """A year with a report or a list entry."""

    year: int


class Word(NamedTuple):
    """A class or a property of the vocabulary: its kind (`class` or `property`), name and definition."""

    iri: str
    kind: str
    name: str
    definition: str


class Code(NamedTuple):
    """The code of a section, such as 4.1/A."""

    code: str


class Claim(NamedTuple):
    """The id of a claim."""

    id: str


class Spelling(NamedTuple):
    """Another name of a thing, as in reports or lists."""

    thing: str
    name: str


class Link(NamedTuple):
    """A link between two things; `basis` is stated, inferred or structure, `rule` is why it is inferred.

    A reader's inference has the words of the report from which it is inferred, and the reason. The predicate is a
    property, or the role of a contribution.
    """

    source: str
    target: Term
    predicate: str
    status: str
    basis: str
    claim: str
    rule: str
    quote: str
    reason: str
