"""How are the figures shown? As Markdown tables, the same on the screen and in the kept file."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.quality.collections import ADVERSARIAL, OUT_OF_CORPUS
from benchmarks.quality.metrics import Difference

COLUMNS = {
    "hit@1": "hit@1",
    "hit@3": "hit@3",
    "hit@60w": "hit@60w",
    f"auroc {OUT_OF_CORPUS}": "AUROC ooc",
    f"auroc {ADVERSARIAL}": "AUROC adv",
    f"answered F1 {OUT_OF_CORPUS}": "answered F1",
    f"refused {OUT_OF_CORPUS}": "refused ooc",
    "answered answerable": "answered good",
    "refused answerable": "refused good",
    "risk-coverage area": "risk area",
    "calibration error": "ECE",
    "words per excerpt": "words",
    "verbatim": "verbatim",
}
DECIDED = {
    f"answered F1 {OUT_OF_CORPUS}",
    f"refused {OUT_OF_CORPUS}",
    "answered answerable",
    "refused answerable",
    "calibration error",
}
"""Columns for methods that decide whether to answer; the baselines answer whatever matches."""
LEGEND = """
hit@1, hit@3: the answer lies in the first, in one of the first three excerpts; hit@60w: in their first 60 words.
AUROC: the chance that an answerable question gets more confidence than one about other articles (ooc), or than one on
the topic that is not answered (adv). answered F1, refused ooc: the decision to answer, against ooc. answered good,
refused good: answerable questions that are answered outright, and that are told that the documents do not say it; the
others get the closest passages. risk area: the mean error among the most confident answers, and ECE: the gap between
confidence and share of right answers (over answerable and ooc, right within three excerpts); both are best at 0.
words: of an excerpt. An interval holds 95 % of 1,000 draws of whole files.""".strip()


def methods(rows: Mapping[str, Mapping[str, float]], deciding: Iterable[str]) -> str:
    """All figures by method; a figure that a method does not have is a dash."""
    shown = {key: title for key, title in COLUMNS.items() if any(key in figures for figures in rows.values())}
    decide = set(deciding)
    return table(
        ["", *shown.values()],
        ([name, *(_figure(key, figures, decides=name in decide) for key in shown)] for name, figures in rows.items()),
    )


def kinds(figures: Mapping[str, float]) -> str:
    """What was found by kind of question, and what was refused, in a line; "" if there is only one kind."""
    found = {name: value for name, value in figures.items() if name.startswith("hit@3 ")}
    if len(found) < 2:
        return ""
    others = ("gold files", "parts", "touching forbidden places")
    found |= {
        name: value for name, value in figures.items() if name in others or name.startswith(("refused ", "auroc "))
    }
    return ", ".join(f"{name} {_number(value)}" for name, value in found.items())


def differences(rows: Mapping[str, Mapping[str, Difference]], titles: Sequence[str]) -> str:
    """A line for each name; gains in points with interval, wins and losses."""
    return table(["", *titles], ([name, *(_gain(row[title]) for title in titles)] for name, row in rows.items()))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _figure(key: str, figures: Mapping[str, float], *, decides: bool) -> str:
    if key not in figures or (key in DECIDED and not decides):
        return "–"
    return _number(figures[key])


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.1f}" if value > 1 else f"{value:.3f}"


def _gain(found: Difference) -> str:
    points = [f"{100 * value:+.1f}" for value in (found.gain, found.low, found.high)]
    return f"{points[0]} [{points[1]}, {points[2]}], {found.wins} : {found.losses}"
