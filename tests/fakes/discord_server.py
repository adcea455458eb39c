"""Discord on loopback: enough of its HTTP API and gateway for the real client to log in, be asked and reply."""

import asyncio
import itertools
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes import discord_payloads as payloads
from tests.fakes.discord_payloads import CHANNEL_ID, DM_CHANNEL_ID, Payload
from tests.fakes.openapi import contract

TOKEN = "a-token"  # noqa: S105 - of the fake
_PATIENCE_S = 10.0
_COMMAND, _COMPLETION = 2, 4  # kinds of interaction
_EPHEMERAL, _COMPONENTS_V2 = 1 << 6, 1 << 15  # flags of a message


@dataclass(frozen=True)
class Request:
    """A request of the bot, with its path below /api."""

    method: str
    path: str
    body: Any = field(default=None)

    @property
    def message(self) -> Payload:
        """The message in it: the body, or the data of a response to an interaction."""
        data: Payload = self.body.get("data", self.body)
        return data

    @property
    def blocks(self) -> list[str]:
        """The texts of the message, in order."""
        (container,) = self.message["components"]
        return [component["content"] for component in container["components"]]

    @property
    def text(self) -> str:
        """All texts of the message."""
        return "\n".join(self.blocks)

    @property
    def colour(self) -> int:
        """The colour of the message's edge."""
        colour: int = self.message["components"][0]["accent_color"]
        return colour

    @property
    def is_ephemeral(self) -> bool:
        """Whether the asker alone sees the message."""
        return bool(self.message.get("flags", 0) & _EPHEMERAL)


