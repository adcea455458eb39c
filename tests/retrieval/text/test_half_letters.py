"""Does half a letter, as a broken name or message has it, make anything fail?"""

from retrieval import Document, Librarian, RetrievalSettings, Source, find_changes
from retrieval.ingestion.formats.registry import read

TEXT = "The walrus \ud83e sleeps. It wakes at nine."


def test_it_is_checked_and_asked_as_any_other_text() -> None:
    document = read(Source("a.txt", b"The walrus sleeps. It wakes at nine.\n")).document("a.txt")
    librarian = Librarian([document], (), RetrievalSettings())
    assert [checked.verdict for checked in librarian.check(TEXT)][1] == "verbatim"
    assert librarian.ask(TEXT).excerpts


def test_what_changed_in_such_a_text_is_told() -> None:
    now = Document("a.txt", "", "The walrus sleeps.\n", ())
    assert find_changes({"a.txt": TEXT}, [now])
