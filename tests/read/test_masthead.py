"""Who issues a plain text is read from its head, and not guessed from a headline."""

from __future__ import annotations

import pytest

from headwater.model import Report
from headwater.read.registry import read
from headwater.settings import Settings

STORY = "\n\nThe ferry Aurelia left the port of Varn at dawn with forty people on board. Twelve people were killed when it sank off the cape.\n\nNine others are missing, the harbour police said.\n"


def report(head: str) -> Report:
    found = read("a.txt", (head + STORY).encode(), Settings()).report
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("head", "publisher", "title"),
    [
        ("Varn Courier\nSaturday 15 March 2025\n\nFerry sinks off the cape", "Varn Courier", "Ferry sinks off the cape"),
        ("The Celn Ledger\n5 March 2015\n\nWhat the pilot saw", "Celn Ledger", "What the pilot saw"),
        ("FERRY DISASTER\nHousing Watch Celn, 17 March 2025", "Housing Watch Celn", "FERRY DISASTER"),
        ("MINISTRY OF THE INTERIOR OF CELN\nPress statement No. 4\n16 March 2025", "MINISTRY OF THE INTERIOR OF CELN", None),
        ("JOINT COAST COMMAND\nPress release, 6 November 2017", "JOINT COAST COMMAND", None),
        ("Sea Rescue Centre Varn\nPress release 22/2017\n6 November 2017", "Sea Rescue Centre Varn", None),
        ("DISTRICT ADMINISTRATION OF CELN\nPress statement, 6 November 2017", "DISTRICT ADMINISTRATION OF CELN", None),
        ("ASSEMBLY OF CELN - WRITTEN ANSWERS\n6 November 2017", "ASSEMBLY OF CELN", None),
        ("HIGH COURT OF CELN\nJudgment of 6 November 2017 in the matter of the Marigold", "HIGH COURT OF CELN", None),
        ("Port Pilots Association\nCircular, 6 November 2017", "Port Pilots Association", None),
        ("RADIO VARN INTERNATIONAL, 29 OCTOBER 2023, 1900 GMT", "RADIO VARN INTERNATIONAL", None),
        ("BAR ASSOCIATION OF VARN\nResolution of the Council, 11 February 2016", "BAR ASSOCIATION OF VARN", None),
        ("Varn Herald | 4 October 2024\nFerry sinks off the cape", "Varn Herald", "Ferry sinks off the cape"),
        ("The Varn Courier\n\nFamilies still waiting\n\nBy Anna Rossi\n5 October 2024", "Varn Courier", "Families still waiting"),
        ("CELN CAMP ADMINISTRATION\nDAILY NOTE – 4 OCTOBER 2024", "CELN CAMP ADMINISTRATION", None),
        ("Boats for All – Flash update 1\n4 October 2024", "Boats for All", None),
        ("STATEMENT BY THE COASTAL HIGH COMMAND\nCeln, 4 October 2024", "COASTAL HIGH COMMAND", None),
        ("Report of the Commission of Inquiry into the Loss of the Aurelia\n4 October 2024", "Commission of Inquiry", None),
        ("Press communiqué of the General Staff\nNo. 114, 3 October 2024", "General Staff", None),
        ("FERRY DISASTER\nSituation Report No. 3\nas of 14 April 2024, 18:00\nJoint Rescue Cell", "Joint Rescue Cell", None),
        ("SITUATION REPORT\nDate: 14 April 2024\nFrom: Harbour Emergency Office, Varn", "Harbour Emergency Office", None),
        ("From the Dockers' Committee of Varn, Quay 4, to the district court, 2 February 2024", "Dockers' Committee of Varn", None),
        ("Ferry sinks off the cape\nContinental Press Service\n4 October 2024", "Continental Press Service", "Ferry sinks off the cape"),
        ("Statement by the board of Marren Shipping plc\n4 October 2024", "Marren Shipping plc", None),
        ("Statement by Marren Shipping Ltd. on the loss of the Aurelia\n4 October 2024", "Marren Shipping Ltd.", None),
        ("Norlo Red Crescent - Press release\n4 October 2024", "Norlo Red Crescent", None),
        ("Norlo Red Cross\n4 October 2024\n\nPress release", "Norlo Red Cross", "Press release"),
        ("Broadcast transcript. Norlo Radio, 4 October 2024", "Norlo Radio", None),
        ("Norlo Radio evening news, 4 October 2024, 7 pm", "Norlo Radio", None),
        ("NORLO RADIO / 4 OCT 2024 / 19:00", "NORLO RADIO", None),
        ("Marren Shipping plc\nPress release\n4 October 2024", "Marren Shipping plc", None),
        ("Harbour Safety Board\nInterim report\n4 October 2024", "Harbour Safety Board", None),
        ("Coast Relief\nSituation report\n4 October 2024", "Coast Relief", None),
        ("Doctors for the Missing\nBulletin 2\n4 October 2024", "Doctors for the Missing", None),
        ("Army of the Capes\nMessage No. 5, 4 October 2024", "Army of the Capes", None),
        ("Ministry of Ports of Celn @portscln · 14 April 2024", "Ministry of Ports of Celn", None),
    ],
)  # fmt: skip
def test_a_name_at_the_head(head: str, publisher: str, title: str | None) -> None:
    found = report(head)
    assert found.publisher == publisher
    assert title is None or found.title == title


