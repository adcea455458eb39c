"""What happens when a button is pressed? Whatever stands in its id, whether or not the bot was restarted since."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from bot.app import App, Way
from bot.config.discord import DiscordSettings
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.delivery.error_desk import tell_failure
from bot.discord_app.messages.shown_question import Kept, asker_of, kept_in
from bot.discord_app.posts import mark
from bot.discord_app.rendering.buttons import PREFIX
from bot.discord_app.rendering.layout import layout_of
from bot.discord_app.votes import vote
from bot.incidents import refused
from bot.replies.model import Reply
from bot.services.server_settings import SettingsOfServers
from bot.store.store import Store
from bot.wording import Texts, answering, texts

Work = Callable[[App, Kept, str], Reply]
Handler = Callable[["Desk", discord.Interaction[Any], list[str]], Awaitable[None]]


class Desk:
    """What the buttons need: the way to the member, the settings, and where votes are kept."""

    def __init__(
        self, *, delivery: Delivery, settings: DiscordSettings, of_servers: SettingsOfServers, store: Store
    ) -> None:
        self.store = store
        self.settings = settings
        self.of_servers = of_servers
        self.delivery = delivery

    async def press(self, interaction: discord.Interaction[Any], words: list[str]) -> None:
        """Do what the button says. One whose id says nothing is of another version, or forged."""
        try:
            form, handler = _HANDLERS.get(words[0], (None, None))
            if handler is None or form is None or not re.fullmatch(form, ":".join(words[1:]), re.ASCII | re.DOTALL):
                await _whisper(interaction, lambda said: said.updated)
            else:
                await handler(self, interaction, words[1:])
        except Exception as error:  # as in the command tree: told to the member under a number
            await tell_failure(interaction, error)

    async def read(self, interaction: discord.Interaction[Any], place: str, way: Way) -> None:
        """Open a place privately, or turn its pages where they are open for the one who turns them."""
        turns = way != "around" and _is_for(interaction)
        await self.delivery.to_interaction(
            interaction, App.read, place, way, private=not turns, replace=turns, is_question=False
        )

    async def sources(self, interaction: discord.Interaction[Any], page: int) -> None:
        """Turn the pages of the list of documents."""
        await self.delivery.to_interaction(interaction, App.sources, page, replace=True, is_question=False)

    async def page(self, interaction: discord.Interaction[Any], kept: str, number: int) -> None:
        """Turn the pages of a long reply: in the same message for the asker, privately for others."""
        own = _is_for(interaction)
        hidden = not own or (interaction.message is not None and interaction.message.flags.ephemeral)
        found = self.delivery.page(self.delivery.app_for(interaction, hidden=hidden), f"page:{kept}", number)
        if found is None:
            await _whisper(interaction, lambda said: said.page_lost)
            return

        def turned_page(_: App) -> Reply:
            return found

        await self.delivery.to_interaction(interaction, turned_page, private=not own, replace=own, is_question=False)

    async def about(self, interaction: discord.Interaction[Any], work: Work, key: str) -> None:
        """Answer privately with something about the question that the message shows."""
        if kept := kept_in(interaction.message):
            await self.delivery.to_interaction(interaction, _asked, work, kept, key, private=True)
        else:
            await _whisper(interaction, lambda said: said.question_lost)

    async def instead(self, interaction: discord.Interaction[Any], key: str, start: int, end: int, word: str) -> None:
        """Ask again with another word: in the same message for the asker, privately for others."""
        kept = kept_in(interaction.message)
        if kept is None:
            await _whisper(interaction, lambda said: said.question_lost)
            return
        mended = Kept(f"{kept.question[:start]}{word}{kept.question[end:]}", kept.earlier)
        own = _is_for(interaction)
        await self.delivery.to_interaction(interaction, _asked, _ask_again, mended, key, private=not own, replace=own)

    async def dismiss(self, interaction: discord.Interaction[Any], asker: int) -> None:
        """Delete the message, for its asker and for who may manage messages."""
        if interaction.user.id != asker and not interaction.permissions.manage_messages:
            await _whisper(interaction, lambda said: said.not_yours)
            return
        await interaction.response.defer()
        await interaction.delete_original_response()


_PLACE = r"[\w-]+\.[0-9a-f]{1,8}\.[0-9a-f]{1,8}\.[\w-]+\.[\w-]+"
_KEY = r"[\w-]*"

_HANDLERS: dict[str, tuple[str, Handler]] = {
    "context": (_PLACE, lambda desk, interaction, words: desk.read(interaction, words[0], "around")),
    "before": (_PLACE, lambda desk, interaction, words: desk.read(interaction, words[0], "before")),
    "after": (_PLACE, lambda desk, interaction, words: desk.read(interaction, words[0], "after")),
    "sources": (r"\d{1,6}", lambda desk, interaction, words: desk.sources(interaction, int(words[0]))),
    "page": (
        r"[\w-]{8}:\d{1,3}",
        lambda desk, interaction, words: desk.page(interaction, words[0], int(words[1])),
    ),
    "more": (
        rf"\d{{1,4}}(?::{_KEY})?",
        lambda desk, interaction, words: desk.about(
            interaction,
            lambda app, kept, source: app.more(kept.question, int(words[0]), source=source, earlier=kept.earlier),
            "".join(words[1:]),
        ),
    ),
    "why": (
        _KEY,
        lambda desk, interaction, words: desk.about(
            interaction,
            lambda app, kept, source: app.why(kept.question, source=source, earlier=kept.earlier),
            "".join(words),
        ),
    ),
    "instead": (
        rf"{_KEY}:\d{{1,5}}:\d{{1,5}}:.+",
        lambda desk, interaction, words: desk.instead(
            interaction, words[0], int(words[1]), int(words[2]), ":".join(words[3:])
        ),
    ),
    "solved": ("", lambda desk, interaction, _: mark(interaction, "solved", desk.settings, desk.of_servers)),
    "person": ("", lambda desk, interaction, _: mark(interaction, "person", desk.settings, desk.of_servers)),
    "vote": (r"up|down", lambda desk, interaction, words: vote(interaction, desk.store, is_good=words[0] == "up")),
    "dismiss": (r"\d{1,20}", lambda desk, interaction, words: desk.dismiss(interaction, int(words[0]))),
}
"""For each thing that a button may do, what stands behind it in the id, and how it is done."""


class Press(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile(rf"{PREFIX}:(?P<words>.+)")):
    """Any button of any reply. discord.py makes it anew from the message whenever one is pressed."""

    def __init__(self, item: ui.Button[ui.LayoutView], words: list[str]) -> None:
        super().__init__(item)
        self._words = words

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The pressed button with what its id says."""
        assert isinstance(item, ui.Button)  # noqa: S101 - no other component of ours has an id
        return cls(item, match["words"].split(":"))

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Pass over a press that the gateway delivers again, and tell who may not use the bot."""
        desk: Desk = interaction.client.desk
        return desk.delivery.seen.is_new(interaction.id) and await interaction.client.access.admits(interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it."""
        desk: Desk = interaction.client.desk
        await desk.press(interaction, self._words)


def _asked(app: App, work: Work, kept: Kept, key: str) -> Reply:
    """The work on a kept question, in the document of this key, if any."""
    source = app.librarian.with_key(key) if key else None
    if key and source is None:
        return refused(texts().gone)
    return work(app, kept, source.id if source else "")


def _ask_again(app: App, kept: Kept, source: str) -> Reply:
    return app.ask(kept.question, source=source, earlier=kept.earlier)


def _is_for(interaction: discord.Interaction[Any]) -> bool:
    """Whether the message with the button answers the one who pressed it: may be changed under their eyes."""
    message = interaction.message
    if message is None:
        return False
    if message.flags.ephemeral:
        return True
    return asker_of(message) == interaction.user.id


async def _whisper(interaction: discord.Interaction[Any], sentence: Callable[[Texts], str]) -> None:
    """Tell the member one of the texts, privately."""
    with answering(str(interaction.locale), ""):
        layout = layout_of(refused(sentence(texts())))
        await interaction.response.send_message(view=layout, ephemeral=True)
