"""Who does what to whom: deal verbs and nouns with the names around them → events."""

from dataclasses import dataclass

from extractors.models import Role
from extractors.reading.clauses import Part, part, spoken_of
from extractors.reading.dealing import BE, DEALING, GOODS
from extractors.reading.joints import NOT_BOUGHT
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.portions import sides
from extractors.reading.purchases import Purchases
from extractors.reading.supplies import Supplies
from extractors.reading.tokens import Tokens

# "A and B merge" and "A sues B" say little of who buys whom; mostly it is the target that goes to court.
_CERTAINTY = {"holders": 0.2, "merge": 0.4, "part_of": 0.7, "owe": 0.3, "owners": 0.2, "sue": 0.3, "purchase": 0.8}


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
    earlier = spoken_of(names)
    for number, sentence in enumerate(read.sentences):
        here = per_sentence.get(number, [])
        scene = _Verb(read, here, sentence, earlier)
        earlier = next((name for name in here if not name.person), earlier)
        for hit in DEALING.find(read, sentence.first, sentence.last):
            if hit.first in read.within:  # "Oster Capital", "Pioneer Investment"
                continue
            event = scene.event(hit, number)
            if event is not None:
                found.append(event)
    return found


_FIRMS = words("maker startup start-up company")
_POWER = words("power energy offtake ppa nuclear electricity supply cloud computing compute gpu chip chips capacity")
_FEES = words("fee fees termination break-up breakup compensation")
_BIDDEN = words("bid offer takeover merger acquisition deal proposal buyout scheme sale")
_BACKS = ("back", "backs", "backed", "backing")
_PAPERS = words("stake shareholding interest shares stock")
_PARTING = words(
    """
    sell sells sold selling divest divested divesting lowered lowers reduced reduces reducing cut cuts trimmed trims
    offload offloaded dispose disposed unload unloaded shed sheds parted offered
    """
)
_GETTING = words("buy buys buying bought acquire acquires acquiring acquired purchase purchased purchases")
_SELLS = words("sell sells selling sold offload offloads offloaded divest divests divested exit exits exited dump")
_ROUNDS = words("series round funding fundraising seed financing")


_ISSUED = words("shares share stock warrants warrant equity stake units notes")
_PAPERS_NEAR = 9  # words from a verb of issuing to the shares
_OWNER = words("shareholder stockholder shareowner stakeholder investor")
_OWNER_NEAR = 6  # words from "become" to the owner
_OWN = words("its their")
_BIDS = words("bid bids offer offers approach approaches takeover buyout")
_BID_NEAR = 8  # words from a verb of receiving to what is received
_SHARED = (Role.ACQUIRER, Role.INVESTOR, Role.SUPPLIER, Role.SELLER, Role.LENDER)  # roles that several play together


