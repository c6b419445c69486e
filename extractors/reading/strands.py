"""What part of the deal a claim speaks of, who pays, and on what condition."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.models import Role
from extractors.parties import Cast
from extractors.reading.binding import Place
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.phrases import Phrases
from extractors.reading.tokens import Tokens

_ORDINALS = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "1": "1",
    "2": "2",
    "3": "3",
    "4": "4",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "one": "1",
    "two": "2",
    "three": "3",
}
_PARTS = words("fab plant unit reactor phase module line train stage site mod building turbine")
_NOUNS = _PARTS | {f"{part}s" for part in _PARTS}
_OPENINGS = words("once when if after until unless provided upon")
_MOST_CONDITION = 22  # words; a longer clause is a story, no condition


def strand(read: Tokens, place: Place, attribute: str, cast: Cast) -> str | None:
    """The part of the deal that a claim speaks of: a unit of a plant, a bidder; None for the whole."""
    if cast.kind == "build_out" and attribute in ("start_date", "phase_date", "capacity"):
        return part_of(read, place)
    if attribute == "tranche_value" and cast.raises:
        return part_payer(read, place, cast)
    if cast.bidders and attribute in (
        "deal_value",
        "price_per_share",
        "termination_fee",
        "announce_date",
        "close_date",
        "equity_stake",
    ):
        return bidder_of(read, place, cast)
    return None


def part_of(read: Tokens, place: Place) -> str | None:
    """The stage or unit that a sentence speaks of before a figure: "fab 2", "unit 1", "phase 1"."""
    first = read.sentences[place.scene.number].first
    parts = read.places_of(_NOUNS)
    before = bisect_left(parts, place.first)
    noun = read.low[parts[before - 1]].rstrip("s") if before else "part"
    for i in range(place.first - 1, first - 1, -1):
        word, after = read.low[i], read.low[i + 1]
        if read.raw[i] == ";":
            return None
        if word in ("first", "second", "third", "fourth") and (after in _PARTS or after in _VERBS):
            return f"{after if after in _PARTS else noun} {_ORDINALS[word]}"
        if word in _PARTS and after in _ORDINALS:
            return f"{word} {_ORDINALS[after]}"
    return None


_VERBS = words("should will was is would to could now may")


def bidder_of(read: Tokens, place: Place, cast: Cast) -> str | None:
    """Whose bid a figure is of, where several contend for one target; None where there is one bidder."""
    bidders = cast.bidders
    if len(bidders) < 2:
        return None
    first = read.sentences[place.scene.number].first
    near = [name for name in place.scene.parties if name.key in bidders]
    before = [name for name in near if name.last <= place.first]
    after = [name for name in near if name.first == place.last + 1 and read.low[place.last] in ("that", "which")]
    chosen = after[0] if after else before[-1] if before else near[0] if near else None
    if chosen is None:
        named = cast.names.of(bidders)
        earlier = bisect_right(named, first, key=lambda name: name.last)
        chosen = _subject_of(read, named[:earlier])
    return cast.names.display(chosen.key) if chosen else None


def _subject_of(read: Tokens, named: Sequence[Named]) -> Named | None:
    """Of whom the last sentence that names a bidder speaks: of the one it names first, as "the deal" after it does."""
    if not named:
        return None
    opens = read.sentences[read.sentence_at(read.starts[named[-1].first])].first
    return next(name for name in named if name.first >= opens)


def part_payer(read: Tokens, place: Place, cast: Cast) -> str | None:
    """Whose part of a round a sum is: "$50 billion from Amazon", "Amazon invests $50 billion"."""
    beside = next((n for n in (*place.scene.parties, *place.scene.strangers) if n.last == place.first), None)
    if beside is not None and read.low[beside.first - 1] in _LISTING and not read.owns[beside.last - 1]:
        return cast.names.display(beside.key)
    givers = {party.name for party in cast.parties if party.role is Role.INVESTOR}
    first = read.sentences[place.scene.number].first
    nearest: str | None = None
    for name in place.scene.parties:
        giver = cast.names.display(name.key)
        if giver not in givers:
            continue
        raised = not _RAISING.isdisjoint(read.low[max(first, place.first - 3) : place.first])
        if name.first - place.last == 1 and read.low[place.last] == "from" and not raised:
            return giver
        between = read.low[name.last : place.first]
        if 0 <= place.first - name.last < 5 and _APART.isdisjoint(between) and not _RAISING & set(between):
            nearest = giver  # "Acme $2bn and Bell $2bn"
    return nearest


_LISTING = words(", : ;")
_RAISING = words("raised raises raise raising secured secures")
_APART = words("; . : from of with by")


def payer_of(read: Tokens, place: Place, cast: Cast) -> str | None:
    """Who owes a fee: the party before "would owe", "must pay" in the same sentence."""
    first = read.sentences[place.scene.number].first
    owed = [i for i in range(place.last, min(place.last + 4, len(read) - 1)) if read.low[i] in ("payable", "due")]
    if owed:  # "Acme's fee of $5bn, payable to Bell", "a fee of $5bn payable by Acme"
        by = [n for n in place.scene.parties if read.low[owed[0] + 1] == "by" and n.first > owed[0]]
        payer = by[:1] or [n for n in place.scene.parties if n.last <= place.first][-1:]
        return cast.names.display(payer[0].key) if payer else None
    verbs = [i for i in range(first, place.first) if read.low[i] in ("owe", "owes", "pay", "pays", "owed", "paying")]
    if not verbs:
        return None
    before = [name for name in place.scene.parties if name.last <= verbs[-1]]
    return cast.names.display(before[-1].key) if before else None


def condition_of(read: Tokens, place: Place, attribute: str) -> str | None:
    """The clause that a part payment or fee hangs on: "once the deal has been signed"."""
    if attribute not in ("tranche_value", "termination_fee"):
        return None
    last = read.sentences[place.scene.number].last
    start = next((i for i in range(place.last, last) if read.low[i] in _OPENINGS), None)
    if start is None:
        return None
    end = next((i for i in range(start, last) if read.raw[i] in _ENDS), last)
    return " ".join(read.words(start, end).split()) if 2 < end - start <= _MOST_CONDITION else None


def modality_of(read: Tokens, place: Place, attribute: str) -> str | None:
    """How a figure is meant where the words beside it deny it or make it depend on something."""
    sentence = read.sentences[place.scene.number]
    before = read.low[max(sentence.first, place.first - 8) : place.first]
    after = read.low[place.last : min(sentence.last, place.last + 6)]
    if next(_DENIALS.find(read, max(sentence.first, place.first - 8), min(sentence.last, place.last + 8)), None):
        return "denied"
    if attribute == "termination_fee" or (attribute == "tranche_value" and not _OPENINGS.isdisjoint(after)):
        return "conditional"
    if not _IFS.isdisjoint(after[:4]) or not _IFS.isdisjoint(before):
        return "conditional"
    return None


_IFS = words("if unless provided should contingent")
_DENIALS = Phrases(
    {
        "denied": """
            never a commitment, never committed, denied that, denies that, denied reports, denies reports, ruled out,
            rules out, not true that, no truth, has no plan|plans|intention, have no plan|plans|intention,
            not in the cards, nothing like, not going to
            """,
    }
)

_ENDS: Sequence[str] = (",", ".", ";", "?", "!", "—", "–", ")", "(")
