"""Counts that no chain of rivals joins are told apart in the one finding on their measure."""

from pathlib import Path

from headwater.model import Level
from headwater.pipeline.case import run
from headwater.settings import Settings

MONDAY = (
    "Riot in Orrel jail\n\n17 January 2005\n\nORREL - Two inmates were killed in Orrel jail on Monday, director Gustav Ehr said. "
    "A lawyer, Pia Lorant, said seven inmates had been killed.\n"
)
THURSDAY = (
    "Orrel jail taken\n\n20 January 2005\n\nORREL - Minister Carla Benn said 16 inmates had been killed in Orrel jail. "
    "Professor Theo Lunt said 23 inmates had been killed.\n"
)
DELTA = (
    "Fever in the delta\n\n9 August 2010\n\nREEDHAM - Fever has killed 83 people in Sallow Delta, health minister Ada Crane said on Monday. "
    "Dr Yusa Colley said 41 people had died of it in Reedham.\n"
)


def texts(folder: Path, **reports: str) -> list[str]:
    for name, text in reports.items():
        (folder / f"{name}.txt").write_text(text)
    case = run([folder], settings=Settings(workers=1))
    return [one.text for one in case.findings if one.level is Level.COUNTS_DIFFER]


def test_rivals_of_two_days_are_two_clauses(tmp_path: Path) -> None:
    (text,) = texts(tmp_path, monday=MONDAY, thursday=THURSDAY)
    told, _, _ = text.partition(" Said by")
    assert sorted(told.removeprefix("Prisoners killed: ").removesuffix(".").split("; ")) == [
        "16 and 23 exclude each other (as of 20 January 2005)",
        "2 and 7 exclude each other (as of 17 January 2005)",
    ]


def test_counts_of_two_places_of_a_report_are_no_rivals(tmp_path: Path) -> None:
    assert texts(tmp_path, delta=DELTA) == []
