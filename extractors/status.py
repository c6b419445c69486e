"""Which rung of the ladder a report asserts, and the words that do."""

from extractors.models import Claim, Rung, Span
from extractors.parties import Cast
from extractors.reading.dealing import DEALING
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Tokens

# Rows are verbs and nouns of the trade; `:weak` rows count where nothing firmer stands.
LADDER = Phrases(
    {
        "terminated": """
            terminated, terminate|terminates|terminating deal|merger|agreement|transaction, called off, calls off,
            call off, calling off, scrapped, scraps, abandoned, abandons, abandon,
            withdrew|withdraws|withdrawn|withdraw offer|bid|proposal|approach|plan|takeover|application,
            offer|bid|proposal|approach withdrawn, dropped bid|offer|plan|plans|pursuit|proposal, drops
            bid|offer|plan|plans|pursuit|proposal, walked|walks away, formally ended, officially ended, ended|ends
            merger|deal|talks|bid|proposed|agreement|pursuit, deal|merger|bid|takeover off, voted down, vote down,
            fell through, collapsed, collapse of, rejected by shareholders, no merger, there will be no, will not be
            sold, not get the approval, not get the votes|necessary, did not get, not proceed with, ended
            talks|discussions, pulled|pulls bid|offer|proposal, came to an end, off the table, not in the cards, not
            going to happen, calling the whole thing off, has failed, sent packing, no longer proceed, broke off,
            pulls out, pulled out, backed out, backs out, decided to drop, deal is dead, bid rejected, ended
            negotiations, rescinded, deal|merger|takeover|offer|bid|talks|agreement|sale|tie-up
            failed|lapsed|collapsed|died|dead|over|unravelled|unraveled, allowed|let lapse|lapses, walk away from,
            walking away, pulled|pulls|pull the plug, scuppered, is dead, is off, fell|falls|fallen apart,
            fell|falls|fallen through, came|comes to nothing, came|come to naught, aborted, ditched, ditches, nixed,
            talks|negotiations|discussions ended|end|ceased|failed, ended|end|ends|ending talks|negotiations|discussions,
            ended|ending without agreement, without reaching agreement|an, unable to complete|reach|agree|conclude,
            agreed|agree|agrees|decided to withdraw|terminate|cancel|drop|abandon|end, withdraw|withdrew|withdrawn
            offer|bid|proposal|from, allowed to expire, has|have|had expired, cancelled, canceled, cancels,
            torn|tore|ripped up, unwound, gave|gives|given up on, backed|backs away, throws|threw in the towel,
            bows|bowed out, dropped|drops out, will not proceed|bid|offer, no intention of making|bidding, no longer
            pursue|pursuing|interested
            """,
        "terminated:weak": "withdrew, withdrawn, withdraws, lapsed, failed, collapsed, dropped",
        "paused": """
            on ice, on hold, paused, stalled, stuck for now, is stuck, put on hold, suspended talks|deal|plans, in
            limbo, postponed indefinitely, shelved, run into an obstacle, stopped in its tracks, hit pause
            """,
        "completed": """
            completed acquisition|purchase|merger|takeover|deal|sale|buyout|transaction|previously, completes
            acquisition|purchase|merger|takeover|deal|sale|buyout, complete acquisition, closed
            acquisition|purchase|merger|deal|transaction|takeover|sale, closes
            acquisition|purchase|merger|deal|transaction|takeover|sale, was completed, been completed, were completed,
            has closed, have closed, finished buying, was complete, is complete, now owns, consummated, has completed,
            have completed, completed, finalized acquisition|purchase|merger|takeover|sale, finalised
            acquisition|purchase|merger|takeover|sale, goes through, went through, became
            effective, was effective, has put into, recently invested, brought to completion, deal closed, transaction
            closed, merger closed, has acquired, has bought, has purchased, has taken over, has sold, are now one, is
            now part of, now part of, has become part, successfully completed, has been
            acquired|bought|purchased|sold, boosted stake|holding, raised stake|holding, increased stake|holding, lowered|reduced|trimmed stake|holding, took
            control of, closed round|funding|financing, began operations, is now operational, has merged, have merged,
            has put in, officially part of, financial close, reached financial close, closing took place,
            closing|handover|transfer took place, keys changed|change hands, brought|comes|came to its
            conclusion|close, is done, was done, done deal, deal done, signing and closing, has taken control, has
            taken over, ownership passed|passes|transferred, has passed to, is now owned, now belongs to,
            became|becomes the owner, became|becomes part of,
            sale|purchase|takeover|acquisition|merger|deal|operation|transaction
            finished|concluded|completed|closed|done|finalised|finalized, completed its|their|the, closed
            its|their|the|on, wrapped up its|the
            """,
        "completed:weak": """
            acquired, bought, purchased, sold, closed, came from, has invested, it invested, has raised, have raised,
            raised
            """,
        "definitive": """
            definitive agreement|agreements, definitive merger|purchase|acquisition|sale agreement, signed a, signed
            an, signed and sealed, has signed, have signed, had signed, been signed, was signed, signed definitive,
            binding agreement|contract|offer|deal, inked, inks, put its name to, struck an agreement, has|have entered
            into, entered into a definitive, entered into an|definitive|merger|agreement, entered into
            agreement|contract, was finalized, was finalised, have finalized, has finalized, definitive deal, expected
            to be final, has a definitive, formally prolonged, contract signed, final agreement, signs
            deal|contract|agreement, sign deal|contract|agreement, signing of, signed agreement|contract|deal|pact,
            approved the merger, under an agreement, put|puts pen to paper, dotted line, legally binding, irrevocably,
            executed an|the agreement|contract, signed up, sealed a contract, sign the contract|agreement, contracts
            were signed, contract was signed, entered into
            """,
        "definitive:weak": "signed, finalized, finalised, merger agreement",
        "letter_of_intent": """
            letter of intent, letters of intent, memorandum of understanding, non-binding, nonbinding, term sheet,
            agreement in principle, agreed in principle, loi, mou, no definitive agreement|deal, no final
            agreement|contract, lacks a final, no binding contract|agreement|deal, still not finalised|finalized, not
            finalised, not finalized, nothing has been closed, preliminary agreement, heads of terms, heads of
            agreement, tentatively agreed, tentative agreement, preliminary deal, non-binding
            agreement|proposal|offer, no contract has been, no completed contracts, not been signed, reached agreement
            in principle, reach|reached|reaches|have|has an agreement in principle, agreed|agree|agrees in principle to,
            reached a preliminary|tentative|non-binding agreement
            """,
        "letter_of_intent:weak": "never a commitment, preliminary, framework, memorandum",
        "rumored": """
            in talks, talks to, talks with, talks have, talks concern, talks about, talks are, is considering, are
            considering, mulls, mulling, is weighing, are weighing, exploring a|an|the, is exploring, in discussions,
            discussions with, in negotiations, people familiar, person familiar, people with knowledge, person with
            knowledge, rumored, rumoured, near a deal, nears deal, close to a deal, close to an agreement, near an
            agreement, close to agreeing|buying|acquiring|investing, is negotiating, are negotiating, done
            negotiating, nearly completed, about to wrap|swap|land, almost sealed, in early talks, in advanced talks,
            advanced talks, early talks, exclusive talks, down to the last details, near the end of talks, is said to,
            are said to, practically finished, nothing is final, is preparing a|an|to, expected to announce, term
            sheets, final stages of talks, may be for sale, explore a sale, takeover speculation, held talks, holding
            talks, talks on, talks over, has held talks, seeking a buyer, close to
            landing|signing|sealing|ordering|clinching|securing|finalising|finalizing|completing|selling|raising|announcing|striking|reaching|winning,
            is minded to, are minded to, been floated, is|are|was reported to, is|are understood to, is|are believed
            to, is|are thought to, under discussion, edged ahead, is|are lining up, preparing a|an bid|offer, toying
            with, sounding|sounded out, held|holds|hold discussions|negotiations,
            preliminary|informal|exploratory|early-stage|late-stage talks|discussions, could announce|be announced,
            may announce|be announced, as soon as this|next week|month, no decision has, no deal has, could fall|come
            apart|together, no certainty
            """,
        "rumored:weak": """
            talks, sources, reportedly, speculation, negotiations, discussions, nears, nearing, considering,
            considers, weighing, weighs, eyes, eyeing, interested in, would consider, may buy|bid|acquire|sell|seek,
            could buy|bid|acquire, plans to invest, might join, unnamed sources, in line for|to, according to
            people|sources, people who have|know, on the table, favourite to, poised to, in the running, shortlisted,
            contemplating, in the frame, who have seen, sources close, people briefed, person briefed, people with
            direct, sources say|said|tell|told|familiar
            """,
        "announced": """
            announced it|that|plans|deal|merger|acquisition|agreement|partnership|a, announces, agreed to, agrees to,
            agreed, agrees, agree to, will buy|acquire|purchase|invest|sell|merge, would buy|acquire, unveiled,
            unveils, made public, made known, is buying, is acquiring, are buying, is selling, has a deal, have a
            deal, is offering, made an offer, launched tender|bid|offer|takeover, is investing, is
            putting, is pouring, voiced the intention, revealed by, reached an agreement, reached agreement, proposed
            merger|acquisition|takeover|sale|offer, raised offer|bid, sweetened, has offered, is paying, agreement to
            buy|acquire|sell|merge, agreement in, agreed sale, plans to acquire|buy|sell|merge|invest, teams up, has
            won, set out plans, clinched|reached|sealed|agreed a deal, will
            supply|deploy|provide|use|build|receive, being acquired, is to receive, taking further, are entering,
            struck a deal, has struck, have struck, picked, was accepted, is|are to
            buy|acquire|invest|subscribe|supply|sell|merge, will absorb, will take over, is|was|are raising, will
            build|pay|deliver, adds a second|third, has won the auction
            """,
        "announced:step": """
            approved, approves, rejected, rejects, reject, rebuffed, spurned, accepted, accepts, extended, extends, extend,
            extending, increased|increases|increase|raised|raises|raise offer|bid,
            increase|increased|boosted|raised takeover|tender|cash offer|bid, received|receives|received|gets|got approval|clearance|acceptances|proposals|offers,
            received a|an proposal|offer|bid, decided|plans|expects|intends|offered|prepared|wants|hopes|seeking
            to sell|buy|acquire|purchase|merge|bid, will be acquired|bought|sold|merged, overturned, blocked
            """,
        "announced:weak": """
            announced, tender offer, announcing, disclosed, proposed, proposes, proposal, bid, offer, offered, offers, bids, to
            buy|acquire|purchase|sell|merge|invest, buys, acquires, selling, launches, plans to, plan to, planned,
            plans, intends to, pledges, pledged, partnership, strategic partnership, a deal, deal with, presented,
            will get, will put, to be bought|acquired, takeover offer|bid, invests, pouring, reject, rejected,
            rejects, turned down, going to, set to, revealed, alliance, approved, seeking, seeks, invest, has made,
            stands to receive, confirmed, thrown|throws|threw out, rebuffed, rebuffs, spurned, spurns, snubbed, snubs,
            knocked|knocks back, brushed|brushes off, declined, hiked, hikes, upped, ups, topped|tops up, trumped,
            trumps, outbid, outbids, counters, countered, green light, nod
            """,
    }
)
_NOT = words(
    """
    not no never cannot without nor neither hardly unlikely nothing lacks lacking yet
    """
)
_AHEAD = words(
    """
    will would expected expects expect to if once when until before should may might could can be unless subject after
    pending
    """
)
_UNSURE = words(
    """
    when once until if only after unless turns hinges assurance assured guarantee guaranteed before eventual upon
    """
)
# How much a rung says: ends and results outweigh beginnings, since a report of the end also tells the beginning.
_RANK = {
    "terminated": 5.0,
    "paused": 4.6,
    "completed": 4.4,
    "letter_of_intent": 4.0,
    "definitive": 3.7,
    "rumored": 3.3,
    "announced": 2.4,
}
_SAYS = {"weak": 0.48, "step": 0.8}  # a step towards a deal says more than that there is one
_PASSING = ("terminated", "paused", "completed", "rumored")


