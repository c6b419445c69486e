"""The words that tell who builds, supplies, buys and lends in a report on something that is built."""

from extractors.reading.lexicon import words
from extractors.reading.phrases import Phrases

# What is done: `builds` only who builds or pays does, `leans` mostly they, `supplies` who works for them, `buys` who
# takes what is made.
ACTS = Phrases(
    {
        "builds": """
            build, builds, building, establish, establishes, establishing, set|sets|setting up, locate, locates,
            construct, constructs, constructing, is|are|was|were building, has|had built,
            invest, invests, invested, investing, break|breaks|broke|breaking ground, hold|holds|held groundbreaking,
            delay, delays, delayed, delaying, postpone, postpones, postponed, postponing, push|pushes|pushed|pushing
            back, put|puts|putting back, mothball, mothballs, mothballed, shelve, shelves, shelved, restart, restarts,
            restarted, restarting, reopen, reopens, reopened, commission, commissions, commissioned, operate,
            operates, operating, expand, expands, expanded, expanding, spend, spends, spent, spending,
            approve|approves|approved project|plant|investment, take|takes|took final investment decision,
            take|takes|took decision, start|starts|started|begin|begins|began
            building|construction|work|production|commissioning|operations|operation, resume|resumes|resumed
            construction|work, cancel|cancels|cancelled|canceled, open|opens|opened|opening plant|factory|mine|fab,
            load|loads|loaded|loading fuel, complete|completes|completed construction|work|project, develop, develops,
            developing, plans to build|construct|invest|spend, receive|receives|received
            licence|license|permit|approval|consent|grant|loan|subsidy|funding,
            raise|raises|raised|lift|lifts|lifted|increase|increases|increased
            estimate|budget|cost|costs|spending|investment, get|gets|got grant|loan|subsidy,
            chose|choose|chooses|picks|picked|selected|selects site, pick|picks|picked site, erect, erects, site,
            switch|switches|switched on, bring|brings|brought online|onstream, secure|secures|secured
            loan|grant|approval|permit|licence|license, commit|commits|committed, ramp|ramps up,
            start|starts|started|begin|begins|began up, choose|chooses|chose|chosen site|park|location,
            choose|chooses|chose|chosen, put|puts off, defer, defers, deferred, file|files|filed,
            apply|applies|applied, pull|pulls|pulled out of, halt, halts, halted, pause, pauses, paused, scrap,
            scraps, scrapped, abandon, abandons, abandoned
            """,
        "leans": """
            said, says, expects, expected to, plans, planned, planning, estimates, estimated, confirmed, announced,
            announces, intends, wants, aims, hopes, reckons, blames, blamed, budgeted, puts cost, now expects, warned,
            told, reported, reports, sees
            """,
        "holds": """
            own, owns, owned, hold, holds, held, retain, retains, retained, keep, keeps, kept, has, have, pay, pays,
            paid, paying, bear, bears, bore, borne, shoulder, shoulders, shouldered, fund, funds, funded, contribute,
            contributes, contributed, gets, acquires, acquired
            """,
        "orders": """
            order, orders, ordered, ordering, sign|signs|signed contract|contracts|agreement, award|awards|awarded
            contract|contracts|order, hire, hires, hired, appoint, appoints, appointed, select, selects, selected,
            contract with, choose, chooses, chose, pick, picks, picked, tap, taps, tapped, place|places|placed order
            """,
        "supplies": """
            supply, supplies, supplying, supplied, deliver, delivers, delivering, delivered, design, designs,
            designed, manufacture, manufactures, manufacturing, equip, equips, equipped, provide, provides, provided,
            install, installs, installed, engineer, engineers, book|books|booked
            provision|provisions|order, act|acts|acting as contractor, book|books|booked contract
            """,
        "wins": "win, wins, won, winning, land, lands, landed, clinch, clinches, clinched",
        "awards": "award, awards",
        "shares": "shared|split|divided among|between, belong|belongs|belonged to",
        "sells": "sell, sells, selling, sold",
        "buys": """
            buy, buys, buying, bought, take, takes, took, taking, taken, purchase, purchases, purchased, purchasing,
            offtake, offtakes, contracted, lease, leases, leased, rent, rents, rented
            """,
        "lends": """
            lend, lends, lent, lending, guaranteed, granted, awarded, finances, financed, provide|provides|provided
            loan|loans|grant|grants|funding|financing|debt|guarantee|credit|subsidy
            """,
    }
)
CALLED = {
    "builds": words("operator owner developer utility licensee promoter sponsor proponent"),
    "supplies": words(
        "contractor contractors vendor supplier constructor designer engineer builder subcontractor installer"
    ),
    "buys": words("customer customers offtaker offtakers buyer tenant"),
    "lends": words("lender lenders financier"),
    "holds": words("co-owner co-owners shareholder co-developer"),
}
NO_BUILDERS = words("grid network system former previous market rail")
NAMES_PARTNER = words("partner partners co-owners co-owner owners shareholders shareholder stakeholders investors")
DEBT = words("loan loans grant grants guarantee guarantees financing debt funding subsidy credit award bonds lending")
ORDER = words("contract contracts order orders turbines equipment reactor reactors trains work deal agreement units")
POWER = words(
    """
    power electricity output energy offtake ppa gas lng capacity production volumes purchase mtpa tonnes tons cargoes
    megawatts mw gw gigawatts batteries cells volume
    """
)
WORK = words(
    """
    plant plants station reactor reactors fab fabs factory mine project complex site farm terminal unit units campus
    pipeline refinery smelter megafab gigafactory
    """
)
DESIGN = words("design designed technology turbines turbine model boilers reactors reactor modules equipment")
SHARES = words("% percent pct cent per-cent rest stake stakes interest shareholding remainder")
LISTS = {
    **dict.fromkeys(("customers", "buyers", "offtakers", "tenants", "tenant"), "buys"),
    **dict.fromkeys(("partner", "partners"), "joins"),
    **dict.fromkeys(("owners", "co-owners", "shareholders", "stakeholders"), "holds"),
    **dict.fromkeys(("contractors", "suppliers", "subcontractors", "vendors"), "supplies"),
    **dict.fromkeys(("lenders", "banks"), "lends"),
}
SERVES = ("suppl", "provid", "deliver", "equip", "power")
USED = POWER | words("computing cluster ai data chips supercluster supercomputer customer")
AMONG = words("and , & the with also its utility partner fellow state german french british owner then")
LONGEST_GAP = 5  # words between two names of a list
LIST_NEAR = 10  # words from the noun that opens a list to its first name
OPENS_LIST = words("include includes including are were namely among such like")
TOGETHER = words("venture jointly together partnership consortium co-owned shared")
CHILD = words("unit subsidiary arm division affiliate")
CURRENT = words("power energy electricity nuclear ppa offtake")
DEALS = words("deal deals agreement agreements contract contracts pact purchase accord")
WHERE = words("at in near outside around for of")
EQUITY = words("equity invest invests invested investing stake stakes shareholders pay pays paying paid")
MONEY = words("$ £ € ¥ c$ us$ a$ eur gbp usd")
NEAR_SHARE = 8  # words from a verb of owning to how much is owned
FAR = 9
FAR_POWER = 9  # words from a verb of selling to what is sold
PLANS = words(
    """
    proposal proposals plan plans application applications bid request scheme intention decision commitment pledge
    offer promise
    """
)
BACKLOG = words("backlog book orders")  # of all that a firm sells: "its order book, with customers such as"
WON = words("contract contracts order orders tender tenders bidding contest race")
RACES = words("contest race tender competition bidding running contract order")
ITS_PART = words("investment spending outlay bill part share expenditure commitment")
LAND = words("land site acres hectares ground property plot parcel")
