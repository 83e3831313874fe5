"""Attributions: what is said by whom, in every order that reports put it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.extract.attributions import attributions
from headwater.grammar.sentences import sentences
from headwater.language import Language, load
from headwater.model import Attribution, Block, BlockKind

ENGLISH = load("en")


def read(text: str) -> list[Attribution]:
    """The attributions of a text, a line a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
        at += len(line) + 1
    return attributions(text, list(sentences(text, blocks, ENGLISH)), ENGLISH, "a.txt")


def told(text: str) -> list[tuple[tuple[str, ...], str, str | None]]:
    """Speaker, cue and content of each attribution."""
    return [(one.speaker, one.cue.quote, one.content.quote if one.content else None) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keller said 12 miners died.", (("Keller",), "said", "12 miners died")),
        ("Coast guard spokesman Jon Hale said 12 men drowned.", (("Jon Hale",), "said", "12 men drowned")),
        ("Red Cross volunteer Ada Keller said 12 men drowned.", (("Ada Keller",), "said", "12 men drowned")),
        (
            "Three of the dead were foreigners, the mayor said: two men from Orrin and one from Varn.",
            (
                ("mayor",),
                "said",
                "Three of the dead were foreigners, the mayor said: two men from Orrin and one from Varn",
            ),
        ),
        ("After the wall fell, Keller said: 12 died.", (("Keller",), "said", "12 died")),
        (
            "The counts run from nine, the figure telegraphed by Keller, to 25.",
            (("Keller",), "telegraphed by", "The counts run from nine, the figure"),
        ),
        ("Keller gave the figures: 12 died.", (("Keller",), "gave", "the figures: 12 died")),
        ("Twelve miners died, Keller said.", (("Keller",), "said", "Twelve miners died")),
        ("Twelve miners died, said Ada Keller.", (("Ada Keller",), "said", "Twelve miners died")),
        ('"Twelve miners died," Keller said.', (("Keller",), "said", '"Twelve miners died,"')),
        ("\u201cTwelve miners died,\u201d said Keller.", (("Keller",), "said", "\u201cTwelve miners died,\u201d")),
        ("'Twelve miners died,' said Keller.", (("Keller",), "said", "'Twelve miners died,'")),
        ("Keller: 12 miners died", (("Keller",), ":", "12 miners died")),
        ("12 miners dead, police say", (("police",), "say", "12 miners dead")),
        ("Fire sweeps mine, 12 dead: police", (("police",), ":", "Fire sweeps mine, 12 dead")),
        ("TWELVE MINERS DIED, THE ARMY SAID TODAY.", (("ARMY",), "SAID", "TWELVE MINERS DIED")),
        ('" Twelve miners died , " Keller said .', (("Keller",), "said", '" Twelve miners died , "')),
        ("Keller, the coroner, said 12 miners died.", (("Keller",), "said", "12 miners died")),
        ("A spokeswoman, Ada Keller, said 12 died.", (("Ada Keller",), "said", "12 died")),
        ("A source at the mine said 12 died.", (("source at the mine",), "said", "12 died")),
        ("The Mines Ministry said on Monday that 12 died.", (("Mines Ministry",), "said", "that 12 died")),
        ("Keller was quoted as saying 12 died.", (("Keller",), "was quoted as saying", "12 died")),
        ("Was it twelve, as Keller claimed?", (("Keller",), "claimed", "Was it twelve")),
        ("Keller's claim that 12 died was wrong.", (("Keller",), "claim", "that 12 died")),
        ("Keller has never said that 12 died.", (("Keller",), "has never said", "that 12 died")),
        ("Doctors put the number of dead at 12.", (("Doctors",), "put", "the number of dead at 12")),
        ("The army on Monday said 12 died.", (("army",), "said", "12 died")),
        ("The army in a statement said 12 died.", (("army",), "said", "12 died")),
        ("The army, in a statement on Monday, said 12 died.", (("army",), "said", "12 died")),
        ("Ada Keller, minister of health, care and sport, said 12 died.", (("Ada Keller",), "said", "12 died")),
        ("Ada Keller, a nurse at Lom, Ostra's second town, said 12 died.", (("Ada Keller",), "said", "12 died")),
        ("In West Lom, the mayor, a baker, said 12 died.", (("mayor",), "said", "12 died")),
        ("Ben Keller, one of the aides, recalled a dozen dead.", (("Ben Keller",), "recalled", "a dozen dead")),
        ("A clerk who asked not to be named said 12 died.", (("clerk",), "said", "12 died")),
        ("Monday's report said 12 died.", (("report",), "said", "12 died")),
        ("The city 's mayor said 12 died .", (("city 's mayor",), "said", "12 died")),
        ("Residents reached by ORBIS reported 12 dead.", (("Residents",), "reported", "12 dead")),
        ("Asked about the toll, Keller said 12 died.", (("Keller",), "said", "12 died")),
        ("Local media report nine dead.", (("Local media",), "report", "nine dead")),
        ("The army today said 12 died.", (("army",), "said", "12 died")),
        ("The Ministry of Public Works said 12 died.", (("Ministry of Public Works",), "said", "12 died")),
        ("PORT KELLER, 9 May (ORBIS) -- Nine boats sank, the mayor said.", (("mayor",), "said", "Nine boats sank")),
        ("INTERIOR MINISTER ROSA KELLER SAID 12 DIED.", (("ROSA KELLER",), "SAID", "12 DIED")),
        ("Ten fled, according to the mayor, adding that 9 stayed.", (("mayor",), "adding", "that 9 stayed")),
        ("The count released on Friday shows that 12 died.", (("count",), "shows", "that 12 died")),
        ("An aide who spoke to nurses said 12 died.", (("aide",), "said", "12 died")),
    ],
)
def test_an_attribution_in_every_order(text: str, expected: tuple[tuple[str, ...], str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Keller told ORBIS that 12 died.", ("Keller", "ORBIS")),
        ("Keller told ORBIS that 12 died, the Gazette reported.", ("Keller", "ORBIS", "Gazette")),
        ("The Gazette quoted Keller as saying that 12 died.", ("Keller", "Gazette")),
        ("Keller, quoted by ORBIS, said that 12 died.", ("Keller", "ORBIS")),
        ("Keller said villagers said 12 died.", ("villagers", "Keller")),
        ("Twelve died, the Gazette said, citing the fire brigade.", ("fire brigade", "Gazette")),
        ('"Doctors told us 12 had died," Keller said.', ("Doctors", "Keller")),
        ("Keller spoke to nurses, all of whom said that 12 died.", ("nurses",)),
        ("Keller told reporters that 12 died.", ("Keller",)),
        ("Keller reported that alleged members of a gang killed 12.", ("Keller",)),
        ("He was quoted by the Gazette as saying 12 died.", ("He", "Gazette")),
        ("State media, citing the army, said that 12 died.", ("army", "State media")),
        ("The Gazette reported, citing officials, that 12 died.", ("officials", "Gazette")),
        ("Quoting an official, ORBIS said that 12 died.", ("official", "ORBIS")),
    ],
)
def test_a_chain_runs_from_the_innermost_to_the_outermost(text: str, chain: tuple[str, ...]) -> None:
    speakers = [one.speaker for one in read(text)]
    assert chain in speakers
    assert max(map(len, speakers)) == len(chain)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve are believed to have drowned.",
        "The boat was reported to have sunk.",
        "Soldiers found 12 boats on the beach.",
        "She walked into the room and saw four people.",
        "A man accused of arson was held.",
        "The mine closed in 1999 and 12 people left.",
        "Twelve people reported dead, nine missing.",
        "An estimated 836 homes burned.",
        "Evacuated people: 3,614",
        "NORTHERN ZONE: 12 BOATS WERE BURNED.",
        "The price of justice: remembering 12 miners of Varn",
        "The mayor's alleged part in it was forgotten.",
        "They left a raft of rules that promise to save the 12 mines.",
    ],
)
def test_what_nobody_says_has_no_source(text: str) -> None:
    assert told(text) == []


