from __future__ import annotations

from read_samples import pdf

from headwater.model import BlockKind, DateBasis, KnownBy, Report
from headwater.read.registry import read
from headwater.settings import Settings

HEAD = "Harbour Post - Evening edition"
FIRST = [
    HEAD, "", "Ferry lost off the coast of Varn in heavy storm", "", "By Anna Rossi", "", "3 March 2031", "",
    "The ferry left the port of Varn at dawn with forty people on board and the cap-",
    "tain told the harbour that the sea was rough. Twelve people were killed, the harbour",
    "police said.", "",
    "The vessel was among those that were lost when the wind rose, and nobody at the port", "", "Page 1",
]  # fmt: skip
SECOND = [
    HEAD,
    "",
    "knows why it went down so fast. A second ferry turned back.",
    "",
    "Nobody else was at sea on that day.",
    "",
    "Page 2",
]


def _report(data: bytes) -> Report:
    report = read("a.pdf", data, Settings()).report
    assert report is not None
    return report


def _slugs(data: bytes) -> list[str]:
    return [problem.slug for problem in read("a.pdf", data, Settings()).problems]


def test_lines_are_joined_to_paragraphs_over_hyphens_and_pages() -> None:
    report = _report(pdf([FIRST, SECOND]))
    prose = [report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.PARAGRAPH]
    assert len(prose) == 3
    assert "forty people on board and the captain told the harbour that" in prose[0]
    assert "nobody at the port knows why it went down so fast." in prose[1]


def test_what_repeats_on_the_pages_is_chrome() -> None:
    report = _report(pdf([FIRST, SECOND]))
    chrome = [report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.CHROME]
    assert sorted(chrome) == [HEAD, HEAD, "Page 1", "Page 2"]


def test_the_page_tells_before_the_file() -> None:
    report = _report(pdf([FIRST, SECOND], "/Title (Layout 7) /Author (desk) /CreationDate (D:20310309120000Z)"))
    assert report.title == "Ferry lost off the coast of Varn in heavy storm"
    assert (report.author, report.published) == ("Anna Rossi", "2031-03-03")


def test_the_file_tells_what_the_page_does_not() -> None:
    info = "/Title (Loss of the Aurelia) /Author (Harbour office) /CreationDate (D:20310309120000Z) /ModDate (D:20310311120000Z)"
    report = _report(pdf([["Twelve people were killed when the ferry sank off Varn."]], info))
    assert (report.title, report.author) == ("Loss of the Aurelia", "Harbour office")
    assert (report.published, report.modified) == ("2031-03-09", "2031-03-11")
    assert report.published_by == KnownBy(DateBasis.FILE)


def test_hyphens_of_compounds_and_numbers_stay() -> None:
    lines = [
        "The well-known captain of the ferry spoke to the police on the quay, and he was well-",
        "known to all of them. They said that the ship had left the port of Varn with 10-",
        "15 people more than it was allowed to carry.",
    ]
    report = _report(pdf([lines]))
    assert "he was well-known to all" in report.text
    assert "with 10-15 people" in report.text


def test_problems_name_what_is_wrong() -> None:
    assert _slugs(pdf([[]])) == ["no_text"]
    assert _slugs(pdf([FIRST], encrypt=True)) == ["encrypted"]
    assert _slugs(b"%PDF-1.4\n" + b"\x93\x01" * 500) == ["unreadable"]
    assert _slugs(b"no such document") == ["unreadable"]
