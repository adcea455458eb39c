"""What does Discord keep of a question? Its message: the title that shows it, and the line on what it follows on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import discord
from discord.components import Component

from bot.discord_app.rendering.buttons import PREFIX
from bot.discord_app.rendering.fitting import EARLIER_ID, TITLE_ID
from bot.discord_app.rendering.markdown import escape_line
from bot.wording import BY_LANGUAGE

_DISMISS = re.compile(rf"{PREFIX}:dismiss:(\d{{1,20}})")
_CONTEXT = f"{PREFIX}:context:"
_SIGNS = re.compile(r"\\([^0-9A-Za-z\s])|<(https?://[^\s<>]+)>")
_PREFIXES = tuple("-# " + escape_line(texts.carried.partition("{question}")[0]) for texts in BY_LANGUAGE.values())


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as its message shows it (a very long one cut), and what it was taken to follow on ("" if nothing).

    `asker` is the id of the member who asked, if the message tells.
    """

    question: str
    earlier: str = ""
    asker: int | None = None


def kept_in(message: discord.Message | None) -> Kept | None:
    """The question that the message answers; None if it answers none."""
    shown = {part.id: part.content for part in _texts(message.components)} if message else {}
    if TITLE_ID not in shown:
        return None
    question = _plain(shown[TITLE_ID].removeprefix("### ")).removesuffix("\u200b").removesuffix(" …")
    line = shown.get(EARLIER_ID, "")
    earlier = next((line.removeprefix(prefix) for prefix in _PREFIXES if line.startswith(prefix)), "")
    return Kept(question, _plain(earlier).strip(), asker_of(message))


def text_of(message: discord.Message) -> str:
    """What the message says: its text, or of an answer of the bot what its quotes say, without their citations."""
    components = getattr(message, "components", [])  # discord.py has none where Discord sends none
    if message.content or not components:
        return message.content
    quoted = (
        line.removeprefix("> ")
        for part in _texts(components)
        for line in part.content.split("\n")
        if line.startswith(">") and line != "> ```"
    )
    return _plain("\n".join(line.replace("**", "") for line in quoted))


def asker_of(message: discord.Message | None) -> int | None:
    """The id of the member whom the message answers, which its button to dismiss it has; None if it has none."""
    for component in _all(message.components) if message else ():
        if isinstance(component, discord.Button) and (found := _DISMISS.fullmatch(component.custom_id or "")):
            return int(found[1])
    return None


def places_in(message: discord.Message | None) -> tuple[str, ...]:
    """References to the places that the message quotes, which its buttons for the context have."""
    beside = (getattr(component, "accessory", None) for component in _all(message.components)) if message else ()
    ids = (one.custom_id or "" for one in beside if isinstance(one, discord.Button))
    return tuple(one.removeprefix(_CONTEXT) for one in ids if one.startswith(_CONTEXT))


def _plain(markdown: str) -> str:
    """The text that this Markdown was made of, in which signs are escaped and addresses in angles."""
    return _SIGNS.sub(lambda found: found[1] or found[2], markdown)


def _texts(components: Iterable[Component]) -> Iterator[discord.TextDisplay]:
    yield from (component for component in _all(components) if isinstance(component, discord.TextDisplay))


def _all(components: Iterable[Component]) -> Iterator[Component]:
    """The components and all inside them."""
    for component in components:
        yield component
        if isinstance(
            component, discord.components.Container | discord.components.SectionComponent | discord.ActionRow
        ):
            yield from _all(component.children)
