"""Which folders of documents does a reply use? Those that everyone may read who will see it. Nothing of Discord here.

A kind of person is what is known for certain of somebody: the ids of their roles. Whoever owns or administers a server
may give themselves any of its roles, and so counts as having them all.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

Kind = frozenset[int]
"""The ids of the roles that a person has."""
NOBODY_KNOWN: tuple[Kind, ...] = ()
"""Who sees it is not known: then only what is public is used."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may read a folder: everybody where it is `public`, else whoever has one of the `roles`, by id."""

    public: bool = True
    roles: frozenset[int] = frozenset()

    def allows(self, audience: Collection[Kind]) -> bool:
        """Whether each kind of person among those who will see the reply may read it."""
        return self.public or (bool(audience) and all(kind & self.roles for kind in audience))


@dataclass(frozen=True, slots=True)
class Rights:
    """The rules of all folders by name, and to which of them servers and channels, by id, are limited."""

    rules: Mapping[str, Rule]
    limits: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def readable(self, audience: Collection[Kind], places: Sequence[int] = ()) -> frozenset[str]:
        """The names of the folders that a reply may use which this audience sees.

        `places` are the ids of where it is, the narrowest first: a thread, its channel, the server. The first that is
        limited counts.
        """
        limit = next((self.limits[place] for place in places if place in self.limits), self.rules.keys())
        return frozenset(name for name, rule in self.rules.items() if name in limit and rule.allows(audience))
