from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.changes import Rules, change_row, find_changes, first_figures, lapsed_promises, succession, withdrawn
from extractors.comparing.ladder import ends_former
from extractors.models import (
    Change,
    Claim,
    Days,
    Deal,
    Fact,
    Figure,
    Kind,
    Moment,
    Qualifier,
    Reading,
    Rung,
    Severity,
    Span,
    Tier,
    stable_id,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)
UP_TO, AT_LEAST, ABOUT, PLANNED = Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.PLANNED


def bn(value: str, qualifier: Qualifier = Qualifier.EXACT, unit: str = "USD") -> Figure:
    step = Decimal(10) ** (9 - len(value.partition(".")[2]))
    return Figure(unit, Decimal(value) * 10**9, qualifier=qualifier, resolution=step)


def gw(value: str, qualifier: Qualifier = Qualifier.EXACT) -> Figure:
    return Figure("GW", Decimal(value), qualifier=qualifier, resolution=Decimal(1))


def percent(value: str) -> Figure:
    return Figure("percent", Decimal(value), resolution=Decimal(1))


def days(start: str | None, end: str | None, qualifier: Qualifier = PLANNED) -> Days:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    return Days(first, last, qualifier)


H2_2026, Y2026, Y2027 = (
    days(f"{a}-01", f"{b}-12-31") for a, b in (("2026-07", 2026), ("2026-01", 2026), ("2027-01", 2027))
)


def says(
    reading: Reading,
    attribute: str = "deal_value",
    *,
    article: str = "a",
    version: str = "1",
    on: str | None = "2025-09-22",
    story: str | None = None,
    seen: str | None = None,
    tier: Tier = Tier.NATIONAL,
    sentence: str = "",
    at: int = 10,
    of: str | None = None,
    basis: str | None = None,
    when: str | None = None,
    modality: str | None = None,
    order: int = 0,
) -> Fact:
    """One claim of one report; its words are those of the reading."""
    attribute = "status" if isinstance(reading, Rung) else attribute
    words = str(reading)
    claim = Claim(attribute, reading, words, Span(words, at, at + len(words)), of, basis, modality=modality, when=when)
    day = date.fromisoformat(on) if on else None
    saw = datetime.fromisoformat(seen or on or "2025-09-22").replace(tzinfo=UTC)
    return Fact(
        stable_id("fact", article, version, claim),
        f"{article}-{version}",
        article,
        f"doc-{article}",
        story or f"story-{article}",
        claim,
        f"https://{article}.example/1",
        f"Outlet {article.upper()}",
        tier,
        Moment.of_days(day, day) if day else Moment.at(saw),
        day is not None,
        saw,
        order,
        sentence.replace("{}", words),
    )


def arriving(*reports: Fact | Sequence[Fact]) -> list[Fact]:
    """The reports in order of arrival; facts in one list are of one report."""
    groups = [[r] if isinstance(r, Fact) else list(r) for r in reports]
    return [replace(fact, order=n) for n, group in enumerate(groups) for fact in group]


def changes(*reports: Fact | Sequence[Fact], rules: Rules | None = None) -> list[Change]:
    return list(find_changes([], arriving(*reports), rules or Rules(), NOW))


def told(found: Sequence[Change]) -> list[str]:
    return [f"{change.kind} {change.severity}" for change in found]


A, B, C = {"article": "a"}, {"article": "b"}, {"article": "c"}
LATER, MUCH_LATER = "2025-11-10", "2026-02-20"
STEPS = [("50", "previous"), ("55", "previous"), ("60", None)]
JUMPS = "Nvidia raised it to {}."

