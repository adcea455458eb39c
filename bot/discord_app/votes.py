"""Did an answer help? What 👍 and 👎 below it do, and the question why not; what is found never depends on it."""

import re
import time
from collections.abc import Callable
from typing import Any, Self

import discord
from discord import SelectOption, ui

from bot.discord_app.delivery.error_desk import tell_failure
from bot.discord_app.messages.shown_question import places_in
from bot.discord_app.rendering.layout import layout_of
from bot.incidents import refused
from bot.replies.model import Failure, Paragraph, Reply
from bot.store.driver import Session
from bot.store.errors import StoreError
from bot.store.store import Store
from bot.store.votes_table import Vote, cast, give_reason
from bot.wording import answering, texts

_PREFIX = "quoth-why-not"  # of the select's id; not that of buttons


async def vote(interaction: discord.Interaction[Any], store: Store, *, is_good: bool) -> None:
    """Keep what the member thinks of the answer that the message shows; the same once more takes it back."""
    message = interaction.message
    assert message is not None  # noqa: S101 - a button stands in one
    given = Vote(
        message=message.id,
        member=interaction.user.id,
        server=interaction.guild_id or 0,
        is_good=is_good,
        places=places_in(message),
        at=time.time(),
    )
    await interaction.response.defer(ephemeral=True, thinking=True)
    is_kept = await _written(interaction, store, lambda session: cast(session, given))
    if is_kept is None:
        return
    with answering(str(interaction.locale), ""):
        said = texts().votes
        told = said.taken_back if not is_kept else said.up if is_good else said.down
        view = layout_of(Reply(said.title, (Paragraph(told),), private=True))
        if is_kept and not is_good:
            view.add_item(ui.ActionRow(_reasons(message.id)))
        await interaction.edit_original_response(view=view)


def _reasons(message: int) -> ui.Select[ui.LayoutView]:
    said = texts().votes
    options = [SelectOption(label=label, value=reason) for reason, label in said.reasons.items()]
    return ui.Select(custom_id=f"{_PREFIX}:{message}", placeholder=said.choose, options=options)


class Why(ui.DynamicItem[ui.Select[ui.LayoutView]], template=re.compile(rf"{_PREFIX}:(?P<message>\d{{1,19}})")):
    """The select with the reasons, made anew by discord.py from the message whenever one is chosen."""

    def __init__(self, item: ui.Select[ui.LayoutView], message: int) -> None:
        super().__init__(item)
        self._message = message

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The select with the message that its id names."""
        assert isinstance(item, ui.Select)  # noqa: S101 - no other component has such an id
        return cls(item, int(match["message"]))

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Pass over what the gateway delivers again, and tell who may not use the bot."""
        client = interaction.client
        is_new: bool = client.desk.delivery.seen.is_new(interaction.id)
        return is_new and bool(await client.access.admits(interaction))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the reason, in the place of the question for it."""
        try:
            await self._keep(interaction)
        except Exception as error:  # as with buttons: told to the member under a number
            await tell_failure(interaction, error)

    async def _keep(self, interaction: discord.Interaction[Any]) -> None:
        reason, member = self.item.values[0], interaction.user.id
        await interaction.response.defer()
        if reason not in texts().votes.reasons:
            return  # forged
        store: Store = interaction.client.store
        is_kept = await _written(
            interaction, store, lambda session: give_reason(session, self._message, member, reason)
        )
        if is_kept is None:
            return
        with answering(str(interaction.locale), ""):
            said = texts().votes
            told = said.thanks if is_kept else said.lost
            view = layout_of(Reply(said.title, (Paragraph(told),), private=True))
            await interaction.edit_original_response(view=view)


async def _written(interaction: discord.Interaction[Any], store: Store, work: Callable[[Session], bool]) -> bool | None:
    """What the work gives; None, which the member is told, where the database cannot be used."""
    try:
        return await store.write(work)
    except StoreError:  # the log has it
        with answering(str(interaction.locale), ""):
            await interaction.edit_original_response(view=layout_of(refused(texts().votes.unable, Failure.UNABLE)))
        return None
