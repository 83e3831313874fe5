from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language import load
from headwater.read.dateline import split_dateline
from headwater.read.pagedates import date_line, date_prefix
from headwater.read.registry import read
from headwater.settings import Settings

LANGUAGE = load()


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("26 February 2025 09:12", [("2025-02-26", None)]),
        ("Published: 3 March 2019", [("2019-03-03", "published")]),
        ("Published April 11, 2007", [("2007-04-11", "published")]),
        ("Last updated on: November 11, 2011 19:04 IST", [("2011-11-11", "modified")]),
        ("Posted 3 March 2019, updated 5 March 2019", [("2019-03-03", "published"), ("2019-03-05", "modified")]),
        ("Port Averin, 15 March 2019", [("2019-03-15", None)]),
        ("Port Averin, 15th March, 1891.", [("1891-03-15", None)]),
        ("2019-03-15", [("2019-03-15", None)]),
        ("15/03/2019", [("2019-03-15", None)]),
        ("Friday evening, 3 March 2019", [("2019-03-03", None)]),
        ("Press release 3 March 2019", [("2019-03-03", None)]),
        ("Ministry of Roads, daily bulletin, 3 March 2019", [("2019-03-03", None)]),
        ("News at eight, Sunday 3 March 2019, 20:00", [("2019-03-03", None)]),
        ("Update on the missing boats, 3 March 2019", [("2019-03-03", None)]),
        ("Evening magazine, Tuesday 5 March 2019", [("2019-03-05", None)]),
        ("The morning programme, Tuesday 5 March 2019", [("2019-03-05", None)]),
        ("Resolution of the Council, 5 March 2019", [("2019-03-05", None)]),
        ("A report on the flood of 5 March 2019", []),
        ("Statement of 3 March 2019", [("2019-03-03", None)]),
        ("Statement on the fire of 3 March 2019", []),
        ("News of the flood between 3 March 2019 and today", []),
        ("The statement was read on 3 March 2019.", []),
        ("A press visit, 3 March 2019, and what came of it later", []),
        ("They left on 3 March 2019.", []),
        ("On 3 March 2019 the ferry sank off the cape.", []),
        ("40 people", []),
        ("30 February 2019", []),
    ],
)
def test_lines_that_are_dates_of_the_page(line: str, dates: list[tuple[str, str | None]]) -> None:
    assert [(date.day, date.role) for date in date_line(line, 0, len(line), LANGUAGE)] == dates


def test_what_is_issued_is_told_at_the_head_of_a_text_alone() -> None:
    line = "Press release 3 March 2019"
    text = "The road was closed. " * 20 + "\n" + line
    assert date_line(text, len(text) - len(line), len(text), LANGUAGE) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VARN (Reuters) - A ferry sank.", "VARN (Reuters) -"),
        ("VARN, Aldmoor, March 3. The ferry sank.", "VARN, Aldmoor, March 3."),
        ("Varn, 3 March (AFP) — A ferry sank.", "Varn, 3 March (AFP) —"),
        ("VARN (ALDMOOR), 3 MAR 89 (AFP) -- A FERRY SANK.", "VARN (ALDMOOR), 3 MAR 89 (AFP) --"),
        ("Varn – 4 Mar 2019 – A ferry sank.", "Varn – 4 Mar 2019 –"),
        ("VARN — A ferry sank.", "VARN —"),
        ("Varn: what is known so far", None),
        ("The ferry sank. Nobody was hurt.", None),
        ("Varn - a town of ferries - mourned.", None),
        ("Anna Rossi (the captain's wife) - she was there.", None),
    ],
)
def test_datelines_are_told_from_sentences(text: str, words: str | None) -> None:
    found = split_dateline(text, 0, len(text), LANGUAGE)
    assert (text[: found[0]] if found else None) == words


def test_a_labelled_date_before_the_first_words() -> None:
    text = "date 2031-03-04 VARN"
    found = date_prefix(text, 0, len(text), LANGUAGE)
    assert found is not None
    assert (text[: found[0]], found[1].day) == ("date 2031-03-04", "2031-03-04")
    assert date_prefix("date 2031-02-30 VARN", 0, 20, LANGUAGE) is None


@given(st.text(max_size=80))
def test_any_line_is_read(text: str) -> None:
    assert all(len(date.day) == 10 for date in date_line(text, 0, len(text), LANGUAGE))
    found = split_dateline(text, 0, len(text), LANGUAGE)
    assert found is None or 0 < found[0] < len(text)


@pytest.mark.parametrize(
    ("head", "published", "modified"),
    [
        ("Dam breaks at Lorn\nBy Ana Reth, 15 May 2024", "2024-05-15", None),
        ("Dam breaks at Lorn\nBy Ana Reth | Updated 16 May 2024", None, "2024-05-16"),
        ("Lorn Relief Network\nUpdate, 16 May 2024", "2024-05-16", None),
        ("Lorn Relief Network\nUpdated 16 May 2024", None, "2024-05-16"),
    ],
)
def test_days_beside_an_author_and_of_an_update(head: str, published: str | None, modified: str | None) -> None:
    text = head + "\n\nThree people were killed on Monday when the dam broke, officials said.\n"
    report = read("a.txt", text.encode(), Settings()).report
    assert report is not None
    assert (report.published, report.modified) == (published, modified)


@pytest.mark.parametrize(
    "line", ["Incident date: 3 March 2019", "REPORT OF THE INSPECTOR ON THE EXPLOSION AT LORN COLLIERY, 3 MARCH 2019"]
)
def test_the_date_of_what_happened_is_none_of_the_page(line: str) -> None:
    assert date_line(line, 0, len(line), load()) == ()
