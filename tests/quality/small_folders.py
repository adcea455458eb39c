"""What does Quoth make of three small folders of documents? Its answers and summaries, beside what is right.

`data/` holds the folders (a rowing club, a town museum, a help desk), questions and summaries with what is right, and
`answers.txt`: what Quoth says today, a line each. Longer texts, for summaries, are those of the seeds. After a change
that is meant, `python -m tests.quality.small_folders` writes that file anew, and its difference shows what it did.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from retrieval import Answer, Excerpt, Librarian, RetrievalSettings

DATA = Path(__file__).parent / "data"
SEEDS = Path(__file__).parents[2] / "seeds"
ANSWERS = DATA / "answers.txt"
FOLLOW_UPS = (
    ("club", "who leads the course for beginners?", "what does it cost"),
    ("club", "how long is the pier?", "when was it rebuilt"),
    ("museum", "who winds up the clock?", "has it ever stopped"),
    ("museum", "what does a ticket cost?", "and for children"),
    ("desk", "how fast is Stork?", "when was it bought"),
    ("desk", "what is the VPN?", "when is it switched off"),
)
"""A folder, a question, and one that follows on from it."""


@dataclass(frozen=True)
class Asked:
    """A question to a folder; `says` stands in the answer, in `file`. Without a file nothing answers it."""

    folder: str
    question: str
    file: str
    says: str

    def is_hit(self, excerpt: Excerpt) -> bool:
        """Whether the excerpt answers."""
        return excerpt.document.id == self.file and self.says in " ".join(excerpt.text.split())


def questions() -> list[Asked]:
    """All questions."""
    return [Asked(*fields) for fields in _lines("questions.txt")]


def summaries() -> list[tuple[str, str, tuple[str, ...]]]:
    """Folder, file or topic, and words of different sentences that tell what matters in it."""
    return [(folder, target, tuple(words.split("; "))) for folder, target, words in _lines("summaries.txt")]


def _lines(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def librarians(settings: RetrievalSettings | None = None) -> dict[str, Librarian]:
    """The folders and the seeds, made anew."""
    folders = [*(folder for folder in sorted(DATA.iterdir()) if folder.is_dir()), SEEDS]
    return {folder.name: Librarian.open(folder, settings or RetrievalSettings()) for folder in folders}


def figures() -> dict[str, float]:
    """How good answers and summaries are, over all folders.

    Counts, but for `squared error`: that of the confidence against 1 for what the documents answer and 0 for the rest.
    """
    opened = librarians()
    answers = [(asked, opened[asked.folder].ask(asked.question)) for asked in questions()]
    known = [(asked, answer) for asked, answer in answers if asked.file]
    points = (
        sum(words in " ".join(" ".join(one.text.split()) for one in quoted) for words in told)
        for folder, target, told in summaries()
        for quoted in [opened[folder].summarize(target, len(told)).sentences]
    )
    return {
        "first excerpt answers": sum(asked.is_hit(answer.excerpts[0]) for asked, answer in known if answer.excerpts),
        "an excerpt answers": sum(any(map(asked.is_hit, answer.excerpts)) for asked, answer in known),
        "good ones answered": sum(answer.answered for _, answer in known),
        "good ones told not there": sum(answer.status == "none" for _, answer in known),
        "foreign ones refused": sum(not answer.answered for asked, answer in answers if not asked.file),
        "squared error": fmean((answer.confidence - bool(asked.file)) ** 2 for asked, answer in answers),
        "points in summaries": sum(points),
    }


def said() -> Iterator[str]:
    """What Quoth says, a line each: of answers the confidence and the excerpts, of summaries the sentences."""
    opened = librarians()
    for asked in questions():
        yield f"{asked.folder} | {asked.question} | {_answer(opened[asked.folder].ask(asked.question))}"
    for folder, earlier, question in FOLLOW_UPS:
        yield f"{folder} | {earlier} … {question} | {_answer(opened[folder].ask(question, earlier=earlier))}"
    short = librarians(replace(RetrievalSettings(), short_answers=True))
    for asked in questions()[::4]:
        yield f"{asked.folder} | {asked.question} (short) | {_answer(short[asked.folder].ask(asked.question))}"
    for folder, target, _ in summaries():
        for count in (2, 4, 8):
            yield f"{folder} | {target} ({count}) | {_places(opened[folder].summarize(target, count).sentences)}"


def _answer(answer: Answer) -> str:
    scores = " ".join(f"{excerpt.score:.3f}" for excerpt in answer.excerpts)
    return f"{answer.confidence:.3f} | {_places(answer.excerpts)} | {scores}"


def _places(excerpts: Sequence[Excerpt]) -> str:
    """File, first line and first words of each."""
    return ", ".join(f"{one.document.id}:{one.lines[0]} {_opening(one)}" for one in excerpts)


def _opening(excerpt: Excerpt) -> str:
    return " ".join(excerpt.text.split()[:3])


if __name__ == "__main__":
    ANSWERS.write_text("\n".join(said()) + "\n", encoding="utf-8")
