"""Which value holds where several places name a setting? The last: a file, the local file, the environment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from bot.config.yaml_file import Name, Settings, read

PREFIX, FROM_FILE = "QUOTH_", "_FILE"
"""What an environment variable begins with that names a setting, and ends with where a file holds the value."""
MOST = 1_000_000
"""Bytes of a file that an environment variable names."""

Kind = Literal["list", "text", "value"]
"""How what stands in the environment is read: parts between commas, as it stands, or as YAML reads it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a setting stands: in words, in which layer and line for sorting, and what its paths are relative to."""

    where: str
    order: tuple[int, int]
    here: Path


@dataclass(slots=True)
class Layers:
    """The settings of all places: values by section, and for every name where it stands and its value as written."""

    sections: Collection[str]
    values: dict[str, object] = field(default_factory=dict)
    places: dict[Name, Place] = field(default_factory=dict)
    written: dict[Name, str] = field(default_factory=dict)
    problems: list[tuple[Place, str]] = field(default_factory=list)
    _count: int = 0

    def add_file(self, path: Path, content: bytes) -> None:
        """Lays a file over what there is."""
        self._count += 1
        settings = read(content)
        self._add(settings, {line: self._line(path, line) for line in _lines(settings)})

    def _line(self, path: Path, line: int) -> Place:
        return Place(f"{path}:{line}", (self._count, line), path.parent)

    def _add(self, settings: Settings, places: Mapping[int, Place]) -> None:
        self.problems += [(places[line], said) for line, said in settings.problems]
        for name, value in settings.values.items():
            if name in self.sections and value is None:
                continue  # a section whose lines are all commented out
            known = self.values.get(name)
            if name in self.sections and isinstance(value, dict) and isinstance(known, dict):
                for key in value:
                    self._drop((name, key))
                self.values[name] = known | value
            else:
                self._drop((name,))
                self.values[name] = value
        self.places |= {name: places[line] for name, line in settings.lines.items()}
        self.written |= settings.written

    def _drop(self, name: Name) -> None:
        for known in [one for one in self.places if one[: len(name)] == name]:
            del self.places[known], self.written[known]

    def add_environment(self, environment: Mapping[str, str], names: Mapping[str, Kind]) -> None:
        """Lays `QUOTH_ANSWER_EXCERPTS=5` over `answer.excerpts`; empty variables count as none.

        `names` has all settings by their dotted names. What is near none of them is somebody else's variable.
        """
        self._count += 1
        by_variable = {PREFIX + name.replace(".", "_").upper(): name for name in names}
        for number, (variable, given) in enumerate(sorted(environment.items())):
            if not variable.startswith(PREFIX) or not given.strip():
                continue
            place = Place(variable, (self._count, number), Path())
            plain = variable if variable in by_variable else variable.removesuffix(FROM_FILE)
            if plain not in by_variable:
                near = get_close_matches(plain, by_variable, 1, 0.85)
                self.problems += [(place, f"there is no such setting; did you mean {one}?") for one in near]
                continue
            try:
                text = given if plain == variable else _content(Path(given))
            except (OSError, UnicodeDecodeError) as error:
                self.problems.append((place, f"{given} cannot be read: {getattr(error, 'strerror', 'no UTF-8 text')}"))
                continue
            dotted = by_variable[plain]
            self._set(tuple(dotted.split(".")), text, names[dotted], place)

    def _set(self, name: Name, text: str, kind: Kind, place: Place) -> None:
        if kind == "list" and text.lstrip()[:1] not in ("[", "{"):
            value: object = [part.strip() for part in text.split(",")]
        elif kind == "text" and text.lstrip()[:1] not in ("[", "{"):
            value = text
        else:
            settings = read(f"value: {text}".encode())
            self.problems += [(place, said) for _, said in settings.problems]
            value = settings.values.get("value")
        self._drop(name)
        self.places[name], self.written[name] = place, text if len(text) <= 40 else f"{text[:40]}…"
        if len(name) == 1:
            self.values[name[0]] = value
            return
        known = self.values.get(name[0])
        self.values[name[0]] = (known if isinstance(known, dict) else {}) | {name[1]: value}
        self.places.setdefault(name[:1], place)
        self.written.setdefault(name[:1], "settings of its own")


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(MOST).decode("utf-8-sig").strip()


def _lines(settings: Settings) -> set[int]:
    return {*settings.lines.values(), *(line for line, _ in settings.problems)}
