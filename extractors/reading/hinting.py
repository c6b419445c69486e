"""The words that tell the role of one company alone: what it owns, what governs it, what it does."""

from extractors.models import Role
from extractors.reading.lexicon import words
from extractors.reading.phrases import Phrases

# Nouns that a name owns: "Kellmark's raised offer", "Pardee's board".
OWNED = {
    ("acquisition", Role.ACQUIRER): words(
        """
        bid bids offer offers approach approaches proposal proposals takeover pursuit swoop tilt overture overtures
        advances courtship lunge acquisition purchase buyout
        """
    ),
    ("acquisition", Role.TARGET): words("board directors shareholders holders stockholders shareowners suitors"),
    ("investment", Role.INVESTEE): words(
        "valuation round funding fundraising fundraise raise backers investors recapitalisation recapitalization"
    ),
    ("investment", Role.INVESTOR): words("investment bet backing cheque injection infusion"),
    ("supply", Role.CUSTOMER): words("fleet"),
    ("supply", Role.SUPPLIER): words("turbines foundry jets aircraft"),
}
# Nouns before a preposition that governs a name: "a bid for Pardee", "an investment from Kellmark".
LED = {
    ("acquisition", Role.TARGET): {
        "for": words(
            """
            bid bids offer offers proposal battle fight race auction tussle contest war suitor suitors bidder bidders
            buyer buyers tilt swoop approach takeover
            """
        ),
        "of": words(
            """
            takeover acquisition purchase buyout control ownership possession owner owners sale shareholders holders
            board directors buyer acquirer privatisation privatization pursuit
            """
        ),
        "at": words("tilt lunge run"),
        "in": words("shareholders holders"),
    },
    ("acquisition", Role.ACQUIRER): {
        "by": words("bid offer proposal approach takeover acquisition purchase buyout swoop"),
        "from": words("bid bids offer offers proposal proposals approach approaches overtures interest buyout"),
        "to": words("sale sell sells sold selling itself"),
    },
    ("investment", Role.INVESTEE): {
        "in": words(
            """
            investment investments stake stakes bet infusion injection interest holding shareholding shares equity slice
            piece investor investors shareholder
            """
        ),
        "into": words("money cash capital funds sum infusion injection investment"),
        "of": words("backer backers valuation"),
    },
    ("investment", Role.INVESTOR): {
        "from": words("investment money cash funding capital cheque infusion injection backing commitment funds"),
        "by": words("investment funding led co-led anchored backed injection infusion stake"),
    },
    ("supply", Role.CUSTOMER): {
        "with": words("lease leases hosting colocation"),
        "to": words("supply delivery deliveries"),
        "for": words("capacity campus hosting"),
        "from": words("contract contracts tenancy"),
    },
    ("supply", Role.SUPPLIER): {
        "from": words(
            """
            capacity power electricity compute computing lease order orders lng gas crude coal lithium jets
            aircraft planes engines turbines batteries fuel uranium
            """
        )
    },
}
# Nouns that stand before a name and say what it does: "rival bidder Kellmark".
CALLED = {
    ("acquisition", Role.ACQUIRER): words(
        """
        suitor bidder buyer acquirer purchaser predator raider bidders suitors opponent counterbidder counter-bidder
        interloper under-bidder underbidder runner-up
        """
    ),
    ("acquisition", Role.TARGET): words("target"),
    ("investment", Role.INVESTOR): words("investors backers"),
    ("supply", Role.SUPPLIER): words("landlord supplier vendor suppliers"),
    ("supply", Role.CUSTOMER): words("customer client tenant offtaker"),
}
BIDS = "bid|offer|proposal|price|approach|terms|consideration"
MORE = """
    sweeten|sweetens|sweetened|raise|raises|raised|improve|improves|improved|increase|increases|increased|up|ups|upped|
    hike|hikes|hiked|boost|boosts|boosted|lift|lifts|lifted|double|doubles|doubled|expand|expands|expanded|deepen|
    deepens|deepened|top|tops|topped|cut|cuts|trim|trims|trimmed|halve|halves|halved
""".replace("\n    ", "").strip()
# Verbs whose subject has the role.
DONE = Phrases(
    {
        "bidder": f"""
            walk|walks|walked|walking away|off, bow|bows|bowed|bowing out, drop|drops|dropped out,
            pull|pulls|pulled out,
            outbid|outbids|outbidding, gazump|gazumps|gazumped, trump|trumps|trumped, swoop|swoops|swooped,
            sweeten|sweetens|sweetened|raise|raises|raised|improve|improves|improved|increase|increases|increased
            {BIDS}, up|ups|upped|hike|hikes|hiked|boost|boosts|boosted|lift|lifts|lifted|lower|lowers|lowered {BIDS},
            make|makes|made|launch|launches|launched|lodge|lodges|lodged|submit|submits|submitted {BIDS},
            table|tables|tabled|lob|lobs|lobbed|revive|revives|revived|withdraw|withdraws|withdrew {BIDS},
            drop|drops|dropped|abandon|abandons|abandoned|extend|extends|extended bid|offer|pursuit|tender,
            win|wins|won control|auction|battle|race|backing|over, clinch|clinches|clinched, prevail|prevails|prevailed,
            take|takes|took possession|private, stalk|stalks|stalking, court|courts|courting|courted,
            circle|circles|circling, woo|woos|wooed|wooing, ups|upped the ante, waive|waives|waived condition,
            seal|seals|sealed|complete|completes|completed|close|closes|closed takeover|purchase|acquisition|buyout
            """,
        "wanted": f"""
            reject|rejects|rejected|rebuff|rebuffs|rebuffed|spurn|spurns|spurned|dismiss|dismisses|dismissed {BIDS},
            turn|turns|turned down, knock|knocks|knocked back, throw|throws|threw|thrown out,
            brush|brushes|brushed off|aside, fend|fends|fended off, rejects|rejected takeover|advances|overtures,
            accept|accepts|accepted|recommend|recommends|recommended|endorse|endorses|endorsed {BIDS},
            receive|receives|received|get|gets|got|field|fields|fielded {BIDS}, put|puts itself up for sale,
            go|goes|went|going private, sell|sells|sold|selling itself, agree|agrees|agreed|accepts takeover|buyout,
            accept|accepts|accepted|agrees|agreed to takeover|buyout, be delisted, opened its books
            """,
        "orders": """
            ordered, ordering, to|will|would|may|could order|lease|rent, leased, rented, renting, rents,
            exercise|exercises|exercised|exercising option|options, firm|firms|firmed up, take|takes|took delivery,
            take|takes|took|taken up capacity, contracted|contracts for, contracted to buy,
            place|places|placed order|orders, pick|picks|picked|select|selects|selected|choose|chooses|chose
            """,
        "delivers": """
            host|hosts|hosted|hosting, is|are|was|were|will|would to supply|deliver, will|would supply|deliver,
            supplies, supplied, supplying,
            land|lands|landed|win|wins|won|book|books|booked
            order|orders|customer|tenant|contract|lease
            """,
        "valued": "is|was|were|be|been|being valued at|by, valued at",
        "lends": """
            lend|lends|lent|lending, underwrite|underwrites|underwrote|underwriting, have|has underwritten,
            provide|provides|provided|providing loan|loans|debt|financing|facility|bridge,
            arrange|arranges|arranged|arranging loan|loans|debt|financing|facility
            """,
        "funds": f"""
            {MORE} investment|infusion|bet|commitment|injection|funding|outlay|cheque|pledge,
            put|puts|putting|chip|chips|chipped|chipping|plough|ploughs|ploughed in|up money|cash|capital|funds|equity,
            double|doubles|doubled down, write|writes|wrote|writing cheque|check
            """,
        "joins": """
            take|takes|took|taking part, participate|participates|participated|participating, join|joins|joined round,
            chip|chips|chipped in, come|comes|came along, lead|leads|led|co-led|co-lead round|financing, is leading,
            seen leading, would lead, will lead
            """,
    }
)
# Whose subject wants to take part, whatever is on offer.
WANTING = Phrases(
    {
        "wants": """
            is|are|was|were|be among those|them|parties|firms|groups|companies|names,
            express|expresses|expressed|expressing interest,
            show|shows|showed|shown|showing interest, been approached|shortlisted|contacted|invited, in the running,
            is|are looking at, sounded out, sounding out, is|are interested, in talks to put|invest|join
            """
    }
)
# Who answers for what another owes, and gets a share of who is paid for it.
VOUCHING = Phrases(
    {
        "does": """
            backstop|backstops|backstopped|backstopping, guarantee|guarantees|guaranteed|guaranteeing,
            stand|stands|stood behind, answer|answers|answered for, vouch|vouches|vouched|vouching, on the hook for,
            receive|receives|received|get|gets|got|granted warrants
            """,
        "by": "guaranteed|backstopped|underwritten by|from, backstop|guarantee|guarantees|support from|by",
    }
)
SHARING = words("warrants warrant stake shares % percent cent pct equity owning")
ROLES = {
    "bidder": ("acquisition", Role.ACQUIRER),
    "wanted": ("acquisition", Role.TARGET),
    "lends": ("acquisition", Role.LENDER),
    "joins": ("investment", Role.INVESTOR),
    "funds": ("investment", Role.INVESTOR),
    "valued": ("investment", Role.INVESTEE),
    "orders": ("supply", Role.CUSTOMER),
    "delivers": ("supply", Role.SUPPLIER),
}
TOGETHER = ("lends", "joins", "funds")
# Words before a list of companies that all have the role.
LISTING = Phrases(
    {
        "investor": """
            investors|backers include|included|including|are|were, investors|backers such as, participation
            from|by|of, new|existing|other|fellow|early investors|backers, led|co-led|backed|joined|anchored by,
            alongside,
            investment|investments|money|support|commitment|commitments|contribution|contributions|backing|funding|cash
            from
            """,
        "seller": """
            sellers|vendors are|include|including|were, seller|vendor is, owners, owner, sold by,
            owners include|are|included, its|their parent|owner,
            bought|acquired|purchased from
            """,
        "lender": """
            lenders include|including|are, debt|financing|facility|bridge|loan|loans from|by,
            lent|loaned by, borrowed|borrow|borrows|borrowing from, banks|lenders|megabanks namely|including|such as,
            loan|loans|debt|financing|facility|credit|bridge|package provided|arranged|underwritten|supplied by,
            debt|loans|loan package that|which, financed|underwritten|arranged by
            """,
        "supplier": """
            go|goes|went|going to, split|shared|divided between|among|by, between, awarded|handed|given to,
            turn|turns|turned|turning to, tap|taps|tapped|tapping, placed with, split|splits|splitting work between
            """,
        "wooed": """
            court|courts|courted|courting, circle|circles|circled|circling, stalk|stalks|stalked|stalking,
            woo|woos|wooed|wooing, chase|chases|chased|chasing, pursue|pursues|pursued|pursuing, eye|eyes|eyed|eyeing,
            weigh|weighs|weighed|weighing|consider|considers|considering|mull|mulls|mulling bid|offer|takeover for|of
            """,
        "outbid": """
            outbid|outbids|outbidding, gazump|gazumps|gazumped|gazumping, trump|trumps|trumped|trumping,
            snatch|snatches|snatched|snatching|wrest|wrested|wresting|steal|stole|stealing it|them|target from,
            fend|fends|fended|fending off, ward|wards|warded|warding off, pip|pips|pipped|pipping,
            beat|beats|beating|beaten|defeated|sees|saw off rival, see|sees|saw|seeing off, beat|beats|beating out,
            top|tops|topped|topping, upstage|upstages|upstaged, snatching|snatched it from, rival
            """,
        "acquirer": """
            bidders|suitors|buyers|acquirers are|include|including|were, consortium|group|vehicle
            of|comprising|including, consortium|group made up of, consortium|group
            owned|led|backed|managed|advised|controlled by, bidder, bidders, suitor,
            bids|offers|proposals|approaches|interest from, offered|tabled|proposed by, suitors,
            lose|loses|lost|losing out to, edged|pulled|nosed|moved ahead of,
            refused|rejected|spurned|declined|rebuffed from, turned down from
            """,
    }
)
LISTED = {
    "investor": ("investment", Role.INVESTOR),
    "seller": ("acquisition", Role.SELLER),
    "lender": ("acquisition", Role.LENDER),
    "outbid": ("acquisition", Role.ACQUIRER),
    "wooed": ("acquisition", Role.TARGET),
    "supplier": ("supply", Role.SUPPLIER),
    "acquirer": ("acquisition", Role.ACQUIRER),
}
STOPS = words(", ; : ( ) . and or but that which who whose has have had is are was were will would said says")
# What is valued apart from the company that is named before it.
VALUED = words("venture deal transaction stake contract order holding agreement portfolio offer bid takeover package")
TO_OWN = words("will would to")
BUYING = words("already now will would jointly currently not also")
BIDDING = words("bid bids bidder bidders bidding offer offers suitor suitors takeover auction tussle acquire buyout")
OWNERS = words("owner owners")
NO_LIST = words("that which who whose has have had is was were will would said says for to in into")
# Nouns right after a name that is not their owner: "the Kellmark money", "the Pardee scheme".
BESIDE = words("bid offer proposal approach scheme camp consortium money takeover tender")
LEADING = ("-led", "-backed", "-headed", "-fronted")  # "the Kellmark-led group": who leads it deals
BODIES = {
    ("acquisition", Role.ACQUIRER): words(
        "consortium group bid offer proposal approach takeover buyout vehicle team syndicate trio duo acquisition"
    ),
    ("investment", Role.INVESTOR): words("round financing funding investment fundraising raise"),
}
PENCE = words("p pence pounds cents")
LETTING = words("lease leases leased leasing rent rents rented renting tenant tenants tenancy colocation hosting")
ORDERED = words(
    """
    order orders ordered contract contracts jets aircraft planes engines turbines trains chips gpus batteries ships
    rolling reactors
    """
)
SITES = words("plant plants station reactor reactors campus site mine field fields terminal refinery farm farms")
PREPOSITIONS = words("for of at in by from to into")
ARE = words("is was are were be become becomes became remains emerged emerges as")
ENDS = words(", ; : . and or but that which who with")
OWNING = Phrases(
    {
        "owned": """
            owned|controlled|held by, owned|controlled|held pct|%|percent|cent by,
            a|the unit|subsidiary|division|arm of, portfolio company of
            """,
        "owns": """
            own|owns|owned|holds|held|hold|controls pct|%|percent|cent of|in, owns, controls,
            majority owner|shareholder of, parent of, parent company of,
            sell|sells|sold|selling its|their stake|holding|shares|interest in
            """,
        "apposed": """
            majority|controlling|largest|biggest|main|top|current|principal owner|owners|shareholder|shareholders,
            owner, owners, parent, parent company
            """,
    }
)
