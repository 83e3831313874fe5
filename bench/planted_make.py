"""Makes corpora with planted copying of known ancestry, from generated text or from texts that are handed in.

usage: planted_make.py OUT_DIR [--families N] [--seed N] [--profile NAME] [--texts FOLDER] [--shift-hours SIGMA --from DIR]

Writes `docs.jsonl` (id, publisher, published, text) and `gold.json` as `score_lineage.py` reads them: pairs that share at
least thirty words, and the stemma. The noise is meant to differ from what the engine is tested on: more missing originals,
quotations that are shared without copying, clocks that are wrong, sentences in another order, numbers spelled out.
With `--from DIR --shift-hours SIGMA` an existing corpus is taken over with its published times shifted at random.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

SPELLED = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine"}
FUNCTION = (
    "the of and to in a that for on was with as by at it from had his were is be said this which an has not but".split()
)
START = datetime(2021, 3, 1, tzinfo=UTC)

Word = tuple[str, int]
"""A word with its punctuation, and the place where it was first written: copies keep that number."""
Sentence = list[Word]


@dataclass(frozen=True, slots=True)
class Profile:
    """How one corpus was copied together."""

    missing: float = 0.3
    middle_missing: float = 0.03
    largest: int = 9
    follow: str = "uniform"
    light: float = 0.08
    heavy: float = 0.45
    filler: float = 0.2
    reorder: float = 0.1
    sigma_hours: float = 0.0
    days_only: bool = False
    no_time: float = 0.0
    pace_hours: float = 20.0
    quotes: float = 0.1
    publishers: int = 30
    boilerplate: float = 0.7
    chrome: int = 0
    respell: float = 0.0
    wire: int = 0


PROFILES = {
    "plain": Profile(),
    "gone": Profile(missing=0.5, middle_missing=0.1, follow="original"),
    "clocks": Profile(sigma_hours=24.0, missing=0.3),
    "loose": Profile(sigma_hours=8.0, light=0.15, heavy=0.55, reorder=0.5, follow="recent", filler=0.4),
    "daily": Profile(days_only=True, missing=0.2, follow="recent", pace_hours=30),
    "timeless": Profile(no_time=0.3, missing=0.25, sigma_hours=48),
    "all_here": Profile(missing=0.1, follow="uniform", pace_hours=10),
    "wire": Profile(missing=0.35, follow="original", light=0.04, heavy=0.3, filler=0.3, largest=12),
    "quarter": Profile(missing=0.25, middle_missing=0.0, largest=7, filler=0.15, heavy=0.5),
    "rush": Profile(missing=0.3, pace_hours=2.0, sigma_hours=2.0, follow="uniform"),
}


UNLIKE = {
    "lost": Profile(missing=0.7, middle_missing=0.2),
    "speeches": Profile(quotes=0.8, heavy=0.5),
    "garbled": Profile(light=0.2, heavy=0.6, reorder=0.8, filler=0.5),
    "stock": Profile(boilerplate=1.0, publishers=8, chrome=6),
    "spelled": Profile(respell=0.7, light=0.15),
    "adrift": Profile(sigma_hours=120.0, missing=0.4),
    "agency": Profile(wire=300, light=0.06, heavy=0.3, follow="original"),
}
"""Noise that the weights were never fitted on, to see where they fall short."""


class Writer:
    """Writes text in which words follow each other about as they do in prose: frequent ones, pairs that recur, topics."""

    def __init__(self, chance: random.Random, texts: Sequence[str] = ()) -> None:
        self.chance = chance
        self.count = 0
        self.given = [text.split() for text in texts if len(text.split()) > 150]
        chance.shuffle(self.given)
        syllables = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "or", "us")]
        self.words = ["".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3)))) for _ in range(9000)]
        self.next = {word: chance.sample(self.words, 3) for word in self.words}
        self.weights = [1 / (rank + 12) for rank in range(len(self.words))]
        self.phrases = [[*self._plain(chance.randint(4, 7))] for _ in range(300)]

    def _plain(self, size: int, topic: Sequence[str] = ()) -> Iterator[str]:
        word = ""
        common = self.chance.choices(self.words, self.weights, k=size)
        for place in range(size):
            if self.chance.random() < 0.42:
                word = self.chance.choices(FUNCTION, [1 / (r + 2) for r in range(len(FUNCTION))])[0]
            elif word in self.next and self.chance.random() < 0.3:
                word = self.chance.choice(self.next[word])
            elif topic and self.chance.random() < 0.5:
                word = self.chance.choice(topic)
            else:
                word = common[place]
            yield word

    def fresh(self, words: Sequence[str]) -> Sentence:
        """Words that nobody wrote before."""
        self.count += len(words)
        return [(word, self.count - len(words) + place) for place, word in enumerate(words)]

    def sentence(self, topic: Sequence[str]) -> Sentence:
        """A sentence on a topic, at times with a stock phrase, a number, or a quotation."""
        words = list(self._plain(self.chance.randint(8, 30), topic))
        if self.chance.random() < 0.25:
            place = self.chance.randrange(len(words))
            words[place:place] = self.chance.choice(self.phrases)
        if self.chance.random() < 0.3:
            words.insert(self.chance.randrange(len(words)), self._number())
        if self.chance.random() < 0.2:
            words[0], words[-1] = f"\u201c{words[0]}", f"{words[-1]}\u201d"
            words += ["said", self.chance.choice(topic).title()]
        words[0] = words[0][:1].upper() + words[0][1:]
        words[-1] += "."
        return self.fresh(words)

    def _number(self) -> str:
        value = self.chance.choice(
            (self.chance.randint(2, 9), self.chance.randint(10, 99), self.chance.randint(100, 9999))
        )
        return f"{value:,}"

    def text(self, words: int) -> list[Sentence]:
        """A text of about so many words, of its own or from the texts handed in."""
        if self.given:
            source = self.given[self.count % len(self.given)]
            start = self.chance.randrange(max(1, len(source) - words))
            return list(self._cut(source[start : start + words]))
        topic = self.chance.sample(self.words, 40)
        found: list[Sentence] = []
        while sum(map(len, found)) < words:
            found.append(self.sentence(topic))
        return found

    def _cut(self, words: Sequence[str]) -> Iterator[Sentence]:
        start = 0
        for place, word in enumerate(words):
            if word.endswith((".", "!", "?", ".\u201d", '."')) or place == len(words) - 1:
                yield self.fresh(words[start : place + 1])
                start = place + 1


class Planter:
    """Plants families of copies, and knows who drew on whom."""

    def __init__(self, profile: Profile, seed: int, texts: Sequence[str] = ()) -> None:
        self.profile = profile
        self.chance = random.Random(seed)
        self.writer = Writer(self.chance, texts)
        self.quotes = [list(self.writer._plain(self.chance.randint(20, 60))) for _ in range(60)]

    def noisy(self, sentences: Sequence[Sentence], amount: float) -> list[Sentence]:
        """Sentences with words left out, put in, exchanged and moved."""
        found = []
        for sentence in sentences:
            rate = amount * self.chance.uniform(0.5, 1.5)
            new: Sentence = []
            for word in sentence:
                roll = self.chance.random() / max(rate, 1e-9)
                if roll < 0.35:
                    continue
                if roll < 0.65:
                    new += self.writer.fresh([self._word()])
                elif roll < 0.9:
                    new += [word, *self.writer.fresh([self._word()])]
                elif roll < 1.0 and new:
                    new.insert(-1, word)
                else:
                    new.append((SPELLED.get(word[0], word[0]), word[1]) if self.chance.random() < 0.2 else word)
            found.append(new)
        return [sentence for sentence in found if sentence]

    def _respelled(self, word: str) -> str:
        """A number in another of its spellings, at times."""
        if not self.profile.respell or not word[:1].isdigit() or self.chance.random() > self.profile.respell:
            return word
        bare = word.replace(",", "")
        return SPELLED.get(word, bare if bare != word else f"{int(word):,}" if word.isdecimal() else word)

    def _word(self) -> str:
        writer = self.writer
        if writer.given:
            return self.chance.choice(self.chance.choice(writer.given))
        return self.chance.choice(self.chance.choice((writer.words, writer.words[:300], FUNCTION)))

    def copy(self, parent: Sequence[Sentence], kind: str) -> list[Sentence]:
        """A copy of a text: V with cuts only, L and H reworded, P a small part amid other text."""
        profile, chance = self.profile, self.chance
        keep = chance.uniform(0.2, 0.45) if kind == "P" else chance.uniform(0.6, 1.0)
        size = max(2, round(len(parent) * keep))
        start = chance.randrange(max(1, len(parent) - size + 1))
        kept = list(parent[start : start + size])
        if kind in "LH":
            kept = [sentence for sentence in kept if chance.random() > 0.08] or kept
        if chance.random() < profile.reorder:
            cut = chance.randrange(len(kept))
            kept = kept[cut:] + kept[:cut]
        amount = {"V": 0.0, "L": profile.light, "P": profile.light / 2, "H": profile.heavy}[kind]
        kept = self.noisy(kept, amount * chance.uniform(0.6, 1.3)) if amount else kept
        kept = [[(self._respelled(word), place) for word, place in sentence] for sentence in kept]
        share = chance.uniform(0.9, 2.5) if kind == "P" else chance.uniform(0, 2 * profile.filler)
        filler = self.writer.text(round(share * sum(map(len, kept)))) if share > 0.05 else []
        cut = chance.randrange(len(filler) + 1) if chance.random() < 0.6 else chance.choice((0, len(filler)))
        return filler[:cut] + kept + filler[cut:]

    def family(self, number: int, size: int) -> list[dict[str, Any]]:
        """One original and its copies, copies of copies included."""
        chance, profile = self.chance, self.profile
        began = chance.uniform(0, 60 * 24)
        text = self.writer.text(chance.randint(200, 650))
        alone = size == 1
        rows: list[dict[str, Any]] = [
            {
                "text": text,
                "parent": None,
                "kind": "O",
                "hours": began,
                "visible": alone or chance.random() > profile.missing,
            }
        ]
        while len(rows) < size:
            parent = self._parent(rows)
            kind = chance.choices("VLHP", (1, 1.1, 1, 0.9))[0]
            text = self.copy(rows[parent]["text"], kind)
            hours = rows[parent]["hours"] + chance.expovariate(1 / profile.pace_hours)
            visible = chance.random() > profile.middle_missing
            rows.append({"text": text[:60], "parent": parent, "kind": kind, "hours": hours, "visible": visible})
        return [row | {"family": number} for row in rows]

    def _parent(self, rows: Sequence[dict[str, Any]]) -> int:
        if self.profile.follow == "original" and self.chance.random() < 0.6:
            return 0
        if self.profile.follow == "recent" and self.chance.random() < 0.5:
            return max(range(len(rows)), key=lambda place: rows[place]["hours"])
        return self.chance.randrange(len(rows))

    def corpus(self, families: int) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Documents and gold of a corpus."""
        rows: list[dict[str, Any]] = []
        sizes = [self.chance.choice((1, *range(2, self.profile.largest + 1))) for _ in range(families)]
        for number, size in enumerate([*sizes, *([self.profile.wire] if self.profile.wire else [])]):
            group = self.family(number, size)
            for row in group:
                row["parent"] = None if row["parent"] is None else len(rows) + row["parent"]
            rows += group
        names = list(range(len(rows)))
        self.chance.shuffle(names)
        ids = [f"p{name:06d}" for name in names]
        docs = [self._document(ids[place], row) for place, row in enumerate(rows) if row["visible"]]
        stemma = [
            [
                ids[place],
                None if row["parent"] is None else ids[row["parent"]],
                row["kind"],
                row["family"],
                row["visible"],
                round(row["hours"], 1),
            ]
            for place, row in enumerate(rows)
        ]
        gold = {"pairs": sorted(_pairs(rows, ids)), "stemma": sorted(stemma)}
        return sorted(docs, key=lambda doc: doc["id"]), gold

    def _document(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        profile, chance = self.profile, self.chance
        publisher = chance.randrange(profile.publishers)
        sentences = [" ".join(word for word, _ in sentence) for sentence in row["text"]]
        if chance.random() < profile.quotes:
            place = chance.randrange(len(sentences) + 1)
            sentences.insert(place, f"\u201c{' '.join(chance.choice(self.quotes))}\u201d, said {self._word()}.")
        house = random.Random(publisher)
        if house.random() < profile.boilerplate:
            stock = house.sample(self.writer.words, 30)
            sentences.append(" ".join(["Follow", *stock, f"site{publisher}."]))
        # Furniture that a page carries in any order, as what is read more than once changes by the hour.
        lines = [" ".join(house.sample(self.writer.words, house.randint(2, 9))) for _ in range(3 * profile.chrome)]
        chosen = chance.sample(lines, profile.chrome)
        sentences = [*chosen[: profile.chrome // 2], *sentences, *chosen[profile.chrome // 2 :]]
        breaks = chance.choice((" ", " ", "\n", "\n\n"))
        hours = row["hours"] + chance.gauss(0, profile.sigma_hours)
        told = (START + timedelta(hours=hours)).isoformat(timespec="minutes")
        published = None if chance.random() < profile.no_time else told[:10] if profile.days_only else told
        return {
            "id": name,
            "publisher": f"house{publisher:02d}",
            "published": published,
            "text": breaks.join(sentences),
        }


def _pairs(rows: Sequence[dict[str, Any]], ids: Sequence[str]) -> Iterator[list[Any]]:
    """Pairs of visible documents that share at least thirty words, with the heavier of their kinds."""
    families = defaultdict(list)
    for place, row in enumerate(rows):
        if row["visible"]:
            families[row["family"]].append(place)
    rank = "OVLPH"
    for members in families.values():
        held = {place: {number for sentence in rows[place]["text"] for _, number in sentence} for place in members}
        for one, other in combinations(members, 2):
            shared = len(held[one] & held[other])
            if shared >= 30:
                kind = max(rows[one]["kind"], rows[other]["kind"], key=rank.index)
                yield [*sorted((ids[one], ids[other])), shared, kind]


def make(
    profile: Profile, seed: int, families: int, texts: Sequence[str] = ()
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Documents and gold of one corpus; the same arguments make the same corpus."""
    return Planter(profile, seed, texts).corpus(families)


def shifted(docs: Sequence[dict[str, Any]], sigma: float, seed: int) -> list[dict[str, Any]]:
    """The documents with each published time shifted by a normal error of so many hours."""
    chance = random.Random(seed)
    found = []
    for doc in docs:
        moment = datetime.fromisoformat(doc["published"]) + timedelta(hours=chance.gauss(0, sigma))
        found.append(doc | {"published": moment.isoformat(timespec="minutes")})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--families", type=int, default=420)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", choices=sorted(PROFILES | UNLIKE), default="plain")
    parser.add_argument("--missing", type=float, default=None)
    parser.add_argument("--texts", type=Path, default=None, help="a folder of .txt files to cut base texts from")
    parser.add_argument("--from", dest="source", type=Path, default=None)
    parser.add_argument("--shift-hours", type=float, default=24.0)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.source:
        rows = [json.loads(line) for line in (options.source / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
        docs = shifted(rows, options.shift_hours, options.seed)
        gold = json.loads((options.source / "gold.json").read_text(encoding="utf-8"))
    else:
        profile = (PROFILES | UNLIKE)[options.profile]
        if options.missing is not None:
            profile = replace(profile, missing=options.missing)
        texts = (
            [path.read_text(encoding="utf-8") for path in sorted(options.texts.rglob("*.txt"))] if options.texts else []
        )
        docs, gold = make(profile, options.seed, options.families, texts)
    (options.out / "docs.jsonl").write_text(
        "".join(json.dumps(doc, ensure_ascii=False) + "\n" for doc in docs), encoding="utf-8"
    )
    (options.out / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    print(f"{len(docs)} documents, {len(gold['pairs'])} pairs in {options.out}")


if __name__ == "__main__":
    main()
