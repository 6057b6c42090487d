"""With whom an actor works, in the explorer: what a sentence says of two, apart from what both are named with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from alliancegraph.ontology.terms import AG, ORG, RDF
from alliancegraph.viz.explorer.page import write_explorer
from tests.viz_alliance import BASE, bare
from tests.viz_page import go, opened

STATED, SHARED, EVENTS = (
    "With whom, as the sentences say",
    "Who is named with the same initiatives",
    "Who is named with the same events",
)
COCD, DIICOT = (
    "Countering Organized Criminality Directorate",
    "Directorate for Investigating Organized Crime and Terrorism",
)


@pytest.fixture(scope="module")
def page_path(build: Path) -> Path:
    return build / "explorer.html"


def rows(page: Page, title: str) -> dict[str, str]:
    """Return the second cell of each row of a table, by its first; nothing where there is no such table."""
    found = page.get_by_role("table", name=title, exact=True).locator("tbody tr:not(.proofs)")
    return {
        row.locator("th").inner_text(): " ".join(row.locator("td").first.inner_text().split()) for row in found.all()
    }


@pytest.mark.parametrize(("place", "other"), [("ro-cocd", DIICOT), ("ro-diicot", COCD)])
def test_who_cooperates_is_shown_of_both(page: Page, place: str, other: str) -> None:
    go(page, f"organization/{place}")
    assert rows(page, STATED)[other] == f"{COCD} cooperates with {DIICOT}"


def test_what_is_promised_together_is_shown_of_both_with_its_sentence(page: Page) -> None:
    for place, other in (
        ("ro-ministry-of-education", "Save the Children"),
        ("ro-save-the-children", "Ministry of Education"),
    ):
        go(page, f"organization/{place}")
        assert "together with Ministry of Education" in rows(page, STATED)[other]
    row = page.get_by_role("table", name=STATED).locator("tr", has_text="intends")
    row.get_by_role("button", name="Sentence in 3.1/C").click()
    expect(page.get_by_role("table", name=STATED).locator(".proofs blockquote")).to_contain_text(
        "together with the Ministry of Education officials"
    )


def test_a_membership_is_told_once(page: Page) -> None:
    go(page, "organization/ro-save-the-children")
    body = "European NGO Alliance for Child Safety Online"
    assert rows(page, STATED)[body].count(f"is a member of {body}") == 1
    go(page, "organization/enacso")
    assert "Save the Children is a member of" in rows(page, STATED)["Save the Children"]


def test_those_named_with_the_same_things_stand_apart_with_the_sentences_of_both(page: Page) -> None:
    go(page, "organization/ro-save-the-children")
    assert "Positive Media" in rows(page, SHARED)
    assert "Positive Media" not in rows(page, STATED)
    row = page.get_by_role("table", name=SHARED).locator("tbody tr", has_text="Positive Media")
    assert {button.inner_text() for button in row.get_by_role("button").all()} == {"1.1/A", "3.1/A"}
    assert "Discussions with Ministry of Education officials" in rows(page, EVENTS)["Ministry of Education"]


def test_an_initiative_has_no_partners(page: Page) -> None:
    go(page, "initiative/ro-mis-website")
    assert rows(page, STATED) == rows(page, SHARED) == rows(page, EVENTS) == {}


@pytest.fixture
def made(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Yield the page of a body, which cooperates, belongs and promises, and of those with whom."""
    alliance = bare("read")
    one, friend, board, ally, third = (
        alliance.node("actor", name, "NGO", name.title()) for name in ("one", "friend", "board", "ally", "third")
    )
    alliance.claim("3.1/A", friend, AG.cooperatesWith, one, "the friend works with the one")
    alliance.claim("3.1/A", one, ORG.memberOf, board, "the one sits on the board")
    alliance.claim("3.1/A", third, ORG.memberOf, board, "so does the third")
    alliance.claim("3.1/A", one, ORG.subOrganizationOf, third, "the one is a part of the third")
    for number, actors in enumerate(((one, ally), (third, friend))):
        promise = f"{BASE}promise/{number}"
        alliance.says(promise, (RDF.type, AG.Promise), (AG.displayName, "More"), (AG.actor, actors[0]))
        alliance.says(promise, (AG.togetherWith, actors[1]))
        alliance.proved(promise, "3.1/C", f"promise {number} is made")
    path = tmp_path / "explorer.html"
    write_explorer(alliance.views(), path)
    yield from opened(browser, path.as_uri(), 1280, 800)


def test_only_what_says_with_whom_makes_a_partner(made: Page) -> None:
    go(made, "actor/one")
    assert set(rows(made, STATED)) == {"Ally", "Board", "Friend"}
    go(made, "actor/board")
    assert set(rows(made, STATED)) == {"One", "Third"}
    go(made, "actor/third")
    assert set(rows(made, STATED)) == {"Board", "Friend"}
