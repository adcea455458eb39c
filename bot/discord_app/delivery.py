"""How does a question reach the app and its reply the member? Threads for the work, Discord for the reply."""

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import discord

from bot.discord_app.layouts import layout_of
from bot.replies import Quote, Reply

log = logging.getLogger(__name__)

_WORKERS = 4  # questions worked on at the same time; more of them wait their turn


class Delivery:
    """Runs the app's commands off the event loop and sends what they return."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="question")

    async def to_interaction(
        self, interaction: discord.Interaction, command: Callable[..., Reply], *words: object
    ) -> None:
        """Answer a slash command with `command(*words)`. Discord wants a first sign within 3 s, so it comes at once."""
        await interaction.response.defer(thinking=True)
        reply = await self._reply(command, *words)
        if reply.private:
            # A response keeps the visibility it was deferred with, so a private reply has to be a message of its own.
            await interaction.delete_original_response()
            await interaction.followup.send(view=layout_of(reply), ephemeral=True, suppress_embeds=True)
        else:
            await interaction.edit_original_response(view=layout_of(reply))

    async def to_message(self, message: discord.Message, command: Callable[..., Reply], *words: object) -> None:
        """Answer a message with `command(*words)`, as a reply to it that pings nobody."""
        try:
            async with message.channel.typing():
                reply = await self._reply(command, *words)
            await message.channel.send(
                view=layout_of(reply),
                reference=message.to_reference(fail_if_not_exists=False),
                mention_author=False,
                suppress_embeds=True,
            )
        except discord.Forbidden:
            log.warning("I may not write in channel %s, so a question there got no reply", message.channel.id)

    def close(self) -> None:
        """Take no more work. What runs is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _reply(self, command: Callable[..., Reply], *words: object) -> Reply:
        log.debug("%s %r", command.__name__, words)
        started = time.perf_counter()
        reply = await asyncio.get_running_loop().run_in_executor(self._pool, command, *words)
        excerpts = sum(isinstance(part, Quote) for part in reply.parts)
        log.info("%s: %.0f ms, %d excerpts", command.__name__, (time.perf_counter() - started) * 1000, excerpts)
        return reply
