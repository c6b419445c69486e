"""The companies of a report and what each does in its main deal."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from extractors.events import Event, Part, events_of, goods_of
from extractors.models import Company, Party, Role, Span
from extractors.names import Names, comparable_name, is_bank, names_in_title, names_of, same_company
from extractors.phrases import Phrases
from extractors.tokens import Tokens, tokens_of

__all__ = ["Cast", "Mention", "cast_of", "comparable_name", "find_companies", "parties_of", "same_company"]

_TWO_SIDES = {
    "acquisition": (Role.ACQUIRER, Role.TARGET),
    "investment": (Role.INVESTOR, Role.INVESTEE),
    "supply": (Role.SUPPLIER, Role.CUSTOMER),
    "partnership": (Role.PARTNER, Role.PARTNER),
    "joint_venture": (Role.PARTNER, Role.PARTNER),
    "build_out": (Role.INVESTOR, Role.INVESTOR),
}
# Words that speak of a kind of deal without saying who does what.
_FAMILIES = Phrases(
    {
        "acquisition": """
            merger, takeover, acquisition, buyout, acquire|acquires|acquired|acquiring, tender offer, takeover bid, suitor,
            buy|buys|buying|bought company|firm|maker|rival, shareholders|holders voted|vote, termination|break-up|breakup|break fee, change|changes hands,
            owned subsidiary
            """,
        "investment": """
            invest|invests|invested|investing|investment|investments|investor, equity stake|investment, funding, fundraising, financing round,
            pour|pours|pouring|pump|inject, stake in, stake
            """,
        "supply": """
            cloud|computing|compute|supply|purchase|power contract|agreement|deal|pact|capacity, supply|supplies|supplying|supplied, contract,
            chip|chips|gpus|tpus|processors deal|contract|order|supply, cloud-computing contract|deal|agreement, customer, tpus, tpu, supplier, compute, cloud
            """,
        "partnership": """
            partnership, alliance, collaboration, pact, tie-up, letter of intent, deal, agreement, partner, partners, framework, cooperation
            """,
        "joint_venture": "joint venture",
    }
)
_Votes = dict[str, dict[Role, float]]
_LEAD = 3  # sentences that say what the report is about
# A kind that says less gives way to one that says more: every purchase is also "a deal".
_SAYS_MORE = {"acquisition": 1.0, "investment": 1.0, "supply": 0.7, "joint_venture": 0.7, "partnership": 0.6, "build_out": 0.3}


@dataclass(frozen=True, slots=True)
class Mention:
    """A company as the text names it, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays in the main deal: its kind, the parties, and the keys of their names."""

    kind: str | None
    parties: tuple[Party, ...]
    keys: frozenset[str]
    weight: float  # how firmly the report speaks of a deal at all
    names: Names
    led: float = 0.0  # what the events of title and lead are worth
    companies: frozenset[str] = frozenset()  # as displayed: those that are surely companies
    raises: bool = False  # the lead says that a party raises money: the round itself is the deal


def find_companies(text: str, title: str | None = None, watched: Sequence[Company] = ()) -> list[Mention]:
    """The companies that a text names, each at each place. The title only helps to know names."""
    read = tokens_of(text)
    names = names_of(read, watched)
    return [
        Mention(names.display(one.key), Span(read.words(one.first, one.last), read.starts[one.first], read.ends[one.last - 1]))
        for one in names.found
        if not one.person
    ]


def parties_of(text: str, title: str | None = None, watched: Sequence[Company] = ()) -> tuple[Party, ...]:
    """The parties of the main deal that a report speaks of."""
    return cast_of(tokens_of(text), title, watched).parties


def cast_of(read: Tokens, title: str | None, watched: Sequence[Company] = ()) -> Cast:
    """Weigh all events of title and text, and keep the parts of the main deal."""
    names = names_of(read, watched)
    events = [(event, _weight_of(event.sentence)) for event in events_of(read, names)]
    above = None
    if title:
        words, keys, told = _title(title, names)
        above = (words, keys)
        events += [(event, 3.0) for event in told]
    events = [(event, weight) for event, weight in events if not any(is_bank(part.key) for part in event.parts)]
    return _main(events, read, names, above)


def _weight_of(sentence: int) -> float:
    return 3.0 if sentence < _LEAD else 2.0 if sentence < 2 * _LEAD else 1.0


def _title(title: str, names: Names) -> tuple[Tokens, frozenset[str], list[Event]]:
    """The words, companies and events of a title, its names known by those of the text."""
    read = tokens_of(title)
    above = names_in_title(read, names)
    events: list[Event] = []
    above.called = {key: forms for key, forms in above.called.items() if forms}
    same = {key: next((k for k in names.called if same_company(k, key)), key) for key in above.called}
    for event in events_of(read, above):
        parts = tuple(Part(p.role, same.get(p.key, p.key), p.place) for p in event.parts)
        events.append(replace(event, parts=parts, sentence=0))
    for key, forms in above.called.items():
        names.called.setdefault(same[key], Counter()).update(forms)
        names.full.setdefault(same[key], next(iter(forms)))
    return read, frozenset(same.values()), events


def _main(events: list[tuple[Event, float]], read: Tokens, names: Names, title: tuple[Tokens, frozenset[str]] | None) -> Cast:
    """The main deal is the one between the two companies that the weightiest events name."""
    pairs: dict[frozenset[str], float] = defaultdict(float)
    alone: dict[str, float] = defaultdict(float)
    for event, weight in events:
        keys = frozenset(part.key for part in event.parts)
        worth = weight * _SAYS_MORE[event.kind]
        for key in keys:
            alone[key] += worth
        for one, other in combinations(sorted(keys), 2):
            pairs[frozenset((one, other))] += worth
    _add_company(pairs, read, names, title)
    if pairs:
        told = Counter(name.key for name in names.found)
        pair = max(pairs, key=lambda p: (pairs[p] + 0.3 * sum(alone[k] for k in p) + 0.5 * min(6, *(told[k] for k in p)), sorted(p)))
        weight = pairs[pair]
    elif alone:
        best = max(alone, key=lambda key: alone[key])
        pair, weight = frozenset((best,)), alone[best] * 0.4
    else:
        return Cast(None, (), frozenset(), 0.0, names)
    return _cast(pair, weight, events, read, names)


def _add_company(
    pairs: dict[frozenset[str], float], read: Tokens, names: Names, title: tuple[Tokens, frozenset[str]] | None
) -> None:
    """Companies that stand together in sentences with a word of dealing belong together, verb or no verb."""
    if title:
        dealing = next(_FAMILIES.find(title[0]), None) is not None
        for one, other in combinations(sorted(title[1]), 2):
            pairs[frozenset((one, other))] += 1.2 if dealing else 0.6
    beside: dict[int, set[str]] = defaultdict(set)
    for name in names.found:
        if not name.person and not is_bank(name.key):
            beside[read.sentence_at(read.starts[name.first])].add(name.key)
    for number, keys in beside.items():
        if 1 < len(keys) < 6:
            sentence = read.sentences[number]
            family = _FAMILIES.find(read, sentence.first, sentence.last)
            if next(family, None) is not None:
                for one, other in combinations(sorted(keys), 2):
                    pairs[frozenset((one, other))] += 0.4 * _weight_of(number) + (0.8 if number == 0 else 0.0)


def _cast(pair: frozenset[str], weight: float, events: list[tuple[Event, float]], read: Tokens, names: Names) -> Cast:
    kinds: dict[str, float] = defaultdict(float)
    votes: _Votes = defaultdict(lambda: defaultdict(float))
    raises = any(event.verb == "raise" and event.sentence < 2 and event.parts[0].key in pair for event, _ in events)
    for event, worth in events:
        keys = {part.key for part in event.parts}
        if event.verb == "backers":
            if raises and not keys & pair:
                for part in event.parts:
                    votes[part.key][part.role] += worth
            continue
        if not keys & pair or (len(pair) > 1 and len(keys) > 1 and len(keys & pair) < 2 and not _joins(event, pair, votes)):
            continue
        kinds[event.kind] += worth * _SAYS_MORE[event.kind] * (1.0 if len(keys & pair) > 1 or len(pair) == 1 else 0.4)
        for part in event.parts:
            votes[part.key][part.role] += worth * event.certainty
    _add_families(kinds, pair, read, names)
    kind = max(kinds, key=lambda k: kinds[k]) if kinds else None
    roles = _roles(kind, kinds, votes, pair, read, names)
    parties = tuple(Party(names.display(key), role) for key, role in roles)
    told = Counter(name.key for name in names.found)
    sure = frozenset(names.display(key) for key in pair if key in names.sure or told[key] > 2)
    return Cast(kind, parties, frozenset(key for key, _ in roles) | pair, weight, names, _led(events, pair), sure, raises)


# Verbs that stand in all sorts of news say little; "acquire" and "invest" say much.
_TELLING = {
    "buy": 1.0, "bought": 1.0, "purchase_of": 1.5, "deal_for": 1.0, "purchase": 1.2, "sell": 1.0, "sold": 1.0, "merge": 1.5, "invest": 1.0,
    "investment": 0.7, "raise": 1.0, "supply": 0.5, "procure": 0.4, "pact": 1.0, "sue": 0.0, "backers": 0.5, "build": 0.0, "holders": 0.3,
}


def _led(events: list[tuple[Event, float]], pair: frozenset[str]) -> float:
    """What the events of title and lead that name a party of the main deal are worth."""
    return sum(
        _TELLING[event.verb] * (1.5 if len({part.key for part in event.parts} & pair) > 1 else 0.5)
        for event, _ in events
        if event.sentence < _LEAD and any(part.key in pair for part in event.parts)
    )


def _add_families(kinds: dict[str, float], pair: frozenset[str], read: Tokens, names: Names) -> None:
    """The words of the sentences that name a party also say what kind of deal it is."""
    numbers = {read.sentence_at(read.starts[name.first]) for name in names.found if name.key in pair}
    for number in numbers:
        sentence = read.sentences[number]
        for kind in {hit.kind for hit in _FAMILIES.find(read, sentence.first, sentence.last)}:
            kinds[kind] += 0.3 * _weight_of(number) * _SAYS_MORE[kind]


def _joins(event: Event, pair: frozenset[str], votes: _Votes) -> bool:
    """Whether an event with a stranger is of the same deal: the same target or investee, seen again."""
    for part in event.parts:
        if part.key in pair and part.role in (Role.TARGET, Role.INVESTEE):
            mine = votes.get(part.key, {})
            return bool(mine) and max(mine, key=lambda role: mine[role]) == part.role
    return False


def _roles(
    kind: str | None, kinds: dict[str, float], votes: _Votes, pair: frozenset[str], read: Tokens, names: Names
) -> list[tuple[str, Role]]:
    if kind is None:
        return []
    if kind in ("partnership", "supply", "investment") and len(pair) == 2:
        return _trade(kind, kinds, votes, pair, read, names)
    found: list[tuple[str, Role]] = []
    fitting = set(_TWO_SIDES[kind]) | ({Role.SELLER} if kind == "acquisition" else set())
    for key in _in_order(votes, pair, names):
        mine = {role: weight for role, weight in votes[key].items() if role in fitting}
        if mine:
            found.append((key, max(mine, key=lambda role: (mine[role], role))))
        elif key in pair and kind != "build_out":
            found.append((key, _other_side(kind, found)))
    return _two_sided(kind, found, votes)


def _in_order(votes: _Votes, pair: frozenset[str], names: Names) -> list[str]:
    first = {name.key: name.first for name in reversed(names.found)}
    return sorted(votes.keys() | pair, key=lambda key: (key not in pair, first.get(key, 0)))


def _trade(
    kind: str, kinds: dict[str, float], votes: _Votes, pair: frozenset[str], read: Tokens, names: Names
) -> list[tuple[str, Role]]:
    """Two companies may trade money and goods at once: each exchange that the report speaks of gives both a role."""
    order = _in_order(votes, pair, names)
    invests = kind == "investment" or kinds.get("investment", 0.0) > _ALSO * kinds[kind]
    trader = _supplier(None, pair, votes, read, names)
    investor = _giver(pair, votes, trader, order) if invests else None
    supplier = trader or _supplier(investor, pair, votes, read, names)
    if supplier is None and kind == "supply":
        supplier = order[0]
    found: list[tuple[str, Role]] = []
    for giver, gives, takes in ((investor, Role.INVESTOR, Role.INVESTEE), (supplier, Role.SUPPLIER, Role.CUSTOMER)):
        if giver is not None:
            found += [(giver, gives), *((key, takes) for key in pair if key != giver)]
            found += [(key, role) for key in order if key not in pair for role in (gives, takes) if votes[key].get(role)]
    return found or [(key, Role.PARTNER) for key in order if key in pair or votes[key].get(Role.PARTNER)]


_ALSO = 0.3  # share of the main kind's weight at which a second exchange counts


def _giver(pair: frozenset[str], votes: _Votes, supplier: str | None, order: list[str]) -> str:
    """Who invests, by the verbs; where they leave it open, the supplier of the other, or who is named first."""
    return max(
        pair,
        key=lambda key: (
            votes[key].get(Role.INVESTOR, 0.0) - votes[key].get(Role.INVESTEE, 0.0), key == supplier, -order.index(key)
        ),
    )


def _supplier(investor: str | None, pair: frozenset[str], votes: _Votes, read: Tokens, names: Names) -> str | None:
    """The party whose chips, systems or cloud the report speaks of; where it only says "the chipmaker", the investor."""
    goods = Counter(key for key in goods_of(read, names) if key in pair)
    for key in pair:
        goods[key] += round(votes[key].get(Role.SUPPLIER, 0.0) - votes[key].get(Role.CUSTOMER, 0.0))
    best = max(sorted(pair), key=lambda key: goods[key])
    if goods[best] > min(goods[key] for key in pair):
        return best
    return investor if not _CHIPMAKERS.isdisjoint(read.low) else None


_CHIPMAKERS = frozenset("chipmaker chip-maker chips gpu gpus processors semiconductor".split())


def _other_side(kind: str, found: list[tuple[str, Role]]) -> Role:
    """The side of a party that no verb places: across from the one placed before it."""
    return _swap(kind, found[0][1]) if found else _TWO_SIDES[kind][0]


def _two_sided(kind: str, found: list[tuple[str, Role]], votes: _Votes) -> list[tuple[str, Role]]:
    """Where all stand on one side, the one who is least sure of it changes over."""
    one, other = _TWO_SIDES[kind]
    if one == other or len(found) != 2 or found[0][1] != found[1][1] or found[0][1] == Role.SELLER:
        return found
    least = min(found, key=lambda entry: votes[entry[0]].get(entry[1], 0) - votes[entry[0]].get(_swap(kind, entry[1]), 0))
    return [(key, _swap(kind, role) if key == least[0] else role) for key, role in found]


def _swap(kind: str, role: Role) -> Role:
    one, other = _TWO_SIDES[kind]
    return other if role == one else one
