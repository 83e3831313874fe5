"""Subjects of verbs: before their auxiliaries, over an apposition, by way of 'who', shared by 'and'."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase, back, verbal
from headwater.extract.phrases import phrase_before

__all__ = ["main_subject", "subject"]

#: A relative clause between a subject and its verb is no longer than this many tokens.
RELATIVE = 24
#: Between a participle and what it is of stand no more tokens than this: "claiming to speak for".
DOING = 4
_SPEAKERS = frozenset({"roles", "people.collective", "people.single", "bodies"})
_FULL_NAME = 2  # words of a name that is no place's


def subject(p: Passage, index: int, depth: int = 0) -> Phrase | None:
    """The subject of the verb at an index: before its auxiliaries, over an apposition, by way of 'who', or shared by 'and'."""
    at = back(p, index - 1)
    while "pronouns.reflexive" in p.sections[at]:
        at -= 1  # "Keller himself said"
    at = _past_times(p, at)
    if at < 0 or depth > 3:
        return None
    if at > 0 and p.low[at] == "." and (p.has("titles.behind", at - 1) or len(p.low[at - 1]) == 1):
        named = phrase_before(p, at - 1)  # "K. said", "Ada Keller Jr. said"
        return None if named is None or not p.tokens[at - 1].text[0].isupper() else Phrase(named.first, at + 1)
    listed = p.sections[at]
    if p.tag[at] == "A" and at == index - 1 and "grammar.of" in listed:
        return None  # "the number of confirmed dead": a participle of what follows
    if "grammar.genitive" in listed and not (p.tag[index] == "v" and _is_house(p, at)):
        return None  # what follows an owner is no verb of the owner's: "the mayor's alleged part"
    if "pronouns.relative" in listed and p.tag[at] in "ODS" and _refers(p, at):
        return _relative(p, at)
    if p.low[at] in (",", ")", "\u2014", "\u2013", "-"):
        return _before_aside(p, at, depth)
    if p.tag[at] == "C":
        return _shared(p, at, depth)
    phrase = phrase_before(p, at) or (Phrase(at, at + 1) if "times" in listed or p.tag[at] in "nvb" else None)
    if phrase is None:
        return None
    if p.tag[at] == "n" and p.has("possessed.pointing", at - 1):
        return Phrase(at - 1, at + 1)  # "those interviewed said"
    found = _over_relative(p, phrase if p.tag[at] in "nvb" else _over_participle(p, phrase))
    found = _over_doing(p, found) if found == phrase else found
    found = _joined(p, found) if p.tag[found.first - 1] == "C" else found
    return None if ("times" in listed or p.tag[at] in "vb") and p.tag[at] != "P" and found == phrase else found


def _is_house(p: Passage, at: int) -> bool:
    """Whether a genitive ends the name of a house behind a preposition: "a doctor at Saint Orin's said"."""
    start = at - 1
    while start > 0 and p.capital(start):
        start -= 1
    return start < at - 1 and p.tag[start] == "A"


def _joined(p: Passage, phrase: Phrase) -> Phrase:
    """A phrase with the one that "and" joins to it over an aside: "the mayor, Ada Keller, and the hospital said"."""
    comma = phrase.first - 2
    opening = _aside_start(p, comma) if p.low[comma] == "," and p.has("grammar.joining", comma + 1) else None
    if opening is None or opening < 1:
        return phrase
    hangs = p.has("pronouns.relative", opening + 1) or not verbal(p.tags[opening + 1 : comma])
    first = phrase_before(p, opening - 1) if hangs else None
    opens = first is not None and (p.tag[first.first - 1] in "^S" or p.has("grammar.that", first.first - 1))
    return Phrase(first.first, phrase.last) if first is not None and opens else phrase


def _past_times(p: Passage, at: int) -> int:
    """The index before words of time between a subject and its verb: 'the army today', 'the mayor last week'."""
    while at > 0 and "times" in p.sections[at] and p.tag[at - 1] in "NPJD" and not p.has("grammar.articles", at - 1):
        at -= 1 + (p.has("grammar.nearing", at - 1))
    return _past_occasion(p, at)


def _past_occasion(p: Passage, at: int) -> int:
    """The index before 'on Monday' and 'in a statement', where they stand between a subject and its verb."""
    listed = p.sections[at]
    if p.tag[at] == "M" and p.tag[at - 1] == "A" and p.has("pronouns.relative", at - 2):
        return at - 2  # "who in 2010 said"
    if not ("times" in listed or "occasions" in listed or ("occasions.turn" in listed and p.tag[at - 1] == "O")):
        return at
    start = at
    while start > 0 and p.tag[start] in "NJDPO" and p.tag[start - 1] in "NJDPAO" and at - start < 4:
        start -= 1
        if p.tag[start] == "A":
            break
    if start < 1 or p.tag[start] != "A":
        return at
    behind = p.tag[start - 1] in "NPC" or p.has("pronouns.relative", start - 1)  # "the mayor, who on Friday said"
    behind = behind or (p.low[start - 1] == "," and start > 3)  # "the mayor, Ada Keller, on Friday"
    return _past_occasion(p, start - 1) if behind else at


def _over_participle(p: Passage, phrase: Phrase) -> Phrase:
    """What a participle belongs to: 'the count released on Friday shows' is the count's showing."""
    at = phrase.first - 1
    if p.tag[at] == "A":
        at -= 1
    elif "times" not in p.sections[phrase.first]:
        return phrase
    if at < 1 or p.tag[at] not in "nv" or p.tag[at - 1] not in "NPJ" or verbal(p.tags[:at]):
        return phrase
    whole = phrase_before(p, at - 1)
    return (
        phrase
        if whole is None or p.tag[whole.first - 1] == "A"
        else Phrase(whole.first, phrase.last, (whole.first, whole.last))
    )


