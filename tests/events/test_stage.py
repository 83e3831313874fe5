"""Events told apart: groups, labels, background, and that order changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told_reports import ENGLISH, Tell, extraction, report

from headwater.events.stage import tell_apart
from headwater.model import Extraction, Report

FERRY = [
    report(
        "ferry-a.txt",
        "2019-03-05",
        "Ferry sinks in Harrow Sound\n"
        "The ferry Marigold sank in Harrow Sound on Monday evening, and 124 people were killed, the coast guard said.\n"
        "The Marigold left Varn pier at dusk with a crew of nine under captain Ilse Thorn.\n"
        "In 1987 the loss of the ferry Petrel in Orrin Bay killed 161 people.",
    ),
    report(
        "ferry-b.txt",
        "2019-03-06",
        "Captain Thorn of the Marigold is held\n"
        "Police in Varn have held Ilse Thorn, captain of the Marigold, which went down on 4 March in Harrow Sound with 124 dead.\n"
        "Divers of the coast guard searched the wreck off Varn again on Wednesday.",
    ),
    report(
        "ferry-c.txt",
        "2020-03-04",
        "Varn remembers the Marigold\n"
        "A year after the ferry Marigold sank in Harrow Sound, families of the 124 victims met on Varn pier.\n"
        "The sinking of 4 March 2019 was a tragedy for the coast, said Ilse Thorn, who had been the ferry's captain.",
    ),
]
FIRE = [
    report(
        "fire-a.txt",
        "2019-03-08",
        "Fire guts mill in Tarn\n"
        "A fire destroyed the Ostler mill in Tarn on Thursday and killed 113 workers, the fire brigade said.\n"
        "Flames were first seen in the carding room of the Ostler mill, said foreman Bram Odell.",
    ),
    report(
        "fire-b.txt",
        "2019-03-09",
        "Odell: doors of the Ostler mill were locked\n"
        "Foreman Bram Odell said the doors of the carding room were locked when the Ostler mill in Tarn burned on Thursday.\n"
        "The blaze killed 115 workers, according to the fire brigade of Tarn.",
    ),
]
SECOND_FERRY = [
    report(
        "second-a.txt",
        "2021-08-02",
        "Ferry Cormorant sinks near Lisk\n"
        "The ferry Cormorant sank near Lisk on Sunday, and 140 people were killed, the harbour office said.\n"
        "The Cormorant had left Lisk for Dunmar with captain Pero Vance.",
    ),
    report(
        "second-b.txt",
        "2021-08-03",
        "Vance speaks of Cormorant loss\n"
        "Captain Pero Vance said the Cormorant took in water near Lisk before it sank on Sunday.\n"
        "The harbour office of Dunmar spoke of 141 dead of the ferry.",
    ),
]


def groups(main: dict[str, str | None]) -> list[set[str]]:
    found: dict[str | None, set[str]] = {}
    for document, event in main.items():
        found.setdefault(event, set()).add(document[:-6])
    return list(found.values())


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (FERRY, [{"ferry"}]),
        (FERRY + FIRE, [{"ferry"}, {"fire"}]),
        (FERRY + SECOND_FERRY, [{"ferry"}, {"second"}]),
        (FERRY + FIRE + SECOND_FERRY, [{"ferry"}, {"fire"}, {"second"}]),
    ],
)
def test_reports_on_several_events_come_apart(reports: list[Report], expected: list[set[str]], tell: Tell) -> None:
    assert groups(dict(tell(reports).main)) == expected


def test_an_event_is_labelled_by_place_and_day(tell: Tell) -> None:
    telling = tell(FERRY + FIRE)
    labels = {event.label: event.span for event in telling.events}
    assert labels["Harrow Sound, 4 March 2019"] == "2019-03-04"
    assert labels["Tarn, 7 March 2019"] == "2019-03-07"


def test_what_reports_call_an_event_is_listed(tell: Tell) -> None:
    (event,) = [event for event in tell(FERRY).events if event.span == "2019-03-04"]
    assert {"sinking", "tragedy"} <= set(event.words)
    assert event.documents == ("ferry-a.txt", "ferry-b.txt", "ferry-c.txt")


def test_a_figure_of_an_earlier_time_belongs_to_an_event_of_its_own(tell: Tell) -> None:
    telling = tell(FERRY)
    figures = {figure.quote: figure for figure in telling.extractions["ferry-a.txt"].figures}
    assert (figures["124"].background, figures["124"].event) == (False, telling.main["ferry-a.txt"])
    past = figures["161"]
    assert past.background
    (event,) = [event for event in telling.events if event.id == past.event]
    assert (event.label, event.span, event.documents) == ("Orrin Bay, 1987", "1987", ("ferry-a.txt",))


def test_those_go_back_to_the_event_told_last(tell: Tell) -> None:
    """The day that a speaker speaks on is none of the event's."""
    raid = report(
        "raid-a.txt",
        "2019-03-07",
        "Bombs fall on camp at Orla\n"
        "The bombing of the camp at Orla on Thursday killed 124 people, mayor Ada Rusk said.\n"
        "Thursday's bombing began at dawn, and the bombing ended at noon on Thursday.\n"
        "The Wednesday bombings at Tarn, a day's walk off, were condemned. The governor said Thursday that 161 people were killed in those bombings.",
    )
    figures = {figure.quote: figure for figure in tell([raid]).extractions["raid-a.txt"].figures}
    assert (figures["124"].background, figures["161"].background) == (False, True)
    same_day = replace(raid, text=raid.text.replace("The Wednesday bombings", "The Thursday bombings"))
    figures = {figure.quote: figure for figure in tell([same_day]).extractions["raid-a.txt"].figures}
    assert not figures["161"].background


