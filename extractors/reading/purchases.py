"""Who buys what of whom: the verbs and nouns of buying and selling."""

from extractors.models import Role
from extractors.reading.clauses import Clause, Part, part
from extractors.reading.dealing import GOODS
from extractors.reading.joints import FINITE, NOT_BOUGHT
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.phrases import Hit

_FOLDS = words("fold folds folding")
_OWN = words("its their")
_FOR = words("for")
_BIDS = words("bid offer proposal approach bids offers proposals approaches")
# What a regulator, a court or a shareholder does about a deal of others.
_STANCES = words(
    """
    vote votes voted voting oppose opposes opposed opposing support supports supported back backs backed clear clears
    cleared approve approves approved block blocks blocked review reviews reviewed probe probes investigate
    investigates investigating challenge challenges challenged criticise criticises criticised criticize criticized
    welcome welcomes welcomed condemn condemned scrutinise scrutinize study studies studying examine examines examining
    delay delays delayed suspend suspended question questions questioned
    """
)
# What a company does with a bid for it.
_ANSWERS = words(
    """
    reject rejects rejected rejecting rebuff rebuffs rebuffed rebuffing spurn spurns spurned dismiss dismisses dismissed
    decline declines declined refuse refuses refused accept accepts accepted accepting recommend recommends recommended
    endorse endorses endorsed receive receives received considers considering considered weighs weighing weighed
    studies studying mulls mulling mulled resists resisted resisting fights fought fighting fends fended
    """
)
# What a bidder does with its own bid, or with the thought of one.
_PURSUES = words(
    """
    drop drops dropped dropping abandon abandons abandoned abandoning withdraw withdraws withdrew withdrawn pull pulls
    pulled scrap scraps scrapped shelve shelves shelved end ends ended launch launches launched launching make makes
    made making table tables tabled lodge lodges lodged submit submits submitted plan plans planned planning prepare
    prepares prepared preparing ready readies readying mull mulls mulled mulling weigh weighs weighed weighing consider
    considers considered considering explore explores explored exploring revive revives revived raise raises raised
    raising sweeten sweetens sweetened lift lifts lifted improve improves improved extend extends extended win wins won
    complete completes completed finalise finalises finalised finalize finalizes finalized pursue pursues pursued
    """
)
_TO_BUY = words("buy acquire purchase")
_RECEIVED = words(
    "received receives receive receiving got gets proposal proposals offer offers bid bids interest approached"
)
_NOT_SOLD = FINITE | {"to", "for", "by"}
_HEADED = words("led headed managed controlled owned formed backed advised run")
_WILL = words("to will would has have had may might could")
_STAKES = words("stake holding interest shareholding slice")
_GOES = words("go goes went going gone")
_HOLDERS = words("shareholders holders stockholders investors board")


