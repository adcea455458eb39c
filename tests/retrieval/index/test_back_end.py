"""Ranking asks for nothing but what the protocol says: another back end gives the same ranking."""

from dataclasses import asdict
from pathlib import Path

import pytest

from retrieval.answers import excerpts
from retrieval.bm25.formula import Bm25
from retrieval.index.back_end import CandidateSource
from retrieval.index.index import Index
from retrieval.ingestion.folder import read_corpus
from retrieval.query.understanding import Query, understand
from retrieval.ranking.candidate import match
from retrieval.ranking.ranker import rank
from retrieval.ranking.signs import signs
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer
from tests.fakes.plain_back_end import PlainBackEnd

ANALYZER, FORMULA = Analyzer(), Bm25()
TEXTS = {
    "harbour.md": "# The harbour\n\nBy Ann Oldham, 3 May 1874\n\n## The lighthouse\n\nThe lamp was lit in 1874. "
    "A keeper watched it. Nobody else came near.\n\n- The keeper slept by day.\n- The lamp burned 12 hours.\n",
    "bakery.txt": "The bakery opens at six. The baker sells bread and fish.\n\nHow much fish is sold in the harbour "
    "office is not known. The keeper of the lighthouse buys 20 loaves a week.\n",
    "bridge.txt": "The bridge was opened by the mayor of Oldham in the winter of 1902. The office paid for it.\n",
}
QUESTIONS = (
    "When was the lamp of the lighthouse lit?",
    "who is the author?",
    "how many loaves does the keeper buy",
    "harbour office Oldham",
    "zymurgy?",
)


@pytest.fixture(scope="module")
def back_ends(tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, CandidateSource]:
    folder: Path = tmp_path_factory.mktemp("corpus")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    documents, _ = read_corpus(folder, max_file_mb=1)
    (late,) = (document for document in documents if document.id == "bridge.txt")
    grown = Index.of((one for one in documents if one is not late), ANALYZER, FORMULA).changed([late])
    assert len(grown.segments) == 2
    return grown, PlainBackEnd(grown.documents, ANALYZER, FORMULA)


def asked(question: str, index: Index) -> Query:
    return understand(question, index.vocabulary, Synonyms.general(ANALYZER), ANALYZER)


def place(index: CandidateSource, passage: int) -> tuple[str, int]:
    unit = index.units[index.passages[passage].first]
    return unit.document.id, unit.span.start


@pytest.mark.parametrize("source", ["", "bakery.txt"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_another_back_end_gives_the_same_ranking_reasons_and_excerpts(
    question: str, source: str, back_ends: tuple[Index, CandidateSource]
) -> None:
    query = asked(question, back_ends[0])
    one, other = (rank(query, index, source) for index in back_ends)
    places = [[place(index, at) for at in found.order] for index, found in zip(back_ends, (one, other), strict=True)]
    assert places[0] == places[1]
    assert [one.scores[at] for at in one.order] == pytest.approx([other.scores[at] for at in other.order])
    if one.order:
        weighed = [
            signs(match(query, index, found.order[0]), index)
            for index, found in zip(back_ends, (one, other), strict=True)
        ]
        assert asdict(weighed[0]) == pytest.approx(asdict(weighed[1]))
    shown = [
        [
            excerpts.excerpt(match(query, index, at.passage), index, at, ANALYZER).text
            for at in excerpts.windows(query, index, found, 3)
        ]
        for index, found in zip(back_ends, (one, other), strict=True)
    ]
    assert shown[0] == shown[1]
