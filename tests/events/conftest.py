"""Telling apart, as tests of this room call it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told_reports import ENGLISH, Tell, extraction

from headwater.events.stage import tell_apart
from headwater.events.telling import Telling
from headwater.model import Report


@pytest.fixture
def tell() -> Tell:
    """Tells apart reports whose figures are the numbers of three digits in them."""

    def told(reports: Sequence[Report]) -> Telling:
        said = {
            one.document: extraction(one, [word for word in one.text.split() if word.isdigit() and len(word) == 3])
            for one in reports
        }
        return tell_apart(reports, said, ENGLISH)

    return told
