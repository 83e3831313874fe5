"""An invented case, built by hand: a warehouse fire at Tarn Quay, told by five reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from headwater.collate.stage import collate
from headwater.language import load
from headwater.model import (
    Attribution,
    Block,
    BlockKind,
    Contents,
    Credit,
    CreditRelation,
    Dating,
    Direction,
    Event,
    Evidence,
    EvidenceKind,
    Figure,
    Finding,
    FindingKind,
    FindingSpan,
    Hedge,
    Level,
    Link,
    Manifest,
    Origin,
    OriginCount,
    Origins,
    Outcome,
    ParentChoice,
    Parents,
    Problem,
    Quote,
    Relation,
    Report,
    Root,
    Span,
    Statement,
    StatementKind,
    UnseenChoice,
    Voice,
    identifier,
)  # fmt: skip

EVENT = "e000000000001"
OLDER = "e000000000002"

K = BlockKind
TEXTS: dict[str, list[tuple[BlockKind, str]]] = {
    "courier.html": [
        (K.CHROME, "Home | News | Sport"),
        (K.CHROME, "Share on all networks"),
        (K.TITLE, "Forty dead after night of fire at Tarn Quay"),
        (K.BYLINE, "By Ida Moll"),
        (K.PARAGRAPH, "On the night of 3-4 May 2019 a fire tore through two warehouses at Tarn Quay."),
        (K.PARAGRAPH, "The toll, as the harbour office gave it:"),
        (K.ITEM, "• 40 people were killed, including:"),
        (K.ITEM, "  • 12 children"),
        (K.ITEM, "  • 9 women"),
        (K.ITEM, "• 85 people were injured"),
        (K.ITEM, "• 300 residents were evacuated"),
        (K.PARAGRAPH, "The last crane was lost on 9 May. Soon after, on 5 May, the quay was closed to lorries."),
        (K.PARAGRAPH, "In 2002 a fire at the same quay killed 3 people."),
        (K.CHROME, "Views: 73"),
        (K.CHROME, "© 2020 The Courier"),
    ],
    "ledger.txt": [
        (K.TITLE, "Tarn Quay fire: what is known"),
        (K.PARAGRAPH, "As a result of the fire, 40 residents were killed, including 12 children and 9 women."),
        (K.PARAGRAPH, "A total of 85 people were injured, the Ledger was told by Petra Vann, a port doctor."),
        (K.PARAGRAPH, "Approximately 300 residents were evacuated from the old town."),
        (K.PARAGRAPH, "Damage is put at more than 4 million euros, according to official estimates."),
    ],
    "wire.txt": [
        (K.TITLE, "Fire at Tarn Quay"),
        (K.PARAGRAPH, "The fire resulted in 40 deaths, among them 12 children."),
        (K.PARAGRAPH, "It also caused the treatment in hospital of 85 people, the wire said."),
        (K.CREDIT, "Source: Harbour Office of Tarn"),
    ],
    "morning/post.txt": [
        (K.TITLE, "Four in ten of the night shift did not come home"),
        (K.PARAGRAPH, "Port workers' leader Jonas Erlund said at least 46 people were killed in the fire."),
        (K.PARAGRAPH, "The harbour office denied that any of its own staff were among the dead."),
    ],
    "quayside.html": [
        (K.TITLE, "Remembering the quay"),
        (K.PARAGRAPH, "There is no exact number of victims. Counts range from more than 35 to up to 60 dead."),
        (K.PARAGRAPH, "Many are still missing, neighbours say."),
    ],
}  # fmt: skip
FACTS: dict[str, dict[str, Any]] = {
    "courier.html": {"publisher": "The Courier", "published": "2019-05-11T08:30", "author": "Ida Moll", "siglum": "C"},
    "ledger.txt": {"publisher": "Ledger", "published": "2019-05-12", "siglum": "L"},
    "wire.txt": {"publisher": "Wire Service", "published": "2019-05-10", "siglum": "W"},
    "morning/post.txt": {"publisher": "Morning Post", "published": "2019-05-06", "siglum": "M"},
    "quayside.html": {"publisher": "Quayside site", "published": "2021", "modified": "2024-02", "siglum": "Q"},
}


@dataclass
class Maker:
    """Makes records of one report by the words that they stand on."""

    report: Report

    def at(self, words: str, within: str | None = None) -> tuple[int, int]:
        start = self.report.text.index(within) if within else 0
        start = self.report.text.index(words, start)
        return start, start + len(words)

    def quote(self, words: str) -> Quote:
        return Quote.at(self.report.text, *self.at(words))

    def figure(self, quote: str, within: str, outcome: Outcome | None, group: str = "person", **more: Any) -> Figure:
        start, end = self.at(quote, within)
        block = next(block for block in self.report.blocks if block.start <= start < block.end)
        number = Decimal(more.pop("value", quote.replace(",", "") if quote[0].isdigit() else "0"))
        values = {"best": number, "low": number, "high": number, "event": EVENT, "rule": "n_noun_verb"} | more
        name = Figure.identify(self.report.document, start, end, outcome, group)
        return Figure(
            id=name, document=self.report.document, start=start, end=end, quote=quote,
            sentence=Span(block.start, block.end), outcome=outcome, group=group, **values,
        )  # fmt: skip


def make_report(document: str, lines: list[tuple[BlockKind, str]], **facts: Any) -> Report:
    text, blocks = "", []
    for kind, line in lines:
        blocks.append(Block(len(text), len(text) + len(line), kind))
        text += line + "\n"
    title = next((line for kind, line in lines if kind is K.TITLE), None)
    values = {"title": title, "language": "en", "main_event": EVENT} | facts
    return Report(
        document=document, sha256=sha256(text.encode()).hexdigest(), blocks=tuple(blocks), text=text, **values
    )


def _figures(make: dict[str, Maker]) -> list[Figure]:
    o = Outcome
    found: list[Figure] = []
    c = make["courier.html"]
    whole = c.figure("40", "40 people", o.KILLED)
    found += [
        whole,
        c.figure("12", "12 children", o.KILLED, "child", part_of=whole.id),
        c.figure("9", "9 women", o.KILLED, "woman", part_of=whole.id),
        c.figure("85", "85 people", o.INJURED),
        c.figure("300", "300 residents", o.DISPLACED),
        c.figure("3", "3 people.", o.KILLED, event=OLDER, background=True),
    ]
    w = make["ledger.txt"]
    whole = w.figure("40", "40 residents", o.KILLED)
    found += [
        whole,
        w.figure("12", "12 children", o.KILLED, "child", part_of=whole.id),
        w.figure("9", "9 women", o.KILLED, "woman", part_of=whole.id),
        w.figure("85", "85 people", o.INJURED, speaker=("Petra Vann",), voice=Voice.ATTRIBUTED),
        w.figure("300", "300 residents", o.DISPLACED, hedge=Hedge.ABOUT, low=None, high=None),
        w.figure(
            "4 million", "4 million", o.DAMAGE_COST, "EUR", value="4000000", unit="EUR", hedge=Hedge.MORE_THAN, high=None,
            speaker=("official estimates",), voice=Voice.ATTRIBUTED, basis=w.quote("official estimates"),
        ),
    ]  # fmt: skip
    w = make["wire.txt"]
    whole = w.figure("40", "40 deaths", o.KILLED)
    found += [
        whole,
        w.figure("12", "12 children", o.KILLED, "child", part_of=whole.id),
        w.figure("85", "85 people", o.HOSPITALISED),
    ]
    m = make["morning/post.txt"]
    found += [
        m.figure(
            "46", "46 people", o.KILLED, hedge=Hedge.AT_LEAST, high=None, speaker=("Jonas Erlund",),
            voice=Voice.ATTRIBUTED, as_of="2019-05-06",
        )
    ]  # fmt: skip
    q = make["quayside.html"]
    found += [
        q.figure(
            "35", "35 to up", o.KILLED, hedge=Hedge.RANGE, best=None, low=Decimal(35), high=Decimal(60), spread=True
        )
    ]
    return found


def _dating(make: Maker, words: str, edtf: str | None, event: str | None = EVENT) -> Dating:
    start, end = make.at(words)
    document = make.report.document
    return Dating(identifier("d", document, start), document, start, end, words, edtf, event=event)


def _link(make: dict[str, Maker], a: str, b: str, pairs: list[tuple[str, str]], probability: float) -> Link:
    pieces = []
    for mine, theirs in pairs:
        (a_start, a_end), (b_start, b_end) = make[a].at(mine), make[b].at(theirs)
        words = len(mine.split())
        pieces.append(Evidence(EvidenceKind.VERBATIM, a_start, a_end, b_start, b_end, words=words))
    return Link(
        a=a,
        b=b,
        relation=Relation.SHARED_TEXT,
        direction=Direction.A_TO_B,
        probability=probability,
        evidence=tuple(pieces),
    )


def _finding(
    make: dict[str, Maker], kind: FindingKind, level: Level, on: list[tuple[str, str]], text: str, **more: Any
) -> Finding:
    spans = tuple(FindingSpan(document, *make[document].at(words), words) for document, words in on)
    documents = tuple(dict.fromkeys(document for document, _ in on))
    name = identifier("n", kind, *(f"{span.document}{span.start}" for span in spans))
    return Finding(
        id=name, kind=kind, level=level, rule=kind.value, documents=documents, spans=spans, text=text, **more
    )


@pytest.fixture(scope="session")
def case() -> Contents:
    """The case with all that is known without lineage and findings."""
    reports = [make_report(document, lines, **FACTS[document]) for document, lines in TEXTS.items()]
    wire = next(report for report in reports if report.document == "wire.txt")
    make = {report.document: Maker(report) for report in reports}
    start, end = make["wire.txt"].at("Source: Harbour Office of Tarn")
    credit = Credit(start, end, wire.text[start:end], "Harbour Office of Tarn", CreditRelation.SOURCE)
    reports = [replace(report, credits=(credit,)) if report is wire else report for report in reports]
    figures = _figures(make)
    post, quay, ledger, courier = (
        make[name] for name in ("morning/post.txt", "quayside.html", "ledger.txt", "courier.html")
    )
    denied = post.at("The harbour office denied that any of its own staff were among the dead.")
    doubted = quay.at("There is no exact number of victims.")
    return Contents(
        manifest=Manifest(
            schema=1, headwater="0.1.0", language_data="abc123", settings={"bounds": "literal", "seed": 1},
            inputs={report.document: report.sha256 for report in reports} | {"broken.pdf": "0" * 64},
            stages={"read": "1", "extract": "3"},
        ),
        reports=tuple(sorted(reports, key=lambda report: report.document)),
        figures=tuple(sorted(figures, key=lambda figure: (figure.document, figure.start))),
        attributions=(
            Attribution("ledger.txt", ledger.quote("Petra Vann, a port doctor"), ledger.quote("was told by"), None, ("Petra Vann",)),
            Attribution("morning/post.txt", post.quote("Port workers' leader Jonas Erlund"), post.quote("said"), None, ("Jonas Erlund",)),
        ),
        statements=(
            Statement("morning/post.txt", *denied, post.report.text[slice(*denied)], StatementKind.DENIES, ("killed",), ("harbour office",)),
            Statement("quayside.html", *doubted, quay.report.text[slice(*doubted)], StatementKind.DOUBTS, ("killed",)),
        ),
        datings=(
            _dating(courier, "On the night of 3-4 May 2019", "2019-05-03/2019-05-04"),
            _dating(courier, "on 9 May", "2019-05-09"),
            _dating(courier, "on 5 May", "2019-05-05"),
            _dating(courier, "In 2002", "2002", OLDER),
        ),
        events=(
            Event(EVENT, "Tarn Quay, 3–4 May 2019", ("fire", "night of fire"), "2019-05-03/2019-05-04", tuple(TEXTS)),
            Event(OLDER, "Tarn Quay, 2002", ("fire",), "2002", ("courier.html",)),
        ),
        collation=collate(figures, load()),
        problems=(Problem("broken.pdf", "encrypted", "The file is encrypted. Save it without a password."),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def full_case(case: Contents) -> Contents:
    """The case with links, parents, origins and findings."""
    make = {report.document: Maker(report) for report in case.reports}
    unseen = Origin(
        "o000000000001", ("courier.html", "ledger.txt", "wire.txt"), None, "a list of four figures in one order"
    )
    toll = case.collation[0]
    count = OriginCount(
        1, 2, 3, 1.8, False,
        (Root("a list not among the reports", ("courier.html", "ledger.txt", "wire.txt"), "the same four figures in one order"),),
    )  # fmt: skip
    first = replace(toll.readings[0], origins=Origins(count, replace(count, min=1, median=1, max=3)))
    return replace(
        case,
        collation=(replace(toll, readings=(first, *toll.readings[1:])), *case.collation[1:]),
        links=(
            _link(make, "courier.html", "ledger.txt", [("were killed, including", "were killed, including")], 0.81),
            _link(make, "ledger.txt", "wire.txt", [("40 residents were killed, including 12 children", "40 deaths, among them 12 children")], 0.62),
        ),
        parents=(
            Parents("courier.html", (), (UnseenChoice(unseen.id, 0.71),), 0.71, 0.29),
            Parents("ledger.txt", (ParentChoice("courier.html", 0.55),), (UnseenChoice(unseen.id, 0.3),), 0.3, 0.15),
            Parents("wire.txt", (), (UnseenChoice(unseen.id, 0.6),), 0.6, 0.4),
            Parents("morning/post.txt", (), (), 0.0, 1.0),
            Parents("quayside.html", (), (), 0.0, 1.0),
        ),
        origins=(unseen,),
        findings=(
            _finding(
                make, FindingKind.DATE_ORDER, Level.DOES_NOT_FIT, [("courier.html", "on 9 May"), ("courier.html", "on 5 May")],
                "“Soon after” 9 May comes “on 5 May”: dated 4 days earlier; the text does not say which.",
                arithmetic="2019-05-05 is 4 days before 2019-05-09",
                datings=tuple(dating.id for dating in case.datings if dating.quote in ("on 9 May", "on 5 May")),
            ),
            _finding(
                make, FindingKind.SAME_NUMBER_OTHER_WORDS, Level.OTHER_WORDS,
                [("courier.html", "85 people were injured"), ("wire.txt", "treatment in hospital of 85 people")],
                "85 people: “injured” in C and L, “treatment in hospital” in W.",
                figures=tuple(figure.id for figure in case.figures if figure.quote == "85"),
            ),
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium for all tests of a module."""
    from browser import chromium

    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def dossier(full_case: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full case's page."""
    from headwater.dossier.stage import render

    path = tmp_path_factory.mktemp("page") / "dossier.html"
    path.write_text("".join(render(full_case)), encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """Writes a dossier into a file and says where."""
    from headwater.dossier.options import DossierOptions
    from headwater.dossier.stage import render

    def write(contents: Contents, options: DossierOptions | None = None, name: str = "dossier.html") -> Path:
        path = tmp_path / name
        path.write_text("".join(render(contents, options)), encoding="utf-8")
        return path

    return write


def retold(case: Contents, times: int) -> Contents:
    """The case told by so many times as many reports, each in the words of one of the first; nothing is said to tie them."""
    reports, figures = list(case.reports), list(case.figures)
    for number in range(2, times + 1):
        for report in case.reports:
            document = f"{number}/{report.document}"
            letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
            reports.append(replace(report, document=document, siglum=f"{report.siglum}{letters}"))
            mine = [figure for figure in case.figures if figure.document == report.document]
            names = {figure.id: identifier("f", figure.id, number) for figure in mine}
            figures += [
                replace(figure, id=names[figure.id], document=document, part_of=names.get(figure.part_of or ""))
                for figure in mine
            ]
    return replace(
        case, reports=tuple(reports), figures=tuple(figures), collation=collate(figures, load()),
        links=(), parents=(), origins=(),
    )  # fmt: skip


def every_string(contents: Contents) -> Iterator[str]:
    """The texts of a case, for tests that look for them on the page."""
    for report in contents.reports:
        yield from (report.text[block.start : block.end].strip() for block in report.blocks)
