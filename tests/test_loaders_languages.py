"""Language tags are those of languages, wherever they are written; what is no tag stays no part of a text unseen."""

from pathlib import Path

import pytest
from pyoxigraph import Literal

from alliancegraph.cli import main
from alliancegraph.graph.errors import AllianceGraphError
from alliancegraph.graph.words.languages import is_language
from alliancegraph.loaders.authority import read_lists
from alliancegraph.loaders.report import read_report
from alliancegraph.ontology.vocabulary import Vocabulary
from tests.conftest import HEAD, entered

ITEM = "quote: The new Hotline"


def refusal(copy: Path, item: str, head: str = HEAD) -> str:
    entered(copy, item, head=head)
    with pytest.raises(AllianceGraphError) as caught:
        read_report(copy)
    return str(caught.value)


@pytest.mark.parametrize("tag", ["ro", "en-GB", "sr-Latn", "zh-Hans-CN", "ron", "EN", "EN-gb"])
def test_tags(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["me", "tv", "xx", "fr_FR", "english", "r", "", "en-", "ro\n"])
def test_no_tags(tag: str) -> None:
    assert not is_language(tag)


@pytest.mark.parametrize("tag", ["english please", "fr_FR", "much too long a tag"])
def test_the_languages_of_files(copy: Path, tmp_path: Path, tag: str) -> None:
    said = f"'{tag}' is not a language tag; expected a tag such as ro, en-GB or sr-Latn"
    head = HEAD.replace("sections:", f"language: {tag}\nsections:")
    assert said in refusal(copy, f"{ITEM}\n      facts: [cocd within mia]", head)
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "a.yaml").write_text(f"language: {tag}\nNGO:\n  a: {{label: A}}\n", encoding="utf-8")
    (slip,) = read_lists([tmp_path / "list"], Vocabulary.load()).slips
    assert said in str(slip)
    about = copy.with_suffix(".yaml")
    about.write_text(about.read_text(encoding="utf-8").replace("language: en", f"language: {tag}"), encoding="utf-8")
    assert said in refusal(copy, f"{ITEM}\n      facts: [cocd within mia]")


def test_capitals_do_not_tell_languages_apart(copy: Path) -> None:
    about = copy.with_suffix(".yaml")
    about.write_text(about.read_text(encoding="utf-8").replace("language: en", "language: EN-gb"), encoding="utf-8")
    fact = "Measure look: {label: Look@RO, name: [Uite@ro-ro, Voila@FR]}"
    entered(copy, f"{ITEM}\n      facts: [{fact}]", head=HEAD.replace("sections:", "language: En\nsections:"))
    report = read_report(copy)
    assert report.source.language == "en-GB"
    texts = [fact.object for claim in report.claims for fact in claim.facts if isinstance(fact.object, Literal)]
    assert {(text.value, text.language) for text in texts if text.language} == {
        *[("Look", "ro"), ("Uite", "ro-ro"), ("Voila", "fr")]
    }


def test_what_ends_like_a_tag_is_refused_or_kept(copy: Path) -> None:
    fact = "Measure look: {{label: {}}}"
    said = refusal(copy, f"{ITEM}\n      facts: [{fact.format('Look@me')}]")
    assert "'Look@me' ends in '@me', which is not a language" in said
    assert "put its language after it: `Look@me@en`" in said
    entered(copy, f"{ITEM}\n      facts: [{fact.format('Look@me@en')}]")
    (claim,) = read_report(copy).claims
    assert ("Look@me", "en") in [
        (getattr(fact.object, "value", ""), getattr(fact.object, "language", "")) for fact in claim.facts
    ]


@pytest.mark.parametrize("year", ["-5", "20145", "13", "２０１４"])
def test_a_year_has_four_digits(copy: Path, year: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = copy.with_suffix(".yaml")
    about.write_text(f"year: {year}\n", encoding="utf-8")
    assert main(["build", str(copy), "--out", str(tmp_path / "b")]) == 2
    assert f"found '{year}'; expected a year of four digits" in capsys.readouterr().err


@pytest.mark.parametrize("quote", ["...", "—", "(!)"])
def test_a_quote_has_a_word(copy: Path, quote: str) -> None:
    assert f"the quote '{quote}' has no word" in refusal(copy, f'quote: "{quote}"\n      facts: [cocd within mia]')