class Purchases(Clause):
    """Each kind of the table has a method of its name; here those of purchases and sales."""

    def _buy(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.word(hit.first) in _FOLDS and "into" not in self.read.low[hit.last : self.sentence.last]:
            return "acquisition", []  # who folds gives up
        bought = self.object(hit.last)
        buyer = self.before(hit.first, people=True)
        if self.goods(hit.last, bought.first if bought else self.sentence.last):
            supplier = self.led_by(hit.last, ("from",), None) or self.whose(hit.last)
            return self.supplied(supplier, buyer)
        if bought is not None and self.word(bought.last) in GOODS and self.word(hit.first - 1) != "acquire":
            return "supply", [part(Role.SUPPLIER, bought), part(Role.CUSTOMER, buyer)]
        if bought is not None and self.word(bought.last) in ("shares", "stock", "equity"):
            return "investment", [part(Role.INVESTOR, buyer), part(Role.INVESTEE, bought)]
        if bought is not None and (self.minor(hit.last, bought.first) or self.adds(hit)):
            seller = self.led_by(hit.last, ("from",), bought)
            return "investment", [
                part(Role.INVESTOR, buyer),
                part(Role.INVESTEE, bought),
                part(Role.SELLER, seller),
            ]
        parts = [part(Role.ACQUIRER, one) for one in self.preceding(buyer)]
        parts += [part(Role.ACQUIRER, one) for one in self.companions(buyer, hit.first) if bought]
        if bought is not None and self.heading(bought):
            return "acquisition", [*parts, part(Role.SELLER, bought)]
        if bought is None and self.itself(hit.last):
            return self._wanted(hit)
        if buyer is None and self.word(hit.last) in _OWN:
            asked = next((n for n in reversed(self.names) if n.last <= hit.first and not n.person), None)
            found = bought or self.thing(hit.last, self.sentence.last)  # "Pardee said a group offered to buy its unit"
            return "acquisition", [part(Role.TARGET, found), part(Role.SELLER, asked)]
        thing = self.thing(hit.last, bought.first if bought else self.sentence.last)
        if thing is not None and bought is not None and self.whole(thing) and self.word(bought.first - 1) == "of":
            seller = self.led_by(bought.last, ("from",), bought)  # "all assets of Pardee": the company itself
            both = [part(Role.TARGET, one) for one in self.following(bought)]
            return "acquisition", [*parts, *both, part(Role.SELLER, seller)]
        if thing is not None and (bought is None or self.word(bought.first - 1) in ("of", "from")):
            return "acquisition", [
                part(Role.ACQUIRER, buyer),
                part(Role.TARGET, thing),
                part(Role.SELLER, bought or self.led_by(hit.last, ("from",), None)),
            ]
        if bought is not None and self.of_part(bought):
            inner = self.after(bought.last, NOT_BOUGHT, 6)
            return "acquisition", [part(Role.ACQUIRER, buyer), part(Role.TARGET, inner), part(Role.SELLER, bought)]
        listed = [] if bought is None or self.read.owns[bought.last - 1] else self.following(bought)[1:]
        sellers = self.sellers(hit.last, bought) or self.agreed_with(hit, bought)
        seller = sellers[0] if sellers else self.owner_after(bought)
        parts = [*(part(Role.SELLER, one) for one in sellers[1:]), *parts]
        parts += [part(Role.TARGET, bought), part(Role.SELLER, seller)]
        if bought and self.read.owns[bought.last - 1]:  # "Acme's plastics unit": Acme sells
            inner = self.after(bought.last, NOT_BOUGHT, 5)
            if inner is None and self.possessed(bought):
                return "acquisition", [*parts[:-2], part(Role.SELLER, bought)]
            parts[-2:] = [part(Role.TARGET, inner), part(Role.SELLER, bought)] if inner else parts[-2:]
        return "acquisition", [*parts, *(part(Role.TARGET, one) for one in listed)]

    def _wanted(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Who tells that somebody wants to buy it: "Pardee received a proposal from Kellmark to buy the company"."""
        wanted = self.before(hit.first)
        if wanted is None:
            wanted = next((n for n in reversed(self.names) if n.last <= hit.first and not n.person), None)
            return "acquisition", [part(Role.TARGET, wanted)]  # "Pardee said another company offered to buy it"
        buyer = self.led_by(hit.last, ("by",), None)
        for name in self.names:
            if name.last <= hit.first and not name.person and self.word(name.first - 1) in ("from", "by"):
                buyer = name
        if buyer is not None and wanted is not None and wanted.key == buyer.key:
            wanted = next((n for n in self.names if n.last <= buyer.first and not n.person), self.earlier)
        if wanted is None or (buyer is None and not self.holds(self.sentence.first, hit.first, _RECEIVED)):
            return "acquisition", [
                part(Role.ACQUIRER, self.before(hit.first, people=True)),
                part(Role.TARGET, self.object(hit.last)),
            ]
        return "acquisition", [part(Role.TARGET, wanted), part(Role.ACQUIRER, buyer)]

    def _pay(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Who pays whom for goods: "agreed to pay Cipher Mining for 300 MW"."""
        paid = self.after(hit.last, reach=3)
        if paid is None:
            bought = self.led_by(hit.last, ("for", "of"), None)
            far = bought is None or not self.money(hit.last, hit.last + 5)
            if bought is None or far or self.word(bought.last) in GOODS or not self.holds(hit.last, bought.first, _FOR):
                return "acquisition", []
            return "acquisition", [part(Role.ACQUIRER, self.before(hit.first)), part(Role.TARGET, bought)]
        if not self.goods(paid.last, self.sentence.last):
            return "supply", []
        return self.supplied(paid, self.before(hit.first))

    def _bought(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if not self.passive(hit) and not (hit.first == self.sentence.first and self.led_by(hit.last, ("by",), None)):
            return self._buy(hit)
        buyer = self.led_by(hit.last, ("by",), None)
        bought = self.before(hit.first) or self.fronted(buyer)
        parts = [part(Role.ACQUIRER, one) for one in self.following(buyer)]
        thing = None
        if bought is not None and self.read.owns[bought.last - 1] and bought.last <= hit.first:
            thing = self.thing(bought.last, hit.first)  # "Pardee's Tarnway plant has been bought by"
        if thing is not None:
            return "acquisition", [*parts, part(Role.TARGET, thing), part(Role.SELLER, bought)]
        owner = self.owner(bought.first) if bought is not None and bought.last <= hit.first else None
        beside = owner if owner is not None and bought is not None and owner.last == bought.first else None
        return "acquisition", [*parts, part(Role.TARGET, bought), part(Role.SELLER, beside)]

    def _purchase_of(self, hit: Hit) -> tuple[str, list[Part | None]]:
        bought = self.after(hit.last, NOT_BOUGHT)
        if not _TO_BUY.isdisjoint(self.read.low[hit.first : hit.last]) and self.goods(hit.last, self.sentence.last):
            return self._buy(hit)
        if bought is None and self.itself(hit.last):
            return self._wanted(hit)
        bids = not _BIDS.isdisjoint(self.read.low[hit.first : hit.last])
        by = self.led_by(hit.last, ("by", "from") if bids else ("by",), bought)
        buyer = by or self.owner(hit.first) or self.before(hit.first, people=True)
        if bought is not None and buyer is not None and buyer.key == bought.key:
            buyer = self._other_side(hit, bought)
        if bought is not None and self.word(bought.last) in GOODS:
            return "supply", [part(Role.SUPPLIER, bought), part(Role.CUSTOMER, buyer)]
        if bought is not None and self.read.owns[bought.last - 1] and not bids:
            inner = self.after(bought.last, NOT_BOUGHT, 5)  # "the acquisition of Pardee's Tarnway unit"
            if inner is not None or self.possessed(bought):
                return "acquisition", [part(Role.ACQUIRER, buyer), part(Role.TARGET, inner), part(Role.SELLER, bought)]
        if bought is not None and self.of_part(bought):
            inner = self.after(bought.last, NOT_BOUGHT, 6)
            return "acquisition", [part(Role.ACQUIRER, buyer), part(Role.TARGET, inner), part(Role.SELLER, bought)]
        listed = [] if bought is None or self.read.owns[bought.last - 1] else self.following(bought)[1:]
        sellers: list[Named | None] = [] if bids else [*self.sellers(hit.last, bought)] or [self.owner_after(bought)]
        return "acquisition", [
            part(Role.ACQUIRER, buyer),
            part(Role.TARGET, bought),
            *(part(Role.TARGET, one) for one in listed if one is not by),
            *(part(Role.SELLER, one) for one in sellers),
        ]

    def _other_side(self, hit: Hit, bought: Named) -> Named | None:
        """With whom a company agrees on its own purchase: "signed with Kellmark for the acquisition of Pardee"."""
        first = self.led_by(self.sentence.first, ("with",), None)
        return first if first is not None and first.last <= hit.first and first.key != bought.key else None

    def _purchase(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A noun alone: "its $36 billion Kellanova purchase", "CoreWeave's bid", "a takeover by Mars"."""
        beside = next((n for n in reversed(self.names) if n.last == hit.first and not n.person), None)
        buyer = self.led_by(hit.last, ("by",), None)
        bids = self.read.low[hit.last - 1] in ("bid", "offer", "proposal")
        if (
            beside is None
            and bids
            and not _OWN.isdisjoint(self.read.low[max(self.sentence.first, hit.first - 14) : hit.first])
        ):
            nearest = next((n for n in reversed(self.names) if n.last <= hit.first and not n.person), None)
            if nearest is not None and self.read.owns[nearest.last - 1]:
                nearest = self.before(nearest.first) or nearest  # "the backing of Pardee's founder for its bid"
            wanted = self.led_by(hit.last, ("for",), None)
            return "acquisition", [part(Role.ACQUIRER, nearest), part(Role.TARGET, wanted)]
        wanted = (
            self.led_by(hit.last, ("for",), None)
            if self.read.low[hit.last - 1] in ("bid", "offer", "proposal")
            else None
        )
        if wanted is not None:
            return "acquisition", [part(Role.ACQUIRER, self.before(hit.first)), part(Role.TARGET, wanted)]
        if beside is not None and self.read.owns[beside.last - 1]:
            return "acquisition", [part(Role.ACQUIRER, beside), part(Role.TARGET, self.answering(beside))]
        if beside is not None and self.read.low[hit.last - 1] in ("bid", "offer", "proposal"):
            bidder = self._pursuing(beside)
            if bidder is not None:
                return "acquisition", [part(Role.ACQUIRER, bidder), part(Role.TARGET, beside)]
            return "acquisition", [part(Role.ACQUIRER, beside), part(Role.TARGET, self._voted(hit))]
        if beside is not None:
            buyer = buyer or self.before(beside.first)
            return "acquisition", [part(Role.TARGET, beside), part(Role.ACQUIRER, buyer)] if buyer else []
        owner = self.before(hit.first)
        if buyer is not None and (owner is None or self.word(hit.last) == "by" or not self.read.owns[owner.last - 1]):
            stands = owner is not None and self.holds(owner.last, hit.first, _STANCES)  # "voted against a takeover by"
            return "acquisition", [part(Role.ACQUIRER, buyer), None if stands else part(Role.TARGET, owner)]
        if owner and self.read.owns[owner.last - 1] and hit.first - owner.last < 6:
            return "acquisition", [part(Role.ACQUIRER, owner)]
        return "acquisition", []

    def _voted(self, hit: Hit) -> Named | None:
        """The company whose holders decide on a bid."""
        return next((n for n in self.names if n.first >= hit.last and self.word(n.last) in _HOLDERS), None)

    def _pursuing(self, wanted: Named) -> Named | None:
        """Who makes or gives up a bid that is named after what it is for: "Kellmark drops Pardee bid"."""
        for i in range(wanted.first - 1, max(self.sentence.first, wanted.first - 5), -1):
            if self.word(i) in _PURSUES:
                bidder = self.before(i)
                return bidder if bidder is not None and bidder.key != wanted.key else None
        return None

    def answering(self, bidder: Named) -> Named | None:
        """The company that answers a bid: "Pardee has rejected Kellmark's third proposal"."""
        for i in range(bidder.first - 1, max(self.sentence.first, bidder.first - 4), -1):
            if self.word(i) in _ANSWERS:
                asked = self.before(i)
                return asked if asked is not None and asked.key != bidder.key else None
        return None

    def _holders(self, hit: Hit) -> tuple[str, list[Part | None]]:
        asked = next((n for n in self.names if n.last == hit.first and not n.person), None)
        return "acquisition", [part(Role.TARGET, asked)]

    def _offer(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """An offer counts where it says of what: "an offer of $5 billion for Pardee"."""
        whose = self.owner(hit.first)
        if whose is not None and (asked := self.answering(whose)) is not None:
            return "acquisition", [part(Role.ACQUIRER, whose), part(Role.TARGET, asked)]
        wanted = self.led_by(hit.last, ("for",), None)
        by = self.led_by(hit.last, ("by",), None)
        if by is not None and wanted is not None and by.last <= wanted.first and by.first - hit.last < 3:
            return "acquisition", [part(Role.ACQUIRER, by), part(Role.TARGET, wanted)]
        if wanted is None and by is not None and by.first - hit.last < 3 and self.money(hit.first - 4, hit.last):
            return "acquisition", [part(Role.ACQUIRER, by)]  # "the $3 billion offer by Kellmark"
        if wanted is None or not self.money(hit.last, wanted.first):
            return "acquisition", []
        return "acquisition", [part(Role.ACQUIRER, self.before(hit.first)), part(Role.TARGET, wanted)]

    def _buyers(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """The buyers, named one after another."""
        return "acquisition", [part(Role.ACQUIRER, one) for one in self.following(self.after(hit.last, reach=4))]

    def _traded(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "acquisition", [part(Role.TARGET, self.before(hit.first))]

    def _sell(self, hit: Hit) -> tuple[str, list[Part | None]]:
        sold = self.after(hit.last, _NOT_SOLD)
        if self.goods(hit.last if sold is None else sold.last, self.sentence.last) and not (
            sold is not None and self.read.owns[sold.last - 1]
        ):
            return self.supplied(self.before(hit.first), sold or self.led_by(hit.last, ("to",), None))
        buyer = self.led_by(hit.last, ("to",), sold)
        seller = self.led_by(hit.last, ("by",), sold)
        if seller is not None and self.holds(seller.first - 3, seller.first, _HEADED):
            seller = None  # "to a group led by Weston"
        seller = seller or self.before(hit.first)
        if sold is not None and seller is not None and sold.key == seller.key and not self.read.owns[sold.last - 1]:
            sold = None  # "Kellmark said the sale of Kellmark Lines": what it sells bears its name
        if buyer is not None and sold is None and self.issues(hit.last, buyer.first):
            takers = [part(Role.INVESTOR, one) for one in self.following(buyer)]
            return "investment", [part(Role.INVESTEE, seller), *takers]
        if sold is None and seller is not None and self.word(hit.last) != "it" and self.itself(hit.last):
            return "acquisition", [part(Role.TARGET, seller), part(Role.ACQUIRER, buyer)]  # "the sale of the company"
        if sold is None:
            sold = self.thing(hit.last, self.sentence.last)
        if buyer is None and sold is None:
            own = self.word(hit.last) in _OWN and self.word(hit.first - 1) in _WILL  # "plans to sell its 600 shops"
            return "acquisition", [part(Role.SELLER, seller)] if own else []
        if buyer is not None and self.minor(hit.last, buyer.first) and self.holds(hit.last, buyer.first, _STAKES):
            held = sold if sold is not None and sold.last <= buyer.first else None
            return "investment", [
                part(Role.INVESTOR, buyer),
                part(Role.INVESTEE, held or seller),
                part(Role.SELLER, seller) if held else None,
            ]
        if sold is None and buyer is not None and self.holds(self.sentence.first, hit.first, _HOLDERS):
            asked = self.earlier if self.earlier and self.earlier.key != buyer.key else None  # they vote on a sale
            return "acquisition", [part(Role.TARGET, asked), part(Role.ACQUIRER, buyer)]
        if sold is not None and self.read.owns[sold.last - 1]:
            inner = self.after(sold.last, frozenset({"to", "for", "by"}), 6)
            if self.of_part(sold) and (seller is None or seller.key == sold.key or inner is not None):
                return "acquisition", [
                    part(Role.SELLER, sold),
                    part(Role.TARGET, inner),
                    *(part(Role.ACQUIRER, one) for one in self.following(buyer)),
                ]
            sold = inner or sold
        return "acquisition", [
            *(part(Role.SELLER, one) for one in self.preceding(seller)),
            part(Role.TARGET, sold),
            *(part(Role.ACQUIRER, one) for one in self.following(buyer)),
        ]

    def _reduce(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "acquisition", [
            part(Role.SELLER, self.before(hit.first)),
            part(Role.TARGET, self.after(hit.last, reach=4)),
        ]

    def _sale_to(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A company that sells itself: "its sale to Chevron"."""
        buyer = next((n for n in self.names if n.first >= hit.last and not n.person and n.first - hit.last < 4), None)
        went = self.read.low[hit.first] in _GOES
        if went and buyer and not self.money(buyer.last, buyer.last + 8):
            return "acquisition", []
        return "acquisition", [part(Role.TARGET, self.before(hit.first)), part(Role.ACQUIRER, buyer)] if buyer else []

    def _sold(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if not self.passive(hit) or self.word(hit.last) not in ("to", "by"):
            return self._sell(hit)
        buyer = self.led_by(hit.last, ("to",), None)
        seller = self.led_by(hit.last, ("by",), None)
        sold = self.before(hit.first)
        thing = None
        if sold is not None and self.read.owns[sold.last - 1] and sold.last <= hit.first:
            thing = self.thing(sold.last, hit.first)
        return "acquisition", [
            part(Role.TARGET, thing or sold),
            part(Role.ACQUIRER, buyer),
            part(Role.SELLER, seller or (sold if thing else None)),
        ]

    def _bids_from(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Bids that one company got from several."""
        bidders = self.following(self.after(hit.last, reach=4))
        if not bidders:
            return "acquisition", []
        return "acquisition", [
            *(part(Role.ACQUIRER, one) for one in bidders),
            part(Role.TARGET, self.before(hit.first)),
        ]
