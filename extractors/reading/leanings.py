"""What the words of a whole report lean to: a word of one kind of deal speaks against the other kinds."""

from extractors.reading.phrases import Phrases
from extractors.reading.tokens import Tokens

# Words by the kind of deal whose reports they stand in, many of them weak: it is their sum that tells.
LEANINGS = Phrases(
    {
        "acquisition": """
            takeover, takeovers, bid, bids, bidder, bidders, suitor, suitors, in cash, all-cash, all-stock, offer,
            offers, offered, acquisition, acquire, acquires, acquired, acquiring, acquirer, shareholders, stockholders,
            closing, enterprise value, equity value, per share, a share, apiece, merger, merge, merging, merged,
            buyout, buy-out, premium, scheme, tender, combined, buy, buying, bought, buyer, regulator, regulators,
            antitrust, competition, termination fee, break fee, break-up fee, exchange ratio, synergies, delisted,
            take|takes|taking|taken private, take|takes|taking over, hostile, due diligence, whole, sale of, board
            """,
        "investment": """
            round, rounds, funding, valuation, valued, valuing, stake, stakes, invest, invests, invested, investing,
            investment, investor, investors, raise, raises, raised, raising, series a|b|c|d|e|f|g|h, capital, equity,
            holding, shareholding, backers, tranche, convertible, warrants, put into, pour, inject, new shares,
            minority, money
            """,
        "build_out": """
            construction, plant, plants, site, sites, project, factory, fab, built, build, building, phase, campus,
            cost, costs, loan, subsidy, grant
            """,
        "supply": """
            contract, contracts, order, orders, ordered, chips, chip, gpus, gpu, cloud, compute, computing, capacity,
            gigawatt, gigawatts, gw, mw, megawatt, megawatts, supply, supplies, supplier, customer, customers, lease,
            leases, tenant, hosting, deliver, deliveries, delivery, delivered, deploy, deployed, deployment,
            data center|centre|centers|centres, power, systems, servers, racks, accelerators, processors, years, term,
            license, licence, licensing, foundry, wafers
            """,
    }
)
_LEAD = 4  # sentences in which a word counts whole
_LATER, _TITLE = 0.6, 0.7
_SHORTEST = 60  # words; a shorter text is not richer in signs for being short
_WEIGHT = 0.4  # beside what the verbs say; chosen on fresh reports, where .2 to .7 did nearly as well


def leanings_of(read: Tokens, title: Tokens | None) -> dict[str, float]:
    """By how much a report leans to each kind rather than to the mean of them; each word counts once."""
    if not read.sentences:
        return {}
    told = dict.fromkeys(("acquisition", "investment", "supply", "build_out"), 0.0)
    lead, seen = read.sentences[min(_LEAD, len(read.sentences)) - 1].last, set()
    for hit in LEANINGS.find(read):
        if read.low[hit.first] not in seen:
            seen.add(read.low[hit.first])
            told[hit.kind] += 1.0 if hit.first < lead else _LATER
    for hit in LEANINGS.find(title) if title else ():
        told[hit.kind] += _TITLE
    mean = sum(told.values()) / len(told)
    length = (max(_SHORTEST, len(read.low)) / 100) ** 0.5  # long texts hold more words of every kind
    leanings = {kind: _WEIGHT * (worth - mean) / length for kind, worth in told.items()}
    # The words of takeovers stand in reports of equal mergers too.
    return {**leanings, "joint_venture": max(0.0, leanings["acquisition"])}
