"""Speakers of figures: whose they are, in whose voice, and how they are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.extract.attributions import attributions
from headwater.extract.speakers import speak
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind, Figure, Outcome, Span, Voice

ENGLISH = load("en")


def figures(text: str, *quotes: str) -> list[Figure]:
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
    return speak(bare, attributions(text, found, ENGLISH, "a.txt"), text, found, ENGLISH)


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
        ("On March 22nd inspectors said that 12 miners died.", ("inspectors",)),
        ("The 22nd Brigade said that 12 miners died.", ("Brigade",)),
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
        "Observers visiting the town on March 22nd said that 12 miners died.",
    ],
)
def test_a_figure_in_the_reports_own_voice_has_none(text: str) -> None:
    (figure,) = figures(text, "12")
    assert figure.speaker == ()
    assert figure.voice is Voice.NARRATED


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor, Ada Keller, and the hospital said 12 died.", ("Ada Keller",)),
        ("A miller, who gave no name, and a baker said 12 died.", ("miller",)),
        ("The mayor, Ada Keller, was hurt, and police said 12 died.", ("police",)),
        (
            "The harbour office said a barge sank. Thirty-three people were saved and 12 died, it said.",
            ("harbour office",),
        ),
    ],
)
def test_sources_joined_over_an_aside_and_whom_a_pronoun_means(text: str, speaker: tuple[str, ...]) -> None:
    (figure,) = figures(text, "12")
    assert figure.speaker == speaker


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
    (figure,) = figures(text, "12")
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


@pytest.mark.parametrize(
    "text",
    [
        "The owner denied that 12 miners had died.",
        "Police did not say that 12 miners had died.",
        "Keller never said 12 died.",
        "Keller would not tell reporters about the 12 miners who died.",
        "The union is concerned about the mine where 12 people died.",
    ],
)
def test_what_is_denied_or_only_spoken_of_is_nobodys_figure(text: str) -> None:
    (figure,) = figures(text, "12")
    assert figure.speaker == ()


def test_what_the_group_says_within_its_spokesmans_words_is_his() -> None:
    (figure,) = figures("A spokesman for Open Harbours said the group confirmed that 12 died.", "12")
    assert figure.speaker == ("spokesman for Open Harbours",)


@pytest.mark.parametrize(
    "said",
    [
        "at least 12 died",
        "more than 12 died",
        "in all 12 people died",
        "up to 12 died",
        "on Monday 12 died",
        "on Monday at least 12 died",
        "in a statement 12 people died",
        "from 12 to 14 people died",
        "about 12 died",
        "nearly 12 died",
        "over 12 died",
        "between 12 and 14 died",
        "some 12 died",
        "an estimated 12 people died",
        "only 12 died",
        "that at midnight 12 died",
        "in the north 12 people died",
        "most of the 12 miners died",
        "the 12 miners died",
        "there were 12 dead",
        "it killed 12",
        "12 people, among them a child, died",
    ],
)
def test_what_stands_between_cue_and_figure_takes_no_figure_away(said: str) -> None:
    for text in (
        f"Keller said {said}.",
        f"Keller told the court {said}.",
        f"{said[0].upper()}{said[1:]}, Keller said.",
    ):
        (figure,) = figures(text, "12")
        assert figure.speaker == ("Keller",), text


PLAIN = [
    "said",
    "Keller",
    "the",
    "who",
    "told",
    "by",
    "quoted",
    "as",
    "saying",
    "according",
    "to",
    "citing",
    "was",
    "we",
]
SIGNS = [",", '"', "\u201c", "\u201d", ":", ".", "-", "(", ")", "about", "not", "sure", "that", "12", "counted"]


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*PLAIN, *SIGNS]), max_size=40).map(" ".join))
def test_a_figure_is_attributed_just_where_it_has_a_speaker(words: str) -> None:
    text = f"{words} 12 died."
    (figure,) = figures(text, "12")
    assert (figure.voice is Voice.ATTRIBUTED) <= bool(figure.speaker)
    assert figure.basis is None or text[figure.basis.start : figure.basis.end] == figure.basis.quote
