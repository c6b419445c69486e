"""Copies: what is one report, and that the order of arrival does not matter."""

import time
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.models import Membership, Moment, Source, Tier, Version
from extractors.stories import SHARED, Filed, credits_another, group, likeness, masked, same_report, sketch

SEEN = datetime(2025, 9, 23, tzinfo=UTC)
NVIDIA = (
    "Nvidia will invest up to $100 billion in OpenAI as the two build at least 10 gigawatts of data centers together. "
    "The chipmaker pays in steps, and the first $10 billion follow once a first gigawatt runs. "
    "Sam Altman, who leads OpenAI, called computing power the ground on which the coming economy stands. "
    "Jensen Huang of Nvidia spoke of the next leap for both. "
    "The letter of intent leaves details open, and lawyers expect to settle them within weeks. "
    "Shares of Nvidia rose 4 percent in New York after the news."
)
RIVAL = (
    "A partnership worth as much as $100 billion was made public on Monday by OpenAI and its most important supplier. "
    "Under it, systems that draw 10 gigawatts are to be set up over the years, starting in the second half of 2026. "
    "Investors liked what they heard, although several analysts warned that money was going round in a circle. "
    "Neither side would say who pays for the power plants that such halls require, nor where these would stand."
)
TEMPLATE = (
    "{who} said it cut its stake in {what} to {n} shares, or {p} percent of the total outstanding common stock. "
    "In a filing with the Securities and Exchange Commission, {who} said it sold {m} shares between {d} and March 3 at "
    "prices ranging from {a} to {b} dollars a share. {who} has said it bought the stock as an investment only."
)


def stake(who: str, what: str, n: str) -> str:
    return TEMPLATE.format(who=who, what=what, n=n, p="5.1", m="40,000", d="February 9", a="12", b="14")


SENTENCES = NVIDIA.split(". ")
SAME = {
    "word for word": (NVIDIA, NVIDIA, True),
    "another figure": (NVIDIA, NVIDIA.replace("$100 billion", "$30 billion"), True),
    "figures in words": (NVIDIA, NVIDIA.replace("10 gigawatts", "ten gigawatts"), True),
    "other quotes, dashes and line breaks": (NVIDIA, NVIDIA.replace(". ", ".\n\n"), True),
    "a place and an agency at the head": (NVIDIA, f"SANTA CLARA, California, Sept 22 (Reuters) - {NVIDIA}", True),
    "a byline and a footer": (NVIDIA, f"By Our Staff\n{NVIDIA}\nReporting by Jane Doe; editing by John Roe", True),
    "cut after two sentences": (NVIDIA, ". ".join(SENTENCES[:3]), True),
    "extended by another report's length": (NVIDIA, f"{NVIDIA} {RIVAL}", True),
    "one sentence less in the middle": (NVIDIA, ". ".join(SENTENCES[:2] + SENTENCES[3:]), True),
    "lightly rewritten": (
        NVIDIA,
        NVIDIA.replace("will invest", "is going to invest")
        .replace("pays in steps", "is paying step by step")
        .replace("called computing power", "described computing power as")
        .replace("rose", "climbed"),
        True,
    ),
    "another report on the same deal": (NVIDIA, RIVAL, False),
    "one template, two companies": (
        stake("Harris Associates", "Bell Industries", "335,000"),
        stake("Lilly Partners", "Liposome Holdings", "1,200,000"),
        False,
    ),
    "one template, the same seller": (
        stake("Harris Associates", "Bell Industries Inc", "335,000"),
        stake("Harris Associates", "Triad Systems Corp", "1,200,000"),
        False,
    ),
    "briefs that say the same": (
        "Mars completes its $36 billion purchase of Kellanova",
        "Mars completes its $35.9bn purchase of Kellanova",
        True,
    ),
    "briefs with another company": (
        "Mars completes its $36 billion purchase of Kellanova",
        "Google completes its $32 billion purchase of Wiz",
        False,
    ),
    "one template, one buyer, two companies": (
        stake("Tarrow Group", "Pardee Systems", "335,000"),
        stake("Tarrow Group", "Kellmark Systems", "1,200,000"),
        False,
    ),
    "a brief within a long report": ("Shares of Nvidia rose", NVIDIA, True),
    "a title within a report on much else": ("Nvidia and OpenAI: what the deal means for power", NVIDIA, False),
    "nothing": ("", NVIDIA, False),
    "two times nothing": ("", "", False),
}


@pytest.mark.parametrize(("one", "other", "same"), SAME.values(), ids=SAME)
def test_same_report(one, other, same):
    assert same_report(one, other) == same
    assert same_report(other, one) == same


