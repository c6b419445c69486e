"""Who plays in the main deal: the record that the later stages read."""

from dataclasses import dataclass

from extractors.models import Party, Role
from extractors.reading.names import Names

TWO_SIDES = {
    "acquisition": (Role.ACQUIRER, Role.TARGET),
    "investment": (Role.INVESTOR, Role.INVESTEE),
    "supply": (Role.SUPPLIER, Role.CUSTOMER),
    "partnership": (Role.PARTNER, Role.PARTNER),
    "joint_venture": (Role.PARTNER, Role.PARTNER),
    "build_out": (Role.INVESTOR, Role.INVESTOR),
}


Votes = dict[str, dict[Role, float]]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays in the main deal: its kind, the parties, and the keys of their names."""

    kind: str | None
    parties: tuple[Party, ...]
    keys: frozenset[str]
    weight: float  # how firmly the report speaks of a deal at all
    names: Names
    bidders: frozenset[str] = frozenset()  # those that bid against each other for one target
    led: float = 0.0  # what the events of title and lead are worth
    companies: frozenset[str] = frozenset()  # as displayed: those that are surely companies
    raises: bool = False  # the lead says that a party raises money: the round itself is the deal
