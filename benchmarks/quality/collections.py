"""Which questions are asked of which files? Folders of known questions, brought into one form.

Two layouts are read. One keeps the texts in `files.jsonl` (`file`, `text`) and the questions in `questions.jsonl`
(`question`, `kind`, `file`, `answers`, `answer_start`, `answer_file`), both perhaps with `.gz`. The other has
`questions.jsonl` as `quoth score` reads it, perhaps `chrome.json` (places never to quote), and its documents in the
folder `seeds` beside it.
"""

import gzip
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.cli import score as scoring
from retrieval import GoldQuote, KnownQuestion, Span

OUT_OF_CORPUS, ADVERSARIAL = "out-of-corpus", "adversarial"
SEED = 7


@dataclass(frozen=True)
class Collection:
    """Questions and the texts that are asked, which lie as files in `folder`; `forbidden` are places never to quote."""

    name: str
    folder: Path
    texts: Mapping[str, str]
    questions: Sequence[KnownQuestion]
    forbidden: Mapping[str, Sequence[Span]]

    def sample(self, limit: int) -> "Collection":
        """At most so many of the questions, drawn by a fixed seed, in their order."""
        if limit >= len(self.questions):
            return self
        draw = random.Random(SEED)  # noqa: S311  # repeatable on purpose, nothing secret
        kept = sorted(draw.sample(range(len(self.questions)), limit))
        return replace(self, questions=[self.questions[at] for at in kept])


def load(source: Path, workplace: Path) -> Collection:
    """The collection of this folder, its texts written as files below the workplace if they are not files already.

    Raises OSError or ValueError where it is neither of the two layouts.
    """
    if not any((source / name).exists() for name in ("files.jsonl", "files.jsonl.gz")):
        folder = source.parent / "seeds"
        texts = {path.name: path.read_bytes().decode("utf-8") for path in folder.iterdir() if path.is_file()}
        chrome = source / "chrome.json"
        forbidden = scoring.forbidden(chrome if chrome.exists() else None)
        return Collection(source.name, folder, texts, scoring.questions(source / "questions.jsonl"), forbidden)
    texts = {line["file"]: line["text"] for line in _lines(source / "files.jsonl")}
    folder = workplace / source.name
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))
    return Collection(source.name, folder, texts, list(map(_question, _lines(source / "questions.jsonl"))), {})


def _question(line: Mapping[str, Any]) -> KnownQuestion:
    files = line.get("answer_file") or [line["file"]] * len(line["answers"])
    gold = zip(line["answers"], line["answer_start"], files, strict=True)
    return KnownQuestion(
        line["question"],
        line["kind"] == "answerable",
        line["kind"].replace("_", "-"),
        tuple(GoldQuote(file, start, start + len(answer)) for answer, start, file in gold),
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    packed = path.with_name(path.name + ".gz")
    content = gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    return [json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip()]
