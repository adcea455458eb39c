"""Who may ask now? Limits per member and per channel, a bounded queue, and no question twice."""

import logging
import time
from collections import deque
from collections.abc import Callable

from cachetools import FIFOCache, TTLCache

from bot.config.discord import DiscordSettings
from bot.wording import texts

log = logging.getLogger(__name__)

WORKERS = 1
"""Questions that are worked on at the same time. Python runs one thread at a time, so more of them only wait for each
other and hold up the event loop: of 1,000 questions at once to 20,000 passages, the first response came within 1.6 s
with 2 and within 0.8 s with 1 for 99 of 100, the answer within 8.1 s and 7.7 s."""
WINDOW_S = 60.0
READ_PER_QUESTION = 5
"""Pages that a member may turn and lists they may open for each question that they may ask."""
MAX_LONG = 10
"""Comparisons, summaries and the like that are worked on or wait at the same time."""
REMEMBERED = 10_000
"""Questions, members and channels that are remembered; older ones are forgotten, so that memory stays flat."""


class Seen:
    """The ids of the latest messages and interactions: the gateway may deliver one more than once."""

    def __init__(self) -> None:
        self._ids: FIFOCache[int, None] = FIFOCache(REMEMBERED)

    def is_new(self, snowflake: int) -> bool:
        """Whether this id comes for the first time."""
        if snowflake in self._ids:
            return False
        self._ids[snowflake] = None
        return True


class _Window:
    """Which keys have asked as many questions as they may within the last minute."""

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        self._most = most
        self._clock = clock
        self._latest: TTLCache[int, deque[float]] = TTLCache(REMEMBERED, WINDOW_S, clock)
        """When each key asked its latest questions, as many of them as it may."""

    def is_full(self, key: int) -> bool:
        times = self._latest.get(key)
        return times is not None and len(times) == self._most and times[0] > self._clock() - WINDOW_S

    def count(self, key: int) -> None:
        times = self._latest.pop(key, None) or deque(maxlen=self._most)
        times.append(self._clock())
        self._latest[key] = times


class Gate:
    """Lets questions in, or says why not. Used from the event loop alone. Refusals are logged as counts."""

    def __init__(self, settings: DiscordSettings, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._members = _Window(settings.member_per_minute, clock)
        self._readers = _Window(settings.member_per_minute * READ_PER_QUESTION, clock)
        self._channels = _Window(settings.channel_per_minute, clock)
        self._most = WORKERS + settings.queue
        self._inside, self._long = 0, 0
        self._refused, self._reported = 0, -WINDOW_S

    def refusal(
        self, member: int, channel: int, *, is_question: bool, is_long: bool = False, is_free: bool = False
    ) -> str:
        """Why this cannot be taken now, as a sentence for the asker; "" if it can. It is counted then.

        The limits of members and channels hold for questions; whoever pages and reads may do so several times as often.
        Long work has a queue of its own. Who `is_free` of limits waits in the queues as all do.
        """
        said = self._refusal(member, channel, is_question=is_question, is_long=is_long, is_free=is_free)
        if said:
            self._refused += 1
            self.report(at_most_every_s=WINDOW_S)
        return said

    def _refusal(self, member: int, channel: int, *, is_question: bool, is_long: bool, is_free: bool) -> str:
        if (self._long if is_long else self._inside) >= (min(self._most, MAX_LONG) if is_long else self._most):
            return texts().busy
        is_quick = self._readers.is_full(member) or (is_question and self._members.is_full(member))
        if is_quick and not is_free:
            return texts().too_fast
        if is_question and self._channels.is_full(channel) and not is_free:
            return texts().channel_busy
        self._readers.count(member)
        if is_question:
            self._members.count(member)
            self._channels.count(channel)
        if is_long:
            self._long += 1
        else:
            self._inside += 1
        return ""

    def leave(self, *, is_long: bool = False) -> None:
        """One of those let in is done."""
        if is_long:
            self._long -= 1
        else:
            self._inside -= 1

    def report(self, *, at_most_every_s: float = 0.0) -> None:
        """Log how many were refused since it was last logged, if that was not just now."""
        now = self._clock()
        if self._refused and now - self._reported >= at_most_every_s:
            log.info("%d questions were refused since the last such line", self._refused)
            self._refused, self._reported = 0, now
