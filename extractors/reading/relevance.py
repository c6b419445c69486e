"""Is a report about a deal at all? Most pages are not, and a wrong yes costs more than a missed aside."""

from math import sqrt

from extractors.reading.cast import Cast
from extractors.reading.dealing import DEALING
from extractors.reading.families import BOTH_NAMED, OPENING, TELLING
from extractors.reading.phrases import Phrases
from extractors.reading.projects import PROJECT, project_signs
from extractors.reading.tokens import Tokens, words_of_title

# The words of news about deals, by how seldom they stand in other news. Measured on reports of deals and on pages of
# every kind: strong stands nearly only in reports, common in most business news; the rest speaks against.
SIGNS = Phrases(
    {
        "strong": """
            takeover, take-over, take over, merger, mergers, merge, merges, merging, merged, acquire, acquires,
            acquiring, acquisition, buyout, buy-out, takeover bid|offer|approach|battle, tender offer, cash offer|bid,
            all-cash, all-stock, hostile bid|offer, rival bid|offer|bidder|suitor, bidder, bidders, suitor, suitors,
            bidding war, white knight, counterbid, counter-bid, sweetened, recommended offer|bid, firm offer, joint
            venture, joint undertaking, tie-up, strategic partnership|alliance|investment, letter|letters of intent,
            memorandum of understanding, term sheet, heads of terms|agreement,
            definitive|binding|merger|purchase|sale|supply|offtake|hosting|framework|lease|investment
            agreement|agreements|contract|contracts|deal, agreement in principle, agreement to
            buy|sell|acquire|merge|supply|invest|lease, in exclusive talks, due diligence, agreed|agrees|agree to
            buy|sell|acquire|merge|pay|invest|purchase|supply|lease|take|form|combine, to buy|acquire|purchase|sell
            a|the|its|all|an, stake in, stakes in, majority|minority|controlling|equity|strategic stake,
            holding|interest in, funding|financing|fundraising|investment round, round of funding|financing|fundraising,
            series a|b|c|d|e|f|g|h, fundraise, fundraising, capital raise|raising, valuing the|it, valued at, values
            the|it, at a valuation, valuation of, post-money, pre-money, enterprise|equity value, break fee,
            break-up|breakup|termination|reverse fee, per share in cash, in cash for each, premium to|over|of, exchange
            ratio, contingent value right|rights, power purchase agreement, ppa, offtake, take-or-pay, final investment
            decision, shareholders approved|voted|approve|vote|accept|tendered, convertible note|notes|bond|bonds|loan,
            warrants, warrant, share sale, stake sale, divest, divests, divested, divestment, divestiture, disposal of,
            sale of, sold to, sells to, spin off|out, spin-off, carve-out, demerger, privatisation, privatization,
            disinvestment, strategic review, letter from regulators, antitrust, cfius, merger control, consortium,
            consortia, syndicate, co-investors, backers, backed by, led by, lead investor, cornerstone investor, letter
            of award, preferred bidder, sale and leaseback, lease back, loan guarantee, state aid, golden share, rights
            issue, option to buy|acquire|purchase, right to buy|acquire, pays|paid|pay for, bought, buys, acquired,
            purchased, snapped up, deal worth|valued, worth of chips|cloud|compute|computing|power|services, contract
            worth|valued, order for, orders for, firm order|orders, bid for, offer for, bids for, approach for, signed
            a|an|the, inked, struck a|an, clinched, sealed a|the, sealed, has agreed, have agreed, put to shareholders,
            scheme of arrangement, squeeze-out, delisted, delisting, invest in, invests in, investing in, invested in,
            investment in|of, to invest, will invest, pour into, pump into, inject into, plough into, pledged to invest,
            commit to invest, start of commercial operation, grid connection,
            first shipment|shipments|ship|ore|lng|metal|wafers|cells|chips, project|plant|mine|factory cost|costs,
            connected to the grid, connection to the
            grid, first power|electricity|gas|oil|concrete|production|cargo, full power|capacity|output|production, fuel
            loading, loading fuel, commissioning, commissioned, cost overrun|overruns, over budget, extra cost|costs,
            cost estimate, estimated cost, cost|bill|budget of|for
            reactor|plant|project|station|fab|factory|campus|mine|pipeline, years late, behind schedule, under
            construction, being built, to build a|the|its|two|three, will build a|the|its|two|three,
            enter|enters|entered into agreement|contract|deal|partnership|alliance, licensing|licence|license
            agreement|agreements|deal|deals|fee|fees|pact, merger review, build-out, buildout, supercomputer,
            break|breaks|broke ground, groundbreaking, construction of|on|costs, start of
            production|construction|operations, mega campus, megaproject, mega-project, gigafactory, nuclear
            reactor|reactors|plant|plants|station, wind farm, lng plant|terminal|project, delayed|postponed
            start|opening|launch, new reactor|reactors|plant|factory|fab
            """,
        "common": """
            deal, deals, transaction, transactions, agreement, agreements, contract, contracts, pact, accord, alliance,
            partnership, partner, partners, collaboration, arrangement, bid, bids, offer, offers, offered, proposal,
            proposals, approach, suit, buyer, buyers, seller, sellers, vendor, purchaser, target, stake, stakes,
            shareholding, holding, holdings, ownership, shareholders, stockholders, shareholder, investors, investor,
            investment, investments, invest, invests, invested, investing, funding, financing, financed, capital,
            equity, valuation, valued, shares, per share, apiece, cash, in cash, in stock, debt, loan, loans, lender,
            lenders, convertible, tranche, tranches, instalment, instalments, installments, milestone, milestones,
            upfront, up front, lease, leases, leased, leasing, tenant, hyperscaler, guarantee, guarantees, backstop,
            commitment, commitments, committed, pledge, pledged, subsidy, subsidies, grant, grants, regulators,
            regulator, clearance, approval, approvals, conditions, closing, close, completed, complete, completion,
            finalised, finalized, terminated, lapsed, called off, walked away, collapsed, supply, supplies, order,
            orders, purchase, purchases, sale, sell, sells, sold, buy, buying, owner, owners, own, owned, venture,
            project, plant, plants, reactor, reactors, fab, factory, campus, data centre|center, data centres|centers,
            site, sites, phase, expansion, gigawatt, gigawatts, gw, mw, megawatt, megawatts, chips, gpus, gpu,
            processors, accelerators, compute, backlog, handover, licensing, aircraft, jets, billion, bn, trillion, mln,
            bln, crore, board, directors, terms, talks, negotiations, negotiating, memorandum, signed, agreed,
            negotiated, proceeds, price, auction, tender, rights, licence, license, royalty, royalties, stock, warrants,
            option, options, dilution, diluted, unit, subsidiary, takeover, synergies, combined
            """,
        "other_business": """
            estimates, beats|beat|topped|missed estimates|expectations|forecasts, year earlier, year-on-year, outlook,
            capital spending|expenditure, fiscal, earnings, quarterly, profit, profits, ebitda, net income, operating
            income, results, price target, analysts expect, guidance, per-share earnings, same-store, dividend, buyback,
            forecast, inflation, interest rates, index, indexes, rally, rallied, s&p 500, dow, nasdaq composite, launch,
            launches, launched, unveiled new, transfer fee, season, box office, ruling, verdict, convicted, lawsuit,
            sued, budget
            """,
        "other_news": """
            goal, goals, coach, striker, midfielder, quarterback, playoff, playoffs, championship, tournament, inning,
            scored, referee, ceasefire, troops, hostages, recipe, album, singer, song, songs, actor, actress, novel,
            movie, celebrity, horoscope, pupils, students, church, murder, police, arrested, gameplay, gamers, console,
            patients, vaccine, prayer, festival, wedding, holiday, holidays
            """,
    }
)
_WORTH = {"strong": 1.5, "common": 0.4, "other_business": -0.6, "other_news": -1.5}
_LEAD = 5  # sentences in which a sign counts whole, and half after them
_TITLE = 0.8  # a sign of the title, beside those of the text
_GOES_ON = 0.7  # measured: pages of every kind against reports of deals as long
_SHORTEST = 60  # words; a shorter text is not richer in signs for being short
_PER_FIGURE, _PER_EVENT, _MOST = 0.3, 0.25, 3.0  # what figures read, and events between the parties, add
_PROJECT = 0.6  # what is built over years is told with few words of dealing; no page of another kind gains by it
_WORTH_READING = 0.4  # nearly every page is below, no report of a deal was
_NEEDED = 1.5


