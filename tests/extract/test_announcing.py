"""Lists that somebody gives."""

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Figure
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


def test_the_reports_own_reporter_gives_no_list() -> None:
    assert speakers("Our reporter walked the hall and counted the dead of the ferry: 27 bodies.") == [("27", ())]
