"""Figures that stand beside the deal: parts of a price, prices on the exchange, holdings of old, fees, debt.

Each question is asked of a figure in its sentence. What the cues alone cannot tell, the words around it can.
"""

from extractors.models import Role
from extractors.reading.binding import Place
from extractors.reading.cast import Cast
from extractors.reading.holdings import MOVES
from extractors.reading.lexicon import SOFTENED, words
from extractors.reading.tokens import Tokens

_NEAR = 14  # words
_KINDS_OF_PAPER = words("preferred debentures notes stock warrants")
_TOTALS = words("works worked out together total told altogether all values valuing valued worth equal equivalent")
_DEBTS = words("debt debts loans loan bonds borrowing borrowings notes")
_BEFORE_DEBT = words("of in its their new net long-term term the existing and short-term bank about some")
_OWES = words("pay pays owe owes paid paying owed")
_HOLDS = words("holds own owns owned held holding have has hold kept holder holders owner owners keeps speak")
_AHEAD = words("will would to shall take buy acquire sell give gives gave after raise increase")
_HOLDERS = words("shareholders holders owners stockholders shareowners investors theirs they")
_ENDING = words("own ownership owning end ended left kept keep have hold get be")
_MERGED = words("combined merged enlarged larger resulting new")


def part_of_price(read: Tokens, place: Place) -> bool:
    """Whether a sum for a share is only its cash part: "$3.50 in cash and 0.14625 shares"."""
    sentence = read.sentences[place.scene.number]
    first, last = max(sentence.first, place.first - _NEAR), min(sentence.last, place.last + _NEAR)
    before = read.low[max(first, place.first - 6) : place.first]
    if before[-2:] == ["of", "which"] or not _CONTINGENT.isdisjoint(
        read.low[max(first, place.first - 9) : place.first]
    ):
        return True
    after = read.low[place.last : place.last + 9]
    if "cash" in after[:3] and "dividend" in after:
        return True
    told = "share" not in read.low[place.first : place.last] or any(
        word[0].isdigit() for word in read.low[sentence.first : max(sentence.first, place.first - 6)]
    )
    if told and not _MADE_UP.isdisjoint(before) and "cash" in read.low[place.last : place.last + 3]:
        return True
    if read.low[place.last : place.last + 1] == ["more"]:
        return True
    if not _TOTALS.isdisjoint(read.low[max(first, place.first - 4) : place.first]):
        return False
    if not _TOTALS.isdisjoint(read.low[place.last : place.last + 3]):
        return False
    for i in range(first, last):
        if place.first <= i < place.last:
            continue
        whole, _, decimals = read.raw[i].partition(".")
        share = not _SHARES.isdisjoint(read.low[i + 1 : i + 9])
        if whole.isdigit() and decimals.isdigit() and share and (len(decimals) > 2 or read.low[i + 1] == "of"):
            return _joined(read, place, i)
    return read.low[place.last : place.last + 1] == ["of"] and not _KINDS_OF_PAPER.isdisjoint(
        read.low[place.last : place.last + 3]
    )


_SHARES = words("share shares stock")
_CONTINGENT = words("contingent cvr cvrs milestone milestones")
_MADE_UP = words("comprising comprises consisting consists made")


def _joined(read: Tokens, place: Place, i: int) -> bool:
    """Whether "and", "plus" or a comma joins the two, so that they are paid together."""
    between = read.low[min(place.last, i) : max(place.first, i)]
    return not _AND.isdisjoint(between) and "or" not in between


_AND = words("and plus , with")


