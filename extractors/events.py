"""Who does what to whom: deal verbs and nouns with the names around them → events."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.dealing import BE, DEALING, GOODS, MADE, SORTS
from extractors.lexicon import DESCRIBERS, OFFICES, words
from extractors.models import Role
from extractors.names import Named, Names
from extractors.phrases import Hit
from extractors.tokens import Sentence, Tokens

_LOOSE = words(". ? ! ; : • —")  # an event does not reach over these
_REACH = 26


@dataclass(frozen=True, slots=True)
class Part:
    """One company in one role in one event."""

    role: Role
    key: str
    place: int


@dataclass(frozen=True, slots=True)
class Event:
    """One deal verb or noun and the parts around it. `kind` names the family of the deal."""

    kind: str
    parts: tuple[Part, ...]
    place: int  # token of the verb
    sentence: int
    verb: str = ""  # its kind in the table
    certainty: float = 1.0  # below 1 where the words leave the direction open


def events_of(read: Tokens, names: Names) -> list[Event]:
    """All events of a text that name at least one company, in order."""
    found: list[Event] = []
    per_sentence: dict[int, list[Named]] = {}
    for name in names.found:
        per_sentence.setdefault(read.sentence_at(read.starts[name.first]), []).append(name)
    earlier: Named | None = None
    for number, sentence in enumerate(read.sentences):
        here = per_sentence.get(number, [])
        if not here and earlier is None:
            continue
        scene = _Scene(read, here, sentence, earlier)
        earlier = next((name for name in here if not name.person), earlier)
        for hit in DEALING.find(read, sentence.first, sentence.last):
            event = scene.event(hit, number)
            if event is not None:
                found.append(event)
    return found


class _Scene:
    """The names of one sentence, seen from a verb."""

    def __init__(self, read: Tokens, names: list[Named], sentence: Sentence, earlier: Named | None) -> None:
        self.read = read
        self.earlier = earlier  # whom "it" and "the company" mean
        self.names = names
        self.sentence = sentence

    def event(self, hit: Hit, number: int) -> Event | None:
        reader = getattr(self, f"_{hit.kind}")
        kind, parts = reader(hit)
        unique = tuple(dict.fromkeys(part for part in parts if part))
        if len({part.key for part in unique}) < len(unique):
            return None
        return Event(kind, unique, hit.first, number, hit.kind, _CERTAINTY.get(hit.kind, 1.0)) if unique else None

    # --- the names around -------------------------------------------------------------------------

    def _before(self, place: int, *, people: bool = False) -> Named | None:
        """The subject: the nearest name before that no preposition governs, else the nearest of all."""
        nearest = None
        for name in reversed(self.names):
            if name.last > place or (name.person and not people) or self._describes(name):
                continue
            if self._cut(name.last, place):
                break
            nearest = nearest or name
            if not self._governed(name):
                return name
        if nearest is None and not _PRONOUNS.isdisjoint(self.read.low[self.sentence.first : place]):
            return self.earlier
        return nearest

    def _after(self, place: int, stops: frozenset[str] = frozenset(), reach: int = _REACH) -> Named | None:
        """The object: the first name after, up to a word of `stops`."""
        for name in self.names:
            if name.first < place or name.person or self._describes(name):
                continue
            if name.first - place > reach or self._cut(place, name.first) or self._holds(place, name.first, stops):
                return None
            return name
        return None

    def _object(self, place: int) -> Named | None:
        """What is bought: a name, or "the company" that the sentence before named."""
        found = self._after(place, _NOT_BOUGHT)
        if found is None and not _MEANT.isdisjoint(self.read.low[place : min(place + 9, self.sentence.last)]):
            return self.earlier
        return found

    def _thing(self, place: int, end: int) -> Named | None:
        """What is traded where it has no name: "its plastic container business"."""
        first = place
        for i in range(place, min(end, place + 12)):
            word = self._word(i)
            if word in _NOT_BOUGHT or word in (",", ";", "."):
                return None
            if word in _DETERMINERS:
                first = i + 1
            if word in _THINGS and self._word(i + 1) not in _THINGS:
                return Named(first, i + 1, " ".join(self.read.low[first : i + 1]), False) if i + 1 - first < 6 else None
        return None

    def _following(self, name: Named | None) -> list[Named]:
        """The name and those that "and" or a comma puts beside it."""
        if name is None:
            return []
        out, last = [name], name.last
        for other in self.names:
            if other.first < last or other.person:
                continue
            gap = self.read.low[last : other.first]
            if not gap or len(gap) > 3 or not all(word in ("and", ",", "the", "&", "with", "plus") for word in gap):
                break
            if (
                gap == [","]
                and other.last < self.sentence.last
                and self.read.raw[other.last] not in (",", ".", "and", "&")
            ):
                break
            out.append(other)
            last = other.last
        return out

    def _preceding(self, name: Named | None) -> list[Named]:
        """The name and those joined before it."""
        if name is None:
            return []
        out, first = [name], name.first
        for other in reversed(self.names):
            if other.last > first or other.person:
                continue
            gap = self.read.low[other.last : first]
            if (
                not gap
                or len(gap) > 3
                or not all(word in ("and", ",", "the", "&") for word in gap)
                or (gap == [","] and len(out) < 2)
            ):
                break
            out.append(other)
            first = other.first
        return out

    def _cut(self, first: int, last: int) -> bool:
        return any(word in _LOOSE for word in self.read.raw[first:last] if word in _LOOSE and word != ".") or any(
            self.read.raw[i] == "." and i + 1 < last and self.read.starts[i + 1] > self.read.ends[i] + 3
            for i in range(first, last)
        )

    def _holds(self, first: int, last: int, words: frozenset[str]) -> bool:
        return any(word in words for word in self.read.low[first:last])

    def _word(self, i: int) -> str:
        return self.read.low[i] if self.sentence.first <= i < self.sentence.last else ""

    def _governed(self, name: Named) -> bool:
        before = self._word(name.first - 1)
        if before in ("the", "a", "an", "its", "their", "'s"):
            before = self._word(name.first - 2)
        return before in _PREPOSITIONS

    def _describes(self, name: Named) -> bool:
        return (
            self._word(name.last) in DESCRIBERS
            and not self.read.owns[name.last - 1]
            and (self._word(name.last + 1) not in ("of", ",", "said", "has", "will", "is"))
        )

    def _passive(self, hit: Hit) -> bool:
        if self._word(hit.last) == "by":
            return True
        before = [self._word(i) for i in range(hit.first - 3, hit.first)]
        return any(word in BE for word in before)

    # --- the kinds --------------------------------------------------------------------------------

    def _buy(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self._object(hit.last)
        buyer = self._before(hit.first, people=True)
        if bought is not None and self._word(bought.last) in GOODS and self._word(hit.first - 1) != "acquire":
            return "supply", [_part(Role.SUPPLIER, bought), _part(Role.CUSTOMER, buyer)]
        if bought is not None and self._word(bought.last) in ("shares", "stock", "equity"):
            return "investment", [_part(Role.INVESTOR, buyer), _part(Role.INVESTEE, bought)]
        parts = (
            [_part(Role.ACQUIRER, one) for one in self._preceding(buyer)] if bought else [_part(Role.ACQUIRER, buyer)]
        )
        thing = self._thing(hit.last, bought.first if bought else self.sentence.last)
        if thing is not None and (bought is None or self._word(bought.first - 1) in ("of", "from")):
            return "acquisition", [
                _part(Role.ACQUIRER, buyer),
                _part(Role.TARGET, thing),
                _part(Role.SELLER, bought or self._led_by(hit.last, ("from",), None)),
            ]
        parts.append(_part(Role.TARGET, bought))
        seller = self._led_by(hit.last, ("from",), bought)
        parts.append(_part(Role.SELLER, seller))
        if bought and self.read.owns[bought.last - 1]:  # "Acme's plastics unit": Acme sells
            inner = self._after(bought.last, _NOT_BOUGHT, 5)
            parts[-2:] = [_part(Role.TARGET, inner), _part(Role.SELLER, bought)] if inner else parts[-2:]
        return "acquisition", parts

    def _bought(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if not self._passive(hit):
            return self._buy(hit)
        buyer = self._led_by(hit.last, ("by",), None)
        bought = self._before(hit.first)
        parts = [_part(Role.ACQUIRER, one) for one in self._following(buyer)]
        return "acquisition", [*parts, _part(Role.TARGET, bought)]

    def _purchase_of(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self._after(hit.last, _NOT_BOUGHT)
        buyer = self._led_by(hit.last, ("by",), bought) or self._before(hit.first, people=True)
        if bought is not None and self._word(bought.last) in GOODS:
            return "supply", [_part(Role.SUPPLIER, bought), _part(Role.CUSTOMER, buyer)]
        return "acquisition", [
            _part(Role.ACQUIRER, buyer),
            _part(Role.TARGET, bought),
            _part(Role.SELLER, self._led_by(hit.last, ("from",), bought)),
        ]

    def _purchase(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A noun alone: "its $36 billion Kellanova purchase", "CoreWeave's bid", "a takeover by Mars"."""
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        buyer = self._led_by(hit.last, ("by",), None)
        wanted = (
            self._led_by(hit.last, ("for",), None)
            if self.read.low[hit.last - 1] in ("bid", "offer", "proposal")
            else None
        )
        if wanted is not None:
            return "acquisition", [_part(Role.ACQUIRER, self._before(hit.first)), _part(Role.TARGET, wanted)]
        if beside is not None and self.read.owns[beside.last - 1]:
            return "acquisition", [_part(Role.ACQUIRER, beside)]
        if beside is not None and self.read.low[hit.last - 1] in ("bid", "offer", "proposal"):
            return "acquisition", [_part(Role.ACQUIRER, beside), _part(Role.TARGET, self._voted(hit))]
        if beside is not None:
            buyer = buyer or self._before(beside.first)
            return "acquisition", [_part(Role.TARGET, beside), _part(Role.ACQUIRER, buyer)] if buyer else []
        if buyer is not None:
            return "acquisition", [_part(Role.ACQUIRER, buyer), _part(Role.TARGET, self._before(hit.first))]
        owner = self._before(hit.first)
        if owner and self.read.owns[owner.last - 1] and hit.first - owner.last < 6:
            return "acquisition", [_part(Role.ACQUIRER, owner)]
        return "acquisition", []

    def _deal_for(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self._after(hit.last, _NOT_BOUGHT, 7)
        if bought is None or self._word(bought.last) in GOODS:
            return self._pact(hit)
        return "acquisition", [_part(Role.ACQUIRER, self._before(hit.first)), _part(Role.TARGET, bought)]

    def _voted(self, hit: Hit) -> Named | None:
        """The company whose holders decide on a bid."""
        return next((n for n in self.names if n.first >= hit.last and self._word(n.last) in _HOLDERS), None)

    def _holders(self, hit: Hit) -> tuple[str, list[Part | None]]:
        asked = next((n for n in self.names if n.last == hit.first and not n.person), None)
        return "acquisition", [_part(Role.TARGET, asked)]

    def _sell(self, hit: Hit) -> tuple[str, list[Part | None]]:
        sold = self._after(hit.last, frozenset({"to", "for", "by"}))
        buyer = self._led_by(hit.last, ("to",), sold)
        seller = self._led_by(hit.last, ("by",), sold) or self._before(hit.first)
        if sold is None:
            sold = self._thing(hit.last, self.sentence.last)
        if buyer is None and sold is None:
            return "acquisition", []
        if sold is not None and self.read.owns[sold.last - 1]:
            inner = self._after(sold.last, frozenset({"to", "for", "by"}), 5)
            sold = inner or sold
        return "acquisition", [_part(Role.SELLER, seller), _part(Role.TARGET, sold), _part(Role.ACQUIRER, buyer)]

    def _sold(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if not self._passive(hit) or self._word(hit.last) not in ("to", "by"):
            return self._sell(hit)
        buyer = self._led_by(hit.last, ("to",), None)
        seller = self._led_by(hit.last, ("by",), None)
        return "acquisition", [
            _part(Role.TARGET, self._before(hit.first)),
            _part(Role.ACQUIRER, buyer),
            _part(Role.SELLER, seller),
        ]

    def _merge(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.read.low[hit.first] == "joint":
            return "joint_venture", [_part(Role.PARTNER, n) for n in self._pair(hit)]
        other = self._led_by(hit.last, ("with", "into"), None)
        beside = next(
            (n for n in self.names if n.last == hit.first and not n.person and not self.read.owns[n.last - 1]), None
        )
        if other is None and beside is not None and self._before(beside.first) is not None:
            return "acquisition", [_part(Role.ACQUIRER, self._before(beside.first)), _part(Role.TARGET, beside)]
        between = self._led_by(hit.last, ("between", "of"), None)
        if between is not None:
            pair = self._following(between)
            return "acquisition", [_part(Role.ACQUIRER, pair[0])] + [_part(Role.TARGET, one) for one in pair[1:]]
        subject = self._before(hit.first)
        if other is not None:  # who speaks of "its merger with X" is mostly the one that disappears
            return "acquisition", [_part(Role.TARGET, subject), _part(Role.ACQUIRER, other)]
        pair = self._preceding(subject)[::-1]
        if len(pair) > 1:
            return "acquisition", [_part(Role.ACQUIRER, pair[0])] + [_part(Role.TARGET, one) for one in pair[1:]]
        return "acquisition", []

    def _invest(self, hit: Hit) -> tuple[str, list[Part | None]]:
        into = self._led_by(hit.last, ("in", "into", "behind", "for", "on"), None)
        by = self._led_by(hit.last, ("by",), None) if self._passive(hit) else None
        if by is not None:
            return "investment", [_part(Role.INVESTOR, by), _part(Role.INVESTEE, into)]
        investor = self._before(hit.first)
        if into is not None and investor is not None and into.key == investor.key:
            into = None
        if into is None and self.read.low[hit.first] in ("back", "backs", "backing", "backed"):
            into = self._after(hit.last, reach=2)
        if into is None:
            money = any(word in "$€£¥" for word in self.read.raw[hit.last : hit.last + 7])
            return "investment", [_part(Role.INVESTOR, investor)] if money else []
        return "investment", [_part(Role.INVESTOR, one) for one in self._preceding(investor)] + [
            _part(Role.INVESTEE, into)
        ]

    def _investment(self, hit: Hit) -> tuple[str, list[Part | None]]:
        into = self._led_by(hit.last, ("in", "into"), None)
        bought = self.read.low[hit.last - 1] in ("stake", "shares", "stock")  # "from" names who sells them
        giver = self._led_by(hit.last, ("by",) if bought else ("by", "from"), None)
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        before = self._before(hit.first)
        if into is not None:
            return "investment", [_part(Role.INVESTEE, into), _part(Role.INVESTOR, giver or before)]
        if giver is not None:
            return "investment", [_part(Role.INVESTOR, giver), _part(Role.INVESTEE, before)]
        if beside is not None and not self.read.owns[beside.last - 1]:
            return "investment", [_part(Role.INVESTEE, beside), _part(Role.INVESTOR, self._before(beside.first))]
        return "investment", []

    def _raise(self, hit: Hit) -> tuple[str, list[Part | None]]:
        taker = self._before(hit.first)
        giver = self._led_by(hit.last, ("from", "by"), None)
        money = any(word in "$€£¥" for word in self.read.raw[hit.last : hit.last + 8])
        if (
            taker is None
            or (giver is None and not (money and self.read.low[hit.first].startswith(("rais", "secur"))))
            or not money
        ):
            return "investment", []
        return "investment", [_part(Role.INVESTEE, taker)] + [
            _part(Role.INVESTOR, one) for one in self._following(giver)
        ]

    def _supply(self, hit: Hit) -> tuple[str, list[Part | None]]:
        supplier = self._before(hit.first)
        customer = self._led_by(hit.last, ("to", "for"), None) or self._after(hit.last, _NOT_BOUGHT, 3)
        if supplier is None or customer is None or supplier.key == customer.key or self._passive(hit):
            return "supply", []
        return "supply", [_part(Role.SUPPLIER, supplier), _part(Role.CUSTOMER, customer)]

    def _procure(self, hit: Hit) -> tuple[str, list[Part | None]]:
        supplier = self._led_by(hit.last, ("from",), None)
        goods = self._after(hit.last, _NOT_BOUGHT, 10)
        if (
            supplier is None
            and goods is not None
            and (self._word(goods.last) in GOODS or self._word(goods.last + 1) in GOODS)
        ):
            supplier = goods
        customer = self._before(hit.first)
        if supplier is None or customer is None or supplier.key == customer.key:
            return "supply", []
        return "supply", [_part(Role.SUPPLIER, supplier), _part(Role.CUSTOMER, customer)]

    def _pact(self, hit: Hit) -> tuple[str, list[Part | None]]:
        pair = self._pair(hit)
        return "partnership", [_part(Role.PARTNER, one) for one in pair] if len({n.key for n in pair}) > 1 else []

    def _pair(self, hit: Hit) -> list[Named]:
        """The two sides of a pact: "between A and B", "A … with B", "A and B …", "by A and B"."""
        between = self._led_by(hit.last, ("between", "among", "by", "of"), None)
        if between is not None and len(self._following(between)) > 1:
            return self._following(between)
        one = self._before(hit.first)
        other = self._led_by(hit.last, ("with",), None)
        if other is not None and one is not None:
            return [*self._preceding(one), *self._following(other)]
        return self._preceding(one)

    def _backers(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "investment", [_part(Role.INVESTOR, one) for one in self._following(self._after(hit.last, reach=4))]

    def _sue(self, hit: Hit) -> tuple[str, list[Part | None]]:
        sued = self._after(hit.last, reach=4)
        if sued is None:
            return "acquisition", [_part(Role.TARGET, self._before(hit.first))]
        return "acquisition", [_part(Role.TARGET, self._before(hit.first)), _part(Role.ACQUIRER, sued)]

    def _build(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "build_out", [_part(Role.INVESTOR, self._before(hit.first))]

    def _led_by(self, place: int, words: tuple[str, ...], but: Named | None) -> Named | None:
        """The first name after `place` that one of the prepositions governs: "from A", "to the B"."""
        for name in self.names:
            if name.first < place or name.person or name is but or self._describes(name):
                continue
            if name.first - place > _REACH or self._cut(place, name.first):
                return None
            before = name.first - 1
            while self._word(before) in _BETWEEN or self._describing(before, place):
                before -= 1
            if self._word(before) in words and before >= place:
                return name
        return None

    def _describing(self, i: int, place: int) -> bool:
        """Whether token `i` belongs to a description before a name: "from chip maker Nvidia"."""
        word = self._word(i)
        return i > place and (word in DESCRIBERS or word in OFFICES or self._word(i + 1) in DESCRIBERS)


# "A and B merge" and "A sues B" say little of who buys whom; mostly it is the target that goes to court.
_HOLDERS = words("shareholders holders stockholders investors board")
_CERTAINTY = {"holders": 0.2, "merge": 0.4, "sue": 0.3, "purchase": 0.8}
_PRONOUNS = words("it they company group firm giant conglomerate suitor chipmaker startup")
_MEANT = words("company firm business chipmaker startup designer maker")
_THINGS = words(
    """
    business businesses unit units division divisions plant plants subsidiary operations operation branch branches
    properties stores station stations hotel hotels refinery mill mills portfolio rights brand brands restaurants
    facility mine mines fields interests building
    """
)
_DETERMINERS = words(
    """
    the a an its their all certain of most substantially four three two five six seven remaining
    """
)
_PREPOSITIONS = words(
    """
    of in with for from by against at on to than like under into through about over between as including
    """
)
_BETWEEN = words("the a an its their rival chipmaker giant startup fellow former then")
_NOT_BOUGHT = words("from with by through via using to after as when because while")


def _part(role: Role, name: Named | None) -> Part | None:
    return None if name is None else Part(role, name.key, name.first)


def goods_of(read: Tokens, names: Names) -> Iterator[str]:
    """Yield the key of each company whose goods are spoken of: "Nvidia chips", "AWS cloud"."""
    for name in names.found:
        if name.person or name.last >= len(read):
            continue
        after, raw = read.low[name.last : name.last + 3], read.raw[name.last : name.last + 3]
        goods = MADE if read.owns[name.last - 1] else GOODS
        if (after[0] in goods and after[1:2] != ["purchases"]) or (
            len(after) > 1 and after[1] in goods and (raw[0][0].isupper() or after[0] in SORTS)
        ):
            yield name.key
