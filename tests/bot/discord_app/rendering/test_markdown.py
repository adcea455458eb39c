"""Does Discord show a text to the letter? Every claim is checked with an independent renderer of Discord's Markdown."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.discord_app.rendering.markdown import escape, escape_line, is_faithful, quote
from tests.fakes.discord_markdown import quotes, render

PIECES = [
    *"\\*_~`|<>[]()@:/#-+.!&^= \n\t1a",
    *("**", "***", "__", "~~", "||", "```", ">>> ", "> ", "# ", "-# ", "- ", "* ", "1. ", "\r\n", "  \n", "\n\n"),
    *("<@1>", "<@!1>", "<@&1>", "<#1>", "<t:1:R>", "</ask:1>", "<:e:1>", "<a:e:1>", "<id:guide>", ":smile:"),
    *("@everyone", "@here", "https://a.bc", "<https://a.bc>", "[a](https://b.cd)", "discord.gg/abc", "¯\\_(ツ)_/¯"),
    *("word", "é", "字", "🙂", "\u0301", "\u00a0", "\u200b"),
]
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text and pieces of it that shall be bold."""
    text = draw(hostile.map(str.strip).filter(is_faithful))
    at = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(at, at), max_size=4))
    return text, [(min(pair), max(pair)) for pair in pairs]


@given(marked())
@example(("a *b* c", [(2, 3), (3, 5)]))
@example(("ab", [(0, 1), (1, 2)]))
@example(("1. # x", [(0, 1)]))
def test_a_quote_shows_the_text_to_the_letter_and_nothing_in_it_is_live(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, bold = case
    (shown,) = quotes(quote(text, bold))
    assert shown.text == text.replace("\r\n", "\n")
    assert shown.live == []


@pytest.mark.parametrize("piece", [piece for piece in PIECES if not piece.isspace()])
def test_every_kind_of_markup_is_defused_wherever_it_stands(piece: str) -> None:
    text = f"{piece}a {piece}b{piece}\n{piece}c{piece} d\n  {piece} e {piece}\n\nf".strip()
    for bold in ([], [(0, 2)], [(0, len(text))]):
        (shown,) = quotes(quote(text, bold))
        assert shown.text == text.replace("\r\n", "\n")
        assert shown.live == []


@given(marked())
def test_exactly_the_marked_pieces_are_bold(case: tuple[str, list[tuple[int, int]]]) -> None:
    text, bold = case
    places = sorted({at for start, end in bold for at in range(start, end)})
    (shown,) = quotes(quote(text, bold))
    assert "".join("".join(shown.bold).split()) == "".join("".join(text[at] for at in places).split())


@given(hostile)
def test_an_escaped_line_shows_the_text_on_one_line(text: str) -> None:
    assume(is_faithful(text))
    shown = render(f"### {escape_line(text)}")
    assert shown.text.split() == text.split()
    assert "\n" not in shown.text
    assert shown.live == []


@pytest.mark.parametrize(
    "text",
    ["", " a", "a\n", "a\x00b", "a\x1bb", "a\rb", "a\u2028b", "a\u202eb", "a\u2066b", "a\ud800b", "\u00a0a"],
    ids=ascii,
)
def test_what_discord_would_drop_or_reorder_is_not_faithful(text: str) -> None:
    assert not is_faithful(text)


@pytest.mark.parametrize("text", ["a", "a\n\n  b\tc", "a\r\nb", "שלום", "👩‍💻", "1. a"])
def test_ordinary_texts_are_faithful(text: str) -> None:
    assert is_faithful(text)


def test_a_line_hides_no_control_characters() -> None:
    assert escape_line(" a\n\tb\u202ec\x00\ud800 ") == "a  b\ufffdc\ufffd\ufffd"


def test_ordinary_prose_is_left_as_it_is() -> None:
    prose = "“It’s 5 % more,” she said (in 2024); the well-known firm didn't agree."
    assert escape(prose) == prose
