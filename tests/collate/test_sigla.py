"""Sigla tell reports apart, and stay when reports join."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.collate.sigla import with_sigla
from headwater.model import Report


def report(document: str, publisher: str | None = None, published: str | None = None) -> Report:
    return Report(document=document, sha256="", text="", publisher=publisher, published=published)


def sigla(*reports: Report, kept: dict[str, str] | None = None) -> dict[str, str | None]:
    return {one.document: one.siglum for one in with_sigla(reports, kept)}


def test_a_siglum_is_the_publishers_initial() -> None:
    assert sigla(report("1.txt", "Harbour Post"), report("2.txt", "“Evening” Mail")) == {"1.txt": "H", "2.txt": "E"}


def test_an_article_at_the_head_of_a_name_tells_nothing() -> None:
    (one,) = with_sigla([report("1.txt", "The Harbour Post")], passed_over={"the"})
    assert one.siglum == "H"
    (other,) = with_sigla([report("2.txt", "The")], passed_over={"the"})
    assert other.siglum == "T"


def test_a_report_without_publisher_goes_by_its_name() -> None:
    assert sigla(report("saved/2019-wire.html")) == {"saved/2019-wire.html": "W"}
    assert sigla(report("1")) == {"1": "X"}


def test_reports_of_one_initial_are_told_apart_by_day_then_document() -> None:
    given_ = [
        report("z", "Courier", "2019-03-05"),
        report("b", "Chronicle", "2019-03-06"),
        report("a", "Call", "2019-03-06"),
    ]
    assert sigla(*given_) == {"z": "Ca", "a": "Cb", "b": "Cc"}


def test_sigla_given_earlier_stay() -> None:
    assert sigla(report("a", "Call", "2019-01-01"), report("z", "Courier"), kept={"z": "C"}) == {"z": "C", "a": "Ca"}


@given(st.lists(st.text("Abcß日 1", max_size=3), max_size=80), st.randoms())
def test_no_two_reports_share_a_siglum_whatever_their_order(publishers: list[str], random: object) -> None:
    listed = [report(f"{number}.txt", publisher) for number, publisher in enumerate(publishers)]
    found = sigla(*listed)
    assert len(set(found.values())) == len(listed)
    assert sigla(*reversed(listed)) == found