def test_a_pronoun_goes_back_to_whoever_spoke_last() -> None:
    speakers = [one.speaker for one in read("Ada Keller said 12 died. She said more were missing.")]
    assert speakers == [("Ada Keller",), ("Ada Keller",)]


def test_a_pronoun_goes_back_to_a_subject_where_nobody_spoke() -> None:
    assert [one.speaker for one in read("Ada Keller runs the clinic. She said 12 people came.")] == [("Ada Keller",)]


def test_they_goes_back_to_unnamed_speakers() -> None:
    assert {one.speaker for one in read("Witnesses said 12 died. They said a boat sank.")} == {("Witnesses",)}


def test_a_pronoun_without_anyone_keeps_its_words() -> None:
    assert [one.speaker for one in read("He said 12 people came.")] == [("He",)]


def test_a_role_goes_back_to_the_one_who_bears_it() -> None:
    speakers = [one.speaker for one in read("Mines Minister Ada Keller said 12 died. The minister said 9 were hurt.")]
    assert speakers == [("Ada Keller",), ("Ada Keller",)]


def test_a_role_that_two_bear_is_not_guessed_at() -> None:
    text = "Officer Ada Keller said 12 died. Officer Ben Oduya said 9 were hurt. The officer said 3 fled."
    assert [one.speaker for one in read(text)][-1] == ("officer",)


