"""What does BM25 give a passage? Inverted lists with exact statistics, made once, and the formula over them.

`builder` makes the `postings` of a run of passages, `inverted_index` puts several of them side by side; `formula` says
what a posting counts, `reference` who defines that.
"""
