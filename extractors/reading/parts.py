"""Whether a sum is said to be a part: "of which $2bn", "the second payment of $1bn", "Acme's share is $3bn"."""

from extractors.reading.binding import Bound, Place
from extractors.reading.lexicon import PERCENT, SOFTENED, words
from extractors.reading.tokens import Tokens


def is_part(read: Tokens, place: Place) -> bool:
    """Whether a sum is said to be a part: "of which $2bn", "the other $4 billion", "$1bn of it", "$5m at closing"."""
    sentence = read.sentences[place.scene.number]
    i = place.first - 1
    while i >= sentence.first and read.low[i] in SOFTENED:
        i -= 1
    before = read.low[i] if i >= sentence.first else ""
    if before in _PARTLY:
        return _BIDS.isdisjoint(read.low[max(sentence.first, i - 9) : i])  # "from an initial 31 billion"
    after = read.low[place.last : min(place.last + 3, sentence.last)]
    if before in _THAT and after[:1] != [] and after[0].isalpha() and after[0] not in _RUNS_ON:
        return False  # "in place of that $100 billion agreement"
    if before in _WHOLES and not _OF.isdisjoint(read.low[max(sentence.first, i - 4) : i]):
        return True  # "of the total", "of which"
    soon = read.low[place.last : min(sentence.last, place.last + 4)]
    told = (
        after[:2] in _PART_OF or after[:1] in _AT_ONCE or any(soon[k : k + 2] in _WHEN_PAID for k in range(len(soon)))
    )
    return (
        told
        or (after[:2] == ["of", "the"] and after[2:] != [] and after[2] in _SUMS)
        or _of_one_step(read, sentence.first, place.first)
        or _starts_with(read, sentence.first, place.first)
    )


def is_cash_beside_shares(read: Tokens, place: Place) -> bool:
    """Whether shares are paid besides: "some 117 million shares and $18 billion in cash"; not "in cash and stock"."""
    sentence = read.sentences[place.scene.number]
    after = read.low[place.last : min(place.last + _CLAUSE, sentence.last)]
    if after[:1] == ["cash"]:
        after = ["in", *after]
    if after[:2] not in (["in", "cash"], ["of", "cash"]):
        return False
    before = read.low[max(sentence.first, place.first - _CLAUSE) : place.first]
    while before and (before[-1] in SOFTENED or before[-1] in _HANDS):
        before.pop()
    if before[-1:] != [] and before[-1] in _BOTH and not _SHARES.isdisjoint(before):
        return True
    joined = after[2:3] != [] and (after[2] in _BOTH or after[2] == ",")
    return joined and after[3:4] != [] and after[3] not in _SHARES and not _SHARES.isdisjoint(after[3:])


def is_share_of_works(read: Tokens, place: Place, bound: Bound) -> bool:
    """Whether a sum is what one of several pays or lends for what is built: "its share is $4bn", "a $1bn loan"."""
    sentence = read.sentences[place.scene.number]
    before = read.low[max(sentence.first, place.first - _CLAUSE) : place.first]
    after = read.low[place.last : min(place.last + _SOON, sentence.last)]
    if _of_its_part(read, sentence.first, place):
        return True
    if read.low[bound.cue.first] in _PAYS and _for_a_holding(read.low[place.last : sentence.last]):
        return True
    if read.low[bound.cue.first] in _COSTS and bound.cue.first < place.first:
        return not _OWN_SHARE.isdisjoint(before)
    return not (_AID | _OWN_SHARE).isdisjoint(before) or not _AID.isdisjoint(after)


def _of_its_part(read: Tokens, first: int, place: Place) -> bool:
    """Whether an owner's part is spoken of: "its share of the cost", "will spend $6bn on its part of Harrow"."""
    if read.low[place.last : place.last + 3] in (["on", "its", "part"], ["on", "its", "share"], ["for", "its", "part"]):
        return True
    for i in range(place.first - 1, first, -1):
        low = read.low[i]
        if low in _SUMS or low == ";":
            return False  # of what was told before it
        own = read.low[i - 1] in ("its", "own") or read.owns[i - 1]
        if (low in _OWN_SHARE and own and read.low[i + 1] == "of") or (low == "own" and read.owns[i - 1]):
            return True
    return False


