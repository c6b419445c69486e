"""Is a report about a deal at all? Most pages are not, and a wrong yes costs more than a missed aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.models import Claim, Rung
from extractors.parties import Cast
from extractors.reading.dealing import DEALING
from extractors.reading.families import BOTH_NAMED, TELLING
from extractors.reading.lexicon import words
from extractors.reading.phrases import Phrases
from extractors.reading.tokens import Tokens, tokens_of, words_of

# Words that hardly stand in other news. "Deal", "offer" and "buy" alone do.
CORE = Phrases(
    {
        "core": """
            bidder, bidders, bidding war, suitor, suitors, hostile bid|offer|takeover, rival bid|offer, joint bid,
            cash offer, takeover target|talks|approach, exclusivity, due diligence, antitrust,
            shareholder|shareholders vote|approval, national security review, golden share,
            proposed deal|sale|merger|acquisition|takeover|purchase, all-cash, all-stock, all-stock deal,
            deal value, the merger, the takeover, the acquisition, the transaction, the buyer,
            final investment decision, nuclear plant|project|station, multibillion-dollar, deal is worth,
            deal worth, to invest, will invest, plans to invest, letter of, would buy, to merge, valued at,
            values it at, valuation, combined company, majority stake, minority stake, controlling stake, warrants,
            buildout, build-out, merger, mergers, merge, merges, merged, takeover, take-over, acquisition,
            acquisitions, acquire, acquires, acquired, acquiring, buyout, buy-out, tender offer, takeover bid,
            stake in, equity stake, stake, pct of,
            agreed|agrees|agree to buy|sell|acquire|purchase|merge|invest|pay, to buy, will buy, is buying, buys,
            buy out, bid for, offer for, bid to, offer to buy|acquire|purchase, has bought, bought,
            letter of intent, definitive agreement, memorandum of understanding, agreement to sell|buy|acquire,
            agreement in principle, investment in|of, invest, invests, investing, invested, funding round,
            financing round, series a|b|c|d|e|f, strategic partnership, joint venture, pact,
            termination|break-up|breakup|break fee, shareholders approved|voted|vote, sale of, sell to, sells,
            to sell, sold to, sold its, divest, divestiture, divests, purchase of, completed purchase|sale,
            purchased, holding in, interest in, outstanding shares|stock, cloud contract|deal|agreement,
            supply agreement|deal|contract, gigawatts, fundraising, raises, raised,
            multibillion-dollar contract|deal,
            billion contract|deal|pact|partnership|investment|bid|offer|takeover|merger|acquisition|purchase|agreement,
            contract with, deal with, partnership with, agreement with, partnership between, deal between,
            agreement between, sale to, tie-up, contract|deal|agreement|order|offer|bid worth|valued,
            multi-year|multiyear|long-term|three-year|five-year|seven-year contract|deal|agreement|pact,
            10-year|ten-year|15-year|20-year contract|deal|agreement, deal to, deal for, contract for, in talks,
            financial terms, terms were not disclosed, undisclosed terms, transaction, per share in cash
            """,
    }
)
# Sorts of places where the same words mean something else.
OTHERWISE = Phrases(
    {
        "otherwise": """
            goal, goals, coach, striker, midfielder, quarterback, season, playoff, playoffs, championship, tournament,
            inning, scored, referee, ceasefire, troops, hostages, recipe, album, singer, song, songs, actor, actress,
            novel, movie, celebrity, horoscope, pupils, students, church, murder, police, arrested, gameplay, gamers,
            console, patients, vaccine, prayer, festival, wedding, holiday, holidays
            """,
    }
)
_GROWN = words("plant plants terminal pipeline")  # they also grow, and stand in airports
_SHORT = 4_000
_BIG = words("billion bn trillion gigawatts gigawatt gw bln mln dlrs")
_NEEDED = 2.2
_LEAD = 3
_MONEY = frozenset(
    ("deal_value", "price_per_share", "tranche_value", "valuation", "equity_stake", "capacity", "termination_fee")
)
_BUILT = words(
    """
    plant plants fab fabs factory factories reactor reactors refinery pipeline terminal gigafactory megaproject
    """
)


def worth_reading(lead: Tokens, title: str | None, length: int) -> bool:
    """Whether the lead or title holds a word of dealing at all: the quick way out for nearly every page.

    In a text of no great `length` (code points), a large sum or a plant will do.
    """
    if length < _SHORT and (not (_BIG | _BUILT).isdisjoint(lead.low) or any(map(_large, lead.low))):
        return True
    return _says_core(lead) or bool(title and _title_says_core(title))


def _large(word: str) -> bool:
    """Whether a word is a large sum written as one: "110bn"."""
    return word.endswith("bn") and word[0].isdigit()


def _says_core(read: Tokens) -> bool:
    return next(CORE.find(read), None) is not None


@lru_cache(maxsize=16)
def _title_says_core(title: str) -> bool:
    """Whether a title does; asked twice of each."""
    return _says_core(words_of(title))


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words of a report say for a deal and against one, before anybody is known to play in it."""

    weight: float
    most_led: float  # what the verbs of title and lead can be worth at most, as `Cast.led` counts them
    built: frozenset[str]  # sorts of plants that the lead speaks of


