"""What reviewers do ends in the journal and in the exports, whoever else is at it."""

from __future__ import annotations

import json
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from headwater.case.decisions import State
from headwater.case.journal import live
from headwater.case.reading import records
from headwater.case.verify import breaks
from headwater.model import Figure, Hedge, Outcome
from headwater.pipeline.case import rebuild
from headwater.web import leaves

from .conftest import Reviewer, Room


def standing(room: Room, key: str):  # type: ignore[no-untyped-def]
    return room.desk.now().by_key[key]


def test_the_first_page_is_the_first_figure_to_check(ines: Reviewer, room: Room) -> None:
    page = ines.page("/")
    assert page.status_code == 200
    first = room.desk.now().order[0]
    assert str(page.url).endswith(first.key)
    assert f"0 of {len(room.desk.now().order)} done" in page.text
    assert re.search(f'<mark class="now" data-what="[^"]+">{first.figure.quote}</mark>', page.text)


def test_accepting_goes_on_to_the_next(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    answer = ines.decide(key, "accept")
    assert answer.status_code == 303
    assert key not in answer.headers["location"]
    assert standing(room, key).state is State.ACCEPTED
    assert room.desk.now().entries[-1].reviewer == "Ines"
    assert room.desk.now().entries[-1].decided_at == "2031-05-05T10:00:00Z"


def test_a_correction_sets_only_what_was_changed(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    whole = standing(room, key).figure
    ines.decide(key, "correct", high="", hedge="at_least", speaker="fire brigade > Harbour Post", reason="sentence 3")
    figure = standing(room, key).figure
    assert (figure.low, figure.high, figure.hedge) == (12, None, Hedge.AT_LEAST)
    assert figure.speaker == ("fire brigade", "Harbour Post")
    assert (figure.outcome, figure.group) == (whole.outcome, whole.group)
    assert figure.decided
    (entry,) = room.desk.now().entries
    assert entry.reason == "sentence 3"
    assert set(re.findall(r'"(\w+)":', entry.new or "")) == {"high", "hedge", "speaker"}


def test_the_basis_is_words_of_the_report_nearest_to_the_figure(ines: Reviewer, room: Room, case: Path) -> None:
    key = room.key("12")
    text = room.desk.now().reports["post.txt"].text
    word = next(one for one in text.split() if one.isalpha() and text.count(one) == 1)
    assert ines.decide(key, "correct", basis=word).status_code == 303
    rebuild(case, 1, fresh=False)
    figure = next(one for one in records(case, Figure) if (one.document, one.quote) == ("post.txt", "12"))
    assert figure.basis is not None
    assert text[figure.basis.start : figure.basis.end] == figure.basis.quote == word
    ines.decide(key, "correct", basis="")
    assert standing(room, key).figure.basis is None
    assert list(breaks(case)) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"best": "many"}, "Value is no number"),
        ({"low": "1e99"}, "Low is out of bounds"),
        ({"as_of": "yesterday"}, "As of is no date"),
        ({"outcome": "eaten"}, "Outcome has to be one of the list"),
        ({"low": "99"}, "have to rise"),
        ({"part_of": "nowhere"}, "a figure of the same report"),
        ({"basis": "not to be read there"}, "does not stand in the report"),
    ],
)
def test_what_a_field_cannot_take_is_told_with_its_name(
    ines: Reviewer, room: Room, fields: dict[str, str], words: str
) -> None:
    answer = ines.decide(room.key("12"), "correct", **fields)
    assert answer.status_code == 422
    assert words in answer.text
    assert room.desk.now().entries == ()


def test_outcomes_and_hedges_are_offered_in_words(ines: Reviewer, room: Room) -> None:
    page = ines.page(f"/figure/{room.key('12')}").text
    for words in ("treated in hospital", "at least …", "… to …"):
        assert f">{words}</option>" in page


