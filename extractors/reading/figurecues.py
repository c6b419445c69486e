"""Which words govern which figure: tables from attribute to phrases. A new phrase is one more row here.

A figure belongs to the nearest cue of its sentence. Cues of `background` win the same way, and refuse the figure.
"""

from extractors.reading.phrases import Phrases

# --- money ---------------------------------------------------------------------------------------------

MONEY = Phrases(
    {
        "deal_value": """
            bill, cheque, the lot, tab, tag, ticket, outlay, total outlay, size,
            catalogue value, list value|prices, change|changes|changed hands for,
            in equity value, in enterprise value,
            deal, deals, merger, takeover, acquisition, purchase, buyout, buy-out, transaction, bid, offer, proposal,
            contract, pact, partnership, agreement, arrangement, investment, commitment, package, tie-up, plan,
            megadeal, mega-deal, pledge, sale, merger plan|agreement|deal, price, price tag, purchase price,
            consideration, takeover offer|bid, alliance, investments, order, buy|buys|buying|bought,
            acquire|acquires|acquiring|acquired, purchase|purchased|purchasing, pay|pays|paid|paying,
            invest|invests|investing|invested, put|puts|putting, pour|pours|pouring|poured, pump|pumps|pumped|pumping,
            commit|commits|committed, pledge|pledges|pledged, inject|injects|injected, sold, sell|sells|selling, cash,
            stock, all-cash, all-stock, equity value,
            deal|transaction|merger|takeover|offer|bid|sale|purchase|acquisition|agreement|contract worth|valued,
            deal|transaction|merger|takeover|offer|bid valued|worth at, worth, values|valuing|valued, value,
            enterprise value, proposed, offered, offering, went|go|goes|going up to,
            raised|raises|raise offer|bid|proposal, increased|increases offer|bid|proposal, approached,
            turned|turns|turning down, rejected, refused, sum, place|places|placing, flow, come|comes|came from,
            involved, headline figure, climb to, total value|consideration|price, equity stake, stake,
            receive|receives, get|gets, injection, money, backing, in return, come|comes|came to, amounts to,
            totaling|totalling, totals, shell|shells|shelled|shelling out, fork|forks|forked|forking out|over,
            stump|stumps|stumped|stumping up, cough|coughs|coughed up, splash|splashes|splashed|splashing out,
            lay|lays|laid|laying out, hand|hands|handed|handing over, part|parts|parted with, plough|ploughs|ploughed,
            plow|plows|plowed, sink|sinks|sank|sunk, channel|channels, stake|stakes|staked, spring|springs for
            """,
        "raised": """
            fresh|new funds|money|capital|funding, raise, raises, raised, raising, series a|b|c|d|e|f|g|h,
            secured, secures, bring in, brings in
            """,
        "round": """
            round, funding round, financing round, fundraising, round of fundraising|funding|financing,
            funding|financing|fundraising round
            """,
        "build_value": """
            project, projects, plant, plants, fab, fabs, factory, factories, facility, campus, site, reactor,
            reactors, cost, costs, complex, price tag, buildout, build-out, station, power station,
            data center|centre, data centers|centres, venture, initiative, build
            """,
        "tranche_value": """
            in equity, of equity, in new equity, in debt, of debt, equity portion|part|component|piece,
            debt portion|part|piece, of which, contribute|contributes|contributed|contributing,
            chip|chips|chipped in, kick|kicks in, its share, equity check|cheque, first closing|close,
            second tranche, in the first round, per site, upfront payment, milestone payments, contingent payment,
            earn-out, earnout, installments of, instalments of, initial payment|investment|commitment|outlay,
            additional payment, in the first stage|step|instalment|installment, tranche, tranches, instalment,
            instalments, installment, installments, at a time, initially, upfront, up-front, up front,
            at the outset, immediately, to begin with, down payment,
            first|initial|opening payment|injection|tranche|instalment|installment|cheque|check, deposit, at first,
            at closing, arrives|comes|goes first, equity contribution, deploying immediately,
            milestone payment|payments, in the first phase, from the outset
            """,
        "termination_fee": """
            termination fee, break fee, break-up fee, breakup fee, reverse termination fee, termination payment,
            breakup payment, reverse break-up|breakup fee, termination fees, ticking fee, owe, owes, would owe,
            break up fee, termination compensation, to walk away
            """,
        "valuation": """
            valuation, valuation of, valuations, valued at, values it|them|openai at, pre-money, post-money, premoney,
            postmoney, valuing the company|firm|startup|business|group, values the company|firm|startup|business,
            valuing it, pre-money valuation, post-money valuation, worth, carry a value, implied value,
            implying a value, company's worth, be worth,
            firm|company|startup|start-up|business|group|lender|bank|maker|fintech at,
            shop|firm|company|startup|start-up|business|lender|bank worth, pegged at, assessed at
            """,
        "other:financing": """
            debt package|financing, bridge loan|financing, loan, loans, term loan, debt financing, credit facility,
            committed financing, bonds
            """,
        "other:subsidy": """
            grant, grants, subsidy, subsidies, chips act, federal money|funding|support|aid, incentives, tax credits,
            state aid
            """,
        "other:spent_to_date": "spent so far, already spent, so far, spent",
        "other:remaining_value": "depends on reaching, remaining, rest",
        "other:divestiture_value": "divest|divestiture|divestitures, plan to sell, stores for",
        "other:synergies": "synergies, cost savings, annual savings",
        "other:assumed_debt": "assumed debt, debt assumed, net debt of",
        "background": """
            revenue, revenues, sales, turnover, profit, profits, earnings, income, ebitda, ebit, cash flow,
            market value|cap|capitalisation|capitalization, market worth, run rate, run-rate, annualised|annualized,
            a year, a month, a week, a day, per year|month|week|user|hour|day, an hour, an ounce, a tonne, a barrel,
            an acre, per unit|ton|tonne|barrel|acre, in hand, cash pile|reserves|balance, cash on hand, backlog,
            orders, order book, users, customers, homes, losses, loss, lost, charge, write-down, writedown,
            impairment, lawsuit, damages, fine, fined, penalty, dividend, dividends, buyback, buybacks, savings, save,
            m-cap, mcap, gain of, at a gain, manages, manage, managing, oversees, looks
            after, assets of, with cash of, cash of, in the bank,
            brought in, took in, market, capex, capital expenditure|spending, spend|spending|spends,
            budget, guidance, forecast, forecasts,
            expects sales, market share, stock price, share price,
            shares rose|fell|jumped|climbed|gained|dropped|slid, stock rose|fell|jumped|climbed|gained|dropped|slid,
            trading at, trade at, traded at, closed at, stood at, assets, total assets, net assets, book value,
            raised in all, total raised, exports, gdp, liquidations, positions, salary, wages, bonus,
            assets under management, costs to build, burn, cash burn, debt reduction, debts of, in debt,
            outstanding debt, subscription, charge of, tax, taxes, tariff, tariffs, free cash flow, operating income,
            net income, pre-tax, yearly, annual, annually, per gigawatt, per megawatt, for every gigawatt, token,
            tokens, worth of shares, ipo, listing, flotation, smaller, more than it earned, less of it, compensation,
            turnover of, price target, goal, exceeding, estimated at, last valued at,
            was last valued,  last valued, bankers, listing, on the exchange,
            buy|buys|buying|bought back, repurchase|repurchases|repurchased, share|stock buyback|repurchase,
            taxpayers|taxpayer money, expenses of, expenses, reimburse|reimburses|reimbursed, taxpayers ' money,
            of taxpayers, budget package, gain|gains of, more than it had, brand sales, bookings, inventory, rent,
            lease payments, forward contracts,
            hedge, stockpile, rally, settle, settlement, claims, lending, giving, tax benefits, buybacks, ebitda,
            market capitalisation|capitalization, social causes, damages, verdict
            """,
    }
)

