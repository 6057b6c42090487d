"""Laws of the explorer: before and after an act, and penalties with what was read in them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from alliancegraph.graph.model.iris import DERIVED
from alliancegraph.ontology.terms import AG, ELI, PROV, RDF
from alliancegraph.viz.explorer.page import write_explorer
from tests.viz_alliance import BASE, RULE, Alliance, bare
from tests.viz_page import go, opened, texts

ACT = "Law no. 187/2012"
ENDED, BEGUN = f"Ended by {ACT}", f"Brought into force by {ACT}"
SAYS_SO = "will be abrogated"


@pytest.fixture(scope="module")
def page_path(build: Path) -> Path:
    return build / "explorer.html"


def rows(page: Page, title: str) -> dict[str, list[str]]:
    """Return the cells of each row of a table, by its first."""
    found = page.get_by_role("table", name=title, exact=True).locator("tbody tr:not(.proofs)")
    cells = ([" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()] for row in found.all())
    return {first: others for first, *others in cells}


def made(browser: Browser, path: Path, say: Callable[[Alliance], None]) -> Iterator[Page]:
    """Yield the page of an invented report that says this."""
    alliance = bare("read")
    say(alliance)
    write_explorer(alliance.views(), path)
    yield from opened(browser, path.as_uri(), 1280, 800)


def law(alliance: Alliance, name: str, of: str = "") -> str:
    iri = alliance.node("law", name, "LegalResourceSubdivision" if of else "LegalResource", f"Act {name}")
    if of:
        alliance.says(iri, (ELI.is_part_of, of))
    return iri


def penalty(alliance: Alliance, provision: str, written: str, punishment: str, **months: int) -> None:
    iri = f"{provision}-penalty"
    alliance.says(iri, (RDF.type, AG.Penalty), (AG.provision, provision), (AG.punishment, punishment))
    alliance.says(iri, (AG.penaltyAsWritten, written), *((getattr(AG, name), value) for name, value in months.items()))
    alliance.proved(iri, "2.1/A", f"it is punished by {written}")


# ---- before and after ----


def test_what_an_act_ended_stands_beside_what_it_brought_into_force(page: Page) -> None:
    go(page, "laws")
    ended, begun = rows(page, ENDED), rows(page, BEGUN)
    assert list(ended) == [
        "Law no. 161/2003 art. 51 par. 1", "Law no. 678/2001 art. 18",
        "Law no. 678/2001 art. 18 par. 1", "Law no. 678/2001 art. 18 par. 2",
    ]  # fmt: skip
    assert {row[1] for row in ended.values()} == {"2014-01-31"}
    assert ended["Law no. 678/2001 art. 18 par. 1"][0].startswith("imprisonment between 3 and 10 years")
    assert begun["Law no. 286/2009 (Criminal Code)"][:2] == ["", "2014-02-01"]
    assert begun["Criminal Code art. 374 par. 1"][0].startswith("imprisonment between one and 5 years")
    assert begun["Criminal Code art. 222"][1] == "2014-02-01 (inferred)"
    assert not set(ended) & set(begun)
    left, right = (page.get_by_role("table", name=title).bounding_box() for title in (ENDED, BEGUN))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]


def test_the_page_says_why_they_stand_together_and_that_nothing_is_matched(page: Page) -> None:
    go(page, "laws")
    expect(page.locator("h2", has_text="Before and after").locator("+ p")).to_contain_text(
        "That one takes the place of the other is not stated; we match nothing."
    )


def test_the_sentence_that_says_so_opens(page: Page) -> None:
    go(page, "laws")
    table = page.get_by_role("table", name=ENDED)
    table.locator("tr", has_text="art. 18").first.get_by_role("button").click()
    expect(table.locator(".proofs blockquote").first).to_contain_text("187/2012")


@pytest.mark.parametrize(
    "place",
    [
        "goal/global-alliance-2.1", "law/ro-law-187-2012", "law/ro-law-678-2001-art-18-par-2", "law/ro-law-286-2009",
        "law/ro-law-286-2009-art-374-par-3",
    ],
)  # fmt: skip
def test_it_stands_with_each_goal_and_law_that_it_concerns(page: Page, place: str) -> None:
    go(page, place)
    assert len(rows(page, ENDED)) == 4
    assert len(rows(page, BEGUN)) == 7


@pytest.mark.parametrize("place", ["goal/global-alliance-3.1", "law/ro-law-254-2013", "organization/ro-cocd"])
def test_it_does_not_stand_where_it_concerns_nothing(page: Page, place: str) -> None:
    go(page, place)
    assert "Before and after" not in texts(page, "#view h2")


def test_a_phone_shows_the_one_above_the_other(phone: Page) -> None:
    go(phone, "laws")
    above, below = (phone.get_by_role("table", name=title).bounding_box() for title in (ENDED, BEGUN))
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]


def test_an_act_may_change_one_provision_and_bring_its_own(browser: Browser, tmp_path: Path) -> None:
    def say(alliance: Alliance) -> None:
        new, old = law(alliance, "new"), law(alliance, "old")
        article, own = law(alliance, "old-1", old), law(alliance, "new-1", new)
        alliance.claim("2.1/A", new, ELI.amends, article)
        penalty(alliance, article, "as before", "imprisonment", maximumMonths=18)
        penalty(alliance, own, "a fine", "fine")
        penalty(alliance, law(alliance, "old-2", old), "much", "imprisonment", minimumMonths=36, maximumMonths=36)

    for page in made(browser, tmp_path / "explorer.html", say):
        go(page, "laws")
        changed, own = rows(page, "Changed by Act new"), rows(page, "In Act new itself")
        assert {name: cells[0] for name, cells in changed.items()} == {
            "Act old-1": "as before our reading: imprisonment, at most 18 months"
        }
        assert {name: cells[0] for name, cells in own.items()} == {"Act new-1": "a fine"}


def test_what_a_reader_infers_is_marked_and_proved(browser: Browser, tmp_path: Path) -> None:
    def say(alliance: Alliance) -> None:
        act, old, new = (law(alliance, name) for name in ("act", "old", "new"))
        alliance.claim("2.1/A", act, ELI.commences, new, "the act brings the new law into force")
        proof = alliance.passage("2.1/A", "the old law is gone")
        iri = f"{BASE}derived/ended"
        alliance.says(
            iri, (RDF.type, AG.DerivedStatement), (RDF.subject, act), (RDF.predicate, ELI.repeals), graph=DERIVED
        )
        alliance.says(iri, (RDF.object, old), (AG.rule, RULE), (PROV.wasDerivedFrom, proof), graph=DERIVED)

    for page in made(browser, tmp_path / "explorer.html", say):
        go(page, "laws")
        assert list(rows(page, "Ended by Act act")) == ["Act old (inferred)"]
        assert list(rows(page, "Brought into force by Act act")) == ["Act new"]
        page.get_by_role("table", name="Ended by Act act").get_by_role("button").first.click()
        expect(page.locator(".proofs blockquote")).to_have_text("“the old law is gone”")


def test_an_act_that_only_ends_others_has_nothing_beside_it(browser: Browser, tmp_path: Path) -> None:
    def say(alliance: Alliance) -> None:
        act, old = law(alliance, "act"), law(alliance, "old")
        alliance.claim("2.1/A", act, ELI.repeals, old)
        penalty(alliance, old, "a fine", "fine")

    for page in made(browser, tmp_path / "explorer.html", say):
        go(page, "laws")
        assert "Before and after" not in texts(page, "#view h2")
        expect(page.get_by_role("table", name="Laws and provisions")).to_be_visible()


@pytest.mark.parametrize(("one", "other"), [(ELI.repeals, ELI.amends), (ELI.commences, "")], ids=["before", "after"])
def test_two_tables_of_one_side_are_no_before_and_after(browser: Browser, tmp_path: Path, one: str, other: str) -> None:
    def say(alliance: Alliance) -> None:
        act = law(alliance, "act")
        alliance.claim("2.1/A", act, one, law(alliance, "one"))
        if other:
            alliance.claim("2.1/A", act, other, law(alliance, "other"))
        else:
            penalty(alliance, law(alliance, "act-1", act), "a fine", "fine")

    for page in made(browser, tmp_path / "explorer.html", say):
        go(page, "laws")
        assert "Before and after" not in texts(page, "#view h2")


def test_many_acts_are_opened_one_by_one(browser: Browser, tmp_path: Path) -> None:
    def say(alliance: Alliance) -> None:
        for number in range(4):
            act = law(alliance, f"act-{number}")
            alliance.claim("2.1/A", act, ELI.repeals, law(alliance, f"old-{number}"))
            alliance.claim("2.1/A", act, ELI.commences, law(alliance, f"new-{number}"))

    for page in made(browser, tmp_path / "explorer.html", say):
        go(page, "laws")
        assert texts(page, "#view .later > summary") == [f"Act act-{number}" for number in range(4)]
        page.locator("#view .later > summary").nth(2).click()
        expect(page.get_by_role("table", name="Ended by Act act-2")).to_be_visible()
        assert list(rows(page, "Ended by Act act-2")) == ["Act old-2"]


# ---- what was read in a penalty ----


def test_a_penalty_is_read_in_words_beside_the_words_as_written(page: Page) -> None:
    go(page, "laws")
    said = {name: cells[1] for name, cells in rows(page, "Laws and provisions").items()}
    assert said["Law no. 678/2001 art. 18 par. 2"] == "The same punishment our reading: imprisonment, 3 to 10 years"
    assert said["Criminal Code art. 222"].endswith("our reading: imprisonment, 1 month to 1 year")
    go(page, "laws?lang=fr")
    assert "notre lecture : imprisonment, de 3 à 10 ans" in " ".join(page.locator("#view").inner_text().split())


def test_what_may_come_in_place_of_a_penalty_or_besides_it_is_told_so(page: Page) -> None:
    go(page, "laws")
    ended, begun = rows(page, ENDED), rows(page, BEGUN)
    assert "between 3 months and 3 years or with a fine" in begun["Criminal Code art. 374 par. 3"][0].replace(
        "or a", "or with a"
    )
    assert (
        "imprisonment between 3 and 12 years and forbidding of some rights"
        in ended["Law no. 161/2003 art. 51 par. 1"][0]
    )


def test_a_fact_tells_what_was_read_in_a_penalty(page: Page) -> None:
    go(page, "law/ro-law-678-2001-art-18-par-2")
    fact = page.locator(".card .fact", has_text="The same punishment")
    expect(fact.first).to_contain_text(
        "sets as penalty The same punishment, read as imprisonment, at least 3 years, at most 10 years"
    )


@pytest.mark.parametrize(
    ("least", "most", "english", "french"),
    [
        (36, 120, "3 to 10 years", "de 3 à 10 ans"),
        (3, 36, "3 months to 3 years", "de 3 mois à 3 ans"),
        (1, 6, "1 to 6 months", "de 1 à 6 mois"),
        (0, 6, "0 to 6 months", "de 0 à 6 mois"),
        (12, 12, "1 year", "1 an"),
        (18, 18, "18 months", "18 mois"),
        (None, 12, "at most 1 year", "au plus 1 an"),
        (1, None, "at least 1 month", "au moins 1 mois"),
        (None, None, "", ""),
    ],
)
def test_a_term_in_words(page: Page, least: int | None, most: int | None, english: str, french: str) -> None:
    for language, expected in (("en", english), ("fr", french)):
        go(page, f"laws?lang={language}")
        words = page.evaluate(
            """([least, most]) => modules["explorer/words.js"].termWords(least ?? NaN, most ?? NaN)""", [least, most]
        )
        assert words == expected
