"""What does a member get where the documents do not answer?"""

from pathlib import Path

import pytest

from bot.preview.server.payloads import OTHER_MEMBER
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

NEARLY = "What about vegetarian soup for lunch?"
"""Of which the documents have but one word."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.md").write_text(
            f"# Volume {number}\n\n## Kubernetes\n\nThe kubernetes cluster number {number} runs in the cellar.\n\n"
            f"## Lunch\n\nLunch number {number} is at noon in the big hall of the house.\n",
            encoding="utf-8",
        )
    return folder


async def test_the_words_that_no_document_has_are_told(discord: Discord) -> None:
    reply = await discord.use("ask", question="What is a cubernedes zymurgy?")
    shown = render(reply.text).text
    assert "The documents do not answer this." in shown
    assert "No document has the words “cubernedes” and “zymurgy”." in shown


async def test_the_corrected_word_is_a_button_that_asks_again_in_place(discord: Discord) -> None:
    missing = await discord.use("ask", question="Where does the Cubernedes run?")
    answer = await discord.click(missing, "Did you mean “kubernetes”?")
    assert answer.message_id == missing.message_id
    assert render(answer.blocks[0]).text == "Where does the kubernetes run?"
    assert "The kubernetes cluster" in quotes(answer.text)[0].text
    assert "Did you mean" not in "".join(answer.labels)


async def test_others_ask_again_privately(discord: Discord) -> None:
    missing = await discord.use("ask", question="Where does the Cubernedes run?")
    answer = await discord.click(missing, "Did you mean “kubernetes”?", by=OTHER_MEMBER)
    assert answer.message_id != missing.message_id
    assert discord.is_private(answer)


async def test_the_button_works_after_a_restart(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        missing = await server.use("ask", question="Where does the Cubernedes run?")
    async with start(app_over(corpus)) as server:
        answer = await server.click(missing, "Did you mean “kubernetes”?")
    assert quotes(answer.text)


async def test_the_nearest_headings_are_buttons_that_open_them(discord: Discord) -> None:
    missing = await discord.use("ask", question=NEARLY)
    assert "may not answer" in missing.text
    opened = await discord.click(missing, "Lunch")
    assert discord.is_private(opened)
    assert "Lunch number" in quotes(opened.text)[0].text


async def test_closest_passages_look_and_read_differently_from_an_answer(discord: Discord) -> None:
    answer = await discord.use("ask", question="When is lunch in the big hall?")
    missing = await discord.use("ask", question=NEARLY)
    assert quotes(answer.text)
    assert quotes(missing.text)
    assert answer.colour != missing.colour
    assert "the documents may not answer this. No document has the word" in missing.text
    assert "answer" not in answer.text


async def test_what_is_not_near_is_not_shown(discord: Discord) -> None:
    missing = await discord.use("ask", question="Is there zymurgy and xylography for lunch in Antananarivo?")
    assert quotes(missing.text) == []
    assert "No document has the words “antananarivo” and “zymurgy”." in render(missing.text).text


async def test_a_question_of_nothing_known_shows_no_passage(discord: Discord) -> None:
    reply = await discord.use("ask", question="Wherefore zymurgy?")
    assert quotes(reply.text) == []
    assert "list of documents" in reply.text


@pytest.mark.parametrize(("asked", "near"), [("carrot", "cannot"), ("weather", "water")])
async def test_a_word_of_its_own_is_not_taken_for_another(start: Start, tmp_path: Path, asked: str, near: str) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "a.md").write_text(f"# House\n\nThe {near} in the cellar is old.\n", encoding="utf-8")
    async with start(app_over(folder)) as server:
        missing = await server.use("ask", question=f"Is there a {asked} in the garden today?")
    assert "Did you mean" not in "".join(missing.labels)


async def test_the_nearest_headings_stand_below_their_announcement(discord: Discord) -> None:
    missing = await discord.use("ask", question=NEARLY)
    shown = render(missing.text).text
    assert "Lunch" in shown.partition("Headings that come nearest:")[2]


async def test_a_word_that_stands_somewhere_is_not_said_to_stand_nowhere(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a.md").write_text("# House\n\nThe code 4711-x opens the door of the cellar.\n", encoding="utf-8")
    async with start(app_over(folder)) as server:
        missing = await server.use("ask", question="Does 4711-x open zymurgic wardrobes in Antananarivo?")
    assert "4711" not in render(missing.text).text.partition("No document has")[2].partition(".")[0]