def signs_of(lead: Tokens, title: str | None, *, goes_on: bool) -> float:
    """How much the words of lead and title speak of a deal; 0 for most pages, 2 and more for most reports.

    Each sign counts once, and the sum is set against the root of the length, since long texts hold more of all words.
    A text that `goes_on` after its lead has to say more in it: columns pass by deals, reports begin with them.
    """
    if not lead.sentences:
        return 0.0
    first = lead.sentences[min(_LEAD, len(lead.sentences)) - 1].last
    seen: dict[str, float] = {}
    for hit in SIGNS.find(lead):
        seen.setdefault(
            " ".join(lead.low[hit.first : hit.last]), _WORTH[hit.kind] * (1.0 if hit.first < first else 0.5)
        )
    above = sum(_TITLE * _WORTH[hit.kind] for hit in SIGNS.find(words_of_title(title))) if title else 0.0
    signs = 10 * (sum(seen.values()) + above) / sqrt(max(_SHORTEST, len(lead))) - (_GOES_ON if goes_on else 0.0)
    if signs + _PROJECT < _WORTH_READING:
        return signs
    on_project = project_signs(lead, words_of_title(title) if title else None) >= PROJECT
    return signs + (_PROJECT if on_project else 0.0)


def worth_reading(signs: float) -> bool:
    """Whether a text can be about a deal at all: the quick way out for nearly every page."""
    return signs >= _WORTH_READING


def could_be_deal(signs: float, led: float) -> bool:
    """Whether figures can still make it a deal: asked before they are read, which costs more than the names.

    `led` is what the events of title and lead are worth (`Cast.led`), or at most: `most_led`, before names are known.
    """
    return _weight(signs, led) + _PER_FIGURE * _MOST >= _NEEDED


def most_led(read: Tokens, title: str | None) -> float:
    """What the events of title and lead can be worth at most: each verb of dealing with both parties beside it."""
    above = words_of_title(title or "")
    told = [(read, one) for one in read.sentences[:OPENING]] + [(above, one) for one in above.sentences]
    verbs = [hit.kind for words, one in told for hit in DEALING.find(words, one.first, one.last)]
    return BOTH_NAMED * sum(TELLING[verb] for verb in verbs)


def about_deal(signs: float, cast: Cast, governed: int) -> bool:
    """Weigh the words of the trade, the events in the lead and how many figures a word of dealing governs."""
    return _weight(signs, cast.led) + _PER_FIGURE * min(_MOST, governed) >= _NEEDED


def _weight(signs: float, led: float) -> float:
    return signs + _PER_EVENT * min(_MOST, led)
