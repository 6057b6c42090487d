"""An invented report of about 150 items, the same each time, for the tests of the pages."""

import json
import random
from dataclasses import dataclass, field, replace

import networkx as nx

from graph.claimrows import ClaimRow
from graph.tables import ContributionRow, SectionRow

BASE = "https://w3id.org/alliancegraph/id/"
REPORT = "Freedonia 2014"
GOALS = {"1.1": "More victims identified", "2.1": "Laws that reach offenders", "2.2": "Joint investigations",
         "3.1": "Public awareness", "3.2": "Sharing what works", "4.1": "Industry finds and removes",
         "4.2": "Faster takedown"}  # fmt: skip
BLANK = {"2.1/C", "2.2/B", "3.2/A", "4.1/B", "4.1/C", "4.2/A", "4.2/B"}
STATUSES = ["done", "done", "ongoing", "ended", "under-development", "planned", "pending", "postponed", "willing"]
ROLES = ["leads", "delivers", "supports", "partners", "funds", "hosts", "takesPart", "broadcasts"]
KINDS = {"actor": ["PublicOrganisation", "NGO", "Company", "MediaOutlet", "OrganizationalCollaboration"],
         "initiative": ["Measure", "Project", "Service", "Publication", "Campaign"],
         "event": ["Meeting", "Training", "Visit", "Workshop"], "law": ["LegalResource"],
         "place": ["Place"]}  # fmt: skip
NAMES = {"actor": "Directorate for Countering Organised Matters of the Kind",
         "initiative": "Guide on a safer internet for schools, volume",
         "event": "General Advisory Board Assembly meeting", "law": "Law no. 286/2009 art.",
         "place": "Town"}  # fmt: skip
COUNTS = {"actor": 52, "initiative": 46, "event": 16, "law": 16, "place": 9}


@dataclass
class Alliance:
    """What the explorer is given."""

    network: "nx.MultiDiGraph[str]" = field(default_factory=nx.MultiDiGraph)
    claims: list[ClaimRow] = field(default_factory=list)
    sections: list[SectionRow] = field(default_factory=list)
    contributions: list[ContributionRow] = field(default_factory=list)

    def parts(self) -> tuple["nx.MultiDiGraph[str]", list[ClaimRow], list[SectionRow], list[ContributionRow]]:
        """The arguments of `viz.explorer.explorer`."""
        return self.network, self.claims, self.sections, self.contributions

    def node(self, group: str, name: str, kind: str, label: str, number: str = "", short: str = "",
             names: str = "") -> str:  # fmt: skip
        """Add an item; its IRI is returned."""
        iri = f"{BASE}{group}/{name}"
        self.network.add_node(iri, label=label, names=names, kind=kind, group=group, number=number, short=short)
        return iri

    def link(self, source: str, target: str, predicate: str, label: str, basis: str = "stated", status: str = "",
             claim: str = "", rule: str = "") -> None:  # fmt: skip
        """Add a link between two items."""
        self.network.add_edge(source, target, predicate=predicate, label=label, status=status, basis=basis,
                              claim=claim, rule=rule)  # fmt: skip

    def claim(self, goal: str, section: str, subject: str, predicate: str, target: str, status: str = "",
              quote: str = "", datatype: str = "") -> str:  # fmt: skip
        """Add a claim with its sentence; its id is returned."""
        number = len({row.claim for row in self.claims})
        start = next((row.start for row in self.claims if quote and row.quote == quote), 100 * number)
        labels = self.network.nodes
        self.claims.append(ClaimRow(
            claim=f"c{number:04d}", report=REPORT, alpha3="FRE", section=section, goal=goal,
            kind=labels[subject]["kind"] if subject else "", subject=subject,
            subject_label=labels[subject]["label"] if subject else "", predicate=predicate, object=target,
            object_label=labels[target]["label"] if target in labels else "", datatype=datatype, status=status,
            passage=f"{BASE}passage/p{number}", quote=quote or f"sentence number {number} of the report says this",
            start=start, end=start + 60, context="", stated_by="Freedonia", recorded_by="a test", reviewed_by="",
        ))  # fmt: skip
        return self.claims[-1].claim

    def contribution(self, goal: str, actor: str, role: str, initiative: str, status: str, quote: str = "",
                     **more: str) -> None:  # fmt: skip
        """Add a contribution with its claim, its links, and what a rule draws from it; "" as actor names nobody."""
        section, labels = f"{goal}/A", self.network.nodes
        claim = self._fields(goal, section, status, quote, {"initiative": initiative, "role": role, **more})
        if actor:
            self.claims.append(replace(self.claims[-1], predicate="actor", object=actor,
                                       object_label=labels[actor]["label"]))  # fmt: skip
        name = labels[actor]["label"] if actor else ""
        self.contributions.append(ContributionRow(
            "Freedonia", "FRE", 2014, goal, section, name, role, labels[initiative]["label"], status, "2013/..", claim,
        ))  # fmt: skip
        self.link(initiative, f"{BASE}goal/{goal}", "goal", "serves the goal", status=status, claim=claim)
        if actor:
            self.link(actor, initiative, role, role, status=status, claim=claim)
            self._derive(goal, actor, status, claim)

    def _fields(self, goal: str, section: str, status: str, quote: str, fields: dict[str, str]) -> str:
        """The rows of a contribution's claim, one for each of its fields, as the graph gives them."""
        claim = self.claim(goal, section, "", "type", "Contribution", status, quote)
        row = replace(self.claims[-1], kind="Contribution", subject=f"{BASE}contribution/{claim}")
        for predicate, value in fields.items():
            label = self.network.nodes[value]["label"] if value in self.network else value
            self.claims.append(replace(row, predicate=predicate, object=value, object_label=label))
        return claim

    def _derive(self, goal: str, actor: str, status: str, claim: str) -> None:
        word = {"done": "contributesTo", "ongoing": "contributesTo", "planned": "plansToContributeTo"}.get(status)
        if word:
            self.link(
                actor,
                f"{BASE}goal/{goal}",
                word,
                "contributes to",
                "inferred",
                claim=claim,
                rule="a done step contributes",
            )


