"""A stage sees what it kept itself, by the same code; others' entries and older ones are none of its own."""

from __future__ import annotations

import pytest

from headwater.pipeline import keeping
from headwater.pipeline.keeping import StageKeeping


def test_a_stage_sees_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: dict[str, bytes] = {}
    mine, other = StageKeeping(whole, "lineage"), StageKeeping(whole, "events")
    mine["words"] = b"1"
    assert (dict(mine), dict(other)) == ({"words": b"1"}, {})
    assert len(whole) == 1
    monkeypatch.setattr(keeping, "code_of", lambda *rooms: "other code")
    later = StageKeeping(whole, "lineage")
    assert later.get("words") is None
    later["words"] = b"2"
    assert (mine["words"], later["words"]) == (b"1", b"2")
    del later["words"]
    assert (dict(mine), dict(later)) == ({"words": b"1"}, {})
