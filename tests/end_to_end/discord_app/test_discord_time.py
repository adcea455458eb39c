"""Does long work end in time, with what there is, and is that said?"""

from pathlib import Path

import pytest

from bot.app import App
from retrieval import Library, RetrievalSettings
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes, render

STOPPED = "This took long, so I stopped early"


@pytest.fixture
def hurried(corpus: Path) -> App:
    """An app whose time is always up."""
    (corpus / "second.md").write_text("# Refunds\n\nRefunds take 30 days after the parcel has reached us.\n", "utf-8")
    return App(Library(corpus, RetrievalSettings()), excerpts=3, words=150, seconds=0.0)


async def test_a_comparison_whose_time_is_up_claims_nothing_of_what_it_did_not_see(start: Start, hurried: App) -> None:
    async with start(hurried) as server:
        reply = await server.use("compare", file_a="faq.md", file_b="second.md")
    shown = render(reply.text).text
    assert STOPPED in shown
    assert "Only" not in shown
    assert quotes(reply.text) == []


async def test_a_summary_whose_time_is_up_says_so(start: Start, hurried: App) -> None:
    async with start(hurried) as server:
        replies = [await server.use("summary", file="faq.md"), await server.use("summary")]
        topic = await server.use("summary", topic="refunds")
    assert all(STOPPED in render(reply.text).text for reply in (*replies, topic))
    assert quotes(topic.text)  # the best line at least


async def test_sentences_that_were_not_checked_are_counted(start: Start, hurried: App) -> None:
    async with start(hurried) as server:
        reply = await server.use("check", text="Refunds take 14 days. Parcels are free. All is well.")
    assert "Not checked, since it took too long: 3 of the sentences." in render(reply.text).text
    assert "Does not stand there" not in reply.text


async def test_within_the_time_nothing_is_said_of_it(start: Start, app: App) -> None:
    async with start(app) as server:
        reply = await server.use("summary", file="faq.md")
    assert STOPPED not in render(reply.text).text
