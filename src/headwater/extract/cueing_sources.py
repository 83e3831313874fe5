"""Who is the source of a verb: its subject before or behind, whoever a participle or infinitive hangs on; and who is told."""

from __future__ import annotations

from itertools import pairwise

from headwater.extract.adjuncts import opens
from headwater.extract.contents import clausal, complement, past_hedge
from headwater.extract.cueing_mistaken import mistaken
from headwater.extract.cueing_takes import VALUED
from headwater.extract.passages import Passage, Phrase, back, verbal
from headwater.extract.phrases import phrase_after, phrase_before
from headwater.extract.sources import mute, person, voiced, with_aside
from headwater.extract.subjects import main_subject, subject
from headwater.language.cues import Verb

__all__ = ["behind", "listener", "source_of", "speaks"]

_SPOKEN = frozenset({"say", "utter"})
_PARTICIPLES = frozenset({"say", "tell", "utter", "accuse", "judge"})
#: Classes of verbs that "it" may be the subject of.
_OF_IT = frozenset({"say", "find", "about"}) | VALUED
#: Classes of verbs whose subject anyone may be who has a voice.
_PLAIN = frozenset({"say", "tell", "find", "count", "tally", "figure", "deny"})


#: "Spoke of" and its number stand this near to each other and to the subject.
NEAR = 4


def source_of(p: Passage, index: int, verb: Verb, speaker: Phrase | None) -> Phrase | None:
    """Whoever says it: the verb's subject, or that of the verb it hangs on; `speaker` spoke last in the sentence."""
    tag = p.tag[index]
    if "tell" in verb.takes and p.has("hearers", index - 1) and p.tag[index - 2] not in "DPJ" and tag in "vn":
        return None  # "Court told of 40 leaks"
    if tag == "g" and not p.has("be", back(p, index - 1) + 1):
        return _of_participle(p, index, verb, speaker)
    if tag == "b" and p.has("grammar.to", index - 1):
        return _of_infinitive(p, index, verb)
    if tag == "n" and p.tag[back(p, index - 1) + 1] != "x" and not p.has("plain", index):
        start = complement(p, index + 1, verb.takes)
        valued = start is not None and "count" in verb.takes and p.has("count.before", start)
        numbered = start is None and verb.takes & {"find", "think"} and p.tag[_opening(p, index)] == "M"
        if numbered:
            return None  # "six bodies found"
        if p.has("doing", index) and p.tag[index + 1] == "g":
            found = subject(p, index)  # "a diver, Ada Keller, recalled bringing up 14 bodies"
            return found if found is not None and voiced(p, found) and not mute(p, found) else None
        return subject(p, index) if start is None or valued or _finite(p, start) else None
    found = subject(p, index)
    let = tag == "b" and found is not None and p.has("aspects.letting", found.first - 1)
    return None if let else found  # "let him explain"


def _opening(p: Passage, index: int) -> int:
    """The index at which the noun phrase before an index begins; the index before it where there is none."""
    phrase = phrase_before(p, index - 1)
    return index - 1 if phrase is None else phrase.first


def _finite(p: Passage, start: int) -> bool:
    """Whether what follows a form that may be a participle makes it a finite verb: a clause, an object, an infinitive."""
    if p.tag[start] == "J" and p.tag[start + 1] not in "NPJ":
        return False  # "reported dead", "found safe"
    if p.has("adjuncts.nearing", start) and p.tag[start + 1] == "M":
        return clausal(p, start + 1)  # "claimed over 40 boats had sunk"
    if past_hedge(p, start) > start:
        return True  # "the union counted at least 40 dead"
    return clausal(p, start) or p.has("grammar.to", start) or (p.tag[start] in "DPOMJN" and not p.has("times", start))


def _of_infinitive(p: Passage, index: int, verb: Verb) -> Phrase | None:
    """Who says it in "went on to say" and "continues to insist"."""
    at = index - 2
    if p.tag[at] in "AR" and p.has("aspects", at - 1):
        at -= 1
    if p.has("aspects.able", at) and p.has("be", at - 1):
        return subject(p, at - 1)  # "was able to confirm 22"
    if p.has("aspects.refusing", at):
        return None  # "declined to comment on a claim that nine had died"
    if p.has("aspects", at):
        return subject(p, at)
    found = main_subject(p, index) if p.cues.has("plain", verb.lemma) else None
    return None if found is None or p.has("pronouns.it", found.first) else found


