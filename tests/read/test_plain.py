from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headwater.model import Block, BlockKind, Report
from headwater.read.plain import blocks
from headwater.read.registry import read
from headwater.settings import Settings

STORY = (
    "The ferry Aurelia left the port of Varn at dawn with forty people on board.",
    "Twelve people were killed when it sank off the cape, the harbour police said.",
    "Nine others are still missing.",
    "The company said that the ferry had passed its last inspection in May.",
)
MENU = "Facebook\nTwitter\nSearch\nWHAT ARE YOU LOOKING FOR ?\nHarbour.News © 2031. .\nWORLD\nA+\nA-\n\n"
FOOT = "\n\nViews: 73\n\nLiked the story? Share it on social media!\ncopy link\nНовости дня\nMost read\nStorm closes the bridge at Celn\nloading\n"


def _report(text: str) -> Report:
    result = read("a.txt", text.encode(), Settings())
    assert result.report is not None
    return result.report


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(text)]


def _main(report: Report) -> list[str]:
    return [report.text[block.start : block.end] for block in report.body()]


def _covers(text: str, found: tuple[Block, ...]) -> bool:
    before = 0
    for block in found:
        if text[before : block.start].strip() or block.start < before or block.start >= block.end:
            return False
        before = block.end
    return not text[before:].strip()


@given(st.text())
@example("\x1c\x85a\u2028b\x0c\x0b c")
@example("date 2025-02-25 ")
@example("- ")
@example(" date 2031-03-04 VARN, March 4. The ferry sank.")
def test_blocks_are_in_order_and_hold_every_word(text: str) -> None:
    assert _covers(text, blocks(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "By Anna Rossi",
                "3 March 2031",
                "",
                "Views: 73",
                "• 12 dead",
                "VARN, 3 March (Reuters) -",
                *STORY,
                "Most read",
                "News",
                "A line",
            ]
        )
    )
)
def test_lines_of_pages_in_any_order_are_covered(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert _covers(text, blocks(text))
    assert blocks(text) == blocks(text)


def test_a_page_saved_as_text() -> None:
    text = (
        MENU
        + "Twelve die as ferry sinks off Varn\n\n26 February 2031 09:12\n\n"
        + "\n\n".join(STORY)
        + "\n\nBy Anna Rossi\n\nHarbour.News"
        + FOOT
    )
    report = _report(text)
    assert report.title == "Twelve die as ferry sinks off Varn"
    assert (report.publisher, report.author) == ("Harbour.News", "Anna Rossi")
    assert (report.published, report.language) == ("2031-02-26", "en")
    assert report.text == text
    assert _main(report) == [
        "Twelve die as ferry sinks off Varn", "26 February 2031 09:12", *STORY, "By Anna Rossi", "Harbour.News",
    ]  # fmt: skip


@pytest.mark.parametrize("before", ["", MENU, "Home | News | World | Sport | Contact\n\n"])
@pytest.mark.parametrize("after", ["", FOOT, "\n\n© 2031 Harbour Post. All rights reserved.\n"])
def test_chrome_around_an_account_leaves_it_as_it_is(before: str, after: str) -> None:
    account = "Twelve die as ferry sinks off Varn\n\n3 March 2031\n\n" + "\n\n".join(STORY)
    report = _report(before + account + after)
    assert _main(report) == _main(_report(account))
    assert (report.title, report.published) == ("Twelve die as ferry sinks off Varn", "2031-03-03")


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The ferry Aurelia left the port of Varn at dawn with forty people\non board and was lost in the storm. Nobody\nknows why it went down.\n\n"
        "   A second ferry turned back when the wind rose, and its captain\nwarned the harbour by radio.\n"
    )
    assert [words.split()[0] for _, words in _kinds(text)] == ["The", "A"]


def test_lines_of_counts_under_wrapped_prose_stay_lines() -> None:
    prose = "The ferry left the port of Varn at\ndusk and never came to its quay on\nthe far side of the sound."
    labels = ["Injured in the two wards: at least 160", "Dead on arrival at the quay: 13", "Missing: 4"]
    blocks = read("a.txt", "\n\n".join([prose, "\n".join(labels)]).encode(), Settings()).report
    assert blocks is not None
    assert [blocks.text[one.start : one.end] for one in blocks.blocks][-3:] == labels


