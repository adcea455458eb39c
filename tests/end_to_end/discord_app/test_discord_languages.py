"""Is every member answered in their own language, commands, choices and errors included?"""

import pytest

from tests.fakes.discord_markdown import render
from tests.fakes.discord_member import Discord

LOCALES = {
    "fr": "Les documents ne répondent pas",
    "es-ES": "Los documentos no responden",
    "es-419": "Los documentos no responden",
    "pt-BR": "Os documentos não respondem",
    "ru": "Документы на это не отвечают",
    "uk": "Документи на це не відповідають",
    "pl": "Dokumenty na to nie odpowiadają",
    "zh-CN": "文档没有回答这个问题",
    "zh-TW": "文档没有回答这个问题",
    "ja": "文書はこれに答えていません",
    "de": "Die Dokumente beantworten das nicht",
}


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_member_is_answered_in_their_language(discord: Discord, locale: str) -> None:
    missing = await discord.use("ask", question="Wherefore zymurgy?", locale=locale)
    assert LOCALES[locale] in render(missing.text).text
    unknown = await discord.use("quote", file="nothing-like-it", locale=locale)
    assert "There is no document" not in render(unknown.text).text
    assert "nothing-like-it" in render(unknown.text).text


async def test_names_descriptions_and_choices_of_commands_are_in_all_languages(discord: Discord) -> None:
    registered = await discord.until("PUT", ".*")
    for command in registered.body:
        for part in [command, *command.get("options", [])]:
            assert set(LOCALES) <= set(part["name_localizations"]), part["name"]
            if part.get("description"):
                assert set(LOCALES) <= set(part["description_localizations"]), part["name"]
            for choice in part.get("choices", []):
                assert set(LOCALES) <= set(choice["name_localizations"]), choice["name"]


async def test_german_commands_have_their_umlauts(discord: Discord) -> None:
    registered = await discord.until("PUT", ".*")
    names = {command["name"]: command["name_localizations"]["de"] for command in registered.body}
    assert (names["check"], names["changes"]) == ("prüfen", "änderungen")


@pytest.mark.parametrize("asked", ["qui es-tu ?", "¿quién eres?", "кто ты?", "хто ти?", "kim jesteś?", "你是谁？"])
async def test_who_asks_about_the_bot_may_ask_in_any_of_them(discord: Discord, asked: str) -> None:
    reply = await discord.reply_to(await discord.say(f"<@100> {asked}"))
    assert "Quoth" in render(reply.text).text
    assert "Refunds take 14 days" in render(reply.text).text
