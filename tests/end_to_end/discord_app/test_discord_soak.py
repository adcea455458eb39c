"""A few seconds of the long soak: documents change, Discord fails, connections drop, each question is answered."""

import asyncio
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


async def test_the_bot_lives_through_changes_outages_and_reconnects(tmp_path: Path) -> None:
    parts = ("--kills", "0", "--damages", "0", "--rounds", "0", "--questions", "0", "--soak", "4")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.torture", *parts, "--report", str(tmp_path / "report.md"), cwd=ROOT
    )
    assert await process.wait() == 0
    assert "| soak | " in (tmp_path / "report.md").read_text()
