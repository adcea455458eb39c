"""Markdown: its own structure, in offsets of the unchanged file."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from retrieval.documents.model import Role
from retrieval.ingestion.formats import markdown
from tests.fakes.read_texts import blocks as blocks_of
from tests.fakes.threads import in_threads

TEXT = """---
title: shown
---
# Guide

First words with **bold** text.

## Install

Run these:

1. Get it:
   `pip install guide`
2. Start it

### Options

| name | meaning |
|------|---------|
| `-v` | say more |

```sh
guide --help

guide run
```

!!! note
    Mind the gap.
"""


def found(text: str) -> list[tuple[Role, str]]:
    return [(block.role, block.span.of(text)) for block in blocks_of(text, "a.md")]


def test_every_block_is_found_without_its_markers() -> None:
    assert found(TEXT) == [
        (Role.TITLE, "shown"),
        (Role.TITLE, "Guide"),
        (Role.PARAGRAPH, "First words with **bold** text."),
        (Role.HEADING, "Install"),
        (Role.PARAGRAPH, "Run these:"),
        (Role.ITEM, "1. Get it:\n   `pip install guide`"),
        (Role.ITEM, "2. Start it"),
        (Role.HEADING, "Options"),
        (Role.TABLE, "| name | meaning |"),
        (Role.TABLE, "| `-v` | say more |"),
        (Role.CODE, "guide --help\n\nguide run"),
        (Role.PARAGRAPH, "Mind the gap."),
    ]


def test_windows_line_ends_keep_the_same_blocks() -> None:
    windows = TEXT.replace("\n", "\r\n")
    assert [(role, piece.replace("\r\n", "\n")) for role, piece in found(windows)] == found(TEXT)


def test_a_block_knows_the_path_of_its_headings_and_an_item_its_lead_in() -> None:
    blocks = blocks_of(TEXT, "a.md")
    code = next(block for block in blocks if block.role is Role.CODE)
    assert [heading.of(TEXT) for heading in code.headings] == ["Install", "Options"]
    item = next(block for block in blocks if block.role is Role.ITEM)
    assert item.lead_in is not None
    assert item.lead_in.of(TEXT) == "Run these:"


def test_a_byte_order_mark_hides_no_heading() -> None:
    assert found("\ufeff# Guide\n\nText stands here.\n") == [
        (Role.TITLE, "Guide"),
        (Role.PARAGRAPH, "Text stands here."),
    ]


def as_in_a_new_process(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, loaded once more together with the libraries that it parses with."""
    for name in [name for name in sys.modules if name.partition(".")[0] in ("markdown_it", "mdurl")]:
        monkeypatch.delitem(sys.modules, name)
    assert markdown.__file__
    spec = spec_from_file_location("markdown_anew", markdown.__file__)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_first_documents_of_a_process_are_read_right_by_threads_that_read_at_once() -> None:
    text = "[link]: </a path?of=signs%20> 'and a title'\n\n# Guide\n\n- See [the link]\n"
    expected = markdown.blocks_of(text)
    for _ in range(40):
        with pytest.MonkeyPatch.context() as context:
            read = as_in_a_new_process(context).blocks_of
            assert all(blocks == expected for blocks in in_threads(lambda _: read(text)))  # noqa: B023 - called at once
