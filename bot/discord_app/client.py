"""What is the bot in Discord? discord.py's Bot with Quoth's commands, the least of intents and no pings."""

import logging
from pathlib import Path

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.cogs.about import About
from bot.discord_app.cogs.comparisons import Comparisons
from bot.discord_app.cogs.questions import Questions
from bot.discord_app.cogs.summaries import Summaries
from bot.discord_app.delivery import Delivery
from bot.discord_app.sync import synchronise
from bot.discord_app.tree import Tree

log = logging.getLogger(__name__)

# None of these is privileged: messages that mention the bot and direct messages carry their text without it.
_INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)

# discord.py warns at each start that it has no voice. Nobody misses it here.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


class QuothBot(commands.Bot):
    """The bot over one App. `data_dir` is where it remembers which commands Discord knows."""

    def __init__(self, *, app: App, data_dir: Path) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=_INTENTS,
            tree_cls=Tree,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
        )
        self._app = app
        self._data_dir = data_dir
        self._delivery = Delivery()

    async def setup_hook(self) -> None:
        """Add the commands and make them known to Discord; runs once, after the login."""
        await self.add_cog(Questions(bot=self, app=self._app, delivery=self._delivery))
        await self.add_cog(Summaries(app=self._app, delivery=self._delivery))
        await self.add_cog(Comparisons(app=self._app, delivery=self._delivery))
        await self.add_cog(About(bot=self, app=self._app, delivery=self._delivery))
        await synchronise(self, self._data_dir)

    async def on_ready(self) -> None:
        """Tell the admin that members can ask now."""
        log.info("Ready as %s on %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Leave messages to the cogs: there are no commands with a prefix."""

    async def close(self) -> None:
        """Log out and take no more questions."""
        self._delivery.close()
        await super().close()
