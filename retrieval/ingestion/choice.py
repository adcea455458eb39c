"""Which files of a folder are wanted? Those that fit patterns as in .gitignore, or none that do."""

from collections.abc import Sequence

from pathspec import GitIgnoreSpec


class Choice:
    """Files are wanted that fit a pattern of `include`, all if there is none, and that fit none of `exclude`.

    Patterns are as in .gitignore: `*.md` anywhere, `/drafts/` at the top, `!` takes back what a pattern before it said.
    Raises ValueError for what is no pattern.
    """

    def __init__(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> None:
        self._is_all = not include and not exclude
        self._include = GitIgnoreSpec.from_lines(include) if include else None
        self._exclude = GitIgnoreSpec.from_lines(exclude)

    def wants(self, name: str) -> bool:
        """Whether the file of this name, with "/", is wanted."""
        if self._is_all:
            return True
        return not self._exclude.match_file(name) and (self._include is None or self._include.match_file(name))
