"""What is said: the words that a cue's source is made to say, before the cue, after it, or on both sides."""

from __future__ import annotations

from headwater.extract.adjuncts import adjunct, opens, past_listener
from headwater.extract.passages import Passage, verbal
from headwater.extract.phrases import phrase_after
from headwater.extract.quotations import Quotation, Quotations

__all__ = [
    "after",
    "around",
    "before",
    "clausal",
    "clause_around",
    "complement",
    "past_dateline",
    "past_hedge",
    "reach",
]

#: A dateline is no longer than this many tokens.
DATELINE = 16
#: An aside between a cue and its "that" is no longer than this many tokens.
ASIDE = 16
#: A paragraph of no more tokens than this may be but who says what the one before it quotes: "Keller said."
BRIEF = 6

_ENDS = frozenset(",.;!?)\u2014\u2013-")
_MARKS = frozenset("\"\u201c\u201d`'\u2018\u2019\u00ab\u00bb")
#: Classes of verbs between which and what is said adverbs, times and occasions may stand.
_PASSING = frozenset({"say", "think", "tell", "utter", "find"})
_LINKS = " ,\n\t\u2014\u2013-"


def complement(p: Passage, index: int, takes: frozenset[str]) -> int | None:
    """Where the words said begin after a cue that ends at an index; `None` where nothing said follows it.

    Whom it is told to, when and where it is said are passed over: "told reporters on Tuesday that".
    """
    if "tell" in takes:
        index = past_listener(p, index)
    for _ in range(6):
        if index >= len(p.tokens):
            return None
        low = p.low[index]
        if low == ":" or opens(p, index):
            return index + (low == ":")
        if low == ",":
            if p.has("adjuncts.quote", index + 1):
                index += 1 + (p.low[index + 2] in (",", ":"))  # `said, quote, "…`
            return index + 1 if opens(p, index + 1) else _past_aside(p, index)
        if low in _ENDS or low in _MARKS:
            return None
        step = index if takes.isdisjoint(_PASSING) else adjunct(p, index)
        if step == index:
            return index
        index = step
    return None


def clause_around(p: Passage, first: int, last: int) -> tuple[int, int]:
    """The place of the clause that an aside, tokens `[first, last)`, stands in: from a semicolon or ", and" to a semicolon."""
    opened = (at for at in range(first - 1, -1, -1) if p.low[at] == ";" or (p.low[at] == "," and p.tag[at + 1] == "C"))
    start = next(opened, -1) + 1
    start += p.tag[start] == "C"
    stop = next((at for at in range(last, len(p.tokens)) if p.low[at] == ";"), len(p.tokens))
    while p.tag[stop - 1] == "." and stop > last:
        stop -= 1
    return p.tokens[start].start, p.tokens[stop - 1].end


def _past_aside(p: Passage, index: int) -> int | None:
    """The index of 'that' after an aside between two commas: "said, citing the army, that"."""
    for at in range(index + 1, min(index + ASIDE, len(p.tokens) - 1)):
        if p.low[at] == ",":
            return at + 1 if p.has("grammar.that", at + 1) else None
    return None


def clausal(p: Passage, index: int) -> bool:
    """Whether what begins at an index is a quotation, a clause or a question, not a mere noun phrase."""
    subordinate = p.tag[index] == "S" and not p.has("grammar.of", index)
    if opens(p, index) or subordinate or p.low[index - 1] == ":":
        return True
    if p.has("clauses", index):
        return True
    phrase = phrase_after(p, past_hedge(p, index))
    if phrase is None:
        return False
    end = phrase.last
    while p.tag[end] == "R":
        end += 1
    return p.tag[end] in "vx"


def past_hedge(p: Passage, index: int) -> int:
    """The index of the number that one or two words bound: "feared at least 20 had died", "believes over 40 are missing"."""
    ahead = next((at for at in (index + 1, index + 2) if p.tag[at] == "M" or _is_dozen(p, at)), index)
    return ahead if all(p.tag[at] in "ARJS" for at in range(index, ahead)) else index


def _is_dozen(p: Passage, at: int) -> bool:
    """Whether a number in words of two begins at an index: "a dozen"."""
    return p.has("grammar.indefinite", at) and p.has("shares", at + 1)


def after(p: Passage, index: int, stop: int, quotes: Quotations) -> tuple[int, int] | None:
    """The place of the words said after a cue: from the token at an index to the end of the sentence or to a stop."""
    stop = min(stop, len(p.tokens))
    if index >= stop:
        return None
    start = p.tokens[index].start
    if opens(p, index):
        quotation = quotes.at(start)
        if quotation is not None and (quotation.end >= p.tokens[-1].end - 1 or _ends_speech(p, quotation)):
            return start, quotation.end
    while stop > index and p.low[stop - 1] in (".", ",", ";", "!", "?", "\u2014", "\u2013", "\n"):
        stop -= 1
    return (start, p.tokens[stop - 1].end) if stop > index else None


def _ends_speech(p: Passage, quotation: Quotation) -> bool:
    inside = [token for token in p.tokens if quotation.start <= token.start < quotation.end]
    return len(inside) > 2 and inside[-2].text in ",.!?"


def reach(p: Passage, start: int, quotes: Quotations) -> int:
    """Where what is said from an index on ends, in code points."""
    place = after(p, start, len(p.tokens), quotes)
    return place[1] if place else p.tokens[-1].end


