"""Which messages stand in the channels? What Discord keeps of all that was sent, its components numbered."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.preview.server import payloads
from bot.preview.server.payloads import CHANNEL_ID, Payload

EPHEMERAL, COMPONENTS_V2 = 1 << 6, 1 << 15  # flags of a message
BUTTON = 2


@dataclass
class Request:
    """A request of the bot, with its path below /api, and the id of the message that came of it."""

    method: str
    path: str
    body: Any = field(default=None)
    message_id: str = ""

    @property
    def message(self) -> Payload:
        """The message in it: the body, or the data of a response to an interaction."""
        data: Payload = self.body.get("data", self.body)
        return data

    @property
    def components(self) -> list[Payload]:
        """All components of the message, in order, those inside others included."""
        return list(walk(self.message["components"]))

    @property
    def blocks(self) -> list[str]:
        """The texts of the message, in order."""
        return [component["content"] for component in self.components if "content" in component]

    @property
    def text(self) -> str:
        """All texts of the message."""
        return "\n".join(self.blocks)

    @property
    def labels(self) -> list[str]:
        """The labels of the message's buttons, in order."""
        return [component["label"] for component in self.components if component["type"] == BUTTON]

    @property
    def colour(self) -> int:
        """The colour of the message's edge."""
        colour: int = self.message["components"][0]["accent_color"]
        return colour

    @property
    def is_ephemeral(self) -> bool:
        """Whether the response asks to be seen by the asker alone."""
        return bool(self.message.get("flags", 0) & EPHEMERAL)


def walk(components: list[Payload]) -> Iterator[Payload]:
    """The components and all inside them."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        yield from walk([component["accessory"]] if "accessory" in component else [])


class Messages:
    """The messages of all channels by their ids."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._all: dict[str, Payload] = {}
        self._originals: dict[str, str] = {}  # of interactions, by token

    def __getitem__(self, message_id: str) -> Payload:
        return self._all[message_id]

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._all

    def ids(self) -> list[str]:
        """The ids of all messages, oldest first."""
        return sorted(self._all, key=int)

    def add(self, payload: Payload) -> Payload:
        """Keep a message."""
        for number, component in zip(itertools.count(1), walk(payload.get("components", [])), strict=False):
            component.setdefault("id", number)
        self._all[payload["id"]] = payload
        return payload

    def sent(self, body: Payload, channel: str, token: str = "", message_id: str = "") -> Payload:
        """The message that a request of the bot makes, or changes."""
        message_id = message_id or str(next(self._ids))
        known = self._all.get(message_id) or payloads.message(message_id, channel, payloads.BOT_USER)
        flags = known.get("flags", 0) | body.get("flags", 0)
        if reference := body.get("message_reference"):
            known = known | {"message_reference": reference | {"type": 0, "channel_id": channel}}
        if token:
            self._originals.setdefault(token, message_id)
        said: Payload = {key: body[key] for key in ("content", "embeds") if body.get(key)}
        said |= {"components": body.get("components", known.get("components", [])), "flags": flags}
        return self.add(known | said)

    def respond(self, token: str, kind: int, data: Payload, pressed: str, channel: str = CHANNEL_ID) -> str:
        """The first response to an interaction; gives the id of its message. `pressed` is the message of a button."""
        if kind in (6, 7):  # the response is the message whose button was pressed
            self._originals[token] = pressed
            if kind == 7 and pressed in self._all:
                self.sent(data, channel, message_id=pressed)
            return pressed
        return str(self.sent(data, channel, token)["id"])

    def original(self, token: str) -> str:
        """The id of the message that is the response to an interaction."""
        return self._originals[token]

    def delete(self, message_id: str) -> None:
        """Forget a message."""
        self._all.pop(message_id, None)

    def of_channel(self, channel: str, before: int) -> list[Payload]:
        """The messages of a channel before this id, latest first."""
        found = [m for m in self._all.values() if m["channel_id"] == channel and int(m["id"]) < before]
        return sorted(found, key=lambda message: -int(message["id"]))
