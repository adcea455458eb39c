"""What does Quoth stand on, under which licences, and in which versions was it tested?"""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
EXTRAS = [name for extra in PROJECT["project"]["optional-dependencies"].values() for name in extra]
TESTED: dict[str, str] = {
    canonicalize_name(name): version
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
}
LISTED: dict[str, str] = {
    canonicalize_name(name): licence
    for name, licence in re.findall(
        r"^\| ([\w.-]+) \| ([^|]+) \|", (ROOT / "DEPENDENCIES.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    if name != "Package"
}

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "PSF-2.0", "Zlib"),
    "Apache-2.0 WITH LLVM-exception",
    "MPL-2.0",  # what is changed in its own files is to be published; Quoth changes nothing there
}
"""Licences that ask for no more than to be named, whatever Quoth is used for."""

FAMILIES = {"bsd": "BSD", "apache": "Apache", "mit": "MIT", "python software": "PSF", "psf": "PSF", "mozilla": "MPL"}
"""How packages without an SPDX expression call a licence, and how its SPDX name begins."""


def installed(wanted: Iterable[str], found: dict[str, Distribution] | None = None) -> dict[str, Distribution]:
    """What is wanted and what that brings, by name, as far as it is for this system."""
    found = {} if found is None else found
    for requirement in map(Requirement, wanted):
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        installed(found[name].requires or (), found)
    return found


def extra(name: str) -> Distribution | None:
    """A package that need not be there."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def told_by(package: Distribution) -> set[str]:
    """What the package itself says of its licence: SPDX expressions, or how the names of what it says begin."""
    if expressions := package.metadata.get_all("License-Expression"):
        return set(expressions)
    said = [*(package.metadata.get_all("License") or [""]), *(package.metadata.get_all("Classifier") or ())]
    said = [line for line in said if line and (line.startswith("License ::") or line == said[0])]
    text = " ".join(line.partition("\n")[0] for line in said).casefold()
    return {name for word, name in FAMILIES.items() if word in text} | set(re.findall(r"[A-Z]+-\d\.\d", said[0]))


def test_every_package_is_listed_with_the_licence_that_it_names() -> None:
    extras = {requirement.name: there for requirement in map(Requirement, EXTRAS) if (there := extra(requirement.name))}
    for name, package in (installed(RUNTIME) | extras).items():
        assert name in LISTED, name
        told = told_by(package)
        assert told, f"{name} says nothing of its licence"
        assert all(LISTED[name] == one or one in LISTED[name] for one in told), (name, told)


def test_every_licence_is_allowed() -> None:
    for name, licence in LISTED.items():
        assert ALLOWED.issuperset(re.split(r" AND ", licence)) or not ALLOWED.isdisjoint(licence.split(" OR ")), name


def test_of_every_package_a_version_is_noted_that_was_tested_and_fits_what_the_project_asks_for() -> None:
    dev = PROJECT["dependency-groups"]["dev"]
    for name in installed([*RUNTIME, *dev]):
        assert name in TESTED or name in ("audioop-lts", "colorama"), f"{name} is not in constraints.txt"
    for requirement in map(Requirement, [*RUNTIME, *EXTRAS, *dev]):
        version = TESTED.get(canonicalize_name(requirement.name))
        assert version is None or version in requirement.specifier, requirement


def test_the_tested_versions_are_names_and_versions_only() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(TESTED)
    assert "quoth" not in TESTED


def test_the_version_is_the_newest_of_the_changelog() -> None:
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == PROJECT["project"]["version"]
    assert versions == sorted(versions, key=lambda one: [int(part) for part in one.split(".")], reverse=True)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("workflows/test.yml", "pip-audit --requirement constraints.txt"),
        ("workflows/release.yml", "uses: actions/attest-build-provenance@"),
        ("workflows/release.yml", "attestations: write"),
        ("dependabot.yml", "package-ecosystem: pip"),
        ("dependabot.yml", "package-ecosystem: github-actions"),
    ],
)
def test_the_build_server_asks_for_holes_attests_what_it_builds_and_proposes_newer_versions(
    file: str, said: str
) -> None:
    assert said in (ROOT / ".github" / file).read_text(encoding="utf-8")
