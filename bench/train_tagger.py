#!/usr/bin/env python3
"""Trains the small tagger on UD English EWT, and says how right it is on the corpus's other parts.

usage: train_tagger.py [CORPUS] [-o FILE] [--epochs N] [--least N] [--keep]

CORPUS is the folder with en_ewt-{train,dev,test}.conllu (default ../shared/corpora/ud-ewt). Universal Dependencies
English Web Treebank is CC BY-SA 4.0, and so are the weights made from it. Nothing is drawn: the same corpus read by the same code gives the same file.

The weights of the repository were trained before a change of the tokens, and barred since (`--keep`): a new training is right a little more often on the
corpus (.9189 and .9222 of words, .9181 and .9193 here), but less often about speakers on the project's own gold, where mistakes of these weights are mended.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from headwater.extract.tagging import CLASSES, Tagger, lanes, packed, unpacked
from headwater.extract.tagging_features import features, itself, normal
from headwater.extract.tagging_words import BAR, CLOSED, LANE, SCORE
from headwater.grammar.tokens import Kind, Token, tokenize

Example = tuple[list[Token], str]
SIMPLE = {"NOUN": "N", "PROPN": "P", "ADJ": "J", "ADV": "R", "DET": "D", "PRON": "O", "ADP": "A", "SCONJ": "S"}
SIMPLE |= {"CCONJ": "C", "PART": "T", "NUM": "M", "PUNCT": ".", "SYM": ".", "AUX": "x"}
LIFT = 1 << LANE - 2  # what is added to lanes so that none is below 0
FORMS = {"VBD": "v", "VBZ": "v", "VBP": "v", "VB": "b", "VBG": "g", "VBN": "n"}


def letter(upos: str, xpos: str) -> str:
    """The class of a treebank word."""
    return FORMS.get(xpos, "v") if upos == "VERB" else SIMPLE.get(upos, "Z")


def examples(path: Path) -> Iterator[Example]:
    """Sentences of a treebank in Headwater's own tokens; every third once more in capitals."""
    for number, part in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        lines = part.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        if text:
            classes = by_place(text, lines)
            yield aligned(text, classes)
            if number % 3 == 0 and len(text.upper()) == len(text):
                yield aligned(text.upper(), classes)


def by_place(text: str, lines: list[str]) -> dict[int, str]:
    """The class of the treebank word at each code point."""
    places: dict[int, str] = {}
    at = 0
    for line in lines:
        cells = line.split("\t")
        if len(cells) > 4 and cells[0].isdigit():
            start = text.find(cells[1], at)
            if start >= 0:
                at = start + len(cells[1])
                places.update(dict.fromkeys(range(start, at), letter(cells[3], cells[4])))
    return places


def aligned(text: str, classes: dict[int, str]) -> Example:
    """Headwater's tokens of a text, each with the class of the treebank word that it begins in."""
    tokens = tokenize(text)
    return tokens, "".join(classes.get(token.start, "Z") for token in tokens)


def certain(data: list[Example]) -> dict[str, str]:
    """Words seen 12 times or more that have one class in 99 of 100 cases."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, gold in data:
        for token, tag in zip(tokens, gold, strict=True):
            if token.kind == Kind.WORD:
                seen[token.lower][tag] += 1
    found = {}
    for word, counts in sorted(seen.items()):
        tag, top = counts.most_common(1)[0]
        if counts.total() >= 12 and top >= 0.99 * counts.total():
            found[word] = tag
    return found


class Perceptron:
    """Weights under training, with their sums over all steps."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, int]] = {}
        self.totals: dict[tuple[str, str], int] = defaultdict(int)
        self.stamps: dict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def guess(self, given: tuple[str, ...]) -> str:
        """The class that the features speak for most now."""
        scores = dict.fromkeys(CLASSES, 0)
        for feature in given:
            for tag, weight in self.weights.get(feature, {}).items():
                scores[tag] += weight
        return max(CLASSES, key=lambda tag: (scores[tag], -CLASSES.index(tag)))

    def learn(self, given: tuple[str, ...], right: str, guessed: str) -> None:
        """Move the features towards the right class and away from the guessed one."""
        for feature in given:
            row = self.weights.setdefault(feature, {})
            for tag, change in ((right, 1), (guessed, -1)):
                key = (feature, tag)
                self.totals[key] += (self.step - self.stamps[key]) * row.get(tag, 0)
                self.stamps[key] = self.step
                row[tag] = row.get(tag, 0) + change

    def rows(self, least: int) -> dict[str, bytes]:
        """The averaged weights times ten, those smaller than `least` left out."""
        found = {}
        for feature, row in sorted(self.weights.items()):
            kept = {}
            for tag, weight in sorted(row.items()):
                key = (feature, tag)
                total = self.totals[key] + (self.step - self.stamps[key]) * weight
                scaled = round(10 * total / self.step)
                if abs(scaled) >= least:
                    kept[tag] = scaled
            if kept:
                found[feature] = lanes(kept)
        return found


