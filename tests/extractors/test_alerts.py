import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.alerts import (
    LIMIT,
    Alert,
    Subscription,
    alerts_for,
    alerts_for_first_figures,
    alerts_for_new_deals,
)
from extractors.changes import Rules, find_changes, lapsed_promises
from extractors.models import (
    Change,
    Claim,
    Days,
    Deal,
    Fact,
    Figure,
    Kind,
    Moment,
    Party,
    Qualifier,
    Reading,
    Role,
    Rung,
    Severity,
    Span,
    Tier,
)

SCHEMA = json.loads((Path(__file__).parents[2] / "deployments" / "alert.schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
NOW = datetime(2026, 3, 1, tzinfo=UTC)
PARTIES = (Party("NVIDIA Corp.", Role.INVESTOR), Party("OpenAI", Role.INVESTEE))
DEAL = Deal("deal_1", "Nvidia – OpenAI", "investment", PARTIES, Moment.at(NOW), Moment.at(NOW))
ASKED = Subscription("desk", "https://desk.example/hook", "DESK_SECRET")


def fact(
    reading: Reading, attribute: str = "deal_value", article: str = "a", order: int = 0, quote: str = "so much"
) -> Fact:
    when = datetime(2025, 9, 22 + order, 14, 5, tzinfo=UTC)
    claim = Claim(attribute, reading, quote, Span(quote, 0, len(quote)))
    url = f"https://{article}.example/1"
    place = (f"{article}-1", article, f"doc-{article}", f"story-{article}")
    return Fact(f"fact_{article}", *place, claim, url, article, Tier.WIRE, Moment.at(when), True, when, order)


def change(earlier: Reading, later: Reading, attribute: str = "deal_value", quote: str = "so much") -> Change:
    known, fresh = fact(earlier, attribute), fact(later, attribute, "b", 5, quote)
    return next(find_changes([known], [fresh], Rules(), NOW))


def usd(billions: str, qualifier: Qualifier = Qualifier.EXACT) -> Figure:
    return Figure("USD", Decimal(billions) * 10**9, qualifier=qualifier, resolution=Decimal(10**9))


REVISED = change(usd("23"), usd("30"))
HEDGED = change(usd("100", Qualifier.UP_TO), usd("100"))
STEPPED = change(Rung.RUMORED, Rung.COMPLETED, "status")


def alerts(found: Change, subscription: Subscription, deal: Deal = DEAL) -> list[Alert]:
    return alerts_for([(deal.deal_id, found)], {deal.deal_id: deal}, [subscription])


FILTERS = {
    "a revision is told to who asked for no more": (REVISED, ASKED, True),
    "a lost hedge is not": (HEDGED, ASKED, False),
    "a lost hedge is told to who asked for it": (HEDGED, replace(ASKED, least_severity=Severity.LOW), True),
    "nor is a revision to who asked for less": (HEDGED, replace(ASKED, least_severity=Severity.HIGH), False),
    "the deal is known by its key": (REVISED, replace(ASKED, deals=("deal_1",)), True),
    "or by its name": (REVISED, replace(ASKED, deals=("nvidia – openai",)), True),
    "another deal is left out": (REVISED, replace(ASKED, deals=("deal_2",)), False),
    "a company is known without its suffix": (REVISED, replace(ASKED, companies=("Nvidia",)), True),
    "another company is left out": (REVISED, replace(ASKED, companies=("Intel",)), False),
    "a part of a word is no company": (REVISED, replace(ASKED, companies=("Open",)), False),
    "an attribute that was asked for": (REVISED, replace(ASKED, attributes=("deal_value",)), True),
    "another attribute is left out": (STEPPED, replace(ASKED, attributes=("deal_value",)), False),
    "a kind that was asked for": (STEPPED, replace(ASKED, kinds=(Kind.STATUS_CHANGED,)), True),
    "another kind is left out": (REVISED, replace(ASKED, kinds=(Kind.CONFLICT,)), False),
    "a tier that was asked for": (REVISED, replace(ASKED, tiers=(Tier.WIRE,)), True),
    "another tier is left out": (REVISED, replace(ASKED, tiers=(Tier.FILING,)), False),
}


@pytest.mark.parametrize(("found", "subscription", "expected"), FILTERS.values(), ids=FILTERS)
def test_alerts_for(found: Change, subscription: Subscription, expected: bool) -> None:
    assert bool(alerts(found, subscription)) is expected


def test_the_id_is_of_the_change_and_the_endpoint() -> None:
    (one,), (again,) = alerts(REVISED, ASKED), alerts(REVISED, ASKED)
    (other,) = alerts(REVISED, replace(ASKED, name="archive"))
    assert one == again
    assert one.change_id == other.change_id
    assert one.alert_id != other.alert_id
    assert one.payload["id"] == one.alert_id


def test_no_secret_is_in_a_payload() -> None:
    (alert,) = alerts(REVISED, ASKED)
    assert ASKED.secret_env not in json.dumps(alert.payload)


START = Days(datetime(2025, 10, 1, tzinfo=UTC).date(), datetime(2025, 12, 31, tzinfo=UTC).date(), Qualifier.PLANNED)
LAPSED = next(lapsed_promises([fact(START, "close_date")], Rules(), NOW))
EVERYTHING = replace(ASKED, least_severity=Severity.INFO, new_deals=True, first_figures=True)


@pytest.mark.parametrize("found", [REVISED, HEDGED, STEPPED, LAPSED], ids=lambda c: c.kind.value)
def test_a_payload_keeps_the_schema(found: Change) -> None:
    (alert,) = alerts(found, EVERYTHING)
    VALID.validate(json.loads(json.dumps(alert.payload)))


def test_values_are_typed_and_quoted_on_both_sides() -> None:
    payload = json.loads(json.dumps(alerts(REVISED, ASKED)[0].payload))
    assert (payload["from"]["value"], payload["to"]["value"], payload["to"]["unit"]) == (23e9, 30e9, "USD")
    assert (payload["from"]["url"], payload["to"]["outlet"]) == ("https://a.example/1", "b")
    assert payload["to"]["reported_at"] == "2025-09-27T14:05:00Z"
    assert payload["deal"]["parties"][0] == {"name": "NVIDIA Corp.", "role": "investor"}


def test_new_deals_and_first_figures_go_to_who_asked() -> None:
    figure = fact(usd("100"))
    found = [
        *alerts_for_new_deals([DEAL], [ASKED, EVERYTHING]),
        *alerts_for_first_figures([("deal_1", figure)], {"deal_1": DEAL}, [ASKED, EVERYTHING]),
    ]
    assert [(alert.payload["type"], alert.change_id) for alert in found] == [
        ("new_deal", "deal_1"),
        ("first_figure", figure.fact_id),
    ]
    for alert in found:
        VALID.validate(json.loads(json.dumps(alert.payload)))


hostile = st.sampled_from(["\U0001f4a3", '"\\\x00', "\ud800", "</script>", "\u202e", "a b "]).map(lambda s: s * 9000)


@settings(max_examples=25, deadline=None)
@given(hostile, hostile, st.integers(0, 60))
def test_a_payload_is_small_whatever_the_news_say(quote: str, name: str, parties: int) -> None:
    deal = replace(DEAL, name=name, parties=(Party(name, Role.PARTNER),) * parties)
    found = change(usd("23"), usd("30"), quote=quote)
    later = replace(found.earlier, outlet=name, url="https://a.example/" + name, document_id=name)
    (alert,) = alerts(replace(found, strand=quote, attribute=f"other:{name}", later=later), ASKED, deal)
    assert len(json.dumps(alert.payload)) < LIMIT
    VALID.validate(json.loads(json.dumps(alert.payload)))


def test_a_number_of_a_million_digits_is_not_written_out() -> None:
    huge = replace(REVISED.earlier, claim=replace(REVISED.earlier.claim, reading=Figure("USD", Decimal("1e999999"))))
    (alert,) = alerts(replace(REVISED, later=huge), ASKED)
    assert len(json.dumps(alert.payload)) < LIMIT