@pytest.mark.parametrize(
    "head",
    [
        "Ferry Sinks Near Army Post\n12 May 2014",
        "Fire Guts Harbour Office\n12 May 2014",
        "Bomb Hits Aid Office",
        "Fire at Kings Cross - 12 May 2014",
        "Police Neglect - an Update\n12 May 2014",
        "Ferry sinks off the cape\nTwelve dead, nine missing\n4 October 2024",
        "Ferry sinks off the cape\nOwners say crew was rested\n4 October 2024",
        "Ferry sinks off the cape\nVarn, 12 May 2014",
        "Police Council of Varn rejects the report\n12 May 2014",
        "The register of the dead\nVarn, 12 May 2014",
        "Ferry sinks\nBy Anna Rossi, 12 May 2014",
        "Report of Police Neglect Denied\n12 May 2014",
        "Letter from Father Anselm Roke to the Bishop, 12 May 1904",
        "Summary\nPress release, 12 May 2014",
        "Relatives of the Missing\n12 May 2014",
    ],
)
def test_a_headline_is_no_name(head: str) -> None:
    assert report(head).publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "Network for Children in Celn, 4 October 2024",
        "VARN RADIO - 4 OCTOBER 2024 - 8 AM BULLETIN",
        "as of 4 October 2024, 18:00",
        "Harbour disaster: Situation Report No. 3 (as of 4 October 2024)",
        "Flash Update #2 | As of 4 October 2024",
        "Harbour Watch @harbourwatch · 4 October 2024",
    ],
)
def test_the_day_beside_a_name_is_that_of_publication(line: str) -> None:
    assert report(f"Still waiting\n{line}").published == "2024-10-04"


def test_the_day_of_what_is_issued_opens_a_long_line() -> None:
    line = "Judgment of 4 October 2024 in the matter of the owners of the Marigold and eleven others"
    assert report(f"HIGH COURT OF CELN\n{line}").published == "2024-10-04"
    assert report("Still waiting\nStatement of 4 October 2024 losses was never made by the town").published is None


def test_the_day_in_a_headline_is_not() -> None:
    assert report("Fire in Varn, 4 October 2024").published is None


def test_an_agency_in_brackets_comes_before_the_place_beside_it() -> None:
    assert report("Ferry sinks off the cape\n\nVARN, Celn, May 12, 2014 (Norda) -").publisher == "Norda"
    assert report("Ferry sinks off the cape\n\nCELN MISSION, May 12, 2014 (Norda Wire) -").publisher == "Norda Wire"


def test_the_day_that_ends_the_line_of_who_sends_it() -> None:
    line = "From the Dockers' Committee of Varn, Quay 4, to the district court, 2 February 2024"
    assert report(line).published == "2024-02-02"


def test_figures_that_may_be_either_of_two_days_are_neither() -> None:
    assert report("Still waiting\n04/10/2024").published is None
    assert report("Still waiting\n14/10/2024").published == "2024-10-14"
    assert report("Still waiting\n04/10/2024 7:15 PM").published == "2024-04-10"
    assert report("Still waiting\n04/04/2024").published == "2024-04-04"
