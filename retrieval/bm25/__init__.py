"""Inverted lists of passages: built once, kept in one file, searched by BM25, changed at once.

A question goes down: `passage_index` (ids and texts, changes) → `state` (what one search sees) → `index` (all segments,
exact statistics) → `searching` or `kernels` (the best of one segment) → `segment` (the lists of a run of passages).
Lists are made by `building` and joined by `merging`; `formula` says what a posting counts, `reference` who defines
that, and `snapshot` how arrays stand in a file.
"""