FIND_CHANGES: dict[str, tuple[list[Fact | Sequence[Fact]], list[str]]] = {
    "first sight is not a change": ([says(bn("100"))], []),
    "the same said again is not a change": ([says(bn("100")), says(bn("100"), **B)], []),
    "a rounding is not a change": ([says(bn("68.7")), says(bn("69"), **B, on=LATER)], []),
    "nearly the figure is not a change": ([says(bn("35.9")), says(bn("36", Qualifier.LESS_THAN), **B)], []),
    "about comes and goes": ([says(bn("47", ABOUT)), says(bn("47"), **B, on=LATER)], []),
    "a ceiling that is dropped is a quiet hedge": (
        [says(bn("100", UP_TO)), says(bn("100"), **B)],
        ["hedge_changed low"],
    ),
    "a dropped ceiling is told once": (
        [says(bn("100", UP_TO)), says(bn("100"), **B), says(bn("100"), **C), says(bn("100", ABOUT), article="d")],
        ["hedge_changed low"],
    ),
    "a floor that turns into a ceiling is a conflict": (
        [says(gw("10", AT_LEAST), "capacity"), says(gw("10", UP_TO), "capacity", **B)],
        ["conflict low"],
    ),
    "a ceiling is a conflict even where most say the plain number": (
        [
            says(gw("10", AT_LEAST), "capacity"),
            *(says(gw("10"), "capacity", article=f"n{n}") for n in range(3)),
            says(gw("10", UP_TO), "capacity", **B),
        ],
        ["hedge_changed low", "conflict low"],
    ),
    "two ways to count that one report gives side by side are no move, whatever another recalls": (
        [[says(bn("60.3")), says(bn("59.5"))], [says(bn("60.3"), **B, when="previous"), says(bn("59.5"), **B)]],
        ["conflict low", "revised low"],
    ),
    "a later figure is a revision": ([says(bn("23")), says(bn("30"), **B, on=LATER)], ["revised high"]),
    "two figures on one day are a conflict": ([says(bn("20")), says(bn("28"), **B)], ["conflict medium"]),
    "a blog does not revise a paper": (
        [says(bn("20")), says(bn("28"), **B, on=LATER, tier=Tier.BLOG)],
        ["conflict medium"],
    ),
    "on one day the text may say that it moved": (
        [says(bn("20")), says(bn("28"), **B, sentence=JUMPS)],
        ["revised high"],
    ),
    "undated reports seen together are a conflict": (
        [says(bn("20"), on=None), says(bn("28"), **B, on=None)],
        ["conflict medium"],
    ),
    "undated reports seen weeks apart are a revision": (
        [says(bn("20"), on=None, seen="2025-09-01"), says(bn("28"), **B, on=None, seen="2025-10-01")],
        ["revised high"],
    ),
    "an undated report that speaks of later days is a revision": (
        [
            says(bn("20")),
            [
                says(bn("28"), **B, on=None),
                says(days(LATER, LATER, Qualifier.EXACT), "other:vote", **B, on=None, at=90),
            ],
        ],
        ["revised high"],
    ),
    "an undated report of a later stage is a revision": (
        [
            [says(bn("20"), on=None), says(Rung.RUMORED, on=None, at=90)],
            [says(bn("28"), **B, on=None), says(Rung.DEFINITIVE, **B, on=None, at=90)],
        ],
        ["revised high", "status_changed high"],
    ),
    "a report that arrives late revises nothing": ([says(bn("30"), on=LATER), says(bn("23"), **B)], []),
    "twenty copies of a new figure are one change": (
        [says(bn("23")), *(says(bn("30"), article=f"n{n}", on=LATER) for n in range(20))],
        ["revised high"],
    ),
    "two standing figures do not flap": (
        [says(bn("20")), says(bn("28"), **B), says(bn("20"), **C, on=LATER), says(bn("28"), article="d", on=LATER)],
        ["conflict medium"],
    ),
    "an old figure that comes back after months is news": (
        [says(bn("20")), says(bn("28"), **B, on="2025-10-10"), says(bn("20"), **C, on="2026-02-20")],
        ["revised high", "revised high"],
    ),
    "the value that stands does not grow old": ([says(bn("20")), says(bn("20"), **B, on="2026-09-01")], []),
    "a figure given as previous is a revision within the report": (
        [[says(bn("38.5"), when="previous"), says(bn("47"), at=60)]],
        ["revised high"],
    ),
    "a history of what is known already is told once": (
        [says(bn("47")), [says(bn("38.5"), **B, when="previous"), says(bn("47"), **B, at=60)], says(bn("47"), **C)],
        ["revised high"],
    ),
    "a history of what was told is nothing new": (
        [
            says(bn("38.5")),
            says(bn("47"), **B, on=LATER),
            [says(bn("38.5"), **C, when="previous"), says(bn("47"), **C)],
        ],
        ["revised high"],
    ),
    "a previous value alone is history": ([says(bn("47")), says(bn("38.5"), **B, when="previous")], ["revised low"]),
    "the steps of a history are told once": (
        [
            [says(bn(value), when=when, at=20 * n) for n, (value, when) in enumerate(STEPS)],
            [says(bn(value), when=when, at=20 * n, **B) for n, (value, when) in enumerate(STEPS)],
        ],
        ["revised high", "revised low"],
    ),
    "a history told in pieces is told when both are known": (
        [says(bn("38.5"), when="previous"), says(bn("47"), **B, on=LATER)],
        ["revised high"],
    ),
    "a strand by a longer name is the same": (
        [says(bn("10"), of="Novo"), says(bn("9"), **B, of="Novo Nordisk's bid", on=LATER)],
        ["revised high"],
    ),
    "equity and enterprise value are two things": (
        [says(bn("59.5"), basis="equity"), says(bn("64.5"), **B, basis="enterprise", on=LATER)],
        [],
    ),
    "a figure without basis is held lightly against one with": (
        [says(bn("14.1"), basis="equity"), says(bn("14.9"), **B, on=LATER)],
        ["conflict low"],
    ),
    "another bidder is another strand": ([says(bn("10"), of="Pfizer"), says(bn("9"), **B, of="Novo", on=LATER)], []),
    "a strand is the same in other words": (
        [says(bn("10"), of="bid of the founding family"), says(bn("9"), **B, of="Founding-family bid", on=LATER)],
        ["revised high"],
    ),
    "a conversion is no news": (
        [says(bn("100")), says(bn("73", unit="GBP"), **B), says(bn("75", unit="GBP"), **C)],
        [],
    ),
    "a part is not the whole": (
        [says(bn("100")), [says(bn("100"), **B), says(bn("10"), **B, at=90)]],
        ["conflict low"],
    ),
    "tranches of different size may be different tranches": (
        [says(bn("15"), "tranche_value"), says(bn("35"), "tranche_value", **B, on=LATER)],
        ["revised low"],
    ),
    "a tranche with a name is compared with itself": (
        [says(bn("10"), "tranche_value", of="first"), says(bn("15"), "tranche_value", of="first", **B, on=LATER)],
        ["revised medium"],
    ),
    "two almost equal ratios are one, misprinted": (
        [
            says(Figure("shares", Decimal("2.3234")), "other:exchange_ratio"),
            says(Figure("shares", Decimal("2.2324")), "other:exchange_ratio", **B),
        ],
        ["conflict medium"],
    ),
    "a tenth with the same digits is called a slip": (
        [says(bn("30")), says(bn("3"), **B, on=LATER)],
        ["outlier medium"],
    ),
    "far off with other digits is told quietly": ([says(bn("95")), says(bn("3"), **B, on=LATER)], ["outlier low"]),
    "a slip of the pen moves no baseline": (
        [says(bn("30")), says(bn("3"), **B, on=LATER), says(bn("40"), **C, on=MUCH_LATER)],
        ["outlier medium", "revised high"],
    ),
    "a percent or two may be dilution": ([says(bn("59.5")), says(bn("60.3"), **B, on=LATER)], ["conflict low"]),
    "a denied figure claims nothing": ([says(bn("20")), says(bn("40"), **B, on=LATER, modality="denied")], []),
    "a ceiling that comes down is a revision": (
        [says(bn("100", UP_TO)), says(bn("60", UP_TO), **B, on=LATER)],
        ["revised medium"],
    ),
    "far below the ceiling is a revision": (
        [says(bn("100", UP_TO)), says(bn("30"), **B, on=LATER)],
        ["revised medium"],
    ),
    "a sum less than half, of which no text says that it moved, is perhaps a part": (
        [says(bn("26")), says(bn("5.5"), **B, on=LATER)],
        ["revised low"],
    ),
    "a sum less than half that the text says was cut is a revision": (
        [says(bn("26")), says(bn("5.5"), **B, on=LATER, sentence="The sum was cut to quoted.")],
        ["revised high"],
    ),
    "of two sums in one report the first is its headline": (
        [says(bn("20")), [says(bn("17"), **B, on=LATER, at=5), says(bn("13"), **B, on=LATER, at=90)]],
        ["revised high", "conflict low"],
    ),
    "a misprint is told against the number whose digits it has": (
        [says(bn("2.54")), says(bn("3.1"), **B, on=LATER), says(bn("2.45"), article="c", version="3", on=LATER)],
        ["revised high", "conflict medium"],
    ),
    "about a number of four digits is that number": (
        [says(bn("25.08", Qualifier.ABOUT), "valuation"), says(bn("25.80"), "valuation", **B, on=LATER)],
        ["revised medium"],
    ),
    "a little above the floor is the same said finer": (
        [says(gw("10", AT_LEAST), "capacity"), says(gw("12"), "capacity", **B, on=LATER)],
        ["refined info"],
    ),
    "a half within its year refines": (
        [says(Y2026, "start_date"), says(H2_2026, "start_date", **B)],
        ["refined info"],
    ),
    "a year around its half is nothing new": ([says(H2_2026, "start_date"), says(Y2026, "start_date", **B)], []),
    "what was refined can be contradicted": (
        [
            says(Y2026, "start_date"),
            says(H2_2026, "start_date", **B),
            says(days("2026-01-01", "2026-06-30"), "start_date", **C, on=LATER),
        ],
        ["refined info", "pulled_forward medium"],
    ),
    "the next year is a slip": (
        [says(H2_2026, "start_date"), says(Y2027, "start_date", **B, on=LATER)],
        ["slipped medium"],
    ),
    "a deadline long after the month that was promised is a slip": (
        [
            says(days("2023-04-01", "2023-04-30"), "start_date"),
            says(days(None, "2025-03-31"), "start_date", **B, on=LATER),
        ],
        ["slipped medium"],
    ),
    "by the end of the year is a looser word for any month of it": (
        [
            says(days("2026-09-01", "2026-09-30"), "start_date"),
            says(days(None, "2026-12-31"), "start_date", **B, on=LATER),
        ],
        [],
    ),
    "the one last day that a deal has moves by a week": (
        [
            says(days("2026-05-22", "2026-05-22"), "other:outside_date"),
            says(days(None, "2026-05-29"), "other:outside_date", **B, on=LATER),
        ],
        ["slipped medium"],
    ),
    "a stage told in the words of the one before moves, though it has no name": (
        [
            says(H2_2026, "phase_date", sentence="The shareholders' meeting is due in {}."),
            says(Y2027, "phase_date", **B, on=LATER, sentence="The vote of the holders will be in {}."),
        ],
        ["slipped medium"],
    ),
    "a stage told in other words is perhaps another": (
        [
            says(H2_2026, "phase_date", sentence="The shareholders' meeting is due in {}."),
            says(Y2027, "phase_date", **B, on=LATER, sentence="Construction begins in {}."),
        ],
        ["slipped low"],
    ),
    "the better bid is news, though the report recalls the old one": (
        [
            says(Figure("USD/share", Decimal(30), resolution=Decimal(1)), "price_per_share"),
            [
                says(Figure("USD/share", Decimal(30), resolution=Decimal(1)), "price_per_share", **B, on=LATER),
                says(Figure("USD/share", Decimal(34), resolution=Decimal(1)), "price_per_share", **B, on=LATER, at=90),
            ],
        ],
        ["revised high"],
    ),
    "a rumour leaves open what its figure includes": (
        [
            [says(Rung.RUMORED), says(bn("50"))],
            [says(Rung.ANNOUNCED, **B, on=LATER), says(bn("55"), **B, on=LATER, basis="enterprise")],
        ],
        ["status_changed medium", "revised high"],
    ),
    "the closing that moves is loud": (
        [says(H2_2026, "close_date"), says(Y2027, "close_date", **B, on=LATER)],
        ["slipped high"],
    ),
    "the day of announcement cannot move": (
        [
            says(days("2025-09-22", "2025-09-22"), "announce_date"),
            says(days("2024-09-01", "2024-09-30"), "announce_date", **B, on=LATER),
        ],
        ["conflict medium"],
    ),
    "an announcement long before is an earlier step": (
        [
            says(days("2025-09-22", "2025-09-22"), "announce_date"),
            says(days("2024-12-01", "2024-12-31"), "announce_date", **B, on=LATER),
        ],
        ["conflict low"],
    ),
    "a day apart may be a time zone": (
        [
            says(days("2025-11-04", "2025-11-04"), "announce_date", on="2025-11-07"),
            says(days("2025-11-03", "2025-11-03"), "announce_date", **B, on="2025-11-03"),
        ],
        ["conflict low"],
    ),
    "an unresolved date claims nothing": ([says(H2_2026, "start_date"), says(days(None, None), "start_date", **B)], []),
    "copies of one report that differ are a conflict": (
        [says(bn("100"), story="s"), says(bn("110"), **B, story="s")],
        ["conflict high"],
    ),
    "a report that prints the copied figure and a part is no slip": (
        [
            says(bn("100", UP_TO), story="s"),
            [says(bn("100", UP_TO), **B, story="s"), says(bn("6.3"), **B, story="s", at=90)],
        ],
        ["conflict low"],
    ),
    "one report with many figures is told once": (
        [says(bn("100")), [says(bn(v), **B, at=20 * n) for n, v in enumerate(["100", "10", "6.3", "500"])]],
        ["conflict low"],
    ),
    "millions of chips take nothing back": (
        [
            says(gw("10", AT_LEAST), "capacity"),
            says(Figure("GW", low=Decimal(2), qualifier=Qualifier.MORE_THAN), "capacity", **B),
        ],
        [],
    ),
    "a previous value of something else proves no move": (
        [says(bn("100")), [says(bn("9"), **B, when="previous"), says(bn("130"), **B, at=90)]],
        ["conflict medium", "revised low"],
    ),
    "parts that are all of it must add up": (
        [
            [
                says(bn("50")),
                says(bn("15"), "tranche_value", at=40),
                says(bn("30"), "tranche_value", at=80, sentence="and the other {} later."),
            ]
        ],
        ["mismatch medium"],
    ),
    "parts that add up are no mismatch": (
        [
            [
                says(bn("50")),
                says(bn("15"), "tranche_value", at=40, of="first"),
                says(bn("35"), "tranche_value", at=80, of="second", sentence="and the other {} later."),
            ]
        ],
        [],
    ),
    "a part whose amount stands twice is counted twice": (
        [
            [
                says(bn("20.0")),
                says(bn("10.0"), "tranche_value", at=40, sentence="{} at signing."),
                says(bn("5.0"), "tranche_value", at=80, sentence="{} in May and the remaining {} in June."),
            ]
        ],
        [],
    ),
    "a part of a part is no part of the whole": (
        [
            [
                says(bn("110")),
                says(bn("50"), "tranche_value", at=40, sentence="Tern gives {}, of which the remaining 35 later."),
                says(bn("35"), "tranche_value", at=60, sentence="Of this, the remaining {} comes later."),
                says(bn("60"), "tranche_value", at=80, sentence="The other {} is from Rook."),
            ]
        ],
        [],
    ),
    "what only far rounding would mend is low": (
        [
            [
                says(bn("10")),
                says(bn("4"), "tranche_value", at=40),
                says(bn("5"), "tranche_value", at=80, sentence="and the remaining {} later."),
            ]
        ],
        ["mismatch low"],
    ),
    "parts of one list that make more than the whole": (
        [
            [
                says(bn("5.0")),
                *(
                    says(bn(value), "tranche_value", at=at, of=of, sentence="Tern 3.0, Rook 1.5 and Wren 1.5.")
                    for value, at, of in (("3.0", 40, "Tern"), ("1.5", 60, "Rook"), ("1.6", 80, "Wren"))
                ),
            ]
        ],
        ["mismatch medium"],
    ),
    "parts of one list that make less are not all of them": (
        [
            [
                says(bn("9.0")),
                *(
                    says(bn(value), "tranche_value", at=at, of=of, sentence="Tern 3.0 and Rook 1.5.")
                    for value, at, of in (("3.0", 40, "Tern"), ("1.5", 60, "Rook"))
                ),
            ]
        ],
        [],
    ),
    "a stake of the valuation must make the total": (
        [[says(bn("0.40")), says(percent("25"), "equity_stake", at=40), says(bn("2.4"), "valuation", at=80)]],
        ["mismatch medium"],
    ),
    "a valuation before the money lacks it": (
        [
            [
                says(bn("0.50")),
                says(percent("25"), "equity_stake", at=40),
                says(bn("1.50"), "valuation", at=80, basis="pre_money"),
            ]
        ],
        [],
    ),
    "a stake that was raised was not bought whole": (
        [
            [
                says(bn("0.20")),
                says(percent("25"), "equity_stake", at=40, sentence="It will raise its stake to {}."),
                says(bn("2.4"), "valuation", at=80),
            ]
        ],
        [],
    ),
    "price times shares must make the total": (
        [
            [
                says(bn("10")),
                says(Figure("USD/share", Decimal(20), resolution=Decimal(1)), "price_per_share", at=40),
                says(Figure("shares", Decimal(10**9), resolution=Decimal(10**8)), "units_count", at=80),
            ]
        ],
        ["mismatch medium"],
    ),
    "a conversion beside the figure is no figure of its own": (
        [
            says(bn("100"), sentence="Up to {} (£73bn)."),
            [says(bn("100"), **B, sentence="$100bn."), says(bn("60", unit="GBP"), **B, at=90, sentence="$100bn.")],
        ],
        [],
    ),
    "who raised cannot have gone down": (
        [says(bn("2.54")), says(bn("2.52"), **B, on="2025-09-23", sentence="It is {}, up from lower ones.")],
        ["conflict low"],
    ),
    "two digits that changed places are a slip": (
        [says(bn("6.93"), basis="enterprise"), says(bn("6.39"), **B, on="2025-09-23")],
        ["conflict medium"],
    ),
    "the value that a text leaves behind is the one it moved from": (
        [
            says(bn("38")),
            [
                says(bn("38"), **B, on=LATER, sentence="The old contract becomes one of {}."),
                says(bn("100"), **B, on=LATER, at=90, sentence="The old contract becomes one of {}."),
            ],
        ],
        ["conflict low"],
    ),
    "a figure with options and one without": (
        [says(bn("470")), replace(says(bn("840"), **B), claim=replace(says(bn("840")).claim, condition="options"))],
        ["conflict low"],
    ),
    "what one report tells apart is not one thing": (
        [[says(bn("40"), of="A350"), says(bn("6"), of="A350 options", at=90)], says(bn("6"), of="A350 options", **B)],
        [],
    ),
    "plants and fabs of one number are one thing": (
        [says(H2_2026, "start_date", of="fab 1"), says(Y2027, "start_date", of="plant 1", **B, on=LATER)],
        ["slipped medium"],
    ),
    "a valuation of the round before is no move": (
        [[says(bn("45"), "valuation", when="previous"), says(bn("65"), "valuation", at=90)]],
        ["revised low"],
    ),
    "a figure in a question claims nothing": (
        [says(bn("100", UP_TO)), says(bn("200"), **B, on=LATER, sentence="Would it be {}?")],
        [],
    ),
    "a new announcement is not another day of the first": (
        [
            says(days("2025-09-16", "2025-09-16"), "announce_date", on="2025-09-17"),
            says(days("2025-10-01", "2025-10-01"), "announce_date", on="2025-10-01", **B),
        ],
        ["conflict low"],
    ),
    "a signing weeks after the announcement is a step": (
        [says(Rung.ANNOUNCED), says(Rung.DEFINITIVE, **B, on=LATER)],
        ["status_changed high"],
    ),
    "a signing that is looked back at is none": (
        [says(Rung.ANNOUNCED), says(Rung.DEFINITIVE, **B, on=LATER, sentence="They had signed in September.")],
        ["refined info"],
    ),
    "an end after the end is of another deal": (
        [says(Rung.COMPLETED), says(Rung.TERMINATED, **B, on=LATER)],
        ["conflict medium"],
    ),
}


