"""The scorer of changes and links counts right, and no golden report is linked to another deal's."""

from typing import Any

import pytest

from tests.golden.tellings import linked, matches, measured, table

REPORTS = {
    name: {"deal": name[0], "published": None if name.endswith("u") else "2025-01-01"}
    for name in ("a1", "a2", "au", "b1")
}
BN = {"low": 1e9, "high": 1e9, "unit": "USD"}


def side(name: str, **given: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("value", "low", "high", "unit", "date_start", "date_end", "status"))
    return {**empty, "article_id": name, **given}


def pair(kind: str, one: str, other: str) -> dict[str, Any]:
    two = {**BN, "low": 2e9, "high": 2e9}
    ends = {"from": {"id": one, "norm": BN}, "to": {"id": other, "norm": two}}
    return {"deal": "a", "attribute": "deal_value", "kind": kind, **ends}


USD1, USD2 = {"value": 1e9, "unit": "USD"}, {"value": 2.001e9, "unit": "USD"}
MATCHES = {
    "the same two values": (pair("revised", "a1", "a2"), side("a1", **USD1), side("a2", **USD2), True),
    "the wrong way round": (pair("revised", "a1", "a2"), side("a2", **USD2), side("a1", **USD1), False),
    "a conflict has no direction": (pair("conflict", "a1", "a2"), side("a2", **USD2), side("a1", **USD1), True),
    "nor has what an undated report tells": (pair("revised", "a1", "au"), side("au", **USD2), side("a1", **USD1), True),
    "a deal of its own": (pair("revised", "a1", "a2"), side("b1", **USD1), side("b1", **USD2), False),
    "another currency": (pair("revised", "a1", "a2"), side("a1", value=1e9, unit="EUR"), side("a2", **USD2), False),
}


@pytest.mark.parametrize(("row", "earlier", "later", "right"), MATCHES.values(), ids=MATCHES)
def test_matches(row: dict[str, Any], earlier: dict[str, Any], later: dict[str, Any], right: bool) -> None:
    assert matches(row, {"attribute": "deal_value", "from": earlier, "to": later}, REPORTS) is right


def test_linked_is_the_mean_over_deals() -> None:
    reports = [{"id": name, "deal": name[0]} for name in ("a1", "a2", "a3", "b1", "b2")]
    groups = {"a1": {"x"}, "a2": {"x"}, "b1": {"y"}, "b2": {"y"}}
    assert linked(reports, groups) == (pytest.approx(2 / 3), 0)


def test_no_two_deals_of_the_golden_set_are_linked() -> None:
    found = measured()
    assert found.apart <= 0.002
    assert "together" in table(found)
