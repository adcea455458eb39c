"""Do the buttons of an answer do what they say, today and after a restart, on documents as they are now?"""

from pathlib import Path

import pytest

from bot.preview.server.payloads import OTHER_MEMBER
from tests.end_to_end.discord_app.conftest import SEEDS, Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord
from tests.fakes.seen_words import shows_a_piece

QUESTION = "How long do refunds take?"
ANSWER = "Refunds take 14 days after the parcel has reached us."
MANAGE_MESSAGES = 1 << 13


async def test_context_shows_the_excerpt_privately_within_its_neighbours(discord: Discord) -> None:
    shown = await discord.use("ask", question=QUESTION)
    opened = await discord.click(shown, "Context")
    assert discord.is_private(opened)
    (quote,) = quotes(opened.text)
    assert ANSWER in quote.text
    assert "A parcel is sent on Mondays" in quote.text
    assert quote.bold == ["Refunds", ANSWER]


async def test_each_line_of_a_summary_can_be_read_within_its_neighbours(discord: Discord, corpus: Path) -> None:
    shown = await discord.use("summary", file="faq.md")
    opened = await discord.click(shown, "Context")
    assert discord.is_private(opened)
    (line, *_), (around,) = quotes(shown.text), quotes(opened.text)
    assert line.text in around.text
    assert shows_a_piece(around.text, (corpus / "faq.md").read_text(encoding="utf-8"), is_markdown=True)


async def test_a_whole_document_can_be_read_from_any_place(start: Start) -> None:
    async with start(app_over(SEEDS)) as server:
        page = await server.click(await server.use("ask", question="Who may lift the sanctions?"), "Context")
        name = render(page.blocks[0]).text
        text = (SEEDS / name).read_bytes().decode()
        while "◀ Back" in page.labels:
            page = await server.click(page, "◀ Back")
        read = [quotes(page.text)[0].text]
        while "Next ▶" in page.labels:
            page = await server.click(page, "Next ▶")
            assert server.is_private(page)
            read.append(quotes(page.text)[0].text)
    at = 0
    for piece in read:
        found = text.replace("\r\n", "\n").find(piece, at)
        assert found >= 0
        assert not text.replace("\r\n", "\n")[at:found].strip()
        at = found + len(piece)
    assert not text.replace("\r\n", "\n")[at:].strip()