def signs_of_deal(read: Tokens, title: str | None) -> Signs:
    """Weigh the words of the trade, and those of other news."""
    last = read.sentences[min(_LEAD, len(read.sentences)) - 1].last
    above = tokens_of(title or "")
    cores = [hit.first for hit in CORE.find(read)]
    share = len(cores) / len(read)
    signs = (
        min(2.0, sum(1.0 for _ in CORE.find(read, 0, last))),
        1.5 if title and _title_says_core(title) else 0.0,
        -min(4.0, 1.0 * sum(1 for _ in OTHERWISE.find(read))),
        0.0 if len(read) < 500 else -2.0 if share < 0.008 else -1.0 if share < 0.012 else 0.0,
    )
    told = [(read, one) for one in read.sentences[:_LEAD]] + [(above, one) for one in above.sentences]
    verbs = [verb.kind for words, one in told for verb in DEALING.find(words, one.first, one.last)]
    most_led = BOTH_NAMED * sum(TELLING[verb] for verb in verbs)
    return Signs(sum(signs), most_led, _BUILT.intersection([*read.low[:last], *above.low]))


def could_be_deal(signs: Signs, cast: Cast | None = None) -> bool:
    """Whether what is not read yet could make it a deal: figures and a status, and the parties where not given.

    Spares most other pages the reading of all that. It never refuses what `about_deal` would take.
    """
    if cast is None:
        return bool(signs.built) or signs.weight + min(_MOST_LED, signs.most_led) + _MOST_NAMED + _MOST_TOLD >= _NEEDED
    if cast.kind is None or cast.weight <= 0:
        return False
    if cast.kind == "build_out":
        return bool(signs.built)
    return signs.weight + _worth_of(cast) + _MOST_TOLD >= _NEEDED


def about_deal(signs: Signs, cast: Cast, claims: Sequence[Claim], status: Claim | None) -> bool:
    """Weigh what speaks for a deal: the signs in its words, events in the lead, parties, figures read, a status."""
    if not could_be_deal(signs, cast):
        return False
    if cast.kind == "build_out":
        told = {claim.attribute for claim in claims}
        return "deal_value" in told or ("start_date" in told and not signs.built <= _GROWN)
    return signs.weight + _worth_of(cast) + _worth_of_told(claims, status) >= _NEEDED


_MOST_LED, _MOST_NAMED, _MOST_TOLD = 3.0, 1.0, 3.0


def _worth_of(cast: Cast) -> float:
    """What the events of the lead and known companies among the parties are worth."""
    return min(_MOST_LED, cast.led) + 0.5 * len({party.name for party in cast.parties} & cast.companies)


def _worth_of_told(claims: Sequence[Claim], status: Claim | None) -> float:
    """What figures and status are worth."""
    firm = sum(claim.attribute in _MONEY for claim in claims)
    return min(2.0, firm) + (1.0 if status is not None and status.reading is not Rung.ANNOUNCED else 0.0)