@pytest.mark.parametrize(("reports", "expected"), FIND_CHANGES.values(), ids=FIND_CHANGES)
def test_find_changes(reports: list[Fact | Sequence[Fact]], expected: list[str]) -> None:
    assert told(changes(*reports)) == expected


STATUSES: dict[str, tuple[list[Fact], list[str]]] = {
    "a step up the ladder": ([says(Rung.RUMORED), says(Rung.ANNOUNCED, **B, on=LATER)], ["status_changed medium"]),
    "an end that the text names late and in passing": (
        [says(Rung.ANNOUNCED), says(Rung.TERMINATED, **B, on=LATER, at=900)],
        ["status_changed low"],
    ),
    "announced is what briefs say of a letter of intent": (
        [says(Rung.LETTER_OF_INTENT), says(Rung.ANNOUNCED, **B)],
        [],
    ),
    "completed is loud": ([says(Rung.DEFINITIVE), says(Rung.COMPLETED, **B, on=LATER)], ["status_changed high"]),
    "put on ice is loud": ([says(Rung.LETTER_OF_INTENT), says(Rung.PAUSED, **B, on=LATER)], ["status_changed high"]),
    "a denial of the pause is a conflict": (
        [says(Rung.PAUSED), says(Rung.ANNOUNCED, **B, on="2025-09-25")],
        ["conflict medium"],
    ),
    "a look back at what is dead is quiet": ([says(Rung.TERMINATED), says(Rung.ANNOUNCED, **B)], ["conflict low"]),
    "talk of it after a long silence is a new step": (
        [says(Rung.TERMINATED), says(Rung.RUMORED, **B, on=LATER)],
        ["status_changed high"],
    ),
    "talks after the signing are a conflict": ([says(Rung.DEFINITIVE), says(Rung.RUMORED, **B)], ["conflict medium"]),
    "a look back after completion is quiet": ([says(Rung.COMPLETED), says(Rung.ANNOUNCED, **B)], ["conflict low"]),
    "finalized against the companies' own letter of intent": (
        [says(Rung.LETTER_OF_INTENT, tier=Tier.COMPANY), says(Rung.DEFINITIVE, **B, tier=Tier.TRADE, on="2025-09-23")],
        ["conflict high"],
    ),
    "finalized, where a wire had told of the letter before the companies did": (
        [
            says(Rung.LETTER_OF_INTENT, tier=Tier.WIRE),
            says(Rung.LETTER_OF_INTENT, article="own", tier=Tier.COMPANY),
            says(Rung.DEFINITIVE, **B, tier=Tier.TRADE, on="2025-09-23"),
        ],
        ["conflict high"],
    ),
    "finalized, where a wire had called the letter an announcement": (
        [
            says(Rung.LETTER_OF_INTENT, tier=Tier.COMPANY),
            says(Rung.ANNOUNCED, article="wire", tier=Tier.WIRE),
            says(Rung.DEFINITIVE, **B, tier=Tier.TRADE, on="2025-09-23"),
        ],
        ["conflict high"],
    ),
    "long after the companies spoke the deal may have moved on": (
        [says(Rung.LETTER_OF_INTENT, tier=Tier.COMPANY), says(Rung.COMPLETED, **B, tier=Tier.WIRE, on=LATER)],
        ["status_changed high"],
    ),
    "the companies may sign on the next day": (
        [
            says(Rung.LETTER_OF_INTENT, tier=Tier.COMPANY),
            says(Rung.DEFINITIVE, **B, tier=Tier.COMPANY, on="2025-09-23"),
        ],
        ["status_changed high"],
    ),
    "a late report of an older stage changes nothing": ([says(Rung.COMPLETED, on=LATER), says(Rung.RUMORED, **B)], []),
}


