"""Verbs, and nouns and names that the tagger takes for verbs."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.tokens import Token
from headwater.language.cues import Cues

__all__ = ["claims", "past_form", "verb_or_not"]

_OPENING = 2  # words of a sentence that may be a name and its verb


def verb_or_not(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> str:
    """The class of what was taken for a verb."""
    word, tag = tokens[at].lower, tags[at]
    if _witnesses(tokens, at, tags, cues) or claims(tokens, at, tags, cues):
        return "N"  # ", witnesses told us"
    if tag == "x":
        return "x"
    if tag in "bv" and _is_called(tokens, at, tags, cues):
        return "N"
    if cues.has("bodies.kinds", word) and at + 1 < len(tokens) and cues.has("bodies", tokens[at + 1].lower):
        return "N"  # "the Red Lantern aid group said"
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


def _is_called(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a verb is what somebody or a body is called: "Red Cross volunteer Ana Brandt", "the Velmar Conflict Monitor"."""
    word = tokens[at].lower
    if tags[at + 1 : at + 2] == "P" and cues.has("roles", word) and tokens[at + 1].text.istitle():
        return True
    return at > 1 and tokens[at].text.istitle() and tokens[at - 1].text.istitle() and cues.has("bodies", word)


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


def claims(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a plural of those who speak stands before a noun that is their verb, with "that" or an infinitive behind it: "opposition activists claim that", "the rebels claim to have"."""
    if at < 0 or tags[at + 1 : at + 2] != "N" or at + 2 >= len(tokens):
        return False
    verbs = cues.verbs.get(tokens[at + 1].lower, ())
    done = cues.has("grammar.to", tokens[at + 2].lower) and tags[at + 3 : at + 4] in ("b", "x")
    told = (done or cues.has("grammar.that", tokens[at + 2].lower)) and any("say" in verb.takes for verb in verbs)
    plural = tokens[at].lower.endswith(cues.endings("plural.endings"))
    return told and plural and cues.names("speaking", tokens[at].lower)


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
    return tags[past : past + 1] == "n" or (tags[past : past + 1] == "N" and past_form(form, cues))


def _owned_count(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether a verb is a noun for a count, behind whose it is."""
    owned = at > 0 and tags[at - 1] == "O" and cues.has("pronouns.owner", tokens[at - 1].lower)
    return owned and (tokens[at].lower in cues.naming or cues.has("basis.sources", tokens[at].lower))


def _opening_name(tokens: Sequence[Token], tags: str, cues: Cues) -> bool:
    """Whether a sentence opens with a surname and its verb, both taken for verbs: "Tolk put the dead at 12"."""
    named = tags[:2] == "bb" and tokens[0].text.istitle() and tokens[0].lower not in cues.verbs
    return named and tokens[1].lower in cues.verbs and tags[2:3] in ("D", "M")


def _subject(tokens: Sequence[Token], at: int, tags: str, cues: Cues) -> bool:
    """Whether what stands before a verb is its singular subject, so that the verb is finite: "the Signal put the dead at 12"."""
    if tags[at - 1] not in "NPJ" or tags[at - 2 : at - 1] not in ("D", "P", "J"):
        return False
    before = tokens[at - 1]
    known = before.text.istitle() or any(cues.has(kind, before.lower) for kind in ("speaking", "roles", "bodies"))
    return known and not {"x", "T"} & set(tags[:at])


def past_form(word: str, cues: Cues) -> bool:
    """Whether a word is a form of a verb of saying that is not its first."""
    verbs = cues.verbs.get(word, ())
    return bool(verbs) and all(verb.lemma != word for verb in verbs)
