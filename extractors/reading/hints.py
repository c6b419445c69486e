"""What stands beside one name and tells its role without a second name: "suitor X", "X's board", "a bid for X"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.models import Role
from extractors.reading.clauses import Clause, Part, part_owned, spoken_of
from extractors.reading.dealing import GOODS
from extractors.reading.events import Event
from extractors.reading.exchanges import exchanges_of
from extractors.reading.hinting import (
    ARE,
    BESIDE,
    BIDDING,
    BODIES,
    BUYING,
    CALLED,
    DONE,
    ENDS,
    LEADING,
    LED,
    LETTING,
    LISTED,
    LISTING,
    NO_LIST,
    ORDERED,
    OWNED,
    OWNERS,
    OWNING,
    PENCE,
    PREPOSITIONS,
    ROLES,
    SHARING,
    SITES,
    STOPS,
    TO_OWN,
    TOGETHER,
    VALUED,
    VOUCHING,
    WANTING,
)
from extractors.reading.joints import PERCENT
from extractors.reading.lending import lenders_of
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.stakes import holdings_of
from extractors.reading.tokens import Tokens

_NEAR = 5  # words from a noun to the preposition of its name, and from a name to the noun that it owns
_SURE = 0.6  # what a hint is worth beside a verb that names both sides


def hints_of(read: Tokens, names: Names) -> list[Event]:
    """Each hint as an event of one part. Time grows with the names and the words."""
    found: list[Event] = []
    per_sentence: dict[int, list[Named]] = {}
    for name in names.found:
        number = read.sentence_at(read.starts[name.first])
        per_sentence.setdefault(number, []).append(name)
        for kind, role in _beside(read, name):
            if not name.person or role is Role.ACQUIRER:
                found.append(_event(kind, role, name, number))
    earlier, told = spoken_of(names), frozenset[str]()
    for number, sentence in enumerate(read.sentences):
        here = per_sentence.get(number, [])
        scene = Clause(read, here, sentence, earlier)
        earlier = next((name for name in here if not name.person), earlier)
        found += holdings_of(scene, number, told)
        told = frozenset(read.low[sentence.first : sentence.last])
        found += _likewise(scene, number)
        found += _lets(scene, number)
        found += lenders_of(scene, number)
        found += exchanges_of(scene, number)
        for hit in DONE.find(read, sentence.first, sentence.last):
            if hit.first in read.within:
                continue
            doer = scene.before(hit.first)
            if hit.kind == "valued" and scene.word(hit.first - 1) in VALUED:
                continue  # "a joint venture valued at"
            if hit.kind == "orders" and scene.word(hit.last) == "out":
                continue  # "a start-up that rents out computing power" is no tenant
            if hit.kind in ("orders", "delivers") and _of_shares(scene, hit):
                continue  # "exercised its option to buy another 5%"
            if doer is not None and (hit.kind == "valued" or not scene.passive(hit)):
                doers = scene.preceding(doer)
                if hit.kind in TOGETHER or len(doers) < 2:  # "Kellmark and Pardee dropped their bid" tells no side
                    found += (_event(*ROLES[hit.kind], one, number) for one in doers)
        for i in range(sentence.first, sentence.last):
            if (
                read.low[i] in _VALUING
                and (valued := scene.after(i + 1, reach=5))
                and "at" in read.low[valued.last : valued.last + 2]
            ):
                found.append(_event("acquisition", Role.TARGET, valued, number))
                found.append(_event("investment", Role.INVESTEE, valued, number))
        for hit in WANTING.find(read, sentence.first, sentence.last):
            wanting = scene.preceding(scene.before(hit.first))
            for one in wanting if len(wanting) > 1 else ():
                found += (
                    _event("acquisition", Role.ACQUIRER, one, number),
                    _event("investment", Role.INVESTOR, one, number),
                )
        for hit in VOUCHING.find(read, sentence.first, sentence.last):
            voucher = scene.led_by(hit.last - 1, ("by", "from"), None) if hit.kind == "by" else scene.before(hit.first)
            if scene.holds(hit.last, min(hit.last + 2 * _NEAR, sentence.last), _TO_BUY):
                continue  # "guarantees that it will buy any capacity": a customer
            end = read.sentences[min(number + 1, len(read.sentences) - 1)].last
            if voucher is not None and not SHARING.isdisjoint(read.low[sentence.first : end]):
                found.append(replace(_event("investment", Role.INVESTOR, voucher, number), verb="vouch"))
        for hit in OWNING.find(read, sentence.first, sentence.last):
            if hit.first in read.within:
                continue
            found += _owned(scene, hit, number)
        for hit in LISTING.find(read, sentence.first, sentence.last):
            if hit.first in read.within:
                continue
            if read.low[hit.last - 1] in OWNERS and not (
                read.owns[hit.first - 1] and read.low[hit.last : hit.last + 1] == [","]
            ):
                continue
            bare = hit.last - hit.first == 1 and hit.kind == "acquirer"  # "rival bidders Kellmark and Tarnway"
            if hit.kind == "supplier" and not _ordered(scene, hit):
                continue
            close = hit.kind in ("outbid", "wooed") or read.low[hit.first] == "alongside"
            first = scene.after(hit.last, NO_LIST, 1 if bare else 2 if close else _NEAR)
            if hit.kind == "outbid" and first is not None and (_after(read, first) or BIDDING.isdisjoint(read.low)):
                continue
            found += (_event(*LISTED[hit.kind], one, number) for one in scene.following(first))
    return found


def _of_shares(scene: Clause, hit: Hit) -> bool:
    """Whether what is taken up or chosen is a part of a company, and no goods."""
    near = (hit.first, min(hit.last + _OF_SHARES, scene.sentence.last))
    return scene.holds(*near, _HELD) and not scene.holds(*near, _TRADED)


def _ordered(scene: Clause, hit: Hit) -> bool:
    """Whether it is an order that goes to somebody: "split its order between", "turned to Kellmark for chips"."""
    first = scene.sentence.first
    if scene.word(hit.last - 1) == "between" and not scene.holds(first, hit.last, _SPLIT):
        return False
    end = scene.sentence.last if scene.word(hit.first).startswith(("turn", "tap")) else hit.first
    return scene.holds(first, end, ORDERED)


def _likewise(scene: Clause, number: int) -> Iterator[Event]:
    """Those joined to one who is said to be something: "Kellmark and Tarnway are among the bidders"."""
    for name in scene.names:
        sort = _predicated(scene.read, name)
        if sort:
            yield from (_event(*sort, one, number) for one in scene.preceding(name)[1:])


def _lets(scene: Clause, number: int) -> Iterator[Event]:
    """Whose site is let to a tenant: "a 15-year lease at Kellmark's Harrow campus"."""
    if scene.holds(scene.sentence.first, scene.sentence.last, LETTING):
        for name in scene.names:
            if not name.person and scene.read.owns[name.last - 1] and scene.holds(name.last, name.last + _NEAR, SITES):
                yield _event("supply", Role.SUPPLIER, name, number)


def _owned(scene: Clause, hit: Hit, number: int) -> Iterator[Event]:
    """Whose a company is: its owner sells it, if it is the one that is bought."""
    near = scene.read.low[max(scene.sentence.first, hit.first - _NEAR) : hit.first]
    one, other = scene.before(hit.first), scene.after(hit.last, NO_LIST, _NEAR)
    if hit.kind == "owns" and not TO_OWN.isdisjoint(near) and scene.minor(hit.first, hit.last + 1):
        if one is not None and other is not None and one.key != other.key:
            sides = (Part(Role.INVESTOR, one.key, one.first), Part(Role.INVESTEE, other.key, other.first))
            yield Event("investment", sides, hit.first, number, "invest", _SURE)
        return
    if not BUYING.isdisjoint(near):
        return  # "Kellmark already owns", "will be owned by": no past owner
    if hit.kind == "apposed":
        one = next((name for name in scene.names if name.last == hit.first and scene.read.owns[name.last - 1]), None)
    if one is None or other is None or one.key == other.key:
        return
    whole, owner = (other, one) if hit.kind == "owns" else (one, other)
    for each in scene.following(owner) if hit.kind != "owns" else scene.preceding(owner):
        parts = (Part(Role.TARGET, whole.key, whole.first), Part(Role.SELLER, each.key, each.first))
        yield Event("acquisition", parts, hit.first, number, "owned", _SURE)


def _event(kind: str, role: Role, name: Named, number: int) -> Event:
    return Event(kind, (Part(role, name.key, name.first),), name.first, number, "hint", _SURE)


def _beside(read: Tokens, name: Named) -> Iterator[tuple[str, Role]]:
    """What the words right before and after one name say of it."""
    if read.owns[name.last - 1]:
        for i in range(name.last, min(name.last + _NEAR, len(read))):
            if read.low[i] in STOPS or read.low[i] in PREPOSITIONS or read.low[i] == "with":
                break
            if read.low[i] in ("order", "orders") and read.low[i + 1 : i + 2] == ["for"]:
                yield "supply", Role.CUSTOMER  # "Kellmark's $4 billion order for"
                break
            sort = _sort(OWNED, read.low[i])
            if sort:
                if GOODS.isdisjoint(read.low[i + 1 : i + 6]):  # "Kellmark's purchase of Tarnway chips"
                    yield sort
                break
    called = (
        (_sort(CALLED, read.low[name.first - 1]) if name.first else None)
        or _predicated(read, name)
        or _apposed(read, name)
    )
    if called:
        yield called
    elif name.last - name.first == 1 and read.low[name.first].endswith(LEADING) and name.last < len(read):
        led = _sort(BODIES, read.low[name.last])
        if led and read.low[name.last + 1 : name.last + 2] not in (["in"], ["last"], ["of"]):  # an earlier round
            yield led
    elif _bids(read, name):
        yield "acquisition", Role.ACQUIRER
    led_at = _governing(read, name)
    if led_at is None or not GOODS.isdisjoint(read.low[name.last : name.last + 2]):
        return
    for j in range(led_at - 1, max(-1, led_at - 1 - _NEAR), -1):
        if read.low[j] in STOPS:
            break
        led = next((key for key, led in LED.items() if read.low[j] in led.get(read.low[led_at], ())), None)
        if led and led[0] == "supply" and not SITES.isdisjoint(read.low[name.last : name.last + 3]):
            break  # "power from the Clinton nuclear plant"
        if led:
            part = read.owns[name.last - 1] and led[1] in (Role.TARGET, Role.INVESTEE) and part_owned(read, name)
            yield ("acquisition", Role.SELLER) if part else led
            break


def _bids(read: Tokens, name: Named) -> bool:
    """Whether a name stands at its price or its bid: "Kellmark's unsolicited 230 pence", "the Kellmark scheme"."""
    if not read.owns[name.last - 1]:
        led = read.low[name.first - 1] if name.first else ""
        return led == "the" and read.low[name.last : name.last + 1] != [] and read.low[name.last] in BESIDE
    for i in range(name.last, min(name.last + _FAR, len(read) - 1)):
        if read.raw[i][0].isdigit():
            return _is_price(read, i)
        if not read.low[i].isalpha() or read.low[i] in STOPS:
            return False
    return False


def _is_price(read: Tokens, i: int) -> bool:
    """Whether a number is a price of a share: "230 pence", "286p", "40 pounds a share"."""
    after = read.low[i + 1]
    return (read.low[i][:-1].isdigit() and read.low[i].endswith("p")) or after in PENCE


_FAR = 3  # words between whose bid it is and its price


def _after(read: Tokens, name: Named) -> bool:
    """Whether a name in the possessive is followed by no bid: it is beaten in something else."""
    return (
        read.owns[name.last - 1]
        and not _bids(read, name)
        and OWNED["acquisition", Role.ACQUIRER].isdisjoint(read.low[name.last : name.last + _NEAR])
    )


def _predicated(read: Tokens, name: Named) -> tuple[str, Role] | None:
    """What a name is said to be: "Kellmark is the customer", "Tarnway was among the bidders"."""
    first = name.last
    while first < min(name.last + 3, len(read) - 1) and read.low[first] in _MODALS:
        first += 1
    if first >= len(read) or read.low[first] not in ARE or read.owns[name.last - 1]:
        return None
    for i in range(first + 1, min(first + _NEAR + 1, len(read))):
        if read.low[i] in ENDS:
            return None
        called = _sort(CALLED, read.low[i])
        if called:
            return called
    return None


def _apposed(read: Tokens, name: Named) -> tuple[str, Role] | None:
    """What is added to a name in commas: "Pardee, the target of an offer by Kellmark"."""
    if read.low[name.last : name.last + 1] != [","] or read.low[name.last + 1 : name.last + 2] not in (["the"], ["a"]):
        return None
    for i in range(name.last + 2, min(name.last + _NEAR, len(read))):
        called = _sort(CALLED, read.low[i])
        if called and called[0] == "acquisition":
            return called
        if read.low[i] in ENDS or read.low[i] in PREPOSITIONS:
            return None
    return None


_TRADED = GOODS | ORDERED
_HELD = PERCENT | words("stake stakes holding shareholding interest shares share stock equity")
_OF_SHARES = 9  # words from a verb of choosing to what is chosen
_VALUING = words("value values valued valuing prices pricing")
_TO_BUY = words("buy purchase")
_SPLIT = words("split splits splitting shared divided divides sharing")
_MODALS = words("will would may could might should to has have had is set also now")


def _governing(read: Tokens, name: Named) -> int | None:
    """The preposition that governs a name, over a description: "for the listings portal Kellmark"."""
    for i in range(name.first - 1, max(-1, name.first - 1 - _NEAR), -1):
        if read.low[i] in PREPOSITIONS:
            return i
        if read.low[i] in STOPS or not read.low[i][0].isalpha() or read.owns[i] or read.low[i] in _CHOOSING:
            return None
    return None


_CHOOSING = words("prefers preferred favours favored favoured favors backs backed rejects rejected accepts accepted")


def _sort(table: dict[tuple[str, Role], frozenset[str]], word: str) -> tuple[str, Role] | None:
    return next((sort for sort, nouns in table.items() if word in nouns), None)
