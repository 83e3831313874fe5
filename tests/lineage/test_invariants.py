"""What must hold of origin counts in any case: cases are drawn at random, of reports that copy, reword and name each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Credit, CreditRelation, Figure, Origins, Report
from lineage_cases import account, counted, figure
from lineage_texts import report, reworded

SPEAKERS = (("Mara Quill",), ("officials",), ("Outlet 0 Post",), ())


@dataclass(frozen=True)
class Drawn:
    """A report: a text of its own or another's reworded by so much, whom it names, and who it says counted."""

    copies: int | None
    share: float
    names: int | None
    speaker: tuple[str, ...]


@st.composite
def cases(draw: st.DrawFn) -> list[Drawn]:
    found: list[Drawn] = []
    for number in range(draw(st.integers(1, 5))):
        earlier = st.one_of(st.none(), st.integers(0, number - 1)) if number else st.none()
        share = draw(st.sampled_from([0.0, 0.05, 0.15, 0.3]))
        found.append(Drawn(draw(earlier), share, draw(earlier), draw(st.sampled_from(SPEAKERS))))
    return found


def edited(text: str, seed: int, share: float) -> str:
    """The text reworded, but for the number and the words about it."""
    before, after = text.split("in all 412 people died there", 1)
    return f"{reworded(before, seed, share)}in all 412 people died there{reworded(after, seed + 1, share)}"


def written(drawn: list[Drawn]) -> list[Report]:
    found: list[Report] = []
    for number, one in enumerate(drawn):
        text = account(10 + number) if one.copies is None else edited(found[one.copies].text, number, one.share)
        credits_of: tuple[Credit, ...] = ()
        if one.names is not None:
            credits_of = (Credit(0, 3, text[:3], f"Outlet {one.names} Post", CreditRelation.REPORTS),)
        made = report(f"r{number}", text, f"2021-05-0{1 + number}T10:00", f"Outlet {number} Post")
        found.append(replace(made, credits=credits_of))
    return found


def test_a_copy_of_a_report_whose_publisher_is_named_raises_no_number_of_speakers() -> None:
    drawn = [Drawn(None, 0.0, None, ()), Drawn(None, 0.0, None, ("Outlet 0 Post",))]
    reports = written(drawn)
    copy = replace(reports[0], document="zcopy", publisher="Another Post")
    before, after = origins_of(reports, drawn), origins_of([*reports, copy], [*drawn, drawn[0]])
    assert (after.attributed.max, after.attributed.expected) == (before.attributed.max, before.attributed.expected)


def figures_of(reports: list[Report], drawn: list[Drawn]) -> dict[str, list[Figure]]:
    pairs = zip(reports, drawn, strict=True)
    return {one.document: [figure(one.document, one.text, "412", speaker=told.speaker)] for one, told in pairs}


def origins_of(reports: list[Report], drawn: list[Drawn]) -> Origins:
    found, _ = counted(reports, figures_of(reports, drawn))
    assert isinstance(found, Origins)
    return found


@settings(max_examples=25)
@given(cases(), st.data())
def test_an_exact_copy_raises_no_number_of_origins(drawn: list[Drawn], data: st.DataObject) -> None:
    reports = written(drawn)
    which = data.draw(st.integers(0, len(drawn) - 1))
    publisher = data.draw(st.sampled_from([reports[which].publisher, "Another Post"]))
    copy = replace(reports[which], document="zcopy", publisher=publisher, published="2021-06-01T10:00")
    before = origins_of(reports, drawn)
    after = origins_of([*reports, copy], [*drawn, drawn[which]])
    for old, new in ((before.textual, after.textual), (before.attributed, after.attributed)):
        assert new.min <= old.min
        assert new.max <= old.max
        assert new.expected <= old.expected + 1e-3


@settings(max_examples=25)
@given(cases())
def test_an_unrelated_report_with_its_own_count_is_one_more(drawn: list[Drawn]) -> None:
    reports = written(drawn)
    before = origins_of(reports, drawn).textual
    after = origins_of([*reports, report("zown", account(99))], [*drawn, Drawn(None, 0.0, None, ("Ida Falk",))]).textual
    assert after.max == before.max + 1
    assert after.expected >= before.expected + 0.9


@settings(max_examples=20)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(drawn: list[Drawn], chance: Random) -> None:
    reports = written(drawn)
    turned = list(zip(reports, drawn, strict=True))
    chance.shuffle(turned)
    one = counted(reports, figures_of(reports, drawn))
    other = counted([pair[0] for pair in turned], figures_of(*map(list, zip(*turned, strict=True))))
    assert one == other
