from decimal import Decimal

import pytest

from extractors.models import Figure, Report
from storage.articles import save_versions
from storage.database import Store
from storage.deals import save_deals, save_links
from storage.facts import (
    facts_by_id,
    facts_of_deals,
    facts_of_versions,
    known_facts,
    next_arrival,
    reports_of,
    save_facts,
    save_reports,
)
from storage.problems import open_problems
from storage.stories import save_members
from tests.storage.builders import DEAL, READINGS, START, billions, fact, link, member, report, version

ONE, TWO = version("one"), version("two", at=1)

TOO_LARGE_OR_FINE = {
    "30 digits": Figure("USD", value=Decimal(10) ** 29),
    "an end of a range": Figure("USD", low=Decimal(1), high=Decimal(10) ** 40),
    "twelve decimals": Figure("percent", value=Decimal("0.123456789012")),
    "not a number": Figure("percent", value=Decimal("NaN")),
}


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_a_fact_comes_back_as_it_was_kept(store, reading):
    known = fact(
        ONE, "other:thing", reading, of="phase 1", basis="equity", payer="A", condition="c", modality="planned"
    )
    save_versions(store, [ONE])
    assert save_facts(store, [known]) == 1
    [again] = facts_of_versions(store, [ONE.version_id])
    assert again == known
    assert str(again.claim.reading) == str(known.claim.reading) or "e" in str(known.claim.reading).lower()


@pytest.mark.parametrize("reading", TOO_LARGE_OR_FINE.values(), ids=TOO_LARGE_OR_FINE)
def test_a_figure_that_fits_no_column_is_a_problem_and_stops_no_other(store, reading):
    save_versions(store, [ONE])
    assert save_facts(store, [fact(ONE, "deal_value", reading), fact(ONE, "valuation", billions("5"))]) == 1
    assert [problem["stage"] for problem in open_problems(store)] == ["store"]


def test_the_second_time_nothing_is_new(store: Store):
    facts = [fact(ONE, "deal_value", billions("100"), order=7), fact(ONE, "valuation", billions("500"), order=7)]
    assert next_arrival(store) == 0
    save_versions(store, [ONE])
    assert (save_facts(store, facts), save_facts(store, facts)) == (2, 0)
    assert known_facts(store, [facts[0].fact_id, "fact_unknown"]) == {facts[0].fact_id}
    assert next_arrival(store) == 8
    assert set(facts_by_id(store, [facts[1].fact_id])) == {facts[1].fact_id}


def test_facts_of_a_deal_come_in_the_order_of_arrival_and_in_the_story_of_now(store: Store):
    late, early = fact(ONE, "deal_value", billions("100"), order=2), fact(TWO, "deal_value", billions("10"), order=1)
    save_versions(store, [ONE, TWO])
    save_facts(store, [late, early])
    save_deals(store, [DEAL])
    save_links(store, [link(ONE), link(TWO)], START)
    save_members(store, [member(ONE, "story_x")], START)
    found = facts_of_deals(store, [DEAL.deal_id, "deal_unknown"])
    assert [(each.fact_id, each.story_id) for each in found[DEAL.deal_id]] == [
        (early.fact_id, early.story_id),
        (late.fact_id, "story_x"),
    ]
    assert list(found) == [DEAL.deal_id]


def test_a_report_comes_back_with_its_parties_and_without_its_claims(store: Store):
    assert save_reports(store, [(ONE, report()), (TWO, Report(about_deal=False))]) == 2
    assert save_reports(store, [(ONE, report())]) == 0
    assert reports_of(store, [ONE.version_id, TWO.version_id]) == {
        ONE.version_id: report(),
        TWO.version_id: Report(about_deal=False),
    }
