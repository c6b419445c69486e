"""Which rung of the ladder a report asserts, and the words that do."""

from extractors.models import Claim, Rung, Span
from extractors.parties import Cast
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.scenes import Scene
from extractors.reading.tokens import Tokens

# Rows are verbs and nouns of the trade; `:weak` rows count where nothing firmer stands.
LADDER = Phrases(
    {
        "terminated": """
            terminated, terminate|terminates|terminating deal|merger|agreement|transaction, called off, calls off,
            call off, calling off, scrapped, scraps, abandoned, abandons, abandon, withdrew, withdraws, withdrawn,
            dropped bid|offer|plan|plans|pursuit|proposal, drops bid|offer|plan|plans|pursuit|proposal,
            walked|walks away, formally ended, officially ended,
            ended|ends merger|deal|talks|bid|proposed|agreement|pursuit, deal|merger|bid|takeover off, voted down,
            vote down, fell through, collapsed, collapse of, rejected by shareholders, no merger, there will be no,
            will not be sold, not get the approval, not get the votes|necessary, did not get, not proceed with,
            ended talks|discussions, pulled|pulls bid|offer|proposal, came to an end, off the table, not in the cards,
            not going to happen, calling the whole thing off, has failed, failed, sent packing, no longer proceed,
            lapsed, broke off, pulls out, pulled out, backed out, backs out,
            decided to drop, deal is dead, bid rejected, ended negotiations, rescinded
            """,
        "paused": """
            on ice, on hold, paused, stalled, stuck for now, is stuck, put on hold, suspended talks|deal|plans,
            in limbo, postponed indefinitely, shelved, run into an obstacle, stopped in its tracks, hit pause
            """,
        "completed": """
            completed acquisition|purchase|merger|takeover|deal|sale|buyout|transaction|previously,
            completes acquisition|purchase|merger|takeover|deal|sale|buyout, complete acquisition,
            closed acquisition|purchase|merger|deal|transaction|takeover|sale,
            closes acquisition|purchase|merger|deal|transaction|takeover|sale, was completed, been completed,
            were completed, has closed, have closed, finished buying, was complete, is complete, now owns,
            consummated, has completed, have completed, completed,
            finalized acquisition|purchase|merger|takeover|sale, finalised acquisition|purchase|merger|takeover|sale,
            wholly owned subsidiary, goes through, went through, became effective, was effective, has put into,
            recently invested, brought to completion, deal closed, transaction closed, merger closed, has acquired,
            has bought, has purchased, has taken over, has sold, are now one, is now part of, now part of,
            has become part, successfully completed, has been acquired|bought|purchased|sold, boosted stake|holding,
            raised stake|holding, increased stake|holding, took control of, closed round|funding|financing,
            began operations, is now operational, has merged, have merged, has put in,
            officially part of
            """,
        "completed:weak": """
            acquired, bought, purchased, sold, closed, came from, has invested, it invested, has raised, have raised,
            raised
            """,
        "definitive": """
            definitive agreement|agreements, definitive merger|purchase|acquisition|sale agreement, signed a,
            signed an, signed and sealed, has signed, have signed, had signed, been signed, was signed,
            signed definitive, binding agreement|contract|offer|deal, inked, inks, put its name to,
            struck an agreement, has|have entered into, entered into a definitive,
            entered into an|definitive|merger|agreement, entered into agreement|contract, was finalized,
            was finalised, have finalized, has finalized, definitive deal, expected to be final, has a definitive,
            formally prolonged, contract signed, final agreement, signs deal|contract|agreement,
            sign deal|contract|agreement, signing of, signed agreement|contract|deal|pact, approved the merger,
            under an agreement
            """,
        "definitive:weak": "signed, finalized, finalised, merger agreement",
        "letter_of_intent": """
            letter of intent, letters of intent, memorandum of understanding, non-binding, nonbinding, term sheet,
            agreement in principle, agreed in principle, loi, mou, no definitive agreement|deal,
            no final agreement|contract, lacks a final, no binding contract|agreement|deal,
            still not finalised|finalized, not finalised, not finalized, nothing has been closed,
            preliminary agreement, heads of terms, heads of agreement, tentatively agreed, tentative agreement,
            preliminary deal, non-binding agreement|proposal|offer, no contract has been, no completed contracts,
            not been signed, reached agreement in principle
            """,
        "letter_of_intent:weak": "never a commitment, preliminary, framework, memorandum",
        "rumored": """
            in talks, talks to, talks with, talks have, talks concern, talks about, talks are, is considering,
            are considering, mulls, mulling, is weighing, are weighing, exploring a|an|the, is exploring,
            in discussions, discussions with, in negotiations, people familiar, person familiar,
            people with knowledge, person with knowledge, rumored, rumoured, near a deal, nears deal, close to a deal,
            close to an agreement, near an agreement, close to agreeing|buying|acquiring|investing, is negotiating,
            are negotiating, done negotiating,
            nearly completed, about to wrap|swap|land, almost sealed, in early talks, in advanced talks,
            advanced talks, early talks, exclusive talks, down to the last details, near the end of talks, is said to,
            are said to, practically finished, nothing is final, is preparing a|an|to, expected to announce,
            term sheets, final stages of talks, may be for sale, explore a sale, takeover speculation, held talks,
            holding talks, talks on, talks over, has held talks, seeking a buyer
            """,
        "rumored:weak": """
            talks, sources, reportedly, speculation, negotiations, discussions, nears, nearing, considering,
            considers, weighing, weighs, eyes, eyeing, interested in, would consider, may buy|bid|acquire|sell|seek,
            could buy|bid|acquire, plans to invest, might join, unnamed sources
            """,
        "announced": """
            announced it|that|plans|deal|merger|acquisition|agreement|partnership|a, announces, agreed to, agrees to,
            agreed, agrees, agree to, will buy|acquire|purchase|invest|sell|merge, would buy|acquire, unveiled,
            unveils, made public, made known, is buying, is acquiring, are buying, is selling, has a deal,
            have a deal, is offering, tender offer, made an offer, launched tender|bid|offer|takeover, is investing,
            is putting, is pouring, voiced the intention, revealed by, reached an agreement, reached agreement,
            proposed merger|acquisition|takeover|sale|offer, raised offer|bid, sweetened, has offered, is paying,
            agreement to buy|acquire|sell|merge, agreement in, agreed sale, plans to acquire|buy|sell|merge|invest,
            teams up, has won,   said it will, set out plans,
            clinched|reached|sealed|agreed a deal, will supply|deploy|provide|use|build|receive, being acquired,
            is to receive, taking further, are entering, struck a deal, has struck, have struck, picked, was accepted,
            is|are to buy|acquire|invest|subscribe|supply|sell|merge, will absorb, will take over,
            is|was|are raising, will build|pay|deliver, adds a second|third, has won the auction
            """,
        "announced:weak": """
            announced, announcing, disclosed, proposed, proposes, proposal, bid, offer, offered, offers, bids,
            to buy|acquire|purchase|sell|merge|invest, buys, acquires, selling, launches, plans to, plan to, planned,
            plans, intends to, pledges, pledged, partnership, strategic partnership, a deal, deal with, presented,
            will get, will put, to be bought|acquired, takeover offer|bid, invests, pouring, reject, rejected,
            rejects, turned down, going to, set to, revealed, alliance, approved, seeking, seeks, invest, has made,
            stands to receive, confirmed
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
_WEAK = 0.48
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
            if weak or kind in _PASSING:
                near *= near  # far from the lead these mostly tell of something else
            if kind == "letter_of_intent" and _superseded(read, sentence.first, sentence.last):
                near *= 0.5
            score = _RANK[kind] * near * (_WEAK if weak else 1.0)
            if best is None or score > best[0]:
                best = score, Rung(kind), hit
    if best is None:
        return None
    first, last = _words_that_say_it(read, best[2])
    quote = Span(read.words(first, last), read.starts[first], read.ends[last - 1])
    return Claim("status", best[1], quote.words, quote)


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
    if low[last - 1] in ("a", "an") or low[first] == "signed":
        tail = next(
            (
                i
                for i in range(first, min(first + 8, len(read)))
                if low[i] in ("agreement", "contract", "deal", "intent")
            ),
            last - 1,
        )
        return first, tail + 1
    return first, last


def _superseded(read: Tokens, first: int, last: int) -> bool:
    """Whether a sentence looks back at a plan that something else has taken the place of."""
    return not _REPLACED.isdisjoint(read.low[first:last])


_REPLACED = words("earlier former replaces replaced replacing instead superseded supersedes")
_OFFERED = words("offer bid proposal indicative approach")
_ON_EXCHANGE = words("shares stock % percent pct higher lower up down")
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
    if kind in ("completed", "terminated"):
        return not denied and not any(word in _AHEAD for word in before[-3:])
    if kind == "definitive":
        wide = read.low[max(first, hit.first - 9) : hit.first]
        return not denied and _UNSURE.isdisjoint([*wide, *after]) and "not" not in after and after[:1] != ["off"]
    return not denied or kind in ("letter_of_intent", "rumored")