async def test_buttons_work_after_a_restart(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        shown = await server.use("ask", question=QUESTION)
    async with start(app_over(corpus)) as server:
        assert ANSWER in quotes((await server.click(shown, "Context")).text)[0].text
        assert "refunds" in (await server.click(shown, "Why this?")).text
        await server.press_button(shown, "Dismiss")
        await server.until("DELETE", "/webhooks/.*")
        assert shown.message_id not in server.messages


async def test_a_passage_that_was_rewritten_since_is_not_quoted(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        shown = await server.use("ask", question=QUESTION)
    faq = corpus / "faq.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("14 days", "30 days"), encoding="utf-8")
    async with start(app_over(corpus)) as server:
        opened = await server.click(shown, "Context")
    assert "no longer" in opened.text
    assert quotes(opened.text) == []


async def test_a_passage_that_only_moved_is_found(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        shown = await server.use("ask", question=QUESTION)
    faq = corpus / "faq.md"
    faq.write_text("# Welcome\n\nWe have moved.\n\n" + faq.read_text(encoding="utf-8"), encoding="utf-8")
    async with start(app_over(corpus)) as server:
        opened = await server.click(shown, "Context")
    assert ANSWER in quotes(opened.text)[0].text
    assert "has changed since" in opened.text


async def test_a_document_changed_elsewhere_is_shown_as_it_is_now_and_told_to_have_changed(
    start: Start, corpus: Path
) -> None:
    async with start(app_over(corpus)) as server:
        shown = await server.use("ask", question=QUESTION)
    faq = corpus / "faq.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("Mondays", "Fridays"), encoding="utf-8")
    async with start(app_over(corpus)) as server:
        opened = await server.click(shown, "Context")
    assert "has changed since" in opened.text
    assert "Fridays" in quotes(opened.text)[0].text


async def test_a_removed_document_is_told(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        shown = await server.use("ask", question=QUESTION)
    (corpus / "faq.md").unlink()
    async with start(app_over(corpus)) as server:
        assert "was deleted" in (await server.click(shown, "Context")).text


async def test_more_shows_further_excerpts_and_none_twice(start: Start) -> None:
    async with start(app_over(SEEDS)) as server:
        page = await server.use("ask", question="What do the US, Russia and Trump say about sanctions?")
        seen = [quote.text for quote in quotes(page.text)]
        while "More" in page.labels:
            page = await server.click(page, "More")
            assert server.is_private(page)
            seen += [quote.text for quote in quotes(page.text)]
    assert len(seen) == len(set(seen)) == 7


async def test_where_there_is_nothing_more_there_is_no_button(discord: Discord) -> None:
    assert "More" not in (await discord.use("ask", question=QUESTION)).labels


async def test_why_tells_each_word_with_its_weight_and_what_it_was_taken_for(discord: Discord) -> None:
    shown = await discord.use("ask", question="How long do refnuds take after a zymurgy?")
    told = render((await discord.click(shown, "Why this?")).text).text
    assert "“refnuds”: weight" in told
    assert "taken for “refunds”" in told
    assert "“zymurgy”: in no document" in told


async def test_the_asker_dismisses_an_answer_and_others_may_not(discord: Discord) -> None:
    shown = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    refused = await discord.click(shown, "Dismiss", by=OTHER_MEMBER)
    assert refused.is_ephemeral
    assert "Only the one who asked" in refused.text
    assert shown.message_id in discord.messages
    await discord.press_button(shown, "Dismiss")
    await discord.until("DELETE", "/webhooks/.*")
    assert shown.message_id not in discord.messages


async def test_who_may_manage_messages_dismisses_any_answer(discord: Discord) -> None:
    shown = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    await discord.press_button(shown, "Dismiss", by=OTHER_MEMBER, permissions=MANAGE_MESSAGES)
    await discord.until("DELETE", "/webhooks/.*")
    assert shown.message_id not in discord.messages


async def test_a_button_of_another_version_is_told_so(discord: Discord) -> None:
    shown = await discord.use("ask", question=QUESTION)
    for component in discord.messages[shown.message_id]["components"][0]["components"][-1]["components"]:
        component["custom_id"] = "quoth:forgotten:1"
    assert "updated" in (await discord.click(shown, "Why this?")).text


@pytest.mark.parametrize("name", ["d" * 240 + ".md", "ein Ordner/Übersicht 表.md"])
async def test_long_and_foreign_file_names_fit_into_a_button(start: Start, tmp_path: Path, name: str) -> None:
    path = tmp_path / "corpus" / name
    path.parent.mkdir(parents=True)
    path.write_text("# Shop\n\nRefunds take 14 days after the parcel has reached us.\n", encoding="utf-8")
    async with start(app_over(tmp_path / "corpus")) as server:
        shown = await server.use("ask", question=QUESTION)
        assert ANSWER in quotes((await server.click(shown, "Context")).text)[0].text


async def test_a_question_is_kept_to_the_letter_whatever_signs_it_has(start: Start, corpus: Path) -> None:
    question = r"How *long* do refunds take, \_(ツ)_/, C#"
    for number in range(6):
        (corpus / f"{number}.md").write_text(f"# Shop {number}\n\nRefunds take {number} days.\n", encoding="utf-8")
    async with start(app_over(corpus)) as server:
        shown = await server.use("ask", question=question)
        more = await server.click(shown, "More")
    assert render(more.blocks[0]).text.rstrip("\u200b") == question
