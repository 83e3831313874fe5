"""Facts that open with their number, as boxes beside a story have them."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import read, unmark

SENTENCES = """
{24:killed:person} \u2013 The number of people killed in the blast.
{30:destroyed:house}: homes destroyed in the fire
{3:killed:child} \u2014 number of children among the dead
{17:killed:soldier}: The number of soldiers who died
{1.2 million:displaced:person}: the number of people displaced by the war.
• {40:injured:person}: people wounded
- {3:destroyed:village} \u2013 villages burned
3: Soldiers killed in ambush
9 \u2014 the number of hours that the fire burned
5 \u2013 People were killed in Lorn.
12 - Houses burned
"""


@pytest.mark.parametrize("marked", SENTENCES.strip().splitlines())
def test_a_number_goes_with_the_noun_behind_its_sign(marked: str) -> None:
    text, wanted = unmark(marked)
    assert read(text) == wanted
