"""Where is Discord's own description of its API? Beside the checkout, where somebody has put it there."""

from functools import lru_cache
from pathlib import Path

from bot.preview.server.openapi import Contract, contract

DESCRIPTION = Path(__file__).resolve().parents[2].parent / "shared" / "discord" / "openapi.json.gz"


@lru_cache(maxsize=1)
def described() -> Contract | None:
    """Discord's description, or None where the file is not there."""
    return contract(DESCRIPTION) if DESCRIPTION.is_file() else None
