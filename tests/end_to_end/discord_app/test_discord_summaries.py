"""Summaries in Discord: section by section, cited once each, every line a sentence of the documents."""

from pathlib import Path

from bot.discord_app.rendering.fitting import MAX_CHARS
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

CLUB = """# The boat club

The boat club lends boats to all members of the harbour.

## Rules

- Every sailor must wear a life jacket on board.
- Nobody may sail at night without a lamp.
- A boat is back at the pier by sunset.

## Fees

A boat costs nine euros for each day on the water.
"""


async def test_a_document_is_summarized_with_verbatim_sentences(discord: Discord, corpus: Path) -> None:
    reply = await discord.use("summary", file="faq.md")
    source = (corpus / "faq.md").read_text(encoding="utf-8")
    assert quotes(reply.text)
    assert all(quote.text in source for quote in quotes(reply.text))


async def test_a_topic_is_summarized(discord: Discord) -> None:
    reply = await discord.use("summary", topic="parcel")
    assert quotes(reply.text)
    assert "parcel" in render(reply.blocks[0]).text


async def test_a_summary_has_the_length_that_is_asked_for(discord: Discord) -> None:
    short = await discord.use("summary", file="faq.md", length="short")
    assert "2 sentences" in render(short.text).text
    assert len(quotes(short.text)) <= 2


async def test_a_summary_without_a_target_shows_every_document(discord: Discord) -> None:
    reply = await discord.use("summary")
    shown = render(reply.text).text
    assert "faq.md" in shown
    assert "snake_case_rules.txt" in shown


async def test_a_summary_of_nothing_known_is_told_to_the_asker_alone(discord: Discord) -> None:
    reply = await discord.use("summary", topic="zymurgy")
    assert reply.is_ephemeral
    assert "zymurgy" in reply.text


async def test_lines_of_one_section_stand_below_its_heading_and_are_cited_once(start: Start, corpus: Path) -> None:
    (corpus / "club.md").write_text(CLUB, encoding="utf-8")
    async with start(app_over(corpus)) as server:
        reply = await server.use("summary", file="club.md", length="long")
    shown = [render(block).text for block in reply.blocks]
    (rules,) = (block for block in shown if "life jacket" in block)
    assert rules.startswith("Rules\n")
    assert rules.count("club.md") == 1
    assert rules.endswith("club.md · lines 7, 8, 9")
    assert [quote.text for quote in quotes(reply.text)][1] == "- Every sailor must wear a life jacket on board."
    assert all(quote.text in CLUB for quote in quotes(reply.text))


async def test_a_topic_names_the_sections_to_read_on_and_opens_them(start: Start, corpus: Path) -> None:
    sections = "".join(
        f"## {name}\n\nA boat of the {name.lower()} is lent to members for a day. Each boat has a lamp of its own.\n\n"
        for name in ("North pier", "South pier", "Old harbour", "New harbour")
    )
    (corpus / "lending.md").write_text(f"# Piers\n\nPiers and what they lend.\n\n{sections}", encoding="utf-8")
    async with start(app_over(corpus)) as server:
        reply = await server.use("summary", topic="boat", length="short")
        shown = render(reply.text).text
        assert "Read on:" in shown
        further = shown.partition("Read on:")[2]
        name = next(name for name in ("North pier", "South pier", "Old harbour", "New harbour") if name in further)
        assert name not in shown.partition("Read on:")[0]
        opened = await server.click(reply, name)
    assert server.is_private(opened)
    assert f"A boat of the {name.lower()}" in quotes(opened.text)[0].text


async def test_the_overview_of_a_folder_is_told_folder_by_folder_in_pages(start: Start, corpus: Path) -> None:
    for folder in ("rules", "minutes"):
        for number in range(12):
            text = f"# {folder} {number}\n\nThe {folder} of the year {number} tell who lends the boats.\n"
            (corpus / folder).mkdir(exist_ok=True)
            (corpus / folder / f"{number}.md").write_text(text, encoding="utf-8")
    async with start(app_over(corpus)) as server:
        pages = [await server.use("summary")]
        while "Next ▶" in pages[-1].labels:
            pages.append(await server.click(pages[-1], "Next ▶"))
    assert len(pages) <= 2
    assert all(len(page.text) <= MAX_CHARS for page in pages)
    shown = "\n".join(render(block).text for page in pages for block in page.blocks)
    assert shown.index("faq.md") < shown.index("minutes/\n") < shown.index("rules/\n")
