"""Who does what to whom: deal verbs and nouns with the names around them → events."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.clauses import NOT_BOUGHT, Clause
from extractors.dealing import DEALING, GOODS, MADE, SORTS
from extractors.lexicon import words
from extractors.models import Role
from extractors.names import Named, Names
from extractors.phrases import Hit
from extractors.tokens import Tokens

_OWN = words("its their")
_HOLDERS = words("shareholders holders stockholders investors board")
# "A and B merge" and "A sues B" say little of who buys whom; mostly it is the target that goes to court.
_CERTAINTY = {"holders": 0.2, "merge": 0.4, "sue": 0.3, "purchase": 0.8}


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
        scene = _Verb(read, here, sentence, earlier)
        earlier = next((name for name in here if not name.person), earlier)
        for hit in DEALING.find(read, sentence.first, sentence.last):
            event = scene.event(hit, number)
            if event is not None:
                found.append(event)
    return found


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


def _part(role: Role, name: Named | None) -> Part | None:
    return None if name is None else Part(role, name.key, name.first)


class _Verb(Clause):
    """Each kind of the table has a method of its name, which says who does what around the verb."""

    def event(self, hit: Hit, number: int) -> Event | None:
        reader = getattr(self, f"_{hit.kind}")
        kind, parts = reader(hit)
        unique = tuple(dict.fromkeys(part for part in parts if part))
        if len({part.key for part in unique}) < len(unique):
            return None
        return Event(kind, unique, hit.first, number, hit.kind, _CERTAINTY.get(hit.kind, 1.0)) if unique else None

    def _buy(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self.object(hit.last)
        buyer = self.before(hit.first, people=True)
        if bought is not None and self.word(bought.last) in GOODS and self.word(hit.first - 1) != "acquire":
            return "supply", [_part(Role.SUPPLIER, bought), _part(Role.CUSTOMER, buyer)]
        if bought is not None and self.word(bought.last) in ("shares", "stock", "equity"):
            return "investment", [_part(Role.INVESTOR, buyer), _part(Role.INVESTEE, bought)]
        parts = (
            [_part(Role.ACQUIRER, one) for one in self.preceding(buyer)] if bought else [_part(Role.ACQUIRER, buyer)]
        )
        thing = self.thing(hit.last, bought.first if bought else self.sentence.last)
        if thing is not None and (bought is None or self.word(bought.first - 1) in ("of", "from")):
            return "acquisition", [
                _part(Role.ACQUIRER, buyer),
                _part(Role.TARGET, thing),
                _part(Role.SELLER, bought or self.led_by(hit.last, ("from",), None)),
            ]
        parts.append(_part(Role.TARGET, bought))
        seller = self.led_by(hit.last, ("from",), bought) or self.owner_after(bought)
        parts.append(_part(Role.SELLER, seller))
        if bought and self.read.owns[bought.last - 1]:  # "Acme's plastics unit": Acme sells
            inner = self.after(bought.last, NOT_BOUGHT, 5)
            parts[-2:] = [_part(Role.TARGET, inner), _part(Role.SELLER, bought)] if inner else parts[-2:]
        return "acquisition", parts

    def _bought(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if not self.passive(hit):
            return self._buy(hit)
        buyer = self.led_by(hit.last, ("by",), None)
        bought = self.before(hit.first)
        parts = [_part(Role.ACQUIRER, one) for one in self.following(buyer)]
        return "acquisition", [*parts, _part(Role.TARGET, bought)]

    def _purchase_of(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self.after(hit.last, NOT_BOUGHT)
        buyer = self.led_by(hit.last, ("by",), bought) or self.owner(hit.first) or self.before(hit.first, people=True)
        if bought is not None and self.word(bought.last) in GOODS:
            return "supply", [_part(Role.SUPPLIER, bought), _part(Role.CUSTOMER, buyer)]
        return "acquisition", [
            _part(Role.ACQUIRER, buyer),
            _part(Role.TARGET, bought),
            _part(Role.SELLER, self.led_by(hit.last, ("from",), bought) or self.owner_after(bought)),
        ]

    def _purchase(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A noun alone: "its $36 billion Kellanova purchase", "CoreWeave's bid", "a takeover by Mars"."""
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        buyer = self.led_by(hit.last, ("by",), None)
        bids = self.read.low[hit.last - 1] in ("bid", "offer", "proposal")
        if (
            beside is None
            and bids
            and not _OWN.isdisjoint(self.read.low[max(self.sentence.first, hit.first - 6) : hit.first])
        ):
            nearest = next((n for n in reversed(self.names) if n.last <= hit.first and not n.person), None)
            wanted = self.led_by(hit.last, ("for",), None)
            return "acquisition", [_part(Role.ACQUIRER, nearest), _part(Role.TARGET, wanted)]
        wanted = (
            self.led_by(hit.last, ("for",), None)
            if self.read.low[hit.last - 1] in ("bid", "offer", "proposal")
            else None
        )
        if wanted is not None:
            return "acquisition", [_part(Role.ACQUIRER, self.before(hit.first)), _part(Role.TARGET, wanted)]
        if beside is not None and self.read.owns[beside.last - 1]:
            return "acquisition", [_part(Role.ACQUIRER, beside)]
        if beside is not None and self.read.low[hit.last - 1] in ("bid", "offer", "proposal"):
            return "acquisition", [_part(Role.ACQUIRER, beside), _part(Role.TARGET, self._voted(hit))]
        if beside is not None:
            buyer = buyer or self.before(beside.first)
            return "acquisition", [_part(Role.TARGET, beside), _part(Role.ACQUIRER, buyer)] if buyer else []
        if buyer is not None:
            return "acquisition", [_part(Role.ACQUIRER, buyer), _part(Role.TARGET, self.before(hit.first))]
        owner = self.before(hit.first)
        if owner and self.read.owns[owner.last - 1] and hit.first - owner.last < 6:
            return "acquisition", [_part(Role.ACQUIRER, owner)]
        return "acquisition", []

    def _deal_for(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self.after(hit.last, NOT_BOUGHT, 7)
        if bought is None or self.word(bought.last) in GOODS:
            return self._pact(hit)
        return "acquisition", [_part(Role.ACQUIRER, self.before(hit.first)), _part(Role.TARGET, bought)]

    def _voted(self, hit: Hit) -> Named | None:
        """The company whose holders decide on a bid."""
        return next((n for n in self.names if n.first >= hit.last and self.word(n.last) in _HOLDERS), None)

    def _holders(self, hit: Hit) -> tuple[str, list[Part | None]]:
        asked = next((n for n in self.names if n.last == hit.first and not n.person), None)
        return "acquisition", [_part(Role.TARGET, asked)]

    def _offer(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """An offer counts where it says of what: "an offer of $5 billion for Pardee"."""
        wanted = self.led_by(hit.last, ("for",), None)
        if wanted is None or not any(word in "$€£¥" for word in self.read.raw[hit.last : wanted.first]):
            return "acquisition", []
        return "acquisition", [_part(Role.ACQUIRER, self.before(hit.first)), _part(Role.TARGET, wanted)]

    def _sell(self, hit: Hit) -> tuple[str, list[Part | None]]:
        sold = self.after(hit.last, frozenset({"to", "for", "by"}))
        buyer = self.led_by(hit.last, ("to",), sold)
        seller = self.led_by(hit.last, ("by",), sold) or self.before(hit.first)
        if sold is None:
            sold = self.thing(hit.last, self.sentence.last)
        if buyer is None and sold is None:
            return "acquisition", []
        if sold is not None and self.read.owns[sold.last - 1]:
            inner = self.after(sold.last, frozenset({"to", "for", "by"}), 5)
            sold = inner or sold
        return "acquisition", [_part(Role.SELLER, seller), _part(Role.TARGET, sold), _part(Role.ACQUIRER, buyer)]

    def _reduce(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "acquisition", [
            _part(Role.SELLER, self.before(hit.first)),
            _part(Role.TARGET, self.after(hit.last, reach=4)),
        ]

    def _sold(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if not self.passive(hit) or self.word(hit.last) not in ("to", "by"):
            return self._sell(hit)
        buyer = self.led_by(hit.last, ("to",), None)
        seller = self.led_by(hit.last, ("by",), None)
        return "acquisition", [
            _part(Role.TARGET, self.before(hit.first)),
            _part(Role.ACQUIRER, buyer),
            _part(Role.SELLER, seller),
        ]

    def _merge(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.read.low[hit.first] == "joint":
            return "joint_venture", [_part(Role.PARTNER, n) for n in self._pair(hit)]
        other = self.led_by(hit.last, ("with", "into"), None)
        beside = next(
            (n for n in self.names if n.last == hit.first and not n.person and not self.read.owns[n.last - 1]), None
        )
        if other is None and beside is not None and self.before(beside.first) is not None:
            return "acquisition", [_part(Role.ACQUIRER, self.before(beside.first)), _part(Role.TARGET, beside)]
        between = self.led_by(hit.last, ("between", "of"), None)
        if between is not None:
            pair = self.following(between)
            return "acquisition", [_part(Role.ACQUIRER, pair[0])] + [_part(Role.TARGET, one) for one in pair[1:]]
        subject = self.before(hit.first)
        if other is not None:  # who speaks of "its merger with X" is mostly the one that disappears
            return "acquisition", [_part(Role.TARGET, subject), _part(Role.ACQUIRER, other)]
        pair = self.preceding(subject)[::-1]
        if len(pair) > 1:
            return "acquisition", [_part(Role.ACQUIRER, pair[0])] + [_part(Role.TARGET, one) for one in pair[1:]]
        return "acquisition", []

    def _invest(self, hit: Hit) -> tuple[str, list[Part | None]]:
        into = self.led_by(hit.last, ("in", "into", "behind", "for", "on"), None)
        by = self.led_by(hit.last, ("by",), None) if self.passive(hit) else None
        if by is not None:
            return "investment", [_part(Role.INVESTOR, by), _part(Role.INVESTEE, into)]
        investor = self.before(hit.first)
        if into is not None and investor is not None and into.key == investor.key:
            into = None
        if into is None and self.read.low[hit.first] in ("back", "backs", "backing", "backed"):
            into = self.after(hit.last, reach=2)
        if into is None:
            money = any(word in "$€£¥" for word in self.read.raw[hit.last : hit.last + 7])
            return "investment", [_part(Role.INVESTOR, investor)] if money else []
        return "investment", [_part(Role.INVESTOR, one) for one in self.preceding(investor)] + [
            _part(Role.INVESTEE, into)
        ]

    def _investment(self, hit: Hit) -> tuple[str, list[Part | None]]:
        into = self.led_by(hit.last, ("in", "into"), None)
        bought = self.read.low[hit.last - 1] in ("stake", "shares", "stock")  # "from" names who sells them
        if bought and self.word(hit.last) not in ("in", "of", "from", "by", "worth", "to", "for", "without"):
            return "investment", []  # "Acme shares rose"
        giver = self.led_by(hit.last, ("by",) if bought else ("by", "from"), None)
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        before = self.before(hit.first)
        if into is not None:
            return "investment", [_part(Role.INVESTEE, into), _part(Role.INVESTOR, giver or before)]
        if giver is not None:
            return "investment", [_part(Role.INVESTOR, giver), _part(Role.INVESTEE, before)]
        if beside is not None and not self.read.owns[beside.last - 1]:
            return "investment", [_part(Role.INVESTEE, beside), _part(Role.INVESTOR, self.before(beside.first))]
        return "investment", []

    def _raise(self, hit: Hit) -> tuple[str, list[Part | None]]:
        taker = self.before(hit.first)
        giver = self.led_by(hit.last, ("from", "by"), None)
        money = any(word in "$€£¥" for word in self.read.raw[hit.last : hit.last + 8])
        if (
            taker is None
            or (giver is None and not (money and self.read.low[hit.first].startswith(("rais", "secur"))))
            or not money
        ):
            return "investment", []
        return "investment", [_part(Role.INVESTEE, taker)] + [
            _part(Role.INVESTOR, one) for one in self.following(giver)
        ]

    def _supply(self, hit: Hit) -> tuple[str, list[Part | None]]:
        supplier = self.before(hit.first)
        customer = self.led_by(hit.last, ("to", "for"), None) or self.after(hit.last, NOT_BOUGHT, 3)
        if supplier is None or customer is None or supplier.key == customer.key or self.passive(hit):
            return "supply", []
        return "supply", [_part(Role.SUPPLIER, supplier), _part(Role.CUSTOMER, customer)]

    def _procure(self, hit: Hit) -> tuple[str, list[Part | None]]:
        supplier = self.led_by(hit.last, ("from",), None)
        goods = self.after(hit.last, NOT_BOUGHT, 10)
        if (
            supplier is None
            and goods is not None
            and (self.word(goods.last) in GOODS or self.word(goods.last + 1) in GOODS)
        ):
            supplier = goods
        customer = self.before(hit.first)
        if supplier is None or customer is None or supplier.key == customer.key:
            return "supply", []
        return "supply", [_part(Role.SUPPLIER, supplier), _part(Role.CUSTOMER, customer)]

    def _together(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Companies that make something known together."""
        pair = self.preceding(self.before(hit.first))
        return "partnership", [_part(Role.PARTNER, one) for one in pair] if len({n.key for n in pair}) > 1 else []

    def _bids_from(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Bids that one company got from several."""
        bidders = self.following(self.after(hit.last, reach=4))
        if not bidders:
            return "acquisition", []
        return "acquisition", [
            *(_part(Role.ACQUIRER, one) for one in bidders),
            _part(Role.TARGET, self.before(hit.first)),
        ]

    def _pact(self, hit: Hit) -> tuple[str, list[Part | None]]:
        pair = self._pair(hit)
        return "partnership", [_part(Role.PARTNER, one) for one in pair] if len({n.key for n in pair}) > 1 else []

    def _pair(self, hit: Hit) -> list[Named]:
        """The two sides of a pact: "between A and B", "A … with B", "A and B …", "by A and B"."""
        between = self.led_by(hit.last, ("between", "among", "by", "of"), None)
        if between is not None and len(self.following(between)) > 1:
            return self.following(between)
        one = self.before(hit.first)
        other = self.led_by(hit.last, ("with",), None)
        if other is not None and one is not None:
            return [*self.preceding(one), *self.following(other)]
        return self.preceding(one)

    def _backers(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "investment", [_part(Role.INVESTOR, one) for one in self.following(self.after(hit.last, reach=4))]

    def _sue(self, hit: Hit) -> tuple[str, list[Part | None]]:
        sued = self.after(hit.last, reach=4)
        if sued is None:
            return "acquisition", [_part(Role.TARGET, self.before(hit.first))]
        return "acquisition", [_part(Role.TARGET, self.before(hit.first)), _part(Role.ACQUIRER, sued)]

    def _build(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "build_out", [_part(Role.INVESTOR, self.before(hit.first))]
