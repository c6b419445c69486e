from dataclasses import replace

import pytest

from extractors.models import Kind
from storage.articles import save_versions
from storage.changes import all_changes, change_by_id, changes_of_deals, save_changes
from storage.database import Store
from storage.deals import remove_links, save_deals, save_links
from storage.facts import save_facts
from tests.storage.builders import DEAL, START, billions, change, fact, hours, link, version

ONE, TWO = version("one"), version("two", 1)
OLD, NEW = fact(ONE, "deal_value", billions("100"), 0), fact(TWO, "deal_value", billions("30"), 1)
REVISED, GONE = change(OLD, NEW, Kind.REVISED), change(NEW, None, Kind.WITHDRAWN)
OTHER = replace(DEAL, deal_id="deal_2")


@pytest.fixture
def told(store: Store) -> Store:
    save_versions(store, [ONE, TWO])
    save_facts(store, [OLD, NEW])
    save_deals(store, [DEAL, OTHER])
    save_links(store, [link(ONE), link(TWO)], START)
    assert save_changes(store, [(DEAL.deal_id, REVISED), (DEAL.deal_id, GONE)]) == {REVISED.change_id, GONE.change_id}
    return store


def test_changes_come_back_with_both_facts(told: Store):
    assert all_changes(told) == [(DEAL.deal_id, REVISED), (DEAL.deal_id, GONE)]
    assert changes_of_deals(told, [DEAL.deal_id, "unknown"]) == {DEAL.deal_id: [REVISED, GONE]}


def test_a_change_that_is_found_again_is_not_new(told: Store):
    again = replace(REVISED, detected_at=hours(9))
    assert save_changes(told, [(DEAL.deal_id, again), (OTHER.deal_id, again)]) == set()
    assert all_changes(told)[0] == (DEAL.deal_id, REVISED)


LINKS = {
    "both facts moved to another deal": ([link(ONE, OTHER), link(TWO, OTHER)], [ONE, TWO], OTHER.deal_id),
    "only one of them moved": ([link(TWO, OTHER)], [TWO], None),
    "both speak of two deals": ([link(ONE, OTHER), link(TWO, OTHER)], [], DEAL.deal_id),
    "no link is left": ([], [ONE, TWO], DEAL.deal_id),
}


@pytest.mark.parametrize(("made", "undone", "deal"), LINKS.values(), ids=LINKS)
def test_a_change_goes_where_its_facts_go(told: Store, made, undone, deal):
    save_links(told, made, hours(1))
    remove_links(told, [(each.version_id, DEAL.deal_id) for each in undone], hours(1))
    assert {found.change_id: at for at, found in all_changes(told)}.get(REVISED.change_id) == deal


def test_a_change_is_found_by_the_beginning_of_its_id_if_that_is_one(told: Store):
    assert change_by_id(told, REVISED.change_id) == (DEAL.deal_id, REVISED)
    assert change_by_id(told, REVISED.change_id[:10]) == (DEAL.deal_id, REVISED)
    assert change_by_id(told, "chg_") is None
    assert change_by_id(told, "chg_unknown") is None
