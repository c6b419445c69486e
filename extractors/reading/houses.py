"""Those whose trade is to buy and to invest: where no verb tells the sides, they are on that of the money."""

from collections.abc import Iterable

from extractors.reading.lexicon import words
from extractors.reading.namesakes import comparable_name
from extractors.reading.naming import Names
from extractors.reading.people import is_person

# By the first words of their names, as everybody writes them.
_ROWS = """
KKR; Advent; Advent International; CD&R; Clayton Dubilier & Rice; Apollo; Apollo Global Management; Blackstone; Carlyle;
CVC; EQT; TPG; Bain Capital; Thoma Bravo; Vista Equity; Silver Lake; Warburg Pincus; Permira; Cinven; BC Partners;
PAI Partners; Apax; Bridgepoint; Fortress; Stonepeak; Brookfield; GTCR; Francisco Partners; Hellman & Friedman;
Leonard Green; Sycamore Partners; Golden Gate Capital; General Atlantic; L Catterton; Platinum Equity; Elliott;
Starboard; Ares; Oaktree; Cerberus; Onex; Nordic Capital; Triton; Partners Group; Macquarie Asset Management;
IFM Investors; Global Infrastructure Partners; I Squared; Antin; Ardian; Sixth Street; Arctos; RedBird; Sequoia;
Symphony Technology; Andreessen Horowitz; Accel; Benchmark; Index Ventures; Lightspeed; Coatue; Tiger Global;
Dragoneer; Greenoaks; Thrive Capital; Founders Fund; Kleiner Perkins; Bessemer; Greylock; Khosla Ventures;
Insight Partners; General Catalyst; ICONIQ; Ribbit Capital; DST Global; Fidelity; T. Rowe Price; Franklin Templeton;
BlackRock; Wellington; Baillie Gifford; SoftBank; Temasek; GIC; Mubadala; MGX; ADQ; ADIA; QIA;
Qatar Investment Authority; Public Investment Fund; Kuwait Investment Authority; Norges Bank; Khazanah; La Caisse;
CPP Investments; Canada Pension Plan Investment Board; Ontario Teachers; OMERS; PSP Investments; AustralianSuper;
Berkshire Hathaway; Investor AB; Bpifrance; National Wealth Fund; Y Combinator
"""
_HOUSES = frozenset(comparable_name(name.strip()) for name in _ROWS.split(";"))
_LAST = words("capital partners ventures equity investors fund funds investments")


def houses_among(keys: Iterable[str], names: Names) -> frozenset[str]:
    """Which of these are investment houses, or people on their own account."""
    people = {one.key for one in names.found if is_person(names.read, one.first, one.last)}
    return frozenset(key for key in keys if key in people or _is_house(key))


def _is_house(key: str) -> bool:
    parts = key.split()
    return key in _HOUSES or " ".join(parts[:2]) in _HOUSES or (len(parts) > 1 and parts[-1] in _LAST)
