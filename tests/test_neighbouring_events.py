"""Whole cases in which reports on one event name another: each figure stands in the rows of the event that it is of."""

from __future__ import annotations

from pathlib import Path

import headwater
from headwater.model import Contents, FindingKind
from headwater.settings import Settings

SUNK = """PELL, Aug 23, 2031 (Archipelago News) - Seventy-two bodies have been recovered after the ferry Star of Oma capsized off the island of Pell on Friday, the coast guard said on Saturday.
It said 118 of the 231 people on board had been rescued and 41 were missing.
"""
COUNTED = """Island Mirror
24 August 2031

Grief on Pell

Of the 231 people on board the Star of Oma, which capsized off Pell on 22 August, 118 were rescued, 72 died and 51 are missing.
"""
COLLIDED = """DUNMOOR, Aug 24, 2031 (Archipelago News) - Three people were killed and 22 injured when the ferry Blue Heron struck a fishing boat off Dunmoor on Sunday, the harbour master said.
The accident came two days after the Star of Oma capsized off Pell with 231 people on board, killing at least 75.
"""
RAIDED = """Defence Headquarters, statement of 3 May 2034

Militants crossed the border before dawn today and attacked the village of Kesh. Nine villagers and two soldiers were killed and 14 people wounded.
"""
STRUCK = """DOR, May 4, 2034 (Horizon) - An air strike on a camp at Dor killed 23 refugees on Thursday, the rebels said, a day after their raid on Kesh, in which 11 people died.
"""
BOTH = """Border Rights Watch
Briefing, 20 May 2034

Kesh, 3 May
Fighters killed nine civilians and two soldiers in Kesh.

Dor, 4 May
In the air strike on Dor camp at least 19 people were killed, 16 of them civilians.
"""
LOG = """Peace Monitor
Log of incidents, July 2033

2 July
Orun: Gunmen attacked a police post. Five officers were killed.

9 July
Belmar: Mortar shells hit the market. Fourteen civilians were killed and 37 wounded.
Tessa: A minibus drove over a mine on the road to the river. Three passengers were killed.

15 July
Orun: Six herders were shot dead in a raid on a cattle camp.
"""
SHELLED = """BELMAR, July 9, 2033 (Horizon) - Mortar shells slammed into a crowded market in the eastern town of Belmar on Saturday, killing at least 16 people and wounding about 40, local officials said.
"""
MISSION = """UN Observer Mission
11 July 2033

The Mission condemns the shelling of a market in Belmar on 9 July, in which at least 14 civilians lost their lives.
In a separate incident on the same day, three people were killed when their minibus struck a mine near Tessa.
"""
BURNT = """KARAN, June 18, 2032 (Coastal Wire) - A fire swept through the central prison of Karan early on Friday, killing 43 inmates, the prison service said.
"""
CITY = """Radio Estuary, evening bulletin, 18 June 2032

And in Karan, the prison service says 43 inmates died in this morning's fire at the central prison. The nurses' union says 51 bodies were brought in.
"""
TALKS = """Minister Karan returns from trade talks

The minister of trade, Joseph Karan, said that three members of his delegation were injured when their car hit a lorry on the way to the airport in Ostrava Bay. Karan was unhurt.
"""
SLIPPED = """LORNE, 3 May 2031 (Archipelago News) - A landslide buried two houses in the village of Lorne early on Saturday, killing three people and injuring seven, the civil protection office said.
"""
SHOT = """Two shot dead at Hask checkpoint

HASK, 4 May 2031 - Two men were shot dead by police at a checkpoint in Hask on Sunday, a police spokeswoman said. A third man was wounded.
"""
TOGETHER = """Two killed in Hask a day after deaths in Lorne

HASK, 4 May 2031 (Mirror) - A day after three died in Lorne, two were killed in Hask on Sunday when police opened fire on a car at a checkpoint.

In Lorne, where a slope gave way on Saturday, seven people were hurt.
"""
MARCHED = """HASK, 5 May 2031 (Mirror) - Some 600 people marched in Hask on Monday over the killing of two men at a police checkpoint the day before. Four protesters were arrested.
"""


def case(folder: Path, **texts: str) -> Contents:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return headwater.run([folder], settings=Settings(workers=1))


