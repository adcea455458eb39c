"""Everything that a librarian tells, so that two of them can be held against each other."""

from itertools import pairwise

from retrieval import Librarian, RetrievalError

QUESTIONS = (
    "what does a walrus eat?",
    "who wrote this?",
    "when is a refund paid?",
    "which rules hold for the dogs of the harbour?",
    "what does the FTO do?",
    "the harbor and the wallrus",
    "海豹吃什么",
    "reset the password of the printer",
    "subscribe to the letter",
    "hello",
    "nothing of that kind anywhere, xylophone",
    "",
)


def told(librarian: Librarian) -> list[object]:
    """Documents with texts and blocks, what was skipped, and what every way to ask gives, with scores."""
    names = [document.id for document in librarian.documents]
    return [
        librarian.documents,
        librarian.skipped,
        *([librarian.ask(question, limit) for limit in (1, 5)] for question in QUESTIONS),
        *(librarian.explain(question) for question in QUESTIONS),
        *(librarian.ask(QUESTIONS[0], source=name, earlier=QUESTIONS[2]) for name in names[:3]),
        *(summary(librarian, target) for target in (*names, "walrus", "refund")),
        librarian.overview(),
        *(librarian.compare(one, other) for one, other in pairwise(names)),
        *(librarian.complete(typed) for typed in ("", "wal", "refnds")),
        librarian.check("A walrus eats clams and sea cucumbers every day. The dogs pay a fee."),
    ]


def summary(librarian: Librarian, target: str) -> object:
    """The summary, or why there is none."""
    try:
        return librarian.summarize(target)
    except RetrievalError as error:
        return str(error)
