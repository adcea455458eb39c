"""Waiting for what other threads and processes do: as long as it takes, and an end where it never comes."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

Shown = TypeVar("Shown")

PATIENCE_S = 60.0
"""Only a failure takes as long as this. A machine that does much else needs several seconds for what takes one."""
PAUSE_S = 0.01
"""How long nothing is asked between two looks at something that cannot be awaited."""


def until(holds: Callable[[], bool]) -> None:
    """Returns as soon as it holds."""
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(PAUSE_S)


async def until_shown(show: Callable[[], Awaitable[Shown]], holds: Callable[[Shown], bool]) -> Shown:
    """The first of what is shown that it holds of."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds(shown := await show()):
            await asyncio.sleep(PAUSE_S)
    return shown
