"""Which companies the main deal of a report is between: by what is done, and by how much is said of whom."""

from collections import defaultdict
from itertools import combinations

from extractors.models import Role
from extractors.reading.events import Event
from extractors.reading.families import FAMILIES, SAYS_MORE
from extractors.reading.joints import HIRED
from extractors.reading.lexicon import words
from extractors.reading.names import Names, is_bank
from extractors.reading.tokens import Tokens
from extractors.reading.whereabouts import mostly_places

LEAD = 3  # sentences that say what the report is about
Heading = tuple[Tokens, frozenset[str]]  # the words of a title and the companies that it names

_BIG = words("billion bn trillion gigawatts gigawatt gw bln")


def weight_of(sentence: int) -> float:
    """What a sentence counts: those of the lead say what a report is about."""
    return 3.0 if sentence < LEAD else 2.0 if sentence < 2 * LEAD else 1.0


def advisers_of(read: Tokens, names: Names) -> frozenset[str]:
    """The banks that only advise, rate or lend: each sentence that names them says so."""
    hired = {
        name.key
        for name in names.found
        if name.first and read.low[name.first - 1] in HIRED and not _TASKS.isdisjoint(_sentence(read, name.first))
    }
    banks = [name for name in names.found if is_bank(name.key)]
    acting = {name.key for name in banks if _ADVISING.isdisjoint(_sentence(read, name.first))}
    return (frozenset(name.key for name in banks) - acting) | hired


def _sentence(read: Tokens, place: int) -> list[str]:
    sentence = read.sentences[read.sentence_at(read.starts[place])]
    return read.low[sentence.first : sentence.last]


_ADVISING = words(
    """
    advises advised advising advise adviser advisers advisor advisors advisory banker bankers analyst analysts broker
    brokers bookrunner bookrunners underwriter underwriters arranger arrangers counsel estimates rating note target
    lend lends lending loan loans financing debt bridge facility underwrite underwrites underwritten underwriting
    """
)


_TASKS = words(
    """
    sell sale explore alternatives options advise adviser advisor assist help evaluate advice review study buyers find
    seek opinion fairness value
    """
)


def main_pair(
    events: list[tuple[Event, float]],
    read: Tokens,
    names: Names,
    title: Heading | None,
    sites: frozenset[str] = frozenset(),
) -> tuple[frozenset[str], float] | None:
    """The keys of the two companies of the main deal (of one where no other is spoken of), and how firm that is."""
    pairs: dict[frozenset[str], float] = defaultdict(float)
    alone: dict[str, float] = defaultdict(float)
    sides: dict[str, set[Role]] = defaultdict(set)
    for event, weight in events:
        if event.verb in ("owned", "vouch"):  # that one owns another is old, who answers for one is neither side
            continue
        worth = weight * SAYS_MORE[event.kind]
        if event.kind != "build_out":
            for part in event.parts:
                sides[part.key].add(part.role)
        for key in {part.key for part in event.parts if part.role is not Role.LENDER}:
            alone[key] += worth
        for mine, yours in combinations(event.parts, 2):
            if mine.role is not yours.role or mine.role is Role.PARTNER:  # two that buy from one are no two sides
                pairs[frozenset((mine.key, yours.key))] += worth
    bystanders = ((mostly_places(names) | sites) - alone.keys()) | _vouchers(events)
    if title:
        title = (title[0], title[1] - bystanders)
    advisers = advisers_of(read, names) | bystanders
    _add_company(pairs, read, names, title, advisers)
    weighed = salience(read, names, title, alone, advisers)
    most = sorted(weighed, key=lambda key: (-weighed[key], key))[:_MOST_SPOKEN_OF]
    for one, other in combinations(sorted(most), 2):
        pairs[frozenset((one, other))] += 0.0
    raiser = next(
        (e.parts[0].key for e, _ in events if e.verb == "raise" and e.sentence < 2 and len(e.parts) != 2), None
    )
    if raiser is not None:
        able = sides.keys() | (title[1] if title else frozenset())  # who neither acts nor is in the title stands by
        if any(Role.INVESTOR in mine for mine in sides.values()):
            able = {key for key in able if key == raiser or not sides.get(key) or not sides[key] <= _BUYING}
        pairs = {pair: weight for pair, weight in pairs.items() if raiser in pair and weight and pair <= able}
    if pairs:
        chosen = max(
            pairs,
            key=lambda p: (
                pairs[p]
                + _ALONE * sum(alone[k] for k in p)
                + _WEAKER * min(weighed[k] for k in p)
                + _BOTH * sum(weighed[k] for k in p)
                - (_ONE_SIDE if _on_one_side([sides[k] for k in p]) else 0.0),
                sorted(p),
            ),
        )
        return chosen, pairs[chosen]
    if raiser is not None:
        return frozenset((raiser,)), alone[raiser]
    if alone:
        best = max(alone, key=lambda key: (alone[key], key))
        return frozenset((best,)), alone[best] * 0.4
    told = {name.key for name in names.found}  # what only a title names, and no event, is no deal's party
    return next(((frozenset((key,)), 0.0) for key in most if key in told), None)


