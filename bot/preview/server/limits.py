"""How much of Discord's limits does a message use? Those that stand in the prose of its documentation alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.preview.server.messages import COMPONENTS_V2, walk
from bot.preview.server.payloads import Payload

MAX_TEXT = 4000
"""Characters (UTF-16 units) of all texts. Source: https://discord.com/developers/docs/components/reference"""
MAX_COMPONENTS = 40
"""Components of a message, those inside others included. Source: as above."""
MAX_ID, MAX_LABEL, MAX_ROW = 100, 80, 5
"""Characters of a custom id and of a label, buttons of a row. Source: as above."""
_ROW = 1


@dataclass(frozen=True)
class Use:
    """How much of a limit is used."""

    name: str
    used: int
    most: int


def uses(message: Payload) -> list[Use]:
    """What the message uses of each limit; of those that hold for one component, the one that uses most."""
    components = list(walk(message.get("components", [])))
    texts = sum(_units(component.get("content", "")) for component in components)

    def longest(key: str) -> int:
        return max((_units(component.get(key) or "") for component in components), default=0)

    rows = max((len(component["components"]) for component in components if component["type"] == _ROW), default=0)
    return [
        Use("characters of text", texts, MAX_TEXT),
        Use("components", len(components), MAX_COMPONENTS),
        Use("buttons in a row", rows, MAX_ROW),
        Use("characters of a label", longest("label"), MAX_LABEL),
        Use("characters of a custom id", longest("custom_id"), MAX_ID),
    ]


def broken(message: Payload) -> Iterator[str]:
    """What Discord would not take of a message with components, or what it would ping."""
    yield from (f"{use.used} {use.name}, of {use.most}" for use in uses(message) if use.used > use.most)
    if not message.get("flags", 0) & COMPONENTS_V2:
        yield "components without their flag"
    if message.get("allowed_mentions", {}).get("parse") != []:
        yield "may ping"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
