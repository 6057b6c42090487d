"""Questions that the graph of Romania's report must answer, with what the report says."""

from pathlib import Path

import pytest

import alliancegraph as ag

COCD = "Countering Organized Criminality Directorate"
FOCUS = "Romanian Centre for Missing and Sexually Exploited Children – FOCUS"
MIS = "Ministry for Information Society"
Row = dict[str, str]


@pytest.fixture(scope="module")
def g(build: Path) -> ag.AllianceGraph:
    return ag.open(build)


def rows(g: ag.AllianceGraph, question: str, **values: str) -> list[Row]:
    """Return the answer as texts, None as an empty one."""
    answer = g.ask(question, **values)
    return [{name: "" if value is None else str(value) for name, value in dict(row).items()} for row in answer]


def test_which_sections_were_left_empty(g: ag.AllianceGraph) -> None:
    blank = [row["section"] for row in rows(g, "blank-sections", member="Romania")]
    assert blank == ["2.1/C", "2.2/B", "3.2/A", "4.1/B", "4.1/C", "4.2/A", "4.2/B"]


def test_measures_that_cocd_reports_as_progress_under_goal_1_1(g: ag.AllianceGraph) -> None:
    progress = [r for r in rows(g, "contributions-of", actor="COCD", goal="1.1") if r["section"] == "1.1/B"]
    assert {(row["roleName"], row["initiativeName"]) for row in progress} == {
        ("delivers", "One more police officer assigned to investigate online cases"),
        ("supports", "Baseline database"),
        ("initiates", "Procedures begun for a national database of child exploitation material"),
    }
    assert {row["statusName"] for row in progress} == {"done"}


def test_a_measure_under_one_goal_that_names_another(g: ag.AllianceGraph) -> None:
    found = rows(g, "by-reference", goal="4.1")
    assert {(r["initiativeName"], r["section"], r["goalNumber"]) for r in found} == {
        ("Baseline database", "1.1/B", "4.1")
    }
    assert {(r["actorName"], r["roleName"]) for r in found} == {(COCD, "supports"), ("Interpol", "initiates")}
    assert {r["repeatedIn"] for r in found} == {"not repeated"}


def test_court_referrals_and_who_counted(g: ag.AllianceGraph) -> None:
    found = [r for r in rows(g, "statistics", goal="1.1") if "referral to court" in r["counted"]]
    assert {(r["period"], r["unit"], r["value"], r["sourceName"]) for r in found} == {
        ("2012", "cases", "4", "Public Ministry"),
        ("2012", "defendants", "6", "Public Ministry"),
        ("2012", "victims", "7", "Public Ministry"),
        ("2013", "cases", "2", "Public Ministry"),
        ("2013", "defendants", "6", "Public Ministry"),
        ("2013", "victims", "3", "Public Ministry"),
    }


def test_imprisonment_before_and_after_february_2014(g: ag.AllianceGraph) -> None:
    found = rows(g, "penalties")
    ranges = {r["provisionName"]: (r["minimumMonths"], r["maximumMonths"], r["or"]) for r in found}
    before = {r["provisionName"] for r in found if r["inForceUntil"] == "2014-01-31"}
    after = {r["provisionName"] for r in found if r["inForceFrom"] == "2014-02-01"}
    assert {name: ranges[name] for name in before} == {
        "Law no. 678/2001 art. 18 par. 1": ("36", "120", ""),
        "Law no. 678/2001 art. 18 par. 2": ("36", "120", ""),
        "Law no. 161/2003 art. 51 par. 1": ("36", "144", ""),
    }
    assert {name: ranges[name] for name in after} == {
        "Criminal Code art. 374 par. 1": ("12", "60", ""),
        "Criminal Code art. 374 par. 2": ("24", "84", ""),
        "Criminal Code art. 374 par. 3": ("3", "36", "a fine"),
        "Criminal Code art. 222": ("1", "12", "fine"),
    }


def test_laws_adopted_in_2013(g: ag.AllianceGraph) -> None:
    assert [(row["lawName"], row["period"]) for row in rows(g, "adoptions")] == [
        (f"Law no. {number}/2013", "2013") for number in (252, 253, 254, 255)
    ]


def test_repeal_is_by_provision(g: ag.AllianceGraph) -> None:
    found = rows(g, "repeals")
    assert [(r["lawName"], r["provisionName"], r["inForceUntil"]) for r in found] == [
        ("Law no. 187/2012", "Law no. 161/2003 art. 51 par. 1", "2014-01-31"),
        ("Law no. 187/2012", "Law no. 678/2001 art. 18", "2014-01-31"),
    ]
    provisions = {r["provisionName"]: r["inForceUntil"] for r in rows(g, "laws", law="Law no. 678/2001")}
    assert provisions["Law no. 678/2001 art. 18"] == "2014-01-31"
    assert provisions["Law no. 678/2001 art. 24"] == provisions["Law no. 678/2001"] == ""


def test_who_does_what_in_sigur_info(g: ag.AllianceGraph) -> None:
    everything = rows(g, "project", initiative="Sigur.info")
    found = [row for row in everything if row["initiativeName"] == "Sigur.info (SaferInternet project)"]
    by_role = {(r["roleName"], r["actorName"], r["period"]) for r in found}
    assert by_role >= {
        ("wins", "Save the Children", "2008"),
        ("coordinates", "Save the Children", ""),
        ("is a partner in", "Positive Media", ""),
        ("is a partner in", FOCUS, ""),
        ("sustains", "European Commission", ""),
    }
    assert {name for role, name, _ in by_role if role == "is a partner in"} == {"Positive Media", FOCUS}
    assert {(r["partOfName"], r["partBasis"]) for r in found} == {("Safer Internet Plus", "stated")}
    parts = {(r["initiativeName"], r["partOfName"]) for r in everything}
    assert ("Facebook page of the Hotline", "Internet Hotline Safernet.ro") in parts
    assert ("Internet Hotline Safernet.ro", "Sigur.info (SaferInternet project)") in parts


