"""Which role each party has: by the verbs around it, and where they are silent by what the others do."""

from collections import Counter

from extractors.models import Role
from extractors.reading.cast import TWO_SIDES, Votes
from extractors.reading.dealing import BUYERS, GOODS
from extractors.reading.houses import houses_among
from extractors.reading.lexicon import words
from extractors.reading.names import Names
from extractors.reading.supplies import chips_of, goods_of, lets_computing
from extractors.reading.tokens import Tokens


def roles_of(
    kind: str | None, kinds: dict[str, float], votes: Votes, pair: frozenset[str], read: Tokens, names: Names
) -> list[tuple[str, Role]]:
    """The keys of the parties with their roles, the main pair first."""
    if kind is None:
        return []
    if kind in ("acquisition", "investment") and len(pair) == 2:
        for key in houses_among(pair, names):
            votes[key][TWO_SIDES[kind][0]] += _TRADE
    if kind in ("partnership", "supply", "investment") and len(pair) == 2:
        return _trade(kind, kinds, votes, pair, read, names) + _partners(kind, kinds, votes, pair)
    if kind == "joint_venture" and len(pair) == 2 and (_invests(pair, votes) or _one_receives(pair, votes)):
        return _trade("investment", kinds, votes, pair, read, names) + _partners(kind, kinds, votes, pair)
    found: list[tuple[str, Role]] = []
    fitting = set(TWO_SIDES[kind]) | ({Role.SELLER} if kind == "acquisition" else set())
    for key in _in_order(votes, pair, names):
        mine = {role: weight for role, weight in votes[key].items() if role in fitting}
        if not mine and key in pair and kind == "acquisition":
            mine = {_ALIKE[role]: weight for role, weight in votes[key].items() if role in _ALIKE}
        if mine:
            found.append((key, max(mine, key=lambda role: (mine[role], role))))
        elif key in pair and kind != "build_out":
            found.append((key, _other_side(kind, found)))
    return _two_sided(kind, _one_target(found, votes, names), votes)


_TRADE = 0.4  # what it counts that a party buys and invests by trade
_LIKE = 0.5  # what a vote for the side of a purchase counts for that side of another exchange
_ALIKE = {Role.INVESTOR: Role.ACQUIRER, Role.INVESTEE: Role.TARGET}


def _partners(kind: str, kinds: dict[str, float], votes: Votes, pair: frozenset[str]) -> list[tuple[str, Role]]:
    """Who puts money into another may also share a joint venture with it."""
    shared = kinds.get("joint_venture", 0.0)
    if kind == "joint_venture" or (
        kind == "investment" and shared > _SHARED and (_invests(pair, votes) or _gives(pair, votes))
    ):
        return [(key, Role.PARTNER) for key in sorted(pair | {k for k, v in votes.items() if v.get(Role.PARTNER)})]
    return []


_SHARED = 0.35  # weight of the words of a joint venture at which an investment is one too


def _one_target(found: list[tuple[str, Role]], votes: Votes, names: Names) -> list[tuple[str, Role]]:
    """A part without a name ("streaming business") is the target only where no company is said to be."""
    things = {key for key, role in found if role is Role.TARGET and key not in names.called}
    if not things:
        return found
    named = any(role is Role.TARGET and key not in things for key, role in found)
    also = {key for key, role in found if role is Role.SELLER and votes[key].get(Role.TARGET) and not named}
    if not also and not named:
        main = max(sorted(things), key=lambda key: (votes[key][Role.TARGET], len(key)))
        return [(key, role) for key, role in found if key == main or key not in things]
    return [(key, Role.TARGET if key in also else role) for key, role in found if key not in things]


def _in_order(votes: Votes, pair: frozenset[str], names: Names) -> list[str]:
    first = {name.key: name.first for name in reversed(names.found)}
    return sorted(votes.keys() | pair, key=lambda key: (key not in pair, first.get(key, 0), key))


def _trade(
    kind: str, kinds: dict[str, float], votes: Votes, pair: frozenset[str], read: Tokens, names: Names
) -> list[tuple[str, Role]]:
    """Two companies may trade money and goods at once: each exchange that the report speaks of gives both a role."""
    seller = _seller(kind, pair, votes)
    if seller is not None:
        buyer = max(votes, key=lambda key: (key not in pair) * votes[key].get(Role.INVESTOR, 0.0))
        pair = frozenset(pair - {seller} | {buyer})
    order = _in_order(votes, pair, names)
    weight = kinds.get("investment", 0.0)
    spoken = any(votes[key].keys() & {Role.INVESTOR, Role.INVESTEE} for key in pair)
    invests = _invests(pair, votes) or (
        (spoken or kind == "investment")
        and not _only_partners(pair, votes)
        and (kind == "investment" or weight > _ALSO * kinds[kind])
    )
    if kind == "investment" and all(votes[key].keys() == {Role.INVESTOR} for key in pair):
        return [(key, Role.INVESTOR) for key in order if key in pair or votes[key].get(Role.INVESTOR)]
    trader = _supplier(kind, None, pair, votes, read, names)
    if trader in houses_among(pair, names):
        trader = None  # who invests by trade sells no goods
    investor = _giver(pair, votes, trader, order) if invests else None
    supplier = trader or _supplier(kind, investor, pair, votes, read, names)
    supplier = None if kind == "investment" and houses_among(pair, names) else supplier
    if supplier is None and kind == "supply":
        supplier = order[0]
    found: list[tuple[str, Role]] = []
    for giver, gives, takes in ((investor, Role.INVESTOR, Role.INVESTEE), (supplier, Role.SUPPLIER, Role.CUSTOMER)):
        if giver is not None:
            found += [(giver, gives), *((key, takes) for key in pair if key != giver)]
            found += [
                (key, role) for key in order if key not in pair for role in (gives, takes) if votes[key].get(role)
            ]
    if kind == "investment":
        told = {key for key, _ in found}
        found += [(key, Role.SELLER) for key in order if key not in told and votes[key].get(Role.SELLER)]
    return found or [(key, Role.PARTNER) for key in order if key in pair or votes[key].get(Role.PARTNER)]