def test_background_that_other_reports_are_on_is_their_event(tell: Tell) -> None:
    later = report(
        "later-a.txt",
        "2023-05-02",
        "Landslide in Quenby buries a road\n"
        "A landslide in Quenby buried the Marl road on Monday and killed 103 people, mayor Ada Rusk said.\n"
        "In March 2019 the fire at the mill in Tarn had killed 113 people.\n"
        "Mayor Ada Rusk said that Quenby would never forget the Marl road and those whom the landslide took.",
    )
    telling = tell([*FIRE, later])
    (figure,) = [one for one in telling.extractions["later-a.txt"].figures if one.quote == "113"]
    assert figure.background
    assert figure.event == telling.main["fire-a.txt"] != telling.main["later-a.txt"]


def test_datings_know_their_event(tell: Tell) -> None:
    telling = tell(FERRY)
    found = {dating.quote: dating.event for dating in telling.extractions["ferry-a.txt"].datings}
    figures = {figure.quote: figure.event for figure in telling.extractions["ferry-a.txt"].figures}
    assert found["Monday evening"] == telling.main["ferry-a.txt"]
    assert found["1987"] == figures["161"]


def test_the_order_of_reports_changes_nothing(tell: Tell) -> None:
    reports = FERRY + FIRE + SECOND_FERRY
    assert tell(reports) == tell(reports[::-1])


def test_a_copy_stays_with_what_it_copies(tell: Tell) -> None:
    copy = replace(FERRY[0], document="zz-copy.txt")
    telling = tell([*FERRY, *FIRE, copy])
    assert telling.main["zz-copy.txt"] == telling.main["ferry-a.txt"]


def test_empty_reports_and_none_at_all() -> None:
    assert tell_apart([], {}).events == ()
    empty = [report("a.txt", None, ""), report("b.txt", None, "\n")]
    telling = tell_apart(empty, {}, ENGLISH)
    assert set(telling.main) == {"a.txt", "b.txt"}
    assert all(event.label for event in telling.events)


def test_swapped_names_give_the_same_groups(tell: Tell) -> None:
    """One set of rules for everyone: who and where changes nothing but the names."""
    pairs = [("Harrow Sound", "Morven Bay"), ("Varn", "Kels"), ("Marigold", "Bittern")]

    def swapped(one: Report) -> Report:
        text = one.text
        for old, new in pairs:
            text = text.replace(old, new + " " * max(0, len(old) - len(new)))
        return report(one.document, one.published, text)

    before, after = tell(FERRY + FIRE), tell([swapped(one) for one in FERRY + FIRE])
    assert before.main == after.main
    assert [event.span for event in before.events] == [event.span for event in after.events]


def test_what_extraction_found_stays() -> None:
    said = {one.document: extraction(one) for one in FERRY}
    telling = tell_apart(FERRY, said, ENGLISH)
    for document, before in said.items():
        after: Extraction = telling.extractions[document]
        assert [replace(dating, event=None) for dating in after.datings] == list(before.datings)
