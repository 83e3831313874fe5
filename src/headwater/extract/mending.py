"""Classes of words that the tagger takes for others, set right by what the language data know of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.grammar.tokens import Token
from headwater.language.cues import Cues, Verb

__all__ = ["mended"]

_ASIDE = 24
_OPENING = 2  # words of a sentence that may be a name and its verb


# Where a rule may have work, told by the classes alone: at verbs, at signs of nothing, behind a subject or before a verb; at any word that is
# no name, number or pronoun only in a sentence that has a word for a count.
# The classes come first, and what stands around them after: the expressions run over all else with the one set.
_PLACES = re.compile("[NvbxJRZ](?:(?<=.N)|(?<=[vbxZ])|(?<=[NPO]R)|(?<=J)(?=[vnN](?![NP]))|(?<=DJ)(?=[vbx]))")
_ALL_PLACES = re.compile("[NvbxJRZSADg](?<!^N)")


def mended(tokens: Sequence[Token], tags: str, words: frozenset[str], cues: Cues, numerals: frozenset[str]) -> str:
    """The classes of the tokens, those set right that the word or its neighbours belie; `words` are those of the tokens, in lower case, or more."""
    if not numerals.isdisjoint(words):
        tags = "".join(["M" if token.lower in numerals else tag for token, tag in zip(tokens, tags, strict=True)])
    found = list(tags)
    places = _PLACES if cues.naming.isdisjoint(words) else _ALL_PLACES
    for place in places.finditer(tags):
        at = place.start()
        tag, token = tags[at], tokens[at]
        if tag == "N":
            if token.lower in cues.verbs:
                found[at] = _noun_or_verb(tokens, at, tags, cues)
        elif tag in "vbx":
            found[at] = _verb_or_not(tokens, at, tags, cues)
        elif tag == "Z" and token.lower in cues.verbs and at and tokens[at - 1].text.isalpha():
            found[at] = "v"  # "rescue teams say 12 died"
            found[at - 1] = "N" if found[at - 1] == "v" else found[at - 1]
        elif tag == "Z":
            found[at] = "N" if len(token.text) > 3 and token.text.isalpha() and token.text.islower() else tag
        elif token.lower in cues.naming:
            found[at] = "N"
        elif tag == "R" and _says(tokens, at, tags, cues):
            found[at] = "v"
        elif tag == "J" and _speaker(tokens, at, tags, cues):
            found[at] = "N"
        elif tag == "J" and _name(tokens, at, tags):
            found[at] = "P"
    return "".join(found)


def _noun_or_verb(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    """The class of a form of a verb of saying that was taken for a noun."""
    if _verb_of_speaker(tokens, at, tags, cues) or _shows(tokens, at, tags, cues):
        return "v"
    before = at - 1
    while before > 0 and tags[before] in "RA":
        before -= 1
    perfect = cues.has("grammar.perfect", tokens[before].lower) and _past(tokens[at].lower, cues)
    return "n" if perfect else "N"  # "had at first spoken of"


def _past(word: str, cues: Cues) -> bool:
    """Whether a word is a form of a verb of saying that is not its first."""
    verbs = cues.verbs.get(word, ())
    return bool(verbs) and all(verb.lemma != word for verb in verbs)


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
    verbs = cues.verbs.get(following, ())
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
    who = any(
        cues.has(kind, before) for kind in ("speaking", "roles", "bodies", "documents", "studies", "people.collective")
    )
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    counted = any("about" in verb.takes for verb in verbs) and cues.has("about.after", following)
    hanging = tags[at + 1 : at + 2] == "S" or (
        tags[at + 1 : at + 2] == "T" and any("intend" in verb.takes for verb in verbs)
    )
    if not cues.names("mute", before) and _gives(tokens, at, tags, verbs, cues):
        return True
    return (who or tags[at - 1] == "P") and (counted or hanging)


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
    takes = frozenset[str]().union(*(verb.takes for verb in verbs))
    if takes & {"say", "find", "tally"} and tags[at + 1 : at + 4].lstrip("RDAJ")[:1] == "M":
        return True
    near = range(at + 2, min(at + 7, len(tokens)))
    return "count" in takes and any(
        cues.has("count.before", tokens[here].lower) and "M" in tags[here + 1 : here + 4] for here in near
    )


def _subject(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether what stands before a verb is its singular subject, so that the verb is finite: "the Signal put the dead at 12"."""
    before = tokens[at - 1]
    known = before.text.istitle() or any(cues.has(kind, before.lower) for kind in ("speaking", "roles", "bodies"))
    return (
        known and tags[at - 1] in "NPJ" and tags[at - 2 : at - 1] in ("D", "P", "J") and not {"x", "T"} & set(tags[:at])
    )