def test_likeness_is_a_share_of_the_shorter():
    assert likeness(NVIDIA, f"{NVIDIA} {RIVAL}") == 100
    assert likeness(NVIDIA, RIVAL) < 50
    assert likeness("", NVIDIA) == 0


MASKED = {
    "figures are one sign": ("up to $1.2bn in 2026", ("up", "to", "#", "in", "#")),
    "so are figures in words": ("Twenty-five of ten", ("#", "of", "#")),
    "letters lose their case": ("OpenAI’s", ("openai", "s")),
    "nothing": ("", ()),
}


@pytest.mark.parametrize(("text", "words"), MASKED.values(), ids=MASKED)
def test_masked(text, words):
    assert masked(text) == words


def test_a_sketch_is_the_same_everywhere():
    # Written down once: another machine, another Python, another day must give the same.
    assert sketch("Nvidia to invest $100 billion") == sketch("nvidia to  invest $30 billion.")
    assert sketch("Nvidia to invest $100 billion in OpenAI")[:2] == SKETCHED
    assert all(0 <= mark < 2**63 for mark in sketch(NVIDIA))


SKETCHED = (1422110454970653110, 1652868765507796233)


@given(st.sampled_from(["100", "30", "10", "4"]), st.integers(0, 10**12))
def test_a_figure_never_separates_copies(old, new):
    copy = NVIDIA.replace(old, str(new))
    assert sketch(copy) == sketch(NVIDIA)
    assert same_report(copy, NVIDIA)


