"""What does a request of the bot bring along? JSON, and files beside it where it has any."""

import json
from typing import Any

from aiohttp import web


async def body_of(request: web.Request, files: dict[str, bytes]) -> Any:  # noqa: ANN401 - whatever JSON there is
    """The JSON that was sent, None without any; files that came with it are put into `files` by their names."""
    if not request.content_type.startswith("multipart/"):
        raw = await request.read()
        return json.loads(raw) if raw else None
    parts = await request.post()
    for part in parts.values():
        if isinstance(part, web.FileField):
            files[part.filename] = part.file.read()
    return json.loads(str(parts["payload_json"]))