class DiscordServer:
    """A server with one guild, one text channel and one member who talks to the bot."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        self.identified: list[Payload] = []
        self.forbidden = "nothing"  # the start of the paths that the bot may not use
        self._ids = itertools.count(1000)
        self._news = asyncio.Condition()
        self._gateway: web.WebSocketResponse | None = None
        app = web.Application()
        app.router.add_get("/gateway/", self._serve_gateway)
        app.router.add_route("*", "/api/{path:.*}", self._serve_api)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        self._port = 0

    async def __aenter__(self) -> "DiscordServer":
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    @property
    def api(self) -> str:
        """For `discord.http.Route.BASE`."""
        return f"http://127.0.0.1:{self._port}/api"

    @property
    def gateway(self) -> str:
        """For `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY`."""
        return f"ws://127.0.0.1:{self._port}/gateway/"

    async def until(self, method: str, path: str, fits: Callable[[Request], bool] = lambda _: True) -> Request:
        """The first request of this method whose path matches the pattern, waited for."""

        def found() -> Request | None:
            hits = (r for r in self.requests if r.method in method and re.fullmatch(path, r.path) and fits(r))
            return next(hits, None)

        async with asyncio.timeout(_PATIENCE_S), self._news:
            request = await self._news.wait_for(found)
        assert request is not None
        return request

    async def until_login(self, number: int = 1) -> None:
        """The bot has logged in for this time, counted from 1, and knows its guild."""
        async with asyncio.timeout(_PATIENCE_S), self._news:
            await self._news.wait_for(lambda: len(self.identified) >= number)

    async def use(self, command: str, **options: str) -> Request:
        """The reply to a slash command."""
        token = await self._interact(_COMMAND, command, [_option(name, text) for name, text in options.items()])
        return await self.until(
            "POST PATCH",
            rf"/webhooks/\d+/{token}(/messages/@original)?|/interactions/\d+/{token}/callback",
            lambda request: "components" in request.message,
        )

    async def complete(self, command: str, option: str, typed: str) -> list[Payload]:
        """The choices for an option of a slash command while one types."""
        token = await self._interact(_COMPLETION, command, [{**_option(option, typed), "focused": True}])
        request = await self.until("POST", rf"/interactions/\d+/{token}/callback")
        choices: list[Payload] = request.message["choices"]
        return choices

    async def say(
        self, text: str, *, author: Payload = payloads.MEMBER_USER, direct: bool = False, **more: object
    ) -> str:
        """Write a message in the channel or to the bot; gives its id. A mention of the bot in it is a real one."""
        message_id = self._new_id()
        mentions = [payloads.BOT_USER] if re.search(rf"<@!?{payloads.BOT_ID}>", text) else []
        channel = DM_CHANNEL_ID if direct else CHANNEL_ID
        more = {"mentions": mentions, **more}
        await self.dispatch("MESSAGE_CREATE", payloads.message(message_id, channel, author, text, **more))
        return message_id

    async def reply_to(self, message_id: str) -> Request:
        """The bot's reply to a message."""
        return await self.until(
            "POST",
            r"/channels/\d+/messages",
            lambda request: (
                request.body.get("message_reference", {}).get("message_id") in (message_id, int(message_id))
            ),
        )

    async def dispatch(self, event: str, data: Payload) -> None:
        """Send an event to the bot."""
        assert self._gateway is not None
        await self._gateway.send_json({"op": 0, "t": event, "s": next(self._ids), "d": data})

    def _new_id(self) -> str:
        return str(next(self._ids))

    async def _interact(self, kind: int, command: str, options: list[Payload]) -> str:
        interaction_id = self._new_id()
        token = f"interaction-{interaction_id}"
        data: Payload = {"name": command, "options": options}
        await self.dispatch("INTERACTION_CREATE", payloads.interaction(interaction_id, token, kind, data))
        return token

    async def _serve_gateway(self, request: web.Request) -> web.WebSocketResponse:
        gateway = web.WebSocketResponse()
        await gateway.prepare(request)
        await gateway.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        async for frame in gateway:
            if frame.type is not WSMsgType.TEXT:
                break
            data = json.loads(frame.data)
            if data["op"] == 1:
                await gateway.send_json({"op": 11})
            elif data["op"] == 2:
                self._gateway = gateway
                await self.dispatch("READY", payloads.ready(self.gateway))
                await self.dispatch("GUILD_CREATE", payloads.GUILD)
                async with self._news:
                    self.identified.append(data["d"])
                    self._news.notify_all()
        return gateway

    async def _serve_api(self, request: web.Request) -> web.Response:
        raw = await request.read()
        sent = Request(request.method, f"/{request.match_info['path']}", json.loads(raw) if raw else None)
        self._check(sent)
        if request.headers.get("Authorization", f"Bot {TOKEN}") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        async with self._news:
            self.requests.append(sent)
            self._news.notify_all()
        return self._answer(sent)

    def _answer(self, request: Request) -> web.Response:
        if request.path.startswith(self.forbidden):
            return _json({"message": "Missing Permissions", "code": 50013}, 403)
        match request.method, request.path.strip("/").split("/"):
            case "GET", ["users", "@me"]:
                return _json(payloads.BOT_USER)
            case "GET", ["oauth2", "applications", "@me"]:
                return _json(payloads.APPLICATION)
            case "PUT", ["applications", application, "commands"]:
                more = {"application_id": application, "version": "1"}
                return _json([command | more | {"id": self._new_id()} for command in request.body])
            case "POST", ["interactions", interaction, _, "callback"]:
                return _json({"interaction": {"id": interaction, "type": request.body["type"]}})
            case "POST" | "PATCH", ["webhooks", _, _, *_] | ["channels", _, "messages"]:
                channel = request.path.split("/")[2] if request.path.startswith("/channels") else CHANNEL_ID
                return _json(payloads.message(self._new_id(), channel, payloads.BOT_USER))
            case ("DELETE", ["webhooks", *_]) | ("POST", ["channels", _, "typing"]):
                return web.Response(status=204)
        return _json({"message": "404: Not Found", "code": 0}, 404)

    def _check(self, request: Request) -> None:
        """Hold the request against Discord's description of its API and the limits that stand only in its prose."""
        if (discord := contract()) is not None:
            self.complaints += discord.complaints(request.method, request.path, request.body)
        if isinstance(request.body, dict) and request.message.get("components"):
            texts = sum(len(text.encode("utf-16-le")) // 2 for text in request.blocks)
            if texts > 4000 or len(request.blocks) + 1 > 40:
                self.complaints.append(f"{request.path}: {texts} characters in {len(request.blocks) + 1} components")
            if not request.message["flags"] & _COMPONENTS_V2:
                self.complaints.append(f"{request.path}: components without their flag")
            if request.message["allowed_mentions"]["parse"] != []:
                self.complaints.append(f"{request.path}: may ping")


def _option(name: str, text: str) -> Payload:
    return {"name": name, "type": 3, "value": text}


def _json(data: object, status: int = 200) -> web.Response:
    # discord.py wants the bare content type, without a charset.
    return web.Response(body=json.dumps(data).encode(), status=status, headers={"Content-Type": "application/json"})
