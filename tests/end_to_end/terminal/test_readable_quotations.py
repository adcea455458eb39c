"""Is what the command line quotes readable, each kind as what it is, while scripts get the exact slice?"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

ROWS = "\n".join(f"| part {n} | {n} euros | on the shelf that stands behind the door of room {n} |" for n in range(20))
TEXT = f"""# Parts

**Every** part is in [the list](list.md), see [the site](https://example.org/parts) {{ #parts }}

| Name | Price | Place |
|---|---|---|
{ROWS}

## Order

To order:

1. Write to *Ida*.
2. Run `order --all`.

```sh
order --all **now**
```
"""

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_a_row_is_shown_as_pairs_and_json_has_the_exact_slice(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(TEXT, encoding="utf-8")
    said = quoth("ask", "price of part 17?", "--corpus", str(tmp_path / "docs")).stdout.decode()
    assert "│ Name: part 17 · Price: 17 euros · Place: on the shelf" in said
    assert "more rows" in said
    done = quoth("ask", "price of part 17?", "--json", "--corpus", str(tmp_path / "docs"))
    excerpt = json.loads(done.stdout)["excerpts"][0]
    assert excerpt["text"] == TEXT[excerpt["start"] : excerpt["end"]]
    assert [place["text"] for place in excerpt["context"]] == ["| Name | Price | Place |"]
    assert excerpt["left_out"]["kind"] == "rows"


def test_marks_of_markdown_are_not_shown_and_steps_keep_their_numbers(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(TEXT, encoding="utf-8")
    said = quoth("ask", "how do I order?", "--corpus", str(tmp_path / "docs")).stdout.decode()
    assert "│ To order:\n│\n│ 1. Write to Ida.\n│ 2. Run `order --all`.\n│\n│ order --all **now**\n" in said
    said = quoth("ask", "site with every part", "--corpus", str(tmp_path / "docs")).stdout.decode()
    assert "│ Every part is in the list, see the site (https://example.org/parts)\n" in said
