"""The words of dealing: verbs and nouns that say who does what to whom, and the goods that are traded."""

from extractors.reading.lexicon import words
from extractors.reading.phrases import Phrases

# What is done. `_by` kinds are passive where a form of "be" goes before or "by" comes after.
DEALING = Phrases(
    {
        "buy": """
            buy|buys|buying|acquire|acquires|acquiring, snap|snaps|snapping up, to|will|would purchase, purchasing,
            purchases all, take|takes|taking over, swallow|swallows|swallowed, gobble|gobbles|gobbling up,
            absorb|absorbs|absorbing, take|takes|taking control of, gain|gains|gaining control of,
            scoop|scoops|scooping up, take|takes|taking private, pick|picks|picked up, pays|pay|paid for,
            bid|bids|bidding for, fold, folds, folding, seek|seeks|seeking control of, pursue|pursues|pursuing,
            increase|increased|increases|raised|raises|boosted|boosts|lifted|upped
            stake|stakes|holding|holdings|interest|interests in
            """,
        "bought": """
            bought, acquired, purchased, bought out, took over, taken over, snapped up, taken private,
            gained|took control of
            """,
        "purchase_of": """
            acquisition|acquisitions|takeover|takeovers|purchase|purchases|buyout|buy-out|take-over|absorption|pursuit
            of,
            bid|offer|proposal|approach|pursuit|suit for,
            bid|offer|proposal|plan|attempt|agreement|deal|right|option to buy|acquire|purchase|merge,
            tender offer for, takeover bid|offer|proposal|approach for|of, contest|battle|race|fight|auction for
            """,
        "deal_for": "deal|agreement for",
        "together": "announced, announce, unveiled, unveil, launched, launch, formed",
        "bids_from": "bid|offer|proposal|bids|offers|proposals|interest|approaches from",
        "buyers": "buyers|acquirers are|include, buyer|acquirer is",
        "traded": "changes|change|changed hands",
        "offer": "offer, proposal, offers, offered",
        "purchase": """
            acquisition, takeover, buyout, buy-out, bid, takeover bid|offer|proposal, tender offer, purchase,
            take-over
            """,
        "sell": """
            sell|sells|selling|divest|divests|divesting|offload|offloads, spin off, dispose|disposing of,
            sale|disposal|divestiture|divestment|disposition|spinoff|spin-off|sell-off of
            """,
        "reduce": """
            lowered|lowers|lowering|reduced|reduces|reducing|cut|cuts|trimmed|trims
            stake|stakes|holding|interest|interests|holdings in
            """,
        "sale_to": "sale to, sold itself to, go|goes|went|going|gone to",
        "sold": "sold, divested, offloaded, disposed of",
        "merge": """
            merge|merges|merging|merged, combine|combines|combining, merger,
            merger agreement|deal|plan|pact|proposal|talks|bid, joint venture
            """,
        "issue": "issue, issues, issued, issuing, grant, grants, granted, granting, allot, allots, allotted",
        "subscribe": "subscribe|subscribes|subscribed|subscribing for|to",
        "becomes": "become, becomes, became, becoming, make, makes, made, making",
        "invest": """
            invest|invests|investing|invested|reinvest, pour|pours|pouring|poured, pump|pumps|pumping|pumped,
            promise|promises|promised, inject|injects|injecting|injected, plough|ploughs|ploughing|ploughed,
            plow|plows|plowing|plowed, put|puts|putting, put|puts|putting up, sink|sinks|sinking|sank|sunk,
            commit|commits|committed|committing, back|backs|backing|backed, place|places|placing,
            pledge|pledges|pledged, contribute|contributes|contributed|contributing, funnel|funnels|funneling,
            channel|channels|channeling,
            take|takes|taking|took|buy|buys|buying|bought|acquire|acquires|acquired stake in,
            take|takes|taking|took|buy|buys|buying|bought|acquire|acquires|acquired minority|strategic|equity stake in
            """,
        "investment": """
            investment, investments, injection, funding, financing, cash, capital, money, backing, equity stake,
            equity investment, stake, minority stake, shareholding, minority shareholding, equity interest,
            shares, stock, infusion
            """,
        "raise": """
            raise|raises|raised|raising, take|takes|taking|took in, secure|secures|secured|securing,
            receive|receives|received|receiving, get|gets|getting|got, land|lands|landed|landing,
            close|closes|closed|closing round|funding|financing, attract|attracts|attracted, bag|bags|bagged,
            announce|announces|announced series|round|funding|financing|investment,
            announce|announces|announced of|in new investment|funding|capital|financing, nab|nabs|nabbed, exceeded,
            collected, collects
            """,
        "supply": """
            supply|supplies|supplying|supplied, provide|provides|providing|provided,
            deliver|delivers|delivering|delivered, ship|ships|shipping|shipped, equip|equips|equipping|equipped,
            host|hosts|hosting|hosted, power|powers|powering, furnish|furnishes,
            sell chips|gpus|systems|capacity|compute|power|electricity|gas to
            """,
        "procure": """
            order|orders|ordered|ordering, rent|rents|rented|renting, lease|leases|leased|leasing,
            deploy|deploys|deployed|deploying, source|sources|sourced|sourcing, use|uses|using, adopt|adopts|adopting,
            run|runs on
            """,
        "pact": """
            partnership, partnerships, pact, alliance, collaboration, cooperation, contract, deal, agreement,
            arrangement, accord, tie-up, partner|partners|partnering|partnered, team|teams|teamed|teaming up,
            join|joins|joined|joining forces, letter of intent, memorandum of understanding, transaction
            """,
        "backers": """
            investors|backers include|included|including|are, led by, co-led by, participation from|by, joined by,
            backed by
            """,
        "leads": """
            led, lead, leads, take|takes|took part, taking part, participate, participates, participated, chipped in
            """,
        "pay": "pay, pays, paying, paid",
        "consists": "round consists|comprises|includes, round is made up",
        "owe": "owe, owes, payable to",
        "owners": "owners|shareholders|holders|stockholders|shareowners|investors of",
        "part_of": """
            now|become|becomes|became|becoming part|unit|subsidiary|division|arm of,
            become|becomes|became|becoming wholly owned|wholly-owned unit|subsidiary of, folded into, sold itself to,
            belongs to
            """,
        "choose": """
            pick, picks, picked, choose, chooses, chose, chosen, select, selects, selected, tap, taps, tapped, hire,
            hires, hired, appoint, appoints, appointed,
            award|awards|awarded|hand|hands|handed|give|gives|gave contract|order to
            """,
        "order_with": "place|places|placed|placing order|orders with, order|orders placed|made by, placed by",
        "spend": "spend, spends, spending, spent",
        "win": """
            win, wins, won, winning, clinch, clinches, clinched, book, books, booked, scoop, scoops, scooped,
            sign|signs|signed up
            """,
        "sue": "sue, sues, sued, suing",
        "holders": "shareholders, holders, stockholders, shareowners, share, board",
        "build": """
            plant, plants, fab, fabs, factory, factories, reactor, reactors, power station, nuclear plant,
            build, builds, building, built, construct|constructs|constructing, delay|delays|delayed|delaying,
            push|pushes|pushing|pushed back
            """,
    }
)
BE = words("be been being is are was were get gets got getting")
GOODS = words(
    """
    chips chip gpus gpu processors processor systems tpus tpu accelerators hardware silicon cloud technology platform
    kit gear turbines reactors semiconductors servers capacity compute infrastructure graphics services power
    electricity gas data datacenters centers units cloud-computing cloud-based clouds energy output computing lng
    megawatts gigawatts megawatt mw gw racks wafers jets planes aircraft engines batteries doses
    """
)
MADE = GOODS - words(
    """
    infrastructure power data centers datacenters compute capacity electricity services units energy output computing
    megawatts gigawatts megawatt mw gw gas technology platform
    """
)
# What who sells power, chips or computing does with its plants.
PRODUCES = words(
    """
    restart restarts restarting generates operates operate manufactures makes mines supplies supply provides provide
    delivers deliver develops
    """
)
# The great buyers of power and computing, by how sure it is that they are not the ones who sell it.
BUYERS = {
    "openai": 3, "anthropic": 3, "xai": 3, "mistral": 3, "meta": 2, "microsoft": 1, "google": 1, "amazon": 1,
    "apple": 1,
}  # fmt: skip
SORTS = words("ai data cloud advanced graphics tensor accelerator cloud-computing network")
