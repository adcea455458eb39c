"""How is a reply sent, whatever Discord says to it? In the place that was promised, or the nearest that is left."""

import contextlib
import logging

import aiohttp
import discord
from discord.http import HTTPClient, Route

from bot.discord_app.rendering.layout import layout_of
from bot.replies.model import Paragraph, Reply
from bot.wording import number, texts

log = logging.getLogger(__name__)

_NOTICE_S = 20.0  # how long a refusal stands in a channel where it cannot be told privately
_TOKEN_GONE = frozenset({10015, 50027})  # "Unknown Webhook" and "Invalid Webhook Token": 15 minutes have passed

PERMISSIONS = discord.Permissions(
    view_channel=True,
    add_reactions=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
)
"""All that the bot needs in a server."""

UNSENT = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What may come of sending something: Discord does not take it, or cannot be reached."""


async def respond(
    interaction: discord.Interaction,
    view: discord.ui.LayoutView,
    *,
    is_private: bool,
    is_hidden: bool,
    is_replacing: bool,
) -> None:
    """Send the reply in the place of the response that was announced, which `is_hidden` from all but the asker."""
    try:
        if is_hidden or not is_private:
            await interaction.edit_original_response(view=view)
            return
        # A response keeps the visibility it was deferred with, so a private reply has to be a message of its own.
        if not is_replacing:
            await interaction.delete_original_response()
        await interaction.followup.send(view=view, ephemeral=True, suppress_embeds=True)
    except discord.HTTPException as error:
        if error.code not in _TOKEN_GONE:
            raise
        log.info("The reply to question %s took more than 15 minutes, so it is sent as a message", number())
        place = interaction.user if is_hidden or is_private else interaction.channel
        if isinstance(place, discord.abc.Messageable):
            await place.send(view=view, suppress_embeds=True)


async def reply_with(message: discord.Message, view: discord.ui.LayoutView) -> discord.Message | None:
    """Send the view as a reply to the message that pings nobody. Failures are logged, and None.

    Where Discord lets nobody refer to a message whose history the bot may not read, the reply stands by itself.
    """
    try:
        try:
            return await _send(message, view, message.to_reference(fail_if_not_exists=False))
        except discord.HTTPException as error:
            if not _is_about_reference(error):
                raise
            return await _send(message, view, None)
    except discord.Forbidden:
        log.warning("I may not write in channel %s, so question %s got no reply", message.channel.id, number())
        raise
    except discord.NotFound:
        log.info("The channel of question %s is gone", number())
    except UNSENT as error:
        log.error("Discord did not take the reply to question %s: %s", number(), error)
    return None


async def _send(
    message: discord.Message, view: discord.ui.LayoutView, reference: discord.MessageReference | None
) -> discord.Message:
    if reference is None:
        return await message.channel.send(view=view, suppress_embeds=True)
    return await message.channel.send(view=view, reference=reference, mention_author=False, suppress_embeds=True)


def _is_about_reference(error: discord.HTTPException) -> bool:
    """Whether Discord took offence at the reference: "Cannot reply without permission to read message history"."""
    return error.code == 160002 or (error.code == 50035 and "message_reference" in error.text)


async def put_in_place(http: HTTPClient, application_id: int, token: str, view: discord.ui.LayoutView) -> None:
    """Put the view where an answer was promised to the interaction of this token, whichever process promised it."""
    route = Route(
        "PATCH", "/webhooks/{application_id}/{token}/messages/@original", application_id=application_id, token=token
    )
    components: list[object] = view.to_components()  # type: ignore[no-untyped-call]
    flags = discord.MessageFlags(components_v2=True).value
    await http.request(route, json={"components": components, "flags": flags, "allowed_mentions": {"parse": []}})


async def show_typing(channel: discord.abc.Messageable) -> None:
    """A reply must not wait for this, nor fail with it."""
    with contextlib.suppress(*UNSENT):
        await channel.typing()


async def react(message: discord.Message, emoji: str) -> None:
    """Put an emoji below the message, where the bot may."""
    try:
        await message.add_reaction(emoji)
    except UNSENT as error:
        log.info("I may not react in channel %s: %s", message.channel.id, error)


async def join(channel: discord.abc.Messageable) -> None:
    """Become a member of the thread that this is, so that what is said there comes here."""
    if isinstance(channel, discord.Thread) and channel.me is None:
        with contextlib.suppress(*UNSENT):
            await channel.join()


async def tell_owner(message: discord.Message) -> None:
    """Tell whose server it is which rights are missing where a member asked."""
    server, channel = message.guild, message.channel
    if server is None or server.owner_id is None:
        return
    has = channel.permissions_for(server.me) if server.me else discord.Permissions.none()
    missing = [name.replace("_", " ") for name, needed in PERMISSIONS if needed and not getattr(has, name)]
    said = texts().operation.lacking_rights.format(
        server=server.name, channel=getattr(channel, "name", channel.id), permissions=", ".join(missing) or "?"
    )
    log.warning("%s", said)
    with contextlib.suppress(*UNSENT):
        owner = server.owner or await server.fetch_member(server.owner_id)
        await owner.send(view=layout_of(Reply(texts().operation.servers, (Paragraph(said),))))


async def tell_privately(message: discord.Message, refusal: str) -> None:
    """Say it in a direct message; where the member takes none, in the channel for a short while."""
    try:
        await message.author.send(view=notice(refusal))
    except UNSENT:
        with contextlib.suppress(*UNSENT):
            await message.channel.send(
                view=notice(refusal),
                reference=message.to_reference(fail_if_not_exists=False),
                mention_author=False,
                delete_after=_NOTICE_S,
            )


def notice(refusal: str) -> discord.ui.LayoutView:
    """A sentence on why there is no answer now."""
    return layout_of(Reply(texts().busy_title, (Paragraph(refusal),), private=True))
