"""The explorer's search: tolerant, counted by kind, with the hit marked, kept in the address, and Back works."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.viz_page import go, texts


@pytest.fixture(scope="module")
def page_path(build: Path) -> Path:
    return build / "explorer.html"


def search(page: Page, query: str) -> Locator:
    """Look for a text as a reader does, and return the entries of what is found."""
    page.get_by_label("Search").fill(query)
    expect(page.locator("h1")).to_have_text(f"Search: {query}")
    return page.locator(".hits li")


def kinds(page: Page) -> dict[str, int]:
    """Return how many hits of each kind the page counts."""
    heads = texts(page, "#view h2")
    return {head.partition(" (")[0]: int(head.partition(" (")[2].removesuffix(")")) for head in heads}


@pytest.mark.parametrize(("query", "name"), [
    ("Salvati Copiii", "Save the Children"), ("SAVE THE CHILD", "Save the Children"), ("focus", "FOCUS"),
    ("săve thé", "Save the Children"), ("4.1", "4.1 Private sector"), ("COCD", "Countering Organized Criminality"),
])  # fmt: skip
def test_names_are_found_whatever_their_accents_and_case(page: Page, query: str, name: str) -> None:
    expect(search(page, query).first).to_contain_text(name)
    assert "Names" in kinds(page)


def test_words_of_the_text_are_found_with_other_accents(page: Page) -> None:
    search(page, "pornôgraphy")
    assert kinds(page)["Cited sentences"] > 5
    assert {mark.lower() for mark in texts(page, "mark.hit")} == {"pornography"}


@pytest.mark.parametrize("slip", ["hotlne", "hottline", "hotlime", "hotlnie"])
def test_a_slip_of_one_letter_finds_the_word_and_says_so(page: Page, slip: str) -> None:
    search(page, slip)
    expect(page.locator("#view")).to_contain_text("Nothing has just this. Shown is what is spelt much like it: hotline")
    assert "hotline" in {mark.lower() for mark in texts(page, "mark.hit")}


def test_words_are_found_in_any_order_after_those_in_the_order_given(page: Page) -> None:
    hits = search(page, "education ministry")
    expect(hits.first.get_by_role("link")).to_have_text("Ministry of Education")
    assert {"Names", "Cited sentences"} <= set(kinds(page))
    for entry in page.locator(".hits q").all():
        marked = {mark.lower() for mark in entry.locator("mark.hit").all_inner_texts()}
        assert marked == {"education", "ministry"}
    search(page, "ministry of education")
    first = page.locator("h2", has_text="Cited sentences").locator("xpath=following-sibling::ul[1]//q")
    marks = [mark.lower() for mark in first.first.locator("mark.hit").all_inner_texts()]
    assert marks == ["ministry of education"]


def test_what_is_sought_is_marked_in_a_name_and_in_another_name(page: Page) -> None:
    search(page, "salvati")
    names = page.locator("h2", has_text="Names").locator("xpath=following-sibling::ul[1]/li")
    expect(names.last).to_have_text("Save the Children non-governmental organisation · Salvati Copiii")
    assert names.locator("mark.hit").all_inner_texts() == ["Salvati"] * names.count()


def test_words_in_quotation_marks_are_found_only_as_they_stand(page: Page) -> None:
    search(page, '"education ministry"')
    expect(page.locator("#view")).to_contain_text("Nothing has this.")
    search(page, "“ministry of education”")
    assert {" ".join(mark.split()).lower() for mark in texts(page, "mark.hit")} == {"ministry of education"}


def test_words_of_two_sentences_or_inside_of_words_are_no_hit(page: Page) -> None:
    search(page, "otlin onsorti")
    expect(page.locator("#view")).to_contain_text("Nothing has this.")
    for entry in search(page, "hotline consortium").filter(has=page.locator("q")).all():
        marked = {mark.lower() for mark in entry.locator("mark.hit").all_inner_texts()}
        assert marked == {"hotline", "consortium"}


def test_words_are_found_across_the_end_of_a_printed_line(page: Page) -> None:
    search(page, "procedures for investigating Online Child Sexual Exploitation (OCSE)")
    assert kinds(page) == {"Cited sentences": 1}
    page.locator("h2", has_text="Cited sentences").locator("xpath=following-sibling::ul[1]//a").click()
    expect(page.locator(".report-text")).to_be_visible()
    (found,) = page.evaluate("() => [...CSS.highlights.get('found')].map(range => range.toString())")
    assert " ".join(found.split()) == "procedures for investigating Online Child Sexual Exploitation (OCSE)"


def test_a_slip_in_one_of_several_words_is_forgiven(page: Page) -> None:
    search(page, "edukation ministry")
    expect(page.locator("#view")).to_contain_text("Shown is what is spelt much like it: education ministry")
    assert {mark.lower() for mark in texts(page, "mark.hit")} >= {"education", "ministry"}
    search(page, "edukation minis")
    expect(page.locator("#view")).to_contain_text("Shown is what is spelt much like it: education minis")


def test_a_hit_of_a_slip_leads_to_the_word_marked(page: Page) -> None:
    search(page, "edukation ministry")
    page.locator("h2", has_text="Cited sentences").locator("xpath=following-sibling::ul[1]//a").first.click()
    expect(page.locator(".report-text")).to_be_visible()
    found = page.evaluate("() => [...CSS.highlights.get('found')].map(range => range.toString().toLowerCase())")
    assert set(found) == {"education", "ministry"}


def test_a_paragraph_with_the_words_is_shown_with_each_marked(page: Page) -> None:
    search(page, "target policy")
    page.locator("h2", has_text="Text of the reports").locator("xpath=following-sibling::ul[1]//a").first.click()
    expect(page.locator(".report-text")).to_be_visible()
    found = page.evaluate(
        """() => [...CSS.highlights.get("found")].map(range => {
            const { top } = range.getBoundingClientRect();
            return [range.toString().toLowerCase(), top > 0 && top < innerHeight];
        })"""
    )
    assert {word for word, _ in found} == {"target", "policy"}
    assert {word for word, seen in found if seen} == {"target", "policy"}


def words_of_the_page(page: Page) -> dict[str, str]:
    """Return where the hits among the page's own words lead, by what they say."""
    links = page.locator("h2", has_text="Views and words of this page").locator("xpath=following-sibling::ul[1]/li")
    return {" ".join(one.inner_text().split()): one.locator("a").get_attribute("href") or "" for one in links.all()}


