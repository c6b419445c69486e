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
    rose fell gained lost jumped slipped dropped climbed added up down closed higher lower slid sank leapt surged eased
    traded shed profit profits sales revenue earnings premium
    """
)
_UP = words("up")
_MONEY = "$€£¥"
_FAR = 9  # words from "of" to the name of whom a part is held


def holdings_of(scene: Clause, number: int, earlier: frozenset[str]) -> Iterator[Event]:
    """Events of those who come to hold a part; `earlier` are the words of the sentence before."""
    firms = [name for name in scene.names if not name.person]
    yield from _listed(scene, firms, number, earlier)
    for name in firms:
        yield from _taken(scene, name, number)


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
        scene.word(i) == "for" and scene.read.raw[i + 1][0].isdigit() and scene.word(i + 2) in PERCENT
        for i in range(scene.sentence.first, scene.sentence.last - 2)
    )


def _share_after(scene: Clause, name: Named) -> bool:
    """Whether a sum or a percentage stands right after a name."""
    raw = scene.read.raw
    for i in range(name.last, min(name.last + _NEAR, scene.sentence.last - 1)):
        if raw[i][0].isdigit():
            return scene.word(i + 1) in PERCENT
        if raw[i] in _MONEY:
            return True
        if scene.word(i) not in _BETWEEN and raw[i] not in "(:|-–—":
            return False
    return False


def _taken(scene: Clause, name: Named, number: int) -> Iterator[Event]:
    """One who gets, or pays for, a percentage, and of whom: the subject of the verb is right before it."""
    verb = _verb_after(scene, name)
    place = _percentage(scene, verb) if verb is not None else None
    if place is None or scene.holds(name.last, place, _MOVES - _UP):
        return
    held = _of_whom(scene, place)
    if held is not None and held.key == name.key:
        held = None
    if held is None and scene.word(place) not in _HELD and scene.word(place + 1) not in _HELD:
        if scene.word(verb or 0) not in _PAYING:
            return
    whole = scene.past_half(name.last, place + 1)
    gives, takes = (Role.ACQUIRER, Role.TARGET) if whole else (Role.INVESTOR, Role.INVESTEE)
    parts = [Part(gives, name.key, name.first)] + ([Part(takes, held.key, held.first)] if held else [])
    kind = "acquisition" if whole else "investment"
    yield Event(kind, tuple(parts), name.first, number, "holding" if held else "hint", 0.8 if held else _SURE)


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


def _verb_after(scene: Clause, name: Named) -> int | None:
    """The verb of gaining or paying whose subject a name is."""
    if scene.read.owns[name.last - 1]:
        return None
    for i in range(name.last, min(name.last + _NEAR + 1, scene.sentence.last)):
        word = scene.word(i)
        if word in _PAYING or (word in _GAINING and (word not in _STATES or scene.word(i - 1) in _AHEAD)):
            return i
        if word in ("with", "up") and scene.word(i - 1) in ("up", "end", "ends", "out", "left"):  # "end up with"
            return i
        if any(other.first <= i < other.last for other in scene.names) or not word[0].isalpha():
            return None
    return None


def _percentage(scene: Clause, verb: int) -> int | None:
    """The token after a percentage that follows a verb in its clause."""
    raw = scene.read.raw
    for i in range(verb + 1, min(verb + 16, scene.sentence.last - 1)):
        if raw[i] in (";", ":", "."):
            return None
        if raw[i][0].isdigit() and scene.word(i + 1) in PERCENT:
            return i + 3 if scene.word(i + 1) == "per" else i + 2
    return None
