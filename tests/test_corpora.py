"""What the issues ask for on the corpora beside the project is reached: every score of bench/corpora.py is at least its floor."""

from __future__ import annotations

import pytest

from corpora import CORPORA, MEASURES


@pytest.mark.parametrize("corpus", MEASURES)
def test_scores_asked_for(corpus: str) -> None:
    if not CORPORA.is_dir():
        pytest.skip(f"{CORPORA} is absent")
    measure, asked = MEASURES[corpus]
    scores = measure()
    assert {name: scores[name] for name, floor in asked.items() if scores[name] < floor} == {}
