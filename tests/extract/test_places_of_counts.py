"""Which place a count is limited to, where the words name one."""

from __future__ import annotations

import pytest

from headwater.pipeline.texts import extract_text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The quake killed 58 people. In Mott, 12 died.", {"58": None, "12": "Mott"}),
        ("The quake killed 58 people. In the nearby village of Mott, 12 died.", {"58": None, "12": "Mott"}),
        ("In Mott, 12 died.", {"12": None}),
        ("The quake killed 58 people. In March, 12 died of cold.", {"58": None, "12": None}),
        ("He said 71 people were missing from Dalla alone.", {"71": "Dalla"}),
        ("In Dalla alone, 71 people died.", {"71": "Dalla"}),
        ("Last year alone 40 people died.", {"40": None}),
        (
            "The storm killed 23 people: 15 men and eight women. Nineteen were from Dalla and four from Upper Korr.",
            {"23": None, "15": None, "eight": None, "Nineteen": "Dalla", "four": "Upper Korr"},
        ),
        (
            "The quake killed 71 people. Most of the victims were in the town of Mott, where 31 died.",
            {"71": None, "31": "Mott"},
        ),
        ("The quake killed 71 people. Soldiers reached Korr, where 19 bodies were found.", {"71": None, "19": "Korr"}),
        ("The quake killed 71 people. Korr district recorded 31 deaths.", {"71": None, "31": "Korr"}),
        ("The quake killed 71 people. The worst-hit town was Korr, with 31 dead.", {"71": None, "31": "Korr"}),
        ("Korr district recorded 31 deaths.", {"31": None}),
        (
            "The quake killed 80 people. Korr district is worst hit, with 40 deaths, followed by Mott (24) and Dalla (7).",
            {"80": None, "40": "Korr", "24": "Mott", "7": "Dalla"},
        ),
        (
            "Worst hit were Mott (12 killed, 30 hurt) and Lower Korr (9 killed, 41 hurt).",
            {"12": "Mott", "30": "Mott", "9": "Lower Korr", "41": "Lower Korr"},
        ),
        ("The Reed Cross (12 volunteers killed) has left.", {"12": None}),
        ("Ana Reyes won with 40 points, followed by Juno Reyd (24).", {"40": None}),
        ("Dead: 126 (Lower Arvan 97, Mott 29)", {"126": None, "97": "Lower Arvan", "29": "Mott"}),
    ],
)
def test_a_count_is_limited_to_the_place_that_its_words_name(text: str, places: dict[str, str | None]) -> None:
    assert {figure.quote: figure.place for figure in extract_text(text).figures} == places
