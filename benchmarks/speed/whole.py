"""How long does a whole question take? Analysis, search, excerpts, and the reply ready to be sent, as the bot does it.

    python -m benchmarks.speed.whole SOURCE SIZE QUESTIONS SECONDS

builds the bot's search over generated documents and asks one question at a time, then sixteen at once by as many
threads as the bot in Discord has. It writes its figures as a line of JSON. Where the questions take longer than so many
seconds each way, fewer are asked.
"""

import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.speed.passages import SEED, SENTENCES, Generator, Source
from benchmarks.speed.worker import memory_mb
from bot.app import App
from bot.discord_app.delivery.rate_limits import WORKERS
from retrieval import Block, Document, Librarian, RetrievalSettings, Role, Span

AT_ONCE = 16
_WORDS_OF_A_DOCUMENT = 1000
EXCERPTS, WORDS = 3, 150
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # with its capitals, without signs that end a sentence


def documents(source: Source, size: int) -> Iterator[Document]:
    """Documents with about so many sentences, hence passages as Quoth cuts them, in paragraphs of three."""
    surface = [[found for passage in file if (found := _WORD.findall(passage))] for file in source.files]
    drawn = Generator(surface, SEED).passages()
    left, number = size, 0
    while left:
        paragraphs: list[str] = []
        words = 0
        while left and words < _WORDS_OF_A_DOCUMENT:
            passage = next(drawn)
            count = min(SENTENCES, left, len(passage))
            paragraphs.append(" ".join(_sentences(passage, count)))
            words += len(passage)
            left -= count
        yield document_of(f"{number:06}.txt", paragraphs)
        number += 1


@dataclass(frozen=True)
class Held:
    """Documents that stay as they are."""

    librarian: Librarian


def measure(source: Source, size: int, questions: Sequence[str], seconds: float) -> dict[str, object]:
    """Build, then ask."""
    start = time.perf_counter()
    librarian = Librarian(list(documents(source, size)), (), RetrievalSettings())
    app = App(Held(librarian), excerpts=EXCERPTS, words=WORDS)
    built = time.perf_counter() - start
    return {
        "passages": size,
        "build_s": built,
        "alone": list(_within(seconds, (_alone(app, question) for question in questions))),
        "together": list(_within(seconds, _together(app, questions))),
        "memory_mb": memory_mb()[0],
    }


def _alone(app: App, question: str) -> float:
    start = time.perf_counter()
    app.ask(question)
    return (time.perf_counter() - start) * 1000


def _together(app: App, questions: Sequence[str]) -> Iterator[float]:
    """Each question's time from when it was asked together with others until its reply was ready."""
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        left = iter(questions)
        while batch := list(islice(left, AT_ONCE)):
            asked = time.perf_counter()
            done = [pool.submit(partial(_until_done, app, question)) for question in batch]
            yield from ((future.result() - asked) * 1000 for future in done)


def _until_done(app: App, question: str) -> float:
    app.ask(question)
    return time.perf_counter()


def _within(seconds: float, times: Iterator[float]) -> Iterator[float]:
    """The times, as long as there is time."""
    end = time.perf_counter() + seconds
    for milliseconds in times:
        yield milliseconds
        if time.perf_counter() > end:
            return


def _sentences(words: Sequence[str], count: int) -> Iterator[str]:
    """The words as so many sentences of about one length."""
    for at in range(count):
        sentence = " ".join(words[len(words) * at // count : len(words) * (at + 1) // count])
        yield sentence[0].upper() + sentence[1:] + "."


def document_of(name: str, paragraphs: Sequence[str]) -> Document:
    """A document with these paragraphs, of a line each."""
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), Role.PARAGRAPH))
        start += len(paragraph) + 1
    return Document(name, "", "\n".join(paragraphs), tuple(blocks))


if __name__ == "__main__":
    folder = Source.of(Path(sys.argv[1]))
    found = measure(folder, int(sys.argv[2]), folder.ask(int(sys.argv[3])), float(sys.argv[4]))
    sys.stdout.write(json.dumps(found) + "\n")
