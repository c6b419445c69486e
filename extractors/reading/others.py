"""Who takes part in a deal beside its two sides: rival bidders, sellers, lenders, further investors."""

from collections import defaultdict

from extractors.models import Role
from extractors.reading.central import LEAD
from extractors.reading.events import Event
from extractors.reading.joints import CONSORTIA
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.tokens import Tokens

_BESIDE = {
    "acquisition": {Role.ACQUIRER: 1.2, Role.SELLER: 1.2, Role.LENDER: 0.6},
    "investment": {Role.INVESTOR: 1.2, Role.LENDER: 0.6},
    "build_out": {Role.INVESTOR: 1.2, Role.LENDER: 0.6},
    "joint_venture": {Role.LENDER: 0.6},
    "supply": {Role.SUPPLIER: 1.2, Role.CUSTOMER: 1.2},
}  # what hints must be worth together, by the kind of the deal


def others_of(
    kind: str | None, roles: list[tuple[str, Role]], events: list[tuple[Event, float]], read: Tokens, names: Names
) -> list[tuple[str, Role]]:
    """The keys and roles of those whom events without a second side, in sentences about the main deal, name."""
    wanted = _BESIDE.get(kind or "", {})
    main = {key for key, _ in roles}
    told = {read.sentence_at(read.starts[name.first]) for name in names.found if name.key in main}
    elsewhere = {part.key for event, _ in events for part in event.parts if _apart(event, main)}
    worth: dict[tuple[str, Role], float] = defaultdict(float)
    led: set[tuple[str, Role]] = set()
    for event, weight in events:
        part = event.parts[0]
        if kind == "supply" and part.role is Role.SELLER:  # "what is bought from Pardee"
            part = part._replace(role=Role.SUPPLIER)
        if kind == "acquisition" and part.role is Role.INVESTOR and _together(read, event.sentence):
            part = part._replace(role=Role.ACQUIRER)
        after = part.role is not Role.INVESTOR and not told.isdisjoint((event.sentence - 1, event.sentence - 2))
        near = event.sentence < 2 * LEAD or event.sentence in told or after
        if _alone(event) and part.key not in main and part.role in wanted and near:
            worth[part.key, part.role] += weight * event.certainty
            if event.sentence < LEAD:
                led.add((part.key, part.role))
    return [
        (key, role)
        for (key, role), weight in worth.items()
        if weight >= wanted[role]
        and (key not in elsewhere or (key, role) in led)
        and role is max(wanted, key=lambda r: worth.get((key, r), 0))
    ]


def _together(read: Tokens, number: int) -> bool:
    """Whether a sentence speaks of several who buy together."""
    sentence = read.sentences[number]
    low = read.low[sentence.first : sentence.last]
    return not _GROUPS.isdisjoint(low) and _ROUNDS.isdisjoint(low) and _LENT.isdisjoint(low)


_ROUNDS = words("round rounds funding fundraising series valuation")
_GROUPS = CONSORTIA | words("investors backers partners co-investors bidders buyers")


def joined_of(
    roles: list[tuple[str, Role]], events: list[tuple[Event, float]], read: Tokens, names: Names
) -> list[tuple[str, Role]]:
    """Who puts money into a round: those named in its sentences, where no other round or former one is spoken of."""
    main = {key for key, _ in roles}
    apart = {event.sentence for event, _ in events if _apart(event, main) or _raises_apart(event, main)}
    here: dict[int, list[Named]] = defaultdict(list)
    for name in names.found:
        if not name.person:
            here[read.sentence_at(read.starts[name.first])].append(name)
    found: dict[str, Role] = {}
    for number, named in here.items():
        sentence = read.sentences[number]
        low = read.low[sentence.first : sentence.last]
        if number in apart or _ROUND.isdisjoint(low) or not _FORMER.isdisjoint(low):
            continue
        role = Role.INVESTOR if _LENT.isdisjoint(low) else Role.LENDER
        for name in named:
            if name.key not in main and _puts_in(read, name):
                found.setdefault(name.key, role)
    return list(found.items())


