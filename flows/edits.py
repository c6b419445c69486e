"""Compare the texts of articles that were changed with those before, and store what was edited."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from extractors.comparing.edits import BY_WORDS, Edit, edits_between, says_again, told_edit
from extractors.models import Change, Fact, Version
from storage.database import Store
from storage.deals import links_of_versions
from storage.edits import save_edits
from storage.facts import fits, next_arrival, printed_facts

Step = tuple[Version, Version]  # the texts of an article before and after


@dataclass(frozen=True, slots=True)
class Edited:
    """One edit, and the two texts of the article."""

    edit: Edit
    former: Version
    latter: Version
    returned: bool  # whether the article goes back to what it printed before

    @property
    def shortened(self) -> bool:
        """Whether so little is left that a part of the page was read rather than the article cut: nothing is gone."""
        return 2 * len(self.latter.text) < len(self.former.text)

    @property
    def notice(self) -> str | None:
        """The sentence by which the new text admits it; an older notice admits nothing new."""
        return self.latter.notice if self.latter.notice != self.former.notice else None


def keep_edits(
    store: Store, versions: Sequence[Version], facts: Sequence[Fact], former: Mapping[str, Version]
) -> list[Edited]:
    """Compare each text with the one before it, where both were made in the same way; store and return the edits."""
    steps = steps_of(versions, former)
    place, found = next_arrival(store), []
    kept: list[tuple[Version, Version, Sequence[Edit]]] = []
    said = facts_by_version(store, steps, facts)
    fresh = {version.version_id for version in versions}
    past: dict[str, list[Fact]] = defaultdict(list)  # what each article printed before, by article
    for fact in chain.from_iterable(facts for version, facts in said.items() if version not in fresh):
        past[fact.article_id].append(fact)
    for before, version in steps:
        here = past[version.article_id]
        here += said[before.version_id] if before.version_id in fresh else []
        old, new = (read_facts(said[each.version_id]) for each in (before, version))
        edits = [e for e in edits_between(before, old, version, new, place) if all(map(holds, e.made))]
        kept.append((before, version, edits))
        found += [Edited(edit, before, version, returned=says_again(edit, here)) for edit in edits]
        here += [fact for edit in edits for fact in edit.made]
    save_edits(store, kept)
    return found


def steps_of(versions: Sequence[Version], former: Mapping[str, Version]) -> list[Step]:
    """Return each version with the one before it: stored already, or of the same batch."""
    last, steps = dict(former), []
    for version in versions:
        before = last.get(version.article_id)
        if before and (before.source, before.extractor) == (version.source, version.extractor):
            steps.append((before, version))
        last[version.article_id] = version
    return steps


def facts_by_version(store: Store, steps: Sequence[Step], facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """Return what the texts of the changed articles say, by version, those of this batch included."""
    articles = {version.article_id for _, version in steps}
    said: dict[str, list[Fact]] = defaultdict(list)
    known: set[str] = set()
    for fact in [*printed_facts(store, articles), *facts]:
        if fact.fact_id not in known and holds(fact):
            known.add(fact.fact_id)
            said[fact.version_id].append(fact)
    return said


def holds(fact: Fact) -> bool:
    """Whether a fact can be stored."""
    return fits(fact.claim.reading)


def read_facts(facts: Sequence[Fact]) -> list[Fact]:
    """Return those that a reading found."""
    return [fact for fact in facts if fact.extractor != BY_WORDS]


def told_edits(store: Store, edits: Sequence[Edited], now: datetime) -> list[tuple[str, Change]]:
    """Return the changes that tell of edits, each with the deal that both texts speak of, else that either does."""
    ids = {version.version_id for each in edits for version in (each.former, each.latter)}
    deals: dict[str, list[str]] = defaultdict(list)
    for tie in links_of_versions(store, ids):
        deals[tie.version_id].append(tie.deal_id)
    found = []
    for each in edits:
        if each.edit.later is None and each.shortened:
            continue
        before, after = deals[each.former.version_id], deals[each.latter.version_id]
        deal = next((deal for deal in after if deal in before), next(iter([*after, *before]), None))
        change = told_edit(each.edit, each.notice, now, returned=each.returned) if deal else None
        if deal and change:
            found.append((deal, change))
    return found
