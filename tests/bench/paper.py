"""A filled-in form as it is written: its text, and where each section and each sentence stands."""

from dataclasses import dataclass, field, replace

from pyoxigraph import NamedNode

from alliancegraph.graph.model.iris import mint
from alliancegraph.graph.model.reports import Passage, Section, Span
from alliancegraph.loaders.form.scheme import Goal


@dataclass
class Paper:
    """Grows from the title on; what is written stays where it is."""

    report: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    sections: list[Section] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    last: Passage | None = None

    @property
    def text(self) -> str:
        """All that is written so far."""
        return "".join(self.parts)

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self.sections[-1]

    def print(self, words: str) -> Span:
        """Write a paragraph."""
        start = self.length
        self.parts += [words, "\n\n"]
        self.length += len(words) + 2
        return Span(start, start + len(words))

    def open(self, goal: Goal, label: str, state: str, heading: str) -> None:
        """Begins a section, which lasts until it is closed."""
        span, local = self.print(heading), f"{self.report}-{goal.number}-{label.lower()}"
        body = Span(span.end, span.end)
        code, iri = f"{goal.number}/{label}", mint("section", local)
        self.sections.append(Section(iri, code, label, goal.iri, mint("state", state), span, body))
        self.said.clear()
        self.last = None

    def close(self) -> None:
        """End the section that is open."""
        self.sections[-1] = replace(self.section, body=Span(self.section.body.start, self.length))

    def say(self, sentence: str, stated_by: NamedNode | None = None, context: Passage | None = None) -> Passage:
        """Write a sentence into the section that is open, in words that stand there only once."""
        words = f"{sentence[:-1]} (item {len(self.said)})." if sentence in self.said else sentence
        self.said.add(words)
        self.last = Passage(self.section.iri, words, self.print(words))
        return replace(self.last, stated_by=stated_by, context=context)
