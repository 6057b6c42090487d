"""What print and typing do to the same words, from the files to the graph: quotes, values, labels, ids and look-ups."""

import re
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from pyoxigraph import NamedNode

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import ClaimsError, InputError
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.claims.sentencecoverage import coverage
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.terms import AG, FOAF, OA, SKOS
from alliancegraph.queries.asking.lookup import find_thing
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.views.alliance import Views
from tests.assembling import populate
from tests.conftest import HEAD, entered

PRINTED = "The new Hotline, developed thru the SaferInternet Project, is a highly effective mechanism"
SET = (
    "The new Hot\u00adline¹, developed thru the\u00a0Safer\u200bInternet Projectul Român‐\nesc "
    "al Agenţiei o\ufb03cial, is a\u2060 highly e\ufb00ective mechanism… of 21.500 "
    "adults² on 12 km² inter\u00ad\nministerial"
)
TYPED = "The new Hotline, developed thru the SaferInternet Projectul Românesc al Agenției official"
KEPT = "The new Hotline, developed thru the SaferInternet Projectul Românesc al Agenţiei official"
FACT = "\n      facts: [hotline partOf sigur-info]"


@pytest.fixture
def printed(copy: Path) -> Path:
    """Return the report, a sentence of it set in type as an extractor may find it."""
    about = copy.with_suffix(".yaml")
    about.write_text(re.sub("(?m)^sha256: .*\n", "", about.read_text(encoding="utf-8")), encoding="utf-8")
    text = copy.read_text(encoding="utf-8")
    found = re.search(r"\s+".join(map(re.escape, PRINTED.split())), text)
    assert found
    copy.write_text(text[: found.start()] + SET + text[found.end() :], encoding="utf-8")
    return copy


def said(copy: Path, *items: str) -> list[str]:
    entered(copy, *items)
    with pytest.raises(ClaimsError) as caught:
        read_report(copy)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("mark", ["", "¹"])
def test_a_quote_in_any_typing_is_found_and_kept_as_people_read_it(
    printed: Path, form: Literal["NFC", "NFD"], mark: str
) -> None:
    typed = normalize(form, TYPED.replace("Hotline", f"Hotline{mark}"))
    entered(printed, f"quote: {typed}{FACT}")
    report = read_report(printed)
    (claim,) = report.claims
    assert claim.passage.quote == KEPT
    words = report.source.text[claim.passage.span.start : claim.passage.span.end]
    assert words == SET[: SET.index(", is a")]
    assert folded(words).replace("- ", "") == folded(KEPT)


def test_the_graph_finds_the_words_and_the_text_at_its_offsets(printed: Path) -> None:
    entered(printed, f'quote: "{TYPED}"{FACT}')
    store = Store.memory()
    report = read_report(printed)
    populate(store, [report])
    asked = f"""SELECT ?quote ?start ?end ?text {{
        ?p <{AG.quote}> ?quote ; <{OA.hasSelector}> ?s . ?s <{OA.start}> ?start ; <{OA.end}> ?end .
        ?report <{AG.text}> ?text
        FILTER (CONTAINS(?quote, "official") && CONTAINS(?quote, "Hotline, developed") && CONTAINS(?quote, "Românesc"))
    }}"""
    (row,) = store.select(asked)
    start, end = int(row["start"].value), int(row["end"].value)
    assert row["text"].value[start:end] == SET[: SET.index(", is a")]
    assert row["quote"].value == KEPT


def test_a_footnote_mark_behind_a_quote_is_no_part_of_it(printed: Path) -> None:
    entered(printed, f"quote: of 21.500 adults{FACT}", f"quote: mechanism... of 21.500 adults²{FACT}")
    one, other = read_report(printed).claims
    assert (one.passage.quote, other.passage.quote) == ("of 21.500 adults", "mechanism… of 21.500 adults")
    assert one.passage.span.end == other.passage.span.end


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        (
            "a highly effect",
            "begins or ends inside 'effective' in 1.1/B; expected whole words and numbers. Quote all of",
        ),
        ("mechanism… of 21", "begins or ends inside '21.500' in 1.1/B"),
        ("adults² on 12 km", "begins or ends inside 'km²' in 1.1/B"),
        (
            "adults on 12 km2",
            "What looks alike is not: the quote has '2', DIGIT TWO (U+0032), the report '²', SUPERSCRIPT",
        ),
        (
            "is а highly effective",
            "'а', CYRILLIC SMALL LETTER A (U+0430), the report 'a', LATIN SMALL LETTER A (U+0061)",
        ),
        ("the SaferInternets Project", "The report has: 'the SaferInternet Projectul"),
    ],
)
def test_a_quote_that_is_not_found_says_what_differs(printed: Path, quote: str, message: str) -> None:
    (line,) = said(printed, f'quote: "{quote}"{FACT}')
    assert line.startswith(f"{printed.with_suffix('.claims.yaml')}:6: the quote '{quote}' ")
    assert message in line


