"""What lineage keeps from run to run changes nothing of what it finds, and nothing that was found is looked for again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.engine.here import Here
from headwater.lineage import clocking, descent, origins, paired, textties, weighing
from headwater.lineage.account import in_order
from headwater.lineage.compare import compare
from headwater.lineage.families import families
from headwater.lineage.origins import count
from headwater.lineage.stage import trace
from headwater.lineage.weights import shipped
from headwater.model import Credit, CreditRelation, Descent, Figure, Measure, Outcome, Report
from headwater.settings import Settings
from lineage_cases import figure, reading
from lineage_texts import item, prose, report, reworded

LINE = "This page is kept by the night desk of the house and may be printed by anyone who asks for it."
COUNTS = ("412", "1,307", "268")
HOUSES = ("Quay Post", "Mill Ledger", "Ridge Wire")


def told(number: int, chance: Random, earlier: Sequence[Report]) -> Report:
    """A report with three counts: its own words or others', with a house's line, and perhaps whom it has it from."""
    counts = chance.choice((COUNTS, ("412", f"{chance.randrange(200, 900)}", "268")))
    said = f"in all {counts[0]} people died there. Some {counts[1]} were hurt, and {counts[2]} are missing."
    lead, rest = prose(number, 60), prose(number + 500, 60)
    text = f"{lead} {said} {rest}"
    if earlier and chance.random() < 0.7:
        one, other = chance.choice(earlier).text, chance.choice(earlier).text
        share = chance.choice((0.0, 0.1, 0.3))
        text = chance.choice(
            (
                one,
                f"{reworded(one[: one.find('in all ')], number, share)}{one[one.find('in all ') :]}",
                f"{one[: one.find('in all ')]}{said}{other[other.find('missing.') + 8 :]}",
                f"{lead} {one[one.find('in all ') :]}",
            )
        )
    house = chance.choice((0, 0, 0, 1, 2, 3))
    if house == 0 and LINE not in text:
        text = f"{text} {LINE}"
    published = chance.choice(
        (None, f"2021-05-{1 + chance.randrange(28):02d}T{chance.randrange(24):02d}:00", "2021-05-03")
    )
    made = report(f"r{number:03d}", text, published, (*HOUSES, f"Outlet {number}")[house])
    return with_credit(made, chance, earlier) if earlier and chance.random() < 0.4 else made


def with_credit(made: Report, chance: Random, earlier: Sequence[Report]) -> Report:
    agent = chance.choice((chance.choice(earlier).publisher or "", "Ridge Wire"))
    return replace(made, credits=(Credit(0, 3, made.text[:3], agent, CreditRelation.REPORTS),))


def collection(seed: int, size: int) -> list[Report]:
    chance, found = Random(seed), list[Report]()
    for number in range(size):
        found.append(told(number, chance, found))
    chance.shuffle(found)
    return found


def figures_of(reports: Sequence[Report]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for one in reports:
        at = one.text.index("in all ")
        quotes = [word.strip(".") for word in one.text[at : at + 90].split() if word[0].isdigit()]
        found[one.document] = [
            figure(one.document, one.text, quote, outcome, after=at)
            for quote, outcome in zip(quotes, (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING), strict=False)
        ]
    return found


Found = tuple[Descent, tuple[Measure, ...]]


def found_in(reports: Sequence[Report], options: Settings, kept: dict[str, bytes]) -> Found:
    figures = figures_of(reports)
    links = trace(reports, figures, options, Here(), None, kept)
    readings = []
    for few in ("01", "23", "45", "67", "89", "0123456789"):  # reports by the last digit of their names
        inside = {name: rows for name, rows in figures.items() if name[-1] in few}
        readings.append(reading(inside, "412"))
    measure = Measure("m1", "e1", Outcome.KILLED, "person", None, None, "count", tuple(readings))
    return links, count([measure], reports, figures, links, options, None, kept)


@pytest.fixture(params=[400, 3])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Reports from which a family is weighed report by report; and families that tell a clock, so few that it is drawn which."""
    for module in (descent, weighing):
        monkeypatch.setattr(module, "LARGE", request.param)
    monkeypatch.setattr(clocking, "ENOUGH", 3)
    return request.param


@pytest.mark.parametrize("seed", range(4))
def test_reports_that_come_in_batches_give_what_all_of_them_give(seed: int, large: int) -> None:
    every, chance, kept = collection(seed, 40), Random(seed), dict[str, bytes]()
    held = 0
    while held < len(every):
        held = min(len(every), held + chance.randrange(1, 18))
        assert found_in(every[:held], Settings(common=4), kept) == found_in(every[:held], Settings(common=4), {})


