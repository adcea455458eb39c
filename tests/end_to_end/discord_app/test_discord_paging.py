"""Is everything that can be reached, reached: long questions, long names, mistyped headings, public help?"""

from pathlib import Path

from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"


async def test_a_command_takes_a_question_as_long_as_a_message(discord: Discord) -> None:
    registered = await discord.until("PUT", ".*")
    ask = next(command for command in registered.body if command["name"] == "ask")
    assert ask["options"][0]["max_length"] == 4000
    long = f"{QUESTION} " + "I sent a parcel back. " * 100
    assert quotes((await discord.use("ask", question=long)).text)


async def test_more_is_there_only_where_there_is_more(start: Start, corpus: Path) -> None:
    for number in range(5):
        (corpus / f"{number}.md").write_text(
            f"# Shop {number}\n\n## Refunds\n\nRefunds of shop {number} take {number} weeks.\n", encoding="utf-8"
        )
    async with start(app_over(corpus)) as server:
        page = await server.use("ask", question="how long do refunds take in each shop?")
        shown = len(quotes(page.text))
        assert "More" in page.labels
        page = await server.click(page, "More")
        assert quotes(page.text)
        assert shown + len(quotes(page.text)) <= 6 or "More" in page.labels


async def test_help_in_a_channel_can_be_dismissed(discord: Discord) -> None:
    shown = await discord.reply_to(await discord.say("<@100>"))
    await discord.press_button(shown, "Dismiss")
    await discord.until("DELETE", "/webhooks/.*")
    assert shown.message_id not in discord.messages


async def test_a_mistyped_heading_is_completed(discord: Discord) -> None:
    choices = await discord.complete("quote", "place", "Refnuds", file="faq.md")
    assert [choice["value"] for choice in choices] == ["Refunds"]


async def test_a_long_file_name_can_be_chosen(start: Start, corpus: Path) -> None:
    name = "n" * 187 + ".md"
    (corpus / name).write_text("# Long\n\nThe name of this file is long indeed.\n", encoding="utf-8")
    async with start(app_over(corpus)) as server:
        (choice,) = await server.complete("quote", "file", "nnnnnnnn")
        assert "The name of this file" in (await server.use("quote", file=choice["value"])).text
