"""What stands beside one name and tells its role without a second name: "suitor X", "X's board", "a bid for X"."""

from collections.abc import Iterator

from extractors.models import Role
from extractors.reading.clauses import Clause, Part, spoken_of
from extractors.reading.dealing import GOODS
from extractors.reading.events import Event
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.tokens import Tokens

_NEAR = 5  # words from a noun to the preposition of its name, and from a name to the noun that it owns
_SURE = 0.6  # what a hint is worth beside a verb that names both sides

# Nouns that a name owns: "Kellmark's raised offer", "Pardee's board".
_OWNED = {
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
_LED = {
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
    },
    ("supply", Role.SUPPLIER): {"from": words("capacity power electricity compute computing lease order orders")},
}
# Nouns that stand before a name and say what it does: "rival bidder Kellmark".
_CALLED = {
    ("acquisition", Role.ACQUIRER): words("suitor bidder buyer acquirer purchaser predator raider"),
    ("acquisition", Role.TARGET): words("target"),
    ("supply", Role.SUPPLIER): words("landlord supplier vendor"),
    ("supply", Role.CUSTOMER): words("customer client tenant offtaker"),
}
_BIDS = "bid|offer|proposal|price|approach|terms|consideration"
# Verbs whose subject has the role.
_DONE = Phrases(
    {
        "bidder": f"""
            walk|walks|walked|walking away, bow|bows|bowed|bowing out, drop|drops|dropped out, pull|pulls|pulled out,
            outbid|outbids|outbidding, gazump|gazumps|gazumped, trump|trumps|trumped, swoop|swoops|swooped,
            sweeten|sweetens|sweetened|raise|raises|raised|improve|improves|improved|increase|increases|increased
            {_BIDS}, up|ups|upped|hike|hikes|hiked|boost|boosts|boosted|lift|lifts|lifted|lower|lowers|lowered {_BIDS},
            make|makes|made|launch|launches|launched|lodge|lodges|lodged|submit|submits|submitted {_BIDS},
            table|tables|tabled|lob|lobs|lobbed|revive|revives|revived|withdraw|withdraws|withdrew {_BIDS},
            drop|drops|dropped|abandon|abandons|abandoned|extend|extends|extended bid|offer|pursuit|tender,
            win|wins|won control|auction|battle|race|backing|over, clinch|clinches|clinched, prevail|prevails|prevailed,
            take|takes|took possession|private, stalk|stalks|stalking, court|courts|courting|courted,
            circle|circles|circling, woo|woos|wooed|wooing, ups|upped the ante, waive|waives|waived condition,
            seal|seals|sealed|complete|completes|completed|close|closes|closed takeover|purchase|acquisition|buyout
            """,
        "wanted": f"""
            reject|rejects|rejected|rebuff|rebuffs|rebuffed|spurn|spurns|spurned|dismiss|dismisses|dismissed {_BIDS},
            turn|turns|turned down, knock|knocks|knocked back, throw|throws|threw|thrown out,
            brush|brushes|brushed off|aside, fend|fends|fended off, rejects|rejected takeover|advances|overtures,
            accept|accepts|accepted|recommend|recommends|recommended|endorse|endorses|endorsed {_BIDS},
            receive|receives|received|get|gets|got|field|fields|fielded {_BIDS}, put|puts itself up for sale,
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
            host|hosts|hosted|hosting,
            land|lands|landed|win|wins|won|book|books|booked
            order|orders|customer|tenant|contract|lease
            """,
        "valued": "is|was|were|be|been|being valued at|by, valued at",
        "lends": """
            lend|lends|lent|lending, underwrite|underwrites|underwrote|underwriting,
            provide|provides|provided|providing loan|loans|debt|financing|facility|bridge,
            arrange|arranges|arranged|arranging loan|loans|debt|financing|facility
            """,
        "joins": """
            take|takes|took|taking part, participate|participates|participated|participating, join|joins|joined round,
            chip|chips|chipped in, come|comes|came along, lead|leads|led|co-led|co-lead round|financing, is leading,
            seen leading, would lead, will lead
            """,
    }
)
_ROLES = {
    "bidder": ("acquisition", Role.ACQUIRER),
    "wanted": ("acquisition", Role.TARGET),
    "lends": ("acquisition", Role.LENDER),
    "joins": ("investment", Role.INVESTOR),
    "valued": ("investment", Role.INVESTEE),
    "orders": ("supply", Role.CUSTOMER),
    "delivers": ("supply", Role.SUPPLIER),
}
_TOGETHER = ("lends", "joins")
# Words before a list of companies that all have the role.
_LISTING = Phrases(
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
            bought|acquired|purchased from
            """,
        "lender": """
            lenders include|including|are, debt|financing|facility|bridge from|by,
            loan|loans|debt|financing|facility|credit|bridge|package provided|arranged|underwritten|supplied by,
            debt|loans|loan package that|which, financed|underwritten|arranged by
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
            bids|offers|proposals|approaches|interest from
            """,
    }
)
_LISTED = {
    "investor": ("investment", Role.INVESTOR),
    "seller": ("acquisition", Role.SELLER),
    "lender": ("acquisition", Role.LENDER),
    "outbid": ("acquisition", Role.ACQUIRER),
    "acquirer": ("acquisition", Role.ACQUIRER),
}
_STOPS = words(", ; : ( ) . and or but that which who whose has have had is are was were will would said says")
_BIDDING = words("bid bids bidder bidders bidding offer offers suitor suitors takeover auction tussle acquire buyout")
_OWNERS = words("owner owners")
_NO_LIST = words("that which who whose has have had is was were will would said says for to in into")
_PREPOSITIONS = words("for of at in by from to into")


def hints_of(read: Tokens, names: Names) -> list[Event]:
    """Each hint as an event of one part. Time grows with the names and the words."""
    found: list[Event] = []
    per_sentence: dict[int, list[Named]] = {}
    for name in names.found:
        number = read.sentence_at(read.starts[name.first])
        per_sentence.setdefault(number, []).append(name)
        for kind, role in _beside(read, name):
            if not name.person or role is Role.ACQUIRER:
                found.append(_event(kind, role, name, number))
    earlier = spoken_of(names)
    for number, sentence in enumerate(read.sentences):
        here = per_sentence.get(number, [])
        scene = Clause(read, here, sentence, earlier)
        earlier = next((name for name in here if not name.person), earlier)
        for hit in _DONE.find(read, sentence.first, sentence.last):
            doer = scene.before(hit.first)
            if doer is not None and (hit.kind == "valued" or not scene.passive(hit)):
                doers = scene.preceding(doer)
                if hit.kind in _TOGETHER or len(doers) < 2:  # "Kellmark and Pardee dropped their bid" tells no side
                    found += (_event(*_ROLES[hit.kind], one, number) for one in doers)
        for hit in _OWNING.find(read, sentence.first, sentence.last):
            found += _owned(scene, hit, number)
        for hit in _LISTING.find(read, sentence.first, sentence.last):
            if read.low[hit.last - 1] in _OWNERS and not (read.owns[hit.first - 1] and read.low[hit.last] == ","):
                continue
            first = scene.after(hit.last, _NO_LIST, 2 if hit.kind == "outbid" else _NEAR)
            if hit.kind == "outbid" and first is not None and (_after(read, first) or _BIDDING.isdisjoint(read.low)):
                continue
            found += (_event(*_LISTED[hit.kind], one, number) for one in scene.following(first))
    return found


def _owned(scene: Clause, hit: Hit, number: int) -> Iterator[Event]:
    """Whose a company is: its owner sells it, if it is the one that is bought."""
    one, other = scene.before(hit.first), scene.after(hit.last, _NO_LIST, _NEAR)
    if hit.kind == "apposed":
        one = next((name for name in scene.names if name.last == hit.first and scene.read.owns[name.last - 1]), None)
    if one is None or other is None or one.key == other.key:
        return
    whole, owner = (other, one) if hit.kind == "owns" else (one, other)
    for each in scene.following(owner) if hit.kind != "owns" else scene.preceding(owner):
        parts = (Part(Role.TARGET, whole.key, whole.first), Part(Role.SELLER, each.key, each.first))
        yield Event("acquisition", parts, hit.first, number, "owned", _SURE)


_OWNING = Phrases(
    {
        "owned": """
            owned|controlled|held by, owned|controlled|held pct|%|percent|cent by,
            a|the unit|subsidiary|division|arm of, portfolio company of
            """,
        "owns": """
            own|owns|owned|holds|held|hold|controls pct|%|percent|cent of, owns, controls,
            majority owner|shareholder of, parent of, parent company of,
            sell|sells|sold|selling its|their stake|holding|shares|interest in
            """,
        "apposed": """
            majority|controlling|largest|biggest|main|top|current|principal owner|owners|shareholder|shareholders,
            owner, owners, parent, parent company
            """,
    }
)


def _event(kind: str, role: Role, name: Named, number: int) -> Event:
    return Event(kind, (Part(role, name.key, name.first),), name.first, number, "hint", _SURE)


def _beside(read: Tokens, name: Named) -> Iterator[tuple[str, Role]]:
    """What the words right before and after one name say of it."""
    if read.owns[name.last - 1]:
        for i in range(name.last, min(name.last + _NEAR, len(read))):
            if read.low[i] in _STOPS or read.low[i] in _PREPOSITIONS:
                break
            sort = _sort(_OWNED, read.low[i])
            if sort:
                if GOODS.isdisjoint(read.low[i + 1 : i + 6]):  # "Kellmark's purchase of Tarnway chips"
                    yield sort
                break
    called = _sort(_CALLED, read.low[name.first - 1]) if name.first else None
    if called:
        yield called
    led_at = _governing(read, name)
    if led_at is None or not GOODS.isdisjoint(read.low[name.last : name.last + 2]):
        return
    for j in range(led_at - 1, max(-1, led_at - 1 - _NEAR), -1):
        if read.low[j] in _STOPS:
            break
        led = next((key for key, led in _LED.items() if read.low[j] in led.get(read.low[led_at], ())), None)
        if led:
            yield led
            break


def _after(read: Tokens, name: Named) -> bool:
    """Whether a name in the possessive is followed by no bid: it is beaten in something else."""
    return read.owns[name.last - 1] and _OWNED["acquisition", Role.ACQUIRER].isdisjoint(
        read.low[name.last : name.last + _NEAR]
    )


def _governing(read: Tokens, name: Named) -> int | None:
    """The preposition that governs a name, over a description: "for the listings portal Kellmark"."""
    for i in range(name.first - 1, max(-1, name.first - 1 - _NEAR), -1):
        if read.low[i] in _PREPOSITIONS:
            return i
        if read.low[i] in _STOPS or not read.low[i][0].isalpha() or read.owns[i]:
            return None
    return None


def _sort(table: dict[tuple[str, Role], frozenset[str]], word: str) -> tuple[str, Role] | None:
    return next((sort for sort, nouns in table.items() if word in nouns), None)
