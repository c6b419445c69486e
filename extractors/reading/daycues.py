"""Which words say what happens on a day: a table from stage to phrases. A new phrase is one more row here.

A day belongs to the nearest cue of its sentence. Cues of `background` win the same way, and refuse the day. The part
after a colon says how much the cue is worth: `weak` nouns give way to verbs, `said` tells of the telling only.
"""

from extractors.reading.phrases import Phrases

DAYS = Phrases(
    {
        "close_date": """
            close|closes|closing|closed, complete|completes|completed|completing|completion, finish|finishes|finished,
            implemented, implement, implementation, finalize|finalized|finalizes|finalise|finalised|finalises,
            consummate|consummated, consummation, do so, conclude|concluded|concludes|concluding|conclusion, be final,
            wrapped|wraps up, wrap up, wrap it up, get it done, wound up, wind up, become|becomes|became effective,
            takes|took|take|taking effect, effective, come|comes|came|enter|enters|entered into force|effect, be
            through, through with everything, seal|sealed|seals, transaction is through, was completed, finished
            buying, changed|change|changes|exchange|exchanged hands|owner|owners|ownership, in cash moved, handover,
            hand-over, handing over, hand|hands|handed over, handing-over, take|takes|took|taken|taking over,
            take|takes|took|taken|taking charge|possession|control|ownership, the keys, keys, ownership
            passes|passed|transferred|transfers, pass|passes|passed|passing to|into, transfer of ownership,
            go|goes|went|going|gone through|over, went|go|goes ahead, legal completion, financial close|closing,
            paperwork, formalities, signatures, over the line|finish, settlement pencilled|expected|due|is,
            settle|settles|settling the offer,
            get|gets|got finished|done, deal done, be done, is done, dusted, new owner|owners|proprietor|master, new
            majority|controlling owner|proprietor|shareholder, become|becomes|became part|owner|wholly|sole,
            belong|belongs|belonged to, own|owned since, join|joins the group|fold, all over, birth, be founded, be
            formed, formation
            """,
        "announce_date": """
            announce|announces|announced|announcing|announcement, announcements, unveil|unveils|unveiled|unveiling,
            disclose|disclosed|disclosing|discloses|disclosure, made|make|makes|making public,
            reveal|revealed|reveals, made known, proposed, agreed, sign|signed|signing|signs, struck, presented, came
            out with, joint statement, made it official, went public with, first made public, entered into, was
            reached, made official, introduced, arranged, inked, confirmed|confirms, first offered, offered to,
            launched, publicly, proposing, made|makes|making an|a offer|bid|proposal|approach, turned|turns|turning
            down, spurned, rebuffed, upped|raised|lifted|sweetened|increased|improved|boosted|bumped|raising|hiked
            its|the|their|his offer|bid, upped, sweetened, tabled|tables, put|puts|putting on the table, put|puts
            forward, lodged, submitted, approached|approaches, courts|courted|courting|wooed, came|comes|come back
            with, returned|returns with, accepted|accepts, recommended|recommends, endorsed, shook hands, shaken
            hands, clinched, won|wins the race, awarded, picked|picks|selected|chose|chosen|chooses, winner|bidder
            named|declared, named the winner, knocked down, committed, pledged|pledges, promised|promises, vowed,
            billed, billed as, communicated, informed, told
            investors|shareholders|reporters|analysts|parliament|staff|employees|the, press release, release, stock
            exchange notice, exchange notice|filing, notice, statement, came out, came to light, emerged, surfaced,
            word|news of the got|came|broke|leaked out, news|word broke, broke the news, outlined, sketched, declared,
            set out, put|puts|putting name|names to, gave word, cheered, hailed, put|puts its|their|his signature, let
            it be known, went public, opened the window|contest|bidding, decided, resolved, knocked|knocks on
            """,
        "announce_date:weak": """
            letter of intent, deal, agreement, merger, partnership, investment, plan, proposal, contract, tie-up,
            pledge, reached, pact, published, attempt, offer, bid, promise, commitment, accord, arrangement,
            transaction, expansion, financing, round, envelope, order, overture, tender
            """,
        "announce_date:said": "said, says, told, stated, wrote, according to",
        "start_date": """
            start|starts|started|starting, begin|begins|began|beginning, open|opens|opening|opened,
            operate|operates|operating|operational, operations, in operation, commercial operation|operations,
            production, roll|rolls|rolled|rolling off, be back, ramp|ramps|ramping|ramped up,
            restart|restarts|restarted|restarting, resume|resumes|resumed, first revenue|revenues, due from,
            bring|brings|brought|bringing online, deliveries begin, ship|ships|shipping|shipments|shipped,
            deliver|delivers|delivered|delivery|deliveries, take|takes|took delivery, get|gets|receive|receives
            power|delivery, arrive|arrives|arrived|arriving, go out, leave|leaving|leaves, kick-off, kick|kicks|kicked
            off, come|comes|came|coming on stream|line, come|comes|came|coming online|onstream, go|goes|went|going
            online, online, take|takes|taking its|our|their first, loading, first tanker, on stream, onstream, on
            line, commissioning, commissioned, generate|generates power|electricity, into service, in service, into
            operation|production|use|operations, in use, return|returns|returned|returning to service|operation, back
            in|into service|operation, back online, enter|enters|entered|entering service|operation|production, turned
            on, turn|turns|turning on, fire|fires|fired|firing up, power|powers|powered up,
            commence|commences|commenced, first
            power|gas|oil|cargo|cargoes|steel|output|light|electricity|metal|ore|coal, first
            product|products|production|shipments|deliveries|shipment|delivery|vehicle|vehicles|car|cars|model, first
            models|plane|planes|jet|jets|aircraft|chips|wafers|customers|flight|trains|ships, delayed until|to,
            pushed|pushing|pushes back, postponed, moved to, earliest, switch-on, switch|switches|switching on,
            output, cargoes, open|opens|opened|opening for business, available, made available, on sale, stand at the
            dealers, induction, induct|inducts|inducted, start-up of, be flown
            """,
        "start_date:works": """
            first

            lng|hydrogen|ammonia|copper|lithium|gold|nickel|zinc|cells|batteries|barrels|tonnes|coal|iron|aluminium|aluminum|wafers|chip|engine|engines|trucks|ethylene|kilowatt-hour|kilowatt-hours|megawatt-hours,
            in-service, service date, full|normal|regular operation, into full|normal|regular|commercial|series|mass
            production|service, power|electricity|gas|current|oil|coal|ore flows|flow,
            inaugurate|inaugurates|inaugurated|inauguration, ribbon, produce, produces, producing, produced,
            supply|supplies| supplying power|electricity|current|gas|energy|steam|heat, deliver|delivers|delivering
            power|electricity|current|gas, feed|feeds|fed into|the|power|electricity, at work, be working, on the grid,
            be
            producing, start working, work again, run again, switch-over, energise, energize
            """,
        "phase_date": """
            groundbreaking, second phase, next phase, construction begin|begins|began|start|starts|started, work
            begin|begins|began|start|starts|started, regulators approved|cleared, decide|decides, decision, final
            investment decision, investment decision, fid, ruling due, rule, filed, application, granted approval,
            approval granted, bids due, bids were in, bids are due, binding bids, hearing, court hearing, sanction
            hearing, review, extraordinary meeting, shareholder meeting, meeting of shareholders, general
            meeting|meetings, extraordinary general meeting, special meeting, annual meeting, shareholders meet,
            holders meet, owners meet, egm, agm, go|goes|come|comes up|to a|for vote, asked to vote, energized,
            energised, energises, topped out, operational by, fully operational, completed construction, be ready,
            ready, site prep|preparation, phase, phases, go|goes|went|going|gone live, gigawatt no, live, running,
            roll|rolls|rolled|rolling out, rollout, roll-out, be up, hum|humming|hums, rent starts|is, deployed,
            deploy, deployment, built, build, construction, installed, install, first phase, phase one, stage one,
            stage, up and running, capacity, switched on, vote, votes, voted, voting, ballot, shareholder vote, owners
            vote, approve|approves|approved|approval|approvals, milestone, tranche, tranches, brought up, in place,
            first capacity, first step, second step, complete construction, full volume|capacity|power,
            reach|reaches|reaching|reached full, done, start trials, trials, be shown, put in place, at its disposal,
            platform, cleared|clears, clearance|clearances, broke|breaks|break ground, nod, nods, blessing, consent,
            consents, green light|lights, green-lit, go-ahead, permission|permit|permits, let pass|the thing, waved
            through, ratified|ratify, sanctioned, authorised|authorized, signed off, sign off, sign-off, waiting
            period, lapsed, tender period, acceptance period, offer period,
            instalment|instalments|installment|installments, payments, payable, drawn, flow|flows,
            follow|follows|following suit, what remains, remaining, remainder, the rest, the others, mop|mops|mopping
            up, bought out, foundation stone, cornerstone, equal portions, in steps, is|be turned into, last
            hall|unit|building|phase, whatever is left, converts|convert|turns into, meet on, gave|give|gives its,
            shareholders|holders|owners|investors|creditors|members agreed|accepted|endorsed,
            shareholders|holders|owners|creditors ' meeting, shareholders|creditors meeting, tender
            opens|opened|begins|began|starts|started|closes|closed|ends|ended|expires|expired, injunction, adjourned,
            grant|grants|granted|granting authorisation|authorization|permission|consent|approval|clearance|licence,
            grant|grants|granted|granting license|permit|permits|go-ahead, scheme meeting, adjourned meeting, first
            criticality, criticality, fuel load|loading, loaded fuel, first atoms, tape-out, taped out, topping out,
            mechanical completion, substantial completion, financial investment decision, open|opens|opened|opening
            inquiry|investigation|probe, launch|launches|launched inquiry|investigation|probe, open|opens|opened
            formal|in-depth inquiry|investigation|probe|review, second request, request for information,
            raise|raises|raised no objection|objections, no objection|objections, drop|drops|dropped
            opposition|objection|objections|appeal, withdrew|withdraws objection|objections|appeal,
            transfer|transferred, disburse|disbursed|disburses, wired, paid out,
            convene|convenes|convened|reconvene|reconvened, postponed meeting, prohibit|prohibits|prohibited,
            ban|bans|banned, veto|vetoes|vetoed, strike|strikes|struck down,
            overturn|overturns|overturned, annul|annuls|annulled, quash|quashes|quashed, suspend|suspends|suspended,
            upheld|uphold|upholds, rejected|reject|rejects appeal, dismissed|dismisses|dismiss, begin|begins|began|begun
            inquiry|investigation|probe|review
            """,
        "phase_date:works": """
            decisions, rulings, approvals, verdicts, hearings, ceased, cease, disconnected, shuttered, shut down,
            decommissioned, dismantled, operating licence|license|permit|status|permission, ceremony, breaking of
            ground, issued, issues, dated, order to stop|halt, connect|connects|connected|connection|connecting to,
            grid connection, first connected,
            synchronise|synchronises|synchronised|synchronize|synchronizes|synchronized|synchronisation|synchronization,
            pour|pours|poured|pouring first|concrete|the, concrete, first steel|shovel|pile|turbine|module|wafer,
            ground is|was|will|would|to, ground be|broken, groundbreaking, ground-breaking, breaking ground,
            turn|turns|turned|turning first|the sod|soil|ground, shovels, piling, foundation|foundations laid, keel,
            erect|erects|erected|erecting|erection, assemble|assembled|assembling|assembly,
            lifted|lowered|hoisted|craned into|in|onto, set in|into place, hot|cold functional|tests|testing,
            functional tests, trial|test run|runs|operation|production| operations, tests, testing, tested, heat-up,
            critical, licence, license, licences, licenses, licensed, licensing, permit, permits, permitted,
            permitting, permission, apply|applies|applied|applying for, ask|asks|asked for permission, planning
            permission|approval|consent|application, impact statement|assessment|review|study, feasibility study,
            consultation, public hearing|hearings|inquiry|comment, shortlist, pre-construction, notice|notices to
            proceed, full notice, final approval, tool|tools|equipment moved|move|moves|moving in, move-in, tool-in,
            tooling, machines|machinery|tools|equipment installed|arrive|arrives|arrived, first tools|machines, under
            construction, construct, constructed, constructing, finish|finishes|finished building|construction,
            mothballed, idled, halted, halt, suspended, suspend, stopped, stop, shut, resume|resumes|resumed
            work|construction|building, fuel was|is|will|would|to|be, fuel loaded, loaded, load|loads|loading fuel,
            loading of, fuelling, fueling, delivered to site, laid, lay, excavation, excavated, cleared, demolition,
            demolished, grant|award finalised|finalized, disbursed, drawn down, allocated, awarded
            """,
        "phase_date:suit": """
            block|blocks|blocked|blocking, sue|sues|sued|suing, lawsuit, trial, ruling, ruled, verdict,
            go|goes|went|gone to court, took|takes|taken to court, challenge|challenges|challenged
            """,
        "phase_date:money": """
            invest|invests|investing, pump|pumps|pumping, pour|pours|pouring, inject|injects|injecting,
            spend|spends|spending, put|puts|putting in|into, pay|pays|paying, buy|buys, total size, stretch|stretched
            """,
        "other:outside_date": """
            outside date, deadline, long-stop, expire|expires|expired|expiry, extended|extend, terminate if, put up or
            shut up, have|has until, agreement|contract|pact ends|lapses|expires|terminates
            """,
        "other:effective_date": "effective date",
        "other:termination_date": "withdrew, withdrawn, terminated, called off, walked away, scrapped, dropped",
        "other:finalization_date": "final details, details, definitive terms, to be settled, be settled, particulars",
        "skip": """
            market opened|opens|open|closed|closes, the bell, opening bell, late trading, early trading, opened a
            touch
            """,
        "background": """
            notes due, bonds due, convertible notes, senior notes, debt due, earnings, results, conference, quarter,
            fiscal, ipo, listing, flotation, revenue, sales, forecast, forecasts, record, founded, premium,
            unaffected, traded, election, fell, rose, if completed, interview, photo, picture, died,
            born, war, report, closing price|level, friday's close, last close, savings,
            synergies, cost savings, ebitda, buyback, founded in, alliance with, keynote, gains, index, world cup,
            spent, lost, profit, dividend, jumped, cash, compared, took|takes|taken over at|as|from,
            listed, went public on, earned, retired, retires, joined as, was appointed, took
            office, turnover, stock rose|fell|jumped, shares rose|fell|jumped|closed|ended, ended the day, closed
            at|down|up, close of trading, market close, in office, premium to, tried|tries|failed to,
            employs, employed, hired, cut jobs, dismiss, laid off
            """,
    }
)
