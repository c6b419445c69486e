"""The sentences of a report as its deal sees them: which speak of it, which of something else."""

from dataclasses import dataclass

from extractors.parties import Cast
from extractors.reading.names import Named
from extractors.reading.phrases import Hit, Phrases
from extractors.reading.tokens import Tokens

# Words that point back at the deal or its parties without naming them.
POINTERS = Phrases(
    {
        "deal": """
            talks, negotiations, discussions, the letter, the framework, the approach, an agreement,
            the deal, the transaction, the merger, the takeover, the acquisition, the agreement, the pact,
            the contract, the partnership, the offer, the bid, the proposal, the purchase, the plan, the investment,
            the arrangement, the collaboration, this deal|transaction|agreement|partnership,
            its offer|bid|proposal|plan, the first gigawatt|phase|tranche|stage, phase one, the sale, the terms,
            stage one, gigawatt one, first gigawatt, letter of intent, closing, completion, under it, under the,
            the venture, the alliance, the round, the two companies, both companies, the parties, both sides,
            the tie-up, the funding round, opening gigawatt, the financial terms, termination fee, break-up fee,
            breakup fee, earlier proposal|proposals|offer|offers|bid|bids, the consortium, the stake, merger
            """,
        "party": """
            the money, the site, the plant, the project, the fab, the two, the pair, the companies, the chipmaker,
            the startup, the buyer, the seller, the target, the suitor, the company, the group, the price, the cash,
            the first, the second, the financing, the initial, the acquirer, shareholders, holders, a first,
            the combined company, it, they, the maker of, the board, the shares
            """,
    }
)
# A passage that begins so has left the deal.
ASIDES = Phrases(
    {
        "aside": """
            elsewhere, in other news, for scale, why it matters, why does it matter,
            why should, also in the coverage, back at home, for comparison, by comparison, by contrast, in other,
            at home, related, what should|does|do|founders|this|it, what founders, our tip, our team, background,
            lessons, for readers, for gamers, against that background, other ai-related, in europe, readers
            """,
        "turn": "meanwhile, separately",
    }
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its names that are parties, its names that are strangers, and whether it speaks of the deal."""

    number: int
    parties: tuple[Named, ...]
    strangers: tuple[Named, ...]
    on_deal: bool
    pointers: tuple[Hit, ...]  # words that point back at the deal
    lead: bool
    aside: bool = False  # opens with words that leave the deal
    depth: int = 0  # how far the report has gone: items of a list count by halves

    @property
    def points(self) -> bool:
        """Whether any word points back at the deal."""
        return bool(self.pointers)


_BULLETS = frozenset("-–—•·●▪*")
_OPENING = 2  # words; a bullet may go before


def _christened(read: Tokens, name: Named) -> bool:
    """Whether a deal's own child gets its name here: "a venture called Stargate"."""
    before = read.low[max(0, name.first - 2) : name.first]
    return before[-1:] != [] and (before[-1] in ("called", "named", "dubbed", "as", "nicknamed") or before[0] == "name")


def scenes_of(read: Tokens, cast: Cast) -> list[Scene]:
    """Follow the thread of a report from sentence to sentence: it is lost where only strangers act."""
    here: list[list[Named]] = [[] for _ in read.sentences]
    for name in cast.names.found:
        if not name.person:
            here[read.sentence_at(read.starts[name.first])].append(name)
    scenes: list[Scene] = []
    on, since, items = True, 0, 0
    for number, sentence in enumerate(read.sentences):
        parties = tuple(name for name in here[number] if name.key in cast.keys)
        strangers = tuple(name for name in here[number] if name.key not in cast.keys and not _christened(read, name))
        points = tuple(POINTERS.find(read, sentence.first, sentence.last))
        leaving = next(ASIDES.find(read, sentence.first, min(sentence.first + 5, sentence.last)), None)
        aside = leaving is not None
        if parties and not aside:
            on, since = True, 0
        elif aside or (any(name.sure for name in strangers) and not points):
            on = False
        elif (strangers and not points) or not points:
            since += 1
        items += read.raw[sentence.first] in _BULLETS
        opens = (
            leaving is not None
            and leaving.first - sentence.first < _OPENING
            and not (leaving.kind == "turn" and parties)
        )
        scenes.append(
            Scene(
                number,
                parties,
                strangers,
                on and since < 3 and not aside,
                points,
                number < 3,
                opens,
                number - items // 2,
            )
        )
    return scenes
