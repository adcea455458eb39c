"""What is said of what an admin sets in Discord? The names of these texts; each language fills them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerTexts:
    """What /settings says, and what comes of what is set."""

    title: str
    whole: str
    channel_only: str
    choose: str
    save: str
    discard: str
    default: str
    now: str
    then: str
    locked: str
    unavailable: str
    everybody: str
    none: str
    all_documents: str
    silent_here: str
    helpers_called: str
    needs_intent: str
    import_wrong: str
    import_same: str
    welcome: str
    names: Mapping[str, str]
    """What each setting is about, by its name."""
    values: Mapping[str, str]
    """What each value of a choice means."""
