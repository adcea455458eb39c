"""How does a question reach the app and its reply the member? Threads for the work, Discord for the reply."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import discord

from bot.config.discord import DiscordSettings
from bot.discord_app.delivery.rate_limits import WORKERS, Gate, Seen
from bot.discord_app.rendering.layout import Plan, layout_of, plan_of
from bot.replies.model import Paragraph, Quote, Reply
from bot.wording import begin_answer, number, texts

log = logging.getLogger(__name__)

_NOTICE_S = 20.0  # how long a refusal stands in a channel where it cannot be told privately
_TOKEN_GONE = frozenset({10015, 50027})  # "Unknown Webhook" and "Invalid Webhook Token": 15 minutes have passed


class Delivery:
    """Runs the app's commands off the event loop and sends what they return."""

    def __init__(self, settings: DiscordSettings | None = None) -> None:
        settings = settings or DiscordSettings()
        self._gate = Gate(settings)
        self._base_url = settings.base_url or ""
        self._pool = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="question")
        self._typing: set[asyncio.Task[None]] = set()
        self.seen = Seen()

    async def to_interaction(
        self,
        interaction: discord.Interaction,
        command: Callable[..., Reply],
        *words: object,
        private: bool = False,
        replace: bool = False,
        is_question: bool = True,
    ) -> None:
        """Answer a command or a button with `command(*words)`. Discord wants a first sign within 3 s: it comes at once.

        `private` replies are seen by the asker alone. `replace` puts the reply in the place of the message whose button
        was pressed. What `is_question` counts for the asker's limits.
        """
        begin_answer(str(interaction.locale), secrets.token_hex(4))
        channel = interaction.channel_id or 0
        if refusal := self._gate.refusal(interaction.user.id, channel, is_question=is_question):
            await interaction.response.send_message(view=_notice(refusal), ephemeral=True)
            return
        try:
            await (
                interaction.response.defer()
                if replace
                else interaction.response.defer(ephemeral=private, thinking=True)
            )
            message = interaction.message
            hidden = private or (replace and message is not None and message.flags.ephemeral)
            reply, plan = await self._reply(None if hidden else interaction.user.id, command, *words)
        finally:
            self._gate.leave()
        await _respond(interaction, plan.view(), is_private=reply.private, is_hidden=hidden, is_replacing=replace)

    async def to_message(self, message: discord.Message, command: Callable[..., Reply], *words: object) -> None:
        """Answer a message with `command(*words)`, as a reply to it that pings nobody. Failures are logged."""
        locale = str(message.guild.preferred_locale) if message.guild else "en"
        begin_answer(locale, secrets.token_hex(4))
        if refusal := self._gate.refusal(message.author.id, message.channel.id, is_question=True):
            await _tell_privately(message, refusal)
            return
        try:
            typing = asyncio.create_task(_show_typing(message.channel))
            self._typing.add(typing)
            typing.add_done_callback(self._typing.discard)
            _, plan = await self._reply(message.author.id, command, *words)
        finally:
            self._gate.leave()
        try:
            await message.channel.send(
                view=plan.view(),
                reference=message.to_reference(fail_if_not_exists=False),
                mention_author=False,
                suppress_embeds=True,
            )
        except discord.Forbidden:
            log.warning("I may not write in channel %s, so question %s got no reply", message.channel.id, number())
            await _tell_privately(message, texts().may_not_write)
        except discord.NotFound:
            log.info("The channel of question %s is gone", number())
        except discord.HTTPException as error:
            log.error("Discord did not take the reply to question %s: %s", number(), error)

    def close(self) -> None:
        """Take no more work. What runs is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _reply(self, asker: int | None, command: Callable[..., Reply], *words: object) -> tuple[Reply, Plan]:
        """The reply and how it will look. `asker` may dismiss it where others see it."""
        name = command.__name__.lstrip("_")
        log.debug("question %s: %s %r", number(), name, words)

        def work() -> tuple[Reply, Plan]:
            reply = command(*words)
            return reply, plan_of(reply, asker=None if reply.private else asker, base_url=self._base_url)

        started = time.perf_counter()
        context = copy_context()  # the thread speaks the asker's language too
        reply, plan = await asyncio.get_running_loop().run_in_executor(self._pool, lambda: context.run(work))
        excerpts = sum(isinstance(part, Quote) for part in reply.parts)
        log.info(
            "question %s: %s: %.0f ms, %d excerpts", number(), name, (time.perf_counter() - started) * 1000, excerpts
        )
        return reply, plan


async def _respond(
    interaction: discord.Interaction,
    view: discord.ui.LayoutView,
    *,
    is_private: bool,
    is_hidden: bool,
    is_replacing: bool,
) -> None:
    """Send the reply in the place of the response that was announced, which `is_hidden` from all but the asker."""
    try:
        if is_hidden or not is_private:
            await interaction.edit_original_response(view=view)
            return
        # A response keeps the visibility it was deferred with, so a private reply has to be a message of its own.
        if not is_replacing:
            await interaction.delete_original_response()
        await interaction.followup.send(view=view, ephemeral=True, suppress_embeds=True)
    except discord.HTTPException as error:
        if error.code not in _TOKEN_GONE:
            raise
        log.info("The reply to question %s took more than 15 minutes, so it is sent as a message", number())
        place = interaction.user if is_hidden or is_private else interaction.channel
        if isinstance(place, discord.abc.Messageable):
            await place.send(view=view, suppress_embeds=True)


async def _show_typing(channel: discord.abc.Messageable) -> None:
    """A reply must not wait for this, nor fail with it."""
    with contextlib.suppress(discord.HTTPException):
        await channel.typing()


async def _tell_privately(message: discord.Message, refusal: str) -> None:
    """Say it in a direct message; where the member takes none, in the channel for a short while."""
    try:
        await message.author.send(view=_notice(refusal))
    except discord.HTTPException:
        with contextlib.suppress(discord.HTTPException):
            await message.channel.send(
                view=_notice(refusal),
                reference=message.to_reference(fail_if_not_exists=False),
                mention_author=False,
                delete_after=_NOTICE_S,
            )


def _notice(refusal: str) -> discord.ui.LayoutView:
    return layout_of(Reply(texts().busy_title, (Paragraph(refusal),), private=True))
