"""The cast of a report on something that is built: another one than that of a deal between two."""

from extractors.models import Party, Role
from extractors.reading.bodies import lending_bodies
from extractors.reading.builders import Hint, hints_of_project
from extractors.reading.buildroles import roles_in_project
from extractors.reading.cast import Cast
from extractors.reading.central import advisers_of, salience
from extractors.reading.dealing import BUYERS
from extractors.reading.events import Event
from extractors.reading.lexicon import words
from extractors.reading.names import Names, names_in_title
from extractors.reading.projects import SURE_OF_WORKS
from extractors.reading.sites import sites_among
from extractors.reading.tokens import Tokens
from extractors.reading.whereabouts import mostly_places

Heading = tuple[Tokens, frozenset[str], list[Event]]  # the words of a title, whom it names, what they do


def cast_of_project(
    read: Tokens, names: Names, heading: Heading | None, sites: frozenset[str], signs: float
) -> Cast | None:
    """The parties of what is built; None where nobody is said to build it."""
    hidden = sites_among(names, loose=True) | mostly_places(names, 3)
    hints = hints_of_project(read, names, hidden)
    above: tuple[Tokens, frozenset[str]] | None = None
    if heading:
        told, keys, _ = heading
        above = (told, (keys & {name.key for name in names.found if not name.person}) - hidden)
        headed = names_in_title(told, names)
        headed.found = [one for one in headed.found if one.key in above[1]]
        hints += hints_of_project(told, headed, hidden, _HEADED)
    hints += [Hint(key, "lends", _LENDER, number) for key, number in lending_bodies(read, names)]
    spoken = salience(read, names, above, {}, advisers_of(read, names) | hidden)
    roles = roles_in_project(hints, spoken, sure=signs >= SURE_OF_WORKS, owned=not _OWNED.isdisjoint(read.low))
    if not roles or (BUYERS.get(roles[0][0]) and read.low.count("data") < _atoms(read)):
        return None  # who buys power and computing builds the halls for it, and no reactors
    if sum(role is Role.INVESTOR for _, role in roles) > 1:
        roles += [(key, Role.INVESTEE) for key in _shared_out(names, hidden)]
    keys_of = frozenset(key for key, _ in roles)
    parties = tuple(Party(names.display(key), role) for key, role in roles)
    sure = frozenset(names.display(key) for key in keys_of)
    return Cast("build_out", parties, keys_of | sites, _FIRM, names, companies=sure)


ONLY_PAY = {Role.INVESTOR, Role.LENDER}  # where others only pay, what looks like a project is hardly anything else


def _shared_out(names: Names, sites: frozenset[str]) -> list[str]:
    """The key of what is built, where it is a company that shares are taken in: "a 20% stake in Harrow C"."""
    read = names.read
    for one in names.found:
        before = read.low[max(0, one.first - _SHARE_NEAR) : one.first]
        if one.key in sites and before[-1:] in (["in"], ["of"], ["to"]) and not _SHARES.isdisjoint(before):
            return [one.key]
    return []


_SHARE_NEAR = 9  # words from a share to what it is of
_SHARES = words("stake stakes holding interest shareholding shareholder participation invest invests committed")


def _atoms(read: Tokens) -> int:
    return sum(read.low.count(word) for word in ("nuclear", "reactor", "reactors", "atomic"))


_OWNED = words("stake stakes 50-50 50:50 50/50 co-owned co-owner co-owners owners shareholders ownership venture owns")
_FIRM = 3.0  # how firmly a report speaks of what it says is built
_LENDER = 2.0  # what a public body that lends counts
_HEADED = 2.0  # what a title counts beside the sentences of the text
