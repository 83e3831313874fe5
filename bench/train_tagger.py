#!/usr/bin/env python3
"""Trains the small tagger on UD English EWT, and says how right it is on the corpus's other parts.

usage: train_tagger.py [CORPUS] [-o FILE] [--epochs N]

CORPUS is the folder with en_ewt-{train,dev,test}.conllu (default ../shared/corpora/ud-ewt). Universal Dependencies
English Web Treebank is CC BY-SA 4.0, and so are the weights made from it. Same corpus, same file: nothing is drawn.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from headwater.extract.tagging import CLASSES, Tagger, features, normal
from headwater.grammar.tokens import Kind, Token, tokenize

Example = tuple[list[Token], str]
SIMPLE = {"NOUN": "N", "PROPN": "P", "ADJ": "J", "ADV": "R", "DET": "D", "PRON": "O", "ADP": "A", "SCONJ": "S"}
SIMPLE |= {"CCONJ": "C", "PART": "T", "NUM": "M", "PUNCT": ".", "SYM": ".", "AUX": "x"}
FORMS = {"VBD": "v", "VBZ": "v", "VBP": "v", "VB": "b", "VBG": "g", "VBN": "n"}


def letter(upos: str, xpos: str) -> str:
    """The class of a treebank word."""
    return FORMS.get(xpos, "v") if upos == "VERB" else SIMPLE.get(upos, "Z")


def examples(path: Path) -> Iterator[Example]:
    """Sentences of a treebank in Headwater's own tokens; every eighth once more in capitals."""
    for number, part in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        lines = part.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        if text:
            classes = _by_place(text, lines)
            yield _aligned(text, classes)
            if number % 8 == 0:
                yield _aligned(text.upper() if len(text.upper()) == len(text) else text, classes)


def _by_place(text: str, lines: list[str]) -> dict[int, str]:
    places: dict[int, str] = {}
    at = 0
    for line in lines:
        cells = line.split("\t")
        if len(cells) > 4 and cells[0].isdigit():
            start = text.find(cells[1], at)
            if start < 0:
                continue
            at = start + len(cells[1])
            places.update(dict.fromkeys(range(start, at), letter(cells[3], cells[4])))
    return places


def _aligned(text: str, classes: dict[int, str]) -> Example:
    tokens = tokenize(text)
    return tokens, "".join(classes.get(token.start, "Z") for token in tokens)


def certain(data: list[Example]) -> dict[str, str]:
    """Words seen 20 times or more that have one class in 99.5 of 100 cases."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, gold in data:
        for token, tag in zip(tokens, gold, strict=True):
            if token.kind is Kind.WORD:
                seen[token.lower][tag] += 1
    found = {}
    for word, counts in sorted(seen.items()):
        tag, top = counts.most_common(1)[0]
        if counts.total() >= 20 and top >= 0.995 * counts.total():
            found[word] = tag
    return found


def train(data: list[Example], epochs: int) -> Tagger:
    """An averaged perceptron over the sentences, taken in an order that a fixed stride mixes."""
    known = certain(data)
    weights: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    totals: dict[tuple[str, str], int] = defaultdict(int)
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    step = 0
    for epoch in range(epochs):
        wrong = 0
        for turn in range(len(data)):
            tokens, gold = data[(turn * 7919 + epoch) % len(data)]
            words, shapes = normal(tokens)
            last, before = "^", "^"
            for index, token in enumerate(tokens):
                tag = "." if token.kind >= Kind.SIGN else "M" if token.kind is Kind.DIGITS else None
                tag = tag or known.get(words[index + 2])
                if tag is None:
                    step += 1
                    given = features(index, words, shapes, last, before)
                    scores: dict[str, int] = defaultdict(int)
                    for feature in given:
                        for klass, weight in weights[feature].items():
                            scores[klass] += weight
                    tag = max(CLASSES, key=lambda c: (scores[c], -CLASSES.index(c)))
                    if tag != gold[index]:
                        wrong += 1
                        for feature in given:
                            for klass, change in ((gold[index], 1), (tag, -1)):
                                key = (feature, klass)
                                totals[key] += (step - stamps[key]) * weights[feature][klass]
                                stamps[key] = step
                                weights[feature][klass] += change
                before, last = last, tag
        print("epoch", epoch, "wrong", wrong, flush=True)
    return Tagger(known, _averaged(weights, totals, stamps, step))


def _averaged(weights, totals, stamps, step):  # type: ignore[no-untyped-def]
    found = {}
    for feature, row in sorted(weights.items()):
        kept = []
        for klass, weight in sorted(row.items()):
            total = totals[feature, klass] + (step - stamps[feature, klass]) * weight
            scaled = round(10 * total / step)
            if abs(scaled) >= 4:
                kept.append((klass, scaled))
        if kept:
            found[feature] = tuple(kept)
    return found


def accuracy(model: Tagger, data: list[Example]) -> float:
    """The share of tokens whose class is right, signs left out."""
    right = total = 0
    for tokens, gold in data:
        for token, got, want in zip(tokens, model.tags(tokens), gold, strict=True):
            if token.kind is Kind.WORD:
                total += 1
                right += got == want
    return right / total


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=Path("../shared/corpora/ud-ewt"))
    parser.add_argument("-o", type=Path, default=Path("src/headwater/language/data/en/tagger.json.gz"))
    parser.add_argument("--epochs", type=int, default=6)
    given = parser.parse_args()
    parts = {name: list(examples(given.corpus / f"en_ewt-{name}.conllu")) for name in ("train", "dev", "test")}
    model = train(parts["train"], given.epochs)
    for name in ("dev", "test"):
        print(name, round(accuracy(model, parts[name]), 4))
    data = {"licence": "CC BY-SA 4.0, from Universal Dependencies English EWT", "certain": model.certain}
    raw = json.dumps(data | {"weights": model.weights}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    given.o.write_bytes(gzip.compress(raw.encode(), mtime=0))
    print(len(model.weights), "features", given.o.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
