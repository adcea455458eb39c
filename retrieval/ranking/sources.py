"""What is a document, by its name, and what does a passage begin with? Some kinds are seldom what one asks for."""

import re
from collections.abc import Mapping

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.documents.model import Quality
from retrieval.index.back_end import CandidateSource
from retrieval.query.understanding import Query

LOG, OLD, CONTENTS = 0.75, 0.75, 0.6
"""What the score of a change log, of an old version beside the current one, and of a table of contents counts, unless
the question asks for changes or for what was. Without all three, 2 of 298 questions to documentation and communities
are lost at hit@1."""
QUALITIES: Mapping[Quality, float] = {Quality.LINKS: 0.7, Quality.FURNITURE: 0.7, Quality.FRONT: 0.8}
"""What a passage counts by what it begins with. For whoever reads: none of them moves more than 1 of the 298."""

_LOG = re.compile(r"(?i:change-?log|release-?notes|changes|releases|whatsnew)|HISTORY|(?:release|version)[-_]history")
"""A file "history" tells of a club or a town, "HISTORY" of versions, as is the custom among programmers."""
_ASKED_CHANGES = frozenset("change changed changes new version release released fixed removed added since when".split())
_ASKED_OLD = frozenset("old older previous former earlier archive v1 then was were did".split())
_VERSION = re.compile(r"\d\.\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|version 1")


def factors(query: Query, index: CandidateSource, passages: Positions) -> Floats:
    """What the score of each of the passages counts, above 0, 1 for most."""
    names, column = np.unique(index.document_order(passages), return_inverse=True)
    first = {int(at): row for row, at in reversed([*enumerate(column)])}
    ids = [index.units[index.passages[int(passages[first[at]])].first].document.id for at in range(len(names))]
    by_document = np.array([_factor(query, name, is_old=name in index.older) for name in ids])
    by_quality = np.array([QUALITIES.get(quality, 1.0) for quality in index.qualities(passages)])
    found: Floats = by_document[column] * by_quality
    return found


def is_log(document_id: str) -> bool:
    """Whether the document is a log of versions, by its file name."""
    return _LOG.search(document_id.rpartition("/")[2]) is not None


def _factor(query: Query, document_id: str, *, is_old: bool) -> float:
    name = document_id.rpartition("/")[2]
    factor = CONTENTS if name.upper().startswith("SUMMARY") else 1.0
    tells_version = _VERSION.search(query.text) is not None
    if is_log(document_id) and not tells_version and query.words.isdisjoint(_ASKED_CHANGES):
        factor *= LOG
    if is_old and not tells_version and query.words.isdisjoint(_ASKED_OLD) and not _YEAR.search(query.text):
        factor *= OLD
    return factor
