"""The bundled example is read as its truth file says: reports, figures, and nothing from what surrounds them."""

from decimal import Decimal
from typing import Any

import pytest

from example_truth import (
    DOCUMENTS,
    TRUTH,
    example,
    figures_of,
    head,
    occurrences,
    place,
    quotes_of,
    read,
    report_of,
    rows_of,
    told,
)
from headwater.model import Outcome

each_document = pytest.mark.parametrize("document", DOCUMENTS)


def counted(document: str) -> list[dict[str, Any]]:
    return [row for row in rows_of("figures", document) if row["outcome"] != "other"]


def test_all_reports_are_read_without_a_problem() -> None:
    case = example()
    assert [report.document for report in case.reports] == sorted(DOCUMENTS)
    assert case.problems == ()


@each_document
def test_words_of_the_truth_stand_where_they_can_be_told_apart(document: str) -> None:
    report = report_of(document)
    for row in rows_of("figures", document) + rows_of("unattached", document):
        assert place(row, report).of(report.text).split() == row["quote"].split()
    for row in rows_of("statements", document):
        assert len(occurrences(row["quote"], report)) == 1, row["quote"]


@each_document
def test_title_publisher_author_and_dates(document: str) -> None:
    (row,) = rows_of("reports", document)
    report = report_of(document)
    days = [day and day[:10] for day in (report.published, report.modified)]
    assert (report.title, report.publisher, *days) == (
        row["title"],
        row["publisher"],
        row["published"],
        row["modified"],
    )
    assert row["author"] in (None, report.author)


@each_document
def test_credits(document: str) -> None:
    (row,) = rows_of("reports", document)
    report = report_of(document)
    for credit in report.credits:
        assert report.text[credit.start : credit.end] == credit.quote
    got = {(credit.agent, credit.relation.value) for credit in report.credits}
    assert {(credit["agent"], credit["relation"]) for credit in row["credits"]} <= got


@each_document
def test_every_figure_with_an_outcome_is_right(document: str) -> None:
    report = report_of(document)
    quotes = {figure.id: figure.quote for figure in example().figures}
    got = [figure for figure in figures_of(document) if figure.outcome not in (None, Outcome.OTHER)]
    assert sorted(read(figure, quotes) for figure in got) == sorted(told(row, report) for row in counted(document))


@each_document
def test_other_counts_are_there_with_their_bounds(document: str) -> None:
    report = report_of(document)
    for row in rows_of("figures", document):
        if row["outcome"] == "other":
            (got,) = [figure for figure in figures_of(document) if figure.span.overlaps(place(row, report))]
            bounds = [None if row[name] is None else Decimal(row[name]) for name in ("best", "low", "high")]
            assert [got.best, got.low, got.high] == bounds, row["quote"]
            assert got.outcome in (None, Outcome.OTHER)


@each_document
def test_speakers(document: str) -> None:
    """The innermost speaker's head word stands in the name given; where the report speaks itself, no speaker is given."""
    report = report_of(document)
    for row in counted(document):
        (got,) = [one for one in figures_of(document) if one.span.overlaps(place(row, report))]
        if row["speaker"]:
            assert head(row["speaker"][0]) in " ".join(got.speaker[:1]).lower().split(), row["quote"]
        else:
            assert got.speaker == (), row["quote"]


@each_document
@pytest.mark.parametrize("section", ["chrome", "never"])
def test_no_figure_from_page_chrome_dates_times_or_telephone_numbers(document: str, section: str) -> None:
    report = report_of(document)
    for words in quotes_of(section, document):
        for span in occurrences(words, report, everywhere=True):
            assert not [figure.quote for figure in figures_of(document) if figure.span.overlaps(span)], words


@each_document
def test_page_chrome_is_kept_and_marked(document: str) -> None:
    """What belongs to the page is in the text, so that it can be shown, and none of it is in the account."""
    report = report_of(document)
    for words in quotes_of("chrome", document):
        assert occurrences(words, report, everywhere=True), words
        assert occurrences(words, report) == [], words


@each_document
def test_measures_and_ages_are_unattached(document: str) -> None:
    report = report_of(document)
    for row in rows_of("unattached", document):
        got = [figure.outcome for figure in figures_of(document) if figure.span.overlaps(place(row, report))]
        assert got in ([], [None]), row["quote"]


def test_spans_hold_and_bounds_are_in_order() -> None:
    texts = {report.document: report.text for report in example().reports}
    assert example().figures
    for figure in example().figures:
        assert texts[figure.document][figure.start : figure.end] == figure.quote
        bounds = [bound for bound in (figure.low, figure.best, figure.high) if bound is not None]
        assert bounds == sorted(bounds)


def test_the_truth_is_one_with_itself() -> None:
    """Each whole named by a part stands in the same report, and each row is of a report that is there."""
    for row in TRUTH["figures"]:
        quotes = [other["quote"] for other in rows_of("figures", row["document"])]
        assert row["part_of"] is None or row["part_of"] in quotes
        assert row["document"] in DOCUMENTS
    assert {name for one in TRUTH["findings"] for name in one["documents"]} <= set(DOCUMENTS)
