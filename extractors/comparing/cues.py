"""Words by which a text shows that a figure or a day moved, and which way."""

from collections.abc import Iterable

from extractors.models import Days, Fact, Figure
from extractors.relations import folded, printed_ends, slip_days

UP = (
    "raised", "raises", "raise", "raising", "sweetened", "sweetens", "upped", "increased", "increases", "boosted",
    "boosts", "lifted", "lifts", "hiked", "improved", "enlarged", "expanded", "has grown", "grew", "up from",
    "bumped", "topped up", "doubled", "tripled", "outbids", "outbid", "as against", "swelled", "upsized",
)  # fmt: skip
DOWN = (
    "lowered", "lowers", "reduced", "reduces", "cut to", "cut from", "trimmed", "slashed", "scaled back", "scaled down",
    "down from", "halved", "shrank", "shrunk", "pared", "dropped from", "fell from", "downsized",
)  # fmt: skip
LATER = (
    "delayed", "delays", "delay", "postponed", "pushed back", "pushes back", "pushed to", "pushed out", "slipped",
    "slips", "put off", "deferred", "extended", "later than planned", "later than expected", "behind schedule",
    "not until", "no earlier than", "missed",
)  # fmt: skip
EARLIER = ("brought forward", "pulled forward", "moved up", "accelerated", "ahead of schedule", "earlier than planned")
EITHER = (
    "instead of", "rather than", "renegotiated", "no longer", "revised", "amended", "rescheduled", "reworked",
    "replaced", "becomes", "became", "goes from", "went from", "moved from", "changed from", "the old",
)  # fmt: skip
MOVED = (*UP, *DOWN, *LATER, *EARLIER, *EITHER)
NEWER = ("now", "new", "updated", "latest")  # only tells who came later
LOOKING_BACK = (
    "ago", "last", "earlier", "previously", "originally", "initially", "back in", "had", "since", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NOT_YET = (
    "if", "unless", "once", "until", "would", "could", "may", "might", "will", "shall", "should", "is to",
    "are to", "expected", "expects", "due", "set to", "unlikely", "likely", "provided",
)  # fmt: skip

_BEFORE, _AFTER = 40, 24  # characters: a cue farther off speaks of something else


def says(fact: Fact, cues: Iterable[str]) -> bool:
    """Whether one of the cues stands, as whole words, close to the quote in its sentence."""
    at = max(0, fact.sentence.find(fact.claim.quote.words))
    near = _padded(fact.sentence[max(0, at - _BEFORE) : at + len(fact.claim.quote.words) + _AFTER])
    return any(f" {cue} " in near for cue in cues)


def says_it_moved(earlier: Fact, later: Fact) -> bool:
    """Whether the later text speaks of a move, and in the direction in which the two differ: who raised paid less."""
    towards = way(earlier, later)
    forward, backward = (LATER, EARLIER) if isinstance(later.claim.reading, Days) else (UP, DOWN)
    fitting = forward if towards > 0 else backward if towards < 0 else (*forward, *backward)
    return says(later, (*EITHER, *fitting))


def _padded(text: str) -> str:
    letters = "".join(c if c.isalnum() else " " for c in text.casefold())
    return f" {' '.join(letters.split())} "


def way(earlier: Fact, later: Fact) -> int:
    """1 where the later reading is the larger or later one, -1 the other way round, 0 where nobody can tell."""
    a, b = earlier.claim.reading, later.claim.reading
    if isinstance(a, Days) and isinstance(b, Days):
        return (slip_days(a, b) > 0) - (slip_days(a, b) < 0)
    if isinstance(a, Figure) and isinstance(b, Figure) and folded(a).unit == folded(b).unit:
        one, two = printed_ends(folded(a))[1], printed_ends(folded(b))[1]
        return (two > one) - (two < one) if one is not None and two is not None else 0
    return 0