def find_status(read: Tokens, scenes: list[Scene], cast: Cast) -> Claim | None:
    """The rung that the report asserts of its deal; None where it asserts none, as on a regulator's step."""
    best: tuple[float, Rung, Hit] | None = None
    for scene in scenes:
        if not scene.on_deal or not (scene.parties or scene.points or scene.number < 2):
            continue
        sentence = read.sentences[scene.number]
        for hit in LADDER.find(read, sentence.first, sentence.last):
            kind, _, weak = hit.kind.partition(":")
            if not _truly(read, hit, kind, sentence.first, sentence.last):
                continue
            if kind == "letter_of_intent" and _only_offered(read, hit):
                kind = "announced"
            near = _nearness(scene)
            if weak and kind != "announced" and scene.number >= _LEAD:
                continue
            if weak or kind in _PASSING:
                near *= near  # far from the lead these mostly tell of something else
            if kind == "letter_of_intent" and _superseded(read, sentence.first, sentence.last):
                near *= 0.5
            score = _RANK[kind] * near * (_SAYS[weak] if weak else 1.0)
            if best is None or score > best[0]:
                best = score, Rung(kind), hit
    found = best[2] if best else _dealing(read, scenes)
    if found is None:
        return None
    first, last = _words_that_say_it(read, found)
    quote = Span(read.words(first, last), read.starts[first], read.ends[last - 1])
    return Claim("status", best[1] if best else Rung.ANNOUNCED, quote.words, quote)


