"""Scores time expressions on TimeBank (types DATE and TIME), beside `dateparser.search` in the same run where it is installed.

usage: nice .uv/bin/uv run --with dateparser python bench/timebank.py [--errors 1]

Every third file (in the order of their names) was tuned on, the others were only checked. Relaxed: an expression counts as found where
it shares a code point with a gold one, each with one only. Value: the norm is the gold's own. The document's creation time is given.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from headwater.grammar.dates import temporal
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind

CORPUS = Path(__file__).parent.parent.parent / "shared/corpora/timebank"
_MARK = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')

Expression = tuple[int, int, str | None]


@dataclass
class Article:
    """A text with its day and its gold expressions: start, end, norm."""

    name: str
    created: str
    text: str = ""
    gold: list[Expression] = field(default_factory=list)


@dataclass
class Score:
    """Counts over articles."""

    gold: int = 0
    made: int = 0
    found: int = 0
    right: int = 0
    seconds: float = 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the found shares of gold and made."""
        return 2 * self.found / max(1, self.made + self.gold)

    @property
    def value(self) -> float:
        """The share of gold whose norm is right."""
        return self.right / max(1, self.gold)

    def line(self, name: str) -> str:
        """The scores as one line."""
        precision, recall = self.found / max(1, self.made), self.found / max(1, self.gold)
        return (
            f"{name:24} P {precision:.3f}  R {recall:.3f}  relaxed F1 {self.f1:.3f}  value right of gold {self.value:.3f}  "
            f"of found {self.right / max(1, self.found):.3f}  ({self.gold} gold, {self.made} made, {self.seconds:.2f} s)"
        )


def read(path: Path) -> Article:
    whole = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="([^"]+)"', whole, re.DOTALL)
    article = Article(path.stem, created[1][:10] if created else "")
    body = whole[whole.index("<TEXT>") + 6 : whole.index("</TEXT>")]
    parts, length, place, begun = [], 0, 0, (0, "", "")
    for mark in _MARK.finditer(body):
        piece = html.unescape(body[place : mark.start()])
        parts.append(piece)
        length, place = length + len(piece), mark.end()
        if mark[2] == "TIMEX3" and not mark[1]:
            given = dict(_ATTRIBUTE.findall(mark[3]))
            begun = (length, given["type"], given["value"])
        elif mark[2] == "TIMEX3" and begun[1] in ("DATE", "TIME"):
            article.gold.append((begun[0], length, begun[2]))
    parts.append(html.unescape(body[place:]))
    article.text = "".join(parts)
    return article


def blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs: TimeBank breaks lines within them."""
    found, start = [], 0
    for gap in [*re.finditer(r"\n\s*\n", text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            found.append(Block(start, end, BlockKind.PARAGRAPH))
        start = gap.end() if gap else end
    return tuple(found)


ENGLISH = load("en")


def headwater(article: Article) -> list[Expression]:
    read = tuple(sentences(article.text, blocks(article.text), ENGLISH))
    begun = time.perf_counter()
    told = temporal(read, ENGLISH, article.created)
    SPENT.append(time.perf_counter() - begun)
    return [(item.start, item.end, item.value) for item in told if item.kind in ("date", "time", "reference")]


SPENT: list[float] = []


def dateparser_search() -> Callable[[Article], list[Expression]] | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None

    def search(article: Article) -> list[Expression]:
        base = datetime.fromisoformat(article.created)
        told = search_dates(
            article.text,
            languages=["en"],
            settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True},
        )
        found, place = [], 0
        for words, value in told or []:
            start = article.text.find(words, place)
            if start >= 0:
                place = start + len(words)
                found.append((start, place, value.date().isoformat()))
        return found

    return search


def pairs(gold: list[Expression], made: list[Expression]) -> Iterator[tuple[Expression, Expression | None]]:
    used = set()
    for item in gold:
        over = [(made_at, place) for place, made_at in enumerate(made) if made_at[0] < item[1] and item[0] < made_at[1]]
        free = [(made_at[2] != item[2], place) for made_at, place in over if place not in used]
        if free:
            place = min(free)[1]
            used.add(place)
            yield item, made[place]
        else:
            yield item, None


def score(articles: list[Article], reader: Callable[[Article], list[Expression]], errors: int = 0) -> Score:
    total = Score()
    for article in articles:
        begun = time.perf_counter()
        made = reader(article)
        total.seconds += time.perf_counter() - begun
        total.gold += len(article.gold)
        total.made += len(made)
        matched = []
        for item, got in pairs(article.gold, made):
            matched.append(got)
            total.found += got is not None
            total.right += got is not None and got[2] == item[2]
            if (got is None or got[2] != item[2]) and errors:
                show("miss" if got is None else "value", article, item, got)
        for got in made:
            if got not in matched and errors:
                show("extra", article, got, None)
    return total


def show(kind: str, article: Article, item: Expression, got: Expression | None) -> None:
    around = (
        article.text[max(0, item[0] - 60) : item[0]],
        article.text[item[0] : item[1]],
        article.text[item[1] : item[1] + 30],
    )
    said = f"{around[0]}[{around[1]}]{around[2]}".replace("\n", " ")
    print(f"{kind:6} {article.created} gold {item[2]} got {got and got[2]} | {said}")


def parts() -> dict[str, list[Article]]:
    """The articles that were tuned on, those that were only checked, and all."""
    articles = [read(path) for path in sorted(CORPUS.rglob("*.tml"))]
    return {"tuned on": articles[::3], "checked on": [a for i, a in enumerate(articles) if i % 3], "all": articles}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="show what is wrong in the tuned part")
    arguments = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit(f"{CORPUS} is absent: nothing measured")
    sets = parts()
    for name, part in sets.items():
        print(score(part, headwater, arguments.errors if name == "tuned on" else 0).line(f"Headwater, {name}"))
    print(f"reading times alone: {sum(SPENT) / 2:.2f} s for all")
    other = dateparser_search()
    if other is None:
        print("dateparser is not installed: run with  uv run --with dateparser")
    else:
        print(score(sets["all"], other).line("dateparser.search, all"))


if __name__ == "__main__":
    main()