def test_a_figure_alone_is_moved_to_an_event_of_the_list(ines: Reviewer, room: Room) -> None:
    def figure(quote: str, document: str = "post.txt") -> Figure:
        named = (one for one in room.desk.arranged().figures.values() if (one.quote, one.document) == (quote, document))
        return next(named)

    def ticked(*figures: Figure, **form: str) -> int:
        answer = ines.post("/measures", **{f"f-{one.id}": "1" for one in figures}, **form)
        return int(answer.status_code)

    assert ticked(figure("15", "mail.txt"), do="split-event") == 303
    other, own = figure("15", "mail.txt").event, figure("12").event
    assert other != own
    assert ticked(figure("40"), do="move-figures") == 422
    assert ticked(figure("15", "mail.txt"), do="move-figures", to=str(other)) == 422
    assert ticked(figure("40"), do="move-figures", to=str(other)) == 303
    assert (figure("40").event, figure("40").background) == (other, True)
    assert (figure("12").event, figure("300").event) == (own, own)
    ines.post("/journal", sequence="mine", seen="2")
    assert figure("40").event == own


def test_a_number_given_plainly_bounds_itself(room: Room, ines: Reviewer) -> None:
    ines.decide(room.key("12"), "correct", best="13")
    assert json.loads(room.desk.now().entries[-1].new or "") == {"best": "13", "low": "13", "high": "13"}
    ines.decide(room.key("40"), "correct", best="41")  # "at least 40": its bounds are no part of the number
    assert json.loads(room.desk.now().entries[-1].new or "") == {"best": "41"}
    ines.decide(room.key("12"), "correct", best="14", high="")
    assert json.loads(room.desk.now().entries[-1].new or "") == {"best": "14", "high": None}
    ines.post("/missed", document="post.txt", words="dozens", best="24", seen=room.desk.now().head)
    added = json.loads(room.desk.now().entries[-1].new or "")
    assert (added["best"], added["low"], added["high"]) == ("24", "24", "24")


def test_the_parts_that_a_figure_rests_on_are_named_in_its_sentence(room: Room, ines: Reviewer) -> None:
    page = ines.page(f"/figure/{room.key('15', 'mail.txt')}").text
    parts = dict(re.findall(r'data-part="(\w+)">([^<]+)<', page))
    assert parts == {"hedge": "At least", "noun": "people", "outcome": "killed", "speaker": "Ana Rell"}


def test_the_queue_stays_as_it_was_filtered(room: Room, ines: Reviewer) -> None:
    key = room.key("12")
    ines.decide(key, "accept")
    back = ines.post("/journal", sequence="mine", back=key, show="attached", seen=1)
    assert back.headers["location"] == f"/figure/{key}?show=attached"
    back = ines.post("/missed", document="post.txt", words="dozens", best="24", back=key, show="attached", seen=2)
    assert back.headers["location"] == f"/figure/{key}?show=attached"
    back = ines.post("/journal", sequence="mine", back=key, show="//elsewhere", seen=3)
    assert back.headers["location"] == f"/figure/{key}"


def test_a_rejected_figure_is_not_exported_and_all_else_is(ines: Reviewer, room: Room, case: Path) -> None:
    ines.decide(room.key("300"), "reject")
    ines.decide(room.key("40"), "correct", outcome="hospitalised")
    ines.post("/missed", document="post.txt", words="Some", outcome="other", hedge="vague", near="0")
    rebuild(case, 1, fresh=False)
    found = {one.quote: one for one in records(case, Figure) if one.document == "post.txt"}
    assert "300" not in found
    assert found["40"].outcome is Outcome.HOSPITALISED
    assert (found["Some"].hedge, found["Some"].decided) == (Hedge.VAGUE, True)
    assert not found["12"].decided
    assert list(breaks(case)) == []


