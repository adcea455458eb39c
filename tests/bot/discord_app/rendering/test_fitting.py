"""Does every reply fit into one message, and is what was left out always told?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.rendering import fitting
from bot.discord_app.rendering.fitting import MAX_CHARS, MAX_COMPONENTS
from bot.replies.model import Listing, Paragraph, Quote, Reply
from retrieval import Document, Excerpt, Span
from tests.fakes.discord_markdown import quotes, render


def quote_of(text: str, highlights: tuple[tuple[int, int], ...] = ()) -> Quote:
    document = Document("a file.txt", "", f"before {text} after", ())
    spans = tuple(Span(7 + start, 7 + end) for start, end in highlights)
    return Quote(Excerpt(document, Span(7, 7 + len(text)), highlights=spans))


def blocks_of(reply: Reply) -> list[str]:
    return [block.text for block in fitting.blocks_of(reply)]


def size(blocks: list[str]) -> int:
    return sum(len(block.encode("utf-16-le")) // 2 for block in blocks)


texts = st.text(st.sampled_from("ab *_\\🙂\n字。"), min_size=1, max_size=6000)
parts = st.one_of(
    texts.map(Paragraph), texts.map(quote_of), st.lists(texts, max_size=60).map(lambda rows: Listing(tuple(rows)))
)


@given(texts, st.lists(parts, max_size=60).map(tuple))
def test_every_reply_fits(title: str, some: tuple[Paragraph | Quote | Listing, ...]) -> None:
    blocks = blocks_of(Reply(title, some))
    assert size(blocks) <= MAX_CHARS
    assert len(blocks) < MAX_COMPONENTS
    assert all(blocks)


def test_quotes_that_do_not_fit_are_left_out_from_the_end_and_counted() -> None:
    text = "word " * 300 + "end"
    blocks = blocks_of(Reply("A question", tuple(quote_of(f"{n} {text}") for n in range(4))))
    assert [quote.text for quote in quotes("\n".join(blocks))] == [f"0 {text}", f"1 {text}"]
    assert blocks[-1] == "-# 2 more passages did not fit into this message."


def test_a_single_quote_that_is_too_long_is_cut_between_words_with_a_note() -> None:
    text = "wonderful *words* " * 400 + "end"
    blocks = blocks_of(Reply("A question", (quote_of(text, ((0, 9), (7000, 7009))),)))
    (shown,) = quotes("\n".join(blocks))
    assert text.startswith(shown.text + " ")
    assert len(shown.text) > 2500
    assert "…" not in shown.text
    assert "Cut here" in blocks[1]
    assert shown.bold == ["wonderful"]


def test_a_quote_without_a_place_to_cut_is_left_out_and_counted() -> None:
    blocks = blocks_of(Reply("A question", (quote_of("x" * 5000),)))
    assert blocks == ["### A question", "-# 1 passage did not fit into this message."]


def test_a_text_without_spaces_is_cut_after_a_punctuation_mark() -> None:
    text = "這是一個很長的句子。" * 500
    (shown,) = quotes("\n".join(blocks_of(Reply("A question", (quote_of(text),)))))
    assert shown.text.endswith("。")
    assert text.startswith(shown.text)


def test_a_long_question_is_cut_visibly() -> None:
    (heading,) = blocks_of(Reply("why " * 500))
    assert heading.endswith("why …")
    assert len(heading) < 300


def test_both_listings_of_a_long_reply_are_shown_and_what_is_missing_is_counted() -> None:
    rows = tuple(f"file_{n}.txt" for n in range(900))
    first, second = blocks_of(Reply("Sources", (Listing(rows), Listing(rows))))[1:]
    for block in (first, second):
        *shown, last = block.split("\n")
        assert len(shown) > 50
        assert last == f"- …and {900 - len(shown)} more"


@pytest.mark.parametrize("title", ["What is C#", "# heading", "- item", "1. item", "@everyone", "<@1> *x*"])
def test_a_title_is_shown_as_it_is(title: str) -> None:
    (heading,) = blocks_of(Reply(title))
    assert render(heading).text.removesuffix("\u200b") == title
    assert not heading.endswith("#")
