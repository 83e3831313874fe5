"""Reports on one event tell of others near it: only figures of one scene are rivals."""

from __future__ import annotations

from pathlib import Path

import pytest

import headwater
from headwater.settings import Settings

DAY = "3 May 2011\n\n"
FERRY = (
    "Fire on ferry off Ostra\n\n" + DAY + "A fire on the ferry Marigold off Ostra killed {} people on Monday, "
    "the coast guard said. Rescue boats brought the passengers of the Marigold ashore at Ostra."
)
MARKET = (
    " In Lorne, a bomb at the cattle market killed 19 people on the same day. The stalls of the market at Lorne were "
    "torn apart and the drovers fled, their guild said."
)
RAIDS = (
    DAY + "The northern command said on Tuesday that clashes in the Ostra valley had left {} people dead.\n\n"
    "It gave no names.\n\nThe valley has seen raids since the winter, and the roads to the mills of the lower farms are shut to carts.\n\n"
    "The command's bulletin lists each place by itself. Near the quarry of Corrie the guards of the mill held out for an hour, "
    "and the raiders were driven off with sticks and stones by men from the farms, who then went home to sleep.\n\n"
    "The herders of Vell told of another raid. {} people died there, the herders said."
)


def differs(folder: Path, *texts: str) -> list[str]:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    findings = headwater.run([folder], settings=Settings(workers=1)).findings
    return [finding.text for finding in findings if finding.kind.value == "differs"]


def test_one_scene_in_two_reports_is_compared(tmp_path: Path) -> None:
    assert differs(tmp_path, FERRY.format(12), FERRY.format(19))


def test_a_scene_at_another_place_is_no_rival(tmp_path: Path) -> None:
    other = "Fire on ferry off Ostra\n\n" + DAY + "The ferry Marigold burned off Ostra on Monday." + MARKET
    assert differs(tmp_path, FERRY.format(12), other) == []


def test_a_report_of_several_scenes_speaks_for_all_at_its_head_alone(tmp_path: Path) -> None:
    found = differs(tmp_path, RAIDS.format(30, "Four"), RAIDS.format(41, "Four"))
    assert len(found) == 1
    assert "30 and 41" in found[0]
    assert "4 " not in found[0].replace("41", "")


@pytest.mark.parametrize(
    ("second", "rivals"),
    [
        ("The fishermen's guild said that 19 people had died.", True),
        ("Near Vell, the fishermen's guild said, 19 people had died.", False),
    ],
)
def test_in_one_report_a_sentence_that_leads_to_another_place_is_no_rival(
    second: str, rivals: bool, tmp_path: Path
) -> None:
    text = DAY + f"The coast guard said that 12 people had died in the storm off Ostra. {second}"
    assert bool(differs(tmp_path, text)) is rivals


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ("The raiders suffered 12 casualties.", "The raiders suffered 19 casualties.", True),
        ("The raiders suffered 12 casualties.", "The guards suffered 19 casualties.", False),
        ("The raiders suffered 12 casualties.", "There were 19 casualties.", False),
    ],
)
def test_counts_of_two_sides_are_no_rivals(one: str, other: str, rivals: bool, tmp_path: Path) -> None:
    clash = DAY + "Raiders and guards met at the ford of Ostra on Monday. "
    assert bool(differs(tmp_path, clash + one, clash + other)) is rivals
