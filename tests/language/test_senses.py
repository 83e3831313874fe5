"""What verbs say is loaded from the tables of `outcomes.toml`: named sets, order of senses, phrases, choices in tails."""

from headwater.language.senses import NOTHING, idioms, members, phrases, senses
from headwater.language.tails import tails

DATA = {
    "sets": {"forces": ["flood", "fire"]},
    "verb": [
        {"outcome": "killed", "takes": "subject", "lemmas": ["fade"]},
        {"outcome": NOTHING, "takes": "object", "by": ["firm"], "lemmas": ["fade"]},
        {"outcome": "missing", "takes": "subject", "denied": "done", "lemmas": ["fade"]},
        {"outcome": "destroyed", "takes": "object", "by": ["@forces", "war"], "lemmas": ["fade away"]},
    ],
    "complement": [{"outcome": "injured", "verbs": ["fade"], "tails": ["(in|out of) pain"]}],
    "phrase": [{"outcome": "displaced", "verbs": ["fade"], "prepositions": ["in"], "heads": ["@forces", "tent"]}],
    "idiom": [{"outcome": "killed", "verbs": ["fade"], "objects": ["life"]}],
}


def test_an_at_sign_names_a_set() -> None:
    assert members(["@forces", "war"], DATA["sets"]) == {"flood", "fire", "war"}


def test_longer_then_denied_senses_and_those_that_say_nothing_stand_first() -> None:
    assert [sense.outcome for sense in senses(DATA)["fade"]] == ["destroyed", "missing", NOTHING, "killed"]
    assert senses(DATA)["fade"][0].by == {"flood", "fire", "war"}


def test_a_phrase_has_prepositions_and_heads() -> None:
    (phrase,) = phrases(DATA)["fade"]
    assert phrase.heads == {"flood", "fire", "tent"}
    assert phrase.sense.takes == "object"


def test_an_idiom_is_of_its_subject() -> None:
    (idiom,) = idioms(DATA)["fade"]
    assert (idiom.sense.takes, idiom.objects) == ("subject", {"life"})


def test_a_tail_with_choices_is_found_by_each_spelling() -> None:
    held = tails(senses(DATA), DATA)
    for words in (["in", "pain", "."], ["out", "of", "pain"]):
        assert [row.sense.outcome for row in held.at("fade", words)] == ["injured"]
    assert held.at("bloom", ["in", "pain"]) == []
