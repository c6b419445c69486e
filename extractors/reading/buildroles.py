"""Which role each company has in a project, by all that is said of it."""

from collections import defaultdict

from extractors.models import Role
from extractors.reading.builders import Hint
from extractors.reading.contractors import CONTRACTORS, FINANCIERS
from extractors.reading.names import same_company

Votes = dict[str, dict[str, float]]


def roles_in_project(hints: list[Hint], spoken: dict[str, float], *, sure: bool) -> list[tuple[str, Role]]:
    """Who builds, then all of whom enough is said; nobody where nobody is said to build."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for hint in hints:
        votes[hint.key][hint.part] += hint.worth
    for key in spoken:
        votes[key]["supplies"] += _BY_TRADE * (key in CONTRACTORS)
        votes[key]["lends"] += _BY_TRADE * (key in FINANCIERS)
    for key in votes.keys() & CONTRACTORS:
        votes[key]["holds"] = 0.0
        votes[key]["builds"] = 0.0  # with whom they sign, and for whom they build, is the one who builds
    builder = _builder(votes, spoken)
    if builder is None:
        return []
    found = [(builder, Role.INVESTOR)]
    for key in votes:
        part = max(_ENOUGH, key=lambda part: votes[key][part])
        role, enough = _ENOUGH[part]
        known = any(same_company(key, other) for other, _ in found)
        if not known and votes[key][part] >= enough and votes[key][part] >= votes[key]["builds"] * _MORE[part]:
            found.append((key, role))
    told = {role for _, role in found}
    if Role.SUPPLIER in told and votes[builder]["orders"]:
        found.append((builder, Role.CUSTOMER))
    if not sure and Role.CUSTOMER in told and not any(votes[builder][part] for part in ("builds", "orders", "holds")):
        return []  # who only sells what an old plant makes builds nothing
    if Role.CUSTOMER in told:
        found.append((builder, Role.SUPPLIER))
    return found


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
        if votes[key]["builds"] + votes[key]["says"] > 0 or spoken[key] >= _MUCH
    }
    return max(worth, key=lambda key: (worth[key], key), default=None)


_MUCH = 2.0
_BY_TRADE = 2.0
# What is said of somebody makes this role from this much on, and where it is more than so many times what they build.
_ENOUGH = {
    "supplies": (Role.SUPPLIER, 2.0),
    "powers": (Role.SUPPLIER, 1.3),
    "buys": (Role.CUSTOMER, 1.5),
    "lends": (Role.LENDER, 2.0),
    "holds": (Role.INVESTOR, 2.0),
}
_MORE = {"supplies": 1.0, "powers": 1.0, "buys": 0.5, "lends": 0.7, "holds": 0.0}
