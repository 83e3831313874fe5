from __future__ import annotations

import re

import pytest

from headwater.dossier.options import DossierOptions
from headwater.dossier.stage import render


def page(case, **options):
    return "".join(render(case, DossierOptions(**options)))


def test_a_redacted_name_is_nowhere_and_the_page_says_so(full_case):
    hidden = page(full_case, redact=("Jonas Erlund", "petra vann", "Harbour Office of Tarn"))
    for name in ("Erlund", "Petra Vann", "Harbour Office of Tarn"):
        assert name not in hidden
    assert "name withheld" in hidden
    assert "Some names or words of the reports are withheld in this copy." in hidden
    assert "3 names are hidden wherever they stand." in hidden


def test_a_bar_does_not_tell_how_long_a_name_is(full_case):
    bars = set(re.findall("▒+", page(full_case, redact=("Jonas Erlund", "Moll"))))
    assert len(bars) == 1


def test_redaction_leaves_the_figures_where_they_are(full_case):
    hidden = page(full_case, redact=("Jonas Erlund",))
    assert "<mark>46</mark>" in hidden
    assert hidden.count('id="figure-') == page(full_case).count('id="figure-')


@pytest.mark.parametrize("words", [3, 6])
def test_no_more_words_than_allowed_stand_together(full_case, words):
    shortened = page(full_case, max_quote=words)
    assert "As a result of the fire" not in shortened
    assert "<mark>46</mark>" in shortened
    assert "tore through two warehouses" not in shortened


def test_positions_only_leaves_the_texts_out(full_case):
    bare = page(full_case, positions_only=True)
    for report in full_case.reports:
        for block in report.blocks:
            words = report.text[block.start : block.end].split()
            if len(words) > 4:
                assert " ".join(words[:5]) not in bare
    assert "The texts of the reports are left out; values and places stand." in bare
    assert "<mark>46</mark>" in bare


def test_without_options_nothing_is_withheld(full_case):
    assert "withheld in this copy" not in page(full_case)
