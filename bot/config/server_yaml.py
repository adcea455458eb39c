"""How do settings of a server stand in a file that an admin can read, keep and bring to another server? As YAML."""

from collections.abc import Mapping

import yaml

from bot.config.server import FOR_SERVERS_ALONE, MOST_CHANNELS, NAMES, Values, checked
from bot.config.yaml_file import read

SERVER = "server"
"""The section for the whole server; the others are named by the ids of channels."""
MAX_BYTES = 200_000
"""Of a file."""


def written(settings: Mapping[int, Values]) -> bytes:
    """The file with what is set, by channel, 0 for the server."""
    plain = {
        SERVER if channel == 0 else str(channel): {
            name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
        }
        for channel, values in sorted(settings.items())
        if values or channel == 0
    }
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False).encode()


def read_back(content: bytes) -> tuple[dict[int, dict[str, object]], list[str]]:
    """What a file sets, by channel, 0 for the server; and every problem with its line, in which case nothing counts."""
    if len(content) > MAX_BYTES:
        return {}, [f"1: the file is larger than {MAX_BYTES // 1000} kB"]
    file = read(content)
    problems = [*file.problems]
    found: dict[int, dict[str, object]] = {}
    for section, values in file.values.items():
        line = file.lines[section,]
        if section != SERVER and not (section.isascii() and section.isdigit() and 0 < int(section) < 1 << 63):
            problems.append((line, f"{section}: expected `server`, or the id of a channel"))
        elif not isinstance(values, dict):
            problems.append((line, f"{section}: expected its settings on the lines below, each indented"))
        else:
            channel = 0 if section == SERVER else int(section)
            own = found.setdefault(channel, {})
            for name, value in values.items():
                at = file.lines[section, name]
                if channel and name in FOR_SERVERS_ALONE:
                    problems.append((at, f"{section}.{name}: this can be set for the whole server alone"))
                    continue
                try:
                    own[name] = checked(name, value)
                except ValueError as error:
                    more = f", got {file.written[section, name]}" if name in NAMES else ""
                    problems.append((at, f"{section}.{name}: {error}{more}"))
    if len(found) > MOST_CHANNELS + 1:
        problems.append((1, f"there are settings for more than {MOST_CHANNELS} channels"))
    return found, [f"{line}: {said}" for line, said in sorted(problems)]
