"""What is built on Markdown: front matter, notes, questions, HTML and JSX, and what of it no reader sees."""

import pytest

from retrieval import Block, Quality, Role
from tests.fakes.read_texts import blocks as blocks_of
from tests.fakes.read_texts import document


def found(text: str) -> list[tuple[Role, str]]:
    return [(block.role, block.span.of(text)) for block in blocks_of(text, "a.md")]


def headings(text: str, words: str) -> list[str]:
    return [heading.of(text) for heading in block(text, words).headings]


def block(text: str, words: str) -> Block:
    return next(block for block in blocks_of(text, "a.md") if words in block.span.of(text))


def test_front_matter_gives_the_title_other_names_and_text_of_a_kind_of_its_own() -> None:
    text = (
        '---\ntitle: "The pump"\naliases:\n  - green thing\ntags: [water, oil]\ndate: 2027-01-02\n---\n\nIt is green.\n'
    )
    read = document("a.md", text)
    assert read.title == "The pump"
    assert read.aliases == ("green thing", "water", "oil")
    assert block(text, "2027").quality is Quality.FRONT
    assert block(text, "green.").quality is Quality.TEXT


def test_keys_that_only_steer_how_a_site_is_built_are_no_text() -> None:
    text = "---\nid: pump\ntitle: Pump\nsidebar_position: 3\nowner: Mrs Holm\n---\n\nIt is green.\n"
    assert [piece for _, piece in found(text)] == ["Pump", "owner: Mrs Holm", "It is green."]


def test_text_between_two_rules_is_text() -> None:
    text = "---\n\nThe key is with Mrs Holm.\n\n---\n\nThe attic is locked.\n"
    assert found(text) == [(Role.PARAGRAPH, "The key is with Mrs Holm."), (Role.PARAGRAPH, "The attic is locked.")]


def test_numbers_of_headings_and_items_are_kept_and_anchors_are_not() -> None:
    assert found("# Rules\n\n## 4. Fees {#fees}\n\n7. No ads.\n8) No spam. ##\n\n- [ ] Ann: cake\n") == [
        (Role.TITLE, "Rules"),
        (Role.HEADING, "4. Fees"),
        (Role.ITEM, "7. No ads."),
        (Role.ITEM, "8) No spam. ##"),
        (Role.ITEM, "- [ ] Ann: cake"),
    ]


def test_an_item_knows_the_item_above_and_a_row_its_header() -> None:
    text = "These:\n\n- Pro plan\n  - Storage: 5 GB\n\n| Plan | Seats |\n|---|---|\n| Pro | 25 |\n"
    storage, row = block(text, "Storage"), block(text, "| Pro")
    assert storage.parent is not None
    assert storage.parent.of(text) == "- Pro plan"
    assert storage.lead_in is not None
    assert row.header is not None
    assert row.header.of(text) == "| Plan | Seats |"


@pytest.mark.parametrize(
    "text",
    [
        "**Do you ship abroad?**\n\nTo Norway only.\n",
        "**Q: Do you ship abroad?**\n\nTo Norway only.\n",
        "Q: Do you ship abroad?\nTo Norway only.\n",
        "<details>\n<summary>Do you ship abroad?</summary>\nTo Norway only.\n</details>\n",
        "<details><summary>Do you ship abroad?</summary>\n\nTo Norway only.\n\n</details>\n",
    ],
)
def test_a_question_stands_over_its_answer(text: str) -> None:
    assert [heading.removeprefix("Q: ") for heading in headings(text, "Norway")] == ["Do you ship abroad?"]


