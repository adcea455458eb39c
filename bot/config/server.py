"""What can an admin set for a server and its channels? Names, values and defaults, and what holds where."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from bot.config.discord import DiscordSettings, Ids
from bot.config.lengths import EXCERPTS, MAX_EXCERPTS
from bot.config.section import Section

Language = Literal["auto", "en", "de", "fr", "es", "pt", "ru", "uk", "pl", "zh", "ja"]


class ServerSettings(Section):
    """What holds in a channel, or where none is known, in a server."""

    answering: Literal["mention", "questions", "silent"] = "mention"
    """Whether mentions are answered, questions to everybody too, or nothing."""
    place: Literal["channel", "thread", "private"] = "channel"
    """Where answers are given: there, in a thread of their own, or to the asker alone."""
    unsure: Literal["silence", "emoji", "closest", "helpers"] = "silence"
    """What comes of a question to everybody where the answer is not sure."""
    emoji: str = Field(default="👀", min_length=1, max_length=60)
    """The sign for `unsure` as "emoji"."""
    excerpts: int = Field(default=EXCERPTS, ge=1, le=MAX_EXCERPTS)
    """Excerpts in an answer at most."""
    language: Language = "auto"
    """The language of answers to messages; "auto" is the server's."""
    roles: Annotated[Ids, Field(max_length=25)] = ()
    """Roles whose members may ask; () is everybody."""
    free_roles: Annotated[Ids, Field(max_length=25)] = ()
    """Roles whose members may ask as often as they like."""
    helper_roles: Annotated[Ids, Field(max_length=25)] = ()
    """Roles whose members help: they may mark posts, and are called where that is set."""
    corpora: Annotated[tuple[Annotated[str, Field(max_length=100)], ...], Field(strict=False, max_length=25)] = ()
    """Names of the folders of documents that are searched; () is all that may be."""


NAMES = tuple(ServerSettings.model_fields)
FOR_SERVERS_ALONE = ("free_roles", "helper_roles")
"""What cannot differ between the channels of a server."""
MOST_CHANNELS = 500
"""Channels of a server with settings of their own, as many as Discord lets a server have."""

Values = Mapping[str, object]
"""Settings by name."""


def checked(name: str, value: object) -> object:
    """The value as it is kept. Raises ValueError, with what is expected, for a wrong one or an unknown name."""
    if name not in NAMES:
        raise ValueError("there is no such setting")
    try:
        return getattr(ServerSettings.model_validate({name: value}), name)
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"].replace("Input should be", "expected")) from None


def defaults_of(discord: DiscordSettings, excerpts: int = EXCERPTS) -> ServerSettings:
    """What holds where nothing is set, as `config.yaml` has it."""
    emoji = discord.unsure_emoji
    given = {"emoji": emoji, "unsure": "emoji"} if emoji else {}
    kept = {"roles": discord.roles, "helper_roles": discord.helper_roles, "excerpts": excerpts}
    return ServerSettings().model_copy(update=kept | given)  # what the file has may be more than can be chosen


def resolved(defaults: ServerSettings, layers: Iterable[Values], locked: Iterable[str]) -> ServerSettings:
    """What holds where these layers are set, each over those before; what is locked stays as by default."""
    given = {name: value for layer in layers for name, value in layer.items()}
    kept = {name: value for name, value in given.items() if name in NAMES and name not in locked}
    return defaults.model_copy(update=kept)