@pytest.mark.parametrize(("reports", "expected"), STATUSES.values(), ids=STATUSES)
def test_statuses(reports: list[Fact], expected: list[str]) -> None:
    assert told(changes(*reports)) == expected


FIRST, SECOND = {"article": "a"}, {"article": "a", "version": "2"}

EDITED: dict[str, tuple[list[Fact | Sequence[Fact]], list[bool | None], list[str]]] = {
    # the reports; of each fact of the second version whether it was edited (None: it was added); what is told besides
    "an edit is told by its words, not here": ([says(bn("100"), **FIRST), says(bn("90"), **SECOND)], [True], []),
    "the same words read otherwise are no news": ([says(bn("100"), **FIRST), says(bn("90"), **SECOND)], [False], []),
    "a figure that was added against another of the article": (
        [says(bn("100"), **FIRST), [says(bn("100"), **SECOND), says(bn("90"), **SECOND, at=90)]],
        [False, None],
        ["conflict medium"],
    ),
    "a figure added of something else": (
        [says(bn("100"), **FIRST), [says(bn("100"), **SECOND), says(gw("10"), "capacity", **SECOND, at=90)]],
        [False, None],
        [],
    ),
    "the edited figure is then known": (
        [says(bn("100"), **FIRST), says(bn("90"), **SECOND), says(bn("90"), **B, on=LATER)],
        [True],
        [],
    ),
    "an edit to what others say": (
        [says(bn("100"), **FIRST), says(bn("90"), **B), says(bn("90"), **SECOND)],
        [True],
        ["conflict medium"],
    ),
    "a value read anew in words that stood is known from then on": (
        [says(gw("1"), "capacity", **FIRST), says(bn("90"), **SECOND), says(bn("80"), **B, on=LATER)],
        [False],
        ["revised high"],
    ),
}


