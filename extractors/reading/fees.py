"""What one side of a takeover owes the other where it comes to nothing."""

from extractors.reading.asides import owed_if_it_fails, paid_to_target
from extractors.reading.binding import Place
from extractors.reading.cast import Cast
from extractors.reading.lexicon import words
from extractors.reading.tokens import Tokens


def is_fee(read: Tokens, place: Place, cast: Cast) -> bool:
    """Whether a sum in a takeover is what one side owes the other where it comes to nothing."""
    if cast.kind != "acquisition":
        return False
    return paid_to_target(read, place, cast) or owed_if_it_fails(read, place) or called_fee(read, place)


def called_fee(read: Tokens, place: Place) -> bool:
    """Whether a sum is "the fee of $2.8 billion" or "a $2.8 billion fee" between the sides; not that of advisers."""
    before = read.low[max(read.sentences[place.scene.number].first, place.first - 4) : place.first]
    called = before[-2:] == ["fee", "of"] or read.low[place.last : place.last + 1] == ["fee"]
    return called and _SERVICES.isdisjoint(before)


_SERVICES = words(
    """
    advisory adviser advisers advisor management annual yearly licence license licensing transfer success listing entry
    service servicing arrangement underwriting performance exclusivity commitment application
    """
)


def in_talk_of_fee(read: Tokens, place: Place) -> bool:
    """Whether its sentence speaks of such a fee before it: "the break fee goes up: it becomes $3.5 billion if"."""
    before = read.low[read.sentences[place.scene.number].first : place.first]
    return any(word in ("fee", "fees") and before[i - 1] in _ENDING for i, word in enumerate(before) if i)


_ENDING = words("termination break break-up breakup up reverse walk-away exit")
