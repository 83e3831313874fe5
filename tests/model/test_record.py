"""Records are compared, put in order and shown by their fields, as dataclasses are."""

from __future__ import annotations

import pickle
from dataclasses import field, replace

import pytest

from headwater.model.record import record


@record(order=True)
class Gauge:
    place: str
    level: int = 0
    seen: int = field(default=0, repr=False, compare=False)


@record(eq=False)
class Post:
    place: str


@record()
class Mark:
    pass


def test_a_record_is_its_values() -> None:
    assert Gauge("Varn", 2, 7) == Gauge("Varn", 2) != Gauge("Varn", 3)
    assert len({Gauge("Varn", 2), Gauge("Varn", 2, 7)}) == 1
    assert Gauge("Varn") != "Varn"
    assert Mark() == Mark()
    assert Post("Varn") != Post("Varn")


def test_records_are_in_the_order_of_their_fields() -> None:
    assert sorted([Gauge("Varn", 3), Gauge("Olm", 9)]) == [Gauge("Olm", 9), Gauge("Varn", 3)]
    assert Gauge("Varn", 2) <= Gauge("Varn", 2) < Gauge("Varn", 3) > Gauge("Olm", 9) >= Gauge("Olm")
    with pytest.raises(TypeError):
        assert Post("Olm") < Post("Varn")  # type: ignore[operator]


def test_a_record_is_shown_changed_and_sent_like_a_dataclass() -> None:
    assert repr(Gauge("Varn", 2, 7)) == "Gauge(place='Varn', level=2)"
    assert replace(Gauge("Varn", 2, 7), level=3) == Gauge("Varn", 3)
    assert pickle.loads(pickle.dumps(Gauge("Varn", 2))) == Gauge("Varn", 2)
