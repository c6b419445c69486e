"""Prices of one share or one piece: what a small sum is, and what it is not."""

from extractors.reading import asides
from extractors.reading.binding import Place
from extractors.reading.lexicon import words
from extractors.reading.tokens import Tokens


def of_a_share(read: Tokens, place: Place, attribute: str) -> str | None:
    """A price per share, unless it is what a share cost on the exchange or a part of what is paid."""
    if attribute != "price_per_share" and not _for_a_share(read, place):
        return None
    if asides.price_on_exchange(read, place) or _quoted(read, place) or read.low[place.first - 1] == "by":
        return None  # "raised by $2 a share" is no price
    if asides.is_difference(read, place):
        return None
    if _is_whole(read, place):
        return "price_per_share"
    if not _WISHED.isdisjoint(read.low[place.last : place.last + 4]):
        return None  # "a price above $130 would be needed"
    if "ticking" in read.low[max(0, place.first - 6) : place.first] or read.low[place.first - 1] in (
        "further",
        "additional",
        "extra",
    ):
        return "other:ticking_fee"
    return "other:part_of_price" if asides.part_of_price(read, place) else "price_per_share"


def _is_whole(read: Tokens, place: Place) -> bool:
    """Whether it is said to be the whole price: "£36.8bn, or £31.11 a share", "$86.20 in all"."""
    after = read.low[place.last : place.last + 2]
    again = read.low[place.first - 1] == "or" and read.low[place.first - 2] in (",", ")", "bn", "billion", "million")
    return again or after in (["in", "all"], ["all", "told"], ["in", "total"], ["all", "in"])


def _quoted(read: Tokens, place: Place) -> bool:
    """Whether shares are or were at it: "Acme stock was at $5.83 on Tuesday"."""
    before = read.low[max(read.sentences[place.scene.number].first, place.first - 5) : place.first]
    return before[-1:] == ["at"] and not _STANDS.isdisjoint(before[-3:]) and not _SHARES.isdisjoint(before)


_STANDS = words("is was are were been now still stood stands remained remains")
_WISHED = words("needed required necessary")


def newly_issued(read: Tokens, place: Place) -> bool:
    """Whether the shares counted are new ones: "subscribe for 166,389,351 new Nokia shares"."""
    return not _ISSUED.isdisjoint(read.low[max(0, place.first - 6) : place.last + 3])


def at_a_price(read: Tokens, place: Place) -> bool:
    """Whether the shares counted have their price beside them: "215 million shares at $23.28 each"."""
    return read.low[place.last : place.last + 1] == ["at"] and not _EACH.isdisjoint(
        read.low[place.last + 1 : place.last + 7]
    )


_EACH = words("each apiece share")
_ISSUED = words(
    """
    warrant warrants option options granted grants grant subscribe subscribes issue issues issued new newly primary got
    gets get receive receives received buy buys bought acquire acquires acquired purchase purchases purchased further
    """
)


def _for_a_share(read: Tokens, place: Place) -> bool:
    """Whether a small sum is paid for a share, though the words stand apart: "$197.00 in cash … for each share"."""
    after = read.low[place.last : min(place.last + 16, read.sentences[place.scene.number].last)]
    return (
        any(after[i : i + 2] in (["each", "share"], ["every", "share"], ["per", "share"]) for i in range(len(after)))
        or ("cash" in after[:3] and "share" in after)
        or (
            after[:1] in (["each"], ["apiece"])
            and not _SHARES.isdisjoint(
                read.low[max(read.sentences[place.scene.number].first, place.first - 30) : place.first]
            )
        )
    )


_SHARES = words("shares stock stake")


def per_piece(read: Tokens, place: Place) -> bool:
    """Whether it is a price or cost of one of many: "$300m per plant", "$2 million an acre"."""
    after = read.low[place.last : min(place.last + 3, read.sentences[place.scene.number].last)]
    return bool(after) and (
        after[0] in ("per", "apiece") or after[:2] == ["for", "each"] or (after[0] in ("a", "an") and len(after) > 1)
    )


def words_of(read: Tokens, place: Place) -> list[str]:
    """The words of the sentence around a figure, in lower case."""
    sentence = read.sentences[place.scene.number]
    return read.low[sentence.first : sentence.last]
