"""What may others build on? Whoever changes this list changes what they wrote: say so in the change log."""

import retrieval

NAMES = """
Analyzer Answer Block Bm25 Candidate Checked Comparison CorpusError CorpusFolder Difference Document Excerpt
Explanation FileChanges Format GoldQuote Haste Histories History HistoryError KnownQuestion LeftOut LeftOutReason
Librarian
Library Locator LocatorKind MAX_REVISIONS MODEL_SIZE_MB ModelError NothingToSummarize Pair Part PassageIndex
Quality RankedPassage Reading Refused Reranker Rest RestKind RetrievalError RetrievalSettings Revision Reworded
Role Run SemanticReranker SkipReason Skipped SnapshotError Source Span Suggestion Summary SynonymError Synonyms
UnknownDocument UnknownRevision WordUse copy_model document_key evaluate fetch_model find_changes find_place
headings is_courtesy is_model left_out packaged_model parts private_folder processors read_file remove_abandoned
stretch_after stretch_around stretch_at stretch_before suffixes suggest_synonyms without_noise write_whole
""".split()


def test_the_public_names_are_these_and_each_is_there_and_explained() -> None:
    assert sorted(retrieval.__all__) == sorted(NAMES)
    assert all(getattr(retrieval, name).__doc__ for name in NAMES)
