"""Verbs of saying that the tagger takes for nouns: "Doctors fear that", "Police report 12 dead"."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase, verbal
from headwater.extract.phrases import phrase_before
from headwater.extract.sources import person
from headwater.language.cues import Verb

__all__ = ["mistaken", "turned_down"]

_TURNING = frozenset({"judge", "deny"})


def mistaken(p: Passage, index: int, verb: Verb) -> bool:
    """Whether a word tagged a noun is a verb: "Doctors fear that", "Police report 12 dead", "the count shows that"."""
    if p.tag[index] == "J" and verb.takes & {"figure", "tally"}:
        return p.tag[index + 1] == "M" and p.tag[index - 1] in "NP."
    if p.tag[index] != "N" or index == 0 or p.has("pronouns.owner", index - 1):
        return False  # "his claim that"
    if p.low[index + 1] in (",", ".") and "say" in verb.takes and p.low[index] != verb.lemma:
        named = phrase_before(p, index - 1)
        who = p.tag[index - 1] == "P" or p.names("speaking", index - 1)
        who = who or (p.low[index + 1] == "." and p.has("bodies", index - 1))  # ", the agency estimates."
        return who and named is not None and p.low[named.first - 1] == ","  # "the bill, Keller reckons, will …"
    if p.low[index + 1] == ":" and "utter" in verb.takes:
        return any(p.has(kind, index - 1) for kind in ("documents", "studies", "occasions"))
    if p.quoted[index - 1] and not p.quoted[index] and p.low[index] != verb.lemma and "say" in verb.takes:
        return p.tag[index + 1] in "PDO"  # "…," recalls Keller
    if p.low[index] != verb.lemma:
        if p.tag[index - 1] not in "NPJ" and not p.has("times", index - 1):
            return False
        told = p.has("grammar.that", index + 1) or turned_down(p, index + 1)
        if told or not _numbered(p, index + 1, verb):
            return told
        begun = next((at for at in range(index - 1, 0, -1) if p.low[at] == ";"), 0)
        return not verbal(p.tags[begun:index])
    if "find" in verb.takes and p.tag[index + 1] == "M" and not verbal(p.tags[:index]):
        return p.has("basis.sources", 0) and p.tag[1] == "n"  # "data compiled by the Observatory show 1,200"
    if not p.low[index - 1].endswith(p.cues.endings("plural.endings")) and not p.has("people.collective", index - 1):
        return False
    spoken_of = "about" in verb.takes and p.has("about.counted", index + 1) and not p.has("nouns", index)
    if not (p.has("grammar.that", index + 1) or _numbered(p, index + 1, verb) or spoken_of or _closes(p, index, verb)):
        return False
    alone = index == 1 or p.tag[index - 2] in "DJCS."  # "Consulates report that"
    return (
        person(p, Phrase(index - 1, index))
        or bool(verb.takes & {"tally", "find"})
        or (alone and p.has("grammar.that", index + 1))
    )


def turned_down(p: Passage, index: int) -> bool:
    """Whether a noun of saying is what the word before it does something with, a verb that was taken for a noun: "the ministry rejects reports that"."""
    if not (p.has("nouns", index) and p.has("grammar.that", index + 1)) or p.tag[index - 1] != "N":
        return False
    verbs = p.cues.verbs.get(p.low[index - 1], ())
    third = p.low[index - 1].endswith(p.cues.endings("plural.endings")) and p.tag[index - 2] in "NP"
    return third and any(not verb.takes.isdisjoint(_TURNING) and p.low[index - 1] != verb.lemma for verb in verbs)


def _numbered(p: Passage, at: int, verb: Verb) -> bool:
    """Whether a number follows a verb, words that bound it aside: "acknowledge only 11 dead", "admits to 14 deaths"."""
    at += p.has("grammar.to", at) and "act" in verb.takes
    while (p.tag[at] == "R" and p.has("adjuncts.kept", at)) or (p.tag[at] == "C" and p.has("adjuncts.only", at)):
        at += 1
    if (p.has("adjuncts.prepositions", at) and p.has("adjuncts.bounds", at + 1)) or p.has("adjuncts.comparing", at):
        at += 2  # "reports at least 20 dead", "report more than 20 dead"
    return p.tag[at + p.has("adjuncts.nearing", at)] == "M"


def _closes(p: Passage, index: int, verb: Verb) -> bool:
    """Whether a verb of saying or thinking ends its sentence, with its subject behind a comma: ", aid workers fear."."""
    if p.tag[index + 1] not in ".^" or p.low[index + 1] == "," or verb.takes.isdisjoint({"say", "think"}):
        return False
    those = phrase_before(p, index - 1)
    return those is not None and p.low[those.first - 1] == ","