def test_one_passage_has_one_wording(printed: Path) -> None:
    first, second = (f"km² {word}" for word in ("inter-ministerial", "interministerial"))
    other = "\n      facts: [cocd within mia]"
    (line,) = said(printed, f"quote: {first}{FACT}", f"quote: {second}{other}")
    assert f":9: the words that are quoted as '{first}' above are '{second}' here; expected one reading" in line
    (line,) = said(printed, f"quote: {first}{FACT}", f"quote: of 21.500 adults\n      context: {second}{other}")
    assert f":10: the words that are quoted as '{first}' above are '{second}' here" in line
    entered(printed, f"quote: {first}{FACT}", f"quote: {first}{other}", f"quote: {second}\n      nothing: wish")
    assert [claim.passage.quote for claim in read_report(printed).claims] == [first, first]


@pytest.mark.parametrize(
    ("quote", "fact", "found"),
    [
        ("of 21.500 adults", "Statistic: {counted: adults, value: 500, unit: adults}", "only inside '21.500'"),
        ("on 12 km²", "cocd: {nameAsWritten: 12 km}", "only inside 'km²'"),
        ("a highly effective", "cocd: {nameAsWritten: effect}", "only inside 'effective'"),
    ],
)
def test_a_value_is_not_cut_out_of_a_word_or_a_number(printed: Path, quote: str, fact: str, found: str) -> None:
    (line,) = said(printed, f'quote: "{quote}"\n      facts:\n        - {fact}')
    assert ":8: " in line
    assert found in line


def test_values_as_written_may_be_typed_otherwise_too(printed: Path) -> None:
    fact = 'Statistic: {counted: adults, value: 21500, valueAsWritten: "21.500", unit: adults}'
    names = f'cocd: {{nameAsWritten: ["{normalize("NFD", "Agenției")}", Projectul Românesc]}}'
    entered(printed, f"quote: of 21.500 adults\n      facts:\n        - {fact}")
    assert len(read_report(printed).claims) == 1
    entered(printed, f'quote: "{TYPED}"\n      facts:\n        - {names}')
    assert [claim.facts[0].object.value for claim in read_report(printed).claims] == ["Agenției", "Projectul Românesc"]


def test_coverage_shows_sentences_as_people_read_them(printed: Path) -> None:
    entered(printed, f"quote: of 21.500 adults{FACT}")
    (row,) = (row for row in coverage(read_report(printed)) if row.state == "claimed")
    assert "The new Hotline¹, developed thru the SaferInternet" in row.sentence
    assert "al Agenţiei official" in row.sentence


def test_labels_and_ids_that_look_the_same_are_the_same(copy: Path) -> None:
    introduced = normalize("NFD", "Measure agenția-nouă: {label: Agenția\u200b nou\u00adă}")
    used = normalize("NFC", "cocd delivers agenția-nouă: {status: done}")
    entered(copy, f"quote: The new Hotline\n      facts:\n        - {introduced}\n        - {used}")
    measure, contribution = read_report(copy).claims
    assert [label.value for label in measure.objects(SKOS.prefLabel)] == ["Agenția nouă"]
    assert contribution.objects(AG.initiative) == [measure.node]


def test_a_key_that_stands_twice_in_two_encodings_is_found_out(copy: Path) -> None:
    path = entered(copy, f"quote: The new Hotline{FACT}")
    path.write_text(path.read_text(encoding="utf-8") + "  1.1\u200b/B:\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"the key '1\.1/B' occurs twice"):
        read_report(copy)


@pytest.mark.parametrize("label", ["Poliția “Sud” – Galați", "Poliţia „Sud” – Galaţi"])
@pytest.mark.parametrize(
    "asked",
    ["Poliția “Sud” – Galați", 'Polit\u0326ia "Sud" - Galat\u0326i', "poliţia\u200b 'Sud' - galaţi".replace("'", '"')],
)
def test_a_name_is_found_however_it_is_typed(copy: Path, label: str, asked: str) -> None:
    folder = copy.parent / "police"
    folder.mkdir()
    listed = f"prefix: xx\nPublicOrganisation:\n  police-south: {{label: '{label}'}}\n"
    (folder / "bodies.yaml").write_text(listed, encoding="utf-8")
    head = HEAD.replace("romania]", "romania, police]")
    entered(copy, "quote: The new Hotline\n      facts: [police-south within mia]", head=head)
    store = Store.memory()
    populate(store, [read_report(copy)])
    body = NamedNode("https://w3id.org/alliancegraph/id/organization/xx-police-south")
    assert find_thing("actor", [FOAF.Agent], asked, store) == body
    assert [row.quote for row in claim_rows(Views(store))] == ["The new Hotline"]
