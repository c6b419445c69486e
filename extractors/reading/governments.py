"""Governments that take part in a deal: "the US government will take a 10% stake", "held by the Norwegian state"."""

from extractors.reading.lexicon import PLACES, words
from extractors.reading.naming import Named, Names
from extractors.reading.tokens import Tokens

_BODIES = words("government governments state treasury")
_COUNTRIES = PLACES | words("us u.s uk u.k hm british american federal")
_SAME = {
    **dict.fromkeys(("us", "u.s", "states", "american", "america"), "us"),
    **dict.fromkeys(("uk", "u.k", "hm", "british", "britain", "kingdom"), "uk"),
}
# What a government does as a party, and not as a regulator.
_TAKES = words(
    """
    take takes taking took buy buys buying bought acquire acquires acquired invest invests invested investing own owns
    owned owning hold holds holding held sell sells selling sold keep keeps kept retain retains convert converts put
    puts inject injects injected pump pumps lend lends lent get gets receive receives stake shareholder shareholding
    shares
    """
)
_FROM = words("by from to")
_TRADED = words(
    """
    sold sale owned held bought stake controlled acquired investment invested purchased shares
    """
)
_NEAR = 6  # words


def name_governments(names: Names) -> None:
    """Add the governments that buy, hold or sell; those that only approve or comment are left out."""
    read = names.read
    covered: set[int] = set()
    found: list[Named] = []
    for i, word in enumerate(read.low):
        if word not in _BODIES:
            continue
        span = _of_country(read, i)
        if span is not None and _takes_part(read, *span):
            first, last, country = span
            key = f"{_SAME.get(country, country)} government"
            form = " ".join(read.words(first, last).split())
            names.public.add(key)
            names.forms(key)[form] += 1
            names.full.setdefault(key, form)
            covered.update(range(first, last))
            found.append(Named(first, last, key, False))
    if found:
        names.found[:] = [*(one for one in names.found if one.first not in covered), *found]


def _of_country(read: Tokens, i: int) -> tuple[int, int, str] | None:
    """The tokens of "the Norwegian state" or "Government of India" around its noun, and whose it is."""
    if read.low[i + 1 : i + 2] == ["of"] and i + 2 < len(read) and read.low[i + 2] in PLACES:
        return i, i + 3, read.low[i + 2]
    j = i - 2 if i > 1 and read.raw[i - 1] == "." else i - 1
    if j < 0 or read.low[j] not in _COUNTRIES | {"states", "kingdom"} or read.owns[j]:
        return None
    first = j - 1 if j and read.low[j] in ("states", "kingdom") and read.low[j - 1] == "united" else j
    return first, i + 1, read.low[j]


def _takes_part(read: Tokens, first: int, last: int, country: str) -> bool:
    after = read.low[last : last + _NEAR]
    if (not _TAKES.isdisjoint(after) or after[:1] in (["$"], ["£"], ["€"])) and not read.owns[last - 1]:
        return True
    before = read.low[max(0, first - _NEAR) : first]
    led = before[-1:] if before[-1:] != ["the"] else before[-2:-1]
    return led != [] and led[0] in _FROM and not _TRADED.isdisjoint(before)
