"""Who may use the bot at all? Servers, roles and direct messages, as the settings say; whoever is in doubt may not."""

import logging

import discord
from cachetools import TTLCache

from bot.config.discord import DiscordSettings
from bot.discord_app.delivery.here import has_any, settings_in
from bot.discord_app.delivery.rate_limits import REMEMBERED
from bot.discord_app.delivery.sending import UNSENT, notice
from bot.services.server_settings import SettingsOfServers
from bot.wording import answering, texts

log = logging.getLogger(__name__)

_KNOWN_S = 300.0
"""How long it is remembered whether somebody who writes a direct message may."""
_MOST_SERVERS = 25  # in which it is looked for whoever writes a direct message


class Access:
    """Lets in who may use the bot. For the event loop alone."""

    def __init__(
        self, settings: DiscordSettings, client: discord.Client, of_servers: SettingsOfServers | None = None
    ) -> None:
        self._settings = settings
        self._of_servers = of_servers or SettingsOfServers(settings)
        self._client = client
        self._outside: TTLCache[int, bool] = TTLCache(REMEMBERED, _KNOWN_S)

    async def admits(self, interaction: discord.Interaction) -> bool:
        """Whether a command, button or completion may be used; who may not is told privately."""
        with answering(str(interaction.locale), ""):
            is_admin = interaction.guild_id is not None and interaction.permissions.manage_guild
            if is_admin and interaction.guild_id and self.allows_server(interaction.guild_id) and _sets(interaction):
                return True  # nobody may shut out who can let others in again
            refusal = await self.refusal(interaction.user, interaction.guild_id, interaction.channel)
            if not refusal:
                return True
            try:
                if interaction.type is discord.InteractionType.autocomplete:
                    await interaction.response.autocomplete([])
                else:
                    await interaction.response.send_message(view=notice(refusal), ephemeral=True)
            except UNSENT as error:
                log.info("A member could not be told why they may not ask: %s", error)
            return False

    async def refusal(self, user: discord.User | discord.Member, server: int | None, channel: object = None) -> str:
        """Why this user may not ask in this server, or directly (None), as a sentence for them; "" if they may."""
        if server is None:
            return await self._refusal_of_direct_messages(user)
        if not self.allows_server(server):
            return texts().not_this_server
        here = settings_in(self._of_servers, server, channel)
        if here.roles and not has_any(user, here.roles):
            return texts().not_your_role
        return texts().server.silent_here if here.answering == "silent" else ""

    def allows_server(self, server: int) -> bool:
        """Whether the bot may be used in the server."""
        return not self._settings.servers or server in self._settings.servers

    async def leave_others(self) -> None:
        """Leave the servers that may not use the bot, if that is set."""
        if self._settings.other_servers == "leave":
            for server in self._client.guilds:
                if not self.allows_server(server.id):
                    log.warning("I leave the server %s (%s), which may not use me", server.name, server.id)
                    await server.leave()

    async def _refusal_of_direct_messages(self, user: discord.User | discord.Member) -> str:
        wanted = self._settings.direct_messages
        if wanted == "nobody":
            return texts().no_direct_messages
        if wanted == "everybody" and not self._settings.roles:
            return ""
        if user.id not in self._outside:
            self._outside[user.id] = not await self._is_inside(user)
        return texts().members_only if self._outside[user.id] else ""

    async def _is_inside(self, user: discord.User | discord.Member) -> bool:
        """Whether the user is in one of the servers that may use the bot, with a role that may ask."""
        for server in [one for one in self._client.guilds if self.allows_server(one.id)][:_MOST_SERVERS]:
            try:
                member = await server.fetch_member(user.id)
            except UNSENT:
                continue
            if self._has_role({role.id for role in member.roles}):
                return True
        return False

    def _has_role(self, roles: set[int]) -> bool:
        return not self._settings.roles or not roles.isdisjoint(self._settings.roles)


def _sets(interaction: discord.Interaction) -> bool:
    """Whether the command is the one that settings are changed with."""
    return bool(interaction.data) and interaction.data.get("name") == "settings"  # type: ignore[union-attr]
