"""Lists that somebody gives, and what goes on after an attribution."""

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Figure, Voice
from headwater.read.registry import read
from headwater.settings import Settings

LIST = """Quake in Osterra

The national relief office gave these figures at noon:

213 people were killed, including:
• 58 children
640 people were injured
31 people are missing

Nine people drowned in the port.
"""


def figures(text: str) -> list[Figure]:
    report = read("t.txt", text.encode(), Settings()).report
    assert report is not None
    return list(extract(report, load(), Settings()).figures)


def speakers(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(figure.quote, figure.speaker) for figure in figures(text)]


def test_the_lines_below_are_said_by_who_gave_them() -> None:
    assert speakers(LIST) == [
        ("213", ("national relief office",)),
        ("58", ("national relief office",)),
        ("640", ("national relief office",)),
        ("31", ("national relief office",)),
        ("Nine", ()),
    ]


def test_a_count_given_in_the_same_sentence_is_its_givers() -> None:
    text = "The ministry has now given its own count: 63 officers hurt and 212 people arrested."
    assert speakers(text) == [("63", ("ministry",)), ("212", ("ministry",))]


def test_what_goes_on_by_and_is_still_said() -> None:
    text = "Nine homes burned down, Marv Estes said at a briefing on Monday, and 14 others were damaged."
    assert speakers(text) == [("Nine", ("Marv Estes",)), ("14", ("Marv Estes",))]


def test_what_turns_by_but_is_not() -> None:
    text = "Nine homes burned down, Marv Estes said, but 14 goats were saved."
    assert speakers(text) == [("Nine", ("Marv Estes",)), ("14", ())]


def test_who_counted_is_the_speaker_of_the_count() -> None:
    assert speakers("The health cluster recorded 97 deaths in May.") == [("97", ("health cluster",))]


def test_the_report_itself_is_no_speaker() -> None:
    found = figures("We confirm that 13 people were killed.")
    assert [(figure.speaker, figure.voice) for figure in found] == [((), Voice.WE)]


def test_deeds_are_no_sayings() -> None:
    assert speakers("The fire claimed the lives of two firefighters.") == [("two", ())]


def test_in_capitals_a_name_before_its_verb_is_found() -> None:
    assert speakers("BANEGAS ADDED THAT SEVEN SOLDIERS WERE WOUNDED.") == [("SEVEN", ("BANEGAS",))]
