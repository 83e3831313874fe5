"""What the page tells besides the records: what people settled and set, and what is new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.dossier.inline import plain
from headwater.dossier.journal import News, Settlement
from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.stage import render
from headwater.dossier.views.findings import findings_view
from headwater.dossier.views.news import news_lines
from headwater.dossier.wording import load_wording


@pytest.fixture
def lookup(full_case):
    return Lookup(full_case, load_wording())


def test_a_settled_finding_says_who_when_and_why(lookup):
    name = lookup.contents.findings[0].id
    said = Settlement("a slip in the report", "Ines", "2020-03-02T10:00:00", "The quay log has 15 May.")
    found = [one for level in findings_view(lookup, {name: said}).levels for one in level.findings]
    assert [plain(one.settled) for one in found] == [
        "Settled by Ines, 2 Mar 2020: a slip in the report. The quay log has 15 May.",
        "",
    ]


def test_names_are_hidden_in_reasons_too(full_case):
    said = Settlement("a slip in the report", "Ines", "2020-03-02", "As Petra Vann wrote.")
    options = DossierOptions(redact=("Petra Vann",), settled={full_case.findings[0].id: said})
    page = "".join(render(full_case, options))
    assert "As ▒▒▒▒▒▒▒▒ (name withheld) wrote." in page
    assert "Petra Vann" not in page


def test_what_is_new_is_told_by_kind_and_linked(lookup):
    killed = lookup.contents.collation[0]
    news = News(
        ("wire.txt",), readings=((killed.id, 0), (killed.id, 99), ("gone", 0)), findings=(lookup.contents.findings[0].id,)
    )  # fmt: skip
    assert [plain(line) for line in news_lines(news, lookup)] == [
        "One report joined: W.",
        "A new reading: 40 killed W C L.",
        f"A new finding: {lookup.contents.findings[0].text}",
    ]
    assert news_lines(None, lookup) == ()


def test_the_first_screen_says_what_is_new(full_case):
    assert ">New</h2>" not in "".join(render(full_case))
    assert ">New</h2>" in "".join(render(full_case, DossierOptions(news=News(("wire.txt",)))))


def test_a_figure_that_a_person_set_says_so(full_case):
    figures = tuple(replace(one, decided=one.quote == "46") for one in full_case.figures)
    page = "".join(render(replace(full_case, figures=figures)))
    assert page.count('title="set by a person"') == 1
    assert page.count("Set by a person.") == 1
