from dataclasses import replace

import pytest

from extractors.comparing.dismissals import heeded, is_dismissed
from extractors.models import Change, Kind, Severity
from tests.extractors.test_changes import H2_2026, LATER, UP_TO, Y2027, A, B, arriving, bn, changes, days, says


def change(*reports) -> Change:
    return changes(*reports)[0]


Y2028 = days("2028-01-01", "2028-12-31")
CONFLICT = change(says(bn("100")), says(bn("30"), **B))
BID = change(says(bn("9"), of="Novo"), says(bn("10"), of="Novo", **B))
SLIP = change(says(H2_2026, "close_date"), says(Y2027, "close_date", **B, on=LATER))
GONE = replace(CONFLICT, kind=Kind.WITHDRAWN, later=None)
LAPSED = replace(SLIP, kind=Kind.LAPSED, later=None)
ALIKE: dict[str, tuple[Change, Change, bool]] = {
    "itself": (CONFLICT, CONFLICT, True),
    "printed by others": (change(says(bn("100"), article="x"), says(bn("30"), article="y")), CONFLICT, True),
    "the other way round": (change(says(bn("30")), says(bn("100"), **B, on=LATER)), CONFLICT, True),
    "rounded otherwise": (change(says(bn("100.2")), says(bn("30"), **B)), CONFLICT, True),
    "as an edit of one article": (
        change(says(bn("100"), version="1"), says(bn("30"), version="2", on=None, seen=LATER)), CONFLICT, True,
    ),
    "another value": (change(says(bn("100")), says(bn("40"), **B)), CONFLICT, False),
    "one of the values beside a third": (change(says(bn("60")), says(bn("30"), **B)), CONFLICT, False),
    "another attribute": (change(says(bn("100"), "valuation"), says(bn("30"), "valuation", **B)), CONFLICT, False),
    "another strand": (change(says(bn("9"), of="Pfizer"), says(bn("10"), of="Pfizer", **B)), BID, False),
    "the strand in other words": (change(says(bn("9"), of="Novo's bid"), says(bn("10"), of="Novo", **B)), BID, True),
    "a hedge instead": (change(says(bn("100", UP_TO)), says(bn("100"), **B)), CONFLICT, False),
    "the same slip": (SLIP, SLIP, True),
    "another day": (change(says(H2_2026, "close_date"), says(Y2028, "close_date", **B, on=LATER)), SLIP, False),
    "the same silence": (LAPSED, LAPSED, True),
    "an article that is gone": (GONE, GONE, False),
    "a silence and a slip": (LAPSED, SLIP, False),
}  # fmt: skip


@pytest.mark.parametrize(("found", "dismissed", "silent"), ALIKE.values(), ids=ALIKE)
def test_what_was_dismissed_stays_silent(found, dismissed, silent):
    heard = heeded(found, [BID, dismissed])
    assert is_dismissed(heard) == silent
    assert heard.change_id == found.change_id
    if silent:
        assert heard.severity is Severity.INFO
        assert "dismissed" in heard.explanation
    else:
        assert heard == found


def test_without_a_verdict_all_is_heard():
    assert heeded(CONFLICT, []) is CONFLICT
    assert arriving(says(bn("1"), **A))
