"""What is read of a sentence without a number, and when."""

from __future__ import annotations

import pytest

from headwater.extract.frames import read_frames
from headwater.extract.implied import implied_at
from headwater.extract.lexicons import lexicons
from headwater.extract.reading import Row, read_report
from headwater.extract.unnumbered import may_count
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Report
from headwater.read.layout import blocks

LANGUAGE = load("en")
WORDS = lexicons(LANGUAGE)


def _row(text: str) -> Row:
    """The last sentence of a report; the first line of one is its title, which leaves out articles."""
    text = f"A storm in Lom\n\nIt rained. {text}"
    report = Report(document="d", sha256="", text=text, blocks=blocks(text))
    found = list(sentences(text, report.blocks, LANGUAGE))
    return read_report(report, found, (), LANGUAGE)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "A girl was hurt when the roof of the Lom mill fell.",
        "Another was hurt when the roof fell.",
        "A third was also hurt.",
        "The fourth died.",
        "The mayor was shot on the bridge.",
        "The second of the injured, a young miner, died.",
        "A fire engine was destroyed.",
        "No miners were hurt.",
        "Nobody was hurt.",
        "Both were hurt.",
    ],
)
def test_one_none_or_both_may_be_counted(text: str) -> None:
    """What can be a figure without a number is never passed over."""
    (sentence,) = sentences(text, blocks(text), LANGUAGE)
    assert may_count(sentence, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Miners were hurt when the roofs fell.",
        "Some miners were taken to the clinic in Lom by road.",
        "The roof of the mill was destroyed by rain.",
    ],
)
def test_many_without_a_number_are_passed_over(text: str) -> None:
    """Nobody is counted there, though the words tell what befell them; the clause is cut into chunks when asked for."""
    row = _row(text)
    assert row.passed
    assert row.chunked is None
    assert not row.settled
    assert row.tells
    assert row.clause.chunks


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The guard was hurt when the roof fell.", True),
        ("The guard dogs were hurt when the roof fell.", False),
        ("The guard's dogs were hurt when the roof fell.", False),
        ("The guard last week hurt his arm.", True),  # a time is no noun behind another
    ],
)
def test_one_who_heads_no_noun_group_counts_for_nothing(text: str, counts: bool) -> None:
    """A noun that another follows only says whose or of what kind that is."""
    (sentence,) = sentences(text, blocks(text), LANGUAGE)
    assert may_count(sentence, WORDS) is counts


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("There was word from the guard.", False),
        ("There was never any word from the guard.", True),
        ("The guard was on the way.", False),
        ("The guard was in hospital.", True),
    ],
)
def test_words_that_need_others_tell_beside_them_only(text: str, tells: bool) -> None:
    """A noun that tells an outcome by words near it, or a state of several words, tells nothing without them."""
    (sentence,) = sentences(text, blocks(text), LANGUAGE)
    assert WORDS.telling.may_tell(sentence)
    assert WORDS.telling.may_tell_of_one(sentence) is tells


def test_what_is_passed_over_holds_no_implied_figure() -> None:
    """What the frames settle in such a sentence is counted by no one."""

    row = _row("Miners were hurt, villages burned and the roofs of the mills destroyed.")
    clause, settled = read_frames(row.sentence, (), WORDS)
    assert row.passed
    assert settled
    assert all(held.chunk.number is None and not implied_at(clause, held, False, WORDS) for held in settled.values())
