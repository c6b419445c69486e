"""Who supplies whom with goods, power or computing: the verbs and nouns of ordering and delivering."""

from collections import Counter
from collections.abc import Iterator

from extractors.models import Role
from extractors.reading.clauses import Clause, Part, part
from extractors.reading.dealing import BUYERS, GOODS, MADE, PRODUCES, SORTS
from extractors.reading.joints import NO_GOODS, NOT_BOUGHT
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.tokens import Tokens

_FIRMS = words("maker startup start-up company provider group")
_PROVIDERS = words(
    """
    provider miner operator neocloud landlord developer utility generator supplier host chipmaker builder contractor
    """
)
_NOUNS_TOO = words("order orders lease leases rent use uses run runs source")
_BEFORE_VERBS = words("to will would may might can could should must shall and it they who which also not , company")
_LETS = ("leas", "rent")
_SITES = words("site campus hall building park plant facility data datacentre datacenter halls buildings land")
_DEALS = words("deal deals pact agreement accord")
_CHIPS = words("chips chip gpus gpu processors processor accelerators silicon tpus tpu superchips chipsets")
_COMPUTING = words("compute computing capacity lease leases rent rents hosting colocation tenant")
_LEAD = 3  # sentences
_TO_CHIPS = 4  # words from a company to its chips
_NEAR = 9  # words from a verb of winning to what is won
_ORDERS = words(
    """
    contract contracts order orders lease leases customer tenant ppa contractor supplier supply deliver provide equip
    offtake
    """
)


def goods_of(read: Tokens, names: Names) -> Iterator[str]:
    """Yield the key of each company whose goods are spoken of: "Nvidia chips", "AWS cloud"."""
    for name in names.found:
        if name.person or name.last >= len(read):
            continue
        after, raw = read.low[name.last : name.last + 3], read.raw[name.last : name.last + 3]
        goods = MADE if read.owns[name.last - 1] else GOODS
        made = not PRODUCES.isdisjoint(read.low[name.last : name.last + 4])
        if made and "to" not in after and not GOODS.isdisjoint(read.low[name.last : name.last + _NEAR]):
            yield name.key
        if _is_model(raw[0]) and not read.owns[name.last - 1]:
            yield name.key
        if (after[0] in goods and after[1:2] != ["purchases"]) or (
            len(after) > 1 and after[1] in goods and (raw[0][0].isupper() or after[0] in SORTS)
        ):
            yield name.key


def lets_computing(read: Tokens) -> bool:
    """Whether the lead tells of computing that is let rather than of chips: whose the chips are matters little then."""
    lead = read.low[: read.sentences[min(_LEAD, len(read.sentences)) - 1].last] if read.sentences else []
    return sum(word in _COMPUTING for word in lead) > sum(word in _CHIPS for word in lead)


def chips_of(names: Names) -> Iterator[str]:
    """Yield the key of each company at each place where chips of its make are named."""
    return (name.key for name in names.found if not name.person and _before_chips(names.read, name))


def brands_among(names: Names) -> frozenset[str]:
    """The keys of those who only ever stand before their chips: what others buy and let, and not who sells it here."""
    read = names.read
    told, shown, firms = Counter[str](), Counter[str](), set[str]()
    for name in names.found:
        if not name.person:
            told[name.key] += 1
            shown[name.key] += _before_chips(read, name)
            firms.add(name.key)
    brands = frozenset(key for key, times in shown.items() if times == told[key])
    return brands if len(firms - brands) > 1 else frozenset()


def _before_chips(read: Tokens, name: Named) -> bool:
    """Whether chips follow a name, over a word or two: "Nvidia's latest chips", "Nvidia GB300 processors"."""
    for i in range(name.last, min(name.last + _TO_CHIPS, len(read))):
        if read.low[i] in _CHIPS or (i == name.last and not read.owns[i - 1] and _is_model(read.raw[i])):
            return True
        if not read.low[i][0].isalnum() or read.low[i] in NO_GOODS:
            return False
    return False


def _is_model(word: str) -> bool:
    """Whether a word is of a sort of goods: "Airbus A350s", "Boeing 787s", "GB300"."""
    return (len(word) > 3 and any(letter.isdigit() for letter in word) and word[0].isupper()) or (
        word[:-1].isdigit() and word[-1] == "s" and len(word) > 3
    )


