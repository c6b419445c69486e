"""Changes, new deals and first figures → what to say, and to which endpoint. Sending is not done here."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from extractors.comparing.tellings import cut
from extractors.models import Change, Deal, Fact, Kind, Severity, Tier, stable_id
from extractors.rows import change_row, reported_at, side_row

LIMIT = 20_000  # bytes of a payload, exclusive; receivers refuse more
_CUTS = (1000, 300, 80)  # characters that any one text of a payload may have, until it fits
_PARTIES = 12


@dataclass(frozen=True, slots=True)
class Subscription:
    """One endpoint and what it asked to hear of. An empty filter lets everything through."""

    name: str
    url: str
    secret_env: str  # the environment variable that holds the signing secret; the secret itself is never here
    deals: tuple[str, ...] = ()  # keys or names
    companies: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()  # "other" stands for every "other:<name>"
    kinds: tuple[Kind, ...] = ()
    tiers: tuple[Tier, ...] = ()  # of the outlet that brought it
    least_severity: Severity = Severity.MEDIUM
    new_deals: bool = False
    first_figures: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to say to one endpoint. The id is that of the pair, so saying it twice can be noticed."""

    alert_id: str
    change_id: str  # of the change; of a new deal or a first figure, the id of the deal or the fact
    endpoint: str  # name of the subscription
    payload: dict[str, object]


def alerts_for(
    changes: Iterable[tuple[str, Change]], deals: Mapping[str, Deal], subscriptions: Iterable[Subscription]
) -> list[Alert]:
    """An alert for each change, given with its deal's id, and each subscription that asked for it."""
    asked = list(subscriptions)
    return [
        _alert(change.change_id, subscription, partial(_change, change, deals[key]))
        for key, change in changes
        for subscription in asked
        if wants_change(subscription, change, deals[key])
    ]


def alerts_for_new_deals(deals: Iterable[Deal], subscriptions: Iterable[Subscription]) -> list[Alert]:
    """An alert for each new deal and each subscription that asked to hear of new deals."""
    asked = [s for s in subscriptions if s.new_deals]
    return [
        _alert(deal.deal_id, subscription, partial(_new_deal, deal))
        for deal in deals
        for subscription in asked
        if _wants_deal(subscription, deal)
    ]


def alerts_for_first_figures(
    facts: Iterable[tuple[str, Fact]], deals: Mapping[str, Deal], subscriptions: Iterable[Subscription]
) -> list[Alert]:
    """An alert for each first figure, given with its deal's id, and each subscription that asked for those."""
    asked = [s for s in subscriptions if s.first_figures]
    return [
        _alert(fact.fact_id, subscription, partial(_first_figure, fact, deals[key]))
        for key, fact in facts
        for subscription in asked
        if _wants_deal(subscription, deals[key]) and _wants_fact(subscription, fact)
    ]


# --- filters ---------------------------------------------------------------------------------------


def wants_change(subscription: Subscription, change: Change, deal: Deal) -> bool:
    """Whether every filter of the subscription lets the change through."""
    loud = list(Severity)
    return (
        loud.index(change.severity) >= loud.index(subscription.least_severity)
        and (not subscription.kinds or change.kind in subscription.kinds)
        and _wants_deal(subscription, deal)
        and _wants_fact(subscription, change.later or change.earlier)
    )


def _wants_deal(subscription: Subscription, deal: Deal) -> bool:
    named = {deal.deal_id.casefold(), deal.name.casefold()}
    if subscription.deals and not named & {wanted.casefold() for wanted in subscription.deals}:
        return False
    parties = [_words(party.name) for party in deal.parties]
    companies = [_words(company) for company in subscription.companies]
    return not companies or any(company <= party for company in companies for party in parties)


def _wants_fact(subscription: Subscription, fact: Fact) -> bool:
    if subscription.tiers and fact.tier not in subscription.tiers:
        return False
    attribute = fact.claim.attribute
    return not subscription.attributes or bool({attribute, attribute.partition(":")[0]} & set(subscription.attributes))


def _words(name: str) -> frozenset[str]:
    """The words of a name without case and punctuation: "Nvidia" is asked for and "NVIDIA Corp." is meant."""
    return frozenset("".join(c if c.isalnum() else " " for c in name.casefold()).split())


# --- payloads --------------------------------------------------------------------------------------


def _alert(about: str, subscription: Subscription, build: Callable[[int], dict[str, object]]) -> Alert:
    """The alert with the longest texts that fit. What comes from the news is cut, never trusted to be short."""
    alert_id = stable_id("alr", about, subscription.name)
    for longest in _CUTS:
        payload = {"version": 1, "id": alert_id, **build(longest)}
        if len(json.dumps(payload)) < LIMIT:  # ASCII with escapes: the largest that any encoder makes of it
            break
    return Alert(alert_id, about, subscription.name, payload)


def _change(change: Change, deal: Deal, longest: int) -> dict[str, object]:
    row = change_row(change, deal.deal_id)
    told = ("attribute", "kind", "relation", "severity", "detected_at")
    return {
        "type": "change",
        "change_id": change.change_id,
        "deal": _deal(deal, longest),
        **{name: row[name] for name in told},
        "attribute": cut(change.attribute, longest),
        "strand": cut(change.strand, longest) if change.strand else None,
        "from": _side(change.earlier, longest),
        "to": _side(change.later, longest) if change.later else None,
        "reason": change.rule,
        "explanation": cut(change.explanation, longest),
    }


def _new_deal(deal: Deal, longest: int) -> dict[str, object]:
    return {"type": "new_deal", "deal": _deal(deal, longest), "replaces": deal.replaces}


def _first_figure(fact: Fact, deal: Deal, longest: int) -> dict[str, object]:
    return {
        "type": "first_figure",
        "fact_id": fact.fact_id,
        "deal": _deal(deal, longest),
        "attribute": cut(fact.claim.attribute, longest),
        "strand": cut(fact.claim.of, longest) if fact.claim.of else None,
        "to": _side(fact, longest),
    }


def _deal(deal: Deal, longest: int) -> dict[str, object]:
    parties = [{"name": cut(p.name, min(longest, 200)), "role": p.role.value} for p in deal.parties[:_PARTIES]]
    return {"key": deal.deal_id, "name": cut(deal.name, longest), "kind": deal.kind, "parties": parties}


def _side(fact: Fact, longest: int) -> dict[str, object]:
    """The typed value and where it was said. An address that was cut would lead elsewhere, so it goes as a whole."""
    row = side_row(fact) | {"tier": fact.tier.value, "reported_at": reported_at(fact)}
    for name in ("quote", "outlet", "unit", "article_id"):
        row[name] = cut(str(row[name]), longest) if row[name] is not None else None
    row["url"] = fact.url if fact.url and len(fact.url) <= 2 * longest else None
    return row
