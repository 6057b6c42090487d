"""`ontology/REUSED.md` says of every reused term what it means in its own vocabulary and how this graph uses it."""

import re

from alliancegraph.graph.model.prefixes import short_name
from alliancegraph.ontology.terms import ONTOLOGY
from alliancegraph.ontology.vocabulary import ROOM, Vocabulary

USED, _, LEFT = (ROOM / "REUSED.md").read_text(encoding="utf-8").partition("## Tried, and left")
ROWS = re.findall(r"^\| `(\w+:\w+)` \| ([^|]+) \| ([^|]+) \|$", USED, re.MULTILINE)
VOCABULARY = Vocabulary.load()
REUSED = {
    short_name(iri)
    for iri in (*VOCABULARY.classes.values(), *VOCABULARY.properties.values())
    if not iri.startswith(ONTOLOGY)
}


def test_every_reused_term_has_one_row_and_no_other_term_has() -> None:
    assert sorted(term for term, _, _ in ROWS) == sorted(REUSED)


def test_what_was_left_is_not_used() -> None:
    left = set(re.findall(r"`(\w+:\w+)`", "\n".join(line.split("|")[1] for line in LEFT.splitlines() if "`" in line)))
    assert len(left) > 4
    assert left & REUSED == set()
