"""Floors that must not fall again: known questions to the shipped corpus, their sources, and what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import score as scoring
from retrieval import GoldQuote, KnownQuestion, Librarian, RetrievalSettings, Role, evaluate

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "seeds_gold"

LIFT, LONDON, TIES, POLICY, LEVERAGE = sorted(path.name for path in (ROOT / "seeds").iterdir())

ANSWERED = [
    ("Which tariffs did Trump threaten against BRICS nations?", LIFT, "100% tariffs on BRICS nations"),
    ("What is BRICS focused on instead of a currency?", LIFT, "focused on joint investment platforms"),
    ("who is J.D. Vance leading talks with", LIFT, "Vice President J.D. Vance"),
    ("Are the tariff threats likely to stop BRICS from expanding?", LIFT, "unlikely to halt BRICS’ expansion efforts"),
    ("How many nationalities are considered for a ban?", LONDON, "43 nationalities"),
    ("what does Ignatov say there is not when it comes to sanctions", LONDON, "There isn’t a magic bullet"),
    ("Who is the chairman of the Ukrainian delegation to the NATO assembly?", LONDON, "Yehor Cherniev"),
    ("what would the ATACMS missiles underscore", LONDON, "ATACMS missiles"),
    ("What did Putin call Ukraine?", LONDON, "“brotherly nation,”"),
    ("who did Marco Rubio meet", TIES, "Sergey Lavrov"),
    ("How many troops might Putin be training?", TIES, "up to 150,000 troops"),
    ("What has Trump called Zelenskyy?", TIES, 'Zelenskyy a "dictator"'),
    ("has russia turned to north korea", TIES, "Russia has turned to North Korea for military aid"),
    ("how low is the rouble", TIES, "one of its lowest levels in a decade"),
    ("Which treaty did Trump pull out of?", POLICY, "Intermediate-Range Nuclear Forces (INF) Treaty"),
    ("What did he call on NATO members to meet?", POLICY, "defense spending targets"),
    ("which treaty extension did Trump sign", POLICY, "New START treaty extension"),
    ("Who is the author of the article on the new administration's policy?", POLICY, "By Alexander Azadgan"),
    ("what have US sanctions damaged", LEVERAGE, "significantly damaged Russia’s economy"),
    ("What is a double-edged sword?", LEVERAGE, "double-edged sword"),
    ("Has Ukraine agreed to a ceasefire?", LEVERAGE, "Ukraine has agreed to support a US-backed 30-day ceasefire"),
    (
        "what dose the kremlin insist on befor a truce",
        LEVERAGE,
        "need to be more detailed before agreeing to any truce",
    ),
]
REFUSED = {
    "chit-chat": ("hi", "hello bot", "thank you very much!", "good evening", "how are you", "ok cool"),
    "out-of-corpus": (
        "what is the boiling point of ethanol",
        "how do I fix a flat bicycle tyre?",
        "who painted the Mona Lisa",
        "best pizza dough recipe",
        "when does the next train to Hamburg leave",
        "which vitamins are in kale?",
        "how long do cats sleep",
        "convert 10 miles to kilometres",
    ),
}


@pytest.fixture(scope="module")
def librarian() -> Librarian:
    return Librarian.open(ROOT / "seeds", RetrievalSettings())


def questions() -> Iterator[KnownQuestion]:
    for question, file, quote in ANSWERED:
        start = (ROOT / "seeds" / file).read_bytes().decode("utf-8").index(quote)
        yield KnownQuestion(question, True, "known", (GoldQuote(file, start, start + len(quote)),))
    for kind, refused in REFUSED.items():
        for question in refused:
            yield KnownQuestion(question, False, kind)


def test_known_questions_find_their_source_and_foreign_ones_are_refused(librarian: Librarian) -> None:
    figures = evaluate(librarian, questions(), {})
    assert figures["hit@1"] >= 0.75, figures
    assert figures["hit@3"] >= 0.90, figures
    assert figures["answered answerable"] >= 0.95, figures
    assert figures["refused answerable"] <= 0.10, figures
    assert figures["refused chit-chat"] == 1, figures
    assert figures["refused out-of-corpus"] == 1, figures
    assert figures["words per excerpt"] <= 60, figures


def test_no_excerpt_is_taken_from_chrome_or_captions(librarian: Librarian) -> None:
    for question in questions():
        for excerpt in librarian.ask(question.question, 10).excerpts:
            roles = {b.role for b in excerpt.document.blocks if b.span.overlaps(excerpt.span)}
            assert roles.isdisjoint({Role.CHROME, Role.CAPTION}), excerpt.text
            assert Role.BYLINE not in roles or roles == {Role.BYLINE}, excerpt.text


def test_the_same_question_gives_the_same_answer_from_a_fresh_index(librarian: Librarian) -> None:
    again = Librarian.open(ROOT / "seeds", RetrievalSettings())
    for question, _, _ in ANSWERED:
        assert repr(librarian.ask(question)) == repr(again.ask(question))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold questions do not lie beside the checkout")
def test_the_gold_questions_stay_above_their_floors(librarian: Librarian) -> None:
    figures = evaluate(
        librarian, scoring.questions(SHARED / "questions.jsonl"), scoring.forbidden(SHARED / "chrome.json")
    )
    assert figures["touching forbidden places"] == 0
    assert figures["hit@1"] >= 0.70, figures
    assert figures["hit@3"] >= 0.88, figures
    assert figures["answered answerable"] >= 0.75, figures
    assert figures["refused answerable"] <= 0.10, figures
    assert figures["refused out-of-corpus"] == figures["refused chit-chat"] == 1, figures
    assert figures["words per excerpt"] <= 60, figures