def rows(made: Contents) -> dict[str, set[tuple[str, str, str]]]:
    """The counts of each event, by its label: outcome, number, report."""
    figures = {figure.id: figure for figure in made.figures}
    found: dict[str, set[tuple[str, str, str]]] = {event.label: set() for event in made.events}
    labels = {event.id: event.label for event in made.events}
    for measure in made.collation:
        told = (figures[name] for name in measure.figures)
        found[labels[measure.event or ""]].update(
            (measure.outcome.value, f"{one.best}", one.document.removesuffix(".txt")) for one in told
        )
    return found


def test_an_accident_two_days_after_another_is_an_event_of_its_own(tmp_path: Path) -> None:
    found = rows(case(tmp_path, sunk=SUNK, counted=COUNTED, collided=COLLIDED))
    assert found["Dunmoor, 24 August 2031"] == {("killed", "3", "collided"), ("injured", "22", "collided")}
    killed = {one for one in found["Pell, 22 August 2031"] if one[0] == "killed"}
    assert killed == {("killed", "72", "sunk"), ("killed", "72", "counted"), ("killed", "75", "collided")}


def test_bodies_found_after_an_event_are_no_count_of_its_day(tmp_path: Path) -> None:
    made = case(tmp_path, sunk=SUNK, counted=COUNTED)
    killed = [measure for measure in made.collation if measure.outcome == "killed"]
    assert [(measure.period, len(measure.readings)) for measure in killed] == [(None, 1)]


def test_those_who_died_were_saved_or_are_missing_are_no_more_than_were_there(tmp_path: Path) -> None:
    made = case(tmp_path, sunk=SUNK, counted=COUNTED)
    sums = [one for one in made.findings if one.kind is FindingKind.SUM_MISMATCH]
    assert [(one.arithmetic, one.documents) for one in sums] == [("118 + 72 + 51 = 241 > 231", ("counted.txt",))]
    assert "118 rescued, 72 killed and 51 missing" in sums[0].text


def test_a_report_under_two_days_and_places_tells_of_two_events(tmp_path: Path) -> None:
    found = rows(case(tmp_path, raided=RAIDED, struck=STRUCK, both=BOTH))
    kesh, dor = found["Kesh, 3 May 2034"], found["Dor, 4 May 2034"]
    assert {("killed", "9", "raided"), ("killed", "9", "both"), ("killed", "11", "struck")} <= kesh
    assert dor == {("killed", "23", "struck"), ("killed", "19", "both"), ("killed", "16", "both")}


def test_two_places_under_one_day_of_a_log_are_two_incidents(tmp_path: Path) -> None:
    made = case(tmp_path, log=LOG, shelled=SHELLED, mission=MISSION)
    found = rows(made)
    assert found["Tessa, 9 July 2033"] == {("killed", "3", "log"), ("killed", "3", "mission")}
    assert {one for one in found["Belmar, 9 July 2033"] if one[2] == "log"} == {
        ("killed", "14", "log"),
        ("injured", "37", "log"),
    }
    assert found["Orun, 2 July 2033"] == {("killed", "5", "log")}
    assert not any(figure.speaker for figure in made.figures if figure.document == "log.txt")


def test_a_person_named_like_a_place_is_not_there(tmp_path: Path) -> None:
    made = case(tmp_path, burnt=BURNT, city=CITY, talks=TALKS)
    assert {event.documents for event in made.events} == {("burnt.txt", "city.txt"), ("talks.txt",)}


def test_new_deaths_of_a_form_are_no_rival_of_all_of_them(tmp_path: Path) -> None:
    form = "Ministry of Health\nDaily report, 24 February 2031\n\nCumulative deaths: 17\nNew cases: 9\nNew deaths: 2\n"
    made = case(tmp_path, form=form)
    killed = [measure for measure in made.collation if measure.outcome == "killed"]
    assert [[f"{one.best}" for one in measure.readings] for measure in killed] == [["17"], ["2"]]


def test_what_a_sentence_opens_with_as_a_day_before_ties_no_two_events(tmp_path: Path) -> None:
    made = case(tmp_path, slipped=SLIPPED, shot=SHOT, together=TOGETHER, marched=MARCHED)
    found = rows(made)
    assert {one for one in found["Lorne, 3 May 2031"] if one[0] == "killed"} == {
        ("killed", "3", "slipped"),
        ("killed", "3", "together"),
    }
    hask = found["Hask, 4 May 2031"]
    assert {("killed", "2", "shot"), ("killed", "2", "together"), ("killed", "2", "marched")} <= hask
    assert not {("killed", "3", "together"), ("injured", "7", "together")} & hask
    assert {figure.period for figure in made.figures if figure.document == "slipped.txt"} == {None}
