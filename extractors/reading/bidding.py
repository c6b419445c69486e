"""Who bids for whom, and how a bid is answered: the nouns of offers and takeovers."""

from extractors.models import Role
from extractors.reading.clauses import Clause, Part, part
from extractors.reading.lexicon import words
from extractors.reading.names import Named
from extractors.reading.phrases import Hit

_OWN = words("its their")
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
_RECEIVED = words(
    "received receives receive receiving got gets proposal proposals offer offers bid bids interest approached"
)
HOLDERS = words("shareholders holders stockholders investors board")


class Bids(Clause):
    """Each kind of the table has a method of its name; here those of bids."""

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
        return next((n for n in self.names if n.first >= hit.last and self.word(n.last) in HOLDERS), None)

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

    def _bids_from(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """Bids that one company got from several."""
        bidders = self.following(self.after(hit.last, reach=4))
        if not bidders:
            return "acquisition", []
        return "acquisition", [
            *(part(Role.ACQUIRER, one) for one in bidders),
            part(Role.TARGET, self.before(hit.first)),
        ]
