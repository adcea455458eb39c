"""Are votes bounded?"""

from functools import partial
from pathlib import Path

from bot.store import store_in
from bot.store.votes_table import Vote, all_votes, cast


def test_the_oldest_votes_give_way(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    for at in range(5):
        vote = Vote(message=at, member=1, server=0, is_good=True, places=("a.b", "c.d"), at=float(at))
        store.write_now(partial(cast, vote=vote, most=3))
    assert [vote.message for vote in store.read_now(all_votes)] == [4, 3, 2]
    store.close()
