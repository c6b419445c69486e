"""Which versions are one report, and the fingerprints by which likely copies are proposed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from extractors.models import Membership, StoryMember
from storage.store import Row, Store


def save_sketches(store: Store, sketches: Mapping[str, Sequence[int]], seen_at: Mapping[str, datetime]) -> int:
    """Keep the fingerprints of versions, both by version. Returns how many are new."""
    rows = [
        {"version_id": version, "seen_at": seen_at[version], "fingerprints": prints}
        for version, prints in sketches.items()
    ]
    return store.insert("save_sketches", rows)


def near_versions(
    store: Store,
    sketches: Mapping[str, Sequence[int]],
    since: datetime,
    *,
    least: int = 3,
    common: int = 50,
    most: int = 20,
) -> dict[str, list[str]]:
    """Stored versions seen since then that share at least `least` fingerprints, by version, nearest first.

    A fingerprint that more than `common` stored versions have is furniture and proposes nothing.
    """
    rows = [{"version_id": version, "fingerprints": prints} for version, prints in sketches.items()]
    near: dict[str, list[str]] = {}
    for row in store.query("near_versions", rows=rows, since=since, least=least, common=common, most=most):
        near.setdefault(row["version_id"], []).append(row["near_id"])
    return near


def save_members(store: Store, members: Sequence[StoryMember], at: datetime) -> int:
    """Put versions into stories, as origin or copy, and out of others. Returns how many rows are new or changed."""
    rows = [asdict(member) for member in members]
    left = store.change("leave_stories", rows=rows, at=at)
    left += store.change("update_members", rows=rows)
    return left + store.change("save_members", rows=rows, at=at)


def members_of_versions(store: Store, version_ids: Iterable[str]) -> dict[str, StoryMember]:
    """Where each of these versions is now, by version."""
    rows = store.query("members", version_ids=list(version_ids))
    return {row["version_id"]: _member(row) for row in rows}


def members_of_stories(store: Store, story_ids: Iterable[str]) -> list[StoryMember]:
    """All that are in these stories now."""
    return [_member(row) for row in store.query("members_of_stories", story_ids=list(story_ids))]


def story_rows(store: Store) -> list[Row]:
    """All stories for people: `{story_id, members: [{article_id, score, role, outlet, url, title}]}`, origin first."""
    return store.query("stories")


def _member(row: Row) -> StoryMember:
    return StoryMember(**{**row, "role": Membership(row["role"])})
