"""Does a member see the very slice of the file, whatever hostile text a document is made of?"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.discord_app import DiscordSettings
from bot.preview.server.messages import Request
from retrieval import Librarian
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import is_whole, quotes, render
from tests.fakes.seen_words import shows, shows_a_piece

PIECES = (
    "*five* **euros** __under__ ~~gone~~ ||hidden|| `code` ```block``` _a_b_c_ ***all***",
    "<@200> <@!200> <@&300> <#301> @everyone @here <t:1700000000:R> </ask:400> <:e:1> <a:w:2> :wave: <id:browse>",
    "https://example.com/a_b [here](https://evil.example) <https://x.example> discord.gg/abc steam://run/1 a@b.example",
    "# heading", "## deeper", "-# small", "- item", "* item", "1. first", "> quoted", ">>> all quoted", "> > nested",
    r"C:\dir\_x_ \*there\* ¯\_(ツ)_/¯ \\ \` end\ ", "```py\nprint('x')\n```", "~~~", "---", "===", "| a | b |",
    "مرحبا بالعالم", "שלום עולם", "這是一個句子。", "ภาษาไทยไม่มีช่องว่าง", "e\u0301a\u0308 👩‍👩‍👧 🏳️‍🌈 𝔘𝔫𝔦 🇩🇪", "tab\there",
    "\u202ereversed\u202c", "zero\u200bwidth", "bell\x07", "null-ish \x1b[31m", "soft\u00adhyphen",
    "a\u2028b", "\u2066iso\u2069",
)  # fmt: skip
WORDS = "parcel refund counter window letter stamp weight price Monday office".split()


def hostile(chance: random.Random) -> Iterator[str]:
    """Paragraphs in which words to ask for and hostile pieces are mixed."""
    for number in range(60):
        mixed = [chance.choice((chance.choice(PIECES), *WORDS)) for _ in range(chance.randint(4, 30))]
        yield chance.choice((" ", " ", "\n")).join(["The", chance.choice(WORDS), f"number{number}", *mixed]) + "."
    yield "The endless parcel " + "word*_" * 16_000 + "."
    yield "The endless refund " + "𝔘 " * 50_000 + "."


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("seed", range(2))
async def test_every_quote_is_the_slice_that_its_button_names(
    start: Start, tmp_path: Path, seed: int, suffix: str
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    end = "\r\n" if seed else "\n"
    text = f"{end}{end}".join(hostile(random.Random(seed)))  # noqa: S311 - the same text every time
    (corpus / f"@everyone <@200> *hostile*{suffix}").write_bytes(text.encode())
    app = app_over(corpus)
    seen = 0
    async with start(app, DiscordSettings(member_per_minute=1000, channel_per_minute=1000)) as server:
        for word in (*WORDS[:6], "endless parcel", "endless refund", "number7 letter", "number31 stamp"):
            shown = await server.use("ask", question=f"What of the {word}?")
            seen += check(shown, app.librarian)
            page = await server.click(shown, "Context")
            assert render(page.text).live == []
            assert all(is_whole(link, text) for link in render(page.text).links)
            for quote in quotes(page.text):
                assert shows_a_piece(quote.text, text, is_markdown=suffix == ".md")
            if "More" in shown.labels:
                seen += check(await server.click(shown, "More"), app.librarian)
    assert seen > 10


def check(shown: Request, librarian: Librarian) -> int:
    """Each quote shows the words of the slice that its Context button refers to; gives the number of quotes."""
    assert render(shown.text).live == []
    (document,) = librarian.documents
    assert all(is_whole(link, document.text) for link in render(shown.text).links)
    count = 0
    for section in (c for c in shown.components if c["type"] == 9):
        _, start, end, _, _ = section["accessory"]["custom_id"].removeprefix("quoth:context:").split(".")
        source = document.text[int(start, 16) : int(end, 16)].replace("\r\n", "\n")
        block = section["components"][0]["content"]
        if "hidden characters" in block:
            assert quotes(block) == []
            continue
        (quote,) = quotes(block)
        count += 1
        if "(Cut here." in block:
            assert source.startswith(quote.text)
            assert source[len(quote.text)].isspace() or source[len(quote.text) - 1] in "。！？；，、"
        else:
            assert shows(quote.text, source, is_markdown=document.id.endswith(".md")), (quote.text, source)
    return count