@pytest.mark.parametrize(("reports", "edits", "expected"), EDITED.values(), ids=EDITED)
def test_what_an_edited_article_changes_besides(
    reports: list[Fact | Sequence[Fact]], edits: list[bool | None], expected: list[str]
) -> None:
    facts = arriving(*reports)
    old = next(fact for fact in facts if fact.version_id == "a-1")
    new = [fact for fact in facts if fact.version_id == "a-2"]
    changed = [(fact, how) for fact, how in zip(new, edits, strict=True) if how is not False]
    edited = {fact.fact_id: old.fact_id if how else None for fact, how in changed}
    assert told(list(find_changes([], facts, Rules(), NOW, edited=edited, again={"a-2"}))) == expected
    known = [fact for fact in facts if fact.version_id == "a-1"]
    rest = [fact for fact in facts if fact.version_id != "a-1"]
    assert told(list(find_changes(known, rest, Rules(), NOW, edited=edited, again={"a-2"}))) == expected


def test_a_page_after_its_summary_is_a_report_of_its_own() -> None:
    facts = arriving(says(bn("100"), **FIRST), says(bn("100", UP_TO), **SECOND))
    assert told(list(find_changes(facts[:1], facts[1:], Rules(), NOW))) == ["hedge_changed low"]


def test_a_version_that_was_read_before_tells_nothing() -> None:
    known, again = arriving(says(bn("100")), says(bn("10")))
    assert not list(find_changes([known], [again], Rules(), NOW))


