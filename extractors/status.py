"""Which rung of the ladder a report asserts, and the words that do."""

from collections.abc import Iterator
from itertools import pairwise

from extractors.models import Claim, Rung, Span
from extractors.parties import Cast
from extractors.reading.builtladder import BUILT, of_the_works
from extractors.reading.dealing import DEALING
from extractors.reading.ladder import LADDER
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit
from extractors.reading.scenes import Scene
from extractors.reading.steps import of_a_step
from extractors.reading.tokens import Tokens, words_of_title

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
# What goes before an agreement that is only worked at: "to turn it into a definitive agreement".
_TOWARDS = words(
    """
    toward towards turn turning working negotiate negotiating should could might may hope hopes aim aims seek seeks
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
_IN_TITLE = 1.3  # what the title asserts is the news
# A step towards a deal says more than that there is one, and so does money that a company has raised.
_SAYS = {"weak": 0.48, "step": 0.8, "money": 0.7}
_PASSING = ("terminated", "paused", "completed", "rumored")


def find_status(read: Tokens, scenes: list[Scene], cast: Cast, title: str | None = None) -> Claim | None:
    """The rung that the report asserts of its deal; None where it asserts none, as on a regulator's step."""
    best: tuple[float, Rung, Hit] | None = None
    step = of_a_step(read, title)
    above = _firm_in(title)
    for scene in scenes:
        if not scene.on_deal or not (scene.parties or scene.points or scene.number < 2):
            continue
        for hit in _hits(read, scene, cast):
            kind, _, weak = hit.kind.partition(":")
            if not _truly(read, hit, kind, cast, scene.number):
                continue
            if step is not None and not _outweighs(kind, weak, hit, scene, step):
                continue
            if kind == "letter_of_intent" and _only_offered(read, hit):
                kind = "announced"
            if weak and kind == "announced" and _made(read, hit, read.sentences[scene.number].first):
                weak = ""
            if weak and kind != "announced" and scene.number >= _LEAD:
                continue
            score = _weight(read, hit, kind, weak, scene) * (_IN_TITLE if kind in above else 1.0)
            if best is None or score > best[0]:
                best = score, Rung(kind), hit
    found = best[2] if best else _dealing(read, scenes) if step is None else None
    if found is None:
        return None
    first, last = _words_that_say_it(read, found)
    quote = Span(read.words(first, last), read.starts[first], read.ends[last - 1])
    return Claim("status", best[1] if best else Rung.ANNOUNCED, quote.words, quote)


def _hits(read: Tokens, scene: Scene, cast: Cast) -> Iterator[Hit]:
    """The words of the ladder in a sentence; of what is built also those for halting and opening it, in the lead."""
    sentence = read.sentences[scene.number]
    built = cast.kind == "build_out"
    for hit in LADDER.find(read, sentence.first, sentence.last):
        if not (
            built and hit.kind.startswith("completed") and not _MONEY.isdisjoint(read.low[hit.first : hit.last + 4])
        ):
            yield hit
    if built and scene.number < _NEWS:
        yield from (
            hit for hit in BUILT.find(read, sentence.first, sentence.last) if of_the_works(read, hit, sentence.last)
        )


_NEWS = 2  # sentences that say what is new of something built
_MONEY = words("financing financial loan loans funding raised sold raise")  # closed, while the plant is not yet built


def _firm_in(title: str | None) -> set[str]:
    """The rungs that the title asserts firmly."""
    return {hit.kind for hit in LADDER.find(words_of_title(title)) if ":" not in hit.kind} if title else set()


def _known_before(read: Tokens, hit: Hit) -> bool:
    """Whether a letter is one that was known before: "under the letter of intent", "September's letter of intent"."""
    before = read.low[max(0, hit.first - 1) : hit.first]
    return before in (["the"], ["that"], ["this"], ["their"], ["its"]) or (before != [] and read.owns[hit.first - 1])


def _outweighs(kind: str, weak: str, hit: Hit, scene: Scene, step: int) -> bool:
    """Whether a report that opens with a step on the way still asserts this: firmly, and at its beginning."""
    if weak or kind == "rumored" or scene.number > 1:
        return False
    return kind != "announced" or hit.last <= step


def _weight(read: Tokens, hit: Hit, kind: str, weak: str, scene: Scene) -> float:
    """How much a phrase says of where the deal stands now: its rung, where it stands, and whether it looks back."""
    sentence = read.sentences[scene.number]
    near = _nearness(scene)
    if weak or kind in _PASSING:
        near *= near  # far from the lead these mostly tell of something else
    if kind == "letter_of_intent" and _superseded(read, sentence.first, sentence.last):
        near *= 0.5
    elif kind == "letter_of_intent" and (_before_that(read, hit, sentence.first) or _known_before(read, hit)):
        near *= near * 0.5
    return _RANK[kind] * near * (_SAYS[weak] if weak else 1.0)


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


def _before_that(read: Tokens, hit: Hit, first: int) -> bool:
    """Whether a paper was signed before what is told now: "the sum that both had planned in a letter of intent"."""
    before = read.low[max(first, hit.first - _CLAUSE) : hit.first]
    after = [following for word, following in pairwise(before) if word == "had"]
    return any(verb in _PLANNED or verb.endswith("ed") for verb in after)


_CLAUSE = 10  # words
_PLANNED = words("been set signed put made struck drawn begun given foreseen laid")
_REPLACED = words("earlier former replaces replaced replacing instead superseded supersedes")
_WHEN = words("when before after")  # "when it was completed"
_PAST = words("was were had")
_IF = words("if unless until once")
_BEFORE = words("previously earlier already originally first newly recently")
_STATES = words("own hold have employ earn know like want need cost total control possess amount number stand live")
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


_GIVES_UP = words("stop stops give gives gave giving abandon cancel scrap axe end ends drop pull")
_DOUBT = words("could may might if unless whether should asked urged called wants")


def _made(read: Tokens, hit: Hit, first: int) -> bool:
    """Whether an offer is one that was made: "made a 10.1 billion euro all-share offer", "has launched a cash bid"."""
    if read.low[hit.last - 1] not in _BIDS:
        return False
    clause = read.low[max(first, hit.first - _PRICED) : hit.first]
    verb = next((i for i in range(len(clause) - 1, -1, -1) if clause[i] in _MAKING), None)
    if verb is None or (_NOT | _AHEAD | _CONSIDERS) & {*clause[max(0, verb - 3) : verb]}:
        return False
    return clause[verb + 1 : verb + 2] in (["a"], ["an"], ["its"], ["their"]) and _CUTS.isdisjoint(clause[verb:])


_PRICED = 16  # words; the price may stand between
_BIDS = words("offer bid proposal")
_MAKING = words("made makes launched launches tabled tables submitted submits lodged lodges promoted filed files")
_CONSIDERS = words("considering considered considers weighing mulling mulls had having that who which")
_CUTS = words(", ; : and but for to after of")


def _only_offered(read: Tokens, hit: Hit) -> bool:
    """Whether "non-binding" is said of an offer: that binds nobody before it is taken, and is made known, no more."""
    return read.low[hit.first].startswith("non") and not _OFFERED.isdisjoint(read.low[hit.first : hit.last + 3])


def _truly(read: Tokens, hit: Hit, kind: str, cast: Cast, scene_number: int) -> bool:
    """Whether a phrase stands here for its rung: not denied, and not done where it lies ahead."""
    first, last = read.sentences[scene_number][:2]
    before = read.low[max(first, hit.first - 4) : hit.first]
    after = read.low[hit.last : min(last, hit.last + 6)]
    denied = any(word in _NOT or word.endswith("n't") for word in before)
    if read.low[hit.first] == "closed" and not _ON_EXCHANGE.isdisjoint([*before, *after[:4]]):
        return False
    if read.low[hit.first] == "announced" and not _BEFORE.isdisjoint(before[-1:]):
        return False  # "the previously announced purchase"
    if kind == "rumored" and read.low[hit.last - 1] == "to" and not _STATES.isdisjoint(after[:1]):
        return False  # "who is believed to own a quarter"
    if read.low[hit.first] == "preliminary" and _NAMED.isdisjoint(after[:3]):
        return False  # a preliminary injunction, a preliminary prospectus
    if kind == "completed" and read.low[hit.last - 1] == "raised" and not _OFFERED.isdisjoint(after[:3]):
        return False  # "has raised its offer"
    if kind == "terminated" and cast.kind == "build_out" and scene_number < _NEWS and read.low[hit.first] in _GIVES_UP:
        return not denied and _DOUBT.isdisjoint(before)  # "said they would stop building", "voted to give up"
    if kind in ("completed", "terminated"):
        wide = read.low[max(first, hit.first - 9) : hit.first]
        ahead = _AHEAD - _WHEN if not _PAST.isdisjoint([*before, *read.low[hit.first : hit.last]]) else _AHEAD
        return not denied and not any(word in ahead for word in before[-3:]) and _IF.isdisjoint(wide)
    if kind == "definitive":
        wide = read.low[max(first, hit.first - 9) : hit.first]
        return (
            not denied
            and _UNSURE.isdisjoint([*wide, *after])
            and _TOWARDS.isdisjoint(wide)
            and "not" not in after
            and after[:1] != ["off"]
        )
    return not denied or kind in ("letter_of_intent", "rumored")
