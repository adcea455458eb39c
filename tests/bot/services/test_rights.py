"""Which folders may a reply use, by who will see it?"""

from bot.services.rights import NOBODY_KNOWN, Rights, Rule

STAFF, COUNCIL, FAN = 1, 2, 3
RIGHTS = Rights(
    {"open": Rule(), "staff": Rule(False, frozenset((STAFF, COUNCIL))), "sealed": Rule(False)},
    {70: frozenset(("open",)), 71: frozenset(("staff",))},
)


def test_what_others_see_uses_what_every_kind_of_reader_may_read() -> None:
    assert RIGHTS.readable([frozenset((STAFF,)), frozenset((COUNCIL, FAN))]) == {"open", "staff"}
    assert RIGHTS.readable([frozenset((STAFF,)), frozenset((FAN,))]) == {"open"}


def test_where_nobody_knows_who_sees_it_only_what_is_public_is_used() -> None:
    assert RIGHTS.readable(NOBODY_KNOWN) == {"open"}


def test_what_is_for_nobody_is_for_no_role_either() -> None:
    assert "sealed" not in RIGHTS.readable([frozenset((STAFF, COUNCIL, FAN))])


def test_the_narrowest_place_with_a_limit_counts_and_a_limit_lets_nobody_in() -> None:
    staff = [frozenset((STAFF,))]
    assert RIGHTS.readable(staff, (71, 70)) == {"staff"}
    assert RIGHTS.readable(staff, (5, 70)) == {"open"}
    assert RIGHTS.readable([frozenset((FAN,))], (71,)) == frozenset()