def test_wrapped_texts_in_capitals() -> None:
    text = "THE FERRY AURELIA LEFT THE PORT OF VARN AT DAWN WITH FORTY PEOPLE ON\nBOARD AND WAS LOST IN THE STORM. NOBODY KNOWS\nWHY IT WENT DOWN.\n\n   A SECOND FERRY TURNED BACK WHEN THE WIND ROSE AND ITS CAPTAIN\nWARNED THE HARBOUR."
    assert [words.split()[0] for _, words in _kinds(text)] == ["THE", "A"]


def test_rows_with_numbers_are_no_menu() -> None:
    text = STORY[0] + "\n\nVarn | 12 dead | 9 missing | 31 hurt\n\n" + STORY[3]
    assert "chrome" not in [kind for kind, _ in _kinds(text)]


def test_a_sentence_a_line_stays_a_block_a_line() -> None:
    text = "Ferry sinks off Varn\n" + "\n".join(STORY)
    assert _kinds(text) == [("title", "Ferry sinks off Varn"), *(("paragraph", line) for line in STORY)]


def test_items_with_their_levels_and_lead_in() -> None:
    text = (
        STORY[0]
        + "\n\nThe toll so far was given by the police:\n\n  • 12 people were killed, including:\n    • 3 children\n  • 9 people are missing\n\n"
        + STORY[3]
    )
    kinds = [kind for kind, _ in _kinds(text)]
    assert kinds == ["paragraph", "paragraph", "item", "item", "item", "paragraph"]


def test_headings_inside_an_account() -> None:
    text = "\n\n".join([STORY[0], "What is known so far", STORY[1], STORY[3]])
    assert _kinds(text)[1] == ("heading", "What is known so far")


def test_a_date_before_the_first_words_is_set_apart() -> None:
    text = " date 2031-03-04 VARN, March 4. " + STORY[0] + "\n\n" + STORY[1]
    assert [kind for kind, _ in _kinds(text)] == ["dateline", "dateline", "paragraph", "paragraph"]
    assert _report(text).published == "2031-03-04"


@pytest.mark.parametrize(
    ("head", "basis", "words"),
    [
        ("Published: 4 March 2031\n\n", "line", "4 March 2031"),
        ("2031-03-04\n\n", "line", "2031-03-04"),
        ("VARN, 4 March 2031 (Reuters) - ", "dateline", "4 March 2031"),
    ],
)
def test_how_the_day_of_publication_is_known_and_where_it_stands(head: str, basis: str, words: str) -> None:
    report = _report(head + "\n\n".join(STORY))
    known = report.published_by
    assert known is not None
    assert report.published == "2031-03-04"
    assert (known.basis.value, report.text[known.start : known.end]) == (basis, words)


def test_written_and_last_edited() -> None:
    text = "\n".join(
        [*STORY, "", "Written on February 26, 2020 for the anniversary of the loss. Last ed. Feb. 23, 2022"]
    )
    report = _report(text)
    assert (report.published, report.modified) == ("2020-02-26", "2022-02-23")
    assert report.blocks[-1].kind is BlockKind.DATELINE


def test_an_event_date_in_a_sentence_is_not_the_publication() -> None:
    assert (
        _report("On March 3, 2031 the ferry sank off Varn.\nNobody was hurt on the day, the police said.").published
        is None
    )


def test_related_stories_after_an_account_are_chrome() -> None:
    text = "\n\n".join([*STORY, "Related stories", "Two hurt in tram collision", "Bridge closed for 9 weeks"])
    assert [kind for kind, _ in _kinds(text)][4:] == ["chrome"] * 3


def test_the_address_a_text_was_saved_from_names_its_publisher() -> None:
    text = "http://www.harbour.example/2031/03/ferry-12-dead.html\nFerry sinks off Varn\n" + "\n".join(STORY)
    report = _report(text)
    assert report.publisher == "harbour.example"
    assert report.title == "Ferry sinks off Varn"
    assert report.blocks[0].kind is BlockKind.CHROME


def test_a_bare_sentence_is_a_paragraph() -> None:
    assert _kinds("12 people were killed") == [("paragraph", "12 people were killed")]


def test_a_paragraph_that_ends_in_an_agencys_letters_is_no_title() -> None:
    paragraph = "Police shot two men dead on Sunday, a spokeswoman said. (MPA)"
    assert _kinds(f"Hask shooting\n\n{paragraph}\n") == [("title", "Hask shooting"), ("paragraph", paragraph)]


def test_text_files_do_not_wait_for_the_parsers_of_other_formats() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from headwater.read.registry import read; from headwater.settings import Settings\n"
        f"read('a.txt', {(' '.join(STORY)).encode()!r}, Settings())\n"
        "print([name for name in ('lxml', 'trafilatura', 'pypdfium2', 'py3langid', 'charset_normalizer') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