@settings(max_examples=10)
@given(st.integers(0, 10_000), st.data())
def test_whatever_was_kept_changes_nothing(seed: int, data: st.DataObject) -> None:
    every, kept = collection(seed, 24), dict[str, bytes]()
    for _ in range(3):
        few = sorted(data.draw(st.sets(st.integers(0, len(every) - 1), min_size=1)))
        options = Settings(common=data.draw(st.sampled_from([2, 100])), gram=data.draw(st.sampled_from([3, 4])))
        some = [every[place] for place in few]
        assert found_in(some, options, kept) == found_in(some, options, {})
        # People may know better who published what and when, and whom a report names.
        chance = Random(seed)
        known = [
            replace(
                one,
                publisher=chance.choice((one.publisher, *HOUSES)),
                published=chance.choice((one.published, f"2021-06-{1 + place:02d}")),
                credits=chance.choice((one.credits, ())),
            )
            for place, one in enumerate(some)
        ]
        assert found_in(known, options, kept) == found_in(known, options, {})
        for key in sorted(kept):
            harm = data.draw(st.sampled_from(["none", "none", "gone", "cut", "flipped", "another's"]))
            if harm == "gone":
                del kept[key]
            elif harm == "cut":
                kept[key] = kept[key][: len(kept[key]) // 2]
            elif harm == "flipped":
                kept[key] = kept[key][:-1] + bytes([kept[key][-1] ^ 1])
            elif harm == "another's":
                kept[key] = kept[min(kept)]


class Calls:
    """Counts the calls of a function that goes on working."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.made: list[tuple[object, ...]] = []
        function = getattr(module, name)

        def counting(*values: object) -> object:
            self.made.append(values)
            return function(*values)

        monkeypatch.setattr(module, name, counting)


def apart(families: int) -> list[Report]:
    """Families of three that share nothing with each other; each outlet has one report."""
    found = []
    for number in range(families):
        text = f"{prose(number, 60)} in all {412 + number} people died there. {prose(number + 500, 60)}"
        found += [
            report(f"{letter}{number:03d}", reworded(text, 3 * number + place, 0.05 * place), f"2021-05-0{1 + place}")
            for place, letter in enumerate("abc")
        ]
    return found


def test_what_is_found_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reports, kept = apart(12), dict[str, bytes]()
    figures = {
        one.document: [figure(one.document, one.text, f"{412 + int(one.document[1:])}")]
        for one in reports
        if f" {412 + int(one.document[1:])} " in one.text
    }
    (new,) = [one for one in reports if one.document == "c005"]
    before = [one for one in reports if one is not new]

    def done(some: Sequence[Report]) -> Found:
        held = {one.document: figures.get(one.document, []) for one in some}
        links = trace(some, held, Settings(), Here(), None, kept)
        readings = [
            Measure(f"m{n}", "e", Outcome.KILLED, "person", None, None, "count", (reading(held, f"{412 + n}"),))
            for n in range(12)
        ]
        return links, count(readings, some, held, links, Settings(), None, kept)

    done(before)
    pairs, ties = Calls(monkeypatch, paired, "pair"), Calls(monkeypatch, textties, "align")
    counted, weighed = Calls(monkeypatch, origins, "parts_of"), Calls(monkeypatch, weighing, "likely")
    after = done(reports)
    ranked = sorted(reports, key=lambda one: (one.publisher or "", one.published or "", one.document))
    assert {frozenset((ranked[a].document, ranked[b].document)) for _, a, b, _ in pairs.made} == {
        frozenset(("a005", "c005")),
        frozenset(("b005", "c005")),
    }
    assert len(ties.made) <= 2
    assert len(counted.made) == 1
    assert [len(families) for families, *_ in weighed.made] == [1]
    for calls in (pairs, ties, counted, weighed):
        calls.made.clear()
    assert done(reports) == after
    assert [pairs.made, ties.made, counted.made] == [[], [], []]
    assert [len(families) for families, *_ in weighed.made] == [0]


@pytest.mark.parametrize("large", [400, 2], indirect=True)
def test_a_family_of_the_same_texts_is_weighed_anew_where_anything_else_is_known(large: int) -> None:
    text = prose(1, 90)
    accounts = in_order(
        item(name, reworded(text, place, 0.1 * place), f"2021-05-01T1{place}:00") for place, name in enumerate("abc")
    )
    shelf, pairs = compare(accounts, Settings(), Here())
    (family,) = families(shelf.sizes(), accounts, pairs)
    kept: dict[str, bytes] = {}
    seen = []
    for known in (
        family,
        replace(family, credits=frozenset({(2, 0)})),
        replace(family, credits=frozenset({(0, 2)})),
        replace(family, thirds=frozenset({1, 2})),
        replace(family, given={2: None}),
        replace(family, given={2: 1}),
        replace(family, times=family.times[::-1]),
        replace(family, within=(24.0, 24.0, 24.0)),
    ):
        (found,) = weighing.weighed([known], Settings(), shipped(), kept)
        assert [found] == weighing.weighed([known], Settings(), shipped(), {})
        seen.append(found.chances)
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("large", [400, 2], indirect=True)
def test_reports_of_the_length_of_a_book_are_weighed(large: int) -> None:
    """More words than Python writes in decimals as a number with a bit for each."""
    texts = {"a": prose(1, 200), "b": prose(2, 200), "c": prose(3, 200)}
    book = " ".join([prose(9, 15_000), *texts.values()])
    accounts = in_order([item(name, text) for name, text in texts.items()] + [item("d", book)])
    shelf, pairs = compare(accounts, Settings(), Here())
    (family,) = families(shelf.sizes(), accounts, pairs)
    assert max(words.bit_length() for words in family.covered.values()) > 15_000
    (found,) = weighing.weighed([family], Settings(), shipped(), {})
    assert len(found.chances) == 4