@given(st.integers(len(NVIDIA) // 3, len(NVIDIA)))
def test_a_text_cut_to_a_third_is_still_proposed(length):
    assert len(set(sketch(NVIDIA[:length])) & set(sketch(NVIDIA))) >= SHARED


# --- groups ------------------------------------------------------------------------------------------


def version(name: str, text: str = NVIDIA, hours: float | None = 0, article: str | None = None, **more) -> Version:
    published = None if hours is None else Moment.at(SEEN - timedelta(days=1) + timedelta(hours=hours))
    made = Version(
        version_id=name,
        article_id=article or name,
        document_id=name,
        url=None,
        outlet=f"Outlet {name}",
        tier=Tier.NATIONAL,
        title=None,
        text=text,
        text_hash=name,
        published=published,
        seen_at=SEEN,
        source=Source.PAGE,
        language="en",
        extractor="test",
    )
    return replace(made, **more)


def stories(members) -> set[frozenset[str]]:
    groups = defaultdict(set)
    for member in members:
        groups[member.story_id].add(member.version_id)
    return {frozenset(group) for group in groups.values()}


COPY = NVIDIA.replace("$100 billion", "$30 billion")
GROUPS = {
    "a report alone is a story": ([version("a")], [{"a"}]),
    "a copy joins": ([version("a"), version("b", COPY)], [{"a", "b"}]),
    "another report does not": ([version("a"), version("b", RIVAL)], [{"a"}, {"b"}]),
    "copies of copies are one story": (
        [version("a"), version("b", NVIDIA + " " + RIVAL), version("c", RIVAL)],
        [{"a", "b", "c"}],
    ),
    "the same words a month later are a template": ([version("a"), version("b", hours=24 * 30)], [{"a"}, {"b"}]),
    "without a date nobody can tell": ([version("a", hours=None), version("b")], [{"a", "b"}]),
    "an edited article stays": ([version("a"), version("b", ". ".join(SENTENCES[3:]), article="a")], [{"a", "b"}]),
    "a page put to another use does not": ([version("a"), version("b", RIVAL[:120], article="a")], [{"a"}, {"b"}]),
}


@pytest.mark.parametrize(("versions", "groups"), GROUPS.values(), ids=GROUPS)
def test_group(versions, groups):
    assert stories(group(versions)) == {frozenset(names) for names in groups}


ORIGINS = {
    "the earliest report": ([version("a", hours=2), version("b", hours=1)], "b"),
    "of the same time, who credits nobody": (
        [version("a", f"(Reuters) - {NVIDIA}"), version("b")],
        "b",
    ),
    "else who stands nearer to the deal": ([version("a"), version("b", tier=Tier.COMPANY)], "b"),
    "an agency under its own name is not a copy": (
        [version("b"), version("a", f"(Reuters) - {NVIDIA}", outlet="Reuters", tier=Tier.WIRE)],
        "a",
    ),
}


@pytest.mark.parametrize(("versions", "origin"), ORIGINS.values(), ids=ORIGINS)
def test_origin(versions, origin):
    members = group(versions)
    assert [member.version_id for member in members if member.role == Membership.ORIGIN] == [origin]


CREDITS = {
    "an agency in brackets": ("SAN FRANCISCO (Reuters) - Nvidia", True),
    "an agency at the end": ("Nvidia invests. Source: Bloomberg", True),
    "where it appeared": ("The post first appeared on Deal Desk.", True),
    "a press release": ("SANTA CLARA, Calif., via Business Wire", True),
    "a word with the agency in it": ("The bond traders at Bloomberg terminals wait.", False),
    "none": (NVIDIA, False),
}


@pytest.mark.parametrize(("text", "does"), CREDITS.values(), ids=CREDITS)
def test_credits_another(text, does):
    assert credits_another(version("a", text)) == does


def filed(members, versions) -> list[Filed]:
    stories_of = ids(members)
    return [Filed(stories_of[one.version_id], one) for one in versions]  # in order of arrival


def test_a_copy_keeps_the_id_of_its_story():
    a, b = version("a", hours=1), version("b", COPY)
    before = group([a])
    after = group([b], filed(before, [a]))
    assert {member.story_id for member in after} == {before[0].story_id}
    assert [(member.version_id, member.role) for member in after] == [("b", Membership.ORIGIN), ("a", Membership.COPY)]


def test_a_report_that_joins_two_stories_moves_the_younger():
    a, c, bridge = version("a", hours=0), version("c", RIVAL, hours=1), version("b", f"{NVIDIA} {RIVAL}", hours=2)
    before = group([a, c])
    story_of_a = next(member.story_id for member in before if member.version_id == "a")
    after = group([bridge], filed(before, [a, c]))
    assert {member.story_id for member in after} == {story_of_a}
    assert {member.version_id for member in after} == {"a", "b", "c"}


def test_grouping_twice_changes_nothing():
    versions = [version("a"), version("b", COPY), version("c", RIVAL)]
    once = group(versions)
    assert sorted(group(versions, filed(once, versions)), key=str) == sorted(once, key=str)


CROWD = [
    version("a"),
    version("b", COPY, hours=1),
    version("c", f"(Reuters) - {NVIDIA}", hours=2),
    version("d", ". ".join(SENTENCES[:3]), hours=3),
    version("e", f"{NVIDIA} {RIVAL}", hours=4),
    version("f", RIVAL, hours=5),
    version("g", stake("Harris Associates", "Bell Industries Inc", "335,000")),
    version("h", stake("Harris Associates", "Triad Systems Corp", "335,000")),
    version("i", hours=24 * 40),
    version("j", COPY, hours=24 * 41, article="i"),
]


@settings(max_examples=60, deadline=None)
@given(st.permutations(CROWD), st.lists(st.integers(0, len(CROWD)), max_size=3))
def test_groups_do_not_depend_on_order_or_batches(versions, cuts):
    expected = stories(group(CROWD))
    places, members, known = [0, *sorted(cuts), len(versions)], {}, []
    for first, last in pairwise(places):
        batch = versions[first:last]
        members |= {member.version_id: member for member in group(batch, filed(members.values(), known))}
        known += batch
    assert stories(members.values()) == expected
    assert origins(members.values()) == origins(group(CROWD))
    assert {each.version_id: each.story_id for each in members.values()} == ids(group(versions))


def origins(members) -> set[str]:
    return {member.version_id for member in members if member.role is Membership.ORIGIN}


def ids(members) -> dict[str, str]:
    return {member.version_id: member.story_id for member in members}


def test_another_order_of_arrival_makes_other_ids_and_nothing_else():
    here, there = group(CROWD), group(CROWD[::-1])
    assert stories(here) == stories(there)
    assert origins(here) == origins(there)
    assert ids(here) != ids(there)


def test_the_story_that_came_first_gives_its_id_though_the_other_began_earlier():
    late, early = version("late", hours=5), version("early", RIVAL, hours=1)
    filed_late = filed(group([late]), [late])
    filed_both = [*filed_late, *filed(group([early]), [early])]
    after = group([version("bridge", f"{NVIDIA} {RIVAL}", hours=6)], filed_both)
    assert {member.story_id for member in after} == {filed_late[0].story_id}


LONG = {"digits": "1", "words": "word ", "brackets": "[", "numbers": "1 a ", "capitals": "A B "}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_time_is_bounded(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.perf_counter()
    sketch(text)
    same_report(text, text + " x")
    assert time.perf_counter() - start < 2
