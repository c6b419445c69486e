"""Words that point back at the deal of a report, and words with which a passage leaves it."""

from extractors.reading.phrases import Hit, Phrases
from extractors.reading.tokens import Sentence, Tokens

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
_OPENS = 5  # words


def leaves(read: Tokens, sentence: Sentence) -> Hit | None:
    """The words among the first of a sentence that leave the deal: an "aside", or a "turn" which may come back."""
    return next(ASIDES.find(read, sentence.first, min(sentence.first + _OPENS, sentence.last)), None)
