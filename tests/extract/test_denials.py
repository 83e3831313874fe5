"""A number that a report gives only to say who denies it is marked so, and is in no reading."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures

from headwater.pipeline.case import run
from headwater.settings import Settings

DENIED = """
Police denied that 12 people had been killed in the clashes.
The ministry rejected as false reports that 12 people had died.
The governor dismissed reports of 12 deaths.
The mayor disputed the figure of 12 dead.
It is not true that 12 people were killed.
Reports that 12 people had died are false, the mayor said.
""".strip().splitlines()
GIVEN = """
The army denied responsibility for the deaths of 12 people.
The governor denied claims by the union that 12 people had been arrested.
The guard denied the theft after 12 people were killed.
The army denied that the men who killed 12 people were soldiers.
Police said that 12 people had been killed.
""".strip().splitlines()


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_nobodys_count(text: str) -> None:
    (figure,) = figures(text)
    assert figure.denied
    assert not {"Police", "police", "ministry", "governor", "mayor"} & set(figure.speaker[:1])


@pytest.mark.parametrize("text", GIVEN)
def test_a_number_beside_a_denial_stays_a_reading(text: str) -> None:
    (figure,) = figures(text)
    assert not figure.denied


def test_a_denier_may_count_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Clashes in Lom\n\n4 May 2023\n\nPolice denied on Thursday that 12 people had been killed in Lom, saying 3 had died.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Clashes in Lom\n\n4 May 2023\n\nTwelve people were killed in Lom, the union said.\n"
    )
    case = run([tmp_path], settings=Settings(workers=1))
    (measure,) = case.collation
    assert {(reading.best, reading.documents) for reading in measure.readings} == {(12, ("b.txt",)), (3, ("a.txt",))}
