"""Which other words mean the same? Groups and one-way rules over terms, read from files as search servers know them.

    USA, United States, America        # a group: each also finds the others
    Whitehall => British government    # one way: a question with the left also finds the right

A word or phrase is known by its terms, so inflections, capitals, accents and function words make no difference, but
for names that are function words too: "US" is a country, "us" is not.
"""

import contextlib
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path

from retrieval.errors import SynonymError
from retrieval.text.analysis import Analysis, Analyzer, Phrase
from retrieval.text.languages import DEFAULT, language

SYNONYM_WEIGHT = 0.6
"""What a synonym counts, 0 to 1: below the word itself, so that of two passages the one in the asker's words wins,
and above what is left of a match when one word of a short question is missing. The same one way or both ways."""
SAME_WORD = 1.0
"""What another form of the same word counts (went for go): as much as the word itself, as with regular forms."""

ENGLISH = "en"
"""The language of the synonyms that are shipped."""

_COMMENT = re.compile(r"(?:^|\s)#.*")


class Synonyms:
    """Other ways to say a word or a phrase, each with a weight above 0 and up to 1. Immutable."""

    def __init__(
        self, pairs: Iterable[tuple[Phrase, Phrase, float]] = (), lines: Sequence[tuple[str, float]] = ()
    ) -> None:
        """From triples (said, also meant, weight); of a repeated pair the highest weight holds.

        `lines` are the groups and rules that they were read from, if they were, with their weights.
        """
        self._lines = tuple(lines)
        self._others: dict[Phrase, dict[Phrase, float]] = {}
        for said, meant, weight in pairs:
            others = self._others.setdefault(said, {})
            others[meant] = max(weight, others.get(meant, 0.0))
        self.longest = max(map(len, self._others), default=0)
        """Terms in the longest phrase that `of` knows; 0 if it knows none."""

    @classmethod
    def parse(cls, text: str, analysis: Analysis, source: str, *, weight: float = SYNONYM_WEIGHT) -> "Synonyms":
        """The groups and rules of a text. `source` names it in the problems of a SynonymError, which holds all."""
        pairs: list[tuple[Phrase, Phrase, float]] = []
        lines: list[tuple[str, float]] = []
        problems: list[str] = []
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            content = _COMMENT.sub("", line).strip()
            if not content:
                continue
            try:
                pairs += [(said, meant, weight) for said, meant in _pairs(content, analysis)]
                lines.append((content, weight))
            except ValueError as problem:
                problems.append(f"{source}:{number}: {problem}")
        if problems:
            raise SynonymError(problems)
        return cls(pairs, lines)

    @classmethod
    def read(cls, paths: Sequence[Path], analyzer: Analyzer) -> "Synonyms":
        """Those of all files together. Raises SynonymError with the problems of all files, each with file and line."""
        found = cls()
        problems: list[str] = []
        for path in paths:
            try:
                found |= cls.parse(path.read_text(encoding="utf-8"), analyzer.of(DEFAULT), str(path))
            except SynonymError as error:
                problems += error.problems
            except UnicodeDecodeError as error:
                line = error.object[: error.start].count(b"\n") + 1
                problems.append(f"{path}:{line}: this is not UTF-8 text; save the file as UTF-8")
            except OSError as error:
                problems.append(f"{path}: cannot be read: {error.strerror}")
        if problems:
            raise SynonymError(problems)
        return found

    @classmethod
    def general(cls, analyzer: Analyzer) -> "Synonyms":
        """The English ones that are shipped: irregular forms of words, and synonyms that hold in most texts."""
        data = resources.files("retrieval.synonyms") / "data"
        forms, synonyms = ((data / name).read_text(encoding="utf-8") for name in ("forms-en.txt", "synonyms-en.txt"))
        analysis = analyzer.of(language(ENGLISH))
        return cls.parse(forms, analysis, "forms-en.txt", weight=SAME_WORD) | cls.parse(
            synonyms, analysis, "synonyms-en.txt"
        )

    def __or__(self, other: "Synonyms") -> "Synonyms":
        """Both together; of a pair that stands in both the higher weight holds."""
        return Synonyms((*self._pairs(), *other._pairs()), (*self._lines, *other._lines))

    def spoken(self, analysis: Analysis) -> "Synonyms":
        """Those that were read from texts, as words of this language, which may have other forms of them."""
        pairs: list[tuple[Phrase, Phrase, float]] = []
        for content, weight in self._lines:
            with contextlib.suppress(ValueError):  # one and the same word here, or no words that tell anything
                pairs += [(said, meant, weight) for said, meant in _pairs(content, analysis)]
        return Synonyms(pairs)

    def of(self, terms: Phrase) -> Mapping[Phrase, float]:
        """The other ways to say this word or phrase, each with its weight; {} if there is none.

        Synonyms are not followed from group to group, since meanings drift. What has the weight of the same word is
        one word in every group: where "go" also finds "travel", so does "went", and "travel" finds "went".
        """
        found: dict[Phrase, float] = {}
        for form in (terms, *self._forms(terms)):
            for meant, weight in self._others.get(form, {}).items():
                for other in (meant, *self._forms(meant)):
                    found[other] = max(weight, found.get(other, 0.0))
        found.pop(terms, None)
        return found

    def _forms(self, terms: Phrase) -> list[Phrase]:
        """The same word in other forms; a form that is so one way only ("found" of "find") is also another word."""
        return [
            other
            for other, weight in self._others.get(terms, {}).items()
            if weight == self._others.get(other, {}).get(terms) == SAME_WORD
        ]

    def _pairs(self) -> Iterable[tuple[Phrase, Phrase, float]]:
        return ((said, meant, weight) for said, others in self._others.items() for meant, weight in others.items())


def phrase(text: str, analysis: Analysis) -> Phrase:
    """The terms of a word or phrase that stands alone, in which capitals mean a name; () if it has none."""
    # Behind a small letter, because a text in nothing but capitals counts as shouted, and "US" would be a pronoun.
    return tuple(analysis.terms(f"a {text}"))


def _pairs(content: str, analysis: Analysis) -> list[tuple[Phrase, Phrase]]:
    """What a line says, as pairs (said, meant). Raises ValueError with what is wrong with it."""
    left, arrow, right = content.partition("=>")
    if "=>" in right:
        raise ValueError('more than one "=>"; put each rule on a line of its own')
    said = _phrases(left, analysis)
    meant = _phrases(right, analysis) if arrow else said
    pairs = [(one, other) for one in said for other in meant if one != other]
    if not pairs and not arrow and "," not in content:
        raise ValueError(f'"{content}" stands alone; separate words of the same meaning by commas')
    if not pairs:
        raise ValueError(f'"{content}" is one and the same word to the search already; the line is not needed')
    return pairs


def _phrases(content: str, analysis: Analysis) -> list[Phrase]:
    phrases = {}
    for text in content.split(","):
        if not text.strip():
            raise ValueError("a word or phrase is missing beside a comma or an arrow")
        terms = phrase(text, analysis)
        if not terms:
            raise ValueError(f'"{text.strip()}" has only words that are not searched for')
        phrases[terms] = text
    return list(phrases)