def _of_participle(p: Passage, index: int, verb: Verb, speaker: Phrase | None) -> Phrase | None:
    """Who says it in "…, adding that", "after saying" or "a note saying"."""
    if verb.takes.isdisjoint(_PARTICIPLES):
        return None
    at = index - 1
    while p.tag[at] == "R":
        at -= 1
    if p.has("grammar.as", at):
        return None
    if p.tag[at] in "NP":
        return phrase_before(p, at) if verb.takes & {"say", "tell"} else None
    if p.low[at] == "," and p.has("citing", index) and _is_aside(p, index):
        return None  # "the Gazette, quoting a nurse, said": what follows is no more of the citing
    if p.low[at] == ",":
        named = phrase_before(p, at - 1)
        if named is not None and p.low[named.first - 1] == ";":
            return named  # "; Brandt, writing later, …"
    if p.low[at] == "," or p.tag[at] in "CAS^" or p.quoted[max(at, 0)]:
        begun = _own_clause(p, index)
        goes_on = speaker is not None and (speaker.first >= begun or p.has("plain.going_on", index))
        spoke = speaker if goes_on else None
        return _of_relative(p, at - 1) or spoke or main_subject(p, index, begun)
    return None


def _own_clause(p: Passage, index: int) -> int:
    """Where the clause begins that a participle hangs on: behind the last ", and" or ", but" with a subject and verb of its own; else the sentence's."""
    for at in range(index - 2, 1, -1):
        if p.tag[at] == "C" and p.low[at - 1] == "," and not p.quoted[at]:
            phrase = phrase_after(p, at + 1)
            follows = phrase is not None and p.tag[phrase.last] in "vx" and phrase.last < index
            if phrase is not None and follows and p.tag[phrase.last - 1] != "M" and voiced(p, phrase):
                return at + 1
    return 0


def _is_aside(p: Passage, index: int) -> bool:
    """Whether a participle and whom it names stand between a subject and its verb."""
    phrase = phrase_after(p, index + 1)
    return phrase is not None and p.low[phrase.last] == "," and p.tag[phrase.last + 1] in "vx"


def _of_relative(p: Passage, at: int) -> Phrase | None:
    """Who says it in "a claim the army denied, saying that": the subject of the verb right before, where a noun stands before that subject."""
    if at < 2 or p.tag[at] != "v" or p.low[at] not in p.cues.verbs:
        return None
    found = subject(p, at)
    before = found.first - 1 if found is not None else 0
    return found if before > 0 and (p.tag[before] == "N" or p.has("pronouns.relative", before)) else None


def behind(p: Passage, index: int, last: int, verb: Verb) -> Phrase | None:
    """The subject after its verb: `…," said Rossi`."""
    at = index - 1
    if at >= 0 and not (p.low[at] in (",", "\u2014", "\u2013") or p.quoted[at]):
        return None
    closing = p.tag[index] == "b" and p.low[at] == ","  # "Nine held after riot, say police"
    form = p.tag[index] in "vn" or closing or (p.tag[index] == "N" and mistaken(p, index, verb))
    if not form or verb.takes.isdisjoint(_SPOKEN):
        return None
    if at > 0 and not p.quoted[at] and not _clause(p.tags[:at]):
        return None
    phrase = phrase_after(p, last)
    if phrase is None or p.tag[phrase.last] in "vx" or p.has("times", phrase.first) or opens(p, phrase.first):
        return None
    if closing and p.tag[phrase.last] not in "^.":
        return None
    if p.tag[phrase.last] == "C" and p.tag[phrase.last - 1] == "O" and not p.quoted[at]:
        return None  # "Keller, a cook, said she and three others had fled"
    named = p.has("bodies", phrase.last - 1) or p.capital(phrase.last - 1)  # "… are false, said the NCPA."
    body = p.tag[phrase.last] in ".^" and p.tag[phrase.first] == "D" and named
    spoken = closing or body or (index > 0 and p.quoted[index - 1])
    if p.has("people.collective", phrase.first) and p.has("grammar.of", phrase.first + 1):
        return (
            phrase if person(p, Phrase(phrase.first + 2, phrase.last)) else None
        )  # no "confirmed most of the account"
    speaks_up = person(p, phrase) or (spoken and voiced(p, phrase) and not mute(p, phrase))
    return with_aside(p, phrase) if speaks_up else None


