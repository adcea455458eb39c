"""Which words do the documents use? Their spellings, which are names, and what a mistyped one may have meant."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.arrays import MadeOfFields, Numbers
from retrieval.documents.model import Document
from retrieval.documents.seen import seen_text
from retrieval.storage.string_table import StringTable
from retrieval.text.analysis import Analysis, Analyzer, Phrase
from retrieval.text.languages import DEFAULT, language
from retrieval.text.languages.language import Language
from retrieval.text.mentions import NAMED

MIN_MENDED = 5
"""Shortest word, in letters, that is taken for a typing error; a name may have one less."""
TWO_EDITS = 8
"""Length, in letters, from which two edits may lie between what was typed and what was meant."""
MAX_MEANT = 20
"""Forms that may have been meant by one mistyped word, at most."""
MIN_SIMILARITY = 0.6
"""Share of the letters that the nearest word must have in common with one that stands nowhere, 0 to 1."""
SIMILAR = 0.75
"""The same from which a word with the same first letter is taken for the nearest: half a million words take a while."""

REMEMBERED = 10_000
"""Terms of which is remembered whether the corpus has them: a question asks that of each word several times."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, eq=False)
class WordTable(MadeOfFields):
    """The words of some texts, function words left out, each with the number of its term in `terms`.

    `counts` tells how often each stands there, `capitals` how often with a capital, and `term_counts` how often words
    of each term do. Of a word that has several terms, in several languages, `term_of` has the commonest.
    """

    words: StringTable
    terms: StringTable
    term_of: Numbers
    counts: Numbers
    capitals: Numbers
    term_counts: Numbers
    _term_counts: Any = field(init=False)

    def __post_init__(self) -> None:
        # Looking up one number is far quicker through a memoryview than through numpy.
        object.__setattr__(self, "_term_counts", self.term_counts.data)

    def of_term(self, term: str) -> int:
        """How many words have the term, repetitions included."""
        at = self.terms.find(term)
        return self._term_counts[at] if at >= 0 else 0


def words_of(texts: Iterable[str], analysis: Analysis) -> WordTable:
    """The words of the texts."""
    found = WordCounts()
    term_of: dict[str, str] = {}
    for text in texts:
        found.add(text, analysis)
        term_of.update((token.word, token.term) for token in analysis.tokens(text))
    words, terms = StringTable.of(found.words), StringTable.of(found.terms)
    return WordTable(
        words,
        terms,
        np.array([terms.find(term_of[word]) for word in words[:]], dtype=np.int32),
        np.array([found.words[word] for word in words[:]], dtype=np.int32),
        np.array([found.capitals[word] for word in words[:]], dtype=np.int32),
        np.array([found.terms[term] for term in terms[:]], dtype=np.int32),
    )