def alliance() -> Alliance:
    """The whole invented report."""
    made = Alliance()
    made.network.graph.update(
        title="Freedonia 2014: who contributes",
        as_of=json.dumps({REPORT: "2014-05-31/2014-12-31"}),
        reading=json.dumps({REPORT: "read"}),
    )
    _form(made, "read")
    _content(made, random.Random(7))
    return made


def unread() -> Alliance:
    """A report of which nothing has been read yet."""
    return bare("not-yet", "not yet read")


def bare(reading: str, words: str) -> Alliance:
    """A report from which no fact has been taken, each of its answered sections as far read."""
    made = Alliance()
    made.network.graph.update(title="Freedonia 2014", reading=json.dumps({REPORT: words}))
    _form(made, reading)
    return made


def _form(made: Alliance, reading: str) -> None:
    for target in "1234":
        made.node(
            "goal", target, "PolicyTarget", f"Policy target {target} in its full wording", target, f"Target {target}"
        )
    for number, short in GOALS.items():
        goal = made.node("goal", number, "OperationalGoal", f"{short}, in the full wording of the form", number, short)
        made.link(goal, f"{BASE}goal/{number[0]}", "broader", "is part of", "structure")
        for letter in "ABC":
            state = "blank" if f"{number}/{letter}" in BLANK else "answered"
            made.sections.append(
                SectionRow("Freedonia", "FRE", 2014, number, letter, state, reading if state == "answered" else "read")
            )


def _content(made: Alliance, dice: random.Random) -> None:
    items = {group: _items(made, group, count, dice) for group, count in COUNTS.items()}
    weights = [6, 3, 2, 9, 5, 3, 1]
    serves = {}
    for item in items["initiative"] + items["event"] + items["law"]:
        goal = serves[item] = dice.choices(list(GOALS), weights)[0]
        made.link(
            item,
            f"{BASE}goal/{goal}",
            "goal",
            "serves",
            claim=made.claim(goal, f"{goal}/A", item, "goal", f"{BASE}goal/{goal}"),
        )
    homes = {actor: dice.choices(list(GOALS), weights)[0] for actor in items["actor"]}
    for item in items["initiative"] + items["event"]:
        near = [actor for actor, goal in homes.items() if goal == serves[item]] or items["actor"]
        for actor in sorted({dice.choice(near), dice.choice(near), dice.choice(items["actor"][:6])}):
            made.contribution(serves[item], actor, dice.choice(ROLES), item, dice.choice(STATUSES))
    for actor in items["actor"][8:]:
        made.link(actor, dice.choice(items["actor"][:8]), "unitOf", "is a unit of",
                  claim=made.claim("", "3.1/A", actor, "unitOf", items["actor"][0]))  # fmt: skip
    for law in items["law"][1:5]:
        made.link(
            items["law"][0],
            law,
            "repeals",
            "repeals",
            claim=made.claim("2.1", "2.1/B", items["law"][0], "repeals", law),
        )
    for event in items["event"]:
        place = dice.choice(items["place"])
        made.link(event, place, "place", "took place in", claim=made.claim("3.2", "3.2/B", event, "place", place))
        made.claim("3.2", "3.2/B", event, "dateAsWritten", "26/09/2012", datatype="string")
    made.contribution("3.1", "", "organises", items["event"][0], "done")


def _items(made: Alliance, group: str, count: int, dice: random.Random) -> list[str]:
    names = [(f"{group}-{number}", f"{NAMES[group]} {number}") for number in range(count)]
    return [
        made.node(group, name, dice.choice(KINDS[group]), label, short="COCD" if name == "actor-0" else "")
        for name, label in names
    ]
