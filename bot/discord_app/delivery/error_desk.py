"""Where does the failure of a command or a button end? In the log with a number, and with the member as a sentence."""

import logging
import secrets

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.delivery.rate_limits import Seen
from bot.discord_app.rendering.layout import layout_of
from bot.replies.model import Paragraph, Reply
from bot.wording import answering, number, texts

log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[commands.AutoShardedBot]):
    """The slash commands, with the one error desk of the Discord side."""

    seen: Seen | None = None
    """Interactions that were taken already, if they are watched."""

    async def interaction_check(self, interaction: discord.Interaction[commands.AutoShardedBot]) -> bool:
        """Pass over an interaction that the gateway delivers again."""
        return self.seen is None or self.seen.is_new(interaction.id)

    async def on_error(
        self, interaction: discord.Interaction[commands.AutoShardedBot], error: app_commands.AppCommandError
    ) -> None:
        """Log the error and tell the member, privately, what to do."""
        await tell_failure(interaction, error)


async def tell_failure(interaction: discord.Interaction[commands.AutoShardedBot], error: Exception) -> None:
    """Log the error and tell the member, privately, what to do. Never raises."""
    incident = number() or secrets.token_hex(4)
    with answering(str(interaction.locale), incident):
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            log.warning("A member used a command as it was before the last update: %s", error)
            text = texts().updated
        elif isinstance(cause, discord.HTTPException):  # no bug: a message deleted, a permission missing, an outage
            log.warning("Discord refused a reply, incident %s: %s", incident, cause)
            text = texts().incident.format(number=incident)
        else:
            log.error("A command failed, incident %s", incident, exc_info=error)
            text = texts().incident.format(number=incident)
        layout = layout_of(Reply(texts().failed, (Paragraph(text),), private=True))
        try:
            if interaction.response.is_done():
                await interaction.followup.send(view=layout, ephemeral=True)
            else:
                await interaction.response.send_message(view=layout, ephemeral=True)
        except discord.HTTPException as refusal:
            log.warning("The member could not be told of the failure: %s", refusal)
