"""What a company is worth: told as a valuation, by a round, on the exchange, or beside the deal's own value."""

from decimal import Decimal

from extractors.models import Figure
from extractors.reading import asides
from extractors.reading.binding import Bound, Place
from extractors.reading.cast import Cast
from extractors.reading.lexicon import words
from extractors.reading.tokens import Tokens


def meaning_of_worth(read: Tokens, place: Place, bound: Bound, cast: Cast) -> str | None:
    """What "worth", "valued at" and "valuation" mean: the deal in a takeover, the order in a sale, else the company."""
    sentence = read.sentences[place.scene.number]
    clause = read.low[max(sentence.first, place.first - _CLAUSE) : place.first]
    if "combined" in clause[-6:]:
        return "valuation"
    held = _is_held(clause)
    if cast.kind == "joint_venture" or held:
        return "deal_value"  # what a venture or a holding is worth, not the company
    if cast.kind == "acquisition":
        if not _IMPLIED.isdisjoint(clause) and "enterprise" not in clause:
            return "valuation"
        if _of_a_round(read, bound, clause):
            return "valuation"
        return None if not _MARKET.isdisjoint(clause) and _OFFERS.isdisjoint(clause) else "deal_value"
    if cast.kind in ("supply", "partnership"):
        after = read.low[place.last : min(sentence.last, place.last + _CLAUSE)]
        ordered = not _ORDERED.isdisjoint(clause) or (
            place.first - sentence.first < 5 and not _ORDERED.isdisjoint(after)
        )
        return "deal_value" if ordered else "valuation"
    return "valuation"


def _of_a_round(read: Tokens, bound: Bound, clause: list[str]) -> bool:
    """Whether a worth told in a report of a takeover is of a round, or of before: "was valued at", "a valuation of"."""
    cue = read.low[bound.cue.first]
    past = cue == "valued" and read.low[bound.cue.first - 1] in ("was", "were", "been")
    sold = any(word == "sale" and clause[i - 1] in _PAPER for i, word in enumerate(clause) if i)
    told = sold or not _ROUNDS.isdisjoint(clause)
    return cue.startswith("valuation") or past or (told and _OFFERS_OF.isdisjoint(clause))


_ROUNDS = words("round rounds fundraising funding flotation listing ipo offering placement raising")
_PAPER = words("share stock staff employee insider secondary shares tender")
_OFFERS_OF = words("deal offer bid proposal takeover merger acquisition buyout")


def is_worth_of_company(read: Tokens, place: Place, bound: Bound, cast: Cast) -> bool:
    """Whether a sum that looks like a deal's is put on the company: "would value the maker of Claude at"."""
    if cast.kind == "investment" and (asides.after_money(read, place) or _valued(read, place, bound)):
        return True
    return cast.kind in ("investment", "supply", "partnership") and _put_at(read, place)


def _is_held(clause: list[str]) -> bool:
    """Whether a holding or a venture is what is worth it, not the company."""
    return _VALUING_OTHERS.isdisjoint(clause) and not _HOLDINGS.isdisjoint(clause[-_HELD:])


def _valued(read: Tokens, place: Place, bound: Bound) -> bool:
    first = read.sentences[place.scene.number].first
    cue = read.low[max(first, bound.cue.first - 3) : bound.cue.last]
    if _VALUING.isdisjoint(cue) or _is_held(read.low[max(first, place.first - _CLAUSE) : place.first]):
        return False
    return _OFFERS.isdisjoint(cue[:-2]) and _ORDERED.isdisjoint(cue[:-2])


def _put_at(read: Tokens, place: Place) -> bool:
    """Whether the worth of a company is put at a sum: "put Acme's worth after the round at $350 billion"."""
    first = max(read.sentences[place.scene.number].first, place.first - _CLAUSE)
    last = place.first
    while last > first and read.low[last - 1] in _HEDGING:
        last -= 1
    if not _MONEY_BASIS.isdisjoint(read.low[max(first, last - _HELD) : last]):
        return _WRITES.isdisjoint(read.low[max(first, last - _HELD) : last])
    if read.low[last - 1] != "at":
        return False
    verb = next((i for i in range(last - 2, first - 1, -1) if read.low[i] in _PUTS_WORTH), last)
    if verb < last - 2 and read.low[verb + 1] != "of" and _NO_COMPANIES.isdisjoint(read.low[verb + 1 : last]):
        return True
    return any(read.low[i] in _WORTHS and read.owns[i - 1] for i in range(first + 1, last))


_HEDGING = words("around about roughly some approximately nearly almost over least to up more than")
_PUTS_WORTH = words("value values valued valuing prices pricing pegs pegged pegging assesses assessed appraised rates")
_NO_COMPANIES = words(
    """
    deal transaction offer bid agreement proposal takeover merger acquisition sale stake shareholding holding investment
    contract order venture project shares share interest package plan round commitment
    """
)
_WORTHS = words("worth valuation value")
_MONEY_BASIS = words("post-money postmoney pre-money premoney")
_WRITES = words("invest invests invested put puts raise raises raised round")


def own_worth(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether a company is worth it, not its deal: "Acme, worth $9bn", "Acme itself is worth"."""
    i = bound.cue.first
    while i and read.low[i - 1] in _BEING:
        i -= 1
    names = (*place.scene.parties, *place.scene.strangers)
    name = next((name for name in names if name.last == i and not read.owns[i - 1]), None)
    if name is None or (name.first and read.low[name.first - 1] in _TIES):
        return False
    before = read.low[read.sentences[place.scene.number].first : name.first]
    return _OFFERS.isdisjoint(before) and _ORDERED.isdisjoint(before)


_BEING = words("is was be been being has had have would will could itself still now then once already , are were")
_TIES = words("with from for of to by in on at between and the a an its their over into against")


def at_a_worth(read: Tokens, place: Place, figure: Figure, most: Decimal | None) -> bool:
    """Whether a sum after "at" is many times the `most` that is raised: "raised $675 million, at $2.6 billion"."""
    i = place.first - 1
    while i > 0 and read.low[i] in _HEDGING:
        i -= 1
    value = figure.value or figure.high
    if read.low[i] != "at" or value is None or most is None or value < most * _MANY_TIMES:
        return False
    return _ORDERED.isdisjoint(read.low[max(read.sentences[place.scene.number].first, i - _HELD) : i])


_MANY_TIMES = 3
_CLAUSE = 12  # words
_HELD = 10
_VALUING_OTHERS = words("values valuing valuation prices pricing")
_HOLDINGS = words("stake shareholding holding investment venture")
_VALUING = words("values valuing valued")
_IMPLIED = words("imply implies implied implying")
_MARKET = words("market exchange bourse shares stock capitalisation capitalization scrip cap")
_ORDERED = words(
    """
    order orders purchase purchases contract contracts deal deals agreement agreements pact lease leases options
    arrangement partnership package services
    """
)
_OFFERS = words("deal transaction offer bid values valuing agreement proposal takeover merger acquisition sale price")
