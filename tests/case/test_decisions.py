"""Decisions hold on to words: they survive other readings of the same words, and other versions of the text."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.case.anchors import hold, place
from headwater.case.decided_case import scoped, settle
from headwater.case.decided_values import snapshot
from headwater.case.decisions import Decided, State, decide
from headwater.case.journal import Draft
from headwater.model import (
    Action,
    Block,
    BlockKind,
    Decision,
    Figure,
    Finding,
    FindingKind,
    FindingSpan,
    Hedge,
    Level,
    Outcome,
    Report,
    Span,
    Voice,
)
from headwater.pipeline.orphans import orphaned

TEXT = "The fire in Ostra killed 12 people, 4 of them children. In Velm the fire killed 12 people and hurt dozens.\n"


def report(text: str = TEXT) -> Report:
    return Report(
        document="a.txt", sha256="", text=text, language="en", blocks=(Block(0, len(text), BlockKind.PARAGRAPH),)
    )


def figure(quote: str, text: str = TEXT, nth: int = 0, outcome: Outcome | None = Outcome.KILLED, **more: Any) -> Figure:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    number = Decimal(quote) if quote.isdigit() else None
    name = Figure.identify("a.txt", start, start + len(quote), outcome, "person")
    given = {"best": number, "low": number, "high": number, "outcome": outcome, "group": "person"} | more
    return Figure(name, "a.txt", start, start + len(quote), quote, Span(0, len(text) - 1), **given)


def on(target: Figure, action: Action, text: str = TEXT, number: int = 1, **new: Any) -> Decision:
    words = hold(text, target.start, target.end)._asdict()
    draft = Draft(
        action=action, document="a.txt", **words, old=json.dumps(snapshot(target)), new=json.dumps(new) if new else None
    )
    parts = {
        name: getattr(draft, name)
        for name in ("document", "start", "end", "quote", "prefix", "suffix", "old", "new", "reason")
    }
    return Decision(number, "", "Ines", "2031-05-04T10:00:00Z", action.value, **parts)


def one(decided: Decided, quote: str) -> Figure:
    (found,) = [figure for figure in decided.figures if figure.quote == quote]
    return found


def test_an_accepted_figure_stays_as_it_was_read_and_is_marked() -> None:
    read = figure("12")
    decided = decide(report(), [read], [on(read, Action.ACCEPT)])
    assert decided.figures == (replace(read, decided=True),)
    assert decided.standings[0].state is State.ACCEPTED


def test_a_correction_sets_values_and_the_id_follows_the_outcome() -> None:
    read = figure("12")
    decision = on(read, Action.CORRECT, outcome="injured", high=None, hedge="at_least", speaker=["Ana Rell"])
    (found,) = decide(report(), [read], [decision]).figures
    assert (found.best, found.low, found.high, found.hedge) == (12, 12, None, Hedge.AT_LEAST)
    assert (found.outcome, found.speaker, found.voice) == (Outcome.INJURED, ("Ana Rell",), Voice.ATTRIBUTED)
    assert found.id == Figure.identify("a.txt", read.start, read.end, Outcome.INJURED, "person")
    assert found.decided


def test_a_rejected_figure_goes_and_its_parts_are_parts_of_nothing() -> None:
    whole = figure("12")
    part = figure("4", part_of=whole.id)
    decided = decide(report(), [whole, part], [on(whole, Action.REJECT)])
    assert decided.figures == (replace(part, part_of=None),)
    assert [standing.state for standing in decided.standings] == [State.REJECTED, State.TO_CHECK]


def test_parts_follow_their_whole_to_its_new_id() -> None:
    whole = figure("12")
    part = figure("4", part_of=whole.id)
    decided = decide(report(), [whole, part], [on(whole, Action.CORRECT, outcome="injured")])
    assert one(decided, "4").part_of == one(decided, "12").id != whole.id


def test_a_part_is_tied_to_a_whole_by_the_wholes_words() -> None:
    whole, part = figure("12"), figure("4")
    words = hold(TEXT, whole.start, whole.end)
    new = {
        "part_of": {
            "start": words.start,
            "quote": words.quote,
            "prefix": words.prefix,
            "suffix": words.suffix,
            "outcome": "killed",
        }
    }
    decided = decide(report(), [whole, part], [on(part, Action.CORRECT, **new)])
    assert one(decided, "4").part_of == whole.id


def test_a_missed_figure_is_added_with_the_sentence_around_it() -> None:
    missed = figure("dozens", outcome=Outcome.INJURED)
    new = {"outcome": "injured", "group": "person", "hedge": "vague", "best": None, "low": None, "high": None}
    decision = replace(on(missed, Action.ADD, **new), old=None)
    (found,) = decide(report(), [], [decision]).figures
    assert (found.quote, found.outcome, found.hedge, found.decided) == ("dozens", Outcome.INJURED, Hedge.VAGUE, True)
    assert found.sentence.of(TEXT).startswith("In Velm")
    assert found.id == missed.id
    read_now = decide(report(), [missed], [decision])
    assert len(read_now.figures) == 1  # a better extractor reads it too: it is not there twice


def test_the_second_of_equal_words_is_meant() -> None:
    first, second = figure("12"), figure("12", nth=1)
    decided = decide(report(), [first, second], [on(second, Action.REJECT)])
    assert decided.figures == (first,)


def test_of_two_figures_on_one_span_the_one_with_the_outcome_is_meant() -> None:
    killed, hurt = figure("12"), figure("12", outcome=Outcome.INJURED)
    for target, other in ((killed, hurt), (hurt, killed)):
        assert decide(report(), [killed, hurt], [on(target, Action.REJECT)]).figures == (other,)


def test_later_decisions_are_on_what_earlier_ones_made() -> None:
    read = figure("12")
    first = on(read, Action.CORRECT, outcome="injured")
    (between,) = decide(report(), [read], [first]).figures
    second = on(between, Action.CORRECT, number=2, group="child")
    (found,) = decide(report(), [read], [first, second]).figures
    assert (found.outcome, found.group) == (Outcome.INJURED, "child")


def test_decisions_follow_their_words_into_another_version_of_the_text() -> None:
    read = figure("12", nth=1)
    decision = on(read, Action.CORRECT, low=None)
    text = "Updated at noon. " + TEXT.replace("In Velm", "In  Velm")
    moved = figure("12", text, nth=1)
    (found,) = decide(report(text), [moved], [decision]).figures
    assert (found.start, found.low) == (moved.start, None)


def test_a_decision_whose_words_are_gone_is_an_orphan_with_its_words() -> None:
    read = figure("12")
    decision = on(read, Action.CORRECT, high=None)
    text = "A flood in Velm damaged 12 barns.\n"
    decided = decide(report(text), [figure("12", text, outcome=Outcome.DAMAGED)], [decision])
    assert decided.orphans == (decision,)
    assert [figure.decided for figure in decided.figures] == [False]
    (problem,) = orphaned(decided.orphans)
    assert problem.slug == "orphaned_decision"
    assert "by Ines does not find its words: corrected “12” in" in problem.message
    assert "They stood in “…" in problem.message
    assert "killed 12 people" in problem.message


def test_what_was_corrected_stays_a_figure_where_nothing_is_read_any_more() -> None:
    read = figure("12")
    decided = decide(report(), [], [on(read, Action.CORRECT, high=None)])
    (found,) = decided.figures
    assert (found.best, found.high, found.outcome, found.decided) == (12, None, Outcome.KILLED, True)
    assert decide(report(), [], [on(read, Action.REJECT)]) == Decided((), ())


@pytest.mark.parametrize("new", [{"best": "many"}, {"outcome": "lost"}, {"hedge": 4}, {"high": "NaN"}])
def test_values_that_no_figure_can_have_make_an_orphan_and_no_error(new: dict[str, Any]) -> None:
    read = figure("12")
    decision = on(read, Action.CORRECT, **new)
    decided = decide(report(), [read], [decision])
    assert decided.figures == (read,)
    assert decided.orphans == (decision,)


def test_background_and_place_are_set_after_events_are_told_apart() -> None:
    read = figure("12")
    decided = decide(report(), [read], [on(read, Action.CORRECT, background=True, place="Velm")])
    told = [replace(figure, event="e1", background=False, place=None) for figure in decided.figures]
    (found,) = scoped(told, decided.scopes, "e1")
    assert (found.background, found.place, found.event) == (True, "Velm", None)


def test_a_settled_finding_is_found_by_kind_and_words() -> None:
    spans = (FindingSpan("a.txt", 25, 27, "12"), FindingSpan("a.txt", 36, 37, "4"))
    finding = Finding(
        id="n1",
        kind=FindingKind.PART_EXCEEDS_TOTAL,
        level=Level.DOES_NOT_FIT,
        rule="r",
        documents=("a.txt",),
        spans=spans,
        text="",
    )
    other = replace(finding, id="n2", kind=FindingKind.DIFFERS)
    decision = replace(
        on(figure("12"), Action.SETTLE, verdict="slip"),
        old=json.dumps({"kind": "part_exceeds_total", "quotes": ["12", "4"]}),
    )
    texts = {"a.txt": TEXT}
    settled = settle([other, finding], texts, [decision])
    assert settled.by_finding == {"n1": decision}
    assert settle([other], texts, [decision]).orphans == (decision,)


words = st.text(alphabet="ab 12.\n", min_size=1, max_size=60)


@given(words, st.data())
def test_words_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert place(text, hold(text, start, end)) == Span(start, end)


@given(st.text(max_size=80), st.text(min_size=1, max_size=30), st.data())
def test_what_is_found_are_the_words(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(other) - 1))
    held = hold(other, start, len(other))
    span = place(text, held)
    assert span is None or span.of(text) == held.quote
