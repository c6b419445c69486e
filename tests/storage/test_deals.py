from dataclasses import replace

from extractors.models import Moment, Party, Role, Rung
from storage.articles import save_versions
from storage.database import Store
from storage.deals import (
    all_deals,
    deals_with_promises,
    links_of_deals,
    links_of_versions,
    remove_links,
    save_deals,
    save_links,
)
from storage.facts import save_facts
from storage.listings import deal_rows, fact_rows
from tests.storage.builders import DEAL, START, billions, fact, half_year, hours, link, version

ONE, TWO = version("one"), version("two", 1)
LATER = replace(
    DEAL,
    deal_id="deal_2",
    kind="investment",
    parties=(),
    first_reported=Moment.at(hours(5)),
    last_reported=Moment(hours(5), hours(9)),
    replaces="deal_1",
)


def test_deals_come_back_as_they_were_kept_in_the_order_of_first_report(store: Store):
    assert save_deals(store, [LATER, DEAL]) == 5
    assert save_deals(store, [LATER, DEAL]) == 0
    assert all_deals(store) == [DEAL, LATER]


def test_a_known_deal_is_brought_up_to_date(store: Store):
    save_deals(store, [DEAL])
    parties = (Party("Nvidia", Role.INVESTOR), Party("OpenAI", Role.INVESTEE), Party("SoftBank", Role.INVESTOR))
    known = replace(DEAL, name="Nvidia's stake in OpenAI", parties=parties, last_reported=Moment.at(hours(2)))
    with store.transaction():
        assert save_deals(store, [known]) > 0
    assert all_deals(store) == [known]


def test_links_are_kept_once_and_can_be_undone_and_made_again(store: Store):
    assert save_links(store, [link(ONE), link(TWO)], START) == 2
    assert save_links(store, [link(ONE)], hours(1)) == 0
    assert remove_links(store, [(ONE.version_id, DEAL.deal_id)], hours(2)) == 1
    assert remove_links(store, [(ONE.version_id, DEAL.deal_id)], hours(3)) == 0
    assert links_of_deals(store, [DEAL.deal_id]) == [link(TWO)]
    assert save_links(store, [link(ONE)], hours(4)) == 1
    assert links_of_versions(store, [ONE.version_id]) == [link(ONE)]


def test_the_rows_for_people(store: Store):
    save_versions(store, [ONE, TWO])
    save_deals(store, [DEAL, LATER])
    save_links(store, [link(TWO), link(ONE)], START)
    save_facts(store, [fact(ONE, "deal_value", billions("100"), of="phase 1"), fact(TWO, "status", Rung.ANNOUNCED, 1)])
    parties = [{"name": party.name, "role": party.role} for party in DEAL.parties]
    shared = {"name": DEAL.name}
    assert deal_rows(store) == [
        {
            **shared,
            "deal_key": "deal_1",
            "kind": "partnership",
            "parties": parties,
            "status": "announced",
            "article_ids": ["one", "two"],
        },
        {**shared, "deal_key": "deal_2", "kind": "investment", "parties": [], "status": None, "article_ids": []},
    ]
    first = fact_rows(store)[0]
    assert (first["deal_key"], first["article_id"], first["value"], first["of"]) == ("deal_1", "one", 10**11, "phase 1")


def test_deals_with_promises_are_those_with_a_day_that_passed(store: Store):
    save_versions(store, [ONE])
    save_deals(store, [DEAL])
    save_links(store, [link(ONE)], START)
    save_facts(store, [fact(ONE, "close_date", half_year(2025, second=True))])
    assert deals_with_promises(store, hours(0)) == set()
    assert deals_with_promises(store, hours(24 * 120)) == {DEAL.deal_id}
