"""Who buys what of whom: the verbs and nouns of buying and selling."""

from extractors.models import Role
from extractors.reading.bidding import HOLDERS, Bids
from extractors.reading.clauses import Part, part
from extractors.reading.dealing import GOODS
from extractors.reading.joints import FINITE, NOT_BOUGHT
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.phrases import Hit

_FOLDS = words("fold folds folding")
_OWN = words("its their")
_FOR = words("for")
_BIDS = words("bid offer proposal approach bids offers proposals approaches")
_TO_BUY = words("buy acquire purchase")
_NOT_SOLD = FINITE | {"to", "for", "by"}
_HEADED = words("led headed managed controlled owned formed backed advised run")
_WILL = words("to will would has have had may might could")
_STAKES = words("stake holding interest shareholding slice")
_GOES = words("go goes went going gone")


class Purchases(Bids):
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
        if sold is None and buyer is not None and self.holds(self.sentence.first, hit.first, HOLDERS):
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
