"""One made-up report: the form of one member for one year, with the claims on it."""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from random import Random

from alliancegraph.graph.model.iris import slug
from alliancegraph.graph.model.reports import Entity, Member, Report, Section, Source
from alliancegraph.graph.model.states import BLANK, NOT_YET, READ
from alliancegraph.loaders.form.scheme import Goal
from tests.bench.desk import Desk
from tests.bench.follow_up import make, recall
from tests.bench.form import LABELS, MEASURES, SCHEME, TEMPLATE, heading, lead_in
from tests.bench.lists import Lists, common_lists, own_lists
from tests.bench.paper import Paper
from tests.bench.promises import Promise, promises
from tests.bench.scenes import SCENES, measured
from tests.bench.scribe import Scribe
from tests.bench.submissions import MEMBER_TYPE, listed_member, submission
from tests.bench.words import WORDS, chance, drawn, land

RECALLS, PROMISES = LABELS[0], LABELS[-1]
SCENES_A_SECTION = 3.8


@dataclass(frozen=True)
class Year:
    """One member (from 1) in one year of the alliance that grows from a seed; at a larger scale reports are longer."""

    seed: int
    member: int
    year: int
    scale: float = 1.0

    @property
    def reading(self) -> str:
        """Whether the report was submitted, loaded and read: a word of `reading` in words.yaml."""
        return drawn(self._chance("reading"), "reading")

    @cached_property
    def states(self) -> dict[str, str]:
        """The state of each section, by the section's code."""
        random = self._chance("states")
        return {f"{goal.number}/{label}": drawn(random, "state") for goal in SCHEME.goals for label in LABELS}

    @property
    def who(self) -> Member:
        """The member."""
        return Member(land(self.member), "")

    def submission(self) -> Entity:
        """Return what the alliance's own list says of the report."""
        return submission(self.who, self.year, "not-submitted" if self.reading == "not submitted" else "submitted")

    def report(self) -> Report | None:
        """Return the report, without claims if it is not read; None if it was not submitted or is not loaded."""
        if self.reading in ("not submitted", "not loaded"):
            return None
        member = self.who
        paper = Paper(TEMPLATE.report_id(slug(member.label), self.year))
        scribe = Scribe(paper)
        self._fill(Desk(scribe, self._chance("text"), self.year, member.iri, *self._lists()))
        read = self.reading == "read"
        return Report(
            id=paper.report,
            member=member,
            year=self.year,
            scheme=SCHEME.iri,
            goals=SCHEME.triples,
            source=self._source(member, paper.text),
            sections=tuple(map(self._as_read, paper.sections)),
            claims=tuple(scribe.claims.values()) if read else (),
            entities=self._entities() if read else (),
            recorded_by="a benchmark" if read else "",
        )

    def promised(self, goal: Goal) -> list[Promise]:
        """Return what the report promises for a goal, if it was submitted and has that section answered."""
        if self.reading == "not submitted" or self.states[f"{goal.number}/{PROMISES}"] != "answered":
            return []
        return promises(self.seed, self.member, self.year, tuple(g.number for g in SCHEME.goals))[goal.number]

    def _fill(self, desk: Desk) -> None:
        paper, length = desk.scribe.paper, self.scale * desk.random.lognormvariate(0, 0.4)
        paper.print(TEMPLATE.title.format(year=self.year))
        paper.print(self.who.label.upper())
        for goal in SCHEME.goals:
            for words in lead_in(goal):
                paper.print(words)
            for label in LABELS:
                state = self.states[f"{goal.number}/{label}"]
                paper.open(goal, label, state, heading("section", label))
                if state == "answered":
                    self._answer(desk, goal, label, length)
                elif state in WORDS["answers"]:
                    paper.print(WORDS["answers"][state])
                paper.close()

    def _answer(self, desk: Desk, goal: Goal, label: str, length: float) -> None:
        for promise in self._before().promised(goal) if label == RECALLS else ():
            recall(desk, promise)
        for promise in self.promised(goal) if label == PROMISES else ():
            make(desk, promise)
        if label not in (RECALLS, PROMISES) and goal.iri in MEASURES and drawn(desk.random, "measure") == "reported":
            measured(desk, goal.iri, *MEASURES[goal.iri])
        for _ in range(1 + int(desk.random.expovariate(1 / (SCENES_A_SECTION * length)))):
            SCENES[drawn(desk.random, "scene")](desk)

    def _before(self) -> "Year":
        return Year(self.seed, self.member, self.year - 1)

    def _as_read(self, section: Section) -> Section:
        return replace(section, reading=READ if self.reading == "read" or section.state == BLANK else NOT_YET)

    def _lists(self) -> tuple[Lists, Lists]:
        return common_lists(self.seed), own_lists(self.seed, self.member, self.year)

    def _entities(self) -> tuple[Entity, ...]:
        """Return the lists of this year, and those of the year before, of which this report can speak too."""
        lists = (*self._lists(), own_lists(self.seed, self.member, self.year - 1))
        known = {entity.iri: entity for each in lists for entity in each.entities}
        return (*known.values(), listed_member(self.who), self._before().submission(), self.submission())

    def _source(self, member: Member, text: str) -> Source:
        return Source(
            title=TEMPLATE.title.format(year=self.year),
            text=text,
            language=TEMPLATE.language,
            sha256=sha256(text.encode()).hexdigest(),
            as_of=f"{self.year}",
            citation=f"{member.label}, {self.year}: made up for a benchmark",
            member_type=MEMBER_TYPE,
        )

    def _chance(self, what: str) -> Random:
        return chance(self.seed, self.member, self.year, what)
