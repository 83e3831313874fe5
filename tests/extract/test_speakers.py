"""Speakers of figures: whose they are, in whose voice, and how they are known."""

from __future__ import annotations

import pytest

from headwater.extract.attributions import attributions
from headwater.extract.speakers import speak
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind, Credit, CreditRelation, Figure, Outcome, Span, Voice

ENGLISH = load("en")


def figures(text: str, *quotes: str, credit_lines: tuple[Credit, ...] = ()) -> list[Figure]:
    """The figures that stand at the quotes, with their speakers."""
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    found = list(sentences(text, [block], ENGLISH))
    bare = []
    for quote in quotes:
        start = text.index(quote)
        sentence = next(one for one in found if one.start <= start < one.end)
        bare.append(
            Figure(
                id=Figure.identify("a.txt", start, start + len(quote), Outcome.KILLED, "person"),
                document="a.txt",
                start=start,
                end=start + len(quote),
                quote=quote,
                sentence=Span(sentence.start, sentence.end),
                best=None,
                low=None,
                high=None,
                outcome=Outcome.KILLED,
            )
        )
    return speak(bare, attributions(text, found, ENGLISH, "a.txt"), text, found, credit_lines, ENGLISH)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Keller said 12 miners died.", ("Keller",)),
        ("At least 12 miners died, according to the coroner.", ("coroner",)),
        ("Keller told ORBIS that 12 died, the Gazette reported.", ("Keller", "ORBIS", "Gazette")),
        ("The union accused the owner of an attack that killed 12 people.", ("union",)),
        ("Rescuers fear that 12 people are under the snow.", ("Rescuers",)),
        ('"We counted 12 bodies," Keller said.', ("Keller",)),
        ("Doctors put the number of dead at 12.", ("Doctors",)),
    ],
)
def test_a_figure_within_what_is_said_has_its_speaker(text: str, speaker: tuple[str, ...]) -> None:
    (figure,) = figures(text, "12")
    assert figure.speaker == speaker
    assert figure.voice in (Voice.ATTRIBUTED, Voice.WE)


@pytest.mark.parametrize(
    "text",
    [
        "Keller said the mine was closed. On Monday 12 miners died.",
        "On Monday 12 miners died. Keller said the mine was closed.",
        "The governor urged the 12 miners to go home.",
        "Soldiers found 12 bodies in the river.",
        "Twelve years on, 12 are reported to have drowned.",
        "Keller, who lost 12 colleagues, said nothing.",
    ],
)
def test_a_figure_in_the_reports_own_voice_has_none(text: str) -> None:
    (figure,) = figures(text, "12")
    assert figure.speaker == ()
    assert figure.voice is Voice.NARRATED


def test_of_several_speakers_the_innermost_comes_first() -> None:
    (figure,) = figures("Keller said villagers said 12 died.", "12")
    assert figure.speaker == ("villagers", "Keller")


def test_what_a_party_says_of_itself_is_in_its_voice() -> None:
    (figure,) = figures('"We killed 12 of them," the commander said.', "12")
    assert (figure.speaker, figure.voice) == (("commander",), Voice.WE)


def test_an_other_partys_we_is_not_the_reports() -> None:
    (figure,) = figures('"We left early," Keller said, and 12 miners died.', "12")
    assert figure.voice is not Voice.WE


def test_figures_keep_their_order_and_all_else() -> None:
    first, second = figures("Keller said 12 died. Nine were hurt.", "12", "Nine")
    assert (first.quote, first.speaker, second.quote, second.speaker) == ("12", ("Keller",), "Nine", ())
    assert first.outcome is Outcome.KILLED


def test_a_credit_gives_no_figure_a_speaker() -> None:
    text = "Source: Gazette. On Monday 12 miners died."
    credit = Credit(0, 15, text[:15], "Gazette", CreditRelation.SOURCE)
    (figure,) = figures(text, "12", credit_lines=(credit,))
    assert figure.speaker == ()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Keller said 12 bodies were counted at the school.", "counted"),
        ("An estimated 12 people died.", "estimated"),
        ("The ministry registered 12 deaths.", "registered"),
        ("According to hospital records, 12 people died.", "hospital records"),
        ("On Monday 12 miners died.", None),
    ],
)
def test_the_basis_is_where_the_words_tell_how_it_is_known(text: str, basis: str | None) -> None:
    (figure,) = figures(text, "12")
    assert (figure.basis.quote if figure.basis else None) == basis
    assert figure.basis is None or text[figure.basis.start : figure.basis.end] == basis