def price_on_exchange(read: Tokens, place: Place) -> bool:
    """Whether a sum is where a share stood: "added 5.6% to $25.66", "Friday's $172.61"."""
    before = read.low[max(0, place.first - 4) : place.first]
    moved = before[-1:] in (["to"], ["at"]) and not {"%", "percent", "pct", "cent"}.isdisjoint(before)
    sentence = read.sentences[place.scene.number]
    clause = read.low[max(sentence.first, place.first - 10) : place.first]
    traded = not _PAPER.isdisjoint(clause) and not _TRADED.isdisjoint(clause)
    paid = read.low[place.first : place.last][-1:] == ["share"] and not _YIELDS.isdisjoint(clause[-8:])
    if paid or read.low[place.last : place.last + 2] == ["at", "which"]:
        return True
    return (
        moved
        or traded
        or _stands(read, place, sentence.first)
        or (place.first > 0 and read.owns[place.first - 1] and before[-1] in _WEEKDAYS)
    )


def _stands(read: Tokens, place: Place, first: int) -> bool:
    """Whether a share opens a clause and stands somewhere without a verb: "Stock at SEK 108.9", "the shares, at $9"."""
    i = place.first - 1
    if i <= first or read.low[i] != "at" or not _EACH.isdisjoint(read.low[place.last - 1 : place.last + 1]):
        return False
    i -= 2 if read.low[i - 1] == "," else 1
    if i < first or read.low[i] not in _PAPER:
        return False
    i -= 1
    while i >= first and read.low[i] in ("the", "its", "their"):
        i -= 1
    return i < first or not read.low[i][0].isalnum()


_YIELDS = words("dividend dividends earnings buyback")
_EACH = words("each apiece share")
_PAPER = words("shares stock scrip share paper adrs")
_TRADED = words(
    """
    closed close closing ended finished opened open stood stands traded trades trading rose fell jumped climbed gained
    dropped slid slipped soared surged leapt leaped added lost hit touched quoted changed
    """
)
_WEEKDAYS = words("monday tuesday wednesday thursday friday yesterday")


def is_debt(read: Tokens, place: Place) -> bool:
    """Whether the money is borrowed or owed, not paid: "$8 billion of its net debt"."""
    i = place.last
    if i >= len(read) or read.low[i] != "of":
        return False
    while i < len(read) and i - place.last < 5 and read.low[i] in _BEFORE_DEBT:
        i += 1
    return i < len(read) and read.low[i] in _DEBTS


def paid_to_target(read: Tokens, place: Place, cast: Cast) -> bool:
    """Whether the buyer pays the target itself, as only a fee is paid: "will pay Spirit $69 million"."""
    targets = {party.name for party in cast.parties if party.role is Role.TARGET}
    if cast.kind != "acquisition":
        return False
    for name in place.scene.parties:
        if (
            name.last == place.first
            and read.low[name.first - 1 : name.first]
            and (read.low[name.first - 1] in _OWES and cast.names.display(name.key) in targets)
        ):
            return not read.owns[name.last - 1]
    return False


def owed_if_it_fails(read: Tokens, place: Place) -> bool:
    """Whether money is due where the deal fails: "Netflix would pay $5.8bn if regulators block it"."""
    sentence = read.sentences[place.scene.number]
    low = read.low[sentence.first : sentence.last]
    if _OWES.isdisjoint(low) and "due" not in low:
        return False
    return not _IFS.isdisjoint(low) and not _FAILS.isdisjoint(low)


_IFS = words("if should unless when case where")
_FAILS = words(
    """
    fails fail failing block blocks blocked prevent prevents prevented collapses collapse terminated terminate
    terminates refuse refuses reject rejects rejected walks walk falls apart stop stops stopped thwart halted abandoned
    abandons scuttle scuttled
    """
)


def old_holding(read: Tokens, place: Place, cast: Cast) -> bool:
    """Whether a percentage is what somebody holds already, in a takeover: "Acorn, which holds 68%"."""
    if cast.kind != "acquisition":
        return False
    sentence = read.sentences[place.scene.number]
    before = read.low[max(sentence.first, place.first - 10) : place.first]
    held = [i for i, word in enumerate(before) if word in _HOLDS and i >= len(before) - 6]
    if before[-1:] == ["with"]:
        return True
    return bool(held) and _AHEAD.isdisjoint(before[max(0, held[-1] - 3) :])