@pytest.mark.parametrize(("query", "words", "address"), [
    ("penalty", "Laws · Penalty", "#laws"), ("penalties", "Laws · penalties", "#laws"),
    ("promise", "Promises", "#ledger"), ("timeline", "Timeline", "#timeline"), ("NUMBERS", "Numbers", "#numbers"),
    ("before and after", "Laws · Before and after", "#laws?part=changes.title"),
    ("announced", "Promises · What was announced, and what has become of it", "#ledger?part=announced"),
    ("postponed", "Initiatives · Status: Postponed", "#initiatives?status=postponed"),
    ("hosts", "Actors · Role: hosts", "#actors?role=hosts"),
    ("public organisation", "Actors · Kind: public organisation", "#actors?kind=PublicOrganisation"),
    ("meeting", "Timeline · Kind: meeting", "#timeline?kind=Meeting"),
    ("hotline numbers", "Numbers · Internet Hotline Safernet.ro", "#numbers?initiative=initiative%2Fro-hotline"),
    ("statistics hotline", "Numbers · Internet Hotline Safernet.ro", "#numbers?initiative=initiative%2Fro-hotline"),
])  # fmt: skip
def test_the_words_of_the_page_lead_to_its_views(page: Page, query: str, words: str, address: str) -> None:
    search(page, query)
    found = words_of_the_page(page)
    assert found[words] == address
    assert texts(page, "#view h2")[0] == f"Views and words of this page ({len(found)})"
    assert page.locator(".hits").first.locator("mark.hit").count() >= 1
    page.locator(".hits li", has_text=words).first.get_by_role("link").first.click()
    expect(page.locator("#view")).not_to_have_attribute("data-view", "search")
    assert page.locator("#view tbody tr, #view .columns li").count() > 0


def test_the_words_of_the_page_are_found_in_its_language_and_with_a_slip(page: Page) -> None:
    go(page, "search?q=peine&lang=fr")
    expect(page.locator("#view h2").first).to_contain_text("Vues et mots de cette page")
    expect(page.locator(".hits a").first).to_have_attribute("href", "#laws?lang=fr")
    go(page, "search?q=chronologie&lang=fr")
    expect(page.locator(".hits a").first).to_have_attribute("href", "#timeline?lang=fr")
    go(page, "briefing?lang=en")
    search(page, "tiemline")
    assert "Timeline" in words_of_the_page(page)


@pytest.mark.parametrize("query", ["hotline", "etwor", "ti", "members"])
def test_what_is_no_word_of_the_page_leads_to_no_view(page: Page, query: str) -> None:
    search(page, query)
    assert "Views and words of this page" not in kinds(page)