def before(p: Passage, index: int, quotes: Quotations, text: str) -> tuple[int, int] | None:
    """The place of the words said before the token at an index: an adjoining quotation, or the clause up to a comma."""
    start = p.tokens[index].start
    quotation = quotes.before(start)
    beside = quotation is not None and start - quotation.end < 8 and not text[quotation.end : start].strip(_LINKS)
    if quotation is not None and beside and not (len(p.tokens) > BRIEF and _ends_paragraph(quotation, text, start)):
        return _whole(quotes, quotation, quotes.opening(quotation.start), text), quotation.end
    at = index - 1
    if at > 0 and p.low[at] in _MARKS and p.quoted[at] == p.quoted[index]:
        at -= 1  # the mark of a quotation within the quotation
    if at < 2 or p.low[at] not in (",", "\u2014", "\u2013", "-") or (p.quoted[at] and not p.quoted[index]):
        return None
    first = next((at for at in range(past_dateline(p), index) if p.tag[at] != "C"), index)
    return (p.tokens[first].start, p.tokens[at].start) if at > first else None


def _ends_paragraph(quotation: Quotation, text: str, start: int) -> bool:
    """Whether a quotation ends with its paragraph and a full stop: what opens the next one says nothing of it."""
    return "\n" in text[quotation.end : start] and text[quotation.end - 2 : quotation.end - 1] == "."


def past_dateline(p: Passage) -> int:
    """The index after a dateline's dash: "PORT KELLER, 9 May (ORBIS) -- Nine boats sank"."""
    for at in range(1, min(DATELINE, len(p.tokens) - 1)):
        if p.tag[at] != ".":
            continue  # signs have a class of their own
        if p.low[at] in ("\u2014", "\u2013") or (p.low[at] in "-_" and p.tokens[at - 1].end < p.tokens[at].start):
            heading = p.tokens[0].text.isupper() and not {",", "("}.isdisjoint(p.low[i] for i in range(at))
            return at + 1 + (p.low[at + 1] == "-") if heading else 0
    return 0


def _whole(quotes: Quotations, quotation: Quotation, opening: int, text: str) -> int:
    """Where a quotation's saying begins: with its sentence (`The man was "badly hurt," she said`), or paragraphs before."""
    start = quotation.start
    if start > opening:
        lead = text[opening:start].strip()
        return start if lead[-1:] in (".", "!", "?", ":", ",", "") else opening
    for _ in range(6):
        earlier = quotes.before(start)
        if earlier is None or earlier.closed or text[earlier.end : start].strip():
            break
        start = earlier.start
    return start


def _next_phrase(p: Passage, start: int) -> int:
    """The index of the 'and' before another phrase of the kind: "according to the army …, and according to the mayor …"."""
    for index in range(start + 1, len(p.tokens) - 1):
        if p.tag[index] in "CS" and p.low[index + 1] in p.cues.phrases:
            return index
    return len(p.tokens)


def _opened(p: Passage, first: int, last: int) -> bool:
    """Whether a phrase opens its clause: nothing, a conjunction or a mere adjunct stands before it."""
    if first == 0 or p.tag[first - 1] in "CS" or (first < 3 and p.tag[first - 1] in "CR" and p.low[first - 2] != ","):
        return True
    if p.low[first - 1] in (";", ":") or p.has("pronouns.relative", first - 1):
        return True
    if p.low[first - 1] != ",":
        return False
    clause = p.has("clauses", first - 2) and p.tag[first - 3] != "A"  # no "on it, by the guild's count"
    if p.tag[first - 2] in "CS" or p.has("grammar.that", first - 2) or clause:
        return p.low[last] == "," or p.low[first - 3] != ","
    begun = next((at for at in range(first - 2, -1, -1) if p.low[at] in (";", ":")), -1) + 1
    counted = p.has("adjuncts.nearing", begun) and p.tag[begun + 1] == "M"  # "Missing: about 40, according to"
    fronted = p.tag[begun] in "ASR" and not counted and not verbal(p.tags[begun:first])
    return fronted and p.low[last] == "," and not p.quoted[begun]


def around(p: Passage, first: int, last: int, quotes: Quotations, text: str) -> tuple[int, int] | None:
    """What is said around a phrase such as 'according to the mayor', tokens `[first, last)`: before it, else after it."""
    if _opened(p, first, last):
        start = last + (p.low[last] == ",")
        if start > last and p.has("pronouns.relative", start):  # "according to a guard, whom we call K., nine died"
            start = next((at + 1 for at in range(start, len(p.tokens)) if p.low[at] == ","), start)
        stop = _next_phrase(p, start)
        if p.has("pronouns.relative", first - 1):  # "in which, by the guild's count, 40 mills closed, …"
            stop = next((at for at in range(start, stop) if p.low[at] == ","), stop)
        return after(p, start, stop, quotes)
    begun = next((at for at in range(first - 1, 0, -1) if p.low[at] == ";"), past_dateline(p) - 1) + 1
    opening = next((at for at in range(begun, first) if p.tag[at] != "C"), 0)
    enclosed = p.low[first - 1] == "," and p.low[last] == "," and not p.quoted[first - 1]
    if enclosed and p.tag[last + 1] in "vx" and not verbal(p.tags[opening:first]):
        return p.tokens[opening].start, reach(
            p, last + 1, quotes
        )  # "the strike, by the guild's count, kept 40 at home"
    place = before(p, first, quotes, text)
    if place is not None:
        return max(place[0], p.tokens[opening].start) if quotes.at(place[0]) is None else place[0], place[1]
    end = p.tokens[first - 1].start if p.low[first - 1] == "," else p.tokens[first - 1].end
    if p.low[first - 1] != ",":  # "sank one, killing four by the guild's count": of the four alone
        hung = (at + 1 for at in range(first - 1, opening, -1) if p.low[at] == "," and p.tag[at + 1] == "g")
        opening = next(hung, opening)
    return (p.tokens[opening].start, end) if end > p.tokens[opening].start else None
