"""Classes of nouns that no list of groups has."""

from pathlib import Path

import pytest

from headwater.language import Language, load
from headwater.language.groups import lexicon

GROUPS = lexicon(load("en"))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("satraps", "person"),
        ("reindeer", "animal"),
        ("hearse", "vehicle"),
        ("vicarage", "building"),
        ("hatchets", "thing"),
        ("indignation", "event"),
        ("deminers", "person"),  # in no list, and ends like a calling
        ("number", ""),  # ends like one, and is known to be doubtful
        ("qwert", ""),
    ],
)
def test_the_class_of_a_noun_that_is_not_listed(word: str, kind: str) -> None:
    assert word not in GROUPS.nouns
    assert GROUPS.kind(word) == kind


def test_a_language_without_such_a_list_has_no_classes(tmp_path: Path) -> None:
    assert not lexicon(Language("xx", tmp_path)).classes
