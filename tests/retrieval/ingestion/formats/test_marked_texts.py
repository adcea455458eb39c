"""MDX, reStructuredText, AsciiDoc, Org and files without a suffix: blocks are told by marks."""

import pytest

from retrieval import Block, Document, Role
from retrieval.ingestion.formats.registry import format_named, suffix_of
from tests.fakes.read_texts import document

MDX = """\
---
title: Webhooks
---
import {Route} from '/snippets/route.jsx'
import {
  Anchor,
} from '../x.js';

export const plans = [
  { name: 'hidden basic' },

  { name: 'hidden pro' },
];

export default function Layout({children}) {
  const hidden = 4711;

  return <div>{children}</div>
}

# Webhook Resource

export your messages with care.

<Anchor id="hidden-anchor" />

<Warning title="Keep it secret">
  Never share the token.
</Warning>

<Tabs>
  <Tab title="Python">
    Install with pip.

    ```py
    import os
    export const x = 1
    ```
  </Tab>
</Tabs>

<Data rows={[
  {a: 1, text: "hidden row"}
]} />

{/* hidden comment
over lines */}

{props.hidden}

| Field | Type |
|-------|------|
| id | snowflake |
"""
ORG = """\
#+TITLE: The House
#+OPTIONS: hidden:nil

* TODO [#A] Opening hours :hidden:
:PROPERTIES:
:CUSTOM_ID: hidden
:END:
SCHEDULED: <2024-01-01>
The house opens at eight.
# a hidden comment
** Rooms
| Room | Seats |
|------+-------|
| Red  | 12    |

- first
  - deeper

#+BEGIN_SRC python
print(1)
#+END_SRC
"""
ASCIIDOC = """\
= The House
:hidden: value

[[hidden]]
== Opening hours

The house opens at eight.

// a hidden comment
NOTE: Ring the bell.

[source,hidden]
----
== no heading
----

* first
** deeper
+
more of deeper

[options="header"]
|===
|Room |Seats

|Red
|12
|===

image::hidden.png[]

Old style
---------
Text below.
"""
RST = """\
:orphan:

=====
Guide
=====

:Author: Ann
:Version: 2

.. list-table::
   :header-rows: 1

   * - Room
     - Seats
   * - Red
     - 12

.. csv-table::
   :header: Name, Price

   Bread, 3
"""
SEEN = {
    "a.mdx": (
        MDX,
        [
            (Role.TITLE, "Webhooks"),
            (Role.TITLE, "Webhook Resource"),
            (Role.PARAGRAPH, "export your messages with care."),
            (Role.PARAGRAPH, "Never share the token."),
            (Role.PARAGRAPH, "Install with pip."),
            (Role.CODE, "    import os\n    export const x = 1"),
            (Role.TABLE, "| Field | Type |"),
            (Role.TABLE, "| id | snowflake |"),
        ],
    ),
    "a.org": (
        ORG,
        [
            (Role.TITLE, "The House"),
            (Role.HEADING, "Opening hours"),
            (Role.PARAGRAPH, "The house opens at eight."),
            (Role.HEADING, "Rooms"),
            (Role.TABLE, "| Room | Seats |"),
            (Role.TABLE, "| Red  | 12    |"),
            (Role.ITEM, "- first"),
            (Role.ITEM, "- deeper"),
            (Role.CODE, "print(1)"),
        ],
    ),
    "a.adoc": (
        ASCIIDOC,
        [
            (Role.TITLE, "The House"),
            (Role.HEADING, "Opening hours"),
            (Role.PARAGRAPH, "The house opens at eight."),
            (Role.PARAGRAPH, "Ring the bell."),
            (Role.CODE, "== no heading"),
            (Role.ITEM, "* first"),
            (Role.ITEM, "** deeper"),
            (Role.ITEM, "more of deeper"),
            (Role.TABLE, "|Room |Seats"),
            (Role.TABLE, "|Red\n|12"),
            (Role.HEADING, "Old style"),
            (Role.PARAGRAPH, "Text below."),
        ],
    ),
    "a.rst": (
        RST,
        [
            (Role.TITLE, "Guide"),
            (Role.PARAGRAPH, ":Author: Ann"),
            (Role.PARAGRAPH, ":Version: 2"),
            (Role.TABLE, "* - Room\n     - Seats"),
            (Role.TABLE, "* - Red\n     - 12"),
            (Role.TABLE, "Bread, 3"),
        ],
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_sees_is_read_by_its_marks_and_nothing_else(name: str, newline: str) -> None:
    text, expected = SEEN[name]
    read = document(name, text.replace("\n", newline))
    found = [(block.role, block.span.of(read.text).replace(newline, "\n")) for block in read.blocks]
    assert found == expected


def block_of(read: Document, said: str) -> Block:
    return next(block for block in read.blocks if block.span.of(read.text) == said)


def above(read: Document, said: str) -> list[str]:
    return [heading.of(read.text) for heading in block_of(read, said).headings]


def test_each_block_stands_below_its_headings_and_rows_below_their_header() -> None:
    org, asciidoc, mdx, rst = (document(name, SEEN[name][0]) for name in ("a.org", "a.adoc", "a.mdx", "a.rst"))
    assert above(org, "- deeper") == ["Opening hours", "Rooms"]
    assert block_of(org, "- deeper").parent == block_of(org, "- first").span
    assert block_of(org, "| Red  | 12    |").header == block_of(org, "| Room | Seats |").span
    assert block_of(asciidoc, "more of deeper").parent == block_of(asciidoc, "** deeper").span
    assert block_of(asciidoc, "|Red\n|12").header == block_of(asciidoc, "|Room |Seats").span
    assert above(mdx, "Install with pip.") == ["Python"]
    assert block_of(rst, "* - Red\n     - 12").header == block_of(rst, "* - Room\n     - Seats").span


@pytest.mark.parametrize("name", ["README", "docs/LICENSE", "CHANGELOG", "Notes of Dr. Hall", "v1.2", "app.log.1"])
def test_a_file_without_a_suffix_is_read_as_text(name: str) -> None:
    format_ = format_named(name)
    assert format_ is not None
    assert suffix_of(name) == ""
    assert [block.span.of("Words stand here.") for block in document(name, "Words stand here.").blocks]


def test_without_a_suffix_the_marks_tell_markdown_from_plain_text() -> None:
    read = document("README", "# Lamp\n\nIt [shines](https://x.example).\n\n## Use\n\n- Press it.\n")
    assert read.title == "Lamp"
    assert [block.role for block in read.blocks] == [Role.TITLE, Role.PARAGRAPH, Role.HEADING, Role.ITEM]
    script = document("run", "#!/bin/sh\n\n# Start\n\n# Stop\n\necho hello\n")
    assert script.title != "Start"


@pytest.mark.parametrize("suffix", [".text", ".log", ".markdown", ".mdown", ".mdx", ".rst", ".adoc", ".org"])
def test_a_word_in_a_file_of_each_suffix_is_found(suffix: str) -> None:
    read = document(f"a{suffix}", "Seals sleep on the ice.\n")
    assert [block.span.of(read.text) for block in read.blocks] == ["Seals sleep on the ice."]
