"""Sums of something else than the deal: what the noun after them, the verb before them or a move tells."""

from extractors.reading.binding import NO_CUE, Bound, Place
from extractors.reading.lexicon import words
from extractors.reading.tokens import Tokens


def is_of_something_else(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether the words beside a sum make it one of something else, whatever word of deals stands in the sentence."""
    return (
        _in_hand(read, place)
        or _besides(read, place)
        or _earlier_round(read, place, bound)
        or _at_market(read, place, bound)
    ) or (bound.cost >= NO_CUE and (_qualifies(read, place) or _moved(read, place) or _of_kind(read, place)))


def is_borrowed(read: Tokens, place: Place) -> bool:
    """Whether the sum is of paper or credit: "$5.5bn of senior notes", "$3.6bn of delayed-draw financing"."""
    last = read.sentences[place.scene.number].last
    if place.last >= last or read.low[place.last] != "of":
        return False
    for i in range(place.last + 1, min(place.last + _NAMED, last)):
        if read.low[i] in _CREDITS:
            return True
        if not read.low[i][0].isalpha() or read.low[i] in _NO_NOUNS - _CREDITS:
            return False
    return False


_NAMED = 6  # words
_CREDITS = words(
    """
    notes bonds bond debt debts loans loan debentures mortgages borrowings borrowing credit facilities facility
    financing refinancing paper overdraft
    """
)


def _qualifies(read: Tokens, place: Place) -> bool:
    """Whether the sum only describes a noun that is no word of deals: "a £1.5m campaign", "its $400 million refit"."""
    last = read.sentences[place.scene.number].last
    if place.last >= last or read.low[place.first - 1] not in _ARTICLES:
        return False
    word = read.raw[place.last]
    return word.isalpha() and word.islower() and word not in _NO_NOUNS and not word.endswith(("ing", "ed", "ly"))


_ARTICLES = words("a an its their his her another")
_NO_NOUNS = words(
    """
    for in of to from on at by with over under into after before when while as and or but if that which who so than
    per each apiece more less cash up out down is are was were has have had will would can could may might must
    chunk slice piece part portion share bite cheque check injection boost bet gamble splash whole sum total haul
    infusion lifeline windfall outlay tab war swoop move coup play plunge spree return exit kitty pot pool fund
    one approach overture advance marriage union combination courtship rescue bailout bail-out loan fundraising raise
    all per-share stock debt equity cash-and-stock mega buy-in transfer tender transition upfront venture
    """
)


def _in_hand(read: Tokens, place: Place) -> bool:
    """Whether the money lies there: "has about $504 million in cash"; not "has $5bn in cash to offer"."""
    after = read.low[place.last : place.last + 4]
    if after[:2] not in _CASH or after[2:3] == ["to"]:
        return False
    return not _HAS.isdisjoint(read.low[max(0, place.first - 3) : place.first])


_CASH = (["in", "cash"], ["of", "cash"], ["in", "hand"], ["on", "hand"])
_HAS = words("has had have holds held sits sitting hoards hoarded with")


def _besides(read: Tokens, place: Place) -> bool:
    """Whether a deal comes on top of it, or it is all of somebody's: "on top of the $15bn", "45% of its $6bn"."""
    i = place.first - 1
    first = read.sentences[place.scene.number].first
    while i > first and read.low[i] in _SOFTENED:
        i -= 1
    before = read.low[max(first, i - 3) : i + 1]
    if before[-2:] in _ON_TOP or before[-1:] == ["besides"]:
        return True
    return before[-1:] == ["of"] and read.low[place.first - 1] in ("its", "their") and not _PERCENT.isdisjoint(before)


_SOFTENED = words("the a its their some about around roughly nearly almost over more than up to at least")
_ON_TOP = (
    ["top", "of"],
    ["addition", "to"],
    ["apart", "from"],
    ["aside", "from"],
    ["separate", "from"],
    ["not", "counting"],
)


def _earlier_round(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether a company raised it once: "raised $1bn in May"."""
    if place.scene.number == 0 or bound.cue.last > place.first:
        return False
    raised = bound.attribute == "raised" and read.low[bound.cue.first] in ("raised", "secured")
    if not raised:
        return False
    last = read.sentences[place.scene.number].last
    return not _THEN.isdisjoint(read.low[place.last : min(last, place.last + _SOON)])


_SOON = 5  # words
_THEN = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec last ago earlier spring summer autumn fall winter previous
    """
)


def _at_market(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether it is what something is worth at the price on the exchange: "at Friday's closing price it is worth"."""
    if bound.attribute != "valuation" and read.low[bound.cue.first] != "worth":
        return False
    clause = read.low[max(read.sentences[place.scene.number].first, place.first - _CLAUSE) : place.first]
    return any(
        clause[i] in _CLOSING and clause[i + 1 : i + 2] in (["price"], ["prices"], ["level"])
        for i in range(len(clause))
    )


_CLOSING = words("closing market current last share")


def _moved(read: Tokens, place: Place) -> bool:
    """Whether it is where something rose or fell to: "went up 64% to $43.2 billion"; an offer may rise so."""
    before = read.low[max(read.sentences[place.scene.number].first, place.first - _CLAUSE) : place.first]
    return before[-1:] == ["to"] and not _PERCENT.isdisjoint(before[-4:]) and _BIDS.isdisjoint(before)


_CLAUSE = 14  # words
_PERCENT = words("% percent pct cent")
_BIDS = words(
    """
    offer offers bid bids proposal price deal stake commitment investment order contract package value valuation sum
    round cost bill total plan pledge it
    """
)


def _of_kind(read: Tokens, place: Place) -> bool:
    """Whether a firm is described by it: "a family business of more than $65 billion"."""
    before = read.low[max(0, place.first - 3) : place.first]
    return before[-1:] == ["of"] and not _FIRMS.isdisjoint(before[:-1])


_FIRMS = words("business company firm group giant empire maker lender insurer retailer conglomerate economy market")
