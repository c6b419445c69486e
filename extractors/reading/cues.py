"""Which words govern which day, and which say more of a figure: tables from attribute to phrases.

A date belongs to the nearest cue of its sentence; cues of `background` win the same way, and refuse it. The words that
govern figures stand in `figurecues`.
"""

from extractors.reading.phrases import Phrases

# --- days ---------------------------------------------------------------------------------------------------

DAYS = Phrases(
    {
        "close_date": """
            close|closes|closing|closed, complete|completes|completed|completing|completion, finish, implemented,
            implement,
            finalize|finalized|finalizes|finalise|finalised, consummate|consummated|consummation,
            do so, conclude|concluded|concludes, be final, wrapped up, wrap up, become effective, becomes effective,
            took effect, takes effect, take effect, effective, be through, through with everything, seal|sealed,
            transaction is through, was completed, finished buying, changed hands, change hands, in cash moved,
            handover, take over
            """,
        "announce_date": """
            announce|announces|announced|announcing|announcement, announcements, unveil|unveils|unveiled|unveiling,
            disclose|disclosed|disclosing, made|make public, reveal|revealed|reveals, made known, proposed, agreed,
            sign|signed|signing, struck, presented, came out with, joint statement, made it official,
            went public with, first made public, entered into, was reached, made official, introduced, arranged,
            inked, confirmed, first offered, made an offer, turned down, launched, publicly, proposing
            """,
        "announce_date:weak": """
            letter of intent, deal, agreement, merger, partnership, investment, plan, proposal, contract, tie-up,
            pledge, reached, set out, pact, offered, published, opened the contest
            """,
        "announce_date:said": "said, says",
        "start_date": """
            start|starts|started|starting, begin|begins|beginning|began, open|opens|opening|opened,
            operate|operates|operating|operation|operations|operational, production, roll|rolls out, rollout, be back,
            ramp|ramps|ramping up, restart|restarts|restarted|restarting, resume|resumes, first revenue, due from,
            bring|brings|brought online, first deliveries, deliveries begin, take effect,
            ship|ships|shipping|shipments|shipped, deliver|delivers|delivery|deliveries, arrive|arrives, go out,
            leave, kick-off, kicks off, come|comes|coming online, go|goes online, online, commissioning, commissioned,
            generate power|electricity, into service, kick|kicks off, in service, power up, commence|commences,
            first power, delayed until|to,
            pushed|pushing|pushes back, postponed, moved to, first shipments, earliest, come online
            """,
        "phase_date": """
            groundbreaking, second phase, next phase, construction begin|begins|began|start|starts|started,
            work begin|begins|began, regulators approved|cleared,
            decide, decision, ruling due, filed,
            application, granted approval, approval granted, bids due,
            bids are due, binding bids, hearing, review, extraordinary meeting, shareholder meeting,
            meeting of shareholders, go to a vote, energized, topped out, first site|data|reactor|unit,
            operational by, fully operational, completed construction, be ready, site prep, phase, phases,
            first gigawatt, opening gigawatt, initial gigawatt, gigawatt one, gigawatt number one, gigawatt no,
            rolled out, deployed, deploy, deployment, built, build, construction, installed, first phase, phase one,
            stage one, stage, up and running, capacity, switched on, vote, voted, shareholder vote,
            approve|approved|approval, go live, goes live, going live, running, milestone, tranche, pencilled in,
            brought up, in place, first capacity, ready, first step, first systems, complete construction,
            full volume|capacity|power, reach|reaches|reaching full, done, be done, start trials, trials, handover,
            be shown, put in place, at its disposal, platform, first batch, special meeting, cleared, clearance,
            groundbreaking, broke ground
            """,
        "other:outside_date": """
            outside date, deadline, long-stop, expire|expires|expired|expiry, extended|extend, terminate if
            """,
        "other:termination_date": "withdrew, withdrawn, terminated, called off, walked away, scrapped, dropped",
        "other:finalization_date": "final details, details, definitive terms, to be settled, be settled, particulars",
        "background": """
            earnings, results, conference, quarter, fiscal, ipo, listing, flotation, revenue, sales, forecast,
            forecasts, output, record, founded, premium, stock, unaffected, traded, election, term, fell, rose,
            grants, grant, if completed, interview, photo, picture, died, born, war, trial, ruling, lawsuit, report,
            closing price|level, friday's close, last close, savings, synergies, cost savings, ebitda, buyback,
            founded in, alliance with, keynote, gains, index, world cup, spent, lost, profit, dividend, jumped, cash,
            compared
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
