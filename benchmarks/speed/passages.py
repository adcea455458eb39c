"""What is searched, and what is asked? Passages of real files, as many more of their words as wanted, real questions.

A passage is a run of three sentences of a paragraph. As long as there are enough of them, the passages of a size are
real ones, drawn by a seed. More are generated: each takes the length and the file of a real passage and draws its
words, by a seed, from all the words of that file, as often as they stand there. So the frequencies of words, the
lengths of passages and the topics of files are kept. Phrases are not, nor do new words come as in more text by people.
That is good for measuring speed, and no good for measuring answers.
"""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import numpy as np

from retrieval.ingestion.folder import read_corpus
from retrieval.text.languages.english import LANGUAGE as ENGLISH
from retrieval.text.sentences import sentences
from retrieval.text.span import Span

COLLECTIONS = ("squad", "newwiki")
"""The folders of English prose with questions by people."""
SENTENCES = 3
SEED = 7
_CHUNK = 10_000
_MAX_FILE_MB = 20.0
_WORD = re.compile(r"[^\W_]+")
_PARAGRAPH = re.compile(r"\S.*(?:\n(?=.*\S).*)*")

Words = Sequence[str]


def raw(text: str) -> list[str]:
    """The words of a text in lower case, nothing left out and nothing stemmed."""
    return _WORD.findall(text.lower())


def without_stop_words(words: Words) -> list[str]:
    """The words that a question can be about, by Quoth's own list."""
    return [word for word in words if word not in ENGLISH.function_words]


@dataclass(frozen=True)
class Source:
    """Texts of real files, each as its passages, and real questions; none where nobody wrote any."""

    files: tuple[tuple[str, ...], ...]
    questions: tuple[str, ...]

    @classmethod
    def of(cls, folder: Path) -> "Source":
        """The collections in this folder, or else the documents in it. Raises ValueError where there is no text."""
        found = [folder / name for name in COLLECTIONS if (folder / name / "files.jsonl.gz").exists()]
        if found:
            texts = [line["text"] for path in found for line in _lines(path / "files.jsonl.gz")]
            asked = tuple(line["question"] for path in found for line in _lines(path / "questions.jsonl.gz"))
        else:
            texts = [document.text for document in read_corpus(folder, max_file_mb=_MAX_FILE_MB)[0]]
            asked = ()
        files = tuple(filter(None, (tuple(_passages(text)) for text in texts)))
        if not files:
            raise ValueError(f"There is no text in {folder}.")
        return cls(files, asked)

    def ask(self, count: int) -> list[str]:
        """So many of the questions, drawn by the seed; where there are none, words of one file, as many as usual."""
        about = [question for question in self.questions if without_stop_words(raw(question))]
        draw = np.random.default_rng(SEED)
        if about:
            chosen = draw.choice(len(about), min(count, len(about)), replace=False)
            return [about[at] for at in chosen]
        passages = Generator([[raw(passage) for passage in file] for file in self.files], SEED + 1).passages()
        telling = (words for words in passages if without_stop_words(words[:10]))
        return [" ".join(words[:10]) for words in islice(telling, count)]


class Generator:
    """Passages without end, of words as the files have them; the same ones for the same seed."""

    def __init__(self, files: Sequence[Sequence[Words]], seed: int) -> None:
        self._words = [word for file in files for passage in file for word in passage]
        sizes = np.array([sum(map(len, file)) for file in files])
        starts = np.cumsum(sizes) - sizes
        of_passage = np.repeat(np.arange(len(files)), [len(file) for file in files])
        self._lengths = np.array([len(passage) for file in files for passage in file])
        self._starts, self._sizes = starts[of_passage], sizes[of_passage]
        self._seed = seed

    def passages(self) -> Iterator[list[str]]:
        """The words of one passage after the other."""
        draw = np.random.default_rng(self._seed)
        while True:
            models = draw.integers(len(self._lengths), size=_CHUNK)
            lengths = self._lengths[models]
            starts, sizes = (np.repeat(values[models], lengths) for values in (self._starts, self._sizes))
            words = [self._words[at] for at in (starts + draw.integers(sizes)).tolist()]
            ends = np.cumsum(lengths).tolist()
            for start, end in zip([0, *ends], ends, strict=False):
                yield words[start:end]


def passages(source: Source, size: int) -> Iterator[list[str]]:
    """So many passages as raw words: real ones if there are enough, else generated ones."""
    files = [[raw(passage) for passage in file] for file in source.files]
    real = list(chain.from_iterable(files))
    if size <= len(real):
        chosen = np.random.default_rng(SEED).permutation(len(real))[:size]
        return iter([real[at] for at in chosen])
    return islice(Generator(files, SEED).passages(), size)


def _passages(text: str) -> Iterator[str]:
    for paragraph in _PARAGRAPH.finditer(text):
        spans = list(sentences(text, Span(*paragraph.span()), ENGLISH))
        for first in range(0, len(spans), SENTENCES):
            run = Span(spans[first].start, spans[min(first + SENTENCES, len(spans)) - 1].end).of(text)
            if raw(run):
                yield run


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
