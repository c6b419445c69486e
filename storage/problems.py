"""What went wrong with single items."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from extractors.models import Problem, stable_id
from storage.store import Row, Store


def save_problems(store: Store, problems: Sequence[Problem]) -> int:
    """Keep problems. The same stage, subject and reason again is one problem, counted."""
    rows = [
        {
            "problem_id": stable_id("problem", each.stage, each.subject, each.reason),
            "stage": each.stage,
            "subject": each.subject,
            "reason": each.reason,
            "happened_at": each.at,
        }
        for each in problems
    ]
    return store.insert("save_problems", rows, bookkeeping=True)


def mend_problems(store: Store, stage: str, subjects: Iterable[str], at: datetime) -> int:
    """Close the problems of subjects that passed this stage again. Returns how many were open."""
    return store.change("mend_problems", stage=stage, subjects=list(subjects), at=at, bookkeeping=True)


def open_problems(store: Store) -> list[Row]:
    """What is wrong now, latest first: `{stage, subject, reason, first_at, last_at, times}`."""
    return store.query("problems")