# --- silences --------------------------------------------------------------------------------------

Q4_2025 = days("2025-10-01", "2025-12-31")

LAPSES: dict[str, tuple[list[Fact], int]] = {
    "a promised day that passed": ([says(Q4_2025, "close_date")], 1),
    "a day that is still ahead": ([says(H2_2026, "close_date")], 0),
    "a promise that was renewed": ([says(Q4_2025, "close_date"), says(H2_2026, "close_date", **B, on=LATER)], 0),
    "a deal that was completed": ([says(Q4_2025, "close_date"), says(Rung.COMPLETED, **B, on="2026-01-05")], 0),
    "a deal that was completed, of whose announcement somebody still tells": (
        [
            says(Q4_2025, "close_date"),
            says(Rung.COMPLETED, **B, on="2026-01-05"),
            says(Rung.ANNOUNCED, article="late", on="2025-09-20"),
        ],
        0,
    ),
    "a deal of whose end a late reader of old news knows nothing": (
        [
            says(Q4_2025, "close_date"),
            says(Rung.TERMINATED, **B, on="2025-12-20"),
            says(Rung.ANNOUNCED, article="late", on="2025-09-20"),
        ],
        0,
    ),
    "a day of which was spoken afterwards": (
        [says(Q4_2025, "start_date"), says(Q4_2025, "start_date", **B, on="2026-01-05")],
        0,
    ),
    "a day in the past is no promise": ([says(days("2025-09-20", "2025-09-20", Qualifier.EXACT), "close_date")], 0),
    "an announcement is no promise": ([says(Q4_2025, "announce_date")], 0),
    "a promise without an end cannot lapse": ([says(days("2025-10-01", None), "start_date")], 0),
}


