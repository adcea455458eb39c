"""Text that was laid out in pages is read and shown without their heads and feet, and its lines are joined."""

from pathlib import Path

import pytest

from retrieval import Excerpt, Librarian, Quality, RetrievalSettings, Role, parts
from retrieval.documents.model import Document
from tests.fakes.read_texts import document

HEAD = "RFC 9999                    The Widget Protocol               March 2031"
BODIES = (
    """\
Table of Contents

   1. Introduction ....................................................1
   2. Timers ..........................................................3
""",
    """\
1.  Introduction

   The protocol moves widgets over slow links.  A client opens a
   connection and sends a hello message to the server.

   A server that receives a hello message answers it with a welcome
   message, unless it is over-
   loaded; in that case it answers with a busy message and closes the
""",
    """\
   connection after thirty seconds.  The client may try again after five
   minutes.

2.  Timers

   o  The hello timer runs for twenty seconds.
""",
)


def printed(feed: str, newline: str = "\n") -> str:
    pages = [
        f"{HEAD}\n\n\n{body}\n\n\nAuthor                Standards Track                [Page {number}]\n"
        for number, body in enumerate(BODIES, start=1)
    ]
    return feed.join(pages).replace("\n", newline)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("feed", ["\f\n", "\n"])
def test_a_sentence_goes_on_over_the_end_of_a_page(tmp_path: Path, feed: str, newline: str) -> None:
    (tmp_path / "rfc.txt").write_bytes(printed(feed, newline).encode())
    librarian = Librarian.open(tmp_path, RetrievalSettings())
    excerpt = librarian.ask("what does an overloaded server answer?").excerpts[0]
    shown = " ".join("".join(part.text for part in parts(excerpt)).split())
    assert (
        "unless it is overloaded; in that case it answers with a busy message and closes the connection after thirty"
        " seconds." in shown
    )
    assert "Page" not in shown
    assert excerpt.text == excerpt.document.text[excerpt.span.start : excerpt.span.end]
    assert "[Page 2]" in excerpt.text


@pytest.mark.parametrize("feed", ["\f\n", "\n"])
def test_heads_feet_and_contents_are_no_headings(feed: str) -> None:
    read = document("rfc.txt", printed(feed))
    said = {block.span.of(read.text): block for block in read.blocks}
    assert sum(block.ends_page for block in read.blocks) >= 5
    assert [text for text, block in said.items() if block.role is Role.HEADING] == [
        "1.  Introduction",
        "2.  Timers",
    ]
    assert said["1. Introduction ....................................................1"].quality is Quality.LINKS


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 1\n\nThe seal slept.\n\nChapter 2\n\nThe seal woke.\n\nChapter 3\n\nIt ate.\n",
        "Soup\n\nIngredients\n\nLeek and salt.\n\f\nCake\n\nIngredients\n\nFlour and milk.\n",
    ],
)
def test_what_only_looks_alike_stays(text: str) -> None:
    assert not any(block.ends_page for block in document("a.txt", text).blocks)


def shown(read: Document) -> list[str]:
    whole = Excerpt(read, read.blocks[0].span)
    return [part.text for part in parts(whole)]


def test_wrapped_lines_are_shown_as_one_and_a_divided_word_is_whole_where_it_is_known() -> None:
    lines = (
        "The secre-\ntary keeps the keys of the well-\nknown harbour and of the kraken-\nboard, which\nnobody uses.\n"
    )
    assert shown(document("a.rst", lines)) == [
        "The secretary keeps the keys of the well-known harbour and of the kraken-board, which nobody uses."
    ]
    assert shown(document("a.rst", "| Roses are red,\n| seals are grey.\n")) == ["| Roses are red,\n| seals are grey."]
