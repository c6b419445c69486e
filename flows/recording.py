"""Store what was read with all that follows from it: stories, facts, deals, changes, and the outbox."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import chain

from extractors.facts import facts_of
from extractors.models import DealdriftError, Fact, Membership, Moment, Problem, Source, StoryMember, Version
from extractors.stories import SHARED, WINDOW, Filed, group, sketch, substance
from flows.changes import Found, keep_changes
from flows.deals import keep_deals
from flows.edits import keep_edits
from flows.outbox import queue
from flows.reading import ReadVersion, fault
from flows.settings import Config
from storage.articles import (
    confirm_versions,
    latest_versions,
    save_versions,
    versions_of,
    versions_returned,
)
from storage.database import Store
from storage.facts import next_arrival, save_facts, save_reports
from storage.stories import members_of_stories, members_of_versions, near_versions, save_members, save_sketches


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored that was not there before, counted."""

    texts: int = 0
    copies: int = 0
    facts: int = 0
    deals: int = 0
    changes: int = 0
    alerts: int = 0  # changes that alert
    queued: int = 0  # deliveries put into the outbox

    def __add__(self, other: "Recorded") -> "Recorded":
        """Add up two counts."""
        return Recorded(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def __bool__(self) -> bool:
        """Whether anything was stored."""
        return any(getattr(self, field.name) for field in fields(self))

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"{self.texts} texts ({self.copies} copies), {self.facts} facts, {self.deals} new deals, "
            f"{self.changes} changes, {self.alerts} of them alerts"
        )


def record_all(
    store: Store,
    reads: Sequence[ReadVersion],
    config: Config,
    now: datetime,
    *,
    silent: bool = False,
    tell: bool = True,
) -> tuple[Recorded, list[Problem]]:
    """Store read versions, all or, where one of them cannot be stored, all the others; it becomes a problem.

    One article must stop the rest neither now nor, since it would come again, in every pass to come.
    """
    if not reads:
        return Recorded(), []
    try:
        with store.transaction():
            return record(store, reads, config, now, silent=silent, tell=tell), []
    except DealdriftError:
        raise  # the database is at fault, no article
    except Exception as error:
        if len(reads) == 1:
            version = reads[0].version
            return Recorded(), [Problem("store", version.url or version.document_id, fault("stored", error), now)]
    half = len(reads) // 2
    first, bad = record_all(store, reads[:half], config, now, silent=silent, tell=tell)
    second, worse = record_all(store, reads[half:], config, now, silent=silent, tell=tell)
    return first + second, bad + worse


def record(
    store: Store,
    reads: Iterable[ReadVersion],
    config: Config,
    now: datetime,
    *,
    silent: bool = False,
    tell: bool = True,
) -> Recorded:
    """Store read versions in the caller's transaction, in the order given, which is the order of arrival.

    What is known already adds nothing. `silent` queues no alert; without `tell` nothing is compared either, as is right
    for texts that only another extractor made different.
    """
    fresh = {read.version.version_id: read for read in reads}
    for known in members_of_versions(store, fresh):
        del fresh[known]
    if not fresh:
        return Recorded()
    versions = [read.version for read in fresh.values()]
    former = latest_versions(store, {version.article_id for version in versions})
    members = keep_texts(store, versions, former, now)
    facts = keep_facts(store, fresh.values(), members, former)
    linked = keep_deals(store, fresh.values(), now)
    edits = keep_edits(store, versions, facts, former) if tell else []
    found = keep_changes(store, facts, linked, edits, now) if tell else Found([], [])
    queued = 0 if silent or not tell else queue(store, config, found.changes, now, found.first, linked.new)
    return Recorded(
        texts=len(fresh),
        copies=copies_among(versions, members),
        facts=len(facts),
        deals=len(linked.new),
        changes=len(found.changes),
        alerts=sum(change.severity.alerts for _, change in found.changes),
        queued=queued,
    )


def copies_among(versions: Iterable[Version], members: Mapping[str, StoryMember]) -> int:
    """Return how many of the texts copy another article; an edited text copies nobody."""
    origins = {member.story_id: member.article_id for member in members.values() if member.role is Membership.ORIGIN}
    return sum(origins[members[each.version_id].story_id] != each.article_id for each in versions)


# --- one step each ---------------------------------------------------------------------------------


def keep_texts(
    store: Store, versions: Sequence[Version], former: Mapping[str, Version], now: datetime
) -> dict[str, StoryMember]:
    """Store versions as real ones and put them into stories; return where each is, by version."""
    save_versions(store, versions)
    confirm_versions(store, [version.version_id for version in versions])
    sketches = {version.version_id: sketch(substance(version.title, version.text)) for version in versions}
    near = near_versions(store, sketches, now - WINDOW, least=SHARED)
    save_sketches(store, sketches, {version.version_id: version.seen_at for version in versions})
    likely = {*chain.from_iterable(near.values()), *(version.version_id for version in former.values())}
    members = group(versions, filed(store, likely))
    save_members(store, members, now)
    return {member.version_id: member for member in members}


def filed(store: Store, version_ids: Iterable[str]) -> list[Filed]:
    """Return all members of the stories that these versions are in."""
    stories = {member.story_id for member in members_of_versions(store, version_ids).values()}
    members = {member.version_id: member.story_id for member in members_of_stories(store, stories)}
    return [Filed(members[version.version_id], version) for version in versions_of(store, members)]


def keep_facts(
    store: Store, reads: Iterable[ReadVersion], members: Mapping[str, StoryMember], former: Mapping[str, Version]
) -> list[Fact]:
    """Store what versions say, in the order given; `former` are the texts that stood before, by article."""
    reads = list(reads)
    save_reports(store, [(read.version, read.report) for read in reads])
    facts: list[Fact] = []
    again = versions_returned(store, [read.version.version_id for read in reads])
    for order, read in enumerate(reads, next_arrival(store)):
        version = read.version
        story, returned = members[version.version_id].story_id, version.version_id in again
        said = facts_of(version, read.report, story, order, returned=returned)
        facts += when_edited(said) if is_edit(version, former.get(version.article_id)) else said
    save_facts(store, facts)
    return facts


def is_edit(version: Version, former: Version | None) -> bool:
    """Whether a page was changed since it was read before: by its outlet, not by another reading of it."""
    if former is None or version.extractor != former.extractor:
        return False
    return version.source is former.source is Source.PAGE


def when_edited(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts of an edited page as of when the edit was seen: its printed day is that of the first text."""
    return [replace(fact, reported=Moment.at(fact.seen_at)) for fact in facts]
