"""The companies of a report and what each does in its main deal."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.models import Company, Party, Role, Span
from extractors.reading.cast import Cast, Votes
from extractors.reading.central import LEAD, Heading, advisers_of, main_pair, weight_of
from extractors.reading.clauses import Part
from extractors.reading.employers import employers_among
from extractors.reading.events import Event, events_of
from extractors.reading.families import BOTH_NAMED, FAMILIES, OPENING, SAYS_MORE, TELLING
from extractors.reading.headings import heading_of
from extractors.reading.hints import hints_of
from extractors.reading.leanings import leanings_of
from extractors.reading.lexicon import words
from extractors.reading.names import Names, comparable_name, names_of, same_company
from extractors.reading.others import backers_of, joined_of, long_ago, others_of
from extractors.reading.pointers import leaves
from extractors.reading.products import by_makers, makers_of
from extractors.reading.projectcast import ONLY_PAY, cast_of_project
from extractors.reading.projects import LIKE_A_PROJECT, PROJECT, SURE_OF_WORKS, project_signs
from extractors.reading.relevance import most_led
from extractors.reading.roles import roles_of
from extractors.reading.sites import sites_among
from extractors.reading.supplies import brands_among
from extractors.reading.tokens import Tokens, tokens_of, words_of_title

__all__ = ["Cast", "Mention", "cast_of", "comparable_name", "find_companies", "parties_of", "same_company"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A company as the text names it, and where."""

    name: str
    span: Span


def find_companies(text: str, title: str | None = None, watched: Sequence[Company] = ()) -> list[Mention]:
    """The companies that a text names, each at each place. The title only helps to know names."""
    read = tokens_of(text)
    names = names_of(read, watched, words_of_title(title) if title else None)
    return [
        Mention(
            names.display(one.key),
            Span(read.words(one.first, one.last), read.starts[one.first], read.ends[one.last - 1]),
        )
        for one in names.found
        if not one.person
    ]


def parties_of(text: str, title: str | None = None, watched: Sequence[Company] = ()) -> tuple[Party, ...]:
    """The parties of the main deal that a report speaks of."""
    return cast_of(tokens_of(text), title, watched).parties


def cast_of(read: Tokens, title: str | None, watched: Sequence[Company] = ()) -> Cast:
    """Weigh all events of title and text, and keep the parts of the main deal."""
    names = names_of(read, watched, words_of_title(title) if title else None)
    made = makers_of(names)
    names.found = [one._replace(key=made.get(one.key, one.key)) for one in names.found] if made else names.found
    heading = heading_of(title, names) if title else None
    heading = by_makers(*heading, made) if heading and made else heading
    sites = sites_among(names)
    signs = project_signs(read, heading[0] if heading else None)
    if signs >= LIKE_A_PROJECT:
        cast = None if _shared(read, signs) else cast_of_project(read, names, heading, sites, signs)
        if cast is not None and (signs >= PROJECT or ONLY_PAY.issuperset(party.role for party in cast.parties)):
            return replace(cast, led=most_led(read, title))
    events = [(event, _weight_in(read, event)) for event in (*events_of(read, names), *hints_of(read, names))]
    above = None
    if heading:
        words, keys, told = heading
        above = (words, keys)
        events += [(event, 3.0) for event in told]
    advisers = advisers_of(read, names)
    events = [(event, weight) for event, weight in events if not any(_advises(part, advisers) for part in event.parts)]
    if sites:
        events = [(kept, weight) for event, weight in events if (kept := _without(event, sites, _TRADED))]
    brands = (brands_among(names) - (above[1] if above else frozenset())) | employers_among(names)
    if brands:
        events = [(kept, weight) for event, weight in events if (kept := _without(event, brands))]
    return _main(events, read, names, above, sites | brands)


def _shared(read: Tokens, signs: float) -> bool:
    """Whether what is built is told as a joint venture: its partners matter more than the plant."""
    lead = read.low[: read.sentences[min(LEAD, len(read.sentences)) - 1].last] if read.sentences else []
    return signs < SURE_OF_WORKS and any(
        word == "joint" and lead[i + 1 : i + 2] == ["venture"] for i, word in enumerate(lead)
    )


def _without(event: Event, keys: frozenset[str], but: tuple[Role, ...] = ()) -> Event | None:
    """An event without the parts of some names, such as sites, `but` for those they can play; None if none is left."""
    parts = tuple(part for part in event.parts if part.key not in keys or part.role in but)
    return replace(event, parts=parts) if parts else None


