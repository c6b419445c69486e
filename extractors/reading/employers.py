"""Companies that are named only for those who work or worked there: "former Kellmark chief", "who left Kellmark"."""

from collections import Counter

from extractors.reading.lexicon import OFFICES, words
from extractors.reading.names import Named, Names
from extractors.reading.tokens import Tokens

_LEFT = words("former ex formerly left leave leaves leaving quit quits quitting joined rejoined one-time erstwhile")
_STAFF = OFFICES | words(
    """
    executive executives researcher researchers engineer engineers veteran veterans alumni alumnus employee employees
    staffer staffers scientist scientists technology product research banker bankers manager managers
    """
)


def employers_among(names: Names) -> frozenset[str]:
    """The keys of names that only say where people come from, at least once as where they left."""
    read = names.read
    told, shown, left = Counter[str](), Counter[str](), set[str]()
    for name in names.found:
        if not name.person:
            told[name.key] += 1
            gone = not read.owns[name.last - 1] and not _LEFT.isdisjoint(read.low[max(0, name.first - 2) : name.first])
            shown[name.key] += gone or _of_staff(read, name)
            if gone:
                left.add(name.key)
    return frozenset(key for key in left if shown[key] == told[key])


def _of_staff(read: Tokens, name: Named) -> bool:
    """Whether a name only says whose officer somebody is: "chief executive of Kellmark", "Kellmark researchers"."""
    led = read.low[max(0, name.first - 3) : name.first]
    return (name.last < len(read) and read.low[name.last] in _STAFF) or (
        led[-1:] in (["of"], ["at"]) and not _STAFF.isdisjoint(led)
    )