# --- power, chips, shares, percents, years -----------------------------------------------------------------

CAPACITY = Phrases(
    {
        "capacity": """
            deploy|deploys|deployed|deploying|deployment, build|builds|built|building, capacity, compute, computing,
            power, systems, chips, gpus, gpu, data center|centre, data centers|centres, datacenters, infrastructure,
            supply|supplies|supplying, use|uses|using, commit|commits|committed, access,
            install|installs|installed|installing, partnership, deal, agreement, contract, letter of intent,
            rolled out, equip, bring|brings, site, sites, campus, campuses, processors, trainium, tpus, accelerators,
            pledge|pledges, plan|plans, generate|generates, generating, totalling, totaling, portfolio, operational,
            planned, secured, leased, under construction, reactors, hall, halls, plot, load, total, totals, online,
            live, energised, energized, extend|extends|extended|expand|expanded|expands|stretched|enlarged to,
            add|adds|added|adding, cover|covers|covering, draw|draws|drawing, host|hosts|hosting, version,
            plant, plants,
            station, farm, park, venture, lease, leases
            """,
        "other:phase_capacity": """
            first, initial, opening, one, phase, first phase, initial phase, first batch, tranche, number one,
            first gigawatt, initial gigawatt
            """,
        "other:expansion_capacity": "extra, expansion, on top",
        "background": """
            each time, every, per, homes, households, grid, a day, requests, queue, connection, national, statewide,
            peak, equivalent, equivalent of, city, existing, today, currently, hoover, dams, country, utility,
            megawatt-hours, delivers
            """,
    }
)
STAKE = Phrases(
    {
        "equity_stake": """
            minority, majority, its|their|his|her share, take|takes|took|taking, ownership stake, non-voting,
            voting stake, stake of,
            shareholder, holders, non-voting stake, economic interest, owned by, of the business, of the start-up,
            of the startup, of the group, stake, stakes, equity stake, interest, ownership, own|owns|owned|owning,
            holding, hold|holds|held, equity, of the company, of the shares, of the stock, shareholding,
            of the combined company, of the voting rights, minority stake, majority stake, controlling stake,
            get|gets, keep|keeps|retain|retains, left with, end up with, gives it|him|them,
            acquire|acquires|acquired, buy|buys|bought, purchase|purchased, of the outstanding, of its shares,
            of its stock, of the common stock, warrant, warrants, possess|possesses|possessed|possessing,
            portion, slice, piece, chunk, bite, in the hands, hands, belong|belongs|belonged to, sit|sits with,
            go|goes|going|went to, goes|went over|across, left holding, part with, participation, joint
            venture, venture,
            had|has|have been, lacks, lack, not|already own, mop up, reach for, come|comes|came out with, give up,
            cede|cedes|ceded, parted with, offload, sell down, sell-down, sell|sells|selling|sold, sale of, secure,
            secures, will have, has, had, with, owner, owners, proprietor, co-owner, rolls over, rollover, diluted,
            dilution, diluted to, as-converted, as converted, pro forma,
            raise|raises|raised|lift|lifts|lifted|increase|increases|increased its|their stake|holding, of
            the project, of the venture,
            of the club, of the team, of the airline, of the airport, of the holding, of the unit, of the operator,
            of the lender, of the bank, of the for-profit, of the whole, of it, control, controls, controlled
            """,
        "other:holder_ownership": "shareholders will own, holders will own, will own, of the combined, of the merged",
        "other:premium": "premium, premium of, premium over, premium to",
        "background": """
            rose, fell, jumped, climbed, gained, dropped, slid, surged, up, down, higher, lower, rise, fall, gain,
            decline, growth, margin, market, share of, market share, revenue, sales, profit, interest rate, yield,
            coupon, tax, tariff, more than, increase|decrease of|in, stock, shares, inflation, workers, jobs,
            employees, votes, voted, quorum, turnout, index, analysts, over, above, discount, users, customers,
            likely, chance, probability, energy, electricity, demand, output, production, rally, lost, extended gains
            """,
    }
)
COUNT = Phrases(
    {
        "units_count": """
            chips, gpus, processors, units, tpus, accelerators, plants, fabs, stores, sites, reactors, buy|buys,
            deploy|deploys, deployed, use|uses, access, order|ordered, sell|sells, supply, deal, agreement,
            equivalent, put at, systems, construction, build, divest, divestiture, restaurants, hotels, aircraft,
            planes, jets, warrants, shares, issue, acquire
            """,
        "background": """
            each rack, rack, per, cabinet, shipped last, other, rival, existing, operates, footprint, combined, staff,
            fleet, fleets, in service, in operation, outlook, refit, refits, retrofit, older, ageing,
            aging, second-hand,
            employees, workers, jobs, a day, already runs
            """,
    }
)
TERM = Phrases(
    {
        "term_years": """
            warrant, contract, deal, agreement, pact, term, terms, lease, partnership, over, period, covering,
            span|spans|spanning, runs, run, spread over, course, for, multi-year, long-term, supply, cloud, across,
            duration, tenor, tenure, contracts, agreements, deals, leases, licence, license, concession, offtake,
            renewal, renewals, extension, extensions, option, options, hosting, colocation, binding for, maturity
            """,
        "background": """
            ago, old, earlier, later, since, past, last, record, high, low, history, experience, age, career, late,
            behind, ahead, wait, lead times, anniversary, prison, jail, within, after, development, took, lasted,
            effort, struggle, saga, previous
            """,
    }
)
PER_SHARE = Phrases(
    {
        "price_per_share": """
            offer, offers, offered, pay|pays|paying|paid, price, cash, deal, bid, per share, buy|buys|buying|bought,
            acquire|acquired, purchase, valued, value, values, worth, merger, receive|receives, get|gets, raised,
            proposal, takeover, stock, exercise price, strike price, agreement, takes, works out, equal to,
            equivalent, tender, turned down, at closing, at completion, opened, topped, answered,
            sweetened, table, together, all told, in all, valued at, values, bidding
            """,
        "background": """
            trade|trades|traded|trading, closed, close, closing, stood, stands, ipo, came to market, listed, listing,
            closing|share|unaffected|undisturbed|last|ipo|issue|offering|listing|flotation|opening|conversion price,
            closing price of, last close, price on,
            floated, floating, float,
            price target, target of, forecast, dividend, earnings, book value, profit, loss, net, rose,
            fell, jumped, climbed, gained, dropped, slid,
            intrinsic value, fair value, average, average of, average price, weighted average, vwap, target to|from,
            high, low, dividends, earned, went public, ended, finished, lost, dropping, sold stock, token
            """,
    }
)

# --- words around a figure that say more of it ------------------------------------------------------------------

PREVIOUS = Phrases(
    {
        "previous": """
            previously, compared with, previous, originally, original,
            initially offered|proposed|planned|announced|bid, first offered|proposed|bid,
            had offered|proposed|bid|planned|been, earlier bid|offer|proposal|plan|estimate|target, old, older,
            up from, down from, raised from, increased from, cut from, was then, then moved,
            opened the bidding, opened at, instead of, last priced|valued at, priced at then, used to be,
            its first offer, was to|supposed|meant|due, had been expected, earlier this year, prior, a year earlier,
            from an earlier, had reported, approached, had approached, first offer, former, set for, first proposed,
            first|originally due|planned|scheduled|expected, from an initial|original, initial offer|bid|proposal
            """,
        "refused": """
            brushed aside, turned|turns|turning down, rejected|rejects, refused, rebuffed, spurned, declined
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
