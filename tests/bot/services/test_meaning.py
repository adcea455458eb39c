"""Is the model offered once, found where it is, and are new sentences read while Quoth serves?"""

from pathlib import Path

import pytest

from bot.services import meaning
from retrieval import Library, RetrievalSettings, SemanticReranker
from tests.fakes.tiny_model import write_tiny_model
from tests.fakes.waiting import until
from tests.fakes.written_documents import put


def test_a_model_is_offered_until_one_is_there_or_declined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "packaged_model", lambda: None)
    data, other = tmp_path / "data", tmp_path / "other"
    assert meaning.is_open("auto", data)
    assert "quoth semantic fetch" in meaning.look_at_meaning("auto", data).remedy
    assert not meaning.is_open("none", data)
    assert meaning.model_of("none", data) is None
    assert meaning.model_of("somewhere", data) == Path("somewhere")
    meaning.decline(data)
    assert not meaning.is_open("auto", data)
    write_tiny_model(meaning.model_place(other))
    assert not meaning.is_open("auto", other)
    assert meaning.model_of("auto", other) == meaning.model_place(other)
    assert not meaning.look_at_meaning("auto", other).remedy
    monkeypatch.setattr(meaning, "packaged_model", lambda: other)
    assert meaning.model_of("auto", data) == other


def test_sentences_are_read_in_the_background_and_new_ones_when_documents_changed(tmp_path: Path) -> None:
    put(tmp_path / "docs" / "walrus.txt", b"The walrus eats clams. It sleeps on the ice.\n")
    reranker = SemanticReranker.open(write_tiny_model(tmp_path / "model"))
    library = Library(tmp_path / "docs", RetrievalSettings(), None, reranker)
    with meaning.learning(library, reranker) as changed:
        until(lambda: reranker.known == 3)
        put(tmp_path / "docs" / "refunds.txt", b"Refunds may be paid.\n")
        library.refresh()
        changed.set()
        until(lambda: reranker.known == 5)
    with meaning.learning(library, None):
        pass
