"""What does it look like? Each table as a picture: a line for each engine, by the number of passages."""

from collections.abc import Callable, Mapping
from pathlib import Path

from matplotlib.figure import Figure

from benchmarks.speed.engines import ENGINES
from benchmarks.speed.results import TOKENS, Figures, Results

_SIZE_INCHES = (11, 4.5)
_DPI = 90

PLOTS: Mapping[str, tuple[str, Callable[[Figures], float]]] = {
    "latency": ("a question, p50, ms", lambda figures: figures.p50),
    "build": ("building, s", lambda figures: figures.build_s),
    "memory": ("memory after all questions, MB", lambda figures: figures.memory_mb),
    "start": ("start to first answer, s", lambda figures: figures.start_s),
    "add": ("20 passages added, or all rebuilt, ms", lambda figures: figures.add_ms or 1000 * figures.build_s),
}
"""By name of the picture: what is drawn."""


def draw(results: Results, folder: Path) -> list[Path]:
    """Write the pictures as `speed-NAME.png` and give their paths."""
    return [_draw(results, folder / f"speed-{name}.png", *what) for name, what in PLOTS.items()]


def _draw(results: Results, path: Path, says: str, value: Callable[[Figures], float]) -> Path:
    figure = Figure(figsize=_SIZE_INCHES)
    axes = figure.subplots(1, len(TOKENS), sharey=True)
    for axis, tokens in zip(axes, TOKENS, strict=True):
        for at, name in enumerate(results.engines):
            points = [(size, value(figures)) for size, figures in results.curve(name, tokens)]
            if points:
                axis.plot(*zip(*points, strict=True), marker="o", color=f"C{at}", label=ENGINES[name].title)
        axis.set(xscale="log", yscale="log", xlabel="passages", title=tokens)
        axis.grid(visible=True, which="major", alpha=0.3)
    axes[0].set_ylabel(says)
    axes[0].legend()
    figure.tight_layout()
    figure.savefig(path, dpi=_DPI)
    return path
