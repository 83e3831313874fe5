"""A few kills at random moments of each command while decisions go on (`bench/kill_test.py` does it at length)."""

from __future__ import annotations

import pytest

from kill_test import KINDS, main


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_acknowledged_is_lost_and_the_case_is_whole_after_a_kill(kind: str) -> None:
    assert main(kills=2, seed=11, reports=3, rounds=(kind,)) == 0
