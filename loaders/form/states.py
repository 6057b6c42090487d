"""What an answer says: blank, answered, that there is nothing to report, or where else the answer is.

An answer declines, or points elsewhere, only if all of its words do: the words of a language say which (`words/`), and
a template may add phrases of its own. One word more is content, and makes it answered.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from alliancegraph.graph.model.reports import Choice
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.form.choices import choices, without_boxes
from alliancegraph.loaders.form.words import Words, alternatives
from alliancegraph.loaders.yamlfile import Value
from alliancegraph.ontology.terms import StateWord

NOTHING = "nothing"  # the kind of a decline that has no other
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\da-zß-öø-ÿ_])|\n\s*\n|\n(?=\s*[-•*])")
_ENUMERATOR = re.compile(r"(?:\W*(?:\d{1,3}|[a-z]|[ivx]{1,4})\s?[.)](?!\w)\W*)+")  # of lists without words, too
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:\d\d|(?:19|20)\d\d))?")
_CODE = re.compile(r"\d+(?:\.\d+)*|[a-z]|[ivx]+")
_ONLY_CODE = re.compile(r"[A-Za-z]{0,3}\W?\d+[\w./-]*\W*")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\"[^\"]{3,120}\"")  # or a title in quotation marks
_SUBJECT = 4  # words of a name with which a decline may begin: "The Ministry of Justice has nothing to report"
_MOST_LEFT = 60  # words of what a form leaves behind
_TEXT = "text"
_FULL_STOPS = (".", "!", "?")  # of a sentence behind a box, which is more than its label


@dataclass(frozen=True)
class State:
    """The phrases by which members say, in a form, that a section has no answer of its own."""

    notation: str
    words: int
    phrases: tuple[str, ...]


class Reply(NamedTuple):
    """What an answer says: the notation of its state, the kind of a decline, and its boxes."""

    state: str
    kind: str = ""
    choices: tuple[Choice, ...] = ()


def read_states(value: Value | None) -> tuple[State, ...]:
    """Return the states in a template; raise ClaimsError if one is incomplete."""
    return tuple(_state(*pair) for pair in value.pairs()) if value else ()


def _state(notation: Value, value: Value) -> State:
    notation.refuse_other_than((StateWord.nothing_to_report, StateWord.refers_elsewhere, StateWord.blank))
    record = value.record(("words", "phrases"))
    phrases = tuple(folded(phrase.text()).casefold() for phrase in record["phrases"].elements())
    return State(notation.text(), record["words"].text().number(), phrases)


def reply(answer: str, kind: str, states: Sequence[State], words: Words) -> Reply:
    """Return what an answer to a question of that kind says."""
    boxes = choices(answer)
    rest = without_boxes(answer) if boxes else answer
    phrases = _phrases(words)
    if phrases.is_leftover(rest, kind):
        says = any(box.is_ticked or box.label.endswith(_FULL_STOPS) for box in boxes)
        return Reply(StateWord.answered if says else StateWord.blank, choices=boxes)
    if not boxes and (found := _by_template(rest, states) or phrases.reply(rest, kind)):
        return found
    return Reply(StateWord.answered, choices=boxes)


def _by_template(answer: str, states: Iterable[State]) -> Reply | None:
    count = len(answer.split())
    short = [state for state in states if count <= state.words]
    sentences = [folded(s).casefold() for s in re.split(r"(?<=[.!?;])\s+", answer) if short and re.search(r"\w", s)]
    for state in short:
        if all(_matches(sentence, state.phrases) for sentence in sentences):
            return Reply(state.notation, NOTHING if state.notation == StateWord.nothing_to_report else "")
    return None


def _matches(sentence: str, phrases: Iterable[str]) -> bool:
    """Return whether a sentence is a phrase, or begins with one that has no full stop and has no second clause."""
    bare = sentence.strip(" .!;:-\"'")
    return any(
        bare == phrase.rstrip(".")
        if phrase.endswith(".")
        else re.fullmatch(rf"{re.escape(phrase)}(?!\w)[^,;:]*", bare) is not None
        for phrase in phrases
    )


@lru_cache(maxsize=16)
def _phrases(words: Words) -> "_Phrases":
    return _Phrases(words)


class _Phrases:
    """The phrases of a language as patterns."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def is_leftover(self, answer: str, kind: str) -> bool:
        """Return whether an answer is nothing but what a form leaves behind; a lone number answers some questions."""
        if len(answer.split()) > _MOST_LEFT:
            return False
        plain = " ".join(folded(answer).casefold().replace("_", " ").split())
        rest = self._leftovers.sub(" ", plain)
        if not any(map(str.isalnum, rest)):
            return True
        return kind == _TEXT and rest == plain and _ENUMERATOR.fullmatch(rest) is not None

    def reply(self, answer: str, kind: str) -> Reply | None:
        """Return the reply of an answer that declines or points elsewhere; None if it has any other content."""
        count = len(answer.split())
        if count > max(self._words.most, self._words.most_of_pointer):
            return None
        sentences = _sentences(answer)
        points = [self._points(sentence) for sentence in sentences]
        declines = [self._declines(sentence, kind) for sentence in sentences]
        if any(points) and count <= self._words.most_of_pointer and all(map(max, zip(points, declines, strict=True))):
            return Reply(StateWord.refers_elsewhere)
        if all(declines) and count <= self._words.most:
            return Reply(StateWord.nothing_to_report, self._kind(" ".join(sentences).casefold()))
        return None

    def _declines(self, sentence: str, kind: str) -> bool:
        plain = sentence.casefold()
        if kind != _TEXT and len(plain.split()) == 1 and plain.strip(".") in self._words["negation"]:
            return False
        found = list(self._declining.finditer(plain))
        if self._existing.search(plain):
            return False
        if not any(match.lastgroup in ("kind", "negation") for match in found):
            return False
        unknown = [match for match in found if match.lastgroup == "unknown"]
        return all(self._is_subject(sentence, plain, match) for match in unknown) and len(unknown) <= _SUBJECT

    def _is_subject(self, sentence: str, plain: str, unknown: re.Match[str]) -> bool:
        """Return whether an unknown word is a year, or a name before what the sentence declines."""
        if _YEAR.fullmatch(unknown[0]) or re.fullmatch(r"\d+(?:\.\d+)+", unknown[0]):
            return True
        before = self._negated.search(plain)
        own = sentence[unknown.start() : unknown.end()] if len(plain) == len(sentence) else ""
        return own[:1].isupper() and before is not None and unknown.end() <= before.start()

    def _points(self, sentence: str) -> bool:
        plain = _ADDRESS.sub(" ", sentence.casefold())
        found = list(self._pointing.finditer(plain))
        if not any(match.lastgroup == "pointing" for match in found):
            return False
        return all(_is_code(match[0]) for match in found if match.lastgroup == "unknown")

    def _kind(self, answer: str) -> str:
        found = ((at, kind) for kind, pattern in self._kinds if (at := pattern.search(answer)))
        return next((kind for _, kind in found), NOTHING)

    @cached_property
    def _existing(self) -> re.Pattern[str]:
        """Something that exists, of which a sentence denies another thing: "the law was not adopted"."""
        definite, things, denied = (alternatives(self._words[use]) for use in ("definite", "things", "not"))
        return re.compile(rf"{definite}(?:\s+\w+){{0,3}}?\s+{things}.*{denied}")

    @cached_property
    def _leftovers(self) -> re.Pattern[str]:
        return re.compile(alternatives(self._words["leftovers"]))

    @cached_property
    def _kinds(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(kind, re.compile(alternatives(phrases))) for kind, phrases in self._words.kinds]

    @cached_property
    def _negated(self) -> re.Pattern[str]:
        return re.compile(alternatives([*self._words["negation"], *self._all_kinds]))

    @cached_property
    def _declining(self) -> re.Pattern[str]:
        fixed = [phrase for phrase in self._all_kinds if "*" not in phrase]
        other = [word for use in ("about", "things", "doing", "filler") for word in self._words[use]]
        return _classes({"kind": fixed, "negation": self._words["negation"], "other": other})

    @cached_property
    def _pointing(self) -> re.Pattern[str]:
        other = [word for use in ("pointed", "structural", "pointing filler") for word in self._words[use]]
        return _classes({"pointing": self._words["pointing"], "other": other})

    @cached_property
    def _all_kinds(self) -> list[str]:
        return [phrase for _, phrases in self._words.kinds for phrase in phrases]


def _sentences(answer: str) -> list[str]:
    """Return the sentences of an answer; what is nothing but a code goes with the one before: "Cf. Q501"."""
    found: list[str] = []
    for sentence in _SENTENCE_END.split(answer):
        words = " ".join(folded(sentence).split())
        if found and _ONLY_CODE.fullmatch(words):
            found[-1] += f" {words}"
        elif any(map(str.isalnum, words)):
            found.append(words)
    return found


def _is_code(word: str) -> bool:
    return _CODE.fullmatch(word) is not None or _YEAR.fullmatch(word) is not None


def _classes(classes: dict[str, Iterable[str]]) -> re.Pattern[str]:
    """Return a pattern whose groups are the classes, with one more for words of none: `unknown`."""
    groups = [f"(?P<{name}>{alternatives(phrases)})" for name, phrases in classes.items()]
    return re.compile("|".join([*groups, r"(?P<unknown>\d+(?:\.\d+)*|[^\W\d_]+)"]))
