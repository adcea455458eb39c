"""How are plain passages searched, without files and documents? Built once, kept in one file, changed at once.

A question goes down: `index` (ids and texts, changes) → `searcher` (what one search sees) → `top_k` or `top_k_numba`
(the best of each segment). `merger` joins segments.
"""