def _over_doing(p: Passage, phrase: Phrase) -> Phrase:
    """Whoever does what a participle tells that a phrase is of: "residents fleeing the town said", "a man claiming to speak for the guild said"."""
    at = phrase.first - 1
    while at > 0 and p.tag[at] in "ATbR" and phrase.first - at <= DOING:
        at -= 1
    if at < 1 or p.tag[at] != "g" or p.tag[at - 1] not in "NP" or p.quoted[at] != p.quoted[phrase.first]:
        return phrase
    whole = phrase_before(p, at - 1)
    opens = whole is not None and (p.tag[whole.first - 1] in "^SCv" or p.low[whole.first - 1] in (",", ";", ":"))
    if whole is None or not opens or not (p.names("speaking", at - 1) or p.has_any(_SPEAKERS, at - 1)):
        return phrase
    return Phrase(whole.first, phrase.last, (whole.first, phrase.last))


def _over_relative(p: Passage, phrase: Phrase) -> Phrase:
    """The antecedent, where the phrase ends its relative clause: 'an aide who spoke to witnesses said' is the aide."""
    if "grammar.by" in p.sections[phrase.first - 1] and p.has("quoted", phrase.first - 2):
        quoted = phrase_before(p, phrase.first - 3)
        return Phrase(quoted.first, phrase.last) if quoted else phrase
    floor = max(-1, phrase.first - RELATIVE)
    if not verbal(p.tags[floor + 1 : phrase.first + 1]):
        return phrase
    inside = p.quoted[phrase.first]
    verbs = int(p.tag[phrase.first] in "vx")  # "a nun who works there said"
    for at in range(phrase.first - 1, floor, -1):
        tag, listed = p.tag[at], p.sections[at]
        if p.quoted[at] != inside or (tag == "." and p.low[at] in (",", ";", ":", "\u2014")):
            break
        that = "grammar.that" in listed and not (
            tag == "O" and p.tag[at + 1] == "v" and _opens_with(p, at - 1)
        )  # "the movement that claimed it, in a statement, put"
        relative = ("pronouns.relative" in listed and not that) or "pronouns.whose" in listed
        if verbs and relative and p.tag[at - 1] in "NP":
            whole = phrase_before(p, at - 1)
            return Phrase(whole.first, phrase.last) if whole else phrase
        verbs += tag in "vx"
    return phrase


def _opens_with(p: Passage, at: int) -> bool:
    """Whether a phrase that ends at an index opens its sentence, and names nothing said: "the movement", no "the claim"."""
    phrase = phrase_before(p, at)
    return phrase is not None and p.tag[phrase.first - 1] == "^" and not p.has("nouns", at)


def main_subject(p: Passage, index: int, begun: int = 0) -> Phrase | None:
    """The subject of the main verb before an index: the first finite verb, from another index on, that no subordinator or relative opens."""
    for at in range(begun, index):
        if p.tag[at] in "vx" and not p.quoted[at] and p.tag[at + 1] != "x":
            found = subject(p, at)
            if found is not None and not _subordinate(p, found):
                return found
    return None


def _subordinate(p: Passage, phrase: Phrase) -> bool:
    return p.tag[phrase.first - 1] == "S" or p.has("pronouns.relative", phrase.first) or phrase.stands_for is not None


def _refers(p: Passage, at: int) -> bool:
    """Whether a pronoun goes back to what stands before it; 'that' after a verb opens a clause."""
    return p.tag[at - 1] in "NPM" if p.has("grammar.that", at) else p.tag[at - 1] not in "v^"


def _relative(p: Passage, at: int) -> Phrase:
    before = at - 1
    if p.low[before] == ",":
        before -= 1
    if p.tag[before] == "A":
        # "all of whom said": the pronoun's phrase goes back to what stands before it.
        start = before - 1 if p.tag[before - 1] in "DOMN" else before
        further = phrase_before(p, start - 2 if p.low[start - 1] == "," else start - 1)
        return Phrase(start, at + 1, (further.first, further.last) if further else None)
    phrase = phrase_before(p, before) if before >= 0 else None
    if phrase is not None and before < at - 1 and p.low[phrase.first - 1] == ",":
        # "Ada Keller, the surgeon, who said": the apposition is of the one before it.
        whole = phrase_before(p, phrase.first - 2)
        phrase = Phrase(whole.first, phrase.last) if whole and p.tag[whole.last - 1] == "P" else phrase
    return Phrase(at, at + 1, (phrase.first, phrase.last) if phrase else None)


