"""Does a view answer as a bot that has only these folders? The same acts done to both, and their replies compared."""

import random
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from benchmarks.rights.folders import SECRETS, SHARED, divided, fresh
from bot.app import App
from bot.references import reference
from bot.replies.model import Quote
from bot.services.rights import Rule
from retrieval import Answer

ROLES = dict(zip(SECRETS, range(1, 5), strict=True))
Act = Callable[[App], object]


def differences(root: Path, acts: int, seed: int) -> Iterator[str]:
    """What the acts found that differs; nothing is as it should be."""
    dice = random.Random(seed)  # noqa: S311 - no secret hangs on it
    bot = divided(root, {name: Rule(public=False, roles=frozenset((role,))) for name, role in ROLES.items()})
    views = [names for size in range(5) for names in combinations(SECRETS, size)]
    apart = {names: fresh(root, names) for names in views}
    everything = bot.librarian.documents
    places = [reference(one) for one in bot.librarian.ask("parcel in the harbour", 10).excerpts]
    for _ in range(acts):
        names = dice.choice(views)
        seen = bot.seen_by([frozenset(ROLES[name] for name in names)])
        said, act = _act(dice, [one.id for one in everything], places)
        here, alone = act(seen), act(apart[names])
        if here != alone:
            yield f"{said} for {names}: {here!r} is not {alone!r}"
        for name in SECRETS.keys() - set(names):
            if SECRETS[name] in _told(here) and SECRETS[name] not in said:
                yield f"{said} for {names} tells of {name}"


def _told(reply: object) -> str:
    return repr(reply)


def mistyped(dice: random.Random, word: str) -> str:
    """The word with two letters swapped."""
    at = dice.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def question(dice: random.Random) -> str:
    """A question of shared words, perhaps with a mistyped one of some folder."""
    words = dice.sample(SHARED, 2)
    if dice.random() < 0.5:
        words.append(mistyped(dice, dice.choice(list(SECRETS.values()))))
    return f"how many days is the {' '.join(words)}?"


def _act(dice: random.Random, ids: list[str], places: list[str]) -> tuple[str, Act]:
    asked, one, other, place = question(dice), dice.choice(ids), dice.choice(ids), dice.choice(places)
    acts: dict[str, Act] = {
        f"ask {asked}": lambda app: _answer(app, asked),
        f"more {asked}": lambda app: app.more(asked, 1).parts,
        f"why {asked}": lambda app: app.why(asked).parts,
        f"volunteer {asked}": lambda app: app.volunteer(asked).parts,
        f"summary {one}": lambda app: app.summary(one).parts,
        f"summary {asked}": lambda app: app.summary(asked).parts,
        "overview": lambda app: app.summary().parts,
        "about": lambda app: app.about().parts,
        f"compare {one} {other}": lambda app: app.compare(one, other).parts,
        f"check {asked}": lambda app: app.check(f"The parcel keeps {asked}").parts,
        f"quote {one}": lambda app: app.quote(one).parts,
        f"context {place} {one}": lambda app: app.read(place, "around").parts,
        f"after {place}": lambda app: app.read(place, "after").parts,
        "sources": lambda app: app.sources(1).parts,
        f"complete {asked[:4]}": lambda app: app.complete(mistyped(dice, dice.choice(SHARED))[:4]),
        f"headings {one}": lambda app: tuple(app.places(one, "")),
    }
    said = dice.choice(list(acts))
    state = dice.getstate()

    def act(app: App) -> object:
        dice.setstate(state)
        return acts[said](app)

    return said, act


def _answer(app: App, asked: str) -> object:
    reply = app.ask(asked)
    answer = reply.value
    scores = [excerpt.score for excerpt in answer.excerpts] if isinstance(answer, Answer) else []
    sure = answer.confidence if isinstance(answer, Answer) else 0
    quoted = [part.excerpt.text for part in reply.parts if isinstance(part, Quote)]
    return reply.parts, scores, sure, quoted
