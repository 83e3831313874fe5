"""Sentences without a cue that go on in somebody's words: after a saying, and after a sentence that tells only that somebody speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind
from headwater.language.cues import Cues
from headwater.model import Attribution, Quote

__all__ = ["Resuming"]

#: No more sentences than this go on in somebody's words without a cue.
LONGEST = 6
#: "Another four", "some 30 others": a sentence opens with what comes on top of what was said within so many words.
OPENING = 5
#: What is left of a sentence behind source, cue and content is but its stop and marks.
REST = 3
_MARKS = frozenset('"\u201c\u201d\u00ab\u00bb')
_YEAR = 4  # digits
_NONE: frozenset[str] = frozenset()


class Resuming:
    """Lengthens what is said by the sentences that go on with it.

    After a saying it takes much to call a sentence its speaker's: "Nine boats had sunk, the guild said. Another four were adrift." After "Keller briefed reporters."
    it takes much to call one the report's own. Another's saying, a quotation, a time or a new paragraph ends either.
    """

    def __init__(self, sentences: Sequence[Sentence], text: str, cues: Cues, numerals: frozenset[str]) -> None:
        self._sentences, self._text, self._numerals = sentences, text, numerals
        words = cues.words
        self._opens, self._more = words.get("resuming.opens", _NONE), words.get("resuming.more", _NONE)
        self._none = words.get("resuming.none", _NONE)
        self._perfect, self._present = words.get("resuming.perfect", _NONE), words.get("resuming.present", _NONE)
        self._apart = words.get("resuming.breaks", _NONE)
        self._breaks = self._apart | (words.get("times", _NONE) - words.get("resuming.besides", _NONE))
        self._news = words.get("resuming.news", _NONE)
        self._by = words.get("grammar.by", _NONE)
        self._firm = words.get("resuming.we", _NONE) | _MARKS

    def resumed(
        self, said: Sequence[Attribution], asserting: Sequence[bool], briefings: Mapping[int, int]
    ) -> list[Attribution]:
        """The attributions, contents lengthened; `asserting` tells of each whether it says that something is so.

        `briefings` are the places of cues that tell only that somebody speaks, with where the words that tell it end; one with no content of its own and nothing behind it that is theirs is left out.
        """
        starts = [sentence.start for sentence in self._sentences]
        spoken: dict[int, list[int]] = {}
        for at, one in enumerate(said):
            spoken.setdefault(bisect_right(starts, one.cue.start) - 1, []).append(at)
        found: dict[int, Attribution] = {}
        dropped: set[int] = set()
        for number, places in spoken.items():
            for at in places:
                if said[at].cue.start in briefings:
                    found[at] = self._told(said, at, number, spoken, briefings)
                    if found[at].content is None:
                        dropped.add(at)
            last = self._last(said, places, asserting, number)
            if last is not None and last not in found:
                end = self._added(said[last], number, spoken)
                content = said[last].content
                if end and content is not None:
                    found[last] = replace(said[last], content=Quote.at(self._text, content.start, end))
        return [found.get(at, one) for at, one in enumerate(said) if at not in dropped]

    def _last(
        self, said: Sequence[Attribution], places: Sequence[int], asserting: Sequence[bool], number: int
    ) -> int | None:
        """The saying in its source's name, and no quotation, that a sentence ends with; of several the outermost."""
        end = self._sentences[number].end
        ending = [
            at
            for at in places
            if (one := said[at]).content is not None
            and one.speaker
            and one.cue.quote.split()[-1].lower() not in self._by  # "were counted by the priest" are nobody's words
            and one.content.end <= end
            and end - max(one.content.end, one.cue.end, one.source.end) <= REST
        ]
        last = min(ending, key=lambda at: len(said[at].speaker), default=None)
        return last if last is not None and asserting[last] and not self._quoting(number) else None

    def _quoting(self, number: int) -> bool:
        return not _MARKS.isdisjoint(self._sentences[number].words)

    def _added(self, one: Attribution, number: int, spoken: Mapping[int, Sequence[int]]) -> int:
        """Where the sentences end that add to a saying, 0 where none does."""
        end, before = 0, self._sentences[number]
        for following in range(number + 1, min(number + 1 + LONGEST, len(self._sentences))):
            sentence = self._sentences[following]
            if following in spoken or sentence.block != before.block or not self._adds(sentence, before, one):
                break
            end, before = self._end(sentence), sentence
        return end

    def _adds(self, sentence: Sentence, before: Sentence, one: Attribution) -> bool:
        if self._breaks_off(sentence) or self._names(sentence, one):
            return False
        opening = sentence.lower[:OPENING]
        if not self._counts(opening) or self._is_present(sentence, before):
            return False
        more = opening[0] in self._opens or not self._more.isdisjoint(opening)
        backed = not self._perfect.isdisjoint(before.words) or not self._present.isdisjoint(before.words)
        if not self._perfect.isdisjoint(sentence.words):
            return more or backed
        # "40 had died, he said. Three more were found on the road" tells the report's own news.
        return more and backed and self._news.isdisjoint(sentence.words)

    def _told(
        self,
        said: Sequence[Attribution],
        at: int,
        number: int,
        spoken: Mapping[int, Sequence[int]],
        briefings: Mapping[int, int],
    ) -> Attribution:
        """A briefing with what follows it for its content, and all that tells that somebody speaks for its cue; as it is where nothing does."""
        one, content = said[at], self._briefed(said, at, number, spoken)
        if content is None:
            return one
        return replace(one, cue=Quote.at(self._text, one.cue.start, briefings[one.cue.start]), content=content)

    def _briefed(
        self, said: Sequence[Attribution], at: int, number: int, spoken: Mapping[int, Sequence[int]]
    ) -> Quote | None:
        """What follows a sentence that tells only that somebody speaks, up to the last count of theirs."""
        briefing, first = said[at], self._sentences[number]
        end = 0
        for following in range(number + 1, min(number + 1 + LONGEST, len(self._sentences))):
            sentence = self._sentences[following]
            own = [said[place].speaker[:1] for place in spoken.get(following, ())]
            if sentence.block != first.block or any(name != briefing.speaker[:1] for name in own):
                break
            if not own:
                # "Soldiers had come at night": what is told so goes on with what is said, whenever it was.
                told = not self._perfect.isdisjoint(sentence.words) and self._apart.isdisjoint(sentence.words)
                strange = not told and self._breaks_off(sentence)
                present = self._is_present(sentence, first)
                if strange or present or self._quotes(sentence) or self._names(sentence, briefing):
                    break
                if self._counts(sentence.lower):
                    end = self._end(sentence)
        return Quote.at(self._text, self._sentences[number + 1].start, end) if end else None

    def _is_present(self, sentence: Sentence, before: Sentence) -> bool:
        """Whether a sentence is told as of now, behind one that is not: "40 had died, he said. Nine are missing"."""
        return self._present.isdisjoint(before.words) and not self._present.isdisjoint(sentence.words)

    def _breaks_off(self, sentence: Sentence) -> bool:
        return self._quotes(sentence) or not self._breaks.isdisjoint(sentence.words) or self._has_year(sentence)

    def _quotes(self, sentence: Sentence) -> bool:
        return not self._firm.isdisjoint(sentence.words)

    def _counts(self, words: Sequence[str]) -> bool:
        return any(
            word in self._numerals or word[:1].isdecimal() or word in self._more or word in self._none for word in words
        )

    def _has_year(self, sentence: Sentence) -> bool:
        return any(
            token.kind is Kind.DIGITS and len(token.text) == _YEAR and token.text[:2] in ("19", "20")
            for token in sentence.tokens
        )

    def _names(self, sentence: Sentence, one: Attribution) -> bool:
        """Whether a sentence is about the speaker: "army shells killed 30" is nothing that the army adds."""
        return not one.speaker or one.speaker[0].split()[-1].lower() in sentence.words

    def _end(self, sentence: Sentence) -> int:
        """Where a sentence ends without its stop."""
        last = sentence.tokens[-1]
        return sentence.tokens[-2].end if last.text == "." and len(sentence.tokens) > 1 else last.end
