"""Does the command `quoth preview` show an answer within seconds, and end when it is told to?"""

import asyncio
import re
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60.0


@pytest.fixture
async def preview(tmp_path: Path) -> AsyncIterator[Process]:
    """The command over the seeds, with data of its own."""
    (tmp_path / "config.yaml").write_text(f"corpus: {ROOT / 'seeds'}\n", encoding="utf-8")
    typed = ["-m", "bot", "preview", "--config", str(tmp_path / "config.yaml")]
    process = await asyncio.create_subprocess_exec(sys.executable, *typed, cwd=ROOT, stdout=PIPE, stderr=PIPE)
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


async def test_the_command_answers_and_ends_when_it_is_told_to(preview: Process) -> None:
    began = time.monotonic()
    assert preview.stdout
    async with asyncio.timeout(PATIENCE_S):
        line = (await preview.stdout.readline()).decode()
        found = re.search(r"http(://127\.0\.0\.1:\d+/)#(\S+)", line)
        assert found, line
        async with aiohttp.ClientSession() as session, session.ws_connect(f"ws{found[1]}live/") as page:
            await page.send_str(found[2])
            if not (await page.receive_json())["connected"]:
                while (await page.receive_json())["t"] != "connected":
                    pass
            answer = await _answer(page)
        assert "dictator" in str(answer["components"])
        preview.terminate()
        assert await preview.wait() == 0
    sys.stdout.write(f"first answer and end after {time.monotonic() - began:.1f} s\n")


async def _answer(page: aiohttp.ClientWebSocketResponse) -> Any:  # noqa: ANN401 - JSON
    """The bot's answer to a question that is put to it now."""
    say = {"n": 1, "t": "say", "as": "200", "channel": "301", "text": "<@100> what did Trump call Zelenskyy?"}
    await page.send_json(say)
    while True:
        told = await page.receive_json()
        assert not told.get("error")
        if told["t"] == "message" and told["message"].get("components"):
            return told["message"]
