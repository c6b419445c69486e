"""Cases: what is printed, and unit, value (or "low..high"), qualifier, step of the last digit, and the words taken."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures.scanning import listed
from extractors.models import Figure, Qualifier
from extractors.quantities import AmbiguousAmount, find_quantities, parse_money


def shown(text):
    """All quantities of a text, each as "unit value qualifier"."""
    return [as_words(quantity.figure) for quantity in find_quantities(text)]


def as_words(figure):
    value = f"{figure.low.normalize():f}..{figure.high.normalize():f}" if figure.value is None else figure.value
    value = value if isinstance(value, str) else f"{value.normalize():f}"
    return f"{figure.unit} {value} {figure.qualifier.value}"


FIGURES = {
    # money
    "a bare dollar is the US one": ("a $5bn deal", ["USD 5000000000 exact"]),
    "a space may follow the sign": ("put $ 100 billion into it", ["USD 100000000000 exact"]),
    "letters before the sign name the country": (
        "US$3m, C$3m, A$3m, HK$3m, NZ$3m, S$3m",
        [f"{code} 3000000 exact" for code in ("USD", "CAD", "AUD", "HKD", "NZD", "SGD")],
    ),
    "letters after the sign, as Australians write": ("$US5.76 and $A9", ["USD 5.76 exact", "AUD 9 exact"]),
    "other signs": ("£1m €1m ¥1m ₹1m", [f"{code} 1000000 exact" for code in ("GBP", "EUR", "JPY", "INR")]),
    "codes stand before or after": (
        "USD 6.5 billion, 30 billion USD",
        ["USD 6500000000 exact", "USD 30000000000 exact"],
    ),
    "a code is printed in capitals": ("all 5 tried 6", []),
    "Nordic millions": ("120 MEUR or SEK 4bn", ["EUR 120000000 exact", "SEK 4000000000 exact"]),
    "the wire of the eighties": (
        "70 mln dlrs, 1.2 bln stg, 75 pct, 12-1/2 pct, 55 Canadian dlrs",
        ["USD 70000000 exact", "GBP 1200000000 exact", "percent 75 exact", "percent 12.5 exact", "CAD 55 exact"],
    ),
    "hyphens part words": (
        "a $14-billion deal, 30-billion-euro plan",
        ["USD 14000000000 exact", "EUR 30000000000 exact"],
    ),
    "words": ("two and a half billion dollars", ["USD 2500000000 exact"]),
    "hundreds in words": ("one hundred and twenty-five million dollars", ["USD 125000000 exact"]),
    "sevenths": ("three-sevenths of it", ["percent 42.86 exact"]),
    "half a billion": ("half a billion dollars", ["USD 500000000 exact"]),
    "a quarter of a million": ("a quarter of a million pounds", ["GBP 250000 exact"]),
    "lakh and crore": ("Rs 500 crore and 35 lakh rupees", ["INR 5000000000 exact", "INR 3500000 exact"]),
    "a lakh crore": ("Rs 1.5 lakh crore and Rs 70,352 crore", ["INR 1500000000000 exact", "INR 703520000000 exact"]),
    "pence are parts of a pound": ("470 pence a share, 55p per share", ["GBP/share 4.7 exact", "GBP/share 0.55 exact"]),
    "screens are no prices": ("a 1080p screen", []),
    "dollars and cents are one amount": ("3 dollars and 50 cents", ["USD 3.5 exact"]),
    "a currency said twice counts once": ("$20 billion dollar project", ["USD 20000000000 exact"]),
    "won needs a scale": ("he won 5 won and 500 billion won", ["KRW 500000000000 exact"]),
    "a vague plural of money is a range": ("tens of billions of dollars", ["USD 10000000000..100000000000 range"]),
    "a multibillion deal is refused": ("a multibillion-dollar deal", []),
    # rates
    "per share in many ways": (
        "$30 a share, $31 per share, $32 apiece, $33-a-share, $34 in cash for each diluted share",
        [f"USD/share {value} exact" for value in (30, 31, 32, 33, 34)],
    ),
    "cash and shares for each share": (
        "$197 in cash and 0.345 of a share of Synopsys for each share",
        ["USD/share 197 exact", "shares per share 0.345 exact"],
    ),
    "a rate after the bracket is of both": (
        "A$8.89 (US$5.76) per share",
        ["AUD/share 8.89 exact", "USD/share 5.76 exact"],
    ),
    "a rate in the bracket is its own": ("$5bn ($6 a share)", ["USD 5000000000 exact", "USD/share 6 exact"]),
    "power sold is priced by the hour": ("£92.50 per megawatt hour", ["GBP/MWh 92.5 exact"]),
    "a yearly rate is no total": ("$2 billion a year", ["USD/year 2000000000 exact"]),
    "a daily rate": ("$30 a day's work", ["USD/day 30 exact"]),
    "each is a share where shares are spoken of": (
        "it buys 433 million shares at $20.47 each, from two firms that paid $5bn each",
        ["shares 433000000 exact", "USD/share 20.47 exact", "USD 5000000000 exact"],
    ),
    "billions apiece are no prices": (
        "$30 billion apiece, $32 apiece",
        ["USD 30000000000 exact", "USD/share 32 exact"],
    ),
    "a text that prices shares prices them again": (
        "250p a share in November; 275p all told, 5p of it a dividend, for £3m",
        ["GBP/share 2.5 exact", "GBP/share 2.75 exact", "GBP/share 0.05 exact", "GBP 3000000 exact"],
    ),
    "but not by the pound": ("$20 a share; 57 cents a pound", ["USD/share 20 exact", "USD 0.57 exact"]),
    # whose money it is
    "a conversion tells whose dollar is plain": (
        "$39 billion (US$29 billion), or A$126 a share; it closed at $114.80",
        ["AUD 39000000000 exact", "USD 29000000000 exact", "AUD/share 126 exact", "AUD/share 114.8 exact"],
    ),
    "by the country, where no amount names it": (
        "The Toronto group pays $5 billion (US$3.6 billion)",
        ["CAD 5000000000 exact", "USD 3600000000 exact"],
    ),
    "a plain dollar of no known country is refused": ("$5 billion (US$3.6 billion)", ["USD 3600000000 exact"]),
    "a wire converts into plain dollars": ("A$8.9bn ($5.8bn)", ["AUD 8900000000 exact", "USD 5800000000 exact"]),
    "all figures are in Canadian dollars": (
        "$5 billion. All figures are in Canadian dollars.",
        ["CAD 5000000000 exact"],
    ),
    "a sum in Canadian dollars says nothing of others": (
        "$5 billion, part of it in Canadian dollars",
        ["USD 5000000000 exact"],
    ),
    "francs beside the Swiss code": (
        "CHF 1.86; up to 0.25 francs a share",
        ["CHF/share 1.86 exact", "CHF/share 0.25 up_to"],
    ),
    "francs of the eighties": ("in Paris it paid 6 billion francs in 1987", ["FRF 6000000000 exact"]),
    "francs after the euro are refused": ("a 2023 offer of 6 billion francs", []),
    "cents of the currency of the shares": (
        "€31.85 a share, after a dividend of 36 cents; $5bn",
        [
            "EUR/share 31.85 exact",
            "EUR/share 0.36 exact",
            "USD 5000000000 exact",
        ],
    ),
    "billions left out of the currency": (
        "1.3 billion pounds, out of 11 billion over ten years; 8 billion people",
        ["GBP 1300000000 exact", "GBP 11000000000 exact", "years 10 exact", "people 8000000000 exact"],
    ),
    # power, percent, time
    "power": (
        "10GW, 10-gigawatt, 1.3 gigawatts, 800 MW",
        ["GW 10 exact", "GW 10 exact", "GW 1.3 exact", "MW 800 exact"],
    ),
    "power without a number": ("the first gigawatt, over a gigawatt", ["GW 1 exact", "GW 1 more_than"]),
    "several gigawatts are two at least": ("a multi-gigawatt plan", ["GW 2 more_than"]),
    "energy is not power": ("5 gigawatt hours", ["GWh 5 exact"]),
    "percent": ("27%, 27 percent, 27 per cent", ["percent 27 exact"] * 3),
    "points are not percent": ("4.5 percentage points, 25 basis points", ["points 4.5 exact", "basis points 25 exact"]),
    "thirds are percent": ("two-thirds of it, a one-third stake", ["percent 66.67 exact", "percent 33.33 exact"]),
    "half is a share of what is held": (
        "almost half of the shares, the upper half of the page",
        ["percent 50 less_than"],
    ),
    "an ordinal is no third": ("a third company, third quarter", []),
    "terms": ("15-year, seven years, 18 months", ["years 15 exact", "years 7 exact", "months 18 exact"]),
    "a time ago is no term": ("two years ago a 40-year-old man", []),
    # counts
    "chips by any name": (
        "200,000 Nvidia GPUs, one million Tensor Processing Units",
        ["chips 200000 exact", "chips 1000000 exact"],
    ),
    "models are counted by their names": (
        "selected 190 737 MAXs, 20 787 Dreamliners and 40 wide-body A350s; 800 LEAPs; 20,000 Nvidia GB300s",
        ["aircraft 190 exact", "aircraft 20 exact", "aircraft 40 exact", "engines 800 exact", "chips 20000 exact"],
    ),
    "no model is counted before another noun": ("10 737 pilots, the 20 A320 family", []),
    "some of what was counted": (
        "470 new planes, 250 of them from Boeing; 30 of them",
        ["planes 470 exact", "planes 250 exact", "planes 30 exact"],
    ),
    "power at the plug": ("835 MWe, 1.2 GWe", ["MW 835 exact", "GW 1.2 exact"]),
    "the noun may stand after of its": ("5 million of its GPUs", ["chips 5000000 exact"]),
    "a noun is not looked for past a preposition": ("12 in plants", []),
    "shares and exchange ratios": (
        "3 million shares; 2.3234 Exxon shares; 0.1235 of a CoreWeave share; an exchange ratio of 0.45",
        ["shares 3000000 exact"] + [f"shares per share {ratio} exact" for ratio in ("2.3234", "0.1235", "0.45")],
    ),
    "a ratio of a company with a sign in its name": (
        "0.2838 of an S&P Global share",
        ["shares per share 0.2838 exact"],
    ),
    "stock units are shares": ("6 million restricted stock units", ["shares 6000000 exact"]),
    "deals of a year are no count": ("its 2025 deals", []),
    "a class of shares": ("0.1235 Class A common shares", ["shares per share 0.1235 exact"]),
    "vague counts are more than their least": (
        "millions of Nvidia processors, chips by the million, GPUs in the tens of millions",
        ["chips 1000000 more_than", "chips 1000000 more_than", "chips 10000000 more_than"],
    ),
    "the number of a model stands before what is counted": (
        "23,040 Nvidia GB300 processors, close to 200,000 of Nvidia's latest chips",
        ["chips 23040 exact", "chips 200000 about"],
    ),
    "kroner are of the one country that the text names": (
        "OSLO: a plant for 61 billion kroner",
        ["NOK 61000000000 exact"],
    ),
    "kroner of nowhere are refused": ("a plant for 61 billion kroner", []),
    "billions in the currency of the sum before, not of its conversion": (
        "3.8 billion pounds ($5.1 billion), or 4.4 billion with its debt",
        ["GBP 3800000000 exact", "USD 5100000000 exact", "GBP 4400000000 exact"],
    ),
    "halves of a venture": ("a 50/50 venture, equally owned", ["percent 50 exact", "percent 50 exact"]),
    "a sum of a year earlier is no yearly sum": ("up from $1.1 billion a year earlier", ["USD 1100000000 exact"]),
    "a year is no count, but may be": ("in 2026 plants will open with 2025 GPUs", ["chips 2025 exact"]),
    "names hold no numbers": ("GPT-4 million, A380 shares, Gemini 2.5", []),
    # hedges
    "up to": (
        "up to $5bn, as much as $6bn, no more than $7bn",
        ["USD 5000000000 up_to", "USD 6000000000 up_to", "USD 7000000000 up_to"],
    ),
    "at least": (
        "at least 10 GW, a minimum of 9 GW, 8 GW or more",
        ["GW 10 at_least", "GW 9 at_least", "GW 8 at_least"],
    ),
    "more than": (
        "more than 5%, well over 6%, $7m-plus, $8m+",
        ["percent 5 more_than", "percent 6 more_than", "USD 7000000 more_than", "USD 8000000 more_than"],
    ),
    "less than": ("nearly $36 billion, just shy of $5m", ["USD 36000000000 less_than", "USD 5000000 less_than"]),
    "about": ("about 5%, roughly 6%, an estimated 7%, ~8%, 9% or so", [f"percent {n} about" for n in (5, 6, 7, 8, 9)]),
    "a bound outweighs about": ("up to about $5bn", ["USD 5000000000 up_to"]),
    "more may stand between": ("up to an additional $5bn", ["USD 5000000000 up_to"]),
    "an article ends the hedge": ("under a $5bn deal", ["USD 5000000000 exact"]),
    "a bid that went up to is not hedged": ("the bid went up to about $47bn", ["USD 47000000000 about"]),
    "between the number and what it counts": (
        "the next 20-plus years, 10+ GW, 600-odd stores",
        ["years 20 more_than", "GW 10 more_than", "stores 600 about"],
    ),
    "what may be reached is a bound": (
        "could reach $7.3bn, might grow to 5 GW",
        ["USD 7300000000 up_to", "GW 5 up_to"],
    ),
    "to take over is no hedge": ("takes over about $12.7bn of debt", ["USD 12700000000 about"]),
    "over a period is no bound": ("over eight years", ["years 8 exact"]),
    # ranges
    "both ends with unit": ("$20 billion to $28 billion", ["USD 20000000000..28000000000 range"]),
    "unit and scale at the end": (
        "$6-7bn, 4 to 5 million GPUs",
        ["USD 6000000000..7000000000 range", "chips 4000000..5000000 range"],
    ),
    "hyphens in a range": (
        "a 20-to-25% stake, a two- to three-year term, 1GW-2GW",
        ["percent 20..25 range", "years 2..3 range", "GW 1..2 range"],
    ),
    "between and": ("between $5bn and $6bn", ["USD 5000000000..6000000000 range"]),
    "and alone joins nothing": ("$5bn and $6bn", ["USD 5000000000 exact", "USD 6000000000 exact"]),
    "from to is a move": ("from $20bn to $28bn", ["USD 20000000000 exact", "USD 28000000000 exact"]),
    "a move lends its unit": ("from 10 to 12 GW", ["GW 10 exact", "GW 12 exact"]),
    "ranging from to is a range": ("ranging from 10 to 12 GW", ["GW 10..12 range"]),
    "a year before a sum is none of its ends": ("from May 2020 to $40bn", ["USD 40000000000 exact"]),
    "down is no range": ("$9bn to $5bn", ["USD 9000000000 exact", "USD 5000000000 exact"]),
    "units must agree": ("sold 40% to 3 banks", ["percent 40 exact", "banks 3 exact"]),
    # left out
    "a lost sign of the only currency": (
        "bid $14.86 per share, then 18.19 per share",
        ["USD/share 14.86 exact", "USD/share 18.19 exact"],
    ),
    "nothing is implied beside two currencies": ("$14 and €15, then 18.19 per share", ["USD 14 exact", "EUR 15 exact"]),
    "numbers alone": ("12 3.4 1,000 ... 1.2.3 7/9", []),
}


@pytest.mark.parametrize(("text", "figures"), FIGURES.values(), ids=FIGURES)
def test_figures(text, figures):
    assert shown(text) == figures


STEPS = {
    "the last printed digit": ("$68.7bn", "1e8"),
    "a whole number of billions": ("$69 billion", "1e9"),
    "groups of zeros are a scale": ("$1,000,000", "1e6"),
    "other zeros are digits": ("$38,500,000", "1e3"),
    "cents": ("$83.50", "0.01"),
    "a dozen is counted": ("a dozen stores", "1"),
    "half a billion is to the tenth": ("half a billion euros", "1e8"),
}


@pytest.mark.parametrize(("text", "step"), STEPS.values(), ids=STEPS)
def test_step_of_the_last_digit(text, step):
    assert find_quantities(text)[0].figure.resolution == Decimal(step)


WORDS = {
    "the hedge is in the span": ("it paid up to $5bn now", "up to $5bn", "$5bn"),
    "several hedges": ("no more than about 5 GW", "no more than about 5 GW", "5 GW"),
    "the hedge after": ("10 GW or more", "10 GW or more", "10 GW"),
    "a range": ("between $5bn and $6bn", "between $5bn and $6bn", "$5bn and $6bn"),
    "a rate": ("at $30 in cash per share,", "$30 in cash per share", "$30 in cash per share"),
    "a capital that grows in small letters does not shift": ("İİ bought 5%", "5%", "5%"),
}


@pytest.mark.parametrize(("text", "span", "amount"), WORDS.values(), ids=WORDS)
def test_words(text, span, amount):
    found = find_quantities(text)[0]
    assert (found.span.words, found.amount.words) == (span, amount)


CONVERSIONS = {
    "another currency in brackets": ("300 million euros ($327 million)", [None, 0]),
    "the hedge holds for both": ("up to $100bn (£73bn)", [None, 0]),
    "after or": ("£1bn, or $1.3bn, in cash", [None, 0]),
    "power said again": ("1 gigawatt (1GW) and 10,000 MW (10 GW)", [None, 0, None, 2]),
    "twice": ("$100 billion ($100,000,000,000 / €92,000,000,000)", [None, 0, 0]),
    "a part in brackets is none": ("$5bn ($3bn in cash)", [None, None]),
    "two sums side by side are none": ("$5bn and €4bn", [None, None]),
}


@pytest.mark.parametrize(("text", "originals"), CONVERSIONS.values(), ids=CONVERSIONS)
def test_conversions(text, originals):
    assert [quantity.conversion_of for quantity in find_quantities(text)] == originals


def test_a_conversion_has_the_bound_of_its_original():
    assert [q.figure.qualifier for q in find_quantities("up to $100bn (£73bn)")] == [Qualifier.UP_TO] * 2


def test_parse_money_reads_one_amount():
    assert parse_money(" up to $1.2bn ") == Figure(
        "USD", Decimal("1.2e9"), qualifier=Qualifier.UP_TO, resolution=Decimal("1e8")
    )


@pytest.mark.parametrize("text", ["", "5", "1.2bn", "10 GW", "$5bn and $6bn", "about five", "$5bn for it"])
def test_parse_money_refuses(text):
    with pytest.raises(AmbiguousAmount):
        parse_money(text)


SCRAPS = st.sampled_from(
    listed("$ US$ £ € up to at least 5 10 1,000 2.5 % bn million GW ( ) / - , . of a share per - between and or")
)
TEXTS = st.text() | st.lists(SCRAPS).map(" ".join) | st.lists(SCRAPS).map("".join)


@given(TEXTS)
def test_any_text_is_read_and_its_words_stand_where_they_are_said_to(text):
    for quantity in find_quantities(text):
        for span in (quantity.span, quantity.amount):
            assert text[span.start : span.end] == span.words
        assert quantity.span.start <= quantity.amount.start <= quantity.amount.end <= quantity.span.end
        assert (quantity.figure.value is None) == (quantity.figure.low is not None)


@given(
    st.integers(1, 999_999),
    st.integers(0, 2),
    st.sampled_from([("", 0), (" million", 6), ("bn", 9), (" trillion", 12)]),
)
def test_what_is_printed_is_read_back(digits, places, scale):
    word, power = scale
    value = Decimal(digits).scaleb(-places)
    figure = parse_money(f"${value:,f}{word}")
    assert figure.value == value.scaleb(power)
    assert 0 < figure.resolution <= figure.value.max(figure.resolution)


HOSTILE = [
    "7",
    "1 ",
    "$1 ",
    "(",
    "$",
    ")(1",
    "million ",
    "a a ",
    "1,1",
    "1.",
    "a.",
    "up to ",
    "hundred ",
    "1-",
    "İ1 ",
    "1/2 ",
]


@pytest.mark.parametrize("scrap", HOSTILE)
def test_reading_takes_linear_time(scrap):
    text = scrap * (100_000 // len(scrap))
    before = time.process_time()
    find_quantities(text)
    assert time.process_time() - before < 3  # takes a tenth of that where nothing else runs; squares take minutes