def _clause(tags: str) -> bool:
    """Whether words can be what is said, not the name before an aside: they have a verb or count something."""
    return verbal(tags) or any(pair[0] == "M" and pair[1] != "A" for pair in pairwise(tags))


def speaks(p: Passage, source: Phrase, verb: Verb) -> bool:
    """Whether a phrase can be a source: for cues that are no plain saying a name, a role or people."""
    head = source.last - 1
    listed = p.sections[head]
    if source.last - source.first == 1:
        if p.tag[head] == "D" and "people.collective" not in listed:
            return False
        if "pronouns.mute" in listed and source.stands_for is None:
            of_it = not verb.takes.isdisjoint(_OF_IT) or ("intend" in verb.takes and _to_say(p, source.last))
            return "pronouns.it" in listed and of_it
    if "addressed" in listed:
        return False  # "older readers will recall"
    if "hearers" in listed and "think" in verb.takes:
        return True  # "the inquest heard that"
    if mute(p, source):
        costed = "count" in verb.takes and p.holds("count.of", source.last, source.last + 5)
        return (costed or "find" in verb.takes) and p.tag[head] != "M"  # "the insurance puts the damage at 4 million"
    if not verb.takes.isdisjoint(_PLAIN):
        return True
    if "about" in verb.takes and (p.has("nouns.free", head) or (p.has("bodies", head) and _spoken_of(p, source.last))):
        return True  # "the first reports spoke of", "state radio first spoke of five"
    if "utter" in verb.takes and any(p.has(kind, head) for kind in ("documents", "studies", "occasions")):
        return True  # "the telegram read:"
    return person(p, source) or source.stands_for is not None


def _to_say(p: Passage, at: int) -> bool:
    """Whether a verb of saying stands in the infinitive behind a verb that stands at an index or right behind it: "declined to say"."""
    to = next((here for here in range(at, at + NEAR) if p.has("grammar.to", here)), 0)
    return to > 0 and p.low[to + 1] in p.cues.verbs


def _spoken_of(p: Passage, at: int) -> bool:
    """Whether a number of something is spoken of right behind a verb that stands at an index or shortly after."""
    of = next((here for here in range(at, at + NEAR) if p.has("about.counted", here)), 0)
    return of > 0 and "M" in p.tags[of + 1 : of + NEAR]


def listener(p: Passage, last: int, verb: Verb) -> tuple[int, int] | None:
    """Whoever is told, where that may be one who passes it on."""
    if "tell" not in verb.takes:
        return None
    end = last
    while end < len(p.tokens) and (p.tokens[end].text[:1].isupper() or (p.tag[end] == "D" and end == last)):
        end += 1
    if p.has("grammar.genitive", end) and p.tokens[end + 1 : end + 2] and p.capital(end + 1):
        end += 1  # "told the Gazette's Ada Keller"
        while end < len(p.tokens) and p.tokens[end].text[:1].isupper():
            end += 1
    ours = p.has("reporters.own", last) and p.has("reporters", last + 1) and last + 2 < len(p.tokens)
    if ours and p.tokens[last + 2].text[:1].isupper():
        phrase = phrase_after(p, last + 2)  # "told our reporter Ada Keller"
        return None if phrase is None else (phrase.first, phrase.last)
    known = any(p.has("listeners", at) or p.tag[at] == "O" or _role(p, at) for at in range(last, end))
    return (last, end) if end > last and p.tokens[end - 1].text[:1].isupper() and not known else None


def _role(p: Passage, at: int) -> bool:
    """Whether a word is a role or a plural of people: they hear, and pass nothing on."""
    people = p.tag[at] == "N" and p.low[at].endswith(p.cues.endings("people.endings"))
    return people or (p.has("roles", at) and not p.has("bodies", at))
