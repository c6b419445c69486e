"""How much of a company is traded: who buys a part of it invests, who buys all or most of it takes it over."""

from extractors.models import Role
from extractors.reading.clauses import Clause, Part
from extractors.reading.joints import PERCENT
from extractors.reading.lexicon import words
from extractors.reading.names import Named
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
_HELD = words("stake stakes holding shareholding interest slice sliver piece portion chunk block tranche")
_PAPER = words("shares share stock equity adrs units warrants")
_OF_PAPER = words(
    """
    new newly issued newly-issued common ordinary preferred preference class a b h existing depositary convertible
    outstanding
    """
)
_FRACTIONS = words(
    """
    third thirds quarter quarters fifth fifths sixth seventh eighth ninth tenth tenths twentieth one-third one-quarter
    one-fifth one-tenth two-fifths
    """
)
_LED = words("of in")
_TRADES = words("buy bought purchase purchase_of wanted investment")
_BOUGHT = (Role.TARGET, Role.INVESTEE)
_INVESTS = {Role.ACQUIRER: Role.INVESTOR, Role.TARGET: Role.INVESTEE}
_BUYS = {invests: buys for buys, invests in _INVESTS.items()}


def sides(scene: Clause, hit: Hit, kind: str, parts: tuple[Part, ...]) -> tuple[str, tuple[Part, ...]]:
    """The kind and the parts of a purchase, by how much of the company the words say is bought."""
    if hit.kind not in _TRADES:
        return kind, parts
    bought = next((part for part in parts if part.role in _BOUGHT), None) or next(
        (part for part in parts if part.role is Role.SELLER and part.place >= hit.last), None
    )
    name = next((name for name in scene.names if bought and name.first == bought.place), None)
    if bought is None or name is None:
        return kind, parts
    last = _end_of_paper(scene, name.last)
    if bought.role is Role.SELLER and last == name.last:
        return kind, parts  # it owns something else
    whole = _whole(scene, hit, name, last)
    if kind == "acquisition" and not whole and _is_part(scene, hit, name, last):
        return "investment", _as(parts, bought, Role.INVESTEE, _INVESTS)
    if whole and (kind == "investment" or bought.role is Role.SELLER):
        return "acquisition", _as(parts, bought, Role.TARGET, _BUYS)
    return kind, parts


def _as(parts: tuple[Part, ...], bought: Part, role: Role, others: dict[Role, Role]) -> tuple[Part, ...]:
    return tuple(part._replace(role=role if part == bought else others.get(part.role, part.role)) for part in parts)


def _whole(scene: Clause, hit: Hit, name: Named, last: int) -> bool:
    """Whether all of a company, most of it or the rest of it is traded."""
    first = hit.last if name.first >= hit.last else name.first - 2 * _NEAR
    if hit.kind == "investment":  # the noun itself is what is traded: "a controlling stake in"
        first = hit.first - 2
    return scene.holds(max(first, name.first - _FAR, scene.sentence.first), last, _WHOLE) or _the_rest(scene, name.last)


def _is_part(scene: Clause, hit: Hit, name: Named, last: int) -> bool:
    """Whether what is traded is less than half of a company."""
    if scene.word(hit.last) == "into" and 0 <= name.first - hit.last < _NEAR and hit.kind == "buy":
        return True  # "buys into Pardee"
    first = hit.last if name.first >= hit.last else name.first - 2 * _NEAR
    return last > name.last or portion(scene, max(first, name.first - _FAR, scene.sentence.first), name.first)


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
