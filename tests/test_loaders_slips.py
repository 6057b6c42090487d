"""All slips of a claims file and its lists are told at once: no empty key and no broken list hides others."""

from pathlib import Path

import pytest

from alliancegraph.graph.errors import AllianceGraphError
from alliancegraph.loaders.report import read_report
from tests.conftest import HEAD, entered, reprinted

BAD = "quote: The new Hotline\n      fact: [cocd within mia]"


def refusal(copy: Path, head: str, *items: str) -> str:
    entered(copy, *items, head=head)
    with pytest.raises(AllianceGraphError) as caught:
        read_report(copy)
    return str(caught.value)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (HEAD.replace("a test", ""), ".yaml:3: 'recorded by' is empty"),
        (HEAD.replace("sections", "language:\nsections"), ".yaml:4: 'language' is empty"),
        (HEAD.replace("sections", "'': x\nsections"), ".yaml:4: a key that is empty"),
        (HEAD + "  1.1/A:\n", ".yaml:5: '1.1/A' is empty"),
    ],
)
def test_an_empty_key_hides_no_other_slip(copy: Path, head: str, found: str) -> None:
    said = refusal(copy, head, BAD)
    assert found in said
    assert "unknown key 'fact'" in said
    assert "'facts' is missing" in said


def test_an_empty_key_of_an_item_hides_no_other_of_its_keys(copy: Path) -> None:
    said = refusal(copy, HEAD, "quote: The new Hotline\n      context:\n      fact: [x]", BAD)
    assert ".yaml:7: 'context' is empty" in said
    assert said.count("unknown key 'fact'") == 2


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("NGO:\n  x: {lable: X}\n", "own/a.yaml:2: unknown word 'lable'"),
        ("NGO:\n  x: {label: X\n", "own/a.yaml:3: not YAML"),
        ("NGOO:\n  x: {label: X}\n", "own/a.yaml:1: unknown class 'NGOO'"),
        ("NGO:\n  x: {label: Police, Justice}\n", "own/a.yaml:2: 'Justice' is empty"),
    ],
)
def test_a_broken_list_hides_no_wrong_quote_and_no_wrong_fact(copy: Path, text: str, slip: str) -> None:
    (copy.parent / "own").mkdir()
    (copy.parent / "own" / "a.yaml").write_text(text, encoding="utf-8")
    (copy.parent / "own" / "b.yaml").write_text("NGO:\n  y: {label: Y}\n", encoding="utf-8")
    head = HEAD.replace("romania]", "romania, own, away]")
    facts = "facts: [y within mia, x within mia, cocd withinn mia, cocd delivers hotline]"
    said = refusal(copy, head, f"quote: The old Hotline\n      {facts}")
    for found in (
        slip,
        "no authority list 'away'",
        "'The old Hotline' is not in",
        "word 'withinn'",
        "no status",
    ):
        assert found in said
    assert "unknown id" not in said


def test_a_wrong_document_hides_no_slip_of_lists_and_claims(copy: Path) -> None:
    copy.write_text("no form", encoding="utf-8")
    said = refusal(copy, HEAD.replace("romania]", "romania, away]"), BAD)
    assert "no authority list 'away'" in said
    assert "unknown key 'fact'" in said
    assert "romania-2014.yaml:8: another SHA-256" in said


def test_a_broken_list_hides_no_slip_of_the_claims(copy: Path) -> None:
    (copy.parent / "own").mkdir()
    (copy.parent / "own" / "a.yaml").write_text("NGO:\n  x: {lable: X}\n", encoding="utf-8")
    said = refusal(copy, HEAD.replace("romania]", "romania, own]"), BAD)
    assert "own/a.yaml:2: unknown word 'lable'" in said
    assert "unknown key 'fact'" in said


@pytest.mark.parametrize("key", ["name", "description"])
def test_a_text_with_a_comma_that_brackets_split_is_refused(copy: Path, key: str) -> None:
    reprinted(copy, "The new Hotline", "The Ministry of Justice, Police and the new Hotline")
    item = "quote: Ministry of Justice, Police and the new Hotline\n      facts:\n        - cocd: {KEY: [VALUE]}"
    item = item.replace("KEY", key)
    said = refusal(copy, HEAD, item.replace("VALUE", "Ministry of Justice, Police"))
    assert ".yaml:8: two texts in brackets, where the report or a list has 'Ministry of Justice, Police'" in said
    for clear in ('"Ministry of Justice", "Police"', '"Ministry of Justice, Police"', "Police, Ministry of Justice"):
        entered(copy, item.replace("VALUE", clear))
        assert read_report(copy).claims


@pytest.mark.parametrize(
    ("names", "clear"),
    [
        ("[Ministry of Justice, Police]", '["Ministry of Justice", "Police"]'),
        ("[A body, the\n      Joy]", '["A body, the Joy"]'),
    ],
)
def test_so_is_one_in_a_list(copy: Path, names: str, clear: str) -> None:
    reprinted(copy, "The new Hotline", "The Ministry of Justice, Police and the new Hotline")
    (listed := copy.parent / "own" / "a.yaml").parent.mkdir()
    entry = "NGO:\n  x:\n    label: X\n    name: {}\n  y: {{label: 'A body, the Joy'}}\n"
    listed.write_text(entry.format(names), encoding="utf-8")
    item, head = (
        "quote: the new Hotline\n      facts: [cocd within mia]",
        HEAD.replace("romania]", "romania, own]"),
    )
    assert "own/a.yaml:4: two texts in brackets, where the report or a list has '" in refusal(copy, head, item)
    listed.write_text(entry.format(clear), encoding="utf-8")
    assert read_report(copy).claims


def test_brackets_split_no_label_of_a_list(copy: Path) -> None:
    (copy.parent / "own").mkdir()
    (copy.parent / "own" / "a.yaml").write_text("NGO:\n  x: {label: 'Care, Hope'}\n", encoding="utf-8")
    item = "quote: The new Hotline\n      facts:\n        - x: {name: [Care, Hope]}"
    said = refusal(copy, HEAD.replace("romania]", "romania, own]"), item)
    assert ".yaml:8: two texts in brackets, where the report or a list has 'Care, Hope'" in said


def test_a_comma_that_makes_a_key_is_told(copy: Path) -> None:
    said = refusal(copy, HEAD, "quote: The new Hotline\n      facts:\n        - cocd: {name: Police, Justice}")
    assert ".yaml:8: 'Justice' is empty" in said
    assert "If the comma before it belongs to a text, put that text in quotation marks." in said
