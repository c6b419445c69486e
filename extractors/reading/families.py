"""What words say of the kind of a deal, and how much each verb tells: tables for the choice of the main deal."""

from extractors.reading.phrases import Phrases

# Words that speak of a kind of deal without saying who does what.
FAMILIES = Phrases(
    {
        "acquisition": """
            changes|change|changed hands, take|takes over, buyers, buyer, binding offer|offers|bid|bids,
            contest for, per share, holders get|receive, merger, takeover, acquisition, buyout,
            acquire|acquires|acquired|acquiring, tender offer, takeover bid, suitor,
            buy|buys|buying|bought company|firm|maker|rival, shareholders|holders voted|vote,
            termination|break-up|breakup|break fee, change|changes hands, owned subsidiary
            """,
        "investment": """
            fresh money, equity part, put|puts into data, take|takes|taking in, parts with,
            invest|invests|invested|investing|investment|investments|investor, equity stake|investment, funding,
            fundraising, financing round, pour|pours|pouring|pump|inject, stake in, stake
            """,
        "supply": """
            cloud|computing|compute|supply|purchase|power contract|agreement|deal|pact|capacity,
            supply|supplies|supplying|supplied, contract, chip|chips|gpus|tpus|processors deal|contract|order|supply,
            cloud-computing contract|deal|agreement, customer, tpus, tpu, supplier, compute, cloud
            """,
        "partnership": """
            partnership, alliance, collaboration, pact, tie-up, letter of intent, deal, agreement, partner, partners,
            framework, cooperation
            """,
        "joint_venture": "joint venture, the venture",
    }
)
# A kind that says less gives way to one that says more: every purchase is also "a deal".
SAYS_MORE = {
    "acquisition": 1.0,
    "investment": 1.0,
    "supply": 0.7,
    "joint_venture": 1.0,
    "partnership": 0.6,
    "build_out": 0.3,
}


# Verbs that stand in all sorts of news say little; "acquire" and "invest" say much.
TELLING = {
    "buy": 1.0,
    "bought": 1.0,
    "purchase_of": 1.5,
    "deal_for": 1.0,
    "offer": 1.0,
    "buyers": 1.0,
    "traded": 1.0,
    "sale_to": 1.0,
    "together": 0.2,
    "bids_from": 1.0,
    "purchase": 1.2,
    "sell": 1.0,
    "sold": 1.0,
    "merge": 1.5,
    "invest": 1.0,
    "investment": 0.7,
    "raise": 1.0,
    "supply": 0.5,
    "procure": 0.4,
    "pact": 1.0,
    "sue": 0.0,
    "reduce": 1.0,
    "backers": 0.5,
    "consists": 0.5,
    "pay": 0.7,
    "owe": 0.3,
    "owners": 0.3,
    "leads": 0.2,
    "part_of": 1.0,
    "build": 0.0,
    "holders": 0.3,
    "hint": 0.0,
}
BOTH_NAMED = 1.5  # times what a verb tells, where its event names both parties of the deal
