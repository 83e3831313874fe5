from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.views.eventlist import event_lines
from headwater.dossier.views.summary import summary
from headwater.dossier.wording import load_wording
from headwater.model import Event


@pytest.fixture
def mixed(full_case):
    """Five reports, each mainly about an event of its own."""
    events = [
        Event(f"e{number:012}", f"Quay {number}, {10 - number} May 2019", ("fire",), f"2019-05-{10 - number:02}", (report.document,))
        for number, report in enumerate(full_case.reports)
    ]  # fmt: skip
    reports = tuple(
        replace(report, main_event=event.id) for report, event in zip(full_case.reports, events, strict=True)
    )
    own = {report.document: report.main_event for report in reports}
    figures = tuple(replace(figure, event=own[figure.document]) for figure in full_case.figures)
    from headwater.collate.stage import collate
    from headwater.language import load

    return replace(
        full_case, events=tuple(events), reports=reports, figures=figures, collation=collate(figures, load())
    )


def test_a_case_of_one_event_is_called_by_it(full_case):
    lookup = Lookup(full_case, load_wording())
    view = summary(lookup, DossierOptions())
    assert not lookup.is_mixed
    assert (view.about, view.events) == ("", ())


def test_a_case_that_no_event_holds_together_says_so_and_lists_its_events_by_date(mixed):
    lookup = Lookup(mixed, load_wording())
    view = summary(lookup, DossierOptions())
    assert view.title == "5 reports on 5 events"
    assert view.about.startswith("Quay ")
    assert view.words == ()
    lines, more = event_lines(lookup)
    assert more == 0
    assert [line.label for line in lines] == [f"Quay {number}, {10 - number} May 2019" for number in (4, 3, 2, 1, 0)]


def test_of_two_events_both_are_listed_and_a_report_on_the_other_one_has_no_column(full_case):
    first, *others = full_case.reports
    other = Event("other", "Quay 7, 3 May 2019", ("fire",), "2019-05-03", (first.document,))
    main = full_case.events[0].id
    reports = (replace(first, main_event="other"), *(replace(one, main_event=main) for one in others))
    figures = tuple(
        replace(one, event="other" if one.document == first.document else main) for one in full_case.figures
    )
    from headwater.collate.stage import collate
    from headwater.language import load

    case = replace(
        full_case,
        reports=reports,
        events=(*full_case.events, other),
        figures=figures,
        collation=collate(figures, load()),
    )
    view = summary(Lookup(case, load_wording()), DossierOptions())
    assert view.about == ""
    assert "Quay 7, 3 May 2019" in [line.label for line in view.events]
    columns = [column.document for column in view.figures.columns]
    assert sorted(columns) == sorted(report.document for report in others)
    assert all([cell.document for cell in row.cells] == columns for row in view.figures.rows)
