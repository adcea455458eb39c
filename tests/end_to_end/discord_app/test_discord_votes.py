"""Is what members think of an answer kept, once each, and removed when they say so?"""

from pathlib import Path

from bot.app import App
from bot.preview.server.payloads import OTHER_MEMBER
from bot.references import resolved
from bot.store import FILE, store_in
from bot.store.votes_table import Vote, all_votes
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"


def kept(folder: Path) -> list[Vote]:
    store = store_in(folder / "data")
    try:
        return store.read_now(all_votes)
    finally:
        store.close()


async def test_each_member_has_one_vote_on_an_answer_and_can_change_it(discord: Discord, tmp_path: Path) -> None:
    answer = await discord.use("ask", question=QUESTION)
    for _ in range(2):
        told = await discord.click(answer, "👍", by=OTHER_MEMBER)
        assert discord.is_private(told)
    assert "taken back" in told.text
    assert "helped" in (await discord.click(answer, "👍")).text
    assert "did not help" in (await discord.click(answer, "👎")).text
    (vote,) = kept(tmp_path)
    assert (vote.member, vote.is_good, vote.message) == (200, False, int(answer.message_id))


async def test_a_vote_and_its_reason_are_taken_after_a_restart_and_name_the_place_without_its_text(
    start: Start, app: App, tmp_path: Path
) -> None:
    async with start(app) as discord:
        answer = await discord.use("ask", question=QUESTION)
    async with start(app) as discord:
        asked = await discord.click(answer, "👎")
    async with start(app) as discord:
        assert "noted" in (await discord.choose(asked, 0, "outdated")).text
    (vote,) = kept(tmp_path)
    assert vote.reason == "outdated"
    place = resolved(app.librarian, vote.places[0])
    assert place
    assert "14 days" in place.span.of(place.document.text)
    assert b"14 days" not in (tmp_path / "data" / FILE).read_bytes()


async def test_a_reason_for_a_vote_that_was_taken_back_or_that_is_forged_is_not_kept(
    discord: Discord, tmp_path: Path
) -> None:
    answer = await discord.use("ask", question=QUESTION)
    asked = await discord.click(answer, "👎")
    await discord.click(answer, "👍")
    assert "no 👎" in (await discord.choose(asked, 0, "wrong")).text
    assert [vote.reason for vote in kept(tmp_path)] == [""]


async def test_votes_change_no_answer(discord: Discord) -> None:
    answer = await discord.use("ask", question=QUESTION)
    await discord.click(answer, "👎")
    assert (await discord.use("ask", question=QUESTION)).text == answer.text


async def test_where_the_documents_do_not_answer_there_is_nothing_to_vote_on(discord: Discord) -> None:
    assert "👍" not in (await discord.use("ask", question="Where does the Cubernedes run?")).labels


async def test_a_member_is_told_what_is_kept_and_can_remove_it(discord: Discord, tmp_path: Path) -> None:
    answer = await discord.use("ask", question=QUESTION)
    await discord.click(answer, "👍")
    await discord.click(answer, "👎", by=OTHER_MEMBER)
    told = await discord.use("privacy")
    assert "1 verdict " in told.text
    assert "/forget-me" in told.text
    assert discord.is_private(told)
    assert "1 verdict of yours was removed" in (await discord.use("forget-me")).text
    assert "0 verdicts" in (await discord.use("privacy")).text
    assert [vote.member for vote in kept(tmp_path)] == [int(OTHER_MEMBER["id"])]


async def test_a_damaged_database_is_told_and_the_bot_goes_on_answering(start: Start, app: App, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE).write_bytes(b"no database" * 1000)
    async with start(app) as discord:
        answer = await discord.use("ask", question=QUESTION)
        assert "14 days" in answer.text
        assert "try again later" in (await discord.click(answer, "👍")).text
        assert "try again later" in (await discord.use("privacy")).text
        assert "14 days" in (await discord.use("ask", question=QUESTION)).text