_TRADED = (Role.TARGET, Role.INVESTEE)


def _weight_in(read: Tokens, event: Event) -> float:
    """What an event counts: little where its sentence leaves the deal."""
    aside = leaves(read, read.sentences[event.sentence])
    return weight_of(event.sentence) * (_ASIDE if aside and aside.kind == "aside" else 1.0)


_ASIDE = 0.2


def _advises(part: Part, advisers: frozenset[str]) -> bool:
    return part.key in advisers and part.role is not Role.LENDER


def _main(
    events: list[tuple[Event, float]],
    read: Tokens,
    names: Names,
    title: tuple[Tokens, frozenset[str]] | None,
    sites: frozenset[str],
) -> Cast:
    """The main deal is the one between the companies that the report speaks of most."""
    chosen = main_pair(events, read, names, title, sites)
    return _cast(*chosen, events, read, names, title, sites) if chosen else Cast(None, (), frozenset(), 0.0, names)


def _cast(
    pair: frozenset[str],
    weight: float,
    events: list[tuple[Event, float]],
    read: Tokens,
    names: Names,
    title: Heading | None,
    apart: frozenset[str],
) -> Cast:
    kinds: dict[str, float] = defaultdict(float)
    votes: Votes = defaultdict(lambda: defaultdict(float))
    buying = {
        (part.key, other.key)
        for event, worth in events
        for part in event.parts
        for other in event.parts
        if part.role in (Role.ACQUIRER, Role.INVESTOR) and other.role in _TRADED and worth > 1
    }
    built: Votes = defaultdict(lambda: defaultdict(float))  # who builds a plant invests in no company
    rounds: Votes = defaultdict(lambda: defaultdict(float))  # who raises money may trade with others in goods
    raises = any(event.verb == "raise" and event.sentence < 2 and event.parts[0].key in pair for event, _ in events)
    for event, worth in sorted(events, key=lambda told: len({p.key for p in told[0].parts} & pair), reverse=True):
        shared = len({part.key for part in event.parts} & pair)
        if not _of_main(event, pair, votes, raises, read):
            continue
        firm = _TELLS_KIND.get(event.verb, 1.0)
        kinds[event.kind] += firm * worth * SAYS_MORE[event.kind] * (1.0 if shared > 1 or len(pair) == 1 else 0.4)
        ballot = built if event.kind == "build_out" else rounds if _alone_raises(event) else votes
        for part in event.parts:
            owned = part.role is Role.SELLER and event.verb == "owned"
            if not owned or all((part.key, other.key) not in buying for other in event.parts):
                ballot[part.key][part.role] += worth * event.certainty
    _add_families(kinds, pair, read, names, title[0] if title else None)
    kind = _main_kind(kinds) or ("partnership" if len(pair) > 1 else None)
    if kind == "partnership" and _priced_by_share(read):
        kind = "acquisition"
    if kind == "build_out":
        votes = _added(votes, built)
    if kind == "investment":
        votes = _added(votes, rounds)
    roles = roles_of(kind, kinds, votes, pair, read, names)
    roles += others_of(kind, roles, events, read, names)
    if kind == "investment" and (raises or all(role is not Role.SUPPLIER for _, role in roles)):
        roles += [(key, role) for key, role in joined_of(roles, events, read, names) if key not in apart]
    roles += backers_of(kind, roles, events, read)
    parties = tuple(Party(names.display(key), role) for key, role in roles)
    told = Counter(name.key for name in names.found)
    sure = frozenset(names.display(key) for key in pair if key in names.sure or told[key] > 2)
    return Cast(
        kind,
        parties,
        frozenset(key for key, _ in roles) | pair,
        weight,
        names,
        _bidders(kind, events, roles),
        _led(events, pair),
        sure,
        raises or (kind == "investment" and sum(role is Role.INVESTOR for _, role in roles) > 2),
    )


def _alone_raises(event: Event) -> bool:
    return event.verb == "raise" and event.kind == "investment" and len(event.parts) == 1


def _added(votes: Votes, built: Votes) -> Votes:
    for key, roles in built.items():
        for role, weight in roles.items():
            votes[key][role] += weight
    return votes


_TELLS_KIND = {"owned": 0.0, "vouch": 0.0, "together": 0.3, "hint": 0.5, "pact": 0.5}


