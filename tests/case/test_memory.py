"""What is remembered is taken only under all that it rests on, and only where it still is what is asked for."""

from __future__ import annotations

from decimal import Decimal

from headwater.case.memory import Remembered, mark
from headwater.case.packing import pack, unpack
from headwater.model import Event, Extraction, Figure, Hedge, Outcome, Quote, Span

FIGURE = Figure(
    "f1", "a.txt", 3, 7, "2.50", Span(0, 9), Decimal("2.50"), None, Decimal(3), Hedge.ABOUT, Outcome.DAMAGE_COST,
    basis=Quote(0, 2, "é\u2019"), speaker=("Orr", "the Post"),
)  # fmt: skip


def test_records_come_back_as_they_were() -> None:
    said = Extraction(figures=(FIGURE,))
    back = unpack(Extraction, pack(said))
    assert back == said
    assert str(back.figures[0].best) == "2.50"
    assert pack(said) == pack(back)


def test_bytes_of_another_kind_are_nothing() -> None:
    assert unpack(Event, pack(FIGURE)) is None
    assert unpack(Figure, pack(FIGURE)[:-1]) is None
    assert unpack(Figure, b"") is None


class Maker:
    """Counts how often it was asked."""

    def __init__(self, *results: int) -> None:
        self.results = list(results)

    def __call__(self) -> int:
        return self.results.pop(0)


def test_what_rests_on_the_same_is_made_once() -> None:
    kept: dict[str, bytes] = {}
    make = Maker(1, 2, 3)
    memory = Remembered(kept, {})
    assert [memory.made("sum", int, make, "a", FIGURE) for _ in range(3)] == [1, 1, 1]
    assert memory.made("sum", int, make, "b", FIGURE) == 2
    assert memory.made("other", int, make, "a", FIGURE) == 3
    assert Remembered(kept, {}).made("sum", int, make, "a", FIGURE) == 1


def test_what_no_longer_holds_is_made_anew_and_replaced() -> None:
    make = Maker(1, 2)
    memory = Remembered({}, {})
    assert memory.made("sum", int, make) == 1
    assert memory.made("sum", int, make, holds=lambda found: found > 1) == 2
    assert memory.made("sum", int, make) == 2


def test_damage_is_as_if_nothing_were_kept() -> None:
    kept: dict[str, bytes] = {}
    make = Maker(1, 2)
    Remembered(kept, {}).made("sum", int, make)
    kept.update(dict.fromkeys(kept, b"\xc1"))
    assert Remembered(kept, {}).made("sum", int, make) == 2


def test_a_mark_tells_apart_what_differs() -> None:
    marks = {mark(), mark(None), mark(""), mark("ab"), mark("a", "b"), mark(("a", "b")), mark(FIGURE), mark(b"ab")}
    assert len(marks) == 8


def test_of_each_document_only_what_is_new_is_made() -> None:
    kept: dict[str, bytes] = {}
    asked: list[str] = []

    def make(document: str) -> tuple[str, ...]:
        asked.append(document)
        return ()  # nothing is a result as well

    marks = {"a": "derived/0a", "b": "derived/0ab", "c": "ff"}
    assert Remembered(kept, {}).each("found", tuple[str, ...], make, marks) == dict.fromkeys(marks, ())
    more = {**marks, "b": "derived/0b", "d": "fa"}
    asked.clear()
    assert Remembered(kept, {}).each("found", tuple[str, ...], make, more) == dict.fromkeys(more, ())
    assert asked == ["b", "d"]
    asked.clear()
    assert Remembered(kept, {}).each("found", tuple[str, ...], make, {"c": "ff"}) == {"c": ()}
    assert not asked
    kept["found/ff"] = kept["found/ff"][:-1] + b"?"
    assert Remembered(kept, {}).each("found", tuple[str, ...], make, {"c": "ff"}) == {"c": ()}
    assert asked == ["c"]
