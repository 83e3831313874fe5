"""Places in a text, and names that depend on nothing but what they name."""

from __future__ import annotations

import pytest

from headwater.model import Quote, Span, identifier


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="from 5 to 3"):
        Span.read(5, 3)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 9).holds(Span(3, 9))


def test_a_quote_is_the_words_at_its_place() -> None:
    assert Quote.at("the 40 people", 4, 6).quote == "40"


def test_identifiers_tell_their_parts_apart() -> None:
    assert identifier("f", "ab", "c") != identifier("f", "a", "bc")
    assert identifier("f", None, "c") == identifier("f", "", "c")
    assert identifier("f", 1) != identifier("g", 1)
