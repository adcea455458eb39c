"""Who is told of an answer that never came, when several bots run on one folder?"""

from pathlib import Path

from bot.discord_app.delivery.unanswered import Unanswered


def test_a_second_bot_tells_nobody_while_the_first_one_is_still_at_work(tmp_path: Path) -> None:
    first, second = Unanswered(tmp_path), Unanswered(tmp_path)
    assert first.left_behind() == []
    first.promise("token", "de")
    assert second.left_behind() == []
    second.promise("other", "en")
    first.close()
    third, fourth = Unanswered(tmp_path), Unanswered(tmp_path)
    assert third.left_behind() == [("token", "de")]
    assert fourth.left_behind() == []
    third.close()
