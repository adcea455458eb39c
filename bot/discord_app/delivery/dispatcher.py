"""How does a question reach the app and its reply the member? Threads for the work, Discord for the reply."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

import discord
from cachetools import FIFOCache, TTLCache

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.config.server import ServerSettings
from bot.discord_app.delivery.audience import Audience, who_reads, who_sees
from bot.discord_app.delivery.here import has_any, settings_at, settings_in
from bot.discord_app.delivery.lanes import Lane
from bot.discord_app.delivery.rate_limits import REMEMBERED, WINDOW_S, Gate, Seen
from bot.discord_app.delivery.sending import (
    UNSENT,
    join,
    notice,
    reply_with,
    respond,
    show_typing,
    tell_owner,
    tell_privately,
)
from bot.discord_app.delivery.set_places import answer_to, when_unsure
from bot.discord_app.delivery.unanswered import Unanswered
from bot.discord_app.posts import is_in_post
from bot.discord_app.rendering.fitting import Links
from bot.discord_app.rendering.layout import Plan, layout_of, plan_of
from bot.discord_app.rendering.paging import pages_of
from bot.incidents import incident
from bot.replies.model import Quote, Reply
from bot.services.server_settings import SettingsOfServers
from bot.wording import answering, begin_answer, number, texts

log = logging.getLogger(__name__)

EDITED_S = 600.0
"""How long after an answer it follows its question, if that is edited."""
PAGED_S, MAX_PAGED = 900.0, 500
"""How long the pages of a long reply can be turned, and of how many replies at the same time."""
SIGNS_AT_ONCE = 16
"""First signs that are sent to Discord at the same time. Of 1,000 questions at once, all at once hold up the event loop
for 500 ms, and the first sign comes within 0.8 s for 99 of 100; by 16, 50 ms and 0.5 s."""
_FAREWELL_S = 3.0  # for all who still wait when the bot ends


class Delivery:
    """Runs the app's commands off the event loop and sends what they return.

    Each is given the app over what those may read who will see the reply.

    Questions have a lane of their own, beside that of long work. `data_dir` is where is kept who still waits.
    """

    def __init__(
        self,
        app: App,
        settings: DiscordSettings | None = None,
        data_dir: Path | None = None,
        of_servers: SettingsOfServers | None = None,
    ) -> None:
        self._app = app
        settings = settings or DiscordSettings()
        self._of_servers = of_servers or SettingsOfServers(settings)
        self._gate = Gate(settings)
        self._links = Links(settings.base_url or "", settings.links == "on")
        self._questions, self._long_work = Lane("question"), Lane("long work")
        self._first_signs = asyncio.Semaphore(SIGNS_AT_ONCE)
        self._side_tasks: set[asyncio.Task[None]] = set()
        self._sent: TTLCache[int, discord.PartialMessage] = TTLCache(REMEMBERED, EDITED_S)
        self._told: TTLCache[tuple[int, str], None] = TTLCache(REMEMBERED, WINDOW_S)
        self._owners_told: FIFOCache[int, None] = FIFOCache(REMEMBERED)
        self._pages: TTLCache[str, tuple[frozenset[str], list[Reply]]] = TTLCache(MAX_PAGED, PAGED_S)
        self._waiting: dict[int | str, tuple[str, Callable[[], Awaitable[object]]]] = {}
        self.unanswered = Unanswered(data_dir, settings.shard_ids)
        self.seen = Seen()
        self.servers: Sequence[discord.Guild] = ()
        """Those whose roles count in direct messages."""

    async def to_interaction(
        self,
        interaction: discord.Interaction,
        command: Callable[..., Reply],
        *words: object,
        private: bool = False,
        replace: bool = False,
        is_question: bool = True,
        is_long: bool = False,
    ) -> None:
        """Answer a command or a button with `command(app, *words)`. Discord wants a first sign within 3 s.

        `private` replies are seen by the asker alone. `replace` puts the reply in the place of the message whose button
        was pressed. What `is_question` counts for the asker's limits, and what `is_long` waits for its like alone.
        """
        locale = str(interaction.locale)
        begin_answer(locale, secrets.token_hex(4))
        channel = interaction.channel_id or 0
        here = settings_in(self._of_servers, interaction.guild_id, interaction.channel)
        private = private or (here.place == "private" and not replace)
        is_free = has_any(interaction.user, here.free_roles)
        if refusal := self._gate.refusal(
            interaction.user.id, channel, is_question=is_question, is_long=is_long, is_free=is_free
        ):
            await interaction.response.send_message(view=notice(refusal), ephemeral=True)
            return
        token, message = interaction.token, interaction.message
        hidden = private or (replace and message is not None and message.flags.ephemeral)
        try:
            app = self._shown(who_sees(interaction, hidden=hidden), here)
            if not replace:
                self._promise(interaction, locale)
            with self._questions.held(), self._long_work.held():
                async with self._first_signs:
                    await (
                        interaction.response.defer()
                        if replace
                        else interaction.response.defer(ephemeral=private, thinking=True)
                    )
            reply, plan = await self._reply(
                None if hidden else interaction.user.id, False, is_long, app, command, *words
            )
            if not replace and not self._kept(token):
                return  # it was told that the bot ends
            await respond(interaction, _view(plan), is_private=reply.private, is_hidden=hidden, is_replacing=replace)
        finally:
            self._gate.leave(is_long=is_long)
            self._kept(token)

    def _promise(self, interaction: discord.Interaction, locale: str) -> None:
        """An answer is coming: whoever waits for it is told if the bot ends before."""

        def say() -> Awaitable[object]:
            return interaction.edit_original_response(view=notice(texts().stopping))

        self.unanswered.promise(interaction.token, locale)
        self._waiting[interaction.token] = locale, say

    def _kept(self, token: str) -> bool:
        """Whether the answer was still owed; from now on it is not."""
        was_owed = self._waiting.pop(token, None) is not None
        if was_owed:
            self.unanswered.keep(token)
        return was_owed

    async def to_message(
        self, message: discord.Message, command: Callable[..., Reply], *words: object, unasked: bool = False
    ) -> None:
        """Answer a message with `command(app, *words)`, as a reply to it that pings nobody. Failures are logged.

        Where the message was answered already, and then edited, its answer is edited. `unasked`, only what was found is
        said, and nothing that stands in the way.
        """
        here = settings_at(self._of_servers, message)
        locale = str(message.guild.preferred_locale) if message.guild else "en"
        locale = locale if here.language == "auto" else here.language
        begin_answer(locale, secrets.token_hex(4))
        is_free = has_any(message.author, here.free_roles)
        if refusal := self._gate.refusal(message.author.id, message.channel.id, is_question=True, is_free=is_free):
            if not unasked:
                await self.tell_once(message, refusal)
            return
        known = self._sent.get(message.id)
        try:
            readers = await who_reads(message, self.servers if self._app.is_divided else ())
            app = self._shown(readers, here)
            if not unasked and known is None:
                self._beside(show_typing(message.channel))
                self._beside(join(message.channel))
                self._waiting[message.id] = locale, lambda: reply_with(message, notice(texts().stopping))
            reply, plan = await self._reply(
                message.author.id, is_in_post(message.channel), False, app, command, *words, is_public=True
            )
        finally:
            self._gate.leave()
        self._waiting.pop(message.id, None)
        is_near = here.unsure == "closest" and any(isinstance(part, Quote) for part in reply.parts)
        if unasked and not reply.found and not is_near:
            await when_unsure(message, here)
        elif known is not None:
            with contextlib.suppress(*UNSENT):
                await known.edit(view=_view(plan), allowed_mentions=discord.AllowedMentions.none())
        else:
            await self._send(message, plan, here)

    def app_for(self, interaction: discord.Interaction, *, hidden: bool = False) -> App:
        """The app over what those may read who will see the reply, only the asker where it is `hidden`."""
        here = settings_in(self._of_servers, interaction.guild_id, interaction.channel)
        return self._shown(who_sees(interaction, hidden=hidden), here)

    def _shown(self, audience: Audience, here: ServerSettings) -> App:
        return self._app.seen_by(*audience, here.corpora).showing(here.excerpts)

    def has_answered(self, message_id: int) -> bool:
        """Whether the message was answered within the last minutes, so that its answer follows it."""
        return message_id in self._sent

    def page(self, app: App, turned_by: str, number: int) -> Reply | None:
        """The page of this number, from 1, of a long reply; None if it is not kept any more, or not for these eyes."""
        seen, pages = self._pages.get(turned_by, (frozenset(), []))
        return pages[number - 1] if 0 < number <= len(pages) and seen <= app.corpora else None

    async def close(self) -> None:
        """Take no more work, and tell all who wait that the bot ends. What runs is not waited for."""
        self._questions.close()
        self._long_work.close()
        self._gate.report()
        waiting, self._waiting = self._waiting, {}
        farewells = [self._farewell(key, *told) for key, told in waiting.items()]
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_FAREWELL_S):
                await asyncio.gather(*farewells)
        self.unanswered.close()

    async def _farewell(self, key: int | str, locale: str, say: Callable[[], Awaitable[object]]) -> None:
        with contextlib.suppress(*UNSENT), answering(locale, ""):
            await say()
            self.unanswered.keep(str(key))

    async def _send(self, message: discord.Message, plan: Plan, here: ServerSettings) -> None:
        try:
            sent = await answer_to(message, _view(plan), here.place)
        except discord.Forbidden:
            await self.tell_once(message, texts().may_not_write)
            await self._tell_owner_once(message)
            return
        if sent is not None and not isinstance(sent.channel, discord.GroupChannel):  # no bot is in one
            self._sent[message.id] = sent.channel.get_partial_message(sent.id)  # a whole one holds all that was said

    async def tell_once(self, message: discord.Message, sentence: str) -> None:
        """Tell the member privately what stands in the way, once in a minute."""
        told = message.author.id, sentence
        if told not in self._told:
            self._told[told] = None
            await tell_privately(message, sentence)

    async def _tell_owner_once(self, message: discord.Message) -> None:
        """Tell the owner of the server, once for each channel as long as the bot runs."""
        if message.channel.id not in self._owners_told:
            self._owners_told[message.channel.id] = None
            await tell_owner(message)

    def _beside(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._side_tasks.add(task)
        task.add_done_callback(self._side_tasks.discard)

    async def _reply(
        self,
        asker: int | None,
        in_post: bool,
        is_long: bool,
        app: App,
        command: Callable[..., Reply],
        *words: object,
        is_public: bool = False,
    ) -> tuple[Reply, Plan]:
        """The reply and how it will look. `asker` may dismiss it where others see it, as all that `is_public`."""
        name = command.__name__.lstrip("_")
        log.debug("question %s: %s %r", number(), name, words)

        def work() -> tuple[Reply, Plan, list[Reply]]:
            reply = command(app, *words)
            is_sent_apart = reply.private and not is_public  # it vanishes by itself
            try:
                pages = pages_of(reply, links=self._links)
                if len(pages) > 1:
                    turned_by = f"page:{secrets.token_urlsafe(6)}"
                    pages = [replace(page, turned_by=turned_by, value=None) for page in pages]  # kept for a while
                reply, asked_by = pages[0], None if is_sent_apart else asker
                return reply, plan_of(reply, asker=asked_by, links=self._links, in_post=in_post), pages
            except Exception as error:
                reply = incident(f"the layout of {name} failed", error)
                return reply, plan_of(reply), []

        started = time.perf_counter()
        reply, plan, pages = await (self._long_work if is_long else self._questions).run(work)
        if len(pages) > 1:
            self._pages[reply.turned_by] = app.corpora, pages
        excerpts = sum(isinstance(part, Quote) for part in reply.parts)
        log.info(
            "question %s: %s: %.0f ms, %d excerpts", number(), name, (time.perf_counter() - started) * 1000, excerpts
        )
        return reply, plan


def _view(plan: Plan) -> discord.ui.LayoutView:
    """The layout; where Discord's library does not take it, the number under which the log says why."""
    try:
        return plan.view()
    except Exception as error:
        return layout_of(incident("A layout failed", error))
