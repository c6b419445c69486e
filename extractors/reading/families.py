"""What words say of the kind of a deal, and how much each verb tells: tables for the choice of the main deal."""

from extractors.reading.phrases import Phrases

# Words that speak of a kind of deal without saying who does what.
FAMILIES = Phrases(
    {
        "acquisition": """
            changes|change|changed|changing hands, take|takes|took|taken|taking over|private, buyer, buyers,
            purchaser, suitor, suitors, bidder, bidders, bid, bids, tendered, bidding war|battle, outbid, counterbid,
            recommended|firm|binding offer|offers|bid|bids,
            voluntary|mandatory|exchange|open|partial offer|bid,
            improved|raised|hostile|unsolicited|rival|higher|sweetened|final|tender|public|cash
            offer|bid|proposal|approach, offer price, contest for, holders get|receive, merger, mergers, merge,
            merged, takeover, takeovers, take-over, acquisition, buyout, buy-out, acquire|acquires|acquired|acquiring,
            acquirer, buy|buys|buying|bought company|firm|maker|rival|group|chain|business|unit|division, per share, a
            share, pence a|per, apiece in cash, premium to|of|over, shareholders|holders|stockholders
            voted|vote|approve|approved, termination|break-up|breakup|break|reverse fee, owned subsidiary,
            enterprise|equity value, all-cash, all-stock, squeeze out|squeeze-out, delisted, delisting, scheme of
            arrangement, combined company|group|entity|business, go-shop, synergies, privatisation, privatization,
            disinvestment, divestment, divestiture, disposal, divest, divests, sale of, sells itself, new
            owner|owners, ownership of, controlling interest|stake, majority stake|owner|holder,
            spectrum|licences|assets
            """,
        "investment": """
            fresh money|funds|capital|cash|equity, new money, equity
            part|infusion|injection|stake|investment|interest|round, put|puts into data, take|takes|taking in, parts
            with, invest|invests|invested|investing, investment, investments, investor, investors, funding,
            fundraising, fundraise, financing|funding|investment round, round, series a|b|c|d|e|f|g|h,
            pour|pours|poured|pouring, pump|pumps|pumped, inject|injects|injected, infuse|infuses, infusion, stake in,
            stake, stakes, shareholding, minority stake|interest|holding, valuation, valuations, post-money,
            pre-money, raised|raises|raise|raising $|€|£, capital raising|increase|raise, rights issue, preferential
            issue|allotment, convertible note|notes|loan, convertibles, warrant, warrants, private placement,
            common|preferred stock, new shares, share sale, secondary sale|purchase|deal, venture capital,
            the venture capital, lead investor, backers, backer, cheque, final investment decision,
            recapitalisation, recapitalization, equity, stakeholder
            """,
        "supply": """
            cloud|computing|compute|supply|purchase|power|lease|hosting|colocation|offtake|services|chip|engine
            contract|agreement|deal|pact|capacity|order|purchase, supply|supplies|supplying|supplied, contract,
            contracts, contracted, chip|chips|gpus|tpus|processors|capacity|compute deal|contract|order|supply,
            customer, customers, tpus, tpu, supplier, suppliers, compute, cloud, colocation, lease, leases, leased,
            leasing, tenant, tenants, landlord, hosting, hyperscaler, offtake, offtaker, power purchase, ppa, order,
            orders, ordered, firm order|orders, deliver|deliveries|delivery|delivered, jets, aircraft, wide-bodies,
            single-aisle, engines, gpu, gpus, chips, accelerators, megawatts, mtpa, backlog, equip, equips, rent,
            rents, rented, contractor, epc, foundry
            """,
        "partnership": """
            partnership, alliance, collaboration, tie-up, partner, partners, cooperation, co-operation, teaming up,
            memorandum of understanding, strategic pact
            """,
        "joint_venture": """
            joint venture, the venture, jointly owned|held, equally owned|held, jv, joint undertaking, 50-50, 50/50
            """,
    }
)
# A kind that says less gives way to one that says more: every purchase is also "a deal".
SAYS_MORE = {
    "acquisition": 1.0,
    "investment": 1.0,
    "supply": 0.7,
    "joint_venture": 1.3,
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
    "exchange": 1.0,
    "issue": 0.7,
    "subscribe": 1.0,
    "becomes": 0.7,
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
    "choose": 0.2,
    "order_with": 0.7,
    "spend": 0.1,
    "win": 0.2,
    "hint": 0.0,
    "vouch": 0.0,
    "owned": 0.0,
    "holding": 0.5,
}
OPENING = 3  # sentences that say what a report is about: what their verbs tell counts for there being a deal
BOTH_NAMED = 1.5  # times what a verb tells, where its event names both parties of the deal