def _for_a_holding(after: list[str]) -> bool:
    """Whether a share of the whole is bought with it: "committed £1.2 billion in return for a 20% holding"."""
    near = after[:_CLAUSE]
    return any(word in PERCENT or word.endswith("per-cent") for word in near) and not _HELD.isdisjoint(near)


_PAYS = words(
    """
    pay pays paid paying commit commits committed committing spend spends spending invest invests invested investing
    put puts putting contribute contributes
    """
)
_HELD = words("stake holding interest share shareholding participation secure acquire buy own")


_SOON = 6  # words after a sum that say what it is
_COSTS = words(
    """
    total totals totalled totaled totalling cost costs costing price budget estimate estimated estimates bill invest
    investment spend project
    """
)
_OWN_SHARE = words("share part portion")
_AID = words(
    """
    loan loans grant grants award awards awarded subsidy subsidies guarantee guarantees financing funding debt equity
    credit incentives lend lends lent aid contributes contribute contributed holding receive receives received
    """
)
_SHARES = words("shares stock")
_BOTH = words("and plus with")
_HANDS = words("pay pays paying paid hand hands handing handed give gives giving gave put puts putting another")


def _of_one_step(read: Tokens, first: int, place: int) -> bool:
    """Whether the clause speaks of one step of several, or of the part of one: "the second instalment, $1bn"."""
    start = max(first, place - _CLAUSE)
    for i in range(place - 1, start - 1, -1):
        word = read.low[i]
        if word in _BORDERS or (word[0].isdigit() and read.low[i + 1] in _SCALES):
            return False
        if word in _STEPS and i > first and read.low[i + 1] not in _OF_SHARES:
            return read.low[i - 1] in _ORDINALS or (
                word in _SHARED and (read.owns[i - 1] or read.low[i - 1] == "whose")
            )
    return False


def _starts_with(read: Tokens, first: int, place: int) -> bool:
    """Whether it is only the beginning: "starting with $1.25 billion"."""
    before = [word for word in read.low[max(first, place - 4) : place] if word not in SOFTENED]
    return before[-1:] == ["with"] and before[-2:-1] != [] and before[-2] in _STARTS


_CLAUSE = 12  # words
_BORDERS = words("; . ? ! : and but while bid bids offer offers")
_SCALES = words("billion bn million m trillion crore lakh mln bln")
_STEPS = words("part payment instalment installment tranche portion step cheque check share slice contribution payout")
_OF_SHARES = words("capital price prices swap purchase sale buyback issue offer exchange premium count register")
_SHARED = words("part portion share slice contribution cheque check")
_ORDINALS = words("first second third fourth fifth last final initial opening next further remaining other smaller")
_STARTS = words("start starts starting started begin begins beginning began")
_SUMS = words(
    "amount sum total money package round price bill cost outlay investment envelope commitment cash financing"
)
_PARTLY = words(
    """
    first initial opening other another remaining further additional extra second third final last balance rest
    remainder upfront up-front
    """
)
_BIDS = words("offer bid proposal offers bids proposals raised offered")
_WHOLES = words("which that this these those sum total amount money price envelope package whole it")
_THAT = words("that this these those")
_RUNS_ON = words("in is are has have had was were will would falls fall comes come goes go went from on at by as")
_OF = words("of out")
_PART_OF = [["of", "it"], ["of", "that"], ["of", "this"], ["of", "which"], ["each", "year"]]
_WHEN_PAID = [
    ["at", "closing"], ["on", "closing"], ["at", "completion"], ["on", "completion"], ["on", "signing"],
    ["at", "signing"], ["at", "once"], ["straight", "away"], ["falls", "due"], ["up", "front"], ["right", "away"],
    ["at", "first"], ["at", "outset"], ["for", "now"], ["for", "starters"],
]  # fmt: skip
_AT_ONCE = [["upfront"], ["up-front"], ["immediately"], ["initially"]]
