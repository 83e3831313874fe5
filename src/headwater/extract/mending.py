"""Classes of words that the tagger takes for others, set right by what the language data know of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from headwater.extract.cue_words import CueWord
from headwater.extract.mending_verbs import claims, past_form, verb_or_not
from headwater.grammar.tokens import Token
from headwater.language.cues import Cues, Verb

__all__ = ["mended"]

_ASIDE = 24
_VERBS = "vbx"
#: Sections of those who may speak of a count.
_WHO = frozenset({"speaking", "roles", "bodies", "documents", "studies", "people.collective"})
#: Verbs that open a sentence, signs of nothing, and behind an article a verb or an adjective before a verb: whatever the word is.
_CLASSES = re.compile("Z|(?<=D)(?:b|J(?=[vbx]))|[vbx](?<=^.)|[vbx](?<=^..)")
_SOME = ("Z", "Db", "DJv", "DJb", "DJx")


def mended(tokens: Sequence[Token], told: Sequence[CueWord | None], tags: str, cues: Cues) -> str:
    """The classes of the tokens, of which `told` is what `cue_words` tell, those set right that the word or its neighbours belie.

    A rule is asked where the word has a class that `cue_words` tells it may be mended in: a rule for other words or classes has to be told of there.
    """
    found: dict[int, str] = {}
    for at in _places(told, tags):
        tag, token = tags[at], tokens[at]
        better = tag
        if tag == "N":
            if at and token.lower in cues.verbs:
                better = _noun_or_verb(tokens, at, tags, cues)
        elif tag in _VERBS:
            better = verb_or_not(tokens, at, tags, cues)
        elif tag == "n":
            better = _said(tokens, at, tags, cues)
            if better == "v" and at == 2 and tags[0] in "RJ":
                found[0] = "P"
        elif tag == "Z":
            better = _of_nothing(tokens, at, tags, cues)
            if better == "v" and found.get(at - 1, tags[at - 1]) == "v":
                found[at - 1] = "N"
        elif tag in "RJSADg":
            better = _other(tokens, at, tags, cues)
        if better != tag:
            found[at] = better
    if not found:
        return tags
    return "".join([found.get(at, tag) for at, tag in enumerate(tags)])


def _places(told: Sequence[CueWord | None], tags: str) -> Sequence[int]:
    """Where a rule may have work, in order: at words that tell, where a sentence opens, and where the classes alone tell."""
    places = [at for at, word in compress(enumerate(told), told) if word is not None and tags[at] in word.mended]
    if tags[:1] in _VERBS or tags[1:2] in _VERBS or any(map(tags.__contains__, _SOME)):
        return sorted({*places, *[place.start() for place in _CLASSES.finditer(tags)]})
    return places


def _of_nothing(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    """The class of what was taken for a sign of nothing."""
    text = tokens[at].text
    if at and tokens[at].lower in cues.verbs and tokens[at - 1].text.isalpha():
        return "v"  # "rescue teams say 12 died"
    return "N" if len(text) > 3 and text.isalpha() and text.islower() else tags[at]


def _other(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    """The class of what was taken for an adjective, adverb, preposition or the like."""
    tag = tags[at]
    if tokens[at].lower in cues.naming:
        return "N"
    if tag == "R" and _says(tokens, at, tags, cues):
        return "v"
    if tag == "J":
        if _speaker(tokens, at, tags, cues):
            return "N"
        if _name(tokens, at, tags):
            return "P"
    return tag


def _noun_or_verb(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    """The class of a form of a verb of saying that was taken for a noun."""
    if _verb_of_speaker(tokens, at, tags, cues) or _shows(tokens, at, tags, cues) or claims(tokens, at - 1, tags, cues):
        return "v"
    if at and cues.has("negation.neither", tokens[at - 1].lower):
        return "b"  # "would neither confirm nor deny"
    before = at - 1
    while before > 0 and tags[before] in "RA":
        before -= 1
    perfect = cues.has("grammar.perfect", tokens[before].lower) and past_form(tokens[at].lower, cues)
    return "n" if perfect else "N"  # "had at first spoken of"


def _said(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    """The class of a plain verb of saying that was taken for a participle behind a subject and an adverb: "Brandt earlier told reporters"."""
    who = (
        "NPORJ" if at == 2 and tokens[0].text.istitle() else "NPO"
    )  # a name that opens the sentence may look like anything
    subject = at > 1 and tags[at - 1] == "R" and tags[at - 2] in who and "x" not in tags[max(0, at - 4) : at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    passive = cues.has("grammar.by", following) or tags[at + 1 : at + 2] in ("T", "")
    return "v" if subject and not passive else "n"


def _name(tokens: Sequence[Token], at: int, tags: str) -> bool:
    """Whether an adjective is a name: written with a capital between an article and a verb: "the Signal put"."""
    return tags[at - 1 : at] == "D" and tags[at + 1 : at + 2] in ("v", "b", "x") and tokens[at].text.istitle()


def _says(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether an adverb is a verb of saying behind its subject: "the bailiff swore under oath"."""
    word = tokens[at].lower
    return tags[at - 1 : at] in ("N", "P", "O") and any(
        "say" in verb.takes and verb.lemma != word for verb in cues.verbs.get(word, ())
    )


