"""Makes the gold of own writing from its marked texts: `reports/*.txt` and `gold.jsonl`, offsets right by construction.

usage: uv run python tests/data/gold/build.py

Each set has a folder of its own with `marked`, `reports` and `gold.jsonl`: the first (this folder), batch2 to batch5 (for
development), batch6, batch8 and batch9 (held out: nobody looks at what was missed in them, docs/decisions/0034-new-held-out-gold.md).

A marked text is a report in which each figure stands as `[quote|outcome …]`; the first line gives style and kind of event:

    %% style: wire; event: flood
    At least [24|killed >= by:coast_guard] people, including [five|killed child of:24] children, drowned.

After the outcome, in any order: the group (person where none is given); the hedge as `>=` at least, `>` more than, `~`
about, `<~` nearly, `<=` up to, `60..200` a range, `?` vague; `^N` or `=N` the value where the quote's own words are not
enough; `of:` the quote of the whole; `ev:` a background event; `at:` a place; `by:` the speakers, innermost first, with `>`
between; `neg`, `imp`; `c:` the construction, where it does not follow from the rest. `_` stands for a space. Two readings
of one span are parted by `;`. Construction is what the row is a test of; every field is as the annotation guide has it.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from headwater.model import Outcome

HERE = Path(__file__).parent
SETS = {"first": HERE} | {
    name: HERE / name for name in ("batch2", "batch3", "batch4", "batch5", "batch6", "batch7", "batch8", "batch9")
}
MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")
OUTCOMES = {outcome.value for outcome in Outcome}
HEDGES = {">=": "at_least", ">": "more_than", "~": "about", "<~": "nearly", "<=": "up_to", "?": "vague"}
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
NONE = {"no", "none", "nobody"}


def value(quote: str) -> float | int:
    """The value of a quote in digits, words, or both."""
    total = 0.0
    for word in re.split(r"[\s-]+", quote.lower()):
        if word in SCALES:
            total = (total or 1) * SCALES[word]
        elif word != "and":
            total += TENS.get(word) or (UNITS.index(word) if word in UNITS else float(word.replace(",", "")))
    return int(total) if total == int(total) else total


def bounds(quote: str, hedge: str, fixed: float | None, implied: bool) -> tuple[Any, Any, Any]:
    """Best, low and high as the annotation guide has them."""
    if hedge == "vague":
        return None, None, None
    best = fixed if fixed is not None else 1 if implied else 0 if quote.lower() in NONE else value(quote)
    return {
        "": (best, best, best),
        "at_least": (best, best, None),
        "more_than": (best, best, None),
        "about": (best, None, None),
        "nearly": (best, None, best),
        "up_to": (None, None, best),
    }[hedge]


def row(quote: str, spec: str, headline: bool) -> dict[str, Any]:
    """The fields that a mark gives."""
    words = spec.split()
    outcome = words.pop(0)
    assert outcome in OUTCOMES, spec
    given = {key: rest.replace("_", " ") for key, _, rest in (w.partition(":") for w in words if ":" in w)}
    bare = [word for word in words if ":" not in word]
    hedge = next((HEDGES[word] for word in bare if word in HEDGES), "")
    span = next((word.split("..") for word in bare if ".." in word), None)
    fixed = next((int(word[1:]) for word in bare if word[0] in "^=" and word[1:].isdigit()), None)
    groups = [word for word in bare if word[0].isalpha() and word not in {"neg", "imp"}]
    assert len(groups) <= 1, spec
    implied, negated = "imp" in bare, "neg" in bare
    best, low, high = (None, int(span[0]), int(span[1])) if span else bounds(quote, hedge, fixed, implied)
    assert not negated or best == 0, spec
    made: dict[str, Any] = {"best": best, "low": low, "high": high, "hedge": "range" if span else hedge}
    made |= {"outcome": outcome, "group": groups[0].replace("_", " ") if groups else "person"}
    made |= {"part_of": given.get("of"), "event": given.get("ev", "main"), "place": given.get("at")}
    made |= {"speaker": given["by"].split(">") if "by" in given else [], "negated": negated, "implied": implied}
    return made | {"construction": given.get("c") or construction(made, headline)}


def construction(made: dict[str, Any], headline: bool) -> str:
    """What a row is a test of, where its mark does not say."""
    tests = {
        "negated": made["negated"],
        "implied": made["implied"],
        "background": made["event"] != "main",
        "vague": made["hedge"] == "vague",
        "headline": headline,
        "part": made["part_of"] is not None,
        "range": made["hedge"] == "range",
        "bound": made["hedge"],
        "place": made["place"],
    }
    return next((name for name, holds in tests.items() if holds), "total")


def annotated(name: str, marked: str) -> tuple[str, list[dict[str, Any]]]:
    """The plain text of a marked one, and the rows of its figures."""
    head, body = marked.split("\n", 1)
    found = re.fullmatch(r"%% style: ([\w ]+); event: ([\w ]+)", head)
    assert found, head
    text, rows, done = "", [], 0
    for match in MARK.finditer(body):
        text += body[done : match.start()]
        headline = found[1] == "headlines" or "\n" not in text
        for spec in match[2].split(";"):
            place = {"document": name, "start": len(text), "end": len(text) + len(match[1]), "quote": match[1]}
            rows.append(place | {"context": ""} | row(match[1], spec, headline) | {"style": found[1], "kind": found[2]})
        text += match[1]
        done = match.end()
    text += body[done:]
    assert not set("[]|") & set(text), (name, text)
    for made in rows:
        made["context"] = sentence(text, made["start"])
        quotes = [other["quote"] for other in rows]
        assert made["part_of"] in [None, *quotes], (name, made)
        assert text[made["start"] : made["end"]] == made["quote"]
    return text, rows


def sentence(text: str, at: int) -> str:
    """The sentence around a place, roughly: for people to read."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"']?(?=\s)|\n", text)]
    start = max((end for end in ends if end <= at), default=0)
    return text[start : min((end for end in ends if end > at), default=len(text))].strip()


def build(folder: Path = HERE) -> dict[str, str]:
    """The contents of every file that is made in the folder of a set, by name."""
    files, rows = {}, []
    for path in sorted((folder / "marked").glob("*.txt")):
        text, found = annotated(path.stem, path.read_text(encoding="utf-8"))
        files[f"reports/{path.name}"] = text
        rows += found
    files["gold.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return files


def write(folder: Path) -> int:
    """How many figures the set in a folder has, its files written and reports that have no marked text any more taken away."""
    files = build(folder)
    (folder / "reports").mkdir(exist_ok=True)
    for old in (folder / "reports").glob("*.txt"):
        if f"reports/{old.name}" not in files:
            old.unlink()
    for name, contents in files.items():
        (folder / name).write_text(contents, encoding="utf-8", newline="\n")
    return files["gold.jsonl"].count("\n")


if __name__ == "__main__":
    for name, place in SETS.items():
        sys.stdout.write(f"{name}: {write(place)} figures\n")
