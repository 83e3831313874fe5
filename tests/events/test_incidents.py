"""Reports that list incidents: each day's is an event of its own, and the counts outside are of the time that all of it is of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told_reports import ENGLISH, extraction, report

from headwater.events.incidents import incidents_of
from headwater.events.stage import tell_apart
from headwater.grammar.governing import dated
from headwater.model import BlockKind, Extraction, Figure, Report

BULLETIN = report(
    "bulletin.txt",
    "2032-09-03",
    "Monthly bulletin, August 2032\n"
    "In August the office documented 63 deaths in the valley.\n"
    "Mines killed 13 more people in the hills.\n"
    "On 4 August two shells struck the market at Oruk. Altogether 14 people died there.\n"
    "On 11 August a minibus hit a mine near Lower Pell, killing 18.\n"
    "On 23 August gunmen opened fire on a funeral in Hadra. There were 15 dead.\n"
    "The health board reports 71 deaths.",
)
ITEMS = report(
    "items.txt",
    "2033-03-10",
    "Weekly update, 3–9 March 2033\n"
    "In all, 27 people were killed, against 12 in the week before that.\n"
    "3 March – Upper Tessel: a mine killed 26 herders.\n"
    "4 March – Orn: a shell hit a school and killed 14.\n"
    "6 March – Lower Gate: armed men shot 11 passengers of a bus.",
)
SIEGE = report(
    "siege.txt",
    "2033-03-28",
    "How the siege of the Lom embassy ended\n"
    "On 6 February 2033 gunmen stormed the embassy in Lom and killed 12 people.\n"
    "On 9 February they shot 16 hostages near Port Sela.\n"
    "On 20 March the army cut the power in Lom, and 14 people died.",
)
MARKET = report(
    "market.txt",
    "2032-08-05",
    "Shells hit the market of Oruk\n"
    "Shells hit the market in Oruk on 4 August, and 19 people were killed, the council of Oruk said.",
)


def listed(given: Report, numbers: list[str]) -> list[tuple[str, str | None]]:
    """The days of the incidents that a report lists, and the places that open them."""
    found = extraction(given, numbers)
    incidents = incidents_of(given, found, dated(found.datings), ENGLISH)
    return [(one.when, one.place) for one in incidents.listed]


def figures(given: dict[str, tuple[Report, Extraction]]) -> dict[str, tuple[str, str | None, bool]]:
    """The label of each figure's event, its period, and whether it is told as background, by its quote."""
    telling = tell_apart([one for one, _ in given.values()], {name: held for name, (_, held) in given.items()})
    labels = {event.id: event.label for event in telling.events}
    told: list[Figure] = [one for held in telling.extractions.values() for one in held.figures]
    return {one.quote: (labels.get(one.event or "", ""), one.period, one.background) for one in told}


def test_paragraphs_that_open_with_days_of_their_own_are_incidents() -> None:
    assert listed(BULLETIN, ["14", "18", "15"]) == [
        ("2032-08-04", None),
        ("2032-08-11", None),
        ("2032-08-23", None),
    ]
    assert listed(ITEMS, ["26", "14", "11"])[0] == ("2033-03-03", "Upper Tessel")


@pytest.mark.parametrize(("given", "numbers"), [(SIEGE, ["12", "16", "14"]), (BULLETIN, ["14"])])
def test_one_story_and_days_that_count_nobody_are_no_list(given: Report, numbers: list[str]) -> None:
    assert listed(given, numbers) == []


def test_each_incident_is_an_event_and_what_sums_up_is_of_the_time_of_all() -> None:
    told = figures({"bulletin.txt": (BULLETIN, extraction(BULLETIN, ["63", "13", "14", "18", "15", "71"]))})
    assert told["14"] == ("Oruk, 4 August 2032", None, True)
    assert told["63"][1:] == ("2032-08", False)
    assert told["13"][1:] == ("2032-08", False)
    assert told["71"][1:] == ("2032-08", False)


def test_an_incident_that_others_report_on_is_their_event() -> None:
    bulletin = extraction(BULLETIN, ["63", "14", "18", "15"])
    told = figures({"bulletin.txt": (BULLETIN, bulletin), "market.txt": (MARKET, extraction(MARKET, ["19"]))})
    assert told["14"][0] == told["19"][0] == "Oruk, 4 August 2032"
    assert told["63"][1] == "2032-08"


def test_what_a_count_was_before_is_of_no_day_of_the_list() -> None:
    found = extraction(ITEMS, ["27", "12", "26", "14", "11"])
    found = replace(
        found, figures=tuple(replace(one, rule="change") if one.quote == "12" else one for one in found.figures)
    )
    told = figures({"items.txt": (ITEMS, found)})
    assert told["27"][1] == "2033-03-03/2033-03-09"
    assert told["12"][1:] == (None, True)


def test_a_heading_that_is_a_day_opens_an_incident_up_to_the_next() -> None:
    text = (
        "Incident log, May 2033\nThe desk logged 41 killings in May.\n2 May 2033\nGunmen killed 14 traders in Tessel.\n"
        "A shepherd was shot.\n9 May 2033\nA drone killed 26 people in Marsk.\n17 May 2033\nMen from Orn buried 35 of theirs."
    )
    given = report("log.txt", "2033-06-02", text)
    days = {"2 May 2033", "9 May 2033", "17 May 2033"}
    kinds = (BlockKind.HEADING if text[one.start : one.end] in days else one.kind for one in given.blocks)
    blocks = tuple(replace(one, kind=kind) for one, kind in zip(given.blocks, kinds, strict=True))
    given = replace(given, blocks=blocks)
    assert [when for when, _ in listed(given, ["41", "14", "26", "35"])] == ["2033-05-02", "2033-05-09", "2033-05-17"]
    found = extraction(given, ["41", "14", "26", "35"])
    incidents = incidents_of(given, found, dated(found.datings), ENGLISH)
    shepherd, total = incidents.at(text.index("shepherd")), incidents.at(text.index("41"))
    assert shepherd is not None
    assert shepherd.when == "2033-05-02"
    assert total is None


def test_a_list_does_not_name_the_event_of_others() -> None:
    bulletin = extraction(BULLETIN, ["63", "14", "18", "15"])
    alone = tell_apart([BULLETIN], {"bulletin.txt": bulletin})
    assert [one.label for one in alone.events if one.id == alone.main["bulletin.txt"]] == ["4\N{EN DASH}23 August 2032"]


def test_a_place_and_a_day_at_the_head_open_an_incident() -> None:
    text = (
        "Basin briefs\nUpper Tessel, 3 March 2033: a mine killed 26 herders.\n"
        "Orn, 4 March 2033 – a shell killed 14 people.\nLower Lorn, 6 March 2033: armed men shot 11 passengers."
    )
    given = report("briefs.txt", "2033-03-10", text)
    assert listed(given, ["26", "14", "11"]) == [
        ("2033-03-03", "Upper Tessel"),
        ("2033-03-04", "Orn"),
        ("2033-03-06", "Lower Lorn"),
    ]