def test_a_missed_figure_is_found_by_its_words_nearest_to_the_one_looked_at(ines: Reviewer, room: Room) -> None:
    before = len(room.desk.now().order)
    assert ines.post("/missed", document="mail.txt", words="4", outcome="affected", near="16").status_code == 303
    assert len(room.desk.now().order) == before + 1
    added = next(one for one in room.desk.now().order if one.state is State.ADDED)
    assert (added.figure.best, added.figure.quote) == (4, "4")
    refused = ines.post("/missed", document="mail.txt", words="nowhere to be read", near="0")
    assert refused.status_code == 422
    assert "does not stand in the report" in refused.text


def test_undo_takes_back_the_last_and_can_be_undone(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    ines.decide(key, "reject")
    ines.post("/journal", sequence="mine", seen="1")
    assert standing(room, key).state is State.TO_CHECK
    assert len(room.desk.now().entries) == 2
    assert "took back decision 1" in ines.page("/journal").text
    assert ines.post("/journal", sequence="1", seen="2").status_code == 422  # it is taken back already


def test_what_others_built_on_is_not_taken_back_from_under_them(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    ines.decide(key, "correct", high="14")
    room.enter("Jun").decide(key, "correct", high="15")
    answer = ines.post("/journal", sequence="1", seen="2")
    assert answer.status_code == 409
    assert "Jun" in answer.text
    assert standing(room, key).figure.high == 15


def test_two_edits_of_one_figure_are_told_and_none_is_lost(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    jun = room.enter("Jun")
    seen = jun.fields(f"/figure/{key}")
    ines.decide(key, "correct", high="14", reason="the list says so")
    answer = jun.post(f"/figure/{key}", **{**seen, "group": "worker", "action": "correct"})
    assert answer.status_code == 409
    for words in ("Ines", "the list says so", "worker", "Keep mine"):
        assert words in answer.text
    assert len(room.desk.now().entries) == 1
    box = answer.text[answer.text.index('class="box both"') :].split("</form>")[0]
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', box))
    again = {name: value.replace("&#34;", '"').replace("&gt;", ">") for name, value in again.items()}
    assert jun.client.post(f"/figure/{key}", data=again, follow_redirects=False).status_code == 303
    figure = standing(room, key).figure
    assert (figure.high, figure.group) == (14, "worker")  # what only one of them changed has joined


def test_a_form_sent_twice_is_one_decision(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    form = ines.fields(f"/figure/{key}")
    for _ in range(2):
        assert ines.post(f"/figure/{key}", **{**form, "action": "accept"}).status_code == 303
    assert len(room.desk.now().entries) == 1


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("best", "many", "no number"),
        ("low", "99", "have to rise"),
        ("high", "1e99", "out of bounds"),
        ("outcome", "lost", "one of the list"),
        ("period", "soon", "no date"),
        ("part_of", "f0", "same report"),
    ],
)
def test_what_cannot_be_entered_is_told_and_kept_in_the_form(
    ines: Reviewer, room: Room, field: str, value: str, told: str
) -> None:
    answer = ines.decide(room.key("12"), "correct", **{field: value})
    assert answer.status_code == 422
    assert told in answer.text
    assert room.desk.now().entries == ()


def test_accepting_changed_fields_saves_the_change(ines: Reviewer, room: Room) -> None:
    ines.decide(room.key("12"), "accept", group="worker")
    assert standing(room, room.key("12")).figure.group == "worker"


def test_a_note_stands_beside_the_figure_and_decides_nothing(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    assert ines.decide(key, "note").status_code == 422
    ines.decide(key, "note", reason="ask the brigade")
    assert "ask the brigade" in ines.page(f"/figure/{key}").text
    assert standing(room, key).state is State.TO_CHECK


def test_long_lists_come_in_leaves(ines: Reviewer, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "LENGTH", 1)
    now = room.desk.now()
    assert len(now.reports) > 1
    for place, names in (("/reports", list(now.reports)), ("/findings", [one.id for one in now.material.findings])):
        held = 'name="document" value="{}"' if place == "/reports" else 'id="f-{}"'
        pages = [ines.page(f"{place}?from={start}").text for start in range(len(names))]
        shown = [[name for name in names if held.format(name) in page] for page in pages]
        assert sorted(name for some in shown for name in some) == sorted(names)
        assert all(len(some) == 1 for some in shown)
        assert ('rel="next"' in pages[0]) == (len(names) > 1)
        assert 'rel="prev"' not in pages[0]
        assert 'rel="next"' not in pages[-1]
    last = list(now.reports)[-1]
    answer = ines.post(f"/reports?from={len(now.reports) - 1}", document=last, publisher="Ostra Wire")
    assert f"/reports?from={len(now.reports) - 1}#r-" in answer.headers["location"]


def test_reports_and_findings(ines: Reviewer, room: Room, case: Path) -> None:
    assert ines.post("/reports", document="post.txt", published="3 May").status_code == 422
    assert ines.post("/reports", document="post.txt", published="2031-05-03", publisher="Ostra Wire").status_code == 303
    assert room.desk.now().reports["post.txt"].publisher == "Ostra Wire"
    finding = room.desk.now().material.findings[0]
    assert ines.post("/findings", finding=finding.id, verdict="slip").status_code == 422
    ines.post("/findings", finding=finding.id, verdict="slip", reason="a misprint")
    page = ines.page("/findings").text
    assert "Settled by" in page
    assert "a misprint" in page


def test_an_orphan_is_shown_with_its_words(ines: Reviewer, room: Room, case: Path, tmp_path: Path) -> None:
    from headwater.pipeline.case import run
    from headwater.settings import Settings

    ines.decide(room.key("12"), "accept")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "other.txt").write_text("The flood in Velm killed 3 people.\n")
    run([tmp_path / "new"], case, Settings(workers=1))
    page = ines.page("/journal").text  # the desk has seen that the case was written anew
    assert "do not find their words" in page
    assert "“12”" in page


def test_eight_reviewers_at_once_lose_and_double_nothing(room: Room, case: Path) -> None:
    keys = [one.key for one in room.desk.now().order]

    def review(number: int) -> tuple[int, int]:
        reviewer = room.enter(f"r{number}")
        entered = told = 0
        for turn in range(6):
            key = keys[(number + turn) % len(keys)]
            group = f"group {number} {turn}"
            status = reviewer.decide(key, "correct", group=group).status_code
            assert status in (303, 409)
            entered, told = entered + (status == 303), told + (status == 409)
        return entered, told

    with ThreadPoolExecutor(8) as pool:
        counted = list(pool.map(review, range(8)))
    entries = room.desk.now().entries
    assert len(entries) == sum(entered for entered, _ in counted)
    assert len({entry.new for entry in entries}) == len(entries)
    assert len(entries) + sum(told for _, told in counted) == 48
    assert len(live(entries)) == len(entries)
    assert not [line for line in breaks(case) if "journal" in line]


def test_a_journal_that_cannot_be_written_is_told_and_nothing_is_acknowledged(
    ines: Reviewer, room: Room, case: Path
) -> None:
    key = room.key("12")
    form = ines.fields(f"/figure/{key}")
    connection = sqlite3.connect(case / "case.db")
    connection.execute("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
    connection.commit()
    answer = ines.post(f"/figure/{key}", **{**form, "action": "accept"})
    assert answer.status_code == 503
    assert "nothing that was saved is lost" in answer.text
    connection.execute("DROP TRIGGER full")
    connection.commit()
    connection.close()
    assert ines.post(f"/figure/{key}", **{**form, "action": "accept"}).status_code == 303
    (case / "case.db").unlink()
    assert ines.page(f"/figure/{key}").status_code == 503


def test_others_changes_are_told(ines: Reviewer, room: Room) -> None:
    assert ines.page("/head").json()["head"] == 0
    room.enter("Jun").decide(room.key("12"), "accept")
    assert ines.page("/head").json()["head"] == 1
