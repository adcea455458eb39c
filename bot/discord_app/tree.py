"""Where does the failure of a slash command end? In the log with a number, and with the member as a plain sentence."""

import logging
import secrets

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.layouts import layout_of
from bot.replies import Paragraph, Reply

log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[commands.Bot]):
    """The slash commands, with the one error desk of the Discord side."""

    async def on_error(
        self, interaction: discord.Interaction[commands.Bot], error: app_commands.AppCommandError
    ) -> None:
        """Log the error and tell the member, privately, what to do."""
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            log.warning("A member used a command as it was before the last update: %s", error)
            text = "This command has just been updated. Please try again in a few minutes."
        else:
            incident = secrets.token_hex(4)
            log.error("A slash command failed, incident %s", incident, exc_info=error)
            text = f"Something went wrong on my side. Please tell the admin this number: {incident}."
        layout = layout_of(Reply("That did not work", (Paragraph(text),), private=True))
        try:
            if interaction.response.is_done():
                await interaction.followup.send(view=layout, ephemeral=True)
            else:
                await interaction.response.send_message(view=layout, ephemeral=True)
        except discord.HTTPException as refusal:
            log.warning("The member could not be told of the failure: %s", refusal)
