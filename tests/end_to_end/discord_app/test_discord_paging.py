"""Is everything that can be reached, reached: long questions, long names, mistyped headings, public help?"""

from itertools import islice, permutations
from pathlib import Path

import pytest

from bot.app import App
from bot.discord_app.delivery import dispatcher
from bot.preview.server.messages import Request
from retrieval import Library, RetrievalSettings
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render
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


async def test_what_does_not_fit_is_on_further_pages_and_nothing_is_dropped(start: Start, corpus: Path) -> None:
    wrong = [f"The clerk of ward {n} files {n + 1} reports with the office of the town every year." for n in range(40)]
    (corpus / "wards.md").write_text("# Wards\n\n" + "\n\n".join(wrong) + "\n", encoding="utf-8")
    text = " ".join(sentence.replace("town", "city") for sentence in wrong)
    async with start(app_over(corpus)) as server:
        page = await server.use("check", text=text)
        told = render(page.text).text
        while "Next ▶" in page.labels:
            page = await server.click(page, "Next ▶")
            told += render(page.text).text
            assert server.is_private(page)
        assert "Next ▶" not in page.labels
        assert "◀ Back" in page.labels
    assert "did not fit" not in told
    assert all(f"ward {n} files" in told for n in range(40))


async def _to_the_end(server: Discord, page: Request) -> str:
    """All pages of a reply."""
    told = page.text
    while "Next ▶" in page.labels:
        page = await server.click(page, "Next ▶")
        told += "\n" + page.text
    assert "◀ Back" in page.labels
    assert "did not fit" not in told
    return told


async def test_a_comparison_of_long_sentences_is_on_several_pages(start: Start, corpus: Path) -> None:
    said = [f"The clerk of ward {n} " + " and ".join(f"files {n}x{m} reports" for m in range(30)) for n in range(5)]
    (corpus / "one.md").write_text("\n\n".join(f"{one} in {n + 1} days." for n, one in enumerate(said)), "utf-8")
    (corpus / "two.md").write_text("\n\n".join(f"{one} in {n + 9} days." for n, one in enumerate(said)), "utf-8")
    async with start(app_over(corpus)) as server:
        told = await _to_the_end(server, await server.use("compare", file_a="one.md", file_b="two.md"))
    assert len(quotes(told)) == 2 * len(said)


async def test_a_long_summary_is_on_several_pages(start: Start, corpus: Path) -> None:
    words = ["".join(letters) for letters in islice(permutations("bakedomi", 5), 0, 6000, 11)]
    lines = "\n\n".join(
        f"## Part {n}\n\nThe {a} of the {b} in yard {n} must be held by the {c} before the {d} leave the {e}."
        for n, (a, b, c, d, e) in enumerate(zip(*[iter(words)] * 5, strict=False))
    )
    (corpus / "yards.md").write_text(f"# Yards\n\n{lines}\n", encoding="utf-8")
    app = App(Library(corpus, RetrievalSettings()), excerpts=3, words=600)
    async with start(app) as server:
        told = await _to_the_end(server, await server.use("summary", file="yards.md", length="long"))
    assert len(quotes(told)) > 20


@pytest.fixture
def long_text(corpus: Path) -> str:
    """A text that takes several pages to check."""
    lines = "\n\n".join(f"The clerk of ward {n} files {n + 1} reports with the office of the town." for n in range(99))
    (corpus / "wards.md").write_text(f"# Wards\n\n{lines}\n", encoding="utf-8")
    return lines.replace("town", "hall")


async def test_pages_that_are_not_kept_over_a_restart_are_told(start: Start, corpus: Path, long_text: str) -> None:
    async with start(app_over(corpus)) as server:
        page = await server.use("check", text=long_text)
    async with start(app_over(corpus)) as server:
        told = await server.click(page, "Next ▶")
        assert "not kept any more" in told.text
        assert told.is_ephemeral
        again = await server.use("check", text=long_text)
        assert "not kept" not in (await server.click(again, "Next ▶")).text


async def test_pages_that_nobody_turned_for_long_are_told(
    start: Start, corpus: Path, long_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "PAGED_S", 0.0)
    async with start(app_over(corpus)) as server:
        page = await server.use("check", text=long_text)
        assert "not kept any more" in (await server.click(page, "Next ▶")).text


async def test_only_so_many_replies_with_pages_are_kept(
    start: Start, corpus: Path, long_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "MAX_PAGED", 1)
    async with start(app_over(corpus)) as server:
        first = await server.use("check", text=long_text)
        second = await server.use("check", text=long_text)
        assert "not kept any more" in (await server.click(first, "Next ▶")).text
        assert "◀ Back" in (await server.click(second, "Next ▶")).labels


async def test_the_menus_work_on_answers_of_the_bot(discord: Discord) -> None:
    answer = await discord.use("ask", question=QUESTION)
    again = await discord.open_menu("Ask the documents", answer.message_id)
    assert render(again.blocks[0]).text == QUESTION
    assert quotes(again.text)
    checked = await discord.open_menu("Check against the documents", answer.message_id)
    assert "Stands word for word: Refunds take 14 days" in render(checked.text).text