def test_a_surname_is_the_full_name_met_before() -> None:
    assert [one.speaker for one in read("Ada Keller said 12 died. Keller said 9 were hurt.")][-1] == ("Ada Keller",)


@pytest.mark.parametrize(
    "both", ["South Lorne said 12 died. Lorne said 9 were hurt.", "Lorne said 12 died, South Lorne nine."]
)
def test_a_country_is_none_whose_name_ends_like_it(both: str) -> None:
    assert ("Lorne",) in [one.speaker for one in read(both)]


def test_a_heading_gives_nobody_a_name() -> None:
    text = "When Keller Came to Lomond\n\nKeller said 12 died."
    assert [one.speaker for one in read(text)][-1] == ("Keller",)


def test_a_quotation_goes_on_after_its_sentence() -> None:
    text = '"Twelve died," Keller said. "Nine more were hurt."\nThe mine has 40 workers.'
    (one,) = read(text)
    assert one.content is not None
    assert one.content.quote == '"Twelve died," Keller said. "Nine more were hurt."'


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = '"Twelve died. They were miners.\n"Nine more were hurt," Keller said.'
    (one,) = read(text)
    assert one.content is not None
    assert one.content.start == 0


def test_a_quotation_over_several_lines_has_one_source() -> None:
    text = '"Twelve died.\nNine were hurt.\nFour are missing," Keller said.'
    assert [one.content.quote for one in read(text) if one.content] == [text[: text.index(" Keller")]]


def test_a_partly_quoted_clause_is_said_as_a_whole() -> None:
    (one,) = read('The mine was "a grave for 12," Keller said.')
    assert one.content is not None
    assert one.content.quote == 'The mine was "a grave for 12,"'


def test_what_is_added_belongs_to_the_same_source() -> None:
    found = told("Keller said 12 died, adding that nine were hurt.")
    assert found == [(("Keller",), "said", "12 died"), (("Keller",), "adding", "that nine were hurt")]


def test_a_language_without_cues_is_silent() -> None:
    bare = Language("xx", ENGLISH.folder / "nowhere")
    text = "Keller said 12 died."
    found = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))
    assert attributions(text, found, bare, "a.txt") == []


SIGNS = [",", '"', "\u201c", "\u201d", "'", ":", ".", "-", "(", ")", "\n"]
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
    "12",
    "citing",
    "was",
    "and",
    "claim",
    "that",
    "he",
    "sure",
    "view",
    "in",
]
WORDS = st.lists(st.sampled_from([*SIGNS, *PLAIN]), max_size=60)


@settings(max_examples=150)
@given(st.one_of(WORDS.map(" ".join), st.text(max_size=200)))
def test_spans_hold_in_any_text(text: str) -> None:
    for one in read(text):
        for part in (one.source, one.cue, one.content):
            assert part is None or text[part.start : part.end] == part.quote
        assert one.speaker
        assert one.source.quote
        assert one.cue.quote


@pytest.mark.parametrize(
    "unit", ['" ', "' ", "and ", "said ", "he said ", "Keller, ", "12 ", "\u201c", "who ", "according to "]
)
def test_hostile_repetition_is_read(unit: str) -> None:
    text = unit * 3000
    for one in read(text):
        assert text[one.source.start : one.source.end] == one.source.quote