def share_of_holders(read: Tokens, place: Place, cast: Cast) -> bool:
    """Whether it is what the old holders will have of the merged company: no stake that is bought."""
    if cast.kind != "acquisition":
        return False
    sentence = read.sentences[place.scene.number]
    low = read.low[sentence.first : sentence.last]
    after = read.low[place.last : place.last + 4]
    if after[:2] == ["of", "the"] and len(after) > 2 and after[2] in _MERGED:
        return not _HOLDERS.isdisjoint(low)
    before = read.low[max(sentence.first, place.first - _NEAR) : place.first]
    return not _HOLDERS.isdisjoint(before) and not _ENDING.isdisjoint(before)


def is_move(read: Tokens, place: Place) -> bool:
    """Whether a percentage tells how far something rose or fell: "gaining as much as 18%", "down 2%"."""
    i = place.first - 1
    first = read.sentences[place.scene.number].first
    while i >= first and read.low[i] in SOFTENED | _BY:
        i -= 1
    before = read.low[i] if i >= first else ""
    after = read.low[place.last : min(place.last + 1, read.sentences[place.scene.number].last)]
    return before in MOVES or (after != [] and after[0] in _COMPARED)


_BY = words("by another further as much")
_COMPARED = words("higher lower more less richer better worse cheaper dearer above below weaker stronger up down")


def is_added(read: Tokens, place: Place) -> bool:
    """Whether a sum is only what comes on top: "has expanded its agreement by up to $6.5 billion"."""
    sentence = read.sentences[place.scene.number]
    i = place.first - 1
    while i > sentence.first and read.low[i] in SOFTENED:
        i -= 1
    before = read.low[max(sentence.first, i - 9) : i]
    return read.low[i] == "by" and not _GROWS.isdisjoint(before)


_GROWS = words(
    """
    expand expands expanded expanding increase increases increased increasing raise raises raised raising lift lifts
    lifted lifting grow grows grew growing boost boosts boosted top tops topped enlarge enlarged extend extends extended
    cut cuts reduce reduces reduced lower lowers lowered up ups upped hiked sweeten sweetened improve improved
    """
)


def is_difference(read: Tokens, place: Place) -> bool:
    """Whether a sum is how far two others lie apart: "$18 billion more in cash than"."""
    after = read.low[place.last : min(place.last + 2, read.sentences[place.scene.number].last)]
    if after[:1] and after[0] in _APART:
        return True
    return after[:1] in (["more"], ["less"]) and after[1:] in (["in"], ["than"], ["cash"])


_APART = words("higher lower above below better worse dearer cheaper richer")


def is_owed(read: Tokens, place: Place) -> bool:
    """Whether a sum is borrowed, lent or owed: "debt of $29 billion", "owes its banks £3.2bn", "will borrow $14bn"."""
    sentence = read.sentences[place.scene.number]
    before = [word for word in read.low[max(sentence.first, place.first - 5) : place.first] if word not in SOFTENED]
    owed = before[-1:] == ["of"] and not (_DEBTS | _LIABILITIES).isdisjoint(before[-5:])
    after = read.low[place.last : place.last + 2]
    told = after[:1] in (["is"], ["in"]) and not (_DEBTS | _LIABILITIES).isdisjoint(after)
    return owed or told or not _BORROWS.isdisjoint(before[-3:])


_LIABILITIES = words("liabilities liability")
_BORROWS = words("borrow borrows borrowed borrowing lend lends lent lending owes owed owing refinance refinances")


def after_money(read: Tokens, place: Place) -> str | None:
    """The basis of a valuation told by "before" and "after" the new money; None where it is no such valuation."""
    sentence = read.sentences[place.scene.number]
    if _VALUED.isdisjoint(read.low[sentence.first : place.first]):
        return None
    after = read.low[place.last : place.last + 2]
    if after[:1] in (["before"], ["without"], ["excluding"]):
        return "pre_money"
    return "post_money" if after[:1] in (["after"], ["including"]) or after == ["with", "it"] else None


_VALUED = words("values value valuing valued valuation worth")
