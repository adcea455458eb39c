"""Words that are kept as letters in one array come back as they were."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.storage.string_table import StringTable

TEXTS = st.sets(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=6), max_size=30)


@given(TEXTS)
def test_every_string_is_found_under_its_number(texts: set[str]) -> None:
    strings = StringTable.of(texts)
    assert sorted(strings) == sorted(texts) == sorted(strings[:])
    assert [strings[strings.find(text)] for text in texts] == list(texts)


@given(TEXTS, st.text(min_size=1))
def test_a_string_that_is_none_of_them_is_not_found(texts: set[str], other: str) -> None:
    assert StringTable.of(texts - {other}).find(other) == -1


@given(TEXTS, st.integers(1, 6), st.integers(1, 6))
def test_those_with_the_same_first_sign_and_about_the_same_length_are_found(texts: set[str], a: int, b: int) -> None:
    for first in {text[0] for text in texts} | {"x"}:
        wanted = {text for text in texts if text[0] == first and a <= len(text) <= b}
        assert set(StringTable.of(texts).alike(first, a, b)) == wanted


def test_a_part_of_them_is_a_list() -> None:
    strings = StringTable.of(["c", "a", "bb", "b"])
    assert strings[:] == ["a", "b", "bb", "c"]
    assert strings[1:3] == ["b", "bb"]
    assert strings[::-2] == ["c", "b"]
    assert StringTable.of([])[:] == []
