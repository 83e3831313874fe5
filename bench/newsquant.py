"""Figures rows for the NewsQuant texts: `newsquant.py TEXTS.jsonl > figures.jsonl`, to be scored by `score_numbers.py`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from headwater.grammar.dates import temporal
from headwater.grammar.numbers import Number, numbers
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Block, BlockKind


def row(document: str, text: str, number: Number) -> dict[str, object]:
    bounds = {name: getattr(number, name) for name in ("best", "low", "high")}
    quote = text[number.start : number.end]
    values = {name: None if value is None else float(value) for name, value in bounds.items()}
    return {"document": document, "quote": quote, **values, "hedge": number.hedge.value, "unit": number.unit}


def rows(path: Path) -> Iterator[dict[str, object]]:
    """A row a number of the texts, in their order; no number within a date or a time is one."""
    language = load("en")
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = document["text"]
        read = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], language))
        taken = [(told.start, told.end) for told in temporal(read, language, None) if told.kind in ("date", "time")]
        for sentence in read:
            for number in numbers(sentence.tokens, language, taken):
                yield row(document["id"], text, number)


if __name__ == "__main__":
    for made in rows(Path(sys.argv[1])):
        print(json.dumps(made))
