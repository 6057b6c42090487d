"""The state of an answer: every word decides, and one word of content makes it answered."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from alliancegraph.loaders.form.states import reply
from alliancegraph.loaders.form.words import words

ENGLISH = words(["en"])
SAMPLE = yaml.safe_load((Path(__file__).parent / "inputs" / "states.yaml").read_text(encoding="utf-8"))


def state(answer: str, kind: str = "text") -> str:
    return reply(answer, kind, (), ENGLISH).state


@pytest.mark.parametrize(
    ("expected", "answer"), [(name, str(answer)) for name, answers in SAMPLE.items() for answer in answers]
)
def test_the_states_of_the_sample(expected: str, answer: str) -> None:
    assert reply(f"\n{answer}\n", "text", (), ENGLISH)[:1] == (
        "nothing-to-report" if expected == "not-yet-known" else expected,
    )


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("not-yet-known", "To be determined."),
        ("does-not-apply", "Not applicable to our country."),
        ("no-information", "No data available."),
        ("nothing-announced", "We did not announce any measure last year."),
        ("nothing-planned", "No further action is planned."),
        ("unchanged", "No changes."),
        ("nothing", "Malta has nothing to report on this goal."),
    ],
)
def test_the_kind_of_a_decline_is_kept(kind: str, answer: str) -> None:
    assert reply(answer, "text", (), ENGLISH)[:2] == ("nothing-to-report", kind)


@pytest.mark.parametrize(
    "answer",
    [
        "There have been no new developments since our last report.",
        "The Netherlands has not taken any further measures in this reporting period.",
        "No activities have been carried out under this goal so far.",
        "There is currently no information available.",
        "At present, no specific action is foreseen.",
        "We have no plans at this time.",
        "Not yet decided.",
        "Does not apply.",
        "We have nothing further to add at this stage.",
        "No new legislation was introduced in 2014.",
        "Nothing was announced in our 2013 report.",
        "No action has been taken.",
        "Nothing to declare.",
        "No new developments to report since 2013.",
        "Not at this time.",
        "Under consideration.",
        "We are not aware of any measures.",
        "There were none.",
        "None identified.",
        "Not applicable as no measures were announced in 2013.",
        "No additional information.",
        "Data are not collected.",
        "No laws were adopted.",
        "To follow.",
        "Malta did not take any measures.",
    ],
)
def test_other_words_for_nothing(answer: str) -> None:
    assert state(answer) == "nothing-to-report"


@pytest.mark.parametrize(
    "answer",
    [
        "Please see our response to question 2.1 B.",
        "As stated under goal 1.1 above.",
        "Refer to section 3.",
        "Ditto.",
        "See Annex II.",
        "Please see attached.",
        "See our 2013 report.",
        "See https://www.example.org/report for more information.",
        "The response is provided under 1.1 B.",
        "This has been addressed in our response to 1.1 A.",
        "Same as last year.",
        "Vide supra.",
        "See answer 4.",
    ],
)
def test_other_words_for_elsewhere(answer: str) -> None:
    assert state(answer) == "refers-elsewhere"


@pytest.mark.parametrize(
    "answer",
    [
        "[Insert text here]",
        "(500 words max.)",
        "Insert answer here",
        "?",
        "Not answered.",
        "(maximum 300 words)",
        "Please specify:",
        "_____ / _____",
        "Type your answer here",
        "a)",
        "…",
    ],
)
def test_other_leftovers_are_blank(answer: str) -> None:
    assert state(answer) == "blank"


@pytest.mark.parametrize(
    "answer",
    [
        "No cases were dismissed.",
        "No measures were taken before the new unit opened.",
        "Nothing stops us: forty officers were trained.",
        "As above all, children must be safe.",
        "See you in court is the name of our campaign.",
        "Not only officers but also judges were trained.",
        "N/A until May, when the hotline opened.",
        "No new measures, except for the hotline.",
        "The hotline.",
        "The new law has not yet been adopted.",
        "Our national action plan was not changed.",
        "No doubt measures were taken.",
        "Nothing but good news.",
        "Not only measures but also laws.",
        "No. We plan two.",
        "Without further action the project will be done.",
    ],
)
def test_content_is_answered(answer: str) -> None:
    assert state(answer) == "answered"


@given(
    st.sampled_from([str(a) for answers in SAMPLE.values() for a in answers]), st.sampled_from(["hotline", "officers"])
)
def test_one_word_of_content_makes_an_answer(answer: str, word: str) -> None:
    assert state(f"{answer} The {word} opened in May.") == "answered"


def test_a_yes_or_no_is_the_answer_to_a_choice() -> None:
    assert (state("No.", "choice"), state("No.")) == ("answered", "nothing-to-report")


@pytest.mark.parametrize(
    ("language", "expected", "answer"),
    [
        ("fr", "nothing-to-report", "Rien à signaler."),
        ("fr", "nothing-to-report", "Néant"),
        ("fr", "nothing-to-report", "Sans objet."),
        ("fr", "nothing-to-report", "Aucune mesure n’a été prise en 2014."),
        ("fr", "refers-elsewhere", "Voir réponse à la question 12."),
        ("fr", "nothing-to-report", "Nous ne disposons pas d’informations."),
        ("fr", "answered", "Les communes ne disposent pas de médecins."),
        ("fr", "refers-elsewhere", "Voir module 2."),
        ("fr", "refers-elsewhere", "Cf. ci-dessus."),
        ("fr", "blank", "(maximum 300 mots)"),
        ("fr", "answered", "Aucun enfant n’a été blessé grâce à la nouvelle unité."),
        ("fr", "answered", "La loi n’a pas encore été adoptée."),
        ("de", "nothing-to-report", "Es wurden keine weiteren Maßnahmen getroffen."),
        ("de", "nothing-to-report", "Fehlanzeige."),
        ("de", "refers-elsewhere", "Siehe Antwort zu Frage 3."),
        ("de", "refers-elsewhere", "Siehe Modul 3."),
        ("de", "answered", "Keine Hotline ohne Polizei."),
        ("es", "nothing-to-report", "No hay nada que informar."),
        ("es", "nothing-to-report", "No se han adoptado nuevas medidas."),
        ("es", "nothing-to-report", "No se dispone de información."),
        ("es", "nothing-to-report", "No se cuenta con datos."),
        ("es", "answered", "No se dispone de agua en 12 municipios."),
        ("es", "refers-elsewhere", "Véase el punto I del tema 1."),
        ("es", "refers-elsewhere", "Véase la respuesta a la pregunta 4."),
        ("es", "answered", "No solo policías, también jueces."),
        ("ro", "nothing-to-report", "Nu este cazul."),
        ("ro", "nothing-to-report", "Nicio măsură nouă."),
        ("ro", "nothing-to-report", "Nu dispunem de informații."),
        ("ro", "answered", "Nu dispunem de medici."),
        ("ro", "refers-elsewhere", "A se vedea punctul 1.1 B."),
        ("ro", "answered", "Poliția a format 40 de ofițeri."),
    ],
)
def test_other_languages_are_other_files(language: str, expected: str, answer: str) -> None:
    assert reply(answer, "text", (), words([language])).state == expected


OTHERS = yaml.safe_load((Path(__file__).parent / "inputs" / "six" / "states.yaml").read_text(encoding="utf-8"))
PLACEHOLDERS = ("<text>", "(optional)", "[Texte]", "(facultatif)")  # the same words without brackets are answers
PENDING = pytest.mark.xfail(strict=True, reason="a word in brackets is read as the word")


@pytest.mark.parametrize(
    ("language", "expected", "answer"),
    [
        pytest.param(language, expected, answer, marks=PENDING if answer in PLACEHOLDERS else ())
        for language, states in OTHERS.items()
        for expected, answers in states.items()
        for answer in answers
    ],
)
def test_the_states_of_answers_in_other_words(language: str, expected: str, answer: str) -> None:
    assert reply(f"\n{answer}\n", "text", (), words([language])).state == expected
