"""What a sum is of: parts of a deal, and sums of something else. Made-up companies and wording."""

from datetime import date

import pytest

from extractors.facts import read_report
from extractors.models import Days, Moment

MONDAY = Moment.of_days(date(2025, 9, 22), date(2025, 9, 22))
ROUND = "Solenne Inc has raised $750 million from Harbury Capital in a funding round. "
TAKEOVER = "Kellmark Corp will buy Pardee Foods Inc for $5.9 billion in cash, the two companies said. "


def sums(text: str) -> list[str]:
    """The figures read after the first, each with its strand and whether it was superseded."""
    claims = [claim for claim in read_report(None, text, MONDAY).claims if not isinstance(claim.reading, Days)]
    told = [(claim.attribute, claim.amount, claim.of, claim.when) for claim in claims[1:]]
    return [" ".join(filter(None, parts)) for parts in told]


OF_THE_DEAL = {
    "what it was worth before": (
        ROUND + "Solenne was valued at $2 billion in March.",
        "valuation $2 billion previous",
    ),
    "what the target was worth in a round": (
        TAKEOVER + "Pardee was valued at $7 billion in a round last spring.",
        "valuation $7 billion previous",
    ),
    "a company under another name, valued": (
        ROUND + "It would value the maker of pumps for cellars at $9 billion.",
        "valuation $9 billion",
    ),
    "a worth told by a noun and a verb of sums": (
        ROUND + "The valuation amounts to $13 billion.",
        "valuation $13 billion",
    ),
    "what a round is compared with, in a sentence of its own": (
        ROUND + "That is double the $375 million it sought in March.",
        "deal_value $375 million previous",
    ),
    "a worth after at": (
        ROUND + "In March it was still at $2.6 billion.",
        "valuation $2.6 billion",
    ),
    "a fee that goes up": (
        TAKEOVER + "The break fee goes up: Kellmark's payment would have been $200 million, and is $300 million now.",
        "termination_fee $200 million",
    ),
    "holders one after the other": (
        TAKEOVER + "Kellmark takes 75% of the company, and 22% plus a seat on the board of the mills.",
        "equity_stake 22%",
    ),
    "holders in a list": (
        ROUND + "Holders now: Harbury 45%, Wexley 30%, Dunmore 25%.",
        "equity_stake 30%",
    ),
    "a price told as the whole": (
        TAKEOVER + "The offer is worth $5.9 billion, or $31.11 a share, and holders get 0.886 shares besides.",
        "price_per_share $31.11 a share",
    ),
    "each of several halls": (
        "Solenne Inc will lease two halls of 50 MW each and 300 MW in all from Harbury Capital under a contract.",
        "capacity 300 MW",
    ),
    "cash beside shares": (
        TAKEOVER + "Kellmark hands over 40 million shares and $3.1 billion in cash.",
        "tranche_value $3.1 billion",
    ),
    "a small part of a round": (
        ROUND + "Harbury pays $20 million for patents.",
        "tranche_value $20 million Harbury Capital",
    ),
    "new shares at a price": (
        ROUND + "Harbury gets 30 million new shares.",
        "units_count 30 million new shares",
    ),
    "an instalment, with an aside": (
        ROUND + "The first instalment, due at once, is $300 million.",
        "tranche_value $300 million",
    ),
    "one giver's share": (
        ROUND + "Harbury's share of the round comes to $400 million.",
        "tranche_value $400 million",
    ),
    "the beginning": (ROUND + "It starts with $200 million for staff.", "tranche_value $200 million"),
    "of the amount": (
        ROUND + "Up to $100 million of the amount may be passed on to others.",
        "tranche_value $100 million",
    ),
    "shared out without verbs": (
        ROUND + "The money: Harbury $400 million, Kellmark $200 million, Pardee $150 million.",
        "tranche_value $200 million Kellmark",
    ),
    "a worth put at a sum": (
        ROUND + "A banker put Solenne's worth after the round at $6 billion.",
        "valuation $6 billion",
    ),
    "forked out": (TAKEOVER + "Kellmark forks out $600 million at closing.", "tranche_value $600 million"),
    "from one price to another": (
        TAKEOVER + "Kellmark raised the price from $5.2 billion to $5.9 billion.",
        "deal_value $5.2 billion previous",
    ),
}


@pytest.mark.parametrize(("text", "told"), OF_THE_DEAL.values(), ids=OF_THE_DEAL)
def test_sums_of_the_deal(text, told):
    assert told in sums(text)


OF_SOMETHING_ELSE = {
    "an earlier round": ROUND + "Solenne had raised $120 million in April.",
    "what it comes on top of": ROUND + "That comes on top of the $300 million that Harbury set aside for plants.",
    "far too little for the takeover": TAKEOVER + "Kellmark also buys the mills of Pardee for $90 million.",
    "a share of what nobody holds": TAKEOVER + "Pardee owns 40% of the country's mill capacity.",
    "where the shares were": TAKEOVER + "Pardee stock was at $28.10 on Tuesday.",
    "a fleet": TAKEOVER + "A fleet of 458 aircraft belongs to Pardee.",
    "what the buyer itself is worth": TAKEOVER + "Kellmark itself is worth more than $30 billion.",
    "what one of many costs": ROUND + "Solenne says each gigawatt costs $900 million.",
    "money in hand": ROUND + "Solenne has $90 million in cash.",
    "a sum that describes a noun": ROUND + "It is running a $5 million campaign.",
    "where sales rose to": ROUND + "Sales went up 40% to $310 million.",
    "the market's price": TAKEOVER + "At the last closing price Pardee is worth $4.8 billion.",
    "how many must accept": TAKEOVER + "It goes through if 90% of the shares are handed in.",
    "a sum likened to one refused": TAKEOVER
    + "Kellmark had $479 billion of assets at the end of June and Pardee $152 billion.",
    "elsewhere": TAKEOVER
    + "Kellmark will pay Pardee's holders in cash. Closing of the deal is expected in May. "
    + "Elsewhere: Ravelin pays $2.8 billion for 49% of Odessa Labs.",
    "own shares": TAKEOVER + "Kellmark will also buy back $2 billion of its shares.",
    "a share of 17,600 yen": "Kellmark Corp will buy Pardee Foods Inc for 18,800 yen a share, it said. "
    "The stock ended at 17,600 yen.",
}


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE.values(), ids=OF_SOMETHING_ELSE)
def test_sums_of_something_else(text):
    assert sums(text) == []
