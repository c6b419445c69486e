"""Names that are only ever said to be where something is: "in Barstow", "at Loughton", "Quincy, Mass."."""

from collections import Counter, defaultdict
from collections.abc import Collection

from extractors.reading.lexicon import PLACES, words
from extractors.reading.naming import Named, Names
from extractors.reading.tokens import Tokens

_IN = words("in at near outside around beside across throughout toward towards inside")
# What is put "in" a company, and not at a place.
_PUT = words(
    """
    invest invests invested investing investment investments investor investors stake stakes share shares sharehold
    shareholder shareholders shareholding holding holdings interest interests equity position put puts putting pour
    pours poured pouring pump pumped sink sank sunk money cash capital billion million bn m trillion % percent pct
    cent confidence trust believe believes bet bets stock stocks bonds debt control part role tilt swipe look looks
    looked looking aimed throw threw thrown rise fall jump drop round engaged merger majority minority tranche
    warrants notes part-owner partner half quarter third rest slice piece injection infusion funding fund funds
    backer backers ownership firm company participate participates group
    """
)
_PLACED = words("city town port state province village county district suburb island region resort hamlet outskirts")
_STATES = words(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md me mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ontario quebec alberta md n.j n.y n.c s.c n.h n.m n.d s.d w.va d.c b.c r.i
    """
)
_NEAR = 6  # words before "in"


def forget_places(names: Names, titled: Collection[str] = ()) -> None:
    """Drop the names that stand for a place each time. What a title names, or its form shows, stays."""
    mentions: dict[str, list[Named]] = defaultdict(list)
    for one in names.found:
        if not one.person:
            mentions[one.key].append(one)
    governed = {key for key, here in mentions.items() if any(_governs(names.read, one) for one in here)}
    gone = {
        key
        for key, here in mentions.items()
        if key not in names.sure and key.split()[0] not in titled and all(_is_where(names.read, one) for one in here)
    } | (governed - names.sure)
    if gone:
        names.found[:] = [one for one in names.found if one.key not in gone or one.person]
        for key in gone:
            names.called.pop(key, None)


def mostly_places(names: Names, share: int = 2) -> frozenset[str]:
    """The keys of names that stand for a place in one of `share` mentions or more, though one does not show it."""
    told, placed = Counter[str](), Counter[str]()
    for one in names.found:
        if not one.person and one.key not in names.sure:
            told[one.key] += 1
            placed[one.key] += names.read.low[one.first - 1 : one.first] != ["at"] and _is_where(names.read, one)
    return frozenset(key for key, times in placed.items() if share * times >= told[key] > 0)


def _is_where(read: Tokens, name: Named) -> bool:
    """Whether a name is that of a place by what stands beside it."""
    if read.owns[name.last - 1]:
        return False
    after = read.low[name.last + 1 : name.last + 2]
    if _is_ticker(read, name) or _governs(read, name):
        return True
    if name.last == name.first + 1 and read.low[name.first] in _STATES and read.low[max(0, name.first - 1)] == ",":
        return True
    if read.raw[name.last : name.last + 1] == [","] and after and (after[0] in PLACES or after[0] in _STATES):
        return True
    before = read.low[max(0, name.first - _NEAR) : name.first]
    if not before:
        return False
    if _is_firm_of(read, name):
        return True
    if before[-1] == "of":
        return before[-2:-1] != [] and before[-2] in _PLACED
    return before[-1] in _IN and _PUT.isdisjoint(before[:-1]) and not any(word[0] in "$€£" for word in before)


def _governs(read: Tokens, name: Named) -> bool:
    """Whether a name is of a country or a state that is governed: "the Andhra Pradesh government"."""
    after = read.low[name.last : name.last + 2]
    return after[:1] == ["government"] or after == ["state", "government"]


def _is_ticker(read: Tokens, name: Named) -> bool:
    """Whether a name is only a ticker with its exchange, in brackets: "<SCHN.PA>", "(VOD.L)"."""
    first, last = name.first, name.last
    if last != first + 1 or not first or "." not in read.raw[first] or not read.raw[first].isupper():
        return False
    return (read.raw[first - 1], *read.raw[last : last + 1]) in (("<", ">"), ("(", ")"))


def _is_firm_of(read: Tokens, name: Named) -> bool:
    """Whether a name says where a firm is, or what it makes: "the Canary Wharf firm", "Egham tech firm"."""
    led = read.low[name.first - 1] if name.first else ""
    after = read.low[name.last : name.last + 2]
    return led in ("the", "a", "an", "this") and not _FIRMS.isdisjoint(after[:1]) and not read.owns[name.last - 1]


_FIRMS = words("firm company start-up startup grocer chain retailer bank lender insurer miner brewer outfit")
