"""A shelf knows of its documents what reading each of their sentences alone would tell."""

from collections import Counter
from itertools import pairwise

import pytest

from retrieval.bm25.formula import Bm25
from retrieval.documents.model import Document
from retrieval.documents.passages import passages, units
from retrieval.index.segment import Shelf
from retrieval.index.segment_writer import filled
from retrieval.index.vocabulary import words_of
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from tests.fakes.read_texts import document as read_text

ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(language("en"))
TEXTS = (
    "# The Mill\n\nIt opened in 1874. Who paid 150,000 for it? The U.S. did!\n\n- flour\n- bread\n\n```\nrun mill\n```",
    "LOUD NEWS OF THE US\n\nTHE HARBOUR IS CLOSED. THEY SAY SO.",
    "A quiet start.\n\nTHE US IS LOUD IN THE MIDDLE.\n\n東京タワーは赤い。Tokyo's tower is red。次の文です。",
    "",
    "By Ann Miller\nMarch 4, 2025\n\nO’Brien’s “naïve” plan failed… it’s over.The end.It was late",
)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [read_text(f"{n}.md", text) for n, text in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def shelf(documents: list[Document]) -> Shelf:
    return filled(documents, ANALYZER, Bm25(k1=0.9, b=0.4))


def test_units_and_passages_are_those_of_each_document(documents: list[Document], shelf: Shelf) -> None:
    for number, document in enumerate(documents):
        first, last = shelf.unit_bounds[number : number + 2].tolist()
        expected = list(units(document))
        assert [shelf.unit(at) for at in range(first, last)] == expected
        assert all(shelf.document_of(at) == number for at in range(first, last))
        found = [shelf.passage(at) for at in range(*shelf.passage_bounds[number : number + 2].tolist())]
        assert [(run.first - first, run.last - first) for run in found] == [
            (p.first, p.last) for p in passages(expected)
        ]


def test_the_terms_of_a_unit_are_those_of_its_text_alone(shelf: Shelf) -> None:
    for at in range(len(shelf.unit_block)):
        terms = ANALYSIS.terms(shelf.unit(at).text)
        assert [shelf.terms[number] for number in shelf.terms_between(at, at + 1)] == terms
        assert shelf.by_unit.lengths[at] == len(terms)


def test_a_block_has_the_terms_of_its_units(shelf: Shelf) -> None:
    for at, (first, last) in enumerate(pairwise(shelf.block_starts.tolist())):
        assert len({id(shelf.unit(unit).block) for unit in range(first, last)}) == 1
        assert shelf.by_block.lengths[at] == len(shelf.terms_between(first, last))


def test_the_words_of_the_texts_are_counted_once_each(documents: list[Document], shelf: Shelf) -> None:
    alone = words_of([document.text for document in documents], ANALYSIS)
    assert shelf.words.words[:] == alone.words[:]
    assert shelf.words.counts.tolist() == alone.counts.tolist()
    assert shelf.words.capitals.tolist() == alone.capitals.tolist()
    of_alone = [alone.terms[term] for term in alone.term_of.tolist()]
    assert [shelf.terms[term] for term in shelf.words.term_of.tolist()] == of_alone
    assert Counter(shelf.words.words[:]).most_common(1)[0][1] == 1
