"""All slips of a claims file and its lists are told at once: no empty key and no broken list hides others."""

from pathlib import Path

import pytest

from graph.errors import AllianceGraphError
from loaders.report import read_report
from tests.conftest import HEAD, entered, reprinted

BAD = "quote: The new Hotline\n      fact: [cocd unitOf mia]"


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
    assert ".yaml:8: two texts in brackets, where the report prints 'Ministry of Justice, Police'" in said
    for clear in ('"Ministry of Justice", "Police"', '"Ministry of Justice, Police"', "Police, Ministry of Justice"):
        entered(copy, item.replace("VALUE", clear))
        assert read_report(copy).claims
