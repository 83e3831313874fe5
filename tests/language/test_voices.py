"""Nouns by whether what they name can speak: the sections are apart, and words that reports turn on stand in the right one."""

import pytest

from headwater.language import load
from headwater.language.cues import lexicon

CUES = lexicon(load("en"))


@pytest.mark.parametrize("word", ["abbot", "councillors", "historian", "firemen", "widow"])
def test_people_speak(word: str) -> None:
    assert CUES.names("speaking", word)


@pytest.mark.parametrize("word", ["accident", "blaze", "flood", "avalanche", "storms", "bridge"])
def test_events_and_things_do_not(word: str) -> None:
    assert CUES.names("mute", word)
    assert not CUES.names("speaking", word)


def test_no_word_stands_in_two_sections() -> None:
    speaking, groups, mute = (CUES.words[name] for name in ("speaking", "groups", "mute"))
    assert not speaking & mute
    assert not groups & mute
    assert not speaking & groups
    assert len(speaking) > 5000
