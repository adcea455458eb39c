"""How does a member learn that a command or a button failed? In a private message, whatever Discord raised."""

import contextlib
import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.delivery.access import Access
from bot.discord_app.delivery.rate_limits import Seen
from bot.discord_app.delivery.sending import UNSENT
from bot.discord_app.rendering.layout import layout_of
from bot.incidents import incident, refused
from bot.replies.model import Reply
from bot.wording import answering, number, texts

log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[commands.AutoShardedBot]):
    """The slash commands, whose failures are told to the member."""

    seen: Seen | None = None
    """Interactions that were taken already, if they are watched."""
    access: Access | None = None
    """Who may use the commands; None for all."""

    async def interaction_check(self, interaction: discord.Interaction[commands.AutoShardedBot]) -> bool:
        """Pass over an interaction that the gateway delivers again, and tell who may not use the bot."""
        if self.seen is not None and not self.seen.is_new(interaction.id):
            return False
        return self.access is None or await self.access.admits(interaction)

    async def on_error(
        self, interaction: discord.Interaction[commands.AutoShardedBot], error: app_commands.AppCommandError
    ) -> None:
        """Log the error and tell the member, privately, what to do."""
        await tell_failure(interaction, error)


async def tell_failure(interaction: discord.Interaction[commands.AutoShardedBot], error: Exception) -> None:
    """Log the error and tell the member, privately, what to do. Never raises."""
    with answering(str(interaction.locale), number()):
        layout = layout_of(_reply_to(error))
        try:
            if interaction.response.is_done():
                if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
                    # what follows a public "thinking …" first takes its place, and is as public
                    with contextlib.suppress(*UNSENT):
                        await interaction.delete_original_response()
                await interaction.followup.send(view=layout, ephemeral=True)
            else:
                await interaction.response.send_message(view=layout, ephemeral=True)
        except UNSENT as refusal:
            log.warning("The member could not be told of the failure: %s", refusal)


def _reply_to(error: Exception) -> Reply:
    if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        log.warning("A member used a command as it was before the last update: %s", error)
        return refused(texts().updated)
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.HTTPException):  # no bug: a message deleted, a permission missing, an outage
        return incident("Discord refused a reply", cause, is_bug=False)
    return incident("A command failed", error)
