"""Statements: what is denied, doubted, limited or withheld, by whom, and about what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import headwater
from headwater.extract.attributions import attributions
from headwater.extract.denials import denials
from headwater.extract.statements import statements
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind, Figure, Outcome, Span, Statement, StatementKind

ENGLISH = load("en")


def read(text: str, *quotes: str) -> list[Statement]:
    """The statements of a text in which figures stand at the quotes; a figure's id is its quote."""
    found = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH)) if text.strip() else []
    figures = [
        Figure(
            id=quote,
            document="a.txt",
            start=text.index(quote),
            end=text.index(quote) + len(quote),
            quote=quote,
            sentence=Span(0, len(text)),
            best=None,
            low=None,
            high=None,
            outcome=Outcome.KILLED,
        )
        for quote in quotes
    ]
    said = attributions(text, found, ENGLISH, "a.txt")
    cues = sorted(said, key=lambda one: one.cue.start)
    return statements(text, found, said, figures, denials(found, figures, cues, ENGLISH), ENGLISH, "a.txt")


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("The army denied that its boats had fired.", StatementKind.DENIES, ("army",)),
        ('"The story is completely false," Keller said.', StatementKind.DENIES, ("Keller",)),
        ("Keller said the count could not be verified.", StatementKind.DOUBTS, ("Keller",)),
        ("There were no immediate reports of casualties.", StatementKind.LIMITS, ()),
        ("Keller declined to give a number.", StatementKind.WITHHOLDS, ("Keller",)),
        ("The ministry has not updated its toll since Friday.", StatementKind.WITHHOLDS, ("ministry",)),
        ("Mayor Ada Keller gave no figures.", StatementKind.WITHHOLDS, ("Ada Keller",)),
        ("The victims would not be identified until Sunday.", StatementKind.WITHHOLDS, ()),
        ("Neither would say how many had died.", StatementKind.WITHHOLDS, ()),
        ("Neither the army nor the rebels commented.", StatementKind.WITHHOLDS, ()),
        ("The guild met on Monday. It declined to say how many had died.", StatementKind.WITHHOLDS, ("guild",)),
    ],
)
def test_a_statement_has_its_kind_and_speaker(text: str, kind: StatementKind, speaker: tuple[str, ...]) -> None:
    assert [(one.kind, one.speaker) for one in read(text)] == [(kind, speaker)]


def test_it_is_about_the_figures_of_its_clause() -> None:
    (one,) = read("The owner denied that 12 had died.", "12")
    assert one.about == ("12",)


def test_it_is_not_about_what_its_source_says_besides() -> None:
    (one,) = read("Police denied that 12 people had been killed and said nobody had died.", "12")
    assert one.about == ("12",)


def test_it_does_not_point_back_where_it_has_a_number_of_its_own() -> None:
    rows = read("The union said 12 had died. The owner rejected claims that 300 rooms had been searched.", "12", "300")
    assert [one.about for one in rows] == [("300",)]


def test_it_is_about_the_figures_before_where_it_points_back() -> None:
    (one,) = read("The union said 12 had died. The owner denied the claim.", "12")
    assert (one.about, one.speaker) == (("12",), ("owner",))


def test_it_is_about_an_outcome_where_no_figure_stands() -> None:
    (one,) = read("There were no immediate reports of casualties or damage.")
    assert one.about == ("casualties", "damaged")


def test_a_clause_ends_where_its_sign_stands() -> None:
    (one,) = read("Nine boats sank, but the toll could not be confirmed, and the port stayed shut.")
    assert one.quote == "the toll could not be confirmed"


@pytest.mark.parametrize(
    "text",
    ["There were no casualties.", "Nobody was hurt.", "The driver was denied a licence.", "Twelve people are missing."],
)
def test_a_count_is_no_statement(text: str) -> None:
    assert read(text) == []


@given(st.text(max_size=200))
def test_spans_hold_in_any_text(text: str) -> None:
    assert all(text[one.start : one.end] == one.quote for one in read(text))


def test_hostile_repetition_is_read() -> None:
    text = "denied the no not could be 12 and " * 2000
    assert all(text[one.start : one.end] == one.quote for one in read(text))


def test_a_denied_number_is_nobodys_and_what_is_said_besides_is_the_deniers() -> None:
    text = "Police denied that 12 people had been killed, saying three had died."
    assert [(one.quote, one.denied, one.speaker) for one in headwater.extract(text).figures] == [
        ("12", True, ()),
        ("three", False, ("Police",)),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine died. That number was wrong.", [("denies", "That number was wrong", ())]),
        ("Nine died. Those reports are false, said the NCPA.", [("denies", "Those reports are false", ("NCPA",))]),
        ("Nine died. The city denies this.", [("denies", "The city denies this", ("city",))]),
        ("Nine died. 16:45 The office denied it.", [("denies", "16:45 The office denied it", ("office",))]),
        ("The guild withheld access to the list of nine dead, without saying that it was untrue.", []),
        ("The guards denied the mission access to the town, where nine people died.", []),
    ],
)
def test_where_a_clause_begins_and_what_is_no_denial(text: str, told: list[tuple[str, str, tuple[str, ...]]]) -> None:
    found = headwater.extract(text).statements
    assert [(one.kind.value, one.quote, one.speaker) for one in found if one.kind is StatementKind.DENIES] == told


def test_a_relative_clause_is_about_the_number_before_it() -> None:
    found = headwater.extract("Nine people fled. The mission counted 48 deaths that it has not been able to verify.")
    (one,) = found.statements
    assert one.about == tuple(figure.id for figure in found.figures if figure.quote == "48")
