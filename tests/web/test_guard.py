"""A page in another tab, or another machine by whatever name, can neither read nor write."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import HOME, TOKEN, Reviewer, Room

PAGES = ["/", "/reports", "/findings", "/journal", "/head", "/live", "/assets/review.js", "/nowhere"]


@pytest.mark.parametrize("place", PAGES)
def test_without_the_token_there_is_nothing_to_see(room: Room, place: str) -> None:
    answer = room.client().get(place)
    assert answer.status_code == 403
    assert "Ostra" not in answer.text


def test_a_wrong_token_opens_nothing(room: Room) -> None:
    client = room.client()
    for token in ("", "x", TOKEN[:-1], TOKEN + "x", "ü"):
        assert client.get("/enter", params={"token": token}).status_code == 403
    assert client.get("/").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "attacker.example"},
        {"host": "127.0.0.1:8377.attacker.example"},
        {"host": "127.0.0.1:9999"},
        {"origin": "http://attacker.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_host_or_origin_can_neither_read_nor_write(ines: Reviewer, room: Room, headers: dict[str, str]) -> None:
    key = room.key("12")
    form = {"csrf": ines.csrf, **ines.fields(f"/figure/{key}"), "action": "reject"}
    read = ines.client.get("/journal", headers=headers)
    written = ines.client.post(f"/figure/{key}", data=form, headers=headers, follow_redirects=False)
    assert (read.status_code, written.status_code) == (403, 403)
    assert "Ostra" not in read.text + written.text
    assert room.desk.now().entries == ()


def test_a_form_without_origin_or_with_another_key_is_refused(ines: Reviewer, room: Room) -> None:
    place = f"/figure/{room.key('12')}"
    del ines.client.headers["origin"]
    assert ines.post(place, action="accept").status_code == 403
    ines.client.headers["origin"] = HOME
    for csrf in ("", "0" * 64):
        assert ines.post(place, action="accept", csrf=csrf).status_code == 403
    assert room.desk.now().entries == ()


def test_reading_never_writes(ines: Reviewer, room: Room) -> None:
    key = room.key("12")
    for place in (f"/figure/{key}?action=accept", "/missed?words=Some", "/journal?sequence=mine"):
        ines.client.get(place, params={"csrf": ines.csrf})
    assert room.desk.now().entries == ()


def test_every_answer_carries_the_policy(ines: Reviewer, room: Room) -> None:
    for answer in (ines.page("/"), ines.page("/nowhere"), room.client().get("/")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(room: Room) -> None:
    cookie = room.client().get(f"/enter?token={TOKEN}").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie


def test_what_reports_and_reviewers_say_is_never_markup(ines: Reviewer, room: Room) -> None:
    ines.decide(room.key("12"), "correct", noun='"><script>alert(1)</script>', reason="<img src=x onerror=alert(1)>")
    for place in (f"/figure/{room.key('12')}", "/journal"):
        text = ines.page(place).text
        assert "<script>alert" not in text
        assert "<img" not in text


def test_a_form_that_is_too_large_is_refused(ines: Reviewer, room: Room) -> None:
    assert ines.post(f"/figure/{room.key('12')}", action="note", reason="x" * 300_000).status_code == 413


words = st.text(max_size=40)
NAMES = [
    "action",
    "seen",
    "base",
    "best",
    "low",
    "high",
    "hedge",
    "outcome",
    "group",
    "speaker",
    "part_of",
    "period",
    "reason",
]
NAMES += [
    "document",
    "words",
    "start",
    "near",
    "finding",
    "verdict",
    "sequence",
    "back",
    "published",
    "parent",
    "flags",
    "name",
    "do",
    "to",
    "show",
    "basis",
    "noun",
    "place",
    "as_of",
    "f-KEY",
    "f-OTHER",
    "f-nothing",
]
KNOWN = [
    "accept",
    "correct",
    "reject",
    "note",
    "undo",
    "mine",
    "1",
    "-1",
    "9" * 11,
    "post.txt",
    "12",
    "{}",
    "[1]",
    "1e9",
    "slip",
    "merge-measures",
    "split-measure",
    "merge-events",
    "split-event",
    "move-figures",
    "attached",
    "KEY",
    "FINDING",
    "EVENT",
]


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.sampled_from(
        ["/figure/KEY", "/missed", "/measures", "/find", "/reports", "/findings", "/journal", "/name"]
    )
    | words.map(lambda said: "/figure/" + quote(said, safe=""))
    | words.map(lambda said: "/" + quote(said, safe="")),
    form=st.dictionaries(st.sampled_from(NAMES), words | st.sampled_from(KNOWN), max_size=8),
    query=st.dictionaries(st.sampled_from(["show", "whole", "token", "event", "beside", "q"]), words, max_size=2),
    write=st.booleans(),
)
def test_whatever_is_asked_nothing_breaks(
    ines: Reviewer, room: Room, place: str, form: dict[str, str], query: dict[str, str], write: bool
) -> None:
    keys = {"KEY": room.key("12"), "OTHER": room.key("60", "mail.txt")}
    keys["FINDING"] = room.desk.now().material.findings[0].id
    keys["EVENT"] = room.desk.arranged().events[0].id
    for name, key in keys.items():
        place = place.replace(name, key)
        form = {field.replace(name, key): key if value == name else value for field, value in form.items()}
    if write:
        answer = ines.client.post(place, params=query, data={"csrf": ines.csrf, **form}, follow_redirects=False)
    elif place != "/live":
        answer = ines.client.get(place, params=query, follow_redirects=False)
    else:
        return
    assert answer.status_code < 500
    if "/name" in place:
        ines.client.cookies.delete("headwater_name_8377")
        ines.post("/name", name="Ines")
