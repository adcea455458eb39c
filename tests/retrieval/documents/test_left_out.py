"""Which lines are not quoted, and why."""

import pytest

from retrieval import left_out
from tests.fakes.read_texts import document


def test_marks_are_told_with_their_lines() -> None:
    text = "# Guide\n\n```sh\ngo\n```\n\n<!-- hidden -->\n"
    assert [(one.line, one.text, one.reason) for one in left_out(document("a.md", text))] == [
        (3, "```sh", "markup"),
        (5, "```", "markup"),
        (7, "<!-- hidden -->", "markup"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(newline: str) -> None:
    found = document("a.txt", newline.join(["The first key opens the cellar.", "", "The second key opens the stage."]))
    assert found.lines(found.blocks[-1].span) == (3, 3)
    assert not list(left_out(found))