def _raises_apart(event: Event, main: set[str]) -> bool:
    """Whether another company takes money in."""
    return any(part.role is Role.INVESTEE and part.key not in main for part in event.parts)


def _puts_in(read: Tokens, name: Named) -> bool:
    """Whether a name can be that of one who takes part: no owner of something else, nor governed by another word."""
    before = read.low[name.first - 1] if name.first else ""
    return (
        not read.owns[name.last - 1]
        and before not in _GOVERNED
        and not set(read.low[name.last : name.last + 1]) & _NOT_AFTER
    )


_ROUND = words(
    """
    lead leads leading led co-lead co-leads co-led co-leading investor investors backer backers participate
    participates participated participating participants anchor anchored joined joins joining board aboard
    """
)
_LENT = words("lenders lender banks loan loans debt bond bonds credit lend lends lent facility borrowed")
_FORMER = words("last previous previously earlier former past 2015 2016 2017 2018 2019 2020 2021 2022 rival rivals")
_GOVERNED = words("of in at like than to for into against on about behind rival rivals versus unlike over under as")
_NOT_AFTER = words("shares stock models model chips products customers users")


def backers_of(
    kind: str | None, roles: list[tuple[str, Role]], events: list[tuple[Event, float]], read: Tokens
) -> list[tuple[str, Role]]:
    """Who takes a part of a party as its reward in a deal over goods, as a guarantor or a customer's customer does."""
    main = {key for key, _ in roles}
    found: dict[tuple[str, Role], None] = {}
    for event, _ in events:
        takers = [part.key for part in event.parts if part.role is Role.INVESTEE and part.key in main]
        givers = [part.key for part in event.parts if part.role is Role.INVESTOR and part.key not in main]
        told = event.kind == "investment" and event.verb in _TAKES and event.sentence < 2 * LEAD
        if kind in ("supply", "partnership") and told and takers and givers and not long_ago(event, read):
            found.update(dict.fromkeys((key, Role.INVESTOR) for key in givers))
            found.update(dict.fromkeys((key, Role.INVESTEE) for key in takers))
    found.update(dict.fromkeys(_vouchers(roles, events) if kind == "supply" else ()))
    return [entry for entry in found if entry not in roles]


_TAKES = ("buy", "holding", "invest")


def long_ago(event: Event, read: Tokens) -> bool:
    """Whether a stranger did it before the story began: "it had been taken private by Weston in 2018"."""
    near = read.low[max(0, event.place - 5) : event.place + 12]
    return event.sentence > 0 and ("had" in near[:5] or any(len(word) == 4 and word.isdigit() for word in near))


def _vouchers(roles: list[tuple[str, Role]], events: list[tuple[Event, float]]) -> list[tuple[str, Role]]:
    """Who answers for the customer of a supplier, and gets a share of the supplier for it: both have a further role."""
    main = {key for key, _ in roles}
    suppliers = [key for key, role in roles if role is Role.SUPPLIER]
    found = dict.fromkeys(event.parts[0].key for event, _ in events if event.verb == "vouch")
    others = [(key, Role.INVESTOR) for key in found if key not in main]
    return [*others, *((key, Role.INVESTEE) for key in suppliers)] if others and len(suppliers) == 1 else []


def _alone(event: Event) -> bool:
    """Whether an event names one who takes part: by a hint, or as whose bid it is."""
    if event.verb == "invest" and all(part.role is Role.INVESTOR for part in event.parts):
        return True
    return event.verb == "hint" or (
        event.verb in ("purchase", "bids_from") and len(event.parts) == 1 and event.parts[0].role is Role.ACQUIRER
    )


def _apart(event: Event, main: set[str]) -> bool:
    """Whether an event is of another deal: it has two sides, and neither plays in the main one."""
    return len({part.role for part in event.parts}) > 1 and not main & {part.key for part in event.parts}
