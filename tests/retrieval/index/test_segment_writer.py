"""A segment knows of its documents what reading each of their sentences alone would tell."""

from collections import Counter

import numpy as np
import pytest

from retrieval.bm25.formula import Bm25
from retrieval.bm25.postings import Postings
from retrieval.documents.model import Document
from retrieval.documents.passages import passages, units
from retrieval.documents.unit import Unit
from retrieval.index.fields import section_fields, title_fields
from retrieval.index.segment import Segment
from retrieval.index.segment_writer import segment_of
from retrieval.index.vocabulary import WordCounts
from retrieval.index.weighted import CONTEXT, SHORTEST, WHOLE
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from tests.fakes.read_texts import document as read_text

ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(language("en"))
TEXTS = (
    "# The Mill\n\nIt opened in 1874. Who paid 150,000 for it? The U.S. did!\n\n## Goods\n\nWe sell two things:\n\n\n"
    "- flour\n- bread\n\n```\nrun mill\n```\n\nPrices follow.\n\n| Bread | Price |\n|---|---|\n| Rye | 3 |\n\n"
    "### Nothing stands below",
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


def test_a_passage_is_searched_by_its_text_and_less_by_what_stands_above_it(segment: Segment) -> None:
    for at in range(len(segment.edges)):
        run = segment.passage(at)
        first = segment.unit(run.first)
        text = [
            term
            for unit in range(run.first, run.last)
            if not segment.unit(unit).is_heading
            for term in ANALYZER.of(segment.unit(unit).language).all_terms(segment.unit(unit).text)[0]
        ]
        section = section_fields(heading_of(segment, run.first), title_fields(first.document, ANALYZER), ANALYZER)
        around = {
            term
            for unit in range(run.first, run.last)
            for above in segment.context[unit].tolist()
            if above >= 0
            for term in ANALYZER.of(segment.unit(above).language).all_terms(segment.unit(above).text)[0]
        }
        expected = Counter({term: WHOLE * n for term, n in Counter(text).items()})
        expected.update(section)
        expected.update(dict.fromkeys(around, CONTEXT))
        assert {segment.terms[term]: n for term, n in segment.counts_of(run).items()} == expected
        assert listed(segment.by_passage, at) == expected
        assert segment.by_passage.lengths[at] == max(SHORTEST, len(text))


def heading_of(segment: Segment, unit: int) -> Unit:
    """The first unit of the section of a unit."""
    while unit and segment.unit(unit - 1).section == segment.unit(unit).section:
        unit -= 1
    return segment.unit(unit)


def listed(postings: Postings, passage: int) -> dict[str, int]:
    """The terms in whose lists a passage stands, and its counts there."""
    found = {}
    for place, term in enumerate(postings.terms()):
        passages, counts = postings.postings(place)
        at = int(np.searchsorted(passages, passage))
        if at < len(passages) and passages[at] == passage:
            found[term.decode()] = int(counts[at])
    return found


def test_a_row_stands_below_its_header_and_an_item_below_its_lead_in(segment: Segment) -> None:
    shown = {
        segment.unit(at).text: [segment.unit(n).text for n in segment.context[at].tolist() if n >= 0]
        for at in range(len(segment.unit_block))
    }
    assert shown["- flour"] == ["We sell two things:"]
    assert shown["| Rye | 3 |"] == ["| Bread | Price |"]
    assert shown["| Bread | Price |"] == []


def test_the_words_of_the_texts_are_counted_once_each(documents: list[Document], segment: Segment) -> None:
    counts = WordCounts().with_documents(documents, ANALYZER)
    known = segment.words.words[:]
    assert Counter(known).most_common(1)[0][1] == 1
    assert dict(zip(known, segment.words.counts.tolist(), strict=True)) == counts.words
    assert {word: n for word, n in zip(known, segment.words.capitals.tolist(), strict=True) if n} == +counts.capitals
    assert {term: segment.words.of_term(term) for term in counts.terms} == counts.terms
    (mill,) = (at for at, word in enumerate(known) if word == "mill")
    assert segment.terms[int(segment.words.term_of[mill])] == ANALYSIS.term("mill")
