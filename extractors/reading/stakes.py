"""Who comes to hold how much of a company: "Tarnway gets 20% of Pardee", "Kellmark 15%, Tarnway 7.6%"."""

from collections.abc import Iterator

from extractors.models import Role
from extractors.reading.clauses import Clause, Part
from extractors.reading.events import Event
from extractors.reading.joints import PERCENT
from extractors.reading.lexicon import words
from extractors.reading.names import Named

_SURE = 0.6  # as that of other hints
_NEAR = 4  # words from a name to its share
_GAINING = words(
    """
    get gets getting got gain gains gaining gained take takes taking took receive receives receiving received secure
    secures secured secured obtain obtains obtained own hold have granted given handed awarded land lands
    """
)
_AHEAD = words("to will would could may might shall should")  # before "own" and "hold": they are yet to
_STATES = words("own hold have")
_PAYING = words(
    """
    pay pays paying paid put puts putting spend spends spending spent invest invests investing invested commit commits
    committing committed contribute contributes contributing contributed inject injects injecting injected sink sinks
    sinking bring brings bringing provide provides providing provided
    """
)
_HELD = words(
    """
    stake stakes holding holdings shareholding shareholdings interest interests equity slice portion share ownership
    participation
    """
)
_SHARED = _HELD | words("shareholder shareholders owner owners investor investors backers consortium round")
_BETWEEN = words(
    """
    a an the its about some up to roughly nearly initial around just with has gets takes holds at over almost further
    another and will have hold own take is are paying contributing putting investing in pays puts
    """
)
_MOVES = words(
    """
    rose fell gained lost jumped slipped dropped climbed added closed higher lower slid sank leapt surged eased
    traded shed profit profits sales revenue earnings premium
    """
)
_MONEY = "$€£¥"
_FAR = 9  # words from "of" to the name of whom a part is held


def holdings_of(scene: Clause, number: int, earlier: frozenset[str]) -> Iterator[Event]:
    """Events of those who come to hold a part; `earlier` are the words of the sentence before."""
    firms = [name for name in scene.names if not name.person]
    yield from _listed(scene, firms, number, earlier)
    if firms or scene.earlier:
        yield from _taken(scene, number)


def _listed(scene: Clause, firms: list[Named], number: int, earlier: frozenset[str]) -> Iterator[Event]:
    """The parts of several, one after another; moves of share prices are written alike."""
    low = scene.read.low[scene.sentence.first : scene.sentence.last]
    shared = not (_SHARED.isdisjoint(low) and _SHARED.isdisjoint(earlier)) or _for_parts(scene)
    if len(firms) < 2 or not _MOVES.isdisjoint(low) or not shared:
        return
    holders = {name.key: name for name in firms if _share_after(scene, name)}
    if len(holders) > 1:
        for name in holders.values():
            yield Event("investment", (Part(Role.INVESTOR, name.key, name.first),), name.first, number, "hint", _SURE)


def _for_parts(scene: Clause) -> bool:
    """Whether percentages are paid for: "£500 million for 7.6 per cent"."""
    return any(
        scene.word(i) == "for" and _is_percentage(scene, i + 1)
        for i in range(scene.sentence.first, scene.sentence.last - 2)
    )


def _share_after(scene: Clause, name: Named) -> bool:
    """Whether a sum or a percentage stands right after a name."""
    raw = scene.read.raw
    for i in range(name.last, min(name.last + _NEAR, scene.sentence.last - 1)):
        if raw[i][0].isdigit():
            return _is_percentage(scene, i)
        if raw[i] in _MONEY:
            return True
        if scene.word(i) == "up" and scene.word(i + 1) != "to":
            return False
        if scene.word(i) not in _BETWEEN and raw[i] not in "(:|-–—":
            return False
    return False


def _taken(scene: Clause, number: int) -> Iterator[Event]:
    """Those who get, or pay for, a percentage, and of whom."""
    for verb in range(scene.sentence.first, scene.sentence.last):
        place = _percentage(scene, verb) if _gains(scene, verb) else None
        name = scene.before(verb) if place is not None else None
        if name is None or place is None or scene.read.owns[name.last - 1] or scene.holds(verb, place, _MOVES):
            continue
        held = _of_whom(scene, place) or _paid_to(scene, verb, place)
        if held is not None and held.key == name.key:
            held = None
        if held is None and scene.word(verb) not in _PAYING and not scene.holds(place, place + 2, _HELD):
            continue
        whole = scene.past_half(verb, place + 1)
        gives, takes = (Role.ACQUIRER, Role.TARGET) if whole else (Role.INVESTOR, Role.INVESTEE)
        parts = [Part(gives, name.key, name.first)] + ([Part(takes, held.key, held.first)] if held else [])
        kind = "acquisition" if whole else "investment"
        yield Event(kind, tuple(parts), verb, number, "holding" if held else "hint", 0.8 if held else _SURE)


def _of_whom(scene: Clause, place: int) -> Named | None:
    """The company of which a part is held: the first name after "of" or "in", its own part left out."""
    led = next((i for i in range(place, place + _NEAR) if scene.word(i) in ("of", "in")), None)
    if led is None or not all(scene.word(i) in _HELD or scene.word(i)[:1].isalpha() for i in range(place, led)):
        return None
    for name in scene.names:
        if name.first > led and not name.person:
            own = scene.read.owns[name.last - 1]
            between = scene.read.raw[led + 1 : name.first]
            near = len(between) < _FAR and all(word[0].isalpha() for word in between)
            return name if near and not own and not scene.describes(name) else None
    return None


def _paid_to(scene: Clause, verb: int, place: int) -> Named | None:
    """Who gets what is paid for a part: "committed $2 billion to Pardee in return for 20%"."""
    if scene.word(verb) not in _PAYING:
        return None
    led = next((i for i in range(verb, place) if scene.word(i) in ("to", "into", "in")), place)
    return next((n for n in scene.names if led < n.first <= min(led + 3, place) and not n.person), None)


def _gains(scene: Clause, i: int) -> bool:
    """Whether a word is a verb of gaining or paying; of those of holding only what is yet to come."""
    word = scene.word(i)
    if word in _GAINING:
        return word not in _STATES or scene.word(i - 1) in _AHEAD
    return word in _PAYING or (word in ("with", "up") and scene.word(i - 1) in ("end", "ends", "ended", "up", "left"))


def _percentage(scene: Clause, verb: int) -> int | None:
    """The token after a percentage that follows a verb in its clause."""
    raw = scene.read.raw
    for i in range(verb + 1, min(verb + 16, scene.sentence.last)):
        if raw[i] in (";", ":", "."):
            return None
        if _is_percentage(scene, i):
            return i + (1 if "-" in raw[i] else 3 if scene.word(i + 1) == "per" else 2)
    return None


def _is_percentage(scene: Clause, i: int) -> bool:
    """Whether a percentage begins at a token: "20 %", "20-per-cent"."""
    return scene.read.raw[i][0].isdigit() and (
        scene.word(i + 1) in PERCENT or scene.word(i).endswith(("percent", "per-cent"))
    )