def test_a_sentence_that_begins_with_quotation_marks_has_no_doubled_ones(page: Page) -> None:
    search(page, "If the deeds foreseen")
    sentence = page.locator("h2", has_text="Cited sentences").locator("xpath=following-sibling::ul[1]//q").first
    assert "‘" in sentence.evaluate("one => getComputedStyle(one).quotes")
    expect(sentence).to_have_text(re.compile("^“If the deeds foreseen"))
    page.locator("h2", has_text="Cited sentences").locator("xpath=following-sibling::ul[1]//a").first.click()
    quote = page.locator(".facts-of-sentence blockquote").first
    expect(quote).to_have_text(re.compile("^‘“If the deeds foreseen.*’$"))
    page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.locator(".facts-of-sentence").get_by_role("button", name="Copy quotation").first.click()
    assert "““" not in page.evaluate("window.copied")
    assert "““" not in page.locator("body").inner_text()


def test_nothing_is_told_where_nothing_is(page: Page) -> None:
    search(page, "zzzzzzz")
    expect(page.locator("#view")).to_contain_text("Nothing has this.")


@pytest.mark.parametrize(("query", "kind", "least"), [
    ("postponed", "Statuses", 2), ("only a willingness", "Statuses", 3), ("nobody named", "Statuses", 20),
    ("blank in the form", "Sections", 7),
])  # fmt: skip
def test_statuses_states_and_nobody_are_found(page: Page, query: str, kind: str, least: int) -> None:
    search(page, query)
    assert kinds(page)[kind] >= least
    assert page.locator("#view").inner_text().count(f"{sum(kinds(page).values())} hits.") == 1


def test_what_nobody_is_named_for_has_its_sentence(page: Page) -> None:
    search(page, "nobody named")
    hits = page.locator("h2", has_text="Statuses").locator("xpath=following-sibling::ul[1]/li")
    hits.first.locator("summary, button.proof").first.click()
    expect(page.locator(".hits blockquote").first).to_be_visible()


def test_a_hit_leads_to_its_place_marked_and_back_leads_to_the_hits(page: Page) -> None:
    search(page, "grooming")
    place = page.locator("h2", has_text="Text of the reports").locator("xpath=following-sibling::ul[1]//a").last
    place.click()
    expect(page.locator(".report-text")).to_be_visible()
    found = page.evaluate(
        """() => [...CSS.highlights.get("found")].map(range => {
            const { top } = range.getBoundingClientRect();
            return [range.toString().toLowerCase(), top > 0 && top < innerHeight];
        })"""
    )
    assert {word for word, _ in found} == {"grooming"}
    assert any(seen for _, seen in found)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Search: grooming")
    assert page.get_by_label("Search").input_value() == "grooming"
    expect(place).to_be_focused()


def test_the_address_and_the_title_keep_the_search(page: Page) -> None:
    search(page, "hot")
    page.get_by_label("Search").press_sequentially("line")
    expect(page.locator("h1")).to_have_text("Search: hotline")
    expect(page.get_by_label("Search")).to_be_focused()
    assert page.url.endswith("#search?q=hotline")
    assert page.title().startswith("Search: hotline – ")
    found = texts(page, ".hits li")
    page.reload()
    expect(page.locator("h1")).to_have_text("Search: hotline")
    assert page.get_by_label("Search").input_value() == "hotline"
    assert texts(page, ".hits li") == found
    page.go_back()
    expect(page.locator("h1")).not_to_have_text("Search: hotline")


def test_filters_go_along_from_view_to_view(page: Page) -> None:
    go(page, "goal/global-alliance-3.1")
    page.get_by_label("Status").select_option("done")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_label("Status")).to_have_value("done")
    page.locator("#views").get_by_role("link", name="Timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline")
    expect(page.get_by_label("Status")).to_have_value("done")
    chips = set(texts(page, "td .chip"))
    assert chips == {"Done"}
    page.reload()
    expect(page.get_by_label("Status")).to_have_value("done")
    page.get_by_role("link", name="Show all", exact=True).click()
    expect(page.get_by_label("Status")).to_have_value("")
    assert "status=" not in page.url


@pytest.mark.parametrize("view", ["laws", "numbers", "search?q=postponed"])
def test_a_choice_that_a_view_does_not_show_leaves_nothing_out(page: Page, view: str) -> None:
    go(page, view)
    everything = texts(page, "#view tbody tr, .hits li")
    assert everything
    go(page, f"{view}{'&' if '?' in view else '?'}status=done&role=hosts")
    assert texts(page, "#view tbody tr, .hits li") == everything


def test_what_is_filtered_away_is_not_told_to_be_missing(page: Page) -> None:
    go(page, "goal/global-alliance-4.2?status=done")
    expect(page.locator("#view")).to_contain_text("Nothing of this kind is recorded for what is chosen.")
    assert "No contribution is recorded" not in page.locator("#view").inner_text()


def test_the_title_follows_the_view(page: Page) -> None:
    for place, title in (
        ("ledger", "Promises"),
        ("goal/global-alliance-4.1", "4.1 Private sector"),
        ("organization/ro-focus", "Romanian Centre"),
    ):
        go(page, place)
        assert page.title().startswith(title)
