"""A segment knows of its documents what reading each of their sentences alone would tell."""

from collections import Counter
from itertools import pairwise

import pytest

from retrieval.bm25.formula import Bm25
from retrieval.documents.model import Document
from retrieval.documents.passages import passages, units
from retrieval.index.segment import Segment
from retrieval.index.segment_writer import segment_of
from retrieval.index.vocabulary import WordCounts
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from tests.fakes.read_texts import document as read_text

ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(language("en"))
TEXTS = (
    "# The Mill\n\nIt opened in 1874. Who paid 150,000 for it? The U.S. did!\n\n- flour\n- bread\n\n```\nrun mill\n```",
    "LOUD NEWS OF THE US\n\nTHE HARBOUR IS CLOSED. THEY SAY SO.",
    "A quiet start, and what they saw of it was not what it is.\n\nTHE US IS LOUD IN THE MIDDLE.\n\n東京タワーは赤い。"
    "Tokyo's tower is red。次の文です。",
    "",
    "The e-mail of the secre-\ntary (maxSize 2.1.0, 10.000 € at 5 pm) is by Wi-Fi. See node.js.",
    "By Ann Miller\nMarch 4, 2025\n\nO’Brien’s “naïve” plan failed… it’s over.The end.It was late",
)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [read_text(f"{n}.md", text) for n, text in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def segment(documents: list[Document]) -> Segment:
    return segment_of(documents, ANALYZER, Bm25(k1=0.9, b=0.4))


def test_units_and_passages_are_those_of_each_document(documents: list[Document], segment: Segment) -> None:
    for number, document in enumerate(documents):
        first, last = segment.unit_bounds[number : number + 2].tolist()
        expected = list(units(document))
        assert [segment.unit(at) for at in range(first, last)] == expected
        assert all(segment.document_of(at) == number for at in range(first, last))
        found = [segment.passage(at) for at in range(*segment.passage_bounds[number : number + 2].tolist())]
        assert [(run.first - first, run.last - first) for run in found] == [
            (p.first, p.last) for p in passages(expected)
        ]


def test_the_terms_of_a_unit_are_those_of_its_text_alone(segment: Segment) -> None:
    for at in range(len(segment.unit_block)):
        unit = segment.unit(at)
        terms, forms = ANALYZER.of(unit.language).all_terms(unit.text)
        assert [segment.terms[number] for number in segment.terms_between(at, at + 1)] == terms
        assert segment.by_unit.lengths[at] == len(terms) - forms


def test_a_block_has_the_terms_of_its_units(segment: Segment) -> None:
    for at, (first, last) in enumerate(pairwise(segment.block_starts.tolist())):
        assert len({id(segment.unit(unit).block) for unit in range(first, last)}) == 1
        assert segment.by_block.lengths[at] == sum(segment.by_unit.lengths[first:last])


def test_the_words_of_the_texts_are_counted_once_each(documents: list[Document], segment: Segment) -> None:
    counts = WordCounts().with_documents(documents, ANALYZER)
    known = segment.words.words[:]
    assert Counter(known).most_common(1)[0][1] == 1
    assert dict(zip(known, segment.words.counts.tolist(), strict=True)) == counts.words
    assert {word: n for word, n in zip(known, segment.words.capitals.tolist(), strict=True) if n} == +counts.capitals
    assert {term: segment.words.of_term(term) for term in counts.terms} == counts.terms
    (mill,) = (at for at, word in enumerate(known) if word == "mill")
    assert segment.terms[int(segment.words.term_of[mill])] == ANALYSIS.term("mill")