def _dealing(read: Tokens, scenes: list[Scene]) -> Hit | None:
    """The first word of dealing in the lead: what is told as a deal, and no firmer, has been made known.

    None where the lead is of a step on the way: those reports assert no status.
    """
    for scene in scenes[:_LEAD]:
        sentence = read.sentences[scene.number]
        if not _STEPS.isdisjoint(read.low[sentence.first : sentence.last]):
            return None
        for hit in DEALING.find(read, sentence.first, sentence.last):
            if scene.on_deal and hit.kind in _TELLS:
                return hit
    return None


_LEAD = 4  # sentences
_TELLS = words(
    """
    buy bought purchase_of deal_for offer purchase sell sale_to sold merge invest investment raise supply procure pact
    leads build
    """
)
# What a report on a step or a delay is about.
_STEPS = words(
    """
    regulator regulators watchdog watchdogs approval approvals clearance cleared clears clear antitrust court judge
    lawsuit probe inquiry investigation review delay delays delayed postponed postpones later slips slipped behind
    ministry commission permit permits permission vote voted votes
    """
)


def _words_that_say_it(read: Tokens, hit: Hit) -> tuple[int, int]:
    """The tokens to quote: "completed" of "has completed its acquisition", all of "agreed to acquire"."""
    first, last, low = hit.first, hit.last, read.low
    while first < last - 1 and low[first] in _HELPERS:
        first += 1
    if low[first] == "said":
        return last - 1, min(last + 1, len(read))
    if low[first] in _ENOUGH:
        return first, first + 1
    if low[first] in ("agreed", "agrees", "agree", "plans", "offered", "decided") and low[first + 1 : first + 2] == [
        "to"
    ]:
        return first, min(first + 3, len(read))
    if low[last - 1] in ("a", "an") or low[first] in _NAMES_WHAT:
        tail = next((i for i in range(first, min(first + 8, len(read))) if low[i] in _NAMED or low[i] in ".,;"), first)
        return first, tail + 1 if low[tail] in _NAMED else last
    return first, last


