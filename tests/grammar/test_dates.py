"""Time expressions: values, anchors, spans, and what hostile text does."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.dates import temporal
from headwater.grammar.dates_tags import alphabet
from headwater.grammar.sentences import sentences
from headwater.grammar.tokens import tokenize
from headwater.language import load
from headwater.model import Anchor, Block, BlockKind, TimeExpression

ENGLISH = load("en")


def read(text: str, published: str | None = None) -> list[TimeExpression]:
    blocks, start = [], 0
    for line in text.split("\n\n"):
        if line:
            blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH))
        start += len(line) + 2
    return temporal(tuple(sentences(text, blocks, ENGLISH)), ENGLISH, published)


def told(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    return [(text[item.start : item.end], item.edtf) for item in read(text, published) if item.kind != "reference"]


def test_a_day_without_year_takes_the_year_that_the_text_tells_of() -> None:
    text = "The last boat landed at Harrow pier on January 28, 1992, in heavy rain. Soon after, on January 2, the power was cut."
    assert told(text, "2025-02-26") == [("January 28, 1992", "1992-01-28"), ("January 2", "1992-01-02")]
    anchors = [item.anchor for item in read(text, "2025-02-26") if item.kind == "date"]
    assert anchors == [Anchor.CALENDAR, Anchor.EVENT]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Until late Monday only nine had been counted.", "2031-05-12"),
        ("Only nine had been counted until Monday.", "2031-05-12"),
        ("The road is closed until Monday.", "2031-05-19"),
    ],
)
def test_until_looks_back_where_something_had_been_so(text: str, day: str) -> None:
    assert [edtf for _, edtf in told(text, "2031-05-14")] == [day]


def test_a_day_just_before_publication_is_of_now_where_the_text_told_of_the_year_before() -> None:
    text = "The harbour master was hired in March 2018 by the town of Varn. On June 3, he was charged with neglect."
    assert told(text, "2019-06-10")[1] == ("June 3", "2019-06-03")
    assert told(text, "2026-06-10")[1] == ("June 3", "2018-06-03")


def test_what_was_written_in_a_dateline_is_no_anchor_for_what_happened() -> None:
    text = "Posted March 9, 2019\n\nThe man who fired at the guards had lost his post in the harbour four days earlier."
    assert told(text, "2019-03-09")[1] == ("four days earlier", None)


def test_a_day_that_no_calendar_has_is_kept_without_value() -> None:
    found = read("The council met on 31 June 2019 and again on February 30.", "2019-07-02")
    assert [(item.edtf, item.possible) for item in found] == [(None, False), (None, False)]


def test_the_weekday_that_words_name_is_kept() -> None:
    (found,) = read("The Marigold sank on Tuesday, March 4, 2019.")
    assert (found.edtf, found.weekday) == ("2019-03-04", 1)


def test_day_and_month_in_figures_go_by_evidence() -> None:
    assert told("Signed 4/3/2019, sealed 23/3/2019.") == [("4/3/2019", "2019-03-04"), ("23/3/2019", "2019-03-23")]
    assert told("Signed 4/3/2019, sealed 3/23/2019.") == [("4/3/2019", "2019-04-03"), ("3/23/2019", "2019-03-23")]
    assert told("Signed 4/3/2019.", "2019-03-05") == [("4/3/2019", "2019-03-04")]


def test_without_a_day_of_publication_words_that_lean_on_it_are_not_placed() -> None:
    found = read("It sank on Tuesday, or yesterday, or last year, or two days ago.")
    assert [(item.edtf, item.anchor) for item in found] == [(None, Anchor.NONE)] * 4


def test_a_clock_alone_takes_the_day_of_its_sentence() -> None:
    assert told("On 4 March 2019 the Marigold left the pier; the alarm came in at 9.25 a.m.")[1] == (
        "9.25 a.m.",
        "2019-03-04T09:25:00",
    )


def test_a_shortened_month_is_no_end_of_a_sentence() -> None:
    assert told("The Marigold sank on Nov. 6 near Harrow.", "2019-12-01") == [("Nov. 6", "2019-11-06")]


@pytest.mark.parametrize(
    "text",
    [
        "Some 1992 residents fled.",
        "More than 2000 people fled.",
        "At least 1990 soldiers and 2010 police took part.",
        "Damage is put at £2019.",
        "In the hall 20 people were killed.",
        "The road is 1800 metres long.",
        "He may 4 times have tried.",
        "They march 20 miles.",
        "Resolution 1973 was passed.",
    ],
)
def test_counts_and_measures_are_no_years_or_days(text: str) -> None:
    assert told(text) == []


def test_a_count_after_a_month_is_no_day() -> None:
    assert told("In March 20 people were killed.", "2019-06-01") == [("March", "2019-03")]


@pytest.mark.parametrize(
    "piece",
    ["1" * 50, "1992 ", "may ", "and ", "March 4-", "12:", "the ", "twenty ", "4/", "'90s ", "in 19 ", "of the "],
)
def test_hostile_repetition_ends_in_order(piece: str) -> None:
    found = read(piece * 4000, "2019-03-04")
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(
    st.text(max_size=200), st.sampled_from([None, "2019-03-04", "2019", "197X", "nonsense", "0001-01-01", "9999-12-31"])
)
def test_any_text_gives_ordered_spans(text: str, published: str | None) -> None:
    found = read(text, published)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


WORDS = st.sampled_from(
    [
        "the",
        "of",
        "in",
        "on",
        "last",
        "next",
        "March",
        "May",
        "4",
        "31",
        "32",
        "1992",
        "2019",
        "20",
        "Monday",
        "night",
        "two",
        "years",
        "ago",
        "since",
        "later",
        "earlier",
        "first",
        "quarter",
        "century",
        "BC",
        "a.m.",
        "9.25",
        "12:30",
        "-",
        ",",
        ".",
        "/",
        "'",
        "s",
        "th",
        "summer",
        "fall",
        "week",
        "decade",
        "every",
        "half",
        "tomorrow",
        "yesterday",
        "99",
        "0",
        "00",
        "9999",
    ]
)


@given(st.lists(WORDS, max_size=30), st.sampled_from([None, "2019-03-04", "0001-01-01", "9999-12-31", "2019-02"]))
def test_any_row_of_words_of_time_gives_values_that_are_whole(words: list[str], published: str | None) -> None:
    for item in read(" ".join(words), published):
        assert item.kind in ("date", "time", "duration", "set", "reference")
        assert item.edtf is None or item.anchor is not Anchor.NONE


@given(st.lists(WORDS, max_size=30))
def test_what_rules_need_and_may_begin_with_costs_no_match(words: list[str]) -> None:
    """Beside a search that tries each rule at each place."""
    letters = alphabet(ENGLISH)
    text = letters.encode(tokenize(" ".join(words)))
    plain, at = [], 0
    while at < len(text):
        tried = ((one.rule.name, one.pattern.match(text, at)) for one in letters.rules)
        name, match = next(((name, match) for name, match in tried if match is not None), ("", None))
        plain += [] if match is None else [(name, match.span())]
        at = at + 1 if match is None else match.end()
    found, taken, present = [], 0, frozenset(text)
    for place in letters.places(text):
        held = letters.match(text, place, present) if place >= taken else None
        if held is not None:
            found.append((held[0].rule.name, held[1].span()))
            taken = held[1].end()
    assert found == plain
