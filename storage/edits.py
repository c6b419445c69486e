"""What was edited in articles: pairs of facts, the old words' and the new ones'."""

from collections.abc import Iterable, Sequence

from extractors.comparing.edits import Edit
from extractors.models import Version
from storage.facts import save_facts
from storage.store import Row, Store

Step = tuple[Version, Version, Sequence[Edit]]  # the texts of an article before and after, and what was edited


def save_edits(store: Store, steps: Sequence[Step]) -> int:
    """Keep what was edited with the facts that only the edits found. Returns how many edits are new."""
    save_facts(store, [fact for *_, edits in steps for edit in edits for fact in edit.made])
    found = [(former, latter, edit) for former, latter, edits in steps for edit in edits]
    return store.insert("save_edits", [_row(*each, place) for place, each in enumerate(found, 1)])


def _row(former: Version, latter: Version, edit: Edit, place: int) -> Row:
    return {
        "edit_id": edit.edit_id,
        "article_id": latter.article_id,
        "old_version": former.version_id,
        "new_version": latter.version_id,
        "old_fact": edit.earlier and edit.earlier.fact_id,
        "new_fact": edit.later and edit.later.fact_id,
        "place": place,
    }


def edited_facts(store: Store, version_ids: Iterable[str]) -> dict[str, str | None]:
    """The facts of these versions that stand in edited words, each with the fact before it; None where it was added."""
    rows = store.query("edited_facts", version_ids=list(version_ids))
    return {row["new_fact"]: row["old_fact"] for row in rows}


def compared_versions(store: Store, version_ids: Iterable[str]) -> set[str]:
    """Those of the versions that came after another text of their article, made in the same way."""
    return {row["version_id"] for row in store.query("compared_versions", version_ids=list(version_ids))}
