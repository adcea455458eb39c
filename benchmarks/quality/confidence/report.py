"""How well does a confidence do in folders that it was not fitted on?"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from benchmarks.quality.collections import ADVERSARIAL, OUT_OF_CORPUS
from benchmarks.quality.confidence.fitting import (
    ANSWER,
    CLOSEST,
    UNDECIDABLE,
    Floats,
    Weights,
    collection_share,
    families,
    fitted,
)
from benchmarks.quality.confidence.samples import GOOD, KINDS, NEAR, SIGNS, WHOLE, Sample

Judged = tuple[Sample, float]
BINS = 10
HEAD = ("left out", "good lost", "good closest", "foreign", "adversarial", "other file", "AUROC", "AUROC adv", "ECE")


def left_out(samples: Sequence[Sample]) -> tuple[list[Judged], dict[str, Weights]]:
    """Each sample with the log odds that it has by weights fitted without its family, and these weights."""
    judged: list[Judged] = []
    weights = {}
    for family in families(samples):
        weights[family] = fitted([one for one in samples if one.family != family])
        own = [one for one in samples if one.family == family]
        judged += zip(own, weights[family].log_odds(own).tolist(), strict=True)
    return judged, weights


def table(judged: Sequence[Judged]) -> str:
    """A row for each collection, for each size of cut folders, and for all of them."""
    rows: list[tuple[str, ...]] = [HEAD]
    names = sorted({one.collection for one, _ in judged})
    whole = {name: figures([j for j in judged if j[0].collection == name and j[0].size == WHOLE]) for name in names}
    rows += [(name, *_cells(found)) for name, found in whole.items()]
    rows.append(("mean", *_cells(_mean(whole))))
    rows.append(("worst", *_cells(_worst(whole.values()))))
    for size in sorted({one.size for one, _ in judged} - {WHOLE}):
        cut = {name: figures([j for j in judged if j[0].collection == name and j[0].size == size]) for name in names}
        cut = {name: found for name, found in cut.items() if found}
        rows.append((f"cut to {size}: mean", *_cells(_mean(cut))))
        rows.append((f"cut to {size}: worst", *_cells(_worst(cut.values()))))
    rows.append(("whole folders pooled", *_cells(_pooled([j for j in judged if j[0].size == WHOLE]))))
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Shares of good questions told "not there" and shown as closest, of others answered; AUROC; calibration error."""
    of = {kind: np.array([odds for one, odds in judged if one.kind == kind]) for kind in KINDS}
    good = of[GOOD]
    if not len(good):
        return {}
    found = {"good lost": float(np.mean(good < CLOSEST))}
    found["good closest"] = float(np.mean((good >= CLOSEST) & (good < ANSWER)))
    for name, kind in (("foreign", OUT_OF_CORPUS), ("adversarial", ADVERSARIAL), ("other file", NEAR)):
        if len(of[kind]):
            found[name] = float(np.mean(of[kind] >= ANSWER))
    for name, kind in (("AUROC", OUT_OF_CORPUS), ("AUROC adv", ADVERSARIAL)):
        if len(of[kind]):
            found[name] = auroc(good, of[kind], np.ones(len(good)), np.ones(len(of[kind])))
    sure = [one for one in judged if one[0].kind != NEAR]  # which now and then are answered all the same
    found["ECE"] = _calibration_error(sure, np.ones(len(sure)))
    return found


def auroc(good: Floats, bad: Floats, good_counts: Floats, bad_counts: Floats) -> float:
    """The chance that a good one has more than a bad one, ties one half, each counting so much."""
    more = (good[:, None] > bad[None, :]) + 0.5 * (good[:, None] == bad[None, :])
    return float(good_counts @ more @ bad_counts / good_counts.sum() / bad_counts.sum())


def _pooled(judged: Sequence[Judged]) -> dict[str, float]:
    """With one threshold for all, each collection counting the same; adversarial ones without those undecidable."""
    counts = _counts(judged)
    odds = np.array([o for _, o in judged])
    kinds = np.array([one.kind for one, _ in judged])
    decidable = np.array([(one.collection, one.kind) not in UNDECIDABLE for one, _ in judged])
    good, foreign, adversarial = kinds == GOOD, kinds == OUT_OF_CORPUS, (kinds == ADVERSARIAL) & decidable
    return {
        "good lost": float(np.average(odds[good] < CLOSEST, weights=counts[good])),
        "good closest": float(np.average((odds[good] >= CLOSEST) & (odds[good] < ANSWER), weights=counts[good])),
        "foreign": float(np.average(odds[foreign] >= ANSWER, weights=counts[foreign])),
        "adversarial": float(np.average(odds[adversarial] >= ANSWER, weights=counts[adversarial])),
        "AUROC": auroc(odds[good], odds[foreign], counts[good], counts[foreign]),
        "AUROC adv": auroc(odds[good], odds[adversarial], counts[good], counts[adversarial]),
        "ECE": _calibration_error([j for j, use in zip(judged, decidable, strict=True) if use], counts[decidable]),
    }


def _counts(judged: Sequence[Judged]) -> Floats:
    """What each counts, so that each kind of each collection counts the same."""
    groups: dict[tuple[str, str], int] = {}
    for one, _ in judged:
        groups[one.collection, one.kind] = groups.get((one.collection, one.kind), 0) + 1
    return np.array([collection_share(one.collection) / groups[one.collection, one.kind] for one, _ in judged])


def _calibration_error(judged: Sequence[Judged], counts: Floats) -> float:
    """How far confidence and share of good questions lie apart, over ten bins."""
    sure = 1 / (1 + np.exp(-np.clip([odds for _, odds in judged], -50, 50)))
    good = np.array([one.kind == GOOD for one, _ in judged], dtype=np.float64)
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [abs(float(counts[bins == b] @ (sure - good)[bins == b])) for b in range(BINS)]
    return sum(gaps) / float(counts.sum())


def _mean(found: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The mean over collections, of adversarial ones without those undecidable."""
    means = {}
    for name in HEAD[1:]:
        kept = {
            collection: one[name]
            for collection, one in found.items()
            if name in one and not ("adv" in name and (collection, ADVERSARIAL) in UNDECIDABLE)
        }
        if kept:
            means[name] = float(np.average([*kept.values()], weights=[collection_share(c) for c in kept]))
    return means


def _worst(found: Iterable[Mapping[str, float]]) -> dict[str, float]:
    rows = [*found]
    return {
        name: (min if name.startswith("AUROC") else max)(one[name] for one in rows if name in one)
        for name in HEAD[1:]
        if any(name in one for one in rows)
    }


def _cells(found: Mapping[str, float]) -> list[str]:
    return [
        "–"
        if math.isnan(found.get(name, math.nan))
        else f"{found[name]:.3f}"
        if name.startswith(("AUROC", "ECE"))
        else f"{100 * found[name]:.1f}"
        for name in HEAD[1:]
    ]


def weights_table(found: Mapping[str, Weights]) -> str:
    """The weights, a line for each family left out."""
    return "\n".join(
        f"{name:14} {weights.intercept:+6.2f} "
        + " ".join(f"{s}={w:+.2f}" for s, w in zip(SIGNS, weights.signs, strict=True))
        for name, weights in found.items()
    )
