"""Who gets the page, and who may act on it? The page's files, and its socket for whoever knows the secret.

Nobody else's page can reach it: a name that leads here only by DNS, and a request that another site sends, are refused.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Any

from aiohttp import WSMsgType, web

from bot.preview.acts import Acts, Refused
from bot.preview.server.payloads import Payload
from bot.preview.stage import Stage

BUILT = files("bot.preview") / "built"
_TYPES = {"index.html": "text/html", "page.js": "text/javascript", "page.css": "text/css"}
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
MAX_ACT = 100_000
"""Bytes of what a page may send at once."""
MAX_WAITING = 2000
"""Events that may wait for a page that does not read them; then its socket is closed, and it comes again."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_page(stage: Stage, acts: Acts, secret: str) -> None:
    """Put the page on the stage's server, before that starts."""
    site = Site(stage, acts, secret)
    stage.site.middlewares.append(_guard)
    stage.site.router.add_get("/", site.file)
    stage.site.router.add_get("/{name}", site.file)
    stage.site.router.add_get("/live/", site.live)


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    port = request.url.port if request.transport is None else request.transport.get_extra_info("sockname")[1]
    own = {f"127.0.0.1:{port}", f"localhost:{port}"}
    origin = request.headers.get("Origin")
    if (
        request.host not in own
        or (origin is not None and origin.removeprefix("http://") not in own)
        or request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
    ):
        return web.Response(status=403, text="This page is for this machine alone.\n")
    return await handler(request)


class Site:
    """The page over a stage."""

    def __init__(self, stage: Stage, acts: Acts, secret: str) -> None:
        self._stage = stage
        self._acts = acts
        self._secret = secret

    async def file(self, request: web.Request) -> web.Response:
        """A file of the built page."""
        name = request.match_info.get("name") or "index.html"
        if name == "favicon.ico":  # browsers ask for one always
            return web.Response(status=204)
        if name not in _TYPES:
            raise web.HTTPNotFound
        content = await asyncio.to_thread((BUILT / name).read_bytes)
        return web.Response(body=content, content_type=_TYPES[name], charset="utf-8", headers=_HEADERS)

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """The socket of a page: its first word is the secret, then it is told everything and may act."""
        socket = web.WebSocketResponse(max_msg_size=MAX_ACT, heartbeat=20)
        await socket.prepare(request)
        first = await socket.receive(timeout=10)
        given = str(first.data) if first.type is WSMsgType.TEXT else ""
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            await socket.close(code=4001)
            return socket
        waiting: asyncio.Queue[Payload] = asyncio.Queue(MAX_WAITING)

        def hear(event: Payload) -> None:
            try:
                waiting.put_nowait(event)
            except asyncio.QueueFull:
                self._stage.listeners.discard(hear)
                asyncio.ensure_future(socket.close(code=4002))  # noqa: RUF006 - the socket is held by this method

        hear(self._stage.state())
        self._stage.listeners.add(hear)
        sending = asyncio.create_task(_send(socket, waiting))
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    hear(await self._done(frame.data))
        finally:
            self._stage.listeners.discard(hear)
            sending.cancel()
        return socket

    async def _done(self, sent: str) -> Payload:
        number: Any = None
        try:
            act = json.loads(sent)
            number = act.get("n") if isinstance(act, dict) else None
            if not isinstance(act, dict):
                raise Refused("An act is an object.")
            return {"t": "done", "n": number, **await self._acts.do(act)}
        except (Refused, json.JSONDecodeError) as error:
            return {"t": "done", "n": number, "error": str(error)}


async def _send(socket: web.WebSocketResponse, waiting: asyncio.Queue[Payload]) -> None:
    while not socket.closed:
        await socket.send_json(await waiting.get())
