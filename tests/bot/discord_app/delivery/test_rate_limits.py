"""Who is let in, and when again?"""

from bot.discord_app import DiscordSettings
from bot.discord_app.delivery.rate_limits import REMEMBERED, WORKERS, Gate, Seen


class Clock:
    """A clock that stands still until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_member_is_let_in_again_after_a_minute() -> None:
    clock = Clock()
    gate = Gate(DiscordSettings(member_per_minute=2), clock)
    assert [bool(gate.refusal(1, 9, is_question=True)) for _ in range(3)] == [False, False, True]
    assert not gate.refusal(2, 9, is_question=True)
    clock.now += 61
    assert not gate.refusal(1, 9, is_question=True)


def test_a_channel_has_a_limit_of_its_own() -> None:
    gate = Gate(DiscordSettings(channel_per_minute=2), Clock())
    assert [bool(gate.refusal(member, 9, is_question=True)) for member in range(3)] == [False, False, True]
    assert not gate.refusal(3, 8, is_question=True)


def test_reading_on_is_no_question() -> None:
    gate = Gate(DiscordSettings(member_per_minute=1), Clock())
    assert not any(gate.refusal(1, 9, is_question=False) for _ in range(5))


def test_the_queue_has_room_again_when_somebody_leaves() -> None:
    gate = Gate(DiscordSettings(queue=1, member_per_minute=100), Clock())
    taken = [bool(gate.refusal(1, 9, is_question=True)) for _ in range(WORKERS + 2)]
    assert taken == [False] * (WORKERS + 1) + [True]
    gate.leave()
    assert not gate.refusal(1, 9, is_question=True)


def test_the_minute_is_any_minute_and_not_one_of_the_clock() -> None:
    clock = Clock()
    gate = Gate(DiscordSettings(member_per_minute=2), clock)
    asked = []
    for seconds in (0, 50, 5, 4, 2, 48, 3):  # at 0, 50, 55, 59, 61, 109 and 112 s
        clock.now += seconds
        asked.append(not gate.refusal(1, 9, is_question=True))
    assert asked == [True, True, False, False, True, False, True]


def test_memory_stays_flat() -> None:
    seen = Seen()
    gate = Gate(DiscordSettings(queue=10**6, member_per_minute=1), Clock())
    for number in range(REMEMBERED + 1):
        assert seen.is_new(number)
        assert not gate.refusal(number, number, is_question=True)
    assert not seen.is_new(REMEMBERED)
    assert not seen.is_new(1)
    assert seen.is_new(0), "the oldest is not forgotten"
    assert gate.refusal(REMEMBERED, REMEMBERED, is_question=True)
    assert gate.refusal(1, 1, is_question=True)
    assert not gate.refusal(0, 0, is_question=True), "the oldest is not forgotten"
