"""Which addresses become links, and is each shown in full, with nothing hidden behind it?"""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.discord_app.rendering.markdown import is_faithful, quote
from tests.bot.discord_app.rendering.test_markdown import PIECES, hostile
from tests.fakes.discord_markdown import is_whole, leads_where_it_says, quotes

LINKED = [
    ("See https://example.org.", "https://example.org"),
    ("(https://example.org/a_b_c)", "https://example.org/a_b_c"),
    ("https://en.example.org/wiki/Seal_(animal), and more", "https://en.example.org/wiki/Seal_(animal)"),
    ("[here](https://evil.example)", "https://evil.example"),
    ("<https://x.example/?a=1&b=~c#d-e>", "https://x.example/?a=1&b=~c#d-e"),
    ("**https://x.example/a**", "https://x.example/a"),
    ("what of https://x.example/a?", "https://x.example/a"),
    ("见https://x.example/a。", "https://x.example/a"),
    ("https://de.example.org/wiki/Käse", "https://de.example.org/wiki/Käse"),
    ("https://discord.gg/abcdef!", "https://discord.gg/abcdef"),
    ("http://x.example:8080/@name/a%20b", "http://x.example:8080/@name/a%20b"),
    ("see https://x.example/a…", "https://x.example/a"),
]
PLAIN = [
    "https://bank.example@evil.example/login",
    "https://user:word@evil.example",
    "https://bаnk.example/a",  # the second letter is Cyrillic
    "https://xn--bnk-7cd.example/a",
    "https://Bank.example",
    "https://x.example/\u202egnp.exe",
    "https://x.example/a\u200bb",
    "https://x.example/e\u0301",
    "https://x.example/שלום",
    "https://x.example/查看详情",
    "https://x.example/a*b*c",
    "https://x.example/a\\b",
    "https://x.example/{a}",
    "https://x.example/@everyone",
    "javascript://x.example/%0aalert(1)",
    "javascript:alert(1)",
    "discord.gg/abcdef",
    "discord://x.example/a",
    "steam://run/1",
    "ftp://x.example/a",
    "git+https://x.example/a",
    "https://",
    "https://localhost/a",
    "https://x..example/a",
    "https://[::1]/a",
    "https://1.2.3.4/a",
    "https://x.example/" + "a" * 500,
]


@pytest.mark.parametrize(("text", "address"), LINKED)
def test_an_address_is_a_link_shown_in_full(text: str, address: str) -> None:
    (shown,) = quotes(quote(text, links=True))
    assert (shown.text, shown.links, shown.live) == (text, [address], [])
    assert leads_where_it_says(address)
    (shown,) = quotes(quote(text))
    assert (shown.text, shown.links, shown.live) == (text, [], [])


@pytest.mark.parametrize("text", PLAIN)
def test_what_could_mislead_stays_text(text: str) -> None:
    (shown,) = quotes(quote(f"Go to {text} now.", links=True))
    assert (shown.links, shown.live) == ([], [])
    assert shown.text == f"Go to {text} now."


WEB = [
    "https://a.bc",
    "http://a.bc/d_e",
    "https://",
    "a.bc",
    "x@a.bc",
    "/(d)",
    "?q=1&r",
    "#f",
    "xn--",
    "@everyone",
    "%20",
]


@given(st.lists(st.sampled_from([*WEB, *PIECES]), max_size=10).map("".join) | hostile, st.data())
@example("https://a.bc/*d*https://a.bc", None)
@example("**https://a.bc**https://a.bc/__d__", None)
def test_a_quote_with_links_shows_the_text_to_the_letter(text: str, data: st.DataObject | None) -> None:
    text = text.strip()
    assume(is_faithful(text))
    at = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(at, at), max_size=3)) if data else [(0, len(text))]
    bold = [(min(pair), max(pair)) for pair in drawn]
    (shown,) = quotes(quote(text, bold, links=True))
    assert shown.text == text.replace("\r\n", "\n")
    assert shown.live == []
    assert all(leads_where_it_says(link) and is_whole(link, text) for link in shown.links)


def test_words_beside_an_address_are_bold_and_those_in_it_are_not() -> None:
    text = "the shop https://shop.example/shop is open"
    (shown,) = quotes(quote(text, [(4, 13), (17, 21), (34, 41)], links=True))
    assert shown.bold == ["shop", "is ope"]
    assert shown.links == ["https://shop.example/shop"]


def test_an_address_in_code_stays_code() -> None:
    text = "run curl https://x.example/a now"
    (shown,) = quotes(quote(text, code=[(4, 28)], links=True))
    assert (shown.text, shown.links) == (text, [])
