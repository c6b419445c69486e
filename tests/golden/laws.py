"""The laws of edits, measured on the golden set: `python -m tests.golden.laws [--all] [-v]`.

*Mutations*: one thing is changed in a fact's quote and the report published again at the same address. Told right is
exactly one edit, of the gold's attribute; or of the attribute that the rules read in those words in either version, or
of none where they read none. *Other words* and *noise*: nothing that counts is changed, and no change may be told.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from extractors.facts import read_report
from extractors.models import Change, Kind
from extractors.pages.moments import moment_of
from flows.database import held
from flows.documents import Document
from flows.extract import BATCH
from flows.replay import keep
from flows.settings import Config
from storage.changes import all_changes
from tests.golden.mutations import Mutation, mutations, noises, other_words, page
from tests.golden.score import PARTS, Row, rows_of

EDITS = (Kind.EDITED, Kind.CORRECTED)
TOGETHER = 1_000  # mutations replayed into one database
LINE = "{:24}{:>8}{:>8}{:>8}"


@dataclass
class Law:
    """How often a law held, by kind of mutation, and every fault as a line."""

    kept: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    by_gold: int = 0  # edits of the gold's own attribute
    faults: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of all mutations."""
        return self.kept.total() / (self.tried.total() or 1)

    def tell(self, kind: str, right: bool, fault: str) -> None:
        """Count one mutation."""
        self.tried[kind] += 1
        self.kept[kind] += right
        self.faults += [] if right else [fault]


@dataclass
class Laws:
    """The three laws."""

    mutations: Law
    other_words: Law
    noise: Law


def measured(every: int = 1) -> Laws:
    """Measure the laws on one in `every` mutations, chosen by their names alone."""
    golds = {gold["id"]: gold for gold in rows_of("gold")}
    reports = [(report, golds[report["id"]]) for report in rows_of("reports")]
    changed = [each for report, gold in reports for each in mutations(report, gold)]
    same = [each for report, gold in reports for each in other_words(report, gold) if _differs(each)]
    pages = [each for report, _ in reports for each in noises(report)]
    return Laws(
        _told_once(_chosen(changed, every)),
        _untold(_chosen(same, every)),
        _untold(_chosen(pages, every * 2 if every > 1 else 1)),
    )


def _chosen(all_of_them: Iterable[Mutation], every: int) -> list[Mutation]:
    return [each for each in all_of_them if crc32(each.id.encode()) % every == 0]


def _differs(each: Mutation) -> bool:
    return bool(each.after != each.report["text"])


def _told_once(chosen: Sequence[Mutation]) -> Law:
    law = Law()
    told = replayed(chosen)
    for each in chosen:
        edits = [change for change in told[each.id] if change.kind in EDITS]
        names = [change.attribute for change in edits]
        right = len(names) == 1 and is_right(names[0], each)
        law.tell(each.kind, right, f"{each.id} {names or 'nothing'} for {_asked(each)}")
        law.by_gold += names == [each.fact and each.fact["attribute"]]
    return law


def _asked(each: Mutation) -> str:
    fact = each.fact or {}
    start = fact.get("start", 0)
    return f"{fact.get('attribute')} {fact.get('quote')!r} → {each.after[start : start + len(fact['quote']) + 12]!r}"


def _untold(chosen: Sequence[Mutation]) -> Law:
    law = Law()
    kinds = dict.fromkeys(
        each.kind for each in chosen
    )  # each into a database of its own: no report stands twice in one
    told = {key: changes for kind in kinds for key, changes in replayed([e for e in chosen if e.kind == kind]).items()}
    for each in chosen:
        said = [f"{change.kind} {change.attribute} {change.explanation[:200]}" for change in told.get(each.id, ())]
        law.tell(each.kind, not said, f"{each.id} {said}")
    return law


def is_right(attribute: str, each: Mutation) -> bool:
    """Whether an edit is of what the gold says, or of what the rules read there, or of nothing known."""
    fact = each.fact or {}
    parts = (*PARTS, "other:")
    if attribute == fact["attribute"] or (attribute.startswith(parts) and fact["attribute"].startswith(parts)):
        return True
    read = _read_there(each.report, fact["start"], fact["end"])
    grown = len(each.after) - len(each.report["text"])
    read |= _read_there(each.report | {"text": each.after}, fact["start"], fact["end"] + grown)
    return attribute in read or (not read and attribute.startswith("other:"))


def _read_there(report: Row, start: int, end: int) -> set[str]:
    """The attributes that the rules read between two places of a report."""
    published = moment_of(report["published"]) if report["published"] else None
    claims = read_report(report["title"], report["text"], published).claims
    return {claim.attribute for claim in claims if claim.quote.start < end and start < claim.quote.end}


def replayed(chosen: Sequence[Mutation]) -> dict[str, list[Change]]:
    """Publish each report and, at the same address, what became of it; the changes to the latter, by mutation."""
    told: dict[str, list[Change]] = defaultdict(list)
    for start in range(0, len(chosen), TOGETHER):
        with TemporaryDirectory() as folder:
            config = Config(database=Path(folder) / "laws.duckdb")
            documents = [d for each in chosen[start : start + TOGETHER] for d in documents_of(each)]
            for place in range(0, len(documents), BATCH):
                keep(documents[place : place + BATCH], config, datetime.now(UTC))
            with held(config) as store:
                for _, change in all_changes(store):
                    later = change.later or change.earlier
                    told[later.article_id if change.later is None else later.document_id].append(change)
                    if change.later is None:
                        told[_second(change.earlier.document_id)].append(change)
    return told


def _second(document_id: str) -> str:
    return document_id.removesuffix(" before")


def documents_of(each: Mutation) -> list[Document]:
    """The two versions of the article, under one address."""
    row: Row = {key: each.report[key] for key in ("outlet", "published", "title")}
    url = f"https://press.example/{crc32(each.id.encode())}"
    bodies = [page(each.report), each.after] if each.page else [each.report["text"], each.after]
    key = "html" if each.page else "text"
    names = [f"{each.id} before", each.id]
    return [Document(id=name, url=url, **row, **{key: body}) for name, body in zip(names, bodies, strict=True)]


def table(laws: Laws) -> str:
    """The laws for people: a line each, then a line a kind."""
    lines = [LINE.format("law", "kept", "right", "tried")]
    lines.append(LINE.format("of the gold's attribute", *_share(laws.mutations.by_gold, laws.mutations.tried.total())))
    for name in ("mutations", "other_words", "noise"):
        law: Law = getattr(laws, name)
        lines.append(LINE.format(name, *_share(law.kept.total(), law.tried.total())))
        lines += [LINE.format(f"  {kind}", *_share(law.kept[kind], tried)) for kind, tried in law.tried.items()]
    return "\n".join(lines)


def _share(right: int, tried: int) -> tuple[str, int, int]:
    return f"{right / (tried or 1):.3f}", right, tried


def main() -> None:
    """Print the table; with -v every fault too."""
    options = argparse.ArgumentParser(description="Measure the laws of edits on the project's golden set.")
    options.add_argument("-a", "--all", action="store_true", help="try every mutation, not one in four")
    options.add_argument("-v", "--verbose", action="store_true", help="list every fault")
    chosen = options.parse_args()
    laws = measured(1 if chosen.all else 4)
    print(table(laws))
    if chosen.verbose:
        print(*laws.mutations.faults, *laws.other_words.faults, *laws.noise.faults, sep="\n")


if __name__ == "__main__":
    main()
