"""Cases: what is printed in a report of Monday 22 September 2025, and "start..end", an open end written as nothing."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures.scanning import listed
from extractors.models import Moment, Qualifier
from extractors.timelines import find_timelines

MONDAY = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))
SEPTEMBER = Moment.of_days(date(2025, 9, 1), date(2025, 9, 30))
DECADES = Moment.of_days(date(2019, 12, 1), date(2020, 1, 31))


def shown(text, published=MONDAY, fiscal=None):
    """All dates of a text; "?" where they are unresolved."""
    return [
        f"{line.days.start or ''}..{line.days.end or ''}" if line.days.resolved else "?"
        for line in find_timelines(text, published, fiscal)
    ]


def whole(*years):
    return [f"{year}-01-01..{year}-12-31" for year in years]


POINTS = {
    # days
    "month, day, year": ("December 11, 2025", ["2025-12-11..2025-12-11"]),
    "short months": ("Sept. 22, 2025 and Oct 3, 2025", ["2025-09-22..2025-09-22", "2025-10-03..2025-10-03"]),
    "day, month, year": ("18 June 2025, 18th of June 2025", ["2025-06-18..2025-06-18"] * 2),
    "figures": (
        "2025-06-18, 22.09.2025, 01/22/2016",
        ["2025-06-18..2025-06-18", "2025-09-22..2025-09-22", "2016-01-22..2016-01-22"],
    ),
    "day or month in figures": ("on 03/04/2025", ["?"]),
    "a weekday and the day of its month": (
        "on Friday the 10th, Monday the 6th",
        ["2025-10-10..2025-10-10", "2025-10-06..2025-10-06"],
    ),
    "days between in a month": ("November between 19 and 20", ["2025-11-19..2025-11-20"]),
    "days to days in a month": ("November 19 to 20", ["2025-11-19..2025-11-20"]),
    "a day and a buyer": ("sold on May 5 to 12 funds", ["2025-05-05..2025-05-05"]),
    "a weekday before its date is part of it": ("on Friday, Nov. 14, 2025", ["2025-11-14..2025-11-14"]),
    "no such day": ("February 30, 2025", ["?"]),
    "soon, among words of the past": (
        "opened in May and was to end on October 23",
        ["2025-05-01..2025-05-31", "2025-10-23..2025-10-23"],
    ),
    "behind": ("which was announced on November 4", ["2024-11-04..2024-11-04"]),
    "ahead": ("will close on March 20", ["2026-03-20..2026-03-20"]),
    "what should be done lies ahead": (
        "should be implemented in the March quarter, was completed in the March quarter",
        ["2026-01-01..2026-03-31", "2025-01-01..2025-03-31"],
    ),
    "the nearest where nothing tells": ("the July 16 letter", ["2025-07-16..2025-07-16"]),
    "another time zone": ("said on September 23", ["2025-09-23..2025-09-23"]),
    "weekdays are the nearest before": (
        "on Monday, on Wednesday",
        ["2025-09-22..2025-09-22", "2025-09-17..2025-09-17"],
    ),
    "weekdays of other weeks": (
        "last Monday, next Friday, this Friday",
        ["2025-09-15..2025-09-15", "2025-10-03..2025-10-03", "2025-09-26..2025-09-26"],
    ),
    "named days": ("today, yesterday, tomorrow", [f"2025-09-{day}..2025-09-{day}" for day in (22, 21, 23)]),
    # months
    "a month of a year": ("October 2024, Oct. 2024, October of 2024, 2024-10", ["2024-10-01..2024-10-31"] * 4),
    "a month alone": ("the August letter", ["2025-08-01..2025-08-31"]),
    "a month ahead": ("to be completed by March", ["..2026-03-31"]),
    "months of other years": ("last September, next June", ["2024-09-01..2024-09-30", "2026-06-01..2026-06-30"]),
    "a sentence ends": ("in September. 2026 will be", ["2025-09-01..2025-09-30", *whole(2026)]),
    "of last year": (
        "in September of last year, March this year",
        ["2024-09-01..2024-09-30", "2025-03-01..2025-03-31"],
    ),
    "a verb is no month": ("it may march on", []),
    # years and their parts
    "a year": ("opened in 2022", whole(2022)),
    "relative years": ("next year, last year, this year, the year after next", whole(2026, 2024, 2025, 2027)),
    "halves": (
        "the second half of 2026, H2 2026, 2H26, first half of 2026",
        ["2026-07-01..2026-12-31"] * 3 + ["2026-01-01..2026-06-30"],
    ),
    "the latter half of next year": ("starting in the latter half of next year", ["2026-07-01..2026-12-31"]),
    "quarters": ("third quarter of 2026, Q3 2026, 3Q26, 2026 Q3", ["2026-07-01..2026-09-30"] * 4),
    "a quarter of this year": ("in the fourth quarter", ["2025-10-01..2025-12-31"]),
    "a quarter behind us lies ahead": ("expected in the first quarter", ["2026-01-01..2026-03-31"]),
    "halves of a printed year": ("2026's first half, 2026 first half", ["2026-01-01..2026-06-30"] * 2),
    "by the year told before in the sentence": (
        "starting July 2026 and done by the fourth quarter. Profits rose in the fourth quarter",
        ["2026-07-01..2026-07-31", "..2026-12-31", "2024-10-01..2024-12-31"],
    ),
    "the last quarter or months of a year": (
        "last quarter of calendar year 2024, last half of 2026, last three months of 2026",
        ["2024-10-01..2024-12-31", "2026-07-01..2026-12-31", "2026-10-01..2026-12-31"],
    ),
    "the last quarter alone is the one before": ("in the last quarter", ["2025-04-01..2025-06-30"]),
    "months of a year": ("first three months of 2026", ["2026-01-01..2026-03-31"]),
    "two quarters of one year": (
        "first or second quarter of 2026, Q3-Q4 2026, Q4 2025 or Q1 2026",
        ["2026-01-01..2026-06-30", "2026-07-01..2026-12-31", "2025-10-01..2026-03-31"],
    ),
    "half of something else": ("the first half of the payment", []),
    "the year that was told": (
        "late 2026; in that year's second half",
        ["2026-10-01..2026-12-31", "2026-07-01..2026-12-31"],
    ),
    "the same year is this one where none was told": ("in the same year", whole(2025)),
    "a year by its number alone": ("in year 247, year 500 workers", ["0247-01-01..0247-12-31"]),
    "the following year": ("in 2027 and the following year", whole(2027, 2028)),
    "seasons": (
        "summer 2026, this summer, next spring",
        ["2026-06-01..2026-08-31", "2025-06-01..2025-08-31", "2026-03-01..2026-05-31"],
    ),
    "early, mid and late": (
        "early 2026, mid-2026, late 2026",
        ["2026-01-01..2026-04-30", "2026-06-01..2026-07-31", "2026-10-01..2026-12-31"],
    ),
    "of a month": (
        "early June 2026, mid-June 2026, late June 2026",
        ["2026-06-01..2026-06-10", "2026-06-11..2026-06-20", "2026-06-21..2026-06-30"],
    ),
    "mid to late": ("mid-to-late 2026", ["2026-06-01..2026-12-31"]),
    "the end of": (
        "the end of 2026, year-end 2026, end of the year",
        ["2026-12-01..2026-12-31"] * 2 + ["2025-12-01..2025-12-31"],
    ),
    "of calendar years": (
        "late calendar year 2024 or early calendar year 2025",
        ["2024-10-01..2025-04-30"],
    ),
    "halves of a decade": (
        "the second half of the decade, the first half of the 2030s",
        ["2025-01-01..2029-12-31", "2030-01-01..2034-12-31"],
    ),
    "of a decade": ("early 2030s, end of the decade", ["2030-01-01..2033-12-31", "2029-01-01..2029-12-31"]),
    "a season near": ("sold in the summer; to close by spring", ["2025-06-01..2025-08-31", "..2026-05-31"]),
    "a quarter by its last month": ("the January quarter of 2026", ["2025-11-01..2026-01-31"]),
    "the weekend": ("it said over the weekend", ["2025-09-20..2025-09-21"]),
    "the year before": ("54 in 2024, 60 the year before", whole(2024, 2023)),
    "the end in short": ("end-2026, by year's end", ["2026-12-01..2026-12-31", "..2025-12-31"]),
    "a decade": ("in the 2030s", ["2030-01-01..2039-12-31"]),
    # near the publication
    "weeks": ("this week, next week", ["2025-09-22..2025-09-28", "2025-09-29..2025-10-05"]),
    "later and earlier": ("later this year, earlier this month", ["2025-09-22..2025-12-31", "2025-09-01..2025-09-22"]),
    "the coming weeks have no end": ("in the coming weeks", ["2025-09-22.."]),
    "so long ago": ("two months ago, a year earlier", ["2025-07-01..2025-07-31", "2024-01-01..2024-12-31"]),
    "within": ("within 18 months", ["2025-09-22..2027-03-22"]),
    "within this to that": ("within 12 to 18 months", ["2026-09-22..2027-03-22"]),
    "counts that add up": ("within 5 years, 1 month and 12 days", ["2025-09-22..2030-11-03"]),
    "in so many months": ("in 12 to 18 months", ["2026-09-22..2027-03-22"]),
    "the next so many": ("over the next 12 months", ["2025-09-22..2026-09-22"]),
    # no dates
    "money, counts, names": ("$2025, 2025 GPUs, 2,000 jobs, Gemini 2.5, GPT-2025, 2000 dollars", []),
    "names of days that are none": ("on Black Friday, as USA Today said", []),
    "the letters of a name": ("a new H1 chip, h2 oxide", []),
    "a term is no date": ("a 15-year deal over seven years", []),
}

BOUNDS = {
    "by": ("by 2028, by mid-2025, by the second half of 2026", ["..2028-12-31", "..2025-07-31", "..2026-12-31"]),
    "until": ("valid until June 30, 2026", ["..2026-06-30"]),
    "by a weekday, which lies ahead": ("by Friday", ["..2025-09-26"]),
    "until at least": ("paused until at least 2030", ["2030-01-01.."]),
    "through a day, a part of a year, a year far off": (
        "through June 30, 2027; through early 2027; through 2042",
        ["..2027-06-30", "..2027-04-30", "..2042-12-31"],
    ),
    "through a year near is all of it": ("brought up step by step through 2026", whole(2026)),
    "talks that fell through": ("fell through last year", whole(2024)),
    "not until": ("will not open until 2030", whole(2030)),
    "before": ("before 2027, before 2026 is out, before the end of 2026", ["..2026-12-31"] * 3),
    "after": ("after 2027", ["2028-01-01.."]),
    "from on": ("from 2027, from 2027 on, 2027 onwards, no earlier than 2027", ["2027-01-01.."] * 4),
    "a thing from the past opens nothing": ("the letter from September 2024", ["2024-09-01..2024-09-30"]),
    "ranges": ("2026 to 2027, 2026-2027, between 2026 and 2027", ["2026-01-01..2027-12-31"] * 3),
    "years in short": (
        "2026-27, 2029-31, 2026/27",
        ["2026-01-01..2027-12-31", "2029-01-01..2031-12-31", "2026-01-01..2027-12-31"],
    ),
    "a range has one year": (
        "between March and May 2026, Oct. 2 to October 22, 2026",
        ["2026-03-01..2026-05-31", "2026-10-02..2026-10-22"],
    ),
    "days of one month": (
        "November 19-20, 2025, from 4 to 22 January 2025",
        ["2025-11-19..2025-11-20", "2025-01-04..2025-01-22"],
    ),
    "either": ("2030 or 2031, late 2026 or early 2027", ["2030-01-01..2031-12-31", "2026-10-01..2027-04-30"]),
    "years apart are not either": ("2020 or 2031", whole(2020, 2031)),
    "a date that was moved": ("delayed from 2025 to 2027", whole(2025, 2027)),
    "a deadline that was moved": (
        "agreed to move the deadline for their $69 billion merger from 18 October to 18 December",
        ["2025-10-18..2025-10-18", "2025-12-18..2025-12-18"],
    ),
    "a move told before": ("It was delayed. They traded from 2025 to 2027", ["2025-01-01..2027-12-31"]),
}


@pytest.mark.parametrize(("text", "days"), POINTS.values(), ids=POINTS)
def test_points(text, days):
    assert shown(text) == days


@pytest.mark.parametrize(("text", "days"), BOUNDS.values(), ids=BOUNDS)
def test_bounds(text, days):
    assert shown(text) == days


UNRESOLVED = {
    "without a publication, what is relative": (
        "last September, June 18, on Monday, next year, in the coming weeks",
        None,
        ["?"] * 5,
    ),
    "without a publication, a printed year holds": ("June 2026", None, ["2026-06-01..2026-06-30"]),
    "without a publication, a day told before gives the year": (
        "It opened on January 27, 2025. It runs out on February 24",
        None,
        ["2025-01-27..2025-01-27", "2025-02-24..2025-02-24"],
    ),
    "but a month told before gives none": ("a bid of June 2024; a deal of July", None, ["2024-06-01..2024-06-30", "?"]),
    "nor a day half a year off": ("on January 27, 2025, and in September", None, ["2025-01-27..2025-01-27", "?"]),
    "what opens on a weekday opens on the next": ("It opens on Thursday", MONDAY, ["2025-09-25..2025-09-25"]),
    "a day of next week is meant, whatever else is past": (
        "They had agreed. What is left is a hearing on 2 October",
        MONDAY,
        ["2025-10-02..2025-10-02"],
    ),
    "a month of publication gives the year": ("next year", SEPTEMBER, whole(2026)),
    "a month of publication gives the month": ("last month", SEPTEMBER, ["2025-08-01..2025-08-31"]),
    "a month of publication gives no weekday": ("on Monday", SEPTEMBER, ["?"]),
    "two years of publication give no year": ("next year", DECADES, ["?"]),
    "that year, where none was told": ("in that year", MONDAY, ["?"]),
}


@pytest.mark.parametrize(("text", "published", "days"), UNRESOLVED.values(), ids=UNRESOLVED)
def test_nothing_is_guessed(text, published, days):
    assert shown(text, published) == days


FISCAL = {
    "a fiscal year ends in its year": ("Nvidia said fiscal 2026", ["2025-02-01..2026-01-31"]),
    "a fiscal quarter": ("Nvidia: first quarter of fiscal 2026", ["2025-02-01..2025-04-30"]),
    "in short": ("Microsoft in FY26", ["2025-07-01..2026-06-30"]),
    "two companies, and nothing says whose": ("Nvidia, unlike Microsoft, in FY26", ["?"]),
    "an unknown company": ("Oracle in fiscal 2026", ["?"]),
    "a company of the table, as an owner": ("second half of Nvidia's fiscal 2027", ["2026-08-01..2027-01-31"]),
    "the final quarter": ("Nvidia: final quarter of fiscal 2026", ["2025-11-01..2026-01-31"]),
    "where the text says when it ends": (
        "the second half of Palo Alto's fiscal 2026, which ends next July",
        ["2026-02-01..2026-07-31"],
    ),
    "where the quarter ends": ("first quarter of EA's fiscal 2027, ending in June", ["2026-04-01..2026-06-30"]),
    "where it runs": (
        "second quarter of e.l.f.'s fiscal 2026, which runs from July to September",
        ["2025-07-01..2025-09-30"],
    ),
    "a year that is called after its beginning": (
        "Sony in fiscal 2025 (ending March 2026)",
        ["2025-04-01..2026-03-31"],
    ),
    "where it ended": ("first fiscal quarter ended Oct. 26, 2025", ["2025-08-01..2025-10-31"]),
    "without a year the nearest": (
        "will close in its fiscal first half, which ends in September",
        ["2025-04-01..2025-09-30"],
    ),
    "the whole year": ("fiscal 2026, which ends in June", ["2025-07-01..2026-06-30"]),
}


@pytest.mark.parametrize(("text", "days"), FISCAL.values(), ids=FISCAL)
def test_fiscal_periods_need_the_company(text, days):
    assert shown(text, fiscal={"Nvidia": 2, "Microsoft": 7}) == days


WORDS = {
    "the bound is in the span": ("done by the end of 2026.", "by the end of 2026", "end of 2026"),
    "a range": ("open between 2026 and 2027", "between 2026 and 2027", "2026 and 2027"),
    "in is not": ("in the second half of 2026", "second half of 2026", "second half of 2026"),
    "within": ("within 18 months", "within 18 months", "18 months"),
    "within the next": ("within the next 3 years", "within the next 3 years", "next 3 years"),
    "between two days": ("between 4 and 22 May 2026", "between 4 and 22 May 2026", "4 and 22 May 2026"),
}


EARLIEST = {
    "no earlier than 2030": True,
    "2030 at the earliest": True,
    "2030 or later": True,
    "from 2030 on": False,
    "by 2030": False,
}


@pytest.mark.parametrize(("text", "earliest"), EARLIEST.items(), ids=EARLIEST)
def test_what_starts_no_earlier_is_marked(text, earliest):
    assert [line.earliest for line in find_timelines(text, MONDAY)] == [earliest]


@pytest.mark.parametrize(("text", "span", "amount"), WORDS.values(), ids=WORDS)
def test_words(text, span, amount):
    found = find_timelines(text, MONDAY)[0]
    assert (found.span.words, found.amount.words) == (span, amount)


@pytest.mark.parametrize("text", ["around 2026", "two months ago", "in two years"])
def test_what_is_only_about(text):
    assert find_timelines(text, MONDAY)[0].days.qualifier is Qualifier.ABOUT


SCRAPS = st.sampled_from(
    listed("2025 2026 06 18 31 1 00 9999 three / - , . ' s by until from to or and between before the of in ago now")
    + listed("end early mid late next last this that final May June Sept Monday first second quarter half Q3 H2 fiscal")
    + listed("FY26 year month months weeks")
)
TEXTS = st.text() | st.lists(SCRAPS).map(" ".join) | st.lists(SCRAPS).map("".join)


@given(TEXTS, st.sampled_from([None, MONDAY, SEPTEMBER]))
def test_any_text_is_read_and_its_words_stand_where_they_are_said_to(text, published):
    for line in find_timelines(text, published, {"May": 7}):
        for span in (line.span, line.amount):
            assert text[span.start : span.end] == span.words
        assert line.days.start is None or line.days.end is None or line.days.start <= line.days.end


@given(
    st.dates(date(1950, 1, 1), date(2079, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d.%m.%Y"]),
)
def test_a_printed_day_is_read_back(day, form):
    (line,) = find_timelines(day.strftime(form), None)
    assert (line.days.start, line.days.end) == (day, day)


@given(
    st.dates(date(1951, 1, 1), date(2078, 12, 31)),
    st.sampled_from(["last year", "June 18", "Wednesday", "in 18 months", "last May"]),
)
def test_any_day_of_publication_will_do(day, text):
    (line,) = find_timelines(text, Moment.of_days(day, day))
    assert line.days.resolved


HOSTILE = [
    "1 ",
    "(",
    "a a ",
    "one ",
    "1-",
    "2026 to ",
    "May ",
    "next ",
    "first quarter of ",
    "early ",
    "end of ",
    "fiscal ",
    "1/",
    "İ1 ",
    "Nvidia's fiscal 2026 ",
    "2 days after it was ",
    "the closing months of ",
    "week of May 4 ",
    "the 27th ",
    "5 p.m. on ( ( ",
    "pencilled in for the, the, ",
]


@pytest.mark.parametrize("scrap", HOSTILE)
def test_reading_takes_linear_time(scrap):
    text = scrap * (100_000 // len(scrap))
    before = time.process_time()
    find_timelines(text, MONDAY)
    assert time.process_time() - before < 3  # takes a tenth of that where nothing else runs; squares take minutes
