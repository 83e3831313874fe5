"""Whom and what a sentence is about: what a pronoun in the next ones may go back to."""

from __future__ import annotations

import re

from msgspec.structs import replace

from headwater.extract.calling import Called, called
from headwater.extract.contents import past_dateline
from headwater.extract.passages import Passage, Phrase
from headwater.extract.phrases import phrase_after, phrase_before
from headwater.extract.sources import people
from headwater.extract.subjects import main_subject

__all__ = ["mentions"]

_NAME_AND_VERB = re.compile("P(?=[vx])")
_WRITTEN = frozenset({"documents", "studies"})


def mentions(p: Passage) -> list[Called]:
    """The subject of a sentence, then people who are subjects in it too or own its subject, and the documents and bodies that it names, the last first.

    A sentence whose verb is not found has the phrase that it opens with for its subject.
    """
    start = past_dateline(p)
    opening = phrase_after(p, start) if p.tag[start] in "PDNJ" else None
    subject = main_subject(p, len(p.tokens)) or people(p, opening)
    found = [] if subject is None else [_called(p, subject)]
    found += _others(p, subject)
    found += _owners(p, subject)
    written = [at for at, listed in enumerate(p.sections[: len(p.tokens)]) if not _WRITTEN.isdisjoint(listed)]
    for at in reversed(written):
        if p.tag[at] in "NPg" and not p.quoted[at]:
            phrase = phrase_before(p, at)
            if phrase is not None and p.has("grammar.articles", phrase.first):
                holds = p.has("grammar.in", phrase.first - 1)
                found.append(replace(called(p, phrase.first, phrase.last), body=True, voiced=True, holds=holds))
    return found


def _others(p: Passage, first: Phrase | None) -> list[Called]:
    """People by name who are subjects of further verbs: "it was not until May that Ada Keller found the books"."""
    found = []
    for place in _NAME_AND_VERB.finditer(p.tags):
        at = place.end()
        if not p.quoted[at]:
            phrase = phrase_before(p, at - 1)
            if phrase is not None and (first is None or phrase.first != first.first):
                who = _called(p, phrase)
                found += [who] if who.named and who.person else []
    return found


def _owners(p: Passage, subject: Phrase | None) -> list[Called]:
    """Whoever by name or role owns the subject: "Colonel Tam's figure was never explained"."""
    if subject is None:
        return []
    at = next((at for at in range(subject.first + 1, subject.last) if p.has("grammar.genitive", at)), 0)
    who = called(p, subject.first, at) if at else None
    return [who] if who is not None and (who.person or who.body) and not who.plural else []


def _called(p: Passage, subject: Phrase) -> Called:
    first, last = subject.stands_for or (subject.first, subject.last)
    return called(p, first, last)