def _before_aside(p: Passage, at: int, depth: int) -> Phrase | None:
    """The subject before an aside that ends at an index: 'Rossi, the minister, said'."""
    opening = _aside_start(p, at)
    if opening is None or opening < 1:
        return None
    aged = 2 if p.tag[opening - 1] == "M" and p.low[opening - 2] == "," else 0  # "Keller, 19, who gave no other name,"
    phrase = phrase_before(p, opening - aged - 1 - p.has("adjuncts.adverbs", opening - 1))  # "the mayor there, …,"
    if phrase is None and p.low[opening - 1] == ")":
        return _past_bracket(p, opening, at)
    if phrase is None:
        last = Phrase(opening - 1, opening)
        whole = _over_relative(p, last) if p.tag[opening - 1] in "vn" else last
        return (
            None if whole is last else Phrase(whole.first, at + (p.low[at] == ")"))
        )  # "a woman who survived, Ada Keller, said"
    phrase = _over_doing(p, _over_relative(p, phrase))  # "the pilot who will guide them, a man of 40, said"
    named = _named_before(p, phrase) or _before_participle(p, phrase) or phrase
    return Phrase(named.first, at + (p.low[at] == ")"), None)


def _before_participle(p: Passage, phrase: Phrase) -> Phrase | None:
    """Whoever opens the sentence and does what a participle tells that a phrase ends: "the mayor, citing the guild, a union of farmers, said"."""
    for at in range(phrase.first - 1, max(1, phrase.first - RELATIVE), -1):
        if p.tag[at] in "vxS" or p.low[at] in (";", ":") or p.quoted[at]:
            return None
        if p.low[at] == ",":
            whole = phrase_before(p, at - 1) if p.tag[at + 1] in "gn" else None
            return whole if whole is not None and p.tag[whole.first - 1] == "^" else None
    return None


def _past_bracket(p: Passage, opening: int, end: int) -> Phrase | None:
    """The subject before a bracket and an aside behind it: "Ada Keller (Harbour Union), its head, said"."""
    bracket = _aside_start(p, opening - 1)
    phrase = phrase_before(p, bracket - 1) if bracket else None
    return Phrase(phrase.first, end) if phrase is not None else None


def _named_before(p: Passage, office: Phrase) -> Phrase | None:
    """The name before an office that goes on behind a comma: "Ada Keller, minister of health, care and sport, said"."""
    head = next((at for at in range(office.first + 1, office.last) if p.tag[at] == "A"), office.last) - 1
    if p.low[office.first - 1] != "," or not (p.has("roles", head) or p.names("speaking", head)):
        return None
    name = phrase_before(p, office.first - 2)
    if name is None or name.last - name.first < _FULL_NAME or p.tag[name.first - 1] == "A":
        return None
    return name if p.tag[name.last - 1] == "P" and p.tokens[name.last - 1].text[:1].isupper() else None


def _aside_start(p: Passage, at: int) -> int | None:
    pair = {",": ",", ")": "(", "\u2014": "\u2014", "\u2013": "\u2013", "-": "-"}[p.low[at]]
    for index in range(at - 1, max(-1, at - 40), -1):
        if p.low[index] == pair:
            return index
        if p.low[index] in (";", ":") or (p.quoted[index] and not p.quoted[at]):
            return None
    return None


def _shared(p: Passage, at: int, depth: int) -> Phrase | None:
    """The subject of the finite verb before 'and' or 'but', for the verb after it; verbs of subordinate clauses are passed."""
    for index in range(at - 1, max(-1, at - 40), -1):
        if p.tag[index - 1] == "T":
            continue  # "asked for his name to be withheld, but said"
        finite = p.tag[index] in "vx" or (p.tag[index] == "n" and _alone(p, index, at))
        if finite and p.tag[index + 1] != "x" and p.quoted[index] == p.quoted[at] and not _under(p, index):
            return subject(p, index, depth + 1)
    return None


def _alone(p: Passage, index: int, end: int) -> bool:
    """Whether a form that may be a participle is the verb of its clause: behind a noun, with no other verb before `end`."""
    return p.tag[index - 1] in "NPO" and not verbal(p.tags[:end])


def _under(p: Passage, index: int) -> bool:
    """Whether a finite verb stands in a clause that a subordinator, 'that' or a relative opens, with no comma before it."""
    for at in range(back(p, index - 1), -1, -1):
        if p.tag[at] in "vx" or p.low[at] in (",", ";", ":"):
            return False
        if p.tag[at] == "S" or p.has("grammar.that", at) or (p.has("clauses", at) and not p.has("pronouns.person", at)):
            return p.low[at - 1] != ","  # ", while the mayor denied it and said"
    return False