def test_numbers_of_the_parts_are_numbers_of_the_whole(g: ag.AllianceGraph) -> None:
    whole = {r["initiativeName"] for r in rows(g, "statistics", initiative="Safer Internet Plus")}
    assert {"Three TV spots (European, national and Where is Klaus)", "Sigur.info (SaferInternet project)"} <= whole
    parts = [r for r in rows(g, "statistics") if r["initiativeName"] in whole]
    assert parts == rows(g, "statistics", initiative="Safer Internet Plus")
    held = {r["eventName"] for r in rows(g, "meetings", actor="Insafe") if r["section"] == "3.2/B"}
    assert held < {r["initiativeName"] for r in rows(g, "project", initiative="Insafe meetings and trainings")}
    assert len(held) == 6


def test_a_policy_target_stands_for_all_of_its_goals(g: ag.AllianceGraph) -> None:
    goals = [*rows(g, "contributors", goal="4.1"), *rows(g, "contributors", goal="4.2")]
    assert rows(g, "contributors", goal="4") == goals != []
    assert {r["goalNumber"] for r in rows(g, "goals", goal="4")} == {"4.1", "4.2"}


def test_what_happened_where(g: ag.AllianceGraph) -> None:
    found = {(r["thingName"], r["basis"]) for r in rows(g, "places", place="Republic of Moldova")}
    assert found == {
        ("The Republic of Moldova included in the activities of the Safer Internet Center", "stated"),
        ("Visit of November 2011 within the activities that include the Republic of Moldova", "inferred"),
        ("La strada", "inferred"),
    }
    assert {r["what"] for r in rows(g, "places")} == {"event or other initiative", "number", "body"}
    assert {r["period"] for r in rows(g, "places", place="Sofia")} == {"2012-03-27/2012-03-28"}


def test_notes_on_the_text_are_in_the_words_of_its_reader(g: ag.AllianceGraph) -> None:
    claims = rows(g, "claims-of-section", member="Romania", year="2014")
    assert {r["statedByName"] == "the reader" for r in claims if r["says"] == "source note"} == {True}
    (note, *_) = [r["claim"] for r in claims if r["says"] == "source note"]
    assert {r["statedByName"] for r in rows(g, "claim", claim=note)} == {"the reader"}
    counted = {r["claim"] for r in claims if r["section"] == "4.2/C" and r["statedByName"] != "the reader"}
    (voices,) = rows(g, "voices", goal="4.2")
    assert voices["claims"] == str(len(counted))


def test_meetings_of_the_advisory_board_in_time(g: ag.AllianceGraph) -> None:
    found = rows(g, "meetings", actor="General Advisory Board Assembly")
    assert [r["period"] for r in found] == ["2013-06-27", "2013-07-14", "2013-12-10", "2014-03-25"]


def test_meetings_of_insafe_in_time(g: ag.AllianceGraph) -> None:
    found = rows(g, "meetings", actor="Safer Internet Consortium", goal="3.2")
    insafe = [(r["period"], r["placeName"], r["representatives"]) for r in found if "Insafe" in r["eventName"]]
    assert insafe == [
        ("2012-03-27/2012-03-28", "Sofia", "2"),
        ("2012-05-15/2012-05-16", "Cyprus", "2"),
        ("2012-09-26/2012-09-28", "Budapest", "2"),
        ("2013-03-12/2013-03-14", "Tallinn", "2"),
        ("2013-09-11/2013-09-13", "Malta", "2"),
        ("2014-03-18/2014-03-20", "Bratislava", "1"),
    ]


def test_what_is_not_finished(g: ag.AllianceGraph) -> None:
    found = {
        (r["statusName"], r["initiativeName"])
        for r in rows(g, "unfinished")
        if r["statusName"] not in ("planned", "only willing")
    }
    assert found == {
        ("under development", "3 video-tutorials"),
        ("under development", "Radio-spot"),
        ("postponed", "National conference at the end of the project"),
        ("pending", "Government Decision extending the National Steering Committee on child labour"),
        ("pending", "Ministerial order for a unitary set of monitoring instruments"),
    }


def test_who_contributes_to_target_4(g: ag.AllianceGraph) -> None:
    goal_1 = {(r["section"], r["actorName"]) for r in rows(g, "contributors", goal="4.1")}
    assert goal_1 == {("4.1/A", FOCUS), ("1.1/B", COCD), ("1.1/B", "Interpol")}
    goal_2 = {(r["section"], r["actorName"], r["statusName"]) for r in rows(g, "contributors", goal="4.2")}
    assert goal_2 == {("4.2/C", MIS, "only willing")}


@pytest.mark.parametrize(
    "name", ["Ministry for Information Society", "MIS", "Ministry of Informational Society", "mis"]
)
def test_all_names_of_a_body_are_one_body(g: ag.AllianceGraph, name: str) -> None:
    assert {row["actorName"] for row in rows(g, "contributions-of", actor=name)} == {MIS}


def test_every_answer_row_with_a_quote_quotes_the_report(g: ag.AllianceGraph) -> None:
    text = " ".join((Path("loaders/reports/romania-2014.txt").read_text(encoding="utf-8")).split())
    quotes = {
        row["quote"]
        for goal in ("1.1", "2.2", "3.1", "3.2", "4.1", "4.2")
        for row in rows(g, "contributors", goal=goal)
    }
    assert len(quotes) > 50
    assert all(quote in text for quote in quotes)
