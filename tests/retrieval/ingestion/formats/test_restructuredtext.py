"""reStructuredText in a text file: sections, directives, lists, code and tables."""

from retrieval import Block, Quality, Role
from tests.fakes.read_texts import blocks as blocks_of

TEXT = """\
.. _top:

=====
Guide
=====

See :ref:`the other page <other>`.

.. image:: lamp.png

Install
-------

.. note::

   Mind the gap.

Run this::

    guide --help

    guide run

.. versionchanged:: 2.0
   It takes a name.

.. a comment
   of two lines

1. First step
   goes on.
2. Second step

Term
    What it means.

====  =====
Name  Seats
====  =====
Pro   25
Free  1
====  =====

.. toctree::

   install
   Using it <use>

.. [1] The book says so.
"""


def found() -> list[tuple[Role, str]]:
    return [(block.role, block.span.of(TEXT)) for block in blocks_of(TEXT)]


def block(words: str) -> Block:
    return next(block for block in blocks_of(TEXT) if words in block.span.of(TEXT))


def test_the_words_that_a_reader_sees_are_blocks() -> None:
    assert found() == [
        (Role.TITLE, "Guide"),
        (Role.PARAGRAPH, "See :ref:`the other page <other>`."),
        (Role.HEADING, "Install"),
        (Role.PARAGRAPH, "Mind the gap."),
        (Role.PARAGRAPH, "Run this::"),
        (Role.CODE, "    guide --help\n\n    guide run"),
        (Role.PARAGRAPH, "versionchanged:: 2.0\n   It takes a name."),
        (Role.ITEM, "1. First step\n   goes on."),
        (Role.ITEM, "2. Second step"),
        (Role.PARAGRAPH, "Term\n    What it means."),
        (Role.TABLE, "Name  Seats"),
        (Role.TABLE, "Pro   25"),
        (Role.TABLE, "Free  1"),
        (Role.ITEM, "Using it <use>"),
        (Role.PARAGRAPH, "[1] The book says so."),
    ]


def test_blocks_know_what_stands_above() -> None:
    assert [heading.of(TEXT) for heading in block("Pro").headings] == ["Install"]
    header = block("Pro").header
    assert header is not None
    assert header.of(TEXT) == "Name  Seats"
    assert block("guide run").lead_in is not None
    assert block("Using it").quality is Quality.LINKS


def test_rules_alone_do_not_make_a_note_restructuredtext() -> None:
    text = "Opening hours\n=============\nMon 9-12\nTue 9-12\n"
    assert [(one.role, one.span.of(text)) for one in blocks_of(text)] == [
        (Role.TITLE, "Opening hours"),
        (Role.PARAGRAPH, "Mon 9-12"),
        (Role.PARAGRAPH, "Tue 9-12"),
    ]
