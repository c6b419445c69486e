"""Reports on something that is built over years (a plant, reactor, fab, mine, line): what tells them from deals."""

from math import sqrt

from extractors.reading.phrases import Phrases
from extractors.reading.tokens import Tokens

# What is built, what building is told with, and what deals between companies are told with.
WORKS = Phrases(
    {
        "works": """
            plant, plants, power station|stations|plant|plants, reactor, reactors, nuclear, fab, fabs, megafab,
            megafabs, gigafactory, gigafactories, factory, factories, mine, mines, refinery, refineries, smelter,
            smelters, wind farm|farms, offshore wind, solar farm|park, windfarm, pipeline, pipelines, lng
            terminal|plant|project|train|trains, export|import terminal, terminal, liquefaction, interconnector,
            railway, rail line, high-speed line|rail, tunnel, dam, airport, runway, hydropower, hydroelectric, campus,
            mega campus, megaproject, mega-project, project, projects, site, sites, facility, facilities, data
            center|centre, data centers|centres, cracker, steelworks, mill, electrolyser|electrolyzer, small modular,
            smr, smrs, turbines, cleanroom, cleanrooms, clean room|rooms, unit 1|2|3|4, units, complex, generation,
            cable, shipyard, line, stadium, desalination, carbon capture, ai
            hub|campus|factory|infrastructure, artificial intelligence hub|campus|data, data hub, hub, hubs
            """,
        "building": """
            construction, construct, constructing, constructed, build, builds, building, built, under construction, to
            build, break|breaks|broke|breaking|broken ground, groundbreaking, ground-breaking, ground broken, first
            concrete|steel|power|production|gas|oil|cargo|wafers|wafer|electricity|output, commissioning,
            commissioned, fuel loading, load|loads|loaded|loading fuel, fuel loaded, grid connection, the grid,
            connected to the grid, criticality, start-up, startup, on stream, onstream, full power|capacity|operation,
            commercial operation|operations, enter|enters|entered|entering service, in service, timetable, schedule,
            behind schedule, delay, delays, delayed, postponed, postpones, pushed|pushes|push back, put|puts back,
            slip|slips|slipped, setback, setbacks, cost overrun|overruns, overrun, overruns, over budget, budget,
            cost, costs, costing, estimate, estimates, bill, final investment decision, fid, contractor, contractors,
            operator, developer, utility, permit, permits, licence, license, planning, regulatory, phase, phases,
            completion, completed, finished, topping out, topped out, tooling, jobs, workers, acres, homes,
            households, subsidy, subsidies, grant, grants, loan guarantee, restart, refurbishment, expansion, expand,
            ramp, ramps, ratepayers, environmental, commission, regulator, government, ministers, electricity,
            megawatts, megawatt, mw, gw, gigawatts
            """,
        "dealing": """
            takeover, takeovers, merger, merge, bid, bids, bidder, bidders, offer, offers, offered, shareholders,
            stockholders, holders, per share, a share, apiece, in cash, all-cash, all-stock, premium, acquire,
            acquires, acquired, acquisition, buyout, bought, buyer, buyers, valued at, valuation, values, round,
            rounds, series a|b|c|d|e|f|g|h, backers, venture capital, raised, raises, raise, raising, cloud, compute,
            computing, chips, gpus, gpu, models, chatbot, chatgpt, foundry deal|contract|order, partnership, tie-up,
            alliance, board, synergies, antitrust, exchange ratio, termination fee, break fee, warrants, worth,
            closing, deal, transaction, ownership, acquirer, target, combined company, stock, ai, term sheet, letter
            of intent, purchase, sell, sells, selling, sale, jets, aircraft, startup, start-up, maker
            """,
        "letting": """
            lease, leases, leased, hosting, hosted, tenant, tenants, landlord, colocation, backstop, backstops,
            backstopped, lets, rented, rents
            """,
    }
)
_WORTH = {"works": 1.0, "building": 1.0, "dealing": -1.0, "letting": -1.5}
_LEAD = 5  # sentences in which a word counts whole
_LATER, _TITLE = 0.6, 1.0
_SHORTEST = 60  # words
LIKE_A_PROJECT, PROJECT = 1.3, 2.3  # signs at which a report is one on a project


SURE_OF_WORKS = 4.0  # signs that outweigh what speaks of a sale of power, or of a joint venture


def project_signs(read: Tokens, title: Tokens | None) -> float:
    """How much a report speaks of building rather than of dealing, for its length; each phrase counts once."""
    if not read.sentences:
        return 0.0
    lead = read.sentences[min(_LEAD, len(read.sentences)) - 1].last
    told: dict[str, float] = {}
    let = False
    for hit in WORKS.find(read):
        let = let or hit.kind == "letting"
        words = " ".join(read.low[hit.first : hit.last])
        told.setdefault(words, _WORTH[hit.kind] * (1.0 if hit.first < lead else _LATER))
    above = sum(_TITLE * _WORTH[hit.kind] for hit in WORKS.find(title)) if title else 0.0
    signs = (sum(told.values()) + above) / sqrt(max(_SHORTEST, len(read.low)) / 100)
    return 0.0 if let and signs < PROJECT else signs  # a hall that is let to a tenant is a contract first
