"""How a reply looks as text: wrapped at spaces, harmless in a terminal, untouched in a pipe."""

from hypothesis import given
from hypothesis import strategies as st

from bot.replies.model import Listing, Paragraph, Quote, Reply, Section
from bot.terminal.harmless import harmless
from bot.terminal.render import fragments
from retrieval import Block, Document, Excerpt, Role, Span


def quoted(text: str, *highlights: Span) -> Reply:
    """A reply with one excerpt: all of this text."""
    span = Span(0, len(text))
    document = Document("a.txt", "a.txt", text, (Block(span, Role.PARAGRAPH),))
    return Reply("", (Quote(Excerpt(document, span, highlights=highlights)),))


def shown(reply: Reply, width: int | None = None) -> list[str]:
    """Its lines."""
    return "".join(text for _, text in fragments(reply, width=width)).split("\n")[:-1]


def barred(reply: Reply, width: int | None = None) -> list[str]:
    """The lines of its excerpts, without the bar."""
    return [line[1:].removeprefix(" ") for line in shown(reply, width) if line.startswith("│")]


def test_a_reply_is_laid_out_with_empty_lines_between_its_parts() -> None:
    reply = Reply("Title", (Paragraph("Said."), Listing(("one", "two")), *quoted("Quoted.").parts))
    assert shown(reply) == ["Title", "", "Said.", "", "  one", "  two", "", "│ Quoted.", "  a.txt · line 1"]


def test_excerpts_of_a_section_stand_below_its_heading_and_are_cited_once() -> None:
    text = "First.\nSecond.\nThird.\nFourth.\n"
    document = Document("a.txt", "a.txt", text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    section = Section((Excerpt(document, Span(0, 6)), Excerpt(document, Span(15, len(text) - 1))), "Rules")
    lines = ["Rules", "│ First.", "", "│ Third. Fourth.", "  a.txt · lines 1, 3-4"]
    assert shown(Reply("", (section,))) == lines


def test_lines_are_wrapped_at_spaces_only_and_long_words_stay_whole() -> None:
    text = "one two  three https://example.org/long four"
    assert barred(quoted(text), width=12) == ["one two", "three", "https://example.org/long", "four"]


def test_a_highlight_is_marked_also_across_a_line_break() -> None:
    pieces = list(fragments(quoted("see San Francisco now", Span(4, 17)), width=11))
    assert [text for style, text in pieces if style == "class:match"] == ["San", "Francisco"]


def test_a_pipe_gets_the_excerpt_as_it_is_and_a_terminal_sees_its_control_characters() -> None:
    text = "a \x1b[31mred\x1b[0m\tbell \x07 \x9b and \x7f"
    assert barred(quoted(text)) == [text]
    assert barred(quoted(text), width=99) == [r"a \x1b[31mred\x1b[0m    bell \x07 \x9b and \x7f"]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n")).filter(str.strip), st.integers(1, 40))
def test_wrapping_loses_nothing_but_the_spaces_where_it_breaks(text: str, width: int) -> None:
    said = "".join(barred(quoted(text), width))
    assert said.replace(" ", "") == harmless(text).replace(" ", "").replace("\n", "")
