"""How do members ask? With /ask, by a mention, in a direct message or a question channel, or from a message's menu."""

import asyncio
import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.config.lengths import MAX_ASKED
from bot.discord_app.commands.autocomplete import choices
from bot.discord_app.commands.help import Helped, help_reply
from bot.discord_app.delivery.access import Access
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.delivery.here import settings_at
from bot.discord_app.delivery.sending import react
from bot.discord_app.messages.addressing import call_in, said_in
from bot.discord_app.messages.company import is_among_people
from bot.discord_app.messages.follow_ups import asked_before, replied_to
from bot.discord_app.messages.shown_question import kept_in
from bot.replies.heard import remark_in
from bot.replies.model import Reply
from bot.services.server_settings import SettingsOfServers
from bot.wording import answering

log = logging.getLogger(__name__)

_REACTIONS = {"thanks": "👍", "wrong": "📝"}


class Questions(commands.Cog):
    """Questions about the documents."""

    def __init__(
        self,
        *,
        bot: Helped,
        delivery: Delivery,
        settings: SettingsOfServers,
        access: Access,
    ) -> None:
        self._access = access
        self._bot = bot
        self._delivery = delivery
        self._settings = settings
        self._menu = app_commands.ContextMenu(name="Ask the documents", callback=self.ask_about)

    async def cog_load(self) -> None:
        """Add the menu; discord.py takes no menus from a cog by itself."""
        self._bot.tree.add_command(self._menu)

    @app_commands.command()
    @app_commands.describe(
        question="Your question, in your own words",
        source="Look only in this document",
        private="Show the answer to you alone",
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, MAX_ASKED],
        source: str = "",
        private: bool = False,
    ) -> None:
        """Find the passages in the documents that answer a question."""
        await self._delivery.to_interaction(interaction, _ask, question, source, private=private)

    @ask.autocomplete("source")
    async def complete_source(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """File names that fit. Not in the pool of the questions: completion must not wait for them."""
        app = self._delivery.app_for(interaction, hidden=bool(interaction.namespace.private))
        return await asyncio.to_thread(choices, app, typed)

    async def ask_about(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Take anybody's message as a question."""
        kept = kept_in(message) if self._bot.user and message.author.id == self._bot.user.id else None
        said = kept.question if kept else discord.utils.remove_markdown(self._said_in(message))
        text = " ".join(said.split())
        await self._delivery.to_interaction(interaction, _ask, text)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take messages to the bot as questions or remarks, and in question channels those that ask everybody."""
        me, here = self._bot.user, settings_at(self._settings, message)
        call = call_in(message, me, hears_all=here.answering == "questions") if me else None
        if me is None or call is None or not self._delivery.seen.is_new(message.id):
            return
        with answering(str(message.guild.preferred_locale) if message.guild else "en", ""):
            server = message.guild.id if message.guild else None
            refusal = await self._access.refusal(message.author, server, message.channel)
            if refusal:
                if not call.unasked:
                    await self._delivery.tell_once(message, refusal)
                return
        if not call.unasked:
            await self._answer(message, me, call.text)
        elif not await is_among_people(message, me):
            speak = _ask if here.unsure == "closest" else App.volunteer
            await self._delivery.to_message(message, speak, call.text, unasked=True)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, edit: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew where its answer stands, if that came within the last minutes."""
        message, me = edit.message, self._bot.user
        if me is None or message.edited_at is None or not self._delivery.has_answered(message.id):
            return
        here = settings_at(self._settings, message)
        call = call_in(message, me, hears_all=here.answering == "questions")
        if call is None or not call.text:
            return
        server = message.guild.id if message.guild else None
        if await self._access.refusal(message.author, server, message.channel):
            return
        earlier = "" if call.unasked else await asked_before(message, me)
        await self._delivery.to_message(message, _ask, call.text, "", earlier)

    async def _answer(self, message: discord.Message, me: discord.ClientUser, text: str) -> None:
        """Answer what is said to the bot; without words, the message that it replies to, or with help."""
        answered = await self._replied_to(message)
        is_on_answer = answered is not None and answered.author.id == me.id
        remark = remark_in(text, on_answer=is_on_answer)
        if remark:
            if remark == "wrong" and answered:
                log.info("Member %s calls the answer of message %s wrong", message.author.id, answered.id)
            await react(message, _REACTIONS[remark])
            return
        if not text and answered and not is_on_answer:
            text = said_in(answered, me)
        if not text:
            await self._delivery.to_message(message, _help, self._bot)
        elif is_on_answer or not answered:
            await self._delivery.to_message(message, _ask, text, "", await asked_before(message, me))
        else:
            await self._delivery.to_message(message, _ask, text)

    async def _replied_to(self, message: discord.Message) -> discord.Message | None:
        try:
            return await replied_to(message)
        except discord.HTTPException as error:
            log.info("What message %s replies to cannot be read: %s", message.id, error)
            return None

    def _said_in(self, message: discord.Message) -> str:
        return said_in(message, self._bot.user) if self._bot.user else message.content


def _ask(app: App, question: str, source: str = "", earlier: str = "") -> Reply:
    return app.ask(question, source=source, earlier=earlier)


def _help(_: App, bot: Helped) -> Reply:
    return help_reply(bot)
