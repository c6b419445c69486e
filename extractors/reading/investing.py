"""Who puts money into whom, and who comes to hold its shares: the verbs and nouns of investing."""

from extractors.models import Role
from extractors.reading.clauses import Part, part
from extractors.reading.dealing import BE
from extractors.reading.joints import NOT_BOUGHT
from extractors.reading.lexicon import words
from extractors.reading.phrases import Hit
from extractors.reading.supplies import Supplies

_FIRMS = words("maker startup start-up company")
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


class Investments(Supplies):
    """Each kind of the table has a method of its name; here those of money that is put in."""

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
            bought and beside is not None and self.word(beside.first - 1)[:1].isdigit()
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

    def _backers(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "investment", [part(Role.INVESTOR, one) for one in self.following(self.after(hit.last, reach=4))]

    def _consists(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """The parts of a round: "$50 billion from Amazon, $30 billion from Nvidia and $30 billion from SoftBank"."""
        givers = [n for n in self.names if n.first >= hit.last and not n.person and self.word(n.first - 1) == "from"]
        return "investment", [part(Role.INVESTOR, one) for one in givers]

    def _leads(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Those who put money into a round: "A leads; B, C and D take part"."""
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        return "investment", [part(Role.INVESTOR, one) for one in self.preceding(beside)]
