from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.models import Membership
from storage.articles import save_versions
from storage.database import Store, opened
from storage.stories import (
    members_of_stories,
    members_of_versions,
    near_versions,
    save_members,
    save_sketches,
    story_rows,
)
from tests.storage.builders import START, hours, member, version

ONE, TWO, THREE = version("one"), version("two", 1), version("three", 2)

NEAR = {
    "three shared are enough": ([1, 2, 3, 90, 91], ["known"]),
    "two shared are not": ([1, 2, 90, 91], []),
    "the nearest comes first": ([1, 2, 3, 4, 11, 12, 13], ["known", "other"]),
    "what too many share says nothing": ([1, 2, 21], []),
    "nothing to compare": ([], []),
    "the largest hash": ([2**64 - 1, 2**64 - 2, 0], ["large"]),
}


@pytest.mark.parametrize(("fingerprints", "near"), NEAR.values(), ids=NEAR)
def test_near_versions(store: Store, fingerprints, near):
    sketches = {"known": [1, 2, 3, 4, 5], "other": [11, 12, 13, 14], "large": [0, 2**64 - 1, 2**64 - 2]}
    furniture = {f"furniture {number}": [21, 1_000 + number] for number in range(3)}
    known = sketches | furniture | {"known": [1, 2, 3, 4, 5, 21]}
    save_sketches(store, known, dict.fromkeys(known, START))
    found = near_versions(store, {"fresh": fingerprints}, hours(-1), common=3)
    assert found == ({"fresh": near} if near else {})


def test_a_version_is_not_near_itself_nor_to_what_lies_outside_the_window(store: Store):
    sketches = {"old": [1, 2, 3], "new": [1, 2, 3]}
    assert save_sketches(store, sketches, {"old": hours(-100), "new": START}) == 6
    assert save_sketches(store, sketches, {"old": hours(-100), "new": START}) == 0
    assert near_versions(store, {"new": [1, 2, 3]}, hours(-1)) == {}
    assert near_versions(store, {"old": [1, 2, 3]}, hours(-1)) == {"old": ["new"]}


@settings(max_examples=12, deadline=None)
@given(st.dictionaries(st.text("ab", min_size=1, max_size=3), st.sets(st.integers(0, 12), max_size=8), max_size=6))
def test_near_versions_are_those_that_a_loop_over_all_would_find(sketches):
    with opened(":memory:") as store:
        save_sketches(store, {key: sorted(each) for key, each in sketches.items()}, dict.fromkeys(sketches, START))
        found = near_versions(store, {key: sorted(each) for key, each in sketches.items()}, hours(-1))
    for one, prints in sketches.items():
        wanted = {other for other, others in sketches.items() if other != one and len(prints & others) >= 3}
        assert set(found.get(one, ())) == wanted


def test_a_version_moves_from_one_story_to_another_and_the_past_is_kept(store: Store):
    assert save_members(store, [member(ONE, "x"), member(TWO, "y")], START) == 2
    moved = member(TWO, "x", Membership.COPY)
    assert save_members(store, [member(ONE, "x"), moved], hours(1)) == 2
    assert save_members(store, [member(ONE, "x"), moved], hours(2)) == 0
    assert members_of_versions(store, [TWO.version_id, "unknown"]) == {TWO.version_id: moved}
    assert members_of_stories(store, ["x", "y"]) == [member(ONE, "x"), moved]
    past = store.connection.execute("select story_id, until from story_members where until is not null").fetchall()
    assert [story for story, _ in past] == ["y"]


def test_a_version_may_come_back_to_a_story(store: Store):
    for at, story in enumerate(("x", "y", "x")):
        save_members(store, [member(ONE, story)], hours(at))
    assert members_of_versions(store, [ONE.version_id]) == {ONE.version_id: member(ONE, "x")}


def test_an_earlier_origin_makes_the_former_one_a_copy(store: Store):
    save_members(store, [member(TWO, "x")], START)
    copy = replace(member(TWO, "x", Membership.COPY), score=93.5)
    assert save_members(store, [member(ONE, "x"), copy], hours(1)) == 2
    assert members_of_versions(store, [TWO.version_id]) == {TWO.version_id: copy}


def test_stories_for_people_name_the_origin_first(store: Store):
    save_versions(store, [ONE, TWO, THREE])
    save_members(store, [member(TWO, "x", Membership.COPY), member(ONE, "x"), member(THREE, "z")], START)
    rows = story_rows(store)
    assert [(row["story_id"], [each["article_id"] for each in row["members"]]) for row in rows] == [
        ("x", ["one", "two"]),
        ("z", ["three"]),
    ]
    first = {"article_id": "one", "score": 100.0, "role": "origin", "outlet": "One", "url": ONE.url, "title": ONE.title}
    assert rows[0]["members"][0] == first
