"""Are documents found by their names as by looking at each of them, and quickly among very many?"""

import random
import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from retrieval import Document, UnknownDocument, document_key
from retrieval.documents import names
from retrieval.documents.catalogue import Catalogue
from retrieval.documents.names import Names

WORDS = (
    "report harbour notes meeting summary budget minutes draft policy handbook guide README Straße Übersicht 議事録"
).split()


def catalogue(ids: Sequence[str], before: Catalogue | None = None) -> Catalogue:
    return Catalogue([Document(name, "", "text", ()) for name in sorted(ids)], before)


def looked_through(ids: Sequence[str], typed: str, limit: int) -> tuple[str, ...]:
    """What fits, by looking at each name."""
    typed = typed.strip().casefold()
    holding = sorted((n for n in ids if typed in n.casefold()), key=lambda n: (n.casefold().find(typed), n))
    if holding or not typed:
        return tuple(holding[:limit])
    alike = process.extract(typed, ids, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=60, limit=limit)
    return tuple(name for name, _, _ in alike)


def many(count: int) -> list[str]:
    chance = random.Random(3)  # noqa: S311 - the same names every time
    return sorted(
        f"docs/{chance.choice(WORDS)}/{chance.choice(WORDS)}-{chance.choice(WORDS)}-{at}.md" for at in range(count)
    )


ID = st.text(st.sampled_from("abAB/.-ßİé議🦭 \n"), min_size=1, max_size=8)


@given(ids=st.sets(ID, max_size=12), typed=st.text(st.sampled_from("abAB/.-ßiİé議🦭 \n\0"), max_size=4))
def test_completing_gives_what_looking_at_each_name_gives(ids: set[str], typed: str) -> None:
    for limit in (1, 3, 25):
        assert Names(sorted(ids)).complete(typed, limit) == looked_through(sorted(ids), typed, limit)


@pytest.mark.parametrize(
    "typed", ["d", "DOCS/", "harbour-notes", "ber", "strasse", "-77", "md", "議事", "/readme-readme-"]
)
def test_so_it_does_with_many_names(typed: str) -> None:
    ids = many(3_000)
    assert Names(ids).complete(typed, 25) == looked_through(ids, typed, 25)


def test_of_many_names_those_that_resemble_it_most_are_found_all_the_same() -> None:
    ids = [*many(3_000), "docs/lighthouse-keepers.md", "docs/walrus census.md"]
    assert len(ids) > names.COMPARED
    for typed in ("lighthose kepers", "lihgthouse-keepers.md", "walrus cenus", "census walrsu"):
        assert Names(ids).complete(typed, 1) == looked_through(ids, typed, 1)
    assert Names(ids).complete("zzzzzz", 5) == ()


@given(ids=st.sets(ID, max_size=12), name=ID)
def test_a_document_is_found_by_id_and_by_a_file_name_that_no_other_has(ids: set[str], name: str) -> None:
    known = catalogue(list(ids))
    named = [one for one in ids if one == name] or [one for one in ids if one.rpartition("/")[2] == name]
    if len(named) == 1:
        assert known.find(name).id == named[0]
    else:
        assert known.get(name) is None
        with pytest.raises(UnknownDocument):
            known.find(name)


def test_a_key_finds_its_document_before_and_after_a_change() -> None:
    first = catalogue(["a.md", "b/a.md"])
    assert [first.with_key(document_key(name)) for name in ("a.md", "b/a.md")] == [
        first.get("a.md"),
        first.get("b/a.md"),
    ]
    second = catalogue(["b/a.md", "c.md"], catalogue(["a.md", "b/a.md"], first))
    assert second.with_key(document_key("a.md")) is None
    assert second.with_key(document_key("c.md")) is second.get("c.md")
    assert second.with_key("no key") is None


def test_keys_stay_as_they_are_since_buttons_hold_them() -> None:
    assert document_key("handbook/leave.md") == "CRV0vnb5"


LOOK_UPS: dict[str, Callable[[Catalogue], object]] = {
    "an id": lambda known: known.get("docs/none.md"),
    "a key": lambda known: known.with_key(document_key("docs/none.md")),
    "a letter": lambda known: known.complete("o", 25),
    "what all begin with": lambda known: known.complete("docs/", 25),
    "the middle of names": lambda known: known.complete("harbour-notes-77", 25),
    "a misspelling": lambda known: known.complete("harbuor-notse.md", 25),
}


def quickest_s(work: Callable[[], object]) -> float:
    def took() -> float:
        before = time.perf_counter()
        work()
        return time.perf_counter() - before

    return min(took() for _ in range(9))


def test_no_look_up_goes_through_all_documents() -> None:
    ids = many(50_000)
    known = catalogue(ids)
    through_all = quickest_s(lambda: [name for name in ids if "no such part" in name.casefold()])
    for what, look_up in LOOK_UPS.items():
        look_up(known)  # makes its table
        assert quickest_s(lambda: look_up(known)) < through_all, what  # noqa: B023 - called before the next one
