"""Do members see all documents, page by page?"""

from pathlib import Path

from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import render
from tests.fakes.discord_member import Discord


async def test_hundreds_of_sources_are_turned_through_until_each_was_shown(start: Start, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(60):
        (corpus / f"a_file_with_{'a_rather_' * 15}long_name_{number:03}.txt").write_text("Text.\n", encoding="utf-8")
        (corpus / f"picture_{number:03}.png").write_bytes(b"\x89PNG")
    async with start(app_over(corpus)) as server:
        page = await server.use("sources")
        assert server.is_private(page)
        assert page.labels == ["Next ▶"]
        seen = render(page.text).text
        while "Next ▶" in page.labels:
            page = await server.click(page, "Next ▶")
            seen += render(page.text).text
        assert page.labels == ["◀ Back"]
    assert all(f"{number:03}.txt" in seen and f"picture_{number:03}.png: " in seen for number in range(60))
    assert "…" not in seen


async def test_the_list_can_be_turned_after_a_restart_with_fewer_documents(start: Start, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(30):
        (corpus / f"{number:03}.txt").write_text("Text.\n", encoding="utf-8")
    async with start(app_over(corpus)) as server:
        page = await server.use("sources")
    for number in range(5, 30):
        (corpus / f"{number:03}.txt").unlink()
    async with start(app_over(corpus)) as server:
        page = await server.click(page, "Next ▶")
        assert "004.txt" in render(page.text).text
        assert page.labels == []


async def test_a_page_is_turned_once_however_often_the_gateway_delivers_the_press(discord: Discord) -> None:
    shown = await discord.use("ask", question="How long do refunds take?")
    token = await discord.press_button(shown, "Context")
    await discord.response(token)
    before = len(discord.requests)
    await discord.repeat_last()
    await discord.use("help")
    assert len(discord.requests) == before + 1
