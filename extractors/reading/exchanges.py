"""Whose shares are given for whose: "Pardee holders get 0.8 Kellmark shares for each of theirs" tells who buys whom."""

from collections.abc import Iterator

from extractors.models import Role
from extractors.reading.clauses import Clause, Part
from extractors.reading.events import Event
from extractors.reading.lexicon import words
from extractors.reading.names import Named

_SHARES = words("share shares stock units adrs title titles")
_HOLDERS = words("shareholders stockholders holders investors shareowners shareholder unitholders")
_EACH = words("each every per one")
_GIVEN = words(
    "receive receives received get gets given exchanged swapped exchange entitled offered offers offer swap go"
)
_NEAR = 6  # words from a ratio to the shares
_MOST = 100  # shares for one; more of them are a number of shares


def exchanges_of(scene: Clause, number: int) -> Iterator[Event]:
    """Who gives its own shares for those of another."""
    first, last = scene.sentence.first, scene.sentence.last
    low = scene.read.low[first:last]
    if _SHARES.isdisjoint(low) or _GIVEN.isdisjoint(low):
        return
    for i in range(first, last):
        giver = _giver(scene, i) if _is_ratio(scene, i) else None
        if giver is None:
            continue
        taken = _taken(scene, i, giver)
        if taken is not None:
            parts = (Part(Role.ACQUIRER, giver.key, giver.first), Part(Role.TARGET, taken.key, taken.first))
            yield Event("acquisition", parts, i, number, "exchange")
        return


def _is_ratio(scene: Clause, i: int) -> bool:
    """Whether a number can be one of shares for one: "0.157", "3.165", "two"."""
    raw = scene.read.raw[i]
    whole, point, rest = raw.partition(".")
    return (
        whole.isdigit()
        and int(whole) < _MOST
        and (not point or rest.isdigit())
        and scene.word(i - 1) not in ("$", "€", "£", "¥")
    )


def _giver(scene: Clause, i: int) -> Named | None:
    """Whose shares follow a ratio: "0.8 new Kellmark shares", "3.165 shares of Kellmark common stock"."""
    paper = next((j for j in range(i + 1, i + _NEAR) if scene.word(j) in _SHARES), None)
    if paper is None:
        return None
    for name in scene.names:
        if not name.person and (
            i < name.first < paper or (scene.word(paper + 1) in ("of", "in") and name.first in (paper + 2, paper + 3))
        ):
            return name
    return None


def _taken(scene: Clause, i: int, giver: Named) -> Named | None:
    """Whose shares are given up: "Pardee holders", "holders of Pardee", "for each Pardee share"."""
    for name in scene.names:
        if name.person or name.key == giver.key:
            continue
        led = [scene.word(j) for j in range(name.first - 4, name.first)]
        held = scene.word(name.last) in _HOLDERS or (led[-1] == "of" and led[-2] in _HOLDERS)
        if held and name.last <= i:
            return name
        each = not _EACH.isdisjoint(led) and not _SHARES.isdisjoint(
            [*led, scene.word(name.last), scene.word(name.last + 1), scene.word(name.last + 2)]
        )
        if each:
            return name
    return None
