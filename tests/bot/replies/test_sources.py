"""How is it told what is searched, and what is not?"""

import pytest

from bot.replies.sources import reason
from bot.wording import answering
from retrieval import Skipped, SkipReason


@pytest.mark.parametrize(
    ("skipped", "english", "german"),
    [
        (
            Skipped("a.png", SkipReason.UNKNOWN_FORMAT, ".png"),
            "this format is not read: .png",
            "dieses Format wird nicht gelesen: .png",
        ),
        (
            Skipped("a.txt", SkipReason.TOO_LARGE, "2.0 > 1"),
            "it has 2.0 MB, more than the limit of 1 MB",
            "sie hat 2.0 MB, erlaubt sind 1 MB",
        ),
        (
            Skipped("a.txt", SkipReason.UNREADABLE, "Permission denied"),
            "it cannot be read: Permission denied",
            "lässt sich nicht lesen: Permission denied",
        ),
    ],
)
def test_a_skipped_file_has_its_reason_in_the_language_of_the_asker(
    skipped: Skipped, english: str, german: str
) -> None:
    assert english in reason(skipped)
    with answering("de", ""):
        assert german in reason(skipped)
