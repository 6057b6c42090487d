"""Writes a proposal as the two files of a form: the template, and the goals as SKOS; what is unsure as comments."""

from collections.abc import Iterator

from pyoxigraph import Literal

from alliancegraph.graph.files.yamlwriting import Plain, pair
from alliancegraph.graph.model.iris import slug
from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.proposing.proposal import Entry, Proposal

TEMPLATE, GOALS = "form.yaml", "goals.ttl"
_BRIEF = 6  # words of a short name
_HEAD = """\
@prefix ag: <https://w3id.org/alliancegraph/ontology#> .
@prefix goal: <https://w3id.org/alliancegraph/id/goal/> .
@prefix scheme: <https://w3id.org/alliancegraph/id/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix target: <https://w3id.org/alliancegraph/id/target/> .
"""
ASK = "# ? "


def template_file(proposal: Proposal) -> str:
    """Return the template as YAML."""
    return "\n".join(_template(proposal)) + "\n"


def _template(proposal: Proposal) -> Iterator[str]:
    yield f"# Proposed from {how_many(proposal.samples, 'filled-in report')}."
    yield f"# Lines with `{ASK.strip()}` ask you: decide, change what is wrong, and delete them."
    yield f"{ASK}a short name for the form, with a year or edition if there are several; goals.ttl has it too"
    yield from pair("id", proposal.id, 0)
    if "{year}" not in proposal.title:
        yield f"{ASK}no year stands in the title: write `year: 2024` into the about file of each report"
    yield from pair("title", proposal.title or "Report", 0)
    yield from pair("scheme", GOALS, 0)
    yield f"{ASK}is this the language of the form?"
    yield from pair("language", proposal.language, 0)
    for level, patterns in (("target", proposal.target_patterns), ("goal", proposal.goal_patterns)):
        if patterns is not None:
            yield from pair(level, _one_or_more(patterns), 0)
    yield from _questions(proposal)
    yield from _passed_over(proposal)


def _questions(proposal: Proposal) -> Iterator[str]:
    if proposal.section_patterns is None or not proposal.questions:
        yield f"{ASK}no question repeats: each goal is answered as a whole"
        return
    yield from pair("section", _one_or_more(proposal.section_patterns), 0)
    yield "sections:"
    for question in proposal.questions:
        yield from _question(question)


def _one_or_more(patterns: tuple[str, ...]) -> Plain:
    return patterns if len(patterns) > 1 else patterns[0]


def _question(question: Entry) -> Iterator[str]:
    if question.doubt:
        yield f"  {ASK}{question.doubt}"
    more: dict[str, Plain] = {"under": question.under} if question.under else {}
    more |= {"optional": "yes"} if question.optional else {}
    value: Plain = {"words": question.words, **more} if more else question.words
    first, *others = pair(question.code, value, 2)
    yield from (f"  {first}", *others)


def _passed_over(proposal: Proposal) -> Iterator[str]:
    if proposal.passed_over:
        yield f"{ASK}do these headings carry nothing of their own?"
        yield from pair("headings", proposal.passed_over, 0)


def goals_file(proposal: Proposal) -> str:
    """Return the goals as SKOS in Turtle."""
    return "\n".join([_HEAD, *_scheme(proposal), *_targets(proposal), *_goals(proposal)])


def _scheme(proposal: Proposal) -> Iterator[str]:
    title = " ".join(filter(None, (part.strip(" –-") for part in proposal.title.split("{year}")))) or proposal.id
    yield f"{ASK}the name of the alliance's goals, and a sentence about them"
    yield f"{ASK}each skos:altLabel is a short name, for tables: shorten it"
    yield f"scheme:{proposal.id} a skos:ConceptScheme ;"
    yield f"    skos:prefLabel {_text(title, proposal)} ;"
    yield f"    skos:altLabel {_text(_brief(title), proposal)} ;"
    yield f"    skos:definition {_text(f'{title}.', proposal)} .\n"


def _targets(proposal: Proposal) -> Iterator[str]:
    for target in proposal.targets:
        yield from _concept(proposal, target, f"target:{proposal.id}-{_local(target)} a ag:PolicyTarget", "")


def _goals(proposal: Proposal) -> Iterator[str]:
    targets = {target.code: target for target in proposal.targets}
    for goal in proposal.goals:
        above = targets.get(goal.above)
        broader = f"target:{proposal.id}-{_local(above)}" if above else ""
        yield from _concept(proposal, goal, f"goal:{proposal.id}-{_local(goal)} a ag:OperationalGoal", broader)


def _concept(proposal: Proposal, entry: Entry, opening: str, broader: str) -> Iterator[str]:
    words = entry.words or entry.code
    if entry.doubt:
        yield f"{ASK}{entry.doubt}"
    yield f"{opening}, skos:Concept ;"
    yield f"    skos:prefLabel {_text(words, proposal)} ;"
    yield f"    skos:altLabel {_text(_brief(words), proposal)} ;"
    yield f"    skos:notation {Literal(entry.code)} ;"
    place = f"skos:broader {broader}" if broader else f"skos:topConceptOf scheme:{proposal.id}"
    yield f"    {place} ;"
    yield f"    skos:inScheme scheme:{proposal.id} .\n"


def _text(words: str, proposal: Proposal) -> str:
    return str(Literal(words, language=proposal.language))


def _brief(words: str) -> str:
    own = words.rstrip(" .:?").split()
    return " ".join(own[:_BRIEF]) + (" …" if len(own) > _BRIEF else "")


def _local(entry: Entry) -> str:
    return ".".join(slug(part) for part in entry.code.split("."))
