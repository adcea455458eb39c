"""Every line that a reader of a document sees belongs to a block that is searched and can be quoted."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Document, LeftOutReason, left_out
from retrieval.documents.passages import passages, units
from retrieval.ingestion.folder import read_corpus
from tests.fakes.read_texts import document

SHARED = Path(__file__).parents[3] / "shared"

SEEN = st.integers(0, 999).map(lambda number: f"seen{number}")
HIDDEN = st.integers(0, 999).map(lambda number: f"hidden{number}")


def around(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*(part if isinstance(part, st.SearchStrategy) else st.just(part) for part in parts)).map("".join)


MARKDOWN = st.one_of(
    around("# ", SEEN),
    around("## 3.2 ", SEEN, " {#", HIDDEN, "}"),
    around(SEEN, "\n====="),
    around("- ", SEEN, "\n  - ", SEEN, "\n    1. ", SEEN, "\n\n  ", SEEN),
    around("3) ", SEEN),
    around("```", HIDDEN, "\n", SEEN, "\n```"),
    around("    ", SEEN),
    around("> ", SEEN, "\n> - ", SEEN),
    around("> [!", "note", "] ", SEEN, "\n> ", SEEN),
    around('!!! note "', SEEN, '"\n\n    ', SEEN, "\n\n    - ", SEEN),
    around(":::tip ", SEEN, "\n", SEEN, "\n:::"),
    around("| ", SEEN, " | ", SEEN, " |\n|---|---|\n| ", SEEN, " | |"),
    around("<details>\n<summary>", SEEN, "</summary>\n", SEEN, "\n</details>"),
    around('<div class="', HIDDEN, '">\n\n', SEEN, "\n\n</div>"),
    around('<Tab value="', HIDDEN, '">\n', SEEN, "\n</Tab>"),
    around("<table><tr><td>", SEEN, "</td><td>", SEEN, "</td></tr></table>"),
    around('<img src="', HIDDEN, '">'),
    around("<!-- ", HIDDEN, " -->"),
    around("[", HIDDEN, "]: https://", HIDDEN, ".example"),
    around("[^1]: ", SEEN),
    around(SEEN, "\n: ", SEEN),
    around("import ", HIDDEN, " from '", HIDDEN, "'"),
    around("{{#include ", HIDDEN, "}}"),
    around("[![", HIDDEN, "](https://", HIDDEN, ".example)](https://", HIDDEN, ".example)"),
    around("**", SEEN, "?**\n\n", SEEN),
    around("Q: ", SEEN, "\nA: ", SEEN),
    around(SEEN, " ", SEEN, ".\n", SEEN),
    st.just("---"),
)
PLAIN = st.one_of(
    around(SEEN),
    around(SEEN, ": ", SEEN),
    around(SEEN, ".\n", SEEN),
    around("By ", SEEN),
    around(SEEN, "\n-----"),
    around("• ", SEEN, "\n  • ", SEEN),
    around("4. ", SEEN),
    around("| ", SEEN, " | ", SEEN, " |\n|---|---|\n| ", SEEN, " |"),
    around(SEEN, "?\n", SEEN),
    around("12:04 ", SEEN, ": ", SEEN),
    around("The harbour council voted on Monday to rebuild the old lighthouse and ", SEEN, " pays for it."),
    around("© 2031 ", SEEN, "\n", SEEN, "@harbour.example"),
    around(".. note:: ", SEEN, "\n\n   ", SEEN),
    around(".. code-block:: ", HIDDEN, "\n\n   ", SEEN),
    around(SEEN, "\n======="),
    around("=====  =====\n", SEEN, "  ", SEEN, "\n=====  =====\n", SEEN, "  ", SEEN, "\n=====  ====="),
)


def quoted(found: Document) -> str:
    """All that can be quoted of the document."""
    return " ".join(unit.text for unit in units(found))


def searched(found: Document) -> str:
    """All that the document is found by: its passages, the headings above them, and its names."""
    pieces = list(units(found))
    runs = [(pieces[one.first], pieces[one.first : one.last]) for one in passages(pieces)]
    above = [place.of(found.text) for first, _ in runs for place in first.block.headings]
    return " ".join([*(unit.text for _, run in runs for unit in run), *above, found.title, *found.aliases])


def words_of(text: str, kind: str) -> set[str]:
    return set(re.findall(rf"{kind}\d+", text))


@pytest.mark.parametrize(("name", "parts"), [("a.md", MARKDOWN), ("a.txt", PLAIN)])
@given(data=st.data(), newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_a_reader_sees_is_searched_and_quoted_and_what_nobody_sees_is_not(
    name: str, parts: st.SearchStrategy[str], data: st.DataObject, newline: str
) -> None:
    text = "\n\n".join(data.draw(st.lists(parts, max_size=12))).replace("\n", newline)
    found = document(name, text)
    assert words_of(text, "seen") <= words_of(searched(found), "seen")
    assert words_of(text, "seen") <= words_of(quoted(found), "seen")
    assert not words_of(quoted(found), "hidden")


def folders() -> list[Path]:
    return (
        [*sorted((SHARED / "cases" / "cases").glob("*/docs")), SHARED / "cases" / "filler"] if SHARED.is_dir() else []
    )


_NOTHING_TO_SEE = re.compile(
    r"""[\W_]*$ | \s*(?:`{3,}|~{3,}) | [>\s]*<[^>]*>?[\W_]*$ | (?:</?[\w.-]+[^<>]*>\W*)+$ | \s*<!-- | .*-->\s*$
    | import\s | export\s | \s*\[[^\]^]+\]: | .*!\[ | \s*[:/]{3,} | \s*!!! | \s*\?\?\? | \s*%%
    | \s*\{[%{*:\#] | \s*\.\. | \s*:[\w-]+: | >?\s*\[!\w+\] | [\w-]+:\s*$
    | (?:id|slug|draft|layout|sidebar_\w+):""",
    re.VERBOSE,
)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.parent.name)
def test_of_real_folders_only_lines_without_words_for_a_reader_are_left_out(folder: Path) -> None:
    for found in read_corpus(folder, max_file_mb=10)[0]:
        for line in left_out(found):
            assert line.reason is LeftOutReason.PAGE or _NOTHING_TO_SEE.match(line.text), (found.id, line.text)