def test_what_follows_details_stands_below_its_question_no_more() -> None:
    text = "## Shop\n\n<details>\n<summary>Abroad?</summary>\nNo.\n</details>\n\nOpen daily.\n"
    assert headings(text, "Open daily") == ["Shop"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('!!! note "Mind this"\n    Hot water.\n', ["Mind this", "Hot water."]),
        ('=== "Linux"\n\n    Run it:\n\n    ```sh\n    go\n    ```\n', ["Linux", "Run it:", "go"]),
        (":::caution Heads up\nClose it first.\n:::\n", ["Heads up", "Close it first."]),
        (":::note\n\nClose it first.\n\n:::\n", ["Close it first."]),
        ("/// tip | Short\n\nDo it.\n\n///\n", ["Short", "Do it."]),
        ("> [!warning]- Careful\n> Hot water.\n", ["Careful\n> Hot water."]),
        ("> [!NOTE]\n> Hot water.\n", ["Hot water."]),
        (
            "Pen\n: What you write with.\nInk\n: What is in it.\n",
            ["Pen\n: What you write with.", "Ink\n: What is in it."],
        ),
        ("It is so.[^1]\n\n[^1]: The book says it.\n", ["It is so.[^1]", "[^1]: The book says it."]),
        ("See [[Other page|there]] ^id\n", ["See [[Other page|there]] ^id"]),
        ("<p align='center'>Tea <b>and</b> milk</p>\n", ["Tea <b>and</b> milk"]),
        ("<ul>\n<li>Tea</li>\n<li>Milk</li>\n</ul>\n", ["Tea", "Milk"]),
        ("<Steps>\n\n1. Open it.\n\n</Steps>\n", ["1. Open it."]),
        ('<Callout type={"a" > "b"}>Mind the gap.</Callout>\n', ["Mind the gap."]),
        ("{{< hint info >}}\nMind the gap.\n{{< /hint >}}\n", ["Mind the gap."]),
    ],
)
def test_the_words_of_notes_and_tags_are_text(text: str, seen: list[str]) -> None:
    assert [piece for _, piece in found(text)] == seen


@pytest.mark.parametrize(
    "hidden",
    [
        "import Tabs from '@theme/Tabs';",
        "export const year = 2027;",
        "[docs]: https://docs.example 'The docs'",
        "{{#include other.md}}",
        "```rust\n{{#rustdoc_include main.rs}}\n```",
        "{* ../../docs_src/main.py hl[1] *}",
        '<a id="top"></a>',
        "<!-- a note\n\nfor writers -->",
        "<script>\nlet a = 1;\n</script>",
        "[![Build](https://ci.example/build.svg)](https://ci.example)",
        "![A lamp](lamp.png)",
        "%% for me only %%",
        "![[embedded]]",
        "[TOC]",
        "***",
    ],
)
def test_what_no_reader_sees_is_no_text(hidden: str) -> None:
    assert found(f"Before it.\n\n{hidden}\n\nBehind it.\n") == [
        (Role.PARAGRAPH, "Before it."),
        (Role.PARAGRAPH, "Behind it."),
    ]


def test_duties_on_imports_are_text() -> None:
    assert found("import duties are paid here.\n") == [(Role.PARAGRAPH, "import duties are paid here.")]


def test_the_label_of_a_tab_stands_over_its_text_and_is_none() -> None:
    text = '<Tabs>\n<TabItem value="mac" label="macOS">\nDrag the app.\n</TabItem>\n</Tabs>\n\nThen start it.\n'
    assert headings(text, "Drag") == ["macOS"]
    assert headings(text, "Then") == []
    assert [piece for _, piece in found(text)] == ["Drag the app.", "Then start it."]


def test_rows_in_html_know_their_header() -> None:
    text = "<table>\n<tr><th>Day</th><th>Hour</th></tr>\n<tr>\n<td>Mon</td>\n<td>9</td>\n</tr>\n</table>\n"
    row = block(text, "Mon")
    assert row.role is Role.TABLE
    assert row.header is not None
    assert row.header.of(text) == "Day</th><th>Hour"


def test_a_list_of_links_is_marked() -> None:
    assert block("- [Install](install.md)\n- [Use](use.md)\n", "Use").quality is Quality.LINKS