def train(data: list[Example], epochs: int, least: int) -> Tagger:
    """An averaged perceptron over the sentences, taken in an order that a fixed stride mixes."""
    known, model = certain(data), Perceptron()
    for epoch in range(epochs):
        for turn in range(len(data)):
            _sentence(model, known, *data[(turn * 7919 + epoch) % len(data)])
    return Tagger(known, model.rows(least))


def barring(model: Tagger, data: list[Example]) -> Tagger:
    """The tagger with every closed class that no training sentence gives a known word barred for it.

    A perceptron without it takes a noun that ends like a preposition for one: "the coast guard" like "toward".
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for tokens, gold in data:
        for token, tag in zip(tokens, gold, strict=True):
            seen[token.lower].add(tag)
    weights = dict(model.weights)
    for word, classes in seen.items():
        row = weights.get(itself(word))
        if row is not None:
            told = _weights(row)
            bars = {tag: BAR for tag in CLOSED if tag not in classes and told[tag] > BAR // 2}
            weights[itself(word)] = lanes({tag: weight + bars.get(tag, 0) for tag, weight in told.items()})
    return Tagger(model.certain, weights)


def _weights(row: bytes) -> dict[str, int]:
    """What lanes hold, by class."""
    lifted = int.from_bytes(row, "little", signed=True) + sum(LIFT << LANE * at for at in range(len(CLASSES)))
    return {tag: (lifted >> LANE * at & SCORE) - LIFT for at, tag in enumerate(CLASSES)}


def _sentence(model: Perceptron, known: dict[str, str], tokens: list[Token], gold: str) -> None:
    words, shapes = normal(tokens)
    last, before = "^", "^"
    for index, token in enumerate(tokens):
        tag = "." if token.kind >= Kind.SIGN else "M" if token.kind == Kind.DIGITS else known.get(words[index + 1])
        if tag is None:
            model.step += 1
            given = features(index, words, shapes, last, before)
            tag = model.guess(given)
            if tag != gold[index]:
                model.learn(given, gold[index], tag)
        before, last = last, tag


def accuracy(model: Tagger, data: list[Example]) -> float:
    """The share of words whose class is right, signs and digits left out."""
    right = total = 0
    for tokens, gold in data:
        for token, got, want in zip(tokens, model.tags(tokens, [token.lower for token in tokens]), gold, strict=True):
            if token.kind == Kind.WORD:
                total += 1
                right += got == want
    return right / total


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=Path("../shared/corpora/ud-ewt"))
    parser.add_argument("-o", type=Path, default=Path("src/headwater/language/data/en/tagger.gz"))
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--least", type=int, default=9, help="weights (times ten) smaller than this are left out")
    parser.add_argument(
        "--keep", action="store_true", help="take the weights that FILE has, and bar closed classes only"
    )
    given = parser.parse_args()
    parts = {name: list(examples(given.corpus / f"en_ewt-{name}.conllu")) for name in ("train", "dev", "test")}
    kept = unpacked(given.o.read_bytes()) if given.keep else train(parts["train"], given.epochs, given.least)
    model = barring(kept, parts["train"])
    for name in ("dev", "test"):
        print(name, round(accuracy(model, parts[name]), 4))
    given.o.write_bytes(packed(model, "CC BY-SA 4.0, from Universal Dependencies English EWT"))
    print(len(model.weights), "features", given.o.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
