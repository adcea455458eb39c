"""What happens in the preview's Discord? Every listener is told what changed, and how long it took."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from bot.preview import world
from bot.preview.server import payloads
from bot.preview.server.limits import uses
from bot.preview.server.messages import EPHEMERAL, Request
from bot.preview.server.payloads import DM_CHANNEL, DM_CHANNEL_ID, Payload
from bot.preview.server.server import Check, DiscordServer

MOST_KEPT = 1000
"""Messages that stand, interactions and requests that are remembered; the oldest go."""
Listener = Callable[[Payload], None]


class Stage(DiscordServer):
    """The preview's Discord. `listeners` are told of everything, as JSON values."""

    def __init__(self, check: Check | None, *, token: str, port: int) -> None:
        super().__init__(check, token=token, port=port)
        self._check_request = check
        self.members = {person.id: person.member for person in world.PEOPLE.values()}
        self.listeners: set[Listener] = set()
        self.commands: list[Payload] = []
        self.acts: dict[str, str] = {}
        """What each interaction was, in a word, by its token."""
        self.delay_s = 0.0
        self.traces: OrderedDict[str, Payload] = OrderedDict()
        """What is known of each message's way, by its id: the requests, the time they took, what it uses of limits."""
        self.asked: OrderedDict[str, tuple[float, str, float]] = OrderedDict()
        """When each interaction (by token) or message (by id) came, who sent it, and when it first had a response."""

    @property
    def guild(self) -> Payload:
        """The server that the bot is in, with the threads that are open now."""
        return world.guild(list(self.threads.values()))

    def channel(self, channel_id: str) -> Payload:
        """A channel, thread or post. Raises KeyError."""
        if channel_id == DM_CHANNEL_ID:
            return DM_CHANNEL
        return self.threads.get(channel_id) or world.CHANNELS[channel_id]

    async def dispatch(self, event: str, data: Payload) -> None:
        """Send an event to the bot; the last one of a login is told, too."""
        await super().dispatch(event, data)
        if event in ("GUILD_CREATE", "RESUMED"):
            self.tell("connected")

    def tell(self, kind: str, **more: object) -> None:
        """Tell all listeners."""
        for listener in tuple(self.listeners):
            listener({"t": kind, **more})

    def shown(self, message_id: str) -> Payload:
        """A message as the page gets it, with its trace."""
        return self.messages[message_id] | {"trace": self.traces.get(message_id, {})}

    def state(self) -> Payload:
        """All that a page which opens now has to know."""
        people = [asdict(person) for person in world.PEOPLE.values()]
        return {
            "t": "state",
            "people": people,
            "channels": [*world.CHANNELS.values(), *self.threads.values()],
            "commands": self.commands,
            "messages": [self.shown(message_id) for message_id in self.messages.ids()],
            "connected": self.is_connected,
            "delay_ms": round(self.delay_s * 1000),
            "forbidden": self.forbidden != "nothing",
        }

    def began(self, key: str, person_id: str) -> None:
        """An interaction (by token) or a message (by id) of this person goes to the bot now."""
        self.asked[key] = time.perf_counter(), person_id, 0.0
        while len(self.asked) > MOST_KEPT:
            old, _ = self.asked.popitem(last=False)
            self.places.pop(old, None)
            self.acts.pop(old, None)

    def put(self, payload: Payload) -> None:
        """Keep a message and tell of it."""
        payload["timestamp"] = datetime.now(UTC).isoformat()
        self.messages.add(payload)
        for old in self.messages.ids()[:-MOST_KEPT]:
            self.drop(old)
        self.tell("message", message=self.shown(payload["id"]))

    def drop(self, message_id: str) -> None:
        """Remove a message and tell of it."""
        self.messages.delete(message_id)
        self.traces.pop(message_id, None)
        self.tell("deleted", id=message_id)

    async def _serve_api(self, request: web.Request) -> web.Response:
        if self.delay_s:
            await asyncio.sleep(self.delay_s)
        return await super()._serve_api(request)

    def has_answered(self, request: Request, status: int) -> None:
        """Tell what a request of the bot changed."""
        del self.requests[:-MOST_KEPT], self.complaints[:-MOST_KEPT]
        if status >= 400:
            self.tell("refused", method=request.method, path=request.path, status=status)
            return
        match request.method, request.path.strip("/").split("/"):
            case "PUT", ["applications", _, "commands"]:
                self.commands = [one | {"id": one.get("id", "400")} for one in request.body]
                self.tell("commands", commands=self.commands)
            case "POST", ["interactions", _, token, "callback"]:
                self._responded(request, token)
            case (("PATCH" | "DELETE"), ["webhooks", _, token, "messages", "@original"]):
                self._changed(request, token, self.messages.original(token))
            case "POST", ["webhooks", _, token]:
                self._changed(request, token, request.message_id)
            case "POST", ["channels", _, "messages"]:
                asked = str(request.body.get("message_reference", {}).get("message_id", ""))
                self._changed(request, asked, request.message_id)
            case (("PATCH" | "DELETE"), ["channels", _, "messages", message_id]):
                if request.method == "DELETE":
                    self.messages.delete(message_id)
                self._changed(request, "", message_id)
            case "POST", ["channels", channel, "typing"]:
                self.tell("typing", channel=channel)
            case "PUT", ["channels", _, "messages", message_id, "reactions", emoji, "@me"]:
                self.react(message_id, emoji, payloads.BOT_ID)
            case "PATCH", ["channels", channel]:
                self.tell("channel", channel=self.threads[channel])

    def react(self, message_id: str, emoji: str, by: str) -> None:
        """Put an emoji below a message, or take it away where one has put it there before."""
        if message_id not in self.messages:
            return
        message = self.messages[message_id]
        reactions: dict[str, list[str]] = message.setdefault("reacted", {})
        users = reactions.setdefault(emoji, [])
        users.remove(by) if by in users else users.append(by)
        if not users:
            del reactions[emoji]
        self.tell("message", message=self.shown(message_id))

    def _responded(self, request: Request, token: str) -> None:
        kind = request.body["type"]
        began, person, _ = self.asked.get(token, (time.perf_counter(), "", 0.0))
        self.asked[token] = began, person, time.perf_counter()
        if kind == 8:
            self.tell("choices", token=token, choices=request.message["choices"])
        elif kind == 9:
            self.tell("modal", token=token, modal=request.message, to=person)
        elif kind != 6:
            self._changed(request, token, request.message_id, thinking=kind == 5)

    def _changed(self, request: Request, key: str, message_id: str, *, thinking: bool = False) -> None:
        """The bot has sent, changed or deleted a message, as an answer to the interaction or message of this key."""
        if message_id not in self.messages:
            self.traces.pop(message_id, None)
            self.tell("deleted", id=message_id)
            return
        message = self.messages[message_id]
        now = time.perf_counter()
        began, person, first = self.asked.get(key, (now, "", 0.0))
        known = self.traces.get(message_id, {})
        if not known:
            message["timestamp"] = datetime.now(UTC).isoformat()
        elif not known["thinking"] and request.method == "PATCH":
            message["edited_timestamp"] = datetime.now(UTC).isoformat()
        message["thinking"] = thinking
        if key.isdigit() and message.get("message_reference") and key in self.messages:
            message["referenced_message"] = self.messages[key]
        if message.get("flags", 0) & EPHEMERAL:
            message.setdefault("seen_by", person)
        if person and key.startswith("interaction-"):
            message.setdefault("asked_by", {"id": person, "what": self.acts.get(key, "")})
        self.traces[message_id] = self._trace(request, message, known, now - began, (first or now) - began) | {
            "thinking": thinking
        }
        while len(self.traces) > MOST_KEPT:
            self.traces.popitem(last=False)
        self.tell("message", message=self.shown(message_id))

    def _trace(self, request: Request, message: Payload, known: Payload, whole: float, first: float) -> Payload:
        check = self._check_request
        wrong: Any = check(request.method, request.path, request.body) if check else None
        return {
            "request": f"{request.method} {request.path}",
            "sent": request.body,
            "first_ms": known.get("first_ms", round(first * 1000)),
            "whole_ms": round(whole * 1000),
            "uses": [[use.name, use.used, use.most] for use in uses(message)],
            "wrong": wrong,
        }
