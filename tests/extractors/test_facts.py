"""What a report says of its deal: reports written for these tests, with true facts and made-up wording."""

import string
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.facts import READ_AT_MOST, as_row, facts_of, read_report
from extractors.models import Claim, Days, Figure, Moment, Report, Source, Tier, Version


def read(text: str, day: str | None = "2025-09-22", title: str | None = None) -> Report:
    on = date.fromisoformat(day) if day else None
    return read_report(title, text, Moment.of_days(on, on) if on else None)


def said(claim: Claim) -> str:
    """A claim in short: attribute, amount or days, and what sets it apart."""
    reading = claim.reading
    value = f"{reading.start or ''}..{reading.end or ''}" if isinstance(reading, Days) else claim.amount
    apart = [claim.of, claim.basis, claim.when, claim.payer]
    hedge = reading.qualifier if isinstance(reading, Figure) and reading.qualifier != "exact" else None
    return " ".join(str(part) for part in [claim.attribute, hedge, value, *apart] if part)


REPORTS = {
    "an offer with its price, its debt and its day of closing": (
        "Kellmark said Monday it will buy Pardee Foods for $5.9 billion, or $83.50 per share in cash. "
        "Including debt the deal is worth about $6.4 billion. Closing is expected in the first half of 2026. "
        "Pardee shares rose 12% to $80.25.",
        [
            "announce_date 2025-09-22..2025-09-22",
            "deal_value $5.9 billion",
            "price_per_share $83.50 per share",
            "deal_value about $6.4 billion enterprise",
            "close_date 2026-01-01..2026-06-30",
        ],
    ),
    "an investment in stages, tied to power": (
        "Nvidia will invest up to $100 billion in OpenAI under a letter of intent the two signed. The first "
        "$10 billion follows when a definitive agreement is there. OpenAI will deploy at least 10 gigawatts "
        "of Nvidia systems, and the first gigawatt is due in the second half of 2026.",
        [
            "deal_value up_to $100 billion",
            "tranche_value $10 billion",
            "capacity at_least 10 gigawatts",
            "other:phase_capacity first gigawatt",
            "phase_date 2026-07-01..2026-12-31",
        ],
    ),
    "an instalment is not the total": (
        "Nvidia and OpenAI announced a $100 billion partnership. Nvidia will invest $10 billion at a time in OpenAI.",
        ["deal_value $100 billion", "tranche_value $10 billion"],
    ),
    "a stake, and what it implies for the whole": (
        "Meta has finalized a $14.3 billion investment in Scale AI that values the start-up at more than $29 billion. "
        "Meta will hold a 49% stake without voting rights.",
        ["deal_value $14.3 billion", "valuation more_than $29 billion", "equity_stake 49%"],
    ),
    "pence for a share, and what the offer is worth without and with debt": (
        "Brackwell plc has agreed to buy Tarnside Group for 412p a share. The offer values Tarnside at £2.1bn, or "
        "£2.6bn including debt. Shares in Tarnside closed at 398p.",
        ["price_per_share 412p a share", "deal_value £2.1bn", "deal_value £2.6bn enterprise"],
    ),
    "rows of a table are read by their label": (
        "Kelmar Energy will acquire Osprey Pipelines. Terms\nPrice | $4.2bn\nPer share | $31.50",
        ["deal_value $4.2bn", "price_per_share $31.50"],
    ),
    "what is paid at closing and what is paid later are parts": (
        "Vasco Therapeutics agreed to be acquired by Merion Pharma for up to $1.3 billion: $900 million at closing and "
        "the other $400 million on milestones.",
        ["deal_value up_to $1.3 billion", "tranche_value $900 million", "tranche_value $400 million"],
    ),
    "a valuation takes the place of the one before": (
        "Quarrel Robotics raised $250 million in a Series C round led by Finch Ventures that values the start-up at "
        "$2 billion, up from $1.1 billion a year earlier.",
        ["deal_value $250 million", "valuation $2 billion", "valuation $1.1 billion previous"],
    ),
    "an offer raised from another, in the price and in the whole": (
        "Pelham Group raised its offer for Crestline to $48 a share from $45, lifting the price tag to $3.9 billion, "
        "against the $3.6 billion offered before.",
        [
            "price_per_share $48 a share",
            "price_per_share $45 previous",
            "deal_value $3.9 billion",
            "deal_value $3.6 billion previous",
        ],
    ),
    "cash that is part of the price, and revenue that is not": (
        "Orchard Bank bought Fenwick Trust for 180 billion rupees, of which 27 billion in cash. Orchard Bank's revenue "
        "rose 12% to 400 billion rupees.",
        ["deal_value 180 billion rupees", "tranche_value 27 billion"],
    ),
    "power, its term and a first hall": (
        "Tessel Power will supply Corvid Data with 350 MW for fifteen years under a contract worth $2.4 billion. A "
        "first hall draws 50 MW.",
        ["capacity 350 MW", "term_years fifteen years", "deal_value $2.4 billion", "capacity 50 MW"],
    ),
    "a supply contract with its term": (
        "Nebius Group will supply Microsoft with computing capacity in a five-year contract worth $17.4 billion.",
        ["term_years five-year", "deal_value $17.4 billion"],
    ),
    "each bidder is a strand of its own": (
        "Novo Nordisk launched a bid of up to $9 billion for Metsera on Thursday, against Pfizer's agreed "
        "takeover of Metsera worth $7.3 billion. Novo offered $56.50 a share in cash, against the $47.50 a "
        "share that Pfizer agreed to pay.",
        [
            "deal_value up_to $9 billion Novo Nordisk",
            "announce_date 2025-09-18..2025-09-18 Novo Nordisk",
            "deal_value $7.3 billion Pfizer",
            "price_per_share $56.50 a share Novo Nordisk",
            "price_per_share $47.50 a share Pfizer",
        ],
    ),
    "equity and enterprise value are two": (
        "Netflix agreed to buy Warner Bros. Discovery for $27.75 per share, or $72 billion in equity value "
        "and $82.7 billion in enterprise value. Netflix would owe Warner a $5.8 billion termination fee if "
        "regulators block the deal.",
        [
            "price_per_share $27.75 per share",
            "deal_value $72 billion equity",
            "deal_value $82.7 billion enterprise",
            "termination_fee $5.8 billion Netflix",
        ],
    ),
    "a plant, told with hardly a word of dealing": (
        "Ravelin's reactor at Harrow will run two years later than planned, in 2031. Engineers found cracks in pipes, "
        "the operator said, and the factory that makes new ones is busy. Homes in the region will need power from "
        "elsewhere.",
        ["start_date 2031-01-01..2031-12-31"],
    ),
    "a plant, what it costs and when it starts": (
        "EDF said its Hinkley Point C nuclear plant could cost up to £35 billion. Unit 1 is now expected to "
        "start between 2029 and 2031. The two reactors will have a capacity of 3.2 gigawatts, enough for six "
        "million homes.",
        [
            "deal_value up_to £35 billion",
            "start_date 2029-01-01..2031-12-31 unit 1",
            "units_count two reactors",
            "capacity 3.2 gigawatts",
        ],
    ),
    "a fee falls due, and the deal that fell through is still told": (
        "JetBlue Airways and Spirit Airlines ended their $3.8 billion merger agreement on Monday. JetBlue "
        "will pay Spirit a termination fee of $69 million. Spirit shares tumbled 13%.",
        ["deal_value $3.8 billion", "termination_fee $69 million JetBlue Airways"],
    ),
    "wire shorthand": (
        "Meridian Brick Inc said it agreed in principle to acquire Castle Tile Corp for about 42 mln dlrs in "
        "cash. Castle Tile had sales of 70 mln dlrs last year. Closing is expected by May 15, 1987.",
        ["deal_value about 42 mln dlrs", "close_date ..1987-05-15"],
    ),
    "a contested price moves from one figure to the next": (
        "BHP Group walked away from its $49 billion plan to take over Anglo American. BHP had raised its "
        "offer twice, from an initial 31.1 billion pounds.",
        ["deal_value $49 billion", "deal_value 31.1 billion pounds previous"],
    ),
    "a round, its valuation before and after": (
        "Anthropic has raised $13 billion in a Series F round at a $183 billion post-money valuation. Its "
        "run-rate revenue has passed $5 billion. In March it was valued at $61.5 billion.",
        ["deal_value $13 billion", "valuation $183 billion post_money", "valuation $61.5 billion previous"],
    ),
    "money at once is a part of the whole": (
        "OpenAI, SoftBank and Oracle announced a joint venture called Stargate that plans to invest up to "
        "$500 billion in data centers. The companies will begin deploying $100 billion immediately.",
        ["deal_value up_to $500 billion", "tranche_value $100 billion"],
    ),
    "an initial part, then more": (
        "Volkswagen will invest up to $5 billion in Rivian. Volkswagen will initially invest $1 billion. "
        "Rivian delivered 57,232 vehicles in 2023.",
        ["deal_value up_to $5 billion", "tranche_value $1 billion"],
    ),
    "a factory with its subsidy and first phase": (
        "Micron Technology plans to spend up to $100 billion to build a semiconductor factory in New York. "
        "The first phase investment of $20 billion is planned. Construction is set to begin in 2026. New York "
        "is offering $5.5 billion in tax credits.",
        [
            "deal_value up_to $100 billion",
            "tranche_value $20 billion",
            "phase_date 2026-01-01..2026-12-31",
            "other:subsidy $5.5 billion",
        ],
    ),
    "what the buyer will spend besides is not the price": (
        "Nippon Steel completed its $14.9 billion acquisition of U.S. Steel on Thursday at $55 per share. "
        "Nippon agreed to invest $11 billion by 2028.",
        [
            "deal_value $14.9 billion",
            "close_date 2025-09-18..2025-09-18",
            "price_per_share $55 per share",
            "other:investment $11 billion",
        ],
    ),
    "votes are no stake, and a missed date is an earlier one": (
        "Hess shareholders on Tuesday approved the oil producer's $53 billion sale to Chevron. About 51% of "
        "the outstanding shares voted in favor. The deal had been expected to close in the first half of "
        "2024.",
        ["phase_date 2025-09-16..2025-09-16", "deal_value $53 billion", "close_date 2024-01-01..2024-06-30 previous"],
    ),
    "the cash part is no price, the sum of both is": (
        "Kellmark will buy Pardee in a deal worth $48 billion. Holders of Pardee get $3.50 in cash and 0.14625 of a "
        "Kellmark share for each share, together $21.01 a share.",
        ["deal_value $48 billion", "other:part_of_price $3.50", "price_per_share $21.01 a share"],
    ),
    "what is due where it fails is a fee": (
        "Kellmark agreed to buy Pardee for $72 billion. Kellmark would pay $5.8 billion if regulators block the deal.",
        ["deal_value $72 billion", "termination_fee $5.8 billion Kellmark"],
    ),
    "who pays the target itself pays a fee": (
        "Kellmark and Pardee terminated Kellmark's $3.8 billion takeover of Pardee. "
        "Kellmark will pay Pardee $69 million.",
        ["deal_value $3.8 billion", "termination_fee $69 million Kellmark"],
    ),
    "debt is not the price": (
        "Kellmark agreed to acquire Pardee for $61 billion and will take on $8 billion of its net debt.",
        ["deal_value $61 billion", "other:financing $8 billion"],
    ),
    "the parts of a round": (
        "Pardee announced $110 billion in new investment. Kellmark invests $50 billion and Weston $30 billion. The "
        "round values Pardee at $730 billion before and $840 billion after the new money.",
        [
            "deal_value $110 billion",
            "tranche_value $50 billion Kellmark",
            "tranche_value $30 billion Weston",
            "valuation $730 billion pre_money",
            "valuation $840 billion post_money",
        ],
    ),
    "a stake that is only talked of": (
        "Talks are under way for Brookfield to buy a 49 per cent stake in National Gas from Macquarie for "
        "about 4 billion pounds, people familiar with the matter said.",
        ["equity_stake 49 per cent", "deal_value about 4 billion pounds"],
    ),
    "a warrant, the power bought and when it starts": (
        "Under the deal AMD issued OpenAI a warrant for as many as 160 million AMD shares. OpenAI will buy 6 gigawatts "
        "worth of AMD chips, beginning with the MI450 in the second half of 2026.",
        ["units_count up_to 160 million AMD shares", "capacity 6 gigawatts", "start_date 2026-07-01..2026-12-31"],
    ),
    "other deals, revenue and users in the same text are left alone": (
        "Nvidia will invest up to $100 billion in OpenAI. Days before, Nvidia put $5 billion into Intel. "
        "OpenAI expects $13 billion in revenue this year and has 700 million users. Nvidia's market value "
        "stood at $4.5 trillion.",
        ["deal_value up_to $100 billion"],
    ),
    "a price with its conversion is two figures of one claim": (
        "SoftBank Group agreed to buy Ampere Computing for 6 billion euros ($6.5 billion), the two companies said.",
        ["deal_value 6 billion euros", "deal_value $6.5 billion"],
    ),
    "without a day of publication, and no year, a weekday stays out": (
        "Kellmark agreed to buy Pardee Foods for $5.9 billion. Completion is due next spring.",
        ["deal_value $5.9 billion", "close_date .."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS)
def test_read_report(text: str, expected: list[str], request: pytest.FixtureRequest) -> None:
    undated = "without a day" in request.node.callspec.id
    report = read(text, None if undated else "2025-09-22")
    assert report.about_deal
    assert [said(claim) for claim in report.claims] == expected


BESIDE = {
    "a fee if regulators stop it": (
        "Acme will pay a fee of $500 million if regulators stop the deal.",
        ["termination_fee $500 million Acme"],
    ),
    "who pays a fee that is payable to the other": (
        "Acme agreed a break-up fee of $500 million, payable to Bolt.",
        ["termination_fee $500 million Acme"],
    ),
    "a question says nothing": ("Would it be over $9 billion? No, Acme said.", []),
    "what a day is earlier than is the plan of before": (
        "Bolt will hold its special meeting on 20 March 2026, earlier than the April date that had been expected.",
        ["phase_date 2026-03-20..2026-03-20", "phase_date 2026-04-01..2026-04-30 previous"],
    ),
    "what had been due lies behind": (
        "The tender offer had first been due to expire on Sept. 8.",
        ["phase_date 2025-09-08..2025-09-08 previous"],
    ),
    "an offer given more time has a new last day": (
        "Acme extended its tender offer for Bolt to Dec. 20, 2025.",
        ["phase_date 2025-12-20..2025-12-20"],
    ),
    "a price in yen and the one before": (
        "Acme has raised its offer to 18,800 yen a share from 16,300 yen.",
        ["price_per_share 18,800 yen a share", "price_per_share 16,300 yen previous"],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), BESIDE.values(), ids=BESIDE)
def test_what_a_sentence_beside_the_deal_says(sentence: str, expected: list[str]) -> None:
    report = read(f"Acme Corp has agreed to buy Bolt Inc for $7 billion. {sentence}")
    assert [said(claim) for claim in report.claims][1:] == expected


NO_DEAL = {
    "results": "Acme Foods reported quarterly revenue of $3.2 billion, up 4%. It plans to open 40 stores next year.",
    "sport": (
        "The striker signed a three-year contract with United after the clubs agreed a deal worth 40 million "
        "pounds. The coach said the season would begin on Saturday."
    ),
    "politics": "Ministers agreed a deal on fishing quotas on Tuesday after talks in Brussels that lasted all night.",
    "a product": "Apple unveiled a new laptop on Tuesday. It starts at $1,999 and goes on sale next week.",
    "nothing": "",
    "white space": " \n\t ",
}


@pytest.mark.parametrize("text", NO_DEAL.values(), ids=NO_DEAL)
def test_other_news_is_no_deal(text: str) -> None:
    assert read(text) == Report(about_deal=False)


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS)
def test_every_quote_stands_in_the_text(text: str, expected: list[str]) -> None:
    report = read(text, title="A title that is no part of the text for $1 billion")
    for claim in [*report.claims, *([report.status] if report.status else [])]:
        assert text[claim.quote.start : claim.quote.end] == claim.quote.words
        assert claim.amount in claim.quote.words


def version(text: str, title: str | None = None) -> Version:
    return Version(
        version_id="version_1",
        article_id="article_1",
        document_id="doc-1",
        url="https://news.example/1",
        outlet="news",
        tier=Tier.WIRE,
        title=title,
        text=text,
        text_hash="hash_1",
        published=None,
        seen_at=datetime(2025, 9, 23, tzinfo=UTC),
        source=Source.DOCUMENT,
        language="en",
        extractor="none",
    )


def test_facts_carry_their_sentence_and_the_status() -> None:
    text = REPORTS["wire shorthand"][0]
    report = read(text)
    facts = facts_of(version(text), report, "story_1", 7)
    assert [fact.claim.attribute for fact in facts] == ["deal_value", "close_date", "status"]
    assert facts[1].sentence == "Closing is expected by May 15, 1987."
    assert not facts[0].dated
    assert facts[0].reported == Moment.at(datetime(2025, 9, 23, tzinfo=UTC))


def test_a_fact_id_depends_on_the_version_alone() -> None:
    text = REPORTS["wire shorthand"][0]
    report = read(text)
    first = [fact.fact_id for fact in facts_of(version(text), report, "story_1", 7)]
    again = [fact.fact_id for fact in facts_of(version(text, "Another title"), report, "story_2", 9)]
    assert first == again
    assert len(set(first)) == len(first)


def test_the_row_prints_values_in_major_units_and_days_in_iso_form() -> None:
    text = REPORTS["an offer with its price, its debt and its day of closing"][0]
    row = as_row("doc-1", read(text))
    assert row["parties"] == [{"name": "Kellmark", "role": "acquirer"}, {"name": "Pardee Foods", "role": "target"}]
    facts = {fact["amount"]: fact for fact in row["facts"]}  # type: ignore[attr-defined]
    price = facts["$83.50 per share"]
    assert (price["value"], price["unit"], price["qualifier"]) == (83.5, "USD/share", "exact")
    assert (facts["$5.9 billion"]["value"], facts["$5.9 billion"]["low"]) == (5_900_000_000, None)
    closing = facts["first half of 2026"]
    assert (closing["date_start"], closing["date_end"], closing["qualifier"]) == ("2026-01-01", "2026-06-30", "planned")
    assert text[closing["start"] : closing["end"]] == closing["quote"]


def test_the_row_of_no_deal_is_empty() -> None:
    row = as_row("doc-1", read(NO_DEAL["sport"]))
    assert (row["about_deal"], row["parties"], row["facts"], row["status"]) == (False, [], [], None)


HOSTILE = {
    "digits": "1" * 1_000_000,
    "brackets": "(" * 1_000_000,
    "dollar signs": "$" * 1_000_000,
    "figures in one sentence": "Acme agreed to acquire Beta Inc. " + "$1 billion deal, " * 60_000,
    "names in one sentence": "Acme buys Beta, " * 60_000,
    "a hundred thousand sentences": "Acme Corp buys Beta. " * 100_000,
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_cost_no_more_than_their_length(text: str) -> None:
    for claim in read(text).claims:
        assert claim.quote.end <= READ_AT_MOST


WORDS = [
    "Acme",
    "Beta Corp",
    "will",
    "buy",
    "invest",
    "$5 billion",
    "10 GW",
    "in 2026",
    "on Monday",
    "stake",
    "49%",
    ".",
    ",",
    "the deal",
    "’s",
    "(",
    "\n",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(string.printable, max_size=6), max_size=60).map(" ".join))
def test_no_text_breaks_the_reader(text: str) -> None:
    report = read(text)
    assert all(text[claim.quote.start : claim.quote.end] == claim.quote.words for claim in report.claims)
