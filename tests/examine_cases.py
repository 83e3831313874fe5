"""Cases made by hand from figures about invented events: for what reports in words would tell too coarsely.

Each is what `examine` is given. Measures are those of `collate`, texts and spans are real: `{}` in a text is where the next figure
stands, `[…]` in no text. `FINDS` are cases in which the rule finds what is said, `SILENT` those in which it finds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from headwater.collate.stage import collate
from headwater.language import load
from headwater.model import (
    Attribution,
    Block,
    BlockKind,
    Event,
    Extraction,
    Figure,
    Hedge,
    Outcome,
    Quote,
    Report,
    Span,
    Statement,
    StatementKind,
)

__all__ = ["FINDS", "SILENT", "case", "count", "told"]

Situation = tuple[Any, ...]
BOUNDS = {
    Hedge.AT_LEAST: (True, False),
    Hedge.MORE_THAN: (True, False),
    Hedge.NEARLY: (False, True),
    Hedge.ABOUT: (False, False),
    Hedge.PLAIN: (True, True),
}


def count(best: float | str | None = None, outcome: str | None = "killed", hedge: str = "", **more: Any) -> Figure:
    """A figure that has no place yet: bounds follow from the hedge, or are given as `low` and `high`."""
    number = None if best is None else Decimal(str(best))
    low, high = more.pop("low", None), more.pop("high", None)
    if number is not None:
        under, over = BOUNDS[Hedge(hedge)]
        low, high = (number if under else None), (number if over else None)
    more = {"group": "person", "noun": "people", "event": "e", "rule": "toll", **more}
    if "speaker" in more:
        more["speaker"] = (more["speaker"],)
    bounds = {name: None if value is None else Decimal(str(value)) for name, value in (("low", low), ("high", high))}
    befell = Outcome(outcome) if outcome else None
    return Figure("", "", 0, 0, "", Span(0, 0), number, hedge=Hedge(hedge), outcome=befell, **bounds, **more)


@dataclass(frozen=True, slots=True)
class Telling:
    """A report and what it says."""

    report: Report
    extraction: Extraction


def told(
    document: str,
    *figures: Figure,
    text: str | None = None,
    published: str | None = "2011-05-03",
    denies: tuple[tuple[int, str], ...] = (),
    doubts: tuple[tuple[int, str], ...] = (),
    sources: tuple[str, ...] = (),
) -> Telling:
    """A report that gives figures: a line each, or in the words of `text`; `part_of` and `equivalent_to` are places among them.

    `denies` are figures, by their place, with the speaker who denies each; `sources` words that name somebody who said something.
    """
    words = text if text is not None else "".join("{} people.\n" for _ in figures)
    placed: list[Figure] = []
    made = ""
    for piece, figure in zip(words.split("{}"), [*figures, None], strict=True):
        made += piece
        if figure is not None:
            quote = str(figure.best if figure.best is not None else figure.low or figure.high or "dozens")
            placed.append(replace(figure, document=document, start=len(made), end=len(made) + len(quote), quote=quote))
            made += quote
    placed = _named(placed, made)
    statements = tuple(
        Statement(document, placed[at].start, placed[at].end, placed[at].quote, kind, (placed[at].id,), (who,))
        for kind, rows in ((StatementKind.DENIES, denies), (StatementKind.DOUBTS, doubts))
        for at, who in rows
    )
    nowhere = Quote(0, 0, "")
    said = tuple(Attribution(document, Quote(0, len(one), one), nowhere, None, (one,)) for one in sources)
    report = Report(document=document, sha256="", published=published, text=made, blocks=_blocks(made))
    return Telling(report, Extraction(figures=tuple(placed), statements=statements, attributions=said))


def _named(placed: list[Figure], text: str) -> list[Figure]:
    names = [Figure.identify(one.document, one.start, one.end, one.outcome, one.group) for one in placed]
    return [
        replace(
            one,
            id=name,
            part_of=None if one.part_of is None else names[int(one.part_of)],
            equivalent_to=None if one.equivalent_to is None else names[int(one.equivalent_to)],
            sentence=Span(text.rfind("\n", 0, one.start) + 1, (text + "\n").index("\n", one.end)),
        )
        for one, name in zip(placed, names, strict=True)
    ]


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(start, start + len(line.rstrip("\n")), BlockKind.PARAGRAPH))
        start += len(line)
    return tuple(blocks)


def case(*tellings: Telling, **spans: str | None) -> Situation:
    """What `examine` is given: reports, what each says, measures, events (by id, with the EDTF of their days), language."""
    language = load()
    figures = [figure for telling in tellings for figure in telling.extraction.figures]
    events = []
    for name in sorted({figure.event for figure in figures if figure.event}):
        documents = tuple(sorted({figure.document for figure in figures if figure.event == name}))
        events.append(Event(name, f"Event {name}", span=spans.get(name, "2011-05-02"), documents=documents))
    return (
        [telling.report for telling in tellings],
        {telling.report.document: telling.extraction for telling in tellings},
        collate(figures, language),
        events,
        language,
    )


A, B, C = "a.txt", "b.txt", "c.txt"
LATER = "2011-05-04"


def two(one: Figure, other: Figure, first: str | None = "2011-05-03", second: str | None = "2011-05-03") -> Situation:
    """Two reports with a figure each."""
    return case(told(A, one, published=first), told(B, other, published=second))


def parted(whole: Figure, *parts: Figure) -> Situation:
    """One report with a whole and its parts."""
    return case(told(A, whole, *(replace(part, part_of="0") for part in parts)))


SHARE = "{} of the {} houses ({} percent) were lost.\n"


def shared(part: Figure, whole: Figure, share: Figure, text: str = SHARE) -> Situation:
    """One report with a part, its whole and a percentage."""
    return case(told(A, replace(part, part_of="1"), whole, share, text=text))


def percent(best: float, hedge: str = "") -> Figure:
    return count(best, None, hedge, unit="percent", group=None)


def house(best: float, hedge: str = "", outcome: str = "damaged") -> Figure:
    return count(best, outcome, hedge, group="house", noun="houses")


def by(speaker: str, best: float, outcome: str = "killed", hedge: str = "", **more: Any) -> Figure:
    return count(best, outcome, hedge, speaker=speaker, **more)


LOST = "The hill raiders lost {} men.\n"
IN_OLM = "The fire in Olm killed {} people.\n"
IN_PRAD = "The fire in Prad killed {} people.\n"
TAKEN_IN = "The clinic treated at least {} people for burns.\n"
OPEN = "The guards met raiders, suffering {} casualties.\n"
LIST = "{} houses burned, {} in Olm, {} in Prad and {} in Vale.\n"
LONGER = "{} houses burned, {} in Olm, {} in Prad, {} in Sill and {} in Vale.\n"


def bare(*numbers: float) -> list[Figure]:
    """Counts of houses of one place each, without a noun of their own."""
    return [replace(house(number), noun=None, place=f"place {at}") for at, number in enumerate(numbers)]


def inside(*figures: Figure) -> Situation:
    return case(told(A, *figures))


def money(best: float, unit: str, hedge: str = "", **more: Any) -> Figure:
    return count(best, "damage_cost", hedge, unit=unit, group=unit, noun=None, **more)


def texts(*words: str, published: str | None = "2011-05-03") -> Situation:
    """Reports without figures, in words alone."""
    return case(*(told(f"{number}.txt", text=text, published=published) for number, text in enumerate(words)))


def said(text: str, *figures: Figure) -> Situation:
    """One report in the words of `text`, in which the speakers Orr and Lom count one after the other."""
    names = ("Orr", "Lom", "Marr")
    return case(told(A, *(replace(one, speaker=(name,)) for one, name in zip(figures, names, strict=False)), text=text))


def placed(first: str, second: str, one: Figure, other: Figure) -> Situation:
    """Two reports of one day in words of their own."""
    return case(told(A, one, text=first), told(B, other, text=second))


# Between two sentences of one report: nothing, so many code points, a sentence.
IN_A_ROW = "{} people.\n\n{} people.\n"
THEN = "{} people.\nThe square was empty.\n{} people.\n"
NEAR, FURTHER = ("{} people.\n" + "x" * gap + "\n{} people.\n" for gap in (298, 299))
ELSEWHERE = "Prad is a town.\n{} people in Olm.\n{} people in Prad.\n"

BODY = "The 12th Engineer Battalion of the Lornish Coast Army built the bridge."
FINDS: dict[str, list[Situation]] = {
    "part_exceeds_total": [
        parted(count(12), count(13, group="child", noun="children")),
        parted(count(12), count(13, hedge="at_least")),
        parted(count(12, hedge="nearly"), count(13)),
        parted(count(12), count(13, hedge="about")),
        parted(count(12), count(low=13, high=20)),
        parted(count(high=12, hedge="up_to"), count(13)),
        case(told(A, count(6), count(20, part_of="0"), text="{} guards were held, including at least {} officers.\n")),
    ],
    "sum_mismatch": [
        parted(count(20), count(12, place="the north"), count(9, place="the port")),
        parted(count(20), count(12, place="the north", hedge="about"), count(9, place="the port")),
        parted(
            count(20),
            count(12, place="a"),
            count(5, place="b"),
            count(5, place="c"),
            count(30, hedge="nearly", place="d"),
        ),
        case(told(A, house(60), *bare(32, 21, 17), text=LIST)),
        case(told(A, house(60), *bare(32, 21, 4, 17), text=LONGER)),
    ],
    "percentage": [
        shared(house(40), house(80), percent(60)),
        shared(house(40), house(80), percent(48.9)),
        shared(house(40), house(80), percent(51.1)),
        shared(house(40), house(80), percent(60), "{} of {} houses that stood (a {} percent).\n"),
    ],
    "repeated_differs": [
        inside(count(12), count(19)),
        inside(by("Marr", 12), by("Marr", 19), by("Orr", 40)),
        inside(count(12), count(12), count(19)),
    ],
    "implied_rate": [
        case(told(A, money(140, "EUR"), money(170, "USD", equivalent_to="0"))),
        case(told(A, money(2, "USD"), money(250, "JPY", equivalent_to="0"))),
        case(told(A, money(10, "USD"), money(100, "NOK", equivalent_to="0"))),
        case(told(A, money(10, "USD"), money(101, "NOK", equivalent_to="0"))),
    ],
    "differs": [
        case(
            told(A, count(12), count(19), text="{} people died.\n{} people of the Orm crew died.\n"), told(B, count(15))
        ),
        said(THEN, count(3), count(29)),
        said(THEN, count(0, negated=True), count(30)),
        said(IN_A_ROW, count(3), count(30)),
        said(NEAR, count(12), count(19)),
        said("{} people in Olm.\n{} people in Olm.\n", count(12), count(19)),
        said("PRAD IS A TOWN.\n{} PEOPLE IN OLM.\n{} PEOPLE IN PRAD.\n", count(12), count(19)),
        case(told(A, by("the", 12), by("Orr", 19), sources=("Orr",))),
        placed("{} people in Olm.\nPrad is near.\n", "{} people in Prad.\nOlm is near.\n", count(12), count(19)),
        placed("{} people at Olm.\n", "{} people at Olm.\n", count(12), count(19)),
        two(money(5, "EUR"), money(9, "EUR")),
        two(money(5, "XXX"), money(9, "XXX")),
        placed("{} people on the Olm coast.\n", "{} people in Prad.\nOlm is near.\n", count(12), count(19)),
        placed("{} people on the Olm coast.\n", "{} people on the Olm coast.\n", count(19), count(12)),
        two(count(12), count(19)),
        two(count(4), count(15)),
        case(told(A, count(12), count(19, "injured")), told(B, count(19))),
        case(told(A, count(12), by("Orr", 19, "other")), told(B, count(19))),
        case(told(A, count(6), count(9, "other")), told(B, count(9))),
        case(told(A, by("Marr", 12), by("Orr", 19), published=None), e=None),
        case(told(A, count(12), text=IN_OLM, published=None), told(B, count(19), text=IN_OLM, published=None), e=None),
        case(told(A, by("army", 19), text=LOST), told(B, by("Orr", 12), text=LOST)),
        case(told(A, count(19, "injured"), text=TAKEN_IN), told(B, count(12, "injured"))),
        two(count(12, "affected"), count(19, "affected")),
        two(count(0, "killed", negated=True), count(19)),
        two(count(12), count(19), "2012-05-03", "2013-05-03"),
        two(count(12), count(19), "2011-07-01", "2013-05-03"),
        two(count(12), count(19, as_of="2011-05-03"), "2011-05-03", "2011-05-09"),
        two(count(12), count(19), "2011-05", "2011-05-31"),
        two(count(12), count(19), None, None),
        *(two(count(12), count(19), f"2011-{season}", "2011") for season in (21, 22, 23, 24)),
        *(two(count(12), count(19), f"2011-{season}", f"2011-{season}") for season in (21, 22, 23, 24)),
        two(count(12), count(19), "2011", "2011"),
        two(count(12), count(19), "2011-04", "2011-04-30"),
        two(count(12), count(low=19, high=25, hedge="range")),
        two(count(12), count(19, hedge="at_least")),
        two(count(20, hedge="about"), count(23)),
        case(told(A, by("Marr", 12), by("Orr", 19))),
        case(told(A, by("Marr", 12)), told(B, by("Marr", 19))),
        case(told(A, by("Marr", 12)), told(B, by("Marr", 19)), told(C, by("Marr", 19))),
        case(told(A, by("Marr", 12)), told(B, by("Marr", 12)), told(C, by("Marr", 19))),
        case(told(A, count(12)), told(B, count(12, speaker="Orr")), told(C, count(19), by("Orr", 19))),
        case(told(A, count(12)), told(B, count(12)), told(C, count(19), count(19, speaker="Marr"))),
        case(told(A, count(12)), told(B, count(15)), told(C, count(19))),
        case(told(A, count(12), count(19, part_of="0")), told(B, count(25))),
        case(told(A, count(187, "other"), count(151, "rescued", part_of="0")), told(B, count(160, "rescued"))),
        case(told(A, count(12, speaker="Marr"), count(12)), told(B, count(19))),
    ],
    "part_exceeds_total_between": [
        case(told(A, count(40), count(25, group="child", noun="children", part_of="0")), told(B, count(20))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20)), told(C, count(24))),
        case(
            told(A, count(40), count(21, group="child", part_of="0"), count(2, group="child", part_of="0")),
            told(B, count(20)),
            told(C, count(30)),
        ),
        case(told(A, count(40), count(25, group="child", part_of="0"), count(20)), told(B, count(24))),
        case(
            told(A, count(40), count(25, group="child", part_of="0")),
            told(B, count(1), published=LATER),
            told(C, count(24)),
        ),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20), count(20))),
    ],
    "total_falls": [
        two(by("Marr", 15), by("Marr", 12), second=LATER),
        two(by("Marr", 15), by("Marr", 12), second="2011-06-17"),
        two(by("Marr", 15, hedge="at_least"), by("Marr", 12), second=LATER),
        two(by("Ada Marr", 15), by("Marr", 12), second=LATER),
        two(by("Marr", 15, as_of="2011-05-02"), by("Marr", 12)),
        case(
            told(A, by("coast guard", 15)),
            told(B, by("Orr", 12), published=LATER, sources=("Coast guard officer Ana Orr",)),
        ),
        case(
            told(A, by("Marr", 10)),
            told(B, by("Marr", 15), published=LATER),
            told(C, by("Marr", 12), published="2011-05-05"),
        ),
        case(
            told(A, by("Marr", 15), by("Orr", 25)),
            told(B, by("Marr", 12), by("Orr", 22), published=LATER),
        ),
    ],
    "supersedes": [
        two(by("Marr", 12), by("Marr", 15), second=LATER),
        two(by("Marr", 12, "missing"), by("Marr", 9, "missing"), second=LATER),
        two(by("Marr", 12, "missing"), by("Marr", 15, "missing"), second=LATER),
        two(by("fire brigade", 12), by("the Fire Brigade", 15), second=LATER),
        two(by("officials", 12), by("officials", 15), second=LATER),
        case(
            told(A, by("Marr", 12), by("Marr", 12)),
            told(B, by("Marr", 15), published=LATER),
            told(C, by("Marr", 19), published="2011-05-05"),
        ),
        case(
            told(A, by("coast guard", 12)),
            told(B, by("Orr", 15), published=LATER, sources=("Coast guard officer Ana Orr",)),
        ),
    ],
    "attribution_disputed": [
        case(told(A, by("Marr", 12)), told(B, count(12), denies=((0, "Marr"),))),
        case(
            told(A, by("Ada Marr", 12), by("Orr", 12)), told(B, count(12), count(12), denies=((0, "Marr"), (1, "Marr")))
        ),
    ],
    "same_number_other_words": [
        two(count(31, "injured"), count(31, "hospitalised")),
        two(count(10, "killed"), count(10, "missing")),
        case(
            told(A, count(31, "injured")),
            told(B, count(31, "hospitalised")),
            told(C, count(31, "casualties"), count(31, "injured")),
        ),
        case(
            told(A, count(31, "injured"), count(31, "hospitalised")),
            told(B, count(31, "injured")),
            told(C, count(31, "hospitalised")),
        ),
    ],
    "other_nouns": [
        two(count(1275, "captured"), count(1275, "captured", group="civilian", noun="civilians")),
        two(count(10, noun=None), count(10, group="civilian", noun="civilians")),
    ],
    "narrower": [
        two(count(150), count(150, group="child", noun="children")),
        two(count(10), count(10, place="the port")),
        case(told(A, count(150, "missing")), told(B, count(900), count(150, "missing", part_of="0"))),
        case(told(A, count(150)), told(B, count(150, group="child")), told(C, count(150), count(150, group="child"))),
    ],
    "hedge_differs": [
        two(count(24, hedge="at_least"), count(24)),
        two(count(24, hedge="about"), count(24, hedge="nearly")),
        case(told(A, count(24, hedge="at_least"), count(24)), told(B, count(24)), told(C, count(24, hedge="about"))),
    ],
    "compatible": [
        two(count(600, hedge="more_than"), count(613)),
        two(count(low=600, high=2000, hedge="range", spread=True), count(613)),
        case(told(A, count(600, hedge="more_than"), count(5)), told(B, count(613)), told(C, count(low=500, high=700))),
    ],
    "possibly_same_event": [
        two(count(12), count(12, event="f")),
        two(count(10), count(10, event="f")),
        case(told(A, count(12)), told(B, count(12, event="f")), e="2011-05", f="2011-05-31"),
        case(told(A, count(12)), told(B, count(12, event="f")), e="2011-05-01", f="2011-05"),
    ],
    "name_differs": [
        texts("A boat left Ostra for Aghvell.", "A boat left Ostra for Agvell."),
        texts("A boat left for Marin.", "A boat left for Maran."),
        texts(
            "A boat left for Aghvell.",
            "A boat left for Agvell.",
            "A boat left for Agvelle.",
            "A boat left for Aghvella.",
        ),
        texts("The town of Lornhaven was told of it.", "We saw a boat at the Lornhafen quay."),
        texts(
            "In Ostra and at Vell Corran",
            "Ostra lies on the coast of Aghvell Corran.",
            "All that is known is of Agvell Corran.",
        ),
        texts(*["A boat left for Aghvell."] * 8, *["A boat left for Agvell."] * 8),
    ],
    "belongs_elsewhere": [
        texts("The 12th Motor convoy of the Vell.", "The 12th Motor convoy of the Lorne."),
        texts(BODY, "Ostra's 12th Engineer Battalion built the bridge."),
        texts(BODY, "The 12th Battalion of the Ostran Army built it."),
        texts(BODY, "It was built by the 12th Motor battalion of Ostra."),
        texts(
            BODY,
            "It was built by the 12th Motor battalion of the former Army of the Lornish Coast and of Ostra in May.",
        ),
        texts(BODY, "Vell's 12th Royal Ostran Coast Engineer Battalion came."),
        texts(BODY, "By the 12th Engineer battalion of the river port of Vell. The 12th Engineer Battalion of Ostra."),
        texts(BODY, "The 12th Royal Coast Guard Engineer Battalion of Vell came."),
        texts(BODY, "The 12th Motor infantry battalion of the Vell."),
        texts("The 1st Rifles of Ostra came.", "The 1st Rifles of Vell came.", "The 2nd Rifles of Vell came."),
        texts("The 1st Rifles of Ostra", "The 1st Rifles of the Vell of the of the of the of the of the of the Lorne"),
    ],
}

SILENT: dict[str, list[Situation]] = {
    "part_exceeds_total": [
        parted(count(12), count(12)),
        case(told(A, count(12, part_of="1"), count(13))),
        parted(count(12, hedge="at_least"), count(13)),
        parted(count(12, hedge="about"), count(13)),
        parted(count(12), count(13, hedge="nearly")),
        parted(count(12), count(high=13, hedge="up_to")),
        parted(money(12, "EUR"), money(13, "USD")),
        inside(count(12), count(13)),
        case(told(A, count(12)), told(B, count(13, part_of="0"))),
        case(
            told(
                A,
                count(6),
                count(20, part_of="0"),
                text="{} guards were held; the ring included more than {} guards.\n",
            )
        ),
    ],
    "sum_mismatch": [
        parted(count(20), count(12, place="the north"), count(8, place="the port")),
        parted(count(20), count(12, place="the north"), count(9, place="the north")),
        parted(count(20), count(12), count(9)),
        parted(count(20), count(21, place="the north")),
        parted(count(20, hedge="at_least"), count(12, place="the north"), count(9, place="the port")),
        parted(count(20, hedge="about"), count(12, place="the north"), count(9, place="the port")),
        parted(count(20), count(12, place="the north"), count(9, place="the port", hedge="nearly")),
        case(told(A, house(70), *bare(32, 21, 17), text=LIST)),
        case(told(A, house(60), *(replace(one, noun="barns") for one in bare(32, 21, 17)), text=LIST)),
        case(told(A, house(60), *bare(32, 21), count(17, place="Vale"), text=LIST)),
        case(told(A, house(50), *bare(32, 21), text="{} houses burned, {} in Olm and {} in Prad.\n")),
        case(told(A, replace(house(60), place="Olm"), *bare(32, 21, 17), text=LIST)),
    ],
    "percentage": [
        shared(house(40), house(80), percent(50)),
        shared(house(40), house(80), percent(49)),
        shared(house(40), house(80), percent(51)),
        shared(house(40, "about"), house(80), percent(60)),
        shared(house(40), house(80, "at_least"), percent(60)),
        shared(house(40), house(80), percent(60, "about")),
        shared(house(40), house(0), percent(60)),
        shared(
            house(40), house(80), percent(60), "{} of the {} houses were lost.\n{} percent of all land was flooded.\n"
        ),
        shared(
            house(40),
            house(80),
            percent(60),
            "{} of the {} houses that stood at the water before it rose were lost, {} percent.\n",
        ),
        case(
            told(
                A, percent(60), replace(house(40), part_of="2"), house(80), text="By {} percent, {} of the {} houses.\n"
            )
        ),
        case(told(A, house(40), house(80), percent(60), text=SHARE)),
    ],
    "repeated_differs": [
        inside(count(12), count(12)),
        inside(count(12), count(19, hedge="at_least")),
        inside(count(12), count(19, group="child")),
        inside(count(12), count(19, "injured")),
        inside(count(12), count(19, event="f")),
        inside(count(12), count(19, as_of="2011-05-01")),
        inside(count(12), count(19, period="2011-05-01")),
        inside(count(12), count(19, place="the port")),
        inside(count(12), count(19, spread=True)),
        inside(count(12), count(19, implied=True)),
        inside(count(12), count(0, negated=True)),
        inside(count(12), count(19, background=True)),
        inside(count(12), count(19, rule="passive")),
        inside(count(12), count(9, part_of="0")),
        inside(count(12), by("Marr", 19)),
        inside(count(12, "affected"), count(19, "affected")),
        inside(count(12, "other"), count(19, "other")),
        inside(count(12, None), count(19, None)),
    ],
    "implied_rate": [
        case(told(A, money(140, "EUR"), money(170, "USD"))),
        case(told(A, money(140, "EUR"), money(0, "USD", equivalent_to="0"))),
        case(told(A, money(0, "EUR"), money(170, "USD", equivalent_to="0"))),
    ],
    "differs": [
        case(told(A, count(12), count(19), text="{} PEOPLE DIED.\n{} PEOPLE OF ORM DIED.\n"), told(B, count(15))),
        case(told(A, count(12), count(19), text="{} people died.\nMiners died, {} people.\n"), told(B, count(15))),
        case(
            told(A, count(12), count(19), text="Of Orm {} people died.\nOf the Orm crew {} people died.\n"),
            told(B, count(15)),
        ),
        said(THEN, count(3), count(30)),
        said("{} people.\n\n\n{} people.\n", count(3), count(30)),
        said(IN_A_ROW, count(3), count(30, noun="men")),
        said(FURTHER, count(12), count(19)),
        said("Another {} people.\nThe square was empty.\n{} people.\n", count(9, "injured"), count(12, "injured")),
        said("{} people.\nThe square was empty.\nAnother {} people.\n", count(9, "injured"), count(12, "injured")),
        said(ELSEWHERE, count(12), count(19)),
        two(by("doctor", 3), by("chief doctor", 30)),
        placed("{} people at Olm.\n", "{} people at Prad.\n", count(12), count(19)),
        placed("{} people on the Olm coast.\n", "{} people in Prad.\nOlm is near.\n", count(19), count(12)),
        placed("{} people in Prad.\nOlm is near.\n", "{} people on the Olm coast.\n", count(12), count(19)),
        placed("{} people in the town of Olm.\n", "{} people in the town of Prad.\n", count(12), count(19)),
        placed(
            "In Olm {} people died.\nPrad is near.\n", "In Prad {} people died.\nOlm is near.\n", count(12), count(19)
        ),
        two(count(12), count(12)),
        two(count(3), count(12)),
        case(told(A, count(12), published=None), told(B, count(19), published=None), e=None),
        case(told(A, count(12), text=IN_OLM, published=None), told(B, count(19), text=IN_PRAD, published=None), e=None),
        case(told(A, count(12), count(19, "other")), told(B, count(19))),
        case(told(A, count(12), count(19, None)), told(B, count(19))),
        case(told(A, count(19), count(10, None)), told(B, count(10))),
        case(told(A, count(12), text="{} people were killed.\n"), told(B, count(19), count(12, "other"))),
        case(told(A, count(12, "injured"), text=TAKEN_IN), told(B, count(19, "injured"))),
        case(told(A, count(12, "casualties"), text=OPEN), told(B, count(19, "casualties"))),
        case(told(A, count(12), text="{} of people who had left were named.\n"), told(B, count(19))),
        two(count(12), count(19), second=LATER),
        two(count(12), count(19), second=None),
        two(count(12), count(19), None, "2011-05-03"),
        two(count(12), count(19), "2011-05-03/..", "2011-05-03"),
        two(count(12), count(19), "2011-05-03", "2011-05-03/.."),
        two(count(12), count(19), "2011-06-30", "2013-05-03"),
        two(count(12), count(19), "2013-05-03", "2011-06-30"),
        two(count(12, event="x"), count(19, event="y"), "2012-05-03", "2013-05-03"),
        two(count(12, event=None), count(19, event=None), "2012-05-03", "2013-05-03"),
        two(count(12, hedge="at_least"), count(19)),
        two(count(18, hedge="about"), count(19)),
        two(count(12), count(hedge="vague")),
        two(count(12), count(19, spread=True)),
        two(count(12), count(19, implied=True)),
        two(count(12), count(19, group="child")),
        two(count(12), count(19, "injured")),
        two(count(12), count(19, place="the port")),
        two(count(12, "other"), count(19, "other")),
        two(count(12, "affected"), count(0, "affected", negated=True)),
        two(by("Marr", 12), by("Marr", 19), "2012-05-03", "2013-05-03"),
        case(told(A, count(12), by("Marr", 19))),
        case(told(A, by("Ada Marr", 12), by("Marr", 19))),
        case(told(A, count(12), count(19)), told(B, count(12))),
        case(told(A, count(12), count(19)), told(B, count(25))),
        case(told(A, count(40), count(12, part_of="0")), told(B, count(40))),
    ],
    "part_exceeds_total_between": [
        case(told(A, count(40), count(20, group="child", part_of="0")), told(B, count(20))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20), published=LATER)),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20, hedge="at_least"))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20, place="the port"))),
        case(told(A, count(40), count(25, group="child", part_of="0", place="the port")), told(B, count(20))),
        case(told(A, count(40), count(25, group="child", part_of="0", hedge="about")), told(B, count(20))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20, "injured"))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20, event="f"))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20, period="2011-05-01"))),
        case(told(A, count(40), count(25, group="child", part_of="0"), count(20))),
        case(told(A, count(40), count(25, group="child")), told(B, count(20))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20, group="woman"))),
        case(told(A, count(187, "other"), count(25, "rescued", part_of="0")), told(B, count(20, "rescued"))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(20), count(60))),
        case(told(A, count(40), count(25, part_of="0")), told(B, count(20))),
        case(told(A, count(40), count(25, group="child", part_of="0")), told(B, count(6))),
    ],
    "total_falls": [
        two(by("Marr", 15), by("Marr", 12)),
        two(by("Marr", 15), by("Marr", 12), second="2011-06-18"),
        two(by("Marr", 15, as_of="2011-05-10/2011-05-20"), by("Marr", 12, as_of="2011-05-15/2011-05-25")),
        two(by("Marr", 15), by("Orr", 12), second=LATER),
        two(by("Marr", 15), by("Marr", 12, hedge="at_least"), second=LATER),
        two(by("Marr", 15, hedge="about"), by("Marr", 14), second=LATER),
        two(by("Marr", 15, "missing"), by("Marr", 12, "missing"), second=LATER),
        two(by("Marr", 15), by("Marr", 12), second=None),
        two(by("Marr", 15), by("Marr", 12), "2011-05-03", "2011-05-02/2011-05-04"),
        two(count(15), count(12), second=LATER),
        two(by("spokesman", 15), by("army spokesman", 12), second=LATER),
        two(by("army spokesman", 15), by("spokesman", 12), second=LATER),
        two(by("the", 15), by("Marr", 12), second=LATER),
        two(by("coast guard", 15), by("Orr", 12), second=LATER),
        case(told(A, by("Marr", 15), by("Marr", 20)), told(B, by("Marr", 12), published=LATER)),
        case(
            told(A, by("Marr", 15), by("Marr", 10, hedge="at_least", as_of="2011-05-03")),
            told(B, by("Marr", 12), published=LATER),
        ),
    ],
    "supersedes": [
        two(by("Marr", 12), by("Marr", 12), second=LATER),
        two(by("Marr", 15), by("Marr", 12), second=LATER),
        two(by("Marr", 12), by("Orr", 15), second=LATER),
        two(by("Marr", 12), count(15), second=LATER),
        two(by("Marr", 12), by("Marr", 15, spread=True), second=LATER),
        two(by("Marr", 12, "missing"), by("Marr", 12, "missing"), second=LATER),
    ],
    "attribution_disputed": [
        case(told(A, by("Marr", 12)), told(B, count(12), denies=((0, "Orr"),))),
        case(told(A, by("Marr", 12)), told(B, count(13), denies=((0, "Marr"),))),
        case(told(A, by("Marr", 12)), told(B, count(12, "injured"), denies=((0, "Marr"),))),
        case(told(A, by("Marr", 12)), told(B, count(12), doubts=((0, "Marr"),))),
        case(told(A, count(12)), told(B, count(12), denies=((0, "Marr"),))),
    ],
    "same_number_other_words": [
        two(count(9, "injured"), count(9, "hospitalised")),
        two(count(31, "injured"), count(31, "displaced")),
        two(count(31, "injured"), count(31, "hospitalised", event="f")),
        two(count(31, "injured", unit="percent"), count(31, "hospitalised", unit="percent")),
        case(told(A, count(31, "injured"), count(31, "hospitalised")), told(B, count(31, "hospitalised"))),
        case(told(A, count(31, "injured")), told(B, count(31, "injured"), count(31, "hospitalised"))),
    ],
    "other_nouns": [
        two(count(9), count(9, group="civilian")),
        two(count(1275), count(1275, group="child")),
        two(count(1275), count(1275, noun="residents")),
        case(told(A, count(1275), count(1275, group="civilian")), told(B, count(1275, group="civilian"))),
        two(count(1275, group=None), count(1275, group="civilian")),
    ],
    "narrower": [
        two(count(9), count(9, group="child")),
        two(count(150), count(150)),
        two(count(150), count(150, "injured", group="child")),
        two(count(150), count(150, event="f", group="child")),
        two(count(150, group="child"), count(150, group="woman")),
        two(count(150, "displaced"), count(150, "displaced", group="family")),
        case(told(A, count(150)), told(B, count(150), count(150, group="child"))),
        case(told(A, count(187, "other"), count(150, "rescued", part_of="0")), told(B, count(150, "rescued"))),
    ],
    "hedge_differs": [
        two(count(24, hedge="at_least"), count(24, hedge="at_least")),
        two(count(24, hedge="at_least"), count(25)),
        two(count(24, hedge="at_least", spread=True), count(24)),
        case(told(A, count(24, hedge="at_least"), count(24)), told(B, count(24))),
    ],
    "compatible": [
        two(count(613), count(613)),
        two(count(600), count(613)),
        two(count(hedge="vague"), count(613)),
        two(count(613, hedge="at_least"), count(613)),
        case(told(A, count(600, hedge="more_than"), count(613))),
    ],
    "name_differs": [
        texts("A boat left Ostra for Aghvell.", "A boat left Ostra for Aghvell."),
        texts("A boat left for Mara.", "A boat left for Maru."),
        texts("A boat left for Aghvell and Agvell.", "A boat left for Agvell."),
        texts("An Ostran boat left for Agvell.", "Boats left Ostra for Agvell."),
        texts("A boat saw Corran leave.", "A boat saw Corras leave."),
        texts("Aghvell is far.", "Agvell is near."),
        texts("A Boat Left For Aghvell", "A boat left for Agvell."),
        texts("A boat left for aghvell.", "A boat left for Agvell."),
        texts("A boat left for AGHVELL.", "A boat left for Agvell."),
        texts("A boat left for Bagvell.", "A boat left for Agvell."),
        texts("A boat left for Aghvells.", "A boat left for Agvell."),
        texts("They saw There a boat.", "They saw Theres a boat.", "They saw Where a boat."),
    ],
    "belongs_elsewhere": [
        texts(
            "The 12th Royal Lornish Coast Guard Foot Unit of Vell.",
            "The 12th Royal Lornish Coast Guard Foot Unit of Olm.",
        ),
        texts("The 12th Motor infantry support company of Vell.", "The 12th Motor infantry support company of Olm."),
        texts(BODY, "He led the 12th Engineer Battalion"),
        texts(BODY, "He led the 12th Engineer Battalion of the Lornish Coast Army"),
        texts(BODY, BODY),
        texts(BODY, "The 12th Engineer Battalion built the bridge of Ostra."),
        texts(BODY, "The 13th Engineer Battalion of Ostra built the bridge."),
        texts(BODY, "The 12th Engineer Company of Ostra built the bridge."),
        texts(
            BODY, "The 12th of May was dry. The 12 Engineer Battalion of Ostra built it. The 12 th Battalion of Ostra."
        ),
        texts(BODY, "The 12th battalion of Ostra built the bridge, of Vell stone. A boat's 12th Engineer Battalion."),
        texts(BODY + " Ostra's 12th Engineer Battalion built it, too."),
        texts("The 1st Rifles of the sea came.", "The 1st Rifles of Vell came."),
        texts("The 1st Rifles by Ostra came.", "The 1st Rifles of Vell came."),
        texts("The 1st", "Ostra's 1st.", "It was the 1st Rifles."),
    ],
    "possibly_same_event": [
        two(count(9), count(9, event="f")),
        two(count(12), count(12, "injured", event="f")),
        two(count(12), count(13, event="f")),
        case(told(A, count(12)), told(B, count(12, event="f")), f="2011-05-03"),
        case(told(A, count(12)), told(B, count(12, event="f")), f="2011-05-01"),
        case(told(A, count(12)), told(B, count(12, event="f")), f=None),
        case(told(A, count(12)), told(B, count(12, event="f")), e=None),
        case(told(A, count(12), count(5, event="f")), told(B, count(12, event="f"))),
    ],
}
