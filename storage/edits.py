"""What was edited in articles: pairs of facts, the old words' and the new ones'."""

from collections.abc import Iterable, Sequence

from extractors.comparing.edits import Edit
from extractors.models import Version
from storage.facts import save_facts
from storage.store import Store


def save_edits(store: Store, former: Version, latter: Version, edits: Sequence[Edit]) -> int:
    """Keep the edits between two versions with the facts that only they found. Returns how many are new."""
    save_facts(store, [fact for edit in edits for fact in edit.made])
    rows = [
        {
            "edit_id": edit.edit_id,
            "article_id": latter.article_id,
            "old_version": former.version_id,
            "new_version": latter.version_id,
            "old_fact": edit.earlier and edit.earlier.fact_id,
            "new_fact": edit.later and edit.later.fact_id,
            "place": place,
        }
        for place, edit in enumerate(edits, 1)
    ]
    return store.insert("save_edits", rows)


def edited_facts(store: Store, version_ids: Iterable[str]) -> dict[str, str | None]:
    """The facts of these versions that stand in edited words, each with the fact before it; None where it was added."""
    rows = store.query("edited_facts", version_ids=list(version_ids))
    return {row["new_fact"]: row["old_fact"] for row in rows}


def compared_versions(store: Store, version_ids: Iterable[str]) -> set[str]:
    """Those of the versions that came after another text of their article, made in the same way."""
    return {row["version_id"] for row in store.query("compared_versions", version_ids=list(version_ids))}