class Supplies(Clause):
    """Each kind of the table has a method of its name; here those of goods that are traded."""

    def provides(self, name: Named) -> bool:
        """Whether a company is described as one that sells what the contract is for: "cloud provider Kellmark"."""
        low = self.read.low
        return not _PROVIDERS.isdisjoint(low[max(self.sentence.first, name.first - 3) : name.first]) or (
            self.word(name.last) == "," and not _PROVIDERS.isdisjoint(low[name.last : name.last + 8])
        )

    def of_goods(self, first: int, last: int) -> bool:
        """Whether money is spent on what is supplied: "commit $4 billion to cloud services from Kellmark"."""
        return any(self.word(i) in GOODS and self.word(i + 1) not in _FIRMS for i in range(first, last))

    def orders(self, first: int, last: int) -> bool:
        """Whether the words speak of an order, or of a deal over goods: "a five-year cloud deal"."""
        last = min(last, self.sentence.last)
        return self.holds(first, last, _ORDERS) or any(
            self.word(i) in _DEALS and self.word(i - 1) in GOODS for i in range(first, last)
        )

    def agreed(self, signer: Named, other: Named) -> tuple[str, list[Part | None]]:
        """The sides of a contract that does not say them: who signs is the customer, but of the great buyers."""
        if self.provides(signer) or BUYERS.get(other.key, 0) > BUYERS.get(signer.key, 0):
            return self.supplied(signer, other)
        return self.supplied(other, signer)

    def _supply(self, hit: Hit) -> tuple[str, list[Part | None]]:
        supplier = self.before(hit.first)
        beside = self.after(hit.last, NOT_BOUGHT, 3)
        with_goods = beside is not None and self.word(beside.last) == "with"  # "provides Kellmark with access to"
        customer = beside if with_goods else self.led_by(hit.last, ("to", "for"), None) or beside
        if supplier is None or customer is None or supplier.key == customer.key or self.passive(hit):
            return "supply", []
        return "supply", [part(Role.SUPPLIER, supplier), part(Role.CUSTOMER, customer)]

    def _procure(self, hit: Hit) -> tuple[str, list[Part | None]]:
        if self.word(hit.first) in _NOUNS_TOO and not self._verb(hit.first):
            return "supply", []
        if self.word(hit.last) in ("out", "to") and self.word(hit.first).startswith(_LETS):
            return self.supplied(self.before(hit.first), self.led_by(hit.last, ("to",), None))
        supplier = self.led_by(hit.last, ("from",), None)
        goods = self.after(hit.last, NOT_BOUGHT, 10)
        named = goods is not None and (self.word(goods.last) in GOODS or self.word(goods.last + 1) in GOODS)
        supplier = supplier or (goods if named else None) or self._landlord(hit)
        customer = self.before(hit.first)
        if supplier is None or customer is None or supplier.key == customer.key:
            return "supply", []
        also = [n for n in self.names if n.first > supplier.last and not n.person and self.word(n.first - 1) == "from"]
        suppliers = [*self.following(supplier), *(also if self.word(hit.last) != "from" else [])]
        return "supply", [*(part(Role.SUPPLIER, one) for one in suppliers), part(Role.CUSTOMER, customer)]

    def _landlord(self, hit: Hit) -> Named | None:
        """Whose place is let: "has leased a hall on Kellmark's Lake Harrow site"."""
        if not self.word(hit.first).startswith(_LETS):
            return None
        return next(
            (
                n
                for n in self.names
                if n.first >= hit.last and self.read.owns[n.last - 1] and self.holds(n.last, n.last + 5, _SITES)
            ),
            None,
        )

    def _verb(self, i: int) -> bool:
        """Whether a word that can be a noun follows as a verb does: "will order", "Tarnway orders"."""
        named = any(name.last == i for name in self.names)
        return self.word(i - 1) in _BEFORE_VERBS or (named and not self.read.owns[i - 1])

    def _spend(self, hit: Hit) -> tuple[str, list[Part | None]]:
        supplier = self.led_by(hit.last, ("from", "with", "at"), None)
        if supplier is None or not self.of_goods(hit.last, supplier.first):
            return "supply", []
        return self.supplied(supplier, self.before(hit.first))

    def _choose(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Who is chosen supplies: "Tarnway picks Kellmark to deliver 40 turbines"."""
        if not self.orders(self.sentence.first, self.sentence.last):
            return "supply", []
        if self.passive(hit):
            return self.supplied(self.before(hit.first), self.led_by(hit.last, ("by",), None))
        return self.supplied(self.after(hit.last, reach=5), self.before(hit.first))

    def _order_with(self, hit: Hit) -> tuple[str, list[Part | None]]:
        customer = self.after(hit.last, reach=3) if self.word(hit.last - 1) == "by" else self.before(hit.first)
        return self.supplied(self.led_by(hit.last - 1, ("with",), customer), customer)

    def _win(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Who wins an order supplies: "Kellmark bags $4 billion turbine order from Tarnway"."""
        if not self.orders(hit.last, hit.last + _NEAR):
            return "supply", []
        supplier = self.before(hit.first)
        customer = self.led_by(hit.last, ("from", "with", "by", "customer", "tenant"), None)
        if supplier is not None and customer is not None and self.word(customer.first - 1) == "with":
            return self.agreed(supplier, customer) if self._bought_by(supplier) else self.supplied(supplier, customer)
        return self.supplied(supplier, customer)

    def _bought_by(self, name: Named) -> bool:
        return BUYERS.get(name.key, 0) > 0
