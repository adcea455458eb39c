"""What may others build on? Whoever changes this list changes what they wrote: say so in the change log."""

import retrieval

NAMES = """
Answer Block Bm25 Candidate Checked Comparison CorpusError Difference Document Excerpt Explanation FileChanges History
HistoryError KnownQuestion Librarian Library ModelError NothingToSummarize Pair PassageIndex Quote RankedPassage
Reranker RetrievalError RetrievalSettings Revision Reworded Role SemanticReranker Skipped SnapshotError Span
Suggestion Summary SynonymError Synonyms UnknownDocument UnknownRevision WordUse evaluate find_changes find_place
headings stretch_after stretch_around stretch_at stretch_before suggest_synonyms
""".split()


def test_the_public_names_are_these_and_each_is_there_and_explained() -> None:
    assert sorted(retrieval.__all__) == sorted(NAMES)
    assert all(getattr(retrieval, name).__doc__ for name in NAMES)
