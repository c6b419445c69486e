import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.alerts import LIMIT, alerts_for, alerts_for_new_deals
from extractors.digests import digest_of
from extractors.models import Severity
from tests.extractors.test_alerts import ASKED, DEAL, REVISED, VALID

ONE = alerts_for([(DEAL.deal_id, REVISED)], {DEAL.deal_id: DEAL}, [ASKED])[0].payload
DEALS = alerts_for_new_deals([DEAL], [replace(ASKED, new_deals=True)])[0].payload


def payload(number: int = 0, severity: str = "medium", words: str = "a quote") -> dict[str, Any]:
    sides = {side: {**ONE[side], "quote": words} for side in ("from", "to")}  # type: ignore[dict-item]
    return {**ONE, "id": f"alr_{number}", "severity": severity, "explanation": words, **sides}


MANY = {
    "a few": ([payload(n) for n in range(12)], 0),
    "with long texts": ([payload(n, words="x" * 900) for n in range(12)], 0),
    "more than fit": ([payload(n, words="€" * 900) for n in range(300)], 260),
    "of every type": ([payload(), DEALS], 0),
}


@pytest.mark.parametrize(("payloads", "left_out"), MANY.values(), ids=MANY)
def test_a_digest_counts_all_and_lists_what_fits(payloads, left_out):
    body: Any = digest_of("desk", payloads).payload
    VALID.validate(body)
    assert len(json.dumps(body)) < LIMIT
    assert body["count"] == len(payloads) == body["left_out"] + len(body["alerts"])
    assert abs(body["left_out"] - left_out) < 30


def test_the_loudest_come_first_and_the_quietest_are_left_out():
    loud = [payload(n, severity) for n, severity in enumerate(["low", "high", "medium", "high"])]
    body: Any = digest_of("desk", [DEALS, *loud]).payload
    assert [each["severity"] for each in body["alerts"]] == ["high", "high", "medium", "low", None]
    assert [each["id"] for each in body["alerts"]][:2] == ["alr_1", "alr_3"]


def test_the_same_alerts_make_the_same_digest_in_whatever_order():
    some = [payload(n) for n in range(5)]
    assert digest_of("desk", some).alert_id == digest_of("desk", some[::-1]).alert_id
    assert digest_of("desk", some).alert_id != digest_of("other", some).alert_id


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Severity)), st.text(max_size=400)), min_size=1, max_size=80))
def test_whatever_is_in_it_a_digest_keeps_schema_and_limit(told):
    payloads = [payload(n, severity.value, words) for n, (severity, words) in enumerate(told)]
    body: Any = digest_of("desk", payloads).payload
    VALID.validate(body)
    assert len(json.dumps(body)) < LIMIT
    assert body["alerts"]
