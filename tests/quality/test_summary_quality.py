"""Do summaries of real articles hold what they promise? Over the collections beside the checkout, where they are."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from benchmarks.summaries.__main__ import measure
from benchmarks.summaries.tasks import Task, tasks
from retrieval import Excerpt, Librarian, RetrievalSettings

SHARED = Path(__file__).resolve().parents[3] / "shared"
CHROME = SHARED / "seeds_gold" / "chrome.json"
TOPICS = ("sanctions on Russia", "NATO", "Ukraine", "BRICS", "cybersecurity", "ceasefire", "oil and gas")

LEANING = re.compile(
    r"(?i)(he|she|him|his|hers?|they|them|their|this|these|however|but|therefore|thus|hence|moreover|furthermore|"
    r"meanwhile|nevertheless|nonetheless|instead|for example|for instance|in addition|as a result|in contrast)\b"
)

pytestmark = pytest.mark.skipif(not CHROME.is_file(), reason="the collections are not here")


@cache
def seeds() -> Librarian:
    return Librarian.open(SHARED / "seeds", RetrievalSettings())


@cache
def collected() -> tuple[Task, ...]:
    """The articles, and of each meeting its first three tasks."""
    found: dict[str, list[Task]] = {}
    for task in tasks(SHARED):
        if task.collection.startswith("documentation"):
            continue
        found.setdefault(task.librarian.documents[0].id, []).append(task)
    return tuple(task for group in found.values() for task in group[:3])


@cache
def excerpts() -> tuple[Excerpt, ...]:
    """Every excerpt of summaries of the seeds, in all lengths, and of the collections."""
    return tuple(_excerpts())


def _excerpts() -> Iterator[Excerpt]:
    for target in [*(document.id for document in seeds().documents), *TOPICS]:
        for count in (1, 3, 6, 12, 30):
            yield from seeds().summarize(target, count).sentences
    yield from seeds().overview().sentences
    for task in collected():
        yield from task.librarian.summarize(task.target, 6).sentences


def said(excerpt: Excerpt) -> str:
    """What is said in the excerpt: without the speaker that opens a line of a conversation, and its "so" or "okay"."""
    name = excerpt.document.speaker(excerpt.span)
    return "" if name else excerpt.text


def test_no_summary_quotes_what_is_no_sentence_or_does_not_stand_on_its_own() -> None:
    for excerpt in excerpts():
        text = excerpt.text
        assert text == excerpt.document.text[excerpt.span.start : excerpt.span.end]
        assert text == text.strip()
        assert len(text.split()) >= 5, text
        assert not text.endswith((":", "?", "?”", '?"')), text
        assert text.count("“") == text.count("”"), text
        assert text.count('"') % 2 == 0, text
        assert not re.fullmatch(r"“[^”]*”", text), f"nobody says it: {text}"
        assert not LEANING.match(said(excerpt)), text


def test_no_summary_of_the_seeds_touches_what_is_not_the_article() -> None:
    chrome = json.loads(CHROME.read_text(encoding="utf-8"))
    for excerpt in excerpts():
        ranges = chrome.get(excerpt.document.id, {})
        for kind in ("chrome", "captions", "disclaimers", "bylines"):
            for place in ranges.get(kind, ()):
                assert excerpt.span.end <= place["start"] or place["end"] <= excerpt.span.start, excerpt.text
        for place in [*ranges.get("headings", ()), *ranges.get("lead_ins", ())]:
            alone = place["start"] <= excerpt.span.start and excerpt.span.end <= place["end"]
            assert not alone, excerpt.text


def test_the_same_summary_comes_each_time_and_from_a_new_index_too() -> None:
    again = Librarian.open(SHARED / "seeds", RetrievalSettings())
    for target in [*(document.id for document in again.documents), *TOPICS]:
        assert seeds().summarize(target) == seeds().summarize(target) == again.summarize(target)


def test_no_summary_is_longer_than_asked_for() -> None:
    for target in [*(document.id for document in seeds().documents), *TOPICS]:
        for count in (1, 2, 3, 6, 12):
            assert len(seeds().summarize(target, count).sentences) <= count


def test_summaries_of_the_seeds_cover_the_key_points_and_more_of_them_than_plain_methods() -> None:
    scores = measure(task for task in tasks(SHARED) if task.collection.startswith("seeds"))
    for collection, floor in (("seeds, file", 72), ("seeds, topic", 72)):
        methods = {name: fmean(values["weighted by rank"]) for name, values in scores[collection].items()}
        ours = methods.pop("Quoth")
        assert ours >= floor
        assert ours > max(methods.values())
