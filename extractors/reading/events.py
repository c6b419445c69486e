"""Who does what to whom: deal verbs and nouns with the names around them → events."""

from dataclasses import dataclass

from extractors.models import Role
from extractors.reading.clauses import Part, part, spoken_of
from extractors.reading.dealing import DEALING, GOODS
from extractors.reading.investing import Investments
from extractors.reading.joints import NOT_BOUGHT
from extractors.reading.lexicon import words
from extractors.reading.names import Named, Names
from extractors.reading.phrases import Hit
from extractors.reading.portions import sides
from extractors.reading.purchases import Purchases
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


_POWER = words("power energy offtake ppa nuclear electricity supply cloud computing compute gpu chip chips capacity")
_FEES = words("fee fees termination break-up breakup compensation")


_SHARED = (Role.ACQUIRER, Role.INVESTOR, Role.SUPPLIER, Role.SELLER, Role.LENDER)  # roles that several play together


class _Verb(Purchases, Investments):
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

    def _owe(self, hit: Hit) -> tuple[str, list[Part | None]]:
        """A fee for a deal that fails goes to the target, as a rule; who owes it to nobody named may be either side."""
        paid = self.after(hit.last, reach=2)
        fee = self.holds(self.sentence.first, self.sentence.last, _FEES)
        if paid is None or not fee:
            return "acquisition", []
        return "acquisition", [part(Role.ACQUIRER, self.before(hit.first)), part(Role.TARGET, paid)]

    def _owners(self, hit: Hit) -> tuple[str, list[Part | None]]:
        return "acquisition", [part(Role.TARGET, self.after(hit.last, reach=2))]

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
