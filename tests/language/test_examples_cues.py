"""Every example in the cue data holds: source, cue, content and speaker are what the grammar finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from headwater.extract.attributions import attributions
from headwater.extract.speakers import speak
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.language.cues import lexicon
from headwater.model import Block, BlockKind, Figure, Outcome, Span

ENGLISH = load("en")


def tables() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, table in ENGLISH.section("cues").items():
        if name == "verbs":
            yield from ((f"verbs.{kind}", inner) for kind, inner in table.items())
        else:
            yield name, table


EXAMPLES = [(name, example) for name, table in tables() for example in table.get("examples", ())]
SAYING = [(name, example) for name, example in EXAMPLES if "cue" in example]
BASIS = [example for _, example in EXAMPLES if "basis" in example]


def test_every_class_of_verbs_has_an_example() -> None:
    assert [name for name, table in tables() if name.startswith("verbs.") and not table.get("examples")] == []


@pytest.mark.parametrize(("name", "example"), SAYING, ids=[f"{name}-{e['text'][:30]}" for name, e in SAYING])
def test_a_cue_is_found_with_its_source_and_content(name: str, example: Mapping[str, Any]) -> None:
    text = example["text"]
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    found = attributions(text, list(sentences(text, [block], ENGLISH)), ENGLISH, "a.txt")
    alike = [one for one in found if one.source.quote == example["source"] and example["cue"] in one.cue.quote]
    assert alike, [(one.source.quote, one.cue.quote) for one in found]
    if "content" in example:
        assert alike[0].content is not None
        assert alike[0].content.quote == example["content"]
    if "speaker" in example:
        assert list(alike[0].speaker) == example["speaker"]


@pytest.mark.parametrize("example", BASIS, ids=[e["text"][:30] for e in BASIS])
def test_the_words_that_say_how_it_is_known(example: Mapping[str, Any]) -> None:
    text = example["text"]
    found = list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))
    start = text.index(example["number"])
    figure = Figure(
        id="f1",
        document="a.txt",
        start=start,
        end=start + len(example["number"]),
        quote=example["number"],
        sentence=Span(0, len(text)),
        best=None,
        low=None,
        high=None,
        outcome=Outcome.KILLED,
    )
    (spoken,) = speak([figure], (), text, found, language=ENGLISH)
    assert spoken.basis is not None
    assert spoken.basis.quote == example["basis"]


def test_forms_are_listed_once_in_a_class_and_in_lower_case() -> None:
    for name, table in tables():
        forms = [line.partition(" + ") for line in table.get("forms", ())]
        lemmas = [(line.split()[0], particle) for line, _, particle in forms]
        assert len(lemmas) == len(set(lemmas)), name
        assert all(line == line.lower() for line, _, _ in forms), name


def test_particles_come_before_bare_forms() -> None:
    verbs = lexicon(ENGLISH).verbs["summed"]
    assert [verb.particle for verb in verbs] == ["up"]
