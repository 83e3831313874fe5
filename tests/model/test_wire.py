"""Records come back from JSON as they went, and the schemas say what is written."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from headwater.model import Figure, Outcome, Problem, Span
from headwater.model.files import FILES
from headwater.model.schema import schema
from headwater.model.wire import decode, dump_line, encode, load_lines

PLACES = st.integers(0, 10_000)
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    bool: st.booleans(),
    int: PLACES,
    float: st.floats(0, 1, allow_nan=False),
    Decimal: st.one_of(st.integers(0, 10**12).map(Decimal), st.decimals(0, 100, places=2)),
    Span: st.tuples(PLACES, PLACES).map(lambda pair: Span(min(pair), max(pair))),
}


def records(kind: Any) -> st.SearchStrategy[Any]:
    if kind in PLAIN:
        return PLAIN[kind]
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(st.none() if arm is type(None) else records(arm) for arm in typing.get_args(kind)))
    if origin is tuple:
        return st.lists(records(typing.get_args(kind)[0]), max_size=2).map(tuple)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(kind, **{field.name: records(hints[field.name]) for field in dataclasses.fields(kind)})
    assert issubclass(kind, Enum)
    return st.sampled_from(kind)


@pytest.mark.parametrize("name", FILES)
def test_every_record_comes_back_and_fits_its_schema(name: str) -> None:
    kind = FILES[name]
    validator = Draft202012Validator(schema(kind))

    @settings(max_examples=25)
    @given(records(kind))
    def check(record: object) -> None:
        line = dump_line(record)
        validator.validate(json.loads(line))
        assert next(iter(load_lines(kind, [line]))) == record

    check()


def test_numbers_are_json_numbers_and_whole_ones_have_no_fraction() -> None:
    assert json.dumps([encode(Decimal(613)), encode(Decimal("1.5")), encode(Decimal("1E+3"))]) == "[613, 1.5, 1000]"


def test_absent_fields_take_their_defaults() -> None:
    assert decode(Problem, {"document": "a", "slug": "empty", "message": "m"}).start is None


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ({"document": "a", "slug": "s"}, "message"),
        ({"document": 3, "slug": "s", "message": "m"}, "document"),
        ([], "Problem"),
    ],
)
def test_what_does_not_fit_is_named(data: object, names: str) -> None:
    with pytest.raises(ValueError, match=names):
        decode(Problem, data)


def test_half_a_surrogate_pair_is_written_as_valid_utf8() -> None:
    line = dump_line(Problem(document="a\ud800", slug="s", message="é"))
    assert json.loads(line.encode("utf-8"))["document"] == "a\ud800"


def test_a_figure_is_written_as_the_contract_says() -> None:
    figure = Figure(
        id="f1", document="a.txt", start=0, end=3, quote="613", sentence=Span(0, 20),
        best=Decimal(613), low=Decimal(613), high=Decimal(613), outcome=Outcome.KILLED, group="person",
    )  # fmt: skip
    data = encode(figure)
    assert data["sentence"] == [0, 20]
    assert data["outcome"] == "killed"
    assert data["hedge"] == ""
    assert list(data)[:9] == ["id", "document", "start", "end", "quote", "sentence", "best", "low", "high"]