def _main_kind(kinds: dict[str, float]) -> str | None:
    """The weightiest kind; plants stand in many deals, and make a build-out only where little else is said."""
    others = {kind: weight for kind, weight in kinds.items() if kind != "build_out"}
    if others and max(others.values()) > _BESIDE_PLANTS * kinds.get("build_out", 0.0):
        kinds = others
    return max(kinds, key=lambda kind: (round(kinds[kind], 6), SAYS_MORE[kind], kind), default=None)


_BESIDE_PLANTS = 0.4


def _priced_by_share(read: Tokens) -> bool:
    """Whether the lead speaks of shares that are paid for: what is a partnership by its verbs is a takeover then."""
    lead = read.low[: read.sentences[min(LEAD, len(read.sentences)) - 1].last]
    shares = any(word == "share" and lead[i - 1] in ("a", "per", "each", "every") for i, word in enumerate(lead))
    return shares and not _TAKING.isdisjoint(lead)


_TAKING = words("offer merge merger all-stock takeover acquire premium bid tendered")


def _bidders(kind: str | None, events: list[tuple[Event, float]], roles: list[tuple[str, Role]]) -> frozenset[str]:
    """Acquirers that no event names together: each bids on its own."""
    buyers = [key for key, role in roles if role is Role.ACQUIRER]
    if kind != "acquisition" or len(buyers) < 2:
        return frozenset()
    for event, _ in events:
        if event.verb == "bids_from":
            continue
        together = [part.key for part in event.parts if part.role is Role.ACQUIRER and part.key in buyers]
        if len(together) > 1:
            return frozenset()
    return frozenset(buyers)


def _led(events: list[tuple[Event, float]], pair: frozenset[str]) -> float:
    """What the events of title and lead that name a party of the main deal are worth."""
    return sum(
        TELLING[event.verb] * (BOTH_NAMED if len({part.key for part in event.parts} & pair) > 1 else 0.5)
        for event, _ in events
        if event.sentence < OPENING and any(part.key in pair for part in event.parts)
    )


def _add_families(
    kinds: dict[str, float], pair: frozenset[str], read: Tokens, names: Names, title: Tokens | None
) -> None:
    """The words of a report also say what kind of deal it is, those of the sentences that name a party the most."""
    numbers = {read.sentence_at(read.starts[name.first]) for name in names.found if name.key in pair}
    for number, sentence in enumerate(read.sentences):
        near = _NAMED if number in numbers else _UNNAMED
        for kind in {hit.kind for hit in FAMILIES.find(read, sentence.first, sentence.last)}:
            kinds[kind] += near * weight_of(number) * SAYS_MORE[kind]
    for kind in {hit.kind for hit in FAMILIES.find(title)} if title else ():
        kinds[kind] += _NAMED * weight_of(0) * SAYS_MORE[kind]
    for kind, worth in leanings_of(read, title).items():
        if kinds.get(kind):  # no kind is made of leanings alone
            kinds[kind] = max(0.0, kinds[kind] + worth)


_NAMED, _UNNAMED = 0.3, 0.15  # what a word of a kind is worth in a sentence with and without a party


def _of_main(event: Event, pair: frozenset[str], votes: Votes, raises: bool, read: Tokens) -> bool:
    """Whether an event is of the main deal: between its parties, or another's part in it."""
    keys = {part.key for part in event.parts}
    if raises and event.verb == "invest" and all(part.role is Role.INVESTOR for part in event.parts):
        return True
    if event.verb in ("backers", "leads", "consists"):
        return raises and not keys & pair
    if len(pair) > 1 and len(keys) > 1 and len(keys & pair) == 1:
        return _joins(event, pair, votes) and (event.verb == "owned" or not long_ago(event, read))
    return bool(keys & pair)


def _joins(event: Event, pair: frozenset[str], votes: Votes) -> bool:
    """Whether an event with a stranger is of the same deal: the same target, investee or customer, seen again."""
    for part in event.parts:
        trades = part.role in (Role.CUSTOMER, Role.SELLER) and event.sentence < LEAD  # later ones are of other deals
        if part.key in pair and (trades or part.role in (Role.TARGET, Role.INVESTEE)):
            mine = {role: weight for role, weight in votes.get(part.key, {}).items() if role is not Role.PARTNER}
            return bool(mine) and max(mine, key=lambda role: mine[role]) == part.role
    return False
