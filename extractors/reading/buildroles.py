"""Which role each company has in a project, by all that is said of it."""

from collections import defaultdict

from extractors.models import Role
from extractors.reading.builders import Hint
from extractors.reading.contractors import CONTRACTORS, FINANCIERS
from extractors.reading.lexicon import PLACES, words
from extractors.reading.names import same_company

Votes = dict[str, dict[str, float]]


def roles_in_project(hints: list[Hint], spoken: dict[str, float], *, sure: bool, owned: bool) -> list[tuple[str, Role]]:
    """Who builds, then all of whom enough is said; nobody where nobody is said to build."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for hint in hints:
        part = "holds" if hint.part == "joins" and owned else hint.part  # partners who own are investors
        votes[hint.key][part] += hint.worth
    lent = any(hint.part == "lends" for hint in hints)
    for key in spoken:
        votes[key]["supplies"] += _BY_TRADE * (key in CONTRACTORS)
        votes[key]["lends"] += _BY_TRADE * (key in FINANCIERS or (lent and "bank" in key.split()))
    for key in votes.keys() & CONTRACTORS:
        votes[key]["holds"] = 0.0
        votes[key]["builds"] = 0.0  # with whom they sign, and for whom they build, is the one who builds
    builder = _builder(votes, spoken)
    found = [(builder, Role.INVESTOR)] if builder else []
    for key in votes:
        part = max(_ENOUGH, key=lambda part: votes[key][part])
        if part == "joins" and votes[key]["holds"] >= _ENOUGH["holds"][1]:
            part = "holds"  # a partner that is said to pay or to own
        role, enough = _ENOUGH[part]
        known = any(same_company(key, other) for other, _ in found)
        if not known and votes[key][part] >= enough and votes[key][part] >= votes[key]["builds"] * _MORE[part]:
            found.append((key, role))
    told = {role for _, role in found}
    if builder is None:
        return _ordered(votes, found) if Role.SUPPLIER in told else []
    if Role.SUPPLIER in told and votes[builder]["orders"]:
        found.append((builder, Role.CUSTOMER))
    if not sure and Role.CUSTOMER in told and not any(votes[builder][part] for part in ("builds", "orders", "holds")):
        return []  # who only sells what an old plant makes builds nothing
    if Role.CUSTOMER in told:
        found.append((builder, Role.SUPPLIER))
    return found


def _ordered(votes: Votes, found: list[tuple[str, Role]]) -> list[tuple[str, Role]]:
    """A plant that a country has built: who supplies, and who orders."""
    known = {key for key, _ in found}
    return found + [(key, Role.CUSTOMER) for key in votes if key not in known and votes[key]["orders"] > 0]


def _builder(votes: Votes, spoken: dict[str, float]) -> str | None:
    """Who is said most to build, by verbs and by how much is said of them."""
    worth = {
        key: votes[key]["builds"]
        + votes[key]["says"]
        + votes[key]["orders"]
        + 0.5 * votes[key]["holds"]
        - votes[key]["supplies"]
        - votes[key]["lends"]
        - votes[key]["buys"]
        + spoken[key]
        for key in spoken
        if (votes[key]["builds"] + votes[key]["says"] > 0 or spoken[key] >= _MUCH)
        and not _COUNTRIES.issuperset(key.split())
        and not _only_supplies(votes[key])
    }
    return max(worth, key=lambda key: (worth[key], key), default=None)


def _only_supplies(mine: dict[str, float]) -> bool:
    """Whether somebody is said to build for others, more than for themselves."""
    return mine["supplies"] > max(_ENOUGH["supplies"][1], mine["builds"] + mine["says"] + mine["orders"])


_COUNTRIES = (PLACES | {"united", "states", "kingdom"}) - words(
    "southern northern eastern western middle east pacific valley wall street latin"
)
_MUCH = 2.0
_BY_TRADE = 2.0
# What is said of somebody makes this role from this much on, and where it is more than so many times what they build.
_ENOUGH = {
    "supplies": (Role.SUPPLIER, 2.0),
    "powers": (Role.SUPPLIER, 1.3),
    "buys": (Role.CUSTOMER, 1.5),
    "lends": (Role.LENDER, 2.0),
    "holds": (Role.INVESTOR, 2.0),
    "joins": (Role.PARTNER, 1.0),
}
_MORE = {"supplies": 1.0, "powers": 1.0, "buys": 0.5, "lends": 0.7, "holds": 0.0, "joins": 0.0}