def _superseded(read: Tokens, first: int, last: int) -> bool:
    """Whether a sentence looks back at a plan that something else has taken the place of."""
    return not _REPLACED.isdisjoint(read.low[first:last])


_REPLACED = words("earlier former replaces replaced replacing instead superseded supersedes")
_IF = words("if unless until once")
_BEFORE = words("previously earlier already originally first newly recently")
_OFFERED = words("offer bid proposal indicative approach")
_ON_EXCHANGE = words("shares stock % percent pct higher lower up down")
_NAMES_WHAT = words("signed entered extended extending extends withdraw withdrew withdrawn preliminary")
_NAMED = words("agreement contract deal intent pact offer bid proposal merger talks discussions negotiations accord")
_HELPERS = words("has have had was were is are been being to its the will would")
_ENOUGH = words(
    """
    completed completes closed closes terminated terminates approved proposed acquired bought purchased sold announced
    """
)


def _nearness(scene: Scene) -> float:
    """What is said first is what is reported; later sentences tell how it came about."""
    near = 1.0 if scene.number < 2 else 0.85 if scene.number < 4 else 0.68 if scene.number < 8 else 0.5
    return near * (0.8 if scene.strangers and len(scene.parties) < 2 and not scene.points else 1.0)


def _only_offered(read: Tokens, hit: Hit) -> bool:
    """Whether "non-binding" is said of an offer: that binds nobody before it is taken, and is made known, no more."""
    return read.low[hit.first].startswith("non") and not _OFFERED.isdisjoint(read.low[hit.first : hit.last + 3])


def _truly(read: Tokens, hit: Hit, kind: str, first: int, last: int) -> bool:
    """Whether a phrase stands here for its rung: not denied, and not done where it lies ahead."""
    before = read.low[max(first, hit.first - 4) : hit.first]
    after = read.low[hit.last : min(last, hit.last + 6)]
    denied = any(word in _NOT or word.endswith("n't") for word in before)
    if read.low[hit.first] == "closed" and not _ON_EXCHANGE.isdisjoint([*before, *after[:4]]):
        return False
    if hit.last - hit.first == 1 and read.low[hit.first] == "announced" and not _BEFORE.isdisjoint(before[-1:]):
        return False  # "the previously announced purchase"
    if read.low[hit.first] == "preliminary" and _NAMED.isdisjoint(after[:3]):
        return False  # a preliminary injunction, a preliminary prospectus
    if kind in ("completed", "terminated"):
        wide = read.low[max(first, hit.first - 9) : hit.first]
        return not denied and not any(word in _AHEAD for word in before[-3:]) and _IF.isdisjoint(wide)
    if kind == "definitive":
        wide = read.low[max(first, hit.first - 9) : hit.first]
        return not denied and _UNSURE.isdisjoint([*wide, *after]) and "not" not in after and after[:1] != ["off"]
    return not denied or kind in ("letter_of_intent", "rumored")
