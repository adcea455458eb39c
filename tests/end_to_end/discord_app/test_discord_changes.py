"""What do members see of changes in the documents?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from retrieval import History, Librarian, Library, RetrievalSettings
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def changed_app(corpus: Path, tmp_path: Path) -> App:
    """The commands over the small corpus, in which a sentence was reworded on Tuesday and many were added."""
    history = History.open(tmp_path / "kept")
    history.record(Librarian.open(corpus, RetrievalSettings()).documents, MONDAY)
    faq = corpus / "faq.md"
    more = "".join(f"The rule number {n} is about things of its own kind{'!' * n}\n\n" for n in range(40))
    faq.write_text(faq.read_text(encoding="utf-8").replace("14 days", "30 days") + f"\n## Rules\n\n{more}", "utf-8")
    library = Library(corpus, RetrievalSettings())
    history.record(library.librarian.documents, MONDAY + timedelta(days=1))
    return App(library, excerpts=3, words=150, history=history)


async def test_changes_are_quoted_as_they_were_and_as_they_are(start: Start, changed_app: App, corpus: Path) -> None:
    async with start(changed_app) as server:
        reply = await server.use("changes")
        page, further = reply, 0
        while "Next ▶" in page.labels:
            page = await server.click(page, "Next ▶")
            further += len(quotes(page.text))
    before, after, *added = quotes(reply.text)
    assert len(added) + further == 41
    assert before.text == "Refunds take 14 days after the parcel has reached us."
    assert after.text == "Refunds take 30 days after the parcel has reached us."
    assert added
    assert all(quote.text in (corpus / "faq.md").read_text(encoding="utf-8") for quote in (after, *added))
    shown = render(reply.text).text
    assert "faq.md: 1 reworded, 41 added" in shown
    assert "not shown" not in shown


async def test_changes_are_told_since_a_date_or_a_revision(start: Start, changed_app: App) -> None:
    async with start(changed_app) as server:
        by_number = await server.use("changes", since="2")
        by_date = await server.use("changes", since="2026-03-02T12:00+00:00")
        wrong = await server.use("changes", since="yesterday")
    assert "No sentence was added" in by_number.text
    assert "revision 1" in render(by_date.text).text
    title = render(by_date.blocks[0])
    assert title.live == [f"<t:{MONDAY.timestamp():.0f}:f>", f"<t:{MONDAY.timestamp():.0f}:R>"]
    assert quotes(by_date.text)
    assert wrong.is_ephemeral
    assert "from 1 to 2" in wrong.text


async def test_context_tells_when_the_document_changed(start: Start, changed_app: App, corpus: Path) -> None:
    before = corpus.parent / "before"
    before.mkdir()
    text = (corpus / "faq.md").read_text(encoding="utf-8").replace("30 days", "14 days")
    (before / "faq.md").write_text(text, encoding="utf-8")
    async with start(app_over(before)) as server:
        shown = await server.use("ask", question="When is a parcel sent?")
    async with start(changed_app) as server:
        opened = await server.click(shown, "Context")
    tuesday = f"{(MONDAY + timedelta(days=1)).timestamp():.0f}"
    assert f"The document changed on <t:{tuesday}:f> (<t:{tuesday}:R>)." in opened.text


async def test_without_a_history_that_is_said(discord: Discord) -> None:
    assert "I cannot tell what changed" in (await discord.use("changes")).text


async def test_a_summary_since_a_date_quotes_what_came_since(start: Start, changed_app: App) -> None:
    async with start(changed_app) as server:
        reply = await server.use("summary", since="1")
    assert "Refunds take 30 days after the parcel has reached us." in [quote.text for quote in quotes(reply.text)]
    assert "revision 1" in render(reply.text).text
