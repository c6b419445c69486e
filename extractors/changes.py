"""Known facts and fresh facts of one deal → changes. Pure: the same facts in the same order give the same changes.

The state is nothing but the known facts, taken up again in their order of arrival. So a run in batches and a run
one by one give the same, and running twice finds nothing new.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import datetime

from extractors.comparing.baselines import Rules, strand_key
from extractors.comparing.edits import edits_between, told_edit
from extractors.comparing.ledger import Ledger
from extractors.comparing.silences import lapsed_promises, succession, withdrawn
from extractors.models import Change, Fact, by_arrival
from extractors.rows import change_row

__all__ = [
    "Rules",
    "change_row",
    "edits_between",
    "find_changes",
    "first_figures",
    "lapsed_promises",
    "succession",
    "told_edit",
    "withdrawn",
]


def find_changes(
    known: Iterable[Fact],
    fresh: Iterable[Fact],
    rules: Rules,
    now: datetime,
    bidders: Mapping[str, str] | None = None,
    edited: Mapping[str, str | None] | None = None,
    again: Set[str] = frozenset(),
    giver: str | None = None,
) -> Iterator[Change]:
    """Yield a change for each fresh fact of one deal that does not say what was said before.

    A value seen for the first time is news, not a change. Facts that are known already are not fresh, so running twice
    yields nothing; nor are those of a version that was read before, for a change of extractor is no change in the news.
    `bidders` gives, by version, whose bid it reports on, in a contest. `again` are the versions that were compared with
    the text before them; of these `edited` gives the facts in edited words with those before them, None where words
    were added. Edits are told by `told_edit`: here the new words stand in for the old, and what was let stand is known.
    `giver` is the company that alone buys or pays: its name tells no part from another.
    """
    before = by_arrival(known)
    seen, read = {fact.fact_id for fact in before}, {fact.version_id for fact in before}
    ledger = Ledger(rules, now, bidders=bidders or {}, edited=edited or {}, again=again, giver=giver)
    for _ in ledger.take(before):
        pass
    yield from ledger.take(by_arrival(f for f in fresh if f.fact_id not in seen and f.version_id not in read))


def first_figures(known: Iterable[Fact], fresh: Iterable[Fact]) -> list[Fact]:
    """The fresh facts of one deal that speak of something nobody had spoken of: the first of each strand."""
    spoken = {strand_key(fact.claim) for fact in known}
    first: list[Fact] = []
    for fact in by_arrival(fresh):
        if fact.claim.when != "previous" and strand_key(fact.claim) not in spoken:
            spoken.add(strand_key(fact.claim))
            first.append(fact)
    return first
