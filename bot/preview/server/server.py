"""Discord on loopback: enough of its HTTP API and gateway for the real client to log in, be asked and reply."""

import asyncio
import itertools
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from aiohttp import WSMsgType, web

from bot.preview.server import payloads
from bot.preview.server.bodies import body_of
from bot.preview.server.limits import broken
from bot.preview.server.messages import Messages, Request
from bot.preview.server.payloads import CHANNEL_ID, DM_CHANNEL_ID, Payload

TOKEN = "a-token"  # noqa: S105 - of no use anywhere else
PATIENCE_S = 60.0
"""Whoever waits for a request of the bot longer than this waits for none."""

Check = Callable[[str, str, object], list[str]]
"""Gives what is wrong with the method, path and body of a request."""


@dataclass
class Fault:
    """An answer that the next requests get instead of the usual one."""

    method: str
    path: str
    status: int
    times: int
    body: Payload
    headers: dict[str, str]


class DiscordServer:
    """A server with one guild, a text channel and a thread in it.

    `check` holds each request against a description of Discord's API; without one, only the limits are held.
    """

    def __init__(self, check: Check | None = None, *, token: str = TOKEN, port: int = 0) -> None:
        self._described = check
        self.token = token
        self.places: dict[str, str] = {}  # the channel of an interaction, by its token
        self.files: dict[str, bytes] = {}  # what the bot sent beside messages, by name; the newest of each
        self.requests: list[Request] = []
        self.complaints: list[str] = []
        self.identified: list[Payload] = []
        self.resumed = 0
        self.forbidden, self.allows_message_content = "nothing", True  # the start of paths that the bot may not use
        self.ids = itertools.count(1000)
        self.messages = Messages(self.ids)
        self.members = {payloads.MEMBER_ID: payloads.member(payloads.MEMBER_USER)}
        self.threads: dict[str, Payload] = {}  # those that members opened
        self._faults: list[Fault] = []
        self._pressed: dict[str, str] = {}  # the message of the pressed button, by the interaction's token
        self._last: tuple[str, Payload] = ("", {})
        self._news = asyncio.Condition()
        self._gateway: web.WebSocketResponse | None = None
        self.site = app = web.Application()
        app.router.add_get("/gateway/", self._serve_gateway)
        app.router.add_route("*", "/api/{path:.*}", self._serve_api)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        self._port = port

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    @property
    def spoken(self) -> list[Request]:
        """The messages that the bot has sent to channels so far."""
        return [r for r in self.requests if r.method == "POST" and re.fullmatch(r"/channels/\d+/messages", r.path)]

    @property
    def deferred(self) -> list[Request]:
        """The answers that the bot has promised so far."""
        return [r for r in self.requests if r.path.endswith("/callback") and r.body["type"] == 5]

    @property
    def guild(self) -> Payload:
        """The server that the bot is in."""
        return payloads.GUILD

    @property
    def api(self) -> str:
        """For `discord.http.Route.BASE`."""
        return f"http://127.0.0.1:{self._port}/api"

    @property
    def gateway(self) -> str:
        """For `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY`."""
        return f"ws://127.0.0.1:{self._port}/gateway/"

    def fail(
        self, method: str, path: str, status: int, *, times: int = 1, body: Payload | None = None, **headers: str
    ) -> None:
        """Answer the next requests of this kind with this status."""
        body = body or {"message": "a fault", "code": 0}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._faults.append(Fault(method, path, status, times, body, named))

    async def until(self, method: str, path: str, fits: Callable[[Request], bool] = lambda _: True) -> Request:
        """The first request of this method whose path matches the pattern, waited for."""

        def found() -> list[Request]:
            return [r for r in self.requests if r.method in method and re.fullmatch(path, r.path) and fits(r)]

        async with asyncio.timeout(PATIENCE_S), self._news:
            return (await self._news.wait_for(found))[0]

    async def until_login(self, number: int = 1) -> None:
        """The bot has logged in for this time, counted from 1, and knows its guild."""
        async with asyncio.timeout(PATIENCE_S), self._news:
            await self._news.wait_for(lambda: len(self.identified) >= number)

    async def until_resumed(self, number: int = 1) -> None:
        """The bot has taken up its session again for this time, counted from 1."""
        async with asyncio.timeout(PATIENCE_S), self._news:
            await self._news.wait_for(lambda: self.resumed >= number)

    async def dispatch(self, event: str, data: Payload) -> None:
        """Send an event to the bot."""
        if event in ("MESSAGE_CREATE", "INTERACTION_CREATE"):
            self._last = event, data
        await self._connection.send_json({"op": 0, "t": event, "s": next(self.ids), "d": data})

    @property
    def is_connected(self) -> bool:
        """Whether a bot hears what is dispatched."""
        return self._gateway is not None and not self._gateway.closed

    @property
    def _connection(self) -> web.WebSocketResponse:
        if self._gateway is None:
            raise ConnectionError("no bot has logged in")
        return self._gateway

    async def repeat_last(self) -> None:
        """Send the last message or interaction once more, as the gateway sometimes does."""
        await self.dispatch(*self._last)

    async def drop_connection(self) -> None:
        """Close the socket as a network does."""
        await self._connection.close(code=1001)

    async def invalidate_session(self) -> None:
        """Tell the bot that its session is over."""
        await self._connection.send_json({"op": 9, "d": False})

    def press(self, token: str, message_id: str) -> None:
        """The interaction of this token is the press of a button of this message."""
        self._pressed[token] = message_id

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
                if data["d"]["intents"] & 1 << 15 and not self.allows_message_content:
                    await gateway.close(code=4014)
                    break
                self._gateway = gateway
                await self.dispatch("READY", payloads.ready(self.gateway, data["d"].get("shard", [0, 1])))
                await self.dispatch("GUILD_CREATE", self.guild)
                async with self._news:
                    self.identified.append(data["d"])
                    self._news.notify_all()
            elif data["op"] == 6:
                self._gateway = gateway
                await self.dispatch("RESUMED", {})
                async with self._news:
                    self.resumed += 1
                    self._news.notify_all()
        return gateway

    async def _serve_api(self, request: web.Request) -> web.Response:
        sent = Request(request.method, f"/{request.match_info['path']}", await body_of(request, self.files))
        self._check(sent)
        if request.headers.get("Authorization", f"Bot {self.token}") != f"Bot {self.token}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        answer = self._fault(sent) or self._answer(sent, int(request.query.get("before", 1 << 62)))
        async with self._news:
            self.requests.append(sent)
            self._news.notify_all()
        self.has_answered(sent, answer.status)
        return answer

    def _fault(self, request: Request) -> web.Response | None:
        for fault in self._faults:
            if fault.times and request.method in fault.method.split("|") and re.fullmatch(fault.path, request.path):
                fault.times -= 1
                return _json(fault.body, fault.status, fault.headers)
        return None

    def _answer(self, request: Request, before: int) -> web.Response:
        if request.path.startswith(self.forbidden):
            return _json({"message": "Missing Permissions", "code": 50013}, 403)
        match request.method, request.path.strip("/").split("/"):
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return _json({"url": self.gateway, "shards": 1, "session_start_limit": limit})
            case "GET", ["users", "@me"]:
                return _json(payloads.BOT_USER)
            case "GET", ["users", "@me", "guilds"]:
                return _json([payloads.OWN_GUILD])
            case "GET", ["oauth2", "applications", "@me"]:
                return _json(payloads.APPLICATION)
            case "POST", ["users", "@me", "channels"]:
                return _json(payloads.DM_CHANNEL)
            case "PUT", ["applications", application, "commands"]:
                more = {"application_id": application, "version": "1"}
                return _json(
                    [{"description": ""} | command | more | {"id": str(next(self.ids))} for command in request.body]
                )
            case "POST", ["interactions", interaction, token, "callback"]:
                kind, data = request.body["type"], request.body.get("data") or {}
                if kind not in (8, 9):  # choices and modals are no messages
                    request.message_id = self.messages.respond(
                        token, kind, data, self._pressed.get(token, ""), self._place(token)
                    )
                return _json({"interaction": {"id": interaction, "type": kind}})
            case "PATCH", ["webhooks", _, token, "messages", "@original"]:
                original = self.messages.original(token)
                return self._sent(request, self._place(token), token, original)
            case "DELETE", ["webhooks", _, token, "messages", "@original"]:
                self.messages.delete(self.messages.original(token))
                return web.Response(status=204)
            case "POST", ["webhooks", _, token]:
                return self._sent(request, self._place(token))
            case "POST", ["channels", channel, "messages"]:
                return self._sent(request, channel)
            case "GET", ["channels", channel, "messages"]:
                return _json(self.messages.of_channel(channel, before))
            case "GET", ["channels", _, "messages", message_id] if message_id in self.messages:
                return _json(self.messages[message_id])
            case "PATCH", ["channels", channel, "messages", message_id] if message_id in self.messages:
                return self._sent(request, channel, message_id=message_id)
            case "GET", ["guilds", payloads.GUILD_ID, "members", user] if user in self.members:
                return _json(self.members[user])
            case ("DELETE", ["users", "@me", "guilds", _]) | ("PUT", ["channels", _, "thread-members", "@me"]):
                return web.Response(status=204)
            case "PUT", ["channels", _, "messages", _, "reactions", _, "@me"]:
                return web.Response(status=204)
            case "PATCH", ["channels", channel]:
                self.threads[channel] |= request.body
                return _json(self.threads[channel])
            case ("DELETE", ["channels", _, "messages", _]) | ("POST", ["channels", _, "typing"]):
                return web.Response(status=204)
        return _json({"message": "404: Not Found", "code": 0}, 404)

    def _place(self, token: str) -> str:
        return self.places.get(token, CHANNEL_ID)

    def _sent(self, request: Request, channel: str, token: str = "", message_id: str = "") -> web.Response:
        message = self.messages.sent(request.body, channel, token, message_id)
        request.message_id = message["id"]
        return _json(message)

    def _check(self, request: Request) -> None:
        """Hold the request against Discord's description of its API and the limits that stand only in its prose."""
        if self._described:
            self.complaints += self._described(request.method, request.path, request.body)
        if isinstance(request.body, dict) and request.message.get("components") and not _is_modal(request):
            self.complaints += [f"{request.path}: {wrong}" for wrong in broken(request.message)]

    def has_answered(self, request: Request, status: int) -> None:
        """A request of the bot has got this status; for whoever wants to know."""


def _is_modal(request: Request) -> bool:
    return request.path.endswith("/callback") and request.body["type"] == 9


def _json(data: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py wants the bare content type, without a charset.
    more = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(data).encode(), status=status, headers=more)


__all__ = ["CHANNEL_ID", "DM_CHANNEL_ID", "TOKEN", "DiscordServer", "Request"]
