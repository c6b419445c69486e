"""Descriptions that stand for a company: "the Windows maker", "the chipmaker", where table or text explains them."""

from collections import defaultdict

from extractors.reading.lexicon import words
from extractors.reading.naming import Named, Names
from extractors.reading.shapes import is_capital
from extractors.reading.tokens import Tokens
from extractors.reading.wellknown import MADE_BY

# Who is called by what it makes or owns.
_MAKERS = words(
    """
    maker makers developer creator manufacturer publisher producer brewer distiller inventor designer owner parent
    """
)
# Nouns that say enough of a company to stand for it once the text has said whose they are.
_KINDS = words(
    """
    chipmaker carmaker automaker drugmaker planemaker steelmaker winemaker toymaker filmmaker shipbuilder
    homebuilder housebuilder brewer distiller miner grocer supermarket retailer lender insurer reinsurer bank
    neobank fintech brokerage broker exchange airline carrier railroad railway utility refiner smelter driller
    explorer broadcaster streamer studio publisher newspaper label startup start-up neocloud hyperscaler landlord
    developer builder operator conglomerate pharma biotech hotelier restaurateur bookmaker telco foundry lab network
    club franchise team shipper courier forwarder caterer bottler baker confectioner perfumer jeweller jeweler
    tobacco-maker cigarette-maker
    """
)
_ARTICLES = words("the a an its their this fellow rival us u.s uk british german french japanese")
_ENDS = frozenset(
    (",", ".", ";", "which", "that", "whose", "with", "in", "of", "behind", "based", "and", "to", "for", "from")
)
_REACH = 7  # words of an apposition


def name_descriptions(names: Names) -> None:
    """Add what stands for a company; drop names of goods that only describe one."""
    things, kinds = _learned(names)
    read = names.read
    kept = [one for one in names.found if one.person or not _describes(read, one)]
    taken = {i for one in kept for i in range(one.first, one.last)}
    for i, word in enumerate(read.low):
        if i in taken or not i:
            continue
        if word in _MAKERS and not read.owns[i - 1]:
            first, key = _made(read, i, things)
            if key in names.called and not (i + 1 < len(read) and is_capital(read.raw[i + 1]) and i + 1 in taken):
                kept.append(Named(first, i + 1, key, key in names.sure))
        elif word in kinds and _stands_alone(read, i):
            kept.append(Named(i, i + 1, kinds[word], False))
    names.found[:] = kept


def _made(read: Tokens, i: int, things: dict[str, str]) -> tuple[int, str | None]:
    """Who makes what stands before the maker at token `i`, and where that begins."""
    for first in (i - 2, i - 1):
        thing = " ".join(read.low[max(0, first) : i])
        key = things.get(thing) or MADE_BY.get(thing)
        if key is not None and read.raw[max(0, first)][0].isupper() | (thing in MADE_BY):
            return max(0, first), key
    return i, None


def _describes(read: Tokens, one: Named) -> bool:
    """Whether a name only says what somebody makes: "the Pringles maker said", "Pringles maker Kellanova"."""
    if read.owns[one.last - 1] or one.last >= len(read) or read.low[one.last] not in _MAKERS:
        return False
    return read.low[one.last + 1 : one.last + 2] not in (["of"], [","]) or read.low[one.first - 1] == "the"


def _stands_alone(read: Tokens, i: int) -> bool:
    """Whether a noun stands for somebody: "the chipmaker said", and not "the chipmaker Nvidia", "a chipmaker"."""
    led = i - 1 if read.low[i - 1] == "the" or not read.low[i - 1].isalpha() else i - 2
    after = read.raw[i + 1] if i + 1 < len(read) else "."
    return i > 0 and led >= 0 and read.low[led] == "the" and not is_capital(after) and after not in _COMPOUNDS


_COMPOUNDS = words("industry sector market business giant index stocks shares regulator licence license account loan")


def _learned(names: Names) -> tuple[dict[str, str], dict[str, str]]:
    """Whom goods and kinds of firm stand for, by what the text itself says of its companies."""
    read = names.read
    things: dict[str, str] = {}
    kinds: dict[str, set[str]] = defaultdict(set)
    previous: Named | None = None
    for one in names.found:
        if one.person:
            continue
        before = read.low[one.first - 1] if one.first else ""
        if before in _MAKERS and previous is not None and previous.last == one.first - 1:
            things[" ".join(read.low[previous.first : previous.last])] = one.key
        if before in _KINDS:
            kinds[before].add(one.key)
        elif kind := _apposed(read, one.last):
            kinds[kind].add(one.key)
        previous = one
    return things, {kind: keys.copy().pop() for kind, keys in kinds.items() if len(keys) == 1}


def _apposed(read: Tokens, last: int) -> str | None:
    """The kind of firm that follows a name: ", the London chipmaker that"."""
    if read.raw[last : last + 1] != [","] or read.low[last + 1 : last + 2] == []:
        return None
    if read.low[last + 1] not in _ARTICLES and read.low[last + 1] not in _KINDS:
        return None
    for i in range(last + 1, min(last + _REACH, len(read) - 1)):
        if read.low[i] in _KINDS and read.low[i + 1] in _ENDS:
            return read.low[i]
        if read.raw[i] in (",", ".", ";") or read.low[i] in ("of", "which", "that", "to"):
            return None
    return None
