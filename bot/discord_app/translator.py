"""What are the commands called in a member's language? From the texts of that language, for Discord's locales."""

import discord
from discord import app_commands

from bot.wording import BY_LANGUAGE


class Translator(app_commands.Translator):
    """Names and descriptions of commands, options and menus; Discord shows the English ones where there is none."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the base class names it
    ) -> str | None:
        """The text in the language of the locale, or None."""
        spoken = BY_LANGUAGE.get(locale.value.partition("-")[0])
        return spoken.commands.get(string.message) if spoken else None
