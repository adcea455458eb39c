"""What is said about votes on answers, and about what is kept of members? The names of these texts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VotesTexts:
    """What is said where 👍 or 👎 was pressed, and by /privacy and /forget-me."""

    title: str
    up: str
    down: str
    taken_back: str
    choose: str
    reasons: Mapping[str, str]
    """Why an answer did not help, at most 100 characters each, by the keys that are kept."""
    thanks: str
    lost: str
    unable: str
    kept_title: str
    kept: tuple[str, ...]
    kept_what: str
    kept_forget: str
    forgotten: tuple[str, ...]
