"""What people ask, on an empty database and on one small story that has a bit of everything."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from extractors.comparing.edits import BY_WORDS, Edit
from extractors.models import Days, Kind, Membership, Qualifier, Relation, Rung, Severity, Tier
from extractors.second.second_reader import SecondReading
from storage.articles import Visit, save_articles, save_versions, save_visits
from storage.changes import save_changes
from storage.database import Store, opened
from storage.deals import remove_links, save_deals, save_links
from storage.edits import save_edits
from storage.facts import facts_of_deals, save_facts, save_reports
from storage.rereadings import take_facts
from storage.second_reader import save_second_readings
from storage.snapshot import publish, snapshot_path
from storage.stories import save_members
from storage.verdicts import ChangeVerdict, Judged, save_verdicts
from tests.storage.builders import (
    DEAL,
    START,
    article,
    billions,
    change,
    fact,
    half_year,
    hours,
    link,
    member,
    power,
    report,
    version,
)

VIEWS = [
    "article_edits",
    "change_deals",
    "changes_readable",
    "current_versions",
    "deadlines",
    "deal_facts",
    "deal_facts_now",
    "deals_now",
    "dropped_facts",
    "fact_timeline",
    "first_said",
    "last_readings",
    "open_conflicts",
    "readings_compared",
    "revised_readings",
    "stale_copies",
    "verdicts_now",
]

RELEASE = version("release", tier=Tier.COMPANY)
COPY = version("copy", at=1)
BRIEF = version("brief", at=2, tier=Tier.NATIONAL)
BLOG = version("blog", at=3, tier=Tier.BLOG)
LATER = version("later", at=2_000, tier=Tier.COMPANY)
PAGE, EDITED = version("page", at=4), version("page", at=5, text="edited", published=None)
VERSIONS = [RELEASE, COPY, BRIEF, BLOG, LATER, PAGE, EDITED]
UP_TO_100 = fact(RELEASE, "deal_value", billions("100", Qualifier.UP_TO), 0, "story")
LETTER = fact(RELEASE, "status", Rung.LETTER_OF_INTENT, 0, "story")
STARTS = fact(RELEASE, "start_date", half_year(2026, second=True), 0, "story")
POWER = fact(RELEASE, "capacity", power("10", "GW"), 0, "story")
COPIED = fact(COPY, "deal_value", billions("100", Qualifier.UP_TO), 1, "story")
FLAT_100 = fact(BRIEF, "deal_value", billions("100"), 2)
FINAL = fact(BRIEF, "status", Rung.DEFINITIVE, 2)
MEGAWATTS = fact(BRIEF, "capacity", power("10000", "MW"), 2)
TEN = fact(BLOG, "deal_value", billions("10"), 3)
SOON = fact(BLOG, "start_date", Days(None, None), 3)
OLD_PAGE = fact(PAGE, "valuation", billions("730"), 4)
NEW_PAGE = fact(EDITED, "valuation", billions("840"), 5)
THIRTY = fact(LATER, "deal_value", billions("30"), 6)
FORMER = fact(LATER, "deal_value", billions("100"), 6, when="previous")
FURTHER = [
    Edit(None, fact(EDITED, "deal_value", billions("9"), 5), Relation.INCOMPARABLE),
    Edit(None, fact(EDITED, "status", Rung.ANNOUNCED, 5), Relation.INCOMPARABLE),
]
DROPPED = fact(BRIEF, "valuation", billions("999"), 2)  # a later reading of the text did not find it
CHANGES = [
    change(UP_TO_100, FLAT_100, Kind.HEDGE_CHANGED, Severity.LOW),
    change(LETTER, FINAL, Kind.CONFLICT),
    change(UP_TO_100, TEN, Kind.CONFLICT),
    change(OLD_PAGE, NEW_PAGE, Kind.EDITED),
    change(UP_TO_100, THIRTY, Kind.REVISED),
    change(STARTS, None, Kind.LAPSED, Severity.LOW),
]
FACTS = [
    *(UP_TO_100, LETTER, STARTS, POWER, COPIED, FLAT_100, FINAL, MEGAWATTS, TEN, SOON),
    *(OLD_PAGE, NEW_PAGE, THIRTY, FORMER, DROPPED),
]


def fill(store: Store) -> None:
    with store.transaction():
        save_articles(store, [article(each.article_id) for each in VERSIONS])
        save_versions(store, VERSIONS)
        save_reports(store, [(each, report()) for each in VERSIONS])
        save_members(store, [member(RELEASE, "story"), member(COPY, "story", Membership.COPY)], START)
        save_members(store, [member(each) for each in VERSIONS[2:]], START)
        save_facts(store, FACTS)
        save_deals(store, [DEAL])
        for each in VERSIONS:
            save_links(store, [link(each)], each.seen_at)
        save_changes(store, [(DEAL.deal_id, each) for each in CHANGES])
        save_edits(store, [(PAGE, EDITED, [Edit(OLD_PAGE, NEW_PAGE, Relation.CONTRADICTS), *FURTHER])])
        save_verdicts(store, [ChangeVerdict(CHANGES[3].change_id, Judged.CONFIRMED, "a note", hours(6))])
        take_facts(store, [], [DROPPED.fact_id], hours(3))
        save_second_readings(store, [(RELEASE, SecondReading(report(), "reader:m"))], START)


@pytest.fixture
def filled(store: Store) -> Iterator[Store]:
    fill(store)
    return store


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    return store.connection.execute(sql).fetchall()


@pytest.mark.parametrize("view", VIEWS)
def test_it_answers_on_an_empty_database(untouched: Store, view):
    assert rows(untouched, f"from {view}") == []


def test_all_views_are_tried():
    with opened(":memory:") as store:
        names = rows(store, "select view_name from duckdb_views() where not internal order by view_name")
    assert [name for (name,) in names] == VIEWS


@pytest.mark.parametrize("view", VIEWS)
def test_it_answers_on_a_filled_one(filled: Store, view):
    assert rows(filled, f"from {view}")


def test_they_answer_in_a_plain_connection(tmp_path: Path):
    with opened(tmp_path / "news.duckdb") as store:
        fill(store)
        publish(tmp_path / "news.duckdb")
    with duckdb.connect(snapshot_path(tmp_path / "news.duckdb"), read_only=True) as plain:
        for view in VIEWS:
            assert plain.execute(f"from {view}").fetchall()
        assert plain.execute("from facts_as_of(now())").fetchall()


def test_deal_facts_now(filled: Store):
    columns = "attribute, reading, qualifier, outlet, stories, articles, other_readings, conflicts, rule"
    assert rows(filled, f"select {columns} from deal_facts_now order by attribute") == [
        ("capacity", "10 GW", "exact", "Release", 2, 2, 0, 0, "the only reading"),
        ("deal_value", "30000000000 USD", "exact", "Later", 1, 1, 2, 0, "the nearest source"),
        ("start_date", "2026-07-01..2026-12-31", "exact", "Release", 1, 1, 0, 0, "the only reading"),
        ("status", "letter_of_intent", None, "Release", 1, 1, 1, 1, "the nearest source"),
        ("valuation", "840000000000 USD", "exact", "Page", 1, 1, 0, 0, "the only reading"),
    ]


RULES = {
    "the nearest source wins over many": (
        [(Tier.COMPANY, "1", "a", 0), (Tier.BLOG, "2", "b", 1), (Tier.BLOG, "2", "c", 2)],
        ("1000000000 USD", 1, "the nearest source"),
    ),
    "many independent stories win over the latest": (
        [(Tier.WIRE, "1", "a", 0), (Tier.WIRE, "1", "b", 1), (Tier.WIRE, "2", "c", 2)],
        ("1000000000 USD", 2, "the most independent stories"),
    ),
    "copies count once, so the latest wins": (
        [(Tier.WIRE, "1", "a", 0), (Tier.WIRE, "1", "a", 1), (Tier.WIRE, "2", "c", 2)],
        ("2000000000 USD", 1, "the latest report"),
    ),
    "one reading needs no rule": ([(Tier.BLOG, "1", "a", 0)], ("1000000000 USD", 1, "the only reading")),
}


@pytest.mark.parametrize(("reports", "best"), RULES.values(), ids=RULES)
def test_the_rule_that_chooses(store: Store, reports, best):
    save_deals(store, [DEAL])
    for number, (tier, value, story, at) in enumerate(reports):
        said = version(f"outlet{number}", at, tier=tier)
        save_versions(store, [said])
        save_members(store, [member(said, story)], START)
        save_facts(store, [fact(said, "deal_value", billions(value), number, story)])
        save_links(store, [link(said)], START)
    assert rows(store, "select reading, stories, rule from deal_facts_now") == [best]


def test_open_conflicts(filled: Store):
    asked = "select attribute, one_reading, other_reading, one_outlet, other_outlet from open_conflicts"
    assert rows(filled, asked) == [("status", "letter_of_intent", "definitive", "Release", "Brief")]


def test_stale_copies(filled: Store):
    asked = "select outlet, printed_reading, new_reading, printed_after from stale_copies order by outlet"
    assert rows(filled, asked) == [
        (outlet, "100000000000 USD", "30000000000 USD", False) for outlet in ("Brief", "Copy", "Release")
    ]


def test_who_said_it_first_and_who_copied_whom(filled: Store):
    asked = "select outlet, copied_by, also_said_by, stories, credits from first_said where attribute = 'deal_value'"
    assert sorted(rows(filled, f"{asked} and reading like '100000000000 %'")) == [
        ("Release", ["Copy"], ["Brief"], 2, None)
    ]
    assert rows(filled, f"{asked} and reading like '10000000000 %'") == [("Blog", [], [], 1, None)]


def test_of_copies_of_one_day_the_origin_said_it_first_and_its_agency_is_named(store: Store):
    one = version("one", text="(Reuters) - A text.")
    two = version("two", text="A text.")
    save_versions(store, [two, one])
    save_members(store, [member(two, "story", Membership.COPY), member(one, "story")], START)
    save_facts(store, [fact(each, "deal_value", billions("5"), 0, "story") for each in (two, one)])
    save_deals(store, [DEAL])
    save_links(store, [link(one), link(two)], START)
    assert rows(store, "select outlet, copied_by, credits from first_said") == [("One", ["Two"], "Reuters")]


def test_a_reading_that_took_the_place_of_another_is_as_near_as_that_was(store: Store):
    company, wire, paper = version("a", tier=Tier.COMPANY), version("b", 1, tier=Tier.WIRE), version("c", 2)
    facts = [
        fact(each, "deal_value", billions(str(10 + order)), order) for order, each in enumerate((company, wire, paper))
    ]
    save_deals(store, [DEAL])
    save_versions(store, [company, wire, paper])
    save_facts(store, facts)
    save_links(store, [link(company), link(wire), link(paper)], START)
    save_changes(store, [(DEAL.deal_id, change(facts[0], facts[2], Kind.REVISED))])
    assert rows(store, "select outlet, rule from deal_facts_now") == [("C", "the nearest source")]


def test_a_revision_that_its_article_takes_back_is_none(filled: Store):
    corrected = version("later", at=2_010, text="corrected", tier=Tier.COMPANY)
    save_versions(filled, [corrected])
    save_links(filled, [link(corrected)], START)
    save_facts(filled, [fact(corrected, "deal_value", billions("100"), 7)])
    assert rows(filled, "from stale_copies") == []
    assert rows(filled, "select reading, articles from deal_facts_now where attribute = 'deal_value'") == [
        ("100000000000 USD", 4)
    ]


def test_a_deal_in_the_place_of_another_revises_its_value(filled: Store):
    heir = replace(DEAL, deal_id="deal_2", kind="investment", replaces=DEAL.deal_id)
    save_deals(filled, [heir])
    remove_links(filled, [(LATER.version_id, DEAL.deal_id)], hours(2_001))
    save_links(filled, [link(LATER, heir)], hours(2_001))
    assert rows(filled, "select distinct new_reading from stale_copies") == [("30000000000 USD",)]
    asked = "select deal_id, reading, rule from deal_facts_now where attribute = 'deal_value' order by deal_id"
    assert rows(filled, asked) == [
        (DEAL.deal_id, "100000000000 USD", "the nearest source"),
        (heir.deal_id, "30000000000 USD", "the only reading"),
    ]


def test_article_edits(filled: Store):
    asked = "select outlet, attribute, old_quote, new_quote, old_reading, new_reading, silent from article_edits"
    assert rows(filled, asked)[0] == (
        *("Page", "valuation", "words of Page", "words of Page", "730000000000 USD", "840000000000 USD", True),
    )


def test_what_was_added_is_an_edit_but_a_status_that_was_first_said(filled: Store):
    save_facts(filled, [edit.later for edit in FURTHER if edit.later])
    assert rows(filled, "select attribute, old_reading, new_reading from article_edits where old_quote is null") == [
        ("deal_value", None, "9000000000 USD")
    ]


NOTICES = {
    "a notice is no silence": ((None, "Correction: it is $840bn."), ("Correction: it is $840bn.", False)),
    "an older notice admits nothing new": (("This story was corrected.", "This story was corrected."), (None, True)),
    "no notice at all": ((None, None), (None, True)),
}


@pytest.mark.parametrize(("notices", "shown"), NOTICES.values(), ids=NOTICES)
def test_notices_of_edits(store: Store, notices: tuple[str | None, str | None], shown: tuple[str | None, bool]):
    old, new = replace(PAGE, notice=notices[0]), replace(EDITED, notice=notices[1])
    save_versions(store, [old, new])
    save_facts(store, [OLD_PAGE, NEW_PAGE])
    save_edits(store, [(old, new, [Edit(OLD_PAGE, NEW_PAGE, Relation.CONTRADICTS)])])
    assert rows(store, "select notice, silent from article_edits") == [shown]


def test_facts_that_only_an_edit_found_are_no_facts_of_the_deal(filled: Store):
    made = replace(fact(EDITED, "other:figure", billions("1"), 5), extractor=BY_WORDS)
    save_edits(filled, [(PAGE, EDITED, [Edit(OLD_PAGE, made, Relation.CONTRADICTS, spoken=False)])])
    assert rows(filled, "select count(*) from facts where attribute = 'other:figure'") == [(1,)]
    assert rows(filled, "from deal_facts where attribute = 'other:figure'") == []
    assert made.fact_id not in {each.fact_id for each in facts_of_deals(filled, [DEAL.deal_id])[DEAL.deal_id]}


def test_changes_readable(filled: Store):
    asked = (
        "select deal, attribute, kind, from_qualifier, from_outlet, to_outlet, to_reading, alert from changes_readable"
    )
    found = rows(filled, asked)
    assert len(found) == len(CHANGES)
    assert found[0] == (DEAL.name, "start_date", "lapsed", "exact", "Release", None, None, False)
    assert found[-1] == (DEAL.name, "deal_value", "revised", "up_to", "Release", "Later", "30000000000 USD", True)


def test_what_was_judged_and_what_was_dropped_is_seen_as_of_its_time(filled: Store):
    judged = rows(filled, "select change_id, verdict, note from changes_readable where verdict is not null")
    assert judged == [(CHANGES[3].change_id, "confirmed", "a note")]
    for view in ("deal_facts", "fact_timeline"):
        assert rows(filled, f"from {view} where reading = '999000000000 USD'") == []
    for at, verdicts, dropped in ((2.5, 0, 1), (4, 0, 0), (8, 1, 0)):
        ts = {"ts": hours(at)}
        known = filled.connection.execute("from changes_as_of($ts) where verdict is not null", ts).fetchall()
        facts = filled.connection.execute("from facts_as_of($ts) where reading like '999%'", ts).fetchall()
        assert (len(known), len(facts)) == (verdicts, dropped)
    assert filled.connection.execute("select count(*) from changes_as_of($ts)", {"ts": hours(2.5)}).fetchall() == [(3,)]


def test_a_dismissed_conflict_is_open_no_more(filled: Store):
    asked = "select count(*) from open_conflicts"
    [(before,)] = rows(filled, asked)
    save_verdicts(filled, [ChangeVerdict(CHANGES[1].change_id, Judged.DISMISSED, None, hours(6))])
    assert rows(filled, asked) == [(before - 1,)]  # type: ignore[operator]
    save_verdicts(filled, [ChangeVerdict(CHANGES[1].change_id, Judged.CONFIRMED, None, hours(7))])
    assert rows(filled, asked) == [(before,)]


def test_deadlines(filled: Store):
    days_left = (date(2026, 12, 31) - rows(filled, "select current_date")[0][0]).days  # type: ignore[operator]
    asked = "select attribute, date_end, days_left, lapsed, quote from deadlines"
    assert rows(filled, asked) == [("start_date", date(2026, 12, 31), days_left, True, "words of Release")]


def test_deals_now(filled: Store):
    asked = "select name, parties, status, versions, articles, stories, conflicts from deals_now"
    parties = ["OpenAI (investee)", "Nvidia (investor)", "Nvidia (supplier)"]
    assert rows(filled, asked) == [(DEAL.name, parties, "letter_of_intent", 7, 6, 5, 1)]


AS_OF = {"before anything": (-1, 0), "at the release": (0, 4), "at the copy": (1, 5), "before the edit": (4.5, 11)}


@pytest.mark.parametrize(("hour", "count"), AS_OF.values(), ids=AS_OF)
def test_facts_as_of(filled: Store, hour, count):
    then = hours(hour).isoformat()
    assert rows(filled, f"select count(*) from facts_as_of('{then}'::timestamptz)") == [(count,)]


def test_facts_as_of_show_what_an_article_said_then_and_not_what_it_says_now(filled: Store):
    asked = "select reading from facts_as_of('{}'::timestamptz) where attribute = 'valuation'"
    assert rows(filled, asked.format(hours(4.5))) == [("730000000000 USD",)]
    assert rows(filled, asked.format(hours(5.5))) == [("840000000000 USD",)]


def test_an_article_that_is_gone_says_nothing_any_more(filled: Store):
    save_visits(filled, [Visit("blog", hours(9), None, answered=True, gone=True)])
    assert rows(filled, "select count(*) from deal_facts where stands and outlet = 'Blog'") == [(0,)]


def test_a_link_that_is_undone_takes_the_facts_along_and_touches_none(filled: Store):
    remove_links(filled, [(LATER.version_id, DEAL.deal_id)], hours(3_000))
    assert rows(filled, "select count(*) from facts") == [(len(FACTS),)]
    assert rows(filled, "select reading, rule from deal_facts_now where attribute = 'deal_value'") == [
        ("100000000000 USD", "the nearest source")
    ]


def test_a_figure_too_large_to_be_shown_in_gigawatts_breaks_no_view(filled: Store):
    large = version("large", at=7)
    save_versions(filled, [large])
    save_links(filled, [link(large)], START)
    save_facts(filled, [fact(large, "capacity", power("1e27", "MW"), 9)])
    for view in VIEWS:
        assert rows(filled, f"from {view}")
