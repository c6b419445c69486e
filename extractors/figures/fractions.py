"""Percentages in words: "two-thirds of the shares", "50/50", "equally owned", "half of the business"."""

from dataclasses import replace
from decimal import Decimal

from extractors.figures.numbers import ONE, PARTS, Number
from extractors.figures.scanning import HYPHENS, Tokens, listed
from extractors.figures.units import HUNDREDTH

EVENLY = frozenset(listed("equal equally fifty"))
SHARED_OUT = frozenset(listed("owned held split shared divided halves partners"))
HELD = frozenset(listed("shares company business stock equity venture capital firm group outstanding voting"))


def halves(t: Tokens, i: int) -> Number | None:
    """What two own who own the same: "50/50", "fifty-fifty", "equal halves", "equally owned"."""
    word, after = t.words[i], t.word(i + 1)
    if word == "50" and after in ("/", ":", "50") and t.gap(i + 1) in ("", *HYPHENS):
        last = i + 3 if after != "50" else i + 2
        if t.word(last - 1) != "50" or t.gap(last - 1) not in ("", *HYPHENS):
            return None
    elif (word == "fifty" and after == "fifty") or (word in ("equal", "equally") and after in SHARED_OUT):
        last = i + 2
    else:
        return None
    return Number(Decimal(50), ONE, i, last, worded=True)


def is_company(t: Tokens, i: int) -> bool:
    """Whether the words at token i are a company or its shares: "the business", "Acme"; not its sales."""
    j = i + 1 if t.word(i) in ("the", "its", "a", "an", "their") else i
    if j > i and any(word in HELD for word in t.words[j : j + 3]):
        return True
    named = j == i and j < len(t.words) and t.text[t.starts[j]].isupper()
    return named and t.word(j + 1) not in ("'", "’")


def parts(t: Tokens, number: Number) -> Number | None:
    """The percentage of "two-thirds of the shares", "a one-third stake". Ordinals are none: "a third company"."""
    i = number.last
    part = PARTS.get(t.word(i))
    if part is None or not number.worded or number.scale != 1 or not 0 < number.value < part:
        return None
    held = i == number.first or t.word(i + 1) in ("stake", "interest", "share")
    if not held and (part == 2 or (t.gap(i) not in tuple(HYPHENS) and t.word(i + 1) != "of")):
        return None
    share = (number.value * 100 / part).quantize(HUNDREDTH)
    return replace(number, value=share, step=HUNDREDTH, last=i + 1)
