"""Is a document read on without a gap, and is a place in it found?"""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval import Document, Span, find_place, stretch_after, stretch_around, stretch_at, stretch_before
from retrieval.documents.model import Block, Role
from retrieval.documents.navigation import STRETCH_CHARS

texts = st.text(st.sampled_from("ab \n\t。é\r"), min_size=1, max_size=4000).filter(str.strip)


def document_of(text: str) -> Document:
    return Document("a.txt", "", text, ())


def walk(document: Document, span: Span, turn: Callable[[Document, Span], Span | None]) -> list[Span]:
    """The stretches on the way from the span to an end of the document."""
    following = turn(document, span)
    return [following, *walk(document, following, turn)] if following else []


@given(texts, st.data())
def test_the_stretches_around_before_and_after_are_the_whole_text_in_order(text: str, data: st.DataObject) -> None:
    document = document_of(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    around = stretch_around(document, span)
    before = walk(document, around, stretch_before)
    after = walk(document, around, stretch_after)
    end = 0
    for stretch in (*reversed(before), around, *after):
        assert stretch.start >= end
        assert not text[end : stretch.start].strip()
        assert stretch.end - stretch.start <= max(STRETCH_CHARS, span.end - span.start)
        end = stretch.end
    assert not text[end:].strip()


@settings(max_examples=20)
@given(st.lists(st.integers(1, 30), min_size=500, max_size=900))
def test_a_long_paragraph_is_cut_between_words(lengths: list[int]) -> None:
    words = ["w" * length for length in lengths]
    document = document_of(" ".join(words))
    first = stretch_at(document, Span(0, 1))
    shown = [word for span in (first, *walk(document, first, stretch_after)) for word in span.of(document.text).split()]
    assert shown == words


def test_a_line_without_a_place_to_cut_is_read_in_pieces() -> None:
    document = document_of("x" * 100_000)
    first = stretch_at(document, Span(50_000, 50_001))
    read = sum(span.end - span.start for span in (first, *walk(document, first, stretch_after)))
    assert 50_000 <= read <= 50_000 + STRETCH_CHARS


TEXT = "# Shop\n\n## Refunds and\treturns\n\nMoney comes   back.\n\n## Parcels\n\nThey are sent; refunds are not.\n"
SHOP = Document(
    "shop.md",
    "Shop",
    TEXT,
    tuple(
        Block(Span(TEXT.index(heading), TEXT.index(heading) + len(heading)), Role.HEADING, 2)
        for heading in ("Refunds and\treturns", "Parcels")
    ),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Parcels", "Parcels"),
        ("refunds AND returns", "Refunds and\treturns"),
        ("money comes back", "Money comes   back"),
        ("refunds are", "refunds are"),
        ("refund and retuns", "Refunds and\treturns"),
    ],
)
def test_a_place_is_found_by_its_heading_or_words_with_typing_errors_in_headings_forgiven(
    words: str, found: str
) -> None:
    span = find_place(SHOP, words)
    assert span is not None
    assert span.of(TEXT) == found


def test_without_words_the_place_is_the_beginning_and_unknown_words_have_none() -> None:
    assert find_place(SHOP, " ") == Span(0, len("# Shop"))
    assert find_place(SHOP, "zymurgy") is None
