"""How a template fits reports, as text for the terminal."""

from collections.abc import Iterator, Sequence

from alliancegraph.graph.words.counting import how_many
from alliancegraph.loaders.form.fit import Fit, Fitted, Nearest
from alliancegraph.loaders.form.outline import GOAL, TARGET
from alliancegraph.loaders.form.template import Template
from alliancegraph.queries.answers.wrapping import padded, visible


def fit_lines(template: Template, fits: Sequence[Fit], unused: Sequence[str]) -> Iterator[str]:
    """Yield the lines: the template, each report, and what of the template no report uses."""
    yield _summary(template)
    if not fits:
        yield from (f"  {_opening(place.heading.level)}{place.heading.printed}" for place in template.outline.places)
    for fit in fits:
        yield from _fit(fit)
    if unused:
        yield f"In none of {how_many(len(fits), 'report')}"
        yield from (f"  {visible(what)}" for what in unused)


def _summary(template: Template) -> str:
    levels = [heading.level for heading in template.headings]
    counts = [how_many(levels.count(level), level) for level in (TARGET, GOAL) if level in levels]
    return f"The form {template.id}: {', '.join((*counts, how_many(len(template.questions), 'question')))}"


def _opening(level: str) -> str:
    return "" if level == TARGET else "  " if level == GOAL else "    "


def _fit(fit: Fit) -> Iterator[str]:
    yield f"{visible(fit.document.path.name)}: {fit.found} of {how_many(len(fit.expected), 'heading')} found"
    size = max(len(heading.name) for heading in fit.expected)
    for heading in fit.expected:
        yield f"  {padded(heading.name, size)}  {_where(heading)}"
    for notice in fit.unexpected:
        yield f"  {notice.place}: {visible(notice.what)}. {notice.remedy}"


def _where(heading: Fitted) -> str:
    if heading.place is None:
        left_out = " (members may leave it out)" if heading.optional else ""
        return f"missing{left_out}: {visible(heading.printed)}{_nearest(heading.nearest)}"
    doubt = f", {heading.doubt}" if heading.doubt else ""
    return f"{heading.place}, {heading.likeness}% alike{doubt}"


def _nearest(nearest: Nearest | None) -> str:
    if nearest is None:
        return "; no line is like it"
    return f"; the nearest is {nearest.place}, {nearest.likeness}% alike: '{visible(nearest.words)}'"
