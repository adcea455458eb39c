"""An index that grew and shrank in parts answers as one that was made of the same documents at once."""

import random

import pytest

from retrieval import Answer, Document, Librarian, RetrievalSettings
from retrieval.bm25.formula import Bm25
from retrieval.index.index import Index
from retrieval.text.analysis import Analyzer
from tests.fakes.read_texts import document

NOUNS = (
    "harbour lighthouse keeper mill baker Oldham Zelenskyy tunnel bridge lamp fish office river mayor winter".split()
)
VERBS = "lit painted opened sold praised rejected measured crossed closed 1874 150,000".split()
BANNER = "Subscribe to the letter of the harbour office and read it every single morning."
QUESTIONS = (
    "who lit the lamp of the lighthouse?",
    "when was the bridge of Oldham opened by the mayor?",
    "how many fish did the baker sell",
    "who wrote this?",
    "the harbor and the lighthose keeper",
    "what did Zelensky say about the FTO?",
    "tunnel",
    "subscribe to the letter",
    "nothing of that kind anywhere, xylophone",
)


def text_of(draw: random.Random) -> str:
    """An article, perhaps with a heading, a byline, an abbreviation, a list, or a banner as other articles have it."""
    parts = [f"# {draw.choice(NOUNS).capitalize()} and {draw.choice(NOUNS)}"] if draw.random() < 0.5 else []
    parts += ["By Ann Miller\nMarch 4, 2025"] if draw.random() < 0.3 else []
    for _ in range(draw.randint(0, 5)):
        said = (f"The {draw.choice(NOUNS)} {draw.choice(VERBS)} the {draw.choice(NOUNS)}." for _ in range(4))
        parts.append(" ".join(said))
    parts += ["The Fish Trade Office (FTO) took a fee."] if draw.random() < 0.3 else []
    parts += ["\n".join(f"- the {noun} {draw.choice(VERBS)}" for noun in draw.sample(NOUNS, 3))]
    parts += [BANNER] if draw.random() < 0.5 else []
    return "\n\n".join(parts)


def excerpts(answer: Answer) -> list[object]:
    return [(e.document, e.span, e.matched, e.highlights) for e in answer.excerpts]


def numbers(answer: Answer) -> list[float]:
    return [answer.confidence, *(excerpt.score for excerpt in answer.excerpts)]


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_every_answer_is_that_of_a_librarian_made_anew(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - the same texts every time
    present: dict[str, Document] = {}
    settings = RetrievalSettings(short_answers=seed % 2 == 1)
    grown = Librarian((), (), settings)
    for _ in range(12):
        names = [f"{draw.randrange(30):02}{draw.choice(['.md', '.txt'])}" for _ in range(draw.choice([0, 1, 2, 9]))]
        added = [document(name, text_of(draw)) for name in dict.fromkeys(names)]
        gone = draw.sample(sorted(present), min(len(present), draw.choice([0, 0, 1, 5])))
        before, earlier = grown, grown.ask(QUESTIONS[0])
        grown = grown.with_changes(added, gone)
        assert before.ask(QUESTIONS[0]) == earlier
        for name in gone:
            del present[name]
        present |= {one.id: one for one in added}
        anew = Librarian(list(present.values()), (), settings)
        assert grown.documents == anew.documents
        for question in QUESTIONS:
            one, other = grown.ask(question, 5), anew.ask(question, 5)
            assert excerpts(one) == excerpts(other)
            assert numbers(one) == pytest.approx(numbers(other), abs=1e-9)
            assert (one.answered, one.words, one.is_talk) == (other.answered, other.words, other.is_talk)
            assert grown.explain(question) == one.words
        for target in sorted(present)[:2]:
            assert grown.ask(QUESTIONS[1], source=target) == anew.ask(QUESTIONS[1], source=target)
            assert grown.summarize(target) == anew.summarize(target)
    assert grown.ask(QUESTIONS[0]).excerpts


def test_a_change_reads_little_more_than_what_changed() -> None:
    draw = random.Random(1)  # noqa: S311 - the same texts every time
    documents = [document(f"{n:03}.txt", text_of(draw) + f"\n\nNumber {n} ends here.") for n in range(200)]
    index = Index.of(documents, Analyzer(), Bm25())
    for n in range(40):
        index = index.changed([document(f"new{n}.txt", text_of(draw))], [f"{n:03}.txt"])
    assert index.segments[0].documents[0] is documents[0]
    assert len(index.segments) <= 7


@pytest.fixture
def small() -> Index:
    draw = random.Random(2)  # noqa: S311 - the same texts every time
    documents = [document(f"{n}.txt", text_of(draw)) for n in range(9)]
    return Index.of(documents, Analyzer(), Bm25())


def test_what_is_mostly_removed_is_given_up(small: Index) -> None:
    names = [one.id for one in small.documents]
    left = small.changed((), names[:-1])
    assert [[one.id for one in segment.documents] for segment in left.segments] == [[names[-1]]]
    assert left.changed((), names).segments == ()
