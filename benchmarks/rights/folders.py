"""What is searched there? Folders with words that stand nowhere else, and words whose counts would tell of others."""

from collections.abc import Collection
from pathlib import Path

from bot.app import App
from bot.services.rights import Rights, Rule
from bot.services.views import Views
from retrieval import Analyzer, CorpusFolder, Library, RetrievalSettings

SECRETS = {
    "open": "lanternfish",
    "staff": "quarterdeck",
    "council": "thunderstone",
    "sealed": "marmaladefox",
}
"""By folder a word that stands in each of its sentences, and nowhere else."""
SHARED = ("refund", "parcel", "harbour", "ticket", "winter")
_REPEATED = "This line about every parcel in the harbour stands in each of the files, word for word and always alike."


def write(root: Path) -> None:
    """The folders, each below its name."""
    for at, (name, secret) in enumerate(SECRETS.items()):
        (root / name).mkdir(parents=True, exist_ok=True)
        for number in range(3):
            topic = SHARED[(at + number) % len(SHARED)]
            lines = [f"# The {topic} of the {secret}", ""]
            for other in range(2 + at + number):
                word = SHARED[(number + other * (at + 1)) % len(SHARED)]
                lines += [f"## {word.title()} and {secret}", ""]
                lines += [f"The {secret} keeps a {topic} with the {word} for {3 + at + other} days in winter.", ""]
            if at < 3:
                lines += [_REPEATED, ""]
            (root / name / f"{topic}-{secret}.md").write_text("\n".join(lines), encoding="utf-8")


def folder(root: Path, name: str) -> CorpusFolder:
    """The folder of this name."""
    return CorpusFolder(root / name, name)


def fresh(root: Path, names: Collection[str]) -> App:
    """A bot over these folders alone, which has never seen others."""
    folders = [folder(root, name) for name in SECRETS if name in names]
    empty = root / "empty"
    empty.mkdir(exist_ok=True)
    library = Library(folders or empty, RetrievalSettings())
    return App(library, excerpts=3, words=60)


def divided(root: Path, rules: dict[str, Rule], limits: dict[int, frozenset[str]] | None = None) -> App:
    """A bot over all folders, of which each may be read by whom its rule allows."""
    analyzer = Analyzer()
    libraries = {name: Library([folder(root, name)], RetrievalSettings(), analyzer=analyzer) for name in SECRETS}
    views = Views(libraries, libraries["open"].librarian.emptied())
    rights = Rights(rules, limits or {})

    def over(names: Collection[str]) -> App:
        return App(views.of(names), excerpts=3, words=60, corpora=frozenset(names), seen_by=seen_by)

    def seen_by(audience: object, places: object, _only: object) -> App:
        return over(rights.readable(audience, places))  # type: ignore[arg-type]

    return over(SECRETS)
