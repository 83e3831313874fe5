from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_samples import ARTICLE, page

from headwater.model import BlockKind, CreditRelation, DateBasis, KnownBy, Report
from headwater.read.registry import ReadResult, read
from headwater.settings import Settings

CHROME = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies and count 143 partners.</div>
"""
FOOT = """
<div class="related-stories"><h3>You may also like</h3><ul><li><a href="/x">Storm kills 40 sheep at Celn</a></li></ul></div>
<footer>© 2031 Harbour Post. Views: 2,318</footer>
"""


def _read(data: bytes, name: str = "a.html") -> ReadResult:
    return read(name, data, Settings())


def _report(data: bytes) -> Report:
    report = _read(data).report
    assert report is not None
    return report


def _main(report: Report) -> list[str]:
    return [report.text[block.start : block.end] for block in report.body()]


def _covered(report: Report) -> bool:
    before = 0
    for block in report.blocks:
        if report.text[before : block.start].strip() or block.start < before:
            return False
        before = block.end
    return not report.text[before:].strip()


def test_a_page_is_a_block_a_line_and_nothing_is_left_out() -> None:
    report = _report(page(CHROME + f"<article>{ARTICLE}</article>" + FOOT))
    assert _covered(report)
    assert "\n  • 31 passengers were rescued\n" in report.text
    for words in ("Home", "143 partners", "Storm kills 40 sheep", "2,318"):
        assert words in report.text
        assert not any(words in line for line in _main(report))


def test_kinds_follow_the_markup() -> None:
    body = (
        "<article>"
        + ARTICLE
        + "<h2>What the captain said</h2><blockquote><p>Nobody on the bridge saw the wave before it broke over us that morning.</p></blockquote><p>The inquiry opens next week in the hall of the harbour office at Varn, the ministry said.</p></article>"
    )
    report = _report(page(body))
    kinds = {report.text[block.start : block.end][:12]: block.kind for block in report.blocks}
    assert kinds["Ferry lost o"] is BlockKind.TITLE
    assert kinds["• 31 passeng"] is BlockKind.ITEM
    assert kinds["What the cap"] is BlockKind.HEADING
    assert kinds["Nobody on th"] is BlockKind.QUOTATION


@pytest.mark.parametrize("before", ["", CHROME])
@pytest.mark.parametrize("after", ["", FOOT])
def test_chrome_around_an_account_leaves_it_as_it_is(before: str, after: str) -> None:
    bare = _main(_report(page(f"<article>{ARTICLE}</article>")))
    assert _main(_report(page(f"{before}<main><article>{ARTICLE}</article></main>{after}"))) == bare


def test_the_head_tells_title_publisher_author_and_dates() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://www.harbour.example/a">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry lost",'
        '"datePublished": "2031-03-04T23:10:00+04:00", "dateModified": "2031-03-05", "author": [{"name": "Anna Rossi"}]}]}</script>'
    )
    report = _report(page(ARTICLE, head))
    assert (report.title, report.publisher, report.author) == (
        "Ferry lost off Varn in storm",
        "Harbour Post",
        "Anna Rossi",
    )
    assert (report.published, report.modified) == ("2031-03-04", "2031-03-05")
    assert report.published_by == report.modified_by == KnownBy(DateBasis.METADATA)


def test_bylines_and_dates_beside_the_title_belong_to_the_account() -> None:
    body = ARTICLE.replace(
        "</h1>", "</h1><div class='meta'>By Anna Rossi</div><div class='meta'>4 March 2031, 14:20</div>"
    )
    report = _report(page(f"<article>{body}</article>"))
    assert (report.author, report.published) == ("Anna Rossi", "2031-03-04")
    assert report.published_by is not None
    assert report.published_by.basis is DateBasis.LINE
    assert report.text[report.published_by.start : report.published_by.end].startswith("4 March 2031")
    assert [block.kind for block in report.body()][:3] == [BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATELINE]


def test_links_in_the_account_are_credits_with_their_place() -> None:
    linked = ARTICLE.replace(
        "harbour police said", 'harbour police <a href="https://www.gazette.example/x">told a paper</a>'
    )
    head = '<link rel="canonical" href="https://harbour.example/a">'
    report = _report(page(linked.replace("company", '<a href="https://harbour.example/b">company</a>'), head))
    (link,) = [credit for credit in report.credits if credit.relation is CreditRelation.LINK]
    assert (link.quote, link.agent) == ("told a paper", "gazette.example")
    assert report.text[link.start : link.end] == link.quote


def test_rows_of_tables_stand_on_lines() -> None:
    report = _report(
        page(ARTICLE + "<table><tr><th>Place</th><th>Dead</th></tr><tr><td>Varn</td><td>12</td></tr></table>")
    )
    assert "Place | Dead\nVarn | 12" in report.text


def test_a_page_of_a_table_alone_keeps_its_rows() -> None:
    report = _report(
        page("<h1>Toll</h1><table><tr><th>Place</th><th>Dead</th></tr><tr><td>Varn</td><td>12</td></tr></table>")
    )
    assert [block.kind for block in report.blocks] == [BlockKind.TITLE, BlockKind.TABLE, BlockKind.TABLE]


def test_a_page_of_one_sentence_is_no_chrome() -> None:
    assert _main(_report(page("<p>12 people were killed.</p>"))) == ["12 people were killed."]


def test_scripts_styles_and_comments_have_no_text() -> None:
    report = _report(
        page(
            ARTICLE + "<script>var toll = 99;</script><style>p {margin: 98px}</style><!-- 97 --><template>96</template>"
        )
    )
    assert not any(number in report.text for number in ("99", "98", "97", "96"))


def test_hidden_text_is_kept_as_chrome() -> None:
    report = _report(
        page(ARTICLE + '<p style="display: none">A hidden sentence says that 95 people were killed in the harbour.</p>')
    )
    assert "95 people" in report.text
    assert not any("95 people" in line for line in _main(report))


def test_entities_of_a_document_type_are_not_expanded(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("open sesame")
    data = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>&x; twelve dead</p></body></html>'
    report = _report(data.encode())
    assert "sesame" not in report.text


@pytest.mark.parametrize(
    "declared",
    ['<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
)
def test_declared_encodings(declared: str) -> None:
    data = (
        f"<html><head>{declared}</head><body><p>Погибли двенадцать человек, сообщила полиция.</p></body></html>".encode(
            "cp1251"
        )
    )
    assert "двенадцать" in _report(data).text


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td"])
def test_deep_nesting_loses_nothing(tag: str) -> None:
    result = _read(b"<html><body>" + f"<{tag}>".encode() * 5000 + b"twelve people were killed</body></html>")
    assert result.report is not None
    assert "twelve people were killed" in result.report.text
    assert [problem.slug for problem in result.problems] in ([], ["nested"])


@pytest.mark.parametrize(
    "body",
    [
        "<p>open <b>never <i>closed",
        "</p></div>12 dead",
        "<table><p>x</table>y",
        "<p/>12<br/>dead",
        "<ul><p>x<li>y</ul>",
        "&#0;&#xD800;&bogus;x",
    ],
)
def test_broken_markup_is_read(body: str) -> None:
    assert _covered(_report(f"<html><body>{body}</body></html>".encode()))


def test_a_page_without_text_is_a_problem() -> None:
    assert [problem.slug for problem in _read(b"<html><body><script>1</script></body></html>").problems] == ["empty"]


_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<li>",
        "<ul>",
        "</ul>",
        "<td>",
        "<tr>",
        "<table>",
        "<a href='http://x.example/'>",
        "</a>",
        "<br>",
        "<h1>",
        "</h1>",
        "<pre>",
        "<!--",
        "&amp;",
        "<style>",
        "By Anna Rossi",
        "3 March 2031",
    ]
)


@given(st.lists(_TAGS | st.text(max_size=12), max_size=25))
def test_any_markup_is_covered_or_a_problem(parts: list[str]) -> None:
    result = _read(("<html>" + "".join(parts)).encode("utf-8", "replace"))
    assert result.problems if result.report is None else _covered(result.report)
    if result.report:
        assert all(result.report.text[credit.start : credit.end] == credit.quote for credit in result.report.credits)


def test_a_page_that_headwater_wrote_is_no_report() -> None:
    page = b'<!doctype html><html><head><meta name="generator" content="Headwater 0.1"></head><body><p>12 died.</p></body></html>'
    found = _read(page, "dossier.html")
    assert found.report is None
    assert [problem.slug for problem in found.problems] == ["own_page"]


@pytest.mark.parametrize(
    ("window", "heading", "publisher"),
    [
        ("Dam breaks at Lorn - Varn Courier", "Dam breaks at Lorn", "Varn Courier"),
        ("Varn Courier | Dam breaks at Lorn", "Dam breaks at Lorn", "Varn Courier"),
        ("Dam breaks at Lorn | News | Varn Courier", "Dam breaks at Lorn", "Varn Courier"),
        ("Lorn dam: what we know \u2013 Dam Watch", "Lorn dam: what we know about the deaths", "Dam Watch"),
        ("Dam breaks at Lorn | World | News", "Dam breaks at Lorn", None),
        ("Dam breaks \u2013 Three Dead", "Dam breaks \u2013 Three Dead", None),
        ("Dam breaks \u2013 three dead", "Dam breaks", None),
        ("Dam breaks at Lorn | 12 May 2024", "Dam breaks at Lorn", None),
        ("Weather - Varn Courier", "Dam breaks at Lorn", None),
    ],
)
def test_the_name_beside_the_heading_in_the_title_of_the_window(
    window: str, heading: str, publisher: str | None
) -> None:
    body = (
        f"<h1>{heading}</h1>"
        + "<p>Three people were killed on Monday when the dam broke, officials said on Tuesday.</p>" * 2
    )
    head = f"<title>{window}</title>"
    assert _report(f"<html><head>{head}</head><body>{body}</body></html>".encode()).publisher == publisher


def test_a_day_in_a_table_about_what_happened_is_not_the_pages_own() -> None:
    rows = "<table><tr><th>Location</th><td>Varn Bridge</td></tr><tr><th>Date</th><td>14 May 2031</td></tr><tr><th>Deaths</th><td>38</td></tr></table>"
    edited = "<footer><p>This page was last edited on 9 July 2031, at 10:12.</p></footer>"
    report = _report(page(f"<article><h1>Varn Bridge blast</h1>{rows}{ARTICLE}</article>{edited}"))
    assert "2031-05-14" not in (report.published, report.modified)


def test_lists_of_sources_are_not_the_account() -> None:
    sources = "<h2>References</h2><ol><li>“40 dead on Varn Bridge”. <i>Harbour Post</i>. 22 May 2031.</li></ol><h2>Aftermath</h2><ul><li>12 boats were lost</li></ul>"
    lines = _main(_report(page(f"<article><h1>Varn Bridge blast</h1>{ARTICLE}{sources}</article>")))
    assert not any("40 dead" in line or line == "References" for line in lines)
    assert any("12 boats were lost" in line for line in lines)