def said_in(document: Document, analyzer: Analyzer) -> Iterator[tuple[list[str], list[tuple[int, int]], Analysis]]:
    """The words of the document that a reader sees, and their places, in stretches of one language each."""
    stretches, text = list(document.in_languages()), seen_text(document)
    for span, tag in stretches:
        analysis = analyzer.of(language(tag))
        said, places = analysis.surfaces(text)
        if len(stretches) > 1:
            here = [at for at, (start, _) in enumerate(places) if span.start <= start < span.end]
            said, places = [said[at] for at in here], [places[at] for at in here]
        yield said, places, analysis


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often words stand in texts, and with a capital, and how often words of a term do."""

    words: Counter[str] = field(default_factory=Counter)
    capitals: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, analysis: Analysis) -> None:
        """Counts the words of another text."""
        shouted = text.isupper()
        for surface in analysis.surfaces(text)[0]:
            self._count(surface, *analysis.normal(surface, shouted=shouted))

    def with_documents(self, documents: Iterable[Document], analyzer: Analyzer) -> "WordCounts":
        """These and those of the documents."""
        both = WordCounts(Counter(self.words), Counter(self.capitals), Counter(self.terms))
        for document in documents:
            shouted = document.text.isupper()
            for said, _, analysis in said_in(document, analyzer):
                for surface in said:
                    both._count(surface, *analysis.normal(surface, shouted=shouted))
        return both

    def _count(self, surface: str, word: str, term: str, is_function_word: bool) -> None:
        if word and not is_function_word:
            self.words[word] += 1
            self.capitals[word] += surface.removeprefix(NAMED)[0].isupper()
            self.terms[term] += 1


class Vocabulary:
    """The words of a corpus: those of all `parts`, but for what stood in documents that are `gone`."""

    def __init__(
        self,
        parts: Sequence[WordTable],
        gone: Sequence[WordCounts] = (),
        languages: Sequence[Language] = (DEFAULT,),
    ) -> None:
        self.languages = tuple(languages)
        """Those that the corpus is written in, the main one first."""
        self._parts = tuple(parts)
        self._gone = tuple(gone)
        self._known: dict[str, bool] = {}

    def knows(self, phrase: Phrase) -> bool:
        """Whether all its terms stand in the corpus."""
        return all(map(self._knows, phrase))

    def may_have(self, word: str) -> bool:
        """Whether a document may have the word (in lower case): as such, as part of another, or as grammar."""
        grammar = len(word) == 1 or any(word in language.function_words for language in self.languages)
        return grammar or any(self._count(found) for part in self._parts for found in part.words.with_part(word))

    def term_of(self, form: str) -> str:
        """The term of a word or stem of the corpus."""
        part, at = next(self._places(form), (None, -1))
        return part.terms[part.term_of[at]] if part and self._count(form) else form

    def spellings(self, term: str) -> set[str]:
        """The words of the corpus that have the term."""
        found: set[str] = set()
        for part in self._parts:
            at = part.terms.find(term)
            if at >= 0:
                found.update(part.words[word] for word in np.flatnonzero(part.term_of == at).tolist())
        return set(filter(self._count, found))

    def nearest(self, word: str) -> str:
        """The most similar word of the corpus, "" if none is similar; of equally near ones one that begins alike.

        Words that begin otherwise are only looked at where none of the others is rather like it.
        """
        shortest, longest = ceil(MIN_SIMILARITY * len(word)), int(len(word) / MIN_SIMILARITY)
        alike = self._similar(word, (part.words.alike(word[0], shortest, longest) for part in self._parts))
        if max(alike.values(), default=0.0) < SIMILAR:
            alike = self._similar(word, (part.words[:] for part in self._parts))
        best = max(alike.values(), default=0.0)
        return min((w for w, share in alike.items() if share == best), key=lambda w: (w[0] != word[0], w), default="")

    def _similar(self, word: str, lists: Iterable[Sequence[str]]) -> dict[str, float]:
        """The words of the corpus among the lists that are similar, each with the share of the letters in common."""
        return {
            found: similarity
            for known in lists
            for found, similarity, _ in process.extract(
                word, known, scorer=OSA.normalized_similarity, score_cutoff=MIN_SIMILARITY, limit=None
            )
            if self._count(found)
        }

    def _knows(self, term: str) -> bool:
        known = self._known.get(term)
        if known is None:
            found = sum(part.of_term(term) for part in self._parts)
            known = found > sum(gone.terms[term] for gone in self._gone)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[term] = known
        return known

    def _places(self, word: str) -> Iterator[tuple[WordTable, int]]:
        """The parts that have the word, with its number there."""
        places = ((part, part.words.find(word)) for part in self._parts)
        return ((part, at) for part, at in places if at >= 0)

    def _count(self, word: str) -> int:
        """How often the word stands in the corpus."""
        found = sum(int(part.counts[at]) for part, at in self._places(word))
        return found - sum(gone.words[word] for gone in self._gone)

    def _is_name(self, word: str) -> bool:
        """Whether the word never stands in the corpus without a capital."""
        capitals = sum(int(part.capitals[at]) for part, at in self._places(word))
        return self._count(word) == capitals - sum(gone.capitals[word] for gone in self._gone)

    def near(self, word: str) -> list[str]:
        """The forms of the corpus that may have been meant by a mistyped word: the nearest, names first.

        Forms are words or stems. Those with another first letter differ in nothing else.
        """
        if len(word) < MIN_MENDED - 1 or any(char.isdigit() for char in word):
            return []
        edits = 2 if len(word) >= TWO_EDITS else 1
        near: set[tuple[int, str]] = set()
        for part in self._parts:
            # Words and stems: "widthdraw" is nearer to the stem of "withdrawing" than to the word.
            for forms in (part.words, part.terms):
                alike = forms.alike(word[0], len(word) - edits, len(word) + edits)
                found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=edits, limit=None)
                near.update((int(distance), form) for form, distance, _ in found)
        if not near and len(word) >= MIN_MENDED:
            near = {(1, form) for form in _first_letter_mended(word) if self._count(form)}
        meant = sorted(
            (distance, not self._is_name(form), form)
            for distance, form in near
            if (self._count(form) and self._is_name(form) and len(form) >= MIN_MENDED)
            or ((len(word) >= MIN_MENDED or _is_slip(word, form)) and (self._count(form) or self._knows(form)))
        )
        return [form for distance, _, form in meant[:MAX_MEANT] if distance == meant[0][0]]


def _is_slip(word: str, form: str) -> bool:
    """Whether a short word has the letters of the form in another order, or all but one: "fihs", "rsnc"."""
    return len(form) > len(word) or (len(form) == len(word) and sorted(word) == sorted(form))


def _first_letter_mended(word: str) -> set[str]:
    """What the word may have been before its first letter was missed, hit twice, swapped with the next or mistaken."""
    return {word[1:], word[1] + word[0] + word[2:], *(first + rest for first in _LETTERS for rest in (word, word[1:]))}
