"""Who lends the money for a deal: before a verb of giving, far from the debt that it gives."""

from collections.abc import Iterator

from extractors.models import Role
from extractors.reading.clauses import Clause, Part
from extractors.reading.events import Event
from extractors.reading.lexicon import words

_SURE = 0.6  # what a hint is worth beside a verb that names both sides


def lenders_of(scene: Clause, number: int) -> Iterator[Event]:
    """Who gives what is borrowed: "Kellmark and Tarnway have committed $8 billion of bridge financing"."""
    first, last = scene.sentence.first, scene.sentence.last
    low = scene.read.low[first:last]
    if _DEBT.isdisjoint(low) or _GIVE.isdisjoint(low):
        return
    for i in range(first, last):
        if scene.word(i) in _GIVE and any(scene.word(j) in _DEBT for j in range(i + 1, min(i + _FAR_DEBT, last))):
            giver = scene.before(i)
            if giver is not None and giver.last <= i:
                for one in scene.preceding(giver):
                    lender = (Part(Role.LENDER, one.key, one.first),)
                    yield Event("acquisition", lender, one.first, number, "hint", _SURE)


_GIVE = words(
    """
    provide provides provided providing commit commits committed committing arrange arranges arranged arranging supply
    supplies supplied extend extends extended extending underwrite underwrites underwrote underwriting lend lends lent
    """
)
_DEBT = words("loan loans debt financing facility bridge credit loan-facility")
_FAR_DEBT = 9  # words from a verb of giving to what is lent
