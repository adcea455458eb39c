"""What is the bot in Discord? discord.py's Bot with Quoth's commands, the least of intents and no pings."""

import contextlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.discord_app.button_handlers import Desk, Press
from bot.discord_app.commands.about import About
from bot.discord_app.commands.changes import Changes
from bot.discord_app.commands.checks import Checks
from bot.discord_app.commands.comparisons import Comparisons
from bot.discord_app.commands.posts import Posts
from bot.discord_app.commands.privacy import Privacy
from bot.discord_app.commands.questions import Questions
from bot.discord_app.commands.quotes import Reading
from bot.discord_app.commands.settings import Settings
from bot.discord_app.commands.summaries import Summaries
from bot.discord_app.delivery.access import Access
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.delivery.error_desk import Tree
from bot.discord_app.delivery.sending import notice, put_in_place
from bot.discord_app.sync import known_ids, synchronise
from bot.discord_app.translator import Translator
from bot.discord_app.votes import Why
from bot.discord_app.welcome import welcome
from bot.services.server_settings import SettingsOfServers
from bot.store.store import Store
from bot.wording import answering, texts

log = logging.getLogger(__name__)

# None of these is privileged: messages that mention the bot and direct messages carry their text without it.
_INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)

# discord.py warns at each start that it has no voice. Nobody misses it here.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


class QuothBot(commands.AutoShardedBot):
    """The bot over one App. `data_dir` is where it remembers which commands Discord knows.

    `store` keeps what members do, `of_servers` what is set for servers and channels; where that needs the text of all
    messages, it is asked for.
    """

    def __init__(
        self, *, app: App, data_dir: Path, settings: DiscordSettings, of_servers: SettingsOfServers, store: Store
    ) -> None:
        intents = discord.Intents(_INTENTS.value)
        intents.message_content = of_servers.reads_all and not of_servers.is_deaf
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents,
            tree_cls=Tree,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            **_shards(settings),
        )
        self._data_dir = data_dir
        self._settings = settings
        self._of_servers = of_servers
        self.access = Access(settings, self, of_servers)
        """Who may use the bot."""
        self.command_ids: Mapping[str, int] = {}
        """The ids of the slash commands, by which they can be clicked."""
        self._delivery = Delivery(app, settings, data_dir, of_servers)
        self.store = store
        """Where is kept what members do."""
        self.desk = Desk(delivery=self._delivery, settings=settings, of_servers=of_servers, store=store)
        """What the buttons need."""

    async def setup_hook(self) -> None:
        """Add the commands and make them known to Discord; runs once, after the login."""
        delivery = self._delivery
        if isinstance(self.tree, Tree):
            self.tree.seen, self.tree.access = delivery.seen, self.access
        self.add_dynamic_items(Press, Why)
        await self.add_cog(Questions(bot=self, delivery=delivery, settings=self._of_servers, access=self.access))
        await self.add_cog(Summaries(delivery=delivery))
        await self.add_cog(Comparisons(delivery=delivery))
        await self.add_cog(Changes(delivery=delivery))
        await self.add_cog(Reading(delivery=delivery))
        await self.add_cog(Checks(bot=self, delivery=delivery))
        await self.add_cog(Posts(settings=self._settings, of_servers=self._of_servers))
        await self.add_cog(Privacy(store=self.store))
        await self.add_cog(About(bot=self, delivery=delivery))
        await self.add_cog(Settings(of_servers=self._of_servers))
        await self.tree.set_translator(Translator())
        if not self._settings.shard_ids or 0 in self._settings.shard_ids:  # of several processes one is enough
            self.command_ids = await synchronise(self, self._data_dir)
        else:
            self.command_ids = known_ids(self._data_dir)
        for token, locale in delivery.unanswered.left_behind():
            await self._apologise(token, locale)

    async def _apologise(self, token: str, locale: str) -> None:
        """Close a "thinking …" of a process that was killed before it answered."""
        if self.application_id is None:
            return
        with contextlib.suppress(discord.HTTPException), answering(locale, ""):
            await put_in_place(self.http, self.application_id, token, notice(texts().was_stopped))

    async def on_ready(self) -> None:
        """Tell the admin that members can ask now."""
        log.info("Ready as %s on %d servers", self.user, len(self.guilds))
        self._delivery.servers = self.guilds
        await self.access.leave_others()

    async def on_guild_join(self, server: discord.Guild) -> None:
        """Leave at once where the bot may not be used, if that is set; else say what to do first."""
        self._delivery.servers = self.guilds
        await self.access.leave_others()
        if self.access.allows_server(server.id):
            await welcome(server)

    async def on_message(self, message: discord.Message) -> None:
        """Leave messages to the cogs: there are no commands with a prefix."""

    async def close(self) -> None:
        """Log out and take no more questions."""
        await self._delivery.close()
        await super().close()


def _shards(settings: DiscordSettings) -> dict[str, Any]:
    """What discord.py takes for the shards; nothing leaves all to Discord."""
    if settings.shard_ids:
        return {"shard_ids": list(settings.shard_ids), "shard_count": settings.shard_count}
    return {"shard_count": settings.shard_count} if settings.shard_count else {}
