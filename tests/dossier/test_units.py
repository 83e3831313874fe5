"""Units behind numbers: money whose country no report names is not shown by a code that nobody knows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from headwater.dossier.labels import measure_label
from headwater.dossier.numerals import UNITS, unit_words
from headwater.dossier.wording import load_wording
from headwater.model import MONEY_UNNAMED, Outcome


@pytest.mark.parametrize(
    ("unit", "words"), [("count", ""), ("EUR", " EUR"), (MONEY_UNNAMED, ""), ("[mi_i]", " miles"), ("[mag]", " [mag]")]
)
def test_what_stands_behind_a_number(unit, words):
    assert unit_words(unit, load_wording()) == words


def test_every_unit_that_is_named_has_a_name():
    for unit in UNITS:
        assert unit_words(unit, load_wording()).strip().replace(" ", "").isalpha(), unit
        assert unit_words(unit, load_wording(), Decimal(1)), unit


@pytest.mark.parametrize(
    ("unit", "label"), [("EUR", "damage, in euros"), (MONEY_UNNAMED, "damage, in a currency not named")]
)
def test_a_measure_of_money_names_its_currency_where_one_is_named(case, unit, label):
    measure = replace(case.collation[0], outcome=Outcome.DAMAGE_COST, group=unit, unit=unit, place=None, period=None)
    assert measure_label(measure, load_wording()) == label
