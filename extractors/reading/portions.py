"""How much of a company is traded: who buys a part of it invests, who buys all or most of it takes it over."""

from extractors.models import Role
from extractors.reading.clauses import Clause, Part
from extractors.reading.joints import PERCENT
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit

_HALF = 50  # percent; who buys less invests, who buys more takes over
_NEAR = 4  # words from a company to its shares, and from its part back to how much it is
_FAR = 12  # words from a verb to what it trades
_WHOLE = words(
    """
    all every entire entirety remaining rest remainder controlling control majority most whole full outright outstanding
    """
)
_NO_MORE = words("not n't doesn't don't didn't yet")  # "the shares it does not own": the rest
_PART = words("minority non-controlling sizeable sizable largest biggest")
_HELD = words("stake stakes holding shareholding interest slice sliver piece portion chunk block tranche")
_PAPER = words("shares share stock equity adrs units warrants")
_OF_PAPER = words(
    "new newly issued newly-issued common ordinary preferred preference class a b h existing depositary convertible"
)
_FRACTIONS = words(
    """
    third thirds quarter quarters fifth fifths sixth seventh eighth ninth tenth tenths twentieth one-third one-quarter
    one-fifth one-tenth two-fifths
    """
)
_LED = words("of in")
_TRADES = words("buy bought purchase purchase_of wanted")
_SIDES = {Role.ACQUIRER: Role.INVESTOR, Role.TARGET: Role.INVESTEE}


def of_a_part(scene: Clause, hit: Hit, parts: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """The sides of a purchase as those of an investment, where the words say that a part of a company is bought."""
    if hit.kind not in _TRADES:
        return None
    target = next((part for part in parts if part.role is Role.TARGET), None)
    if target is None or not _is_part(scene, hit, target.place):
        return None
    return tuple(part._replace(role=_SIDES.get(part.role, part.role)) for part in parts)


def _is_part(scene: Clause, hit: Hit, place: int) -> bool:
    """Whether what is traded is less than half of the company named at `place`."""
    name = next((name for name in scene.names if name.first == place), None)
    if name is None:
        return False
    first = max(hit.last, place - _FAR) if place >= hit.last else max(scene.sentence.first, place - 2 * _NEAR)
    if scene.word(hit.last) == "into" and place - hit.last < _NEAR and hit.kind == "buy":
        return True  # "buys into Pardee"
    last = _end_of_paper(scene, name.last)
    if scene.holds(first, last, _WHOLE) or _the_rest(scene, name.last):
        return False
    return last > name.last or portion(scene, first, place)


def portion(scene: Clause, first: int, name: int) -> bool:
    """Whether the words up to a name say that a part of that company is meant: "a fifth of", "shares in"."""
    led = next((i for i in range(name - 1, max(first, name - _NEAR) - 1, -1) if scene.word(i) in _LED), None)
    if led is None:
        return False
    for i in range(led - 1, max(first, led - 2 * _NEAR) - 1, -1):
        word = scene.word(i)
        if word in PERCENT:
            return _below_half(scene, i)
        if word in _PAPER or word in _HELD or word in _FRACTIONS:
            return all(_below_half(scene, j) for j in range(max(first, i - 3), i) if scene.word(j) in PERCENT)
        if word in _LED and scene.word(i - 1) not in _LED | PERCENT | _FRACTIONS:
            return False
    return False


def _below_half(scene: Clause, i: int) -> bool:
    """Whether the number before the word for percent is less than a half."""
    number = scene.read.raw[i - 1 if scene.word(i) != "cent" else i - 2].split(".")[0]
    return number.isdigit() and int(number) < _HALF


def _end_of_paper(scene: Clause, last: int) -> int:
    """Where the shares of a company end that stand after its name; `last` where none do."""
    for i in range(last, last + _NEAR):
        if scene.word(i) in _PAPER:
            return i + 1
        if scene.word(i) not in _OF_PAPER:
            break
    return last


def _the_rest(scene: Clause, last: int) -> bool:
    """Whether it is what the buyer has not yet: "the shares it does not already own"."""
    return any(
        scene.word(i) in ("own", "owned", "owns") and scene.holds(i - 3, i, _NO_MORE) for i in range(last, last + 9)
    )