class _Verb(Purchases, Supplies):
    """Each kind of the table has a method of its name, which says who does what around the verb."""

    def event(self, hit: Hit, number: int) -> Event | None:
        reader = getattr(self, f"_{hit.kind}")
        kind, parts = reader(hit)
        unique = self._with_others(tuple(dict.fromkeys(part for part in parts if part and part.key)), hit.first)
        if len({part.key for part in unique}) < len(unique):
            return None
        kind, unique = sides(self, hit, kind, unique)
        return Event(kind, unique, hit.first, number, hit.kind, _CERTAINTY.get(hit.kind, 1.0)) if unique else None

    def _with_others(self, parts: tuple[Part, ...], place: int) -> tuple[Part, ...]:
        """The parts, and who is named with "and" beside one that several may play."""
        told = {part.key for part in parts}
        found: list[Part] = list(parts)
        for one in parts:
            if one.role not in _SHARED:
                continue
            name = next((name for name in self.names if name.first == one.place and name.key == one.key), None)
            beside = self.preceding(name) if one.place < place else self.following(name)
            for other in beside:
                if other.key not in told:
                    told.add(other.key)
                    found.append(Part(one.role, other.key, other.first))
        return tuple(found)

    def _deal_for(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self.after(hit.last, NOT_BOUGHT, 7)
        if bought is None or self.word(bought.last) in GOODS or self.goods(hit.last, bought.first):
            return self._pact(hit)
        return "acquisition", [part(Role.ACQUIRER, self.before(hit.first)), part(Role.TARGET, bought)]

    def _merge(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.read.low[hit.first] == "joint":
            return "joint_venture", [part(Role.PARTNER, n) for n in self._pair(hit)]
        apart = self.word(hit.last) == "their" or self.word(hit.last + 1) == "their"
        if apart and self.before(hit.first) is not None:  # "combine their mobile networks"
            pair = self.preceding(self.before(hit.first))
            if len(pair) > 1:
                return "joint_venture", [part(Role.PARTNER, n) for n in pair]
        if "joint venture" in self.read.words(self.sentence.first, self.sentence.last):
            pair = self.preceding(self.before(hit.first))
            if len(pair) > 1:
                return "joint_venture", [part(Role.PARTNER, n) for n in pair]
        other = self.led_by(hit.last, ("with", "into"), None)
        beside = next(
            (n for n in self.names if n.last == hit.first and not n.person and not self.read.owns[n.last - 1]), None
        )
        if other is None and beside is not None and self.before(beside.first) is not None:
            return "acquisition", [part(Role.ACQUIRER, self.before(beside.first)), part(Role.TARGET, beside)]
        between = self.led_by(hit.last, ("between", "of"), None)
        pair = self.following(between)
        if between is not None and len(pair) > 1 and (other is None or between.first < other.first):
            return "acquisition", [part(Role.ACQUIRER, pair[0])] + [part(Role.TARGET, one) for one in pair[1:]]
        subject = self.before(hit.first)
        if other is not None and self.word(hit.last) in ("that", "which"):  # "the merger that Pardee had agreed with"
            subject = self.after(hit.last, reach=2) or subject
        if other is not None:  # who speaks of "its merger with X" is mostly the one that disappears
            return "acquisition", [part(Role.TARGET, subject), part(Role.ACQUIRER, other)]
        pair = self.preceding(subject)[::-1]
        if len(pair) > 1:
            return "acquisition", [part(Role.ACQUIRER, pair[0])] + [part(Role.TARGET, one) for one in pair[1:]]
        return "acquisition", []

    def _invest(self, hit: Hit) -> tuple[str, list[Part | None]]:
        into = self.led_by(hit.last, ("in", "into", "behind", "for", "on"), None)
        by = self.led_by(hit.last, ("by",), None) if self.passive(hit) else None
        if by is not None:
            return "investment", [part(Role.INVESTOR, by), part(Role.INVESTEE, into or self.before(hit.first))]
        if self.read.low[hit.first] in _BACKS and self.bid_after(hit.last):
            return "acquisition", []  # "backs the takeover by Kellmark"
        if self.read.low[hit.first] == "back" and self.word(hit.first - 1) in BE:
            return "investment", []  # "is back in the fray"
        investor = self.before(hit.first)
        supplier = self.led_by(hit.last, ("from", "with"), None)
        if supplier is not None and self.of_goods(hit.last, supplier.first):
            return self.supplied(supplier, investor)
        if into is not None and investor is not None and into.key == investor.key:
            into = None
        if into is None and self.read.low[hit.first] in ("back", "backs", "backing", "backed"):
            into = self.after(hit.last, reach=2)
        if into is None and not _FIRMS.isdisjoint(self.read.low[hit.last : min(hit.last + 20, self.sentence.last)]):
            into = self.earlier if self.earlier and investor and self.earlier.key != investor.key else None
        if into is None:
            if self.word(hit.first).startswith("put"):  # "puts the cost at $1.6 billion"
                return "investment", []
            money = self.money(hit.last, hit.last + 7)
            beside = [investor, *self.likewise(investor)] if investor else []
            return "investment", [part(Role.INVESTOR, one) for one in beside] if money else []
        givers = [*self.preceding(investor), *(self.likewise(into) if into else [])]
        return "investment", [part(Role.INVESTOR, one) for one in givers] + [part(Role.INVESTEE, into)]

    def _issue(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A company that gives out shares of its own: "issued warrants to Kellmark", "granted Kellmark an option"."""
        issuer = self.before(hit.first)
        taker = self.led_by(hit.last, ("to",), None) or self.after(hit.last, NOT_BOUGHT, 3)
        papers = self.holds(hit.last, min(hit.last + _PAPERS_NEAR, self.sentence.last), _ISSUED)
        if issuer is None or taker is None or not papers or self.passive(hit) or self.word(hit.first - 1) == "newly":
            return "investment", []
        return "investment", [part(Role.INVESTEE, issuer), part(Role.INVESTOR, taker)]

    def _subscribe(self, hit: Hit) -> tuple[str, list[Part | None]]:
        taken = self.after(hit.last, reach=9)
        if taken is None or not self.holds(hit.last, taken.last + 2, _ISSUED):
            return "investment", []
        return "investment", [part(Role.INVESTOR, self.before(hit.first)), part(Role.INVESTEE, taken)]

    def _becomes(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Who comes to be an owner: "would become its largest shareholder", "makes Kellmark a shareholder of"."""
        place = next((i for i in range(hit.last, hit.last + _OWNER_NEAR) if self.word(i) in _OWNER), None)
        if place is None or self.word(place + 1) == "-":
            return "investment", []
        made = self.after(hit.last, reach=2)
        owner = made if made is not None and not self.read.owns[made.last - 1] else self.before(hit.first)
        of = self.led_by(place, ("of", "in"), None) or self.owner(place)
        if of is None and owner is not None and self.holds(hit.last, place, _OWN):
            of = next((n for n in self.names if n.last <= owner.first and not n.person), self.earlier)
        if owner is None or of is None or owner.key == of.key or (of.last <= hit.first and self.read.owns[of.last - 1]):
            return "investment", []
        return "investment", [part(Role.INVESTOR, owner), part(Role.INVESTEE, of)]

    def bid_after(self, place: int) -> bool:
        """Whether what is backed is somebody's bid."""
        return self.holds(place, min(place + 9, self.sentence.last), _BIDDEN)

    def _investment(self, hit: Hit) -> tuple[str, list[Part | None]]:
        into = self.led_by(hit.last, ("in", "into"), None)
        if self.read.low[hit.last - 1] == "backing" and self.bid_after(hit.last):
            return "investment", []  # "has won the backing of Pardee's founder for its bid"
        bought = self.read.low[hit.last - 1] in _PAPERS  # "from" names who sells them
        if bought and self.word(hit.last) not in ("in", "of", "from", "by", "worth", "to", "for", "without"):
            return "investment", []  # "Acme shares rose"
        if not _SELLS.isdisjoint(self.read.low[max(self.sentence.first, hit.first - 4) : hit.first]):
            return "investment", []  # "agreed to sell its stake in Pardee"
        giver = self.led_by(hit.last, ("by",) if bought else ("by", "from"), None)
        givers = [part(Role.INVESTOR, one) for one in self.following(giver)]
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        before = self.before(hit.first)
        if bought and before is not None and self.holds(before.last, hit.first, _PARTING):
            return "investment", []  # who sells shares invests in nothing
        if bought and into is not None and beside is not None and self.read.owns[beside.last - 1]:
            buyer = self.before(beside.first)
            if buyer is not None and self.holds(buyer.last, beside.first, _GETTING):  # "to buy Pardee's stake in"
                return "investment", [part(Role.INVESTOR, buyer), part(Role.INVESTEE, into), part(Role.SELLER, beside)]
        if (
            bought and beside is not None and self.word(beside.first - 1)[0].isdigit()
        ):  # "receive 0.886 Kellmark shares"
            return "acquisition", [part(Role.ACQUIRER, beside), part(Role.TARGET, self.before(beside.first))]
        if into is not None:
            return "investment", [part(Role.INVESTEE, into), *(givers or [part(Role.INVESTOR, before)])]
        if giver is not None:
            return "investment", [*givers, part(Role.INVESTEE, before)]
        if beside is not None and self.read.low[hit.last - 1] in ("money", "cash", "capital", "backing", "funding"):
            return "investment", [part(Role.INVESTOR, beside)]
        if beside is not None and not self.read.owns[beside.last - 1]:
            return "investment", [part(Role.INVESTEE, beside), part(Role.INVESTOR, self.before(beside.first))]
        return "investment", []

    def _raise(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.orders(hit.last, hit.last + 9):
            return self._win(hit)
        taker = self.before(hit.first)
        if self.holds(hit.last, hit.last + _BID_NEAR, _BIDS):
            bidder = self.led_by(hit.last, ("from", "by"), None)
            return "acquisition", [part(Role.TARGET, taker), part(Role.ACQUIRER, bidder)] if bidder else []
        if taker is not None and self.read.owns[taker.last - 1] and self.word(taker.last) not in _ROUNDS:
            return "investment", []  # "Kellmark's cloud took in $4 billion"
        giver = self.led_by(hit.last, ("from", "by"), None)
        money = self.money(hit.first, hit.last + 8)
        if giver is not None and self.of_goods(hit.last, giver.first):
            return self.supplied(giver, taker)
        if (
            taker is None
            or (
                giver is None
                and not (money and self.read.low[hit.first].startswith(("rais", "secur", "take", "taking", "took")))
                and not (money and self.read.low[hit.first].startswith("announc"))
                and not (money and self.holds(self.sentence.first, self.sentence.last, _ROUNDS))
            )
            or not money
        ):
            return "investment", []
        return "investment", [part(Role.INVESTEE, taker)] + [part(Role.INVESTOR, one) for one in self.following(giver)]

    def _together(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Companies that make something known together."""
        pair = self.preceding(self.before(hit.first))
        return "partnership", [part(Role.PARTNER, one) for one in pair] if len({n.key for n in pair}) > 1 else []

    def _pact(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.read.low[hit.first] in ("contract", "deal", "agreement") and self.signed(hit):
            other, signer = self.led_by(hit.last, ("with",), None), self.before(hit.first)
            if other is not None and signer is not None and other.key != signer.key:
                return self.agreed(signer, other)
        pair = self._pair(hit)
        if len({n.key for n in pair}) == 2 and not _POWER.isdisjoint(
            self.read.low[max(self.sentence.first, hit.first - 4) : min(hit.last + 5, self.sentence.last)]
        ):
            return "supply", [part(Role.PARTNER, one) for one in pair]
        return "partnership", [part(Role.PARTNER, one) for one in pair] if len({n.key for n in pair}) > 1 else []

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
        return "investment", [part(Role.INVESTOR, one) for one in self.following(self.after(hit.last, reach=4))]

    def _consists(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """The parts of a round: "$50 billion from Amazon, $30 billion from Nvidia and $30 billion from SoftBank"."""
        givers = [n for n in self.names if n.first >= hit.last and not n.person and self.word(n.first - 1) == "from"]
        return "investment", [part(Role.INVESTOR, one) for one in givers]

    def _owe(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A fee for a deal that fails goes to the target, as a rule; who owes it to nobody named may be either side."""
        paid = self.after(hit.last, reach=2)
        fee = self.holds(self.sentence.first, self.sentence.last, _FEES)
        if paid is None or not fee:
            return "acquisition", []
        return "acquisition", [part(Role.ACQUIRER, self.before(hit.first)), part(Role.TARGET, paid)]

    def _owners(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "acquisition", [part(Role.TARGET, self.after(hit.last, reach=2))]

    def _leads(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Those who put money into a round: "A leads; B, C and D take part"."""
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        return "investment", [part(Role.INVESTOR, one) for one in self.preceding(beside)]

    def _part_of(self, hit: Hit) -> tuple[str, list[Part | None]]:
        whole = next((n for n in self.names if n.first >= hit.last and not n.person and n.first - hit.last < 3), None)
        thing = self.before(hit.first)
        return "acquisition", [part(Role.TARGET, thing), part(Role.ACQUIRER, whole)] if whole and thing else []

    def _sue(self, hit: Hit) -> tuple[str, list[Part | None]]:
        sued = self.after(hit.last, reach=4)
        if sued is None:
            return "acquisition", [part(Role.TARGET, self.before(hit.first))]
        return "acquisition", [part(Role.TARGET, self.before(hit.first)), part(Role.ACQUIRER, sued)]

    def _build(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.passive(hit):
            return "build_out", []
        builder = self.before(hit.first)
        if builder is not None and hit.first - builder.last < 3 and not self.read.owns[builder.last - 1]:
            builder = self.before(builder.first) or builder  # "EDF said its Hinkley Point plant": the plant's own name
        return "build_out", [part(Role.INVESTOR, builder)]