@pytest.mark.parametrize(("reports", "expected"), LAPSES.values(), ids=LAPSES)
def test_lapsed_promises(reports: list[Fact], expected: int) -> None:
    assert told(list(lapsed_promises(arriving(*reports), Rules(), NOW))) == ["lapsed low"] * expected


def test_a_lapse_keeps_its_id_when_others_repeat_the_promise() -> None:
    facts = arriving(says(Q4_2025, "close_date"), says(Q4_2025, "close_date", **B, on=LATER))
    one, other = (next(lapsed_promises(known, Rules(), NOW)) for known in (facts[:1], facts))
    assert one.change_id == other.change_id


def test_what_outbids_the_companies_stands_beside_their_own_words() -> None:
    wire, own, blog = (
        says(Rung.LETTER_OF_INTENT, tier=Tier.WIRE),
        says(Rung.LETTER_OF_INTENT, article="own", tier=Tier.FILING),
        says(Rung.COMPLETED, article="blog", tier=Tier.BLOG),
    )
    [change] = changes(wire, own, blog)
    assert (change.earlier.article_id, change.rule) == ("own", "claims more than the best primary source")


def test_a_withdrawn_article_is_told_once_as_a_whole() -> None:
    facts = arriving([says(gw("10"), "capacity"), says(bn("100"), at=50)], says(bn("90"), **B))
    found = list(withdrawn(facts, NOW))
    assert [(c.kind, c.attribute, c.later) for c in found] == [(Kind.WITHDRAWN, "article", None)] * 2


SUCCESSIONS: dict[str, tuple[list[Fact], list[Fact], bool]] = {
    "a share purchase in place of a letter of intent": ([says(bn("100", UP_TO))], [says(bn("30"), **B)], True),
    "the same value is no news": ([says(bn("30", UP_TO))], [says(bn("30"), **B)], False),
    "a deal without a value tells nothing yet": ([says(bn("30"))], [says(Rung.RUMORED, **B)], False),
}


@pytest.mark.parametrize(("former", "latter", "expected"), SUCCESSIONS.values(), ids=SUCCESSIONS)
def test_succession(former: list[Fact], latter: list[Fact], expected: bool) -> None:
    change = succession(former, latter, Rules(), NOW)
    assert (change is not None) is expected
    assert change is None or (change.kind, change.severity) == (Kind.REVISED, Severity.HIGH)


def test_first_figures_are_the_first_of_each_strand() -> None:
    known = [says(bn("100"))]
    fresh = arriving(
        known[0], [says(bn("90"), **B), says(gw("10"), "capacity", **B, at=50)], says(gw("9"), "capacity", **C)
    )
    assert [fact.claim.attribute for fact in first_figures(known, fresh[1:])] == ["capacity"]


# --- words and rows --------------------------------------------------------------------------------


def test_an_explanation_gives_both_sides_and_the_reason() -> None:
    (change,) = changes(says(H2_2026, "close_date"), says(Y2027, "close_date", **B, on=LATER))
    assert change.explanation.startswith("Outlet A on 22 Sep 2025: “")
    assert "Outlet B on 10 Nov 2025: “" in change.explanation
    assert change.explanation.endswith("365 days later. The later report stands no farther from the deal.")


def test_a_row_keeps_the_contract() -> None:
    (change,) = changes(says(bn("100", UP_TO)), says(bn("90.5", UP_TO), **B, on=LATER))
    row = change_row(change, "deal_1")
    assert list(row) == [
        "id", "deal_key", "attribute", "kind", "relation", "alert", "severity", "from", "to", "detected_at",
        "explanation",
    ]  # fmt: skip
    assert (row["id"], row["alert"], row["detected_at"]) == (change.change_id, True, "2026-03-01T00:00:00Z")
    assert row["to"] == {
        "article_id": "doc-b", "value": 90500000000, "low": None, "high": None, "unit": "USD", "qualifier": "up_to",
        "date_start": None, "date_end": None, "status": None, "quote": str(bn("90.5", UP_TO)),
        "url": "https://b.example/1", "outlet": "Outlet B", "reported_at": "2025-11-10",
    }  # fmt: skip


def test_an_undated_report_claims_no_time() -> None:
    (change,) = changes(says(Rung.RUMORED, on=None), says(Rung.COMPLETED, **B, on=None))
    row = change_row(change, "deal_1")
    sides = row["from"], row["to"]
    assert [isinstance(s, dict) and (s["status"], s["reported_at"]) for s in sides] == [
        ("rumored", None),
        ("completed", None),
    ]


