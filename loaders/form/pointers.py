"""Pointers: which section an answer such as "See section 1.1 B" or "Idem" means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.form.outline import Heading
from alliancegraph.loaders.form.words import Words, alternatives

_BETWEEN = r"[\s.,:/()–-]*(?:[^\W\d_]+\s+)?"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_CODE = r"[\s.()/–-]{0,3}"


@dataclass(frozen=True)
class Pointee:
    """A section at which an answer may point: its code, and the patterns of what its goal and its question print.

    `number` is the number that its goal prints, which may begin again in each part of the form.
    """

    code: str
    goal: str
    number: tuple[str, ...]
    label: str = ""

    @property
    def part(self) -> str:
        """The part of the form: the number of its goal without what is after the last dot."""
        return self.code.partition("/")[0].rpartition(".")[0]

    @classmethod
    def of(cls, code: str, goal: Heading, question: Heading | None) -> "Pointee":
        """Return the section with that code, under a goal, of a question unless it has none."""
        return cls(code, _printed(goal), goal.leads[0].code, _printed(question) if question else "")


def targets(answer: str, code: str, sections: Sequence[Pointee], words: Words) -> tuple[str, ...]:
    """Return the codes of the sections that the answer of one points at; none if it leaves open which.

    A goal alone means the same question under it; a question alone the one under the same goal, or the only one that
    prints its number; "idem" the section before; "see above" and "see below" those before and after, under its goal.
    """
    plain = folded(answer).casefold()
    if YEAR.search(plain) and re.search(alternatives(words["elsewhere"]), plain):
        return ()
    own = next(section for section in sections if section.code == code)
    others = [section for section in sections if section.code != code]
    alike = [other for other in others if other.label == own.label]
    near = [other for other in others if other.goal == own.goal]
    for named in (
        [other for other in others if _names(plain, other.goal, other.label)],
        [other for other in _alone(others, sections) if _names(plain, other.label) and re.search(r"\d", plain)],
        [other for other in alike if _names(plain, other.goal)],
        [other for other in near if _names(plain, other.label) and not re.search(r"\d", plain)],
    ):
        if named:
            return tuple(section.code for section in named if section.part == own.part or _is_only(section, named))
    everywhere = not own.label or "same" in _kinds(plain, words)
    near = [section for section in sections if section.goal == own.goal or everywhere]
    return tuple(section.code for section in _beside(plain, near, near.index(own), words))


def is_guess(answer: str, words: Words) -> bool:
    """Return whether the section that an answer points at is only the one beside it: "see above"."""
    plain = folded(answer).casefold()
    return not re.search(r"\d", plain) and _kinds(plain, words) in ({"before"}, {"after"})


def _kinds(plain: str, words: Words) -> set[str]:
    """Return in which ways a text points without a code: before, after, at the same answer, at another document."""
    found = {use for use in ("before", "after", "same", "elsewhere") if re.search(alternatives(words[use]), plain)}
    return found | ({"elsewhere"} if YEAR.search(plain) else set())


def _beside(plain: str, sections: Sequence[Pointee], at: int, words: Words) -> Sequence[Pointee]:
    """Return the section before or after, if words such as "above" mean it and no other report or annex."""
    kinds = _kinds(plain, words)
    if "elsewhere" in kinds or {"before", "after"} <= kinds:
        return ()
    if kinds & {"before", "same"}:
        return sections[max(0, at - 1) : at]
    return sections[at + 1 : at + 2] if kinds else ()


def _is_only(section: Pointee, named: Sequence[Pointee]) -> bool:
    """Return whether no other section prints its number and its question."""
    alike = [(other.number, other.label) for other in named].count((section.number, section.label))
    return alike == 1 or not section.number


def _alone(others: Iterable[Pointee], sections: Sequence[Pointee]) -> list[Pointee]:
    """Return those whose question is asked under no other goal."""
    labels = [section.label for section in sections]
    return [other for other in others if other.label and labels.count(other.label) == 1]


def _names(plain: str, *parts: str) -> bool:
    """Return whether a text has those parts of a code side by side, and no other code around them."""
    pattern = _BETWEEN.join(part for part in parts if part)
    return bool(pattern) and re.search(rf"(?<![\w.])(?:{pattern})(?!\w|\.\d)", plain) is not None


def _printed(heading: Heading) -> str:
    """Return a pattern of the code of a heading, as the form prints it or as it is written, or of its words."""
    codes = [re.escape(heading.key.casefold()), *(re.escape(folded(words).casefold()) for words in heading.wordings)]
    for lead in heading.leads:
        if lead.code:
            glued = "".join(rf"(?:{re.escape(word)}\W{{0,3}})?" for word in lead.before)
            codes.append(glued + _IN_CODE.join(map(re.escape, lead.code)))
    return f"(?:{'|'.join(sorted(filter(None, codes), key=len, reverse=True))})"
