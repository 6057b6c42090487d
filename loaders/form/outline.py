"""What a form should print, in order: its headings, each with the wordings that it may have, and their places."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from alliancegraph.loaders.form.leads import Lead

TARGET, GOAL, SECTION = "target", "goal", "section"


@dataclass(frozen=True)
class Heading:
    """A heading as a form prints it: the leads that it may have, and its words in each language and edition."""

    level: str
    key: str
    leads: tuple[Lead, ...]
    wordings: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The first of its leads, as printed."""
        return self.leads[0].printed

    @property
    def words(self) -> str:
        """The first of its wordings."""
        return self.wordings[0]

    @property
    def printed(self) -> str:
        """The heading as the form prints it."""
        return f"{self.lead} {self.words}".strip()


@dataclass(frozen=True)
class Question:
    """A question of a form: its heading, the kind of its answer, and the goals under which it is asked (none: all)."""

    heading: Heading
    kind: str = "text"
    optional: bool = False
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a heading belongs: the numbers of its target and its goal, and whether members may leave it out."""

    heading: Heading
    target: str = ""
    goal: str = ""
    optional: bool = False

    @property
    def code(self) -> str:
        """The code of the section that it opens, or the number of its goal or target."""
        return f"{self.goal}/{self.heading.key}" if self.heading.level == SECTION else self.heading.key

    @property
    def name(self) -> str:
        """Its level and its code, such as "section 1/A"."""
        return f"{self.heading.level} {self.code}"

    def number_at(self, level: str) -> str:
        """Return the number of its target, or of its goal."""
        return self.target if level == TARGET else self.goal


@dataclass(frozen=True)
class Outline:
    """The places of a form, in order; numbers in what follows are indices into them."""

    places: tuple[Place, ...]

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The distinct headings."""
        return tuple(dict.fromkeys(place.heading for place in self.places))

    @cached_property
    def numbers(self) -> dict[Heading, tuple[int, ...]]:
        """The places of each heading."""
        found: dict[Heading, list[int]] = {}
        for number, place in enumerate(self.places):
            found.setdefault(place.heading, []).append(number)
        return {heading: tuple(numbers) for heading, numbers in found.items()}

    @cached_property
    def of_goals(self) -> dict[tuple[str, Heading], int]:
        """The number of the place of each section, by its goal and heading."""
        return {(p.goal, p.heading): n for n, p in enumerate(self.places) if p.heading.level == SECTION}

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What it costs to skip all places before each one, and all of them."""
        sums = [0.0]
        for place in self.places:
            sums.append(sums[-1] + (0 if place.optional else _SKIPPED[place.heading.level]))
        return tuple(sums)

    def following(self, heading: Heading, place: int) -> int | None:
        """Return the first place of a heading after that one; None if it has none."""
        numbers = self.numbers[heading]
        at = bisect_right(numbers, place)
        return numbers[at] if at < len(numbers) else None

    def opens(self, number: int) -> bool:
        """Return whether a section begins at that place: at a question, or at a goal without questions."""
        place = self.places[number]
        if place.heading.level != GOAL:
            return place.heading.level == SECTION
        return place.goal not in self._asked

    @cached_property
    def _asked(self) -> frozenset[str]:
        """The goals that have questions."""
        return frozenset(goal for goal, _ in self.of_goals)


_SKIPPED = {TARGET: 0.05, GOAL: 0.05, SECTION: 0.02}


def outline(
    targets: Mapping[str, Heading], goals: Iterable[tuple[str, Heading]], questions: Iterable[Question]
) -> Outline:
    """Return the outline of a form: its targets by number, its goals with the number of the target of each."""
    asked = tuple(questions)
    places: list[Place] = []
    current = ""
    for target, goal in goals:
        if target != current and target in targets:
            places.append(Place(targets[target], target))
        current = target
        places.append(Place(goal, target, goal.key))
        own = [question for question in asked if not question.under or goal.key in question.under]
        places += [Place(question.heading, target, goal.key, question.optional) for question in own]
    return Outline(tuple(places))
