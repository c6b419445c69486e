"""What people call a deal."""

from collections import defaultdict
from collections.abc import Sequence

from extractors.models import Party, Role


def name_of(parties: Sequence[Party], kind: str | None) -> str:
    """A name for people: "Google's purchase of Wiz", "OpenAI–Nvidia partnership", "Bids for Warner Bros."."""
    by_role: dict[Role, list[str]] = defaultdict(list)
    for party in parties:
        by_role[party.role].append(party.name)
    everyone = list(dict.fromkeys(party.name for party in parties))
    if kind == "acquisition" and by_role[Role.TARGET]:
        return _purchase(by_role[Role.ACQUIRER], " and ".join(by_role[Role.TARGET]))
    if kind != "joint_venture" and by_role[Role.INVESTEE] and by_role[Role.SUPPLIER]:
        kind = "partnership"  # money one way and goods the other
    if kind in ("investment", "financing") and by_role[Role.INVESTEE]:
        investors = [*by_role[Role.INVESTOR], *by_role[Role.LENDER]]
        into = " and ".join(by_role[Role.INVESTEE])
        return f"{_owner(investors[0])} investment in {into}" if len(investors) == 1 else f"Funding of {into}"
    what = {"joint_venture": "joint venture", "build_out": "build-out", "supply": "supply deal"}.get(
        kind or "", kind or "deal"
    )
    if len(everyone) == 1:
        return f"{_owner(everyone[0])} {what}"
    return f"{'–'.join(everyone[:3])} {what}"


def _purchase(buyers: Sequence[str], target: str) -> str:
    if not buyers:
        return f"Purchase of {target}"
    return f"{_owner(buyers[0])} purchase of {target}" if len(buyers) == 1 else f"Bids for {target}"


def _owner(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