def _speaker(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether an adjective is a person, for a verb of saying follows it: "the warden snapped that", "the historian prefers to"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    verbs = cues.verbs.get(following)
    if verbs is None:
        return False
    said = any(verb.lemma != following for verb in verbs) and not cues.has("nouns", following)
    return (
        said
        and tags[at + 1] in "vnN"
        and tags[at + 2 : at + 3] not in ("N", "P")
        and cues.has("speaking", tokens[at].lower)
    )


def _shows(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a noun is a verb of finding before 'that': "figures released by the ministry show that"."""
    word = tokens[at].lower
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    verbs = () if cues.has("nouns", word) else cues.verbs.get(word, ())
    return cues.has("grammar.that", following) and tags[at - 1] in "NP" and any("find" in verb.takes for verb in verbs)


def _verb_of_speaker(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a plural behind one who speaks is a verb: "the company speaks of 12", "the historian prefers to"."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    verbs = [verb for verb in cues.verbs.get(word, ()) if verb.lemma != word]
    if not verbs or cues.has("nouns", word) or not word.endswith(cues.endings("plural.endings")):
        return False
    before = _before_relative(tokens, at, cues) or before
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    counted = any("about" in verb.takes for verb in verbs) and cues.has("about.after", following)
    hanging = tags[at + 1 : at + 2] == "S" or (
        tags[at + 1 : at + 2] == "T" and any("intend" in verb.takes for verb in verbs)
    )
    if not cues.names("mute", before) and _gives(tokens, at, tags, verbs, cues):
        return True
    return (counted or hanging) and (tags[at - 1] == "P" or not _WHO.isdisjoint(cues.listed[before]))


def _before_relative(tokens: Sequence[Token], at: int, cues: Cues) -> str:
    """The word before a relative clause between commas that ends at an index: "the ministry, which runs it, speaks of"; empty where there is none."""
    if tokens[at - 1].text != ",":
        return ""
    for comma in range(at - 3, max(0, at - _ASIDE), -1):
        if tokens[comma].text == ",":
            return tokens[comma - 1].lower if cues.has("pronouns.relative", tokens[comma + 1].lower) else ""
    return ""


def _gives(tokens: Sequence[Token], at: int, tags: str, verbs: Sequence[Verb], cues: Cues) -> bool:
    """Whether a count follows a verb: "the guild reckons about 40 mills have closed", "the district reckons the damage at 12 million"."""
    if "M" not in tags[at + 1 : at + 10]:
        return False
    takes = frozenset[str]().union(*(verb.takes for verb in verbs))
    if takes & {"say", "find", "tally"} and tags[at + 1 : at + 4].lstrip("RDAJ")[:1] == "M":
        return True
    near = range(at + 2, min(at + 7, len(tokens)))
    return "count" in takes and any(
        cues.has("count.before", tokens[here].lower) and "M" in tags[here + 1 : here + 4] for here in near
    )