def _seller(kind: str, pair: frozenset[str], votes: Votes) -> str | None:
    """Who of the pair sells its holding to another: "Kellmark sold its stake in Pardee to Weston"."""
    if kind != "investment" or not any(mine.get(Role.INVESTOR) for key, mine in votes.items() if key not in pair):
        return None
    sells = [key for key in pair if votes[key].get(Role.SELLER, 0.0) > votes[key].get(Role.INVESTOR, 0.0)]
    return sells[0] if len(sells) == 1 else None


_ALSO = 0.3  # share of the main kind's weight at which a second exchange counts


def _invests(pair: frozenset[str], votes: Votes) -> bool:
    """Whether a verb says that one of the pair invests in the other."""
    gives = {key for key in pair if votes[key].get(Role.INVESTOR)}
    takes = {key for key in pair if votes[key].get(Role.INVESTEE)}
    return bool(gives and takes - gives) or bool(takes and gives - takes)


def _gives(pair: frozenset[str], votes: Votes) -> bool:
    """Whether one of the pair is said to put in money, whoever takes it."""
    return any(votes[key].get(Role.INVESTOR, 0.0) >= 1.0 for key in pair)


def _one_receives(pair: frozenset[str], votes: Votes) -> bool:
    """Whether money is said to go into one of two partners: "its bet on Pardee"."""
    others = any(mine.get(Role.INVESTOR) for key, mine in votes.items() if key not in pair)
    takes = sum(votes[key].get(Role.INVESTEE, 0.0) > votes[key].get(Role.INVESTOR, 0.0) for key in pair)
    return takes == 1 and not others


def _only_partners(pair: frozenset[str], votes: Votes) -> bool:
    """Whether verbs make the pair partners and say nothing of who invests in whom."""
    return all(
        votes[key].get(Role.PARTNER) and not votes[key].get(Role.INVESTOR) and not votes[key].get(Role.INVESTEE)
        for key in pair
    )


def _giver(pair: frozenset[str], votes: Votes, supplier: str | None, order: list[str]) -> str:
    """Who invests, by the verbs; where they leave it open, the supplier of the other, or who is named first."""
    return max(
        pair,
        key=lambda key: (
            votes[key].get(Role.INVESTOR, 0.0)
            - votes[key].get(Role.INVESTEE, 0.0)
            + _LIKE * (votes[key].get(Role.ACQUIRER, 0.0) - votes[key].get(Role.TARGET, 0.0))
            - _YOUNG * (BUYERS.get(key, 0) > _BIG),
            key == supplier,
            -order.index(key),
        ),
    )


_YOUNG, _BIG = 0.9, 2  # laboratories that live on the money of others, where verbs say little of who invests


def _supplier(
    kind: str, investor: str | None, pair: frozenset[str], votes: Votes, read: Tokens, names: Names
) -> str | None:
    """The party whose chips, systems or cloud the report speaks of; else the investor, if a chipmaker."""
    goods = Counter(key for key in goods_of(read, names) if key in pair)
    if lets_computing(read):
        goods.subtract(key for key in chips_of(names) if key in pair)
    for key in pair:
        goods[key] += round(votes[key].get(Role.SUPPLIER, 0.0) - votes[key].get(Role.CUSTOMER, 0.0))
        if kind == "supply":
            goods[key] -= round(_LIKE * votes[key].get(Role.ACQUIRER, 0.0))  # "Pardee adds 100 jets"
        goods[key] -= 0 if _GOODS_SPOKEN.isdisjoint(read.low) else BUYERS.get(key, 0)
    best = max(sorted(pair), key=lambda key: goods[key])
    if goods[best] > min(goods[key] for key in pair):
        return best
    return investor if not _CHIPMAKERS.isdisjoint(read.low) else None


_GOODS_SPOKEN = GOODS - words("technology platform units services data centers datacenters infrastructure")
_CHIPMAKERS = words("chipmaker chip-maker chips gpu gpus processors semiconductor")


def _other_side(kind: str, found: list[tuple[str, Role]]) -> Role:
    """The side of a party that no verb places: across from the one placed before it."""
    return _swap(kind, found[0][1]) if found else TWO_SIDES[kind][0]


def _two_sided(kind: str, found: list[tuple[str, Role]], votes: Votes) -> list[tuple[str, Role]]:
    """Where all stand on one side, the one who is least sure of it changes over."""
    one, other = TWO_SIDES[kind]
    if one == other or len(found) != 2 or found[0][1] != found[1][1] or found[0][1] == Role.SELLER:
        return found
    least = min(
        found, key=lambda entry: votes[entry[0]].get(entry[1], 0) - votes[entry[0]].get(_swap(kind, entry[1]), 0)
    )
    return [(key, _swap(kind, role) if key == least[0] else role) for key, role in found]


def _swap(kind: str, role: Role) -> Role:
    one, other = TWO_SIDES[kind]
    return other if role == one else one
