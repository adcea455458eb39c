"""What changed in the documents, and since when?"""

from datetime import UTC, datetime
from pathlib import Path

from bot.replies.changes import of_changes
from bot.replies.model import Listing, Paragraph, Quote
from retrieval import Document, FileChanges, Librarian, RetrievalSettings, Revision
from retrieval import find_changes as find

OLD = (
    "# Shop\n\nRefunds take 14 days after the parcel has reached us. We sell tea.\n\n"
    "A parcel is sent on Mondays and on Thursdays only.\n"
)
NEW = (
    "# Our shop\n\nWe have a garden behind the house.\n\n"
    "Refunds take 30 days after the parcel has reached us. A parcel is sent on Mondays\nand on Thursdays only.\n"
)
MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)


def read(folder: Path, **texts: str) -> tuple[Document, ...]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return Librarian.open(folder, RetrievalSettings()).documents


def said(change: FileChanges) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    return (
        [excerpt.text for excerpt in change.added],
        [excerpt.text for excerpt in change.removed],
        [(pair.before.text, pair.after.text) for pair in change.reworded],
    )


def test_sentences_are_added_removed_and_reworded_and_a_moved_one_is_none_of_it(tmp_path: Path) -> None:
    (change,) = find({"faq.md": OLD}, read(tmp_path, faq=NEW))
    assert (change.file, change.kind) == ("faq.md", "changed")
    assert said(change) == (
        ["We have a garden behind the house."],
        ["We sell tea."],
        [
            ("Shop", "Our shop"),
            (
                "Refunds take 14 days after the parcel has reached us.",
                "Refunds take 30 days after the parcel has reached us.",
            ),
        ],
    )


def test_everything_is_quoted_from_the_text_of_its_time(tmp_path: Path) -> None:
    (change,) = find({"faq.md": OLD}, read(tmp_path, faq=NEW))
    before = [*change.removed, *(pair.before for pair in change.reworded)]
    after = [*change.added, *(pair.after for pair in change.reworded)]
    assert {excerpt.document.text for excerpt in before} == {OLD}
    assert {excerpt.document.text for excerpt in after} == {NEW}


def test_the_most_alike_sentences_are_paired(tmp_path: Path) -> None:
    old = "The ferry sails at nine from the north quay. The ferry sails at ten from the south quay.\n"
    new = "The ferry sails at ten from the south pier. The ferry sails at six from the north quay.\n"
    (change,) = find({"a.md": old}, read(tmp_path, a=new))
    assert [(pair.before.text[19:22], pair.after.text[19:22]) for pair in change.reworded] == [
        ("ten", "ten"),
        ("nin", "six"),
    ]


def test_new_and_lost_files_are_told_and_unchanged_ones_are_not(tmp_path: Path) -> None:
    found = find({"a.md": OLD, "gone.md": "We sell coffee.\n"}, read(tmp_path, a=OLD, fresh="We sell cocoa.\n"))
    assert [(change.file, change.kind, *said(change)[:2]) for change in found] == [
        ("fresh.md", "new", ["We sell cocoa."], []),
        ("gone.md", "gone", [], ["We sell coffee."]),
    ]


def test_a_renamed_file_is_told_with_what_changed_in_it(tmp_path: Path) -> None:
    found = find({"old.md": f"{OLD}\nWe open at nine.\n"}, read(tmp_path, fresh=f"{OLD}\nWe open at ten.\n"))
    (change,) = found
    assert (change.file, change.was, change.kind) == ("fresh.md", "old.md", "renamed")
    assert said(change) == ([], [], [("We open at nine.", "We open at ten.")])
    (listing, *_) = of_changes(found, Revision(1, MONDAY, "")).parts
    assert listing == Listing(("fresh.md: renamed from old.md, 1 reworded",))


def test_a_new_file_that_shares_a_sentence_with_one_that_is_gone_is_not_that_one(tmp_path: Path) -> None:
    found = find({"old.md": OLD}, read(tmp_path, fresh="We sell tea. We sell nuts. We open late.\n"))
    assert [change.kind for change in found] == ["new", "gone"]


def test_lines_broken_elsewhere_and_the_page_around_an_article_are_no_changes(tmp_path: Path) -> None:
    first = "The council of Seaport decided on Monday to rebuild the lighthouse that the storm had damaged."
    last = "Ruiz said that the harbour would stay open while the work goes on, and that no ship need wait."
    middle = "Fishermen had asked the council for it since the storm, because boats lose their way in fog."
    foot = "• Share\n• Print\n• Comment\n\n© 2031 Harbour Press"
    old = f"Lighthouse\n\n{first}\n\n{middle}\n\n{last}\n\n{foot}\n"
    new = f"Lighthouse\n\n{first.replace(' on ', chr(10) + 'on ')}\n\n{middle}\n\n{last}\n\n{foot.replace('1', '2')}\n"
    (tmp_path / "a.txt").write_text(new, encoding="utf-8")
    assert find({"a.txt": old}, Librarian.open(tmp_path, RetrievalSettings()).documents) == ()


def test_a_changed_heading_is_told(tmp_path: Path) -> None:
    (change,) = find({"a.md": "# Pump\n\n## Seal it with tape\n"}, read(tmp_path, a="# Pump\n\n## Seal it with glue\n"))
    assert said(change) == ([], [], [("Seal it with tape", "Seal it with glue")])


def test_an_item_with_another_number_has_not_changed(tmp_path: Path) -> None:
    old, new = "1. Be kind.\n2. No spam.\n", "1. Be on time.\n2. Be kind.\n3. No spam.\n"
    (change,) = find({"a.md": old}, read(tmp_path, a=new))
    assert said(change) == (["1. Be on time."], [], [])


def test_what_stood_in_many_files_is_told_once(tmp_path: Path) -> None:
    menu = "Buy our calendar with pictures of boats today.\n\n"
    bodies = {name: f"The {name} of the harbour is painted every year in spring, as it always was.\n" for name in "abc"}
    old = {f"{name}.md": menu + body for name, body in bodies.items()}
    assert [said(change)[1] for change in find(old, read(tmp_path, **bodies))] == [[menu.strip()]]


def test_the_reply_counts_all_and_quotes_as_much_as_is_asked_for(tmp_path: Path) -> None:
    changes = find(
        {"faq.md": OLD}, read(tmp_path, faq=NEW, long="One is a number. " * 2 + "Two too. Three too. Four.\n")
    )
    reply = of_changes(changes, Revision(1, MONDAY, ""), limit=2)
    assert [part.rows for part in reply.parts if isinstance(part, Listing)] == [
        ("faq.md: 2 reworded, 1 added, 1 removed", "long.md: new, 5 sentences")
    ]
    assert [part.excerpt.text[:12] for part in reply.parts if isinstance(part, Quote)] == [
        "Shop",
        "Our shop",
        "Refunds take",
        "Refunds take",
    ]
    assert reply.parts[-1] == Paragraph("7 more changes are not shown.")
