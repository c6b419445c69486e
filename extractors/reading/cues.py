"""Words that say more of a figure: that it is superseded, on which basis it is told. A new phrase is one more row.

The words that govern figures stand in `figurecues`, those that govern days in `daycues`.
"""

from extractors.reading.phrases import Phrases

PREVIOUS = Phrases(
    {
        "previous": """
            previously, compared with, previous, originally, original,
            initially offered|proposed|planned|announced|bid, first offered|proposed|bid,
            had offered|proposed|bid|planned|been, earlier bid|offer|proposal|plan|estimate|target, old, older,
            up from, down from, raised from, increased from, cut from, was then, then moved,
            brushed aside, opened the bidding, opened at, turned|turns|turning down, rejected|rejects, refused,
            rebuffed, spurned, declined, instead of,
            its first offer, was to|supposed|meant|due, had been expected, earlier this year, prior, a year earlier,
            from an earlier, had reported, approached, had approached, first offer, former, set for, first proposed,
            first|originally due|planned|scheduled|expected, from an initial|original, initial offer|bid|proposal
            """,
    }
)
BASIS = Phrases(
    {
        "enterprise": """
            enterprise value, including|includes debt|net|assumed, including its|their|about|the debt,
            including the assumption of debt, inclusive of debt|assumed|net, assumed net debt|leverage,
            with|once|counting net debt, with debt, once debt is counted, debt included, net leverage included,
            including liabilities
            """,
        "equity": """
            equity value, in stock, all-stock, without debt, excluding debt, equity, on an equity basis
            """,
        "pre_money": "pre-money, premoney",
        "post_money": "post-money, postmoney",
        "net_of_cash": "net of cash, excluding cash",
    }
)
