"""What does a member get from the slash commands? The real client, talking to a Discord on loopback."""

import re
from pathlib import Path

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.replies.model import Reply
from tests.end_to_end.discord_app.conftest import SEEDS, Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord


async def test_ask_is_answered_with_a_verbatim_excerpt_and_its_citation(discord: Discord) -> None:
    reply = await discord.use("ask", question="How long do refunds take?")
    (shown, *_) = quotes(reply.text)
    assert shown.text == "Refunds\n\nRefunds take 14 days after the parcel has reached us."
    assert "Refunds" in shown.bold
    assert "faq.md · lines 3-5" in render(reply.text).text


async def test_ask_shows_the_question_since_discord_hides_it_from_other_members(discord: Discord) -> None:
    reply = await discord.use("ask", question="How long do *refunds* take?")
    assert render(reply.blocks[0]).text == "How long do *refunds* take?"


async def test_the_answer_is_public_and_deferred_before_the_search(discord: Discord) -> None:
    reply = await discord.use("ask", question="How long do refunds take?")
    callback = await discord.until("POST", "/interactions/.*")
    assert callback.body["type"] == 5
    assert not callback.is_ephemeral
    assert reply.method == "PATCH"


async def test_every_excerpt_from_the_seeds_is_verbatim(start: Start) -> None:
    corpus = [path.read_bytes().decode() for path in sorted(SEEDS.iterdir())]
    async with start(app_over(SEEDS)) as server:
        for question in ("Is BRICS going to launch its own currency?", "What did the Kremlin say about the dollar?"):
            reply = await server.use("ask", question=question)
            shown = quotes(reply.text)
            assert shown
            assert all(any(quote.text in text for text in corpus) for quote in shown)


async def test_a_question_about_something_else_is_told_so_in_another_colour(discord: Discord) -> None:
    found = await discord.use("ask", question="How long do refunds take?")
    missing = await discord.use("ask", question="Wherefore zymurgy?")
    assert "“zymurgy”" in render(missing.text).text
    assert found.colour != missing.colour


async def test_a_question_without_words_is_answered_to_the_asker_alone(discord: Discord) -> None:
    reply = await discord.use("ask", question="   ")
    assert reply.is_ephemeral
    assert any(request.method == "DELETE" for request in discord.requests)


async def test_file_names_are_completed_while_one_types(discord: Discord) -> None:
    assert await discord.complete("summary", "file", "fa") == [{"name": "faq.md", "value": "faq.md"}]
    assert len(await discord.complete("summary", "file", "")) == 2


async def test_long_and_odd_file_names_are_completed_only_if_they_can_be_found_again(
    start: Start, tmp_path: Path
) -> None:
    corpus = tmp_path / "odd"
    deep = corpus / ("d" * 90)
    deep.mkdir(parents=True)
    for name in ("found-by-its-name.md", "n" * 120 + ".md", "two\nlines.md"):
        (deep / name).write_text("# A title\n\nA sentence about parcels and their way to us.\n", encoding="utf-8")
    async with start(app_over(corpus)) as server:
        choices = await server.complete("summary", "file", "")
        replies = [await server.use("summary", file=choice["value"]) for choice in choices]
    assert [render(reply.blocks[0]).text for reply in replies] == [
        f"Summary of {deep.name}/{name}" for name in ("found-by-its-name.md", "n" * 120 + ".md")
    ]
    assert all(len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in choices)


async def test_two_documents_are_compared_with_verbatim_quotes(discord: Discord, corpus: Path) -> None:
    reply = await discord.use("compare", file_a="faq.md", file_b="snake_case_rules.txt")
    sources = [(corpus / name).read_text(encoding="utf-8") for name in ("faq.md", "snake_case_rules.txt")]
    assert len(quotes(reply.text)) == 3
    assert all(any(quote.text in source for source in sources) for quote in quotes(reply.text))
    assert await discord.complete("compare", "file_b", "fa") == [{"name": "faq.md", "value": "faq.md"}]


async def test_the_sources_are_listed_with_what_was_skipped(discord: Discord) -> None:
    shown = render((await discord.use("sources")).text).text
    assert "faq.md" in shown
    assert "snake_case_rules.txt" in shown
    assert "picture.png: " in shown


async def test_help_names_every_command_to_the_asker_alone(discord: Discord) -> None:
    registered = await discord.until("PUT", ".*")
    reply = await discord.use("help")
    assert reply.is_ephemeral
    rows = re.findall(r"^- (</([\w -]+):[1-9]\d*>)\\?: (.+)$", reply.text, re.MULTILINE)
    assert [(name, render(what).text) for _, name, what in rows] == [
        (f"{command['name']} {word['name']}".strip(), word["description"])
        for command in registered.body
        if command["type"] == 1
        for word in ([one for one in command["options"] if one["type"] == 1] or [command | {"name": ""}])
    ]
    assert render(reply.text).live == [mention for mention, _, _ in rows]


async def test_commands_can_be_clicked_after_a_restart_too(start: Start, app: App) -> None:
    shown = []
    for shards in ((), (), (1,)):
        settings = DiscordSettings(shard_ids=shards, shard_count=2 if shards else 0)
        async with start(app, settings) as server:
            shown.append((await server.use("help")).text)
    assert shown[0] == shown[1] == shown[2]
    assert "</ask:" in shown[0]
    assert len([request for request in server.requests if request.method == "PUT"]) == 1


class BrokenApp(App):
    """An app with a bug that its own error desk does not catch."""

    def ask(self, question: str, *, source: str = "", earlier: str = "", limit: int | None = None) -> Reply:
        raise RuntimeError(question, source, earlier, limit)


async def test_a_bug_is_told_as_a_sentence_with_a_number_that_stands_in_the_log(
    start: Start, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    async with start(BrokenApp(app, excerpts=3, words=150)) as server:
        reply = await server.use("ask", question="secret words")
    assert reply.is_ephemeral
    assert "secret words" not in reply.text
    number = reply.text.split()[-1].strip(".")
    assert f"incident {number}" in caplog.text


async def test_a_command_of_an_older_version_is_told_so(discord: Discord) -> None:
    reply = await discord.use("forgotten")
    assert reply.is_ephemeral
    assert "updated" in reply.text


async def test_a_question_is_logged_without_its_words(discord: Discord, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")
    await discord.use("ask", question="How long do refunds take?")
    assert "ask: " in caplog.text
    assert "refunds" not in caplog.text
