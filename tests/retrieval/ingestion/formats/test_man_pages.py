"""Manual pages as `man` writes them: headings, usage, and options with what they do."""

from pathlib import Path

from retrieval import Librarian, RetrievalSettings
from retrieval.documents.model import Role
from retrieval.ingestion.formats.man_pages import blocks_of, is_manual_page

PAGE = """TIDE(1)                      General Commands                     TIDE(1)

NAME
       tide - tell the tide of a harbour

SYNOPSIS
   Short form
       tide [-h HARBOUR] [-d DAY]
       [--json]

DESCRIPTION
       tide prints the times of high and low water of a harbour. Without a
       harbour it takes the one of the settings.

OPTIONS
       -h HARBOUR
              The harbour whose tide is told.

              Its name may be cut short.
       -d DAY The day, as 2026-05-04; today without it.
       --json
              Print one JSON object instead of a table.

EXIT STATUS
       0 if all went well, 1 if the harbour is not known.

1.4                              2026-05-04                       TIDE(1)
"""


def test_a_manual_page_is_told_by_its_first_line_and_its_name() -> None:
    assert is_manual_page(PAGE)
    assert is_manual_page(PAGE.replace("\n", "\r\n"))
    assert not is_manual_page(PAGE.partition("\n")[2])
    assert not is_manual_page("Rules (new)\n\nNAME\nBoat - a thing that swims\n")


def test_headings_usage_and_options_are_told_apart() -> None:
    found = [(block.role, " ".join(block.span.of(PAGE).split())) for block in blocks_of(PAGE)]
    assert [text for role, text in found if role is Role.HEADING] == [
        "NAME",
        "SYNOPSIS",
        "Short form",
        "DESCRIPTION",
        "OPTIONS",
        "EXIT STATUS",
    ]
    assert [text for role, text in found if role is Role.TITLE] == ["tide - tell the tide of a harbour"]
    assert [text for role, text in found if role is Role.CODE] == ["tide [-h HARBOUR] [-d DAY] [--json]"]
    assert [text for role, text in found if role is Role.ITEM] == [
        "-h HARBOUR The harbour whose tide is told.",
        "Its name may be cut short.",
        "-d DAY The day, as 2026-05-04; today without it.",
        "--json Print one JSON object instead of a table.",
    ]
    assert sum(role is Role.CHROME for role, _ in found) == 2


def test_an_option_is_found_and_summarized_with_its_description(tmp_path: Path) -> None:
    (tmp_path / "tide.txt").write_text(PAGE, encoding="utf-8")
    librarian = Librarian.open(tmp_path, RetrievalSettings())
    assert "-d DAY The day" in librarian.ask("how do I choose the day?").excerpts[0].text
    summary = [" ".join(excerpt.text.split()) for excerpt in librarian.summarize("tide.txt", 5).sentences]
    assert summary[0].startswith("tide prints the times of high and low water of a harbour.")
    assert any(line.startswith("--json Print") for line in summary)
    assert not any("[--json]" in line for line in summary)