def _owned_count(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a verb is a noun for a count, behind whose it is."""
    owned = at > 0 and tags[at - 1] == "O" and cues.has("pronouns.owner", tokens[at - 1].lower)
    return owned and (tokens[at].lower in cues.naming or cues.has("basis.sources", tokens[at].lower))


def _opening_name(tokens: Sequence[Token], tags: str, cues: Cues) -> bool:
    """Whether a sentence opens with a surname and its verb, both taken for verbs: "Tolk put the dead at 12"."""
    named = tags[:2] == "bb" and tokens[0].text.istitle() and tokens[0].lower not in cues.verbs
    return named and tokens[1].lower in cues.verbs and tags[2:3] in ("D", "M")


def _verb_or_not(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    word, tag = tokens[at].lower, tags[at]
    if _witnesses(tokens, at, tags, cues):
        return "N"  # ", witnesses told us"
    if tag == "x":
        return "x"
    if _owned_count(tokens, at, tags, cues):
        return "N"  # "its figures show that"
    if at < _OPENING:
        opening = _opens(tokens, at, tags, cues)
        if opening is not None:
            return opening
    if tag == "b" and at and word in cues.verbs and _subject(tokens, at, tags, cues):
        return "v"
    if cues.has("grammar.perfect", word) and _participle_follows(tokens, at, tags, cues):
        return "x"
    if tag == "b" and tags[at - 1 : at] == "D" and tags[at + 1 : at + 2] in ("v", "x", "."):
        return "N" if cues.names("speaking", word) else tag  # "the monitor said"
    free = at > 0 and cues.has("nouns.free", word)
    if free and at == 1 and tags[:2] == "bv" and tags[2:3] in ("v", "x") and tokens[0].lower not in cues.verbs:
        return "N"  # "Initial reports spoke of"
    return "N" if free and not tags[:at].strip("RJD") else tag  # "Earlier reports in the press that"


def _witnesses(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a verb is a plural of those who speak, before their verb of saying and with no subject of its own."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].lower in cues.verbs
        and tags[at + 1] in "vxn"
        and tags[at - 1 : at] not in ("N", "P", "O")
        and tokens[at].lower.endswith(cues.endings("plural.endings"))
        and cues.names("speaking", tokens[at].lower)
    )


def _opens(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str | None:
    """The class of one of the first two words of a sentence, taken for a verb, where it is a noun or name or the verb behind one."""
    token = tokens[at]
    if at == 0:
        rumour = cues.has("nouns.free", token.lower) and token.text.istitle()
        if rumour and token.lower.endswith(cues.endings("plural.endings")):
            return "N"  # "Rumours that"
        if tags[1:3] == "vv" and cues.has("nouns.free", tokens[1].lower):
            return "J"  # "Initial reports spoke of"
        if tags[1:3].lstrip("OP")[:1] in ("v", "x", "n") and token.text[:1].isupper():
            return "P"  # a surname before its verb
    if _opening_name(tokens, tags, cues):
        return "v" if at else "P"
    return None


def _participle_follows(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a participle follows a form of 'have', adverbs and "at first" between them: "had at first spoken of"."""
    turned = tags[at + 1 : at + 2] == "A" and at + 2 < len(tokens) and cues.has("adjuncts.turns", tokens[at + 2].lower)
    past = at + 3 if turned else at + 1
    past += len(tags[past:]) - len(tags[past:].lstrip("R"))
    form = tokens[past].lower if past < len(tokens) else ""
    return tags[past : past + 1] == "n" or (tags[past : past + 1] == "N" and _past(form, cues))