# --- laws ------------------------------------------------------------------------------------------

figures = st.sampled_from(
    [bn("100"), bn("100", UP_TO), bn("90"), bn("10"), bn("60", ABOUT), bn("59.5"), bn("73", unit="GBP")]
)
dates = st.sampled_from([Y2026, H2_2026, Y2027, days(None, "2026-12-31"), days(None, None)])
claims = st.one_of(
    st.tuples(figures, st.sampled_from(["deal_value", "tranche_value"])),
    st.tuples(dates, st.just("start_date")),
    st.tuples(st.sampled_from(list(Rung)), st.just("status")),
)


@st.composite
def press(draw: st.DrawFn) -> list[Fact]:
    """Reports of one deal in order of arrival: some of one article or story, some undated, some with a history."""
    reports = []
    for n in range(draw(st.integers(1, 9))):
        article = draw(st.sampled_from(["x", "y", f"a{n}", f"b{n}"]))
        story = draw(st.sampled_from(["s", None, None]))
        on = draw(st.sampled_from([None, "2025-09-22", "2025-09-23", LATER, MUCH_LATER]))
        said = draw(st.lists(st.tuples(claims, st.sampled_from([None, None, "previous"])), min_size=1, max_size=4))
        reports.append(
            [
                says(reading, name, article=article, version=str(n), story=story, on=on, at=20 * k, when=when)
                for k, ((reading, name), when) in enumerate(said)
            ]
        )
    return arriving(*reports)


@settings(max_examples=60)
@given(press(), st.integers(1, 4))
def test_batches_and_one_by_one_find_the_same(facts: list[Fact], size: int) -> None:
    together = [change.change_id for change in find_changes([], facts, Rules(), NOW)]
    ends = [*range(0, facts[-1].order + 1, size), facts[-1].order + 1]
    apart: list[str] = []
    for first, last in pairwise(ends):
        known = [fact for fact in facts if fact.order < first]
        fresh = [fact for fact in facts if first <= fact.order < last]
        apart += [change.change_id for change in find_changes(known, fresh, Rules(), NOW)]
    assert list(dict.fromkeys(apart)) == together


@settings(max_examples=40)
@given(press())
def test_the_second_run_finds_nothing(facts: list[Fact]) -> None:
    assert not list(find_changes(facts, facts, Rules(), NOW))


@settings(max_examples=100)
@given(press())
def test_a_copy_of_the_latest_report_adds_nothing(facts: list[Fact]) -> None:
    last = facts[-1].order
    copied = [replace(f, order=last + 1, version_id="copy", article_id="copy") for f in facts if f.order == last]
    assert not list(find_changes(facts, copied, Rules(), NOW))


CROWDS = {
    "hundreds of reports of seven figures": [says(bn(str(20 + n % 7)), article=f"a{n}", on=None) for n in range(400)],
    "hundreds of reports that all differ": [says(bn(str(20 + n)), article=f"a{n}", on=None) for n in range(400)],
    "two versions with five thousand figures each": [
        [says(bn(str(20 + n)), f"other:{n % 40}", **version, at=n) for n in range(5000)] for version in (FIRST, SECOND)
    ],
}


@pytest.mark.parametrize("reports", CROWDS.values(), ids=CROWDS)
def test_crowds_take_little_time(reports: list[Fact | Sequence[Fact]]) -> None:
    facts = arriving(*reports)
    start = perf_counter()
    list(find_changes(facts[:-1], facts[-1:], Rules(), NOW))
    assert perf_counter() - start < 5


def test_in_a_contest_a_price_without_a_name_is_that_of_the_reports_bidder() -> None:
    netflix, paramount = arriving(says(bn("72")), says(bn("81"), **B, on=LATER))
    bidders = {netflix.version_id: "Netflix", paramount.version_id: "Paramount"}
    assert list(find_changes([netflix], [paramount], Rules(), NOW)) != []
    assert list(find_changes([netflix], [paramount], Rules(), NOW, bidders=bidders)) == []


ENDS = {
    "of a deal in another's place": ("old", Rung.TERMINATED, True),
    "of a deal of its own": (None, Rung.TERMINATED, False),
    "but a beginning is its own": ("old", Rung.ANNOUNCED, False),
}


@pytest.mark.parametrize(("replaced", "rung", "former"), ENDS.values(), ids=ENDS)
def test_ends_former(replaced, rung, former) -> None:
    (fact,) = arriving(says(rung))
    deal = Deal("new", "", "investment", (), fact.reported, fact.reported, replaced)
    assert ends_former(fact, deal) is former


ALTERNATING = {
    "within the time in which each is supported": (["2025-10-20", "2025-10-25", "2025-11-20", "2025-12-20"], 1),
    "after it": (["2025-10-20", "2025-10-25", "2025-11-20", "2026-06-20"], 2),
}


@pytest.mark.parametrize(("days_of", "times"), ALTERNATING.values(), ids=ALTERNATING)
def test_two_standing_figures_that_alternate_do_not_flap(days_of, times):
    reports = [says(bn("60" if n % 2 == 0 else "100"), article=f"n{n}", on=day) for n, day in enumerate(days_of)]
    found = changes(says(bn("100")), *reports)
    assert len(found) == times
    assert all("It was said before, last by Outlet N1 on 25 Oct 2025." in change.explanation for change in found[1:])