def _vouchers(events: list[tuple[Event, float]]) -> frozenset[str]:
    """Those who only answer for another: they are neither side."""
    acting = {part.key for event, _ in events if len(event.parts) > 1 and event.verb != "owned" for part in event.parts}
    return frozenset(event.parts[0].key for event, _ in events if event.verb == "vouch") - acting


_BUYING = {Role.ACQUIRER, Role.TARGET, Role.SELLER}  # who only buys and sells puts nothing into a round
_ALONE = 0.3  # what events that name one company only count in the choice of two
_WEAKER, _BOTH = 1.5, 0.5  # what the places where two companies are named count: of the one named less, of both


_ONE_SIDE = 3.0  # what two lose who are only ever said to do the same: rival bidders, investors of one round
_SIDES = (
    {Role.ACQUIRER, Role.INVESTOR, Role.LENDER},
    {Role.TARGET, Role.INVESTEE},
    {Role.SUPPLIER},
    {Role.CUSTOMER},
)


def _on_one_side(roles: list[set[Role]]) -> bool:
    """Whether all that is said of two companies puts them on the same side of a deal."""
    return all(roles) and any(all(mine <= side for mine in roles) for side in _SIDES)


def salience(
    read: Tokens, names: Names, title: Heading | None, alone: dict[str, float], advisers: frozenset[str]
) -> dict[str, float]:
    """How much a report speaks of each company: the sentences that name it, those of the lead the most."""
    weighed: dict[str, float] = defaultdict(float)
    seen: set[tuple[str, int]] = set()
    for name in names.found:
        number = read.sentence_at(read.starts[name.first])
        if (name.key in alone or not (name.person or name.key in advisers)) and (name.key, number) not in seen:
            seen.add((name.key, number))
            weighed[name.key] += 1.5 if number == 0 else 1.0 if number < LEAD else 0.5
    for key in weighed:
        weighed[key] = min(_MOST, weighed[key])
    first = next((name.key for name in names.found if name.key in weighed), None)
    if first is not None:
        weighed[first] += _FIRST
    told = {name.key for name in names.found}
    for key in title[1] if title else ():
        weighed[key] += _HEADED if key in told else _ONLY_HEADED
    return weighed


_MOST = 5.0
_MOST_SPOKEN_OF = 4  # these may be the two sides though no sentence names both
_FIRST = 0.5  # for the first that is named
_HEADED, _ONLY_HEADED = 2.0, 0.5  # for being named in the title, and for being named nowhere else


def _add_company(
    pairs: dict[frozenset[str], float], read: Tokens, names: Names, title: Heading | None, advisers: frozenset[str]
) -> None:
    """Companies that stand together in sentences with a word of dealing belong together, verb or no verb."""
    if title:
        dealing = next(FAMILIES.find(title[0]), None) is not None
        for one, other in combinations(sorted(title[1]), 2):
            pairs[frozenset((one, other))] += 1.2 if dealing else 0.6
    beside: dict[int, set[str]] = defaultdict(set)
    for name in names.found:
        if not name.person and name.key not in advisers:
            beside[read.sentence_at(read.starts[name.first])].add(name.key)
    for number, keys in beside.items():
        if 1 < len(keys) < 6:
            sentence = read.sentences[number]
            family = FAMILIES.find(read, sentence.first, sentence.last)
            rich = not _BIG.isdisjoint(read.low[sentence.first : sentence.last])
            if rich or next(family, None) is not None:
                for one, other in combinations(sorted(keys), 2):
                    pairs[frozenset((one, other))] += 0.4 * weight_of(number) + (0.8 if number == 0 else 0.0)
